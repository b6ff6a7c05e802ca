//! Where the figures of a file come from, as the file says it.

use super::group::table_at;
use super::keys::{Problems, Slot};
use super::text::story;
use crate::document::{Document, Place, Table};
use crate::words::{Key, Language, Text, Word};
use strum::VariantArray;

/// Where the figures of an entry come from.
pub fn of_entry(root: &Table, group: &str, id: &str) -> Option<Text> {
    said(table_at(table_at(root, group)?, id)?)
}

/// Where the figures come from that belong to no entry.
pub fn of_head(root: &Table) -> Option<Text> {
    said(table_at(root, Key::Case).or_else(|| table_at(root, Key::Fund))?)
}

/// Where the number comes from that stands at a place, under some keys: of an entry what the entry
/// says; of what belongs to none (`[case]` or `[fund]` itself, rates, thresholds) what `[case]` or
/// `[fund]` says. What was laid over another number without a source has none.
pub fn of_number(document: &Document, keys: &[impl AsRef<str>], place: Place) -> Option<Text> {
    if document.unsourced.iter().any(|laid| laid.place == place) {
        return None;
    }
    let (first, rest) = keys.split_first()?;
    match (Key::of(first.as_ref()), rest) {
        (Some(Key::Case | Key::Fund | Key::Rate | Key::Criteria), _) => of_head(&document.root),
        (_, [id, ..]) => of_entry(&document.root, first.as_ref(), id.as_ref()),
        (_, []) => None,
    }
}

/// A source without a word in it says nothing.
fn said(table: &Table) -> Option<Text> {
    let key = Key::Source.spelled();
    let slot = Slot { key, node: &table.item(key)?.node };
    // What is wrong with it is told by whoever reads the table.
    let source = story(slot, &mut Problems::default())?;
    let mut readers = Language::VARIANTS.iter();
    readers.any(|reader| !source.to_people(*reader).trim().is_empty()).then_some(source)
}
