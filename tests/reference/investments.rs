//! Depreciation and replacement.

use super::case::{Case, Cost, Life};
use super::exact::{Cents, Exact, euros, round2, whole};
use super::streams::{Bought, Course, Postings, index};
use std::collections::BTreeSet;

/// "its depreciation per month is the running total rule on the posted purchase / months of life,
/// from the month of purchase." One before the start posts nothing, but is depreciated as if it had.
pub fn depreciation(cost: &Cost, course: &Course, accrual: &[Cents]) -> Postings {
    let mut all = vec![0; accrual.len()];
    let Some(Life::Months(life)) = cost.life else { return all };
    // "Before the start year the index is 1."
    let before = course.bought.iter().flat_map(|Bought { months, price, .. }| {
        months.iter().filter(|month| **month < 0).map(move |month| (*month, round2(price)))
    });
    // What follows several that are bought in one month is bought once for all of them.
    let months: BTreeSet<i64> =
        course.bought.iter().flat_map(|bought| bought.months.iter().copied()).collect();
    let within = months.into_iter().filter_map(|month| {
        Some((month, accrual.get(usize::try_from(month).ok()?).copied().unwrap_or(0)))
    });
    for (bought, posted) in before.chain(within) {
        let written_off = |months: i64| {
            let months = months.clamp(0, life);
            round2(&(euros(posted) * whole(i128::from(months)) / whole(i128::from(life))))
        };
        for (month, sum) in (0..).zip(&mut all) {
            *sum += written_off(month - bought + 1) - written_off(month - bought);
        }
    }
    all
}

/// "Replacement: the sum over investments of unit x (1 + optimism_bias) x index(N-1) / life in
/// years", of one investment, not yet rounded. One that follows by share: "share x followed unit x
/// (1 + followed bias) x own (1 + bias) x followed index". What never wears out is never replaced; "one that
/// begins past the end is not replaced".
pub fn replacement(cost: &Cost, course: &Course, case: &Case) -> Exact {
    let Some(Life::Months(life)) = cost.life else { return whole(0) };
    let life_in_years = whole(i128::from(life)) / whole(12);
    let begun = course.bought.iter().filter(|bought| bought.months[0] < case.months());
    begun.fold(whole(0), |sum, Bought { price, rates, .. }| {
        sum + price * index(rates, case.start, case.months() - 1) / &life_in_years
    })
}
