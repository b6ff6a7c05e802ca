//! How sure an income is, and how it comes to an end.

use super::entry::Scope;
use crate::case::{Fade, Status};
use crate::document::{Value, Wanted};
use crate::money::Share;
use crate::reading::choice::word;
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::percent::single_share;
use crate::reading::time::{month, months};
use crate::words::{Key, Section};

/// Whether funding is promised, and how likely it is while it is not.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    /// How far the promise has come.
    pub status: Status,
    /// In what share of simulated draws it is granted.
    pub chance: Option<Share>,
}

/// Reads how far a promise has come.
pub fn promise(scope: &mut Scope<'_, '_>) -> Option<Promise> {
    let status = scope.keys.get(Key::Status, word).or(Status::default());
    let chance = scope.keys.get(Key::Chance, single_share).optional();
    Some(Promise { status: status?, chance: chance? })
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
