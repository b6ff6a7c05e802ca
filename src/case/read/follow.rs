//! Schedules: on terms of their own, or following another entry.

use super::entry::Scope;
use super::register::{Found, Register, funding_kind, is_once};
use super::stream::{Bearer, note_months_before_start, stream};
use crate::calendar::Rhythm;
use crate::case::{Follow, FollowBy, Followed, Index, Milestone, Milestones, Payment, Schedule};
use crate::document::{EntryKind, EntryMistake, ReferenceMistake, Sought, Table};
use crate::money::Share;
use crate::reading::choice::word;
use crate::reading::group::{table_at, text_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::known;
use crate::reading::number::price;
use crate::reading::percent::{share, single_share};
use crate::reading::text::text;
use crate::reading::time::{by_month, delay};
use crate::words::{Group, Key, Word};
use rust_decimal::Decimal;

/// A longer chain of `of` is told link by link.
const LONGEST_LOOP: usize = 64;

/// A schedule and what other keys depend on.
#[derive(Debug)]
pub struct Scheduled<'d> {
    /// The schedule; `None` when something is wrong with it.
    pub schedule: Option<Schedule>,
    /// What is known of its timing all the same.
    pub timed: Timed<'d>,
}

/// What other keys depend on in the timing of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Timed<'d> {
    /// Whether it comes once; `None` when that is not clear.
    pub once: Option<bool>,
    /// Whether its amounts are dated, or those of what it follows.
    pub dated: bool,
    /// The entry that it follows, as written.
    pub followed: Option<&'d str>,
}

/// An entry that is followed.
#[derive(Clone, Copy, Debug)]
struct Target<'d> {
    id: &'d str,
    of: Option<Followed>,
    is_cost: bool,
    table: &'d Table,
}

/// Reads how much an entry is, when.
pub fn schedule<'d>(
    scope: &mut Scope<'d, '_>,
    register: &Register<'d>,
    bearer: Bearer,
    bias: Option<Share>,
) -> Scheduled<'d> {
    if scope.keys.has(Key::Of) {
        return following(scope, register, bias);
    }
    if scope.keys.has(Key::Share) {
        scope.keys.wrong_at(Key::Share, EntryMistake::ShareWithoutOf);
        scope.keys.get(Key::Share, share);
    }
    let once = is_once(scope.keys.table);
    let own = stream(scope, register, bearer, bias);
    Scheduled {
        schedule: own.map(|stream| Schedule::Own(Box::new(stream))),
        timed: Timed { once, dated: scope.keys.has(Key::At), followed: None },
    }
}

fn following<'d>(
    scope: &mut Scope<'d, '_>,
    register: &Register<'d>,
    bias: Option<Share>,
) -> Scheduled<'d> {
    note_decided(scope);
    let by = follow_by(scope, register);
    let me = (scope.group, scope.id);
    let target =
        scope.keys.get(Key::Of, |slot, problems| target(slot, me, register, problems)).right();
    if let Some(target) = target {
        note_without_units(scope, target);
    }
    let once = target.and_then(|target| is_once(target.table));
    let follow = || {
        let target = target?;
        let dated = target.is_cost && target.table.has(Key::At);
        Some(Follow { of: target.of, by: by?, bias: bias?, once: once?, dated })
    };
    let dated = target.is_some_and(|target| target.table.has(Key::At));
    let followed = text_at(scope.keys.table, Key::Of);
    Scheduled { schedule: follow().map(Schedule::Follows), timed: Timed { once, dated, followed } }
}

fn note_decided(scope: &mut Scope<'_, '_>) {
    let decided = |key: Key| key.facts(scope.section).followed && scope.keys.has(key);
    let decided: Vec<_> = scope.section.keys().filter(|key| decided(*key)).collect();
    for key in decided {
        let of = text_at(scope.keys.table, Key::Of).unwrap_or_default().to_owned();
        scope.keys.wrong_at(key, EntryMistake::NotWithOf { key, of });
    }
}

