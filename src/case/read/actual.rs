//! `[actual]`: what really happened.

use super::Entries;
use super::register::funding_kind;
use crate::calendar::{Horizon, Month};
use crate::case::{Actual, Entry, Facts, Form, Funding};
use crate::document::{ActualMistake, EntryKind, Item, Place, Table, Value, Wanted};
use crate::exact::to_cents;
use crate::money::Cents;
use crate::reading::choice::word;
use crate::reading::entries::group_table;
use crate::reading::group::{as_table, is_off, table_at};
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::names::{known, size};
use crate::reading::number::single_amount;
use crate::reading::time::{by_month, month};
use crate::words::{Key, Rest, Section, Word};

/// Reads what is fact into the entries that it is of; the outer `None` when something is wrong.
#[allow(clippy::option_option, reason = "no facts and wrong ones are two different things")]
pub fn actual(
    root: &Table,
    horizon: Option<Horizon>,
    entries: &mut Entries,
    problems: &mut Problems,
) -> Option<Option<Actual>> {
    let Some(item) = root.item(Key::Actual) else { return Some(None) };
    let slot = Slot { key: Key::Actual.spelled(), node: &item.node };
    let Value::Table(table) = &item.node.value else {
        return slot.wrong_type(Wanted::Table, problems);
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, Key::Actual.spelled(), Section::Actual);
    let until = keys.require(Key::Actual.spelled(), Key::Until, month);
    let (until, horizon) = (until?, horizon?);
    if !(horizon.start..=horizon.last()).contains(&until) {
        let (first, last) = (horizon.start, horizon.last());
        let place = table.item(Key::Until).map_or(item.key, |until| until.node.place);
        problems.push(place, ActualMistake::UntilOutside { until, first, last });
        return None;
    }
    let mut reader = Reader { root, table, horizon, until, problems };
    reader.of_group(Key::Cost, &mut entries.costs);
    reader.of_group(Key::Funding, &mut entries.funding);
    reader.of_group(Key::Avoided, &mut entries.avoided);
    reader.of_group(Key::Value, &mut entries.values);
    reader.of_group(Key::Burden, &mut entries.burdens);
    reader.note_silent(&mut entries.funding);
    Some(Some(Actual { until: horizon.number(until) }))
}

struct Reader<'d, 's> {
    root: &'d Table,
    table: &'d Table,
    horizon: Horizon,
    until: Month,
    problems: &'s mut Problems,
}

impl<'d> Reader<'d, '_> {
    /// Reads the facts of a group; what has none goes as planned.
    fn of_group<T>(&mut self, group: Key, entries: &mut [Entry<T>]) {
        let none = Facts::none(self.horizon.number(self.until));
        for entry in entries.iter_mut() {
            entry.facts = Some(none.clone());
        }
        let Some(table) = group_table(self.table, group, self.problems) else { return };
        for (id, item) in table.0.iter() {
            let facts = self.of_entry(group, id, item);
            let entry = entries.iter_mut().find(|entry| entry.id == *id);
            if let (Some(facts), Some(entry)) = (facts, entry) {
                entry.facts = Some(facts);
            }
        }
    }

    fn of_entry(&mut self, group: Key, id: &'d str, item: &'d Item) -> Option<Facts> {
        let entry = format!("{group}.{id}");
        let path = format!("{}.{entry}", Key::Actual);
        let slot = Slot { key: &path, node: &item.node };
        let Value::Table(table) = &item.node.value else {
            return slot.wrong_type(Wanted::Entry, self.problems);
        };
        if let Some(mistake) = self.cannot_have(group, id, &entry) {
            self.problems.push(item.key, mistake);
        }
        let mut keys = Keys { table, place: item.node.place, problems: self.problems };
        check_keys(&mut keys, &path, Section::Happened);
        if !keys.has(Key::At) && !keys.has(Key::Rest) {
            keys.wrong(ActualMistake::NothingSaid { entry });
            return None;
        }
        let rest = keys.get(Key::Rest, word::<Rest>).optional()?;
        let at = keys.get(Key::At, |slot, problems| by_month(slot, problems, single_amount));
        let at = at.or(Vec::new())?;
        let mut facts = Facts::none(self.horizon.number(self.until));
        facts.unsaid = rest.is_none();
        let usual = (rest == Some(Rest::Nothing)).then_some(Cents::ZERO);
        facts.accrued = vec![usual; facts.months()];
        for (month, amount, place) in at {
            let amount = to_cents(amount.0).ok()?;
            let number = self.number(month, place);
            if let Some(slot) = number.and_then(|number| facts.accrued.get_mut(number)) {
                *slot = Some(amount);
            }
        }
        Some(facts)
    }

    /// The number of a month that is fact; what is none is told.
    fn number(&mut self, month: Month, place: Place) -> Option<usize> {
        let first = self.horizon.start;
        if !(first..=self.until).contains(&month) {
            let until = self.until;
            self.problems.push(place, ActualMistake::MonthOutside { month, first, until });
        }
        usize::try_from(self.horizon.number(month)).ok()
    }

    /// Why an entry can have no facts, if so.
    fn cannot_have(&self, group: Key, id: &str, entry: &str) -> Option<ActualMistake> {
        let entry = entry.to_owned();
        let entries = table_at(self.root, group);
        let Some(item) = entries.and_then(|entries| entries.0.get(id)) else {
            let names = entries.into_iter().flat_map(|entries| entries.0.keys());
            let names = names.map(|id| format!("{group}.{id}"));
            let known = known(&entry, names, size(entries), self.problems);
            return Some(ActualMistake::NoEntry { entry, known });
        };
        if is_off(&item.node.value) {
            return Some(ActualMistake::IsOff { entry });
        }
        let kind = as_table(&item.node.value).and_then(funding_kind);
        let has_none = |kind: &EntryKind| {
            matches!(kind, EntryKind::Loan | EntryKind::Equity | EntryKind::InKind)
        };
        let kind = kind.filter(|_| group == Key::Funding).filter(has_none)?;
        Some(ActualMistake::HasNone { entry, kind })
    }

    /// What is only requested and has no facts has brought nothing.
    fn note_silent(&mut self, funding: &mut [Entry<Funding>]) {
        let until = self.horizon.number(self.until);
        for entry in funding.iter_mut().filter(|entry| entry.what.is_requested()) {
            if entry.facts.as_ref().is_some_and(Facts::any) {
                continue;
            }
            entry.facts = Some(Facts::nothing_came(until));
            let begun = match &entry.what.form {
                Form::Loan(loan) => loan.on <= self.until,
                _ => true,
            };
            let item = table_at(self.root, Key::Funding).and_then(|table| table.0.get(&entry.id));
            if let Some(item) = item.filter(|_| begun) {
                let (entry, until) = (format!("{}.{}", Key::Funding, entry.id), self.until);
                self.problems.push(item.key, ActualMistake::RequestedSilent { entry, until });
            }
        }
    }
}
