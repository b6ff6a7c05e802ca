//! Which funding counts in a run.

use super::{FundingPosting, Postings};
use crate::case::Case;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// Which funding counts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Counted {
    /// What is promised or forecast.
    Certain,
    /// What is requested too.
    All,
}

/// Something on certain funding, and on all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both<T> {
    /// On what is promised or forecast.
    pub certain: T,
    /// With what is requested too.
    pub all: T,
}

impl<T> Both<T> {
    /// What it is on each.
    ///
    /// # Errors
    /// That of the one that cannot be made.
    pub fn try_of<E>(mut make: impl FnMut(Counted) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self { certain: make(Counted::Certain)?, all: make(Counted::All)? })
    }

    /// That of one.
    pub fn of(&self, counted: Counted) -> &T {
        match counted {
            Counted::Certain => &self.certain,
            Counted::All => &self.all,
        }
    }

    /// That of one, to change.
    pub fn of_mut(&mut self, counted: Counted) -> &mut T {
        match counted {
            Counted::Certain => &mut self.certain,
            Counted::All => &mut self.all,
        }
    }
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
