//! An entry of a case: what it is from the start, and what it becomes from a month on.

use super::Facts;
use crate::words::Text;

/// A named entry of one of the groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T> {
    /// Its key in its group.
    pub id: String,
    /// What people call it; the id where the file says nothing.
    pub name: Text,
    /// Where its figures come from.
    pub source: Option<Text>,
    /// Whether an amount, quantity or price of it is `"pm"`: named, not counted.
    pub pro_memorie: bool,
    /// What it is, from the start.
    pub what: T,
    /// What it becomes from a month on, in the order of those months; mostly nothing.
    pub later: Vec<Later<T>>,
    /// What is fact of it, in a case of which anything is.
    pub facts: Option<Facts>,
}

/// What an entry is from a month on.
#[derive(Clone, Debug, PartialEq)]
pub struct Later<T> {
    /// The number of that month: within the horizon, and not its first.
    pub from: i32,
    /// What it is then. Its years, its rhythm of payment and its party stay what they were.
    pub what: T,
}

impl<T> Entry<T> {
    /// What it is through time.
    pub fn versions(&self) -> Versions<'_, T> {
        let later = self.later.iter().map(|later| (later.from, &later.what));
        Versions { first: &self.what, later: later.collect(), facts: self.facts.as_ref() }
    }

    /// What it is at the end.
    pub fn last(&self) -> &T {
        self.later.last().map_or(&self.what, |later| &later.what)
    }

    /// Whether another entry is the same through time, whatever it is called.
    pub fn is_like(&self, other: &Self) -> bool
    where
        T: PartialEq,
    {
        self.what == other.what && self.later == other.later && self.facts == other.facts
    }
}

/// What something is through time: at first, and from some months on.
#[derive(Clone, Debug)]
pub struct Versions<'a, T> {
    first: &'a T,
    later: Vec<(i32, &'a T)>,
    facts: Option<&'a Facts>,
}

impl<'a, T> Versions<'a, T> {
    /// What is fact of it.
    pub fn facts(&self) -> Option<&'a Facts> {
        self.facts
    }

    /// What it is at first.
    pub fn first(&self) -> &'a T {
        self.first
    }

    /// Whether something holds of it all the time.
    pub fn all(&self, holds: impl Fn(&'a T) -> bool) -> bool {
        holds(self.first) && self.later.iter().all(|(_, later)| holds(later))
    }

    /// What it becomes, with the numbers of the months from which it does.
    pub fn later(&self) -> impl Iterator<Item = (i32, &'a T)> + '_ {
        self.later.iter().copied()
    }

    /// What it is at the end.
    pub fn last(&self) -> &'a T {
        self.later.last().map_or(self.first, |(_, last)| last)
    }

    /// What it is in the month with this number.
    pub fn at(&self, month: i32) -> &'a T {
        let begun = self.later.iter().rev().find(|(from, _)| *from <= month);
        begun.map_or(self.first, |(_, what)| what)
    }

    /// It without what it becomes from the month with this number on.
    #[must_use]
    pub fn until(&self, month: i32) -> Self {
        let later = self.later.iter().copied().filter(|(from, _)| *from < month);
        Self { first: self.first, later: later.collect(), facts: self.facts }
    }

    /// A part of it through time.
    pub fn part<U>(&self, part: impl Fn(&'a T) -> &'a U) -> Versions<'a, U> {
        let later = self.later.iter().map(|&(from, what)| (from, part(what)));
        Versions { first: part(self.first), later: later.collect(), facts: self.facts }
    }

    /// It as one of several kinds; later versions of another kind are left out, for an entry's kind
    /// does not change.
    pub fn of_kind<U>(
        &self,
        first: &'a U,
        kind: impl Fn(&'a T) -> Option<&'a U>,
    ) -> Versions<'a, U> {
        let later = self.later.iter().filter_map(|&(from, what)| Some((from, kind(what)?)));
        Versions { first, later: later.collect(), facts: self.facts }
    }
}
