//! Depreciation and replacement.

use super::case::{Case, Cost, Life};
use super::exact::{Cents, Exact, euros, round2, whole};
use super::streams::{Bought, Course, Postings, index};
use std::collections::BTreeSet;

/// "its depreciation per month is the running total rule on the posted purchase / months of life,
/// from the month of purchase." One before the start posts nothing, but is depreciated as if it had.
pub fn depreciation(cost: &Cost, course: &Course, accrual: &[Cents], case: &Case) -> Postings {
    let mut all = vec![0; accrual.len()];
    let Some(Life::Months(life)) = cost.life else { return all };
    // What follows several that are bought in one month is bought once for all of them.
    let months: BTreeSet<i64> =
        course.bought.iter().flat_map(|bought| bought.months.iter().copied()).collect();
    // "Written off from the month in which it was bought, at what it cost."
    let facts =
        (0..).zip(accrual).filter(|(month, posted)| *month < case.judged_from() && **posted != 0);
    let months: BTreeSet<i64> = months.into_iter().chain(facts.map(|(month, _)| month)).collect();
    let within = months.into_iter().filter_map(|month| {
        Some((month, accrual.get(usize::try_from(month).ok()?).copied().unwrap_or(0)))
    });
    for (bought, posted) in before_the_start(course).chain(within) {
        let written_off = |months: i64| {
            let months = months.clamp(0, life);
            round2(&(euros(posted) * whole(i128::from(months)) / whole(i128::from(life))))
        };
        for (month, sum) in (0..).zip(&mut all) {
            *sum += written_off(month - bought + 1) - written_off(month - bought);
        }
    }
    // "It is not depreciated from that month on."
    if let Some((sold, _)) = cost.sold_within(case) {
        let from = usize::try_from(sold).expect("not before the start");
        all[from..].fill(0);
    }
    all
}

/// What was bought before the start, with its months: "before the start year the index is 1".
fn before_the_start(course: &Course) -> impl Iterator<Item = (i64, Cents)> + '_ {
    course.bought.iter().flat_map(|Bought { months, price, .. }| {
        months.iter().filter(|month| **month < 0).map(move |month| (*month, round2(price)))
    })
}

/// In which month it is sold, for what, and what that is more than its book value: what was bought
/// less what has been written off.
pub fn sale(
    cost: &Cost,
    course: &Course,
    accrual: &[Cents],
    depreciation: &[Cents],
    case: &Case,
) -> Option<(usize, Cents, Cents)> {
    let (on, price) = cost.sold_within(case)?;
    let month = usize::try_from(on).expect("not before the start");
    let price = round2(price);
    let before: Cents = before_the_start(course)
        .map(|(bought, posted)| {
            let written_off = match cost.life {
                Some(Life::Months(life)) => {
                    let age = (-bought).clamp(0, life);
                    round2(&(euros(posted) * whole(i128::from(age)) / whole(i128::from(life))))
                }
                _ => 0,
            };
            posted - written_off
        })
        .sum();
    let bought: Cents = accrual[..=month].iter().sum();
    let written_off: Cents = depreciation[..month].iter().sum();
    Some((month, price, price - (before + bought - written_off)))
}

/// "Replacement: the sum over investments of unit x (1 + optimism_bias) x index(N-1) / life in
/// years", of one investment, not yet rounded. One that follows by share: "share x followed unit x
/// (1 + followed bias) x own (1 + bias) x followed index". What never wears out is never replaced; "one that
/// begins past the end is not replaced".
pub fn replacement(cost: &Cost, course: &Course, differs: &[Cents], case: &Case) -> Exact {
    let Some(Life::Months(life)) = cost.life else { return whole(0) };
    // "It is replaced only where it is sold in the last 12 months of a case that does not end."
    if cost.sold_within(case).is_some_and(|(sold, _)| case.ends || sold < case.months() - 12) {
        return whole(0);
    }
    let life_in_years = whole(i128::from(life)) / whole(12);
    let begun = course.bought.iter().filter(|bought| bought.months[0] < case.months());
    let mut replaced = begun.clone().fold(whole(0), |sum, Bought { price, rates, .. }| {
        sum + price * index(rates, case.start, case.months() - 1) / &life_in_years
    });
    // "Where its last purchase was planned by `until` it is replaced at its planned price plus its d's
    // (of one that is renewed those from that purchase on)."
    let last = |bought: &Bought| bought.months.last().copied();
    let mut planned = begun.filter_map(last).filter(|last| *last < case.judged_from());
    if let (Some(last), true) = (planned.next(), case.fact_any(&cost.path)) {
        let since = if cost.renew { usize::try_from(last.max(0)).expect("a month") } else { 0 };
        let dearer: Cents = differs.iter().skip(since).sum();
        replaced += euros(dearer) / &life_in_years;
    }
    replaced
}
