//! The tables of many cases.

use super::{figures, heading, words};
use crate::case::VerdictKind;
use crate::language::{Message, PortfolioColumn, PortfolioPart, PortfolioSay};
use crate::money::Cents;
use crate::portfolio::{CaseKept, PartySums, RequestKey, RequestSums, Sums};
use crate::render::blocks::{Block, Cell, Report, ReportTable, Row};

/// How many rows of a table are shown: nobody reads on, and JSON has them all.
const SHOWN: usize = 20;

/// How many cases are named in a sentence.
const NAMED: usize = 5;

/// The cases that do not close as they are, and what each lacks.
pub fn lacking(report: &mut Report, sums: &Sums) {
    let lacking: Vec<_> =
        sums.cases.iter().filter(|case| case.verdict != VerdictKind::Closes).collect();
    if lacking.is_empty() {
        return;
    }
    heading(report, PortfolioPart::Lacking);
    let columns = [PortfolioColumn::Case, PortfolioColumn::Verdict, PortfolioColumn::Lacks];
    let columns = columns.map(|column| words(report, column)).to_vec();
    let rows = lacking.iter().map(|case| {
        Row::plain(vec![
            Cell::Text(case.name.to_people(report.language).to_owned()),
            report.cell(&Message::Verdict(case.verdict)),
            Cell::Text(lacks(report, case)),
        ])
    });
    let rows = rows.take(SHOWN).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
    more(report, lacking.len());
}

fn lacks(report: &Report, case: &CaseKept) -> String {
    if case.fails.is_empty() {
        let names: Vec<_> =
            case.conditions.iter().map(|(_, name)| name.to_people(report.language)).collect();
        return report.language.say(&Message::Portfolio(PortfolioSay::Promises(&names)));
    }
    let tests = case.fails.iter().map(|&test| report.language.say(&Message::Test(test)));
    tests.collect::<Vec<_>>().join("; ")
}

/// Tells that there are more rows than are shown.
fn more(report: &mut Report, rows: usize) {
    if let Some(more) = rows.checked_sub(SHOWN).filter(|&more| more > 0) {
        report.say(&Message::Portfolio(PortfolioSay::More(more)));
    }
}

/// What each party is asked, pays and gets.
pub fn parties(report: &mut Report, sums: &Sums) {
    if sums.parties.is_empty() {
        return;
    }
    heading(report, PortfolioPart::Parties);
    let mut columns = vec![words(report, PortfolioColumn::Party)];
    columns.extend(
        [
            PortfolioColumn::Cases,
            PortfolioColumn::Asked,
            PortfolioColumn::Promised,
            PortfolioColumn::Paid,
            PortfolioColumn::Repaid,
            PortfolioColumn::Saved,
            PortfolioColumn::Cashable,
            PortfolioColumn::Carries,
        ]
        .map(|column| figures(report, column)),
    );
    let rows = sums.parties.values().map(|party| {
        let all = party.total;
        let amounts =
            [all.asked, all.promised, all.paid, all.repaid, all.saved, all.cashable].map(money);
        let mut cells = vec![named(report, party), Cell::Count(party.cases)];
        cells.extend(amounts);
        cells.push(count(party.carries.len()));
        Row::plain(cells)
    });
    let rows = rows.take(SHOWN).collect();
    let table = ReportTable { columns, rows, ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing_or_zero));
    more(report, sums.parties.len());
}

fn named(report: &Report, party: &PartySums) -> Cell {
    Cell::Text(party.name.to_people(report.language).to_owned())
}

fn money(amount: Cents) -> Cell {
    if amount == Cents::ZERO { Cell::NoMoney } else { Cell::Money(amount) }
}

fn count(count: usize) -> Cell {
    if count == 0 { Cell::Nothing } else { Cell::Count(count) }
}

/// The cases that hang on each party.
pub fn hangs(report: &mut Report, sums: &Sums) {
    let carry = sums.parties.values().filter(|party| !party.carries.is_empty());
    let items: Vec<String> = carry.map(|party| carried(report, sums, party)).collect();
    if items.is_empty() {
        return;
    }
    heading(report, PortfolioPart::Hangs);
    let all = items.len();
    report.blocks.push(Block::List(items.into_iter().take(SHOWN).collect()));
    more(report, all);
}

fn carried(report: &Report, sums: &Sums, party: &PartySums) -> String {
    let language = report.language;
    let cases = party.carries.iter().filter_map(|&case| sums.cases.get(case));
    let cases: Vec<_> = cases.take(NAMED).map(|case| case.name.to_people(language)).collect();
    language.say(&Message::Portfolio(PortfolioSay::Hangs {
        party: party.name.to_people(language),
        more: party.carries.len() - cases.len(),
        cases: &cases,
    }))
}

