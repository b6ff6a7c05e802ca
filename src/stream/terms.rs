//! What an entry is worth in each month, exactly (reference, section 4).
//!
//! An entry that becomes something else from a month on is computed as each of its versions from
//! the same start; the exact amounts of each hold while it does ([`joined`]).

use super::Series;
use super::came::{Came, Fading, Reckoning, with_differences};
use super::route::{Route, income_of, routes};
use super::shape::{self, Of, more};
use crate::case::{
    Achieved, Advance, Case, Cost, Effect, Facts, Fade, Follow, FollowBy, Followed, Funding,
    Income, Index, Investment, Outcome, Schedule, Settled, Stream, Unit, Versions, Window,
};
use crate::exact::{Number, Trouble};
use crate::money::{Amount, Share};
use rust_decimal::Decimal;
use std::ops::Range;

/// A cost's exact amounts.
///
/// # Errors
/// When the number cannot hold a value.
pub fn cost<N: Number>(case: &Case, cost: &Versions<'_, Cost>) -> Result<Series<N>, Trouble> {
    cost_came(case, cost)?.amounts()
}

/// What a cost comes to, and what of that is fact.
///
/// # Errors
/// When the number cannot hold a value.
pub fn cost_came<N: Number>(case: &Case, cost: &Versions<'_, Cost>) -> Result<Came<N>, Trouble> {
    Came::of(cost.facts(), planned_cost(case, cost)?)
}

fn planned_cost<N: Number>(case: &Case, cost: &Versions<'_, Cost>) -> Result<Series<N>, Trouble> {
    let bought = joined(cost, |cost| {
        of_schedule(case, (&cost.schedule, cost.investment), &Taken::Money, true)
    })?;
    Ok(match sold(case, cost) {
        // It is not bought again, but for one that is sold in the month in which it was bought.
        Some(sold) if is_first(case, cost, sold.month) => bought.keep(0, sold.month),
        Some(sold) => bought.keep(0, sold.month - 1),
        None => bought,
    })
}

/// That an investment is sold in a month of the horizon.
#[derive(Clone, Copy, Debug)]
pub struct Sold {
    /// The number of that month.
    pub month: i32,
    /// What it brings.
    pub price: Amount,
}

/// When an investment is sold, if it is: past the horizon it is as if it were not said.
pub fn sold(case: &Case, cost: &Versions<'_, Cost>) -> Option<Sold> {
    let month = case.horizon.number(cost.first().investment?.sold?.on);
    let sale = cost.at(month).investment?.sold?;
    let within = (0..case.horizon.end()).contains(&month);
    within.then_some(Sold { month, price: sale.price })
}

/// Whether an investment is first bought in the month with this number, or one of those that it
/// follows.
pub fn is_first(case: &Case, cost: &Versions<'_, Cost>, month: i32) -> bool {
    let on = |route: &Route<'_>| route.purchases(case.horizon)?.next();
    let routes = routes(case, &cost.at(month).schedule, None, month);
    routes.iter().any(|route| on(route) == Some(month))
}

/// The exact amounts of an income that is not earmarked.
///
/// # Errors
/// When the number cannot hold a value.
pub fn income<N: Number>(case: &Case, income: &Versions<'_, Income>) -> Result<Series<N>, Trouble> {
    income_came(case, income)?.amounts()
}

/// What an income that is not earmarked comes to, and what of that is fact.
///
/// # Errors
/// When the number cannot hold a value.
pub fn income_came<N: Number>(
    case: &Case,
    income: &Versions<'_, Income>,
) -> Result<Came<N>, Trouble> {
    Came::of(income.facts(), left_of(case, asked(case, income)?, income)?)
}

/// What an income would bring if it were neither earmarked nor faded.
///
/// # Errors
/// When the number cannot hold a value.
pub fn asked<N: Number>(case: &Case, income: &Versions<'_, Income>) -> Result<Series<N>, Trouble> {
    joined(income, |income| {
        // What fades itself is so much of what it was: it does not fade once more with the other.
        of_schedule(case, (&income.schedule, None), &Taken::Money, income.fade.is_none())
    })
}

