//! One run of a case: the funding that counts in it, and each test's finding.

mod exactly;
pub mod parties;

use self::exactly::Returned;
use self::parties::PartyRow;
use super::books::{Books, Society};
use super::columns::FundingColumns;
use super::finding::{Figure, Finding};
use super::margin::Margin;
use super::run_off::RunOff;
use super::slack::first_below;
use crate::calendar::Month;
use crate::case::{PartyIndex, TestId};
use crate::exact::euros;
use crate::loan::LoanTable;
use crate::measures::Ratio;
use crate::money::{Cents, Overflow, add};
use crate::postings::{ExactWallet, FundingPosting, OpeningPosting, Postings};
use crate::statements::{Cash, Granted};
use crate::stream::posting::Flow;
use crate::words::Word;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// A case with some of its funding granted.
#[derive(Debug)]
pub struct Run<'a> {
    books: &'a Books<'a>,
    granted: Granted,
    /// What entries post in it.
    postings: Cow<'a, Postings>,
    /// Its cash.
    pub cash: Cash,
    before_interest: OnceLock<Result<Cents, Overflow>>,
    parties: OnceLock<Result<Vec<PartyRow>, Overflow>>,
    wallet: OnceLock<Result<ExactWallet, Overflow>>,
}

/// What the last twelve months' structural result is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// Structural income that recurs, by its places in the case's funding.
    pub income: Vec<(usize, Cents)>,
    /// Costs that recur, by their places in the case.
    pub costs: Vec<(usize, Cents)>,
    /// A year's share of buying the investments again.
    pub replacement: Cents,
    /// Interest on all loans.
    pub interest: Cents,
    /// Income less all of these.
    pub result: Cents,
}

