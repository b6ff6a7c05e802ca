//! A case read again after a few numbers of it changed: only the entries that they stand in.

use super::entry::Only;
use super::head::{self, head};
use super::{Checked, Entries, TOP, group, phases, whole};
use crate::case::{Case, Entry};
use crate::document::{Document, Problem, Table};
use crate::overlay::scales_an_entry;
use crate::reading::group::{as_table, table_at};
use crate::reading::keys::Problems;
use crate::words::{Group, Key, Section, Word};

/// The case of a document that is an earlier one with a table laid over it.
///
/// # Errors
/// Every problem of the document, or of the part of it that was read again.
pub fn again(before: &Case, document: &Document, over: &Table) -> Result<Checked, Vec<Problem>> {
    let touched = if document.later.is_empty() { touched(over, &document.root) } else { None };
    let read = touched.and_then(|touched| entries_again(before, document, &touched));
    read.unwrap_or_else(|| super::read(document))
}

/// The entries in which a table changes numbers, by group and id; `None` when it does more than
/// that, so that other entries may mean something else too.
fn touched<'o>(over: &'o Table, root: &'o Table) -> Option<Vec<(Key, &'o str)>> {
    let mut touched = Vec::new();
    for (group, item) in over.0.iter() {
        let table = as_table(&item.node.value)?;
        match Key::of(group)? {
            Key::Criteria | Key::Expect => {}
            Key::Case => only_alone(table, Section::Case)?,
            group => {
                let section = Group::of(group.spelled())?.section();
                let there = table_at(root, group)?;
                for (id, item) in table.0.iter() {
                    if !scales_an_entry(&item.node.value) {
                        only_alone(as_table(&item.node.value)?, section)?;
                    }
                    match id.as_str() {
                        "*" => touched.extend(there.0.keys().map(|id| (group, id.as_str()))),
                        id => touched.push((group, id)),
                    }
                }
            }
        }
    }
    Some(touched)
}

/// Whether every key of a table means something to that table only: a number, or a word that no
/// other entry looks at.
fn only_alone(table: &Table, section: Section) -> Option<()> {
    let alone = |key: &String| section.key(key).is_some_and(|key| key.facts(section).alone);
    table.0.keys().all(alone).then_some(())
}

/// `None` when an entry has no place in the case: it is new, or off.
fn entries_again(
    before: &Case,
    document: &Document,
    touched: &[(Key, &str)],
) -> Option<Result<Checked, Vec<Problem>>> {
    let root = &document.root;
    let mut problems = Problems(document.problems.clone());
    let head = head(root, TOP, &mut problems);
    let phases = phases(document, head.as_ref(), &mut problems);
    let inflation = phases.first().map(|phase| &phase.register);
    let inflation = inflation.and_then(|it| head::inflation(root, it, &mut problems));
    let entries = Entries::read(&phases, Only::These(touched), &mut problems);
    let criteria = group::criteria(root, &mut problems);
    whole::check_required(root, head.as_ref().and_then(|head| head.ends), &mut problems);
    let expect = group::expect(root, &mut problems);
    if problems.stop() {
        return Some(Err(problems.0));
    }
    let (head, mut case) = (head?, before.clone());
    case.opening_cash = head.opening_cash?;
    case.discount_rate = head.discount_rate?;
    case.inflation = inflation?;
    case.criteria = criteria?;
    case.expect = expect?;
    put(&mut case.costs, entries.costs)?;
    put(&mut case.funding, entries.funding)?;
    put(&mut case.avoided, entries.avoided)?;
    put(&mut case.values, entries.values)?;
    put(&mut case.burdens, entries.burdens)?;
    put(&mut case.openings, entries.openings)?;
    put(&mut case.reserves, entries.reserves)?;
    Some(Ok(Checked { case, warnings: problems.0 }))
}

/// Puts entries in the place of those with the same ids.
fn put<T>(entries: &mut [Entry<T>], again: Vec<Entry<T>>) -> Option<()> {
    for entry in again {
        let before = entries.iter_mut().find(|before| before.id == entry.id)?;
        *before = entry;
    }
    Some(())
}
