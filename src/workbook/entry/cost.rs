//! What a cost comes to and pays, and what it is in the books.

use super::{Maker, only, paid};
use crate::case::{Cost, Entry, Followed, Investment, Life, Schedule, Timing};
use crate::stream::{posting, purchases};
use crate::workbook::formula::Formula;
use crate::workbook::rows::{BookRows, CostRows, Flow};
use crate::workbook::stream::Amounts;

impl Maker<'_, '_> {
    pub(super) fn cost(
        &mut self,
        at: usize,
        own: Option<Amounts>,
        followed: &impl Fn(Followed) -> Option<Amounts>,
    ) -> (Option<CostRows>, Option<Amounts>) {
        let Some(entry) = self.case.costs.get(at) else { return (None, None) };
        if !entry.later.is_empty() || entry.what.milestones.is_some() {
            return (None, None);
        }
        let amounts = match &entry.what.schedule {
            Schedule::Own(_) => own,
            Schedule::Follows(follow) => self.follower(&self.cost_path(at), follow, followed),
        };
        let Some(amounts) = amounts else { return (None, None) };
        let payments = posting::cost_payments(self.case, &entry.versions());
        let ends = self.case.ends;
        let flow = self.sound(|bench| {
            let accrued = amounts.running(bench);
            Flow { paid: paid(&accrued, &payments, ends), accrued }
        });
        let Some(flow) = flow else { return (None, None) };
        let book = match entry.what.investment {
            None => None,
            Some(investment) => match self.book(entry, investment, &flow) {
                Some(book) => Some(book),
                None => return (None, None),
            },
        };
        (Some(CostRows { flow, book }), Some(amounts))
    }

    /// What an investment that was bought within the horizon is in the books.
    fn book(
        &mut self,
        entry: &Entry<Cost>,
        investment: Investment,
        flow: &Flow,
    ) -> Option<BookRows> {
        let horizon = self.case.horizon;
        let (stream, bought) = match &entry.what.schedule {
            Schedule::Own(stream) => ((**stream).clone(), Some(investment)),
            Schedule::Follows(follow) => {
                let (_, stream, investment) = self.followed(only(follow)?)?;
                (stream, investment)
            }
        };
        let Timing::Once { on } = stream.timing else { return None };
        let months: Vec<_> = purchases(horizon, on, bought).collect();
        // What was bought before the start is as it was.
        if months.iter().any(|month| *month < 0) {
            return None;
        }
        let months: Vec<_> =
            months.into_iter().filter_map(|month| usize::try_from(month).ok()).collect();
        if let (Life::Months(life), Some(all)) = (investment.life, flow.accrued.cents.last()) {
            self.bench.keep_within_reach(all.clone() * 2 * i128::from(life));
        }
        let written_off = self.sound(|bench| {
            let mut row = bench.book.row(bench.months);
            let mut written = Vec::new();
            for month in 0..horizon.months() {
                let so_far = months.iter().filter(|bought| **bought <= month).map(|&bought| {
                    let price = flow.accrued.step(bought);
                    written_off(price, investment.life, month + 1 - bought)
                });
                let so_far = so_far.reduce(|sum, one| sum + one).unwrap_or(Formula::ZERO);
                written.push(bench.book.keep(&mut row, so_far));
            }
            written
        })?;
        Some(BookRows { opening: Formula::ZERO, written_off, sold: None })
    }
}

/// What an investment of a price has lost after so many months.
fn written_off(price: Formula, life: Life, age: usize) -> Formula {
    let age = i128::try_from(age).unwrap_or(i128::MAX);
    match life {
        Life::Unlimited => Formula::ZERO,
        Life::Months(months) if age >= i128::from(months) => price,
        Life::Months(months) => {
            let over = i128::from(months.max(1));
            Formula::half_up(price * age, &Formula::ZERO, &over.into())
        }
    }
}
