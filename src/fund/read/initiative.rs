//! `[initiative.ID]`.

use super::library::Finder;
use super::{Window, on};
use crate::case::read::entry::Scope;
use crate::document::{FundMistake, Value, Wanted};
use crate::fund::{Initiative, Repeats};
use crate::reading::keys::{Given, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::text::filled;
use crate::reading::time::life;
use crate::words::{Key, Section, usual};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Reads an initiative and finds its case.
pub fn initiative(
    scope: &mut Scope<'_, '_>,
    window: Window,
    currency: Option<&str>,
    finder: &mut Finder<'_>,
) -> Option<Initiative> {
    let path = scope.path();
    check_keys(&mut scope.keys, &path, Section::Initiative);
    scope.keys.require(&path, Key::Case, filled);
    let party = scope.keys.get(Key::Party, filled).or(usual::PARTY_OF_FUND);
    let on = on(scope, window);
    let repeats = repeats(scope);
    let borrower = party.and_then(|party| finder.borrower(&mut scope.keys, party, currency));
    Some(Initiative { borrower: borrower?, on: on?, repeats: repeats? })
}

fn repeats(scope: &mut Scope<'_, '_>) -> Option<Repeats> {
    let every = scope.keys.get(Key::Every, life);
    let up_to = scope.keys.get(Key::UpTo, up_to);
    if scope.keys.has(Key::UpTo) && !scope.keys.has(Key::Every) {
        scope.keys.wrong_at(Key::UpTo, FundMistake::UpToWithoutEvery);
    }
    match every {
        Given::Absent => Some(Repeats::Once),
        Given::Wrong => None,
        Given::Right(months, _) => Some(Repeats::Every { months, at_most: up_to.optional()? }),
    }
}

fn up_to(slot: Slot<'_>, problems: &mut Problems) -> Option<u32> {
    let Value::Number(number) = &slot.node.value else {
        return slot.wrong_type(Wanted::Whole, problems);
    };
    let whole = number.exact.filter(Decimal::is_integer).filter(|value| *value >= Decimal::ONE);
    let count = whole.map(|value| value.to_u32().unwrap_or(u32::MAX));
    count.or_else(|| {
        let written = number.written.clone();
        slot.wrong(FundMistake::UpToOutOfBounds { written }, problems)
    })
}
