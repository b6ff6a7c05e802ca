//! Where the figures of entries that take a price from a list come from.

use super::lists::{Lists, Taken};
use super::settle::is_from_list;
use crate::document::{Document, Place, Table};
use crate::reading::group::table_at;
use crate::reading::keys::{Problems, Slot};
use crate::reading::source;
use crate::words::{Key, Text, Word};

/// The price that an entry takes from a list, where no other was laid over it.
pub fn of_entry(document: &Document, group: &str, id: &str) -> Option<Taken> {
    of_table(document, &document.root, table_at(table_at(&document.root, group)?, id)?)
}

/// The same of an entry as it stands in one of the phases of a document.
pub fn of_table(document: &Document, root: &Table, entry: &Table) -> Option<Taken> {
    if !is_from_list(entry, Key::Price) {
        return None;
    }
    let slot = Slot { key: Key::PriceFrom.spelled(), node: &entry.item(Key::PriceFrom)?.node };
    Lists::of(root, &document.lists).take(slot, None, &mut Problems::default())
}

/// Where the number comes from that stands at a place, under some keys: what comes from a list
/// rests on what the list says; all else on what [`source::of_number`] says, but never on what the
/// entry has from the list, which speaks for the price alone.
pub fn of_number(document: &Document, keys: &[impl AsRef<str>], place: Place) -> Option<Text> {
    let [group, id, key, ..] = keys else { return source::of_number(document, keys, place) };
    let entry = || table_at(table_at(&document.root, group)?, id);
    let Some(entry) = entry().filter(|entry| entry.has(Key::PriceFrom)) else {
        return source::of_number(document, keys, place);
    };
    let key = Key::of(key.as_ref());
    if key.is_some_and(|key| is_from_list(entry, key)) {
        return of_entry(document, group.as_ref(), id.as_ref()).map(|taken| taken.listed.cited());
    }
    let own = !is_from_list(entry, Key::Source);
    source::of_number(document, keys, place).filter(|_| own)
}
