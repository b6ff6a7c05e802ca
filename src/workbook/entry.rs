//! What each entry comes to and pays, as formulas where they come to the same cents as bizcase, and
//! as fixed numbers where they do not.

use super::formula::{Formula, Function, Value};
use super::input::{item, under};
use super::number::Number;
use super::stream::{Amounts, Bench, Factor, Money, Named, Running, bias_path};
use crate::case::{
    ByKind, Case, Cost, Entry, Follow, FollowBy, Followed, Form, Funding, GraceInterest, Income,
    Investment, Life, Loan, Repayment, Schedule, Stream, Timing, Unit,
};
use crate::exact::Unrounded;
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow, Quantity, Share};
use crate::postings::{CostPosting, ExactWallet, FundingPosting, Postings};
use crate::stream::posting::{self, Flow as Posted};
use crate::stream::terms::{Settlement, settlements};
use crate::stream::unrounded::ExactFlow;
use crate::stream::{Payments, Sharing, SoldFor, last_bought, purchases, unrounded_replacement};
use crate::verdict::Books;
use crate::words::{Group, Key, NumberKind};
use num_integer::Integer;
use num_rational::BigRational;

/// What comes to an entry and what is paid of it, each as a running total.
#[derive(Clone, Debug)]
pub struct Flow {
    /// What accrues.
    pub accrued: Running,
    /// What is paid; of a case that ends the months after its horizon too.
    pub paid: Running,
}

/// What a cost comes to.
#[derive(Clone, Debug)]
pub struct CostRows {
    /// What accrues and is paid.
    pub flow: Flow,
    /// What it is in the books, of an investment.
    pub book: Option<BookRows>,
}

/// What an investment is in the books.
#[derive(Clone, Debug)]
pub struct BookRows {
    /// What it was worth at the start.
    pub opening: Formula,
    /// What has been written off since, at the end of each month.
    pub written_off: Vec<Formula>,
    /// That it is sold, which is as it was posted.
    pub sold: Option<SoldFor>,
}

/// What a funding entry comes to.
#[derive(Clone, Debug)]
pub enum FundingRows {
    /// Income.
    Income(Flow),
    /// Own capital.
    Equity(Flow),
    /// Something in kind.
    InKind(Flow),
    /// A loan.
    Loan(LoanRows),
}

/// A loan.
#[derive(Clone, Debug)]
pub struct LoanRows {
    /// The number of the month of its draw.
    pub drawn: i32,
    /// What is borrowed.
    pub amount: Formula,
    /// Its instalments.
    pub instalments: Vec<InstalmentRow>,
}

/// An instalment of a loan.
#[derive(Clone, Debug)]
pub struct InstalmentRow {
    /// The number of its month.
    pub month: i32,
    /// Interest.
    pub interest: Formula,
    /// What of it is added to what is owed.
    pub added: Formula,
    /// What is paid back.
    pub principal: Formula,
    /// What is owed afterwards.
    pub balance: Formula,
}

/// All entries of a case.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Of [`Case::costs`].
    pub costs: Vec<CostRows>,
    /// Of [`Case::funding`].
    pub funding: Vec<FundingRows>,
    /// Those that are fixed numbers.
    pub fixed: Vec<(Group, usize)>,
}

impl Entries {
    /// The same in another run: what shares an earmarked cost brings more or less there, and is fixed
    /// numbers in each.
    #[must_use]
    pub fn in_run(&self, postings: &Postings, wallet: &ExactWallet) -> Self {
        let mut entries = self.clone();
        for &(group, place) in &self.fixed {
            let exact = wallet.funding.get(place).and_then(Option::as_ref);
            let posting = postings.funding.get(place).filter(|_| group == Group::Funding);
            let rows = entries.funding.get_mut(place);
            if let (Some(FundingPosting::Income(flow)), Some(exact), Some(rows)) =
                (posting.map(|posting| &**posting), exact, rows)
            {
                *rows = FundingRows::Income(fixed_flow(flow, Some(exact)));
            }
        }
        entries
    }
}

