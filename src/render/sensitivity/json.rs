//! The objects of `sensitivity`.

use crate::case::Case;
use crate::render::check::Subject;
use crate::render::json::{FORMAT, counted, figure, head};
use crate::render::stress::json::margin;
use crate::verdict::Margin;
use crate::whatif::sensitivity::{Axis, End, Grid, Sensitivity, Swing};
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// The object of `sensitivity`, of the first `top` numbers if that is given.
pub fn sensitivity(
    subject: Subject,
    case: &Case,
    sensitivity: &Sensitivity,
    top: Option<usize>,
) -> Value {
    let shown = sensitivity.swings.iter().take(top.unwrap_or(usize::MAX));
    json!({
        "format": FORMAT,
        "case": head(subject, case),
        "funding": counted(sensitivity.counted),
        "closes": sensitivity.margin.closes(),
        "margin": margin(sensitivity.margin),
        "inputs": shown.map(swing).collect::<Value>(),
    })
}

fn swing(swing: &Swing) -> Value {
    json!({
        "path": swing.input.path(),
        "kind": swing.input.kind.id(),
        "value": number(swing.input.value),
        "low": end(swing.low),
        "high": end(swing.high),
        "swing": swing.size.map(figure),
        "turns_at": swing.turns_at.map(number),
    })
}

fn end(end: End) -> Value {
    json!({"value": number(end.value), "margin": end.margin.map(margin)})
}

/// A number with all its decimals, of a percentage the fraction.
pub fn number(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The object of a margin over two numbers.
pub fn grid(subject: Subject, case: &Case, as_it_is: Margin, grid: &Grid) -> Value {
    let axis = |axis: &Axis| {
        json!({
            "path": axis.input.path(),
            "kind": axis.input.kind.id(),
            "values": axis.values.iter().map(|&value| number(value)).collect::<Value>(),
        })
    };
    let row = |row: &Vec<Option<Margin>>| row.iter().map(|it| it.map(margin)).collect::<Value>();
    json!({
        "format": FORMAT,
        "case": head(subject, case),
        "funding": counted(grid.counted),
        "closes": as_it_is.closes(),
        "margin": margin(as_it_is),
        "rows": axis(&grid.rows),
        "columns": axis(&grid.columns),
        "margins": grid.margins.iter().map(row).collect::<Value>(),
    })
}
