//! The report of `simulate`: how often it closes, how far figures spread, and what it hangs on.

pub mod csv;
pub mod json;

use super::blocks::{Align, Block, Called, Cell, Column, Report, ReportTable, Row};
use super::subject::Subject;
use crate::case::{Case, Funding};
use crate::document::printable;
use crate::language::{
    Language, Message, Sensitivity, Simulate, SimulateColumn, SimulateFigure, SimulatePart, numbers,
};
use crate::measures::Ratio;
use crate::money::Cents;
use crate::whatif::simulate::{Bin, Drawn, Frequency, PERCENTAGES, Simulation, Spread};
use crate::words::{NumberKind, Word};
use rust_decimal::Decimal;

/// The report of a simulation.
pub fn report(subject: Subject<'_>, case: &Case, found: &Simulation, language: Language) -> Report {
    let mut report = Report::new(language);
    head(&mut report, subject, case, found);
    what_is_drawn(&mut report, found, &str::to_owned);
    spreads(&mut report, found);
    histogram(&mut report, &found.histogram);
    what_it_hangs_on(&mut report, case, found, &str::to_owned);
    report
}

/// What is drawn, how far figures spread and what that hangs on: what a chart does not show.
pub(super) fn tables(report: &mut Report, case: &Case, found: &Simulation, called: Called<'_>) {
    what_is_drawn(report, found, called);
    spreads(report, found);
    what_it_hangs_on(report, case, found, called);
}

fn what_is_drawn(report: &mut Report, found: &Simulation, called: Called<'_>) {
    if !found.lottery.ranges.is_empty() {
        drawn(report, &found.lottery.ranges, called);
    }
}

fn what_it_hangs_on(report: &mut Report, case: &Case, found: &Simulation, called: Called<'_>) {
    if !found.requests.is_empty() {
        requests(report, case, found);
    }
    if !found.drivers.is_empty() {
        drivers(report, case, found, called);
    }
}

fn head(report: &mut Report, subject: Subject<'_>, case: &Case, found: &Simulation) {
    let share = |frequency: Frequency| frequency.share().rounded(SHARE);
    report.lead(&Message::Simulate(Simulate::Closes {
        case: case.name.to_people(report.language),
        draws: usize::try_from(found.draws).unwrap_or(usize::MAX),
        share: share(found.closes),
        interval: interval(found.closes),
    }));
    if found.conditional.times > 0 {
        report.say(&Message::Simulate(Simulate::Conditional {
            share: share(found.conditional),
            interval: interval(found.conditional),
        }));
    }
    report.laid(subject.layers);
    report.say(&Message::Scope {
        from: case.horizon.start,
        until: case.horizon.last(),
        length: case.horizon.end(),
        currency: &case.currency,
    });
    if found.lottery.is_certain() {
        report.say(&Message::Simulate(Simulate::NothingDrawn));
    } else {
        report.say(&Message::Simulate(Simulate::Seed(found.seed)));
    }
}

/// The decimals of a part of all draws: tenths of a percent.
pub(super) const SHARE: u32 = 3;

fn interval(frequency: Frequency) -> (Decimal, Decimal) {
    let (low, high) = frequency.interval();
    let short = |end| Ratio::from_decimal(end).rounded(SHARE);
    // Never as if it were certain: 0% to 0.04%.
    if short(low) == short(high) { (low, high) } else { (short(low), short(high)) }
}

fn drawn(report: &mut Report, ranges: &[Drawn], called: Called<'_>) {
    heading(report, SimulatePart::Drawn);
    let words = |column| column_of(report.language, column, Align::Left);
    let figures = |column| column_of(report.language, column, Align::Right);
    let columns = vec![
        words(SimulateColumn::Number),
        figures(SimulateColumn::Low),
        figures(SimulateColumn::Likely),
        figures(SimulateColumn::High),
        words(SimulateColumn::Shape),
        words(SimulateColumn::MovesWith),
    ];
    let language = report.language;
    let row = |drawn: &Drawn| {
        let value = |value| Cell::Text(written(language, drawn.input.kind, value));
        let range = drawn.input.range.as_ref();
        let shape = range.map(|range| range.shape).unwrap_or_default().spelled();
        let with = range.and_then(|range| range.moves_with.clone());
        Row::plain(vec![
            Cell::Text(called(&drawn.input.path())),
            range.map_or(Cell::Nothing, |range| value(range.low)),
            value(drawn.input.value),
            range.map_or(Cell::Nothing, |range| value(range.high)),
            Cell::Text(language.say(&Message::Simulate(Simulate::Shape(shape)))),
            with.map_or(Cell::Nothing, Cell::Text),
        ])
    };
    let rows = ranges.iter().map(row).collect();
    let table = ReportTable { columns, rows, ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing));
}

/// A drawn number as people write it.
fn written(language: Language, kind: NumberKind, value: Decimal) -> String {
    match kind {
        NumberKind::Amount | NumberKind::Price if !value.fract().is_zero() => {
            let mut exact = value.normalize();
            exact.rescale(exact.scale().max(2));
            numbers::written(language, exact)
        }
        NumberKind::Amount
        | NumberKind::Price
        | NumberKind::Quantity
        | NumberKind::Weight
        | NumberKind::Ratio => numbers::number(language, value),
        NumberKind::Share | NumberKind::Growth | NumberKind::Interest | NumberKind::Discount => {
            numbers::percentage(language, value)
        }
    }
}

