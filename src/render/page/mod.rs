//! A report on paper: chapters of blocks and charts, shown as a page or as Markdown.
//!
//! Nothing is computed here: chapters show what was found, in the words of the commands.

pub mod case;
mod charts;
mod findings;
pub mod fund;
mod html;
mod manifest;
mod markdown;
pub(crate) mod named;
mod party;
mod resting;
mod style;
mod table;

pub use findings::Findings;
pub use html::html;
pub use manifest::{Manifest, Paper, Read};
pub use markdown::markdown;

use super::blocks::{Align, Block, Cell, Column, Report, ReportTable, Row, paragraphs};
use super::subject::Subject;
use crate::calendar::Month;
use crate::chart::Chart;
use crate::document::Unread;
use crate::language::{Chapter as Head, Heading, Kind, Language, Message, Page, Text};
use crate::render::markdown::warned as warned_in;

/// A report on paper.
#[derive(Clone, Debug)]
pub struct Document {
    /// The language that it is written in.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// What stands under the title: that it is a draft, its date, for whom it is.
    pub notes: Vec<String>,
    /// The letter that it begins with, of a report for one party.
    pub letter: Option<Chapter>,
    /// What comes before the chapters.
    pub front: Vec<Part>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// What it was made from.
    pub manifest: Manifest,
}

/// A chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Which one.
    pub head: Head,
    /// What it holds.
    pub parts: Vec<Part>,
}

/// A part of a chapter.
#[derive(Clone, Debug)]
pub enum Part {
    /// What the commands show too.
    Block(Block),
    /// A chart, with its figures.
    Chart(Box<Chart>),
}

/// What stands under the title of a report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notes<'a> {
    /// Whether it is a draft.
    pub draft: bool,
    /// Its date: a day and its month.
    pub date: Option<(u32, Month)>,
    /// The name of the party that it is for.
    pub party: Option<&'a str>,
}

impl Notes<'_> {
    /// The notes in words.
    fn words(&self, kind: Kind, language: Language) -> Vec<String> {
        let say = |page| language.say(&Message::Page(page));
        let draft = self.draft.then(|| say(Page::Draft));
        let date = self.date.map(|(day, month)| say(Page::Dated { day, month }));
        let whom = say(self.party.map_or(Page::ForAll(kind), Page::For));
        draft.into_iter().chain(date).chain([whom]).collect()
    }
}

impl Chapter {
    fn new(head: Head) -> Self {
        Self { head, parts: Vec::new() }
    }

    /// Adds what a command shows.
    fn add(&mut self, report: Report) {
        self.parts.extend(report.blocks.into_iter().map(Part::Block));
    }

    fn chart(&mut self, chart: Chart) {
        self.parts.push(Part::Chart(Box::new(chart)));
    }
}

impl Head {
    /// What a chapter is called in links.
    fn id(self) -> &'static str {
        match self {
            Self::Glance | Self::Fund => "glance",
            Self::Asks => "asks",
            Self::Money => "money",
            Self::Structure => "structure",
            Self::Covered => "covered",
            Self::Parties => "parties",
            Self::Tables => "tables",
            Self::WhatIf => "what-if",
            Self::Assumptions => "assumptions",
            Self::Method => "method",
            Self::Manifest => "manifest",
            Self::Letter => "letter",
            Self::Yours => "yours",
            Self::Word => "word",
            Self::Ends => "ends",
            Self::YourSources => "your-sources",
            Self::FundYears => "years",
            Self::Lives => "lives",
        }
    }
}

fn say(report: &mut Report, page: Page<'_>) {
    report.say(&Message::Page(page));
}

/// Adds a heading within a chapter.
fn heading(report: &mut Report, page: Page<'_>) {
    report.blocks.push(Block::Heading(report.language.say(&Message::Page(page))));
}

/// What is worth saying of the files, where there is anything.
fn warnings(report: &mut Report, warned: &[Unread]) {
    let language = report.language;
    let warnings: Vec<_> = warned.iter().flat_map(|unread| warned_in(unread, language)).collect();
    if !warnings.is_empty() {
        report.heading(Heading::Warnings);
        report.blocks.push(Block::List(warnings));
    }
}

/// How it was reckoned.
fn method(language: Language, paragraphs: &[usize]) -> Chapter {
    let mut chapter = Chapter::new(Head::Method);
    let mut report = Report::new(language);
    for &paragraph in paragraphs {
        say(&mut report, Page::Method(paragraph));
    }
    chapter.add(report);
    chapter
}

/// The files that were read, with their fingerprints, and what was laid over them.
fn made_from(manifest: &Manifest, subject: Subject<'_>, language: Language) -> Chapter {
    let mut report = Report::new(language);
    report.laid(subject.layers);
    let head = |page| Column { head: language.say(&Message::Page(page)), align: Align::Left };
    let row = |read: &Read| {
        Row::plain(vec![Cell::Text(read.name.clone()), Cell::Text(read.sha256.clone())])
    };
    let rows = manifest.files.iter().map(row).collect();
    let columns = vec![head(Page::File), head(Page::Fingerprint)];
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
    let mut chapter = Chapter::new(Head::Manifest);
    chapter.add(report);
    chapter
}

/// What the people of an initiative say of it.
fn story(story: Option<&Text>, language: Language) -> Option<Part> {
    let paragraphs = paragraphs(story?.to_people(language));
    (!paragraphs.is_empty()).then_some(Part::Block(Block::Quote(paragraphs)))
}
