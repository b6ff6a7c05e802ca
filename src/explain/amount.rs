//! What an entry comes to in one month, exactly (reference, section 4.1 and 4.5): the one place
//! where an entry's series is explained.

mod effect;
mod listed;
mod purchase;

pub use purchase::{price_before_start, replacements, way};

use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, Function, more, name, sum};
use super::name::Name;
use super::node::{Input, Node, Remark, What};
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use crate::calendar::{Horizon, Month};
use crate::case::{
    Case, Cost, Effect, Fade, Follow, FollowBy, Followed, Form, Funding, Income, Index, Investment,
    Life, Outcome, Recurring, Schedule, Stream, Timing, Unit as Measured,
};
use crate::money::Amount;
use crate::statements::Group;
use crate::stream::{self, terms};
use rust_decimal::Decimal;

/// How an entry's amounts come about.
enum Series<'a> {
    /// On its own terms, bought again if it is an investment that is renewed.
    Own(&'a Stream, Option<Investment>),
    /// As another entry goes.
    Follows(&'a Follow),
    /// What the initiative does to a party.
    Effect(&'a Effect),
    /// A share of what is saved.
    Outcome(&'a Outcome),
    /// A loan has no series.
    Loan,
}

/// How an entry's amounts come about in the month with this number: as the version of it that
/// holds then.
fn series(case: &Case, id: EntryId, month: i32) -> Series<'_> {
    fn scheduled(schedule: &Schedule, investment: Option<Investment>) -> Series<'_> {
        match schedule {
            Schedule::Own(stream) => Series::Own(stream, investment),
            Schedule::Follows(follow) => Series::Follows(follow),
        }
    }
    let effects = match id.group {
        Group::Cost => {
            let cost = case.costs.get(id.place).map(|entry| entry.versions().at(month));
            return cost.map_or(Series::Loan, |Cost { schedule, investment, .. }| {
                scheduled(schedule, *investment)
            });
        }
        Group::Funding => {
            let funding = case.funding.get(id.place).map(|entry| &entry.versions().at(month).form);
            return match funding {
                Some(Form::Income(income)) => scheduled(&income.schedule, None),
                Some(Form::Outcome(outcome)) => Series::Outcome(outcome),
                Some(Form::Equity(equity)) => Series::Own(&equity.stream, None),
                Some(Form::InKind(in_kind)) => Series::Own(&in_kind.stream, None),
                Some(Form::Loan(_)) | None => Series::Loan,
            };
        }
        Group::Reserve => {
            let reserve = case.reserves.get(id.place).map(|entry| entry.versions().at(month));
            return reserve.map_or(Series::Loan, |reserve| Series::Own(&reserve.stream, None));
        }
        Group::Avoided | Group::Value | Group::Burden | Group::Opening => case.effects(id.group),
    };
    effects.get(id.place).map_or(Series::Loan, |entry| Series::Effect(entry.versions().at(month)))
}

/// Before the first month: what an entry is at first.
pub const FIRST: i32 = i32::MIN / 2;
/// After the last month: what an entry is at the end.
pub const LAST: i32 = i32::MAX / 2;

/// Whether an entry has units of its own that a figure is made of.
pub fn has_units(case: &Case, id: EntryId) -> bool {
    [FIRST, LAST].into_iter().any(|month| {
        let stream = match series(case, id, month) {
            Series::Own(stream, _) => stream,
            Series::Effect(effect) => &effect.stream,
            Series::Follows(_) | Series::Outcome(_) | Series::Loan => return false,
        };
        matches!(stream.unit, Measured::Priced { .. } | Measured::PricedByYear { .. })
    })
}

/// An entry that is followed.
pub fn followed(of: Followed) -> EntryId {
    match of {
        Followed::Cost(place) => EntryId::of(Group::Cost, place),
        Followed::Funding(place) => EntryId::of(Group::Funding, place),
    }
}

/// What an entry comes to in the month with this number, before it is posted in cents; of what is
/// earmarked what it has a right to.
pub fn exact(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Exact, Period::Month(month)).path(tracer.case);
    if is_gone(tracer.case, id, month) {
        let unsold = before_fade(tracer, id, month, format!("{path}.unsold"));
        let inputs = vec![Input::step(Name::Unsold, unsold)];
        return Node::step(path, ValueUnit::Money, 0.into(), inputs).with(Remark::Sold);
    }
    match fade(tracer.case, id, month) {
        Some((whose, fade)) => {
            let whole = before_fade(tracer, id, month, format!("{path}.unfaded"));
            faded(tracer, (whose, fade), month, path, Input::step(Name::Unfaded, whole))
        }
        None => before_fade(tracer, id, month, path),
    }
}

