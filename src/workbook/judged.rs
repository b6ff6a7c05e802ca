//! The tests of a case as formulas: each compares whole cents, and passes too by its exact figure.

use super::formula::Formula;
use super::input::{Scaled, power_of, under};
use super::ledger::{Ledger, number};
use super::number::Number;
use super::rows::Replacement;
use super::stream::Bench;
use crate::case::{Case, TestId};
use crate::words::{Key, NumberKind};
use num_rational::BigRational;
use rust_decimal::Decimal;

/// What a test finds in one run.
#[derive(Clone, Debug)]
pub struct Found {
    /// One where it passes, zero where it fails, two where there is nothing to measure.
    pub status: Formula,
    /// What was measured: cents, or a ratio.
    pub figure: Formula,
    /// The number of the month or case year in which that stands, from 1.
    pub when: Option<Formula>,
}

/// A run of which the tests are made.
pub struct Judge<'a, 'l> {
    /// The case.
    pub case: &'a Case,
    /// What comes and goes in it.
    pub ledger: &'l Ledger<'a>,
    /// What replacement takes.
    pub replacement: &'l Replacement,
    /// What closing cash may not be below.
    pub min_cash: Formula,
}

/// The words for which a status stands.
pub const FAILS: i128 = 0;
/// A test passes.
pub const PASSES: i128 = 1;
/// There is nothing to measure.
pub const NOTHING: i128 = 2;
/// The workbook does not know.
pub const ASK: i128 = 3;

/// A deficit below this part of a cent is none.
fn nearly() -> Formula {
    Number::from(BigRational::new((-1).into(), 1_000_000.into())).into()
}

/// Whether something is reached, in whole cents or exactly.
fn reached(missing: Formula, beside: Formula) -> Formula {
    let exactly = (missing.clone() + beside).at_least(nearly());
    Formula::any([missing.at_least(0), exactly])
}

/// What a condition is as a status.
fn passes(holds: Formula) -> Formula {
    holds.then(PASSES, FAILS)
}

/// A threshold of the case.
pub fn threshold(bench: &mut Bench<'_>, key: Key, kind: NumberKind, value: Decimal) -> Scaled {
    bench.inputs.scaled(&under(Key::Criteria.into(), key), kind, value)
}

impl Judge<'_, '_> {
    /// What a test finds; nothing of those that formulas do not make.
    pub fn test(&self, bench: &mut Bench<'_>, test: TestId) -> Option<Found> {
        match test {
            TestId::Liquidity => Some(self.liquidity(bench)),
            TestId::Structural => Some(self.structural(bench)),
            TestId::Repayment => self.repayment(bench),
            TestId::Dscr => Some(self.dscr(bench)),
            TestId::Dependence => Some(self.dependence(bench)),
            TestId::Payers | TestId::PublicReturn | TestId::SocialReturn => None,
        }
    }

    fn nothing() -> Found {
        Found { status: NOTHING.into(), figure: Formula::ZERO, when: None }
    }

    fn liquidity(&self, bench: &mut Bench<'_>) -> Found {
        let mut kept = bench.book.row(bench.months);
        let free = self.ledger.free().into_iter();
        let closing: Vec<_> = free.map(|free| bench.book.keep(&mut kept, free)).collect();
        let mut row = bench.book.row(bench.months);
        let short: Vec<_> = closing
            .iter()
            .zip(self.ledger.free_beside())
            .map(|(cash, beside)| {
                let missing = cash.clone() - self.min_cash.clone();
                let fails = reached(missing, beside).then(0, 1);
                bench.book.keep(&mut row, fails)
            })
            .collect();
        let mut at = bench.book.row(bench.years);
        let lowest = bench.book.keep(&mut at, Formula::least(closing.iter().cloned()));
        let when = first(bench, &closing, &lowest);
        let fails = bench.book.keep(&mut at, Formula::sum(short));
        Found { status: passes(fails.equals(0)), figure: lowest, when: Some(when) }
    }

    /// The last twelve months' structural result before interest, and what lies beside it.
    fn before_interest(&self, bench: &mut Bench<'_>) -> (Formula, Formula) {
        let last = self.case.horizon.months();
        let before = last.checked_sub(13);
        let of = |running: &super::stream::Running| {
            let (end, start) = (running.at(last.checked_sub(1)), running.at(before));
            (end.0 - start.0, end.1 - start.1)
        };
        let incomes = self.ledger.incomes().filter(|(place, _)| {
            let entry = self.case.funding.get(*place);
            entry.is_some_and(|it| it.last().is_structural() && !it.what.is_once())
        });
        let (come, come_beside): (Vec<_>, Vec<_>) = incomes
            .map(|(place, flow)| {
                let (cents, beside) = of(&flow.accrued);
                let granted = self.ledger.granted.get(place).cloned().unwrap_or_default();
                (cents * granted.clone(), beside * granted)
            })
            .unzip();
        let costs = self.ledger.costs().iter().zip(&self.case.costs);
        let costs = costs.filter(|(_, entry)| entry.what.counts_each_year());
        let (go, go_beside): (Vec<_>, Vec<_>) =
            costs.map(|(rows, _)| of(&rows.flow.accrued)).unzip();
        let result = Formula::sum(come) - Formula::sum(go) - self.replacement.cents.clone();
        let beside =
            Formula::sum(come_beside) - Formula::sum(go_beside) - self.replacement.beside.clone();
        let mut row = bench.book.row(bench.years);
        (bench.book.keep(&mut row, result), bench.book.keep(&mut row, beside))
    }

