//! What a test finds.

use crate::calendar::Month;
use crate::case::PartyIndex;
use crate::measures::Ratio;
use crate::money::Cents;

/// What a test found where it had something to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether the threshold is met, in posted cents or in exact amounts.
    pub passes: bool,
    /// Whether it is met in exact amounts only: rounding alone makes the figure look short.
    pub rounding: bool,
    /// What was measured.
    pub figure: Figure,
    /// The month in which the figure stands; may lie past the horizon.
    pub month: Option<Month>,
    /// The first month under the threshold, of liquidity only.
    pub below_from: Option<Month>,
    /// The party whose figure it is, of dependence and payers only: nobody's where no party brings
    /// anything, or none that pays saves anything.
    pub party: Option<PartyIndex>,
    /// The case year whose figure it is, counted from 0, of structural, dscr and dependence only.
    pub year: Option<usize>,
}

/// What a test measures or asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// An amount of money.
    Money(Cents),
    /// A ratio or a share.
    Ratio(Ratio),
}

impl Finding {
    /// What was found in posted cents, and in exact amounts where these miss.
    pub(super) fn new(figure: Figure, posted: bool, exactly: bool) -> Self {
        let passes = posted || exactly;
        Self {
            passes,
            rounding: passes && !posted,
            figure,
            month: None,
            below_from: None,
            party: None,
            year: None,
        }
    }

    /// The same of a case year.
    pub(super) fn in_year(self, year: usize) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Of several ratios, each with whose it is and whether it passes in one of the two: the worst
    /// of them, the first of those that are as bad.
    pub(super) fn of_worst<T: Copy>(
        ratios: &[(T, Ratio, bool)],
        threshold: Ratio,
    ) -> Option<(T, Self)> {
        let &(whose, least, _) = ratios.iter().min_by_key(|(_, ratio, _)| *ratio)?;
        let all_pass = ratios.iter().all(|(_, _, passes)| *passes);
        Some((whose, Self::new(Figure::Ratio(least), least >= threshold, all_pass)))
    }

    /// The figure, or the threshold where only rounding makes it look short of that.
    pub fn reached(self, threshold: Figure) -> Figure {
        if self.rounding { threshold } else { self.figure }
    }
}
