//! Months gathered into quarters or case years.

use crate::calendar::Horizon;
use crate::money::{Cents, Overflow};

/// The length of a period, counted from the case's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// A case year.
    Year,
}

impl By {
    /// The months in a period.
    pub fn months(self) -> usize {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The names of the periods that every language shares: a month or quarter by its first
    /// month, a case year by its label.
    pub fn labels(self, horizon: Horizon) -> Vec<String> {
        match self {
            Self::Month | Self::Quarter => (0..horizon.end())
                .step_by(self.months())
                .map(|month| horizon.month(month).to_string())
                .collect(),
            Self::Year => (0..horizon.years as usize).map(|year| horizon.label(year)).collect(),
        }
    }

    /// The sum of each period.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn sums(self, months: &[Cents]) -> Result<Vec<Cents>, Overflow> {
        months.chunks(self.months()).map(|period| Cents::total(period.iter().copied())).collect()
    }

    /// What stands in the first month of each period.
    pub fn firsts(self, months: &[Cents]) -> Vec<Cents> {
        months.chunks(self.months()).filter_map(|period| period.first().copied()).collect()
    }

    /// The lowest that stands in a month of each period.
    pub fn lows(self, months: &[Cents]) -> Vec<Cents> {
        months.chunks(self.months()).filter_map(|period| period.iter().copied().min()).collect()
    }

    /// What stands in the last month of each period.
    pub fn lasts(self, months: &[Cents]) -> Vec<Cents> {
        months.chunks(self.months()).filter_map(|period| period.last().copied()).collect()
    }
}
