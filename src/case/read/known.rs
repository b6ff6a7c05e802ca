//! Keys that an entry does not take.

use crate::document::{Item, KeyMistake};
use crate::reading::keys::Keys;
use crate::reading::known::unknown;
use crate::words::{EntryKind, Key, Word};

/// Notes each key of an entry that its kind does not take.
pub fn check_entry_keys(keys: &mut Keys<'_, '_>, table: &str, kind: EntryKind) {
    let section = kind.section();
    for (key, item) in keys.table.0.iter() {
        if section.key(key).is_none() {
            note_foreign(keys, (key, item), table, kind);
        }
    }
}

fn note_foreign(keys: &mut Keys<'_, '_>, (key, item): (&str, &Item), table: &str, kind: EntryKind) {
    let known = Key::of(key);
    let owners = known.map(EntryKind::that_take).unwrap_or_default();
    let mistake = match known {
        Some(Key::Status) => KeyMistake::StatusNotTaken { kind },
        Some(Key::Structural) => KeyMistake::StructuralNotTaken { kind },
        _ if owners.is_empty() => unknown(key, table, kind.section()),
        _ => KeyMistake::NotHere { key: key.to_owned(), kind, owners },
    };
    keys.problems.push(item.key, mistake);
}
