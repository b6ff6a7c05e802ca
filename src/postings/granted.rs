//! Which funding counts in a run.

use super::{FundingPosting, Postings};
use crate::case::Case;

/// Which funding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// What is promised or forecast.
    Certain,
    /// What is requested too.
    All,
}

/// Which funding entries count in a run, by their place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted(pub Vec<bool>);

impl Granted {
    /// What is counted.
    pub fn counting(case: &Case, counted: Counted) -> Self {
        match counted {
            Counted::Certain => Self::certain(case),
            Counted::All => Self::all(case),
        }
    }

    /// Everything that is promised or forecast.
    pub fn certain(case: &Case) -> Self {
        Self(case.funding.iter().map(|entry| !entry.what.is_requested()).collect())
    }

    /// Everything.
    pub fn all(case: &Case) -> Self {
        Self(vec![true; case.funding.len()])
    }

    /// The same with one more entry, or one less.
    #[must_use]
    pub fn with(mut self, place: usize, granted: bool) -> Self {
        if let Some(slot) = self.0.get_mut(place) {
            *slot = granted;
        }
        self
    }

    /// Whether the entry at this place counts.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place).copied().unwrap_or(false)
    }

    /// The postings of the entries that count, with their places.
    pub fn of<'a>(
        &'a self,
        postings: &'a Postings,
    ) -> impl Iterator<Item = (usize, &'a FundingPosting)> {
        let all = postings.funding.iter().map(|posting| &**posting).enumerate();
        all.filter(|(place, _)| self.has(*place))
    }
}
