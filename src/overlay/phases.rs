//! A document that changes from a month on: what it is before, and what it is from each month.
//!
//! All phases have the same entries. One that comes in later is switched off in the phases before;
//! what that means for its months is decided where a case is read.

use super::lay::{EVERY, Group, is_whole, lay};
use crate::calendar::Month;
use crate::document::{Document, Item, Later, List, Node, OverlayMistake, Table, Value};
use crate::prices;
use crate::reading::group::{as_table, table_at, text_at};
use crate::reading::keys::Problems;
use crate::words::{Key, Section, Takes, Word};

/// The groups of entries that a scenario can change from a month on.
fn groups() -> impl Iterator<Item = Group> {
    let tables = Section::Scenario.keys().map(|name| (name, name.facts(Section::Scenario)));
    tables.filter(|(_, facts)| !facts.fixed).filter_map(|(name, facts)| match facts.takes {
        Takes::Entries(section) => Some(Group { name, section }),
        _ => None,
    })
}

/// Whether what stands under a key of a table is the same in every month.
fn is_fixed(section: Section, key: &str) -> bool {
    section.key(key).is_some_and(|key| key.facts(section).fixed)
}

/// The phases of a document.
pub(super) struct Phases {
    first: Table,
    later: Vec<Later>,
    start: Option<Month>,
    /// The last month that is fact, where the document says so: nothing laid over it changes a month
    /// to that one.
    until: Option<Month>,
}

impl Phases {
    /// Takes the phases of a document.
    pub fn of(document: &mut Document) -> Self {
        let first = std::mem::take(&mut document.root);
        let later = std::mem::take(&mut document.later);
        let start = table_at(&first, Key::Case).and_then(|case| text_at(case, Key::Start));
        let start = start.and_then(|start| start.parse().ok());
        let until = table_at(&first, Key::Actual).and_then(|actual| text_at(actual, Key::Until));
        let until = until.and_then(|until| until.parse().ok());
        Self { first, later, start, until }
    }

    /// Gives them back.
    pub fn into_document(self, document: &mut Document) {
        document.root = self.first;
        document.later = self.later;
    }

    /// Brings prices of lists up to what was laid, before more is laid over them.
    pub fn settle(&mut self, lists: &[List]) {
        prices::settle_phases(&mut self.first, &mut self.later, lists);
    }

    /// Lays a table over all of them: what is of months over those after all that is fact.
    pub fn lay(&mut self, over: &Table, problems: &mut Problems) {
        let Some(until) = self.until else { return self.lay_throughout(over, problems) };
        let (of_months, throughout) = split(over);
        note_settled(&self.first, &throughout, problems);
        self.lay_throughout(&throughout, problems);
        if !of_months.0.is_empty() {
            self.lay_after(until.plus(1), &of_months, problems);
        }
    }

    /// Lays a table over all of them, whatever is fact.
    pub fn lay_throughout(&mut self, over: &Table, problems: &mut Problems) {
        for root in self.roots() {
            lay(root, over, problems);
        }
    }

    /// Lays a table over what the document is from a month on.
    pub fn lay_from(&mut self, from: Month, over: &Table, problems: &mut Problems) {
        note_fixed(&self.first, over, problems);
        match self.until {
            Some(until) => self.lay_after(from.max(until.plus(1)), over, problems),
            None if self.start.is_none_or(|start| from <= start) => {
                self.lay_throughout(over, problems);
            }
            None => self.lay_after(from, over, problems),
        }
    }

    /// Lays a table over what the document is from a month on, which is not its first.
    fn lay_after(&mut self, from: Month, over: &Table, problems: &mut Problems) {
        if self.until.is_some() {
            note_fixed(&self.first, &of_entries(over), problems);
        }
        let new = new_entries(&self.first, over);
        note_before(&new, from, problems);
        self.begin(from);
        for (root, active) in self.phases(from) {
            if active {
                lay(root, over, problems);
            } else {
                for new in &new {
                    new.add_off(root);
                }
            }
        }
    }

    /// The last month that is fact, where a month is not after it.
    pub fn fact_at(&self, month: Month) -> Option<Month> {
        self.until.filter(|until| month <= *until)
    }

    fn roots(&mut self) -> impl Iterator<Item = &mut Table> {
        std::iter::once(&mut self.first).chain(self.later.iter_mut().map(|later| &mut later.root))
    }

    /// All phases, and whether each begins no earlier than a month.
    fn phases(&mut self, from: Month) -> impl Iterator<Item = (&mut Table, bool)> {
        let later = self.later.iter_mut().map(move |later| (&mut later.root, later.from >= from));
        std::iter::once((&mut self.first, false)).chain(later)
    }

    /// Lets a phase begin in a month, like the one before it.
    fn begin(&mut self, from: Month) {
        let place = self.later.partition_point(|later| later.from < from);
        if self.later.get(place).is_some_and(|later| later.from == from) {
            return;
        }
        let before = place.checked_sub(1).and_then(|before| self.later.get(before));
        let root = before.map_or(&self.first, |later| &later.root).clone();
        self.later.insert(place, Later { from, root });
    }
}

/// What of an overlay is of months, and what holds of a case as a whole.
fn split(over: &Table) -> (Table, Table) {
    let is_of_months = |key: &str| {
        let rates = [Key::Rate, Key::Bias].map(Key::spelled);
        rates.contains(&key) || groups().any(|group| group.name.spelled() == key)
    };
    let part = |of_months: bool| {
        let mut part = over.clone();
        part.edit().retain(|key, _| is_of_months(key) == of_months);
        part
    };
    (part(true), part(false))
}

