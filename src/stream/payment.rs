//! In which month what accrued is paid.

use crate::calendar::Horizon;
use crate::case::Payment;
use crate::money::{Cents, Overflow, put};

/// What is paid each month of what accrued: blocks counted from month `first`, each paid in its
/// first month, the delay later. What would be paid past the horizon is not here: it is a
/// receivable (or payable) on the closing balance.
///
/// # Errors
/// [`Overflow`] when a payment outgrows [`Cents`].
pub fn paid(
    horizon: Horizon,
    accrual: &[Cents],
    first: i32,
    payment: Payment,
) -> Result<Vec<Cents>, Overflow> {
    if payment.rhythm.months() == 1 && payment.delay == 0 {
        return Ok(accrual.to_vec());
    }
    let mut cash = vec![Cents::ZERO; horizon.months()];
    for (month, &amount) in (0..).zip(accrual) {
        let into_block = (month - first).rem_euclid(payment.rhythm.months());
        put(&mut cash, month - into_block + payment.delay, amount)?;
    }
    Ok(cash)
}
