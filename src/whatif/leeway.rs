//! How far something is from the point where its verdict turns.

use crate::measures::Ratio;
use crate::verdict::{Figure, Margin};

/// A margin: not below zero exactly where nothing is missing.
pub trait Leeway: Copy + Send + Sync {
    /// The name, for other programs, of what it is the margin of.
    fn id(self) -> &'static str;

    /// How much: below zero is what is missing.
    fn by(self) -> Figure;

    /// The same as an exact number, whatever it is counted in.
    fn exact(self) -> Ratio {
        self.by().in_euros_or_times()
    }

    /// Whether nothing is missing.
    fn closes(self) -> bool {
        !self.exact().is_below_zero()
    }
}

impl Leeway for Margin {
    fn id(self) -> &'static str {
        self.test.id()
    }

    fn by(self) -> Figure {
        self.by
    }
}
