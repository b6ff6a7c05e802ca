//! Schedules: on terms of their own, or following another entry.

use super::entry::Scope;
use super::register::{Found, Register, funding_kind, is_once};
use super::stream::{
    Bearer, note_months_before_start, per_of, priced_twice, single_price, stream, window,
};
use crate::calendar::Rhythm;
use crate::case::{
    Follow, FollowBy, Followed, Index, Milestone, Milestones, Payment, Schedule, Window,
};
use crate::document::{
    EntryKind, EntryMistake, Node, ReferenceMistake, Sought, Table, Value, ValueMistake, Wanted,
};
use crate::money::Share;
use crate::reading::choice::word;
use crate::reading::group::table_at;
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::known;
use crate::reading::percent::{share, single_share};
use crate::reading::text::{list, text};
use crate::reading::time::{by_month, delay};
use crate::words::{Group, Key, LONGEST_CHAIN, MOST_LINKS, Per, Word};
use rust_decimal::Decimal;
use std::collections::HashSet;

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
    table: &'d Table,
    comes: Comes,
}

/// How what is followed comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Comes {
    /// Whether it comes once; `None` when that is not clear.
    once: Option<bool>,
    /// Whether its amounts are dated.
    dated: bool,
    /// Whether any of it is a cost of dated amounts.
    dated_cost: bool,
    /// For what its units are; `None` where that is not clear, or not for all of it the same.
    per: Option<Per>,
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
    let me = format!("{}.{}", scope.group, scope.id);
    let written = names(scope.keys.table);
    let section = scope.section;
    note_decided(scope, &written, |key| key.facts(section).followed);
    let read = |slot: Slot<'d>, problems: &mut Problems| targets(slot, &me, register, problems);
    let targets = scope.keys.get(Key::Of, read).right();
    for target in targets.iter().flatten() {
        note_without_units(scope, *target);
    }
    let comes = targets.as_deref().map(|targets| together(scope, targets)).unwrap_or_default();
    let by = follow_by(scope, register, comes.per);
    let within = within(scope, register, &written, comes.once);
    let follow = || {
        let of = targets?.into_iter().filter_map(|target| target.of).collect();
        let (by, bias, within) = (by?, bias?, within?);
        Some(Follow { of, by, bias, within, once: comes.once?, dated: comes.dated_cost })
    };
    let followed = written.first().copied();
    Scheduled {
        schedule: follow().map(Schedule::Follows),
        timed: Timed { once: comes.once, dated: comes.dated, followed },
    }
}

