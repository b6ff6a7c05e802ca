//! When what accrues is paid: section 4, *Payment*.

use super::case::Payment;
use std::collections::BTreeMap;
use std::ops::{AddAssign, Range};

use super::exact::{Cents, Exact, round2, whole};
use super::streams::{Exacts, post};

/// "`paid` groups accruals in blocks of 1, 3 or 12 months counted from the entry's start, all paid
/// in the block's first month (only what accrues within the horizon); `delay` moves each payment
/// that many months later. A payment that falls past the horizon is a receivable (or payable) on
/// the closing balance."
fn in_blocks<T: Clone + AddAssign>(
    nothing: T,
    accruals: &[T],
    start: i64,
    payment: &Payment,
) -> Paid<T> {
    let mut cash = Paid { within: vec![nothing; accruals.len()], after: BTreeMap::new() };
    for (month, accrual) in (0..).zip(accruals) {
        // "What comes before its first month ... is paid no earlier than the start."
        let first_of_block = (month - (month - start).rem_euclid(payment.block)).max(0);
        pay(&mut cash, first_of_block + payment.delay, accrual.clone());
    }
    cash
}

fn position(month: i64) -> usize {
    usize::try_from(month).expect("nothing is paid before the start")
}

/// What is paid in each month of the horizon, and in months after it by their numbers.
pub struct Paid<T> {
    pub within: Vec<T>,
    pub after: BTreeMap<i64, T>,
}

fn pay<T: AddAssign + Clone>(cash: &mut Paid<T>, month: i64, amount: T) {
    if let Some(paid) = cash.within.get_mut(position(month)) {
        *paid += amount;
    } else if let Some(paid) = cash.after.get_mut(&month) {
        *paid += amount;
    } else {
        cash.after.insert(month, amount);
    }
}

/// "d(m) is paid in month m plus the `delay`, outside blocks".
pub fn with_differences<T: AddAssign + Clone>(
    mut cash: Paid<T>,
    differs: &[Cents],
    delay: i64,
    amount: impl Fn(Cents) -> T,
) -> Paid<T> {
    for (month, differs) in (0..).zip(differs) {
        if *differs != 0 {
            pay(&mut cash, month + delay, amount(*differs));
        }
    }
    cash
}

/// "paid in these months in parts of all that the entry accrues within the horizon ...:
/// `round2(parts so far x total)` to date, its steps". "past the horizon it is paid past it".
fn in_parts<T: Clone + AddAssign>(
    nothing: T,
    milestones: &BTreeMap<i64, Exact>,
    months: usize,
    step: impl Fn(&Exact, &Exact) -> T,
) -> Paid<T> {
    let mut cash = Paid { within: vec![nothing; months], after: BTreeMap::new() };
    let mut before = whole(0);
    for (month, part) in milestones {
        let so_far = &before + part;
        pay(&mut cash, *month, step(&so_far, &before));
        before = so_far;
    }
    cash
}

/// What is settled together: "the rest of each calendar year is one payment", or all of it.
pub struct Rest {
    /// The months of which it is the rest.
    pub months: Range<usize>,
    /// The last of them in which the entry runs.
    pub last: i64,
}

/// "With `advance`, round2(advance x S(m)) has been advanced to date and goes by those moments; all
/// the rest is one payment, `settlement` months after the last month in which the entry runs,
/// whether or not it still posts then", whatever its `delay`.
pub fn cash(totals: &[Exact], (start, rests): (i64, &[Rest]), payment: &Payment) -> Paid<Cents> {
    if let (Some(milestones), Some(total)) = (&payment.milestones, totals.last()) {
        return in_parts(0, milestones, totals.len(), |so_far, before| {
            round2(&(so_far * total)) - round2(&(before * total))
        });
    }
    let accruals = post(totals);
    let Some((advance, settlement)) = &payment.advance else {
        return in_blocks(0, &accruals, start, payment);
    };
    let advanced_to_date: Vec<Exact> = totals.iter().map(|total| advance * total).collect();
    let mut cash = in_blocks(0, &post(&advanced_to_date), start, payment);
    let to_date = |totals: &[Exact], months: usize| match months {
        0 => 0,
        months => round2(&totals[months - 1]),
    };
    for Rest { months, last } in rests {
        let posted = to_date(totals, months.end) - to_date(totals, months.start);
        let ahead =
            to_date(&advanced_to_date, months.end) - to_date(&advanced_to_date, months.start);
        pay(&mut cash, last + settlement, posted - ahead);
    }
    cash
}

/// "Of an entry's payments the exact amounts: its exact accruals gathered in the same blocks, shifted
/// by the same delays; of an advance `advance x S(m)` unrounded and the rest".
pub fn exact_cash(x: &[Exact], (start, rests): (i64, &[Rest]), payment: &Payment) -> Paid<Exact> {
    if let Some(milestones) = &payment.milestones {
        let total = x.iter().fold(whole(0), |total, x| total + x);
        return in_parts(whole(0), milestones, x.len(), |so_far, before| {
            (so_far - before) * &total
        });
    }
    let Some((advance, settlement)) = &payment.advance else {
        return in_blocks(whole(0), x, start, payment);
    };
    let ahead: Exacts = x.iter().map(|x| advance * x).collect();
    let mut cash = in_blocks(whole(0), &ahead, start, payment);
    for Rest { months, last } in rests {
        let total = x[months.clone()].iter().fold(whole(0), |total, x| total + x);
        pay(&mut cash, last + settlement, (whole(1) - advance) * total);
    }
    cash
}
