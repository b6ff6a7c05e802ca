//! What the sale of an investment brings, and what that is more than its book value (reference,
//! section 4.4).

use super::book::{opening_parts, purchases};
use super::figure::{EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{Formula, name, round2, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::Tracer;
use super::value::ValueUnit;
use crate::money::Cents;
use crate::stream::SoldFor;

/// That an entry is an investment that is sold within the horizon.
pub fn sold(tracer: &Tracer, id: EntryId) -> Option<SoldFor> {
    use crate::statements::Group;
    let costs = &tracer.run(id.run).postings.costs;
    costs.get(id.place).filter(|_| id.group == Group::Cost)?.sold()
}

/// What its sale brings in a period, or the gain on it.
pub fn posted(tracer: &Tracer, id: EntryId, column: EntryColumn, period: Period) -> Option<Cents> {
    let of: fn(SoldFor) -> Cents = match column {
        EntryColumn::Sale => |sold| sold.price,
        EntryColumn::Gain => |sold| sold.gain,
        _ => return None,
    };
    let months = match period {
        Period::Month(month) => month..month + 1,
        Period::Year(year) => months_of(year),
        Period::Whole => 0..tracer.case.horizon.end(),
        Period::PresentValue => return None,
    };
    let sold = sold(tracer, id).filter(|sold| months.contains(&sold.month));
    Some(sold.map_or(Cents::ZERO, of))
}

/// How what its sale brings in a month came about.
pub fn sale(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Sale, Period::Month(month)).path(tracer.case);
    let Some(price) = price(tracer, id, month) else { return nothing(path) };
    Node::step(path, ValueUnit::Money, round2(name(Name::Price)), vec![price])
}

/// The price for which it is sold in a month.
fn price(tracer: &Tracer, id: EntryId, month: i32) -> Option<Input> {
    sold(tracer, id).filter(|sold| sold.month == month)?;
    let cost = tracer.case.costs.get(id.place)?.versions().at(month);
    let price = cost.investment?.sold?.price.0;
    let [group, key] = tracer.keys(id);
    let path = [group, key, "sold", "price"];
    Some(tracer.key_at(month, Name::Price, &path, (ValueUnit::Money, price.into())))
}

fn nothing(path: String) -> Node {
    Node::step(path, ValueUnit::Money, Formula::from(0), vec![]).with(Remark::NotSold)
}

/// How the gain in a month came about: the price less the book value.
pub fn gain(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Gain, Period::Month(month)).path(tracer.case);
    if sold(tracer, id).is_none_or(|sold| sold.month != month) {
        return nothing(path);
    }
    let sale = Figure::Entry(id, EntryColumn::Sale, Period::Month(month));
    let mut inputs = tracer.figures(Name::Sale, [sale]);
    inputs.push(Input::step(Name::BookValue, book_value(tracer, id, month, &path)));
    Node::step(path, ValueUnit::Money, sum(Name::Sale) - Name::BookValue, inputs)
}

/// What it is worth in the books when it is sold: what was bought less what has been written off.
fn book_value(tracer: &Tracer, id: EntryId, month: i32, path: &str) -> Node {
    let path = format!("{path}.book_value");
    let opening = opening_parts(tracer, id, &path).into_iter();
    let mut inputs: Vec<_> = opening.map(|part| Input::step(Name::Part, part)).collect();
    let bought = purchases(tracer, id, &path).into_iter();
    let bought = bought.filter(|(bought, _)| (0..=month).contains(bought));
    inputs.extend(bought.map(|(_, purchase)| purchase));
    let written_off =
        (0..month).map(|month| Figure::Entry(id, EntryColumn::Depreciation, Period::Month(month)));
    inputs.extend(tracer.figures(Name::WrittenOff, written_off));
    let formula = sum(Name::Part) + sum(Name::Purchase) - sum(Name::WrittenOff);
    Node::step(path, ValueUnit::Money, formula, inputs)
}
