//! Funds side by side: the verdicts with their margins, what each comes to, who asked, and net worth
//! by year.

pub mod csv;
pub mod json;

use super::figures::{add_detail, named, row, table};
use super::{Asked, Tables, beside_scenarios, framed, heading};
use crate::fund::{Came, FundAssessment, FundFigure, FundFigures, Known, Totals};
use crate::language::{
    Compare, Compared, FundColumn, FundMeasure, FundPart, FundSay, Kind, Language, Message, numbers,
};
use crate::measures::Ratio;
use crate::render::blocks::{Cell, Report, Role, Row};
use crate::whatif::{Comparison, Side};
use rust_decimal::Decimal;

/// The report of funds side by side.
pub fn report(
    comparison: &Comparison<FundFigures>,
    asked: Asked<'_>,
    language: Language,
) -> Report {
    let tables = Tables { verdict: verdicts, figures };
    framed(Kind::Fund, comparison, asked, &tables, language)
}

/// A fund beside its scenarios: how to read it, and the tables.
pub fn side_by_side(report: &mut Report, comparison: &Comparison<FundFigures>) {
    let tables = Tables { verdict: verdicts, figures };
    beside_scenarios(report, Kind::Fund, comparison, (&tables, &str::to_owned));
}

type Funds = Comparison<FundFigures>;
type Fund = Side<FundFigures>;

/// Whether each keeps its capital, and how far it is from the point where that turns.
fn verdicts(report: &mut Report, funds: &Funds, heads: &[String]) {
    let sides = &funds.sides;
    let assessed = || sides.iter().map(|side| &side.figures.assessment);
    let keeps = assessed().map(|found| named(report, Compare::Keeps(found.verdict)));
    let margins = assessed().map(|found| Cell::Money(found.margin.by));
    let mut rows = vec![
        row(Role::Plain, named(report, Compare::Closes(Kind::Fund)), keeps),
        row(Role::Plain, named(report, Compare::Margin(None)), margins),
    ];
    let of = assessed().map(|found| named(report, Compare::Limit(found.margin.of)));
    add_detail(&mut rows, named(report, Compare::MarginOf), of.collect());
    add_differences(&mut rows, report, sides, |side| {
        side.figures.differences.as_ref()?.margin.map(Known::Money)
    });
    table(report, heads, rows);
}

/// What each comes to, who asked it, and its net worth by year.
fn figures(report: &mut Report, funds: &Funds, heads: &[String]) {
    heading(report, Compared::Measures, None);
    let mut rows = measures(report, &funds.sides);
    add_all_requests(&mut rows, report, &funds.sides);
    table(report, heads, rows);
    heading(report, Compared::Worth, None);
    let rows = worth(report, funds);
    table(report, heads, rows);
}

fn measures(report: &Report, sides: &[Fund]) -> Vec<Row> {
    let prices_rise = sides.iter().any(|side| !side.figures.assessment.fund.prices.0.is_empty());
    let real = [FundFigure::PutInReal, FundFigure::NetWorthReal];
    let mut rows = Vec::new();
    for (place, figure) in FundFigure::ALL.into_iter().enumerate() {
        if !prices_rise && real.contains(&figure) {
            continue;
        }
        let name = report.cell(&Message::Fund(FundSay::Measure(measure(figure))));
        let cell = |side: &Fund| match figure.of(&side.figures.assessment) {
            Some(known) => shown(report.language, known),
            None => missing(report, figure),
        };
        rows.push(row(Role::Plain, name, sides.iter().map(cell)));
        if figure == FundFigure::LowestCash {
            let month = |found: &FundAssessment| Cell::Month(found.measures.lowest.1);
            let months = sides.iter().map(|side| month(&side.figures.assessment));
            add_detail(&mut rows, report.cell(&Message::InMonth), months.collect());
        }
        add_differences(&mut rows, report, sides, |side| {
            *side.figures.differences.as_ref()?.figures.get(place)?
        });
    }
    rows
}

/// What is shown of a figure that a fund does not have: at its edges no terms are enough.
fn missing(report: &Report, figure: FundFigure) -> Cell {
    match figure {
        FundFigure::EdgeInterest | FundFigure::EdgeLoss => named(report, Compare::NotEnough),
        _ => Cell::NotApplicable,
    }
}

/// Adds how many asked and were served; nothing of who never asks.
fn add_all_requests(rows: &mut Vec<Row>, report: &Report, sides: &[Fund]) {
    let initiatives = |side: &Fund| side.figures.assessment.initiatives;
    let differences = |side: &Fund| Some(side.figures.differences.as_ref()?.initiatives.clone());
    add_requests(rows, report, sides, FundPart::Initiatives, (initiatives, differences));
    let lending = |side: &Fund| side.figures.lending;
    let differences = |side: &Fund| Some(side.figures.differences.as_ref()?.lending.clone());
    add_requests(rows, report, sides, FundPart::Lending, (lending, differences));
}

