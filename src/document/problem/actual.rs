//! What can be wrong with what really happened.

use super::Known;
use crate::calendar::Month;
use crate::words::EntryKind;

/// Facts and the plan do not fit each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActualMistake {
    /// The last month that is fact lies outside the horizon.
    UntilOutside {
        /// The month.
        until: Month,
        /// The first month of the horizon.
        first: Month,
        /// Its last.
        last: Month,
    },
    /// A fact of a month that is none.
    MonthOutside {
        /// The month.
        month: Month,
        /// The first month of the horizon.
        first: Month,
        /// The last month that is fact.
        until: Month,
    },
    /// Facts of what is no entry.
    NoEntry {
        /// As written: `cost.huor`.
        entry: String,
        /// What there is.
        known: Known,
    },
    /// Facts of what is switched off.
    IsOff {
        /// The entry.
        entry: String,
    },
    /// Facts of what has none.
    HasNone {
        /// The entry.
        entry: String,
        /// What it is.
        kind: EntryKind,
    },
    /// An entry of which nothing is said.
    NothingSaid {
        /// The entry.
        entry: String,
    },
    /// A month in which an entry would have come to something, and of which nothing is said.
    MonthUnsaid {
        /// The entry.
        entry: String,
        /// The first such month.
        month: Month,
        /// How many there are besides.
        more: usize,
    },
    /// An entry that is only requested and has brought nothing, for it has no facts.
    RequestedSilent {
        /// The entry.
        entry: String,
        /// The last month that is fact.
        until: Month,
    },
}

codes! {
    ActualMistake:
    Self::UntilOutside { .. } => "actual_outside",
    Self::MonthOutside { .. } => "fact_outside",
    Self::NoEntry { .. } => "fact_of_nothing",
    Self::IsOff { .. } => "fact_of_off",
    Self::HasNone { .. } => "fact_not_here",
    Self::NothingSaid { .. } => "fact_unsaid",
    Self::MonthUnsaid { .. } => "month_unsaid",
    Self::RequestedSilent { .. } => "requested_without_facts",
}

impl ActualMistake {
    /// Whether it stops the work.
    pub(super) fn stops(&self) -> bool {
        !matches!(self, Self::RequestedSilent { .. })
    }
}
