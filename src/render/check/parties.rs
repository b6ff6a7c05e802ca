//! Who pays, who benefits, and what it brings to all.

use super::asks;
use crate::case::{Case, Party};
use crate::language::{Column, Heading, Measure, Message, Money};
use crate::measures::Ratio;
use crate::render::blocks::{Cell, Report, ReportTable, Role, Row};
use crate::verdict::{Measures, PartyRow, Verdict};

/// The table of parties, and the wrong pockets among them.
pub fn add(report: &mut Report, case: &Case, verdict: &Verdict) {
    if case.parties.is_empty() {
        return;
    }
    report.heading(Heading::Parties);
    report.say(&Message::PartiesMean { asks: asks(case) });
    let table = table(report, &case.parties, verdict);
    report.table(table.without_columns(Cell::is_nothing_or_zero));
    for (party, row) in case.parties.iter().zip(&verdict.parties) {
        if row.is_wrong_pocket() {
            let money = |amount| Money { amount, currency: &case.currency };
            report.say(&Message::WrongPocket {
                party: party.name.to_people(report.language),
                saves: money(row.benefits.saves),
                cashable: money(row.benefits.cashable),
                during: case.horizon,
            });
        }
    }
}

fn table(report: &Report, parties: &[Party], verdict: &Verdict) -> ReportTable {
    let figures = [
        Column::Pays,
        Column::Repaid,
        Column::Saves,
        Column::Cashable,
        Column::Transfer,
        Column::Gains,
        Column::Bears,
        Column::Net,
        Column::Ratio,
    ];
    let mut columns = vec![report.words(Column::Party)];
    columns.extend(figures.map(|column| report.figures(column)));
    let named = parties.iter().zip(&verdict.parties);
    let mut rows: Vec<_> = named
        .map(|(party, row)| {
            let mut cells =
                amounts(Cell::Text(party.name.to_people(report.language).to_owned()), row);
            cells.push(row.ratio.map_or(Cell::Nothing, |ratio| Cell::Ratio(ratio, 2)));
            Row::plain(cells)
        })
        .collect();
    if rows.len() > 1 {
        let cells = amounts(report.cell(&Message::Total), &verdict.total);
        rows.push(Row { role: Role::Total, cells });
    }
    ReportTable { columns, rows, ..ReportTable::default() }
}

fn amounts(name: Cell, row: &PartyRow) -> Vec<Cell> {
    let benefits = &row.benefits;
    vec![
        name,
        Cell::Money(row.pays),
        Cell::Money(row.repaid),
        Cell::Money(benefits.saves),
        Cell::Money(benefits.cashable),
        Cell::Money(benefits.transfer),
        Cell::Money(benefits.gains),
        Cell::Money(benefits.bears),
        Cell::Money(row.net),
    ]
}

/// The measures over the whole horizon, each with what it tells.
pub fn measures(report: &mut Report, case: &Case, verdict: &Verdict) {
    report.heading(Heading::Measures);
    let columns = vec![
        report.words(Column::Measure),
        report.figures(Column::Value),
        report.words(Column::Meaning),
    ];
    let values = values(report, case, &verdict.measures).into_iter();
    let rows = values.map(|(measure, value)| {
        Row::plain(vec![
            report.cell(&Message::Measure(measure)),
            value,
            report.cell(&Message::MeasureMeans(measure)),
        ])
    });
    let table = ReportTable { columns, rows: rows.collect(), ..ReportTable::default() };
    report.table(table);
}

/// What each measure came to.
pub fn values(report: &Report, case: &Case, measures: &Measures) -> [(Measure, Cell); 5] {
    let ratio =
        |ratio: Option<Ratio>| ratio.map_or(Cell::NotApplicable, |ratio| Cell::Ratio(ratio, 2));
    let payback = match (measures.public_return, measures.public_payback) {
        (None, _) => Cell::NotApplicable,
        (_, Some(year)) => {
            let label = case.horizon.label(year.saturating_sub(1));
            report.cell(&Message::PaidBackIn(label))
        }
        (_, None) => report.cell(&Message::NotPaidBack(case.horizon.last())),
    };
    [
        (Measure::Npv, Cell::Money(measures.npv)),
        (Measure::SocialBalance, Cell::Money(measures.social_balance)),
        (Measure::PublicReturn, ratio(measures.public_return)),
        (Measure::SocialReturn, ratio(measures.social_return)),
        (Measure::PublicPayback, payback),
    ]
}
