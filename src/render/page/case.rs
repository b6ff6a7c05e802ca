//! The report of a case.

use super::charts;
use super::manifest::Manifest;
use super::named::named;
use super::{Chapter, Document, Notes, Part, heading, method, say};
use crate::case::{Case, TestId, VerdictKind};
use crate::document::Unread;
use crate::language::{Chapter as Head, Column, Kind, Language, Measure, Message, Page, Rests};
use crate::money::Overflow;
use crate::render::blocks::{Align, Block, Cell, Report, Row, Table};
use crate::render::subject::Subject;
use crate::render::{check, close, compare, markdown, sensitivity, show, simulate, stress};
use crate::statements::{By, ClosingCash, Counted, Flows, Group, Overview, Sheet};
use crate::verdict::{Figure, Finding, Structure, Test, Verdict};
use crate::whatif::sensitivity::Sensitivity;
use crate::whatif::simulate::Simulation;
use crate::whatif::stress::Stressed;
use crate::whatif::{Chair, Closing, Comparison};
use crate::words::Word;

/// All that a report of a case shows.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its verdict.
    pub verdict: &'a Verdict,
    /// Which funding its tables count.
    pub counted: Counted,
    /// Its tables by year.
    pub overview: &'a Overview,
    /// Its cash by month, for the first months.
    pub cash: &'a Sheet,
    /// What comes in and goes out by year.
    pub flows: &'a Flows,
    /// Its cash by month, on both runs.
    pub closing: &'a ClosingCash,
    /// What its last year's result is made of, on certain funding and on all.
    pub structure: [&'a Structure; 2],
    /// What would close it, and whom to ask.
    pub ask: &'a Closing,
    /// It beside its scenarios, where it has any.
    pub scenarios: Option<&'a Comparison>,
    /// How it stands shocks.
    pub stressed: &'a Stressed,
    /// What its numbers move.
    pub sensitivity: &'a Sensitivity,
    /// How its draws come out.
    pub simulation: &'a Simulation,
    /// What is worth saying of its file.
    pub warnings: &'a [Unread],
    /// It from a party's chair, of a report for one.
    pub chair: Option<&'a Chair>,
}

/// The report of a case.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn document(
    subject: Subject<'_>,
    found: &Findings<'_>,
    (notes, manifest): (Notes<'_>, Manifest),
    language: Language,
) -> Result<Document, Overflow> {
    let mut chapters = Vec::new();
    if let Some(chair) = found.chair {
        chapters.extend(super::party::chapters(found, chair, language));
    }
    chapters.extend([
        glance(found, language),
        asks(found, language),
        money(found, language)?,
        structure(found, language)?,
        parties(found, language)?,
        tables(found, language),
        what_if(found, language),
        assumptions(found, language),
        method(language, &[0, 1, 2, 3, 4]),
        made_from(&manifest, subject, language),
    ]);
    Ok(Document {
        language,
        title: language.say(&Message::Page(Page::Title(found.case.name.to_people(language)))),
        notes: notes.words(Kind::Case, language),
        letter: found.chair.map(|chair| super::party::letter(found, chair, language)),
        front: front(subject, found, language),
        chapters,
        manifest,
    })
}

/// What its people say of it.
pub(super) fn story(case: &Case, language: Language) -> Option<Part> {
    case.story.as_ref().map(|story| Part::Story(story.to_people(language).to_owned()))
}

/// The verdict and the story.
fn front(subject: Subject<'_>, found: &Findings<'_>, language: Language) -> Vec<Part> {
    let mut report = Report::new(language);
    check::opening(&mut report, subject, found.case, found.verdict);
    let verdict = report.blocks.into_iter().map(Part::Block);
    let story = story(found.case, language).filter(|_| found.chair.is_none());
    verdict.chain(story).collect()
}

fn glance(found: &Findings<'_>, language: Language) -> Chapter {
    let Findings { case, verdict, .. } = *found;
    let mut report = Report::new(language);
    let columns = vec![
        report.words(Column::Measure),
        report.figures(Column::Value),
        report.words(Column::Meaning),
    ];
    let values = check::measures_of(&report, case, &verdict.measures);
    let order = [
        Measure::SocialBalance,
        Measure::SocialReturn,
        Measure::PublicReturn,
        Measure::PublicPayback,
    ];
    let measures = order.iter().filter_map(|measure| values.iter().find(|(it, _)| it == measure));
    let mut rows: Vec<_> = measures
        .map(|(measure, value)| {
            Row::plain(vec![
                report.cell(&Message::Measure(*measure)),
                value.clone(),
                report.cell(&Message::MeasureMeans(*measure)),
            ])
        })
        .collect();
    for id in [TestId::Liquidity, TestId::Structural] {
        if let Some(test) = check::test(verdict, id) {
            rows.extend(of_test(&report, test, check::asks(case)));
        }
    }
    report.table(Table { columns, rows, ..Table::default() });
    decide(&mut report, found);
    let mut chapter = Chapter::new(Head::Glance);
    chapter.add(report);
    chapter
}