    fn structural(&self, bench: &mut Bench<'_>) -> Found {
        if self.case.ends {
            return Self::nothing();
        }
        let last = self.case.horizon.months();
        let (result, beside) = self.before_interest(bench);
        let interest = self.ledger.interest().over(last.saturating_sub(12)..last);
        let mut row = bench.book.row(bench.years);
        let result = bench.book.keep(&mut row, result - interest);
        let status = passes(reached(result.clone(), beside));
        let years = i128::try_from(self.case.years()).unwrap_or(i128::MAX);
        Found { status, figure: result, when: Some(years.into()) }
    }

    fn repayment(&self, bench: &mut Bench<'_>) -> Option<Found> {
        let end = self.case.horizon.end();
        let months_of = self.case.horizon.months();
        let ends = self.case.ends;
        let loans: Vec<_> = self.ledger.loans().filter(|(_, loan)| loan.drawn < end).collect();
        let lengths: Vec<_> = loans
            .iter()
            .map(|(place, loan)| {
                let last = loan.instalments.iter().map(|due| due.month - end + 1).max();
                (*place, last.unwrap_or(0).max(0))
            })
            .collect();
        let settled = self.settled_months();
        let last = self.ledger.last_settled().map_or(0, |month| month - end + 1);
        let loan_months = lengths.iter().map(|(_, months)| *months).max().unwrap_or(0);
        let months = if ends { loan_months.max(settled).max(last) } else { loan_months };
        if months == 0 && !ends {
            return Some(Self::nothing());
        }
        let (a_year, a_year_beside) =
            if ends { (Formula::ZERO, Formula::ZERO) } else { self.before_interest(bench) };
        let start = self.ledger.free().pop()?;
        let start_beside = self.ledger.free_beside().pop()?;
        // What was set apart is free where the work is done.
        let (freed, freed_beside) = if ends {
            self.ledger.reserved.at(months_of.checked_sub(1))
        } else {
            Default::default()
        };
        let grants = |place: usize| self.ledger.granted.get(place).cloned().unwrap_or_default();
        let goes_on = Formula::most(
            lengths
                .iter()
                .map(|(place, months)| Formula::from(i128::from(*months)) * grants(*place)),
        );
        let rows = [0; 4].map(|_| bench.book.row(bench.loans));
        let [mut of_paid, mut of_closing, mut of_short, mut of_counted] = rows;
        let goes_on = bench.book.keep(&mut of_counted, goes_on);
        let mut paid = Formula::ZERO;
        let (mut closing, mut short) = (Vec::new(), Vec::new());
        if ends {
            let missing = start.clone() - self.min_cash.clone();
            short.push(reached(missing, start_beside.clone()).then(0, 1));
            closing.push(start.clone());
        }
        let mut come = Formula::ZERO;
        for t in 1..=months {
            let due = loans
                .iter()
                .filter_map(|(place, loan)| Some(loan.due(end + t - 1)?.paid() * grants(*place)));
            paid = bench.book.keep(&mut of_paid, paid + Formula::sum(due));
            let grown = a_year.clone() * i128::from(t) / 12;
            let rounded = if a_year.is_zero() { Formula::ZERO } else { grown.clone().round(0) };
            let (settled, settled_beside) = self.settled(t);
            if ends {
                come =
                    bench.book.keep(&mut of_counted, come + self.ledger.settled_after(end + t - 1));
            }
            let cash = start.clone() + freed.clone() + rounded.clone() + settled + come.clone()
                - paid.clone();
            let cash = bench.book.keep(&mut of_closing, cash);
            let beside = start_beside.clone()
                + freed_beside.clone()
                + (grown - rounded)
                + a_year_beside.clone() * i128::from(t) / 12
                + settled_beside;
            let missing = cash.clone() - self.min_cash.clone();
            let counts = ends || matches!(&goes_on, Formula::Number(_));
            let fails = reached(missing, beside).then(0, 1);
            // A month counts while anything falls due on what is granted.
            let falls_due = goes_on.clone().at_least(i128::from(t));
            let (cash, fails) = if counts {
                (cash, fails)
            } else {
                let most = Formula::from(super::formula::REACH);
                (falls_due.clone().then(cash, most), falls_due.then(fails, 0))
            };
            closing.push(bench.book.keep(&mut of_counted, cash));
            short.push(bench.book.keep(&mut of_short, fails));
        }
        let mut row = bench.book.row(bench.years);
        let lowest = Formula::least(closing);
        let lowest = bench.book.keep(&mut row, lowest);
        let fails = bench.book.keep(&mut row, Formula::sum(short));
        let figure = bench.book.keep(&mut row, lowest - self.min_cash.clone());
        let status = passes(fails.equals(0));
        if ends {
            return Some(Found { status, figure, when: None });
        }
        let owed = loans.iter().map(|(place, loan)| loan.owed_after(end - 1) * grants(*place));
        let owed = bench.book.keep(&mut row, Formula::sum(owed));
        let status = owed.clone().equals(0).then(NOTHING, status);
        Some(Found { status, figure: owed.equals(0).then(0, figure), when: None })
    }

