//! The report of `sensitivity`: the tornado, the switching values, and the margin over two numbers.

pub mod csv;
mod fund;
pub mod json;
mod told;

pub use told::Told;

use super::blocks::{Align, Block, Cell, Column, Report, ReportTable, Row};
use crate::language::{Kind, Language, Message, Sensitivity as Say, SensitivityColumn, numbers};
use crate::overlay::Layers;
use crate::verdict::Figure;
use crate::whatif::Leeway;
use crate::whatif::inputs::Input;
use crate::whatif::sensitivity::{Bar, Grid, Sensitivity, Swing};
use crate::words::NumberKind;
use rust_decimal::Decimal;

/// The cells of the longest side of a bar.
const CELLS: u32 = 7;

/// The report of the numbers that a verdict hangs on, of the first `top` if that is given.
pub fn report<T: Told>(
    told: &T,
    sensitivity: &Sensitivity<T::Margin>,
    top: Option<usize>,
    (layers, language): (&Layers, Language),
) -> Report {
    let mut report = Report::new(language);
    head(&mut report, layers, told, sensitivity.margin);
    let bars = sensitivity.bars(CELLS);
    let does = |(swing, _): &(&Swing<_>, Bar)| swing.moves() || swing.turns_at.is_some();
    let rows: Vec<_> = sensitivity.swings.iter().zip(bars).filter(does).collect();
    let still = sensitivity.swings.len() - rows.len();
    let shown = top.unwrap_or(rows.len()).min(rows.len());
    let left = rows.len() - shown;
    let rows = rows.get(..shown).unwrap_or_default();
    if sensitivity.swings.is_empty() {
        report.say(&say(Say::NoInputs));
    }
    if !rows.is_empty() {
        tornado(&mut report, rows);
        switching(&mut report, rows, T::KIND, sensitivity.margin.closes());
    }
    if left > 0 {
        report.say(&say(Say::Left(left)));
    }
    if still > 0 {
        report.say(&say(Say::Still(T::KIND, still)));
    }
    report
}