impl LoanRows {
    /// What is owed at the end of the month with this number.
    pub fn owed_after(&self, month: i32) -> Formula {
        if month < self.drawn {
            return Formula::ZERO;
        }
        let paid = self.instalments.partition_point(|due| due.month <= month);
        let last = paid.checked_sub(1).and_then(|last| self.instalments.get(last));
        last.map_or(&self.amount, |last| &last.balance).clone()
    }

    /// The instalment of a month, if there is one.
    pub fn due(&self, month: i32) -> Option<&InstalmentRow> {
        self.instalments.iter().find(|due| due.month == month)
    }
}

impl InstalmentRow {
    /// What is paid.
    pub fn paid(&self) -> Formula {
        self.interest.clone() - self.added.clone() + self.principal.clone()
    }
}

/// What buying the investments again takes a year.
#[derive(Clone, Debug)]
pub struct Replacement {
    /// In whole cents.
    pub cents: Formula,
    /// What the exact amount lies above that, in cents.
    pub beside: Formula,
}

/// What makes the rows of a case's entries.
pub struct Maker<'a, 'b> {
    /// Where they are made.
    pub bench: &'a mut Bench<'b>,
    /// The case.
    pub case: &'a Case,
    /// What bizcase says that its entries post, on all funding.
    pub postings: &'a Postings,
    /// The same where nothing is rounded.
    pub wallet: &'a ExactWallet,
}

impl Maker<'_, '_> {
    /// The rows of all entries.
    pub fn entries(&mut self) -> Entries {
        let own: Vec<_> = (0..self.case.costs.len()).map(|at| self.own_cost(at)).collect();
        let earned: Vec<_> = (0..self.case.funding.len()).map(|at| self.own_income(at)).collect();
        let followed = |of: Followed| match of {
            Followed::Cost(at) => own.get(at).cloned().flatten(),
            Followed::Funding(at) => earned.get(at).cloned().flatten(),
        };
        let mut entries = Entries::default();
        let mut amounts = Vec::new();
        for at in 0..self.case.costs.len() {
            let (rows, found) = self.cost(at, own.get(at).cloned().flatten(), &followed);
            amounts.push(rows.as_ref().and(found));
            entries.costs.extend(self.cost_or_fixed(at, rows, &mut entries.fixed));
        }
        let alone = Sharing::all(self.case);
        let alone: Vec<_> = alone.iter().filter_map(Sharing::alone).collect();
        for at in 0..self.case.funding.len() {
            let own = earned.get(at).cloned().flatten();
            let covered = Covered { costs: &entries.costs, amounts: &amounts, alone: &alone };
            let rows = self.funding(at, own, &followed, &covered);
            entries.funding.extend(self.funding_or_fixed(at, rows, &mut entries.fixed));
        }
        entries
    }

    fn cost_path(&self, at: usize) -> String {
        self.case.costs.get(at).map(|entry| format!("cost.{}", entry.id)).unwrap_or_default()
    }

    fn funding_path(&self, at: usize) -> String {
        self.case.funding.get(at).map(|entry| format!("funding.{}", entry.id)).unwrap_or_default()
    }

    /// The exact amounts of something on its own terms.
    fn own(
        &mut self,
        path: &str,
        stream: &Stream,
        investment: Option<Investment>,
    ) -> Option<Amounts> {
        let factors = vec![self.bias(path, stream.bias)];
        let named =
            Named { timing: path.to_owned(), price: path.to_owned(), stream, investment, factors };
        self.sound(|bench| bench.amounts(&named))
    }

