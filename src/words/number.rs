//! The sorts of numbers that a file holds, with their bounds.

use rust_decimal::Decimal;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// What sort of number something is: that decides its bounds, its decimals and how it is written.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum NumberKind {
    /// Money in whole cents.
    Amount,
    /// The price of a unit.
    Price,
    /// A number of units.
    Quantity,
    /// How much a month counts against the others.
    Weight,
    /// How many times one thing is another.
    Ratio,
    /// A part of a whole.
    Share,
    /// How much prices or volumes grow in a year.
    Growth,
    /// What borrowed money costs a year.
    Interest,
    /// By how much later money counts less.
    Discount,
}

/// Between which values a number lies; of a percentage the fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: Decimal,
    /// Whether it lies above that, and is never that itself.
    pub above: bool,
    /// The most.
    pub most: Decimal,
}

/// The most that an amount, a price or a quantity may be: a million millions.
pub const MOST: Decimal = Decimal::from_parts(0xd4a5_1000, 0xe8, 0, false, 0);

/// The decimals of a percentage; the fraction that it stands for has two more.
pub const PERCENT_DECIMALS: u32 = 8;

/// A hundred-millionth of a percent, the last decimal of a percentage.
const LAST_DECIMAL: Decimal = Decimal::from_parts(1, 0, 0, false, PERCENT_DECIMALS + 2);

const ZERO: Decimal = Decimal::ZERO;
const MINUS_ONE: Decimal = Decimal::NEGATIVE_ONE;
const MINUS_A_HALF: Decimal = Decimal::from_parts(5, 0, 0, true, 1);

impl NumberKind {
    /// Whether it is written as a percentage.
    pub const fn is_percentage(self) -> bool {
        match self {
            Self::Amount | Self::Price | Self::Quantity | Self::Weight | Self::Ratio => false,
            Self::Share | Self::Growth | Self::Interest | Self::Discount => true,
        }
    }

    /// What the format allows.
    pub const fn bounds(self) -> Bounds {
        let (least, above, most) = match self {
            Self::Amount | Self::Price | Self::Quantity | Self::Weight | Self::Ratio => {
                (ZERO, false, MOST)
            }
            Self::Share | Self::Interest => (ZERO, false, Decimal::ONE),
            Self::Growth => (MINUS_ONE, true, Decimal::TEN),
            Self::Discount => (MINUS_A_HALF, true, Decimal::ONE),
        };
        Bounds { least, above, most }
    }

    /// The decimals that the format allows, as it is written.
    pub const fn written_decimals(self) -> u32 {
        match self {
            Self::Amount => 2,
            Self::Price | Self::Quantity | Self::Weight | Self::Ratio => 6,
            Self::Share | Self::Growth | Self::Interest | Self::Discount => PERCENT_DECIMALS,
        }
    }

    /// The decimals that the format allows; of a percentage those of the fraction.
    pub const fn decimals(self) -> u32 {
        let written = self.written_decimals();
        if self.is_percentage() { written + 2 } else { written }
    }
}

impl Bounds {
    /// Whether a value lies within.
    pub fn contain(self, value: Decimal) -> bool {
        let high_enough = if self.above { value > self.least } else { value >= self.least };
        high_enough && value <= self.most
    }

    /// The least and the most within that the format can write.
    pub fn ends(self) -> (Decimal, Decimal) {
        let first = if self.above { self.least + LAST_DECIMAL } else { self.least };
        (first, self.most)
    }
}

/// A fraction as a percentage: 0.0225 is `2.25%`.
pub fn percent(fraction: Decimal) -> String {
    let hundredfold = fraction.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(fraction);
    format!("{}%", hundredfold.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_millions_is_the_most() {
        assert_eq!(MOST, Decimal::from(1_000_000_000_000_i64));
        assert_eq!(NumberKind::Price.bounds().most, MOST);
    }

    #[test]
    fn a_growth_of_all_there_is_lies_beyond_its_bounds() {
        let bounds = NumberKind::Growth.bounds();
        assert!(!bounds.contain(Decimal::NEGATIVE_ONE));
        let (first, _) = bounds.ends();
        assert!(bounds.contain(first));
        assert_eq!(first.to_string(), "-0.9999999999");
        assert!(bounds.contain(Decimal::TEN) && !bounds.contain(Decimal::TEN + LAST_DECIMAL));
        assert!(NumberKind::Interest.bounds().contain(Decimal::ZERO));
    }
}
