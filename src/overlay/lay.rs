//! A table laid over another, key by key.

use super::change::Refusal;
use crate::document::{
    Change, Item, Mistake, Node, OverlayMistake, Place, Table, Value, ValueMistake, Wanted,
};
use crate::prices;
use crate::reading::keys::{Problems, Slot};
use crate::reading::known::is_misspelled;
use crate::reading::names::known;
use crate::words::{Changed, Key, Section, Takes, Word};
use indexmap::IndexSet;

/// Reaches every entry of its group that has the key.
pub(super) const EVERY: &str = "*";

/// A table of entries, and what each of them takes.
#[derive(Clone, Copy)]
pub(super) struct Group {
    /// Its name.
    pub name: Key,
    /// What an entry takes.
    pub section: Section,
}

/// Lays a table over another. What is wrong is noted, and left as it was beneath.
pub fn lay(beneath: &mut Table, over: &Table, problems: &mut Problems) {
    for (key, item) in over.0.iter() {
        let Value::Table(table) = &item.node.value else {
            put(beneath, key, item);
            continue;
        };
        let known = Key::of(key).map(|name| (name, name.facts(Section::CaseFile).takes));
        match known {
            // They are overlays themselves: what their values mean shows when they are laid.
            Some((Key::Scenario | Key::Stress, _)) => merge(beneath, key, item),
            Some((_, Takes::Rates)) => {
                within(beneath, key, item, |rates| lay_rates(rates, table, problems));
            }
            Some((name, Takes::Entries(section))) => {
                let group = Group { name, section };
                within(beneath, key, item, |entries| lay_group(entries, group, table, problems));
            }
            Some((_, Takes::Table(section))) => {
                within(beneath, key, item, |keys| lay_keys(keys, section, table, problems));
            }
            // What is no table of the format is told when it is read.
            _ => merge(beneath, key, item),
        }
    }
}

/// Works on the table under a key; what is no table, or not there, becomes an empty one.
fn within(table: &mut Table, key: &str, over: &Item, work: impl FnOnce(&mut Table)) {
    let empty = || Node { value: Value::Table(Table::default()), place: over.node.place };
    let make = || Item { key: over.key, node: empty() };
    let slot = table.edit().entry(key.to_owned()).or_insert_with(make);
    if !matches!(slot.node.value, Value::Table(_)) {
        slot.node = empty();
    }
    if let Value::Table(inner) = &mut slot.node.value {
        work(inner);
    }
}

/// Merges tables without reading their values.
pub(super) fn merge(beneath: &mut Table, key: &str, over: &Item) {
    match (beneath.edit().get_mut(key).map(|item| &mut item.node.value), &over.node.value) {
        (Some(Value::Table(inner)), Value::Table(table)) => {
            table.0.iter().for_each(|(key, item)| merge(inner, key, item));
        }
        _ => put(beneath, key, over),
    }
}

/// Puts an item in the place of another, or behind all others.
fn put(table: &mut Table, key: &str, item: &Item) {
    table.edit().insert(key.to_owned(), item.clone());
}

/// Every rate first, then those that are named.
fn lay_rates(rates: &mut Table, over: &Table, problems: &mut Problems) {
    if let Some(every) = over.0.get(EVERY) {
        if rates.0.is_empty() {
            note_unreached(
                every.key,
                &format!("{}.\"{EVERY}\"", Key::Rate),
                std::iter::empty(),
                problems,
            );
        }
        for rate in rates.0.keys().cloned().collect::<Vec<_>>() {
            lay_value(rates, &rate, every, Changed::Points, problems);
        }
    }
    for (rate, item) in over.0.iter().filter(|(rate, _)| *rate != EVERY) {
        lay_value(rates, rate, item, Changed::Points, problems);
    }
}

/// What reaches every entry first: what is said of one in particular goes over that.
fn lay_group(entries: &mut Table, group: Group, over: &Table, problems: &mut Problems) {
    if let Some(every) = over.0.get(EVERY) {
        if let Value::Table(keys) = &every.node.value {
            keys.0.iter().for_each(|(key, item)| lay_every(entries, group, key, item, problems));
        } else if scales_an_entry(&every.node.value) {
            scale_every(entries, group, every, problems);
        } else {
            let slot = Slot { key: EVERY, node: &every.node };
            slot.wrong_type::<()>(Wanted::Entry, problems);
        }
    }
    for (id, item) in over.0.iter().filter(|(id, _)| *id != EVERY) {
        match (&item.node.value, scale_of(&item.node.value)) {
            (Value::Table(keys), _) => lay_entry(entries, (group, id), item, keys, problems),
            (_, Some(_)) => scale_entry(entries, (group, id), item, problems),
            _ => put(entries, id, item),
        }
    }
}

