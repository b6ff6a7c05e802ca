//! What it takes a year to buy the investments again some day (reference, section 5).

use super::route::{Route, routes};
use super::terms::{self, sold};
use super::{Series, shape};
use crate::calendar::Horizon;
use crate::case::{Case, Cost, Entry, Investment, Life, Timing, Versions};
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
        let mut dearer = Some(&cost);
        for Bought { month, route } in last_bought(case, &cost) {
            let Some(Investment { life: Life::Months(months), renew, .. }) =
                cost.at(month).investment
            else {
                continue;
            };
            let twelve = N::of(Decimal::from(12));
            let mut price = price_at_the_end::<N>(case.horizon, &route)?;
            if let Some(cost) = dearer.take_if(|cost| is_fact(cost, month)) {
                let since = if renew { month } else { 0 };
                price = price.plus(&N::of(paid_more::<N>(case, cost, since)?.decimal()))?;
            }
            let a_year = price.times(&twelve)?;
            sum = sum.plus(Series::single(a_year, i128::from(months.max(1))))?;
        }
    }
    Ok(sum)
}

/// Whether what a cost came to in the month with this number is known.
fn is_fact(cost: &Versions<'_, Cost>, month: i32) -> bool {
    cost.facts().is_some_and(|facts| facts.any() && month <= facts.until)
}

/// What a cost really came to since a month, beyond what was planned: it is replaced at that.
fn paid_more<N: Number>(
    case: &Case,
    cost: &Versions<'_, Cost>,
    since: i32,
) -> Result<Cents, Trouble> {
    let differs = terms::cost_came::<N>(case, cost)?.differs;
    let since = usize::try_from(since).unwrap_or(0);
    Ok(Cents::total(differs.into_iter().skip(since))?)
}

/// A purchase that is replaced.
#[derive(Debug)]
pub struct Bought<'a> {
    /// The number of the month in which it is made.
    pub month: i32,
    /// What is bought, as it is then.
    pub route: Route<'a>,
}

/// When an investment is bought, for the last time when it is renewed: it keeps the terms of that
/// moment. What follows others is bought with each of them. Nothing of what is not replaced, and of
/// what follows that.
pub fn last_bought<'a>(case: &'a Case, cost: &Versions<'a, Cost>) -> Vec<Bought<'a>> {
    // What is sold is wanted again only where it leaves a gap in a last year that goes on.
    if sold(case, cost).is_some_and(|it| case.ends || it.month < case.horizon.end() - 12) {
        return Vec::new();
    }
    let at_the_end = cost.last();
    let Some(Investment { replaced: true, .. }) = at_the_end.investment else { return Vec::new() };
    let routes = routes(case, &at_the_end.schedule, at_the_end.investment, i32::MAX);
    let given_up =
        |route: &Route<'_>| matches!(route.investment, Some(Investment { replaced: false, .. }));
    let routes = routes.into_iter().filter(|route| !given_up(route));
    routes.filter_map(|route| last_bought_along(case, cost, &route)).collect()
}

fn last_bought_along<'a>(
    case: &'a Case,
    cost: &Versions<'a, Cost>,
    route: &Route<'_>,
) -> Option<Bought<'a>> {
    let then = |month: i32| {
        let cost = cost.at(month);
        let routes = routes(case, &cost.schedule, cost.investment, month);
        routes.into_iter().find(|other| other.is_like(route))
    };
    let bought_in = |month: i32| {
        let route = then(month)?;
        let bought = route.purchases(case.horizon)?.any(|it| it == month);
        bought.then_some(Bought { month, route })
    };
    // Most are what they were all the time.
    let last = route.purchases(case.horizon)?.last();
    let months = (0..case.horizon.end()).rev();
    last.into_iter().chain(months).find_map(bought_in).or_else(|| {
        let route = then(i32::MIN)?;
        let month = route.purchases(case.horizon)?.take_while(|month| *month < 0).last()?;
        Some(Bought { month, route })
    })
}

/// `unit x (1 + optimism_bias) x index(N-1)` of what was bought in a month. What follows by a share
/// has that share of what the followed one comes to, its bias and index included.
fn price_at_the_end<N: Number>(horizon: Horizon, route: &Route<'_>) -> Result<N, Trouble> {
    match route.stream.timing {
        Timing::Once { on } if on <= horizon.last() => {
            let (what, index, factor) = route.taken::<N>()?;
            let years = horizon.last().year() - horizon.start.year();
            let level = shape::price_level(index, usize::try_from(years).unwrap_or(0), factor)?;
            shape::unit_of::<N>(&route.stream.unit, what, 0)?.times(&level)
        }
        Timing::Once { .. } | Timing::Dated(_) | Timing::Recurring(_) => Ok(N::zero()),
    }
}
