//! Where the figures of a file come from, as the file says it.

use super::group::{table_at, text_at};
use crate::document::Table;
use crate::words::{Key, Word};

/// Where the figures of an entry come from.
pub fn of_entry<'d>(root: &'d Table, group: &str, id: &str) -> Option<&'d str> {
    said(table_at(table_at(root, group)?, id)?)
}

/// Where the number under some keys comes from: of an entry what the entry says; of what belongs to
/// none (`[case]` or `[fund]` itself, rates, thresholds) what `[case]` or `[fund]` says.
pub fn of_number<'d>(root: &'d Table, keys: &[impl AsRef<str>]) -> Option<&'d str> {
    let (first, rest) = keys.split_first()?;
    match (Key::of(first.as_ref()), rest) {
        (Some(Key::Case | Key::Fund | Key::Rate | Key::Criteria), _) => {
            said(table_at(root, Key::Case).or_else(|| table_at(root, Key::Fund))?)
        }
        (_, [id, ..]) => of_entry(root, first.as_ref(), id.as_ref()),
        (_, []) => None,
    }
}

/// A source without a word in it says nothing.
fn said(table: &Table) -> Option<&str> {
    text_at(table, Key::Source).filter(|source| !source.trim().is_empty())
}