/// What a test found, a row for each run.
fn of_test(report: &Report, test: &Test, asks: bool) -> Vec<Row> {
    let language = report.language;
    let name = language.say(&Message::Test(test.id));
    let row = |finding: Finding, counted: Option<Counted>| {
        let name = match counted {
            Some(counted) => language.say(&Message::Page(Page::On { figure: &name, counted })),
            None => name.clone(),
        };
        let figure = match finding.figure {
            Figure::Money(amount) => Cell::Money(amount),
            Figure::Ratio(ratio) => Cell::Ratio(ratio, 2),
        };
        let means = finding.month.map_or(Page::ResultMeans, Page::InMonth);
        Row::plain(vec![Cell::Text(name), figure, report.cell(&Message::Page(means))])
    };
    let certain = test.certain.map(|finding| row(finding, asks.then_some(Counted::Certain)));
    let all = test.all.filter(|_| asks).map(|finding| row(finding, Some(Counted::All)));
    certain.into_iter().chain(all).collect()
}

/// What has to be decided.
fn decide(report: &mut Report, found: &Findings<'_>) {
    let Findings { case, verdict, .. } = *found;
    match verdict.kind {
        VerdictKind::Closes => say(report, Page::NothingToDecide),
        VerdictKind::Conditional => {
            say(report, Page::Decide);
            report.list(
                check::promise::of(case, &verdict.conditions, report.language)
                    .into_iter()
                    .map(Message::Promise),
            );
        }
        VerdictKind::DoesNotClose => say(report, Page::DecideWhether),
    }
}

fn asks(found: &Findings<'_>, language: Language) -> Chapter {
    let Findings { case, verdict, ask, .. } = *found;
    let mut report = Report::new(language);
    check::conditions_of(&mut report, case, verdict);
    if ask.closes {
        say(&mut report, Page::NothingToDecide);
    } else {
        close::ask(&mut report, case, ask.ask.as_ref());
    }
    let mut chapter = Chapter::new(Head::Asks);
    chapter.add(report);
    chapter
}

fn money(found: &Findings<'_>, language: Language) -> Result<Chapter, Overflow> {
    let mut chapter = Chapter::new(Head::Money);
    chapter.chart(charts::cash(found, language)?);
    chapter.chart(charts::flows(found.case, found.flows, language));
    let mut report = Report::new(language);
    check::cash_by_year(&mut report, found.verdict);
    chapter.add(report);
    Ok(chapter)
}

fn structure(found: &Findings<'_>, language: Language) -> Result<Chapter, Overflow> {
    let mut chapter = Chapter::new(Head::Structure);
    chapter.chart(charts::steps(found.case, found.structure, language)?);
    let mut report = Report::new(language);
    check::tests_of(&mut report, found.case, found.verdict);
    chapter.add(report);
    Ok(chapter)
}

fn parties(found: &Findings<'_>, language: Language) -> Result<Chapter, Overflow> {
    let Findings { case, verdict, .. } = *found;
    let mut chapter = Chapter::new(Head::Parties);
    if charts::has_parties(verdict) {
        chapter.chart(charts::parties(case, verdict, language)?);
    }
    let mut report = Report::new(language);
    check::parties_of(&mut report, case, verdict);
    if case.parties.is_empty() {
        say(&mut report, Page::Chart(crate::language::ChartSay::NobodyPays));
    }
    chapter.add(report);
    Ok(chapter)
}

fn tables(found: &Findings<'_>, language: Language) -> Chapter {
    let Findings { case, overview, cash, .. } = *found;
    let mut report = Report::new(language);
    let counts =
        if check::asks(case) { Page::Counts(found.counted) } else { Page::NothingRequested };
    say(&mut report, counts);
    show::tables(&mut report, case, overview);
    let months = cash.lines.first().map_or(0, |line| line.amounts.len());
    heading(&mut report, Page::ByMonth(months));
    show::sheet::alone(&mut report, case, cash, By::Month);
    let mut chapter = Chapter::new(Head::Tables);
    chapter.add(report);
    chapter
}

fn what_if(found: &Findings<'_>, language: Language) -> Chapter {
    let Findings { case, stressed, sensitivity: numbers, simulation, .. } = *found;
    let mut chapter = Chapter::new(Head::WhatIf);
    let mut report = Report::new(language);
    heading(&mut report, Page::Scenarios);
    match found.scenarios {
        Some(scenarios) => compare::side_by_side(&mut report, scenarios),
        None => say(&mut report, Page::NoScenarios),
    }
    heading(&mut report, Page::Shocks);
    report.say(&Message::Stress(stress::survives(stressed)));
    if check::asks(case) {
        say(&mut report, Page::Margins(stressed.counted));
    }
    stress::tables(&mut report, case, stressed);
    heading(&mut report, Page::Numbers);
    chapter.add(report);
    if let Some(chart) = charts::tornado(case, numbers, language) {
        chapter.chart(chart);
    }
    let mut report = Report::new(language);
    let swings: Vec<_> = numbers
        .swings
        .iter()
        .filter(|swing| swing.moves() || swing.turns_at.is_some())
        .take(TURNING)
        .collect();
    if !swings.is_empty() {
        let of = (Kind::Case, numbers.margin.closes());
        let name = |input: &_| named(case, input, language);
        sensitivity::turning(&mut report, &swings, of, name);
    }
    heading(&mut report, Page::Chances);
    chapter.add(report);
    let mut report = Report::new(language);
    if simulation.lottery.is_certain() {
        say(&mut report, Page::NoRanges);
    } else {
        if let Some(chart) = charts::spread(case, simulation, language) {
            chapter.chart(chart);
        }
        let draws = usize::try_from(simulation.draws).unwrap_or(usize::MAX);
        say(&mut report, Page::Drawn { draws, seed: simulation.seed });
        simulate::tables(&mut report, case, simulation);
    }
    chapter.add(report);
    chapter
}

