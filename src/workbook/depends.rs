//! What an entry depends on: the numbers that are fixed where it is.

use super::stream::{bias_path, index_path};
use crate::case::{AnyEntry, Case, Followed, Form, Schedule};
use crate::document::Table;
use crate::stream::Sharing;
use crate::words::{Group, Key};
use std::collections::HashSet;

/// The beginnings of the paths of all numbers that some entries depend on.
pub fn roots(case: &Case, root: &Table, entries: &[(Group, usize)]) -> HashSet<String> {
    let mut found = HashSet::new();
    let (mut seen, mut open) = (HashSet::new(), entries.to_vec());
    while let Some((group, place)) = open.pop() {
        if !seen.insert((group, place)) {
            continue;
        }
        let Some(entry) = case.entry(group, place) else { continue };
        of_entry(root, &entry, &mut found);
        open.extend(others(case, group, place));
    }
    found
}

fn of_entry(root: &Table, entry: &AnyEntry<'_>, found: &mut HashSet<String>) {
    let path = entry.path();
    found.extend(index_path(root, &path, Key::Index).map(|(path, _)| path));
    found.insert(bias_path(root, &path));
    found.insert(path);
}

/// The entries that an entry follows, covers, or claims costs with.
fn others(case: &Case, group: Group, place: usize) -> Vec<(Group, usize)> {
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

/// Whether a number stands under one of some paths.
pub fn is_under(path: &str, roots: &HashSet<String>) -> bool {
    let mut end = path.len();
    loop {
        let Some(head) = path.get(..end) else { return false };
        if roots.contains(head) {
            return true;
        }
        match head.rfind('.') {
            Some(dot) => end = dot,
            None => return false,
        }
    }
}
