//! Present value: section 4, exact up to its one rounding.

use std::collections::BTreeMap;

use dashu_int::ops::SquareRoot;
use dashu_int::{IBig, UBig};

use super::case::{Case, Discounting};
use super::exact::{Cents, Exact, nearest, power, whole};
use super::streams::index;

/// What is to be discounted: what comes in each month, in cents, and what is at time zero.
#[derive(Clone, Debug)]
pub struct Column {
    pub at_time_zero: Cents,
    pub by_month: Vec<Cents>,
}

impl Column {
    pub fn empty(case: &Case) -> Self {
        let months = usize::try_from(case.months()).expect("a horizon is positive");
        Self { at_time_zero: 0, by_month: vec![0; months] }
    }

    /// "what a `once` entry of cost or funding (equity and in kind too), or the draw of a loan,
    /// puts in a column in month 0 is at time zero, factor 1 ...; avoided costs, values and burdens
    /// never are." Under `start` month 0 has factor 1 anyway.
    pub fn add(&mut self, postings: &[Cents], month_0_at_time_zero: bool) {
        for (month, posting) in postings.iter().enumerate() {
            if month == 0 && month_0_at_time_zero {
                self.at_time_zero += posting;
            } else {
                self.by_month[month] += posting;
            }
        }
    }

    pub fn subtract(&mut self, other: &Self) {
        self.at_time_zero -= other.at_time_zero;
        for (mine, others) in self.by_month.iter_mut().zip(&other.by_month) {
            *mine -= others;
        }
    }

    /// Only the months to the end of the first `years` case years.
    pub fn first_years(&self, years: usize) -> Self {
        let mut by_month = self.by_month.clone();
        by_month.iter_mut().skip(12 * years).for_each(|total| *total = 0);
        Self { at_time_zero: self.at_time_zero, by_month }
    }
}

/// "The sum over case years k of factor(k) x that year's total in cents; factor = (1+r)^-k for
/// `start`, ^-(k+1/2) for `mid`, ^-(k+1) for `end` ... rounded to cents once at the end."
///
/// "In every present value each month's amount is divided by the index (4.1) of that rate in its month
/// before the year's total is made; at time zero by 1."
///
/// Every such sum is `outside + under_root / sqrt(1 + r)` with two exact fractions, the second of
/// them zero but for `mid`.
pub fn present_value(case: &Case, column: &Column) -> Cents {
    let growth = whole(1) + &case.discount_rate;
    let mut sum = whole(0);
    for (k, months) in column.by_month.chunks(12).enumerate() {
        let exponent = match case.discounting {
            Discounting::Start | Discounting::Mid => k,
            Discounting::End => k + 1,
        };
        // Months of one calendar year have one index.
        let mut of_calendar_year: BTreeMap<i64, Cents> = BTreeMap::new();
        for (month, amount) in (12 * i64::try_from(k).expect("few years")..).zip(months) {
            let january =
                month - i64::try_from(case.start.after(month).of_year()).expect("a month");
            *of_calendar_year.entry(january.max(0)).or_default() += amount;
        }
        for (month, amount) in of_calendar_year.into_iter().filter(|(_, amount)| *amount != 0) {
            let index = index(&case.inflation, case.start, month);
            sum += whole(amount) / index / power(&growth, exponent);
        }
    }
    let at_time_zero = whole(column.at_time_zero);
    match case.discounting {
        Discounting::Start | Discounting::End => nearest(&(at_time_zero + sum)),
        Discounting::Mid => nearest_with_root(&at_time_zero, &sum, &(whole(1) / growth)),
    }
}

/// The nearest whole number to `outside + under_root x sqrt(square)`, halves away from zero.
pub fn nearest_with_root(outside: &Exact, under_root: &Exact, square: &Exact) -> i128 {
    if is_negative(outside, under_root, square) {
        let zero = whole(0);
        return -nearest_with_root(&(&zero - outside), &(&zero - under_root), square);
    }
    // A root with 38 decimals gives a first guess; exact comparisons have the last word.
    let scale = whole(10_i128.pow(38));
    let root = whole_root(&(square * &scale * &scale));
    let guess = outside + under_root * root / scale;
    let half = whole(1) / whole(2);
    let mut found = nearest(&guess);
    // value < found - 1/2: too high.
    while is_negative(&(outside - (whole(found) - &half)), under_root, square) {
        found -= 1;
    }
    // value >= found + 1/2: too low.
    while !is_negative(&(outside - (whole(found) + &half)), under_root, square) {
        found += 1;
    }
    found
}

/// The whole part of a positive number's square root.
fn whole_root(square: &Exact) -> Exact {
    let whole_part = square.numerator().clone() / IBig::from(square.denominator().clone());
    let whole_part = UBig::try_from(whole_part).expect("1 + r is positive");
    Exact::from(IBig::from(whole_part.sqrt()))
}

/// Is `outside + under_root x sqrt(square)` below zero? Decided by comparing squares.
pub fn is_negative(outside: &Exact, under_root: &Exact, square: &Exact) -> bool {
    let zero = whole(0);
    let outside_squared = outside * outside;
    let root_squared = under_root * under_root * square;
    match (*outside < zero, *under_root < zero) {
        (true, true) => true,
        (false, false) => false,
        // -|outside| + |root|
        (true, false) => outside_squared > root_squared,
        // |outside| - |root|
        (false, true) => root_squared > outside_squared,
    }
}
