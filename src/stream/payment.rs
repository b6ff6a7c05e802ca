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
    payment: impl Fn(i32) -> Payment,
) -> Result<Vec<Cents>, Overflow> {
    let mut cash = vec![Cents::ZERO; horizon.months()];
    for (month, &amount) in (0..).zip(accrual) {
        let Payment { rhythm, delay } = payment(month);
        let into_block = (month - first).rem_euclid(rhythm.months());
        put(&mut cash, month - into_block + delay, amount)?;
    }
    Ok(cash)
}
