//! Many cases, a line each.

use super::blocks::{Cell, Report, ReportTable, Row};
use crate::calendar::Month;
use crate::case::{Case, TestId, VerdictKind};
use crate::fund::FundAssessment;
use crate::language::{Column, Counts, Language, Message, Prices};
use crate::verdict::{Figure, Verdict};

/// What a summary says of one file.
#[derive(Clone, Debug)]
pub struct Line {
    /// The file as it was given.
    pub file: String,
    /// What came of it.
    pub outcome: LineOutcome,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub enum LineOutcome {
    /// It was judged.
    Judged(Judged),
    /// It is a price list with so many prices.
    Listed(usize),
    /// It has so many problems.
    Wrong(usize),
}

/// What a summary keeps of a verdict; the figures are those on certain funding.
#[derive(Clone, Debug)]
pub struct Judged {
    kind: VerdictKind,
    lowest: Cell,
    month: Option<Month>,
    result: Cell,
    as_expected: Option<bool>,
}

impl Judged {
    /// Keeps what a summary says.
    pub fn of(case: &Case, verdict: &Verdict) -> Self {
        let certain = |id| verdict.tests.iter().find(|test| test.id == id)?.certain;
        let lowest = certain(TestId::Liquidity);
        Self {
            kind: verdict.kind,
            lowest: lowest.map_or(Cell::Nothing, |finding| amount(finding.figure)),
            month: lowest.and_then(|finding| finding.month),
            result: certain(TestId::Structural)
                .map_or(Cell::Nothing, |finding| amount(finding.figure)),
            as_expected: case.expect.map(|expected| expected == verdict.kind),
        }
    }
}

impl Judged {
    /// Keeps what a summary says of a fund.
    pub fn of_fund(assessment: &FundAssessment) -> Self {
        let (lowest, month) = assessment.measures.lowest;
        Self {
            kind: assessment.verdict,
            lowest: Cell::Money(lowest),
            month: Some(month),
            result: Cell::Nothing,
            as_expected: assessment.fund.expect.map(|expected| expected == assessment.verdict),
        }
    }
}

fn amount(figure: Figure) -> Cell {
    match figure {
        Figure::Money(amount) => Cell::Money(amount),
        Figure::Ratio(ratio) => Cell::Ratio(ratio, 2),
    }
}

/// A table with a line per file, and what they come to.
pub fn report(lines: &[Line], language: Language) -> Report {
    let mut report = Report::new(language);
    let mut columns = vec![report.words(Column::Case), report.words(Column::Verdict)];
    columns.extend(
        [Column::Lowest, Column::Month, Column::Result, Column::Expected]
            .map(|column| report.figures(column)),
    );
    let rows = lines.iter().map(|line| row(&report, line)).collect();
    report.table(
        ReportTable { columns, rows, ..ReportTable::default() }.without_columns(Cell::is_nothing),
    );
    report.say(&Message::Counts(counts(lines)));
    report
}

fn row(report: &Report, line: &Line) -> Row {
    let file = Cell::Text(line.file.clone());
    Row::plain(match &line.outcome {
        LineOutcome::Wrong(count) => {
            vec![file, report.cell(&Message::Problems(*count))]
        }
        LineOutcome::Listed(count) => {
            vec![file, report.cell(&Message::Prices(Prices::Count(*count)))]
        }
        LineOutcome::Judged(judged) => vec![
            file,
            report.cell(&Message::Verdict(judged.kind)),
            judged.lowest.clone(),
            judged.month.map_or(Cell::Nothing, Cell::Month),
            judged.result.clone(),
            judged.as_expected.map_or(Cell::Nothing, Cell::Passes),
        ],
    })
}

fn counts(lines: &[Line]) -> Counts {
    let mut counts = Counts { files: lines.len(), ..Counts::default() };
    for line in lines {
        match &line.outcome {
            LineOutcome::Wrong(_) => counts.wrong += 1,
            // It has no verdict to be counted.
            LineOutcome::Listed(_) => counts.files -= 1,
            LineOutcome::Judged(judged) => {
                counts.unexpected += usize::from(judged.as_expected == Some(false));
                *match judged.kind {
                    VerdictKind::Closes => &mut counts.close,
                    VerdictKind::Conditional => &mut counts.conditional,
                    VerdictKind::DoesNotClose => &mut counts.do_not_close,
                } += 1;
            }
        }
    }
    counts
}
