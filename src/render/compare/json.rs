//! The object of `compare`.

use crate::case::TestId;
use crate::language::Language;
use crate::render::check::json::test;
use crate::render::json::{FORMAT, figure, money};
use crate::statements::Both;
use crate::verdict::{Margin, Year};
use crate::whatif::{CaseFigures, Changed, Comparison, Difference, Differences, Side, Written};
use crate::words::Word;
use serde_json::{Value, json};

/// Cases side by side, the first being what the others are compared with.
pub fn object(comparison: &Comparison<CaseFigures>) -> Value {
    framed(comparison, column)
}

/// Things side by side, whatever their figures are.
pub(super) fn framed<F>(comparison: &Comparison<F>, column: fn(&Side<F>) -> Value) -> Value {
    json!({
        "format": FORMAT,
        "unlike": {
            "currencies": comparison.unlike.currencies,
            "horizons": !comparison.unlike.horizons.is_empty(),
        },
        "columns": comparison.sides.iter().map(column).collect::<Value>(),
    })
}

/// The same where there is nothing to put side by side, and why.
pub fn nothing(problems: &[Value]) -> Value {
    json!({"format": FORMAT, "columns": [], "problems": problems})
}

/// The same with what is wrong with columns that are not there, where something is.
pub fn with_problems(mut object: Value, problems: &[Value]) -> Value {
    if let (Value::Object(object), false) = (&mut object, problems.is_empty()) {
        object.insert("problems".to_owned(), problems.into());
    }
    object
}

/// What stands in a column.
pub(super) fn head<F>(side: &Side<F>) -> Value {
    let subject = &side.subject;
    json!({
        "file": subject.file,
        "name": subject.name.to_programs(side.language),
        "scenario": subject.scenario.as_ref().map(|(id, _)| id),
        "start": side.horizon.start.to_string(),
        "years": side.horizon.years,
        "currency": side.currency,
    })
}

/// What stands over a column.
pub(super) fn over<F>(side: &Side<F>) -> &str {
    let name = side.subject.scenario.as_ref().map_or(&side.subject.name, |(_, name)| name);
    name.to_programs(side.language)
}

/// What of a column is other than in what it is made from.
pub(super) fn changes<F>(side: &Side<F>) -> Value {
    side.changes.iter().map(|it| changed(it, side.language)).collect()
}

fn column(side: &Side<CaseFigures>) -> Value {
    let CaseFigures { verdict, margin: Both { certain, all }, differences: found, .. } =
        &side.figures;
    json!({
        "case": head(side),
        "name": over(side),
        "verdict": verdict.kind.id(),
        "margin": {"certain": margin(*certain), "all": margin(*all)},
        "tests": verdict.tests.iter().map(|it| test(verdict, it)).collect::<Value>(),
        "years": verdict.years.iter().zip(1..).map(year).collect::<Value>(),
        "difference": found.as_ref().map(|found| differences(side, found)),
        "changes": changes(side),
    })
}

fn margin(margin: Margin) -> Value {
    json!({"test": margin.test.id(), "figure": figure(margin.by)})
}

fn year((year, number): (&Year, usize)) -> Value {
    json!({
        "year": number,
        "label": year.label,
        "certain": {"closing": money(year.certain.closing)},
        "all": {"closing": money(year.all.closing)},
    })
}

fn differences(side: &Side<CaseFigures>, found: &Differences) -> Value {
    let figures = |both: &Both<Option<Difference>>| json!({"certain": both.certain.map(less), "all": both.all.map(less)});
    let test = |(id, both): (TestId, &Both<Option<Difference>>)| json!({"id": id.id(), "certain": both.certain.map(less), "all": both.all.map(less)});
    let years = side.figures.verdict.years.iter().zip(&found.closing);
    json!({
        "margin": figures(&found.margin),
        "tests": TestId::all().zip(&found.tests).map(test).collect::<Value>(),
        "years": years.map(|(year, closing)| json!({
            "label": year.label,
            "certain": {"closing": closing.certain.map(money)},
            "all": {"closing": closing.all.map(money)},
        })).collect::<Value>(),
    })
}

/// An amount, or a ratio with four decimals.
pub fn less(difference: Difference) -> String {
    match difference {
        Difference::Money(amount) => amount.to_string(),
        Difference::Ratio { four, .. } => four.to_string(),
    }
}

fn changed(changed: &Changed, of_file: Option<Language>) -> Value {
    let written = |value: &Option<_>| value.as_ref().map(|value| exact(value, of_file));
    json!({
        "path": changed.path,
        "from": written(&changed.from),
        "to": written(&changed.to),
        "since": changed.since.map(|month| month.to_string()),
    })
}

/// A value of a file: a number as it is, a percentage as a fraction.
pub fn exact(value: &Written, of_file: Option<Language>) -> String {
    match value {
        Written::Number(number) => number.to_string(),
        Written::Percentage(fraction) => fraction.to_string(),
        Written::Truth(truth) => truth.to_string(),
        Written::Other(text) => text.to_programs(of_file).to_owned(),
    }
}
