//! Exact fractions, and the few places where one becomes whole cents.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// A fraction of whole numbers of any length: nothing is lost before the design says 'round'.
pub type Exact = RBig;

/// A whole number of cents. Wide enough that no sum of the reference can overflow.
pub type Cents = i128;

pub fn whole(number: i128) -> Exact {
    Exact::from(IBig::from(number))
}

pub fn fraction(numerator: i128, denominator: i128) -> Exact {
    Exact::from_parts_signed(IBig::from(numerator), IBig::from(denominator))
}

/// An amount of cents as euros.
pub fn euros(cents: Cents) -> Exact {
    fraction(cents, 100)
}

/// The digits as written: `58_000`, `1234.56`, `-2.25`.
pub fn decimal(written: &str) -> Exact {
    let digits: String = written.chars().filter(|c| *c != '_').collect();
    let (whole_part, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let numerator: IBig = format!("{whole_part}{decimals}").parse().expect("a decimal number");
    let denominator = UBig::from(10_u8).pow(decimals.len());
    Exact::from_parts(numerator, denominator)
}

/// `"2.25%"` is 2.25 / 100.
pub fn percentage(written: &str) -> Exact {
    let number = written.strip_suffix('%').expect("a percentage ends in %");
    decimal(number) / whole(100)
}

pub fn power(base: &Exact, exponent: usize) -> Exact {
    Exact::from_parts(base.numerator().pow(exponent), base.denominator().pow(exponent))
}

/// The nearest whole number, halves away from zero.
pub fn nearest(exact: &Exact) -> i128 {
    let denominator = IBig::from(exact.denominator().clone());
    let two = IBig::from(2);
    let negative = *exact < whole(0);
    let magnitude = if negative { -exact.numerator().clone() } else { exact.numerator().clone() };
    // floor(n / d + 1/2) = floor((2n + d) / 2d), for n >= 0.
    let rounded = (magnitude * &two + &denominator) / (denominator * two);
    let rounded = i128::try_from(rounded).expect("the figure fits in 128 bits");
    if negative { -rounded } else { rounded }
}

/// `round2`: to whole cents, halves away from zero.
pub fn round2(exact: &Exact) -> Cents {
    nearest(&(exact * whole(100)))
}

/// Whole cents, halves up: of a running total, which lies below zero only where facts are less than
/// what was planned.
pub fn round2_up(exact: &Exact) -> Cents {
    let denominator = IBig::from(exact.denominator().clone());
    let twice: IBig = exact.numerator() * IBig::from(200) + &denominator;
    let divisor = denominator * IBig::from(2);
    let mut rounded = &twice / &divisor;
    if &rounded * &divisor > twice {
        rounded -= IBig::from(1);
    }
    i128::try_from(rounded).expect("the figure fits in 128 bits")
}

/// Cents as the outputs write them: `-1203.17`.
pub fn money(cents: Cents) -> String {
    decimals(cents, 2)
}

/// A ratio with four decimals, halves away from zero.
pub fn ratio(exact: &Exact) -> String {
    decimals(nearest(&(exact * whole(10_000))), 4)
}

fn decimals(number: i128, places: usize) -> String {
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = places + 1);
    let (whole_part, rest) = digits.split_at(digits.len() - places);
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{whole_part}.{rest}")
}
