//! A document becomes a price list, or all that is wrong with it.

use super::list::{Cpi, Listed, PriceList};
use crate::document::{
    Document, Item, KeyMistake, PriceMistake, Problem, Table, Value, ValueMistake, Wanted,
};
use crate::money::Share;
use crate::reading::causes::only_causes;
use crate::reading::choice::word;
use crate::reading::currency::currency;
use crate::reading::entries::{check_id, group_table};
use crate::reading::group::table_at;
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::names::known;
use crate::reading::number::{factor, single_price};
use crate::reading::percent::single_share;
use crate::reading::text::{name, story, text, truth};
use crate::reading::time::calendar_year;
use crate::reading::top::{TOP, check_format};
use crate::words::{Grade, Key, Language, Section, Text, usual};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Whether a document is a price list, right or wrong.
pub fn is_list(document: &Document) -> bool {
    let has = |key: Key| document.root.has(key);
    let lists = has(Key::Prices) || has(Key::Price) || has(Key::Cpi);
    lists && ![Key::Case, Key::Fund, Key::Extends].into_iter().any(has)
}

/// Gives a document its meaning as a price list.
///
/// # Errors
/// Every problem of it, in the order of their places.
pub fn read(document: &Document) -> Result<PriceList, Vec<Problem>> {
    let mut problems = Problems(document.problems.clone());
    let list = list(&document.root, &mut problems);
    let stops = problems.stop();
    let Problems(mut problems) = problems;
    only_causes(&document.root, &mut problems);
    problems.sort_by_key(|problem| problem.place);
    problems.dedup();
    match list {
        Some(list) if !stops => Ok(list),
        _ => Err(problems),
    }
}

fn list(root: &Table, problems: &mut Problems) -> Option<PriceList> {
    let mut keys = Keys { table: root, place: TOP, problems };
    check_keys(&mut keys, "", Section::PriceFile);
    check_format(&mut keys);
    for table in [Key::Prices, Key::Price] {
        if !keys.has(table) {
            keys.wrong(KeyMistake::TableMissing { table });
        }
    }
    let head = head(root, problems);
    let cpi = cpi_of(root, problems);
    let prices = prices(root, problems);
    check_parts(root, &prices, problems);
    Some(PriceList { cpi: cpi?, prices, ..head? })
}

/// `[prices]`, as a list without any.
fn head(root: &Table, problems: &mut Problems) -> Option<PriceList> {
    let item = root.item(Key::Prices)?;
    let table = group_table(root, Key::Prices, problems)?;
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, Key::Prices, Section::PriceHead);
    let name = keys.require(Key::Prices, Key::Name, name);
    let currency = keys.get(Key::Currency, currency).or(usual::CURRENCY);
    let source = keys.get(Key::Source, story).optional();
    let licence = keys.get(Key::Licence, story).optional();
    let note = keys.get(Key::Note, story).optional();
    Some(PriceList {
        name: name?,
        currency: currency?.to_owned(),
        source: source?,
        licence: licence?,
        note: note?,
        cpi: None,
        prices: Vec::new(),
    })
}

/// Reads `[cpi]`; the outer `None` when something is wrong with it.
#[allow(clippy::option_option, reason = "absent and wrong are two different things")]
pub(super) fn cpi_of(root: &Table, problems: &mut Problems) -> Option<Option<Cpi>> {
    let Some(item) = root.item(Key::Cpi) else { return Some(None) };
    let table = group_table(root, Key::Cpi, problems)?;
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, Key::Cpi, Section::Cpi);
    let source = keys.get(Key::Source, story).optional();
    let factors = keys.require(Key::Cpi, Key::Factors, factors);
    Some(Some(Cpi { source: source?, factors: factors? }))
}

