//! What is said around the tables of `stress`.

use super::Money;
use crate::case::VerdictKind;
use crate::statements::Counted;
use crate::whatif::stress::{Shock, What, Why};

/// Something to say around the tables of `stress`.
#[derive(Clone, Debug)]
pub enum Stress<'a> {
    /// Over all: the case's name.
    Title(&'a str),
    /// How many shocks leave the verdict as it is, or better.
    Survives {
        /// The verdict without any shock.
        verdict: VerdictKind,
        /// How many leave it.
        same: usize,
        /// How many apply.
        of: usize,
    },
    /// That it does not close to begin with, and with how many shocks it does.
    DoesNotClose {
        /// With how many it closes, on a condition or not.
        better: usize,
        /// How many apply.
        of: usize,
    },
    /// That no shock applies.
    NothingApplies,
    /// On which funding margin and cash are.
    Counted(Counted),
    /// What the figures of the table mean.
    Columns,
    /// Over what each shock does.
    HeadWhat,
    /// Over how it stands each.
    HeadStanding,
    /// Over the shocks that do not apply.
    HeadWhy,
    /// Over cold turkey beside a transition.
    HeadChoice,
    /// A shock's name.
    Name(Shock),
    /// The case without any shock.
    Unshocked,
    /// What a shock does.
    What {
        /// The shock.
        shock: Shock,
        /// What it does.
        what: &'a What,
        /// The parties that it is about.
        parties: Vec<&'a str>,
    },
    /// Why a shock does not apply.
    Why {
        /// The shock.
        shock: Shock,
        /// Why it does not.
        why: &'a Why,
        /// The parties that it is about.
        parties: Vec<&'a str>,
    },
    /// Over a column.
    Column(StressColumn),
    /// That no contribution makes it close.
    NoContribution,
    /// What a transition brings and costs.
    Choice {
        /// By how much the lowest cash is higher than under cold turkey.
        lowest: Money<'a>,
        /// What funders pay more, in plain sums.
        paid: Money<'a>,
        /// The same in present value.
        present: Money<'a>,
    },
    /// The difference between two columns.
    Difference,
    /// What no party in particular pays.
    NoParty,
    /// What all pay.
    All,
    /// That a sum cannot be computed.
    TooLarge,
}

/// A column of the tables of `stress`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StressColumn {
    /// Names of shocks.
    Shock,
    /// Whether it closes.
    Closes,
    /// How much room there is.
    Margin,
    /// Lowest cash.
    Lowest,
    /// In which month.
    Month,
    /// When cash runs out.
    RunsOut,
    /// What it takes to survive, a year.
    Contribution,
    /// Names of those who pay.
    Payer,
    /// What they pay more.
    Paid,
    /// The same in present value.
    Present,
}
