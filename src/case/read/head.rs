//! `[case]`: what the case is about and over which months.

use super::register::Register;
use crate::calendar::{Horizon, Month};
use crate::case::{Discounting, Index};
use crate::document::{KeyMistake, Place, Table, Value, ValueMistake, Wanted};
use crate::money::{Amount, Rate};
use crate::reading::choice::word;
use crate::reading::currency::currency;
use crate::reading::keys::{Given, Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::number::cash;
use crate::reading::percent::{discount, growth};
use crate::reading::text::{filled, list, name, story, truth};
use crate::reading::time::{month, years};
use crate::words::{Key, Language, Section, Text, Word, usual};

/// What `[case]` says; `None` in a field means that what is wrong with it has been noted.
#[derive(Debug)]
pub struct Head<'d> {
    /// What the initiative is called.
    pub name: Option<Text>,
    /// The first month.
    pub start: Option<Month>,
    /// The number of case years.
    pub years: Option<u32>,
    /// The currency's code.
    pub currency: Option<&'d str>,
    /// Whether the work is done at the end.
    pub ends: Option<bool>,
    /// Cash in hand before the first month.
    pub opening_cash: Option<Amount>,
    /// By how much later money counts less, a year.
    pub discount_rate: Option<Rate>,
    /// From which moment of a case year.
    pub discounting: Option<Discounting>,
    /// The language of the reports.
    pub language: Given<Language>,
    /// Why this exists.
    pub story: Given<Text>,
    /// What it is sorted by among others.
    pub tags: Option<Vec<String>>,
}

impl Head<'_> {
    /// The months looked at.
    pub fn horizon(&self) -> Option<Horizon> {
        Some(Horizon { start: self.start?, years: self.years? })
    }
}

/// Reads `[case]`; `None` when it is not there or no table.
pub fn head<'d>(root: &'d Table, top: Place, problems: &mut Problems) -> Option<Head<'d>> {
    let Some(item) = root.item(Key::Case) else {
        problems.push(top, KeyMistake::TableMissing { table: Key::Case });
        return None;
    };
    let Value::Table(table) = &item.node.value else {
        return Slot { key: Key::Case.spelled(), node: &item.node }
            .wrong_type(Wanted::Table, problems);
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, Key::Case, Section::Case);
    keys.get(Key::Source, story);
    keys.get(Key::PricesLater, growth);
    Some(Head {
        name: keys.require(Key::Case, Key::Name, name),
        start: keys.require(Key::Case, Key::Start, month),
        years: keys.get(Key::Years, years).or(usual::YEARS),
        currency: keys.get(Key::Currency, currency).or(usual::CURRENCY),
        ends: keys.get(Key::Ends, truth).or(false),
        opening_cash: keys.get(Key::OpeningCash, cash).or(Amount::default()),
        discount_rate: keys.get(Key::DiscountRate, discount).or(Rate(usual::DISCOUNT_RATE)),
        discounting: keys.get(Key::Discounting, word).or(Discounting::default()),
        language: keys.get(Key::Language, word),
        story: keys.get(Key::Story, story),
        tags: keys.get(Key::Tags, tags).or(Vec::new()),
    })
}

/// How prices in general rise; none where the case does not say. `None` when it is wrong.
pub fn inflation(root: &Table, register: &Register<'_>, problems: &mut Problems) -> Option<Index> {
    let item = root.item(Key::Case)?;
    let Value::Table(table) = &item.node.value else { return None };
    let mut keys = Keys { table, place: item.node.place, problems };
    let rise = keys.get(Key::Inflation, |slot, problems| register.index(slot, problems));
    rise.or(Index::default())
}

/// The language that a document asks for, where it says so rightly: a founder reads in it what is
/// wrong with all the rest.
pub fn language_of(root: &Table) -> Option<Language> {
    let Value::Table(case) = &root.item(Key::Case)?.node.value else { return None };
    let node = &case.item(Key::Language)?.node;
    word(Slot { key: Key::Language.spelled(), node }, &mut Problems::default())
}

/// What it is sorted by among others, each once.
fn tags(slot: Slot<'_>, problems: &mut Problems) -> Option<Vec<String>> {
    let places = list(slot, Wanted::Names, problems, |slot, problems| {
        Some((slot.node.place, filled(slot, problems)?))
    })?;
    let mut tags: Vec<String> = Vec::with_capacity(places.len());
    for (place, tag) in places {
        if tags.iter().any(|told| told == tag) {
            let (key, written) = (slot.key.to_owned(), tag.to_owned());
            problems.push(place, ValueMistake::ListedTwice { key, written });
            return None;
        }
        tags.push(tag.to_owned());
    }
    Some(tags)
}

/// What a document is sorted by, where it says so rightly: what is not asked for need not be read.
pub fn tags_of(root: &Table) -> Vec<String> {
    let case = root.item(Key::Case).map(|item| &item.node.value);
    let node = match case {
        Some(Value::Table(case)) => case.item(Key::Tags).map(|item| &item.node),
        _ => None,
    };
    let slot = node.map(|node| Slot { key: Key::Tags.spelled(), node });
    slot.and_then(|slot| tags(slot, &mut Problems::default())).unwrap_or_default()
}
