//! What each kind of entry posts and pays, in whole cents.

use super::book::{Book, Purchase};
use super::came::{Came, settle};
use super::claims::{Sharing, Standing};
use super::route::{self, Route, routes};
use super::shape;
use super::terms::{self, Bias, Settlement};
use super::{Payments, Series, milestones};
use crate::calendar::Horizon;
use crate::case::{
    Case, Cost, Effect, Entry, Equity, Facts, InKind, Income, Investment, Milestones, Outcome,
    Payment, Reserve, Schedule, Stream, Versions,
};
use crate::exact::{Exactly, Near, Number, Trouble, decide, to_cents};
use crate::money::{Cents, Overflow, Share, add, put};

/// What an entry posts each month, and what is paid of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What accrues.
    pub accrual: Vec<Cents>,
    /// What is paid.
    pub cash: Vec<Cents>,
    /// What is paid in each month after the horizon: kept of a case that ends, where it is asked.
    pub after: Vec<Cents>,
}

/// What an avoided cost, a value or a burden comes to each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    /// All of it.
    pub accrual: Vec<Cents>,
    /// What the party can take out of a budget.
    pub cashable: Vec<Cents>,
    /// What somebody else no longer gets; empty where that is nothing.
    pub transfer: Vec<Cents>,
}

impl Flow {
    /// What accrues, paid when it is: what was planned as planned, and what facts differ from that
    /// so many months later, outside blocks.
    fn of(
        case: &Case,
        posted: &Posted,
        payments: &Payments,
        delay: impl Fn(i32) -> i32,
    ) -> Result<Self, Overflow> {
        let (cash, after) = paid(case, &posted.would, payments)?;
        Self { accrual: posted.accrual()?, cash, after }.with(case, &posted.differs, delay)
    }

    /// What accrues, paid in parts of all that was planned of it.
    fn in_parts<N: Number>(
        case: &Case,
        milestones: &Milestones,
        came: Came<N>,
        as_of: impl Fn(&Case, i32) -> Result<Series<N>, Trouble>,
    ) -> Result<Self, Trouble> {
        let mut cash = milestones::paid(case, milestones, &came.would, as_of)?.posted()?;
        let after = cash.split_off(case.horizon.months());
        let posted = Posted::of(came)?;
        let flow = Self { accrual: posted.accrual()?, cash, after };
        Ok(flow.with(case, &posted.differs, |_| 0)?)
    }

    /// The same where what facts differ is paid too.
    fn with(
        mut self,
        case: &Case,
        differs: &[Cents],
        delay: impl Fn(i32) -> i32,
    ) -> Result<Self, Overflow> {
        for (month, &differs) in (0..).zip(differs) {
            if differs != Cents::ZERO {
                let paid = month + delay(month);
                put(&mut self.cash, paid, differs)?;
                put_after(case, &mut self.after, paid, differs)?;
            }
        }
        Ok(self)
    }

    /// The same where so much was paid in each of the first months.
    fn settled(mut self, case: &Case, paid: &[Cents]) -> Result<Self, Overflow> {
        let months = self.cash.len();
        let wide = |amount: &Cents| i128::from(amount.0);
        let mut due: Vec<i128> = self.cash.iter().chain(&self.after).map(wide).collect();
        settle(&mut due, &paid.iter().map(wide).collect::<Vec<_>>());
        let due: Result<Vec<_>, _> = due.into_iter().map(i64::try_from).collect();
        let mut cash: Vec<_> = due.map_err(|_| Overflow)?.into_iter().map(Cents).collect();
        let after = cash.split_off(months.min(cash.len()));
        self.cash = cash;
        self.after = if case.ends { after } else { Vec::new() };
        Ok(self)
    }

    /// The same where what was paid in months that are fact stays so, whatever is laid over the case
    /// from then on; `before` is what it would be without that.
    fn kept(
        self,
        case: &Case,
        facts: Option<&Facts>,
        before: impl FnOnce(&Case, i32) -> Result<Self, Overflow>,
    ) -> Result<Self, Overflow> {
        let Some(facts) = facts else { return Ok(self) };
        if facts.unpaid {
            return self.settled(case, &vec![Cents::ZERO; facts.months()]);
        }
        let from = facts.until + 1;
        if case.changes().iter().all(|&month| month < from) {
            return Ok(self);
        }
        let before = before(&case.until(from), from)?;
        self.settled(case, before.cash.get(..facts.months()).unwrap_or(&before.cash))
    }
}

