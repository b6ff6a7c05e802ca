//! Everything that is posted: accruals, cash and loans of every entry. It does not depend on which
//! funding is granted: "What follows an income keeps its amounts in the run that leaves that income
//! out."

use std::collections::BTreeMap;

use super::case::{Case, Kind};
use super::exact::{Exact, whole};
use super::investments;
use super::loans::{self, Table};
use super::payments;
use super::streams::{
    Course, Exacts, Postings, courses, covered, effect, outcome, post, running_totals,
};

#[derive(Debug)]
pub struct Books {
    /// In the order of the case's costs.
    pub costs: Vec<CostBook>,
    /// In the order of the case's funding.
    pub funding: Vec<FundingBook>,
    /// In the order of the case's effects.
    pub effects: Vec<EffectBook>,
}

#[derive(Debug)]
pub struct CostBook {
    pub accrual: Postings,
    pub cash: Postings,
    pub once: bool,
    /// Of an investment.
    pub depreciation: Option<Postings>,
    /// What its replacement takes in a year, exactly.
    pub replacement: Exact,
}

#[derive(Debug)]
pub enum FundingBook {
    Income { accrual: Postings, cash: Postings, once: bool, structural: bool },
    Equity { accrual: Postings, cash: Postings, once: bool },
    InKind { accrual: Postings, once: bool },
    Loan(Table),
}

#[derive(Debug)]
pub struct EffectBook {
    pub accrual: Postings,
    pub cashable: Postings,
}

pub fn keep(case: &Case) -> Books {
    let courses = courses(case);
    let exact_effects: BTreeMap<&str, Exacts> =
        case.effects.iter().map(|entry| (entry.path.as_str(), effect(entry, case))).collect();
    let exact_cashable: BTreeMap<&str, Exacts> = case
        .effects
        .iter()
        .map(|entry| {
            let values = &exact_effects[entry.path.as_str()];
            (entry.path.as_str(), values.iter().map(|x| &entry.cashable * x).collect())
        })
        .collect();
    Books {
        costs: case
            .costs
            .iter()
            .map(|cost| {
                let course = &courses[&cost.path];
                let totals = running_totals(&course.x);
                let accrual = post(&totals);
                CostBook {
                    cash: payments::cash(&totals, course.start, &cost.payment),
                    once: course.once,
                    depreciation: cost
                        .life
                        .map(|_| investments::depreciation(cost, course, &accrual)),
                    replacement: investments::replacement(cost, course, case),
                    accrual,
                }
            })
            .collect(),
        funding: case
            .funding
            .iter()
            .map(|funding| {
                funding_book(&funding.path, &funding.kind, &courses, &exact_cashable, case)
            })
            .collect(),
        effects: case
            .effects
            .iter()
            .map(|entry| {
                let path = entry.path.as_str();
                EffectBook {
                    accrual: post(&running_totals(&exact_effects[path])),
                    cashable: post(&running_totals(&exact_cashable[path])),
                }
            })
            .collect(),
    }
}

fn funding_book(
    path: &str,
    kind: &Kind,
    courses: &BTreeMap<String, Course>,
    exact_cashable: &BTreeMap<&str, Exacts>,
    case: &Case,
) -> FundingBook {
    match kind {
        Kind::Income(income) => {
            let course = &courses[path];
            let totals = match &income.covers {
                None => running_totals(&course.x),
                Some(covers) => {
                    let of_costs: Vec<Exacts> = covers
                        .iter()
                        .filter_map(|cost| courses.get(cost))
                        .map(|cost| running_totals(&cost.x))
                        .collect();
                    covered(course, &of_costs, case)
                }
            };
            FundingBook::Income {
                accrual: post(&totals),
                cash: payments::cash(&totals, course.start, &income.payment),
                once: course.once,
                structural: income.structural,
            }
        }
        Kind::Equity(income) => {
            let course = &courses[path];
            let totals = running_totals(&course.x);
            FundingBook::Equity {
                accrual: post(&totals),
                cash: payments::cash(&totals, course.start, &income.payment),
                once: course.once,
            }
        }
        Kind::Volunteered(_) => {
            let course = &courses[path];
            FundingBook::InKind { accrual: post(&running_totals(&course.x)), once: course.once }
        }
        Kind::Outcome(paid) => {
            let totals = running_totals(&outcome(paid, exact_cashable.get(paid.of.as_str()), case));
            let payment = super::case::Payment { block: 1, delay: paid.delay, advance: None };
            FundingBook::Income {
                accrual: post(&totals),
                cash: payments::cash(&totals, paid.from, &payment),
                once: false,
                structural: paid.structural,
            }
        }
        Kind::Loan(loan) => FundingBook::Loan(loans::table(loan)),
    }
}

impl Books {
    /// The sum over investments, "rounded once".
    pub fn replacement(&self) -> i128 {
        let sum = self.costs.iter().fold(whole(0), |sum, cost| sum + &cost.replacement);
        super::exact::round2(&sum)
    }
}

/// What a loan brings and takes in each month of the horizon.
#[derive(Debug)]
pub struct LoanMonths {
    pub draw: Postings,
    pub interest: Postings,
    pub added: Postings,
    pub principal: Postings,
    pub balance: Postings,
}

impl LoanMonths {
    pub fn of(table: &Table, case: &Case) -> Self {
        let months = 0..case.months();
        let sum = |pick: &dyn Fn(&loans::Instalment) -> i128| -> Postings {
            months
                .clone()
                .map(|m| table.instalments.iter().filter(|i| i.month == m).map(pick).sum())
                .collect()
        };
        Self {
            draw: months.clone().map(|m| if m == table.on { table.amount } else { 0 }).collect(),
            interest: sum(&|instalment| instalment.interest),
            added: sum(&|instalment| instalment.added),
            principal: sum(&|instalment| instalment.principal),
            balance: months.clone().map(|m| table.balance(m)).collect(),
        }
    }
}