/// The fade that makes the exact amount of a month less, and whose it is: its own, or that of what
/// it follows by a price; by a share it follows what has faded already.
fn fade(case: &Case, id: EntryId, month: i32) -> Option<(EntryId, Fade)> {
    let own = funding(case, id, month).and_then(|funding| match &funding.form {
        Form::Income(income) => income.fade.filter(|_| income.covers.is_none()),
        Form::Outcome(outcome) => outcome.fade,
        _ => None,
    });
    let own = own.map(|fade| (id, fade));
    own.or_else(|| fade_along(case, id, month)).filter(|fade| has_begun(case, fade, month))
}

fn funding(case: &Case, id: EntryId, month: i32) -> Option<&Funding> {
    let entry = case.funding.get(id.place).filter(|_| id.group == Group::Funding)?;
    Some(entry.versions().at(month))
}

fn has_begun(case: &Case, (_, fade): &(EntryId, Fade), month: i32) -> bool {
    case.horizon.number(fade.from) <= month
}

/// The fade of the one entry whose units are followed for a price, where what follows has none.
fn fade_along(case: &Case, id: EntryId, month: i32) -> Option<(EntryId, Fade)> {
    match series(case, id, month) {
        Series::Follows(Follow { by: FollowBy::Price { .. }, of, .. })
            if own_fade(case, id, month).is_none() =>
        {
            let [of] = of.as_slice() else { return None };
            fade_of_units(case, followed(*of), month)
        }
        _ => None,
    }
}

/// What makes the units of an entry less for what follows it: its own fade, or that of what it
/// follows.
fn fade_of_units(case: &Case, id: EntryId, month: i32) -> Option<(EntryId, Fade)> {
    own_fade(case, id, month).map(|fade| (id, fade)).or_else(|| fade_along(case, id, month))
}

/// The fade that an income has itself, earmarked or not.
fn own_fade(case: &Case, id: EntryId, month: i32) -> Option<Fade> {
    income(case, id, month)?.fade
}

/// What a fade that has begun, or not yet, leaves of an amount in a month.
pub fn faded(
    tracer: &Tracer,
    (whose, fade): (EntryId, Fade),
    month: i32,
    path: String,
    whole: Input,
) -> Node {
    let step = month - tracer.case.horizon.number(fade.from);
    if step < 0 {
        return Node::step(path, ValueUnit::Money, name(whole.name), vec![whole]);
    }
    let [group, key] = tracer.keys(whose);
    let months = (ValueUnit::Months, Value::whole(fade.months));
    let months = tracer.key_at(month, Name::Months, &[group, key, "fade", "months"], months);
    if step >= fade.months {
        let node = Node::step(path, ValueUnit::Money, Formula::from(0), vec![whole, months]);
        return node.with(Remark::Faded);
    }
    let left = if step == 0 { name(Name::Months) } else { name(Name::Months) - i64::from(step) };
    let formula = name(whole.name) * left / (name(Name::Months) + 1);
    Node::step(path, ValueUnit::Money, formula, vec![whole, months])
}

/// Whether an entry is an investment that is sold by a month; in the month in which it is first
/// bought it was there all the same.
fn is_gone(case: &Case, id: EntryId, month: i32) -> bool {
    let Some(cost) = case.costs.get(id.place).filter(|_| id.group == Group::Cost) else {
        return false;
    };
    let cost = cost.versions();
    terms::sold(case, &cost).is_some_and(|sold| {
        sold.month < month || sold.month == month && !terms::is_first(case, &cost, month)
    })
}

