//! What each kind of entry posts and pays, in whole cents.

use super::book::{Book, Purchase};
use super::claims::Sharing;
use super::route::{self, Route, routes};
use super::shape;
use super::terms::{self, Bias, Settlement};
use super::{Payments, Series, milestones};
use crate::calendar::Horizon;
use crate::case::{
    Case, Cost, Effect, Equity, InKind, Income, Investment, Milestones, Outcome, Payment, Reserve,
    Schedule, Stream, Versions,
};
use crate::exact::{Exactly, Near, Number, Trouble, decide, to_cents};
use crate::money::{Cents, Overflow, Share, put};

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
    /// What accrues, paid when it is.
    fn of(case: &Case, accrual: Vec<Cents>, payments: &Payments) -> Result<Self, Overflow> {
        let (cash, after) = paid(case, &accrual, payments)?;
        Ok(Self { accrual, cash, after })
    }

    /// What accrues, paid in parts of all of it.
    fn in_parts<N: Number>(
        case: &Case,
        milestones: &Milestones,
        amounts: &Series<N>,
        as_of: impl Fn(&Case, i32) -> Result<Series<N>, Trouble>,
    ) -> Result<Self, Trouble> {
        let mut cash = milestones::paid(case, milestones, amounts, as_of)?.posted()?;
        let after = cash.split_off(case.horizon.months());
        Ok(Self { accrual: amounts.posted()?, cash, after })
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
    fn accrual<N: Number>(case: &Case, cost: &Versions<'_, Cost>) -> Result<Vec<Cents>, Trouble> {
        terms::cost::<N>(case, cost)?.posted()
    }
    fn in_parts<N: Number>(
        case: &Case,
        cost: &Versions<'_, Cost>,
        milestones: &Milestones,
    ) -> Result<Flow, Trouble> {
        Flow::in_parts::<N>(case, milestones, &terms::cost(case, cost)?, |case, until| {
            terms::cost(case, &cost.until(until))
        })
    }
    if let Some(milestones) = &cost.first().milestones {
        return posted!(in_parts(case, cost, milestones));
    }
    Flow::of(case, posted!(accrual(case, cost))?, &cost_payments(case, cost))
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
    fn earned<N: Number>(case: &Case, income: &Versions<'_, Income>) -> Result<Earned, Trouble> {
        Earned::of(case, &terms::income::<N>(case, income)?, income, |case, until| {
            terms::income(case, &income.until(until))
        })
    }
    posted!(earned(case, income))?.paid(case, income)
}

/// What each earmarked entry that claims together with others posts and pays, by its place in the
/// case's funding, when the funding at these places is granted.
///
/// # Errors
/// [`Overflow`] when a total outgrows [`Cents`].
pub fn claims(
    case: &Case,
    sharing: &Sharing,
    granted: impl Fn(usize) -> bool,
) -> Result<Vec<(usize, Flow)>, Overflow> {
    fn earned<N: Number>(
        case: &Case,
        sharing: &Sharing,
        granted: &impl Fn(usize) -> bool,
    ) -> Result<Vec<(usize, Earned)>, Trouble> {
        let brought = sharing.brought::<N>(case, granted)?;
        let earned = brought.iter().map(|one| {
            let as_of = |case: &Case, _| {
                let brought = sharing.brought::<N>(case, granted)?.into_iter();
                let mut same = brought.filter(|other| other.place == one.place);
                same.next().map(|other| other.amounts).ok_or(Trouble::Unsure)
            };
            Ok((one.place, Earned::of(case, &one.amounts, &one.income, as_of)?))
        });
        earned.collect()
    }
    let earned = posted!(earned(case, sharing, &granted))?;
    let flows = earned.into_iter().filter_map(|(place, earned)| {
        let income = case.funding.get(place)?.income()?;
        Some(earned.paid(case, &income).map(|flow| (place, flow)))
    });
    flows.collect()
}

/// What an income posts, and what of it goes ahead.
struct Earned {
    accrual: Vec<Cents>,
    ahead: Vec<Cents>,
    /// What is paid, where that is in parts of all of it.
    in_parts: Option<Flow>,
}

impl Earned {
    fn of<N: Number>(
        case: &Case,
        amounts: &Series<N>,
        income: &Versions<'_, Income>,
        as_of: impl Fn(&Case, i32) -> Result<Series<N>, Trouble>,
    ) -> Result<Self, Trouble> {
        if let Some(milestones) = &income.first().milestones {
            let flow = Flow::in_parts(case, milestones, amounts, as_of)?;
            return Ok(Self { accrual: Vec::new(), ahead: Vec::new(), in_parts: Some(flow) });
        }
        let ahead = match &income.first().advance {
            Some(advance) => amounts.clone().times(&N::of(advance.share.0))?.posted()?,
            None => Vec::new(),
        };
        Ok(Self { accrual: amounts.posted()?, ahead, in_parts: None })
    }

    /// When it is paid.
    fn paid(self, case: &Case, income: &Versions<'_, Income>) -> Result<Flow, Overflow> {
        if let Some(flow) = self.in_parts {
            return Ok(flow);
        }
        let payments = income_payments(case, income);
        let Some(advance) = income.last().advance else {
            return Flow::of(case, self.accrual, &payments);
        };
        let (mut cash, mut after) = paid(case, &self.ahead, &payments)?;
        for Settlement { months, paid } in terms::settlements(case, income, advance) {
            // All that has not gone ahead comes at once.
            let total = |posted: &[Cents]| {
                let months = posted.get(months.clone()).unwrap_or_default();
                Cents::total(months.iter().copied())
            };
            let rest = total(&self.accrual)?.minus(total(&self.ahead)?)?;
            put(&mut cash, paid, rest)?;
            put_after(case, &mut after, paid, rest)?;
        }
        Ok(Flow { accrual: self.accrual, cash, after })
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
    fn accrual<N: Number>(
        case: &Case,
        outcome: &Versions<'_, Outcome>,
    ) -> Result<Vec<Cents>, Trouble> {
        terms::outcome::<N>(case, outcome)?.posted()
    }
    Flow::of(case, posted!(accrual(case, outcome))?, &outcome_payments(case, outcome))
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
    fn in_parts<N: Number>(
        case: &Case,
        stream: &Versions<'_, Stream>,
        milestones: &Milestones,
    ) -> Result<Flow, Trouble> {
        Flow::in_parts::<N>(case, milestones, &terms::plain(case, stream)?, |case, until| {
            terms::plain(case, &stream.until(until))
        })
    }
    let stream = equity.part(|equity| &equity.stream);
    if let Some(milestones) = &equity.first().milestones {
        return posted!(in_parts(case, &stream, milestones));
    }
    let accrual = plain(case, &stream)?;
    Flow::of(case, accrual, &equity_payments(case, equity))
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
