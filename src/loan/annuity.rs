//! The payment of an annuity: `A = round2(P i / (1 - (1 + i)^-n))`, as in any textbook.
//!
//! Exactly that takes powers of hundreds of digits. They are seldom needed: two bounds of the power
//! that differ in their last bits nearly always give the same payment in whole cents, and then that
//! is the payment.

use super::Interest;
use crate::exact::round_half_away;
use crate::money::{Cents, Overflow};
use num_bigint::BigInt;

/// What is paid `count` times to pay back an amount with its interest, which is above zero.
///
/// # Errors
/// [`Overflow`] when it outgrows [`Cents`].
pub fn payment(amount: Cents, interest: Interest, count: u32) -> Result<Cents, Overflow> {
    match bounded(amount, interest, count) {
        Some(payment) => Ok(payment),
        None => exact(amount, interest, count),
    }
}

/// With i = p / q it is `P p (q + p)^n / (q ((q + p)^n - q^n))`.
fn exact(amount: Cents, interest: Interest, count: u32) -> Result<Cents, Overflow> {
    let p = BigInt::from(interest.numerator);
    let q = BigInt::from(interest.denominator);
    let grown = (&q + &p).pow(count);
    let payments = &q * (&grown - q.pow(count));
    round_half_away(&(p * grown * amount.0), &payments)
}

/// One, in the 2^64ths in which powers are bounded.
const ONE: u128 = 1 << 64;

/// The payment where both bounds of `(q / (q + p))^n` give the same; `None` where they do not, or
/// where a product has no room.
fn bounded(amount: Cents, interest: Interest, count: u32) -> Option<Cents> {
    let amount = u128::try_from(amount.0).ok()?;
    let p = u128::try_from(interest.numerator).ok()?;
    let q = u128::try_from(interest.denominator).ok()?;
    let repaid = amount.checked_mul(p)?.checked_mul(ONE)?.checked_mul(2)?;
    // The more is left of one after n times, the higher the payment.
    let rounded = |left: u128| {
        let over = q.checked_mul(ONE.checked_sub(left)?)?;
        repaid.checked_add(over)?.checked_div(over.checked_mul(2)?)
    };
    let once = q.checked_mul(ONE)?.checked_div(q.checked_add(p)?)?;
    let least = rounded(power(once, count, 0)?)?;
    let most = rounded(power(once + 1, count, ONE - 1)?)?;
    let payment = Some(least).filter(|_| least == most)?;
    i64::try_from(payment).ok().map(Cents)
}

/// A power of 2^64ths, a rest of so many 2^128ths added to each product before it is cut off.
fn power(base: u128, exponent: u32, rest: u128) -> Option<u128> {
    let times = |one: u128, other: u128| Some(one.checked_mul(other)?.checked_add(rest)? >> 64);
    let (mut power, mut square, mut left) = (ONE, base, exponent);
    while left > 0 {
        if left % 2 == 1 {
            power = times(power, square)?;
        }
        square = times(square, square)?;
        left /= 2;
    }
    Some(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Rate;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn monthly(rate: i64, decimals: u32) -> Interest {
        Interest::of(Rate(Decimal::new(rate, decimals)), 1)
    }

    proptest! {
        #[test]
        fn bounds_that_agree_give_the_exact_payment(
            amount in prop_oneof![0..100_000_i64, 0..100_000_000_000_000_i64],
            (rate, decimals) in (1..100_000_i64, 4..9_u32),
            months in prop::sample::select(vec![1, 3, 12]),
            count in 1..600_u32,
        ) {
            let interest = Interest::of(Rate(Decimal::new(rate, decimals)), months);
            if let Some(payment) = bounded(Cents(amount), interest, count) {
                prop_assert_eq!(Ok(payment), exact(Cents(amount), interest, count));
            }
        }
    }

    #[test]
    fn bounds_agree_for_loans_of_people() {
        for (rate, count) in [(1, 1), (1, 360), (104, 96), (225, 12), (700, 48), (10_000, 600)] {
            for amount in [0, 1, 500_000, 6_000_000, 9_000_001, 1_000_000_000] {
                let (amount, interest) = (Cents(amount), monthly(rate, 4));
                let found = bounded(amount, interest, count);
                assert_eq!(found, exact(amount, interest, count).ok(), "{rate} {count} {amount}");
            }
        }
    }

    #[test]
    fn a_half_is_left_to_the_exact_formula() {
        // 1.50 at 1% a month, paid back at once: 1.515.
        assert_eq!(bounded(Cents(150), monthly(12, 2), 1), None);
        assert_eq!(payment(Cents(150), monthly(12, 2), 1), Ok(Cents(152)));
    }
}