    /// In how many months after the horizon of a case that ends something is paid.
    fn settled_months(&self) -> i32 {
        let horizon = self.case.horizon.months();
        let paid = self.ledger.cash_flows().map(|(_, flow)| flow.paid.cents.len());
        let costs = self.ledger.costs().iter().map(|cost| cost.flow.paid.cents.len());
        number(paid.chain(costs).max().unwrap_or(horizon).saturating_sub(horizon))
    }

    /// What is paid after the horizon of a case that ends, by the end of its month t.
    fn settled(&self, t: i32) -> (Formula, Formula) {
        if !self.case.ends {
            return (Formula::ZERO, Formula::ZERO);
        }
        let end = self.case.horizon.months();
        let after = |running: &super::stream::Running| {
            let then = end - 1 + usize::try_from(t).unwrap_or(0);
            let then = then.min(running.cents.len() - 1);
            let (now, before) = (running.at(Some(then)), running.at(end.checked_sub(1)));
            (now.0 - before.0, now.1 - before.1)
        };
        let (come, come_beside): (Vec<_>, Vec<_>) = self
            .ledger
            .cash_flows()
            .map(|(place, flow)| {
                let granted = self.ledger.granted.get(place).cloned().unwrap_or_default();
                let (cents, beside) = after(&flow.paid);
                (cents * granted.clone(), beside * granted)
            })
            .unzip();
        let (go, go_beside): (Vec<_>, Vec<_>) =
            self.ledger.costs().iter().map(|cost| after(&cost.flow.paid)).unzip();
        (Formula::sum(come) - Formula::sum(go), Formula::sum(come_beside) - Formula::sum(go_beside))
    }

    fn dscr(&self, bench: &mut Bench<'_>) -> Found {
        let asked = self.case.criteria.min_dscr;
        let asked = threshold(bench, Key::MinDscr, NumberKind::Ratio, asked);
        let over = Formula::from(power_of(asked.decimals));
        let rows = [0; 3].map(|_| bench.book.row(bench.years));
        let [mut of_service, mut of_cash, mut of_ratio] = rows;
        let most = Formula::from(super::formula::REACH);
        let (mut ratios, mut fails) = (Vec::new(), Vec::new());
        for year in 0..self.case.years() {
            let months = year * 12..year * 12 + 12;
            let service = self.ledger.service().over(months.clone());
            let service = bench.book.keep(&mut of_service, service);
            if service.is_zero() {
                continue;
            }
            let (cash, beside) = self.recurring(&months);
            let cash = bench.book.keep(&mut of_cash, cash);
            let beside = bench.book.keep(&mut of_cash, beside);
            let serves = service.clone() * asked.whole.clone() / over.clone();
            let exactly = (cash.clone() - serves + beside).at_least(nearly());
            let posted =
                (cash.clone() * over.clone()).at_least(service.clone() * asked.whole.clone());
            let applies = Formula::ZERO.below(service.clone());
            let fail = applies.clone().then(Formula::any([posted, exactly]).then(0, 1), 0);
            fails.push(bench.book.keep(&mut of_ratio, fail));
            let ratio = applies.then(cash / service, most.clone());
            ratios.push(bench.book.keep(&mut of_ratio, ratio));
        }
        if ratios.is_empty() {
            return Self::nothing();
        }
        let mut row = bench.book.row(bench.years);
        let least = bench.book.keep(&mut row, Formula::least(ratios));
        let none = least.clone().equals(most);
        let status = none.clone().then(NOTHING, passes(Formula::sum(fails).equals(0)));
        Found { status, figure: none.then(0, least), when: None }
    }

