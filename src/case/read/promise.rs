//! How sure an income is, and how it comes to an end.

use super::entry::Scope;
use crate::case::{Fade, Promise, Status};
use crate::document::{Value, Wanted};
use crate::reading::choice::word;
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::percent::single_share;
use crate::reading::time::{month, months};
use crate::words::{Key, Section};

/// Reads how far a promise has come.
pub fn promise(scope: &mut Scope<'_, '_>) -> Option<Promise> {
    let status = scope.keys.get(Key::Status, word).or(Status::default());
    let chance = scope.keys.get(Key::Chance, single_share).optional();
    let (status, chance) = (status?, chance?);
    Some(match status {
        Status::Committed => Promise::Certain,
        Status::Requested => Promise::Requested { chance },
    })
}

/// From when on an income becomes less and less, and in how many months it comes to nothing.
pub fn fade(slot: Slot<'_>, problems: &mut Problems) -> Option<Fade> {
    let Value::Table(table) = &slot.node.value else {
        return slot.wrong_type(Wanted::Fade, problems);
    };
    let mut keys = Keys { table, place: slot.node.place, problems };
    check_keys(&mut keys, slot.key, Section::Fade);
    let from = keys.require(slot.key, Key::From, month);
    let months = keys.require(slot.key, Key::Months, months);
    Some(Fade { from: from?, months: months? })
}
