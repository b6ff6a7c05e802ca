//! Prices of lists put into the tree, each beside the key that names it.
//!
//! What comes from a list stands where its name stands: so it is told from what somebody wrote. What
//! is laid over such a price takes its place, and the key of the name then stands where that does; two
//! that were written side by side stand apart.

use super::lists::Lists;
use crate::document::{Document, Item, Later, List, Node, Number, Place, Table, Value};
use crate::reading::group::{as_table, table_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::percent::single_share;
use crate::words::{Group, Key, Language, Section, Text, Word, percent};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What an entry may have from a list.
const FROM_LIST: [Key; 3] = [Key::Price, Key::Source, Key::Transfer];

/// The groups whose entries take prices from lists.
fn groups() -> impl Iterator<Item = Group> {
    Group::all().filter(|group| group.section().has(Key::PriceFrom))
}

/// Whether what stands under a key of an entry comes from a list.
pub fn is_from_list(entry: &Table, key: Key) -> bool {
    let place = |key: Key| entry.item(key).map(|item| item.node.place);
    entry.has(Key::PriceFrom) && place(key) == place(Key::PriceFrom)
}

/// Whether the price of an entry comes from a list, or is yet to come from one, so that what is laid as
/// its price takes the place of that.
pub fn is_listed(entry: &Table) -> bool {
    let awaits = entry.has(Key::PriceFrom) && !entry.has(Key::Price);
    awaits || goes_together(entry)
}

/// Whether the price of an entry comes from a list, or was laid over one that did.
pub fn goes_together(entry: &Table) -> bool {
    let key = |key: Key| entry.item(key).map(|item| item.key);
    let laid = || key(Key::Price).is_some() && key(Key::Price) == key(Key::PriceFrom);
    is_from_list(entry, Key::Price) || laid()
}

/// Takes what an entry has from a list out of it, before another price is named.
pub fn forget(entry: &mut Table) {
    if !entry.has(Key::PriceFrom) {
        return;
    }
    let goes = |key: &Key| match key {
        Key::Price => goes_together(entry),
        key => is_from_list(entry, *key),
    };
    let gone: Vec<_> = FROM_LIST.into_iter().filter(goes).collect();
    for key in gone {
        entry.edit().shift_remove(key.spelled());
    }
}

/// Keeps a price that was laid over one from a list in its place.
pub fn keep(entry: &mut Table, laid: Place) {
    for key in [Key::Price, Key::PriceFrom] {
        if let Some(item) = entry.edit().get_mut(key.spelled()) {
            item.key = laid;
        }
    }
}

/// Leaves a price and the name of one apart that were laid side by side.
pub fn keep_apart(entry: &mut Table, over: &Table) {
    let Some(named) = over.item(Key::PriceFrom).filter(|_| over.has(Key::Price)) else { return };
    if let Some(item) = entry.edit().get_mut(Key::PriceFrom.spelled()) {
        item.key = named.key;
    }
}

/// Whether prices of lists may be others once a table is laid.
pub fn touches(over: &Table) -> bool {
    let names = |entry: &Table| entry.has(Key::PriceFrom) || entry.has(Key::Spread);
    over.has(Key::Case)
        || groups().filter_map(|group| table_at(over, group.key())).any(|entries| {
            entries.0.values().filter_map(|item| as_table(&item.node.value)).any(names)
        })
}

/// The document with each price of a list beside its name, where it is not there yet.
pub fn settled(document: &Document) -> Cow<'_, Document> {
    if !is_unsettled(document) {
        return Cow::Borrowed(document);
    }
    let mut document = document.clone();
    settle(&mut document);
    Cow::Owned(document)
}

/// Puts each price of a list beside its name in a document that was opened just now: nothing can be
/// laid over a price that is not there yet.
pub fn settle_opened(document: &mut Document) {
    if is_unsettled(document) {
        settle(document);
    }
}

fn is_unsettled(document: &Document) -> bool {
    let lacks = |entry: &Table| entry.has(Key::PriceFrom) && !entry.has(Key::Price);
    names_lists(&document.root) && entries(&document.root).any(|(.., entry)| lacks(entry))
}

/// Puts the price of each entry that names one of a list beside that name, or takes it away where
/// there is none; a price that was laid over it stays. What is wrong is told where a case is read.
pub fn settle(document: &mut Document) {
    settle_phases(&mut document.root, &mut document.later, &document.lists);
}

