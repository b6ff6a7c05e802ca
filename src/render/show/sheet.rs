//! A statement as a table: its lines below each other, its periods as columns.

use super::{amount, figures, heading, name, periods};
use crate::case::Case;
use crate::language::{Message, Part, Section, Show};
use crate::money::Cents;
use crate::render::blocks::{Align, Cell, Column, Fold, Report, ReportTable, Role, Row};
use crate::render::check::promise;
use crate::statements::{By, Label, Line, Sheet, SheetKind, Weight};

/// A heading, what the table tells, and the table.
pub fn add(report: &mut Report, case: &Case, sheet: &Sheet, by: By) {
    let section = section(sheet.kind);
    heading(report, section);
    if sheet.lines.iter().all(Line::is_empty) && section != Section::Liquidity {
        report.say(&Message::Show(Show::Nothing(section)));
        return;
    }
    report.say(&Message::Show(Show::About { section, by }));
    if section == Section::Loans {
        terms(report, case, sheet);
    }
    let table = Layout::of(sheet, by).table(report, case, sheet);
    report.table(table);
}

/// What was agreed, or asked, on each loan.
fn terms(report: &mut Report, case: &Case, sheet: &Sheet) {
    let loans: Vec<_> = sheet
        .lines
        .iter()
        .filter_map(|line| match line.label {
            Label::Entry(_, place) => Some(place),
            _ => None,
        })
        .collect();
    report.list(promise::of(case, &loans, report.language).into_iter().map(Message::Promise));
}

fn section(kind: SheetKind) -> Section {
    match kind {
        SheetKind::Plan => Section::Plan,
        SheetKind::Exploitation => Section::Exploitation,
        SheetKind::Liquidity => Section::Liquidity,
        SheetKind::Balance => Section::Balance,
        SheetKind::Loans => Section::Loans,
        SheetKind::Entry => Section::Entry,
    }
}

/// Which columns a sheet has beside those that name its lines.
struct Layout {
    by: By,
    /// Whether what stood at the start has a column.
    start: bool,
    /// Which periods have one.
    periods: Vec<bool>,
    /// Whether all periods together have one.
    whole: bool,
}

impl Layout {
    fn of(sheet: &Sheet, by: By) -> Self {
        let start = match sheet.kind {
            SheetKind::Balance => true,
            // Opening cash is a line of its own.
            SheetKind::Liquidity => false,
            _ => sheet.lines.iter().any(|line| line.opening.unwrap_or_default() != Cents::ZERO),
        };
        let plan = sheet.kind == SheetKind::Plan;
        let count = sheet.lines.first().map_or(0, |line| line.amounts.len());
        // Investments are made in a few periods; the others would only push those apart.
        let happens = |period: usize| {
            let mut amounts = sheet.lines.iter().filter_map(|line| line.amounts.get(period));
            amounts.any(|&amount| amount != Cents::ZERO)
        };
        let periods = (0..count).map(|period| !plan || happens(period)).collect();
        Self { by, start, periods, whole: plan }
    }

    fn table(&self, report: &mut Report, case: &Case, sheet: &Sheet) -> ReportTable {
        if self.periods.contains(&false) {
            report.say(&Message::Show(Show::Quiet(self.by)));
        }
        let mut columns = vec![Column { head: String::new(), align: Align::Left }];
        if self.start {
            columns.push(figures(report, Show::AtStart));
        }
        let heads = periods(report.language, case, self.by).into_iter().zip(&self.periods);
        columns.extend(
            heads.filter(|(_, kept)| **kept).map(|(head, _)| Column { head, align: Align::Right }),
        );
        if self.whole {
            columns.push(figures(report, Show::Whole { beside_start: self.start }));
        }
        let fold = match sizes(self.by) {
            Some(sizes) if !self.whole => Fold::Periods { lead: usize::from(self.start), sizes },
            _ => Fold::Alike,
        };
        ReportTable { columns, rows: self.rows(report, case, sheet), fold }
    }

    fn rows(&self, report: &Report, case: &Case, sheet: &Sheet) -> Vec<Row> {
        if sheet.kind == SheetKind::Loans {
            return self.loans(report, case, sheet);
        }
        let mut rows = Vec::new();
        let mut before = None;
        for line in &sheet.lines {
            rows.extend(part(sheet.kind, before).map(|part| group(report, Show::Part(part))));
            before = Some(line.label);
            let always = line.weight != Weight::Item || line.label == Label::OpeningCash;
            if always || !line.is_empty() {
                rows.push(self.row(said(report, case, line), line));
            }
        }
        rows
    }

