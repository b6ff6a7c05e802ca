//! The lines of the statements in one run, as formulas in whole cents.

mod lines;

use super::formula::Formula;
use super::input::under;
use super::rows::{CostRows, Entries, Flow, FundingRows, InstalmentRow, LoanRows};
use super::stream::{Bench, Running};
use crate::case::{Case, OpeningKind};
use crate::money::Cents;
use crate::stream::SoldFor;
use crate::words::{Key, NumberKind};

/// Something through time, in whole cents.
#[derive(Clone, Debug)]
pub enum Series {
    /// What comes in each month.
    Steps(Vec<Formula>),
    /// What has come by the end of each month.
    ToDate(Vec<Formula>),
    /// What stands at the end of each month.
    Level(Vec<Formula>),
}

/// What all lines of the statements are made of, in one run.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    case: &'a Case,
    entries: &'a Entries,
    /// How much of each funding entry counts: all or nothing of it.
    pub granted: Vec<Formula>,
    /// Cash before the first month.
    pub opening_cash: Formula,
    /// What stood open at the start, and the number of the month in which it is settled.
    openings: Vec<(OpeningKind, Formula, i32)>,
    income: Vec<Formula>,
    costs: Vec<Formula>,
    depreciation: Vec<Formula>,
    interest: Vec<Formula>,
    interest_to_date: Vec<Formula>,
    receipts: Vec<Formula>,
    payments: Vec<Formula>,
    service: Vec<Formula>,
    /// Cash in hand at the end of each month.
    pub closing: Vec<Formula>,
    /// What exact cash lies above that, in cents.
    pub beside: Vec<Formula>,
    /// What is set apart of it, which is as it was.
    pub reserved: Running,
}

fn at(all: &[Formula], month: usize) -> Formula {
    all.get(month).or(all.last()).cloned().unwrap_or(Formula::ZERO)
}

impl Series {
    /// What comes in some months, or stands at the end of the last of them.
    pub fn over(&self, months: std::ops::Range<usize>) -> Formula {
        let last = months.end.saturating_sub(1);
        match self {
            Self::Steps(steps) => {
                Formula::sum(steps.iter().skip(months.start).take(months.len()).cloned())
            }
            Self::ToDate(totals) => {
                let before = months.start.checked_sub(1);
                let before = before.map_or(Formula::ZERO, |month| at(totals, month));
                at(totals, last) - before
            }
            Self::Level(levels) => at(levels, last),
        }
    }
}

impl<'a> Ledger<'a> {
    /// The ledger of a run, in hidden rows.
    pub fn of(
        bench: &mut Bench<'_>,
        case: &'a Case,
        entries: &'a Entries,
        (granted, reserved): (Vec<Formula>, Running),
    ) -> Self {
        let cash = under(Key::Case.into(), Key::OpeningCash);
        let opening = bench.inputs.scaled(&cash, NumberKind::Amount, case.opening_cash.0);
        let openings = case.openings.iter().map(|entry| {
            let path = under(&format!("opening.{}", entry.id), Key::Amount);
            let amount = bench.inputs.scaled(&path, NumberKind::Amount, entry.what.amount.0).whole;
            (entry.what.kind, amount, case.horizon.number(entry.what.on))
        });
        let openings = openings.collect();
        let mut ledger = Self {
            case,
            entries,
            granted,
            opening_cash: opening.whole,
            openings,
            income: Vec::new(),
            costs: Vec::new(),
            depreciation: Vec::new(),
            interest: Vec::new(),
            interest_to_date: Vec::new(),
            receipts: Vec::new(),
            payments: Vec::new(),
            service: Vec::new(),
            closing: Vec::new(),
            beside: Vec::new(),
            reserved,
        };
        ledger.fill(bench);
        ledger
    }

    fn months(&self) -> usize {
        self.case.horizon.months()
    }