/// Cash by calendar year.
pub fn cash(report: &mut Report, sums: &Sums) {
    heading(report, PortfolioPart::Cash);
    let mut columns = vec![words(report, PortfolioColumn::Year)];
    columns.extend(
        [
            PortfolioColumn::ReceiptsCertain,
            PortfolioColumn::ReceiptsAll,
            PortfolioColumn::Payments,
            PortfolioColumn::NeedCertain,
            PortfolioColumn::NeedAll,
        ]
        .map(|column| figures(report, column)),
    );
    let rows = sums.years.iter().map(|(year, cash)| {
        let amounts = [
            cash.certain.receipts,
            cash.all.receipts,
            cash.all.payments,
            cash.certain.need,
            cash.all.need,
        ];
        let mut cells = vec![Cell::Text(year.to_string())];
        cells.extend(amounts.map(money));
        Row::plain(cells)
    });
    let rows = rows.collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
}

/// What is asked, of whom, and what it makes stand.
pub fn requests(report: &mut Report, sums: &Sums) {
    if sums.requests.is_empty() {
        return;
    }
    heading(report, PortfolioPart::Requests);
    let mut columns =
        [PortfolioColumn::Request, PortfolioColumn::Party].map(|it| words(report, it)).to_vec();
    columns.extend(
        [
            PortfolioColumn::Cases,
            PortfolioColumn::Stands,
            PortfolioColumn::Asked,
            PortfolioColumn::Dearest,
        ]
        .map(|column| figures(report, column)),
    );
    let rows = sums.requests.iter().map(|(key, request)| {
        Row::plain(vec![
            Cell::Text(request.name.to_people(report.language).to_owned()),
            asked_of(report, sums, key),
            Cell::Count(request.cases.len()),
            count(request.stand()),
            money(request.total),
            money(dearest(request)),
        ])
    });
    let rows = rows.take(SHOWN).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
    more(report, sums.requests.len());
}

fn asked_of(report: &Report, sums: &Sums, key: &RequestKey) -> Cell {
    match key.party.as_ref().and_then(|party| sums.parties.get(party)) {
        Some(party) => named(report, party),
        None => report.cell(&Message::Portfolio(PortfolioSay::Nobody)),
    }
}

fn dearest(request: &RequestSums) -> Cents {
    request.years.values().copied().max().unwrap_or_default()
}

/// What is asked of each budget.
pub fn budgets(report: &mut Report, sums: &Sums) {
    if sums.budgets.is_empty() {
        return;
    }
    heading(report, PortfolioPart::Budgets);
    let mut columns =
        [PortfolioColumn::Party, PortfolioColumn::Year].map(|it| words(report, it)).to_vec();
    columns.extend(
        [
            PortfolioColumn::Budget,
            PortfolioColumn::Promised,
            PortfolioColumn::Asked,
            PortfolioColumn::StandsAmount,
            PortfolioColumn::Over,
        ]
        .map(|column| figures(report, column)),
    );
    let rows = sums.budgets.iter().map(|(budget, spent)| {
        let party = sums.parties.get(&budget.party);
        let amounts =
            [budget.amount, spent.promised, spent.asked, spent.makes_stand, spent.over].map(money);
        let mut cells = vec![
            party.map_or(Cell::Nothing, |party| named(report, party)),
            Cell::Text(budget.year.to_string()),
        ];
        cells.extend(amounts);
        Row::plain(cells)
    });
    let rows = rows.collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
}

/// Who saves and pays nothing, the largest saving first.
pub fn pockets(report: &mut Report, sums: &Sums) {
    let pockets = sums.pockets();
    if pockets.is_empty() {
        return;
    }
    heading(report, PortfolioPart::Pockets);
    let mut columns = vec![words(report, PortfolioColumn::Party)];
    columns.extend(
        [PortfolioColumn::Cases, PortfolioColumn::Saved, PortfolioColumn::Cashable]
            .map(|column| figures(report, column)),
    );
    let rows = pockets.iter().map(|(_, party)| {
        let pocket = party.pocket;
        Row::plain(vec![
            named(report, party),
            Cell::Count(pocket.cases),
            money(pocket.saved),
            money(pocket.cashable),
        ])
    });
    let rows = rows.take(SHOWN).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
    more(report, pockets.len());
}
