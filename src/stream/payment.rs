//! In which month what accrued is paid.

use crate::calendar::{Horizon, Rhythm};
use crate::case::Payment;
use crate::money::{Cents, Overflow};

/// In which month what accrues in each is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payments {
    /// In the same one.
    AtOnce,
    /// In the month with this number; what would be paid past the horizon, which is a receivable
    /// (or payable) on the closing balance, in none.
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
            let paid = usize::try_from(month - into_block + delay).ok()?;
            (paid < horizon.months()).then_some(paid)
        });
        Self::In(paid.collect())
    }

    /// In which month is paid what accrues in one, if within the horizon.
    pub fn month(&self, accrues: usize) -> Option<usize> {
        match self {
            Self::AtOnce => Some(accrues),
            Self::In(months) => months.get(accrues).copied().flatten(),
        }
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
