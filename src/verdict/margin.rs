//! How much room a case has, or how much it misses (reference, section 9).

use super::Verdict;
use super::books::Books;
use super::finding::{Figure, Finding};
use crate::case::TestId;
use crate::measures::Ratio;
use crate::money::Overflow;
use crate::statements::Counted;
use crate::words::Word;

/// The smallest, over the required tests that apply, of figure less threshold; of `dependence`
/// threshold less figure. Not below zero exactly where no required test fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The test that has least room; of those with as little the first.
    pub test: TestId,
    /// How much: below zero is what is missing.
    pub by: Figure,
}

impl Margin {
    /// The margin of a run whose tests find what `found` says. Euros and ratios are compared as
    /// numbers.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub(super) fn of(
        books: &Books,
        found: impl Fn(TestId) -> Result<Option<Finding>, Overflow>,
    ) -> Result<Self, Overflow> {
        let mut least: Option<Self> = None;
        for test in TestId::all().filter(|&test| books.case.is_required(test)) {
            let Some(finding) = found(test)? else { continue };
            let room = room(test, finding, books.threshold(test))?;
            if least.is_none_or(|least| room.in_euros_or_times() < least.exact()) {
                least = Some(Self { test, by: room });
            }
        }
        // Liquidity always applies.
        least.ok_or(Overflow)
    }

    /// Whether nothing is missing: no required test fails.
    pub fn closes(self) -> bool {
        !self.exact().is_below_zero()
    }

    /// The margin as an exact number, whatever it is counted in.
    pub fn exact(self) -> Ratio {
        self.by.in_euros_or_times()
    }
}

impl Verdict {
    /// The margin of one of its runs.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn margin(&self, counted: Counted) -> Result<Margin, Overflow> {
        let mut least: Option<Margin> = None;
        for test in self.tests.iter().filter(|test| test.required) {
            let finding = match counted {
                Counted::Certain => test.certain,
                Counted::All => test.all,
            };
            let Some(finding) = finding else { continue };
            let by = room(test.id, finding, test.threshold)?;
            if least.is_none_or(|least| by.in_euros_or_times() < least.exact()) {
                least = Some(Margin { test: test.id, by });
            }
        }
        // Liquidity always applies.
        least.ok_or(Overflow)
    }
}

/// How far a figure is on the right side of its threshold: not at all where only rounding makes it
/// look short.
fn room(test: TestId, finding: Finding, threshold: Figure) -> Result<Figure, Overflow> {
    let figure = finding.reached(threshold);
    let (more, less) = match test {
        TestId::Dependence => (threshold, figure),
        TestId::Liquidity
        | TestId::Structural
        | TestId::Repayment
        | TestId::Dscr
        | TestId::Payers
        | TestId::PublicReturn
        | TestId::SocialReturn => (figure, threshold),
    };
    match (more, less) {
        (Figure::Money(more), Figure::Money(less)) => more.minus(less).map(Figure::Money),
        (more, less) => {
            let room = more.in_euros_or_times().minus(less.in_euros_or_times());
            room.map(Figure::Ratio).ok_or(Overflow)
        }
    }
}

impl Figure {
    /// Its number: of money in euros.
    pub fn in_euros_or_times(self) -> Ratio {
        match self {
            Self::Money(cents) => Ratio::euros(cents),
            Self::Ratio(ratio) => ratio,
        }
    }
}