/// The entries of an overlay.
fn of_entries(over: &Table) -> Table {
    let mut entries = over.clone();
    entries.edit().retain(|key, _| groups().any(|group| group.name.spelled() == key));
    entries
}

/// The keys of `[case]` that say what months were, whatever came after them.
const OF_ALL_MONTHS: [Key; 4] = [Key::Start, Key::OpeningCash, Key::Prices, Key::PricesLater];

/// Notes what would change months that are fact.
fn note_settled(beneath: &Table, over: &Table, problems: &mut Problems) {
    let says_it = |there: Option<&Item>, item: &Item| {
        there.is_some_and(|there| there.node.value.says(&item.node.value))
    };
    if let Some(item) =
        over.item(Key::Opening).filter(|item| !says_it(beneath.item(Key::Opening), item))
    {
        let path = Key::Opening.spelled().to_owned();
        problems.push(item.key, OverlayMistake::NotFromAMonth { path });
    }
    let (Some(case), there) = (table_at(over, Key::Case), table_at(beneath, Key::Case)) else {
        return;
    };
    for key in OF_ALL_MONTHS {
        let Some(item) = case.item(key) else { continue };
        if !says_it(there.and_then(|there| there.item(key)), item) {
            let path = format!("{}.{key}", Key::Case);
            problems.push(item.key, OverlayMistake::NotFromAMonth { path });
        }
    }
}

/// An entry that an overlay adds.
struct New<'o> {
    group: Key,
    id: &'o str,
    item: &'o Item,
    keys: &'o Table,
}

/// The entries that an overlay adds to a document.
fn new_entries<'o>(beneath: &Table, over: &'o Table) -> Vec<New<'o>> {
    let mut new = Vec::new();
    for group in groups() {
        let entries = table_at(over, group.name).into_iter().flat_map(|table| table.0.iter());
        for (id, item) in entries.filter(|(id, _)| *id != EVERY) {
            let Some(keys) = as_table(&item.node.value) else { continue };
            if entry(beneath, group.name, id).is_none() && is_whole(group.section, keys) {
                new.push(New { group: group.name, id, item, keys });
            }
        }
    }
    new
}

impl New<'_> {
    /// Adds the entry, switched off.
    fn add_off(&self, root: &mut Table) {
        let mut keys = self.keys.clone();
        let place = self.item.key;
        let off = Item { key: place, node: Node { value: Value::Truth(true), place } };
        keys.edit().insert(Key::Off.spelled().to_owned(), off);
        let table = |table, place| Node { value: Value::Table(table), place };
        let header = Item { key: place, node: table(Table::default(), self.item.node.place) };
        let entries = root.edit().entry(self.group.spelled().to_owned()).or_insert(header);
        if let Value::Table(entries) = &mut entries.node.value {
            let item = Item { key: place, node: table(keys, self.item.node.place) };
            entries.edit().insert(self.id.to_owned(), item);
        }
    }
}

/// Notes the new entries that would come once before a month from which on they are there.
fn note_before(new: &[New<'_>], from: Month, problems: &mut Problems) {
    for New { group, id, keys, .. } in new {
        let on = keys.item(Key::On).and_then(|on| match &on.node.value {
            Value::Text(written) => Some((written, on.node.place)),
            _ => None,
        });
        let dated = table_at(keys, Key::At).into_iter().flat_map(|dated| dated.0.iter());
        let dated = dated.map(|(written, item)| (written, item.key));
        for (written, place) in on.into_iter().chain(dated) {
            // What is no month is told by its reader.
            if written.parse::<Month>().is_ok_and(|month| month < from) {
                let (path, on) = (format!("{group}.{id}"), written.clone());
                problems.push(place, OverlayMistake::OnBeforeFrom { path, on, from });
            }
        }
    }
}

/// Notes what a scenario changes that cannot change from a month on.
fn note_fixed(beneath: &Table, over: &Table, problems: &mut Problems) {
    for (key, item) in over.0.iter().filter(|(key, _)| is_fixed(Section::Scenario, key)) {
        if beneath.0.get(key).is_some_and(|there| there.node.value.says(&item.node.value)) {
            continue;
        }
        problems.push(item.key, OverlayMistake::NotFromAMonth { path: key.clone() });
    }
    for group in groups() {
        let Some(entries) = table_at(over, group.name) else { continue };
        for (id, item) in entries.0.iter() {
            let Some(keys) = as_table(&item.node.value) else { continue };
            if id != EVERY && entry(beneath, group.name, id).is_none() {
                continue;
            }
            let there = entry(beneath, group.name, id);
            for (key, item) in keys.0.iter().filter(|(key, _)| is_fixed(group.section, key)) {
                // What is said again changes nothing.
                let as_it_is = there.and_then(|keys| keys.0.get(key));
                if as_it_is.is_some_and(|there| there.node.value.says(&item.node.value)) {
                    continue;
                }
                let path = format!("{}.{id}.{key}", group.name);
                problems.push(item.key, OverlayMistake::NotFromAMonth { path });
            }
        }
    }
}

fn entry<'t>(root: &'t Table, group: Key, id: &str) -> Option<&'t Table> {
    as_table(&table_at(root, group)?.item(id)?.node.value)
}
