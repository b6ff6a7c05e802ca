//! The objects of `sensitivity`.

use super::Told;
use crate::render::json::{FORMAT, figure};
use crate::render::subject::Subject;
use crate::whatif::Leeway;
use crate::whatif::sensitivity::{Axis, End, Grid, Sensitivity, Swing};
use crate::words::Word;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// The object of `sensitivity`, of the first `top` numbers if that is given.
pub fn object<T: Told>(
    subject: Subject,
    told: &T,
    sensitivity: &Sensitivity<T::Margin>,
    top: Option<usize>,
) -> Value {
    let shown = sensitivity.swings.iter().take(top.unwrap_or(usize::MAX));
    let mut object = head(subject, told, sensitivity.margin);
    object.insert("inputs".to_owned(), shown.map(swing).collect());
    object.into()
}

/// What every object about what a margin hangs on begins with.
pub fn head<T: Told>(subject: Subject, told: &T, as_it_is: T::Margin) -> Map<String, Value> {
    let first = std::iter::once(("format", FORMAT.into())).chain(told.head(subject));
    let then = [("closes", as_it_is.closes().into()), ("margin", margin(as_it_is))];
    first.chain(then).map(|(key, value)| (key.to_owned(), value)).collect()
}

fn margin<M: Leeway>(margin: M) -> Value {
    json!({"test": margin.id(), "figure": figure(margin.by())})
}

fn swing<M: Leeway>(swing: &Swing<M>) -> Value {
    json!({
        "path": swing.input.path(),
        "kind": swing.input.kind.spelled(),
        "value": number(swing.input.value),
        "low": end(swing.low),
        "high": end(swing.high),
        "swing": swing.size.map(figure),
        "turns_at": swing.turns_at.map(number),
    })
}

fn end<M: Leeway>(end: End<M>) -> Value {
    json!({"value": number(end.value), "margin": end.margin.map(margin)})
}

/// A number with all its decimals, of a percentage the fraction.
pub fn number(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The object of a margin over two numbers.
pub fn grid<T: Told>(
    subject: Subject,
    told: &T,
    as_it_is: T::Margin,
    grid: &Grid<T::Margin>,
) -> Value {
    let axis = |axis: &Axis| {
        json!({
            "path": axis.input.path(),
            "kind": axis.input.kind.spelled(),
            "values": axis.values.iter().map(|&value| number(value)).collect::<Value>(),
        })
    };
    let row = |row: &Vec<Option<_>>| row.iter().map(|it| it.map(margin)).collect::<Value>();
    let mut object = head(subject, told, as_it_is);
    object.insert("rows".to_owned(), axis(&grid.rows));
    object.insert("columns".to_owned(), axis(&grid.columns));
    object.insert("margins".to_owned(), grid.margins.iter().map(row).collect());
    object.into()
}
