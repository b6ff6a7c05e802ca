//! Validation: a document becomes a case, or all that is wrong with it.

mod actual;
mod again;
pub(crate) mod cost;
mod effect;
pub(crate) mod entry;
mod follow;
mod funding;
pub(crate) mod group;
mod head;
mod known;
pub(crate) mod loan;
mod loose;
mod opening;
mod overlay;
mod priced;
mod promise;
pub(crate) mod register;
mod reserve;
mod stream;
mod stress;
mod time;
mod whole;

use super::stress::Stresses;
use super::{
    Actual, Case, Cost, Criteria, Effect, Entry, Funding, Index, Opening, Party, Reserve,
    VerdictKind,
};
use crate::calendar::Month;
use crate::document::{AskedMistake, Document, EntryKind, Problem, Table};
use crate::prices::{Lists, check_lists, is_list, settled};
use crate::reading::causes::only_causes;
use crate::reading::keys::{Keys, Problems};
use crate::reading::known::check_keys;
use crate::reading::text;
use crate::reading::top::{TOP, check_format};
use crate::words::{Key, Language, Section, Word};
pub(crate) use again::again;
use cost::cost;
use effect::effect;
use entry::Only;
use funding::funding;
use head::{Head, head};
pub use overlay::misspelled;
use register::{Named, Register};
use reserve::reserve;
use time::{Phase, entries};

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
    if is_list(document) {
        let place = document.key_at(&[Key::Prices.spelled()]).unwrap_or(TOP);
        return Err(vec![Problem { place, mistake: AskedMistake::IsList.into() }]);
    }
    let document = &*settled(document);
    let mut problems = Problems(document.problems.clone());
    let case = case(document, &mut problems);
    if let (Some(case), false) = (&case, problems.stop()) {
        whole::check(&document.root, case, &mut problems);
        priced::check(document, case, &mut problems);
    }
    let stops = problems.stop();
    let Problems(mut problems) = problems;
    only_causes(&document.root, &mut problems);
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

/// What a document is sorted by, where it says so rightly.
pub fn tags(document: &Document) -> Vec<String> {
    head::tags_of(&document.root)
}

/// The case, with what its entries become from a month on.
fn case(document: &Document, problems: &mut Problems) -> Option<Case> {
    let root = &document.root;
    check_top(root, problems);
    let head = head(root, TOP, problems);
    check_lists(document, problems);
    let parties = group::parties(root, problems);
    let phases = phases(document, head.as_ref(), problems);
    let mut entries = Entries::read(&phases, Only::All, problems);
    let horizon = head.as_ref().and_then(Head::horizon);
    let actual = actual::actual(root, horizon, &mut entries, problems);
    let criteria = group::criteria(root, problems);
    whole::check_required(root, head.as_ref().and_then(|head| head.ends), problems);
    let expect = group::expect(root, problems);
    overlay::check_scenarios(root, problems);
    let register = phases.first().map(|phase| &phase.register);
    let stresses = stress::stresses(root, head.as_ref(), register?, problems);
    let inflation = head::inflation(root, register?, problems);
    assemble((head?, inflation?), (parties, entries), criteria?, expect?, stresses?, actual?)
}

/// The phases of a document that begin within its horizon, the first at its start.
fn phases<'d>(
    document: &'d Document,
    head: Option<&Head<'_>>,
    problems: &mut Problems,
) -> Vec<Phase<'d>> {
    let start = head.and_then(|head| head.start);
    let horizon = head.and_then(Head::horizon);
    let starts = std::iter::once((None, &document.root));
    let later = document.later.iter().map(|later| (Some(later.from), &later.root));
    let within = |from: Option<Month>| {
        from.zip(horizon).is_none_or(|(from, horizon)| horizon.number(from) < horizon.end())
    };
    let times: Vec<_> = starts.chain(later.filter(|(from, _)| within(*from))).collect();
    let phase = |(from, root): (Option<Month>, &'d Table)| {
        let named = Named {
            rates: group::rates(root, problems),
            biases: group::biases(root, problems),
            lists: Lists::of(root, &document.lists),
        };
        let register = Register::new(root, start, horizon, named, &times);
        let number = from.zip(horizon).map_or(0, |(from, horizon)| horizon.number(from));
        Phase { from, number, root, register }
    };
    times.iter().copied().map(phase).collect()
}

/// All entries of a case.
struct Entries {
    costs: Vec<Entry<Cost>>,
    funding: Vec<Entry<Funding>>,
    avoided: Vec<Entry<Effect>>,
    values: Vec<Entry<Effect>>,
    burdens: Vec<Entry<Effect>>,
    openings: Vec<Entry<Opening>>,
    reserves: Vec<Entry<Reserve>>,
}

impl Entries {
    fn read(phases: &[Phase<'_>], only: Only<'_>, problems: &mut Problems) -> Self {
        Self {
            costs: entries(phases, Key::Cost, only, problems, cost),
            funding: entries(phases, Key::Funding, only, problems, funding),
            avoided: entries(phases, Key::Avoided, only, problems, |scope, register| {
                effect(scope, register, EntryKind::Avoided)
            }),
            values: entries(phases, Key::Value, only, problems, |scope, register| {
                effect(scope, register, EntryKind::Value)
            }),
            burdens: entries(phases, Key::Burden, only, problems, |scope, register| {
                effect(scope, register, EntryKind::Burden)
            }),
            openings: openings(phases, only, problems),
            reserves: entries(phases, Key::Reserve, only, problems, reserve),
        }
    }
}

/// What stands open at the start; from a month on that is as it was.
fn openings(phases: &[Phase<'_>], only: Only<'_>, problems: &mut Problems) -> Vec<Entry<Opening>> {
    let Some(Phase { root, register, .. }) = phases.first() else { return Vec::new() };
    entry::entries(root, Key::Opening, only, problems, |scope| opening::opening(scope, register))
}

fn assemble(
    (head, inflation): (Head<'_>, Index),
    (parties, entries): (Vec<Party>, Entries),
    criteria: Criteria,
    expect: Option<VerdictKind>,
    stresses: Stresses,
    actual: Option<Actual>,
) -> Option<Case> {
    let horizon = head.horizon();
    Some(Case {
        name: head.name?,
        horizon: horizon?,
        currency: head.currency?.to_owned(),
        ends: head.ends?,
        opening_cash: head.opening_cash?,
        discount_rate: head.discount_rate?,
        inflation,
        discounting: head.discounting?,
        language: head.language.optional()?,
        story: head.story.optional()?,
        tags: head.tags?,
        parties,
        costs: entries.costs,
        funding: entries.funding,
        avoided: entries.avoided,
        values: entries.values,
        burdens: entries.burdens,
        openings: entries.openings,
        reserves: entries.reserves,
        criteria,
        expect,
        stresses,
        actual,
    })
}

/// Checks the keys of the top of the file and its format.
fn check_top(root: &Table, problems: &mut Problems) {
    let mut keys = Keys { table: root, place: TOP, problems };
    check_top_keys(&mut keys);
    check_format(&mut keys);
    keys.get(Key::Extends, text::text);
}

fn check_top_keys(keys: &mut Keys<'_, '_>) {
    check_keys(keys, "", Section::CaseFile);
}
