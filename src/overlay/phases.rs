//! A document that changes from a month on: what it is before, and what it is from each month.
//!
//! All phases have the same entries in the same order, so that what an entry was and what it
//! becomes can be put side by side. An entry that comes in later stands in every phase, and begins
//! no earlier; one that is switched off stands in every phase, and ends the month before.

use super::lay::{EVERY, GROUPS, lay};
use crate::calendar::Month;
use crate::document::{Document, Item, Later, Node, Number, OverlayMistake, Place, Table, Value};
use crate::reading::group::{as_table, table_at, text_at};
use crate::reading::keys::Problems;
use rust_decimal::Decimal;

/// The tables that cannot change from a month on.
const FIXED_TABLES: &[&str] = &["case", "rate", "party", "criteria"];

/// The keys of an entry that cannot change from a month on.
const FIXED_KEYS: &[&str] =
    &["kind", "party", "of", "status", "on", "from", "per", "paid", "advance"];

/// The phases of a document.
pub(super) struct Phases {
    first: Table,
    later: Vec<Later>,
    start: Option<Month>,
}

impl Phases {
    /// Takes the phases of a document.
    pub fn of(document: &mut Document) -> Self {
        let first = std::mem::take(&mut document.root);
        let later = std::mem::take(&mut document.later);
        let start = table_at(&first, "case").and_then(|case| text_at(case, "start"));
        let start = start.and_then(|start| start.parse().ok());
        Self { first, later, start }
    }

    /// Gives them back.
    pub fn into_document(self, document: &mut Document) {
        document.root = self.first;
        document.later = self.later;
    }

    /// Lays a table over all of them.
    pub fn lay(&mut self, over: &Table, problems: &mut Problems) {
        for root in self.roots() {
            lay(root, over, problems);
        }
    }

