//! What can be wrong with a case as a whole, or is worth saying of it.

use crate::calendar::Month;
use crate::money::Cents;
use crate::words::TestId;
use rust_decimal::Decimal;

/// Each entry is right, and together they are not what a plan is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WholeMistake {
    /// There is nothing to pay.
    NoCosts {
        /// Whether there is any entry that could cost something or come to anything, and only no
        /// cost and no loan that counts.
        others: bool,
    },
    /// Money that stops by itself, and does not say when.
    TemporaryWithoutEnd {
        /// The entry: `funding.province`.
        entry: String,
    },
    /// Prices rise, and the discount rate is one that goes without that.
    NominalWithRealRate {
        /// The first entry whose prices rise: `cost.wages`.
        entry: String,
    },
    /// A test is required that asks how a case goes on, of one that ends.
    EndsRequires {
        /// The test.
        test: TestId,
    },
    /// Several shares of one thing are more than all of it.
    PaidTwice {
        /// What they are shares of: `cost.wages`.
        of: String,
        /// Who brings them.
        entries: Vec<String>,
        /// The first month in which that is so.
        month: Month,
        /// How much they are together in that month, as a fraction.
        share: Decimal,
    },
    /// Others claim what an earmark could have claimed.
    EarmarksExceed {
        /// The entry: `funding.fund`.
        entry: String,
        /// Who else claims its costs.
        others: Vec<String>,
        /// What it would claim alone.
        alone: Cents,
        /// What it is left with.
        left: Cents,
        /// The currency of both.
        currency: String,
    },
}

codes! {
    WholeMistake:
    Self::NoCosts { .. } => "no_costs",
    Self::TemporaryWithoutEnd { .. } => "temporary_without_end",
    Self::NominalWithRealRate { .. } => "nominal_with_real_rate",
    Self::EndsRequires { .. } => "ends_requires",
    Self::PaidTwice { .. } => "paid_twice",
    Self::EarmarksExceed { .. } => "earmarks_exceed",
}

impl WholeMistake {
    /// Whether it stops the work.
    pub(super) fn stops(&self) -> bool {
        matches!(self, Self::NoCosts { others: false } | Self::EndsRequires { .. })
    }
}
