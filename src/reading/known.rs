//! Keys that a table does not take.

use super::keys::Keys;
use super::nearest::nearest;
use crate::document::KeyMistake;

/// Notes each key of a table that is not one of those it takes.
pub fn check_keys(keys: &mut Keys<'_, '_>, table: &str, known: &'static [&'static str]) {
    for (key, item) in keys.table.0.iter() {
        // `[actual]` at the top has a message of its own.
        let told = table.is_empty() && key == "actual";
        if !told && !known.contains(&key.as_str()) {
            keys.problems.push(item.key, unknown(key, table, known));
        }
    }
}

/// A key that is not known, with the one that resembles it.
pub fn unknown(key: &str, table: &str, known: &'static [&'static str]) -> KeyMistake {
    KeyMistake::Unknown {
        key: key.to_owned(),
        table: table.to_owned(),
        near: nearest(key, known.iter().copied()).map(str::to_owned),
        known,
    }
}