    /// Lays a table over what the document is from a month on.
    pub fn lay_from(&mut self, from: Month, over: &Table, problems: &mut Problems) {
        note_fixed(&self.first, over, problems);
        if self.start.is_none_or(|start| from <= start) {
            return self.lay(over, problems);
        }
        let parts = Parts::of(&self.first, over);
        self.begin(from);
        for (root, active) in self.phases(from) {
            for (group, id, item) in &parts.new {
                add(root, group, id, begins(item, from, active));
            }
            if active {
                lay(root, &parts.changed, problems);
            }
        }
        for (group, id, place) in &parts.off {
            self.end(group, id, from, *place);
        }
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

    /// Switches an entry off from a month on.
    fn end(&mut self, group: &str, id: &str, from: Month, place: Place) {
        let entry = entry(&self.first, group, id);
        let ending =
            entry.map_or(Ending::Never, |entry| Ending::of(group, entry, self.start, from));
        for (root, active) in self.phases(from) {
            let Some(entry) = entry_mut(root, group, id) else { continue };
            match ending {
                Ending::Always => set(entry, "off", Value::Truth(true), place),
                Ending::Before => {
                    let last = Value::Text(from.plus(-1).to_string());
                    set(entry, "until", last, place);
                }
                Ending::Nothing if active => stop(entry, place),
                Ending::Never | Ending::Nothing => {}
            }
        }
    }
}

/// How an entry that is switched off from a month on ends.
#[derive(Clone, Copy)]
enum Ending {
    /// It has come before: a purchase made, a loan drawn, or its own end.
    Never,
    /// It would only begin later.
    Always,
    /// Its last month is the one before.
    Before,
    /// It follows another entry, and from then on by nothing.
    Nothing,
}

impl Ending {
    fn of(group: &str, entry: &Table, start: Option<Month>, from: Month) -> Self {
        let month = |key| text_at(entry, key).and_then(|text| text.parse::<Month>().ok());
        let kind = text_at(entry, "kind");
        if entry.0.contains_key("of") && kind != Some("outcome") {
            return Self::Nothing;
        }
        let is_once = text_at(entry, "per") == Some("once") || entry.0.contains_key("on");
        let begins = |key| month(key).or(start);
        if is_once || (group == "funding" && kind == Some("loan")) {
            return if begins("on").is_some_and(|on| on >= from) {
                Self::Always
            } else {
                Self::Never
            };
        }
        if begins("from").is_some_and(|first| first >= from) {
            Self::Always
        } else if month("until").is_some_and(|until| until < from) {
            Self::Never
        } else {
            Self::Before
        }
    }
}

/// What an overlay does to entries: those it adds, those it switches off, and what it changes.
struct Parts {
    new: Vec<(String, String, Item)>,
    off: Vec<(String, String, Place)>,
    changed: Table,
}

impl Parts {
    fn of(beneath: &Table, over: &Table) -> Self {
        let mut parts = Self { new: Vec::new(), off: Vec::new(), changed: over.clone() };
        for group in GROUPS {
            let Some(entries) = parts.changed.edit().get_mut(*group) else { continue };
            let Value::Table(entries) = &mut entries.node.value else { continue };
            let there = table_at(beneath, group);
            let is_there = |id: &str| there.is_some_and(|there| there.0.contains_key(id));
            let is_new = |id: &str, item: &Item| {
                id != EVERY && !is_there(id) && as_table(&item.node.value).is_some_and(has_kind)
            };
            for (id, item) in entries.edit().extract_if(.., |id, item| is_new(id, item)) {
                parts.new.push(((*group).to_owned(), id, item));
            }
            for (id, item) in entries.edit() {
                let Value::Table(keys) = &mut item.node.value else { continue };
                let off = keys.0.get("off").map(|off| (off.key, &off.node.value));
                let Some((place, Value::Truth(true))) = off else { continue };
                keys.edit().shift_remove("off");
                let ids = if id == EVERY { all_ids(there) } else { vec![id.clone()] };
                parts.off.extend(ids.into_iter().map(|id| ((*group).to_owned(), id, place)));
            }
        }
        parts
    }
}

/// Whether a table is an entry by itself; else it is laid, and told to reach nothing.
fn has_kind(keys: &Table) -> bool {
    ["kind", "per", "on", "of"].iter().any(|key| keys.0.contains_key(*key))
}

fn all_ids(entries: Option<&Table>) -> Vec<String> {
    entries.map(|table| table.0.keys().cloned().collect()).unwrap_or_default()
}

/// Notes what a scenario changes that cannot change from a month on.
fn note_fixed(beneath: &Table, over: &Table, problems: &mut Problems) {
    for (key, item) in over.0.iter().filter(|(key, _)| FIXED_TABLES.contains(&key.as_str())) {
        problems.push(item.key, OverlayMistake::NotFromAMonth { path: key.clone() });
    }
    for group in GROUPS.iter().filter(|group| !FIXED_TABLES.contains(group)) {
        let Some(entries) = table_at(over, group) else { continue };
        for (id, item) in entries.0.iter() {
            let Some(keys) = as_table(&item.node.value) else { continue };
            if id != EVERY && entry(beneath, group, id).is_none() {
                continue;
            }
            for (key, item) in keys.0.iter().filter(|(key, _)| FIXED_KEYS.contains(&key.as_str())) {
                let path = format!("{group}.{id}.{key}");
                problems.push(item.key, OverlayMistake::NotFromAMonth { path });
            }
        }
    }
}

/// A new entry that begins no earlier than a month; one that follows another does so by nothing
/// before it.
fn begins(item: &Item, from: Month, active: bool) -> Item {
    let mut item = item.clone();
    let place = item.node.place;
    let Value::Table(entry) = &mut item.node.value else { return item };
    let kind = text_at(entry, "kind");
    if entry.0.contains_key("of") && kind != Some("outcome") {
        if !active {
            stop(entry, place);
        }
        return item;
    }
    let once = text_at(entry, "per") == Some("once") || entry.0.contains_key("on");
    let key = if once || kind == Some("loan") { "on" } else { "from" };
    let written = text_at(entry, key).map(str::parse::<Month>);
    match written {
        // What is no month is told by its reader.
        Some(Err(_)) => {}
        Some(Ok(month)) if month >= from => {}
        Some(Ok(_)) | None => set(entry, key, Value::Text(from.to_string()), place),
    }
    item
}

/// Lets an entry follow by nothing.
fn stop(entry: &mut Table, place: Place) {
    if entry.0.contains_key("price") {
        let number = Number { written: "0".to_owned(), exact: Some(Decimal::ZERO), scaled: false };
        set(entry, "price", Value::Number(number), place);
    } else {
        set(entry, "share", Value::Text("0%".to_owned()), place);
    }
}

fn set(table: &mut Table, key: &str, value: Value, place: Place) {
    table.edit().insert(key.to_owned(), Item { key: place, node: Node { value, place } });
}

fn add(root: &mut Table, group: &str, id: &str, item: Item) {
    let header = Item {
        key: item.key,
        node: Node { value: Value::Table(Table::default()), place: item.node.place },
    };
    let entries = root.edit().entry(group.to_owned()).or_insert(header);
    if let Value::Table(entries) = &mut entries.node.value {
        entries.edit().insert(id.to_owned(), item);
    }
}

fn entry<'t>(root: &'t Table, group: &str, id: &str) -> Option<&'t Table> {
    as_table(&table_at(root, group)?.0.get(id)?.node.value)
}

fn entry_mut<'t>(root: &'t mut Table, group: &str, id: &str) -> Option<&'t mut Table> {
    let Value::Table(entries) = &mut root.edit().get_mut(group)?.node.value else { return None };
    match &mut entries.edit().get_mut(id)?.node.value {
        Value::Table(entry) => Some(entry),
        _ => None,
    }
}
