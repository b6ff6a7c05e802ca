//! What all entries have in common.

use crate::case::Entry;
use crate::document::{Item, Table, Value, Wanted};
use crate::reading::group::{check_id, group_table, is_off};
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::number::is_pro_memorie;
use crate::reading::text::{name, text, truth};

/// An entry while it is read.
#[derive(Debug)]
pub struct Scope<'d, 's> {
    /// Its keys.
    pub keys: Keys<'d, 's>,
    /// Its group: `cost`.
    pub group: &'static str,
    /// Its id.
    pub id: &'d str,
    /// Whether it is switched off.
    pub off: bool,
}

impl Scope<'_, '_> {
    /// What the entry is called from elsewhere: `cost.kitchen`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.group, self.id)
    }
}

/// Which entries are read.
#[derive(Clone, Copy, Debug)]
pub enum Only<'a> {
    /// All of them.
    All,
    /// Those with these groups and ids.
    These(&'a [(&'a str, &'a str)]),
}

impl Only<'_> {
    fn has(self, group: &str, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(entries) => entries.contains(&(group, id)),
        }
    }
}

/// Reads the entries of a group; those that are wrong are noted, those that are `off` left out.
pub fn entries<'d, T>(
    root: &'d Table,
    group: &'static str,
    only: Only<'_>,
    problems: &mut Problems,
    mut read: impl FnMut(&mut Scope<'d, '_>) -> Option<T>,
) -> Vec<Entry<T>> {
    let Some(table) = group_table(root, group, problems) else { return Vec::new() };
    let mut entries = Vec::new();
    for (id, item) in table.0.iter().filter(|(id, _)| only.has(group, id)) {
        check_id(id, item.key, problems);
        let Some(mut scope) = scope(group, id, item, problems) else { continue };
        let entry = entry(&mut scope, &mut read);
        if !scope.off {
            entries.extend(entry);
        }
    }
    entries
}

fn scope<'d, 's>(
    group: &'static str,
    id: &'d str,
    item: &'d Item,
    problems: &'s mut Problems,
) -> Option<Scope<'d, 's>> {
    let Value::Table(table) = &item.node.value else {
        let path = format!("{group}.{id}");
        return Slot { key: &path, node: &item.node }.wrong_type(Wanted::Entry, problems);
    };
    let keys = Keys { table, place: item.node.place, problems };
    Some(Scope { keys, group, id, off: is_off(&item.node.value) })
}

fn entry<'d, T>(
    scope: &mut Scope<'d, '_>,
    read: &mut impl FnMut(&mut Scope<'d, '_>) -> Option<T>,
) -> Option<Entry<T>> {
    let id = scope.id;
    let name = scope.keys.get("name", name).or(id);
    let source = scope.keys.get("source", text).optional();
    scope.keys.get("off", truth);
    let pro_memorie = has_pro_memorie(scope.keys.table);
    let what = read(scope);
    Some(Entry {
        id: id.to_owned(),
        name: name?.to_owned(),
        source: source?.map(str::to_owned),
        pro_memorie,
        what: what?,
        later: Vec::new(),
    })
}

fn has_pro_memorie(table: &Table) -> bool {
    ["amount", "amounts", "quantity", "price"]
        .into_iter()
        .filter_map(|key| table.0.get(key))
        .any(|item| is_pro_memorie(&item.node.value))
}
