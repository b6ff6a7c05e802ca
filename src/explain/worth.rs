//! Present values (reference, section 4.7): what each case year comes to, brought back to the
//! start.

use super::amount::FIRST;
use super::figure::{EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{Formula, Function, more, name, round2, sum};
use super::name::Name;
use super::node::{Input, Node};
use super::sale::sold;
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use crate::case::{Case, Discounting, Form, Index};
use crate::measures::ByYear;
use crate::money::{Cents, Rate};
use crate::statements::Group;
use num_traits::ToPrimitive;
use std::ops::Range;

/// A column of an entry that is added to a present value, or taken off.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The entry.
    pub id: EntryId,
    /// Which of its columns.
    pub of: EntryColumn,
    /// Whether what it puts in month 0 counts at time zero.
    pub at_zero: bool,
    /// Whether it is taken off.
    pub less: bool,
}

impl Column {
    /// A column of an entry, to be added.
    pub fn of(tracer: &Tracer, id: EntryId, column: EntryColumn) -> Self {
        let at_zero = match id.group {
            Group::Cost => {
                let cost = tracer.case.costs.get(id.place);
                cost.is_some_and(|entry| entry.what.schedule.is_once())
            }
            Group::Funding => {
                let funding = tracer.case.funding.get(id.place);
                column == EntryColumn::Draw || funding.is_some_and(|entry| entry.what.is_once())
            }
            Group::Avoided | Group::Value | Group::Burden | Group::Opening | Group::Reserve => {
                false
            }
        };
        Self { id, of: column, at_zero, less: false }
    }

    /// The same, to be taken off.
    pub fn off(self) -> Self {
        Self { less: true, ..self }
    }

    fn figure(self, period: Period) -> Figure {
        Figure::Entry(self.id, self.of, period)
    }

    /// The figures that count at time zero.
    fn zero(self, tracer: &Tracer) -> Vec<Figure> {
        let loan =
            tracer.case.funding.get(self.id.place).filter(|_| self.id.group == Group::Funding);
        match loan.map(|entry| &entry.what.form) {
            // What was borrowed before the start counts for what is owed of it then.
            Some(Form::Loan(loan))
                if self.of == EntryColumn::Draw && loan.on < tracer.case.horizon.start =>
            {
                vec![Figure::Entry(self.id, EntryColumn::Balance, Period::Month(-1))]
            }
            _ if self.at_zero => vec![self.figure(Period::Month(0))],
            _ => Vec::new(),
        }
    }

    /// The figures of some months of a case year that count in it.
    fn months(self, months: &Range<i32>) -> Vec<Figure> {
        let first = if self.at_zero { months.start.max(1) } else { months.start };
        if months.len() == 12 && first == months.start {
            return vec![self.figure(Period::Year(usize::try_from(first / 12).unwrap_or(0)))];
        }
        (first..months.end).map(|month| self.figure(Period::Month(month))).collect()
    }
}

/// The present value of an entry's column.
pub fn of_entry(tracer: &Tracer, id: EntryId, column: EntryColumn) -> Node {
    let path = Figure::Entry(id, column, Period::PresentValue).path(tracer.case);
    let mut columns = vec![Column::of(tracer, id, column)];
    if sold(tracer, id).is_some() {
        columns.push(Column::of(tracer, id, EntryColumn::Sale).off());
    }
    present_value(tracer, path, &columns, tracer.case.years())
}

/// The present value of columns together over the first case years, rounded to cents once.
pub fn present_value(tracer: &Tracer, path: String, columns: &[Column], years: usize) -> Node {
    let mut totals = ByYear::nothing(tracer.case);
    let gathered = |months: Option<&Range<i32>>, plus: Name, less: Name| {
        let mut inputs = Vec::new();
        for column in columns {
            let figures = match months {
                None => column.zero(tracer),
                Some(months) => column.months(months),
            };
            let name = if column.less { less } else { plus };
            inputs.extend(tracer.figures(name, figures));
        }
        inputs
    };
    let mut inputs = gathered(None, Name::AtZero, Name::LessAtZero);
    totals.at_zero = cents(&inputs, Name::LessAtZero);
    let mut formula = added(&inputs, Name::AtZero, Name::LessAtZero);
    let mut steps = Vec::new();
    let parts = (0..years).flat_map(|year| parts(tracer.case, year));
    for (part, total) in parts.zip(&mut totals.parts) {
        let of_part = gathered(Some(&part.months), Name::Entry, Name::LessEntry);
        *total = cents(&of_part, Name::LessEntry);
        if let Some(sum) = added(&of_part, Name::Entry, Name::LessEntry) {
            let path = format!("{path}.{}", part.label);
            steps.push(Input::step(Name::Year, discounted(tracer, path, &part, sum, of_part)));
        }
    }
    if !steps.is_empty() {
        let years = match tracer.case.discounting {
            Discounting::Start | Discounting::End => sum(Name::Year),
            // Half a year is no whole power: the root is taken of all of it together.
            Discounting::Mid => {
                inputs.push(rate(tracer));
                sum(Name::Year) / Formula::Call(Function::Root, vec![more(Name::DiscountRate)])
            }
        };
        formula = Some(match formula {
            Some(zero) => zero + years,
            None => years,
        });
        inputs.extend(steps);
    }
    let value = tracer.books.discount.present_value(&totals).unwrap_or_default();
    let formula = formula.map_or(Formula::from(0), round2);
    Node::step(path, ValueUnit::Money, formula, inputs).posted(value.into())
}