/// What the fade of an income leaves of its exact amounts.
///
/// # Errors
/// When the number cannot hold a value.
pub fn left_of<N: Number>(
    case: &Case,
    amounts: Series<N>,
    income: &Versions<'_, Income>,
) -> Result<Series<N>, Trouble> {
    faded(case, amounts, income, |income| income.fade)
}

/// The amounts of equity or of something in kind.
///
/// # Errors
/// When the number cannot hold a value.
pub fn plain<N: Number>(case: &Case, stream: &Versions<'_, Stream>) -> Result<Series<N>, Trouble> {
    plain_came(case, stream)?.amounts()
}

/// The same, and what of that is fact.
///
/// # Errors
/// When the number cannot hold a value.
pub fn plain_came<N: Number>(
    case: &Case,
    stream: &Versions<'_, Stream>,
) -> Result<Came<N>, Trouble> {
    Came::of(stream.facts(), joined(stream, |stream| own(case, stream, None))?)
}

/// An outcome payment: `share x` the exact cashable value of its avoided cost, or its value, month by month
/// while it runs, up to its cap a case year.
///
/// # Errors
/// When the number cannot hold or compare a value.
pub fn outcome<N: Number>(
    case: &Case,
    outcome: &Versions<'_, Outcome>,
) -> Result<Series<N>, Trouble> {
    outcome_came(case, outcome)?.amounts()
}

/// The same, and what of that is fact: the cap of a case year is what its facts have left of it.
///
/// # Errors
/// When the number cannot hold or compare a value.
pub fn outcome_came<N: Number>(
    case: &Case,
    outcome: &Versions<'_, Outcome>,
) -> Result<Came<N>, Trouble> {
    let Some(of) = outcome.first().of else {
        return Came::of(outcome.facts(), Series::nothing(case.horizon.months()));
    };
    let value: Series<N> = achieved(case, of)?;
    let paid = joined(outcome, |outcome| {
        let share = value.clone().times(&N::of(outcome.share.0))?;
        Ok(share.keep(case.horizon.number(outcome.from), case.horizon.number(outcome.until)))
    })?;
    if outcome.all(|outcome| outcome.cap.is_none()) {
        let would = faded(case, paid, outcome, |outcome| outcome.fade)?;
        return Came::of(outcome.facts(), would);
    }
    let fading = Fading::of(case, outcome, |outcome| outcome.fade)?;
    let cap = |month| outcome.at(month).cap.map(|Amount(cap)| N::of(cap));
    let (mut differs, mut reckoning) = (Vec::new(), None);
    let capped = paid.capped_yearly(cap, |month, due, divisor| {
        let whole = divisor.checked_mul(fading.whole).ok_or(Trouble::Unsure)?;
        let reckoning = reckoning.get_or_insert_with(|| Reckoning::new(outcome.facts(), whole));
        let differed = reckoning.month(month, &fading.of_month(month, due)?)?;
        differs.push(differed);
        Reckoning::term(divisor, differed)
    })?;
    let would = faded(case, capped, outcome, |outcome| outcome.fade)?;
    differs.truncate(outcome.facts().map_or(0, |facts| facts.accrued.len()));
    Ok(Came { would, differs })
}

/// What an outcome payment is a share of: what a party can take out of a budget, or all of a value.
///
/// # Errors
/// When the number cannot hold a value.
pub fn achieved<N: Number>(case: &Case, of: Achieved) -> Result<Series<N>, Trouble> {
    match (of, of.entry(case)) {
        (Achieved::Avoided(_), Some(avoided)) => cashable(case, &avoided.versions()),
        (Achieved::Value(_), Some(value)) => effect(case, &value.versions(), Bias::TakesOff),
        (_, None) => Ok(Series::nothing(case.horizon.months())),
    }
}

