//! Amounts with their timing.

use super::entry::Scope;
use super::register::Register;
use crate::calendar::{Month, Rhythm};
use crate::case::{Dated, Index, Recurring, Stream, Timing, Unit};
use crate::document::{EntryMistake, PriceMistake, Table, Value, ValueMistake, Wanted};
use crate::money::{Amount, Rate, Share};
use crate::prices::goes_together;
use crate::reading::choice::word;
use crate::reading::keys::{Given, Problems, Slot};
use crate::reading::number::{amount, price, quantity, weight};
use crate::reading::percent::{growth, shares, single_share};
use crate::reading::text::list;
use crate::reading::time::{ByMonth, by_month, month};
use crate::words::{Key, Once, Per, Word};
use rust_decimal::Decimal;

/// What a stream is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// A cost; an investment may stand before the start.
    Cost {
        /// Whether it is written off.
        investment: bool,
    },
    /// Funding that can follow another entry.
    Income,
    /// Anything else.
    Other,
}

impl Bearer {
    fn may_precede(self) -> bool {
        matches!(self, Self::Cost { investment: true })
    }

    fn is_cost(self) -> bool {
        matches!(self, Self::Cost { .. })
    }

    fn may_follow(self) -> bool {
        matches!(self, Self::Cost { .. } | Self::Income)
    }
}

/// Reads an amount with its timing and index.
pub fn stream(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    bearer: Bearer,
    bias: Option<Share>,
) -> Option<Stream> {
    let dated = scope.keys.get(Key::At, |slot, problems| by_month(slot, problems, amount));
    let unit = unit(scope, register, bearer);
    if scope.keys.has(Key::At) {
        return at(scope, register, dated, bias);
    }
    let timing = timing(scope, register, bearer);
    let index = scope.keys.get(Key::Index, |slot, problems| register.index(slot, problems));
    Some(Stream { unit: unit?, timing: timing?, index: index.or(Index::default())?, bias: bias? })
}

/// Amounts in months of their own.
fn at(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    dated: Given<ByMonth<Amount>>,
    bias: Option<Share>,
) -> Option<Stream> {
    let other = |key: Key| {
        let told = [Key::Amounts, Key::Prices, Key::Paid].contains(&key);
        let when =
            matches!(key, Key::Per | Key::On) || key.facts(scope.section).once == Once::Never;
        when && !told && scope.keys.has(key)
    };
    let wrong: Vec<_> = scope.section.keys().filter(|key| other(*key)).collect();
    for key in wrong {
        scope.keys.wrong_at(key, EntryMistake::NotWithAt { key });
    }
    let index = scope.keys.get(Key::Index, |slot, problems| register.index(slot, problems));
    note_months(scope, register, &dated);
    let mut dated = dated.right()?;
    dated.sort_by_key(|(month, _, _)| *month);
    let months = dated.iter().map(|(month, ..)| *month).collect();
    let amounts = dated.into_iter().map(|(_, amount, _)| amount).collect();
    let timing = Timing::Dated(Dated { months, since: None });
    let unit = Unit::Amounts(amounts);
    Some(Stream { unit, timing, index: index.or(Index::default())?, bias: bias? })
}

/// Notes dated amounts before the start, and that all come past the end.
fn note_months(scope: &mut Scope<'_, '_>, register: &Register<'_>, dated: &Given<ByMonth<Amount>>) {
    let Some((dated, place)) = dated.seen() else { return };
    note_months_before_start(scope, register, Key::At, dated);
    if let Some(first) = dated.iter().map(|(month, ..)| *month).min() {
        note_past_end(scope, register, (first, place));
    }
}

/// Notes months under a key that lie before the start.
pub fn note_months_before_start<T>(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    key: Key,
    by_month: &ByMonth<T>,
) {
    let Some(start) = register.start else { return };
    for (month, _, place) in by_month.iter().filter(|(month, ..)| *month < start) {
        let mistake = EntryMistake::BeforeStart { key, month: *month, start, cost: false };
        scope.keys.problems.push(*place, mistake);
    }
}

/// How much a period is: one amount, one for each year, or units at a price.
fn unit(scope: &mut Scope<'_, '_>, register: &Register<'_>, bearer: Bearer) -> Option<Unit> {
    let whole = scope.keys.get(Key::Amount, amount);
    let yearly = scope
        .keys
        .get(Key::Amounts, |slot, problems| list(slot, Wanted::Amounts, problems, amount));
    let units = scope.keys.get(Key::Quantity, quantity);
    let per = per_of(scope.keys.table).filter(|_| scope.keys.has(Key::Quantity));
    let each = single_price(scope, register, per);
    let by_year =
        scope.keys.get(Key::Prices, |slot, problems| list(slot, Wanted::Amounts, problems, price));
    if !one_unit(scope, bearer) {
        return None;
    }
    match (whole, yearly, units) {
        (Given::Right(amount, _), ..) => Some(Unit::Amount(amount)),
        (_, Given::Right(amounts, _), _) => Some(Unit::Amounts(amounts)),
        (.., Given::Right(quantity, _)) => match (each, by_year) {
            (Given::Right(price, _), _) => Some(Unit::Priced { quantity, price }),
            (_, Given::Right(prices, _)) => Some(Unit::PricedByYear { quantity, prices }),
            _ => None,
        },
        _ => None,
    }
}

