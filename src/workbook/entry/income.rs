//! What funding comes to and pays, loans apart.

use super::earmark::{Covered, at_most};
use super::{Maker, only, paid};
use crate::case::{ByKind, Entry, Followed, Form, Funding, Income, Schedule, Timing};
use crate::stream::posting;
use crate::stream::terms::{Settlement, settlements};
use crate::words::{Key, NumberKind};
use crate::workbook::formula::Formula;
use crate::workbook::input::under;
use crate::workbook::rows::{Flow, FundingRows};
use crate::workbook::stream::{Amounts, Bench, Factor, Running};

impl Maker<'_, '_> {
    pub(super) fn funding(
        &mut self,
        at: usize,
        own: Option<Amounts>,
        followed: &impl Fn(Followed) -> Option<Amounts>,
        covered: &Covered<'_>,
    ) -> Option<FundingRows> {
        let entry = self.case.funding.get(at).filter(|entry| entry.later.is_empty())?;
        let ends = self.case.ends;
        match &entry.what.form {
            Form::Loan(loan) => self.loan(at, loan).map(FundingRows::Loan),
            Form::Outcome(_) => None,
            Form::InKind(_) => {
                let accrued = self.sound(|bench| own.map(|own| own.running(bench)))??;
                let paid = Running::nothing(accrued.cents.len());
                Some(FundingRows::InKind(Flow { accrued, paid }))
            }
            Form::Equity(equity) => {
                let ByKind::Equity(versions) = entry.by_kind() else { return None };
                if equity.milestones.is_some() {
                    return None;
                }
                let payments = posting::equity_payments(self.case, &versions);
                let accrued = self.sound(|bench| own.map(|own| own.running(bench)))??;
                Some(FundingRows::Equity(Flow { paid: paid(&accrued, &payments, ends), accrued }))
            }
            Form::Income(income) => {
                if income.fade.is_some() || income.milestones.is_some() {
                    return None;
                }
                let amounts = match &income.schedule {
                    Schedule::Own(_) => own?,
                    Schedule::Follows(follow) => {
                        self.follower(&self.funding_path(at), follow, followed)?
                    }
                };
                self.income(at, entry, income, &amounts, covered).map(FundingRows::Income)
            }
        }
    }

    fn income(
        &mut self,
        at: usize,
        entry: &Entry<Funding>,
        income: &Income,
        amounts: &Amounts,
        covered: &Covered<'_>,
    ) -> Option<Flow> {
        let ends = self.case.ends;
        let versions = entry.income()?;
        let payments = posting::income_payments(self.case, &versions);
        let months = match &income.covers {
            None => None,
            Some(_) if covered.alone.contains(&at) => Some(self.claims_in(income)?),
            Some(_) => return None,
        };
        let earmark = |bench: &mut Bench<'_>, own: Running, factor: Option<&Factor>| {
            let (Some((first, last)), Some(costs)) = (months, &income.covers) else {
                return Some(own);
            };
            let limits: Option<Vec<_>> =
                costs.iter().map(|&cost| covered.running(cost, factor, bench)).collect();
            Some(at_most(bench, &own, &limits?, (first, last)))
        };
        let accrued = self.sound(|bench| {
            let own = amounts.running(bench);
            earmark(bench, own, None)
        })??;
        let Some(advance) = income.advance else {
            return Some(Flow { paid: paid(&accrued, &payments, ends), accrued });
        };
        let share = under(&self.funding_path(at), Key::Advance);
        let share = self.bench.inputs.scaled(&share, NumberKind::Share, advance.share.0);
        let share = Factor::share(share);
        let ahead = self.sound(|bench| {
            let own = amounts.times(&share, bench).running(bench);
            earmark(bench, own, Some(&share))
        })??;
        let settlements = settlements(self.case, &versions, advance);
        let mut ahead_paid = paid(&ahead, &payments, ends);
        self.settle(&accrued, &ahead, &settlements, &mut ahead_paid);
        Some(Flow { accrued, paid: ahead_paid })
    }

    /// The first and the last month in which an earmark claims.
    fn claims_in(&self, income: &Income) -> Option<(usize, usize)> {
        let horizon = self.case.horizon;
        let stream = match &income.schedule {
            Schedule::Own(stream) => (**stream).clone(),
            Schedule::Follows(follow) => self.followed(only(follow)?)?.1,
        };
        let end = horizon.months();
        let number = |month| usize::try_from(horizon.number(month)).unwrap_or(0);
        Some(match &stream.timing {
            Timing::Once { on } => (number(*on), end),
            Timing::Dated(dated) => (number(dated.coming().next()?.1), end),
            Timing::Recurring(recurring) => {
                (number(recurring.from), number(recurring.until.plus(1)).min(end))
            }
        })
    }

    /// Adds what is settled of an income with an advance.
    fn settle(
        &mut self,
        accrued: &Running,
        ahead: &Running,
        settlements: &[Settlement],
        paid: &mut Running,
    ) {
        let months = self.case.horizon.months();
        let last = settlements.iter().filter_map(|it| usize::try_from(it.paid).ok()).max();
        if let Some(last) = last.filter(|_| self.case.ends) {
            while paid.cents.len() <= last {
                let (cents, beside) = paid.at(paid.cents.len().checked_sub(1));
                paid.cents.push(cents);
                paid.beside.push(beside);
            }
        }
        let of = |running: &Running, range: &std::ops::Range<usize>| {
            let (end, start) =
                (running.at(range.end.checked_sub(1)), running.at(range.start.checked_sub(1)));
            (end.0 - start.0, end.1 - start.1)
        };
        let [mut totals, mut besides] = [0; 2].map(|_| self.bench.book.row(self.bench.months));
        let mut row = self.bench.book.row(self.bench.years);
        let rests: Vec<_> = settlements
            .iter()
            .map(|settlement| {
                let (all, ahead) = (of(accrued, &settlement.months), of(ahead, &settlement.months));
                let book = &mut self.bench.book;
                (book.keep(&mut row, all.0 - ahead.0), book.keep(&mut row, all.1 - ahead.1))
            })
            .collect();
        for (month, (cents, beside)) in
            (0_i32..).zip(paid.cents.iter_mut().zip(paid.beside.iter_mut()))
        {
            let settled = || {
                let due = settlements.iter().zip(&rests).filter(|(it, _)| it.paid <= month);
                due.map(|(_, rest)| rest.clone())
            };
            if settled().next().is_some() {
                let (more, part): (Vec<_>, Vec<_>) = settled().unzip();
                let book = &mut self.bench.book;
                *cents = book.keep(&mut totals, cents.clone() + Formula::sum(more));
                *beside = book.keep(&mut besides, beside.clone() + Formula::sum(part));
            } else if usize::try_from(month).is_ok_and(|month| month < months) {
                totals.skip();
                besides.skip();
            }
        }
    }
}
