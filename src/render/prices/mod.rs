//! The report of `prices`: what is in a price list.

pub mod csv;
pub mod json;

use super::blocks::{Align, Block, Cell, Column, Report, ReportTable, Row};
use crate::language::{Language, Message, Prices as Say, PricesColumn, numbers};
use crate::prices::{Level, Listed, PriceList, Way};
use crate::words::Word;
use rust_decimal::Decimal;

/// Some prices of a list, at the level of a year.
#[derive(Debug)]
pub struct Shown<'l> {
    /// What the list is called in a case.
    pub name: String,
    /// The list.
    pub list: &'l PriceList,
    /// The year at whose prices they are shown.
    pub year: i32,
    /// The prices.
    pub prices: Vec<At<'l>>,
}

/// A price, as published and at the level that is asked.
#[derive(Debug)]
pub struct At<'l> {
    /// As published.
    pub listed: &'l Listed,
    /// At the level.
    pub level: Level,
}

impl At<'_> {
    /// How a case names it.
    pub fn path(&self, shown: &Shown<'_>) -> String {
        format!("{}.{}", shown.name, self.listed.id)
    }
}

/// Whether a price has all of some words, which are in small letters, in one language or another.
pub fn has_words(price: &Listed, words: &[String]) -> bool {
    let mut text = price.id.replace('_', " ");
    let said = [Some(&price.name), Some(&price.unit), Some(&price.source), price.note.as_ref()];
    for language in Language::all() {
        for said in said.into_iter().flatten() {
            text.push(' ');
            text.push_str(said.to_people(language));
        }
        if let Some(role) = price.role {
            text.push(' ');
            text.push_str(&language.say(&say(Say::Bearer(role, false))));
        }
    }
    let text = format!("{} {}", price.id, text).to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// That a list is right, in a sentence.
pub fn answer(list: &PriceList, language: Language) -> String {
    let name = list.name.to_people(language);
    let factors = list.cpi.as_ref().map(|cpi| &cpi.factors);
    let years = factors
        .and_then(|factors| Some((*factors.first_key_value()?.0, *factors.last_key_value()?.0)));
    language.say(&say(Say::Right { name, prices: list.prices.len(), years }))
}

/// The same as a report.
pub fn checked(list: &PriceList, language: Language) -> Report {
    let mut report = Report::new(language);
    report.blocks.push(Block::Lead(answer(list, language)));
    report
}

/// The report of some prices, those with one source together.
pub fn report(shown: &Shown<'_>, language: Language) -> Report {
    let list = shown.list;
    let mut report = Report::new(language);
    report.lead(&say(Say::Title(list.name.to_people(language))));
    if shown.prices.is_empty() {
        report.say(&say(Say::None));
        return report;
    }
    let source = list.cpi.as_ref().and_then(|cpi| cpi.source.as_ref());
    let source = source.map(|source| source.to_people(language));
    report.say(&say(Say::At { year: shown.year, source }));
    if shown.prices.iter().any(|price| price.level.way == Way::AsItStands) {
        report.say(&say(Say::AsItStands));
    }
    table(&mut report, shown);
    sources(&mut report, shown);
    if let Some(licence) = &list.licence {
        report.say(&say(Say::Licence(licence.to_people(language))));
    }
    if let Some(first) = shown.prices.first() {
        report.say(&say(Say::Take { path: &first.path(shown) }));
    }
    report
}

fn say(say: Say<'_>) -> Message<'_> {
    Message::Prices(say)
}

fn table(report: &mut Report, shown: &Shown<'_>) {
    use PricesColumn as C;
    let columns = [
        (C::Path, Align::Left),
        (C::What, Align::Left),
        (C::Now, Align::Right),
        (C::Unit, Align::Left),
        (C::Then, Align::Right),
        (C::Year, Align::Right),
        (C::Bearer, Align::Left),
        (C::Grade, Align::Left),
    ];
    let columns = columns.map(|(column, align)| Column {
        head: report.language.say(&say(Say::Column(column))),
        align,
    });
    let rows = shown.prices.iter().map(|price| row(report, shown, price)).collect();
    let table = ReportTable { columns: columns.into(), rows, ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing));
}

/// Each source, with the prices that are from it.
fn sources(report: &mut Report, shown: &Shown<'_>) {
    let same = |one: &At<'_>, next: &At<'_>| one.listed.cited() == next.listed.cited();
    let of_source = |alike: &[At<'_>]| {
        let source = alike.first().map(|price| price.listed.cited())?;
        let paths: Vec<_> = alike.iter().map(|price| price.path(shown)).collect();
        Some(format!("{}: {}", paths.join(", "), source.to_people(report.language)))
    };
    let sources = shown.prices.chunk_by(same).filter_map(of_source).collect();
    report.blocks.push(Block::List(sources));
}

fn row(report: &Report, shown: &Shown<'_>, price: &At<'_>) -> Row {
    let At { listed, level } = price;
    let language = report.language;
    let amount = |amount: Decimal| Cell::Text(numbers::amount(language, amount));
    let bearer = listed
        .role
        .map_or(Cell::Nothing, |role| report.cell(&say(Say::Bearer(role, listed.role_inferred))));
    Row::plain(vec![
        Cell::Text(price.path(shown)),
        Cell::Text(listed.name.to_people(language).to_owned()),
        amount(level.price),
        Cell::Text(listed.unit.to_people(language).to_owned()),
        amount(listed.value),
        Cell::Text(listed.year.to_string()),
        bearer,
        Cell::Text(<&str>::from(listed.grade).to_owned()),
    ])
}