    /// Cash that recurs in some months, loans apart.
    fn recurring(&self, months: &std::ops::Range<usize>) -> (Formula, Formula) {
        let of = |running: &super::stream::Running| {
            let (end, start) =
                (running.at(months.end.checked_sub(1)), running.at(months.start.checked_sub(1)));
            (end.0 - start.0, end.1 - start.1)
        };
        let incomes = self.ledger.incomes().filter(|(place, _)| {
            self.case.funding.get(*place).is_some_and(|entry| !entry.what.is_once())
        });
        let (come, come_beside): (Vec<_>, Vec<_>) = incomes
            .map(|(place, flow)| {
                let granted = self.ledger.granted.get(place).cloned().unwrap_or_default();
                let (cents, beside) = of(&flow.paid);
                (cents * granted.clone(), beside * granted)
            })
            .unzip();
        let costs = self.ledger.costs().iter().zip(&self.case.costs);
        let costs = costs.filter(|(_, entry)| entry.what.counts_each_year());
        let (go, go_beside): (Vec<_>, Vec<_>) = costs.map(|(rows, _)| of(&rows.flow.paid)).unzip();
        (Formula::sum(come) - Formula::sum(go), Formula::sum(come_beside) - Formula::sum(go_beside))
    }

    fn dependence(&self, bench: &mut Bench<'_>) -> Found {
        if self.case.ends {
            return Self::nothing();
        }
        let asked = self.case.criteria.max_dependence.0;
        let asked = threshold(bench, Key::MaxDependence, NumberKind::Share, asked);
        let over = Formula::from(power_of(asked.decimals));
        let last = self.case.horizon.months();
        let of = |running: &super::stream::Running| {
            let (end, start) = (running.at(last.checked_sub(1)), running.at(last.checked_sub(13)));
            (end.0 - start.0, end.1 - start.1)
        };
        let brought: Vec<_> = self
            .ledger
            .incomes()
            .map(|(place, flow)| {
                let granted = self.ledger.granted.get(place).cloned().unwrap_or_default();
                let (cents, beside) = of(&flow.accrued);
                let party = self.case.funding.get(place).and_then(|entry| entry.what.party);
                (party, cents * granted.clone(), beside * granted)
            })
            .collect();
        let rows = [0; 2].map(|_| bench.book.row(bench.years));
        let [mut of_all, mut of_party] = rows;
        let all = Formula::sum(brought.iter().map(|(_, cents, _)| cents.clone()));
        let all = bench.book.keep(&mut of_all, all);
        let all_beside = Formula::sum(brought.iter().map(|(_, _, beside)| beside.clone()));
        let all_beside = bench.book.keep(&mut of_all, all_beside);
        let (mut each, mut exactly) = (vec![Formula::ZERO], Vec::new());
        for place in 0..self.case.parties.len() {
            let of = || brought.iter().filter(|(party, ..)| party.is_some_and(|it| it.0 == place));
            let cents = Formula::sum(of().map(|(_, cents, _)| cents.clone()));
            if cents.is_zero() {
                continue;
            }
            let cents = bench.book.keep(&mut of_party, cents);
            let beside = Formula::sum(of().map(|(_, _, beside)| beside.clone()));
            let beside = bench.book.keep(&mut of_party, beside);
            let most = (all.clone() + all_beside.clone()) * asked.whole.clone() / over.clone();
            exactly.push((most - cents.clone() - beside).at_least(nearly()));
            each.push(cents);
        }
        let largest = bench.book.keep(&mut of_all, Formula::most(each));
        let posted = (all.clone() * asked.whole.clone()).at_least(largest.clone() * over.clone());
        let holds =
            if exactly.is_empty() { posted } else { Formula::any([posted, Formula::all(exactly)]) };
        let applies = Formula::ZERO.below(all.clone());
        let status = applies.clone().then(passes(holds), NOTHING);
        let share = applies.then(largest / all, 0);
        let years = i128::try_from(self.case.years()).unwrap_or(i128::MAX);
        Found { status, figure: share, when: Some(years.into()) }
    }
}

/// The number of the first of some cells that is so much, from 1.
fn first(bench: &mut Bench<'_>, all: &[Formula], much: &Formula) -> Formula {
    let mut row = bench.book.row(bench.months);
    let none = i128::try_from(all.len()).unwrap_or(i128::MAX);
    let places: Vec<_> = (1_i128..)
        .zip(all)
        .map(|(place, one)| {
            let is = one.clone().equals(much.clone());
            bench.book.keep(&mut row, is.then(place, none))
        })
        .collect();
    let mut row = bench.book.row(bench.years);
    bench.book.keep(&mut row, Formula::least(places))
}

/// The words that stand for a status.
pub fn in_words(status: &Formula, [fails, passes, nothing, ask]: [&str; 4]) -> Formula {
    let is = |what: i128| status.clone().equals(what);
    is(FAILS).then(fails, is(PASSES).then(passes, is(NOTHING).then(nothing, ask)))
}
