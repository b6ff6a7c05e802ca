//! Own money that is set apart, and what its costs take from it (reference, section 3.11).

use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, min, sum};
use super::name::Name;
use super::node::{Input, Node, Remark, What};
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use crate::money::Cents;
use crate::postings::Reserved;
use crate::statements::Group;

/// What a reserve comes to, if an entry is one.
pub fn posting<'t>(tracer: &'t Tracer, id: EntryId) -> Option<&'t Reserved> {
    tracer.run(id.run).reserved.get(id.place).filter(|_| id.group == Group::Reserve)
}

/// What is set apart at the end of a month: what was, and what was added, less what was taken.
pub fn reserved(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let of = |column, month| Figure::Entry(id, column, Period::Month(month));
    let path = of(EntryColumn::Reserved, month).path(tracer.case);
    let mut inputs = tracer.figures(Name::Reserved, before(id, month));
    inputs.extend(tracer.figures(Name::SetApart, [of(EntryColumn::SetApart, month)]));
    inputs.extend(tracer.figures(Name::Released, [of(EntryColumn::Released, month)]));
    let formula = sum(Name::Reserved) + sum(Name::SetApart) - sum(Name::Released);
    Node::step(path, ValueUnit::Money, formula, inputs)
}

/// What was set apart at the end of the month before.
fn before(id: EntryId, month: i32) -> Option<Figure> {
    (month > 0).then(|| Figure::Entry(id, EntryColumn::Reserved, Period::Month(month - 1)))
}

/// What is taken from it in a month, cost by cost.
pub fn released(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = released_path(tracer, id, month);
    let taken = of_month(tracer, id, month);
    if taken.is_empty() {
        return Node::step(path, ValueUnit::Money, Formula::from(0), vec![])
            .with(Remark::NothingTaken);
    }
    let mut inputs: Vec<Input> = Vec::new();
    for (cost, _) in taken {
        inputs.push(Input::step(Name::Taken, one(tracer, id, month, *cost)));
    }
    Node::step(path, ValueUnit::Money, sum(Name::Taken), inputs)
}

fn released_path(tracer: &Tracer, id: EntryId, month: i32) -> String {
    Figure::Entry(id, EntryColumn::Released, Period::Month(month)).path(tracer.case)
}

/// What is taken in a month, by the places of its costs.
fn of_month<'t>(tracer: &'t Tracer, id: EntryId, month: i32) -> &'t [(usize, Cents)] {
    let taken = posting(tracer, id).zip(usize::try_from(month).ok());
    taken.and_then(|(it, month)| it.taken.get(month)).map(Vec::as_slice).unwrap_or_default()
}

/// What is taken for one cost: at most what is there, and at most what others left of the cost.
fn one(tracer: &Tracer, id: EntryId, month: i32, cost: usize) -> Node {
    let mut inputs = tracer.figures(Name::Reserved, before(id, month));
    let set_apart = Figure::Entry(id, EntryColumn::SetApart, Period::Month(month));
    inputs.extend(tracer.figures(Name::SetApart, [set_apart]));
    let earlier = of_month(tracer, id, month).iter().take_while(|(other, _)| *other != cost);
    inputs.extend(earlier.map(|&taken| given(tracer, Name::Taken, id, month, taken)));
    let posted = EntryId::of(Group::Cost, cost);
    let posted = Figure::Entry(posted, EntryColumn::Accrual, Period::Month(month));
    inputs.extend(tracer.figures(Name::Cost, [posted]));
    let before = tracer.entries(Group::Reserve).take(id.place);
    inputs.extend(before.filter_map(|other| {
        let taken = of_month(tracer, other, month).iter().find(|(of, _)| *of == cost)?;
        Some(given(tracer, Name::Others, other, month, *taken))
    }));
    let there = sum(Name::Reserved) + sum(Name::SetApart) - sum(Name::Taken);
    let left = sum(Name::Cost) - sum(Name::Others);
    let path = step_path(tracer, id, month, cost);
    Node::step(path, ValueUnit::Money, min(vec![there, left]), inputs)
}

/// Where what is taken for one cost is told.
fn step_path(tracer: &Tracer, id: EntryId, month: i32, cost: usize) -> String {
    let cost = tracer.case.costs.get(cost).map(|entry| entry.id.as_str()).unwrap_or_default();
    format!("{}.{cost}", released_path(tracer, id, month))
}

/// What is taken for one cost, as an input.
fn given(
    tracer: &Tracer,
    name: Name,
    id: EntryId,
    month: i32,
    (cost, amount): (usize, Cents),
) -> Input {
    let figure = Figure::Entry(id, EntryColumn::Released, Period::Month(month));
    let path = step_path(tracer, id, month, cost);
    let what = What::Given(tracer.step_given(figure, path, Value::from(amount)));
    Input { name, what }
}
