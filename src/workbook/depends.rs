//! What an entry depends on: the numbers that are fixed where it is.

use super::stream::{bias_path, index_path};
use crate::case::{AnyEntry, Case, Followed, Form, Schedule};
use crate::document::Table;
use crate::stream::Sharing;
use crate::words::{Group, Key};
use std::collections::{HashMap, HashSet};

/// The beginnings of the paths of all numbers that some entries depend on, each with the first of
/// these entries.
pub fn roots(case: &Case, root: &Table, entries: &[Spot]) -> HashMap<String, Spot> {
    let mut found = HashMap::new();
    let mut seen = HashSet::new();
    for &first in entries {
        let mut open = vec![first];
        while let Some((group, place)) = open.pop() {
            if !seen.insert((group, place)) {
                continue;
            }
            let Some(entry) = case.entry(group, place) else { continue };
            of_entry(root, &entry, first, &mut found);
            open.extend(others(case, group, place));
        }
    }
    found
}

/// An entry, by its group and its place in that.
pub type Spot = (Group, usize);

fn of_entry(root: &Table, entry: &AnyEntry<'_>, first: Spot, found: &mut HashMap<String, Spot>) {
    let path = entry.path();
    let index = index_path(root, &path, Key::Index).map(|(path, _)| path);
    let bias = bias_path(root, &path);
    for path in index.into_iter().chain([bias, path]) {
        found.entry(path).or_insert(first);
    }
}

/// The entries that an entry follows, covers, or claims costs with.
fn others(case: &Case, group: Group, place: usize) -> Vec<Spot> {
    let mut others = Vec::new();
    let schedules: Vec<_> = match group {
        Group::Cost => {
            let entry = case.costs.get(place);
            entry.map(|entry| &entry.what.schedule).into_iter().collect()
        }
        Group::Funding => {
            let form = case.funding.get(place).map(|entry| &entry.what.form);
            match form {
                Some(Form::Income(income)) => vec![&income.schedule],
                Some(Form::Outcome(outcome)) => {
                    others.extend(outcome.of.map(crate::case::Achieved::spot));
                    Vec::new()
                }
                _ => Vec::new(),
            }
        }
        Group::Reserve => {
            let reserve = case.reserves.get(place);
            let costs = reserve.into_iter().flat_map(|entry| entry.what.costs.iter());
            others.extend(costs.map(|cost| (Group::Cost, *cost)));
            Vec::new()
        }
        Group::Avoided | Group::Value | Group::Burden | Group::Opening => Vec::new(),
    };
    for schedule in schedules {
        if let Schedule::Follows(follow) = schedule {
            others.extend(follow.of.iter().map(|of| match *of {
                Followed::Cost(place) => (Group::Cost, place),
                Followed::Funding(place) => (Group::Funding, place),
            }));
        }
    }
    if group == Group::Funding {
        for sharing in Sharing::all(case) {
            let claimants = sharing.claimants();
            if claimants.iter().any(|claimant| claimant.place == place && claimant.is_earmark()) {
                others.extend(claimants.iter().map(|it| (Group::Funding, it.place)));
                let costs = claimants.iter().flat_map(|it| it.costs().iter().copied());
                others.extend(costs.map(|cost| (Group::Cost, cost)));
            }
        }
    }
    others
}

/// Which entry a number stands under the path of.
pub fn rests_on(path: &str, roots: &HashMap<String, Spot>) -> Option<Spot> {
    let mut head = path;
    loop {
        if let Some(found) = roots.get(head) {
            return Some(*found);
        }
        (head, _) = head.rsplit_once('.')?;
    }
}