/// What an investment would come to in a month if it were not sold, as an input: what follows it
/// goes on as if it were not.
fn unsold(tracer: &Tracer, name: Name, id: EntryId, month: i32) -> Input {
    let figure = Figure::Entry(id, EntryColumn::Exact, Period::Month(month));
    if !is_gone(tracer.case, id, month) {
        return tracer.figure(name, figure);
    }
    let path = format!("{}.unsold", figure.path(tracer.case));
    let value = tracer.step_value(&path, || before_fade(tracer, id, month, path.clone()).value);
    Input { name, what: What::Given(tracer.step_given(figure, path, value)) }
}

/// What an entry would come to in a month if it did not fade, as an input.
fn unfaded(tracer: &Tracer, name: Name, id: EntryId, month: i32) -> Input {
    let figure = Figure::Entry(id, EntryColumn::Exact, Period::Month(month));
    if fade(tracer.case, id, month).is_none() {
        return tracer.figure(name, figure);
    }
    let path = format!("{}.unfaded", figure.path(tracer.case));
    let value = tracer.step_value(&path, || before_fade(tracer, id, month, path.clone()).value);
    Input { name, what: What::Given(tracer.step_given(figure, path, value)) }
}

fn before_fade(tracer: &Tracer, id: EntryId, month: i32, path: String) -> Node {
    let steps = Steps { tracer, id, path, month, version: month };
    match series(tracer.case, id, month) {
        Series::Own(stream, investment) => steps.own(stream, investment),
        Series::Follows(follow) => steps.follows(follow),
        Series::Effect(effect) => steps.effect(effect),
        Series::Outcome(outcome) => steps.outcome(outcome),
        Series::Loan => steps.nothing(None),
    }
}

/// The units of an entry in the month with this number.
pub fn units(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Units, Period::Month(month)).path(tracer.case);
    units_of(Steps { tracer, id, path, month, version: month })
}

/// The units of the version of an entry that steps are of: those of what is followed are units of
/// what follows.
fn units_of(steps: Steps) -> Node {
    match series(steps.tracer.case, steps.id, steps.version) {
        Series::Own(stream, investment) => steps.units(stream, investment),
        Series::Effect(effect) => steps.units(&effect.stream, None),
        Series::Follows(follow) => {
            if let Some(node) = steps.outside(follow) {
                return Node { unit: ValueUnit::Number, ..node };
            }
            let inputs = steps.units_followed(follow);
            Node::step(steps.path, ValueUnit::Number, sum(Name::Units), inputs)
        }
        Series::Outcome(_) | Series::Loan => steps.nothing(None),
    }
}

/// The steps to one figure of an entry in one month.
struct Steps<'t, 'a> {
    tracer: &'t Tracer<'a>,
    /// The entry whose keys are read.
    id: EntryId,
    path: String,
    /// The number of the month whose prices hold.
    month: i32,
    /// The number of the month whose version of the entry is meant.
    version: i32,
}

impl When {
    /// The key that says that it does not run, if it does not.
    fn not(&self) -> Option<(&'static str, Name)> {
        match self {
            Self::Not(key, name) => Some((key, *name)),
            Self::Between => Some(("at", Name::On)),
            Self::Year(_) | Self::Once | Self::Dated(_) => None,
        }
    }
}

/// A product that grows factor by factor; factors that change nothing are left out.
#[derive(Default)]
pub struct Product {
    formula: Option<Formula>,
    inputs: Vec<Input>,
}

impl Product {
    /// Times a factor.
    pub fn times(&mut self, factor: impl Into<Formula>, inputs: impl IntoIterator<Item = Input>) {
        let factor = factor.into();
        self.formula = Some(match self.formula.take() {
            Some(product) => product * factor,
            None => factor,
        });
        self.inputs.extend(inputs);
    }

    /// Over a divisor.
    pub fn over(&mut self, divisor: impl Into<Formula>, inputs: impl IntoIterator<Item = Input>) {
        self.formula = Some(self.formula.take().unwrap_or(Formula::from(1)) / divisor.into());
        self.inputs.extend(inputs);
    }

    /// The product as a step.
    pub fn step(self, path: String, unit: ValueUnit) -> Node {
        Node::step(path, unit, self.formula.unwrap_or(Formula::from(1)), self.inputs)
    }
}

