//! How far posted sums may lie beside exact ones (reference, section 5).

use super::books::Books;
use crate::exact::{euros, fraction};
use crate::money::{Cents, Overflow};
use num_rational::BigRational;
use rust_decimal::Decimal;

/// How far an entry's posted sums may lie beside its exact ones, in cents, while it does not
/// change: at most half a cent at either end of what goes ahead, and of the rest. Each change has
/// ends of its own.
const AN_ENTRY: i128 = 4;

/// Cash in exact amounts, and what a year like the last one leaves.
#[derive(Debug)]
pub struct ExactCash {
    /// In hand at the end of each month, less what is set apart, in euros.
    pub free: Vec<BigRational>,
    /// What was set apart and is free after the horizon, in euros.
    pub freed: BigRational,
    /// The structural result before interest, in euros.
    pub a_year: BigRational,
    /// Of a case that ends what comes in less what goes out in each month after its horizon, loans
    /// apart, in euros.
    pub settled: Vec<BigRational>,
}

/// How far posted sums may lie beside exact ones, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slack(i128);

impl Slack {
    /// Whether so much that is missing may be a matter of rounding.
    pub fn explains(self, missing: Cents) -> bool {
        i128::from(missing.0) <= self.0
    }

    pub(super) fn explains_exactly(self, missing: &BigRational) -> bool {
        *missing <= BigRational::new(self.0.into(), 100.into())
    }

    /// Whether what is missing of so many times what is put in may be a matter of rounding.
    pub(super) fn explains_return(self, put_in: Cents, times: Decimal, back: Cents) -> bool {
        self.in_whole_numbers(put_in, times, back).unwrap_or_else(|| {
            self.explains_exactly(&(euros(put_in) * fraction(times) - euros(back)))
        })
    }

    /// The same in cents and decimals of them, where these have room: draws ask it again and again.
    fn in_whole_numbers(self, put_in: Cents, times: Decimal, back: Cents) -> Option<bool> {
        let unit = 10_i128.checked_pow(times.scale())?;
        let back = i128::from(back.0).checked_mul(unit)?;
        let asked = i128::from(put_in.0).checked_mul(times.mantissa())?;
        Some(asked.checked_sub(back)? <= self.0.checked_mul(unit)?)
    }

    /// The same where sums may be multiplied.
    #[must_use]
    pub fn times(self, by: i128) -> Self {
        Self(self.0.saturating_mul(by))
    }

    /// The same where what is compared is so many times something.
    pub(super) fn against(self, threshold: Decimal) -> Self {
        self.times(threshold.trunc().mantissa().saturating_add(2))
    }
}

/// The first of some months that close below a threshold both as posted and in exact amounts,
/// which are made only where these may differ.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`], or an exact value what can be held.
pub fn first_below(
    posted: &[Cents],
    threshold: Cents,
    slack: Slack,
    exactly: impl FnOnce() -> Result<Vec<BigRational>, Overflow>,
) -> Result<Option<usize>, Overflow> {
    let mut exactly = Some(exactly);
    let mut exact = Vec::new();
    for (month, &cash) in posted.iter().enumerate() {
        let missing = threshold.minus(cash)?;
        if missing <= Cents::ZERO {
            continue;
        }
        if !slack.explains(missing) {
            return Ok(Some(month));
        }
        if let Some(make) = exactly.take() {
            exact = make()?;
        }
        if exact.get(month).is_none_or(|cash| *cash < euros(threshold)) {
            return Ok(Some(month));
        }
    }
    Ok(None)
}

impl Books<'_> {
    /// How far posted sums may lie beside exact ones.
    pub(super) fn slack(&self) -> Slack {
        // One more for the replacement, which is rounded by itself.
        let parts = 1 + self.case.entries().map(|entry| 1 + entry.changes).sum::<usize>();
        let slack = Slack(i128::try_from(parts).unwrap_or(i128::MAX).saturating_mul(AN_ENTRY));
        // What reserves leave each other of their costs is another sum in every month.
        let months = if self.case.reserves.is_empty() { 1 } else { self.case.horizon.months() };
        slack.times(i128::try_from(months).unwrap_or(i128::MAX))
    }

    /// The same of present values.
    pub(super) fn slack_of_worth(&self) -> Slack {
        self.slack().times(self.discount.largest_factor().saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 1,000.00 put in at least 1.2 times has to come back: 1,199.60 is forty cents short.
    #[test]
    fn so_many_cents_are_explained_and_no_part_of_one_more() {
        let explains = |slack, put_in, back| {
            Slack(slack).explains_return(Cents(put_in), Decimal::new(12, 1), Cents(back))
        };
        assert!(explains(40, 100_000, 119_960));
        assert!(!explains(39, 100_000, 119_960));
        // A fifth of a cent more is asked than these forty.
        assert!(!explains(40, 100_001, 119_961));
        // The largest sums have room too, whole or as fractions.
        let most = Decimal::MAX;
        assert!(!Slack(40).explains_return(Cents(i64::MAX), most, Cents(i64::MAX)));
        assert!(Slack(40).explains_return(Cents::ZERO, most, Cents(i64::MAX)));
    }
}
