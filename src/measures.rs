//! Present values and ratios (reference, sections 4 and 5).

use crate::case::Discounting;
use crate::exact::round_half_away;
use crate::loan::Table;
use crate::money::{Cents, Overflow, Rate};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What a column of the books comes to by case year, in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByYear {
    /// What counts at time zero, whatever the discounting.
    pub at_zero: i128,
    /// The totals of the case years.
    pub years: Vec<i128>,
}

impl ByYear {
    /// Nothing in any of so many years.
    pub fn nothing(years: usize) -> Self {
        Self { at_zero: 0, years: vec![0; years] }
    }

    /// Adds monthly amounts; with `once`, what stands in month 0 counts at time zero.
    pub fn add(&mut self, months: &[Cents], once: bool) {
        let (zero, rest) =
            if once { months.split_at(months.len().min(1)) } else { (&[][..], months) };
        self.at_zero += zero.iter().map(|c| i128::from(c.0)).sum::<i128>();
        for (month, amount) in rest.iter().enumerate() {
            self.put(month + zero.len(), *amount);
        }
    }

    /// Adds an amount in the month with this number.
    pub fn put(&mut self, month: usize, amount: Cents) {
        if let Some(year) = self.years.get_mut(month / 12) {
            *year += i128::from(amount.0);
        }
    }

    /// Adds another column.
    pub fn plus(&mut self, other: &Self) {
        self.at_zero += other.at_zero;
        self.years.iter_mut().zip(&other.years).for_each(|(sum, more)| *sum += more);
    }

    /// Takes another column off.
    pub fn minus(&mut self, other: &Self) {
        self.at_zero -= other.at_zero;
        self.years.iter_mut().zip(&other.years).for_each(|(sum, less)| *sum -= less);
    }
}

/// A loan as two columns: its draw, at time zero in month 0, or what was owed at the start if it
/// was drawn before; and its interest and principal.
pub fn loan_columns(table: &Table, years: usize) -> (ByYear, ByYear) {
    let (mut drawn, mut repaid) = (ByYear::nothing(years), ByYear::nothing(years));
    match usize::try_from(table.drawn) {
        Ok(0) => drawn.at_zero += i128::from(table.amount.0),
        Ok(month) => drawn.put(month, table.amount),
        Err(_) => drawn.at_zero += i128::from(table.owed_after(-1).0),
    }
    for due in &table.instalments {
        if let Ok(month) = usize::try_from(due.month) {
            repaid.put(month, due.interest);
            repaid.put(month, due.principal);
        }
    }
    (drawn, repaid)
}

/// How later money is brought back to the start.
#[derive(Clone, Debug)]
pub struct Discount {
    /// `1 + rate` as a fraction in lowest terms.
    growth: (i128, i128),
    when: Discounting,
    /// For each case year its factor and how far that may be off, in units of 10^-18.
    factors: Vec<Option<(i128, i128)>>,
}

/// The unit of [`Discount::factors`].
const UNIT: i128 = 1_000_000_000_000_000_000;

impl Discount {
    /// Discounting at a yearly rate, over so many case years.
    pub fn new(rate: Rate, when: Discounting, years: usize) -> Self {
        let whole = 10_i128.pow(rate.0.scale());
        let grown = whole + rate.0.mantissa();
        let common = grown.gcd(&whole);
        let growth = (grown / common, whole / common);
        let first = match when {
            Discounting::Start => Some((UNIT, 0)),
            Discounting::Mid => half_year(growth),
            Discounting::End => next_year((UNIT, 0), growth),
        };
        let factors = std::iter::successors(Some(first), |&factor| {
            Some(factor.and_then(|factor| next_year(factor, growth)))
        });
        Self { growth, when, factors: factors.take(years).collect() }
    }

    /// The present value of a column in whole cents, rounded once, halves away from zero:
    /// `sum over case years k of factor(k) x total(k)`, factor being `(1 + r)^-k`, `^-(k + 1/2)` or
    /// `^-(k + 1)`.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows [`Cents`].
    pub fn present_value(&self, column: &ByYear) -> Result<Cents, Overflow> {
        match self.quick(column) {
            Some(value) => Ok(value),
            None => self.exact(column),
        }
    }

    /// The value, when the factors at hand have digits enough to decide its rounding.
    fn quick(&self, column: &ByYear) -> Option<Cents> {
        let mut sum = column.at_zero.checked_mul(UNIT)?;
        let mut off = 0_i128;
        for (total, factor) in column.years.iter().zip(&self.factors) {
            let (factor, error) = (*factor)?;
            sum = sum.checked_add(total.checked_mul(factor)?)?;
            off = off.checked_add(total.abs().checked_mul(error)?)?;
        }
        let size = sum.abs();
        let past_half = size.rem_euclid(UNIT) - UNIT / 2;
        if off > 0 && past_half.abs() <= off {
            return None;
        }
        let rounded = size.div_euclid(UNIT) + i128::from(past_half >= 0);
        i64::try_from(rounded * sum.signum()).ok().map(Cents)
    }