/// For what the units of an entry are, as far as it says so.
pub fn per_of(table: &Table) -> Option<Per> {
    match table.item(Key::Per).map(|item| &item.node.value) {
        Some(Value::Text(text)) => Per::of(text),
        Some(_) => None,
        None => table.has(Key::On).then_some(Per::Once),
    }
}

/// The price of a unit: its own, or that of a list, which stands beside the name of it. A price of a
/// stretch of time fits units that are for as long.
pub fn single_price(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    per: Option<Per>,
) -> Given<Amount> {
    let own = scope.keys.get(Key::Price, price);
    let take = |slot: Slot<'_>, problems: &mut Problems| {
        register.lists.take(slot, per, problems).map(drop)
    };
    let listed = scope.keys.get(Key::PriceFrom, take);
    if scope.keys.has(Key::Spread) {
        scope.keys.get(Key::Spread, single_share);
        if !scope.keys.has(Key::PriceFrom) {
            scope.keys.wrong_at(Key::Spread, PriceMistake::SpreadAlone);
        }
    }
    match listed {
        Given::Wrong => Given::Wrong,
        Given::Absent | Given::Right(..) => own,
    }
}

/// Two ways to say what a unit costs, if there are two. A price that comes from a list is no second
/// one.
pub fn priced_twice(scope: &Scope<'_, '_>) -> Option<(Key, Key)> {
    let has = |key| scope.keys.has(key);
    let own = has(Key::Price) && !goes_together(scope.keys.table);
    let listed = has(Key::PriceFrom);
    match (own, has(Key::Prices), listed) {
        (true, true, _) => Some((Key::Price, Key::Prices)),
        (true, _, true) => Some((Key::Price, Key::PriceFrom)),
        (_, true, true) => Some((Key::Prices, Key::PriceFrom)),
        _ => None,
    }
}

/// Whether the keys say in one way how much it is; notes it if not.
fn one_unit(scope: &mut Scope<'_, '_>, bearer: Bearer) -> bool {
    let has = |key| scope.keys.has(key);
    let first = |keys: &[Key]| keys.iter().copied().find(|key| has(*key));
    let priced: &[Key] = &[Key::Quantity, Key::Price, Key::Prices, Key::PriceFrom];
    let ways: [&[Key]; 4] = [&[Key::Amount], &[Key::Amounts], priced, &[Key::At]];
    let mut given = ways.into_iter().filter_map(first);
    let way = given.next();
    let twice = priced_twice(scope);
    if let Some((first, second)) = way.zip(given.next()).or(twice) {
        scope.keys.wrong_at(second, EntryMistake::TwoUnits { first, second });
        return false;
    }
    let half = match (has(Key::Quantity), first(&[Key::Price, Key::Prices, Key::PriceFrom])) {
        (true, None) => Some((Key::Quantity, Key::Price)),
        (false, Some(price)) => Some((price, Key::Quantity)),
        _ => None,
    };
    if let Some((given, missing)) = half {
        scope.keys.wrong_at(given, EntryMistake::HalfUnit { given, missing });
        return false;
    }
    // A share without `of` is told as that.
    if way.is_none() && !scope.keys.has(Key::Share) {
        let (entry, may_follow) = (scope.path(), bearer.may_follow());
        scope.keys.wrong(EntryMistake::UnitMissing { entry, may_follow });
    }
    true
}

/// When it comes.
fn timing(scope: &mut Scope<'_, '_>, register: &Register<'_>, bearer: Bearer) -> Option<Timing> {
    match scope.keys.get(Key::Per, word::<Per>) {
        Given::Right(per, _) => match per.rhythm() {
            None => once(scope, register, bearer),
            Some(rhythm) => {
                if scope.keys.has(Key::On) {
                    let per = per.spelled();
                    scope.keys.wrong_at(Key::On, EntryMistake::OnWithRecurring { per });
                }
                recurring(scope, register, rhythm)
            }
        },
        Given::Absent if scope.keys.has(Key::On) => once(scope, register, bearer),
        Given::Absent => {
            let entry = scope.path();
            scope.keys.wrong(EntryMistake::PerMissing { entry });
            recurring(scope, register, Rhythm::Monthly);
            None
        }
        Given::Wrong => {
            scope.keys.get(Key::On, month);
            recurring(scope, register, Rhythm::Monthly);
            None
        }
    }
}