/// How many of the numbers that move the margin most are told where they turn the verdict.
const TURNING: usize = 12;

/// What each entry rests on, what is not counted, and what is worth saying of the file.
fn assumptions(found: &Findings<'_>, language: Language) -> Chapter {
    let case = found.case;
    let mut report = Report::new(language);
    check::flatters(&mut report, case, found.verdict);
    let all: Vec<_> =
        entries(case, language).into_iter().map(|entry| (entry.name, entry.rests)).collect();
    rested(&mut report, &all);
    check::not_counted(&mut report, case);
    let warnings: Vec<_> =
        found.warnings.iter().flat_map(|unread| markdown::warned(unread, language)).collect();
    if !warnings.is_empty() {
        report.heading(crate::language::Heading::Warnings);
        report.blocks.push(Block::List(warnings));
    }
    let mut chapter = Chapter::new(Head::Assumptions);
    chapter.add(report);
    chapter
}

/// Entries with what they rest on: first those that nobody has confirmed.
pub(super) fn rested(report: &mut Report, entries: &[(&str, Rests<'_>)]) {
    let (named, unconfirmed): (Vec<_>, Vec<_>) =
        entries.iter().copied().partition(|(_, rests)| matches!(rests, Rests::Named(_)));
    if !unconfirmed.is_empty() {
        say(report, Page::Unconfirmed(unconfirmed.len()));
        sources(report, &unconfirmed);
    }
    if !named.is_empty() {
        say(report, Page::Confirmed(named.len()));
        sources(report, &named);
    }
}

/// An entry with what it rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resting<'a> {
    /// Its group.
    pub group: Group,
    /// Its place there.
    pub place: usize,
    /// Its name.
    pub name: &'a str,
    /// What it rests on.
    pub rests: Rests<'a>,
}

/// Every entry of a case with what it rests on.
pub(super) fn entries(case: &Case, language: Language) -> Vec<Resting<'_>> {
    let of_group = |group: Group| {
        (0..group.count(case)).filter_map(move |place| {
            let (_, name) = group.entry(case, place)?;
            let source = group.source(case, place).map(|source| source.to_people(language));
            let name = name.to_people(language);
            Some(Resting { group, place, name, rests: rests(source) })
        })
    };
    Group::all().flat_map(of_group).collect()
}

/// What a figure rests on, by what the file says.
pub(super) fn rests(source: Option<&str>) -> Rests<'_> {
    let Some(said) = source.filter(|said| !said.trim().is_empty()) else { return Rests::Unsaid };
    let begins = said.to_lowercase();
    let mut words = begins.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.next() {
        Some("assumption" | "assumptions" | "aanname" | "aannames" | "verzonnen") => {
            Rests::Assumed(said)
        }
        Some("made") if words.next() == Some("up") => Rests::Assumed(said),
        _ => Rests::Named(said),
    }
}

/// Entries with what they rest on, a row each.
pub(super) fn sources(report: &mut Report, entries: &[(&str, Rests<'_>)]) {
    let language = report.language;
    let head = |page| crate::render::blocks::Column {
        head: language.say(&Message::Page(page)),
        align: Align::Left,
    };
    let row = |(name, rests): &(&str, Rests<'_>)| {
        let source = match *rests {
            Rests::Unsaid => report.cell(&Message::Page(Page::NoSource)),
            Rests::Assumed(said) | Rests::Named(said) => Cell::Text(said.to_owned()),
        };
        Row::plain(vec![Cell::Text((*name).to_owned()), source])
    };
    let rows = entries.iter().map(row).collect();
    let columns = vec![head(Page::Entry), head(Page::Source)];
    report.table(Table { columns, rows, ..Table::default() });
}

/// The files that were read, with their fingerprints, and what was laid over them.
pub(super) fn made_from(manifest: &Manifest, subject: Subject<'_>, language: Language) -> Chapter {
    let mut report = Report::new(language);
    report.laid(subject.layers);
    let head = |page| crate::render::blocks::Column {
        head: language.say(&Message::Page(page)),
        align: Align::Left,
    };
    let row = |read: &super::Read| {
        Row::plain(vec![Cell::Text(read.name.clone()), Cell::Text(read.sha256.clone())])
    };
    let rows = manifest.files.iter().map(row).collect();
    let columns = vec![head(Page::File), head(Page::Fingerprint)];
    report.table(Table { columns, rows, ..Table::default() });
    let mut chapter = Chapter::new(Head::Manifest);
    chapter.add(report);
    chapter
}
