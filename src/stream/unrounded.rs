//! What entries come to and pay where nothing is rounded (reference, section 5): by the same rules
//! as what [`posting`](super::posting) posts, from the exact amounts of [`terms`](super::terms).

use super::came::{Came, settle};
use super::posting::{cost_payments, equity_payments, income_payments, outcome_payments, stopped};
use super::terms::{self, Bias, Settlement};
use super::{Payments, Series, Sharing, Standing, milestones};
use crate::case::{
    Case, Cost, Effect, Entry, Equity, Facts, InKind, Income, Milestones, Outcome, Reserve,
    Versions,
};
use crate::exact::{Exactly, Trouble, Unrounded, euros, fraction};
use crate::money::{Cents, Share};
use num_rational::BigRational;

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
    fn of(
        case: &Case,
        came: Came<Exactly>,
        payments: &Payments,
        delay: impl Fn(i32) -> i32,
    ) -> Result<Self, Trouble> {
        let (would, differs) = (came.would.clone().unrounded()?, came.differs.clone());
        let cash = would.moved(|month| payments.month(month));
        let after = after(case, &would, payments);
        let flow = Self { cash, after, accrual: came.amounts()?.unrounded()? };
        Ok(flow.with(case, &differs, delay))
    }

    /// The same where what facts differ is paid too.
    fn with(mut self, case: &Case, differs: &[Cents], delay: impl Fn(i32) -> i32) -> Self {
        for (month, &differs) in (0..).zip(differs) {
            if differs != Cents::ZERO {
                self.put(case, month + delay(month), &euros(differs));
            }
        }
        self
    }

    /// Adds what is paid in a month, within the horizon or after it.
    fn put(&mut self, case: &Case, month: i32, amount: &BigRational) {
        self.cash.put(month, amount);
        let later = month.saturating_sub(case.horizon.end());
        if let (true, Ok(place)) = (case.ends, usize::try_from(later)) {
            let after = std::mem::replace(&mut self.after, Unrounded::nothing(0));
            self.after = after.lengthened(place + 1);
            self.after.put(later, amount);
        }
    }

    /// What is paid in parts of all of it.
    fn in_parts(
        case: &Case,
        milestones: &Milestones,
        came: Came<Exactly>,
        as_of: impl Fn(&Case, i32) -> Result<Series<Exactly>, Trouble>,
    ) -> Result<Self, Trouble> {
        let paid = milestones::paid(case, milestones, &came.would, as_of)?.unrounded()?;
        let (months, all) = (case.horizon.months(), paid.months());
        let after = paid.moved(|month| month.checked_sub(months)).shortened(all - months);
        let differs = came.differs.clone();
        let accrual = came.amounts()?.unrounded()?;
        Ok(Self { accrual, cash: paid.shortened(months), after }.with(case, &differs, |_| 0))
    }

    /// Of an income: what goes ahead by its own payments, and the rest at once at the end.
    fn of_income(
        case: &Case,
        came: Came<Exactly>,
        income: &Versions<'_, Income>,
        as_of: impl Fn(&Case, i32) -> Result<Series<Exactly>, Trouble>,
    ) -> Result<Self, Trouble> {
        if let Some(milestones) = &income.first().milestones {
            return Self::in_parts(case, milestones, came, as_of);
        }
        let payments = income_payments(case, income);
        let delay = |month| income.at(month).payment.delay;
        let Some(advance) = income.last().advance else {
            return Self::of(case, came, &payments, delay);
        };
        let (would, differs) = (came.would.clone().unrounded()?, came.differs.clone());
        let ahead = would.times(advance.share.0);
        let cash = ahead.moved(|month| payments.month(month));
        let after = after(case, &ahead, &payments);
        let mut flow = Self { accrual: came.amounts()?.unrounded()?, cash, after };
        for Settlement { months, paid } in terms::settlements(case, income, advance) {
            let rest = would.total(months.clone()) - ahead.total(months);
            flow.put(case, paid, &rest);
        }
        Ok(flow.with(case, &differs, delay))
    }

    /// The same where so much was paid in each of the first months.
    fn settled(self, case: &Case, paid: &[BigRational]) -> Self {
        let months = self.cash.months();
        let each = |amounts: &Unrounded| {
            (0..amounts.months()).map(|month| amounts.total(month..month + 1)).collect::<Vec<_>>()
        };
        let mut due = [each(&self.cash), each(&self.after)].concat();
        settle(&mut due, paid);
        let after = due.split_off(months.min(due.len()));
        let after = if case.ends { Unrounded::amounts(&after) } else { Unrounded::nothing(0) };
        Self { cash: Unrounded::amounts(&due), after, ..self }
    }

    /// The same where what was paid in months that are fact stays so, whatever is laid over the case
    /// from then on; `before` is what it would be without that.
    fn kept(
        self,
        case: &Case,
        facts: Option<&Facts>,
        before: impl FnOnce(&Case, i32) -> Result<Self, Trouble>,
    ) -> Result<Self, Trouble> {
        let Some(facts) = facts else { return Ok(self) };
        if facts.unpaid {
            return Ok(self.settled(case, &vec![BigRational::default(); facts.months()]));
        }
        let from = facts.until + 1;
        if case.changes().iter().all(|&month| month < from) {
            return Ok(self);
        }
        let before = before(&case.until(from), from)?;
        Ok(self.settled(case, &before.paid_to_date(facts)))
    }

    /// What was paid in each month that is fact.
    fn paid_to_date(&self, facts: &Facts) -> Vec<BigRational> {
        (0..facts.months()).map(|month| self.cash.total(month..month + 1)).collect()
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
    let planned = planned_cost(case, cost)?;
    let mut flow =
        planned.kept(case, cost.facts(), |case, from| planned_cost(case, &cost.until(from)))?;
    if let Some(sold) = terms::sold(case, cost) {
        // What is sold brings back a part of what it cost.
        let less = -fraction(sold.price.0);
        flow.accrual.put(sold.month, &less);
        flow.cash.put(sold.month, &less);
    }
    Ok(flow)
}

