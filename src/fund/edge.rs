//! The edge: how little its loans may cost, and how much of them a fund may lose, and still keep
//! its capital.

use super::measures::{Measures, PutIn};
use super::plan::Plan;
use super::prices::Prices;
use super::run::FundRun;
use super::stage::Stages;
use crate::case::VerdictKind;
use crate::money::{Cents, Rate};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use rayon::prelude::*;
use rust_decimal::Decimal;

/// At which terms a fund only just keeps its capital, in prices of the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edges {
    /// The lowest interest on all its loans alike, in percent to 0.01, at which it does; `None`
    /// where none up to 100% is enough.
    pub interest: Option<Decimal>,
    /// The share of its lending that it can lose in all, to 0.01% down; `None` where it does not
    /// keep its capital even if it loses nothing, or lends nothing.
    pub loss: Option<Decimal>,
}

/// The interest rates that are tried first, in hundredths of a percent: what people ask, then ever
/// wider.
const TRIED: [i64; 27] = [
    0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700,
    1800, 1900, 2000, 2500, 3000, 4000, 6000, 8000, 10_000,
];

/// The edge in interest: of the rates tried the first that is enough, then halving between that
/// and the one before down to 0.01%. Dear loans may break initiatives, so a rate above it need not
/// be enough again.
pub fn interest(plan: &Plan, stages: &Stages, prices: &Prices, put_in: &PutIn) -> Option<Decimal> {
    let enough = |hundredths: i64| {
        let uniform = Rate(Decimal::new(hundredths, 4));
        // Where sums outgrow all bounds nobody would lend, so such a rate is not an answer.
        let run = FundRun::of(plan, stages, Some(uniform)).ok();
        let standing = run.and_then(|run| put_in.standing(&run.ledger, prices).ok());
        standing.is_some_and(|standing| standing.verdict() == VerdictKind::Closes)
    };
    // As many at once as there are cores: the answer is nearly always among the first few, and each
    // that is tried in vain is a whole run.
    let together = TRIED.chunks(rayon::current_num_threads().max(1));
    let mut together = together.map(|rates| rates.par_iter().find_first(|&&rate| enough(rate)));
    let mut high = *together.find_map(|first| first)?;
    let mut low = TRIED.iter().copied().rfind(|&rate| rate < high).unwrap_or(high);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(Decimal::new(high, 2))
}

/// The edge in losses: what it lost and what it has over at the end, in prices of that end, over
/// all that it lent.
pub fn loss(plan: &Plan, prices: &Prices, put_in: &PutIn, measures: &Measures) -> Option<Decimal> {
    if measures.lent <= Cents::ZERO || measures.below_zero.is_some() {
        return None;
    }
    let needed = prices.inflated(put_in.real.clone(), plan.months.saturating_sub(1));
    let whole = |amount: Cents| BigRational::from(BigInt::from(amount.0));
    let spare = whole(measures.net_worth) - needed + whole(measures.lost);
    if spare.is_negative() {
        return None;
    }
    let share = spare / whole(measures.lent) * BigInt::from(10_000);
    let most = share.floor().to_integer().to_i64().unwrap_or(i64::MAX).min(10_000);
    Some(Decimal::new(most, 4))
}