/// What remains of exact amounts where they fade: each version by its own fade while it holds.
fn faded<T, N: Number>(
    case: &Case,
    amounts: Series<N>,
    versions: &Versions<'_, T>,
    fade: impl Fn(&T) -> Option<Fade>,
) -> Result<Series<N>, Trouble> {
    let mut fades: Vec<Fade> = Vec::new();
    let all = std::iter::once(versions.first()).chain(versions.later().map(|(_, later)| later));
    for found in all.filter_map(&fade) {
        if !fades.contains(&found) {
            fades.push(found);
        }
    }
    fades.into_iter().try_fold(amounts, |amounts, one| {
        let first = case.horizon.number(one.from);
        amounts.faded(first, one.months, |month| fade(versions.at(month)) == Some(one))
    })
}

/// The exact amounts of something that may become something else: those of each version from the
/// month on in which it holds.
fn joined<T, N: Number>(
    versions: &Versions<'_, T>,
    amounts: impl Fn(&T) -> Result<Series<N>, Trouble>,
) -> Result<Series<N>, Trouble> {
    let mut joined = amounts(versions.first())?;
    for (from, later) in versions.later() {
        let before = joined.keep(0, from - 1);
        joined = before.plus(amounts(later)?.keep(from, i32::MAX))?;
    }
    Ok(joined)
}

/// Which way an optimism bias works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bias {
    /// Of an avoided cost or a value: it turns out less.
    TakesOff,
    /// Of a burden: it turns out more.
    Adds,
}

/// The exact value of an avoided cost, a value or a burden: its stream times
/// `(1 - deadweight)(1 - displacement)(1 - attribution)(1 -/+ optimism_bias)`, later by its lag,
/// in the prices of the month in which it comes.
///
/// # Errors
/// When the number cannot hold a value.
pub fn effect<N: Number>(
    case: &Case,
    effect: &Versions<'_, Effect>,
    bias: Bias,
) -> Result<Series<N>, Trouble> {
    Came::of(effect.facts(), joined(effect, |effect| value(case, effect, bias))?)?.amounts()
}

/// So much of an avoided cost as its share of a month is, what facts differ from it included.
fn part_of<N: Number>(
    case: &Case,
    avoided: &Versions<'_, Effect>,
    share: impl Fn(&Effect) -> Share,
) -> Result<Series<N>, Trouble> {
    let taken =
        |effect: &Effect| value(case, effect, Bias::TakesOff)?.times(&N::of(share(effect).0));
    let part = joined(avoided, taken)?;
    if !avoided.facts().is_some_and(Facts::any) {
        return Ok(part);
    }
    let would = joined(avoided, |effect| value(case, effect, Bias::TakesOff))?;
    let Came { would, differs } = Came::<N>::of(avoided.facts(), would)?;
    let differs = with_differences(Series::nothing(would.months()), &differs)?;
    // Facts are months before all that is laid over a case changes anything.
    part.plus(differs.times(&N::of(share(avoided.first()).0))?)
}

/// The exact part of an avoided cost that its party can take out of a budget.
///
/// # Errors
/// When the number cannot hold a value.
pub fn cashable<N: Number>(
    case: &Case,
    avoided: &Versions<'_, Effect>,
) -> Result<Series<N>, Trouble> {
    part_of(case, avoided, |avoided| avoided.cashable)
}

/// The exact part of an avoided cost that is money which somebody else no longer gets.
///
/// # Errors
/// When the number cannot hold a value.
pub fn transferred<N: Number>(
    case: &Case,
    avoided: &Versions<'_, Effect>,
) -> Result<Series<N>, Trouble> {
    part_of(case, avoided, |avoided| avoided.transfer)
}

fn value<N: Number>(case: &Case, effect: &Effect, bias: Bias) -> Result<Series<N>, Trouble> {
    let stream = &effect.stream;
    let factor = less::<N>(effect.deadweight)?
        .times(&less(effect.displacement)?)?
        .times(&less(effect.attribution)?)?
        .times(&match bias {
            Bias::TakesOff => less(stream.bias)?,
            Bias::Adds => more(stream.bias)?,
        })?;
    if let (Some(lasts), Unit::Priced { price, .. }) = (&effect.lasts, &stream.unit) {
        let factor = factor.times(&N::of(price.0))?;
        let lasting = shape::units(case.horizon, stream)?.lasting(*lasts)?;
        let later = lasting.later(usize::try_from(effect.lag).unwrap_or(0));
        return shape::priced(case.horizon, &later, &stream.index, &factor);
    }
    let prices = (&stream.index, &factor);
    shape::at_prices(case.horizon, stream, None, Of::Money, effect.lag, prices)
}