fn planned_cost(case: &Case, cost: &Versions<'_, Cost>) -> Result<ExactFlow, Trouble> {
    let came = terms::cost_came(case, cost)?;
    if let Some(milestones) = &cost.first().milestones {
        return ExactFlow::in_parts(case, milestones, came, |case, until| {
            Ok(terms::cost_came(case, &cost.until(until))?.would)
        });
    }
    let delay = |month| cost.at(month).payment.delay;
    ExactFlow::of(case, came, &cost_payments(case, cost), delay)
}

/// What an income that is not earmarked comes to and pays; of one that is not granted what has come
/// of it.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn income(
    case: &Case,
    income: &Versions<'_, Income>,
    standing: Standing,
) -> Result<ExactFlow, Trouble> {
    let planned = planned_income(case, income, false)?;
    let flow = planned.kept(case, income.facts(), |case, from| {
        planned_income(case, &income.until(from), false)
    })?;
    match income.facts().filter(|_| standing == Standing::ToDate) {
        Some(facts) => {
            let stopped = planned_income(case, income, true)?;
            Ok(stopped.settled(case, &flow.paid_to_date(facts)))
        }
        None => Ok(flow),
    }
}

fn planned_income(
    case: &Case,
    income: &Versions<'_, Income>,
    stops: bool,
) -> Result<ExactFlow, Trouble> {
    let came = |case: &Case, income: &Versions<'_, Income>| {
        Ok::<_, Trouble>(stopped(case, terms::income_came(case, income)?, stops))
    };
    ExactFlow::of_income(case, came(case, income)?, income, |case, until| {
        Ok(came(case, &income.until(until))?.would)
    })
}