/// One input as it is, or the sum of several as a step of its own.
fn together(
    mut inputs: Vec<Input>,
    (name, unit): (Name, ValueUnit),
    path: impl FnOnce() -> String,
) -> Input {
    match inputs.pop() {
        Some(one) if inputs.is_empty() => one,
        last => {
            inputs.extend(last);
            Input::step(name, Node::step(path(), unit, sum(name), inputs))
        }
    }
}

/// When a stream runs, as seen from one month.
enum When {
    /// In its own year j.
    Year(usize),
    /// In the month of a purchase.
    Once,
    /// In a month of its own, at this place among them.
    Dated(usize),
    /// In none of its own months.
    Between,
    /// Not at all; the key that says so.
    Not(&'static str, Name),
}

impl Steps<'_, '_> {
    fn horizon(&self) -> Horizon {
        self.tracer.case.horizon
    }

    fn keys(&self) -> [&str; 2] {
        self.tracer.keys(self.id)
    }

    fn key(&self, name: Name, key: &str, unit: ValueUnit, value: impl Into<Value>) -> Input {
        let [group, id] = self.keys();
        self.tracer.key_at(self.version, name, &[group, id, key], (unit, value.into()))
    }

    fn item(&self, name: Name, key: &str, number: usize, of: (ValueUnit, Value)) -> Input {
        let [group, id] = self.keys();
        self.tracer.item(self.version, name, (&[group, id, key], number), of)
    }

    fn below(&self, part: &str) -> String {
        format!("{}.{part}", self.path)
    }

    /// Nothing, and what says so.
    fn nothing(self, because: Option<Input>) -> Node {
        Node::step(self.path, ValueUnit::Money, Formula::from(0), because.into_iter().collect())
    }

    fn not_running(self, stream: &Stream, key: &str, name: Name) -> Node {
        let month = match (&stream.timing, name) {
            (Timing::Once { on }, _) => *on,
            (Timing::Dated(_), _) => return self.nothing(None).with(Remark::NotRunning),
            (Timing::Recurring(recurring), Name::From) => recurring.from,
            (Timing::Recurring(recurring), _) => recurring.until,
        };
        let because = self.key(name, key, ValueUnit::Month, Value::word(month));
        self.nothing(Some(because)).with(Remark::NotRunning)
    }

    /// When a stream runs in the month with this number.
    fn when(&self, stream: &Stream, investment: Option<Investment>, month: i32) -> When {
        match &stream.timing {
            Timing::Once { on } => {
                let since = month - self.horizon().number(*on);
                let again = match investment {
                    Some(Investment { life: Life::Months(life), renew: true, .. }) => life.max(1),
                    _ => i32::MAX,
                };
                let bought = since == 0 || (since > 0 && since % again == 0);
                if bought { When::Once } else { When::Not("on", Name::On) }
            }
            Timing::Dated(dated) => {
                let own = |(_, on): &(usize, Month)| self.horizon().number(*on) == month;
                dated.coming().find(own).map_or(When::Between, |(place, _)| When::Dated(place))
            }
            Timing::Recurring(Recurring { from, until, .. }) => {
                let into = month - self.horizon().number(*from);
                match usize::try_from(into) {
                    Ok(_) if month > self.horizon().number(*until) => {
                        When::Not("until", Name::Until)
                    }
                    Ok(months) => When::Year(months / 12),
                    Err(_) => When::Not("from", Name::From),
                }
            }
        }
    }

    /// A stream on its own terms.
    fn own(self, stream: &Stream, investment: Option<Investment>) -> Node {
        let when = self.when(stream, investment, self.month);
        if let Some((key, name)) = when.not() {
            return self.not_running(stream, key, name);
        }
        let mut product = Product::default();
        self.money(&mut product, &stream.unit, &when, self.month);
        self.volume(&mut product, stream, &when, self.month);
        self.index(&mut product, &stream.index);
        self.bias(&mut product, stream.bias.0);
        self.months(&mut product, stream);
        product.step(self.path, ValueUnit::Money)
    }