/// What is posted of an entry.
struct Posted {
    /// What would be without facts.
    would: Vec<Cents>,
    /// What facts differ from that.
    differs: Vec<Cents>,
}

impl Posted {
    fn of<N: Number>(came: Came<N>) -> Result<Self, Trouble> {
        Ok(Self { would: came.would.posted()?, differs: came.differs })
    }

    fn accrual(&self) -> Result<Vec<Cents>, Overflow> {
        let mut accrual = self.would.clone();
        add(&mut accrual, &self.differs)?;
        Ok(accrual)
    }
}

/// What is paid within the horizon of what accrued, and after it where that is asked.
fn paid(
    case: &Case,
    accrual: &[Cents],
    payments: &Payments,
) -> Result<(Vec<Cents>, Vec<Cents>), Overflow> {
    let months = if case.ends { payments.months_after() } else { 0 };
    let mut after = vec![Cents::ZERO; months];
    payments.pay_after_into(accrual, &mut after)?;
    Ok((payments.pay(accrual)?, after))
}

/// Runs one formula in both kinds of number.
macro_rules! posted {
    ($formula:ident($($argument:expr),*)) => {
        decide(|| $formula::<Near>($($argument),*), || $formula::<Exactly>($($argument),*))
    };
}

/// What a cost posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn cost(case: &Case, cost: &Versions<'_, Cost>) -> Result<Flow, Overflow> {
    let flow = planned_cost(case, cost)?;
    flow.kept(case, cost.facts(), |case, from| planned_cost(case, &cost.until(from)))
}

fn planned_cost(case: &Case, cost: &Versions<'_, Cost>) -> Result<Flow, Overflow> {
    fn came<N: Number>(case: &Case, cost: &Versions<'_, Cost>) -> Result<Posted, Trouble> {
        Posted::of(terms::cost_came::<N>(case, cost)?)
    }
    fn in_parts<N: Number>(
        case: &Case,
        cost: &Versions<'_, Cost>,
        milestones: &Milestones,
    ) -> Result<Flow, Trouble> {
        Flow::in_parts::<N>(case, milestones, terms::cost_came(case, cost)?, |case, until| {
            Ok(terms::cost_came(case, &cost.until(until))?.would)
        })
    }
    if let Some(milestones) = &cost.first().milestones {
        return posted!(in_parts(case, cost, milestones));
    }
    let delay = |month| cost.at(month).payment.delay;
    Flow::of(case, &posted!(came(case, cost))?, &cost_payments(case, cost), delay)
}

/// When a cost is paid.
pub fn cost_payments(case: &Case, cost: &Versions<'_, Cost>) -> Payments {
    let first = first_month(case, &cost.first().schedule);
    Payments::of(case.horizon, first, |month| cost.at(month).payment)
}

/// The book of a cost that is an investment, from what it posted: each purchase has the life that
/// was given to it when it was made.
///
/// # Errors
/// [`Overflow`] when the values together outgrow [`Cents`].
pub fn book(
    case: &Case,
    cost: &Versions<'_, Cost>,
    accrual: &[Cents],
) -> Result<Option<Book>, Overflow> {
    let Some(investment) = cost.first().investment else { return Ok(None) };
    let mut purchases = before_start(case, &cost.first().schedule, investment)?;
    let made = (0..).zip(accrual.iter().copied()).filter(|&(_, price)| price != Cents::ZERO);
    purchases.extend(made.map(|(month, price)| {
        let life = cost.at(month).investment.map_or(investment.life, |then| then.life);
        Purchase { month, price, life }
    }));
    let book = Book::of(case.horizon, &purchases)?;
    match terms::sold(case, cost) {
        Some(sold) => book.sold(sold.month, to_cents(sold.price.0)?, &purchases).map(Some),
        None => Ok(Some(book)),
    }
}

/// The purchases of the opening balance. What follows a purchase of the opening balance was bought
/// with it.
fn before_start(
    case: &Case,
    schedule: &Schedule,
    investment: Investment,
) -> Result<Vec<Purchase>, Overflow> {
    let mut purchases = Vec::new();
    for route in routes(case, schedule, Some(investment), i32::MIN) {
        let Some(months) = route.purchases(case.horizon) else { continue };
        for month in months.take_while(|&month| month < 0) {
            let price = price_before_start(&route)?;
            purchases.push(Purchase { month, price, life: investment.life });
        }
    }
    Ok(purchases)
}