/// The factor of each of some years, between which none is missing.
fn factors(slot: Slot<'_>, problems: &mut Problems) -> Option<BTreeMap<i32, Decimal>> {
    let Value::Table(table) = &slot.node.value else {
        return slot.wrong_type(Wanted::Factors, problems);
    };
    if table.0.is_empty() {
        return slot.wrong(ValueMistake::EmptyList { key: slot.key.to_owned() }, problems);
    }
    let mut factors = BTreeMap::new();
    for (written, item) in table.0.iter() {
        let key = format!("{}.{written}", slot.key);
        let factor = factor(Slot { key: &key, node: &item.node }, problems);
        let year = written.parse().ok().filter(|_| written.len() == 4);
        if let Some(year) = year {
            factors.extend(factor.map(|factor| (year, factor)));
        } else {
            let (key, written) = (slot.key.to_owned(), written.clone());
            problems.push(item.key, ValueMistake::YearSpelling { key, written });
        }
    }
    if factors.len() < table.0.len() {
        return None;
    }
    let mut years = factors.keys().copied();
    let first = years.next()?;
    match (first..).zip(factors.keys()).find(|(expected, year)| expected != *year) {
        Some((missing, _)) => {
            let last = years.next_back().unwrap_or(first);
            slot.wrong(PriceMistake::YearMissing { missing, first, last }, problems)
        }
        None => Some(factors),
    }
}

fn prices(root: &Table, problems: &mut Problems) -> Vec<Listed> {
    let Some(table) = group_table(root, Key::Price, problems) else { return Vec::new() };
    let mut prices = Vec::with_capacity(table.0.len());
    for (id, item) in table.0.iter() {
        check_id(id, item.key, problems);
        prices.extend(price(id, item, problems));
    }
    prices
}

/// Reads `[price.ID]`.
pub(super) fn price(id: &str, item: &Item, problems: &mut Problems) -> Option<Listed> {
    let path = format!("{}.{id}", Key::Price);
    let Value::Table(table) = &item.node.value else {
        return Slot { key: &path, node: &item.node }.wrong_type(Wanted::Entry, problems);
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, &path, Section::ListedPrice);
    let called = keys.require(&path, Key::Name, name);
    let in_dutch = keys.get(Key::NameNl, name).optional();
    let value = keys.require(&path, Key::Value, single_price);
    let year = keys.require(&path, Key::Year, calendar_year);
    let unit = keys.require(&path, Key::Unit, name);
    let per = keys.get(Key::Per, word).optional();
    let role = keys.get(Key::Role, word).optional();
    let role_inferred = keys.get(Key::RoleInferred, truth).or(false);
    let kind = keys.get(Key::Kind, word).optional();
    let transfer = keys.get(Key::Transfer, single_share).or(Share::default());
    let part_of = keys.get(Key::PartOf, text).optional();
    let grade = keys.get(Key::Grade, word).or(Grade::D);
    let source = keys.require(&path, Key::Source, name);
    let page = keys.get(Key::Page, story).optional();
    let note = keys.get(Key::Note, story).optional();
    Some(Listed {
        id: id.to_owned(),
        name: called_in_both(called?, in_dutch?),
        value: value?,
        year: year?,
        unit: unit?,
        per: per?,
        role: role?,
        role_inferred: role_inferred?,
        kind: kind?,
        transfer: transfer?,
        part_of: part_of?.map(str::to_owned),
        grade: grade?,
        source: source?,
        page: page?,
        note: note?,
    })
}

/// A name with another one for who reads Dutch.
fn called_in_both(name: Text, in_dutch: Option<Text>) -> Text {
    let Some(in_dutch) = in_dutch else { return name };
    Text::said(|language| match language {
        Some(Language::Nl) => in_dutch.to_people(Language::Nl).to_owned(),
        Some(language) => name.to_people(language).to_owned(),
        None => name.to_programs(None).to_owned(),
    })
}

/// Notes each price that is a part of one that is not there, or of itself.
fn check_parts(root: &Table, prices: &[Listed], problems: &mut Problems) {
    let Some(table) = table_at(root, Key::Price) else { return };
    let part_of = |id: &str| {
        let price = prices.iter().find(|price| price.id == id)?;
        price.part_of.as_deref()
    };
    for price in prices {
        let Some(part) = price.part_of.as_deref() else { continue };
        let item = table_at(table, &price.id).and_then(|keys| keys.item(Key::PartOf));
        let Some(place) = item.map(|item| item.node.place) else { continue };
        if !table.has(part) {
            let known = known(part, table.0.keys(), table.0.len(), problems);
            problems.push(place, PriceMistake::PartUnknown { id: part.to_owned(), known });
            continue;
        }
        let mut way = std::iter::successors(Some(part), |id| part_of(id)).take(prices.len());
        if way.any(|id| id == price.id) {
            problems.push(place, PriceMistake::PartOfItself { id: price.id.clone() });
        }
    }
}