/// The entries that a table follows, as written.
fn names(table: &Table) -> Vec<&str> {
    fn text(value: &Value) -> Option<&str> {
        match value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
    match table.item(Key::Of).map(|item| &item.node.value) {
        Some(Value::List(nodes)) => nodes.iter().filter_map(|node| text(&node.value)).collect(),
        Some(value) => text(value).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Notes keys that what is followed decides.
fn note_decided(scope: &mut Scope<'_, '_>, of: &[&str], decided: impl Fn(&Key) -> bool) {
    let section = scope.section;
    for key in section.keys().filter(decided).filter(|key| scope.keys.has(*key)).collect::<Vec<_>>()
    {
        let of = of.iter().map(|&of| of.to_owned()).collect();
        scope.keys.wrong_at(key, EntryMistake::NotWithOf { key, of });
    }
}

/// How entries that are followed together come; notes where one comes once and another recurs.
fn together(scope: &mut Scope<'_, '_>, targets: &[Target<'_>]) -> Comes {
    let said = |once: bool| targets.iter().find(|target| target.comes.once == Some(once));
    let once = match (said(true), said(false)) {
        (Some(single), Some(recurring)) => {
            let (once, recurs) = (single.id.to_owned(), recurring.id.to_owned());
            scope.keys.wrong_at(Key::Of, ReferenceMistake::MixedFollowed { once, recurs });
            None
        }
        (single, recurring) => single.or(recurring).and_then(|target| target.comes.once),
    };
    let any = |is: fn(&Comes) -> bool| targets.iter().any(|target| is(&target.comes));
    let mut pers = targets.iter().map(|target| target.comes.per);
    let per = pers.next().flatten().filter(|per| pers.all(|one| one == Some(*per)));
    Comes { once, dated: any(|comes| comes.dated), dated_cost: any(|comes| comes.dated_cost), per }
}

/// Reads in which months what recurs is followed; the inner `None` is all of them.
#[allow(clippy::option_option, reason = "absent and wrong are two different things")]
fn within(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    of: &[&str],
    once: Option<bool>,
) -> Option<Option<Window>> {
    let keys = [Key::From, Key::Until];
    if !keys.into_iter().any(|key| scope.keys.has(key)) {
        return Some(None);
    }
    if once == Some(true) {
        note_decided(scope, of, |key| keys.contains(key));
        return None;
    }
    let (from, until) = window(scope, register)?;
    Some(Some(Window { from, until }))
}

fn follow_by(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    per: Option<Per>,
) -> Option<FollowBy> {
    if scope.keys.has(Key::Prices) {
        scope.keys.wrong_at(Key::Prices, EntryMistake::PricesNotHere { beside: Key::Of });
    }
    let price = single_price(scope, register, per);
    let share = scope.keys.get(Key::Share, share);
    let index = scope.keys.get(Key::Index, |slot, problems| register.index(slot, problems));
    if let Some((first, second)) = priced_twice(scope).filter(|(_, it)| *it == Key::PriceFrom) {
        scope.keys.wrong_at(second, EntryMistake::TwoUnits { first, second });
        return None;
    }
    let priced = scope.keys.has(Key::Price) || scope.keys.has(Key::PriceFrom);
    match (priced, scope.keys.has(Key::Share)) {
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
    let has = |key: Key| target.table.has(key);
    // An entry that does not say how much it is, is told so itself.
    let told = if has(Key::Of) {
        has(Key::Share) && !has(Key::Price) && !has(Key::PriceFrom)
    } else {
        let told = [Key::Amount, Key::Amounts, Key::At].into_iter().any(has);
        told && !has(Key::Quantity)
    };
    let by = [Key::PriceFrom, Key::Price].into_iter().find(|key| scope.keys.has(*key));
    if let Some(by) = by.filter(|_| told) {
        let mistake = ReferenceMistake::FollowedWithoutUnits { id: target.id.to_owned() };
        scope.keys.wrong_at(by, mistake);
    }
}

/// The entries that `of` names, one or a list, each once; and where they lead to.
fn targets<'d>(
    slot: Slot<'d>,
    me: &str,
    register: &Register<'d>,
    problems: &mut Problems,
) -> Option<Vec<Target<'d>>> {
    let read = |slot: Slot<'d>, problems: &mut Problems| target(slot, me, register, problems);
    let targets = if let Value::List(nodes) = &slot.node.value {
        let mut seen = HashSet::with_capacity(nodes.len());
        for node in nodes {
            if let Value::Text(written) = &node.value
                && !seen.insert(written)
            {
                let (key, written) = (slot.key.to_owned(), written.clone());
                problems.push(node.place, ValueMistake::ListedTwice { key, written });
                return None;
            }
        }
        list(slot, Wanted::Names, problems, read)?
    } else {
        vec![read(slot, problems)?]
    };
    let mut walk = Walk::new(register, me);
    walk.through(slot.node);
    walk.told(slot, problems)?;
    Some(targets)
}

fn target<'d>(
    slot: Slot<'d>,
    me: &str,
    register: &Register<'d>,
    problems: &mut Problems,
) -> Option<Target<'d>> {
    let id = text(slot, problems)?;
    let (found, kind) = find(id, slot, register, problems)?;
    let table = found.table?;
    if let Some(kind) = kind
        && !is_followable(kind)
    {
        return slot.wrong(ReferenceMistake::NotFollowable { id: id.to_owned(), kind }, problems);
    }
    if table.has(Key::Covers) {
        return slot.wrong(ReferenceMistake::FollowsCovering { id: id.to_owned() }, problems);
    }
    let of = found.place.map(|place| match kind {
        Some(EntryKind::Cost) => Followed::Cost(place),
        _ => Followed::Funding(place),
    });
    let mut comes = if id == me { Comes::default() } else { comes(id, table, register) };
    // What is off counts for nothing, whatever it is.
    comes.dated_cost &= of.is_some();
    Some(Target { id, of, table, comes })
}

fn is_followable(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Cost | EntryKind::Sales | EntryKind::Income)
}