/// Months of a case year that have one level of prices in general.
struct Part {
    year: usize,
    months: Range<i32>,
    label: String,
}

/// The parts of a case year: one, or two where prices in general rise within it.
fn parts(case: &Case, year: usize) -> Vec<Part> {
    let (all, label) = (months_of(year), case.horizon.label(year));
    let january = all.start + 13 - case.horizon.start.of_year();
    if case.inflation.is_flat() || january >= all.end {
        return vec![Part { year, months: all, label }];
    }
    let halves = [all.start..january, january..all.end];
    let half = |months: Range<i32>| {
        let label = format!("{label}.{}", case.horizon.month(months.start).year());
        Part { year, months, label }
    };
    halves.map(half).into()
}

/// The level of prices in general in some months, 1 at the start; nothing where it is that still.
fn level(tracer: &Tracer, path: &str, months: &Range<i32>) -> Option<Node> {
    let Case { horizon, inflation: Index(rates), .. } = tracer.case;
    let years = horizon.month(months.start).year() - horizon.start.year();
    let years = usize::try_from(years).unwrap_or(0);
    let rates = (0..years).filter_map(|year| rates.get(year).or(rates.last()));
    let rate = |(number, rate): (usize, &Rate)| {
        tracer.price_rise(FIRST, &["case", "inflation"], number, Value::from(rate.0))
    };
    let inputs: Vec<_> = (1..).zip(rates).map(rate).collect();
    let formula = Formula::Call(Function::Compound, vec![name(Name::PriceRise)]);
    let any = !inputs.is_empty() && !tracer.case.inflation.is_flat();
    any.then(|| Node::step(format!("{path}.index"), ValueUnit::Number, formula, inputs))
}

/// What comes in some months of a case year, over the level of prices in general in them and as many
/// years' discount as lie before it.
fn discounted(
    tracer: &Tracer,
    path: String,
    part: &Part,
    mut total: Formula,
    mut inputs: Vec<Input>,
) -> Node {
    if let Some(level) = level(tracer, &path, &part.months) {
        inputs.push(Input::step(Name::Index, level));
        total = total / Name::Index;
    }
    let year = part.year;
    let power = match tracer.case.discounting {
        Discounting::Start | Discounting::Mid => year,
        Discounting::End => year + 1,
    };
    let formula = match i64::try_from(power) {
        Ok(0) | Err(_) => total,
        Ok(1) => {
            inputs.push(rate(tracer));
            total / more(Name::DiscountRate)
        }
        Ok(power) => {
            inputs.push(rate(tracer));
            total / more(Name::DiscountRate).to(power)
        }
    };
    Node::step(path, ValueUnit::Money, formula, inputs)
}

fn rate(tracer: &Tracer) -> Input {
    let rate = Value::from(tracer.case.discount_rate.0);
    tracer.key(Name::DiscountRate, &["case", "discount_rate"], ValueUnit::Share, rate)
}

/// What is added less what is taken off, as far as there is any.
fn added(inputs: &[Input], plus: Name, less: Name) -> Option<Formula> {
    let any = |name: Name| inputs.iter().any(|input| input.name == name);
    match (any(plus), any(less)) {
        (true, true) => Some(sum(plus) - sum(less)),
        (true, false) => Some(sum(plus)),
        (false, true) => Some(Formula::from(0) - sum(less)),
        (false, false) => None,
    }
}

/// The inputs together, in cents.
fn cents(inputs: &[Input], less: Name) -> i128 {
    let amount = |input: &Input| {
        let number = input.value().number()?;
        let cents = (number * num_rational::BigRational::from_integer(100.into())).to_integer();
        let cents = cents.to_i128()?;
        Some(if input.name == less { -cents } else { cents })
    };
    inputs.iter().filter_map(amount).sum()
}

/// A given amount in cents as an input that stands in the file or is the default.
pub fn amount_of_case(tracer: &Tracer, name: Name, path: &[&str], amount: Cents) -> Input {
    tracer.key(name, path, ValueUnit::Money, amount.into())
}
