//! What it takes a year to buy the investments again some day (reference, section 5).

use super::Series;
use super::shape::{self, Of};
use super::terms::{followed, more};
use crate::calendar::Horizon;
use crate::case::{
    Case, Cost, Entry, FollowBy, Index, Investment, Life, Schedule, Stream, Timing, Versions,
};
use crate::exact::{Exactly, Near, Number, Trouble, decide};
use crate::money::{Cents, Overflow};
use num_rational::BigRational;
use rust_decimal::Decimal;

/// The sum over investments of `unit x (1 + optimism_bias) x index(N-1) / life in years`, rounded
/// once, whether or not they are written off by then. What is never written off is not replaced,
/// nor is what begins past the end.
///
/// # Errors
/// [`Overflow`] when it outgrows [`Cents`].
pub fn replacement(case: &Case) -> Result<Cents, Overflow> {
    fn rounded<N: Number>(case: &Case) -> Result<Cents, Trouble> {
        Ok(sum::<N>(case)?.posted()?.first().copied().unwrap_or_default())
    }
    decide(|| rounded::<Near>(case), || rounded::<Exactly>(case))
}

/// The same, not rounded.
///
/// # Errors
/// [`Overflow`] when it outgrows what can be held.
pub fn unrounded_replacement(case: &Case) -> Result<BigRational, Overflow> {
    let sum = sum::<Exactly>(case).and_then(Series::unrounded).map_err(|_| Overflow)?;
    Ok(sum.total(0..1))
}

fn sum<N: Number>(case: &Case) -> Result<Series<N>, Trouble> {
    let mut sum = Series::nothing(1);
    for cost in case.costs.iter().map(Entry::versions) {
        let Some(bought) = last_bought(case, &cost) else { continue };
        let cost = cost.at(bought);
        if let Some(Investment { life: Life::Months(months), .. }) = cost.investment {
            let twelve = N::of(Decimal::from(12));
            let a_year = price_at_the_end::<N>(case, cost, bought)?.times(&twelve)?;
            sum = sum.plus(Series::single(a_year, i128::from(months.max(1))))?;
        }
    }
    Ok(sum)
}

/// The number of the month in which an investment is bought, for the last time when it is renewed:
/// it keeps the terms of that moment. `None` of what is not replaced, and of what follows that.
pub fn last_bought(case: &Case, cost: &Versions<'_, Cost>) -> Option<i32> {
    let purchases = |month| {
        let cost = cost.at(month);
        let (stream, investment) = match &cost.schedule {
            Schedule::Own(stream) => (&**stream, cost.investment),
            Schedule::Follows(follow) => followed(case, follow, month)?,
        };
        let Timing::Once { on } = stream.timing else { return None };
        Some(shape::purchases(case.horizon, on, investment))
    };
    let given_up = |investment| matches!(investment, Some(Investment { replaced: false, .. }));
    let at_the_end = cost.last();
    let with = match &at_the_end.schedule {
        Schedule::Own(_) => None,
        Schedule::Follows(follow) => followed(case, follow, i32::MAX)?.1,
    };
    if given_up(at_the_end.investment) || given_up(with) {
        return None;
    }
    // Most are what they were all the time.
    let last = purchases(i32::MAX)?.last();
    if last.is_some_and(|last| purchases(last).is_some_and(|mut all| all.any(|it| it == last))) {
        return last;
    }
    let months = (0..case.horizon.end()).rev();
    let bought_in =
        |&month: &i32| purchases(month).is_some_and(|mut all| all.any(|it| it == month));
    months
        .into_iter()
        .find(bought_in)
        .or_else(|| purchases(i32::MIN)?.take_while(|m| *m < 0).last())
}

/// `unit x (1 + optimism_bias) x index(N-1)` of what was bought in a month. What follows by a share
/// has that share of what the followed one comes to, its bias and index included.
fn price_at_the_end<N: Number>(case: &Case, cost: &Cost, bought: i32) -> Result<N, Trouble> {
    match &cost.schedule {
        Schedule::Own(stream) => {
            let factor = more(stream.bias)?;
            unit_at_the_end(case.horizon, stream, Of::Money, &stream.index, factor)
        }
        Schedule::Follows(follow) => {
            let Some((stream, _)) = followed(case, follow, bought) else { return Ok(N::zero()) };
            let bias = more::<N>(follow.bias)?;
            let (what, index, by) = match &follow.by {
                FollowBy::Share(share) => {
                    (Of::Money, &stream.index, more::<N>(stream.bias)?.times(&N::of(share.0))?)
                }
                FollowBy::Price { price, index } => (Of::Units, index, N::of(price.0)),
            };
            unit_at_the_end(case.horizon, stream, what, index, bias.times(&by)?)
        }
    }
}

fn unit_at_the_end<N: Number>(
    horizon: Horizon,
    stream: &Stream,
    what: Of,
    index: &Index,
    factor: N,
) -> Result<N, Trouble> {
    match stream.timing {
        Timing::Once { on } if on <= horizon.last() => {
            let years = horizon.last().year() - horizon.start.year();
            let level = shape::price_level(index, usize::try_from(years).unwrap_or(0), factor)?;
            shape::unit_of::<N>(&stream.unit, what, 0)?.times(&level)
        }
        Timing::Once { .. } | Timing::Dated(_) | Timing::Recurring(_) => Ok(N::zero()),
    }
}
