//! Exact values, as they are written for whoever redoes the sum.

use crate::exact::{euros, fraction};
use crate::money::Cents;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// What a figure or an input comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, exactly; money in euros, a share as a fraction of one.
    Number(BigRational),
    /// A word: a verdict, the result of a test, a month.
    Word(String),
}

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueUnit {
    /// Money of the case.
    Money,
    /// One thing over another.
    Ratio,
    /// A part of a whole, or a yearly rate.
    Share,
    /// Units, weights, factors.
    Number,
    /// Months.
    Months,
    /// Case years.
    Years,
    /// A moment.
    Month,
    /// Whether a test passes.
    Result,
    /// Whether a case closes.
    Verdict,
}

/// More decimals than this are shortened where people read.
const READ: u32 = 6;

impl Value {
    /// Nothing.
    pub fn zero() -> Self {
        Self::Number(BigRational::zero())
    }

    /// A whole number.
    pub fn whole(number: impl Into<BigInt>) -> Self {
        Self::Number(BigRational::from_integer(number.into()))
    }

    /// A word.
    pub fn word(word: impl std::fmt::Display) -> Self {
        Self::Word(word.to_string())
    }

    /// The number, of what is one.
    pub fn number(&self) -> Option<&BigRational> {
        match self {
            Self::Number(number) => Some(number),
            Self::Word(_) => None,
        }
    }

    /// Whether it is the number zero.
    pub fn is_zero(&self) -> bool {
        self.number().is_some_and(Zero::is_zero)
    }

    /// As programs read it: a decimal with every digit, and where that has no end a fraction
    /// `a/b` in lowest terms.
    pub fn written(&self, unit: ValueUnit) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Number(number) => match decimals(number.denom()) {
                Some(needed) => digits(number, needed.max(unit.decimals())),
                None => format!("{}/{}", number.numer(), number.denom()),
            },
        }
    }

    /// Rounded as it is shown beside a fraction: a ratio to four decimals, all else to ten.
    pub fn rounded(&self, unit: ValueUnit) -> Option<String> {
        let number = self.number()?;
        let shown = if unit == ValueUnit::Ratio { unit.decimals() } else { 10 };
        let exact = decimals(number.denom()).is_some_and(|needed| needed <= shown);
        (!exact).then(|| digits(number, shown))
    }

    /// The number for people, to at most so many decimals, and whether digits were left out.
    pub fn read(&self, unit: ValueUnit) -> Option<(Decimal, bool)> {
        let number = self.number()?;
        let most = match unit {
            ValueUnit::Ratio => unit.decimals(),
            // Of a month's interest a percentage shows two digits less.
            ValueUnit::Share => 2 * READ,
            _ => READ,
        };
        let needed = decimals(number.denom());
        let shown = needed.unwrap_or(most).clamp(unit.decimals(), most.max(unit.decimals()));
        let scaled = scaled(number, shown).to_i128()?;
        let decimal = Decimal::try_from_i128_with_scale(scaled, shown).ok()?;
        Some((decimal, needed.is_none_or(|needed| needed > shown)))
    }
}

impl ValueUnit {
    /// The decimals that are written at least.
    fn decimals(self) -> u32 {
        match self {
            Self::Money => 2,
            Self::Ratio => 4,
            Self::Share
            | Self::Number
            | Self::Months
            | Self::Years
            | Self::Month
            | Self::Result
            | Self::Verdict => 0,
        }
    }
}

impl From<Cents> for Value {
    fn from(cents: Cents) -> Self {
        Self::Number(euros(cents))
    }
}

impl From<Decimal> for Value {
    fn from(decimal: Decimal) -> Self {
        Self::Number(fraction(decimal))
    }
}

impl From<BigRational> for Value {
    fn from(number: BigRational) -> Self {
        Self::Number(number)
    }
}

/// How many decimals a fraction with this denominator has; `None` when they never end.
fn decimals(denominator: &BigInt) -> Option<u32> {
    let twos = u32::try_from(denominator.trailing_zeros()?).ok()?;
    let mut rest = denominator >> twos;
    let mut fives = 0;
    while rest > BigInt::from(1) {
        let (quotient, remainder) = rest.div_rem(&5.into());
        if !remainder.is_zero() {
            return None;
        }
        rest = quotient;
        fives += 1;
    }
    Some(twos.max(fives))
}

/// The number in units of its last decimal, halves away from zero.
fn scaled(number: &BigRational, decimals: u32) -> BigInt {
    (number * BigRational::from_integer(BigInt::from(10).pow(decimals))).round().to_integer()
}

fn digits(number: &BigRational, decimals: u32) -> String {
    let scaled = scaled(number, decimals);
    let sign = if scaled.is_negative() { "-" } else { "" };
    let width = decimals as usize + 1;
    let digits = format!("{:0width$}", scaled.abs());
    match digits.split_at_checked(digits.len() - decimals as usize) {
        Some((whole, "")) => format!("{sign}{whole}"),
        Some((whole, rest)) => format!("{sign}{whole}.{rest}"),
        None => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, ValueUnit};
    use num_rational::BigRational;

    fn fraction(over: i64, under: i64) -> Value {
        Value::Number(BigRational::new(over.into(), under.into()))
    }

    #[test]
    fn what_ends_is_written_in_decimals_and_what_does_not_as_a_fraction() {
        for (value, unit, written) in [
            (fraction(52_000, 1), ValueUnit::Money, "52000.00"),
            (fraction(1, 8), ValueUnit::Money, "0.125"),
            (fraction(-1, 20), ValueUnit::Money, "-0.05"),
            (fraction(52_000, 12), ValueUnit::Money, "13000/3"),
            (fraction(3, 2), ValueUnit::Ratio, "1.5000"),
            (fraction(0, 1), ValueUnit::Number, "0"),
            (fraction(950, 1), ValueUnit::Number, "950"),
        ] {
            assert_eq!(value.written(unit), written);
        }
    }

    #[test]
    fn beside_a_fraction_stands_about_how_much_it_is() {
        assert_eq!(
            fraction(13_000, 3).rounded(ValueUnit::Money).as_deref(),
            Some("4333.3333333333")
        );
        assert_eq!(fraction(2, 3).rounded(ValueUnit::Ratio).as_deref(), Some("0.6667"));
        assert_eq!(fraction(3, 2).rounded(ValueUnit::Ratio), None);
    }
}
