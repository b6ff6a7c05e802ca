//! What can be asked, in tables by part of the case.

use super::words::subject;
use crate::case::Case;
use crate::explain::figure::{CashColumn, Figure};
use crate::explain::list::{Askable, askable};
use crate::language::{AskPart, Explain, ExplainSubject, Language, Message, When};
use crate::render::blocks::{Align, Block, Cell, Column, Report, ReportTable, Role, Row};
use crate::render::subject::Subject as Asked;

const PARTS: [AskPart; 5] =
    [AskPart::Verdict, AskPart::Measures, AskPart::Cash, AskPart::Parties, AskPart::Entries];

/// What can be asked of a case.
pub fn list(asked: Asked<'_>, case: &Case, language: Language) -> Report {
    let mut report = Report::new(language);
    let say = |explain: Explain<'_>| language.say(&Message::Explain(explain));
    report.blocks.push(Block::Lead(say(Explain::AskTitle(case.name.to_people(language)))));
    report.blocks.push(Block::Sentence(say(Explain::AskFor)));
    let year = case.horizon.label(0);
    let (first, last) = (case.horizon.start, case.horizon.last());
    let periods = Explain::AskPeriods { first, last, year: &year };
    report.blocks.push(Block::Sentence(say(periods)));
    let all = askable(case);
    for part in PARTS {
        let rows: Vec<_> = all.iter().filter(|one| of(one.figure) == part).collect();
        if rows.is_empty() {
            continue;
        }
        report.blocks.push(Block::Heading(say(Explain::AskPart(part))));
        let column = |explain| Column { head: say(explain), align: Align::Left };
        let mut columns = vec![column(Explain::AskPath), column(Explain::AskWhat)];
        if rows.iter().any(|one| one.periods) {
            columns.push(column(Explain::AskTail));
        }
        let rows = grouped(case, language, &rows);
        report.blocks.push(Block::Table(ReportTable { columns, rows, ..ReportTable::default() }));
    }
    let month = case.horizon.start;
    report.blocks.push(Block::Sentence(say(Explain::Further)));
    report.command(asked.command(&["explain"], &[&format!("cash.{month}")]));
    report
}

/// The rows of a part, those of one entry or party under its name.
fn grouped(case: &Case, language: Language, all: &[&Askable]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before = None;
    for one in all {
        let name = match subject(case, one.figure, language) {
            ExplainSubject::Entry { name, .. } | ExplainSubject::Party { name, .. } => {
                Some(name.to_owned())
            }
            _ => None,
        };
        let id = match one.figure {
            Figure::Entry(id, ..) => Some((Some(id), 0)),
            Figure::Party(place, ..) => Some((None, place)),
            _ => None,
        };
        if let (Some(name), true) = (name, id != before) {
            rows.push(Row { role: Role::Group, cells: vec![Cell::Text(name)] });
        }
        before = id;
        rows.push(row(case, language, **one));
    }
    rows
}

fn row(case: &Case, language: Language, one: Askable) -> Row {
    let say = |explain: Explain<'_>| language.say(&Message::Explain(explain));
    let whole = subject(case, one.figure, language);
    let any = match whole {
        ExplainSubject::Cash(run, column, _) => ExplainSubject::Cash(run, column, When::Any),
        ExplainSubject::Entry { group, run, column, .. } => {
            ExplainSubject::Entry { name: "", group, run, column, when: When::Any }
        }
        ExplainSubject::Party { run, column, .. } => {
            ExplainSubject::Party { name: "", run, column }
        }
        other => other,
    };
    let mut cells = vec![Cell::Text(one.path(case)), Cell::Text(say(Explain::Subject(any)))];
    let only_years = matches!(one.figure, Figure::Cash(_, CashColumn::Lowest, _));
    if one.periods {
        let tail = if only_years { Explain::AskYear } else { Explain::AskMonthOrYear };
        cells.push(Cell::Text(say(tail)));
    }
    Row::plain(cells)
}

fn of(figure: Figure) -> AskPart {
    match figure {
        Figure::Verdict | Figure::Test(..) => AskPart::Verdict,
        Figure::Measure(_) => AskPart::Measures,
        Figure::Cash(..) => AskPart::Cash,
        Figure::Party(..) => AskPart::Parties,
        Figure::Entry(..) => AskPart::Entries,
    }
}
