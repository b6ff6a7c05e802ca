//! What every file has at its top.

use super::keys::{Keys, Problems, Slot};
use crate::document::{KeyMistake, Place, SourceId, Value, Wanted};
use crate::words::Key;
use rust_decimal::Decimal;

/// Where what a file lacks as a whole is told.
pub const TOP: Place = Place { source: SourceId(0), start: 0, end: 0 };

/// Checks that the file says in which format it is, and that this is known.
pub fn check_format(keys: &mut Keys<'_, '_>) {
    if !keys.has(Key::Format) {
        keys.wrong(KeyMistake::FormatMissing);
    }
    keys.get(Key::Format, format);
}

fn format(slot: Slot<'_>, problems: &mut Problems) -> Option<()> {
    match &slot.node.value {
        Value::Number(number) if number.exact == Some(Decimal::ONE) => Some(()),
        Value::Number(number) => {
            let written = number.written.clone();
            slot.wrong(KeyMistake::FormatUnsupported { written }, problems)
        }
        _ => slot.wrong_type(Wanted::Whole, problems),
    }
}
