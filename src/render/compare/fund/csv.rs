//! Funds side by side for a spreadsheet: a row for each figure of each fund.

use crate::fund::{Came, FundFigure, FundFigures, Totals};
use crate::money::Cents;
use crate::render::compare::csv::{Row, framed};
use crate::whatif::{Comparison, Leeway, Side};

/// The table of funds side by side.
///
/// # Errors
/// When it cannot be written.
pub fn table(comparison: &Comparison<FundFigures>) -> Result<String, csv::Error> {
    framed(comparison, rows)
}

fn rows(side: &Side<FundFigures>) -> Vec<Row> {
    let FundFigures { assessment, lending, differences } = &side.figures;
    let differences = differences.as_ref();
    let amount = |less: Option<Cents>| less.map(|less| less.to_string()).unwrap_or_default();
    let verdict = assessment.verdict.id().to_owned();
    let mut rows = vec![
        Row { kind: "verdict", value: verdict, ..Row::default() },
        Row {
            kind: "margin",
            of: assessment.margin.id().to_owned(),
            value: assessment.margin.by.to_string(),
            difference: amount(differences.and_then(|found| found.margin)),
            ..Row::default()
        },
    ];
    let figures = FundFigure::ALL.into_iter().enumerate();
    rows.extend(figures.map(|(place, figure)| measure(side, place, figure)));
    let of = |differences: Option<&Vec<i64>>| differences.cloned().unwrap_or_default();
    let less = of(differences.map(|found| &found.initiatives));
    rows.extend(requests("initiatives", &assessment.initiatives, &less));
    let less = of(differences.map(|found| &found.lending));
    rows.extend(requests("lending", lending, &less));
    rows.extend(assessment.years.iter().enumerate().map(|(place, year)| {
        let less = differences.and_then(|found| *found.net_worth.get(place)?);
        Row {
            kind: "net_worth",
            of: year.label.clone(),
            value: year.net_worth.to_string(),
            difference: amount(less),
            ..Row::default()
        }
    }));
    rows
}

fn measure(side: &Side<FundFigures>, place: usize, figure: FundFigure) -> Row {
    let FundFigures { assessment, differences, .. } = &side.figures;
    let less = differences.as_ref().and_then(|found| *found.figures.get(place)?);
    let month = (figure == FundFigure::LowestCash).then_some(assessment.measures.lowest.1);
    Row {
        kind: "measure",
        of: figure.id().to_owned(),
        value: figure.of(assessment).map(|known| known.to_string()).unwrap_or_default(),
        month: month.map(|month| month.to_string()).unwrap_or_default(),
        difference: less.map(|less| less.to_string()).unwrap_or_default(),
        ..Row::default()
    }
}

fn requests<'a>(
    kind: &'static str,
    totals: &'a Totals,
    less: &'a [i64],
) -> impl Iterator<Item = Row> + 'a {
    Came::ALL.into_iter().enumerate().map(move |(place, came)| Row {
        kind,
        of: came.id().to_owned(),
        value: came.of(totals).to_string(),
        difference: less.get(place).map(i64::to_string).unwrap_or_default(),
        ..Row::default()
    })
}