    /// Each loan under its name, what is owed last; then all loans together.
    fn loans(&self, report: &Report, case: &Case, sheet: &Sheet) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut owed: Option<&Line> = None;
        let close = |rows: &mut Vec<Row>, owed: Option<&Line>| {
            rows.extend(owed.map(|line| {
                let words = report.language.say(&Message::Show(Show::Line(Label::Owed)));
                self.row(words, line)
            }));
        };
        let mut all = false;
        for line in &sheet.lines {
            match (line.label, line.weight) {
                (Label::Entry(..), _) => {
                    close(&mut rows, owed.replace(line));
                    rows.push(named(said(report, case, line)));
                }
                (_, Weight::Total) => {
                    close(&mut rows, owed.take());
                    if !all {
                        rows.push(group(report, Show::Part(Part::AllLoans)));
                    }
                    all = true;
                    let owed = line.label == Label::Loans;
                    let label = if owed { Label::Owed } else { line.label };
                    let words = report.language.say(&Message::Show(Show::Line(label)));
                    // They are sums of rows that stand apart, not of the rows right above.
                    let role = if owed { Role::Result } else { Role::Plain };
                    rows.push(Row { role, ..self.row(words, line) });
                }
                _ if line.is_empty() => {}
                _ => rows.push(self.row(said(report, case, line), line)),
            }
        }
        close(&mut rows, owed);
        rows
    }

    fn row(&self, name: String, line: &Line) -> Row {
        let cell = |cents: Cents| match line.weight {
            Weight::Item if line.label != Label::OpeningCash => amount(cents),
            _ => Cell::Money(cents),
        };
        let mut cells = vec![Cell::Text(name)];
        if self.start {
            let none = if self.whole && line.weight == Weight::Item {
                Cell::NoMoney
            } else {
                Cell::Nothing
            };
            cells.push(line.opening.map_or(none, cell));
        }
        let amounts = line.amounts.iter().zip(&self.periods);
        cells.extend(amounts.filter(|(_, kept)| **kept).map(|(&cents, _)| cell(cents)));
        if self.whole {
            cells.push(line.whole.map_or(Cell::Nothing, cell));
        }
        let role = match line.weight {
            Weight::Item => Role::Plain,
            Weight::Total => Role::Total,
            Weight::Result => Role::Result,
            Weight::Note => Role::Detail,
        };
        Row { role, cells }
    }
}

/// How many periods may stand beside each other, where years have to begin at the left.
fn sizes(by: By) -> Option<&'static [usize]> {
    match by {
        By::Month => Some(&[12, 6, 4, 3, 2, 1]),
        By::Quarter => Some(&[12, 8, 4, 2, 1]),
        By::Year => None,
    }
}

fn said(report: &Report, case: &Case, line: &Line) -> String {
    match line.label {
        Label::Entry(group, place) => name(report.language, case, group, place),
        label => report.language.say(&Message::Show(Show::Line(label))),
    }
}

fn group(report: &Report, words: Show) -> Row {
    named(report.language.say(&Message::Show(words)))
}

fn named(words: String) -> Row {
    Row { role: Role::Group, cells: vec![Cell::Text(words)] }
}

/// What begins after a line of a sheet, or at its top.
fn part(kind: SheetKind, before: Option<Label>) -> Option<Part> {
    match (kind, before) {
        (SheetKind::Plan, None) => Some(Part::Investments),
        (SheetKind::Plan, Some(Label::Investments)) => Some(Part::Financing),
        (SheetKind::Exploitation, None) => Some(Part::Income),
        (SheetKind::Exploitation, Some(Label::Income)) => Some(Part::Costs),
        (SheetKind::Liquidity, Some(Label::OpeningCash)) => Some(Part::Receipts),
        (SheetKind::Liquidity, Some(Label::Receipts)) => Some(Part::Payments),
        (SheetKind::Balance, None) => Some(Part::Assets),
        (SheetKind::Balance, Some(Label::Assets)) => Some(Part::Liabilities),
        _ => None,
    }
}
