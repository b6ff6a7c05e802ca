//! What can be named in a case: parties, rates and entries.

use crate::calendar::{Horizon, Month};
use crate::case::{Index, PartyIndex};
use crate::document::{EntryKind, Item, ReferenceMistake, Table, Value, Wanted};
use crate::money::{Rate, Share};
use crate::prices::Lists;
use crate::reading::group::{as_table, is_off, table_at, text_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::{known, names, size};
use crate::reading::percent::{growths, looks_like_percentage, share};
use crate::reading::text::text;
use crate::words::{FundingKind, Key, Per, Word};

/// What entries are read against.
#[derive(Debug)]
pub struct Register<'d> {
    /// The first month of the case.
    pub start: Option<Month>,
    /// Its last month.
    pub last: Option<Month>,
    /// `[party]`.
    pub parties: Option<&'d Table>,
    /// `[rate]`.
    pub rates: Rates<'d>,
    /// `[bias]`.
    pub biases: Biases<'d>,
    /// The price lists that the case names.
    pub lists: Lists<'d>,
    /// `[cost]`.
    pub costs: Group<'d>,
    /// `[funding]`.
    pub funding: Group<'d>,
    /// `[avoided]`.
    pub avoided: Group<'d>,
    /// `[value]`.
    pub values: Group<'d>,
}

/// What a document is from a month on; `None` from the start.
pub type Time<'t> = (Option<Month>, &'t Table);

/// The named rates.
#[derive(Debug, Default)]
pub struct Rates<'d> {
    table: Option<&'d Table>,
    /// In the order of the table; `None` for what is wrong.
    values: Vec<Option<Vec<Rate>>>,
}

/// The named biases.
#[derive(Debug, Default)]
pub struct Biases<'d> {
    table: Option<&'d Table>,
    /// In the order of the table; `None` for what is wrong.
    values: Vec<Option<Share>>,
}

/// What has a name of its own.
#[derive(Debug, Default)]
pub struct Named<'d> {
    /// `[rate]`.
    pub rates: Rates<'d>,
    /// `[bias]`.
    pub biases: Biases<'d>,
    /// The price lists that the case names.
    pub lists: Lists<'d>,
}

/// The entries of one group.
#[derive(Debug)]
pub struct Group<'d> {
    /// Its name: `cost`.
    name: Key,
    table: Option<&'d Table>,
    /// The places that the entries get in the case; `None` for what is `off` all the time.
    places: Vec<Option<usize>>,
}

/// An entry that was found by its name.
#[derive(Clone, Copy, Debug)]
pub struct Found<'d> {
    /// Its place in the case; `None` when it is `off` all the time.
    pub place: Option<usize>,
    /// Its table; `None` when it is none.
    pub table: Option<&'d Table>,
}

impl<'d> Register<'d> {
    /// Everything in a document that can be named. What is `off` has a place in the case if it is on
    /// in the document at another time, and what is on if it begins before it is switched off.
    pub fn new(
        root: &'d Table,
        start: Option<Month>,
        horizon: Option<Horizon>,
        named: Named<'d>,
        times: &[Time<'_>],
    ) -> Self {
        Self {
            start,
            last: horizon.map(Horizon::last),
            parties: table_at(root, Key::Party),
            rates: named.rates,
            biases: named.biases,
            lists: named.lists,
            costs: Group::new(root, Key::Cost, start, times),
            funding: Group::new(root, Key::Funding, start, times),
            avoided: Group::new(root, Key::Avoided, start, times),
            values: Group::new(root, Key::Value, start, times),
        }
    }

    /// The party that a key names.
    pub fn party(&self, slot: Slot<'_>, problems: &mut Problems) -> Option<PartyIndex> {
        let id = text(slot, problems)?;
        if let Some(index) = self.parties.and_then(|table| table.0.get_index_of(id)) {
            return Some(PartyIndex(index));
        }
        let known = known(id, names(self.parties), size(self.parties), problems);
        slot.wrong(ReferenceMistake::UnknownParty { id: id.to_owned(), known }, problems)
    }

    /// The party of an entry found, when that is right; if not it is told there.
    pub fn party_of(&self, found: Found<'_>) -> Option<PartyIndex> {
        let id = text_at(found.table?, Key::Party)?;
        self.parties?.0.get_index_of(id).map(PartyIndex)
    }

    /// By how much an estimate falls short: a share of its own, or that of a named bias.
    pub fn bias(&self, slot: Slot<'_>, problems: &mut Problems) -> Option<Share> {
        match &slot.node.value {
            Value::Text(name) if !looks_like_percentage(name) => {
                self.biases.named(name, slot, problems)
            }
            Value::Truth(_) | Value::Date(_) | Value::Change(_) | Value::List(_) => {
                slot.wrong_type(Wanted::Bias, problems)
            }
            _ => share(slot, problems),
        }
    }

    /// How prices rise: by a named rate or by percentages of its own.
    pub fn index(&self, slot: Slot<'_>, problems: &mut Problems) -> Option<Index> {
        match &slot.node.value {
            Value::Text(name) if !looks_like_percentage(name) => {
                self.rates.named(name, slot, problems)
            }
            Value::Truth(_) | Value::Date(_) | Value::Change(_) => {
                slot.wrong_type(Wanted::Index, problems)
            }
            _ => growths(slot, problems).map(Index),
        }
    }
}

impl<'d> Biases<'d> {
    /// The biases with the shares that were read for them, in the same order.
    pub fn new(table: &'d Table, values: Vec<Option<Share>>) -> Self {
        Self { table: Some(table), values }
    }

