//! The report of a case.

use super::findings::Findings;
use super::manifest::Manifest;
use super::named::{named, named_at};
use super::{
    Chapter, Document, Notes, Part, charts, heading, made_from, method, party, say, story, warnings,
};
use crate::case::{TestId, VerdictKind};
use crate::language::{
    Chapter as Head, ChartSay, Column, Kind, Language, Measure, Message, Page, Sources,
};
use crate::money::Overflow;
use crate::render::blocks::{Cell, Report, ReportTable, Row};
use crate::render::subject::Subject;
use crate::render::{check, close, compare, sensitivity, show, simulate, sources, stress};
use crate::statements::{By, Counted};
use crate::verdict::{Figure, Finding, Test};

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
        chapters.extend(party::chapters(found, chair, language));
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
        method(language, if found.case.ends { &[0, 1, 2, 5, 4] } else { &[0, 1, 2, 3, 4] }),
        made_from(&manifest, subject, language),
    ]);
    Ok(Document {
        language,
        title: language.say(&Message::Page(Page::Title(found.case.name.to_people(language)))),
        notes: notes.words(Kind::Case, language),
        letter: found.chair.map(|chair| party::letter(found, chair, language)),
        front: front(subject, found, language),
        chapters,
        manifest,
    })
}

/// The verdict and the story.
fn front(subject: Subject<'_>, found: &Findings<'_>, language: Language) -> Vec<Part> {
    let mut report = Report::new(language);
    check::opening(&mut report, subject, found.case, found.verdict);
    let verdict = report.blocks.into_iter().map(Part::Block);
    let story = story(found.case.story.as_ref(), language).filter(|_| found.chair.is_none());
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
    let at_the_end = if case.ends { TestId::Repayment } else { TestId::Structural };
    for id in [TestId::Liquidity, at_the_end] {
        if let Some(test) = check::test(verdict, id) {
            rows.extend(of_test(&report, test, check::asks(case)));
        }
    }
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
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
    let ends = found.case.ends;
    let mut chapter = Chapter::new(if ends { Head::Covered } else { Head::Structure });
    if !ends {
        chapter.chart(charts::steps(found.case, found.structure, language)?);
    }
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
        say(&mut report, Page::Chart(ChartSay::NobodyPays));
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
        Some(scenarios) => {
            compare::side_by_side(&mut report, scenarios, &|path| named_at(case, path, language));
        }
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
        simulate::tables(&mut report, case, simulation, &|path| named_at(case, path, language));
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
    report.say(&Message::Sources(Sources::Tally(found.register.tally())));
    report.say(&Message::Sources(Sources::Moves));
    let name = |input: &_| named(case, input, language);
    let shown = sources::Shown { sources: found.sources, ranges: true };
    sources::figures(&mut report, found.register, shown, name);
    sources::evidence(&mut report, &found.register.evidence);
    check::not_counted(&mut report, case);
    warnings(&mut report, found.warnings);
    let mut chapter = Chapter::new(Head::Assumptions);
    chapter.add(report);
    chapter
}