fn follow_by(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<FollowBy> {
    if scope.keys.has(Key::Prices) {
        scope.keys.wrong_at(Key::Prices, EntryMistake::PricesNotHere { beside: Key::Of });
    }
    let price = scope.keys.get(Key::Price, price);
    let share = scope.keys.get(Key::Share, share);
    let index = scope.keys.get(Key::Index, |slot, problems| register.index(slot, problems));
    match (scope.keys.has(Key::Price), scope.keys.has(Key::Share)) {
        (false, false) if scope.keys.has(Key::Prices) => None,
        (false, false) => {
            scope.keys.wrong_at(Key::Of, EntryMistake::OfWithoutMeasure);
            None
        }
        (true, true) => {
            let (first, second) = (Key::Price, Key::Share);
            scope.keys.wrong_at(second, EntryMistake::TwoUnits { first, second });
            None
        }
        (true, false) => {
            Some(FollowBy::Price { price: price.right()?, index: index.or(Index::default())? })
        }
        (false, true) => {
            if scope.keys.has(Key::Index) {
                scope.keys.wrong_at(Key::Index, EntryMistake::IndexWithShare);
            }
            share.right().map(FollowBy::Share)
        }
    }
}

fn note_without_units(scope: &mut Scope<'_, '_>, target: Target<'_>) {
    let units = target.table.has(Key::Quantity);
    // An entry that does not say how much it is, is told so itself.
    let told = [Key::Amount, Key::Amounts, Key::At].into_iter().any(|key| target.table.has(key));
    if scope.keys.has(Key::Price) && told && !units {
        let mistake = ReferenceMistake::FollowedWithoutUnits { id: target.id.to_owned() };
        scope.keys.wrong_at(Key::Price, mistake);
    }
}

fn target<'d>(
    slot: Slot<'d>,
    me: (Key, &'d str),
    register: &Register<'d>,
    problems: &mut Problems,
) -> Option<Target<'d>> {
    let id = text(slot, problems)?;
    let (found, kind) = find(id, slot, register, problems)?;
    let table = found.table?;
    if let Some(kind) = kind
        && !matches!(kind, EntryKind::Cost | EntryKind::Sales | EntryKind::Income)
    {
        return slot.wrong(ReferenceMistake::NotFollowable { id: id.to_owned(), kind }, problems);
    }
    if table.has(Key::Of) {
        note_follower((id, table), slot, me, register, problems);
        return None;
    }
    if table.has(Key::Covers) {
        return slot.wrong(ReferenceMistake::FollowsCovering { id: id.to_owned() }, problems);
    }
    let of = found.place.map(|place| match kind {
        Some(EntryKind::Cost) => Followed::Cost(place),
        _ => Followed::Funding(place),
    });
    Some(Target { id, of, is_cost: kind == Some(EntryKind::Cost), table })
}

/// The group and the id of a path: `cost.kitchen`.
pub fn in_group(path: &str) -> Option<(Group, &str)> {
    let (group, id) = path.split_once('.')?;
    Some((Group::of(group)?, id))
}

/// The entry that `of` names, with its kind when that is clear.
fn find<'d>(
    id: &str,
    slot: Slot<'_>,
    register: &Register<'d>,
    problems: &mut Problems,
) -> Option<(Found<'d>, Option<EntryKind>)> {
    let found = match in_group(id) {
        Some((Group::Cost, id)) => {
            register.costs.find(id).map(|found| (found, Some(EntryKind::Cost)))
        }
        Some((Group::Funding, id)) => {
            register.funding.find(id).map(|found| (found, found.table.and_then(funding_kind)))
        }
        Some((Group::Avoided, id)) => {
            register.avoided.find(id).map(|found| (found, Some(EntryKind::Avoided)))
        }
        _ => None,
    };
    found.or_else(|| {
        let (costs, funding) = (&register.costs, &register.funding);
        let names = costs.paths().chain(funding.paths());
        let known = known(id, names, costs.size() + funding.size(), problems);
        let id = id.to_owned();
        slot.wrong(ReferenceMistake::UnknownEntry { sought: Sought::Followed, id, known }, problems)
    })
}

