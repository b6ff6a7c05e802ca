//! A price that comes from a list, so that who redoes it gets the same: as published, and both index
//! figures.

use super::Product;
use crate::document::Place;
use crate::explain::formula::{more, name, round2};
use crate::explain::name::Name;
use crate::explain::node::{Input, Node, Remark};
use crate::explain::tracer::Tracer;
use crate::explain::value::{Value, ValueUnit};
use crate::prices::{Taken, Way, of_table};
use crate::reading::group::table_at;
use crate::words::Key;
use rust_decimal::Decimal;

/// The price of an entry as a step, where it comes from a list in the version of a month.
pub fn price(
    tracer: &Tracer,
    (group, id, month): (&str, &str, i32),
    path: String,
) -> Option<Input> {
    let root = tracer.root_at(month);
    let entry = table_at(table_at(root, group)?, id)?;
    let taken = of_table(tracer.document, root, entry)?;
    let place = entry.item(Key::PriceFrom)?.node.place;
    Some(Input::step(Name::Price, step(tracer, &taken, place, path)))
}

fn step(tracer: &Tracer, taken: &Taken, place: Place, path: String) -> Node {
    let listed = &taken.listed;
    let value = (ValueUnit::Money, Value::from(listed.value));
    let from = format!("{}.{}", taken.path, Key::Value);
    let published = Tracer::stated(Name::Published, from, (place, Some(listed.cited())), value);
    let Way::Index { from, to, later, years, ends } = taken.level.way else {
        let node = Node::step(path, ValueUnit::Money, name(Name::Published), vec![published]);
        return node.with(Remark::AsPublished);
    };
    let mut product = Product::default();
    product.times(Name::Published, [published]);
    if from.0 != to.0 {
        let figure = |name, of| figure(name, taken, place, of);
        product.times(Name::IndexThen, [figure(Name::IndexThen, from)]);
        product.over(Name::IndexNow, [figure(Name::IndexNow, to)]);
    }
    if let Some(later) = later {
        let rate = Value::from(later);
        let path = [Key::Case, Key::PricesLater].map(Into::<&str>::into);
        let rise = tracer.key(Name::PriceRise, &path, ValueUnit::Share, rate);
        let risen = more(Name::PriceRise).to(i64::from(years.abs()));
        if years < 0 { product.over(risen, [rise]) } else { product.times(risen, [rise]) }
    }
    let exact = product.step(path, ValueUnit::Money);
    let rounded = Node::step(exact.path, exact.unit, round2(exact.formula), exact.inputs);
    if ends { rounded.with(Remark::IndexEnds) } else { rounded }
}

/// The index figure of a year.
fn figure(name: Name, taken: &Taken, place: Place, (year, factor): (i32, Decimal)) -> Input {
    let path = format!("{}.{}.{}.{year}", taken.list(), Key::Cpi, Key::Factors);
    let stands = (place, taken.index_source.clone());
    Tracer::stated(name, path, stands, (ValueUnit::Number, Value::from(factor)))
}
