//! Present values and ratios (reference, sections 4 and 5).

mod worth;

pub use worth::Worth;

use crate::case::{Case, Discounting};
use crate::exact::{product, round_half_away, rounded_quotient};
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow, Rate};
use crate::stream::SoldFor;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;
use smallvec::{SmallVec, smallvec};
use std::cmp::Ordering;
use std::sync::OnceLock;

/// What a column of the books comes to by case year, in cents; where prices in general rise within
/// the case years, what comes before and from each 1 January apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByYear {
    /// What counts at time zero, whatever the discounting.
    pub at_zero: i128,
    /// The totals of the case years, or of the parts of each.
    pub parts: SmallVec<[i128; 10]>,
    /// How many months of each case year come before 1 January, where prices rise then.
    new_year: Option<usize>,
}

/// How many months of each case year come before 1 January, where prices in general rise then; `None`
/// where each case year has one level of prices.
fn new_year(case: &Case) -> Option<usize> {
    let before = usize::try_from(13 - case.horizon.start.of_year()).unwrap_or(12);
    (before < 12 && !case.inflation.is_flat()).then_some(before)
}

impl ByYear {
    /// Nothing in any year of a case.
    pub fn nothing(case: &Case) -> Self {
        let new_year = new_year(case);
        let parts = case.years() * if new_year.is_some() { 2 } else { 1 };
        Self { at_zero: 0, parts: smallvec![0; parts], new_year }
    }

    /// Whether nothing stands in it.
    pub fn is_nothing(&self) -> bool {
        self.at_zero == 0 && self.parts.iter().all(|&total| total == 0)
    }

    /// Adds monthly amounts; with `once`, what stands in month 0 counts at time zero.
    pub fn add(&mut self, months: &[Cents], once: bool) {
        let (zero, rest) =
            if once { months.split_at(months.len().min(1)) } else { (&[][..], months) };
        self.at_zero += zero.iter().map(|c| i128::from(c.0)).sum::<i128>();
        if self.new_year.is_some() {
            for (month, &amount) in (zero.len()..).zip(rest) {
                self.put(month, amount);
            }
            return;
        }
        // The first year lacks the month that counts at time zero.
        let (first, others) = rest.split_at(rest.len().min(12 - zero.len()));
        let years = std::iter::once(first).chain(others.chunks(12));
        for (year, months) in self.parts.iter_mut().zip(years) {
            *year += months.iter().map(|c| i128::from(c.0)).sum::<i128>();
        }
    }

    /// Adds an amount in the month with this number.
    pub fn put(&mut self, month: usize, amount: Cents) {
        let part = match self.new_year {
            None => month / 12,
            Some(before) => month / 12 * 2 + usize::from(month % 12 >= before),
        };
        if let Some(sum) = self.parts.get_mut(part) {
            *sum += i128::from(amount.0);
        }
    }

    /// Takes off what the sale of an investment brings; in month 0 at time zero.
    pub fn less_sale(&mut self, sold: Option<SoldFor>) {
        let Some(SoldFor { month, price, .. }) = sold else { return };
        match usize::try_from(month) {
            Ok(0) => self.at_zero -= i128::from(price.0),
            Ok(month) => self.put(month, Cents(-price.0)),
            Err(_) => {}
        }
    }

    /// Adds another column.
    pub fn plus(&mut self, other: &Self) {
        self.at_zero += other.at_zero;
        self.parts.iter_mut().zip(&other.parts).for_each(|(sum, more)| *sum += more);
    }

    /// All of it, whenever it comes.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows [`Cents`].
    pub fn total(&self) -> Result<Cents, Overflow> {
        let total = self.at_zero + self.parts.iter().sum::<i128>();
        i64::try_from(total).map(Cents).map_err(|_| Overflow)
    }

    /// Takes another column off.
    pub fn minus(&mut self, other: &Self) {
        self.at_zero -= other.at_zero;
        self.parts.iter_mut().zip(&other.parts).for_each(|(sum, less)| *sum -= less);
    }
}

