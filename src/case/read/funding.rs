//! `[funding.ID]`, kind by kind.

use super::entry::Scope;
use super::follow::{Paying, Timed, in_group, payment, schedule};
use super::known::check_entry_keys;
use super::loan::loan;
use super::promise::{fade, promise};
use super::register::{Found, Register, is_once};
use super::stream::{Bearer, stream, window};
use crate::case::{
    Achieved, Advance, Equity, Form, Funding, InKind, Income, IncomeKind, Outcome, Promise, Settled,
};
use crate::document::{EntryMistake, ReferenceMistake, Sought, ValueMistake, Wanted};
use crate::money::Share;
use crate::reading::choice::word;
use crate::reading::keys::{Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::names::known;
use crate::reading::number::cash;
use crate::reading::percent::share;
use crate::reading::text::{list, text, truth};
use crate::reading::time::delay;
use crate::words::{FundingKind, Group, Key, Section};
use std::collections::HashSet;

/// Reads what comes in.
pub fn funding<'d>(scope: &mut Scope<'d, '_>, register: &Register<'d>) -> Option<Funding> {
    let path = scope.path();
    let kind = scope.keys.require(&path, Key::Kind, word::<FundingKind>);
    let Some(kind) = kind else {
        check_keys(&mut scope.keys, &path, Section::Funding);
        super::loose::read_loosely(scope, register);
        return None;
    };
    check_entry_keys(&mut scope.keys, &path, kind.entry());
    scope.section = kind.entry().section();
    match kind {
        FundingKind::Outcome => outcome(scope, register),
        FundingKind::Equity => equity(scope, register),
        FundingKind::Loan => loan(scope, register),
        FundingKind::InKind => in_kind(scope, register),
        FundingKind::Sales
        | FundingKind::Contract
        | FundingKind::Contribution
        | FundingKind::Subsidy
        | FundingKind::Grant
        | FundingKind::Donation => income(scope, register, IncomeKind::of(kind)?),
    }
}

fn income<'d>(
    scope: &mut Scope<'d, '_>,
    register: &Register<'d>,
    kind: IncomeKind,
) -> Option<Funding> {
    let party = scope.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    let scheduled = schedule(scope, register, Bearer::Income, Some(Share::default()));
    let paying = payment(scope, register, scheduled.timed);
    let advance = advance(scope);
    let covers = scope
        .keys
        .get(Key::Covers, |slot, problems| costs(slot, Sought::Covered, register, problems));
    let fade = scope.keys.get(Key::Fade, fade);
    let structural = scope.keys.get(Key::Structural, truth).or(is_structural(kind));
    let promise = match kind {
        IncomeKind::Sales => Promise::Certain,
        _ => promise(scope)?,
    };
    let Paying { payment, milestones } = paying?;
    let form = Form::Income(Income {
        kind,
        schedule: scheduled.schedule?,
        payment,
        milestones,
        advance: advance?,
        covers: covers.optional()?,
        fade: fade.optional()?,
        structural: structural?,
    });
    Some(Funding { party: party.optional()?, promise, form })
}

/// Whether a kind of income goes on by itself, unless the file says otherwise.
fn is_structural(kind: IncomeKind) -> bool {
    match kind {
        IncomeKind::Sales | IncomeKind::Contract | IncomeKind::Contribution => true,
        IncomeKind::Subsidy | IncomeKind::Grant | IncomeKind::Donation => false,
    }
}

/// What goes ahead; the outer `None` when something is wrong with it.
#[allow(clippy::option_option, reason = "no advance and a wrong one are two different things")]
fn advance(scope: &mut Scope<'_, '_>) -> Option<Option<Advance>> {
    let part = scope.keys.get(Key::Advance, share);
    let settlement = scope.keys.get(Key::Settlement, delay);
    let settled = scope.keys.get(Key::Settled, word).or(Settled::default());
    match (scope.keys.has(Key::Advance), scope.keys.has(Key::Settlement)) {
        (false, false) if scope.keys.has(Key::Settled) => {
            scope.keys.wrong_at(Key::Settled, EntryMistake::SettlementWithoutAdvance);
        }
        (false, false) => return Some(None),
        (true, false) => scope.keys.wrong_at(Key::Advance, EntryMistake::AdvanceWithoutSettlement),
        (false, true) => {
            scope.keys.wrong_at(Key::Settlement, EntryMistake::SettlementWithoutAdvance);
        }
        (true, true) => {}
    }
    Some(Some(Advance { share: part.right()?, settlement: settlement.right()?, settled: settled? }))
}