fn say(say: Say<'_>) -> Message<'_> {
    Message::Sensitivity(say)
}

fn head<T: Told>(report: &mut Report, layers: &Layers, told: &T, margin: T::Margin) {
    report.lead(&say(Say::Title(told.name().to_people(report.language))));
    report.laid(layers);
    told.opening(margin).into_iter().for_each(|words| report.say(&say(words)));
}

fn heading(report: &mut Report, words: Say<'_>) {
    let words = report.language.say(&say(words));
    report.blocks.push(Block::Heading(words));
}

fn words(report: &Report, column: SensitivityColumn) -> Column {
    Column { head: report.language.say(&say(Say::Column(column))), align: Align::Left }
}

fn figures(report: &Report, column: SensitivityColumn) -> Column {
    Column { align: Align::Right, ..words(report, column) }
}

fn tornado<M: Leeway>(report: &mut Report, rows: &[(&Swing<M>, Bar)]) {
    heading(report, Say::HeadTornado);
    report.say(&say(Say::Tornado));
    let columns = vec![
        words(report, SensitivityColumn::Input),
        figures(report, SensitivityColumn::AtLow),
        figures(report, SensitivityColumn::Bar),
        figures(report, SensitivityColumn::AtHigh),
    ];
    let row = |(swing, bar): &(&Swing<M>, Bar)| {
        Row::plain(vec![
            Cell::Text(swing.input.path()),
            margin(report, swing.low.margin),
            Cell::Text(drawn(*bar)),
            margin(report, swing.high.margin),
        ])
    };
    let rows = rows.iter().map(row).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
}

/// A bar to both sides of the margin as it is.
fn drawn(bar: Bar) -> String {
    let cells = CELLS as usize;
    let blank = |side: usize| "·".repeat(cells.saturating_sub(side));
    let full = |side: usize| "█".repeat(side.min(cells));
    format!("{}{}│{}{}", blank(bar.below), full(bar.below), full(bar.above), blank(bar.above))
}

fn switching<M>(report: &mut Report, rows: &[(&Swing<M>, Bar)], kind: Kind, closes: bool) {
    let swings: Vec<_> = rows.iter().map(|(swing, _)| *swing).collect();
    turning(report, &swings, (kind, closes), Input::path);
}

/// Where numbers turn the verdict; each is called what `named` says.
pub(super) fn turning<M>(
    report: &mut Report,
    swings: &[&Swing<M>],
    (kind, closes): (Kind, bool),
    named: impl Fn(&Input) -> String,
) {
    heading(report, Say::HeadTurns);
    report.say(&say(Say::Turns { kind, closes }));
    let columns = [
        SensitivityColumn::Now,
        SensitivityColumn::Low,
        SensitivityColumn::High,
        SensitivityColumn::TurnsAt,
    ];
    let columns = columns.map(|column| figures(report, column));
    let columns = std::iter::once(words(report, SensitivityColumn::Input)).chain(columns).collect();
    let row = |swing: &&Swing<M>| {
        let cell = |value| Cell::Text(value_of(report.language, swing.input.kind, value));
        let turns = swing.turns_at.map_or_else(|| report.cell(&say(Say::Never)), cell);
        Row::plain(vec![
            Cell::Text(named(&swing.input)),
            cell(swing.input.value),
            cell(swing.low.value),
            cell(swing.high.value),
            turns,
        ])
    };
    let rows = swings.iter().map(row).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
}

fn margin<M: Leeway>(report: &Report, margin: Option<M>) -> Cell {
    figure(report, margin.map(Leeway::by))
}

/// A figure of a margin, which may have grown too large.
pub(super) fn figure(report: &Report, figure: Option<Figure>) -> Cell {
    match figure {
        Some(Figure::Money(amount)) => Cell::Money(amount),
        Some(Figure::Ratio(ratio)) => Cell::Ratio(ratio, 2),
        None => report.cell(&say(Say::TooLargeHere)),
    }
}

/// A number as its kind is written in the language.
pub(super) fn value_of(language: Language, kind: NumberKind, value: Decimal) -> String {
    match kind {
        NumberKind::Amount | NumberKind::Price => numbers::amount(language, value),
        NumberKind::Quantity | NumberKind::Weight | NumberKind::Ratio => {
            numbers::number(language, value)
        }
        NumberKind::Share | NumberKind::Growth | NumberKind::Interest | NumberKind::Discount => {
            numbers::percentage(language, value)
        }
    }
}

/// The report of a margin over two numbers at once.
pub fn grid<T: Told>(
    told: &T,
    as_it_is: T::Margin,
    grid: &Grid<T::Margin>,
    (layers, language): (&Layers, Language),
) -> Report {
    let mut report = Report::new(language);
    head(&mut report, layers, told, as_it_is);
    heading(&mut report, Say::HeadGrid);
    let (rows, columns) = (grid.rows.input.path(), grid.columns.input.path());
    report.say(&say(Say::Grid { rows: &rows, columns: &columns }));
    let value = |input: &Input, value| value_of(language, input.kind, value);
    let across = grid
        .columns
        .values
        .iter()
        .map(|&across| Column { head: value(&grid.columns.input, across), align: Align::Right });
    let first = Column { head: rows.clone(), align: Align::Left };
    let table_columns = std::iter::once(first).chain(across).collect();
    let table_rows = grid.rows.values.iter().zip(&grid.margins).map(|(&down, margins)| {
        let name = Cell::Text(value(&grid.rows.input, down));
        let margins = margins.iter().map(|&it| margin(&report, it));
        Row::plain(std::iter::once(name).chain(margins).collect())
    });
    let table_rows = table_rows.collect();
    report.table(ReportTable {
        columns: table_columns,
        rows: table_rows,
        ..ReportTable::default()
    });
    report
}
