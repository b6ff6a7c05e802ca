//! The tables without entries of their own shape: rates, parties, criteria, expectations.

use super::register::Rates;
use crate::case::{Criteria, Party, TestId, VerdictKind};
use crate::document::{Item, Table, Value, ValueMistake, Wanted};
use crate::money::{Amount, Share};
use crate::reading::choice::word;
use crate::reading::group::{check_id, group_table};
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::number::{cash, ratio};
use crate::reading::percent::{growths, share};
use crate::reading::text::{name, text, truth};
use crate::words::{Section, usual};

/// Reads `[rate]`.
pub fn rates<'d>(root: &'d Table, problems: &mut Problems) -> Rates<'d> {
    let Some(table) = group_table(root, "rate", problems) else { return Rates::default() };
    let mut values = Vec::with_capacity(table.0.len());
    for (id, item) in table.0.iter() {
        check_id(id, item.key, problems);
        values.push(growths(Slot { key: id, node: &item.node }, problems));
    }
    Rates::new(table, values)
}

/// Reads `[party.ID]`.
pub fn parties(root: &Table, problems: &mut Problems) -> Vec<Party> {
    let Some(table) = group_table(root, "party", problems) else { return Vec::new() };
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
    let name = keys.get("name", name).or(id);
    let public = keys.get("public", truth).or(false);
    keys.get("source", text);
    let says_public = keys.has("public");
    Some(Party { id: id.to_owned(), name: name?.to_owned(), public: public?, says_public })
}

/// Reads `[criteria]`, every key of which has a default.
pub fn criteria(root: &Table, problems: &mut Problems) -> Option<Criteria> {
    let empty = Table::default();
    let table = group_table(root, "criteria", problems).unwrap_or(&empty);
    let place = root.0.get("criteria").map(|item| item.node.place);
    let mut keys = Keys { table, place: place.unwrap_or(crate::reading::top::TOP), problems };
    check_keys(&mut keys, "criteria", Section::Criteria);
    let min_cash = keys.get("min_cash", cash).or(Amount::default());
    let min_dscr = keys.get("min_dscr", ratio).or(usual::MIN_DSCR);
    let max_dependence = keys.get("max_dependence", share).or(Share(usual::MAX_DEPENDENCE));
    let min_public_return = keys.get("min_public_return", ratio).or(usual::MIN_RETURN);
    let min_social_return = keys.get("min_social_return", ratio).or(usual::MIN_RETURN);
    let require = keys.get("require", required).or(Vec::new());
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
    let Some(item) = root.0.get("expect") else { return Some(None) };
    let table = group_table(root, "expect", problems)?;
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, "expect", Section::Expect);
    keys.require("expect", "verdict", word).map(Some)
}
