//! What all entries have in common.

use crate::case::Entry;
use crate::document::{Item, Table, Value, Wanted};
use crate::reading::entries::{check_id, group_table};
use crate::reading::group::is_off;
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::number::is_pro_memorie;
use crate::reading::text::{name, story, truth};
use crate::words::{Key, Section, Text, Word};

/// An entry while it is read.
#[derive(Debug)]
pub struct Scope<'d, 's> {
    /// Its keys.
    pub keys: Keys<'d, 's>,
    /// Its group: `cost`.
    pub group: Key,
    /// What it takes; of funding what its kind takes, once that is known.
    pub section: Section,
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
    These(&'a [(Key, &'a str)]),
}

impl Only<'_> {
    /// Whether an entry is among them.
    pub fn has(self, group: Key, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(entries) => entries.contains(&(group, id)),
        }
    }
}

/// Reads the entries of a group; those that are wrong are noted, those that are `off` left out.
pub fn entries<'d, T>(
    root: &'d Table,
    group: Key,
    only: Only<'_>,
    problems: &mut Problems,
    mut read: impl FnMut(&mut Scope<'d, '_>) -> Option<T>,
) -> Vec<Entry<T>> {
    let Some(table) = group_table(root, group, problems) else { return Vec::new() };
    let mut entries = Vec::new();
    for (id, item) in table.0.iter().filter(|(id, _)| only.has(group, id)) {
        check_id(id, item.key, problems);
        let written = entry((group, id), item, problems, &mut read);
        entries.extend(written.filter(|written| !written.off).map(|written| written.entry));
    }
    entries
}

/// An entry as it is written.
pub struct Written<T> {
    /// What it means.
    pub entry: Entry<T>,
    /// Whether it is switched off.
    pub off: bool,
}

/// Reads one entry of a group; what is wrong with it is noted.
pub fn entry<'d, T>(
    (group, id): (Key, &'d str),
    item: &'d Item,
    problems: &mut Problems,
    read: &mut impl FnMut(&mut Scope<'d, '_>) -> Option<T>,
) -> Option<Written<T>> {
    let Value::Table(table) = &item.node.value else {
        let path = format!("{group}.{id}");
        return Slot { key: &path, node: &item.node }.wrong_type(Wanted::Entry, problems);
    };
    let off = is_off(&item.node.value);
    let keys = Keys { table, place: item.node.place, problems };
    let section = group.entries()?;
    let mut scope = Scope { keys, group, section, id, off };
    let name = scope.keys.get(Key::Name, name).or(Text::from(id));
    let source = scope.keys.get(Key::Source, story).optional();
    scope.keys.get(Key::Off, truth);
    let pro_memorie = has_pro_memorie(&scope);
    let what = read(&mut scope);
    let entry = Entry {
        id: id.to_owned(),
        name: name?,
        source: source?,
        pro_memorie,
        what: what?,
        later: Vec::new(),
        facts: None,
    };
    Some(Written { entry, off })
}

fn has_pro_memorie(scope: &Scope<'_, '_>) -> bool {
    let mut written = scope.keys.table.0.iter();
    written.any(|(key, item)| {
        is_pro_memorie(&item.node.value)
            && Key::of(key).is_some_and(|key| key.facts(scope.section).takes.may_be_pro_memorie())
    })
}