/// `round2(unit x (1 + optimism_bias))`, or what follows makes of it: before the start year the
/// index is 1.
fn price_before_start(route: &Route<'_>) -> Result<Cents, Overflow> {
    fn price<N: Number>(route: &Route<'_>) -> Result<Cents, Trouble> {
        let (what, _, factor) = route.taken::<N>()?;
        let price = shape::unit_of::<N>(&route.stream.unit, what, 0)?.times(&factor)?;
        let posted = Series::single(price, 1).posted()?;
        Ok(posted.first().copied().unwrap_or_default())
    }
    posted!(price(route))
}

/// What an income that is not earmarked posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn income(case: &Case, income: &Versions<'_, Income>) -> Result<Flow, Overflow> {
    let flow = planned_income(case, income, false)?;
    let before = |case: &Case, from| planned_income(case, &income.until(from), false);
    flow.kept(case, income.facts(), before)
}

/// What has come of an income that is not earmarked where no more of it will.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn income_to_date(
    case: &Case,
    income: &Versions<'_, Income>,
    usual: &Flow,
) -> Result<Flow, Overflow> {
    to_date(case, income.facts(), planned_income(case, income, true)?, usual)
}

/// What was paid to date stays so where no more will come.
fn to_date(case: &Case, facts: Option<&Facts>, flow: Flow, usual: &Flow) -> Result<Flow, Overflow> {
    let months = facts.map_or(0, Facts::months);
    flow.settled(case, usual.cash.get(..months).unwrap_or(&usual.cash))
}

/// Amounts to the last month that is fact, where they stop there.
pub(super) fn stopped<N: Number>(case: &Case, came: Came<N>, stops: bool) -> Came<N> {
    if stops { Came { would: came.would.keep(0, case.judged_from() - 1), ..came } } else { came }
}

fn planned_income(
    case: &Case,
    income: &Versions<'_, Income>,
    stops: bool,
) -> Result<Flow, Overflow> {
    fn earned<N: Number>(
        case: &Case,
        income: &Versions<'_, Income>,
        stops: bool,
    ) -> Result<Earned, Trouble> {
        let came = |case: &Case, income: &Versions<'_, Income>| {
            Ok::<Came<N>, Trouble>(stopped(case, terms::income_came(case, income)?, stops))
        };
        Earned::of(case, came(case, income)?, income, |case, until| {
            Ok(came(case, &income.until(until))?.would)
        })
    }
    posted!(earned(case, income, stops))?.paid(case, income)
}

/// What each earmarked entry that claims together with others posts and pays, by its place in the
/// case's funding, when the funding at these places stands so.
///
/// # Errors
/// [`Overflow`] when a total outgrows [`Cents`].
pub fn claims(
    case: &Case,
    sharing: &Sharing,
    standing: impl Fn(usize) -> Standing,
) -> Result<Vec<(usize, Flow)>, Overflow> {
    let flows = planned_claims(case, sharing, &standing)?;
    if case.actual.is_none() {
        return Ok(flows);
    }
    let at = |flows: &[(usize, Flow)], place: usize| {
        let found = flows.iter().find(|(at, _)| *at == place);
        found.map(|(_, flow)| flow.clone()).ok_or(Overflow)
    };
    let kept = flows.into_iter().map(|(place, flow)| {
        let income = case.funding.get(place).and_then(Entry::income).ok_or(Overflow)?;
        let facts = income.facts();
        let flow = if standing(place) == Standing::ToDate {
            let all = planned_claims(case, sharing, &|_| Standing::Granted)?;
            to_date(case, facts, flow, &at(&all, place)?)?
        } else {
            flow.kept(case, facts, |case, _| at(&planned_claims(case, sharing, &standing)?, place))?
        };
        Ok((place, flow))
    });
    kept.collect()
}

fn planned_claims(
    case: &Case,
    sharing: &Sharing,
    standing: &impl Fn(usize) -> Standing,
) -> Result<Vec<(usize, Flow)>, Overflow> {
    fn earned<N: Number>(
        case: &Case,
        sharing: &Sharing,
        standing: &impl Fn(usize) -> Standing,
    ) -> Result<Vec<(usize, Earned)>, Trouble> {
        let brought = sharing.brought::<N>(case, standing)?;
        let earned = brought.into_iter().map(|one| {
            let place = one.place;
            let as_of = |case: &Case, _| {
                let brought = sharing.brought::<N>(case, standing)?.into_iter();
                let mut same = brought.filter(|other| other.place == place);
                same.next().map(|other| other.amounts).ok_or(Trouble::Unsure)
            };
            let came = Came { would: one.amounts, differs: one.differs };
            Ok((place, Earned::of(case, came, &one.income, as_of)?))
        });
        earned.collect()
    }
    let earned = posted!(earned(case, sharing, standing))?;
    let flows = earned.into_iter().filter_map(|(place, earned)| {
        let income = case.funding.get(place)?.income()?;
        Some(earned.paid(case, &income).map(|flow| (place, flow)))
    });
    flows.collect()
}

