//! Keys that a table does not take.

use super::keys::Keys;
use super::nearest::nearest;
use crate::document::{KeyMistake, Table};
use crate::words::Section;

/// What an editor reads at the top of a file: where the keys are described. Nothing is read of it.
const SCHEMA: &str = "$schema";

/// Notes each key of a table that is not one of those it knows.
pub fn check_keys(keys: &mut Keys<'_, '_>, table: impl AsRef<str>, section: Section) {
    let table = table.as_ref();
    for (key, item) in keys.table.0.iter() {
        let told = table.is_empty() && key == SCHEMA;
        if !told && section.key(key).is_none() {
            keys.problems.push(item.key, unknown(key, table, section));
        }
    }
}

/// A key that is not known, with the one that resembles it.
pub fn unknown(key: &str, table: &str, section: Section) -> KeyMistake {
    KeyMistake::Unknown {
        key: key.to_owned(),
        table: table.to_owned(),
        near: nearest(key, section.spellings()).map(str::to_owned),
        known: section.spellings().collect(),
    }
}

/// Whether a table has a key that it does not take, and that was probably meant to be this one.
pub fn is_misspelled(table: &Table, key: &str, section: Section) -> bool {
    let mut unknown = table.0.keys().filter(|there| section.key(there).is_none());
    unknown.any(|there| nearest(there, section.spellings()) == Some(key))
}