impl<'a> Run<'a> {
    /// Runs a case on the funding that is granted.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn of(books: &'a Books<'a>, granted: Granted) -> Result<Self, Overflow> {
        let postings = books.journal.run(books.case, &granted)?;
        let unfunded = books.unfunded()?.clone();
        let cash = unfunded.with(books.case, books.opening, &postings, &granted)?;
        Ok(Self {
            books,
            granted,
            postings,
            cash,
            before_interest: OnceLock::new(),
            parties: OnceLock::new(),
            wallet: OnceLock::new(),
        })
    }

    /// What every run of the case shares.
    pub fn books(&self) -> &'a Books<'a> {
        self.books
    }

    /// What goes through the wallet in it, not rounded.
    pub(super) fn wallet(&self) -> Result<&ExactWallet, Overflow> {
        let made = || ExactWallet::of(self.books.posts()?, &self.granted);
        self.wallet.get_or_init(made).as_ref().map_err(|&overflow| overflow)
    }

    /// What the funding that counts posts, with its places.
    pub fn funding(&self) -> impl Iterator<Item = (usize, &FundingPosting)> {
        self.granted.of(&self.postings)
    }

    /// What the funding that counts brings and takes back by case year, with its places.
    pub fn columns(&self) -> impl Iterator<Item = (usize, Cow<'_, FundingColumns>)> {
        let all = self.postings.funding.iter().enumerate();
        let counted = all.filter(|(place, _)| self.granted.has(*place));
        counted.filter_map(|(place, posting)| Some((place, self.books.funding(place, posting)?)))
    }

    /// What a test finds; `None` where it has nothing to measure.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn test(&self, test: TestId) -> Result<Option<Finding>, Overflow> {
        match test {
            TestId::Liquidity => self.liquidity(),
            TestId::Structural => self.structural(),
            TestId::Repayment => self.repayment(),
            TestId::Dscr => self.dscr(),
            TestId::Dependence => self.dependence(),
            TestId::Payers => self.payers(),
            TestId::PublicReturn => self.public_return(),
            TestId::SocialReturn => self.social_return(),
        }
    }

    /// Whether no required test fails.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn closes(&self) -> Result<bool, Overflow> {
        for test in TestId::all() {
            let required = self.books.case.is_required(test);
            if required && self.test(test)?.is_some_and(|finding| !finding.passes) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// How much room there is, or how much is missing.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn margin(&self) -> Result<Margin, Overflow> {
        Margin::of(self.books, |test| self.test(test))
    }

    /// The row of every party.
    ///
    /// # Errors
    /// [`Overflow`] when a value outgrows [`Cents`].
    pub fn parties(&self) -> Result<&[PartyRow], Overflow> {
        let rows = self.parties.get_or_init(|| parties::rows(self));
        rows.as_deref().map_err(|&overflow| overflow)
    }

    /// The lowest closing cash that is judged, less what is set apart, and the number of the month in
    /// which it first stands; where nothing is judged, because all is fact, of all months.
    pub fn lowest(&self) -> Option<(Cents, usize)> {
        let from = usize::try_from(self.books.case.judged_from()).unwrap_or(0);
        self.cash.lowest_from(from).or_else(|| self.cash.lowest())
    }

    /// Closing cash, less what is set apart, is never below the threshold.
    fn liquidity(&self) -> Result<Option<Finding>, Overflow> {
        let month = |number: usize| self.month(i32::try_from(number).unwrap_or(i32::MAX));
        let min_cash = self.books.min_cash;
        let from = usize::try_from(self.books.case.judged_from()).unwrap_or(0);
        let Some((lowest, at)) = self.cash.lowest_from(from) else { return Ok(None) };
        let exactly = || Ok(self.exact_cash()?.free.split_off(from));
        let judged = self.cash.free().get(from..).unwrap_or_default();
        let below = first_below(judged, min_cash, self.slack(), exactly)?.map(|at| from + at);
        let finding = Finding::new(Figure::Money(lowest), lowest >= min_cash, below.is_none());
        Ok(Some(Finding { month: Some(month(at)), below_from: below.map(month), ..finding }))
    }

    /// In the last twelve months structural income that recurs covers costs that recur, interest
    /// and replacement; of a case that ends that is not asked.
    pub(super) fn structural(&self) -> Result<Option<Finding>, Overflow> {
        if self.books.case.ends {
            return Ok(None);
        }
        let interest = self.interest_of_last_year()?;
        let result = self.before_interest()?.minus(interest)?;
        let passes = result >= Cents::ZERO;
        let exactly = !passes
            && self.slack().explains(Cents::ZERO.minus(result)?)
            && self.exactly_before_interest()? >= euros(interest);
        Ok(Some(Finding::new(Figure::Money(result), passes, exactly).in_year(self.last_year())))
    }

    /// The last case year, counted from 0.
    fn last_year(&self) -> usize {
        self.books.case.years().saturating_sub(1)
    }

    /// What a year after the horizon leaves to repay from: the structural result before interest,
    /// and nothing where the work is done.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn a_year_after(&self) -> Result<Cents, Overflow> {
        if self.books.case.ends { Ok(Cents::ZERO) } else { self.before_interest() }
    }

    /// What was set apart and is free after the horizon: all of it where the work is done.
    pub fn freed(&self) -> Cents {
        if self.books.case.ends { self.cash.reserved_at_end() } else { Cents::ZERO }
    }

    /// What comes in less what goes out in each month after the horizon of a case that ends, loans
    /// apart.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn settled(&self) -> Result<Option<Vec<Cents>>, Overflow> {
        if !self.books.case.ends {
            return Ok(None);
        }
        let incomes = || {
            self.funding().filter_map(|(_, posting)| match posting {
                FundingPosting::Income(flow) | FundingPosting::Equity(flow) => Some(flow),
                FundingPosting::Loan(_) | FundingPosting::InKind(_) => None,
            })
        };
        let costs = || self.postings.costs.iter().map(|posting| &posting.flow);
        let end = self.books.case.horizon.end();
        let open = || {
            let openings = self.postings.openings.iter();
            openings.filter_map(|open| {
                let month = open.month.checked_sub(end)?;
                Some((usize::try_from(month).ok()?, open))
            })
        };
        let months = incomes().chain(costs()).map(|flow| flow.after.len());
        let months = months.chain(open().map(|(month, _)| month + 1)).max().unwrap_or(0);
        let mut settled = vec![Cents::ZERO; months];
        incomes().try_for_each(|flow| add(&mut settled, &flow.after))?;
        for flow in costs() {
            for (sum, &paid) in settled.iter_mut().zip(&flow.after) {
                *sum = sum.minus(paid)?;
            }
        }
        for (month, open) in open() {
            if let Some(sum) = settled.get_mut(month) {
                *sum = sum.plus(open.brings())?;
            }
        }
        Ok(Some(settled))
    }

    /// What stood open when the case started.
    pub(super) fn openings(&self) -> &[Arc<OpeningPosting>] {
        &self.postings.openings
    }

    /// The structural result before interest.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn before_interest(&self) -> Result<Cents, Overflow> {
        *self.before_interest.get_or_init(|| self.last_year_before_interest())
    }

    fn last_year_before_interest(&self) -> Result<Cents, Overflow> {
        let (income, costs) = (sum(self.income_that_recurs())?, sum(self.costs_that_recur())?);
        income.minus(costs)?.minus(self.books.replacement)
    }

    /// What the last twelve months' structural result is made of.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn structure(&self) -> Result<Structure, Overflow> {
        let total = |(place, amounts): (usize, &[Cents])| {
            Ok((place, Cents::total(amounts.iter().copied())?))
        };
        Ok(Structure {
            income: self.income_that_recurs().map(total).collect::<Result<_, Overflow>>()?,
            costs: self.costs_that_recur().map(total).collect::<Result<_, Overflow>>()?,
            replacement: self.books.replacement,
            interest: self.interest_of_last_year()?,
            result: self.before_interest()?.minus(self.interest_of_last_year()?)?,
        })
    }

    /// What structural income that recurs accrues in the last twelve months, with its places.
    fn income_that_recurs(&self) -> impl Iterator<Item = (usize, &[Cents])> {
        let case = self.books.case;
        let last = case.horizon.months() - 12;
        self.funding().filter_map(move |(place, posting)| {
            let entry = case.funding.get(place)?;
            match posting {
                FundingPosting::Income(flow)
                    if entry.last().is_structural() && !entry.what.is_once() =>
                {
                    Some((place, flow.accrual.get(last..)?))
                }
                _ => None,
            }
        })
    }

    /// What costs that recur accrue in the last twelve months, with their places.
    fn costs_that_recur(&self) -> impl Iterator<Item = (usize, &[Cents])> {
        let case = self.books.case;
        let last = case.horizon.months() - 12;
        let costs = case.costs.iter().zip(&self.postings.costs).enumerate();
        costs.filter(|(_, (entry, _))| entry.what.counts_each_year()).filter_map(
            move |(place, (_, posting))| Some((place, posting.flow.accrual.get(last..)?)),
        )
    }

    fn interest_of_last_year(&self) -> Result<Cents, Overflow> {
        let end = self.books.case.horizon.end();
        let due = self.loans().flat_map(|table| table.due(end - 12..end));
        Cents::total(due.map(|due| due.interest))
    }

    /// The tables of the loans that are granted.
    pub(super) fn loans(&self) -> impl Iterator<Item = &LoanTable> {
        self.funding().filter_map(|(_, posting)| match posting {
            FundingPosting::Loan(table) => Some(table),
            _ => None,
        })
    }

    /// The loans on which something is still owed at the end of the horizon, by their place in
    /// [`crate::case::Case::funding`].
    pub fn owed_at_end(&self) -> impl Iterator<Item = usize> {
        let last = self.books.case.horizon.end() - 1;
        self.funding().filter_map(move |(place, posting)| match posting {
            FundingPosting::Loan(table) if table.owed_after(last) != Cents::ZERO => Some(place),
            _ => None,
        })
    }

    /// The run-off: what is still owed at the end can be repaid if the last year goes on; of a case
    /// that ends, all that falls due after it can be paid.
    fn repayment(&self) -> Result<Option<Finding>, Overflow> {
        let end = self.books.case.horizon.end();
        if !self.books.case.ends && self.owed_at_end().next().is_none() {
            return Ok(None);
        }
        let settled = self.settled()?;
        let start = self.cash.free().last().copied().unwrap_or(self.books.opening);
        let freed = self.freed();
        let (a_year, settled) = (self.a_year_after()?, settled.as_deref());
        let run_off = RunOff { start, freed, a_year, end, settled };
        let course = run_off.course(self.loans())?;
        let Some((lowest, at)) = course.lowest() else { return Ok(None) };
        let figure = lowest.minus(self.books.min_cash)?;
        let passes = figure >= Cents::ZERO;
        let exactly = || self.exact_cash();
        let short = !passes && course.falls_short(self.books.min_cash, self.slack(), exactly)?;
        let finding = Finding::new(Figure::Money(figure), passes, !short);
        Ok(Some(Finding { month: Some(self.month(at)), ..finding }))
    }

    /// In every case year with debt service, cash that recurs is so many times that service.
    fn dscr(&self) -> Result<Option<Finding>, Overflow> {
        let threshold = Ratio::from_decimal(self.books.case.criteria.min_dscr);
        let mut ratios = Vec::new();
        let judged_from = usize::try_from(self.books.case.judged_from() / 12).unwrap_or(0);
        for year in judged_from..self.books.case.years() {
            let service = self.service(year)?;
            if service == Cents::ZERO {
                continue;
            }
            let cash = self.recurring_cash(year)?;
            let Some(ratio) = Ratio::of(cash, service) else { continue };
            let passes = ratio >= threshold || self.exactly_serves(year, service, cash)?;
            ratios.push((year, ratio, passes));
        }
        Ok(Finding::of_worst(&ratios, threshold).map(|(year, worst)| worst.in_year(year)))
    }

    /// What is paid on loans in a case year, counted from 0.
    fn service(&self, year: usize) -> Result<Cents, Overflow> {
        let first = i32::try_from(year * 12).unwrap_or(i32::MAX);
        let mut due = self.loans().flat_map(|table| table.due(first..first.saturating_add(12)));
        due.try_fold(Cents::ZERO, |sum, due| sum.plus(due.paid()?))
    }

    /// Receipts that recur, but loans and equity, less payments that recur, but debt service, in a
    /// case year, counted from 0.
    fn recurring_cash(&self, year: usize) -> Result<Cents, Overflow> {
        let case = self.books.case;
        let in_year = |flow: &Flow| {
            let months = flow.cash.iter().skip(year * 12).take(12);
            Cents::total(months.copied())
        };
        let mut cash = Cents::ZERO;
        for (place, posting) in self.funding() {
            let once = case.funding.get(place).is_none_or(|entry| entry.what.is_once());
            if let (FundingPosting::Income(flow), false) = (posting, once) {
                cash = cash.plus(in_year(flow)?)?;
            }
        }
        for (entry, posting) in case.costs.iter().zip(&self.postings.costs) {
            if entry.what.counts_each_year() {
                cash = cash.minus(in_year(&posting.flow)?)?;
            }
        }
        Ok(cash)
    }

    /// No single party brings more than so much of the last case year's income; of a case that ends
    /// that is not asked.
    fn dependence(&self) -> Result<Option<Finding>, Overflow> {
        let books = self.books;
        if books.case.ends {
            return Ok(None);
        }
        let last = books.case.horizon.months() - 12;
        let mut of_party = vec![Cents::ZERO; books.case.parties.len()];
        let mut all = Cents::ZERO;
        for (place, posting) in self.funding() {
            let FundingPosting::Income(flow) = posting else { continue };
            let income = Cents::total(flow.accrual.iter().skip(last).copied())?;
            all = all.plus(income)?;
            let party = books.case.funding.get(place).and_then(|entry| entry.what.party);
            if let Some(sum) = party.and_then(|party| of_party.get_mut(party.0)) {
                *sum = sum.plus(income)?;
            }
        }
        let largest = of_party.iter().copied().max().unwrap_or_default();
        let whose = of_party.iter().position(|&income| income == largest && income > Cents::ZERO);
        let Some(share) = Ratio::of(largest, all) else { return Ok(None) };
        let passes = share <= Ratio::from_decimal(books.case.criteria.max_dependence.0);
        let exactly = !passes && self.exactly_independent(largest, all)?;
        let finding = Finding::new(Figure::Ratio(share), passes, exactly).in_year(self.last_year());
        Ok(Some(Finding { party: whose.map(PartyIndex), ..finding }))
    }

    /// What a return finds where no party saves anything: nothing to measure, or a failure where it
    /// is required.
    fn without_savings(&self, test: TestId) -> Option<Finding> {
        let required = self.books.case.is_required(test);
        required.then(|| Finding::new(Figure::Ratio(Ratio::ZERO), false, false))
    }

    /// Every party that pays and saves gets back at least what it pays.
    fn payers(&self) -> Result<Option<Finding>, Overflow> {
        if self.books.nobody_saves()? {
            return Ok(self.without_savings(TestId::Payers));
        }
        let mut ratios = Vec::new();
        for (party, row) in self.parties()?.iter().enumerate() {
            let Some(ratio) = row.ratio.filter(|_| row.benefits.saves > Cents::ZERO) else {
                continue;
            };
            let returned = Returned { back: row.back()?, put_in: row.pays };
            let passes = ratio >= Ratio::ONE || self.exactly_pays_back(party, returned)?;
            ratios.push((PartyIndex(party), ratio, passes));
        }
        let worst = Finding::of_worst(&ratios, Ratio::ONE);
        Ok(worst.map(|(party, worst)| Finding { party: Some(party), ..worst }))
    }

    /// Public money comes back to public parties.
    fn public_return(&self) -> Result<Option<Finding>, Overflow> {
        if self.books.nobody_saves()? {
            return Ok(self.without_savings(TestId::PublicReturn));
        }
        let (back, put_in) = parties::public(&self.books.case.parties, self.parties()?)?;
        let Some(ratio) = Ratio::of(back, put_in) else { return Ok(None) };
        let passes = ratio >= Ratio::from_decimal(self.books.case.criteria.min_public_return);
        let exactly = !passes && self.exactly_public(Returned { back, put_in })?;
        Ok(Some(Finding::new(Figure::Ratio(ratio), passes, exactly)))
    }

    /// Society gets back what it puts in.
    fn social_return(&self) -> Result<Option<Finding>, Overflow> {
        let Society { gained, kept: back, put_in } = self.books.society()?;
        let ratio = Ratio::of(back, put_in).filter(|_| gained > Cents::ZERO);
        let Some(ratio) = ratio else { return Ok(None) };
        let passes = ratio >= Ratio::from_decimal(self.books.case.criteria.min_social_return);
        let exactly = !passes && self.exactly_social(Returned { back, put_in })?;
        Ok(Some(Finding::new(Figure::Ratio(ratio), passes, exactly)))
    }

    fn month(&self, number: i32) -> Month {
        self.books.case.horizon.month(number)
    }
}

/// All amounts of some entries together.
fn sum<'p>(amounts: impl Iterator<Item = (usize, &'p [Cents])>) -> Result<Cents, Overflow> {
    Cents::total(amounts.flat_map(|(_, amounts)| amounts).copied())
}
