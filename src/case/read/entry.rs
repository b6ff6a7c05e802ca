//! What all entries have in common.

use super::keys::{Keys, Problems, Slot};
use super::number::is_pro_memorie;
use super::register::is_off;
use super::text::{name, text, truth};
use crate::case::Entry;
use crate::document::{Item, KeyMistake, Place, Table, Value, Wanted};

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

/// Reads the entries of a group; those that are wrong are noted, those that are `off` left out.
pub fn entries<'d, T>(
    root: &'d Table,
    group: &'static str,
    problems: &mut Problems,
    mut read: impl FnMut(&mut Scope<'d, '_>) -> Option<T>,
) -> Vec<Entry<T>> {
    let Some(table) = group_table(root, group, problems) else { return Vec::new() };
    let mut entries = Vec::with_capacity(table.0.len());
    for (id, item) in &table.0 {
        check_id(id, item.key, problems);
        let Some(mut scope) = scope(group, id, item, problems) else { continue };
        let entry = entry(&mut scope, &mut read);
        if !scope.off {
            entries.extend(entry);
        }
    }
    entries
}

/// The table of a group, when there is one.
pub fn group_table<'d>(
    root: &'d Table,
    group: &'static str,
    problems: &mut Problems,
) -> Option<&'d Table> {
    let item = root.0.get(group)?;
    match &item.node.value {
        Value::Table(table) => Some(table),
        _ => Slot { key: group, node: &item.node }.wrong_type(Wanted::Table, problems),
    }
}

/// Notes an id with other characters than `a-z`, `0-9` and `_`.
pub fn check_id(id: &str, place: Place, problems: &mut Problems) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    if id.is_empty() || !id.bytes().all(plain) {
        problems.push(place, KeyMistake::BadId { id: id.to_owned(), spelled: plain_id(id) });
    }
}

/// An id within the rules that resembles this one.
fn plain_id(id: &str) -> String {
    let mut plain = String::with_capacity(id.len());
    for c in id.trim().to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => plain.push(c),
            'à'..='å' => plain.push('a'),
            'è'..='ë' => plain.push('e'),
            'ì'..='ï' => plain.push('i'),
            'ò'..='ö' => plain.push('o'),
            'ù'..='ü' => plain.push('u'),
            'ç' => plain.push('c'),
            'ñ' => plain.push('n'),
            _ if plain.is_empty() || plain.ends_with('_') => {}
            _ => plain.push('_'),
        }
    }
    let plain = plain.trim_end_matches('_');
    if plain.is_empty() { "name".to_owned() } else { plain.to_owned() }
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
    })
}

fn has_pro_memorie(table: &Table) -> bool {
    ["amount", "amounts", "quantity", "price"]
        .into_iter()
        .filter_map(|key| table.0.get(key))
        .any(|item| is_pro_memorie(&item.node.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_put_right() {
        assert_eq!(plain_id("Buurt-keuken"), "buurt_keuken");
        assert_eq!(plain_id("Café 't Hoekje"), "cafe_t_hoekje");
        assert_eq!(plain_id("€"), "name");
    }
}