/// Whether an entry has something to be scaled by.
pub fn can_be_scaled(section: Section, entry: &Table) -> bool {
    section.reckoned_from().any(|key| entry.has(key))
}

/// The change that a value stands for where an entry is to be scaled as a whole.
fn scale_of(value: &Value) -> Option<Change> {
    let change = match value {
        Value::Change(change) => Some(*change),
        Value::Text(text) => Change::of(text, Changed::Part),
        _ => None,
    };
    change.filter(|change| matches!(change, Change::Scale(_)))
}

/// Whether a value scales an entry as a whole.
pub fn scales_an_entry(value: &Value) -> bool {
    scale_of(value).is_some()
}

/// Scales an entry as a whole.
fn scale_entry(
    entries: &mut Table,
    (group, id): (Group, &str),
    over: &Item,
    problems: &mut Problems,
) {
    let Some(item) = entries.edit().get_mut(id) else {
        return note_no_entry(entries, (group, id), over.key, problems);
    };
    let Value::Table(keys) = &mut item.node.value else { return };
    if !scale_keys(keys, group, over, problems) {
        let written = match &over.node.value {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        };
        let nothing = OverlayMistake::NothingToChange { key: id.to_owned(), written, word: None };
        problems.push(over.node.place, nothing);
    }
}

/// Scales what an entry is reckoned from; whether there is any of that, or was meant to be.
fn scale_keys(keys: &mut Table, group: Group, over: &Item, problems: &mut Problems) -> bool {
    let there = group.section.reckoned_from().filter(|key| keys.has(key));
    let there: Vec<_> = there.collect();
    for key in &there {
        lay_value(keys, key.spelled(), over, Changed::Part, problems);
    }
    let mut reckoned_from = group.section.reckoned_from();
    !there.is_empty() || reckoned_from.any(|key| is_lost(keys, key.spelled(), group.section))
}

/// Scales every entry that has something to be reckoned from.
fn scale_every(entries: &mut Table, group: Group, over: &Item, problems: &mut Problems) {
    let mut reached = false;
    for entry in entries.edit().values_mut() {
        if let Value::Table(keys) = &mut entry.node.value {
            reached |= scale_keys(keys, group, over, problems);
        }
    }
    if !reached {
        note_unreached(
            over.key,
            &format!("{}.\"{EVERY}\"", group.name),
            std::iter::empty(),
            problems,
        );
    }
}

/// Lays a value over that of every entry which has the key; any entry can be switched off.
fn lay_every(entries: &mut Table, group: Group, key: &str, over: &Item, problems: &mut Problems) {
    let mut reached = false;
    let changed = changed(group.section, key);
    for entry in entries.edit().values_mut() {
        if let Value::Table(keys) = &mut entry.node.value
            && (key == Key::Off.spelled() || keys.has(key))
        {
            reached = true;
            lay_value(keys, key, over, changed, problems);
        } else if let Value::Table(keys) = &entry.node.value {
            reached |= is_lost(keys, key, group.section);
        }
    }
    if !reached {
        let keys: IndexSet<_> = entries.0.values().flat_map(keys_of).collect();
        note_unreached(
            over.key,
            &format!("{}.\"{EVERY}\".{key}", group.name),
            keys.iter().copied(),
            problems,
        );
    }
}

fn keys_of(entry: &Item) -> impl Iterator<Item = &String> {
    match &entry.node.value {
        Value::Table(keys) => Some(keys.0.keys()),
        _ => None,
    }
    .into_iter()
    .flatten()
}

/// Lays an entry over the one of that id, or adds it when it can stand by itself.
fn lay_entry(
    entries: &mut Table,
    (group, id): (Group, &str),
    over: &Item,
    keys: &Table,
    problems: &mut Problems,
) {
    if !entries.has(id) && !is_whole(group.section, keys) {
        return note_no_entry(entries, (group, id), over.key, problems);
    }
    within(entries, id, over, |entry| lay_keys(entry, group.section, keys, problems));
}

fn note_no_entry(
    entries: &Table,
    (group, id): (Group, &str),
    place: Place,
    problems: &mut Problems,
) {
    let path = |id: &str| format!("{}.{id}", group.name);
    let paths: Vec<_> = entries.0.keys().map(|id| path(id)).collect();
    note_unreached(place, &path(id), paths.iter(), problems);
}

/// Whether an entry says enough to be a new one, rather than a change of one that is not there.
pub(super) fn is_whole(section: Section, keys: &Table) -> bool {
    let any_of = section.stands_by();
    any_of.is_empty() || any_of.iter().any(|key| keys.has(key))
}