    /// `quantity x volume x season / months in per`.
    fn units(self, stream: &Stream, investment: Option<Investment>) -> Node {
        let when = self.when(stream, investment, self.month);
        if let Some((key, name)) = when.not() {
            let node = self.not_running(stream, key, name);
            return Node { unit: ValueUnit::Number, ..node };
        }
        let mut product = Product::default();
        self.quantity(&mut product, &stream.unit);
        self.volume(&mut product, stream, &when, self.month);
        self.months(&mut product, stream);
        product.step(self.path, ValueUnit::Number)
    }

    fn quantity(&self, product: &mut Product, unit: &Measured) {
        if let Measured::Priced { quantity, .. } | Measured::PricedByYear { quantity, .. } = unit {
            let input = self.key(Name::Quantity, "quantity", ValueUnit::Number, quantity.0);
            product.times(Name::Quantity, [input]);
        } else {
            product.times(0, []);
        }
    }

    /// What a period is in money of the start; `asked` is the month whose amount it has.
    fn money(&self, product: &mut Product, unit: &Measured, when: &When, asked: i32) {
        match unit {
            Measured::Amount(amount) => {
                let input = self.key(Name::Amount, "amount", ValueUnit::Money, amount.0);
                product.times(Name::Amount, [input]);
            }
            Measured::Amounts(amounts) => {
                let input = match when {
                    When::Dated(place) => self.dated(amounts, *place, asked),
                    _ => self.of_year(Name::Amount, "amounts", amounts, when),
                };
                product.times(Name::Amount, [input]);
            }
            Measured::PricedByYear { prices, .. } => {
                self.quantity(product, unit);
                let input = self.of_year(Name::Price, "prices", prices, when);
                product.times(Name::Price, [input]);
            }
            Measured::Priced { price, .. } => {
                self.quantity(product, unit);
                product.times(Name::Price, [self.price(*price)]);
            }
        }
    }

    /// What a unit costs: as it is written, or as it comes from a list.
    fn price(&self, price: Amount) -> Input {
        let [group, id] = self.keys();
        let path = self.below("price");
        listed::price(self.tracer, (group, id, self.version), path)
            .unwrap_or_else(|| self.key(Name::Price, "price", ValueUnit::Money, price.0))
    }

    /// The amount of a month of its own.
    fn dated(&self, amounts: &[Amount], place: usize, asked: i32) -> Input {
        let [group, id] = self.keys();
        let month = self.horizon().month(asked).to_string();
        let amount = amounts.get(place).or(amounts.last()).copied().unwrap_or_default();
        let of = (ValueUnit::Money, Value::from(amount.0));
        self.tracer.key_at(self.version, Name::Amount, &[group, id, "at", &month], of)
    }

    /// What a list has for an entry's own year.
    fn of_year(&self, name: Name, key: &str, list: &[Amount], when: &When) -> Input {
        let year = if let When::Year(year) = when { *year } else { 0 };
        let amount = list.get(year).or(list.last()).copied().unwrap_or_default();
        self.item(name, key, year + 1, (ValueUnit::Money, Value::from(amount.0)))
    }

    /// The ramp, the growth and the season of a stream that recurs; `asked` is the month whose
    /// season it has.
    fn volume(&self, product: &mut Product, stream: &Stream, when: &When, asked: i32) {
        let (Timing::Recurring(recurring), When::Year(year)) = (&stream.timing, when) else {
            return;
        };
        if let Some(ramp) = recurring.ramp.get(*year) {
            let of = (ValueUnit::Share, Value::from(ramp.0));
            product.times(Name::Ramp, [self.item(Name::Ramp, "ramp", year + 1, of)]);
        }
        if !recurring.growth.0.is_zero() && *year > 0 {
            let input = self.key(Name::Growth, "growth", ValueUnit::Share, recurring.growth.0);
            let grown = match i64::try_from(*year) {
                Ok(1) => more(Name::Growth),
                year => more(Name::Growth).to(year.unwrap_or(i64::MAX)),
            };
            product.times(grown, [input]);
        }
        if let Some(weights) = &recurring.season {
            let step = self.season(weights, asked);
            product.times(Name::Season, [Input::step(Name::Season, step)]);
        }
    }

