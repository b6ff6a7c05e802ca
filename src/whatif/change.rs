//! A change that the tool itself makes: a table to lay over a case.

use crate::document::{Item, Node, Place, SourceId, Table, Value};

/// Nobody wrote it, so it stands nowhere.
const NOWHERE: Place = Place { source: SourceId(0), start: 0, end: 0 };

/// One value at a path, such as `["cost", "*", "amount"]`, in the place of what is there.
pub fn change(path: &[&str], value: Value) -> Table {
    let mut table = Table::default();
    put(&mut table, path, value);
    table
}

/// The same, put into a table.
pub(super) fn put(table: &mut Table, path: &[&str], value: Value) {
    let Some((key, below)) = path.split_first() else { return };
    let value = if below.is_empty() { value } else { Value::Table(change(below, value)) };
    table
        .edit()
        .insert((*key).to_owned(), Item { key: NOWHERE, node: Node { value, place: NOWHERE } });
}

/// Changes the value at a path; tables are made on the way.
pub(super) fn change_at(table: &mut Table, path: &[String], edit: impl FnOnce(&mut Value)) {
    let Some((key, below)) = path.split_first() else { return };
    let nothing = Node { value: Value::Table(Table::default()), place: NOWHERE };
    let there = table.edit().entry(key.clone()).or_insert(Item { key: NOWHERE, node: nothing });
    match &mut there.node.value {
        value if below.is_empty() => edit(value),
        Value::Table(table) => change_at(table, below, edit),
        _ => {}
    }
}
