//! What the initiative does to a party, and what is paid for it (reference, section 4.5).

use super::{Product, Steps, unfaded, units_of};
use crate::case::{Achieved, Effect, Lasts, Outcome, Unit as Measured};
use crate::explain::figure::{EntryColumn, EntryId, Figure, Period};
use crate::explain::formula::{Formula, Function, less, min, more, name, sum};
use crate::explain::name::Name;
use crate::explain::node::{Input, Node, Remark};
use crate::explain::value::{Value, ValueUnit};
use crate::statements::Group;
use num_rational::BigRational;
use num_traits::One;

impl Steps<'_, '_> {
    /// An avoided cost, a value or a burden.
    pub(super) fn effect(self, effect: &Effect) -> Node {
        let stream = &effect.stream;
        let mut product = Product::default();
        if let (Some(lasts), Measured::Priced { price, .. }) = (&effect.lasts, &stream.unit) {
            let (reached, inputs) = self.reached(effect, *lasts);
            if inputs.is_empty() {
                return self.nothing(None).with(Remark::NotRunning);
            }
            product.times(reached, inputs);
            let input = self.price(*price);
            product.times(Name::Price, [input]);
        } else {
            let asked = self.month - effect.lag;
            let when = self.when(stream, None, asked);
            if let Some((key, name)) = when.not() {
                return self.not_running(stream, key, name);
            }
            self.money(&mut product, &stream.unit, &when, asked);
            self.volume(&mut product, stream, &when, asked);
        }
        self.index(&mut product, &stream.index);
        product.times(Name::Left, [Input::step(Name::Left, self.left(effect))]);
        if !stream.bias.0.is_zero() {
            let input = self.bias_input(stream.bias.0);
            let adds = self.id.group == Group::Burden;
            product.times(if adds { more(Name::Bias) } else { less(Name::Bias) }, [input]);
        }
        if effect.lasts.is_some() {
            product.over(12, []);
        } else {
            self.months(&mut product, stream);
        }
        if effect.lag != 0 {
            let lag = self.key(Name::Lag, "lag", ValueUnit::Months, Value::whole(effect.lag));
            product.inputs.push(lag);
        }
        product.step(self.path, ValueUnit::Money)
    }

    /// What deadweight, displacement and attribution leave: they multiply.
    fn left(&self, effect: &Effect) -> Node {
        let share =
            |name, key, share: crate::money::Share| self.key(name, key, ValueUnit::Share, share.0);
        let inputs = vec![
            share(Name::Deadweight, "deadweight", effect.deadweight),
            share(Name::Displacement, "displacement", effect.displacement),
            share(Name::Attribution, "attribution", effect.attribution),
        ];
        let formula = less(Name::Deadweight) * less(Name::Displacement) * less(Name::Attribution);
        let node = Node::step(self.below("left"), ValueUnit::Share, formula, inputs);
        if node.value == Value::Number(BigRational::one()) {
            node
        } else {
            node.with(Remark::Multiply)
        }
    }

    /// The units that still have their effect, each group of one age with what has dropped off.
    fn reached(&self, effect: &Effect, lasts: Lasts) -> (Formula, Vec<Input>) {
        let now = self.month - effect.lag;
        let mut inputs = Vec::new();
        for (age, first) in (0_i64..).zip((0..lasts.months).step_by(12)) {
            let after = (first + 12).min(lasts.months);
            let months = (now + 1 - after).max(0)..(now + 1 - first).max(0);
            let path = self.below(&format!("reached_{}", age + 1));
            let mut of_age = self.reached_in(months, &path);
            if of_age.is_empty() {
                continue;
            }
            let mut formula = sum(Name::Units);
            if age > 0 {
                let kept = less(Name::DropOff);
                formula = formula * if age == 1 { kept } else { kept.to(age) };
                let dropped = lasts.drop_off.0;
                of_age.push(self.key(Name::DropOff, "drop_off", ValueUnit::Share, dropped));
            }
            let path = self.below(&format!("reached_{}", age + 1));
            inputs.push(Input::step(
                Name::Reached,
                Node::step(path, ValueUnit::Number, formula, of_age),
            ));
        }
        (sum(Name::Reached), inputs)
    }

