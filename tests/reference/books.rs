//! Everything that is posted: accruals, cash and loans of every entry. "What follows an income keeps
//! its amounts in the run that leaves that income out"; what is earmarked depends on which other
//! funding is granted.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::actual;
use super::case::{Case, Group, Income, Kind};
use super::claims::{self, Brought};
use super::exact::{Cents, Exact, whole};
use super::investments;
use super::loans::{self, Table};
use super::parties::Granted;
use super::payments::{self, Paid, Rest};
use super::streams::{
    Course, Exacts, Postings, courses, effect, faded, outcome, post, running_totals,
};

#[derive(Debug)]
pub struct Books {
    /// In the order of the case's costs.
    pub costs: Vec<CostBook>,
    /// On all funding, in the order of the case's.
    pub funding: Rc<Vec<FundingBook>>,
    /// In the order of the case's effects.
    pub effects: Vec<EffectBook>,
    courses: BTreeMap<String, Course>,
    /// What outcome payments are shares of.
    achieved: BTreeMap<String, Exacts>,
    /// What is posted in runs that were asked before.
    runs: RefCell<BTreeMap<Granted, Rc<Vec<FundingBook>>>>,
}

#[derive(Debug)]
pub struct CostBook {
    pub accrual: Postings,
    pub cash: Postings,
    /// What is paid after the horizon, by month.
    pub after: BTreeMap<i64, Cents>,
    pub once: bool,
    /// "Costs dated in the last 12 months, and what follows a dated cost, count ... as costs that recur
    /// do".
    pub recurs: bool,
    /// Of an investment.
    pub depreciation: Option<Postings>,
    /// In which month it is sold, for what, and what that is more than its book value.
    pub sale: Option<(usize, Cents, Cents)>,
    /// What its replacement takes in a year, exactly.
    pub replacement: Exact,
    pub exact: ExactBook,
}

/// The same amounts where nothing is rounded, in euros.
#[derive(Debug)]
pub struct ExactBook {
    pub accrual: Exacts,
    pub cash: Exacts,
    pub after: BTreeMap<i64, Exact>,
}

#[derive(Debug)]
pub enum FundingBook {
    Income {
        accrual: Postings,
        cash: Postings,
        after: BTreeMap<i64, Cents>,
        once: bool,
        structural: bool,
        exact: ExactBook,
    },
    Equity {
        accrual: Postings,
        cash: Postings,
        after: BTreeMap<i64, Cents>,
        once: bool,
        exact: ExactBook,
    },
    InKind {
        accrual: Postings,
        once: bool,
        exact: Exacts,
    },
    Loan(Table),
}

#[derive(Debug)]
pub struct EffectBook {
    pub accrual: Postings,
    pub cashable: Postings,
    pub transfer: Postings,
    pub exact: Exacts,
    pub exact_cashable: Exacts,
    pub exact_transfer: Exacts,
}

pub fn keep(case: &Case) -> Books {
    let courses = courses(case);
    let came = |entry: &super::case::Effect| {
        let would = effect(entry, case);
        let differs = actual::differs(case, &entry.path, &post(&running_totals(&would)));
        actual::with(&would, &differs)
    };
    let exact_effects: BTreeMap<&str, Exacts> =
        case.effects.iter().map(|entry| (entry.path.as_str(), came(entry))).collect();
    let exact_cashable: BTreeMap<String, Exacts> = case
        .effects
        .iter()
        .map(|entry| {
            let values = &exact_effects[entry.path.as_str()];
            (entry.path.clone(), values.iter().map(|x| &entry.cashable * x).collect())
        })
        .collect();
    // "All of the value counts as cashable for it alone".
    let mut achieved = exact_cashable.clone();
    for entry in case.effects.iter().filter(|entry| entry.group == Group::Value) {
        achieved.insert(entry.path.clone(), exact_effects[entry.path.as_str()].clone());
    }
    let everything = vec![true; case.funding.len()];
    Books {
        costs: case
            .costs
            .iter()
            .map(|cost| {
                let course = &courses[&cost.path];
                let totals = running_totals(&course.x);
                let differs = &own_differs(case, cost, course);
                let accrual = actual::plus(&post(&totals), differs);
                let months = (course.start(), &[][..]);
                let paid = payments::cash(&totals, months, &cost.payment);
                let paid =
                    payments::with_differences(paid, differs, cost.payment.delay, |cents| cents);
                let depreciation =
                    cost.life.map(|_| investments::depreciation(cost, course, &accrual, case));
                let written_off = depreciation.as_deref().unwrap_or_default();
                let sale = investments::sale(cost, course, &accrual, written_off, case);
                let mut exact = ExactBook::of(&course.x, months, &cost.payment, differs);
                if let (Some((month, ..)), Some((_, price))) = (sale, cost.sold_within(case)) {
                    exact.accrual[month] -= price;
                    exact.cash[month] -= price;
                }
                CostBook {
                    sale,
                    cash: paid.within,
                    after: paid.after,
                    exact,
                    once: course.once,
                    recurs: !course.once || course.dated,
                    depreciation,
                    replacement: investments::replacement(cost, course, differs, case),
                    accrual,
                }
            })
            .collect(),
        funding: Rc::new(funding_books(case, &courses, &achieved, &everything)),
        effects: case
            .effects
            .iter()
            .map(|entry| {
                let path = entry.path.as_str();
                let values = exact_effects[path].iter();
                let exact_transfer: Exacts = values.map(|x| &entry.transfer * x).collect();
                EffectBook {
                    transfer: post(&running_totals(&exact_transfer)),
                    exact_transfer,
                    accrual: post(&running_totals(&exact_effects[path])),
                    cashable: post(&running_totals(&exact_cashable[path])),
                    exact: exact_effects[path].clone(),
                    exact_cashable: exact_cashable[path].clone(),
                }
            })
            .collect(),
        courses,
        achieved,
        runs: RefCell::default(),
    }
}