/// The costs that a list names, without those that are off.
pub fn costs(
    slot: Slot<'_>,
    sought: Sought,
    register: &Register<'_>,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let names = list(slot, Wanted::Names, problems, text)?;
    let one = |slot: Slot<'_>, problems: &mut Problems| cost(slot, sought, register, problems);
    let found = list(slot, Wanted::Names, problems, one)?;
    let mut seen = HashSet::with_capacity(names.len());
    if let Some(twice) = names.into_iter().find(|name| !seen.insert(*name)) {
        let (key, written) = (slot.key.to_owned(), twice.to_owned());
        return slot.wrong(ValueMistake::ListedTwice { key, written }, problems);
    }
    Some(found.into_iter().filter_map(|found| found.place).collect())
}

fn cost<'d>(
    slot: Slot<'_>,
    sought: Sought,
    register: &Register<'d>,
    problems: &mut Problems,
) -> Option<Found<'d>> {
    let id = text(slot, problems)?;
    let other_group = match in_group(id) {
        Some((Group::Cost, cost)) => match register.costs.find(cost) {
            Some(found) => return Some(found),
            None => false,
        },
        Some((Group::Funding, other)) => register.funding.find(other).is_some(),
        Some((Group::Avoided, other)) => register.avoided.find(other).is_some(),
        _ => false,
    };
    if other_group {
        let id = id.to_owned();
        let mistake = match sought {
            Sought::SetApartFor => ReferenceMistake::ReservesNoCost { id },
            _ => ReferenceMistake::CoversNoCost { id },
        };
        return slot.wrong(mistake, problems);
    }
    let known = known(id, register.costs.paths(), register.costs.size(), problems);
    let id = id.to_owned();
    slot.wrong(ReferenceMistake::UnknownEntry { sought, id, known }, problems)
}

fn outcome(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Funding> {
    let path = scope.path();
    let of =
        scope.keys.require(&path, Key::Of, |slot, problems| realised(slot, register, problems));
    let share = scope.keys.require(&path, Key::Share, share);
    let is_value = of.as_ref().is_some_and(|of| of.is_value);
    let party = |slot: Slot<'_>, problems: &mut Problems| register.party(slot, problems);
    let party = if is_value {
        // Nobody saves it, so nobody pays it of itself.
        scope.keys.require(&path, Key::Party, party).map(Some)
    } else {
        scope.keys.get(Key::Party, party).optional()
    };
    let cap = scope.keys.get(Key::Cap, cash);
    let window = window(scope, register);
    let fade = scope.keys.get(Key::Fade, fade);
    let delay = scope.keys.get(Key::Delay, delay).or(0);
    let structural = scope.keys.get(Key::Structural, truth).or(true);
    let promise = promise(scope);
    let (of, (from, until), promise) = (of?, window?, promise?);
    let party = party?.or_else(|| register.party_of(of.found));
    let achieved = |place| {
        if of.is_value { Achieved::Value(place) } else { Achieved::Avoided(place) }
    };
    let form = Form::Outcome(Outcome {
        of: of.found.place.map(achieved),
        share: share?,
        cap: cap.optional()?,
        fade: fade.optional()?,
        from,
        until,
        delay: delay?,
        structural: structural?,
    });
    Some(Funding { party: Some(party?), promise, form })
}

/// An avoided cost or a value of which a share is paid.
struct Realised<'d> {
    found: Found<'d>,
    /// Whether it is a value, which is nobody's saving.
    is_value: bool,
}

/// The avoided cost, or the value, of which a share is paid: an avoided cost by its id alone too.
fn realised<'d>(
    slot: Slot<'d>,
    register: &Register<'d>,
    problems: &mut Problems,
) -> Option<Realised<'d>> {
    let id = text(slot, problems)?;
    let (avoided, values) = (&register.avoided, &register.values);
    let (found, is_value) = match in_group(id) {
        Some((Group::Value, value)) => (values.find(value), true),
        Some((Group::Avoided, id)) => (avoided.find(id), false),
        Some(_) => (None, false),
        None => (avoided.find(id), false),
    };
    if let Some(found) = found {
        return Some(Realised { found, is_value });
    }
    let names = avoided.ids().map(str::to_owned).chain(values.paths());
    let known = known(id, names, avoided.size() + values.size(), problems);
    let (sought, id) = (if is_value { Sought::Value } else { Sought::Avoided }, id.to_owned());
    slot.wrong(ReferenceMistake::UnknownEntry { sought, id, known }, problems)
}

fn equity(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Funding> {
    let party = scope.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    let stream = stream(scope, register, Bearer::Other, Some(Share::default()));
    let (once, dated) = (is_once(scope.keys.table), scope.keys.has(Key::At));
    let paying = payment(scope, register, Timed { once, dated, followed: None });
    let promise = promise(scope)?;
    let Paying { payment, milestones } = paying?;
    let form = Form::Equity(Equity { stream: stream?, payment, milestones });
    Some(Funding { party: party.optional()?, promise, form })
}

fn in_kind(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Funding> {
    let party = scope.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    let stream = stream(scope, register, Bearer::Other, Some(Share::default()));
    let form = Form::InKind(InKind { stream: stream? });
    Some(Funding { party: party.optional()?, promise: Promise::Certain, form })
}