    fn fill(&mut self, bench: &mut Bench<'_>) {
        let months = self.months();
        let mut row = |make: &dyn Fn(usize) -> Formula| -> Vec<Formula> {
            let mut row = bench.book.row(bench.months);
            (0..months).map(|month| bench.book.keep(&mut row, make(month))).collect()
        };
        let income = row(&|month| self.total(self.incomes(), |flow| &flow.accrued.cents, month));
        let costs = row(&|month| {
            let costs = self.entries.costs.iter().filter(|cost| cost.book.is_none());
            Formula::sum(costs.map(|cost| at(&cost.flow.accrued.cents, month)))
        });
        let depreciation = row(&|month| {
            let books = self.entries.costs.iter().filter_map(|cost| cost.book.as_ref());
            Formula::sum(books.map(|book| at(&book.written_off, month)))
        });
        let interest = row(&|month| {
            self.of_loans(|loan| loan.due(number(month)).map(|due| due.interest.clone()))
        });
        let service =
            row(&|month| self.of_loans(|loan| loan.due(number(month)).map(InstalmentRow::paid)));
        let (interest_to_date, serviced) = (to_date(bench, &interest), to_date(bench, &service));
        let mut row = |make: &dyn Fn(usize) -> Formula| -> Vec<Formula> {
            let mut row = bench.book.row(bench.months);
            (0..months).map(|month| bench.book.keep(&mut row, make(month))).collect()
        };
        let receipts = row(&|month| {
            let paid = self.total(self.cash_flows(), |flow| &flow.paid.cents, month);
            let sold = self.sold_by(month, |sold| sold.price);
            let drawn = self.of_loans(|loan| {
                (0..=number(month)).contains(&loan.drawn).then(|| loan.amount.clone())
            });
            Formula::sum([paid, drawn, sold, self.settled(OpeningKind::Receivable, month)])
        });
        let payments = row(&|month| {
            let costs = self.entries.costs.iter();
            let costs = Formula::sum(costs.map(|cost| at(&cost.flow.paid.cents, month)));
            let due = at(&serviced, month);
            Formula::sum([costs, due, self.settled(OpeningKind::Payable, month)])
        });
        let closing =
            row(&|month| self.opening_cash.clone() + at(&receipts, month) - at(&payments, month));
        let beside = row(&|month| {
            let paid = self.total(self.cash_flows(), |flow| &flow.paid.beside, month);
            let costs = self.entries.costs.iter();
            paid - Formula::sum(costs.map(|cost| at(&cost.flow.paid.beside, month)))
        });
        (self.income, self.costs, self.depreciation) = (income, costs, depreciation);
        (self.interest, self.service) = (interest, service);
        self.interest_to_date = interest_to_date;
        (self.receipts, self.payments) = (receipts, payments);
        (self.closing, self.beside) = (closing, beside);
    }