    fn named(&self, name: &str, slot: Slot<'_>, problems: &mut Problems) -> Option<Share> {
        if let Some(at) = self.table.and_then(|table| table.0.get_index_of(name)) {
            return *self.values.get(at)?;
        }
        let known = known(name, names(self.table), size(self.table), problems);
        slot.wrong(ReferenceMistake::UnknownBias { id: name.to_owned(), known }, problems)
    }
}

impl<'d> Rates<'d> {
    /// The rates with the values that were read for them, in the same order.
    pub fn new(table: &'d Table, values: Vec<Option<Vec<Rate>>>) -> Self {
        Self { table: Some(table), values }
    }

    fn named(&self, name: &str, slot: Slot<'_>, problems: &mut Problems) -> Option<Index> {
        if let Some(at) = self.table.and_then(|table| table.0.get_index_of(name)) {
            return self.values.get(at)?.clone().map(Index);
        }
        let known = known(name, names(self.table), size(self.table), problems);
        slot.wrong(ReferenceMistake::UnknownRate { id: name.to_owned(), known }, problems)
    }
}

impl<'d> Group<'d> {
    fn new(root: &'d Table, name: Key, start: Option<Month>, times: &[Time<'_>]) -> Self {
        let table = table_at(root, name);
        let mut next = 0;
        let place = |counts: bool| {
            let place = counts.then_some(next);
            next += usize::from(counts);
            place
        };
        let items = table.map(|table| table.0.iter()).into_iter().flatten();
        let counts = |(id, item): (&String, &Item)| match times {
            [] | [_] => !is_off(&item.node.value),
            times => counts_at(times, (name, id), start),
        };
        let places = items.map(counts).map(place).collect();
        Self { name, table, places }
    }

    /// The entry with this id.
    pub fn find(&self, id: &str) -> Option<Found<'d>> {
        let table = self.table?;
        let (at, _, item) = table.0.get_full(id)?;
        let place = self.places.get(at).copied().flatten();
        Some(Found { place, table: as_table(&item.node.value) })
    }

    /// The ids of all entries.
    pub fn ids(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        names(self.table)
    }

    /// The full names of all entries: `cost.kitchen`.
    pub fn paths(&self) -> impl Iterator<Item = String> + use<'d> {
        let name = self.name;
        self.ids().map(move |id| format!("{name}.{id}"))
    }

    /// How many entries there are.
    pub fn size(&self) -> usize {
        size(self.table)
    }
}

/// Whether an entry is on at one of several times, and begins before that time is over.
fn counts_at(times: &[Time<'_>], (group, id): (Key, &str), start: Option<Month>) -> bool {
    let ends = times.iter().skip(1).map(|(from, _)| *from).chain([None]);
    times.iter().zip(ends).any(|((_, root), end)| {
        let Some(item) = table_at(root, group).and_then(|entries| entries.0.get(id)) else {
            return false;
        };
        let begins = as_table(&item.node.value).and_then(|entry| {
            let begins = own_start(entry, start)?;
            Some(
                table_at(entry, Key::Paid)
                    .and_then(first_month)
                    .map_or(begins, |it| it.min(begins)),
            )
        });
        let before = begins.zip(end).is_none_or(|(begins, end)| begins < end);
        before && !is_off(&item.node.value)
    })
}

/// The month in which an entry begins by itself; `None` of what follows another.
fn own_start(entry: &Table, start: Option<Month>) -> Option<Month> {
    let kind = funding_kind(entry);
    if entry.has(Key::Of) && kind != Some(EntryKind::Outcome) {
        return None;
    }
    if let Some(dated) = table_at(entry, Key::At) {
        return first_month(dated);
    }
    let comes_once = kind == Some(EntryKind::Loan) || is_once(entry) == Some(true);
    let key = if comes_once { Key::On } else { Key::From };
    text_at(entry, key).and_then(|month| month.parse().ok()).or(start)
}

/// The first of the months that are the keys of a table.
fn first_month(by_month: &Table) -> Option<Month> {
    by_month.0.keys().filter_map(|month| month.parse().ok()).min()
}

/// Whether an entry comes once; `None` when its table does not tell.
pub fn is_once(table: &Table) -> Option<bool> {
    match table.item(Key::Per).map(|item| &item.node.value) {
        None => (table.has(Key::On) || table.has(Key::At)).then_some(true),
        Some(Value::Text(per)) => Per::of(per).map(|per| per == Per::Once),
        Some(_) => None,
    }
}

/// The kind of a funding entry, when its table tells.
pub fn funding_kind(table: &Table) -> Option<EntryKind> {
    text_at(table, Key::Kind).and_then(FundingKind::of).map(FundingKind::entry)
}