/// A loan as two columns: its draw, at time zero in month 0, or what was owed at the start if it
/// was drawn before; and what is paid of its interest and principal.
pub fn loan_columns(table: &LoanTable, case: &Case) -> (ByYear, ByYear) {
    let (mut drawn, mut repaid) = (ByYear::nothing(case), ByYear::nothing(case));
    match usize::try_from(table.drawn) {
        Ok(0) => drawn.at_zero += i128::from(table.amount.0),
        Ok(month) => drawn.put(month, table.amount),
        Err(_) => drawn.at_zero += i128::from(table.owed_after(-1).0),
    }
    for due in &table.instalments {
        if let Ok(month) = usize::try_from(due.month) {
            repaid.put(month, due.interest);
            repaid.put(month, Cents(-due.added.0));
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
    /// For each case year its factor and how far that may be off, in units of 10^-18; for each part
    /// of one where it has two.
    factors: Vec<Option<(i128, i128)>>,
    /// `1 +` by how much prices in general rise each 1 January, as fractions; none where they do not.
    rises: Vec<(i128, i128)>,
    /// How many months of each case year come before 1 January, where that matters.
    new_year: Option<usize>,
    /// The levels that prices in general have by then.
    levels: OnceLock<Vec<BigRational>>,
    /// The largest factor of any year, rounded up.
    largest: OnceLock<i128>,
}

/// The unit of [`Discount::factors`].
const UNIT: i128 = 1_000_000_000_000_000_000;

impl Discount {
    /// Discounting at the yearly rate of a case, over its years.
    pub fn of(case: &Case) -> Self {
        let (growth, when) = (grown(case.discount_rate), case.discounting);
        let first = match when {
            Discounting::Start => Some((UNIT, 0)),
            Discounting::Mid => half_year(growth),
            Discounting::End => next_year((UNIT, 0), growth),
        };
        let factors = std::iter::successors(Some(first), |&factor| {
            Some(factor.and_then(|factor| next_year(factor, growth)))
        });
        let factors = factors.take(case.years());
        let (new_year, levels, largest) = (new_year(case), OnceLock::new(), OnceLock::new());
        if case.inflation.is_flat() {
            let factors = factors.collect();
            return Self { growth, when, factors, rises: Vec::new(), new_year, levels, largest };
        }
        let rises = rises(case);
        let factors =
            deflated(first, growth, &rises, new_year).take(case.years() * parts(new_year));
        Self { growth, when, factors: factors.collect(), rises, new_year, levels, largest }
    }

    /// How many parts each case year has.
    fn parts(&self) -> usize {
        parts(self.new_year)
    }

    /// The level of prices in general in each part of the case years, 1 at the start; nothing where
    /// they do not rise.
    fn levels(&self) -> &[BigRational] {
        self.levels.get_or_init(|| {
            let mut level = BigRational::from_integer(1.into());
            let mut levels = Vec::new();
            if !self.rises.is_empty() {
                levels.push(level.clone());
            }
            for &(rise, whole) in &self.rises {
                level *= BigRational::new(rise.into(), whole.into());
                levels.push(level.clone());
                if self.new_year.is_some() {
                    // The months before the next 1 January, in the case year after this one.
                    levels.push(level.clone());
                }
            }
            levels
        })
    }

    /// The present value of a column in whole cents, rounded once, halves away from zero:
    /// `sum over case years k of factor(k) x total(k)`, factor being `(1 + r)^-k`, `^-(k + 1/2)` or
    /// `^-(k + 1)`.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows [`Cents`].
    pub fn present_value(&self, column: &ByYear) -> Result<Cents, Overflow> {
        if column.is_nothing() {
            return Ok(Cents::ZERO);
        }
        let last = self.sums(column).last();
        self.rounded(column, column.parts.len(), last.flatten())
    }

    /// The present values of a column up to the end of its first year, its second ..., each rounded
    /// once.
    ///
    /// # Errors
    /// [`Overflow`] when one outgrows [`Cents`].
    pub fn present_values(&self, column: &ByYear) -> Result<Vec<Cents>, Overflow> {
        let sums = (1..).zip(self.sums(column));
        let whole_years = sums.filter(|(parts, _)| parts % self.parts() == 0);
        whole_years.map(|(parts, sum)| self.rounded(column, parts, sum)).collect()
    }

    /// The value up to the end of each year and how far it may be off, in units of 10^-18; `None`
    /// where it has no room.
    fn sums<'a>(&'a self, column: &'a ByYear) -> impl Iterator<Item = Option<(i128, i128)>> + 'a {
        let zero = column.at_zero.checked_mul(UNIT).map(|zero| (zero, 0));
        let years = column.parts.iter().zip(&self.factors);
        years.scan(zero, |sum, (&total, &factor)| {
            *sum = sum.zip(factor).and_then(|(sum, factor)| a_year_more(sum, total, factor));
            Some(*sum)
        })
    }

    /// The value of the first parts of years in whole cents, in exact fractions where the factors at hand have
    /// too few digits to decide its rounding.
    fn rounded(
        &self,
        column: &ByYear,
        parts: usize,
        sum: Option<(i128, i128)>,
    ) -> Result<Cents, Overflow> {
        if let Some((sum, off)) = sum {
            let size = sum.abs();
            let past_half = size.rem_euclid(UNIT) - UNIT / 2;
            if off == 0 || past_half.abs() > off {
                let rounded = size.div_euclid(UNIT) + i128::from(past_half >= 0);
                return i64::try_from(rounded * sum.signum()).map(Cents).map_err(|_| Overflow);
            }
        }
        self.exact(column, parts)
    }

    /// The value of the first parts of years in exact fractions; under `mid`, where the factors are
    /// no fractions, by comparing squares.
    fn exact(&self, column: &ByYear, parts: usize) -> Result<Cents, Overflow> {
        let (a, b) = (BigInt::from(self.growth.0), BigInt::from(self.growth.1));
        let parts = column.parts.get(..parts).unwrap_or(&column.parts);
        let (sum, denominator) =
            if self.rises.is_empty() { self.exactly(parts) } else { self.exactly_deflated(parts) };
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

impl Discount {
    /// The sum of total(k) (b / a)^k as one fraction.
    fn exactly(&self, years: &[i128]) -> (BigInt, BigInt) {
        let (a, b) = (BigInt::from(self.growth.0), BigInt::from(self.growth.1));
        // Over one denominator, from the last year back.
        let (mut sum, mut power) = (BigInt::from(0), BigInt::from(1));
        for total in years.iter().rev() {
            sum = sum * &b + &power * *total;
            power *= &a;
        }
        // That made a^n of it, one factor too many: sum / (power / a).
        (sum * &a, power)
    }

    /// The same where each part of a year is in prices of its own.
    fn exactly_deflated(&self, parts: &[i128]) -> (BigInt, BigInt) {
        let a_year_later = BigRational::new(self.growth.1.into(), self.growth.0.into());
        let mut of_parts = parts.iter().zip(self.levels());
        let years = parts.len() / self.parts();
        let years: Vec<BigRational> = (0..years)
            .map(|_| {
                let year = of_parts.by_ref().take(self.parts());
                year.map(|(&total, level)| BigRational::from_integer(total.into()) / level).sum()
            })
            .collect();
        let back = |sum, year: BigRational| sum * &a_year_later + year;
        years.into_iter().rev().fold(BigRational::from_integer(0.into()), back).into_raw()
    }
}

/// `1 + rate` as a fraction in lowest terms.
fn grown(rate: Rate) -> (i128, i128) {
    let whole = 10_i128.pow(rate.0.scale());
    let grown = whole + rate.0.mantissa();
    let common = grown.gcd(&whole);
    (grown / common, whole / common)
}

/// `1 +` by how much prices in general rise each 1 January of a case, as fractions.
fn rises(case: &Case) -> Vec<(i128, i128)> {
    let rates = &case.inflation.0;
    let rate = |year| rates.get(year).or(rates.last()).copied().unwrap_or_default();
    (0..case.years()).map(|year| grown(rate(year))).collect()
}

/// How many parts each case year has.
fn parts(new_year: Option<usize>) -> usize {
    if new_year.is_some() { 2 } else { 1 }
}

/// The factors of all parts of case years, over the level that prices in general have in them.
fn deflated(
    first: Option<(i128, i128)>,
    growth: (i128, i128),
    rises: &[(i128, i128)],
    new_year: Option<usize>,
) -> impl Iterator<Item = Option<(i128, i128)>> {
    let later = |factor: Option<(i128, i128)>, by| factor.and_then(|factor| next_year(factor, by));
    let mut factor = first;
    rises.iter().flat_map(move |&rise| {
        let this = factor;
        let dearer = later(this, rise);
        factor = later(dearer, growth);
        [Some(this), new_year.map(|_| dearer)].into_iter().flatten()
    })
}

/// A sum with its error, and a year's total times that year's factor.
fn a_year_more(
    (sum, off): (i128, i128),
    total: i128,
    (factor, error): (i128, i128),
) -> Option<(i128, i128)> {
    let sum = sum.checked_add(product(total, factor)?)?;
    Some((sum, off.checked_add(product(total.abs(), error)?)?))
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

    /// An amount of money as a number of euros.
    pub fn euros(amount: Cents) -> Self {
        Self { over: amount.0.into(), under: 100 }
    }

    /// A threshold as a ratio; at most 10^12 with some six decimals in a file.
    pub fn from_decimal(decimal: Decimal) -> Self {
        Self { over: decimal.mantissa(), under: 10_i128.pow(decimal.scale()) }
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
        shown(&scaled, &BigInt::from(self.under), decimals)
    }

    /// The difference as an exact ratio; `None` where its digits have no room.
    pub fn minus(self, other: Self) -> Option<Self> {
        let (mine, theirs) =
            (self.over.checked_mul(other.under)?, other.over.checked_mul(self.under)?);
        let under = self.under.checked_mul(other.under)?;
        Some(Self { over: mine.checked_sub(theirs)?, under })
    }
}

/// A quotient that stands for a number with so many decimals. Of two sums in cents it has 23
/// digits at the most, and a decimal holds 28.
fn shown(numerator: &BigInt, denominator: &BigInt, decimals: u32) -> Decimal {
    let rounded = rounded_quotient(numerator, denominator).to_i128();
    let decimal = rounded.and_then(|r| Decimal::try_from_i128_with_scale(r, decimals).ok());
    decimal.unwrap_or(Decimal::MAX)
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
        if self.under == other.under {
            return self.over.cmp(&other.over);
        }
        match (product(self.over, other.under), product(other.over, self.under)) {
            (Some(mine), Some(theirs)) => mine.cmp(&theirs),
            _ => (BigInt::from(self.over) * other.under)
                .cmp(&(BigInt::from(other.over) * self.under)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_of_any_two_sums_can_be_shown() {
        // A thousand milliards a month over one cent.
        let ratio = Ratio::of(Cents(1_200_000_000_000_000), Cents(1)).unwrap();
        assert_eq!(ratio.four_decimals().to_string(), "1200000000000000.0000");
        let most = Ratio::of(Cents(i64::MAX), Cents(1)).unwrap();
        assert_eq!(most.four_decimals().to_string(), "9223372036854775807.0000");
        let least = Ratio::of(Cents(i64::MIN), Cents(3)).unwrap();
        assert_eq!(least.four_decimals().to_string(), "-3074457345618258602.6667");
    }
}