/// Notes that the entry followed follows another itself; of a loop, once, at its first entry.
fn note_follower(
    (id, table): (&str, &Table),
    slot: Slot<'_>,
    (group, own): (Key, &str),
    register: &Register<'_>,
    problems: &mut Problems,
) {
    let me = format!("{group}.{own}");
    match loop_from(&me, id, register) {
        Some(path) if is_first(&me, &path, register) => {
            problems.push(slot.node.place, ReferenceMistake::OfLoop { path });
        }
        Some(_) => {}
        None => {
            let of = text_at(table, Key::Of).unwrap_or_default().to_owned();
            let id = id.to_owned();
            problems.push(slot.node.place, ReferenceMistake::FollowsFollower { id, of });
        }
    }
}

/// The way back from an entry to itself, when what it follows leads there.
fn loop_from(me: &str, followed: &str, register: &Register<'_>) -> Option<Vec<String>> {
    let mut path = vec![me.to_owned()];
    let mut next = followed;
    while next != me {
        if path.len() == LONGEST_LOOP {
            return None;
        }
        path.push(next.to_owned());
        next = text_at(entry_table(next, register)?, Key::Of)?;
    }
    path.push(me.to_owned());
    Some(path)
}

/// Whether an entry is the one of a loop that stands first in its file.
fn is_first(me: &str, path: &[String], register: &Register<'_>) -> bool {
    let place = |id: &str| {
        let table = entry_table(id, register)?;
        table.item(Key::Of).map(|item| item.key)
    };
    let mine = place(me);
    path.iter().all(|id| mine <= place(id))
}

fn entry_table<'d>(path: &str, register: &Register<'d>) -> Option<&'d Table> {
    let (group, id) = in_group(path)?;
    let group = match group {
        Group::Cost => &register.costs,
        Group::Funding => &register.funding,
        Group::Avoided | Group::Value | Group::Burden | Group::Opening | Group::Reserve => {
            return None;
        }
    };
    group.find(id)?.table
}

/// When what accrues is paid.
#[derive(Debug)]
pub struct Paying {
    /// By a rhythm, and later.
    pub payment: Payment,
    /// Or in parts, in months of their own.
    pub milestones: Option<Milestones>,
}

/// Reads when what accrues is paid.
pub fn payment(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    timed: Timed<'_>,
) -> Option<Paying> {
    let delay = scope.keys.get(Key::Delay, delay).or(0);
    if table_at(scope.keys.table, Key::Paid).is_some() {
        let milestones = milestones(scope, register);
        let payment = Payment { rhythm: Rhythm::default(), delay: delay? };
        return Some(Paying { payment, milestones: Some(milestones?) });
    }
    let rhythm = if timed.once == Some(true) && scope.keys.has(Key::Paid) {
        let followed = timed.followed.map(str::to_owned);
        scope.keys.wrong_at(Key::Paid, EntryMistake::NotWithOnce { key: Key::Paid, followed });
        None
    } else {
        scope.keys.get(Key::Paid, word).or(Rhythm::default())
    };
    let payment = Payment { rhythm: rhythm?, delay: delay? };
    Some(Paying { payment, milestones: None })
}

/// Reads in which months which parts are paid.
fn milestones(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Milestones> {
    for beside in [Key::Delay, Key::Advance, Key::Settlement, Key::Settled] {
        if scope.keys.has(beside) {
            scope.keys.wrong_at(beside, EntryMistake::MilestonesAlone { beside });
        }
    }
    let read = |slot: Slot<'_>, problems: &mut Problems| by_month(slot, problems, single_share);
    let mut paid = scope.keys.get(Key::Paid, read).right()?;
    note_months_before_start(scope, register, Key::Paid, &paid);
    let whole: Decimal = paid.iter().map(|(_, part, _)| part.0).sum();
    if whole != Decimal::ONE {
        scope.keys.wrong_at(Key::Paid, EntryMistake::PartsNotWhole { together: whole });
        return None;
    }
    paid.sort_by_key(|(month, ..)| *month);
    let parts = paid.into_iter().map(|(month, part, _)| Milestone { month, part }).collect();
    Some(Milestones { parts, since: None })
}
