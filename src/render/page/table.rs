//! The figures of a chart as a table.

use super::super::blocks::{Align, Cell, Column, Fold, ReportTable, Row};
use crate::chart::{Across, Band, Lines, Periods, Plot, Series, Spans, Stacked, Steps, Tornado};
use crate::language::{ChartSay, Language, Message, Page};
use crate::money::Cents;

/// The figures of a chart. Amounts through many months become a table for each line, a year a row.
pub fn figures(plot: &Plot, language: Language) -> Vec<(Option<String>, ReportTable)> {
    match plot {
        Plot::Stacked(Stacked { periods, series }) => vec![(None, by_period(periods, series, &[]))],
        Plot::Lines(Lines { periods, series, bands, .. }) if periods.months.is_empty() => {
            vec![(None, by_period(periods, series, bands))]
        }
        Plot::Lines(Lines { periods, series, .. }) => series
            .iter()
            .map(|series| (Some(series.name.clone()), by_month(periods, series)))
            .collect(),
        Plot::Steps(steps) => vec![(None, self::steps(steps))],
        Plot::Across(across) => vec![(None, self::across(across))],
        Plot::Tornado(tornado) => vec![(None, self::tornado(tornado))],
        Plot::Spans(spans) => vec![(None, self::spans(spans, language))],
    }
}

fn words(head: &str) -> Column {
    Column { head: head.to_owned(), align: Align::Left }
}

fn amounts(head: &str) -> Column {
    Column { head: head.to_owned(), align: Align::Right }
}

fn named(name: &str, amounts: impl Iterator<Item = Option<Cents>>) -> Row {
    let cells = amounts.map(|amount| amount.map_or(Cell::Nothing, Cell::Money));
    Row::plain(std::iter::once(Cell::Text(name.to_owned())).chain(cells).collect())
}

fn by_period(periods: &Periods, series: &[Series], bands: &[Band]) -> ReportTable {
    let mut columns = vec![words(&periods.head)];
    let mut figures: Vec<&[Cents]> = Vec::new();
    for band in bands {
        columns.extend(band.edges.iter().map(|edge| amounts(edge)));
        figures.extend([band.low.as_slice(), band.high.as_slice()]);
    }
    columns.extend(series.iter().map(|series| amounts(&series.name)));
    figures.extend(series.iter().map(|series| series.amounts.as_slice()));
    let row = |(place, name): (usize, &String)| {
        named(name, figures.iter().map(|amounts| amounts.get(place).copied()))
    };
    let rows = periods.names.iter().enumerate().map(row).collect();
    ReportTable { columns, rows, ..ReportTable::default() }
}

/// A line's months, a case year a row.
fn by_month(periods: &Periods, series: &Series) -> ReportTable {
    let months = periods.months.iter().map(|month| amounts(month));
    let columns = std::iter::once(words(&periods.head)).chain(months).collect();
    let years = periods.labels.iter().zip(series.amounts.chunks(periods.months.len().max(1)));
    let rows = years.map(|((_, year), amounts)| named(year, amounts.iter().copied().map(Some)));
    ReportTable {
        columns,
        rows: rows.collect(),
        fold: Fold::Periods { lead: 0, sizes: &[12, 6, 4, 3] },
    }
}

fn steps(chart: &Steps) -> ReportTable {
    let [step, amount] = &chart.heads;
    let row = |step: &crate::chart::Step| named(&step.name, std::iter::once(Some(step.amount)));
    let rows = chart.steps.iter().map(row).collect();
    ReportTable { columns: vec![words(step), amounts(amount)], rows, ..ReportTable::default() }
}

fn across(chart: &Across) -> ReportTable {
    let series = chart.series.iter().map(|(name, _)| amounts(name));
    let columns = std::iter::once(words(&chart.head)).chain(series).collect();
    let rows = chart.rows.iter().map(|(name, row)| named(name, row.iter().copied().map(Some)));
    ReportTable { columns, rows: rows.collect(), ..ReportTable::default() }
}

fn tornado(chart: &Tornado) -> ReportTable {
    let [input, low, high] = &chart.heads;
    let (base_name, base) = &chart.base;
    let columns = vec![words(input), amounts(low), amounts(base_name), amounts(high)];
    let row = |(name, low, high): &(String, Cents, Cents)| {
        named(name, [*low, *base, *high].into_iter().map(Some))
    };
    ReportTable { columns, rows: chart.rows.iter().map(row).collect(), ..ReportTable::default() }
}

fn spans(chart: &Spans, language: Language) -> ReportTable {
    let head = |say| language.say(&Message::Page(Page::Chart(say)));
    let columns = vec![
        words(&chart.head),
        words(&head(ChartSay::What)),
        amounts(&head(ChartSay::From)),
        amounts(&head(ChartSay::Until)),
    ];
    let month =
        |number: usize| Cell::Month(chart.start.plus(i32::try_from(number).unwrap_or(i32::MAX)));
    let rows = chart.rows.iter().flat_map(|(name, stretches)| {
        stretches.iter().map(move |&(series, from, to)| {
            let what = chart.series.get(series).map(|(what, _)| what.clone());
            Row::plain(vec![
                Cell::Text(name.clone()),
                what.map_or(Cell::Nothing, Cell::Text),
                month(from),
                month(to.saturating_sub(1)),
            ])
        })
    });
    ReportTable { columns, rows: rows.collect(), ..ReportTable::default() }
}
