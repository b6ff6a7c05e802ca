//! What a test finds.

use crate::calendar::Month;
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
        Self { passes, rounding: passes && !posted, figure, month: None, below_from: None }
    }

    /// Of several ratios, each with whether it passes in one of the two: the worst of them.
    pub(super) fn of_worst(ratios: &[(Ratio, bool)], threshold: Ratio) -> Option<Self> {
        let least = ratios.iter().map(|(ratio, _)| *ratio).min()?;
        let all_pass = ratios.iter().all(|(_, passes)| *passes);
        Some(Self::new(Figure::Ratio(least), least >= threshold, all_pass))
    }

    /// The figure, or the threshold where only rounding makes it look short of that.
    pub fn reached(self, threshold: Figure) -> Figure {
        if self.rounding { threshold } else { self.figure }
    }
}