    fn season(&self, weights: &[Decimal; 12], asked: i32) -> Node {
        let number = usize::try_from(self.horizon().month(asked).of_year()).unwrap_or(1);
        let of = |weight: &Decimal| (ValueUnit::Number, Value::from(*weight));
        let weight = |(number, weight): (usize, &Decimal)| {
            self.item(Name::Weight, "season", number, of(weight))
        };
        let path = self.below("season");
        let all = (1..).zip(weights).map(weight).collect();
        let all = Node::step(format!("{path}.weights"), ValueUnit::Number, sum(Name::Weight), all);
        let own = (1..).zip(weights).find(|(of, _)| *of == number).map(weight);
        let inputs = own.into_iter().chain([Input::step(Name::Weights, all)]).collect();
        let formula = Formula::from(12) * Name::Weight / Name::Weights;
        Node::step(path, ValueUnit::Number, formula, inputs)
    }

    /// The level of prices of the month's calendar year.
    fn index(&self, product: &mut Product, index: &Index) {
        let years = self.horizon().month(self.month).year() - self.horizon().start.year();
        let inputs = self.rates(index, years);
        if inputs.is_empty() {
            return;
        }
        let formula = Formula::Call(Function::Compound, vec![name(Name::PriceRise)]);
        let step = Node::step(self.below("index"), ValueUnit::Number, formula, inputs);
        product.times(Name::Index, [Input::step(Name::Index, step)]);
    }

    /// The rates of so many calendar years after the start year.
    fn rates(&self, index: &Index, years: i32) -> Vec<Input> {
        let years = usize::try_from(years).unwrap_or(0);
        let rates = (0..years).filter_map(|year| index.0.get(year).or(index.0.last()));
        (1..).zip(rates).map(|(number, rate)| self.rate(number, Value::from(rate.0))).collect()
    }

    /// A rate of prices, where it stands: under its name in `[rate]`, or with the entry.
    fn rate(&self, number: usize, value: Value) -> Input {
        let [group, id] = self.keys();
        self.tracer.price_rise(self.version, &[group, id, "index"], number, value)
    }

    fn bias(&self, product: &mut Product, bias: Decimal) {
        if !bias.is_zero() {
            product.times(more(Name::Bias), [self.bias_input(bias)]);
        }
    }

    /// A bias, where it stands: under its name in `[bias]`, or with the entry.
    fn bias_input(&self, bias: Decimal) -> Input {
        let [group, id] = self.keys();
        self.tracer.bias(self.version, &[group, id, "optimism_bias"], bias.into())
    }

    fn months(&self, product: &mut Product, stream: &Stream) {
        let Timing::Recurring(recurring) = &stream.timing else { return };
        let months = recurring.per.months();
        if months != 1 {
            let input = self.key(Name::Months, "per", ValueUnit::Months, Value::whole(months));
            product.over(Name::Months, [input]);
        }
    }

    /// As other entries go.
    fn follows(self, follow: &Follow) -> Node {
        if follow.of.is_empty() {
            return self.nothing(None).with(Remark::FollowsNothing);
        }
        if let Some(node) = self.outside(follow) {
            return node;
        }
        let mut product = Product::default();
        match &follow.by {
            FollowBy::Share(_) => self.share_of(&mut product, follow, &follow.of),
            FollowBy::Price { price, index } => {
                product.times(Name::Price, [self.price(*price)]);
                self.index(&mut product, index);
                self.bias(&mut product, follow.bias.0);
                let of = (Name::Units, ValueUnit::Number);
                let units = together(self.units_followed(follow), of, || self.below("units"));
                product.times(Name::Units, [units]);
            }
        }
        product.step(self.path, ValueUnit::Money)
    }

    /// Nothing, where the month lies outside those in which it follows.
    fn outside(&self, follow: &Follow) -> Option<Node> {
        let within = follow.within?;
        let number = |month| self.horizon().number(month);
        let (key, name, month) = if self.month < number(within.from) {
            ("from", Name::From, within.from)
        } else if self.month > number(within.until) {
            ("until", Name::Until, within.until)
        } else {
            return None;
        };
        let because = self.key(name, key, ValueUnit::Month, Value::word(month));
        let (path, zero) = (self.path.clone(), Formula::from(0));
        Some(Node::step(path, ValueUnit::Money, zero, vec![because]).with(Remark::NotRunning))
    }

