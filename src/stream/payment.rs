//! In which month what accrued is paid.

use crate::calendar::{Horizon, Rhythm};
use crate::case::Payment;
use crate::money::{Cents, Overflow};

/// In which month what accrues in each is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payments {
    /// In the same one.
    AtOnce,
    /// In the month with this number; what is paid past the horizon is a receivable (or payable) on
    /// the closing balance.
    In(Vec<Option<usize>>),
}

impl Payments {
    /// Blocks counted from month `first`, each paid in its first month, the delay later.
    pub fn of(horizon: Horizon, first: i32, payment: impl Fn(i32) -> Payment) -> Self {
        let months = 0..horizon.end();
        if months.clone().all(|month| payment(month) == Payment::default()) {
            return Self::AtOnce;
        }
        let paid = months.map(|month| {
            let Payment { rhythm, delay } = payment(month);
            let into_block = match rhythm {
                Rhythm::Monthly => 0,
                blocks => (month - first).rem_euclid(blocks.months()),
            };
            // What came before its first month, by what it follows, is paid no earlier than the start.
            usize::try_from((month - into_block).max(0) + delay).ok()
        });
        Self::In(paid.collect())
    }

    /// In which month is paid what accrues in one, if within the horizon.
    pub fn month(&self, accrues: usize) -> Option<usize> {
        match self {
            Self::AtOnce => Some(accrues),
            Self::In(months) => self.whenever(accrues).filter(|&paid| paid < months.len()),
        }
    }

    /// How many months past the horizon is paid what accrues in one; of the first month after it 0.
    pub fn month_after(&self, accrues: usize) -> Option<usize> {
        match self {
            Self::AtOnce => None,
            Self::In(months) => self.whenever(accrues)?.checked_sub(months.len()),
        }
    }

    fn whenever(&self, accrues: usize) -> Option<usize> {
        match self {
            Self::AtOnce => Some(accrues),
            Self::In(months) => months.get(accrues).copied().flatten(),
        }
    }

    /// In how many months after the horizon something may be paid, up to the last of them.
    pub fn months_after(&self) -> usize {
        let Self::In(months) = self else { return 0 };
        let after = (0..months.len()).filter_map(|month| self.month_after(month));
        after.max().map_or(0, |last| last + 1)
    }

    /// Writes what is paid in each month after the horizon of what accrued, over whatever stood
    /// there.
    ///
    /// # Errors
    /// [`Overflow`] when a payment outgrows [`Cents`].
    pub fn pay_after_into(&self, accrual: &[Cents], after: &mut [Cents]) -> Result<(), Overflow> {
        if after.is_empty() {
            return Ok(());
        }
        after.fill(Cents::ZERO);
        for (month, &amount) in accrual.iter().enumerate() {
            if let Some(paid) = self.month_after(month).and_then(|month| after.get_mut(month)) {
                *paid = paid.plus(amount)?;
            }
        }
        Ok(())
    }

    /// What is paid each month of what accrued.
    ///
    /// # Errors
    /// [`Overflow`] when a payment outgrows [`Cents`].
    pub fn pay(&self, accrual: &[Cents]) -> Result<Vec<Cents>, Overflow> {
        let mut cash = vec![Cents::ZERO; accrual.len()];
        self.pay_into(accrual, &mut cash)?;
        Ok(cash)
    }

    /// Writes what is paid each month of what accrued, over whatever stood there.
    ///
    /// # Errors
    /// [`Overflow`] when a payment outgrows [`Cents`].
    pub fn pay_into(&self, accrual: &[Cents], cash: &mut [Cents]) -> Result<(), Overflow> {
        let Self::In(months) = self else {
            cash.iter_mut().zip(accrual).for_each(|(paid, &amount)| *paid = amount);
            return Ok(());
        };
        cash.fill(Cents::ZERO);
        for (month, &amount) in months.iter().zip(accrual) {
            if let Some(paid) = month.and_then(|month| cash.get_mut(month)) {
                *paid = paid.plus(amount)?;
            }
        }
        Ok(())
    }
}
