//! Which funding counts in a run.

use super::{FundingPosting, Postings};
use crate::case::{Case, Entry, Funding};
use crate::stream::Standing;
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

/// Which funding entries count in a run, and how far, by their place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted(Vec<Standing>);

impl Granted {
    /// What is counted.
    pub fn counting(case: &Case, counted: Counted) -> Self {
        match counted {
            Counted::Certain => Self::certain(case),
            Counted::All => Self::all(case),
        }
    }

    /// Everything that is promised or forecast, and what has come of the rest.
    pub fn certain(case: &Case) -> Self {
        let standing = |entry: &Entry<Funding>| {
            if entry.what.is_requested() { ungranted(entry) } else { Standing::Granted }
        };
        Self(case.funding.iter().map(standing).collect())
    }

    /// Everything.
    pub fn all(case: &Case) -> Self {
        Self(vec![Standing::Granted; case.funding.len()])
    }

    /// The same with one more entry, or one less: what has come of it stays.
    #[must_use]
    pub fn with(mut self, case: &Case, place: usize, granted: bool) -> Self {
        if let (Some(slot), Some(entry)) = (self.0.get_mut(place), case.funding.get(place)) {
            *slot = if granted { Standing::Granted } else { ungranted(entry) };
        }
        self
    }

    /// Whether anything of the entry at this place counts.
    pub fn has(&self, place: usize) -> bool {
        self.standing(place) != Standing::Absent
    }

    /// Whether all of the entry at this place counts.
    pub fn has_all(&self, place: usize) -> bool {
        self.standing(place) == Standing::Granted
    }

    /// How far the entry at this place counts.
    pub fn standing(&self, place: usize) -> Standing {
        self.0.get(place).copied().unwrap_or(Standing::Absent)
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

/// How far an entry counts that is not granted.
fn ungranted(entry: &Entry<Funding>) -> Standing {
    if entry.has_facts() { Standing::ToDate } else { Standing::Absent }
}