    /// What is made, where it can be reckoned; else it is taken away again.
    fn sound<T>(&mut self, make: impl FnOnce(&mut Bench<'_>) -> T) -> Option<T> {
        let (mark, reach) = (self.bench.book.mark(), self.bench.reach.len());
        let made = make(self.bench);
        if self.bench.book.went_wrong(&mark) {
            self.bench.book.undo(&mark);
            self.bench.reach.truncate(reach);
            return None;
        }
        Some(made)
    }

    fn bias(&mut self, path: &str, bias: Share) -> Factor {
        let path = bias_path(self.bench.root, path);
        Factor::more(self.bench.inputs.scaled(&path, NumberKind::Share, bias.0))
    }

    fn own_cost(&mut self, at: usize) -> Option<Amounts> {
        let entry = self.case.costs.get(at).filter(|entry| entry.later.is_empty())?;
        match &entry.what.schedule {
            Schedule::Own(stream) => self.own(&self.cost_path(at), stream, entry.what.investment),
            Schedule::Follows(_) => None,
        }
    }

    fn own_income(&mut self, at: usize) -> Option<Amounts> {
        let entry = self.case.funding.get(at).filter(|entry| entry.later.is_empty())?;
        let path = self.funding_path(at);
        match &entry.what.form {
            Form::Income(Income { schedule: Schedule::Own(stream), fade: None, .. }) => {
                self.own(&path, stream, None)
            }
            Form::Equity(equity) => self.own(&path, &equity.stream, None),
            Form::InKind(in_kind) => self.own(&path, &in_kind.stream, None),
            Form::Income(_) | Form::Outcome(_) | Form::Loan(_) => None,
        }
    }

    /// What follows another entry.
    fn follower(
        &mut self,
        path: &str,
        follow: &Follow,
        followed: &impl Fn(Followed) -> Option<Amounts>,
    ) -> Option<Amounts> {
        let of = only(follow)?;
        let bias = self.bias(path, follow.bias);
        match &follow.by {
            FollowBy::Share(share) => {
                let share =
                    self.bench.inputs.scaled(&under(path, Key::Share), NumberKind::Share, share.0);
                let amounts = followed(of)?;
                self.sound(|bench| {
                    let shared = amounts.times(&Factor::share(share), bench);
                    shared.times(&bias, bench)
                })
            }
            FollowBy::Price { price, index } => {
                let (timing, stream, investment) = self.followed(of)?;
                let quantity = quantity(&stream.unit)?;
                let stream = Stream {
                    unit: Unit::Priced { quantity, price: *price },
                    timing: stream.timing.clone(),
                    index: index.clone(),
                    bias: follow.bias,
                };
                let factors = vec![bias];
                let price = path.to_owned();
                let named = Named { timing, price, stream: &stream, investment, factors };
                self.sound(|bench| bench.amounts(&named))
            }
        }
    }

    /// The stream of an entry that is followed, which does not change.
    fn followed(&self, of: Followed) -> Option<(String, Stream, Option<Investment>)> {
        match of {
            Followed::Cost(at) => {
                let entry = self.case.costs.get(at).filter(|entry| entry.later.is_empty())?;
                let Schedule::Own(stream) = &entry.what.schedule else { return None };
                Some((self.cost_path(at), (**stream).clone(), entry.what.investment))
            }
            Followed::Funding(at) => {
                let entry = self.case.funding.get(at).filter(|entry| entry.later.is_empty())?;
                let Form::Income(Income { schedule: Schedule::Own(stream), fade: None, .. }) =
                    &entry.what.form
                else {
                    return None;
                };
                Some((self.funding_path(at), (**stream).clone(), None))
            }
        }
    }

    fn cost(
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

    fn funding(
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

    /// A loan with one rate.
    fn loan(&mut self, at: usize, loan: &Loan) -> Option<LoanRows> {
        let path = self.funding_path(at);
        let [rate] = loan.terms.interest.as_slice() else { return None };
        let one = under(&path, Key::Interest);
        let listed = item(&path, Key::Interest, 0);
        let kind = NumberKind::Interest;
        let one = if self.bench.inputs.has(&listed) { listed } else { one };
        let rate = self.bench.inputs.scaled(&one, kind, rate.0);
        let amount =
            self.bench.inputs.scaled(&under(&path, Key::Amount), NumberKind::Amount, loan.amount.0);
        let drawn = self.case.horizon.number(loan.on);
        let terms = &loan.terms;
        let step = terms.instalments.months();
        let (count, grace) = (terms.term / step, terms.grace / step);
        let over = Formula::from(super::input::power_of(rate.decimals)) * 12;
        let yearly = rate.whole.clone();
        let instalments = i128::from(terms.amortised_over.max(12));
        let most = rate.whole.clone() * i128::from(step) + instalments;
        self.bench.keep_within_reach(amount.whole.clone() * 2 * most);
        self.sound(|bench| {
            let rows = [0; 4].map(|_| bench.book.row(bench.loans));
            let [mut of_interest, mut of_principal, mut of_balance, mut of_terms] = rows;
            let mut balance = amount.whole.clone();
            let mut scheme: Option<(Formula, Formula)> = None;
            let mut instalments = Vec::new();
            for number in 1..=count {
                let interest = balance.clone() * (yearly.clone() * i128::from(step));
                let interest = Formula::half_up(interest, &Formula::ZERO, &over);
                let interest = bench.book.keep(&mut of_interest, interest);
                let added = match terms.grace_interest {
                    GraceInterest::Added if number <= grace => interest.clone(),
                    GraceInterest::Added | GraceInterest::Paid => Formula::ZERO,
                };
                let principal = if number <= grace || terms.repayment == Repayment::Bullet {
                    Formula::ZERO
                } else {
                    let (owed, payment) = scheme.get_or_insert_with(|| {
                        let left = terms.amortised_over / step - grace;
                        let rate = yearly.clone() * i128::from(step) / over.clone();
                        let arguments = vec![rate, i128::from(left).into(), balance.clone()];
                        let payment = Formula::Call(Function::Pmt, arguments);
                        let payment = (Formula::ZERO - payment).round(6).round(0);
                        let annuity = terms.repayment == Repayment::Annuity;
                        let payment = if annuity {
                            bench.book.keep(&mut of_terms, payment)
                        } else {
                            Formula::ZERO
                        };
                        (balance.clone(), payment)
                    });
                    let left = i128::from(terms.amortised_over / step - grace);
                    let repaid = owed.clone() * i128::from(number - grace);
                    let repaid = Formula::half_up(repaid, &Formula::ZERO, &left.into());
                    let linear = repaid - (owed.clone() - balance.clone());
                    match terms.repayment {
                        Repayment::Annuity => {
                            let of_annuity =
                                (payment.clone() - interest.clone()).min(balance.clone());
                            yearly.clone().equals(0).then(linear, of_annuity)
                        }
                        Repayment::Linear | Repayment::Bullet => linear,
                    }
                };
                let principal = if number == count { balance.clone() } else { principal };
                let principal = bench.book.keep(&mut of_principal, principal);
                let left = balance.clone() + added.clone() - principal.clone();
                balance = bench.book.keep(&mut of_balance, left);
                let month = drawn + number * step - 1;
                let balance = balance.clone();
                instalments.push(InstalmentRow { month, interest, added, principal, balance });
            }
            LoanRows { drawn, amount: amount.whole.clone(), instalments }
        })
    }
}

impl Maker<'_, '_> {
    /// What it takes a year to buy the investments again: formulas where they come to what bizcase
    /// says, else that, with all investments fixed.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows what can be held.
    pub fn replacement(
        &mut self,
        books: &Books<'_>,
        fixed: &mut Vec<(Group, usize)>,
    ) -> Result<Replacement, Overflow> {
        if let Some(found) = self.replaced()
            && self.bench.book.worked_out(&found.cents) == Value::Number(books.replacement.into())
        {
            return Ok(found);
        }
        let investments = self.case.costs.iter().enumerate();
        let investments = investments.filter(|(_, entry)| entry.what.investment.is_some());
        fixed.extend(investments.map(|(at, _)| (Group::Cost, at)));
        let cents = Number::from(books.replacement);
        let hundred = BigRational::from_integer(100.into());
        let exact = Number::from(unrounded_replacement(self.case)? * hundred);
        Ok(Replacement { beside: exact.minus(&cents).into(), cents: cents.into() })
    }

    fn replaced(&mut self) -> Option<Replacement> {
        let mut prices = Vec::new();
        for at in 0..self.case.costs.len() {
            let entry = self.case.costs.get(at)?;
            if last_bought(self.case, &entry.versions()).is_empty() {
                continue;
            }
            let Some(Investment { life: Life::Months(months), .. }) = entry.what.investment else {
                continue;
            };
            if !entry.later.is_empty() {
                return None;
            }
            prices.push((i128::from(months.max(1)), self.price_at_the_end(at, &entry.what)?));
        }
        if prices.is_empty() {
            return Some(Replacement { cents: Formula::ZERO, beside: Formula::ZERO });
        }
        // All lives go into one number of months.
        let over = prices.iter().fold(1_i128, |over, (months, _)| over.lcm(months));
        let sum = |of: &dyn Fn(&Money) -> Formula| {
            let terms = prices.iter().map(|(months, price)| of(price) * (12 * over / months));
            terms.reduce(|sum, one| sum + one).unwrap_or(Formula::ZERO)
        };
        let (whole, part) = (sum(&|price| price.cents.clone()), sum(&|price| price.part.clone()));
        self.sound(|bench| {
            let mut row = bench.book.row(bench.years);
            let part = bench.book.keep(&mut row, part.round(9));
            let whole = bench.book.keep(&mut row, whole);
            let cents = Formula::half_up(whole.clone(), &part, &over.into());
            let cents = bench.book.keep(&mut row, cents);
            let beside = (whole - cents.clone() * over + part) / over;
            Replacement { beside: bench.book.keep(&mut row, beside), cents }
        })
    }

    /// What an investment costs in the last month.
    fn price_at_the_end(&mut self, at: usize, cost: &Cost) -> Option<Money> {
        let path = self.cost_path(at);
        let (timing, price, stream, factors) = match &cost.schedule {
            Schedule::Own(stream) => {
                let bias = self.bias(&path, stream.bias);
                (path.clone(), path, (**stream).clone(), vec![bias])
            }
            Schedule::Follows(follow) => {
                let (timing, stream, _) = self.followed(only(follow)?)?;
                let bias = self.bias(&path, follow.bias);
                match &follow.by {
                    FollowBy::Share(share) => {
                        let share = self.bench.inputs.scaled(
                            &under(&path, Key::Share),
                            NumberKind::Share,
                            share.0,
                        );
                        let its_own = self.bias(&timing, stream.bias);
                        let factors = vec![its_own, Factor::share(share), bias];
                        (timing.clone(), timing, stream, factors)
                    }
                    FollowBy::Price { price, index } => {
                        let quantity = quantity(&stream.unit)?;
                        let stream = Stream {
                            unit: Unit::Priced { quantity, price: *price },
                            timing: stream.timing,
                            index: index.clone(),
                            bias: follow.bias,
                        };
                        (timing, path, stream, vec![bias])
                    }
                }
            }
        };
        let Timing::Once { on } = stream.timing else { return Some(Money::nothing()) };
        if on > self.case.horizon.last() {
            return Some(Money::nothing());
        }
        let named = Named { timing, price, stream: &stream, investment: None, factors };
        self.sound(|bench| bench.price_at_the_end(&named))
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

/// The one entry that something follows, all the time; of several the formulas were not measured.
fn only(follow: &Follow) -> Option<Followed> {
    match follow.of.as_slice() {
        [one] if follow.within.is_none() => Some(*one),
        _ => None,
    }
}

fn quantity(unit: &Unit) -> Option<Quantity> {
    match unit {
        Unit::Priced { quantity, .. } | Unit::PricedByYear { quantity, .. } => Some(*quantity),
        Unit::Amount(_) | Unit::Amounts(_) => None,
    }
}

/// What earmarks find of the costs that they cover.
struct Covered<'a> {
    costs: &'a [CostRows],
    amounts: &'a [Option<Amounts>],
    /// The earmarks whose costs nobody else claims.
    alone: &'a [usize],
}

impl Covered<'_> {
    /// What a cost has come to, or a part of that.
    fn running(
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
fn at_most(
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

/// What has been paid by the end of each month of what accrued.
fn paid(accrued: &Running, payments: &Payments, ends: bool) -> Running {
    let months = accrued.cents.len();
    let after = if ends { payments.months_after() } else { 0 };
    let when = |month| {
        payments.month(month).or_else(|| payments.month_after(month).map(|after| months + after))
    };
    let mut paid = Running::nothing(0);
    let mut count = 0;
    for month in 0..months + after {
        while count < months && when(count).is_some_and(|paid| paid <= month) {
            count += 1;
        }
        let (cents, beside) = accrued.at(count.checked_sub(1));
        paid.cents.push(cents);
        paid.beside.push(beside);
    }
    paid
}

impl Maker<'_, '_> {
    /// The rows of a cost where they come to what it posts; else what it posts.
    fn cost_or_fixed(
        &mut self,
        at: usize,
        rows: Option<CostRows>,
        fixed: &mut Vec<(Group, usize)>,
    ) -> Option<CostRows> {
        let posting = self.postings.costs.get(at)?;
        if let Some(rows) = rows.filter(|rows| self.is_cost(rows, posting)) {
            return Some(rows);
        }
        fixed.push((Group::Cost, at));
        let mut flow = fixed_flow(&posting.flow, self.wallet.costs.get(at));
        if let Some(sold) = posting.sold() {
            // What is sold was taken off the exact amounts, and comes in by itself here.
            let after = usize::try_from(sold.month).unwrap_or(0);
            for running in [&mut flow.accrued, &mut flow.paid] {
                for beside in running.beside.iter_mut().skip(after) {
                    *beside = beside.clone() + sold.price;
                }
            }
        }
        let book = posting.book.as_ref().map(|book| BookRows {
            opening: book.opening.into(),
            written_off: so_far(&book.depreciation),
            sold: book.sold,
        });
        Some(CostRows { flow, book })
    }

    fn is_cost(&self, rows: &CostRows, posting: &CostPosting) -> bool {
        let depreciation = match (&rows.book, &posting.book) {
            (None, None) => true,
            (Some(rows), Some(book)) => {
                book.sold.is_none()
                    && rows.opening == book.opening.into()
                    && self.are(&rows.written_off, &book.depreciation)
            }
            _ => false,
        };
        depreciation && self.is_flow(&rows.flow, &posting.flow)
    }

    fn is_flow(&self, rows: &Flow, posted: &Posted) -> bool {
        let paid: Vec<_> = posted.cash.iter().chain(&posted.after).copied().collect();
        self.are(&rows.accrued.cents, &posted.accrual) && self.are(&rows.paid.cents, &paid)
    }

    /// Whether formulas come to the running totals of amounts.
    fn are(&self, formulas: &[Formula], amounts: &[Cents]) -> bool {
        let mut sum = 0_i128;
        formulas.len() >= amounts.len()
            && formulas.iter().enumerate().all(|(place, formula)| {
                sum += amounts.get(place).map_or(0, |amount| i128::from(amount.0));
                let value = self.bench.book.worked_out(formula);
                value.number().and_then(Number::whole) == Some(sum)
            })
    }

    fn funding_or_fixed(
        &mut self,
        at: usize,
        rows: Option<FundingRows>,
        fixed: &mut Vec<(Group, usize)>,
    ) -> Option<FundingRows> {
        let posting = self.postings.funding.get(at)?;
        if let Some(rows) = rows.filter(|rows| self.is_funding(rows, posting)) {
            return Some(rows);
        }
        fixed.push((Group::Funding, at));
        let exact = self.wallet.funding.get(at).and_then(Option::as_ref);
        Some(match &**posting {
            FundingPosting::Income(flow) => FundingRows::Income(fixed_flow(flow, exact)),
            FundingPosting::Equity(flow) => FundingRows::Equity(fixed_flow(flow, exact)),
            FundingPosting::InKind(flow) => FundingRows::InKind(fixed_flow(flow, exact)),
            FundingPosting::Loan(table) => FundingRows::Loan(fixed_loan(table)),
        })
    }

    fn is_funding(&self, rows: &FundingRows, posting: &FundingPosting) -> bool {
        match (rows, posting) {
            (FundingRows::Income(rows), FundingPosting::Income(posted))
            | (FundingRows::Equity(rows), FundingPosting::Equity(posted))
            | (FundingRows::InKind(rows), FundingPosting::InKind(posted)) => {
                self.is_flow(rows, posted)
            }
            (FundingRows::Loan(rows), FundingPosting::Loan(table)) => {
                let is = |formula: &Formula, cents: Cents| {
                    let value = self.bench.book.worked_out(formula);
                    value.number().and_then(Number::whole) == Some(cents.0.into())
                };
                rows.instalments.len() == table.instalments.len()
                    && rows.instalments.iter().zip(&table.instalments).all(|(row, due)| {
                        row.month == due.month
                            && is(&row.interest, due.interest)
                            && is(&row.principal, due.principal)
                            && is(&row.balance, due.balance)
                    })
            }
            _ => false,
        }
    }
}

/// What was posted, as numbers.
fn fixed_flow(posted: &Posted, exact: Option<&ExactFlow>) -> Flow {
    let paid: Vec<_> = posted.cash.iter().chain(&posted.after).copied().collect();
    let running = |amounts: &[Cents], exact: Vec<BigRational>| {
        let cents = so_far(amounts);
        let beside = exact.into_iter().zip(&cents).map(|(exact, posted)| {
            let hundredfold = exact * BigRational::from_integer(100.into());
            Formula::from(Number::from(hundredfold)) - posted.clone()
        });
        let mut beside: Vec<_> = beside.collect();
        beside.resize(cents.len(), Formula::ZERO);
        Running { cents, beside }
    };
    let exactly = |of: Option<&Unrounded>| {
        of.map(|of| of.running(Cents::ZERO).collect::<Vec<_>>()).unwrap_or_default()
    };
    let accrued = running(&posted.accrual, exactly(exact.map(|exact| &exact.accrual)));
    let mut exact_paid = exactly(exact.map(|exact| &exact.cash));
    if let (Some(exact), Some(last)) = (exact, exact_paid.last().cloned()) {
        exact_paid.extend(exact.after.running(Cents::ZERO).map(|more| more + &last));
    }
    Flow { accrued, paid: running(&paid, exact_paid) }
}

fn fixed_loan(table: &LoanTable) -> LoanRows {
    let instalments = table.instalments.iter().map(|due| InstalmentRow {
        month: due.month,
        interest: due.interest.into(),
        added: due.added.into(),
        principal: due.principal.into(),
        balance: due.balance.into(),
    });
    LoanRows { drawn: table.drawn, amount: table.amount.into(), instalments: instalments.collect() }
}

/// Running totals of amounts.
fn so_far(amounts: &[Cents]) -> Vec<Formula> {
    let mut sum = 0_i128;
    amounts
        .iter()
        .map(|amount| {
            sum += i128::from(amount.0);
            Formula::from(sum)
        })
        .collect()
}
