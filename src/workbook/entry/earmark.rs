//! What earmarks bring of the costs that they cover.

use crate::workbook::formula::Formula;
use crate::workbook::number::Number;
use crate::workbook::rows::CostRows;
use crate::workbook::stream::{Amounts, Bench, Factor, Running};
use num_rational::BigRational;

/// What earmarks find of the costs that they cover.
pub(super) struct Covered<'a> {
    pub(super) costs: &'a [CostRows],
    pub(super) amounts: &'a [Option<Amounts>],
    /// The earmarks whose costs nobody else claims.
    pub(super) alone: &'a [usize],
}

impl Covered<'_> {
    /// What a cost has come to, or a part of that.
    pub(super) fn running(
        &self,
        cost: usize,
        factor: Option<&Factor>,
        bench: &mut Bench<'_>,
    ) -> Option<Running> {
        let amounts = self.amounts.get(cost)?.as_ref()?;
        match factor {
            None => Some(self.costs.get(cost)?.flow.accrued.clone()),
            Some(factor) => Some(amounts.times(factor, bench).running(bench)),
        }
    }
}

/// What an earmark brings: the lesser of its own running total and that of its costs.
pub(super) fn at_most(
    bench: &mut Bench<'_>,
    own: &Running,
    costs: &[Running],
    (first, after): (usize, usize),
) -> Running {
    let [mut limits, mut totals, mut besides] = [0; 3].map(|_| bench.book.row(bench.months));
    let mut sums = bench.book.row(bench.months);
    let mut running = Running::nothing(0);
    for month in 0..own.cents.len() {
        if month < first || month >= after {
            let (cents, beside) =
                if month < first { Default::default() } else { running.at(month.checked_sub(1)) };
            running.cents.push(cents);
            running.beside.push(beside);
            for row in [&mut limits, &mut totals, &mut besides, &mut sums] {
                row.skip();
            }
            continue;
        }
        let at: Vec<_> = costs.iter().map(|cost| cost.at(Some(month))).collect();
        let whole = Formula::sum(at.iter().map(|(cents, _)| cents.clone()));
        let part = Formula::sum(at.iter().map(|(_, beside)| beside.clone()));
        let book = &mut bench.book;
        let part = book.keep(&mut sums, part);
        // Of several costs the parts may come to more than half a cent together.
        let limit = if costs.len() > 1 && !part.is_zero() {
            whole.clone() + (part.clone().round(9) + Formula::from(half())).int()
        } else {
            whole.clone()
        };
        let limit = book.keep(&mut limits, limit);
        let (cents, beside) = own.at(Some(month));
        let total = book.keep(&mut totals, cents.clone().min(limit));
        let own_beside = cents - total.clone() + beside;
        let cost_beside = whole - total.clone() + part;
        running.beside.push(book.keep(&mut besides, own_beside.min(cost_beside)));
        running.cents.push(total);
    }
    running
}

fn half() -> Number {
    Number::from(BigRational::new(1.into(), 2.into()))
}
