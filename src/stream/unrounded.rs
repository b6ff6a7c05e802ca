//! What entries come to and pay where nothing is rounded (reference, section 5): by the same rules
//! as what [`posting`](super::posting) posts, from the exact amounts of [`terms`](super::terms).

use super::posting::{cost_payments, equity_payments, income_payments, outcome_payments};
use super::terms::{self, Bias, Settlement};
use super::{Payments, Series, Sharing, milestones};
use crate::case::{Case, Cost, Effect, Equity, InKind, Income, Milestones, Outcome, Versions};
use crate::exact::{Exactly, Trouble, Unrounded};

/// What an entry comes to each month and what is paid of it, not rounded.
#[derive(Clone, Debug)]
pub struct ExactFlow {
    /// What accrues.
    pub accrual: Unrounded,
    /// What is paid.
    pub cash: Unrounded,
}

/// What an avoided cost, a value or a burden comes to each month, not rounded.
#[derive(Clone, Debug)]
pub struct ExactImpact {
    /// All of it.
    pub accrual: Unrounded,
    /// What the party can take out of a budget.
    pub cashable: Unrounded,
}

impl ExactFlow {
    fn of(amounts: Series<Exactly>, payments: &Payments) -> Result<Self, Trouble> {
        let accrual = amounts.unrounded()?;
        Ok(Self { cash: accrual.moved(|month| payments.month(month)), accrual })
    }

    /// What is paid in parts of all of it.
    fn in_parts(
        case: &Case,
        milestones: &Milestones,
        amounts: Series<Exactly>,
        as_of: impl Fn(&Case, i32) -> Result<Series<Exactly>, Trouble>,
    ) -> Result<Self, Trouble> {
        let cash = milestones::paid(case, milestones, &amounts, as_of)?.unrounded()?;
        Ok(Self { accrual: amounts.unrounded()?, cash })
    }

    /// Of an income: what goes ahead by its own payments, and the rest at once at the end.
    fn of_income(
        case: &Case,
        amounts: Series<Exactly>,
        income: &Versions<'_, Income>,
        as_of: impl Fn(&Case, i32) -> Result<Series<Exactly>, Trouble>,
    ) -> Result<Self, Trouble> {
        if let Some(milestones) = &income.first().milestones {
            return Self::in_parts(case, milestones, amounts, as_of);
        }
        let payments = income_payments(case, income);
        let Some(advance) = income.last().advance else { return Self::of(amounts, &payments) };
        let accrual = amounts.unrounded()?;
        let ahead = accrual.times(advance.share.0);
        let mut cash = ahead.moved(|month| payments.month(month));
        for Settlement { months, paid } in terms::settlements(case, income, advance) {
            cash.put(paid, &(accrual.total(months.clone()) - ahead.total(months)));
        }
        Ok(Self { accrual, cash })
    }
}

/// What a cost comes to and pays.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn cost(case: &Case, cost: &Versions<'_, Cost>) -> Result<ExactFlow, Trouble> {
    let amounts = terms::cost(case, cost)?;
    if let Some(milestones) = &cost.first().milestones {
        return ExactFlow::in_parts(case, milestones, amounts, |case, until| {
            terms::cost(case, &cost.until(until))
        });
    }
    ExactFlow::of(amounts, &cost_payments(case, cost))
}

/// What an income that is not earmarked comes to and pays.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn income(case: &Case, income: &Versions<'_, Income>) -> Result<ExactFlow, Trouble> {
    ExactFlow::of_income(case, terms::income(case, income)?, income, |case, until| {
        terms::income(case, &income.until(until))
    })
}

/// What each earmarked entry that claims together with others comes to and pays, by its place in
/// the case's funding, when the funding at these places is granted.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn claims(
    case: &Case,
    sharing: &Sharing,
    granted: impl Fn(usize) -> bool,
) -> Result<Vec<(usize, ExactFlow)>, Trouble> {
    let brought = sharing.brought::<Exactly>(case, &granted)?.into_iter();
    let flow = brought.map(|one| {
        let as_of = |case: &Case, _| {
            let brought = sharing.brought::<Exactly>(case, &granted)?.into_iter();
            let mut same = brought.filter(|other| other.place == one.place);
            same.next().map(|other| other.amounts).ok_or(Trouble::Unsure)
        };
        Ok((one.place, ExactFlow::of_income(case, one.amounts, &one.income, as_of)?))
    });
    flow.collect()
}

/// What an outcome payment comes to and pays.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn outcome(case: &Case, outcome: &Versions<'_, Outcome>) -> Result<ExactFlow, Trouble> {
    ExactFlow::of(terms::outcome(case, outcome)?, &outcome_payments(case, outcome))
}

/// What equity comes to and pays.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn equity(case: &Case, equity: &Versions<'_, Equity>) -> Result<ExactFlow, Trouble> {
    let stream = equity.part(|equity| &equity.stream);
    let amounts = terms::plain(case, &stream)?;
    if let Some(milestones) = &equity.first().milestones {
        return ExactFlow::in_parts(case, milestones, amounts, |case, until| {
            terms::plain(case, &stream.until(until))
        });
    }
    ExactFlow::of(amounts, &equity_payments(case, equity))
}

/// What something in kind is worth; it pays nothing.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn in_kind(case: &Case, in_kind: &Versions<'_, InKind>) -> Result<ExactFlow, Trouble> {
    let amounts = terms::plain(case, &in_kind.part(|in_kind| &in_kind.stream))?;
    let accrual = Series::unrounded(amounts)?;
    Ok(ExactFlow { cash: Unrounded::nothing(accrual.months()), accrual })
}

/// What an avoided cost, a value or a burden comes to.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn effect(
    case: &Case,
    effect: &Versions<'_, Effect>,
    bias: Bias,
) -> Result<ExactImpact, Trouble> {
    Ok(ExactImpact {
        accrual: Series::unrounded(terms::effect(case, effect, bias)?)?,
        cashable: Series::unrounded(terms::cashable(case, effect)?)?,
    })
}
