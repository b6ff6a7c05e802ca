//! The report of a fund.

use super::charts::{say, years};
use super::manifest::Manifest;
use super::resting::{rested, rests};
use super::{
    Chapter, Document, Notes, Part, heading, made_from, method, say as tell, story, warnings,
};
use crate::case::Entry;
use crate::chart::{Chart, Lines, Pattern, Plot, Series, Spans};
use crate::document::Unread;
use crate::fund::{Application, Fate, Fund, FundAssessment, FundFigures, Year};
use crate::language::{
    Chapter as Head, ChartSay, FundColumn, FundSay, Kind, Language, Message, Money, Page as Words,
    Rests,
};
use crate::money::Cents;
use crate::render::blocks::Report;
use crate::render::subject::Subject;
use crate::render::{compare, fund};
use crate::whatif::Comparison;

/// The most initiatives that are drawn: more would be no chart any more.
const LIVES: usize = 40;

/// All that a report of a fund shows.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The fund, judged.
    pub assessment: &'a FundAssessment,
    /// It beside its scenarios, where it has any.
    pub scenarios: Option<&'a Comparison<FundFigures>>,
    /// What is worth saying of its files.
    pub warnings: &'a [Unread],
}

/// The report of a fund.
pub fn document(
    subject: Subject<'_>,
    found: Findings<'_>,
    (notes, manifest): (Notes<'_>, Manifest),
    language: Language,
) -> Document {
    let assessment = found.assessment;
    let mut front = Report::new(language);
    fund::verdict::answer(&mut front, subject, assessment);
    let story = story(assessment.fund.story.as_ref(), language);
    let chapters = vec![
        glance(assessment, language),
        by_year(assessment, language),
        lives(assessment, language),
        what_if(found, language),
        assumptions(found, language),
        method(language, &[2]),
        made_from(&manifest, subject, language),
    ];
    Document {
        language,
        title: assessment.fund.name.to_people(language).to_owned(),
        notes: notes.words(Kind::Fund, language),
        letter: None,
        front: front.blocks.into_iter().map(Part::Block).chain(story).collect(),
        chapters,
        manifest,
    }
}

fn glance(assessment: &FundAssessment, language: Language) -> Chapter {
    let mut report = Report::new(language);
    fund::tables::measures(&mut report, assessment);
    fund::verdict::edges(&mut report, assessment);
    let mut chapter = Chapter::new(Head::Fund);
    chapter.add(report);
    chapter
}

fn by_year(assessment: &FundAssessment, language: Language) -> Chapter {
    let mut chapter = Chapter::new(Head::FundYears);
    chapter.chart(stocks(assessment, language));
    let mut report = Report::new(language);
    fund::tables::stocks(&mut report, assessment);
    fund::tables::flows(&mut report, assessment);
    chapter.add(report);
    chapter
}

/// Cash, what is out on loan and net worth by year.
fn stocks(assessment: &FundAssessment, language: Language) -> Chart {
    let FundAssessment { fund, measures, years: all, .. } = assessment;
    let money = |amount| Money { amount, currency: &fund.currency };
    let title = ChartSay::Fund { worth: money(measures.net_worth), put_in: money(measures.put_in) };
    let series = |column, pattern, of: fn(&Year) -> Cents| Series {
        name: language.say(&Message::Fund(FundSay::Column(column))),
        pattern,
        amounts: all.iter().map(of).collect(),
    };
    let labels: Vec<_> = all.iter().map(|year| year.label.clone()).collect();
    let mut lines = vec![
        series(FundColumn::NetWorth, Pattern::Solid, |year| year.net_worth),
        series(FundColumn::Outstanding, Pattern::Rising, |year| year.page.outstanding),
        series(FundColumn::Cash, Pattern::Dots, |year| year.page.cash),
    ];
    if !fund.prices.0.is_empty() {
        let real = series(FundColumn::Real, Pattern::Falling, |year| year.net_worth_real);
        lines.push(Series { name: say(language, ChartSay::WorthReal), ..real });
    }
    Chart {
        id: "stocks",
        title: say(language, title),
        about: say(language, ChartSay::FundAbout),
        plot: Plot::Lines(Lines {
            periods: years(language, &labels),
            bands: Vec::new(),
            series: lines,
            limit: None,
            spot: None,
        }),
    }
}

fn lives(assessment: &FundAssessment, language: Language) -> Chapter {
    let mut chapter = Chapter::new(Head::Lives);
    if !assessment.run.applications.is_empty() {
        chapter.chart(time_line(assessment, language));
    }
    let mut report = Report::new(language);
    fund::tables::initiatives(&mut report, assessment);
    fund::tables::lending(&mut report, assessment);
    chapter.add(report);
    chapter
}

/// Which months an initiative waits, runs, or runs and stops repaying.
const WAITS: usize = 0;
const RUNS: usize = 1;
const STOPS: usize = 2;

/// When each initiative asks and starts.
fn time_line(assessment: &FundAssessment, language: Language) -> Chart {
    let FundAssessment { fund, run, .. } = assessment;
    let months = fund.horizon.months();
    let name = |asked: &Application| {
        let entry = fund.initiatives.get(asked.initiative);
        let name = entry.map(|entry| entry.name.to_people(language)).unwrap_or_default();
        let alone = assessment.kinds.get(asked.initiative).is_none_or(|kind| kind.asked <= 1);
        if alone {
            name.to_owned()
        } else {
            language.say(&Message::Fund(FundSay::Numbered { name, number: asked.number }))
        }
    };
    let stretches = |asked: &Application| {
        let runs = if matches!(asked.fate, Fate::Lost(_)) { STOPS } else { RUNS };
        match asked.started {
            Some(started) => vec![(WAITS, asked.asked, started), (runs, started, months)],
            None if matches!(asked.fate, Fate::Refused(_)) => Vec::new(),
            None => vec![(WAITS, asked.asked, months)],
        }
    };
    let drawn = run.applications.iter().take(LIVES);
    let rows = drawn.map(|asked| {
        let stretches = stretches(asked).into_iter().filter(|(_, from, to)| from < to);
        (name(asked), stretches.collect())
    });
    let rows: Vec<_> = rows.collect();
    let served = run.applications.iter().filter(|asked| asked.started.is_some()).count();
    let left = run.applications.len() - rows.len();
    let parts = [
        (ChartSay::Waits, Pattern::Hollow),
        (ChartSay::Runs, Pattern::Solid),
        (ChartSay::RunsAndStops, Pattern::Falling),
    ];
    let head = FundSay::Column(FundColumn::Initiative);
    let years = usize::try_from(fund.horizon.years).unwrap_or_default();
    Chart {
        id: "lives",
        title: say(language, ChartSay::Lives { served, of: run.applications.len() }),
        about: say(language, ChartSay::LivesAbout { left }),
        plot: Plot::Spans(Spans {
            head: language.say(&Message::Fund(head)),
            start: fund.horizon.start,
            months,
            labels: (0..years).map(|year| (year * 12, fund.horizon.label(year))).collect(),
            series: parts.map(|(part, pattern)| (say(language, part), pattern)).to_vec(),
            rows,
        }),
    }
}

fn what_if(found: Findings<'_>, language: Language) -> Chapter {
    let mut report = Report::new(language);
    heading(&mut report, Words::Scenarios);
    match found.scenarios {
        Some(scenarios) => compare::fund::side_by_side(&mut report, scenarios),
        None => tell(&mut report, Words::NoScenarios),
    }
    let mut chapter = Chapter::new(Head::WhatIf);
    chapter.add(report);
    chapter
}

fn assumptions(found: Findings<'_>, language: Language) -> Chapter {
    let mut report = Report::new(language);
    let fund = &found.assessment.fund;
    rested(&mut report, &fund_entries(fund, language));
    warnings(&mut report, found.warnings);
    let mut chapter = Chapter::new(Head::Assumptions);
    chapter.add(report);
    chapter
}

/// Every entry of the fund itself, with the source that the file names.
fn fund_entries(fund: &Fund, language: Language) -> Vec<(&str, Rests<'_>)> {
    fn named<T>(
        entries: &[Entry<T>],
        language: Language,
    ) -> impl Iterator<Item = (&str, Rests<'_>)> {
        entries.iter().map(move |entry| {
            (entry.name.to_people(language), rests(entry.source.as_ref(), language))
        })
    }
    let named_costs = named(&fund.costs, language);
    let own = named_costs.chain(named(&fund.contributions, language));
    own.chain(named(&fund.initiatives, language)).chain(named(&fund.lending, language)).collect()
}
