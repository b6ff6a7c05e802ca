//! The object of `simulate`.

use crate::case::Case;
use crate::measures::Ratio;
use crate::money::Cents;
use crate::render::json::{FORMAT, head, path};
use crate::render::subject::Subject;
use crate::statements::Group;
use crate::whatif::simulate::{Bin, Drawn, Frequency, PERCENTAGES, Request, Simulation, Spread};
use crate::words::{NumberKind, Word};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// How often the case closes, and what that hangs on.
pub fn object(subject: Subject, case: &Case, found: &Simulation) -> Value {
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

/// A ratio as it is shown.
pub fn four_decimals(ratio: &Ratio) -> String {
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
