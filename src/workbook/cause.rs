//! Why what an entry posts stands in a workbook as numbers, and not as formulas.

use crate::case::{Case, Cost, Follow, Form, Funding, Schedule, Timing};
use crate::language::Cause;
use crate::stream::Sharing;
use crate::words::Group;

/// Why an entry is fixed.
pub fn cause(case: &Case, group: Group, place: usize) -> Cause {
    let found = match group {
        Group::Cost => case.costs.get(place).and_then(|entry| {
            if entry.later.is_empty() {
                of_cost(case, place, &entry.what)
            } else {
                Some(Cause::From)
            }
        }),
        Group::Funding => case.funding.get(place).and_then(|entry| {
            let changes = !entry.later.is_empty();
            if changes { Some(Cause::From) } else { of_funding(case, place, &entry.what) }
        }),
        Group::Reserve => Some(Cause::Reserve),
        Group::Avoided | Group::Value | Group::Burden | Group::Opening => None,
    };
    found.unwrap_or(Cause::Large)
}

fn of_cost(case: &Case, place: usize, cost: &Cost) -> Option<Cause> {
    if cost.milestones.is_some() {
        return Some(Cause::Milestones);
    }
    if cost.investment.is_some_and(|investment| investment.sold.is_some()) {
        return Some(Cause::Sold);
    }
    if case.reserves.iter().any(|reserve| reserve.what.costs.contains(&place)) {
        return Some(Cause::Reserve);
    }
    match &cost.schedule {
        Schedule::Follows(follow) => Some(of_follower(follow)),
        Schedule::Own(stream) => match stream.timing {
            Timing::Once { on } if on < case.horizon.start => Some(Cause::Before),
            Timing::Once { .. } | Timing::Dated(_) | Timing::Recurring(_) => None,
        },
    }
}

fn of_funding(case: &Case, place: usize, funding: &Funding) -> Option<Cause> {
    match &funding.form {
        Form::Outcome(_) => Some(Cause::Outcome),
        Form::Loan(loan) => (loan.terms.interest.len() > 1).then_some(Cause::Rates),
        Form::Equity(equity) => equity.milestones.is_some().then_some(Cause::Milestones),
        Form::InKind(_) => None,
        Form::Income(income) => {
            if income.fade.is_some() {
                return Some(Cause::Fade);
            }
            if income.milestones.is_some() {
                return Some(Cause::Milestones);
            }
            if income.covers.is_some() && shares(case, place) {
                return Some(Cause::Shared);
            }
            match &income.schedule {
                Schedule::Follows(follow) => Some(of_follower(follow)),
                Schedule::Own(_) => income.covers.is_some().then_some(Cause::Followed),
            }
        }
    }
}

/// Whether an entry claims costs that another claims too.
pub fn shares(case: &Case, place: usize) -> bool {
    Sharing::all(case).iter().any(|sharing| {
        sharing.alone().is_none() && sharing.claimants().iter().any(|it| it.place == place)
    })
}

fn of_follower(follow: &Follow) -> Cause {
    let several = follow.of.len() != 1 || follow.within.is_some();
    if several { Cause::Several } else { Cause::Followed }
}
