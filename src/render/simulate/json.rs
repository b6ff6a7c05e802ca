//! The object of `simulate`, and the same as a table.

use crate::case::Case;
use crate::measures::Ratio;
use crate::money::Cents;
use crate::render::csv::CsvTable;
use crate::render::json::{FORMAT, head, path};
use crate::render::subject::Subject;
use crate::statements::Group;
use crate::whatif::simulate::{Bin, Drawn, Frequency, PERCENTAGES, Request, Simulation, Spread};
use crate::words::{NumberKind, Word};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// The object of `simulate`.
pub fn json(subject: Subject, case: &Case, found: &Simulation) -> Value {
    let drivers = found.drivers.iter().map(|driver| {
        let correlation = driver.correlation.map(|correlation| correlation.to_string());
        json!({"id": driver.path, "correlation": correlation})
    });
    json!({
        "format": FORMAT,
        "case": head(subject, case),
        "draws": found.draws,
        "seed": found.seed,
        "closes": frequency(found.closes),
        "conditional": frequency(found.conditional),
        "inputs": found.lottery.ranges.iter().map(input).collect::<Value>(),
        "sample": found.sample,
        "spread": {
            "lowest_cash": spread(found.lowest_cash, Cents::to_string),
            "structural": spread(found.structural, Cents::to_string),
            "public_return": spread(found.public_return, four_decimals),
        },
        "public_return_applies": found.public_return_applies,
        "histogram": found.histogram.iter().map(bin).collect::<Value>(),
        "requests": found.requests.iter().map(|it| request(case, it)).collect::<Value>(),
        "drivers": drivers.collect::<Value>(),
    })
}

fn four_decimals(ratio: &Ratio) -> String {
    ratio.four_decimals().to_string()
}

fn frequency(frequency: Frequency) -> Value {
    let (low, high) = frequency.interval();
    json!({
        "share": four_decimals(&frequency.share()),
        "low": low.to_string(),
        "high": high.to_string(),
        "times": frequency.times,
    })
}

fn input(drawn: &Drawn) -> Value {
    let kind = drawn.input.kind;
    let range = drawn.input.range.as_ref();
    json!({
        "id": drawn.input.path(),
        "low": range.map(|range| value(kind, range.low)),
        "likely": value(kind, drawn.input.value),
        "high": range.map(|range| value(kind, range.high)),
        "shape": range.map(|range| range.shape).unwrap_or_default().spelled(),
        "moves_with": range.and_then(|range| range.moves_with.as_deref()),
    })
}

/// An amount with its cents; anything else as it is, percentages as fractions.
fn value(kind: NumberKind, value: Decimal) -> String {
    let mut exact = value.normalize();
    if kind == NumberKind::Amount && exact.scale() < 2 {
        exact.rescale(2);
    }
    exact.to_string()
}

fn spread<T: Copy>(spread: Option<Spread<T>>, words: fn(&T) -> String) -> Value {
    let Some(spread) = spread else { return Value::Null };
    let figures = PERCENTAGES.iter().zip(&spread.figures);
    Value::Object(
        figures.map(|(at, figure)| (at.to_string(), words(figure).into())).collect::<Map<_, _>>(),
    )
}

fn bin(bin: &Bin) -> Value {
    json!({"from": bin.from.to_string(), "until": bin.until.to_string(), "draws": bin.count})
}

fn request(case: &Case, request: &Request) -> Value {
    let chance = case.funding.get(request.place).and_then(|entry| entry.what.promise.chance());
    json!({
        "id": path(case, Group::Funding, request.place),
        "chance": chance.map(|share| share.0.normalize().to_string()),
        "with": frequency(request.with),
        "without": frequency(request.without),
    })
}

/// The same figures as a table: what a figure is of, which one it is, and its value.
///
/// # Errors
/// When the table cannot be written.
pub fn csv(case: &Case, found: &Simulation) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(["of", "figure", "value"])?;
    let mut row = |of: &str, figure: &str, value: &str| table.row([of, figure, value]);
    row("simulation", "draws", &found.draws.to_string())?;
    row("simulation", "seed", &found.seed.to_string())?;
    let mut parts = vec![("closes".to_owned(), found.closes)];
    parts.push(("conditional".to_owned(), found.conditional));
    for request in &found.requests {
        let id = path(case, Group::Funding, request.place).unwrap_or_default();
        parts.push((format!("{id} with"), request.with));
        parts.push((format!("{id} without"), request.without));
    }
    for (of, part) in parts {
        let (low, high) = part.interval();
        row(&of, "share", &four_decimals(&part.share()))?;
        row(&of, "low", &low.to_string())?;
        row(&of, "high", &high.to_string())?;
    }
    let money = |spread: Option<Spread<Cents>>| spread.map(|s| s.figures.map(|c| c.to_string()));
    let spreads = [
        ("lowest_cash", money(found.lowest_cash)),
        ("structural", money(found.structural)),
        ("public_return", found.public_return.map(|s| s.figures.map(|r| four_decimals(&r)))),
    ];
    for (of, figures) in spreads {
        for (at, figure) in PERCENTAGES.iter().zip(figures.iter().flatten()) {
            row(of, &at.to_string(), figure)?;
        }
    }
    for bin in &found.histogram {
        row("histogram", &bin.from.to_string(), &bin.count.to_string())?;
    }
    for driver in &found.drivers {
        let correlation = driver.correlation.map(|value| value.to_string()).unwrap_or_default();
        row(&driver.path, "correlation", &correlation)?;
    }
    table.text()
}
