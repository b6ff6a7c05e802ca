//! What stood open when the case started, and is received or paid in one of its months.

use super::figure::{EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{name, round2};
use super::name::Name;
use super::node::{Node, Remark};
use super::tracer::Tracer;
use super::value::ValueUnit;
use crate::case::OpeningKind;
use crate::money::Cents;
use crate::postings::OpeningPosting;
use crate::statements::Group;

/// What an entry posts, if it is one of these.
pub fn posting<'t>(tracer: &'t Tracer, id: EntryId) -> Option<&'t OpeningPosting> {
    let openings = &tracer.run(id.run).postings.openings;
    openings.get(id.place).filter(|_| id.group == Group::Opening).map(|posting| &**posting)
}

/// What is settled in a period.
pub fn posted(tracer: &Tracer, opening: &OpeningPosting, period: Period) -> Option<Cents> {
    let months = match period {
        Period::Month(month) => month..month + 1,
        Period::Year(year) => months_of(year),
        Period::Whole => 0..tracer.case.horizon.end(),
        Period::PresentValue => return None,
    };
    Some(if months.contains(&opening.month) { opening.amount } else { Cents::ZERO })
}

/// How what is settled in a month came about.
pub fn month(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Cash, Period::Month(month)).path(tracer.case);
    let entry = tracer.case.openings.get(id.place);
    let Some(entry) = entry.filter(|it| tracer.case.horizon.number(it.what.on) == month) else {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]).with(Remark::NothingPaid);
    };
    let [group, key] = tracer.keys(id);
    let amount = entry.what.amount.0.into();
    let input = tracer.key(Name::Amount, &[group, key, "amount"], ValueUnit::Money, amount);
    Node::step(path, ValueUnit::Money, round2(name(Name::Amount)), vec![input])
}

/// The openings of one kind.
pub fn of_kind<'t>(tracer: &'t Tracer, kind: OpeningKind) -> impl Iterator<Item = EntryId> + 't {
    let openings = tracer.entries(Group::Opening);
    openings.filter(move |id| {
        tracer.case.openings.get(id.place).is_some_and(|entry| entry.what.kind == kind)
    })
}
