//! What is worth saying of the prices that a case takes from lists.

use crate::calendar::Horizon;
use crate::case::{Case, Effect, Entry, Timing};
use crate::document::{Document, Place, PriceMistake, Problem, Table};
use crate::prices::{Taken, Way, of_table};
use crate::reading::group::{as_table, is_off, table_at};
use crate::reading::keys::Problems;
use crate::words::{Group, Key};
use std::ops::RangeInclusive;

/// How many years before the start a price may be without a word.
const OLD: i32 = 8;

/// An entry that takes a price from a list.
struct Used<'c> {
    group: Group,
    /// The entry: `avoided.nights`.
    entry: String,
    /// Where it names the price.
    place: Place,
    taken: Taken,
    /// What it does to a party; nothing of a cost.
    effect: Option<&'c Effect>,
    /// The prices of the same list that hold this one.
    holders: Vec<String>,
}

/// Warns of prices that are not at the level of the case, old, somebody else's or counted twice.
pub fn check(document: &Document, case: &Case, problems: &mut Problems) {
    let mut all: Vec<Used<'_>> = Vec::new();
    for phase in phases(document, case.horizon) {
        let used = used(document, phase.root, case);
        check_twice(&used, &phase, case.horizon, problems);
        all.extend(
            used.into_iter()
                .filter(|one| all.iter().all(|it| it.place != one.place))
                .collect::<Vec<_>>(),
        );
    }
    check_levels(&all, case, problems);
    check_roles(&all, case, problems);
}

/// What a document is for some months.
struct Phase<'d> {
    root: &'d Table,
    /// The numbers of the months.
    months: RangeInclusive<i32>,
}

fn phases(document: &Document, horizon: Horizon) -> Vec<Phase<'_>> {
    let first = (&document.root, i32::MIN);
    let later = document.later.iter().map(|later| (&later.root, horizon.number(later.from)));
    let begun: Vec<_> = std::iter::once(first).chain(later).collect();
    let next = begun.iter().skip(1).map(|(_, from)| from - 1).chain([i32::MAX]);
    let phase = |(&(root, from), until)| Phase { root, months: from..=until };
    begun.iter().zip(next).map(phase).collect()
}

fn used<'c>(document: &Document, root: &Table, case: &'c Case) -> Vec<Used<'c>> {
    let mut used = Vec::new();
    for group in [Group::Cost, Group::Avoided, Group::Value, Group::Burden] {
        let entries = table_at(root, group.key()).into_iter();
        for (id, item) in entries.flat_map(|table| table.0.iter()) {
            let Some(entry) = as_table(&item.node.value).filter(|_| !is_off(&item.node.value))
            else {
                continue;
            };
            let Some(taken) = of_table(document, root, entry) else { continue };
            let Some(named) = entry.item(Key::PriceFrom) else { continue };
            let effects: &[Entry<Effect>] = match group {
                Group::Avoided => &case.avoided,
                Group::Value => &case.values,
                Group::Burden => &case.burdens,
                _ => &[],
            };
            let effect = effects.iter().find(|effect| effect.id == *id);
            used.push(Used {
                group,
                entry: format!("{}.{id}", group.key()),
                place: named.node.place,
                holders: taken.holders(root, &document.lists),
                taken,
                effect: effect.map(|entry| &entry.what),
            });
        }
    }
    used
}

fn check_levels(used: &[Used<'_>], case: &Case, problems: &mut Problems) {
    let start = case.horizon.start.year();
    let level = start - 1;
    let ends = |used: &Used<'_>| match used.taken.level.way {
        Way::Index { ends: true, from, to, .. } => Some(from.0.max(to.0)),
        Way::Index { .. } | Way::AsItStands => None,
    };
    let mut past = used.iter().filter_map(|used| Some((used, ends(used)?))).peekable();
    if let Some((first, last)) = past.peek().copied() {
        let entries = past.map(|(used, _)| used.entry.clone()).collect();
        problems.push(first.place, PriceMistake::LevelEnds { entries, last, level });
    }
    for Used { taken, place, .. } in used {
        let (path, year) = (taken.path.clone(), taken.listed.year);
        if taken.level.way == Way::AsItStands {
            let path = path.clone();
            problems.push(*place, PriceMistake::LevelUnknown { path, year, level });
        }
        let years = start - year;
        if years > OLD {
            problems.push(*place, PriceMistake::Old { path, year, years });
        }
    }
}

