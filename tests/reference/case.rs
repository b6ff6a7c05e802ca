//! What a case is, as section 3 of the design lists it. Every amount is exact.

use std::collections::BTreeMap;

use super::actual::Actual;
use super::calendar::CalendarMonth;
use super::exact::{Cents, Exact};

#[derive(Debug)]
pub struct Case {
    pub name: String,
    pub story: Option<String>,
    /// What `check` says of its figures.
    pub assumptions: serde_json::Value,
    pub start: CalendarMonth,
    pub years: i64,
    pub currency: String,
    /// Is the work done at the end of the horizon?
    pub ends: bool,
    pub opening_cash: Cents,
    pub discount_rate: Exact,
    /// How prices in general rise.
    pub inflation: IndexRates,
    pub discounting: Discounting,
    pub parties: Vec<Party>,
    pub costs: Vec<Cost>,
    pub funding: Vec<Funding>,
    /// `avoided`, then `value`, then `burden`, each in the file's order.
    pub effects: Vec<Effect>,
    pub openings: Vec<Opening>,
    pub reserves: Vec<Reserve>,
    pub criteria: Criteria,
    pub expected_verdict: Option<String>,
    /// What really happened.
    pub actual: Option<Actual>,
    /// Entries with a `"pm"`, in the order of output.
    pub not_counted: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discounting {
    Start,
    Mid,
    End,
}

#[derive(Debug)]
pub struct Party {
    pub id: String,
    pub name: String,
    pub public: bool,
}

#[derive(Debug)]
pub struct Criteria {
    pub min_cash: Cents,
    pub min_dscr: Exact,
    pub max_dependence: Exact,
    pub min_public_return: Exact,
    pub min_social_return: Exact,
    pub require: Vec<String>,
}

/// "It stands on the opening balance and is cash in month `on`".
#[derive(Debug)]
pub struct Opening {
    /// `opening.ID`
    pub path: String,
    pub receivable: bool,
    pub amount: Cents,
    pub on: i64,
}

impl Opening {
    /// Cash in, or out.
    pub fn cash(&self) -> Cents {
        if self.receivable { self.amount } else { -self.amount }
    }
}

/// "own money set apart: how much and when as of a recurring cost ... or `at`".
#[derive(Debug)]
pub struct Reserve {
    /// `reserve.ID`
    pub path: String,
    pub stream: Stream,
    /// What it is for, by their paths.
    pub costs: Vec<String>,
}

/// How often `amount` or `quantity` x `price` comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    Once,
    Months(i64),
}

/// What one `per` brings.
#[derive(Clone, Debug)]
pub enum Unit {
    Amount(Exact),
    Amounts(Vec<Exact>),
    Priced {
        quantity: Exact,
        prices: Vec<Exact>,
    },
    /// `at`: of each of some months.
    Dated(BTreeMap<i64, Exact>),
}

/// Yearly index rates: of the 1st, 2nd ... calendar year after the start year, the last repeats.
pub type IndexRates = Vec<Exact>;

/// A stream that stands on its own.
#[derive(Clone, Debug)]
pub struct Stream {
    pub unit: Unit,
    pub per: Per,
    /// The first month; of a `once` entry the only one. Before the start it is negative.
    pub from: i64,
    /// The last month, inclusive; may lie past the end.
    pub until: i64,
    pub ramp: Vec<Exact>,
    pub growth: Exact,
    pub season: Option<Vec<Exact>>,
    pub index: IndexRates,
}

/// What an entry's x(m) comes from.
#[derive(Clone, Debug)]
pub enum Source {
    Own(Stream),
    Of(Following),
}

/// `of`: what it follows, by a price or a share.
#[derive(Clone, Debug)]
pub struct Following {
    pub of: Vec<String>,
    pub by: By,
    /// `from` and `until` beside it.
    pub within: Option<(i64, i64)>,
}

#[derive(Clone, Debug)]
pub enum By {
    /// So much for each unit of the followed entries.
    Price { price: Exact, index: IndexRates },
    /// A share of the followed entries' x(m).
    Share(Exact),
}