/// The same of what a document is, and what it is from some months on, with the lists that it names.
pub fn settle_phases(first: &mut Table, later: &mut [Later], lists: &[List]) {
    if !names_lists(first) {
        return;
    }
    for root in std::iter::once(first).chain(later.iter_mut().map(|later| &mut later.root)) {
        settle_in(root, lists);
    }
}

fn names_lists(root: &Table) -> bool {
    table_at(root, Key::Case).is_some_and(|case| case.has(Key::Prices))
}

/// The entries that may name a price, with their groups and ids.
fn entries(root: &Table) -> impl Iterator<Item = (Group, &str, &Table)> {
    groups().flat_map(move |group| {
        let entries = table_at(root, group.key()).into_iter().flat_map(|table| table.0.iter());
        entries
            .filter_map(move |(id, item)| Some((group, id.as_str(), as_table(&item.node.value)?)))
    })
}

fn settle_in(root: &mut Table, opened: &[List]) {
    let lists = Lists::of(root, opened);
    let of_list = |(_, _, entry): &(Group, &str, &Table)| {
        let free = !entry.has(Key::Price) || is_from_list(entry, Key::Price);
        entry.has(Key::PriceFrom) && free
    };
    let with = |(group, id, entry): (Group, &str, &Table)| {
        let mut with = entry.clone();
        forget(&mut with);
        put(&mut with, group.section(), &lists);
        (group, id.to_owned(), with)
    };
    let settled: Vec<_> = entries(root).filter(of_list).map(with).collect();
    for (group, id, with) in settled {
        let entries = root.edit().get_mut(group.id()).map(|item| &mut item.node.value);
        let Some(Value::Table(entries)) = entries else { continue };
        if let Some(item) = entries.edit().get_mut(&id) {
            item.node.value = Value::Table(with);
        }
    }
}

/// Puts what an entry has from a list into it.
fn put(entry: &mut Table, section: Section, lists: &Lists<'_>) {
    let Some(named) = entry.item(Key::PriceFrom).cloned() else { return };
    let slot = Slot { key: Key::PriceFrom.spelled(), node: &named.node };
    let Some(taken) = lists.take(slot, None, &mut Problems::default()) else { return };
    let place = named.node.place;
    let spread = entry.item(Key::Spread).and_then(|item| {
        let slot = Slot { key: Key::Spread.spelled(), node: &item.node };
        single_share(slot, &mut Problems::default())
    });
    let price = match spread.and_then(|spread| taken.level.spread(spread.0)) {
        Some((low, high)) => range([low, taken.level.price, high], place),
        None => number(taken.level.price),
    };
    let mut from_list = vec![(Key::Price, price)];
    if !entry.has(Key::Source) {
        from_list.push((Key::Source, said(&taken.listed.cited(), place)));
    }
    let transfer = taken.listed.transfer.0;
    if section.has(Key::Transfer) && !entry.has(Key::Transfer) && !transfer.is_zero() {
        from_list.push((Key::Transfer, Value::Text(percent(transfer))));
    }
    for (key, value) in from_list {
        let item = Item { key: named.key, node: Node { value, place } };
        entry.edit().insert(key.spelled().to_owned(), item);
    }
}

fn number(exact: Decimal) -> Value {
    Value::Number(Number { written: exact.to_string(), exact: Some(exact), scaled: true })
}

fn table(keys: impl IntoIterator<Item = (&'static str, Value)>, place: Place) -> Value {
    let items = keys
        .into_iter()
        .map(|(key, value)| (key.to_owned(), Item { key: place, node: Node { value, place } }));
    let mut table = Table::default();
    table.edit().extend(items);
    Value::Table(table)
}

fn range(ends: [Decimal; 3], place: Place) -> Value {
    let keys = [Key::Low, Key::Likely, Key::High].map(Word::spelled);
    table(keys.into_iter().zip(ends.map(number)), place)
}

/// A text for people, in one language where it is the same in all.
fn said(text: &Text, place: Place) -> Value {
    let first = text.to_programs(None);
    if Language::all().all(|language| text.to_people(language) == first) {
        return Value::Text(first.to_owned());
    }
    let own = |language: Language| Value::Text(text.to_people(language).to_owned());
    table(Language::all().map(|language| (language.spelled(), own(language))), place)
}