fn check_roles(used: &[Used<'_>], case: &Case, problems: &mut Problems) {
    let mut paths: Vec<String> = Vec::new();
    for Used { taken, place, effect, .. } in used {
        let Some(bears) = taken.listed.role else { continue };
        let path = taken.path.clone();
        let party = effect.and_then(|effect| case.parties.get(effect.party.0));
        if let Some((party, is)) = party.and_then(|party| Some((party, party.role?)))
            && is != bears
        {
            let (path, party) = (path.clone(), party.id.clone());
            problems.push(*place, PriceMistake::OtherPocket { path, bears, party, is });
        }
        if taken.listed.role_inferred && !paths.contains(&path) {
            paths.push(path);
        }
    }
    let inferred = |used: &&Used<'_>| paths.first() == Some(&used.taken.path);
    if let Some(first) = used.iter().find(inferred) {
        problems.push(first.place, PriceMistake::InferredRole { paths });
    }
}

/// Warns once of two entries that count the same in some months.
fn check_twice(used: &[Used<'_>], phase: &Phase<'_>, horizon: Horizon, problems: &mut Problems) {
    for (at, one) in used.iter().enumerate() {
        let before = used.iter().take(at).filter(|other| is_alike(one, other));
        for other in before {
            if let Some(holder) = counted_by(one, other, phase, horizon) {
                let (entry, other) = (one.entry.clone(), other.entry.clone());
                let mistake = PriceMistake::CountedTwice { entry, other, holder }.into();
                let problem = Problem { place: one.place, mistake };
                if !problems.0.contains(&problem) {
                    problems.0.push(problem);
                }
            }
        }
    }
}

/// Whether two entries count for the same: what is saved or gained, or what is borne. What the
/// initiative pays itself may well be two of the same.
fn is_alike(one: &Used<'_>, other: &Used<'_>) -> bool {
    let side = |group: Group| match group {
        Group::Avoided | Group::Value => 1,
        Group::Burden => 2,
        _ => 0,
    };
    side(one.group) != 0 && side(one.group) == side(other.group)
}

/// Whether one entry counts what another does: the inner value is the price that holds the other.
#[allow(clippy::option_option, reason = "alike and a part are two different things")]
fn counted_by(
    one: &Used<'_>,
    other: &Used<'_>,
    phase: &Phase<'_>,
    horizon: Horizon,
) -> Option<Option<String>> {
    let (path, others) = (&one.taken.path, &other.taken.path);
    if one.holders.contains(others) {
        return Some(Some(others.clone()));
    }
    if other.holders.contains(path) {
        return Some(Some(path.clone()));
    }
    let (this, that) = (one.effect?, other.effect?);
    let same = path == others && this.party == that.party;
    let ((from, until), (since, last)) = (span(this, horizon)?, span(that, horizon)?);
    let both = from.max(since)..=until.min(last);
    let now = both.start().max(phase.months.start()) <= both.end().min(phase.months.end());
    (same && now).then_some(None)
}

/// The numbers of the first and the last month in which an effect is there.
fn span(effect: &Effect, horizon: Horizon) -> Option<(i32, i32)> {
    let (from, until) = match &effect.stream.timing {
        Timing::Once { on } => (horizon.number(*on), horizon.number(*on)),
        Timing::Recurring(recurring) => {
            (horizon.number(recurring.from), horizon.number(recurring.until))
        }
        // What is dated has no units, and so no price of a list.
        Timing::Dated(_) => return None,
    };
    let on = effect.lasts.as_ref().map_or(0, |lasts| lasts.months - 1);
    Some((from + effect.lag, until + effect.lag + on))
}
