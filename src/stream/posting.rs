//! What each kind of entry posts and pays, in whole cents.

use super::shape::{self, Of};
use super::terms::{self, Bias};
use super::{Book, Series, payment};
use crate::calendar::Horizon;
use crate::case::{
    Advance, Case, Cost, Effect, Equity, FollowBy, InKind, Income, Investment, Outcome, Payment,
    Schedule, Stream, Timing,
};
use crate::exact::{Fraction, Near, Number, Trouble, decide};
use crate::money::{Cents, Overflow, Share, put};

/// What an entry posts each month, and what is paid of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What accrues.
    pub accrual: Vec<Cents>,
    /// What is paid.
    pub cash: Vec<Cents>,
}

/// What an avoided cost, a value or a burden comes to each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    /// All of it.
    pub accrual: Vec<Cents>,
    /// What the party can take out of a budget.
    pub cashable: Vec<Cents>,
}

/// Runs one formula in both kinds of number.
macro_rules! posted {
    ($formula:ident($($argument:expr),*)) => {
        decide(|| $formula::<Near>($($argument),*), || $formula::<Fraction>($($argument),*))
    };
}

/// What a cost posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn cost(case: &Case, cost: &Cost) -> Result<Flow, Overflow> {
    fn accrual<N: Number>(case: &Case, cost: &Cost) -> Result<Vec<Cents>, Trouble> {
        terms::cost::<N>(case, cost)?.posted()
    }
    let accrual = posted!(accrual(case, cost))?;
    let first = first_month(case, &cost.schedule);
    let cash = payment::paid(case.horizon, &accrual, first, cost.payment)?;
    Ok(Flow { accrual, cash })
}

/// The book of a cost that is an investment, from what it posted.
///
/// # Errors
/// [`Overflow`] when the values together outgrow [`Cents`].
pub fn book(
    case: &Case,
    schedule: &Schedule,
    investment: Investment,
    accrual: &[Cents],
) -> Result<Book, Overflow> {
    let mut purchases = before_start(case, schedule, investment)?;
    purchases.extend((0..).zip(accrual.iter().copied()).filter(|&(_, price)| price != Cents::ZERO));
    Book::of(case.horizon, investment.life, &purchases)
}

/// The purchases of the opening balance, with the numbers of their months. What follows a purchase
/// of the opening balance was bought with it.
fn before_start(
    case: &Case,
    schedule: &Schedule,
    investment: Investment,
) -> Result<Vec<(i32, Cents)>, Overflow> {
    let (stream, bought) = match schedule {
        Schedule::Own(stream) => (&**stream, Some(investment)),
        Schedule::Follows(follow) => match terms::followed(case, follow) {
            Some(followed) => followed,
            None => return Ok(Vec::new()),
        },
    };
    let Timing::Once { on } = stream.timing else { return Ok(Vec::new()) };
    shape::purchases(case.horizon, on, bought)
        .take_while(|&month| month < 0)
        .map(|month| Ok((month, price_before_start(stream, schedule)?)))
        .collect()
}

/// `round2(unit x (1 + optimism_bias))`, or what follows makes of it: before the start year the
/// index is 1.
fn price_before_start(stream: &Stream, schedule: &Schedule) -> Result<Cents, Overflow> {
    fn price<N: Number>(stream: &Stream, schedule: &Schedule) -> Result<Cents, Trouble> {
        let own = |what| shape::unit_of::<N>(&stream.unit, what, 0);
        let price = match schedule {
            Schedule::Own(_) => own(Of::Money)?.times(&terms::more(stream.bias)?)?,
            Schedule::Follows(follow) => match &follow.by {
                FollowBy::Share(share) => own(Of::Money)?
                    .times(&terms::more(stream.bias)?)?
                    .times(&N::of(share.0))?
                    .times(&terms::more(follow.bias)?)?,
                FollowBy::Price { price, .. } => {
                    own(Of::Units)?.times(&N::of(price.0))?.times(&terms::more(follow.bias)?)?
                }
            },
        };
        let posted = Series::single(price, 1).posted()?;
        Ok(posted.first().copied().unwrap_or_default())
    }
    posted!(price(stream, schedule))
}

