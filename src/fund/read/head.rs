//! `[fund]`: what it is called, what it has and over which months it is looked at.

use crate::calendar::{Horizon, Month};
use crate::case::Index;
use crate::case::read::register::Register;
use crate::document::{KeyMistake, Table, Wanted};
use crate::fund::WhenFull;
use crate::money::{Amount, Rate};
use crate::reading::choice::word;
use crate::reading::currency::currency;
use crate::reading::group::table_at;
use crate::reading::keys::{Given, Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::number::cash;
use crate::reading::percent::interest;
use crate::reading::text::{name, story};
use crate::reading::time::{month, years};
use crate::reading::top::TOP;
use crate::words::{Key, Language, Section, Text, Word, usual};

/// What `[fund]` says; `None` in a field means that what is wrong with it has been noted.
#[derive(Debug)]
pub struct Head<'d> {
    /// What it is called.
    pub name: Option<Text>,
    /// The currency's code.
    pub currency: Option<&'d str>,
    /// The language of the reports.
    pub language: Given<Language>,
    /// Why it exists.
    pub story: Given<Text>,
    /// What is put in at the start.
    pub capital: Option<Amount>,
    /// What is never lent out.
    pub reserve: Option<Amount>,
    /// What cash earns.
    pub idle_interest: Option<Rate>,
    /// How prices rise.
    pub prices: Option<Index>,
    /// What a request meets when there is not enough.
    pub when_full: Option<WhenFull>,
}

/// Reads `[fund]`; `None` when it is not there or no table.
pub fn head<'d>(
    root: &'d Table,
    register: &Register<'_>,
    problems: &mut Problems,
) -> Option<Head<'d>> {
    let Some(item) = root.item(Key::Fund) else {
        problems.push(TOP, KeyMistake::TableMissing { table: Key::Fund });
        return None;
    };
    let Some(table) = table_at(root, Key::Fund) else {
        return Slot { key: Key::Fund.spelled(), node: &item.node }
            .wrong_type(Wanted::Table, problems);
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, Key::Fund, Section::Fund);
    keys.get(Key::Source, story);
    keys.require(Key::Fund, Key::Start, month);
    keys.get(Key::Years, years);
    Some(Head {
        name: keys.require(Key::Fund, Key::Name, name),
        currency: keys.get(Key::Currency, currency).or(usual::CURRENCY),
        language: keys.get(Key::Language, word),
        story: keys.get(Key::Story, story),
        capital: keys.require(Key::Fund, Key::Capital, cash),
        reserve: keys.get(Key::Reserve, cash).or(Amount::default()),
        idle_interest: keys.get(Key::IdleInterest, interest).or(Rate::default()),
        prices: keys
            .get(Key::Prices, |slot, problems| register.index(slot, problems))
            .or(Index::default()),
        when_full: keys.get(Key::WhenFull, word).or(WhenFull::default()),
    })
}

/// The months of the fund, as far as they are right: entries are read against them, and what is
/// wrong with them is told by [`head`].
pub fn window(root: &Table) -> (Option<Month>, Option<Horizon>) {
    let Some(table) = table_at(root, Key::Fund) else { return (None, None) };
    let mut told_elsewhere = Problems::default();
    let mut keys = Keys { table, place: TOP, problems: &mut told_elsewhere };
    let start = keys.get(Key::Start, month).right();
    let years = keys.get(Key::Years, years).or(usual::YEARS);
    (start, start.zip(years).map(|(start, years)| Horizon { start, years }))
}

/// The language that a document asks for, where it says so rightly.
pub fn language_of(root: &Table) -> Option<Language> {
    let node = &table_at(root, Key::Fund)?.item(Key::Language)?.node;
    word(Slot { key: Key::Language.spelled(), node }, &mut Problems::default())
}
