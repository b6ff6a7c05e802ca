//! The tables without entries of their own shape: rates, parties, criteria, expectations.

use super::register::{Biases, Rates};
use crate::case::{Criteria, Party, TestId, VerdictKind};
use crate::document::{Item, Table, Value, ValueMistake, Wanted};
use crate::money::{Amount, Share};
use crate::reading::choice::word;
use crate::reading::entries::{check_id, group_table};
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::number::{cash, ratio};
use crate::reading::percent::{growths, share};
use crate::reading::text::{name, story, truth};
use crate::words::{Key, Section, Text, usual};

/// Reads `[rate]`.
pub fn rates<'d>(root: &'d Table, problems: &mut Problems) -> Rates<'d> {
    let Some(table) = group_table(root, Key::Rate, problems) else { return Rates::default() };
    let mut values = Vec::with_capacity(table.0.len());
    for (id, item) in table.0.iter() {
        check_id(id, item.key, problems);
        values.push(growths(Slot { key: id, node: &item.node }, problems));
    }
    Rates::new(table, values)
}

/// Reads `[bias.ID]`.
pub fn biases<'d>(root: &'d Table, problems: &mut Problems) -> Biases<'d> {
    let Some(table) = group_table(root, Key::Bias, problems) else { return Biases::default() };
    let mut values = Vec::with_capacity(table.0.len());
    for (id, item) in table.0.iter() {
        check_id(id, item.key, problems);
        values.push(bias(id, item, problems));
    }
    Biases::new(table, values)
}

fn bias(id: &str, item: &Item, problems: &mut Problems) -> Option<Share> {
    let path = format!("{}.{id}", Key::Bias);
    let Value::Table(table) = &item.node.value else {
        return Slot { key: &path, node: &item.node }.wrong_type(Wanted::Entry, problems);
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, &path, Section::Bias);
    keys.get(Key::Name, name);
    keys.get(Key::Source, story);
    keys.require(&path, Key::Share, share)
}

/// Reads `[party.ID]`.
pub fn parties(root: &Table, problems: &mut Problems) -> Vec<Party> {
    let Some(table) = group_table(root, Key::Party, problems) else { return Vec::new() };
    let mut parties = Vec::with_capacity(table.0.len());
    for (id, item) in table.0.iter() {
        check_id(id, item.key, problems);
        parties.extend(party(id, item, problems));
    }
    parties
}

fn party(id: &str, item: &Item, problems: &mut Problems) -> Option<Party> {
    let path = format!("party.{id}");
    let Value::Table(table) = &item.node.value else {
        return Slot { key: &path, node: &item.node }.wrong_type(Wanted::Entry, problems);
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, &path, Section::Party);
    let name = keys.get(Key::Name, name).or(Text::from(id));
    let public = keys.get(Key::Public, truth).or(false);
    keys.get(Key::Source, story);
    let says_public = keys.has(Key::Public);
    let role = keys.get(Key::Role, word).optional();
    Some(Party { id: id.to_owned(), name: name?, public: public?, says_public, role: role? })
}

/// Reads `[criteria]`, every key of which has a default.
pub fn criteria(root: &Table, problems: &mut Problems) -> Option<Criteria> {
    let empty = Table::default();
    let table = group_table(root, Key::Criteria, problems).unwrap_or(&empty);
    let place = root.item(Key::Criteria).map(|item| item.node.place);
    let mut keys = Keys { table, place: place.unwrap_or(crate::reading::top::TOP), problems };
    check_keys(&mut keys, Key::Criteria, Section::Criteria);
    let min_cash = keys.get(Key::MinCash, cash).or(Amount::default());
    let min_dscr = keys.get(Key::MinDscr, ratio).or(usual::MIN_DSCR);
    let max_dependence = keys.get(Key::MaxDependence, share).or(Share(usual::MAX_DEPENDENCE));
    let min_public_return = keys.get(Key::MinPublicReturn, ratio).or(usual::MIN_RETURN);
    let min_social_return = keys.get(Key::MinSocialReturn, ratio).or(usual::MIN_RETURN);
    let require = keys.get(Key::Require, required).or(Vec::new());
    Some(Criteria {
        min_cash: min_cash?,
        min_dscr: min_dscr?,
        max_dependence: max_dependence?,
        min_public_return: min_public_return?,
        min_social_return: min_social_return?,
        require: require?,
    })
}

/// The tests named, each once; the list may be empty.
fn required(slot: Slot<'_>, problems: &mut Problems) -> Option<Vec<TestId>> {
    let Value::List(nodes) = &slot.node.value else {
        return slot.wrong_type(Wanted::Names, problems);
    };
    let mut tests = Vec::with_capacity(nodes.len());
    for node in nodes {
        let slot = slot.inner(node);
        match word::<TestId>(slot, problems) {
            Some(test) if tests.contains(&test) => {
                let (key, written) = (slot.key.to_owned(), test.id().to_owned());
                problems.push(node.place, ValueMistake::ListedTwice { key, written });
            }
            test => tests.extend(test),
        }
    }
    (tests.len() == nodes.len()).then_some(tests)
}

/// Reads `[expect]`; the outer `None` when something is wrong with it.
#[allow(clippy::option_option, reason = "absent and wrong are two different things")]
pub fn expect(root: &Table, problems: &mut Problems) -> Option<Option<VerdictKind>> {
    let Some(item) = root.item(Key::Expect) else { return Some(None) };
    let table = group_table(root, Key::Expect, problems)?;
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, Key::Expect, Section::Expect);
    keys.require(Key::Expect, Key::Verdict, word).map(Some)
}