/// What each earmarked entry that claims together with others comes to and pays, by its place in
/// the case's funding, when the funding at these places stands so.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn claims(
    case: &Case,
    sharing: &Sharing,
    standing: impl Fn(usize) -> Standing,
) -> Result<Vec<(usize, ExactFlow)>, Trouble> {
    let flows = planned_claims(case, sharing, &standing)?;
    if case.actual.is_none() {
        return Ok(flows);
    }
    let at = |flows: Vec<(usize, ExactFlow)>, place: usize| {
        let mut found = flows.into_iter().filter(|(at, _)| *at == place);
        found.next().map(|(_, flow)| flow).ok_or(Trouble::Unsure)
    };
    let kept = flows.into_iter().map(|(place, flow)| {
        let income = case.funding.get(place).and_then(Entry::income).ok_or(Trouble::Unsure)?;
        let facts = income.facts();
        let flow = match facts.filter(|_| standing(place) == Standing::ToDate) {
            Some(facts) => {
                let all = at(planned_claims(case, sharing, &|_| Standing::Granted)?, place)?;
                flow.settled(case, &all.paid_to_date(facts))
            }
            None => flow.kept(case, facts, |case, _| {
                at(planned_claims(case, sharing, &standing)?, place)
            })?,
        };
        Ok((place, flow))
    });
    kept.collect()
}

fn planned_claims(
    case: &Case,
    sharing: &Sharing,
    standing: &impl Fn(usize) -> Standing,
) -> Result<Vec<(usize, ExactFlow)>, Trouble> {
    let brought = sharing.brought::<Exactly>(case, standing)?.into_iter();
    let flow = brought.map(|one| {
        let place = one.place;
        let as_of = |case: &Case, _| {
            let brought = sharing.brought::<Exactly>(case, standing)?.into_iter();
            let mut same = brought.filter(|other| other.place == place);
            same.next().map(|other| other.amounts).ok_or(Trouble::Unsure)
        };
        let came = Came { would: one.amounts, differs: one.differs };
        Ok((place, ExactFlow::of_income(case, came, &one.income, as_of)?))
    });
    flow.collect()
}

/// What an outcome payment comes to and pays; of one that is not granted what has come of it.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn outcome(
    case: &Case,
    outcome: &Versions<'_, Outcome>,
    standing: Standing,
) -> Result<ExactFlow, Trouble> {
    let planned = planned_outcome(case, outcome, false)?;
    let before = |case: &Case, from| planned_outcome(case, &outcome.until(from), false);
    let flow = planned.kept(case, outcome.facts(), before)?;
    match outcome.facts().filter(|_| standing == Standing::ToDate) {
        Some(facts) => {
            let stopped = planned_outcome(case, outcome, true)?;
            Ok(stopped.settled(case, &flow.paid_to_date(facts)))
        }
        None => Ok(flow),
    }
}

fn planned_outcome(
    case: &Case,
    outcome: &Versions<'_, Outcome>,
    stops: bool,
) -> Result<ExactFlow, Trouble> {
    let came = stopped(case, terms::outcome_came(case, outcome)?, stops);
    let delay = |month| outcome.at(month).delay;
    ExactFlow::of(case, came, &outcome_payments(case, outcome), delay)
}

/// What equity comes to and pays.
///
/// # Errors
/// When a divisor outgrows what can be held.
pub fn equity(case: &Case, equity: &Versions<'_, Equity>) -> Result<ExactFlow, Trouble> {
    let planned = planned_equity(case, equity)?;
    planned.kept(case, equity.facts(), |case, from| planned_equity(case, &equity.until(from)))
}

fn planned_equity(case: &Case, equity: &Versions<'_, Equity>) -> Result<ExactFlow, Trouble> {
    let stream = equity.part(|equity| &equity.stream);
    let came = terms::plain_came(case, &stream)?;
    if let Some(milestones) = &equity.first().milestones {
        return ExactFlow::in_parts(case, milestones, came, |case, until| {
            Ok(terms::plain_came(case, &stream.until(until))?.would)
        });
    }
    let delay = |month| equity.at(month).payment.delay;
    ExactFlow::of(case, came, &equity_payments(case, equity), delay)
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
