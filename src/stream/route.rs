//! The ways from an entry that follows others to those that are on terms of their own (reference,
//! section 4.1).

use super::shape::{self, Of, more};
use crate::calendar::{Horizon, Month};
use crate::case::{
    Case, Follow, FollowBy, Followed, Form, Funding, Income, Index, Investment, Schedule, Stream,
    Timing,
};
use crate::exact::{Number, Trouble};

/// One way: by which links to which entry.
#[derive(Clone, Debug)]
pub struct Route<'a> {
    /// The entry at its end, on terms of its own.
    pub stream: &'a Stream,
    /// That it is an investment.
    pub investment: Option<Investment>,
    /// By what the entry at the beginning follows, and what that follows; nothing where it is on
    /// terms of its own.
    pub links: Vec<Link<'a>>,
}

/// One step of a way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link<'a> {
    /// By what the next one is followed.
    pub follow: &'a Follow,
    /// The next one.
    pub to: Followed,
}

/// All ways from a schedule, as everything is in the month with this number; none where all that it
/// follows is off.
pub fn routes<'a>(
    case: &'a Case,
    schedule: &'a Schedule,
    investment: Option<Investment>,
    month: i32,
) -> Vec<Route<'a>> {
    let mut found = Vec::new();
    walk(case, (schedule, investment), month, &mut Vec::new(), &mut found);
    found
}

fn walk<'a>(
    case: &'a Case,
    (schedule, investment): (&'a Schedule, Option<Investment>),
    month: i32,
    links: &mut Vec<Link<'a>>,
    found: &mut Vec<Route<'a>>,
) {
    let follow = match schedule {
        Schedule::Own(stream) => {
            found.push(Route { stream, investment, links: links.clone() });
            return;
        }
        Schedule::Follows(follow) => follow,
    };
    for &to in &follow.of {
        let Some(next) = scheduled(case, to, month) else { continue };
        links.push(Link { follow, to });
        walk(case, next, month, links, found);
        links.pop();
    }
}

/// The number of the first month of a schedule, as it is at first: of what follows others that in
/// which one of these runs and is followed. `None` where nothing ever is.
pub fn first_month(case: &Case, schedule: &Schedule) -> Option<i32> {
    if let Schedule::Own(stream) = schedule {
        return stream.begins().map(|month| case.horizon.number(month));
    }
    let routes = routes(case, schedule, None, i32::MIN);
    let spans = routes.iter().filter_map(|route| route.span(case.horizon));
    spans.map(|(first, _)| first).min()
}

/// What is followed, as it is in a month.
fn scheduled(case: &Case, of: Followed, month: i32) -> Option<(&Schedule, Option<Investment>)> {
    match of {
        Followed::Cost(place) => {
            let cost = case.costs.get(place)?.versions().at(month);
            Some((&cost.schedule, cost.investment))
        }
        Followed::Funding(place) => {
            let funding = case.funding.get(place)?.versions().at(month);
            Some((&income_of(funding)?.schedule, None))
        }
    }
}

/// Funding as an income.
pub fn income_of(funding: &Funding) -> Option<&Income> {
    match &funding.form {
        Form::Income(income) => Some(income),
        Form::Outcome(_) | Form::Equity(_) | Form::Loan(_) | Form::InKind(_) => None,
    }
}

impl Route<'_> {
    /// Whether another way leads along the same entries.
    pub fn is_like(&self, other: &Self) -> bool {
        let ends = |route: &Self| route.links.iter().map(|link| link.to).collect::<Vec<_>>();
        ends(self) == ends(other)
    }

    /// The numbers of the first and the last month in which something comes along it: of what comes once the
    /// months of its purchases. `None` where no month of it is within all the links.
    pub fn span(&self, horizon: Horizon) -> Option<(i32, i32)> {
        let first = self.stream.begins().map_or(0, |month| horizon.number(month));
        let last = match &self.stream.timing {
            Timing::Recurring(recurring) => horizon.number(recurring.until),
            Timing::Once { .. } | Timing::Dated(_) => i32::MAX,
        };
        let within = self.links.iter().filter_map(|link| link.follow.within);
        let (first, last) = within.fold((first, last), |(first, last), within| {
            (first.max(horizon.number(within.from)), last.min(horizon.number(within.until)))
        });
        (first <= last || self.links.is_empty()).then_some((first, last))
    }

    /// Whether something comes along it in the month with this number. What is earmarked waits for
    /// its costs from its month on.
    pub fn runs_in(&self, horizon: Horizon, month: i32, earmarked: bool) -> bool {
        let number = |on: Month| horizon.number(on);
        match &self.stream.timing {
            Timing::Recurring(_) => {
                self.span(horizon).is_some_and(|(first, last)| (first..=last).contains(&month))
            }
            Timing::Once { on } if earmarked => number(*on) <= month,
            Timing::Dated(dated) if earmarked => dated.coming().any(|(_, on)| number(on) <= month),
            Timing::Dated(dated) => dated.coming().any(|(_, on)| number(on) == month),
            Timing::Once { on } => {
                shape::purchases(horizon, *on, self.investment).any(|at| at == month)
            }
        }
    }

    /// The numbers of the months in which a `once` is bought; `None` of what recurs or is dated.
    pub fn purchases(&self, horizon: Horizon) -> Option<impl Iterator<Item = i32> + use<>> {
        let Timing::Once { on } = self.stream.timing else { return None };
        Some(shape::purchases(horizon, on, self.investment))
    }

    /// What is counted of its end, by which index its prices go, and the factor of all along the
    /// way: shares, prices and every bias. A price is paid for each unit, whatever others pay for it.
    ///
    /// # Errors
    /// When the number cannot hold the factor.
    pub fn taken<N: Number>(&self) -> Result<(Of, &Index, N), Trouble> {
        let mut factor = N::of(rust_decimal::Decimal::ONE);
        for Link { follow, .. } in &self.links {
            let bias = more::<N>(follow.bias)?;
            match &follow.by {
                FollowBy::Share(share) => {
                    factor = factor.times(&bias)?.times(&N::of(share.0))?;
                }
                FollowBy::Price { price, index } => {
                    let factor = factor.times(&bias)?.times(&N::of(price.0))?;
                    return Ok((Of::Units, index, factor));
                }
            }
        }
        let factor = factor.times(&more(self.stream.bias)?)?;
        Ok((Of::Money, &self.stream.index, factor))
    }
}
