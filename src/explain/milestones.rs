//! What is paid in parts of all that an entry comes to (reference, section 4.3).

use super::amount::FIRST;
use super::figure::EntryId;
use super::formula::{Formula, Function, name, round2, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use crate::case::{Case, Form, Milestones};
use crate::postings::{ExactWallet, Granted};
use crate::statements::Group;
use crate::stream::milestones::{Stretch, stretches};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

/// In which months of their own an entry is paid in parts, if it is.
pub fn of(case: &Case, id: EntryId) -> Option<&Milestones> {
    match id.group {
        Group::Cost => case.costs.get(id.place)?.what.milestones.as_ref(),
        Group::Funding => match &case.funding.get(id.place)?.what.form {
            Form::Income(income) => income.milestones.as_ref(),
            Form::Equity(equity) => equity.milestones.as_ref(),
            Form::Outcome(_) | Form::Loan(_) | Form::InKind(_) => None,
        },
        Group::Avoided | Group::Value | Group::Burden | Group::Opening | Group::Reserve => None,
    }
}

/// What is paid in a month: the step of what is paid to date, rounded.
///
/// `whole` is how all that the entry comes to is explained, at a path.
pub fn cash(
    tracer: &Tracer,
    (id, milestones): (EntryId, &Milestones),
    (month, path): (i32, String),
    whole: &dyn Fn(String) -> Node,
) -> Node {
    let steps = Parts { tracer, id, stretches: stretches(tracer.case, milestones), whole };
    if !steps.is_paid_in(month) {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]).with(Remark::NothingPaid);
    }
    let total = steps.to_date(month, format!("{path}.total"));
    let before = steps.to_date(month - 1, format!("{path}.before"));
    let mut inputs = vec![Input::step(Name::Total, total)];
    let mut formula = round2(name(Name::Total));
    if !before.value.is_zero() {
        inputs.push(Input::step(Name::Before, before));
        formula = formula - round2(name(Name::Before));
    }
    Node::step(path, ValueUnit::Money, formula, inputs)
}

struct Parts<'t, 'a> {
    tracer: &'t Tracer<'a>,
    id: EntryId,
    stretches: Vec<Stretch>,
    whole: &'t dyn Fn(String) -> Node,
}

/// The number of a month, where it is one.
fn number(month: usize) -> i32 {
    i32::try_from(month).unwrap_or(i32::MAX)
}

impl Parts<'_, '_> {
    fn is_paid_in(&self, month: i32) -> bool {
        let mut parts = self.stretches.iter().flat_map(|stretch| &stretch.parts);
        parts.any(|(paid, _)| number(*paid) == month)
    }

    /// What is paid to date, exactly.
    fn to_date(&self, month: i32, path: String) -> Node {
        let paid = |stretch: &&Stretch| {
            stretch.parts.first().is_some_and(|(first, _)| number(*first) <= month)
        };
        let Some(stretch) = self.stretches.iter().rev().find(paid) else {
            return Node::step(path, ValueUnit::Money, 0.into(), vec![]);
        };
        let parts = stretch.parts.iter().filter(|(paid, _)| number(*paid) <= month);
        let mut inputs: Vec<_> =
            parts.map(|(paid, part)| self.part(number(*paid), Value::from(*part))).collect();
        inputs.push(self.whole(stretch.until, &path));
        let parts = sum(Name::Milestone);
        let formula = match stretch.from {
            Some(from) => {
                let kept = self.to_date(from - 1, format!("{path}.kept"));
                let rest = name(Name::Whole) - Name::Kept;
                let rest = Formula::Call(Function::Max, vec![rest, 0.into()]);
                inputs.push(Input::step(Name::Kept, kept));
                name(Name::Kept) + rest * parts / self.left(stretch, &path, &mut inputs)
            }
            None if stretch.left == rust_decimal::Decimal::ONE => parts * Name::Whole,
            None => parts * Name::Whole / self.left(stretch, &path, &mut inputs),
        };
        Node::step(path, ValueUnit::Money, formula, inputs)
    }

    /// The parts that are left from the beginning of a stretch on.
    fn left(&self, stretch: &Stretch, path: &str, inputs: &mut Vec<Input>) -> Formula {
        let milestones = of(self.tracer.case, self.id).into_iter().flat_map(Milestones::coming);
        let horizon = self.tracer.case.horizon;
        let left = milestones.map(|it| (horizon.number(it.month), it.part.0));
        let left = left.filter(|(month, _)| stretch.from.is_none_or(|from| *month >= from));
        let parts = left.map(|(month, part)| self.part(month, Value::from(part))).collect();
        let path = format!("{path}.{}", Name::PartsLeft.id());
        let left = Node::step(path, ValueUnit::Share, sum(Name::Milestone), parts);
        inputs.push(Input::step(Name::PartsLeft, left));
        name(Name::PartsLeft)
    }

    fn part(&self, month: i32, part: Value) -> Input {
        let [group, key] = self.tracer.keys(self.id);
        let month = self.tracer.case.horizon.month(month).to_string();
        let of = (ValueUnit::Share, part);
        self.tracer.key_at(FIRST, Name::Milestone, &[group, key, "paid", &month], of)
    }

    /// All that the entry comes to: as things are, or as they were before a month.
    fn whole(&self, until: Option<i32>, path: &str) -> Input {
        let path = format!("{path}.{}", Name::Whole.id());
        let node = match until {
            None => (self.whole)(path),
            Some(until) => {
                let total = self.total_before(until).unwrap_or_default();
                let part = |number: &BigInt| Formula::from(number.to_i64().unwrap_or(i64::MAX));
                let formula = part(total.numer()) / part(total.denom());
                Node::step(path, ValueUnit::Money, formula, vec![]).with(Remark::AsItWas)
            }
        };
        Input::step(Name::Whole, node)
    }

    /// What the entry would have come to if nothing changed from a month on.
    fn total_before(&self, until: i32) -> Option<BigRational> {
        let case = self.tracer.case.until(until);
        let wallet = ExactWallet::of(&case, &Granted::counting(&case, self.id.run)).ok()?;
        let accrual = match self.id.group {
            Group::Cost => &wallet.costs.get(self.id.place)?.accrual,
            _ => &wallet.funding.get(self.id.place)?.as_ref()?.accrual,
        };
        Some(accrual.total(0..accrual.months()))
    }
}