    /// A share of some of the entries that are followed.
    fn share_of(&self, product: &mut Product, follow: &Follow, of: &[Followed]) {
        if let FollowBy::Share(share) = &follow.by {
            let input = self.key(Name::Share, "share", ValueUnit::Share, share.0);
            product.times(Name::Share, [input]);
        }
        self.bias(product, follow.bias.0);
        let amounts = of.iter().map(|&of| self.amount_followed(followed(of))).collect();
        let of = (Name::Followed, ValueUnit::Money);
        let amounts = together(amounts, of, || self.below("followed"));
        product.times(Name::Followed, [amounts]);
    }

    /// What an entry that is followed comes to. What fades itself is so much of what the other was.
    fn amount_followed(&self, of: EntryId) -> Input {
        if own_fade(self.tracer.case, self.id, self.version).is_some() {
            return unfaded(self.tracer, Name::Followed, of, self.month);
        }
        unsold(self.tracer, Name::Followed, of, self.month)
    }

    /// The units of each entry that is followed, where there are several as far as they have not
    /// faded.
    fn units_followed(&self, follow: &Follow) -> Vec<Input> {
        let case = self.tracer.case;
        let along = own_fade(case, self.id, self.version).is_none() && follow.of.len() > 1;
        let units = follow.of.iter().map(|&of| {
            let of = followed(of);
            let whole = units(self.tracer, of, self.month);
            let fade = fade_of_units(case, of, self.month).filter(|_| along);
            let step = match fade.filter(|fade| has_begun(case, fade, self.month)) {
                Some(fade) => {
                    let path = format!("{}.left", whole.path);
                    let whole = Input::step(Name::Units, whole);
                    let node = faded(self.tracer, fade, self.month, path, whole);
                    Node { unit: ValueUnit::Number, ..node }
                }
                None => whole,
            };
            Input::step(Name::Units, step)
        });
        units.collect()
    }
}

/// What an income brings in a month of one cost, of which it is a share among others.
pub fn share_of(tracer: &Tracer, id: EntryId, cost: usize, month: i32, path: String) -> Node {
    let whole = |path: String| {
        let steps = Steps { tracer, id, path, month, version: month };
        match series(tracer.case, id, month) {
            Series::Follows(follow) if follow.of.contains(&Followed::Cost(cost)) => {
                if let Some(node) = steps.outside(follow) {
                    return node;
                }
                let mut product = Product::default();
                steps.share_of(&mut product, follow, &[Followed::Cost(cost)]);
                product.step(steps.path, ValueUnit::Money)
            }
            _ => steps.nothing(None),
        }
    };
    match fade(tracer.case, id, month) {
        Some(fade) => {
            let whole = Input::step(Name::Unfaded, whole(format!("{path}.unfaded")));
            faded(tracer, fade, month, path, whole)
        }
        None => whole(path),
    }
}

/// How much an entry is and when, as it is in a month; `None` of what has no such terms.
pub fn schedule(case: &Case, id: EntryId, month: i32) -> Option<(&Schedule, Option<Investment>)> {
    match id.group {
        Group::Cost => {
            let cost = case.costs.get(id.place)?.versions().at(month);
            Some((&cost.schedule, cost.investment))
        }
        Group::Funding => Some((&income(case, id, month)?.schedule, None)),
        Group::Avoided | Group::Value | Group::Burden | Group::Opening | Group::Reserve => None,
    }
}

/// The number of the first month of an entry, from which its payment blocks are counted.
pub fn first_month(case: &Case, id: EntryId) -> i32 {
    let first = match schedule(case, id, FIRST) {
        Some((schedule, _)) => stream::first_month(case, schedule),
        None => match series(case, id, FIRST) {
            Series::Own(stream, _) => stream.begins().map(|month| case.horizon.number(month)),
            Series::Effect(effect) => {
                effect.stream.begins().map(|month| case.horizon.number(month))
            }
            Series::Follows(_) | Series::Outcome(_) | Series::Loan => None,
        },
    };
    first.unwrap_or(0)
}

/// An income as it is in the month with this number.
pub fn income(case: &Case, id: EntryId, month: i32) -> Option<&Income> {
    match &funding(case, id, month)?.form {
        Form::Income(income) => Some(income),
        _ => None,
    }
}
