//! Validation: a document becomes a case, or all that is wrong with it.

mod again;
pub(crate) mod choice;
pub(crate) mod cost;
mod effect;
pub(crate) mod entry;
mod follow;
mod funding;
pub(crate) mod group;
mod head;
pub(crate) mod known;
pub(crate) mod loan;
mod loose;
mod overlay;
pub(crate) mod register;
mod stream;
mod stress;
mod whole;

use super::stress::Stresses;
use super::{Case, Cost, Criteria, Effect, Entry, Funding, Party, VerdictKind};
use crate::document::{Document, EntryKind, KeyMistake, Problem, Table};
use crate::language::Language;
use crate::reading::keys::{Keys, Problems};
use crate::reading::known::check_keys;
use crate::reading::text;
use crate::reading::top::{TOP, check_format};
pub(crate) use again::again;
use cost::cost;
use effect::effect;
use entry::{Only, entries};
use funding::funding;
use head::{Head, head};
pub use overlay::misspelled;
use register::Register;

/// A case, and what is worth saying about it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The case.
    pub case: Case,
    /// Warnings, in the order of their places.
    pub warnings: Vec<Problem>,
}

/// Gives a document its meaning.
///
/// # Errors
/// Every problem of the document, warnings too, in the order of their places.
pub fn read(document: &Document) -> Result<Checked, Vec<Problem>> {
    let mut problems = Problems(document.problems.clone());
    let case = phases(document, &mut problems);
    if let (Some(case), false) = (&case, problems.stop()) {
        whole::check(&document.root, case, &mut problems);
    }
    let stops = problems.stop();
    let Problems(mut problems) = problems;
    problems.sort_by_key(|problem| problem.place);
    problems.dedup();
    match case {
        Some(case) if !stops => Ok(Checked { case, warnings: problems }),
        _ => Err(problems),
    }
}

/// The language that a document asks for; also of one that is no case.
pub fn language(document: &Document) -> Option<Language> {
    head::language_of(&document.root)
}

/// The case, with what its entries become from a month on.
fn phases(document: &Document, problems: &mut Problems) -> Option<Case> {
    let mut first = case(&document.root, problems);
    for later in &document.later {
        let other = case(&later.root, problems);
        first = match (first, other) {
            (Some(mut first), Some(other)) => {
                first.becomes(later.from, other);
                Some(first)
            }
            _ => None,
        };
    }
    first
}

fn case(root: &Table, problems: &mut Problems) -> Option<Case> {
    check_top(root, problems);
    let head = head(root, TOP, problems);
    let rates = group::rates(root, problems);
    let parties = group::parties(root, problems);
    let start = head.as_ref().and_then(|head| head.start);
    let horizon = head.as_ref().and_then(Head::horizon);
    let register = Register::new(root, start, horizon, rates);
    let entries = Entries::read(root, &register, Only::All, problems);
    let criteria = group::criteria(root, problems);
    let expect = group::expect(root, problems);
    overlay::check_scenarios(root, problems);
    let stresses = stress::stresses(root, head.as_ref(), &register, problems);
    assemble(head?, parties, entries, criteria?, expect?, stresses?)
}

/// All entries of a case.
struct Entries {
    costs: Vec<Entry<Cost>>,
    funding: Vec<Entry<Funding>>,
    avoided: Vec<Entry<Effect>>,
    values: Vec<Entry<Effect>>,
    burdens: Vec<Entry<Effect>>,
}

impl Entries {
    fn read(
        root: &Table,
        register: &Register<'_>,
        only: Only<'_>,
        problems: &mut Problems,
    ) -> Self {
        Self {
            costs: entries(root, "cost", only, problems, |scope| cost(scope, register)),
            funding: entries(root, "funding", only, problems, |scope| funding(scope, register)),
            avoided: entries(root, "avoided", only, problems, |scope| {
                effect(scope, register, EntryKind::Avoided)
            }),
            values: entries(root, "value", only, problems, |scope| {
                effect(scope, register, EntryKind::Value)
            }),
            burdens: entries(root, "burden", only, problems, |scope| {
                effect(scope, register, EntryKind::Burden)
            }),
        }
    }
}

fn assemble(
    head: Head<'_>,
    parties: Vec<Party>,
    entries: Entries,
    criteria: Criteria,
    expect: Option<VerdictKind>,
    stresses: Stresses,
) -> Option<Case> {
    Some(Case {
        name: head.name?.to_owned(),
        horizon: head.horizon()?,
        currency: head.currency?.to_owned(),
        opening_cash: head.opening_cash?,
        discount_rate: head.discount_rate?,
        discounting: head.discounting?,
        language: head.language.optional()?,
        story: head.story.optional()?.map(str::to_owned),
        parties,
        costs: entries.costs,
        funding: entries.funding,
        avoided: entries.avoided,
        values: entries.values,
        burdens: entries.burdens,
        criteria,
        expect,
        stresses,
    })
}

/// Checks the keys of the top of the file and its format.
fn check_top(root: &Table, problems: &mut Problems) {
    let mut keys = Keys { table: root, place: TOP, problems };
    check_top_keys(&mut keys);
    check_format(&mut keys);
    keys.get("extends", text::text);
}

fn check_top_keys(keys: &mut Keys<'_, '_>) {
    if keys.has("actual") {
        keys.wrong_at("actual", KeyMistake::ActualReserved);
    }
    check_keys(keys, "", known::TOP);
}
