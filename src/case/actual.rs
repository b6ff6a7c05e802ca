//! What really happened, up to and including a month.

use super::{Case, Entry};
use crate::money::Cents;

/// What is fact of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actual {
    /// The number of the last month that is fact, within the horizon.
    pub until: i32,
}

impl Case {
    /// The number of the first month that is judged: the one after all that is fact.
    pub fn judged_from(&self) -> i32 {
        self.actual.map_or(0, |actual| actual.until + 1)
    }
}

impl<T> Entry<T> {
    /// Whether something is fact of it.
    pub fn has_facts(&self) -> bool {
        self.facts.as_ref().is_some_and(|facts| facts.any() && !facts.unpaid)
    }

    /// The months, by their numbers, of which nothing is said and in which it came to something all
    /// the same, by what it posts.
    pub fn months_unsaid(&self, accrual: &[Cents]) -> Vec<i32> {
        let Some(facts) = self.facts.as_ref().filter(|facts| facts.unsaid) else {
            return Vec::new();
        };
        let months = accrual.iter().enumerate().take(facts.months());
        let unsaid =
            months.filter(|&(month, &came)| came != Cents::ZERO && facts.of(month).is_none());
        unsaid.filter_map(|(month, _)| i32::try_from(month).ok()).collect()
    }
}