/// When what accrues is paid.
#[derive(Clone, Debug)]
pub struct Payment {
    /// Months in a block: 1, 3 or 12.
    pub block: i64,
    pub delay: i64,
    /// The parts of all of it that are paid in some months, where that is so.
    pub milestones: Option<BTreeMap<i64, Exact>>,
    /// The share that is advanced, and how long after its last month the rest is settled.
    pub advance: Option<(Exact, i64)>,
    /// Whether each calendar year has a rest of its own.
    pub yearly: bool,
}

#[derive(Debug)]
pub struct Cost {
    /// `cost.ID`
    pub path: String,
    pub source: Source,
    pub optimism_bias: Exact,
    pub payment: Payment,
    pub life: Option<Life>,
    pub renew: bool,
    /// In which month it is sold, and for what.
    pub sold: Option<(i64, Exact)>,
}

impl Cost {
    /// "Past the horizon it is as if it were not said."
    pub fn sold_within(&self, case: &Case) -> Option<(i64, &Exact)> {
        let (on, price) = self.sold.as_ref()?;
        (*on < case.months()).then_some((*on, price))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    Months(i64),
    Unlimited,
}

#[derive(Debug)]
pub struct Funding {
    /// `funding.ID`
    pub path: String,
    pub party: Option<String>,
    pub sales: bool,
    pub requested: bool,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    /// Sales, contract, contribution, subsidy, grant, donation.
    Income(Income),
    Outcome(Outcome),
    Equity(Income),
    /// `in_kind`: hours or space, valued.
    Volunteered(Source),
    Loan(Loan),
}

#[derive(Debug)]
pub struct Income {
    pub source: Source,
    pub payment: Payment,
    pub covers: Option<Vec<String>>,
    pub fade: Option<Fade>,
    pub structural: bool,
}

/// From which month on, and over how many months.
#[derive(Clone, Copy, Debug)]
pub struct Fade {
    pub from: i64,
    pub months: i64,
}

#[derive(Debug)]
pub struct Outcome {
    /// `avoided.ID` or `value.ID`
    pub of: String,
    pub share: Exact,
    pub cap: Option<Exact>,
    pub fade: Option<Fade>,
    pub delay: i64,
    pub from: i64,
    pub until: i64,
    pub structural: bool,
}

#[derive(Debug)]
pub struct Loan {
    pub amount: Cents,
    pub on: i64,
    /// Of its own first, second ... year; the last repeats.
    pub interest: Vec<Exact>,
    pub repayment: Repayment,
    pub term: i64,
    /// The term of the loan whose instalments it has.
    pub amortised_over: i64,
    /// Whether interest during grace is added to what is owed.
    pub adds: bool,
    pub grace: i64,
    /// Months between instalments: 1, 3 or 12.
    pub every: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repayment {
    Annuity,
    Linear,
    Bullet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Avoided,
    Value,
    Burden,
}

/// An avoided cost, a value or a burden: what happens to others.
#[derive(Debug)]
pub struct Effect {
    pub group: Group,
    /// `avoided.ID`, `value.ID`, `burden.ID`
    pub path: String,
    pub party: String,
    pub stream: Stream,
    pub lag: i64,
    /// Months that a unit keeps saving, and what it loses each year.
    pub lasts: Option<(i64, Exact)>,
    pub deadweight: Exact,
    pub displacement: Exact,
    pub attribution: Exact,
    pub optimism_bias: Exact,
    /// Of a value or burden zero.
    pub cashable: Exact,
    /// What somebody else no longer gets; of a value or burden zero.
    pub transfer: Exact,
}

impl Case {
    /// N = 12 x years.
    pub fn months(&self) -> i64 {
        12 * self.years
    }
}

impl Case {
    /// "An entry that begins past the end is a warning".
    pub fn begins_past_the_end(&self) -> bool {
        let past = |from: i64| from >= self.months();
        let begins = |source: &Source| match source {
            Source::Own(stream) => past(stream.from),
            // It follows an entry that is itself past the end.
            Source::Of(_) => false,
        };
        self.costs.iter().any(|cost| begins(&cost.source))
            || self.effects.iter().any(|effect| past(effect.stream.from))
            || self.reserves.iter().any(|reserve| past(reserve.stream.from))
            || self.funding.iter().any(|funding| match &funding.kind {
                Kind::Income(income) | Kind::Equity(income) => begins(&income.source),
                Kind::Outcome(outcome) => past(outcome.from),
                Kind::Volunteered(source) => begins(source),
                Kind::Loan(loan) => past(loan.on),
            })
    }
}