fn once(scope: &mut Scope<'_, '_>, register: &Register<'_>, bearer: Bearer) -> Option<Timing> {
    // What pays it is told with that.
    let told = [Key::Paid, Key::Prices];
    let recurring = |key: Key| !told.contains(&key) && key.facts(scope.section).once == Once::Never;
    let wrong: Vec<_> = scope.section.keys().filter(|key| recurring(*key)).collect();
    for key in wrong {
        if scope.keys.has(key) {
            scope.keys.wrong_at(key, EntryMistake::NotWithOnce { key, followed: None });
        }
    }
    if scope.keys.has(Key::Prices) {
        scope.keys.wrong_at(Key::Prices, EntryMistake::PricesNotHere { beside: Key::On });
    }
    let on = scope.keys.get(Key::On, month);
    if let Some((month, place)) = on.seen() {
        if !bearer.may_precede() {
            note_before_start(scope, register, Key::On, *month, bearer.is_cost());
        }
        note_past_end(scope, register, (*month, place));
    }
    let on = match on {
        Given::Absent => register.start?,
        given => given.right()?,
    };
    Some(Timing::Once { on })
}

fn recurring(scope: &mut Scope<'_, '_>, register: &Register<'_>, per: Rhythm) -> Option<Timing> {
    let window = window(scope, register);
    let ramp = scope.keys.get(Key::Ramp, shares);
    let growth = scope.keys.get(Key::Growth, growth);
    let season = scope.keys.get(Key::Season, season);
    let (from, until) = window?;
    Some(Timing::Recurring(Recurring {
        per,
        from,
        until,
        ramp: ramp.or(Vec::new())?,
        growth: growth.or(Rate::default())?,
        season: season.optional()?.map(Box::new),
    }))
}

/// The first and the last month.
pub fn window(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<(Month, Month)> {
    let from = scope.keys.get(Key::From, month);
    let until = scope.keys.get(Key::Until, month);
    note_window(scope, register, &from, &until);
    let from = match from {
        Given::Absent => register.start?,
        given => given.right()?,
    };
    let until = match until {
        // What begins past the end also ends there.
        Given::Absent => register.last?.max(from),
        given => given.right()?,
    };
    Some((from, until))
}

fn note_window(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    from: &Given<Month>,
    until: &Given<Month>,
) {
    if let Some((from, place)) = from.seen() {
        note_before_start(scope, register, Key::From, *from, false);
        note_past_end(scope, register, (*from, place));
    }
    match (from, until) {
        (Given::Right(from, _), Given::Right(until, place)) if until < from => {
            let (from, until) = (*from, *until);
            scope.keys.problems.push(*place, EntryMistake::UntilBeforeFrom { from, until });
        }
        (Given::Absent, Given::Right(until, _)) => {
            note_before_start(scope, register, Key::Until, *until, false);
        }
        _ => {}
    }
}

fn note_before_start(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    key: Key,
    month: Month,
    cost: bool,
) {
    if let (Some(start), Some(item)) = (register.start, scope.keys.item(key))
        && month < start
    {
        let mistake = EntryMistake::BeforeStart { key, month, start, cost };
        scope.keys.problems.push(item.node.place, mistake);
    }
}

/// Warns that an entry begins when the horizon is over; not of what is switched off.
pub fn note_past_end(
    scope: &mut Scope<'_, '_>,
    register: &Register<'_>,
    (begins, place): (Month, crate::document::Place),
) {
    if let Some(last) = register.last
        && begins > last
        && !scope.off
    {
        let entry = scope.path();
        scope.keys.problems.push(place, EntryMistake::PastEnd { entry, begins, last });
    }
}

/// Twelve weights, not all zero.
pub fn season(slot: Slot<'_>, problems: &mut Problems) -> Option<[Decimal; 12]> {
    let Value::List(nodes) = &slot.node.value else {
        return slot.wrong_type(Wanted::Weights, problems);
    };
    if nodes.len() != 12 {
        return slot.wrong(ValueMistake::SeasonLength { found: nodes.len() }, problems);
    }
    let weights: [Decimal; 12] = list(slot, Wanted::Weights, problems, weight)?.try_into().ok()?;
    if weights.iter().all(Decimal::is_zero) {
        return slot.wrong(ValueMistake::SeasonAllZero, problems);
    }
    Some(weights)
}

/// An amount that cannot be counted by the month: what a loan is drawn for.
pub fn principal(scope: &mut Scope<'_, '_>) -> Option<Amount> {
    let path = scope.path();
    scope.keys.require(&path, Key::Amount, amount)
}