fn add_requests(
    rows: &mut Vec<Row>,
    report: &Report,
    sides: &[Fund],
    part: FundPart,
    (totals, differences): (impl Fn(&Fund) -> Totals, impl Fn(&Fund) -> Option<Vec<i64>>),
) {
    if sides.iter().all(|side| totals(side).asked == 0) {
        return;
    }
    let name = report.cell(&Message::Fund(FundSay::Heading(part)));
    rows.push(row(Role::Group, name, std::iter::empty()));
    for (place, came) in Came::ALL.into_iter().enumerate() {
        let of = |side: &Fund| came.of(&totals(side));
        if sides.iter().all(|side| of(side) == 0) {
            continue;
        }
        let name = report.cell(&Message::Fund(FundSay::Column(column(came))));
        let cells = sides.iter().map(|side| shown(report.language, Known::Count(of(side))));
        rows.push(row(Role::Plain, name, cells));
        add_differences(rows, report, sides, |side| {
            differences(side)?.get(place).copied().map(Known::Count)
        });
    }
}

/// Net worth at the end of each year that any of the funds has.
fn worth(report: &Report, funds: &Funds) -> Vec<Row> {
    let mut rows = Vec::new();
    for label in &funds.years {
        let place = |side: &Fund| {
            let years = &side.figures.assessment.years;
            years.iter().position(|year| year.label == *label)
        };
        let worth = |side: &Fund| Some(side.figures.assessment.years.get(place(side)?)?.net_worth);
        let cells = funds.sides.iter().map(|side| worth(side).map_or(Cell::Nothing, Cell::Money));
        rows.push(row(Role::Plain, Cell::Text(label.clone()), cells));
        add_differences(&mut rows, report, &funds.sides, |side| {
            let differences = side.figures.differences.as_ref()?;
            (*differences.net_worth.get(place(side)?)?).map(Known::Money)
        });
    }
    rows
}

/// Adds how much more each is than the first, unless all are alike.
fn add_differences(
    rows: &mut Vec<Row>,
    report: &Report,
    sides: &[Fund],
    of: impl Fn(&Fund) -> Option<Known>,
) {
    let cells = sides.iter().map(|side| match of(side).filter(|known| !known.is_zero()) {
        None => Cell::Nothing,
        // What two decimals do not show is shown in four.
        Some(Known::Times { two, four }) if two.is_zero() => {
            Cell::Difference(Box::new(Cell::Ratio(Ratio::from_decimal(four), 4)))
        }
        Some(known) => Cell::Difference(Box::new(shown(report.language, known))),
    });
    add_detail(rows, named(report, Compare::Difference), cells.collect());
}

/// A figure, or how much more it is than another.
fn shown(language: Language, known: Known) -> Cell {
    match known {
        Known::Money(amount) => Cell::Money(amount),
        Known::Count(count) => Cell::Text(numbers::written(language, Decimal::from(count))),
        Known::Times { two, .. } => Cell::Ratio(Ratio::from_decimal(two), 2),
        Known::Share(share) => Cell::Share(Ratio::from_decimal(share), 4),
        // Two decimals of a percent are four of the fraction.
        Known::Percent(percent) => {
            let ratio = percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or(percent);
            Cell::Share(Ratio::from_decimal(ratio), 4)
        }
    }
}

fn measure(figure: FundFigure) -> FundMeasure {
    match figure {
        FundFigure::PutIn => FundMeasure::PutIn,
        FundFigure::PutInReal => FundMeasure::PutInReal,
        FundFigure::NetWorth => FundMeasure::NetWorth,
        FundFigure::NetWorthReal => FundMeasure::NetWorthReal,
        FundFigure::Lent => FundMeasure::Lent,
        FundFigure::Loans => FundMeasure::Loans,
        FundFigure::Multiplier => FundMeasure::Multiplier,
        FundFigure::Idle => FundMeasure::Idle,
        FundFigure::Repaid => FundMeasure::Repaid,
        FundFigure::Interest => FundMeasure::Interest,
        FundFigure::IdleInterest => FundMeasure::IdleInterest,
        FundFigure::Lost => FundMeasure::Lost,
        FundFigure::Costs => FundMeasure::Costs,
        FundFigure::LowestCash => FundMeasure::LowestCash,
        FundFigure::EdgeInterest => FundMeasure::EdgeInterest,
        FundFigure::EdgeLoss => FundMeasure::EdgeLoss,
    }
}

fn column(came: Came) -> FundColumn {
    match came {
        Came::Asked => FundColumn::Asked,
        Came::Served => FundColumn::Served,
        Came::Waiting => FundColumn::Waiting,
        Came::Refused => FundColumn::Refused,
    }
}
