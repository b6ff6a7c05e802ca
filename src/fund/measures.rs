//! What a fund came to: its measures, and whether it keeps its capital.

use super::ledger::Ledger;
use super::plan::Plan;
use super::prices::{Prices, rounded};
use super::run::FundRun;
use crate::calendar::Month;
use crate::case::VerdictKind;
use crate::exact::round_half_away;
use crate::measures::Ratio;
use crate::money::{Cents, Overflow};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use rust_decimal::Decimal;

/// What is put into a fund.
#[derive(Clone, Debug)]
pub struct PutIn {
    /// All of it, as it came.
    pub nominal: Cents,
    /// The same, each addition exactly in prices of the start, in cents.
    pub real: BigRational,
}

impl PutIn {
    /// What a plan puts in.
    ///
    /// # Errors
    /// [`Overflow`] when the sum outgrows [`Cents`].
    pub fn of(plan: &Plan, prices: &Prices) -> Result<Self, Overflow> {
        let additions =
            plan.additions.iter().enumerate().filter(|(_, amount)| **amount != Cents::ZERO);
        Ok(Self {
            nominal: Cents::total(plan.additions.iter().copied())?,
            real: additions.map(|(month, &amount)| prices.deflated(amount, month)).sum(),
        })
    }

    /// What a fund keeps of it.
    ///
    /// # Errors
    /// [`Overflow`] when the net worth outgrows [`Cents`].
    pub fn standing(&self, ledger: &Ledger, prices: &Prices) -> Result<Standing, Overflow> {
        let net_worth = ledger.net_worth()?;
        let last = ledger.cash.len().saturating_sub(1);
        Ok(Standing {
            pays: ledger.below_zero().is_none(),
            keeps: prices.deflated(net_worth, last) >= self.real,
            keeps_nominally: net_worth >= self.nominal,
        })
    }
}

/// What a fund keeps of what was put in, on exact figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether its cash is never below zero.
    pub pays: bool,
    /// Whether its net worth at the end, in prices of the start, is at least what was put in, each
    /// addition in prices of the start too.
    pub keeps: bool,
    /// Whether that holds as the amounts stand.
    pub keeps_nominally: bool,
}

impl Standing {
    /// Whether a fund keeps its capital: `closes` when it does, `conditional` when only as the
    /// amounts stand.
    pub fn verdict(self) -> VerdictKind {
        match self {
            Self { pays: true, keeps: true, .. } => VerdictKind::Closes,
            Self { pays: true, keeps_nominally: true, .. } => VerdictKind::Conditional,
            _ => VerdictKind::DoesNotClose,
        }
    }
}

/// What a fund came to at its end.
#[derive(Clone, Debug)]
pub struct Measures {
    /// All that was lent.
    pub lent: Cents,
    /// How many requests were served: initiatives and small loans.
    pub loans: i64,
    /// How often the capital was lent: all that was lent over what was put in; `None` where
    /// nothing was.
    pub multiplier: Option<Ratio>,
    /// The mean over months of cash above the reserve over what was put in until then, rounded to
    /// four decimals; `None` where nothing was.
    pub idle_share: Option<Decimal>,
    /// The capital and all additions.
    pub put_in: Cents,
    /// The same, each in prices of the start.
    pub put_in_real: Cents,
    /// Cash and what is owed at the end.
    pub net_worth: Cents,
    /// The same in prices of the start.
    pub net_worth_real: Cents,
    /// All that was paid back.
    pub principal: Cents,
    /// All interest on loans.
    pub interest: Cents,
    /// All interest on cash.
    pub idle_interest: Cents,
    /// All that was lost.
    pub lost: Cents,
    /// All that the fund itself cost.
    pub costs: Cents,
    /// What was lost of all that was lent; `None` where nothing was lent.
    pub loss_share: Option<Ratio>,
    /// The lowest cash at the end of a month, and the first month in which it stood so.
    pub lowest: (Cents, Month),
    /// The first month that ended with cash below zero.
    pub below_zero: Option<Month>,
}

impl Measures {
    /// The measures of a run.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn of(
        plan: &Plan,
        prices: &Prices,
        put_in: &PutIn,
        run: &FundRun,
    ) -> Result<Self, Overflow> {
        let ledger = &run.ledger;
        let total = |amounts: &[Cents]| Cents::total(amounts.iter().copied());
        let lent = total(&ledger.lent)?;
        let lost = total(&ledger.losses)?;
        let net_worth = ledger.net_worth()?;
        let last = plan.months.saturating_sub(1);
        let month =
            |number: usize| plan.fund.horizon.month(i32::try_from(number).unwrap_or(i32::MAX));
        let lowest = (0..).zip(ledger.cash.iter().copied()).min_by_key(|&(_, cash)| cash);
        let (at, lowest) = lowest.unwrap_or_default();
        Ok(Self {
            lent,
            loans: loans(run)?,
            multiplier: Ratio::of(lent, put_in.nominal),
            idle_share: idle_share(plan, ledger)?,
            put_in: put_in.nominal,
            put_in_real: rounded(&put_in.real)?,
            net_worth,
            net_worth_real: rounded(&prices.deflated(net_worth, last))?,
            principal: total(&ledger.principal)?,
            interest: total(&ledger.interest)?,
            idle_interest: total(&ledger.idle_interest)?,
            lost,
            costs: total(&ledger.costs)?,
            loss_share: Ratio::of(lost, lent),
            lowest: (lowest, month(at)),
            below_zero: ledger.below_zero().map(month),
        })
    }
}

/// How many requests were served.
fn loans(run: &FundRun) -> Result<i64, Overflow> {
    let initiatives = run.applications.iter().filter(|asked| asked.started.is_some()).count();
    let initiatives = i64::try_from(initiatives).map_err(|_| Overflow)?;
    let mut small = run.lending.iter().map(|lending| lending.served);
    small.try_fold(initiatives, i64::checked_add).ok_or(Overflow)
}

/// The mean over months of cash above the reserve over what was put in until then; months before
/// anything was put in do not count.
fn idle_share(plan: &Plan, ledger: &Ledger) -> Result<Option<Decimal>, Overflow> {
    let (mut put_in, mut months) = (Cents::ZERO, 0_u32);
    let mut shares = BigRational::zero();
    // What was put in changes seldom, so cash is added up in between and divided once.
    let mut idle = BigInt::zero();
    let mut settle = |idle: &mut BigInt, put_in: Cents| {
        if put_in > Cents::ZERO {
            shares += BigRational::new(std::mem::take(idle), BigInt::from(put_in.0));
        }
    };
    for (&added, &cash) in ledger.additions.iter().zip(&ledger.cash) {
        if added != Cents::ZERO {
            settle(&mut idle, put_in);
            put_in = put_in.plus(added)?;
        }
        if put_in > Cents::ZERO {
            idle += cash.minus(plan.reserve)?.max(Cents::ZERO).0;
            months += 1;
        }
    }
    settle(&mut idle, put_in);
    if months == 0 {
        return Ok(None);
    }
    let denominator = shares.denom() * months;
    let rounded = round_half_away(&(shares.numer() * 10_000), &denominator)?;
    Ok(Some(Decimal::new(rounded.0, 4)))
}
