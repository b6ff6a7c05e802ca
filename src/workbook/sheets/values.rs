//! The sheets whose figures are what they were.

use super::context::{Context, ends, heading};
use super::report::report_rows;
use super::tabs::Tabs;
use crate::language::{Tab, Workbook as Say};
use crate::money::Overflow;
use crate::render::blocks::Report;
use crate::render::page::named::named_at;
use crate::render::{check, compare};
use crate::workbook::book::{Book, Chart, Look, SheetId};
use crate::workbook::formula::Formula;
use crate::workbook::number::Number;
use crate::workbook::stream::Bench;

/// What each party pays, and what it gets back, as a chart.
fn parties_chart(book: &mut Book, sheet: SheetId, context: &Context<'_>) -> Result<(), Overflow> {
    let rows = context.told.verdict.parties.iter().zip(&context.case.parties);
    let (mut names, mut pays, mut gets) = (Vec::new(), Vec::new(), Vec::new());
    book.row(sheet);
    let mut head = book.row(sheet);
    let title = context.words(Say::ChartParties);
    book.say(&mut head, title.as_str(), Look::Head);
    let heads = [Say::Pays, Say::GetsBack].map(|say| context.words(say));
    for words in &heads {
        book.say(&mut head, words.as_str(), Look::FigureHead);
    }
    for (party, of) in rows {
        let mut row = book.row(sheet);
        names.push(book.say(&mut row, of.name.to_people(context.language), Look::Words));
        for (cells, cents) in [(&mut pays, party.pays), (&mut gets, party.back()?)] {
            let euros = Formula::Number(Number::from(cents.decimal()));
            cells.push(book.show(&mut row, context.while_so(euros), Look::Money));
        }
    }
    if let (Some(categories), Some(pays), Some(gets)) = (ends(&names), ends(&pays), ends(&gets)) {
        book.row(sheet);
        let mut row = book.row(sheet);
        let at = book.say(&mut row, "", Look::Words);
        let [paid, got] = heads;
        let series = vec![(paid, pays.0, pays.1), (got, gets.0, gets.1)];
        book.chart(Chart { at, line: false, title, categories, series });
    }
    Ok(())
}

/// The sheets whose figures are what they were.
pub(super) fn values(
    bench: &mut Bench<'_>,
    tabs: &Tabs,
    context: &Context<'_>,
) -> Result<(), Overflow> {
    let (case, language, told) = (context.case, context.language, context.told);
    let book = &mut bench.book;
    heading(book, tabs.parties, context.words(Say::Tab(Tab::Parties)), Look::Title);
    book.row(tabs.parties);
    let mut report = Report::new(language);
    check::parties_of(&mut report, case, told.verdict);
    report_rows(book, tabs.parties, context, &report);
    parties_chart(book, tabs.parties, context)?;

    heading(book, tabs.scenarios, context.words(Say::Tab(Tab::Scenarios)), Look::Title);
    book.row(tabs.scenarios);
    match told.scenarios {
        Some(scenarios) => {
            let mut report = Report::new(language);
            compare::side_by_side(&mut report, scenarios, &|path| named_at(case, path, language));
            report_rows(book, tabs.scenarios, context, &report);
        }
        None => heading(book, tabs.scenarios, context.words(Say::NoScenarios), Look::Words),
    }
    sources_sheet(book, tabs.sources, context);
    read_me(book, tabs.read_me, context);
    Ok(())
}

fn sources_sheet(book: &mut Book, sheet: SheetId, context: &Context<'_>) {
    heading(book, sheet, context.words(Say::Tab(Tab::Sources)), Look::Title);
    book.row(sheet);
    let mut row = book.row(sheet);
    for head in [Say::Path, Say::What, Say::Tab(Tab::Sources)] {
        book.say(&mut row, context.words(head), Look::Head);
    }
    for entry in context.case.entries() {
        let mut row = book.row(sheet);
        book.say(&mut row, entry.path(), Look::Note);
        book.say(&mut row, entry.name.to_people(context.language), Look::Words);
        let source = entry.source.map(|source| source.to_people(context.language));
        book.say(&mut row, source.unwrap_or("–"), Look::Wrapped);
    }
}

fn read_me(book: &mut Book, sheet: SheetId, context: &Context<'_>) {
    let title = context.case.name.to_people(context.language);
    heading(book, sheet, title, Look::Title);
    for note in context.told.notes {
        heading(book, sheet, note.as_str(), Look::Note);
    }
    for paragraph in 0..4 {
        heading(book, sheet, context.words(Say::About(paragraph)), Look::Paragraph);
    }
    heading(book, sheet, context.words(Say::Engines), Look::Paragraph);
    book.row(sheet);
    heading(book, sheet, context.words(Say::Files), Look::Heading);
    let manifest = context.told.manifest;
    for read in &manifest.files {
        heading(book, sheet, format!("{}  SHA-256 {}", read.name, read.sha256), Look::Note);
    }
    for laid in manifest.asked.scenarios.iter().chain(&manifest.asked.arguments) {
        heading(book, sheet, laid.as_str(), Look::Note);
    }
    heading(book, sheet, context.words(Say::Version(&manifest.version)), Look::Note);
    for part in manifest.cells() {
        heading(book, context.hidden, part, Look::Hidden);
    }
}
