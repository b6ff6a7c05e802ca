//! Numbers of a workbook, exactly: what a formula comes to when nothing is lost on the way.

use crate::exact::fraction;
use crate::money::Cents;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// An exact number. Most are whole, and cheap.
#[derive(Clone, Debug)]
pub enum Number {
    /// A whole number.
    Whole(i128),
    /// Any other, or one that is too large.
    Ratio(Box<BigRational>),
}

/// How many decimals of a cached value are written.
const WRITTEN: u32 = 15;

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self::Whole(0);

    fn of(ratio: BigRational) -> Self {
        match ratio.numer().to_i128() {
            Some(whole) if ratio.denom().is_one() => Self::Whole(whole),
            _ => Self::Ratio(Box::new(ratio)),
        }
    }

    fn ratio(&self) -> BigRational {
        match self {
            Self::Whole(whole) => BigRational::from_integer((*whole).into()),
            Self::Ratio(ratio) => (**ratio).clone(),
        }
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        match self {
            Self::Whole(whole) => *whole == 0,
            Self::Ratio(ratio) => ratio.is_zero(),
        }
    }

    /// The whole number that it is, if it is one.
    pub fn whole(&self) -> Option<i128> {
        match self {
            Self::Whole(whole) => Some(*whole),
            Self::Ratio(_) => None,
        }
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        if let (Self::Whole(one), Self::Whole(two)) = (self, other)
            && let Some(sum) = one.checked_add(*two)
        {
            return Self::Whole(sum);
        }
        Self::of(self.ratio() + other.ratio())
    }

    /// The difference.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        if let (Self::Whole(one), Self::Whole(two)) = (self, other)
            && let Some(difference) = one.checked_sub(*two)
        {
            return Self::Whole(difference);
        }
        Self::of(self.ratio() - other.ratio())
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        if let (Self::Whole(one), Self::Whole(two)) = (self, other)
            && let Some(product) = one.checked_mul(*two)
        {
            return Self::Whole(product);
        }
        Self::of(self.ratio() * other.ratio())
    }

    /// The quotient; nothing where that is none.
    pub fn over(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let (Self::Whole(one), Self::Whole(two)) = (self, other)
            && one % two == 0
        {
            return Some(Self::Whole(one / two));
        }
        Some(Self::of(self.ratio() / other.ratio()))
    }

    /// The largest whole number that is no larger.
    #[must_use]
    pub fn floor(&self) -> Self {
        match self {
            Self::Whole(_) => self.clone(),
            Self::Ratio(ratio) => Self::of(ratio.floor()),
        }
    }

    /// What is left of it after dividing, as a spreadsheet has it: of the sign of the divisor.
    pub fn modulo(&self, other: &Self) -> Option<Self> {
        if let (Self::Whole(one), Self::Whole(two)) = (self, other) {
            return (*two != 0).then(|| Self::Whole(one.mod_floor(two)));
        }
        Some(self.minus(&other.times(&self.over(other)?.floor())))
    }

    /// Rounded to so many decimals, halves away from zero.
    #[must_use]
    pub fn round(&self, decimals: u32) -> Self {
        let Self::Ratio(ratio) = self else { return self.clone() };
        let scale = BigRational::from_integer(BigInt::from(10).pow(decimals));
        let half = BigRational::new(1.into(), 2.into());
        let size = ((ratio.abs() * &scale) + half).floor() / scale;
        Self::of(if ratio.is_negative() { -size } else { size })
    }

    /// Raised to a whole power; nothing where that is none.
    pub fn power(&self, exponent: i32) -> Option<Self> {
        if exponent < 0 && self.is_zero() {
            return None;
        }
        Some(Self::of(num_traits::Pow::pow(self.ratio(), BigInt::from(exponent))))
    }

    /// Whether its size is below a bound.
    pub fn is_within(&self, bound: i128) -> bool {
        match self {
            Self::Whole(whole) => whole.unsigned_abs() < bound.unsigned_abs(),
            Self::Ratio(ratio) => ratio.abs() < BigRational::from_integer(bound.into()),
        }
    }

    /// As it stands in a file: a point, and no more decimals than tell.
    pub fn text(&self) -> String {
        let ratio = match self {
            Self::Whole(whole) => return whole.to_string(),
            Self::Ratio(ratio) => ratio,
        };
        let scale = BigInt::from(10).pow(WRITTEN);
        let numer: BigInt = ratio.numer().abs() * scale * 2 + ratio.denom();
        let digits = numer.div_floor(&(ratio.denom() * BigInt::from(2)));
        let digits = format!("{digits:0>width$}", width = WRITTEN as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - WRITTEN as usize);
        let part = part.trim_end_matches('0');
        let sign = if ratio.is_negative() { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Whole(one), Self::Whole(two)) => one.cmp(two),
            _ => self.ratio().cmp(&other.ratio()),
        }
    }
}

impl From<i128> for Number {
    fn from(whole: i128) -> Self {
        Self::Whole(whole)
    }
}

impl From<Cents> for Number {
    fn from(cents: Cents) -> Self {
        Self::Whole(cents.0.into())
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Self::of(fraction(decimal))
    }
}

impl From<BigRational> for Number {
    fn from(ratio: BigRational) -> Self {
        Self::of(ratio)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(numer: i64, denom: i64) -> Number {
        Number::of(BigRational::new(numer.into(), denom.into()))
    }

    #[test]
    fn numbers_round_and_divide_as_a_spreadsheet_does() {
        assert_eq!(number(5, 2).round(0), Number::Whole(3));
        assert_eq!(number(-5, 2).round(0), Number::Whole(-3));
        assert_eq!(number(-5, 2).floor(), Number::Whole(-3));
        assert_eq!(number(-1, 1).modulo(&Number::Whole(12)), Some(Number::Whole(11)));
        assert_eq!(number(7, 2).modulo(&Number::Whole(2)), Some(number(3, 2)));
        assert_eq!(number(1, 1).over(&Number::ZERO), None);
    }

    #[test]
    fn numbers_are_written_with_the_decimals_that_they_have() {
        assert_eq!(number(-123_456, 100).text(), "-1234.56");
        assert_eq!(number(1, 3).text(), "0.333333333333333");
        assert_eq!(number(1, 1000).text(), "0.001");
        assert_eq!(number(200, 100).text(), "2");
    }
}
