//! What entries come to and pay where nothing is rounded (reference, section 5): by the same rules
//! as what [`posting`](super::posting) posts, from the exact amounts of [`terms`](super::terms).

use super::posting::{cost_payments, equity_payments, income_payments, outcome_payments};
use super::terms::{self, Bias, Settlement};
use super::{Payments, Series, Sharing, milestones};
use crate::case::{
    Case, Cost, Effect, Equity, InKind, Income, Milestones, Outcome, Reserve, Versions,
};
use crate::exact::{Exactly, Trouble, Unrounded, fraction};
use crate::money::Share;

/// What an entry comes to each month and what is paid of it, not rounded.
#[derive(Clone, Debug)]
pub struct ExactFlow {
    /// What accrues; of an investment less what its sale brings, and so with what is paid.
    pub accrual: Unrounded,
    /// What is paid.
    pub cash: Unrounded,
    /// What is paid in each month after the horizon: kept of a case that ends.
    pub after: Unrounded,
}

/// What an avoided cost, a value or a burden comes to each month, not rounded.
#[derive(Clone, Debug)]
pub struct ExactImpact {
    /// All of it.
    pub accrual: Unrounded,
    /// What the party can take out of a budget.
    pub cashable: Unrounded,
    /// What somebody else no longer gets, if anything.
    pub transfer: Option<Unrounded>,
}

impl ExactFlow {
    fn of(case: &Case, amounts: Series<Exactly>, payments: &Payments) -> Result<Self, Trouble> {
        let accrual = amounts.unrounded()?;
        let cash = accrual.moved(|month| payments.month(month));
        Ok(Self { cash, after: after(case, &accrual, payments), accrual })
    }

    /// What is paid in parts of all of it.
    fn in_parts(
        case: &Case,
        milestones: &Milestones,
        amounts: Series<Exactly>,
        as_of: impl Fn(&Case, i32) -> Result<Series<Exactly>, Trouble>,
    ) -> Result<Self, Trouble> {
        let paid = milestones::paid(case, milestones, &amounts, as_of)?.unrounded()?;
        let (months, all) = (case.horizon.months(), paid.months());
        let after = paid.moved(|month| month.checked_sub(months)).shortened(all - months);
        Ok(Self { accrual: amounts.unrounded()?, cash: paid.shortened(months), after })
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
        let Some(advance) = income.last().advance else {
            return Self::of(case, amounts, &payments);
        };
        let accrual = amounts.unrounded()?;
        let ahead = accrual.times(advance.share.0);
        let mut cash = ahead.moved(|month| payments.month(month));
        let mut after = after(case, &ahead, &payments);
        for Settlement { months, paid } in terms::settlements(case, income, advance) {
            let rest = accrual.total(months.clone()) - ahead.total(months);
            cash.put(paid, &rest);
            let paid = paid.saturating_sub(case.horizon.end());
            if let (true, Ok(month)) = (case.ends, usize::try_from(paid)) {
                after = after.lengthened(month + 1);
                after.put(paid, &rest);
            }
        }
        Ok(Self { accrual, cash, after })
    }
}

/// What is paid in each month after the horizon of a case that ends.
fn after(case: &Case, accrual: &Unrounded, payments: &Payments) -> Unrounded {
    let months = if case.ends { payments.months_after() } else { 0 };
    if months == 0 {
        return Unrounded::nothing(0);
    }
    // The months after the horizon may be more than those in it.
    let accrual = accrual.clone().lengthened(months);
    accrual.moved(|month| payments.month_after(month)).shortened(months)
}

/// What a cost comes to and pays.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn cost(case: &Case, cost: &Versions<'_, Cost>) -> Result<ExactFlow, Trouble> {
    let amounts = terms::cost(case, cost)?;
    let mut flow = match &cost.first().milestones {
        Some(milestones) => ExactFlow::in_parts(case, milestones, amounts, |case, until| {
            terms::cost(case, &cost.until(until))
        })?,
        None => ExactFlow::of(case, amounts, &cost_payments(case, cost))?,
    };
    if let Some(sold) = terms::sold(case, cost) {
        // What is sold brings back a part of what it cost.
        let less = -fraction(sold.price.0);
        flow.accrual.put(sold.month, &less);
        flow.cash.put(sold.month, &less);
    }
    Ok(flow)
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
    ExactFlow::of(case, terms::outcome(case, outcome)?, &outcome_payments(case, outcome))
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
    ExactFlow::of(case, amounts, &equity_payments(case, equity))
}

/// What something in kind is worth; it pays nothing.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn in_kind(case: &Case, in_kind: &Versions<'_, InKind>) -> Result<ExactFlow, Trouble> {
    let amounts = terms::plain(case, &in_kind.part(|in_kind| &in_kind.stream))?;
    let accrual = Series::unrounded(amounts)?;
    let cash = Unrounded::nothing(accrual.months());
    Ok(ExactFlow { cash, accrual, after: Unrounded::nothing(0) })
}

/// What is set apart.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn set_apart(case: &Case, reserve: &Versions<'_, Reserve>) -> Result<Unrounded, Trouble> {
    terms::plain(case, &reserve.part(|reserve| &reserve.stream))?.unrounded()
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
    let transfer = if effect.all(|effect| effect.transfer == Share::default()) {
        None
    } else {
        Some(Series::unrounded(terms::transferred(case, effect)?)?)
    };
    Ok(ExactImpact {
        accrual: Series::unrounded(terms::effect(case, effect, bias)?)?,
        cashable: Series::unrounded(terms::cashable(case, effect)?)?,
        transfer,
    })
}