fn funding_books(
    case: &Case,
    courses: &BTreeMap<String, Course>,
    achieved: &BTreeMap<String, Exacts>,
    granted: &Granted,
) -> Vec<FundingBook> {
    let brought = claims::brought(case, courses, granted);
    let all = case.funding.iter();
    let stops = |place: usize| case.to_date(place, granted);
    // What was paid to date was so whatever more is granted.
    let to_date = (0..case.funding.len()).any(stops);
    let usual = to_date.then(|| {
        let everything = vec![true; case.funding.len()];
        claims::brought(case, courses, &everything)
    });
    all.enumerate()
        .map(|(place, funding)| {
            let of = (funding.path.as_str(), &funding.kind);
            let book = |brought, stops| funding_book(of, courses, (brought, achieved), stops, case);
            match &usual {
                Some(usual) if stops(place) => {
                    book(&brought, true).paid_as(&book(usual, false), case)
                }
                _ => book(&brought, false),
            }
        })
        .collect()
}

/// What facts of a cost differ, as it is once what is sold is left out.
fn own_differs(case: &Case, cost: &super::case::Cost, course: &Course) -> Postings {
    actual::differs(case, &cost.path, &post(&running_totals(&course.x)))
}

/// What is settled together, with the last month in which the income runs: "its until, the end of the
/// horizon, the month of a once, the last of what it follows"; "an earmarked once runs to the end of
/// the horizon, a renewed one in each purchase's month".
fn rests(income: &Income, course: &Course, case: &Case) -> Vec<Rest> {
    let runs = |month: i64| match (course.once, &income.covers) {
        (false, _) => course.runs.iter().any(|(from, until)| (*from..=*until).contains(&month)),
        (true, Some(_)) => month >= course.start(),
        (true, None) => course.bought.iter().any(|bought| bought.months.contains(&month)),
    };
    let year = |month: i64| if income.payment.yearly { case.start.after(month).year() } else { 0 };
    let mut rests: Vec<Rest> = Vec::new();
    let mut months = (0..case.months()).peekable();
    while let Some(first) = months.next() {
        let mut all = vec![first];
        while let Some(month) = months.next_if(|&month| year(month) == year(first)) {
            all.push(month);
        }
        if let Some(last) = all.iter().copied().filter(|&month| runs(month)).max() {
            let first = usize::try_from(first).expect("a month");
            rests.push(Rest { months: first..first + all.len(), last });
        }
    }
    rests
}