fn lay_keys(table: &mut Table, section: Section, over: &Table, problems: &mut Problems) {
    for (key, item) in over.0.iter() {
        lay_key(table, section, (key, item), problems);
    }
    prices::keep_apart(table, over);
}

/// Lays what stands under a key over what stood there: a table of the format key by key.
fn lay_key(
    table: &mut Table,
    section: Section,
    (key, item): (&str, &Item),
    problems: &mut Problems,
) {
    let inner = section.key(key).map(|key| key.facts(section).takes);
    let changed = changed(section, key);
    match (inner, &item.node.value) {
        (Some(Takes::Table(inner)), Value::Table(over)) => {
            within(table, key, item, |table| lay_keys(table, inner, over, problems));
        }
        // What is misspelled beneath is told when it is read, and that is enough.
        _ if is_change(&item.node.value, changed) && is_lost(table, key, section) => {}
        _ => lay_value(table, key, item, changed, problems),
    }
}

/// Whether a key is not there only because it is misspelled.
fn is_lost(table: &Table, key: &str, section: Section) -> bool {
    !table.0.contains_key(key) && is_misspelled(table, key, section)
}

/// Whether a value changes what lies beneath, rather than to take its place.
fn is_change(value: &Value, changed: Changed) -> bool {
    match value {
        Value::Text(text) => Change::of(text, changed).is_some(),
        value => matches!(value, Value::Change(_)),
    }
}

/// How what stands under a key of a table is changed.
fn changed(section: Section, key: &str) -> Changed {
    section.key(key).map_or(Changed::Not, |key| key.facts(section).changed())
}

/// Lays a value over the one under its key: it takes its place, or changes it.
fn lay_value(table: &mut Table, key: &str, over: &Item, changed: Changed, problems: &mut Problems) {
    // A price of a list is one that is not there until it is laid, or that is laid over.
    if key == Key::PriceFrom.spelled() {
        prices::forget(table);
    }
    let listed = key == Key::Price.spelled() && prices::is_listed(table);
    lay_plainly(table, key, over, changed, problems);
    if listed {
        prices::keep(table, over.key);
    }
}

/// Lays a value over the one under its key: it takes its place, or changes it.
fn lay_plainly(
    table: &mut Table,
    key: &str,
    over: &Item,
    changed: Changed,
    problems: &mut Problems,
) {
    let change = match &over.node.value {
        Value::Text(text) => Change::of(text, changed).map(|change| (change, text.clone())),
        Value::Change(change) => Some((*change, String::new())),
        // The ends of a range, one by one.
        Value::Table(ends) if beneath_is_table(table, key) => {
            within(table, key, over, |range| {
                ends.0
                    .iter()
                    .for_each(|(end, item)| lay_plainly(range, end, item, changed, problems));
            });
            return;
        }
        _ => None,
    };
    let Some((change, written)) = change else { return put(table, key, over) };
    let name = key.to_owned();
    let mistake = match (change, changed) {
        (Change::Scale(_), Changed::Points) => {
            OverlayMistake::PercentOrPoints { key: name, written }.into()
        }
        (Change::Points(_), Changed::Part) => {
            OverlayMistake::PointsOnNumber { key: name, written }.into()
        }
        _ => match change_beneath(table, key, over, change) {
            Ok(()) => return,
            Err(Refusal::TooManyDigits) => ValueMistake::TooManyDigits { key: name }.into(),
            Err(Refusal::Nothing) => {
                let word = word_beneath(table, key);
                Mistake::from(OverlayMistake::NothingToChange { key: name, written, word })
            }
        },
    };
    problems.push(over.node.place, mistake);
}

fn beneath_is_table(table: &Table, key: &str) -> bool {
    table.0.get(key).is_some_and(|item| matches!(item.node.value, Value::Table(_)))
}

fn change_beneath(
    table: &mut Table,
    key: &str,
    over: &Item,
    change: Change,
) -> Result<(), Refusal> {
    let item = table.edit().get_mut(key).ok_or(Refusal::Nothing)?;
    let mut node = item.node.clone();
    change.apply(&mut node, over.node.place)?;
    *item = Item { key: over.key, node };
    Ok(())
}

/// The word under a key: the name of a rate.
fn word_beneath(table: &Table, key: &str) -> Option<String> {
    match &table.0.get(key)?.node.value {
        Value::Text(word) => Some(word.clone()),
        _ => None,
    }
}

/// Notes a path that leads to nothing, and what there is.
fn note_unreached<'n>(
    place: Place,
    path: &str,
    names: impl ExactSizeIterator<Item = &'n String>,
    problems: &mut Problems,
) {
    let total = names.len();
    let known = known(path, names, total, problems);
    problems.push(place, OverlayMistake::ReachesNothing { path: path.to_owned(), known });
}
