//! `[opening.ID]`.

use super::entry::Scope;
use super::register::Register;
use crate::case::Opening;
use crate::document::EntryMistake;
use crate::reading::choice::word;
use crate::reading::keys::Given;
use crate::reading::known::check_keys;
use crate::reading::number::amount;
use crate::reading::time::month;
use crate::words::{Key, Section};

/// Reads what was still to be received or paid before the first month.
pub fn opening<'d>(scope: &mut Scope<'d, '_>, register: &Register<'d>) -> Option<Opening> {
    let path = scope.path();
    check_keys(&mut scope.keys, &path, Section::Opening);
    let kind = scope.keys.require(&path, Key::Kind, word);
    let amount = scope.keys.require(&path, Key::Amount, amount);
    let on = scope.keys.get(Key::On, month);
    if let (Given::Right(on, place), Some(start)) = (&on, register.start)
        && *on < start
    {
        let mistake = EntryMistake::OpeningBeforeStart { month: *on, start };
        scope.keys.problems.push(*place, mistake);
    }
    let party = scope.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    let on = match on {
        Given::Absent => register.start,
        given => given.right(),
    };
    Some(Opening { kind: kind?, amount: amount?, on: on?, party: party.optional()? })
}