fn funding_book(
    (path, kind): (&str, &Kind),
    courses: &BTreeMap<String, Course>,
    (brought, achieved): (&BTreeMap<String, Brought>, &BTreeMap<String, Exacts>),
    stops: bool,
    case: &Case,
) -> FundingBook {
    let stopped = |x: Exacts| if stops { actual::stopped(case, &x) } else { x };
    let unpaid = |paid: Paid<Cents>| actual::unpaid(case, path, paid, &0);
    match kind {
        Kind::Income(income) => {
            let course = &courses[path];
            let (x, differs) = match (&income.covers, brought.get(path)) {
                (None, _) => (faded(&course.x, income.fade.as_ref()), course.differs.clone()),
                (Some(_), Some(Brought { would, differs })) => (would.clone(), differs.clone()),
                // It is not in this run.
                (Some(_), None) => (vec![whole(0); course.x.len()], vec![0; course.x.len()]),
            };
            let x = stopped(x);
            let totals = running_totals(&x);
            let rests = rests(income, course, case);
            let months = (course.start(), rests.as_slice());
            let paid = payments::cash(&totals, months, &income.payment);
            let delay = income.payment.delay;
            let paid = unpaid(payments::with_differences(paid, &differs, delay, |cents| cents));
            FundingBook::Income {
                accrual: actual::plus(&post(&totals), &differs),
                cash: paid.within,
                after: paid.after,
                once: course.once,
                structural: income.structural,
                exact: ExactBook::of(&x, months, &income.payment, &differs).unpaid(case, path),
            }
        }
        Kind::Equity(income) => {
            let course = &courses[path];
            let totals = running_totals(&course.x);
            let months = (course.start(), &[][..]);
            let paid = payments::cash(&totals, months, &income.payment);
            let (differs, delay) = (&course.differs, income.payment.delay);
            let paid = unpaid(payments::with_differences(paid, differs, delay, |cents| cents));
            let exact = ExactBook::of(&course.x, months, &income.payment, differs);
            FundingBook::Equity {
                accrual: actual::plus(&post(&totals), differs),
                cash: paid.within,
                after: paid.after,
                once: course.once,
                exact: exact.unpaid(case, path),
            }
        }
        Kind::Volunteered(_) => {
            let course = &courses[path];
            let accrual = post(&running_totals(&course.x));
            FundingBook::InKind { accrual, once: course.once, exact: course.x.clone() }
        }
        Kind::Outcome(paid) => {
            let (x, differs) = outcome(path, paid, achieved.get(&paid.of), case);
            let x = stopped(x);
            let totals = running_totals(&x);
            let payment = super::case::Payment {
                block: 1,
                delay: paid.delay,
                milestones: None,
                advance: None,
                yearly: false,
            };
            let cash = payments::cash(&totals, (paid.from, &[]), &payment);
            let cash = payments::with_differences(cash, &differs, paid.delay, |cents| cents);
            let cash = unpaid(cash);
            FundingBook::Income {
                accrual: actual::plus(&post(&totals), &differs),
                cash: cash.within,
                after: cash.after,
                once: false,
                structural: paid.structural,
                exact: ExactBook::of(&x, (paid.from, &[]), &payment, &differs).unpaid(case, path),
            }
        }
        Kind::Loan(loan) => {
            let mut table = loans::table(loan);
            if case.never_drawn(path, loan.on) {
                table.amount = 0;
                table.instalments.clear();
            }
            FundingBook::Loan(table)
        }
    }
}

impl FundingBook {
    /// The same, paid as another was in the months that are fact.
    fn paid_as(self, usual: &Self, case: &Case) -> Self {
        let (
            Self::Income { accrual, cash, after, once, structural, exact },
            Self::Income { cash: usual, exact: usual_exact, .. },
        ) = (self, usual)
        else {
            panic!("only incomes have facts")
        };
        let months = usize::try_from(case.judged_from()).expect("months that are fact");
        let paid = actual::settled(Paid { within: cash, after }, &usual[..months], &0);
        let exact_paid = Paid { within: exact.cash, after: exact.after };
        let exact_paid = actual::settled(exact_paid, &usual_exact.cash[..months], &whole(0));
        Self::Income {
            accrual,
            cash: paid.within,
            after: paid.after,
            once,
            structural,
            exact: ExactBook {
                accrual: exact.accrual,
                cash: exact_paid.within,
                after: exact_paid.after,
            },
        }
    }
}

impl ExactBook {
    fn of(
        x: &[Exact],
        months: (i64, &[Rest]),
        payment: &super::case::Payment,
        differs: &[Cents],
    ) -> Self {
        let paid = payments::exact_cash(x, months, payment);
        let paid = payments::with_differences(paid, differs, payment.delay, super::exact::euros);
        Self { accrual: actual::with(x, differs), cash: paid.within, after: paid.after }
    }

    fn unpaid(self, case: &Case, path: &str) -> Self {
        let paid = Paid { within: self.cash, after: self.after };
        let paid = actual::unpaid(case, path, paid, &whole(0));
        Self { accrual: self.accrual, cash: paid.within, after: paid.after }
    }
}

impl Books {
    /// What funding posts in a run, in the order of the case's.
    pub fn in_run(&self, case: &Case, granted: &Granted) -> Rc<Vec<FundingBook>> {
        let earmarked =
            |kind: &Kind| matches!(kind, Kind::Income(income) if income.covers.is_some());
        let plans = case.actual.is_none();
        if plans && !case.funding.iter().any(|funding| earmarked(&funding.kind)) {
            return Rc::clone(&self.funding);
        }
        if let Some(known) = self.runs.borrow().get(granted) {
            return Rc::clone(known);
        }
        let books = funding_books(case, &self.courses, &self.achieved, granted);
        let books = Rc::new(books);
        self.runs.borrow_mut().insert(granted.clone(), Rc::clone(&books));
        books
    }

    /// The sum over investments, "rounded once".
    pub fn replacement(&self) -> i128 {
        super::exact::round2(&self.exact_replacement())
    }

    /// The sum over investments.
    pub fn exact_replacement(&self) -> Exact {
        self.costs.iter().fold(whole(0), |sum, cost| sum + &cost.replacement)
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