/// A stream on its own terms: `unit x volume x season x index x (1 + optimism_bias) / months`.
fn own<N: Number>(
    case: &Case,
    stream: &Stream,
    investment: Option<Investment>,
) -> Result<Series<N>, Trouble> {
    let prices = (&stream.index, &more(stream.bias)?);
    shape::at_prices(case.horizon, stream, investment, Of::Money, 0, prices)
}

/// What is taken of what is followed.
enum Taken<'a, N> {
    /// All that it comes to.
    Money,
    /// So much for each of its units, by an index of its own.
    Units(&'a Index, &'a N),
}

impl<N> Taken<'_, N> {
    fn is_money(&self) -> bool {
        matches!(self, Self::Money)
    }
}

/// What follows some of the entries that it follows: the sum of `x(m) = price x index x (1 + optimism_bias) x`
/// their units in month m, or `share x (1 + optimism_bias) x` their `x(m)`, in the months in which
/// it follows them. What follows entries that are off follows nothing. Where what is followed
/// fades, what follows goes along if it is to.
fn followed<N: Number>(
    case: &Case,
    follow: &Follow,
    of: &[Followed],
    taken: &Taken<'_, N>,
    fades_along: bool,
) -> Result<Series<N>, Trouble> {
    let factor = more::<N>(follow.bias)?;
    let sum = match (&follow.by, taken) {
        (FollowBy::Share(share), Taken::Money) => {
            sum_of(case, of, taken, fades_along)?.times(&factor.times(&N::of(share.0))?)
        }
        (FollowBy::Price { price, index }, Taken::Money) => {
            let factor = factor.times(&N::of(price.0))?;
            sum_of(case, of, &Taken::Units(index, &factor), fades_along)
        }
        // Its units are those of what it follows, whatever it pays for them.
        (FollowBy::Price { .. }, Taken::Units(..)) => sum_of(case, of, taken, fades_along),
        (FollowBy::Share(_), Taken::Units(..)) => Ok(Series::nothing(case.horizon.months())),
    }?;
    Ok(match follow.within {
        Some(Window { from, until }) => {
            sum.keep(case.horizon.number(from), case.horizon.number(until))
        }
        None => sum,
    })
}

fn sum_of<N: Number>(
    case: &Case,
    of: &[Followed],
    taken: &Taken<'_, N>,
    fades_along: bool,
) -> Result<Series<N>, Trouble> {
    let mut each = of.iter().map(|&of| one(case, of, taken, fades_along));
    let first = each.next().unwrap_or_else(|| Ok(Series::nothing(case.horizon.months())))?;
    each.try_fold(first, |sum, one| sum.plus(one?))
}

/// What is taken of one entry that is followed: of each version of it while it holds.
fn one<N: Number>(
    case: &Case,
    of: Followed,
    taken: &Taken<'_, N>,
    fades_along: bool,
) -> Result<Series<N>, Trouble> {
    let nothing = || Ok(Series::nothing(case.horizon.months()));
    match of {
        Followed::Cost(place) => match case.costs.get(place) {
            Some(entry) => {
                let versions = entry.versions();
                let followed = joined(&versions, |cost| {
                    of_schedule(case, (&cost.schedule, cost.investment), taken, true)
                })?;
                if !(entry.has_facts() && taken.is_money()) {
                    return Ok(followed);
                }
                with_differences(followed, &cost_came::<N>(case, &versions)?.differs)
            }
            None => nothing(),
        },
        Followed::Funding(place) => match case.funding.get(place) {
            Some(entry) => {
                let versions = entry.versions();
                let followed = joined(&versions, |funding| match income_of(funding) {
                    Some(Income { schedule, fade, .. }) => {
                        of_schedule(case, (schedule, None), taken, fade.is_none())
                    }
                    None => nothing(),
                })?;
                let followed =
                    if fades_along { faded(case, followed, &versions, fade_of)? } else { followed };
                match entry.income().filter(|_| versions.facts().is_some() && taken.is_money()) {
                    Some(income) if income.facts().is_some_and(Facts::any) => {
                        with_differences(followed, &income_came::<N>(case, &income)?.differs)
                    }
                    _ => Ok(followed),
                }
            }
            None => nothing(),
        },
    }
}

