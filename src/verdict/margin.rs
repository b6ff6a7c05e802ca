//! How far a case is from the point where its verdict turns.

use super::{Figure, Finding, Run, Verdict};
use crate::case::TestId;
use crate::measures::Ratio;
use crate::money::Overflow;
use crate::statements::Counted;

/// The smallest, over the required tests that apply, of figure less threshold: at least zero where
/// the case closes; below zero it says how much is missing (reference, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The test that it is about.
    pub test: TestId,
    /// Figure less threshold; of `dependence`, where less is better, threshold less figure.
    pub by: Figure,
}

impl Margin {
    /// Whether no required test fails.
    pub fn closes(self) -> bool {
        !self.exact().is_below_zero()
    }

    /// The margin as an exact number, whatever it is counted in.
    pub fn exact(self) -> Ratio {
        match self.by {
            Figure::Money(amount) => Ratio::of_money(amount),
            Figure::Ratio(ratio) => ratio,
        }
    }

    fn of(test: TestId, finding: Finding, threshold: Figure) -> Result<Option<Self>, Overflow> {
        let by = match (test, finding.figure, threshold) {
            (TestId::Dependence, Figure::Ratio(share), Figure::Ratio(most)) => {
                Figure::Ratio(most.minus(share)?)
            }
            (_, Figure::Ratio(ratio), Figure::Ratio(least)) => Figure::Ratio(ratio.minus(least)?),
            (_, Figure::Money(amount), Figure::Money(least)) => Figure::Money(amount.minus(least)?),
            // A test measures and asks in one unit.
            (_, Figure::Money(_), Figure::Ratio(_)) | (_, Figure::Ratio(_), Figure::Money(_)) => {
                return Ok(None);
            }
        };
        Ok(Some(Self { test, by }))
    }
}

impl Verdict {
    /// The margin of one of its runs.
    ///
    /// # Errors
    /// [`Overflow`] when the difference has more digits than are computed with.
    pub fn margin(&self, counted: Counted) -> Result<Option<Margin>, Overflow> {
        let mut least: Option<Margin> = None;
        // Where margins are equal it is about the result, then about the first test.
        let result = self.tests.iter().filter(|test| test.id == TestId::Structural);
        for test in result.chain(&self.tests).filter(|test| test.required) {
            let finding = match counted {
                Counted::Certain => test.certain,
                Counted::All => test.all,
            };
            let Some(finding) = finding else { continue };
            if let Some(margin) = Margin::of(test.id, finding, test.threshold)?
                && least.is_none_or(|least| margin.exact() < least.exact())
            {
                least = Some(margin);
            }
        }
        Ok(least)
    }
}

impl Run<'_> {
    /// How far this run is from the point where it no longer closes, or closes at last.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn margin(&self) -> Result<Margin, Overflow> {
        // The one test that is always required and always has something to measure.
        let mut least = Margin { test: TestId::Structural, by: self.structural()?.figure };
        for test in TestId::ALL {
            if let Some(margin) = self.margin_of(test)?
                && margin.exact() < least.exact()
            {
                least = margin;
            }
        }
        Ok(least)
    }

    /// The margin of a test, if it is required and applies.
    fn margin_of(&self, test: TestId) -> Result<Option<Margin>, Overflow> {
        if !self.books().case.is_required(test) {
            return Ok(None);
        }
        match self.test(test)? {
            Some(finding) => Margin::of(test, finding, self.books().threshold(test)),
            None => Ok(None),
        }
    }
}