/// How an entry comes: as it says itself, or as all that it leads to does.
fn comes(id: &str, table: &Table, register: &Register<'_>) -> Comes {
    let own = |(id, table): (&str, &Table)| {
        let dated = table.has(Key::At);
        let is_cost = in_group(id).is_some_and(|(group, _)| group == Group::Cost);
        let counts =
            !matches!(table.item(Key::Off).map(|item| &item.node.value), Some(Value::Truth(true)));
        let dated_cost = dated && is_cost && counts;
        Comes { once: is_once(table), dated, dated_cost, per: per_of(table) }
    };
    let mut walk = Walk::new(register, id);
    walk.from(id, table);
    let mut ends = walk.ends.into_iter().map(own);
    let Some(first) = ends.next() else { return Comes::default() };
    ends.fold(first, |all, one| Comes {
        once: all.once.filter(|once| one.once == Some(*once)),
        dated: all.dated || one.dated,
        dated_cost: all.dated_cost || one.dated_cost,
        per: all.per.filter(|per| one.per == Some(*per)),
    })
}

/// What an entry leads to by `of`, as far as that goes.
struct Walk<'r, 'd> {
    register: &'r Register<'d>,
    /// The entries on the way, the first of which leads there.
    way: Vec<&'r str>,
    links: usize,
    /// What follows nothing itself.
    ends: Vec<(&'r str, &'r Table)>,
    /// The ways that lead back to the first entry.
    loops: Vec<Vec<String>>,
    is_too_long: bool,
    /// Whether it leads to something that is told elsewhere.
    is_lost: bool,
}

impl<'r, 'd> Walk<'r, 'd> {
    fn new(register: &'r Register<'d>, me: &'r str) -> Self {
        let way = vec![me];
        let (ends, loops) = (Vec::new(), Vec::new());
        Self { register, way, links: 0, ends, loops, is_too_long: false, is_lost: false }
    }

    /// From an entry on.
    fn from(&mut self, id: &'r str, table: &'r Table) {
        match table.item(Key::Of) {
            Some(item) => self.through(&item.node),
            None => self.ends.push((id, table)),
        }
    }

    /// Along all that `of` names.
    fn through(&mut self, of: &'r Node) {
        match &of.value {
            Value::List(nodes) => nodes.iter().for_each(|node| self.along(node)),
            _ => self.along(of),
        }
    }

    fn along(&mut self, node: &'r Node) {
        let Value::Text(id) = &node.value else {
            self.is_lost = true;
            return;
        };
        self.links += 1;
        self.is_too_long |= self.links > MOST_LINKS || self.way.len() > LONGEST_CHAIN;
        if self.is_too_long {
            return;
        }
        if self.way.first() == Some(&id.as_str()) {
            let way = self.way.iter().copied().chain([id.as_str()]);
            self.loops.push(way.map(str::to_owned).collect());
            return;
        }
        let table = entry_table(id, self.register).filter(|_| !self.way.contains(&id.as_str()));
        let Some(table) = table.filter(|table| !table.has(Key::Covers)) else {
            self.is_lost = true;
            return;
        };
        self.way.push(id);
        self.from(id, table);
        self.way.pop();
    }

    /// Notes that it leads round, once, at the first entry of that in its file, or too far; `None`
    /// where it does or leads to something that is told elsewhere.
    fn told(self, slot: Slot<'_>, problems: &mut Problems) -> Option<()> {
        let me = self.way.first()?;
        let round = self.loops.iter().find(|path| is_first(me, path, self.register));
        if let Some(path) = round {
            return slot.wrong(ReferenceMistake::OfLoop { path: path.clone() }, problems);
        }
        if self.is_too_long {
            return slot.wrong(ReferenceMistake::OfTooLong, problems);
        }
        (self.loops.is_empty() && !self.is_lost).then_some(())
    }
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

/// Whether an entry is the one of a loop that stands first in its file.
fn is_first(me: &str, path: &[String], register: &Register<'_>) -> bool {
    let place = |id: &str| {
        let table = entry_table(id, register)?;
        table.item(Key::Of).map(|item| item.key)
    };
    let mine = place(me);
    path.iter().all(|id| mine <= place(id))
}

/// The table of an entry that could be followed.
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
