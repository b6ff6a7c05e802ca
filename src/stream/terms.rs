//! What an entry is worth in each month, exactly (reference, section 4).

use super::Series;
use super::shape::{self, Of};
use crate::case::{
    Case, Cost, Effect, Follow, FollowBy, Followed, Funding, Income, Investment, Outcome, Schedule,
    Stream, Timing, Unit,
};
use crate::exact::{Number, Trouble};
use crate::money::Share;
use rust_decimal::Decimal;

/// A cost's exact amounts.
///
/// # Errors
/// When the number cannot hold a value.
pub fn cost<N: Number>(case: &Case, cost: &Cost) -> Result<Series<N>, Trouble> {
    match &cost.schedule {
        Schedule::Own(stream) => own(case, stream, cost.investment),
        Schedule::Follows(follow) => follower(case, follow),
    }
}

/// An income's exact amounts. An earmark is observed: its running total is never above that of
/// the costs that it covers.
///
/// # Errors
/// When the number cannot hold or compare a value.
pub fn income<N: Number>(case: &Case, income: &Income) -> Result<Series<N>, Trouble> {
    let asked = match &income.schedule {
        Schedule::Own(stream) => own(case, stream, None)?,
        Schedule::Follows(follow) => follower(case, follow)?,
    };
    let Some(covered) = &income.covers else { return Ok(asked) };
    let mut costs = Series::nothing(case.horizon.months());
    for entry in covered.iter().filter_map(|&place| case.costs.get(place)) {
        costs = costs.plus(cost(case, &entry.what)?)?;
    }
    let last = last_month(case, &income.schedule);
    asked.never_above(costs, last)
}

/// The amounts of equity or of something in kind.
///
/// # Errors
/// When the number cannot hold a value.
pub fn plain<N: Number>(case: &Case, stream: &Stream) -> Result<Series<N>, Trouble> {
    own(case, stream, None)
}

/// An outcome payment: `share x` the exact cashable value of its avoided cost, month by month
/// while it runs, up to its cap a case year.
///
/// # Errors
/// When the number cannot hold or compare a value.
pub fn outcome<N: Number>(case: &Case, outcome: &Outcome) -> Result<Series<N>, Trouble> {
    let Some(avoided) = outcome.of.and_then(|place| case.avoided.get(place)) else {
        return Ok(Series::nothing(case.horizon.months()));
    };
    let value = effect(case, &avoided.what, Bias::TakesOff)?;
    let share = N::of(outcome.share.0);
    let all = cashable(value, avoided.what.cashable)?.times(&share)?;
    let paid = all.keep(case.horizon.number(outcome.from), case.horizon.number(outcome.until));
    match outcome.cap {
        Some(cap) => paid.capped_yearly(&N::of(cap.0)),
        None => Ok(paid),
    }
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
pub fn effect<N: Number>(case: &Case, effect: &Effect, bias: Bias) -> Result<Series<N>, Trouble> {
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

/// The part of an effect's value that its party can take out of a budget.
///
/// # Errors
/// When the number cannot hold a value.
pub fn cashable<N: Number>(value: Series<N>, share: Share) -> Result<Series<N>, Trouble> {
    value.times(&N::of(share.0))
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

/// `x(m) = price x index x (1 + optimism_bias) x` the units of the entry followed in month m, or
/// `share x (1 + optimism_bias) x` its `x(m)`. What follows an entry that is off follows nothing.
fn follower<N: Number>(case: &Case, follow: &Follow) -> Result<Series<N>, Trouble> {
    let Some((stream, investment)) = followed(case, follow) else {
        return Ok(Series::nothing(case.horizon.months()));
    };
    let bias = more::<N>(follow.bias)?;
    match &follow.by {
        FollowBy::Share(share) => {
            own(case, stream, investment)?.times(&bias.times(&N::of(share.0))?)
        }
        FollowBy::Price { price, index } => {
            let prices = (index, &bias.times(&N::of(price.0))?);
            shape::at_prices(case.horizon, stream, investment, Of::Units, 0, prices)
        }
    }
}

/// The stream that is followed, with its renewal if it is an investment.
pub fn followed<'a>(case: &'a Case, follow: &Follow) -> Option<(&'a Stream, Option<Investment>)> {
    let (schedule, investment) = match follow.of? {
        Followed::Cost(place) => {
            let cost = &case.costs.get(place)?.what;
            (&cost.schedule, cost.investment)
        }
        Followed::Funding(place) => match &case.funding.get(place)?.what {
            Funding::Income(income) => (&income.schedule, None),
            Funding::Outcome(_) | Funding::Equity(_) | Funding::Loan(_) | Funding::InKind(_) => {
                return None;
            }
        },
    };
    match schedule {
        Schedule::Own(stream) => Some((stream, investment)),
        Schedule::Follows(_) => None,
    }
}

/// The number of the last month in which an earmarked schedule can post: a `once` waits for its
/// costs to the end of the horizon.
fn last_month(case: &Case, schedule: &Schedule) -> i32 {
    let stream = match schedule {
        Schedule::Own(stream) => Some(&**stream),
        Schedule::Follows(follow) => followed(case, follow).map(|(stream, _)| stream),
    };
    match stream.map(|stream| &stream.timing) {
        Some(Timing::Recurring(recurring)) => case.horizon.number(recurring.until),
        Some(Timing::Once { .. }) | None => case.horizon.end() - 1,
    }
}

/// `1 - share`.
fn less<N: Number>(share: Share) -> Result<N, Trouble> {
    N::of(Decimal::ONE).minus(&N::of(share.0))
}

/// `1 + share`.
///
/// # Errors
/// When the number cannot hold it.
pub fn more<N: Number>(share: Share) -> Result<N, Trouble> {
    N::of(Decimal::ONE).plus(&N::of(share.0))
}
