//! What is fact of an entry.

use crate::money::Cents;

/// What is fact of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The number of the last month that is fact, of the case.
    pub until: i32,
    /// What it came to in each month to that one; nothing where it went as planned, and empty where
    /// it did in all of them.
    pub accrued: Vec<Option<Cents>>,
    /// Whether a month without a fact must be one in which nothing was planned.
    pub unsaid: bool,
    /// Whether nothing was paid by then, whatever is due: what is only requested and has no facts.
    pub unpaid: bool,
}

impl Facts {
    /// Those of what went as planned.
    pub const fn none(until: i32) -> Self {
        Self { until, accrued: Vec::new(), unsaid: false, unpaid: false }
    }

    /// Those of what is only requested, and of which nothing came.
    pub fn nothing_came(until: i32) -> Self {
        let months = usize::try_from(until).map_or(0, |until| until + 1);
        Self { accrued: vec![Some(Cents::ZERO); months], unpaid: true, ..Self::none(until) }
    }

    /// Whether it has any.
    pub fn any(&self) -> bool {
        !self.accrued.is_empty()
    }

    /// How many months are fact.
    pub fn months(&self) -> usize {
        usize::try_from(self.until).map_or(0, |until| until + 1)
    }

    /// What it came to in the month with this number, where that is fact.
    pub fn of(&self, month: usize) -> Option<Cents> {
        self.accrued.get(month).copied().flatten()
    }
}