    /// What some flows come to together by a month, as far as they are granted.
    fn total<'f>(
        &self,
        flows: impl Iterator<Item = (usize, &'f Flow)>,
        of: impl Fn(&'f Flow) -> &'f Vec<Formula>,
        month: usize,
    ) -> Formula {
        let terms = flows.map(|(place, flow)| at(of(flow), month) * self.grants(place));
        Formula::sum(terms)
    }

    fn grants(&self, place: usize) -> Formula {
        self.granted.get(place).cloned().unwrap_or(Formula::ZERO)
    }

    /// The incomes, with their places.
    pub fn incomes(&self) -> impl Iterator<Item = (usize, &'a Flow)> + use<'a> {
        self.entries.funding.iter().enumerate().filter_map(|(place, rows)| match rows {
            FundingRows::Income(flow) => Some((place, flow)),
            FundingRows::Equity(_) | FundingRows::InKind(_) | FundingRows::Loan(_) => None,
        })
    }

    /// What brings cash, loans apart.
    pub fn cash_flows(&self) -> impl Iterator<Item = (usize, &'a Flow)> + use<'a> {
        self.entries.funding.iter().enumerate().filter_map(|(place, rows)| match rows {
            FundingRows::Income(flow) | FundingRows::Equity(flow) => Some((place, flow)),
            FundingRows::InKind(_) | FundingRows::Loan(_) => None,
        })
    }

    /// The loans, with their places.
    pub fn loans(&self) -> impl Iterator<Item = (usize, &'a LoanRows)> + use<'a> {
        self.entries.funding.iter().enumerate().filter_map(|(place, rows)| match rows {
            FundingRows::Loan(loan) => Some((place, loan)),
            FundingRows::Income(_) | FundingRows::Equity(_) | FundingRows::InKind(_) => None,
        })
    }

    /// The costs, with what the case says of them.
    pub fn costs(&self) -> &'a [CostRows] {
        &self.entries.costs
    }

    fn of_loans(&self, of: impl Fn(&'a LoanRows) -> Option<Formula>) -> Formula {
        let terms = self.loans().filter_map(|(place, loan)| Some(of(loan)? * self.grants(place)));
        Formula::sum(terms)
    }

    /// What investments that are sold by a month brought, or were worth.
    fn sold_by(&self, month: usize, of: fn(SoldFor) -> Cents) -> Formula {
        let books = self.entries.costs.iter().filter_map(|cost| cost.book.as_ref());
        let sold = books.filter_map(|book| book.sold).filter(|sold| sold.month <= number(month));
        sold.fold(Formula::ZERO, |sum, sold| sum + of(sold))
    }

    /// What stood open at the start, of one kind, and is settled by a month.
    fn settled(&self, kind: OpeningKind, month: usize) -> Formula {
        let open = self.openings.iter().filter(|open| open.0 == kind);
        let settled = open.filter(|(_, _, on)| *on <= number(month));
        Formula::sum(settled.map(|(_, amount, _)| amount.clone()))
    }

    /// What stood open at the start and is settled in a month after the horizon: what comes in less
    /// what goes out.
    pub fn settled_after(&self, month: i32) -> Formula {
        let due = self.openings.iter().filter(|(_, _, on)| *on == month);
        let (comes, goes): (Vec<_>, Vec<_>) =
            due.partition(|(kind, ..)| *kind == OpeningKind::Receivable);
        let sum = |open: Vec<&(OpeningKind, Formula, i32)>| {
            Formula::sum(open.into_iter().map(|(_, amount, _)| amount.clone()))
        };
        sum(comes) - sum(goes)
    }

    /// The last month in which something that stood open at the start is settled.
    pub fn last_settled(&self) -> Option<i32> {
        self.openings.iter().map(|(_, _, on)| *on).max()
    }

    /// Cash that can be spent at the end of each month.
    pub fn free(&self) -> Vec<Formula> {
        self.by_month(|month| at(&self.closing, month) - at(&self.reserved.cents, month))
    }

    /// What exact cash that can be spent lies above that, in cents.
    pub fn free_beside(&self) -> Vec<Formula> {
        self.by_month(|month| at(&self.beside, month) - at(&self.reserved.beside, month))
    }

    /// Debt service by month.
    pub fn service(&self) -> Series {
        Series::Steps(self.service.clone())
    }

    /// Interest by month.
    pub fn interest(&self) -> Series {
        Series::Steps(self.interest.clone())
    }

    /// Receipts to date.
    pub fn receipts(&self) -> Series {
        Series::ToDate(self.receipts.clone())
    }

    /// Payments to date.
    pub fn payments(&self) -> Series {
        Series::ToDate(self.payments.clone())
    }

    fn by_month(&self, of: impl Fn(usize) -> Formula) -> Vec<Formula> {
        (0..self.months()).map(of).collect()
    }
}

/// Running totals of what comes each month, in a hidden row.
fn to_date(bench: &mut Bench<'_>, steps: &[Formula]) -> Vec<Formula> {
    let mut row = bench.book.row(bench.months);
    let mut total = Formula::ZERO;
    let totals = steps.iter().map(|step| {
        total = bench.book.keep(&mut row, total.clone() + step.clone());
        total.clone()
    });
    totals.collect()
}

/// A month as a number that may lie before the start.
pub fn number(month: usize) -> i32 {
    i32::try_from(month).unwrap_or(i32::MAX)
}
