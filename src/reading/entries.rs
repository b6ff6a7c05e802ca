//! A table of entries, each with an id.

use super::group::plain_id;
use super::keys::{Problems, Slot};
use crate::document::{KeyMistake, Place, Table, Value, Wanted};
use crate::words::{Key, Word};

/// The table of a group, when there is one.
pub fn group_table<'d>(root: &'d Table, group: Key, problems: &mut Problems) -> Option<&'d Table> {
    let item = root.item(group)?;
    match &item.node.value {
        Value::Table(table) => Some(table),
        _ => Slot { key: group.spelled(), node: &item.node }.wrong_type(Wanted::Table, problems),
    }
}

/// Notes an id with other characters than `a-z`, `0-9` and `_`.
pub fn check_id(id: &str, place: Place, problems: &mut Problems) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    if id.is_empty() || !id.bytes().all(plain) {
        problems.push(place, KeyMistake::BadId { id: id.to_owned(), spelled: plain_id(id) });
    }
}