/// What an income posts, and what of it goes ahead.
enum Earned {
    /// Paid in parts of all of it.
    InParts(Flow),
    /// Paid by its payments; what goes ahead is empty where all does.
    InTime { posted: Posted, ahead: Vec<Cents> },
}

impl Earned {
    fn of<N: Number>(
        case: &Case,
        came: Came<N>,
        income: &Versions<'_, Income>,
        as_of: impl Fn(&Case, i32) -> Result<Series<N>, Trouble>,
    ) -> Result<Self, Trouble> {
        if let Some(milestones) = &income.first().milestones {
            return Ok(Self::InParts(Flow::in_parts(case, milestones, came, as_of)?));
        }
        let ahead = match &income.first().advance {
            Some(advance) => came.would.clone().times(&N::of(advance.share.0))?.posted()?,
            None => Vec::new(),
        };
        Ok(Self::InTime { posted: Posted::of(came)?, ahead })
    }

    /// When it is paid.
    fn paid(self, case: &Case, income: &Versions<'_, Income>) -> Result<Flow, Overflow> {
        let (posted, ahead) = match self {
            Self::InParts(flow) => return Ok(flow),
            Self::InTime { posted, ahead } => (posted, ahead),
        };
        let payments = income_payments(case, income);
        let delay = |month| income.at(month).payment.delay;
        let Some(advance) = income.last().advance else {
            return Flow::of(case, &posted, &payments, delay);
        };
        let (mut cash, mut after) = paid(case, &ahead, &payments)?;
        for Settlement { months, paid } in terms::settlements(case, income, advance) {
            // All that has not gone ahead comes at once.
            let total = |posted: &[Cents]| {
                let months = posted.get(months.clone()).unwrap_or_default();
                Cents::total(months.iter().copied())
            };
            let rest = total(&posted.would)?.minus(total(&ahead)?)?;
            put(&mut cash, paid, rest)?;
            put_after(case, &mut after, paid, rest)?;
        }
        Flow { accrual: posted.accrual()?, cash, after }.with(case, &posted.differs, delay)
    }
}

/// Adds an amount in the month with this number, where that lies after the horizon of a case that
/// ends.
fn put_after(
    case: &Case,
    after: &mut Vec<Cents>,
    month: i32,
    amount: Cents,
) -> Result<(), Overflow> {
    let month = month.saturating_sub(case.horizon.end());
    let Some(place) = usize::try_from(month).ok().filter(|_| case.ends) else { return Ok(()) };
    if after.len() <= place {
        after.resize(place + 1, Cents::ZERO);
    }
    put(after, month, amount)
}

/// When an income is paid, or of one with an advance what goes ahead.
pub fn income_payments(case: &Case, income: &Versions<'_, Income>) -> Payments {
    let first = first_month(case, &income.first().schedule);
    Payments::of(case.horizon, first, |month| income.at(month).payment)
}

/// What an outcome payment posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn outcome(case: &Case, outcome: &Versions<'_, Outcome>) -> Result<Flow, Overflow> {
    let flow = planned_outcome(case, outcome, false)?;
    let before = |case: &Case, from| planned_outcome(case, &outcome.until(from), false);
    flow.kept(case, outcome.facts(), before)
}

/// What has come of an outcome payment where no more of it will.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn outcome_to_date(
    case: &Case,
    outcome: &Versions<'_, Outcome>,
    usual: &Flow,
) -> Result<Flow, Overflow> {
    to_date(case, outcome.facts(), planned_outcome(case, outcome, true)?, usual)
}

fn planned_outcome(
    case: &Case,
    outcome: &Versions<'_, Outcome>,
    stops: bool,
) -> Result<Flow, Overflow> {
    fn came<N: Number>(
        case: &Case,
        outcome: &Versions<'_, Outcome>,
        stops: bool,
    ) -> Result<Posted, Trouble> {
        Posted::of(stopped(case, terms::outcome_came::<N>(case, outcome)?, stops))
    }
    let delay = |month| outcome.at(month).delay;
    let payments = outcome_payments(case, outcome);
    Flow::of(case, &posted!(came(case, outcome, stops))?, &payments, delay)
}

