//! A table to lay over a document, put together value by value.

use crate::document::{Document, Item, Node, Place, SourceId, Table, Value};
use crate::reading::group::as_table;
use crate::words::{Key, Shock, Word};

/// An overlay that the tool makes for a shock.
pub struct Draft {
    table: Table,
    place: Place,
}

impl Draft {
    /// An empty one. What turns out wrong with it is told where the file speaks of the shock, or at
    /// the top where it does not.
    pub fn new(document: &Document, shock: Shock) -> Self {
        let top = Place { source: SourceId(0), start: 0, end: 0 };
        let place = document.key_at(&[Key::Stress.spelled(), shock.spelled()]).unwrap_or(top);
        Self { table: Table::default(), place }
    }

    /// Gives a key of an entry a value.
    pub fn set(&mut self, group: Key, id: &str, key: Key, value: Value) {
        self.put(&[group.spelled(), id], key.spelled(), value);
    }

    /// Lays a value over an entry as a whole.
    pub fn lay(&mut self, group: Key, id: &str, value: Value) {
        self.put(&[group.spelled()], id, value);
    }

    fn put(&mut self, path: &[&str], key: &str, value: Value) {
        let place = self.place;
        let header =
            || Item { key: place, node: Node { value: Value::Table(Table::default()), place } };
        let mut table = &mut self.table;
        for step in path {
            let slot = table.edit().entry((*step).to_owned()).or_insert_with(header);
            let Value::Table(inner) = &mut slot.node.value else { return };
            table = inner;
        }
        table.edit().insert(key.to_owned(), Item { key: place, node: Node { value, place } });
    }

    /// Switches a funding entry off.
    pub fn switch_off(&mut self, id: &str) {
        self.set(Key::Funding, id, Key::Off, Value::Truth(true));
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

/// The table of an entry of a document.
pub fn entry<'d>(document: &'d Document, group: Key, id: &str) -> Option<&'d Table> {
    as_table(&document.at(&[group.spelled(), id])?.value)
}
