//! A run in amounts that are not rounded: a cent of rounding is no reason (reference, section 5).
//!
//! Sums of posted cents lie beside the exact sums by up to a cent or two an entry. So where a posted
//! figure misses its threshold by no more than that, the same figure is made of exact amounts, and
//! passes if these do.

use super::Run;
use crate::case::{Entry, Form, Funding};
use crate::exact::{Unrounded, euros, fraction};
use crate::measures::{Worth, loan_columns};
use crate::money::{Cents, Overflow, put};
use crate::postings::{ExactWallet, FundingPosting};
use crate::stream::unrounded::ExactFlow;
use crate::verdict::slack::{ExactCash, Slack};
use num_rational::BigRational;
use num_traits::Signed;
use rust_decimal::Decimal;

/// What comes back for what is put in, as posted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Returned {
    pub back: Cents,
    pub put_in: Cents,
}

impl Run<'_> {
    /// How far its posted sums may lie beside exact ones.
    pub fn slack(&self) -> Slack {
        self.books().slack()
    }

    /// Cash in exact amounts.
    ///
    /// # Errors
    /// [`Overflow`] when a value cannot be held.
    pub fn exact_cash(&self) -> Result<ExactCash, Overflow> {
        let (wallet, books) = (self.wallet()?, self.books());
        let mut cash = self.posted_loans()?;
        for flow in wallet.funding.iter().flatten() {
            cash.add(&flow.cash);
        }
        for flow in &wallet.costs {
            cash.subtract(&flow.cash);
        }
        let reserved = wallet.reserved(books.posts()?)?;
        let freed = reserved.last().filter(|_| books.case.ends).cloned().unwrap_or_default();
        let closing = cash.running(books.opening);
        let free = closing.zip(reserved).map(|(cash, reserved)| cash - reserved).collect();
        let (a_year, settled) = if books.case.ends {
            (BigRational::from_integer(0.into()), self.settled_exactly(wallet))
        } else {
            (self.exactly_before_interest()?, Vec::new())
        };
        Ok(ExactCash { free, freed, a_year, settled })
    }

    /// What comes in less what goes out in each month after the horizon, loans apart.
    fn settled_exactly(&self, wallet: &ExactWallet) -> Vec<BigRational> {
        let end = self.books().case.horizon.end();
        let after = |month: i32| month.checked_sub(end).and_then(|it| usize::try_from(it).ok());
        let funding = || wallet.funding.iter().flatten();
        let months = funding().chain(&wallet.costs).map(|flow| flow.after.months());
        let open = self.openings().iter().filter_map(|open| after(open.month));
        let months = months.chain(open.map(|month| month + 1)).max().unwrap_or(0);
        let mut settled = Unrounded::nothing(months);
        funding().for_each(|flow| settled.add(&flow.after));
        wallet.costs.iter().for_each(|flow| settled.subtract(&flow.after));
        for open in self.openings().iter().filter(|open| open.month >= end) {
            settled.put(open.month - end, &euros(open.brings()));
        }
        (0..months).map(|month| settled.total(month..month + 1)).collect()
    }

    /// What draws bring and instalments take, and what stood open at the start: all of it is agreed
    /// in cents.
    fn posted_loans(&self) -> Result<Unrounded, Overflow> {
        let mut cash = vec![Cents::ZERO; self.books().case.horizon.months()];
        self.loans().try_for_each(|table| table.add_cash(&mut cash))?;
        self.openings().iter().try_for_each(|open| put(&mut cash, open.month, open.brings()))?;
        Ok(Unrounded::posted(&cash))
    }

    /// The structural result before interest in exact amounts.
    ///
    /// # Errors
    /// [`Overflow`] when a value cannot be held.
    pub(super) fn exactly_before_interest(&self) -> Result<BigRational, Overflow> {
        let books = self.books();
        let months = books.case.horizon.months();
        let last = months - 12..months;
        let wallet = self.wallet()?;
        let mut result = -books.exact_replacement()?;
        for (entry, flow) in self.incomes(wallet).filter(|(entry, _)| !entry.what.is_once()) {
            if entry.last().is_structural() {
                result += flow.accrual.total(last.clone());
            }
        }
        for flow in self.recurring_costs(wallet) {
            result -= flow.accrual.total(last.clone());
        }
        Ok(result)
    }

    /// Whether the cash that recurs in a case year is, exactly, so many times the service of debt.
    pub(super) fn exactly_serves(
        &self,
        year: usize,
        service: Cents,
        cash: Cents,
    ) -> Result<bool, Overflow> {
        let books = self.books();
        let times = books.case.criteria.min_dscr;
        let asked = euros(service) * fraction(times);
        if !books.slack().explains_exactly(&(&asked - euros(cash))) {
            return Ok(false);
        }
        let months = year * 12..year * 12 + 12;
        let wallet = self.wallet()?;
        let mut recurs = BigRational::from_integer(0.into());
        for (_, flow) in self.incomes(wallet).filter(|(entry, _)| !entry.what.is_once()) {
            recurs += flow.cash.total(months.clone());
        }
        for flow in self.recurring_costs(wallet) {
            recurs -= flow.cash.total(months.clone());
        }
        Ok(recurs >= asked)
    }

    /// Whether, exactly, no party brings more than its share of the last case year's income.
    pub(super) fn exactly_independent(&self, largest: Cents, all: Cents) -> Result<bool, Overflow> {
        let books = self.books();
        let most = books.case.criteria.max_dependence.0;
        let too_much = euros(largest) - euros(all) * fraction(most);
        if !books.slack().against(most).explains_exactly(&too_much) {
            return Ok(false);
        }
        let months = books.case.horizon.months();
        let nothing = BigRational::from_integer(0.into());
        let mut of_party = vec![nothing.clone(); books.case.parties.len()];
        let mut all = nothing;
        for (entry, flow) in self.incomes(self.wallet()?) {
            let income = flow.accrual.total(months - 12..months);
            all += &income;
            if let Some(sum) = entry.what.party.and_then(|party| of_party.get_mut(party.0)) {
                *sum += income;
            }
        }
        let most = &all * fraction(most);
        Ok(all.is_positive() && of_party.iter().all(|brought| *brought <= most))
    }

    /// Whether a party gets back, exactly, at least what it pays.
    pub(super) fn exactly_pays_back(
        &self,
        party: usize,
        posted: Returned,
    ) -> Result<bool, Overflow> {
        if !self.is_narrow(posted, Decimal::ONE) {
            return Ok(false);
        }
        let Paid { pays, repaid } = self.exactly_paid(|it| it == party)?;
        let mut back = self.exactly_saved(|it| it == party)?;
        back += &repaid;
        Ok(self.exactly_returns(back, pays, Decimal::ONE))
    }

    /// Whether public money comes back, exactly, so many times.
    pub(super) fn exactly_public(&self, posted: Returned) -> Result<bool, Overflow> {
        let case = self.books().case;
        let times = case.criteria.min_public_return;
        if !self.is_narrow(posted, times) {
            return Ok(false);
        }
        let public = |place: usize| case.parties.get(place).is_some_and(|party| party.public);
        let Paid { mut pays, repaid } = self.exactly_paid(public)?;
        pays -= &repaid;
        Ok(self.exactly_returns(self.exactly_saved(public)?, pays, times))
    }

    /// Whether society gets back, exactly, so many times what it puts in.
    pub(super) fn exactly_social(&self, posted: Returned) -> Result<bool, Overflow> {
        let books = self.books();
        let times = books.case.criteria.min_social_return;
        if !self.is_narrow(posted, times) {
            return Ok(false);
        }
        let (effects, wallet) = (books.exact_effects()?, books.exact_wallet()?);
        let (mut gained, mut put_in) = (Worth::nothing(), Worth::nothing());
        for impact in effects.avoided.iter().chain(&effects.values) {
            gained += &books.discount.worth(&impact.accrual, false);
        }
        for transfer in effects.avoided.iter().filter_map(|impact| impact.transfer.as_ref()) {
            gained -= &books.discount.worth(transfer, false);
        }
        for impact in &effects.burdens {
            put_in += &books.discount.worth(&impact.accrual, false);
        }
        for (entry, flow) in books.case.costs.iter().zip(&wallet.costs) {
            put_in += &books.discount.worth(&flow.accrual, entry.what.schedule.is_once());
        }
        for (entry, flow) in books.case.funding.iter().zip(&wallet.funding) {
            if let (Form::InKind(_), Some(flow)) = (&entry.what.form, flow) {
                put_in += &books.discount.worth(&flow.accrual, entry.what.is_once());
            }
        }
        Ok(self.exactly_returns(gained, put_in, times))
    }

    /// The income that counts, in exact amounts.
    fn incomes<'w>(
        &'w self,
        wallet: &'w ExactWallet,
    ) -> impl Iterator<Item = (&'w Entry<Funding>, &'w ExactFlow)> {
        self.funding().filter_map(|(place, posting)| {
            let FundingPosting::Income(_) = posting else { return None };
            let entry = self.books().case.funding.get(place)?;
            Some((entry, wallet.funding.get(place)?.as_ref()?))
        })
    }

    /// The costs that recur, in exact amounts.
    fn recurring_costs<'w>(
        &'w self,
        wallet: &'w ExactWallet,
    ) -> impl Iterator<Item = &'w ExactFlow> {
        let costs = self.books().case.costs.iter().zip(&wallet.costs);
        costs.filter(|(entry, _)| entry.what.counts_each_year()).map(|(_, flow)| flow)
    }

    /// Whether what is missing of so many times what is put in may be a matter of rounding.
    fn is_narrow(&self, posted: Returned, times: Decimal) -> bool {
        let slack = self.books().slack_of_worth().against(times);
        slack.explains_return(posted.put_in, times, posted.back)
    }

    /// Whether something is put in, and at least so many times that comes back.
    fn exactly_returns(&self, mut back: Worth, put_in: Worth, times: Decimal) -> bool {
        let discount = &self.books().discount;
        let any = discount.is_positive(&put_in);
        back -= &put_in.times(&fraction(times));
        any && discount.is_not_negative(&back)
    }

    /// What some parties can take out of their budgets.
    fn exactly_saved(&self, counts: impl Fn(usize) -> bool) -> Result<Worth, Overflow> {
        let books = self.books();
        let mut saved = Worth::nothing();
        for (entry, impact) in books.case.avoided.iter().zip(&books.exact_effects()?.avoided) {
            if counts(entry.what.party.0) {
                saved += &books.discount.worth(&impact.cashable, false);
            }
        }
        Ok(saved)
    }

    /// What some parties pay, and what they are repaid.
    fn exactly_paid(&self, counts: impl Fn(usize) -> bool) -> Result<Paid, Overflow> {
        let books = self.books();
        let mut paid = Paid { pays: Worth::nothing(), repaid: Worth::nothing() };
        let wallet = self.wallet()?;
        for (place, posting) in self.funding() {
            let Some(entry) = books.case.funding.get(place) else { continue };
            if !entry.what.party.is_some_and(|party| counts(party.0)) {
                continue;
            }
            let flow = wallet.funding.get(place).and_then(Option::as_ref);
            match (posting, flow) {
                (FundingPosting::Income(_) | FundingPosting::Equity(_), Some(flow)) => {
                    paid.pays += &books.discount.worth(&flow.cash, entry.what.is_once());
                }
                (FundingPosting::Loan(table), _) => {
                    let (drawn, repaid) = loan_columns(table, books.case);
                    paid.pays += &books.discount.worth_of(&drawn);
                    paid.repaid += &books.discount.worth_of(&repaid);
                }
                _ => {}
            }
        }
        Ok(paid)
    }
}

/// What parties pay and are repaid.
struct Paid {
    pays: Worth,
    repaid: Worth,
}
