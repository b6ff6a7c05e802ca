//! From amounts to places on paper, and the round amounts that are named along the way.

use crate::money::Cents;

/// A stretch of amounts that zero is part of, between two round ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    low: i128,
    high: i128,
    /// The round amounts on it, from low to high.
    pub ticks: Vec<Cents>,
}

impl Scale {
    /// The scale of some amounts, in at most so many steps of 1, 2 or 5 times a power of ten.
    pub fn of(amounts: impl IntoIterator<Item = Cents>, most: u8) -> Self {
        let (mut low, mut high) = (0_i128, 0_i128);
        for Cents(amount) in amounts {
            low = low.min(amount.into());
            high = high.max(amount.into());
        }
        if low == high {
            return Self { low: 0, high: 1, ticks: vec![Cents::ZERO] };
        }
        let step = step(low, high, most);
        let (first, last) = (low.div_euclid(step), -(-high).div_euclid(step));
        // The outer round amounts may lie beyond what cents can hold: they bound, unnamed.
        let ticks = (first..=last).filter_map(|tick| i64::try_from(tick * step).ok().map(Cents));
        Self { low: first * step, high: last * step, ticks: ticks.collect() }
    }

    /// Where an amount lies between two places, rounded to whole units of theirs.
    pub fn place(&self, amount: Cents, from: i64, to: i64) -> i64 {
        let (length, extent) = (i128::from(to) - i128::from(from), self.high - self.low);
        let along = (i128::from(amount.0) - self.low) * length;
        let rounded = (2 * along + extent * along.signum()) / (2 * extent);
        i64::try_from(i128::from(from) + rounded).unwrap_or(to)
    }
}

/// The smallest round step with which so many suffice.
fn step(low: i128, high: i128, most: u8) -> i128 {
    let steps = |step: i128| -(-high).div_euclid(step) - low.div_euclid(step);
    let mut power = 1_i128;
    loop {
        for factor in [1, 2, 5] {
            if steps(factor * power) <= i128::from(most.max(2)) {
                return factor * power;
            }
        }
        power *= 10;
    }
}
