//! What is missing only because its key is misspelt is not told beside the misspelling.

use super::group::as_table;
use crate::document::{
    EntryMistake, KeyMistake, Mistake, Place, Problem, ReferenceMistake, Table, WholeMistake,
};
use crate::words::{Group, Key, Word};
use std::collections::HashMap;

/// Takes out the problems that are gone when each unknown key is the one that it resembles.
pub fn only_causes(root: &Table, problems: &mut Vec<Problem>) {
    let (mut at_top, mut meant) = (Vec::new(), HashMap::<Place, Vec<Key>>::new());
    for problem in problems.iter() {
        let Mistake::Key(KeyMistake::Unknown { table, near: Some(near), .. }) = &problem.mistake
        else {
            continue;
        };
        let Some(key) = Key::of(near) else { continue };
        if table.is_empty() {
            at_top.push(key);
        } else {
            places(root, table).for_each(|place| meant.entry(place).or_default().push(key));
        }
    }
    if at_top.is_empty() && meant.is_empty() {
        return;
    }
    problems.retain(|problem| {
        let in_table = meant
            .get(&problem.place)
            .is_some_and(|keys| keys.iter().any(|key| lacks(&problem.mistake, *key)));
        !in_table && !at_top.iter().any(|key| lacks_table(&problem.mistake, *key))
    });
}

/// Where a table and all that it holds stand: there is told what it lacks.
fn places(root: &Table, path: &str) -> impl Iterator<Item = Place> {
    let (mut item, mut table) = (None, Some(root));
    for part in path.split('.') {
        item = table.and_then(|table| table.0.get(part));
        table = item.and_then(|item| as_table(&item.node.value));
    }
    let own = item.map(|item| [item.key, item.node.place]);
    let held = table.into_iter().flat_map(|table| table.0.values());
    own.into_iter().chain(held.map(|item| [item.key, item.node.place])).flatten()
}

/// Whether a table has this mistake for want of a key.
fn lacks(mistake: &Mistake, key: Key) -> bool {
    match mistake {
        Mistake::Key(KeyMistake::Missing { key: missing, .. }) => *missing == key,
        Mistake::Entry(mistake) => match mistake {
            EntryMistake::UnitMissing { .. } => {
                use Key::{Amount, Amounts, At, Of, Price, Prices, Quantity, Share};
                matches!(key, Amount | Amounts | At | Quantity | Price | Prices | Of | Share)
            }
            EntryMistake::HalfUnit { missing: Key::Price, .. } => {
                matches!(key, Key::Price | Key::Prices)
            }
            EntryMistake::HalfUnit { missing, .. } => *missing == key,
            EntryMistake::PerMissing { .. } => matches!(key, Key::Per | Key::On | Key::At),
            EntryMistake::LoanWithoutTerm { .. } => key == Key::Term,
            EntryMistake::OfWithoutMeasure => matches!(key, Key::Share | Key::Price),
            EntryMistake::ShareWithoutOf => key == Key::Of,
            EntryMistake::RenewWithoutLife => key == Key::Life,
            EntryMistake::AdvanceWithoutSettlement => key == Key::Settlement,
            EntryMistake::SettlementWithoutAdvance => key == Key::Advance,
            EntryMistake::LastsWithoutUnits => matches!(key, Key::Quantity | Key::Price),
            EntryMistake::DropOffWithoutLasts => key == Key::Lasts,
            _ => false,
        },
        _ => false,
    }
}

/// Whether a file has this mistake for want of a table at its top.
fn lacks_table(mistake: &Mistake, key: Key) -> bool {
    let is_group = || Group::all().any(|group| group.key() == key);
    match mistake {
        Mistake::Key(KeyMistake::FormatMissing) => key == Key::Format,
        Mistake::Key(KeyMistake::TableMissing { table }) => key == *table,
        Mistake::Reference(ReferenceMistake::UnknownParty { .. }) => key == Key::Party,
        Mistake::Reference(ReferenceMistake::UnknownRate { .. }) => key == Key::Rate,
        Mistake::Reference(ReferenceMistake::UnknownEntry { .. })
        | Mistake::Whole(WholeMistake::NoCosts { .. }) => is_group(),
        _ => false,
    }
}
