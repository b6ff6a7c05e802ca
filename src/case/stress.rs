//! The built-in shocks that a case is put through, with their parameters (reference, section 9).

use super::PartyIndex;
use crate::calendar::{Horizon, Month};
use rust_decimal::Decimal;

/// What `[stress]` says, with every default filled in; a shock that is `off` is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stresses {
    /// Fewer sales, dearer costs, dearer loans.
    pub crisis: Option<Crisis>,
    /// A new council ends temporary funding.
    pub election: Option<Election>,
    /// Temporary funding stops at once.
    pub cold_turkey: Option<ColdTurkey>,
    /// Temporary funding stops little by little.
    pub transition: Option<Transition>,
    /// The party that brings most stops.
    pub parent_leaves: Option<ParentLeaves>,
    /// Income starts later.
    pub late: Option<Late>,
    /// Others take over.
    pub handover: Option<Handover>,
}

/// From a month on: fewer sales, dearer costs, dearer loans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crisis {
    /// By how much the volume of sales changes, as a fraction: -0.2.
    pub sales: Decimal,
    /// By how much the prices of costs change, as a fraction.
    pub costs: Decimal,
    /// What is added to the interest of loans drawn from then on: 0.02 is two points.
    pub interest: Decimal,
    /// From when.
    pub at: Month,
}

/// A new council: temporary funding ends with the December of the first election year that begins
/// after the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// The election years; `None` are those of Dutch municipalities.
    pub years: Option<Vec<i32>>,
    /// Whose funding ends; `None` is that of all public parties.
    pub parties: Option<Vec<PartyIndex>>,
}

/// Temporary funding stops with the month before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColdTurkey {
    /// The first month without.
    pub at: Month,
}

/// Temporary funding steps down month by month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The first month with less.
    pub at: Month,
    /// The months in which it steps down.
    pub months: i32,
}

/// All that a party brings stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParentLeaves {
    /// The first month without.
    pub at: Month,
    /// Which one; `None` is the one that brings most in the last case year.
    pub party: Option<PartyIndex>,
}

/// Income starts later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// So many months.
    pub months: i32,
}

/// Others take over: a scenario of the file that holds from a month on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The scenario's id; `None` is the first that has `from`.
    pub scenario: Option<String>,
}

/// The first month of case year 3, or of the last year of a shorter case: when a shock comes unless
/// it says so.
pub fn usual_month(horizon: Horizon) -> Month {
    let year = i32::try_from(horizon.years.clamp(1, 3)).unwrap_or(1) - 1;
    horizon.start.plus(12 * year)
}

/// The first election year of Dutch municipalities after a month's year: every four years, 2026
/// among them.
pub fn dutch_election_year(begins_after: Month) -> i32 {
    let next = begins_after.year() + 1;
    next + (2026 - next).rem_euclid(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_shock_comes_in_the_third_year_or_the_last_of_fewer() {
        let at = |years| usual_month(Horizon { start: month("2027-04"), years });
        assert_eq!(at(10), month("2029-04"));
        assert_eq!(at(3), month("2029-04"));
        assert_eq!(at(2), month("2028-04"));
        assert_eq!(at(1), month("2027-04"));
    }

    #[test]
    fn an_election_year_begins_after_the_start() {
        assert_eq!(dutch_election_year(month("2025-12")), 2026);
        assert_eq!(dutch_election_year(month("2026-01")), 2030);
        assert_eq!(dutch_election_year(month("2027-01")), 2030);
        assert_eq!(dutch_election_year(month("2030-01")), 2034);
        assert_eq!(dutch_election_year(month("2019-05")), 2022);
    }
}