fn of_schedule<N: Number>(
    case: &Case,
    (schedule, investment): (&Schedule, Option<Investment>),
    taken: &Taken<'_, N>,
    fades_along: bool,
) -> Result<Series<N>, Trouble> {
    match (schedule, taken) {
        (Schedule::Own(stream), Taken::Money) => own(case, stream, investment),
        (Schedule::Own(stream), Taken::Units(index, factor)) => {
            shape::at_prices(case.horizon, stream, investment, Of::Units, 0, (index, factor))
        }
        (Schedule::Follows(follow), _) => followed(case, follow, &follow.of, taken, fades_along),
    }
}

/// What an income brings of one cost, which it follows by a share among others.
///
/// # Errors
/// When the number cannot hold a value.
pub fn share_of<N: Number>(
    case: &Case,
    income: &Versions<'_, Income>,
    cost: usize,
) -> Result<Series<N>, Trouble> {
    let cost = Followed::Cost(cost);
    let share = joined(income, |income| match &income.schedule {
        Schedule::Follows(follow) if follow.of.contains(&cost) => {
            followed(case, follow, &[cost], &Taken::Money, income.fade.is_none())
        }
        _ => Ok(Series::nothing(case.horizon.months())),
    })?;
    left_of(case, share, income)
}

/// The fade of an income.
fn fade_of(funding: &Funding) -> Option<Fade> {
    income_of(funding)?.fade
}

/// The number of the last month of the horizon in which an income runs, if it does at all: what is
/// earmarked and comes once waits for its costs to the end.
pub fn last_month(case: &Case, income: &Versions<'_, Income>) -> Option<i32> {
    (0..case.horizon.end()).rev().find(|&month| runs_in(case, income.at(month), month))
}

/// What is settled together of an income with an advance.
pub struct Settlement {
    /// The months of which it is the rest.
    pub months: Range<usize>,
    /// The number of the month in which it is paid.
    pub paid: i32,
}

/// When the rest of an income with an advance is paid: so long after the last month in which it runs,
/// or after the last of each calendar year.
pub fn settlements(
    case: &Case,
    income: &Versions<'_, Income>,
    advance: Advance,
) -> Vec<Settlement> {
    let end = case.horizon.months();
    let year =
        |month: usize| i32::try_from(month).map_or(0, |month| case.horizon.month(month).year());
    let whole = std::iter::once(0..end);
    let periods: Vec<Range<usize>> = match advance.settled {
        Settled::End => whole.collect(),
        Settled::Yearly => {
            let begins = |month: &usize| *month == 0 || year(*month) != year(*month - 1);
            let firsts: Vec<_> = (0..end).filter(begins).collect();
            let ends = firsts.iter().copied().skip(1).chain([end]);
            firsts.iter().copied().zip(ends).map(|(first, after)| first..after).collect()
        }
    };
    let settlement = |months: Range<usize>| {
        let numbers = months.clone().rev().filter_map(|month| i32::try_from(month).ok());
        let last = numbers.into_iter().find(|&month| runs_in(case, income.at(month), month))?;
        Some(Settlement { months, paid: last.saturating_add(advance.settlement) })
    };
    periods.into_iter().filter_map(settlement).collect()
}

/// Whether an income runs in the month with this number: in its own months, or those of what it
/// follows.
fn runs_in(case: &Case, income: &Income, month: i32) -> bool {
    let earmarked = income.covers.is_some();
    let routes = routes(case, &income.schedule, None, month);
    routes.iter().any(|route| route.runs_in(case.horizon, month, earmarked))
}

/// `1 - share`.
fn less<N: Number>(share: Share) -> Result<N, Trouble> {
    N::of(Decimal::ONE).minus(&N::of(share.0))
}