/// When an outcome payment is paid.
pub fn outcome_payments(case: &Case, outcome: &Versions<'_, Outcome>) -> Payments {
    let payment = |month| Payment { delay: outcome.at(month).delay, ..Payment::default() };
    Payments::of(case.horizon, 0, payment)
}

/// What equity posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn equity(case: &Case, equity: &Versions<'_, Equity>) -> Result<Flow, Overflow> {
    let flow = planned_equity(case, equity)?;
    flow.kept(case, equity.facts(), |case, from| planned_equity(case, &equity.until(from)))
}

fn planned_equity(case: &Case, equity: &Versions<'_, Equity>) -> Result<Flow, Overflow> {
    fn in_parts<N: Number>(
        case: &Case,
        stream: &Versions<'_, Stream>,
        milestones: &Milestones,
    ) -> Result<Flow, Trouble> {
        Flow::in_parts::<N>(case, milestones, terms::plain_came(case, stream)?, |case, until| {
            Ok(terms::plain_came(case, &stream.until(until))?.would)
        })
    }
    fn came<N: Number>(case: &Case, stream: &Versions<'_, Stream>) -> Result<Posted, Trouble> {
        Posted::of(terms::plain_came::<N>(case, stream)?)
    }
    let stream = equity.part(|equity| &equity.stream);
    if let Some(milestones) = &equity.first().milestones {
        return posted!(in_parts(case, &stream, milestones));
    }
    let delay = |month| equity.at(month).payment.delay;
    Flow::of(case, &posted!(came(case, &stream))?, &equity_payments(case, equity), delay)
}

/// When equity comes in.
pub fn equity_payments(case: &Case, equity: &Versions<'_, Equity>) -> Payments {
    let first = first_of(case.horizon, &equity.first().stream);
    Payments::of(case.horizon, first, |month| equity.at(month).payment)
}

/// What something in kind is worth; it pays nothing.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn in_kind(case: &Case, in_kind: &Versions<'_, InKind>) -> Result<Flow, Overflow> {
    let accrual = plain(case, &in_kind.part(|in_kind| &in_kind.stream))?;
    Ok(Flow { cash: vec![Cents::ZERO; accrual.len()], accrual, after: Vec::new() })
}

/// What is set apart.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn set_apart(case: &Case, reserve: &Versions<'_, Reserve>) -> Result<Vec<Cents>, Overflow> {
    plain(case, &reserve.part(|reserve| &reserve.stream))
}

fn plain(case: &Case, stream: &Versions<'_, Stream>) -> Result<Vec<Cents>, Overflow> {
    fn accrual<N: Number>(
        case: &Case,
        stream: &Versions<'_, Stream>,
    ) -> Result<Vec<Cents>, Trouble> {
        terms::plain::<N>(case, stream)?.posted()
    }
    posted!(accrual(case, stream))
}

/// What an avoided cost, a value or a burden comes to.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn effect(case: &Case, effect: &Versions<'_, Effect>, bias: Bias) -> Result<Impact, Overflow> {
    fn impact<N: Number>(
        case: &Case,
        effect: &Versions<'_, Effect>,
        bias: Bias,
    ) -> Result<Impact, Trouble> {
        let value: Series<N> = terms::effect(case, effect, bias)?;
        let accrual = value.posted()?;
        let always = |share| effect.all(|effect| effect.cashable == share);
        let cashable = if always(Share::default()) {
            vec![Cents::ZERO; accrual.len()]
        } else if always(Share::ALL) {
            accrual.clone()
        } else {
            terms::cashable::<N>(case, effect)?.posted()?
        };
        let transfer = if effect.all(|effect| effect.transfer == Share::default()) {
            Vec::new()
        } else {
            terms::transferred::<N>(case, effect)?.posted()?
        };
        Ok(Impact { accrual, cashable, transfer })
    }
    posted!(impact(case, effect, bias))
}

/// The number of a schedule's first month, from which its payment blocks are counted.
fn first_month(case: &Case, schedule: &Schedule) -> i32 {
    route::first_month(case, schedule).unwrap_or(0)
}

fn first_of(horizon: Horizon, stream: &Stream) -> i32 {
    stream.begins().map_or(0, |month| horizon.number(month))
}