fn spreads(report: &mut Report, found: &Simulation) {
    heading(report, SimulatePart::Spread);
    let mut columns = vec![column_of(report.language, SimulateColumn::Figure, Align::Left)];
    columns.extend(PERCENTAGES.map(|percentage| {
        column_of(report.language, SimulateColumn::Below(percentage), Align::Right)
    }));
    let row = |figure, cells: Option<Vec<Cell>>| {
        let name = report.cell(&Message::Simulate(Simulate::Figure(figure)));
        Row::plain([vec![name], cells.unwrap_or_else(|| vec![Cell::NotApplicable; 5])].concat())
    };
    let money = |spread: Option<Spread<Cents>>| {
        spread.map(|spread| spread.figures.map(Cell::Money).to_vec())
    };
    let ratio = |spread: Option<Spread<Ratio>>| {
        spread.map(|spread| spread.figures.map(|ratio| Cell::Ratio(ratio, 2)).to_vec())
    };
    let rows = vec![
        row(SimulateFigure::LowestCash, money(found.lowest_cash)),
        row(SimulateFigure::Structural, money(found.structural)),
        row(SimulateFigure::PublicReturn, ratio(found.public_return)),
    ];
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
    report.say(&Message::Simulate(Simulate::SpreadMeans));
    if u64::try_from(found.sample).is_ok_and(|sample| sample < found.draws) {
        report.say(&Message::Simulate(Simulate::Sample(found.sample)));
    }
    if found.public_return.is_some() && found.public_return_applies < found.sample {
        report.say(&Message::Simulate(Simulate::Applies(found.public_return_applies)));
    }
}

/// The longest bar of the histogram, in characters.
const BAR: usize = 30;

fn histogram(report: &mut Report, bins: &[Bin]) {
    heading(report, SimulatePart::Histogram);
    let figures = |column| column_of(report.language, column, Align::Right);
    let bars = Column { head: String::new(), align: Align::Left };
    let columns = vec![
        figures(SimulateColumn::From),
        figures(SimulateColumn::Until),
        figures(SimulateColumn::Draws),
        bars,
    ];
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1);
    let row = |bin: &Bin| {
        let length = (bin.count * BAR).div_ceil(most);
        Row::plain(vec![
            Cell::Money(bin.from),
            Cell::Money(bin.until),
            Cell::Count(bin.count),
            Cell::Text("█".repeat(length)),
        ])
    };
    report.table(ReportTable {
        columns,
        rows: bins.iter().map(row).collect(),
        ..ReportTable::default()
    });
}

fn requests(report: &mut Report, case: &Case, found: &Simulation) {
    heading(report, SimulatePart::Requests);
    report.say(&Message::Simulate(Simulate::RequestsMean));
    let figures = |column| column_of(report.language, column, Align::Right);
    let columns = vec![
        column_of(report.language, SimulateColumn::Request, Align::Left),
        figures(SimulateColumn::Chance),
        figures(SimulateColumn::With),
        figures(SimulateColumn::Without),
    ];
    let rows = found.requests.iter().filter_map(|request| {
        let entry = case.funding.get(request.place)?;
        Some(Row::plain(vec![
            Cell::Text(entry.name.to_people(report.language).to_owned()),
            chance(&entry.what),
            Cell::Share(request.with.share(), SHARE),
            Cell::Share(request.without.share(), SHARE),
        ]))
    });
    let table = ReportTable { columns, rows: rows.collect(), ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing));
}

fn chance(funding: &Funding) -> Cell {
    funding
        .promise
        .chance()
        .map_or(Cell::Nothing, |share| Cell::Share(Ratio::from_decimal(share.0), SHARE))
}

/// The most drivers that are shown.
const MOST_DRIVERS: usize = 12;

fn drivers(report: &mut Report, case: &Case, found: &Simulation, called: Called<'_>) {
    heading(report, SimulatePart::Drivers);
    report.say(&Message::Simulate(Simulate::DriversMean));
    if found.lottery.moves_together() {
        report.say(&Message::Simulate(Simulate::DrawnTogether));
    }
    let columns = vec![
        column_of(report.language, SimulateColumn::Number, Align::Left),
        column_of(report.language, SimulateColumn::Correlation, Align::Right),
    ];
    let row = |driver: &crate::whatif::simulate::Driver| {
        let figure = driver.correlation.map(|figure| Cell::Ratio(Ratio::from_decimal(figure), 2));
        let name = Cell::Text(named(case, &driver.path, report.language, called));
        Row::plain(vec![name, figure.unwrap_or(Cell::NotApplicable)])
    };
    let rows = found.drivers.iter().take(MOST_DRIVERS).map(row).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
    let left = found.drivers.len().saturating_sub(MOST_DRIVERS);
    if left > 0 {
        report.say(&Message::Sensitivity(Sensitivity::Left(left)));
    }
}

/// A request is called by its name; a number as its path is called.
fn named(case: &Case, path: &str, language: Language, called: Called<'_>) -> String {
    let id = path.strip_prefix("funding.").unwrap_or_default();
    let request = case.funding.iter().find(|entry| entry.id == id);
    request.map_or_else(|| called(path), |entry| entry.name.to_people(language).to_owned())
}

fn heading(report: &mut Report, part: SimulatePart) {
    let words = report.language.say(&Message::Simulate(Simulate::Heading(part)));
    report.blocks.push(Block::Heading(words));
}

fn column_of(language: Language, column: SimulateColumn, align: Align) -> Column {
    let head = language.say(&Message::Simulate(Simulate::Column(column)));
    Column { head: printable(&head).into_owned(), align }
}
