//! The report of a revolving fund: whether it keeps its capital, and what became of its loans.

pub mod csv;
pub mod json;
pub(super) mod tables;
pub(super) mod verdict;

use super::blocks::{Align, Block, Column, Report};
use super::sources;
use super::subject::Subject;
use crate::case::VerdictKind;
use crate::fund::FundAssessment;
use crate::language::{FundColumn, FundPart, FundSay, Language, Message};
use crate::whatif::sources::Tally;

/// How much of a fund is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Whether it keeps its capital, and why.
    Answer,
    /// Everything.
    All,
}

/// The report of a fund.
pub fn report(
    subject: Subject<'_>,
    (assessment, tally): (&FundAssessment, Tally),
    depth: Depth,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    verdict::say(&mut report, subject, assessment);
    report.story(assessment.fund.story.as_ref());
    tables::measures(&mut report, assessment);
    verdict::edges(&mut report, assessment);
    tables::stocks(&mut report, assessment);
    match depth {
        Depth::Answer => {
            report.say(&Message::Fund(FundSay::AllFigures));
            report.command(subject.command(&["fund"], &[]));
        }
        Depth::All => {
            tables::flows(&mut report, assessment);
            tables::initiatives(&mut report, assessment);
            tables::lending(&mut report, assessment);
        }
    }
    if assessment.verdict != VerdictKind::Closes {
        report.say(&Message::Fund(FundSay::HangsOn));
        report.command(subject.command(&["sensitivity"], &[]));
    }
    sources::listed(&mut report, subject, tally);
    report
}

/// The verdict in a sentence.
pub fn answer(subject: Subject<'_>, assessment: &FundAssessment, language: Language) -> String {
    let mut report = Report::new(language);
    verdict::answer(&mut report, subject, assessment);
    report.led_by().to_owned()
}

fn heading(report: &mut Report, part: FundPart) {
    let words = report.language.say(&Message::Fund(FundSay::Heading(part)));
    report.blocks.push(Block::Heading(words));
    let about = report.language.say(&Message::Fund(FundSay::About(part)));
    if !about.is_empty() {
        report.blocks.push(Block::Sentence(about));
    }
}

fn words(report: &Report, column: FundColumn) -> Column {
    let head = report.language.say(&Message::Fund(FundSay::Column(column)));
    Column { head, align: Align::Left }
}

fn figures(report: &Report, column: FundColumn) -> Column {
    Column { align: Align::Right, ..words(report, column) }
}