/// What an income posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn income(case: &Case, income: &Income) -> Result<Flow, Overflow> {
    fn both<N: Number>(case: &Case, income: &Income) -> Result<(Vec<Cents>, Vec<Cents>), Trouble> {
        let series: Series<N> = terms::income(case, income)?;
        let accrual = series.posted()?;
        let ahead = match &income.advance {
            Some(advance) => series.times(&N::of(advance.share.0))?.posted()?,
            None => Vec::new(),
        };
        Ok((accrual, ahead))
    }
    let (accrual, ahead) = posted!(both(case, income))?;
    let first = first_month(case, &income.schedule);
    let cash = match &income.advance {
        None => payment::paid(case.horizon, &accrual, first, income.payment)?,
        Some(advance) => {
            let mut cash = payment::paid(case.horizon, &ahead, first, income.payment)?;
            settle(&mut cash, &accrual, &ahead, *advance)?;
            cash
        }
    };
    Ok(Flow { accrual, cash })
}

/// Pays all that has not gone ahead at once, `settlement` months after the last month that posts
/// anything.
fn settle(
    cash: &mut [Cents],
    accrual: &[Cents],
    ahead: &[Cents],
    advance: Advance,
) -> Result<(), Overflow> {
    let Some(last) = accrual.iter().rposition(|&posted| posted != Cents::ZERO) else {
        return Ok(());
    };
    let rest =
        Cents::total(accrual.iter().copied())?.minus(Cents::total(ahead.iter().copied())?)?;
    let month = i32::try_from(last).map_err(|_| Overflow)?.saturating_add(advance.settlement);
    put(cash, month, rest)
}

/// What an outcome payment posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn outcome(case: &Case, outcome: &Outcome) -> Result<Flow, Overflow> {
    fn accrual<N: Number>(case: &Case, outcome: &Outcome) -> Result<Vec<Cents>, Trouble> {
        terms::outcome::<N>(case, outcome)?.posted()
    }
    let accrual = posted!(accrual(case, outcome))?;
    let payment = Payment { delay: outcome.delay, ..Payment::default() };
    let cash = payment::paid(case.horizon, &accrual, 0, payment)?;
    Ok(Flow { accrual, cash })
}

/// What equity posts and pays.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn equity(case: &Case, equity: &Equity) -> Result<Flow, Overflow> {
    let accrual = plain(case, &equity.stream)?;
    let first = first_of(case.horizon, &equity.stream);
    let cash = payment::paid(case.horizon, &accrual, first, equity.payment)?;
    Ok(Flow { accrual, cash })
}

/// What something in kind is worth; it pays nothing.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn in_kind(case: &Case, in_kind: &InKind) -> Result<Flow, Overflow> {
    let accrual = plain(case, &in_kind.stream)?;
    Ok(Flow { cash: vec![Cents::ZERO; accrual.len()], accrual })
}

fn plain(case: &Case, stream: &Stream) -> Result<Vec<Cents>, Overflow> {
    fn accrual<N: Number>(case: &Case, stream: &Stream) -> Result<Vec<Cents>, Trouble> {
        terms::plain::<N>(case, stream)?.posted()
    }
    posted!(accrual(case, stream))
}

/// What an avoided cost, a value or a burden comes to.
///
/// # Errors
/// [`Overflow`] when its total outgrows [`Cents`].
pub fn effect(case: &Case, effect: &Effect, bias: Bias) -> Result<Impact, Overflow> {
    fn impact<N: Number>(case: &Case, effect: &Effect, bias: Bias) -> Result<Impact, Trouble> {
        let value: Series<N> = terms::effect(case, effect, bias)?;
        let accrual = value.posted()?;
        let cashable = match effect.cashable {
            share if share.0.is_zero() => vec![Cents::ZERO; accrual.len()],
            share if share == Share::ALL => accrual.clone(),
            share => terms::cashable(value, share)?.posted()?,
        };
        Ok(Impact { accrual, cashable })
    }
    posted!(impact(case, effect, bias))
}

/// The number of a schedule's first month, from which its payment blocks are counted.
fn first_month(case: &Case, schedule: &Schedule) -> i32 {
    match schedule {
        Schedule::Own(stream) => first_of(case.horizon, stream),
        Schedule::Follows(follow) => {
            terms::followed(case, follow).map_or(0, |(stream, _)| first_of(case.horizon, stream))
        }
    }
}

fn first_of(horizon: Horizon, stream: &Stream) -> i32 {
    match &stream.timing {
        Timing::Once { on } => horizon.number(*on),
        Timing::Recurring(recurring) => horizon.number(recurring.from),
    }
}
