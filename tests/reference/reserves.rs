//! Own money that is set apart: section 3.11.

use super::books::Books;
use super::case::Case;
use super::exact::{Cents, Exact, euros, round2, whole};
use super::streams::{Exacts, Postings, post, running_totals};

/// "`reserves: [{"id", "set_apart", "released", "reserved"}]`".
#[derive(Debug)]
pub struct ReserveBook {
    pub path: String,
    pub set_apart: Postings,
    pub released: Postings,
    pub reserved: Postings,
}

/// "At the end of month m `reserved(m) = max(0, reserved(m-1) + set apart(m) - what the costs in for
/// post in m)`"; "reserves for one cost fall in the file's order, together by no more than it posts,
/// each taking from its costs in the order listed." What is released, and what is reserved.
fn fall(case: &Case, set_apart: &[Exacts], posted: &[Exacts]) -> Vec<(Exacts, Exacts)> {
    let mut all = vec![(Vec::new(), Vec::new()); set_apart.len()];
    let mut held = vec![whole(0); set_apart.len()];
    for month in 0..usize::try_from(case.months()).expect("a horizon is positive") {
        let mut left: Vec<Exact> = posted.iter().map(|months| months[month].clone()).collect();
        for (place, reserve) in case.reserves.iter().enumerate() {
            let there = &held[place] + &set_apart[place][month];
            let mut still = there.clone();
            for path in &reserve.costs {
                let Some(cost) = case.costs.iter().position(|cost| cost.path == *path) else {
                    continue;
                };
                if left[cost] >= still {
                    left[cost] -= &still;
                    still = whole(0);
                } else {
                    still -= &left[cost];
                    left[cost] = whole(0);
                }
            }
            all[place].0.push(&there - &still);
            all[place].1.push(still.clone());
            held[place] = still;
        }
    }
    all
}

/// Each as posted.
pub fn keep(case: &Case, books: &Books) -> Vec<ReserveBook> {
    let exact = |cents: &[Cents]| cents.iter().map(|cents| euros(*cents)).collect::<Exacts>();
    let cents = |amounts: Exacts| amounts.iter().map(round2).collect::<Postings>();
    let set_apart: Vec<Postings> =
        case.reserves.iter().map(|reserve| post(&running_totals(&reserve.x(case)))).collect();
    let posted: Vec<Exacts> = books.costs.iter().map(|cost| exact(&cost.accrual)).collect();
    let exactly: Vec<Exacts> = set_apart.iter().map(|months| exact(months)).collect();
    let fallen = fall(case, &exactly, &posted).into_iter();
    let all = case.reserves.iter().zip(set_apart).zip(fallen);
    all.map(|((reserve, set_apart), (released, reserved))| ReserveBook {
        path: reserve.path.clone(),
        set_apart,
        released: cents(released),
        reserved: cents(reserved),
    })
    .collect()
}

/// What is reserved in all of them together at the end of each month, where nothing is rounded.
pub fn exactly(case: &Case, books: &Books) -> Exacts {
    let set_apart: Vec<Exacts> = case.reserves.iter().map(|reserve| reserve.x(case)).collect();
    let posted: Vec<Exacts> = books
        .costs
        .iter()
        .zip(&case.costs)
        .map(|(book, cost)| {
            let mut accrual = book.exact.accrual.clone();
            // Its sale is no posting of the cost.
            if let (Some((month, ..)), Some((_, price))) = (book.sale, cost.sold_within(case)) {
                accrual[month] += price;
            }
            accrual
        })
        .collect();
    let mut together = vec![whole(0); usize::try_from(case.months()).expect("months")];
    for (_, reserved) in fall(case, &set_apart, &posted) {
        together.iter_mut().zip(reserved).for_each(|(sum, one)| *sum += one);
    }
    together
}
