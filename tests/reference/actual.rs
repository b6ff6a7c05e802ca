//! What really happened: section 3.13.

use std::collections::BTreeMap;
use std::ops::{Add, Sub};

use super::case::Case;
use super::exact::{Cents, Exact, euros, whole};
use super::parties::Granted;
use super::payments::Paid;
use super::streams::{Exacts, Postings};

/// Facts by entry and month, to a month.
#[derive(Debug)]
pub struct Actual {
    pub until: i64,
    /// By path; nothing where a month went as planned.
    pub facts: BTreeMap<String, Vec<Option<Cents>>>,
    /// Requested entries without facts: "brought nothing to `until` and was paid nothing".
    pub silent: Vec<String>,
}

impl Actual {
    /// The months that are fact.
    fn months(&self) -> usize {
        usize::try_from(self.until + 1).expect("until lies within the horizon")
    }
}

impl Case {
    /// The fact of a month, where there is one.
    pub fn fact(&self, path: &str, month: usize) -> Option<Cents> {
        let facts = self.actual.as_ref()?.facts.get(path)?;
        facts.get(month).copied().flatten()
    }

    /// Whether an entry has facts.
    pub fn fact_any(&self, path: &str) -> bool {
        self.actual.as_ref().is_some_and(|actual| actual.facts.contains_key(path))
    }

    /// The first month that is judged.
    pub fn judged_from(&self) -> i64 {
        self.actual.as_ref().map_or(0, |actual| actual.until + 1)
    }

    fn is_silent(&self, path: &str) -> bool {
        self.actual.as_ref().is_some_and(|actual| actual.silent.iter().any(|it| it == path))
    }

    /// "What a requested entry with facts has brought counts in both runs".
    pub fn to_date(&self, place: usize, granted: &Granted) -> bool {
        let path = &self.funding[place].path;
        let facts = self.actual.as_ref().is_some_and(|actual| actual.facts.contains_key(path));
        !granted[place] && self.funding[place].requested && facts && !self.is_silent(path)
    }

    /// A requested loan without facts "that was to be drawn by then is never drawn".
    pub fn never_drawn(&self, path: &str, on: i64) -> bool {
        self.is_silent(path) && self.actual.as_ref().is_some_and(|actual| on <= actual.until)
    }
}

/// Which entries count in a run, all of them or what has come of them.
pub fn counts(case: &Case, granted: &Granted) -> Vec<bool> {
    (0..granted.len()).map(|place| granted[place] || case.to_date(place, granted)).collect()
}

/// "d(m) is the fact of month m less what the entry would have posted in m".
pub fn differs(case: &Case, path: &str, would: &[Cents]) -> Postings {
    let months = would.iter().enumerate();
    months.map(|(month, would)| case.fact(path, month).map_or(0, |fact| fact - would)).collect()
}

/// "It comes to what it would plus the sum of its d's, which are whole cents".
pub fn with(x: &[Exact], differs: &[Cents]) -> Exacts {
    x.iter().zip(differs).map(|(x, differs)| x + euros(*differs)).collect()
}

pub fn plus(posted: &[Cents], differs: &[Cents]) -> Postings {
    posted.iter().zip(differs).map(|(posted, differs)| posted + differs).collect()
}

/// What an entry that stops after what is fact comes to.
pub fn stopped(case: &Case, x: &[Exact]) -> Exacts {
    let stays = |month: i64| month < case.judged_from();
    (0..).zip(x).map(|(month, x)| if stays(month) { x.clone() } else { whole(0) }).collect()
}

/// "was paid nothing ..., and what it was due by then falls in the next month".
pub fn unpaid<T: Clone + PartialOrd + Add<Output = T> + Sub<Output = T>>(
    case: &Case,
    path: &str,
    due: Paid<T>,
    nothing: &T,
) -> Paid<T> {
    if case.is_silent(path) {
        let months = case.actual.as_ref().expect("it is silent").months();
        settled(due, &vec![nothing.clone(); months], nothing)
    } else {
        due
    }
}

/// What is paid where it is known what was in the first months: "what it then was too little or too
/// much falls in the next payments".
pub fn settled<T: Clone + PartialOrd + Add<Output = T> + Sub<Output = T>>(
    mut due: Paid<T>,
    paid: &[T],
    nothing: &T,
) -> Paid<T> {
    let sum = |amounts: &[T]| amounts.iter().fold(nothing.clone(), |sum, it| sum + it.clone());
    let (should, was) = (sum(&due.within[..paid.len()]), sum(paid));
    due.within[..paid.len()].clone_from_slice(paid);
    let end = i64::try_from(due.within.len()).expect("months");
    if should >= was {
        let behind = should - was;
        if let Some(next) = due.within.get_mut(paid.len()) {
            *next = next.clone() + behind;
        } else {
            let next = due.after.entry(end).or_insert_with(|| nothing.clone());
            *next = next.clone() + behind;
        }
        return due;
    }
    let mut ahead = was - should;
    for payment in due.within[paid.len()..].iter_mut().chain(due.after.values_mut()) {
        if *payment > *nothing && ahead > *nothing {
            let taken = if ahead < *payment { ahead.clone() } else { payment.clone() };
            *payment = payment.clone() - taken.clone();
            ahead = ahead - taken;
        }
    }
    due
}
