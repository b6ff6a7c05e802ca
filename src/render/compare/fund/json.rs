//! The object of `compare` on funds.

use crate::fund::{Came, FundDifferences, FundFigure, FundFigures, Known, Totals, Year};
use crate::render::compare::json::{changes, framed, head, over};
use crate::render::json::money;
use crate::whatif::{Comparison, Leeway, Side};
use serde_json::{Map, Value, json};

/// Funds side by side, the first being what the others are compared with.
pub fn object(comparison: &Comparison<FundFigures>) -> Value {
    framed(comparison, column)
}

fn column(side: &Side<FundFigures>) -> Value {
    let FundFigures { assessment, lending, differences: found } = &side.figures;
    let figures = FundFigure::ALL.into_iter().map(|figure| (figure, figure.of(assessment)));
    json!({
        "fund": head(side),
        "name": over(side),
        "verdict": assessment.verdict.id(),
        "margin": {"test": assessment.margin.id(), "figure": money(assessment.margin.by)},
        "measures": measures(figures),
        "initiatives": requests(counts(&assessment.initiatives)),
        "lending": requests(counts(lending)),
        "years": assessment.years.iter().zip(1..).map(year).collect::<Value>(),
        "difference": found.as_ref().map(|found| differences(&assessment.years, found)),
        "changes": changes(side),
    })
}

fn measures(figures: impl Iterator<Item = (FundFigure, Option<Known>)>) -> Map<String, Value> {
    figures.map(|(figure, known)| (figure.id().to_owned(), known.map(value).into())).collect()
}

/// A whole number is one; all else is a text, to the last digit.
fn value(known: Known) -> Value {
    match known {
        Known::Count(count) => count.into(),
        Known::Money(_) | Known::Times { .. } | Known::Share(_) | Known::Percent(_) => {
            known.to_string().into()
        }
    }
}

fn counts(totals: &Totals) -> impl Iterator<Item = i64> {
    Came::ALL.into_iter().map(|came| came.of(totals))
}

fn requests(counts: impl Iterator<Item = i64>) -> Map<String, Value> {
    let named = Came::ALL.into_iter().zip(counts);
    named.map(|(came, count)| (came.id().to_owned(), count.into())).collect()
}

fn year((year, number): (&Year, usize)) -> Value {
    json!({"year": number, "label": year.label, "net_worth": money(year.net_worth)})
}

fn differences(years: &[Year], found: &FundDifferences) -> Value {
    let figures = FundFigure::ALL.into_iter().zip(found.figures.iter().copied());
    let years = years.iter().zip(&found.net_worth);
    json!({
        "margin": found.margin.map(money),
        "measures": measures(figures),
        "initiatives": requests(found.initiatives.iter().copied()),
        "lending": requests(found.lending.iter().copied()),
        "years": years.map(|(year, less)| {
            json!({"label": year.label, "net_worth": less.map(money)})
        }).collect::<Value>(),
    })
}