    /// The value in exact fractions; under `mid`, where the factors are no fractions, by comparing
    /// squares.
    fn exact(&self, column: &ByYear) -> Result<Cents, Overflow> {
        let (a, b) = (BigInt::from(self.growth.0), BigInt::from(self.growth.1));
        // The sum of total(k) (b / a)^k over one denominator, from the last year back.
        let (mut sum, mut power) = (BigInt::from(0), BigInt::from(1));
        for total in column.years.iter().rev() {
            sum = sum * &b + &power * *total;
            power *= &a;
        }
        // That made a^n of it, one factor too many: sum / (power / a).
        let (sum, denominator) = (sum * &a, power);
        let zero = BigInt::from(column.at_zero);
        match self.when {
            Discounting::Start => round_half_away(&(zero * &denominator + sum), &denominator),
            Discounting::End => {
                let denominator = denominator * &a;
                round_half_away(&(zero * &denominator + sum * &b), &denominator)
            }
            Discounting::Mid => {
                let square = (&sum * &sum * &b, &denominator * &denominator * &a);
                round_root(column.at_zero, sum.is_negative(), &square)
            }
        }
    }
}

/// A factor a year later, with its error: `factor / (1 + r)`; `None` when it has no room.
fn next_year((factor, error): (i128, i128), (a, b): (i128, i128)) -> Option<(i128, i128)> {
    let product = factor.checked_mul(b)?;
    let lost = i128::from(product % a != 0);
    Some((product / a, (error.checked_mul(b)? / a).checked_add(2 * lost + i128::from(error > 0))?))
}

/// `(1 + r)^-1/2`.
fn half_year((a, b): (i128, i128)) -> Option<(i128, i128)> {
    let square = BigInt::from(UNIT) * UNIT * b;
    let root = (&square / a).sqrt();
    let lost = i128::from(&root * &root * a != square);
    Some((root.to_i128()?, lost))
}

/// `zero +/- the root of square` in whole cents, halves away from zero.
fn round_root(
    zero: i128,
    negative: bool,
    (numerator, denominator): &(BigInt, BigInt),
) -> Result<Cents, Overflow> {
    let whole = (numerator / denominator).sqrt();
    let odd: BigInt = &whole * 2 + 1;
    let against_half = (numerator * 4_i32).cmp(&(&odd * &odd * denominator));
    let root_twice = match against_half {
        Ordering::Less => whole * 2,
        Ordering::Equal => odd,
        Ordering::Greater => odd + 1,
    };
    let twice = BigInt::from(zero) * 2 + if negative { -root_twice } else { root_twice };
    round_half_away(&twice, &BigInt::from(2))
}

/// An exact ratio of two sums; the lower one is above zero.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };

    /// As much as there is.
    pub const ONE: Self = Self { over: 1, under: 1 };

    /// A ratio of two sums of money; `None` when the lower one is not above zero.
    pub fn of(over: Cents, under: Cents) -> Option<Self> {
        (under > Cents::ZERO).then_some(Self { over: over.0.into(), under: under.0.into() })
    }

    /// A threshold as a ratio; at most 10^12 with some six decimals in a file.
    pub fn from_decimal(decimal: Decimal) -> Self {
        Self { over: decimal.mantissa(), under: 10_i128.pow(decimal.scale()) }
    }

    /// An amount of money as a number of euros.
    pub fn of_money(amount: Cents) -> Self {
        Self { over: amount.0.into(), under: 100 }
    }

    /// The exact difference.
    ///
    /// # Errors
    /// [`Overflow`] when it has more digits than are computed with.
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        let mine = self.over.checked_mul(other.under).ok_or(Overflow)?;
        let theirs = other.over.checked_mul(self.under).ok_or(Overflow)?;
        let over = mine.checked_sub(theirs).ok_or(Overflow)?;
        let under = self.under.checked_mul(other.under).ok_or(Overflow)?;
        Ok(Self { over, under })
    }

    /// Whether it is above zero.
    pub fn is_above_zero(self) -> bool {
        self.over > 0
    }

    /// Whether it is below zero.
    pub fn is_below_zero(self) -> bool {
        self.over < 0
    }

    /// Rounded to four decimals, halves away from zero: for show only.
    pub fn four_decimals(self) -> Decimal {
        self.rounded(4)
    }

    /// Rounded to so many decimals, halves away from zero: for show only.
    pub fn rounded(self, decimals: u32) -> Decimal {
        let scaled = BigInt::from(self.over) * BigInt::from(10).pow(decimals);
        let rounded = round_half_away(&scaled, &BigInt::from(self.under)).unwrap_or_default();
        Decimal::new(rounded.0, decimals)
    }

    /// The difference, rounded to four decimals, halves away from zero: for show only.
    pub fn less(self, other: Self) -> Decimal {
        let over = BigInt::from(self.over) * other.under - BigInt::from(other.over) * self.under;
        let under = BigInt::from(self.under) * other.under;
        Decimal::new(round_half_away(&(over * 10_000), &under).unwrap_or_default().0, 4)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.over.checked_mul(other.under), other.over.checked_mul(self.under)) {
            (Some(mine), Some(theirs)) => mine.cmp(&theirs),
            _ => (BigInt::from(self.over) * other.under)
                .cmp(&(BigInt::from(other.over) * self.under)),
        }
    }
}