    /// The units that were reached in each of some months: figures of their own, unless the entry
    /// was something else then, for all are counted as the version of now has them.
    fn reached_in(&self, months: std::ops::Range<i32>, path: &str) -> Vec<Input> {
        let case = self.tracer.case;
        let effects = case.effects(self.id.group);
        if effects.get(self.id.place).is_none_or(|entry| entry.later.is_empty()) {
            let units = |month| Figure::Entry(self.id, EntryColumn::Units, Period::Month(month));
            return self.tracer.figures(Name::Units, months.map(units));
        }
        let (tracer, id, version) = (self.tracer, self.id, self.version);
        let units = |month: i32| {
            let path = format!("{path}.{}", case.horizon.month(month));
            units_of(Steps { tracer, id, path, month, version })
        };
        let steps = months.map(units).filter(|step| !step.value.is_zero());
        steps.map(|step| Input::step(Name::Units, step)).collect()
    }

    /// A share of an avoided cost's exact cashable value, up to the cap of its case year.
    pub(super) fn outcome(self, outcome: &Outcome) -> Node {
        let Some(of) = outcome.of else {
            return self.nothing(None).with(Remark::FollowsNothing);
        };
        let horizon = self.horizon();
        let window = [
            ("from", Name::From, outcome.from, self.month < horizon.number(outcome.from)),
            ("until", Name::Until, outcome.until, self.month > horizon.number(outcome.until)),
        ];
        if let Some((key, name, month, _)) = window.into_iter().find(|(.., outside)| *outside) {
            let because = self.key(name, key, ValueUnit::Month, Value::word(month));
            return self.nothing(Some(because)).with(Remark::NotRunning);
        }
        let (group, place) = of.spot();
        let achieved = EntryId::of(group, place);
        let mut product = Product::default();
        let input = self.key(Name::Share, "share", ValueUnit::Share, outcome.share.0);
        product.times(Name::Share, [input]);
        if let (Achieved::Avoided(_), Some(entry)) = (of, of.entry(self.tracer.case)) {
            let cashable = Value::from(entry.versions().at(self.month).cashable.0);
            let [group, id] = self.tracer.keys(achieved);
            let (path, of) = ([group, id, "cashable"], (ValueUnit::Share, cashable));
            let cashable = self.tracer.key_at(self.month, Name::Cashable, &path, of);
            product.times(Name::Cashable, [cashable]);
        }
        let value = Figure::Entry(achieved, EntryColumn::Exact, Period::Month(self.month));
        product.times(Name::Value, [self.tracer.figure(Name::Value, value)]);
        if let Some(cap) = outcome.cap {
            return self.capped(product, Value::from(cap.0));
        }
        product.step(self.path, ValueUnit::Money)
    }

    /// Never more than what the cap leaves in the case year.
    fn capped(self, product: Product, cap: Value) -> Node {
        let first = self.month - self.month.rem_euclid(12);
        let earlier = (first..self.month).map(|m| unfaded(self.tracer, Name::Month, self.id, m));
        let earlier = earlier.filter(|input| !input.value().is_zero()).collect();
        let paid = Node::step(self.below("paid"), ValueUnit::Money, sum(Name::Month), earlier);
        let mut inputs = product.inputs;
        inputs.push(self.key(Name::Cap, "cap", ValueUnit::Money, cap));
        inputs.push(Input::step(Name::Paid, paid));
        let asked = product.formula.unwrap_or(Formula::from(0));
        let mut formula = min(vec![asked, name(Name::Cap) - Name::Paid]);
        let entry = self.tracer.case.funding.get(self.id.place);
        if entry.is_some_and(|entry| !entry.later.is_empty()) {
            // A cap that comes down may lie below what was paid by then.
            formula = Formula::Call(Function::Max, vec![formula, 0.into()]);
        }
        Node::step(self.path, ValueUnit::Money, formula, inputs)
    }
}
