//! What an earlier case posted, as far as it still holds.

use super::claims::{Claimed, Claiming};
use super::{CostPosting, FundingPosting, Journal, OpeningPosting};
use crate::case::{Achieved, Case, Cost, Entry, Followed, Form, Funding, Schedule};
use crate::money::Cents;
use crate::stream::Sharing;
use crate::stream::posting::Impact;
use std::sync::Arc;

/// An earlier case with its postings, beside the case that is to be posted. Both have one horizon.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    journal: &'a Journal,
    case: &'a Case,
    now: &'a Case,
}

impl<'a> Before<'a> {
    pub(super) fn new(journal: &'a Journal, case: &'a Case, now: &'a Case) -> Self {
        Self { journal, case, now }
    }

    /// What the cost at this place posts, if that has not changed. So with the others below.
    pub(super) fn cost(self, at: usize) -> Option<Arc<CostPosting>> {
        let twin = twin(&self.case.costs, &self.now.costs, at)?;
        let holds = self.follows_the_same(self.now.costs.get(at)?);
        self.journal.all.costs.get(twin).filter(|_| holds).cloned()
    }

    /// Who claimed the same costs together, and what the earmarked among them posted, if nothing of
    /// it has changed.
    pub(super) fn claims(self, sharing: &Sharing) -> Option<(&'a Arc<Claiming>, Claimed)> {
        let mut before = self.journal.claims.iter();
        let claiming = before.find(|claiming| claiming.sharing() == sharing)?;
        let holds = sharing.costs().iter().all(|&cost| self.cost_holds(cost))
            && sharing.claimants().iter().all(|claimant| self.funding_holds(claimant.place));
        let postings = &self.journal.all.funding;
        let posted = |place| Some((place, Arc::clone(postings.get(place)?)));
        holds.then(|| (claiming, claiming.earmarks().filter_map(posted).collect()))
    }

    /// What an entry that is not earmarked posts.
    pub(super) fn funding(self, at: usize) -> Option<Arc<FundingPosting>> {
        let twin = twin(&self.case.funding, &self.now.funding, at)?;
        let holds =
            self.now.funding.get(at)?.versions().all(|funding| self.rests_on_the_same(funding));
        self.journal.all.funding.get(twin).filter(|_| holds).cloned()
    }

    pub(super) fn avoided(self, at: usize) -> Option<Arc<Impact>> {
        self.journal.all.avoided.get(twin(&self.case.avoided, &self.now.avoided, at)?).cloned()
    }

    pub(super) fn value(self, at: usize) -> Option<Arc<Impact>> {
        self.journal.all.values.get(twin(&self.case.values, &self.now.values, at)?).cloned()
    }

    pub(super) fn burden(self, at: usize) -> Option<Arc<Impact>> {
        self.journal.all.burdens.get(twin(&self.case.burdens, &self.now.burdens, at)?).cloned()
    }

    pub(super) fn opening(self, at: usize) -> Option<Arc<OpeningPosting>> {
        self.journal.all.openings.get(twin(&self.case.openings, &self.now.openings, at)?).cloned()
    }

    pub(super) fn reserve(self, at: usize) -> Option<Arc<Vec<Cents>>> {
        self.journal.all.reserves.get(twin(&self.case.reserves, &self.now.reserves, at)?).cloned()
    }

    /// Whether a place still means the same funding.
    fn funding_holds(self, at: usize) -> bool {
        let rests = |funding: &Funding| self.rests_on_the_same(funding);
        same(&self.case.funding, &self.now.funding, at)
            && self.now.funding.get(at).is_some_and(|entry| entry.versions().all(rests))
    }

    /// Whether what a funding entry follows, if anything, is as it was.
    fn rests_on_the_same(self, funding: &Funding) -> bool {
        match &funding.form {
            Form::Income(income) => self.schedule_holds(&income.schedule),
            Form::Outcome(outcome) => outcome.of.is_none_or(|of| match of {
                Achieved::Avoided(at) => same(&self.case.avoided, &self.now.avoided, at),
                Achieved::Value(at) => same(&self.case.values, &self.now.values, at),
            }),
            Form::Equity(_) | Form::Loan(_) | Form::InKind(_) => true,
        }
    }

    /// Whether a place still means the same cost.
    fn cost_holds(self, at: usize) -> bool {
        same(&self.case.costs, &self.now.costs, at)
            && self.now.costs.get(at).is_some_and(|entry| self.follows_the_same(entry))
    }

    fn follows_the_same(self, cost: &Entry<Cost>) -> bool {
        cost.versions().all(|cost| self.schedule_holds(&cost.schedule))
    }

    /// Whether what a schedule follows, and what that follows, is as it was.
    fn schedule_holds(self, schedule: &Schedule) -> bool {
        match schedule {
            Schedule::Own(_) => true,
            Schedule::Follows(follow) => follow.of.iter().all(|of| match *of {
                Followed::Cost(at) => self.cost_holds(at),
                Followed::Funding(at) => self.funding_holds(at),
            }),
        }
    }
}

/// Whether a place holds the same thing in both lists.
fn same<T: PartialEq>(before: &[Entry<T>], now: &[Entry<T>], at: usize) -> bool {
    match (before.get(at), now.get(at)) {
        (Some(before), Some(now)) => before.is_like(now),
        _ => false,
    }
}

/// Where the entry at a place of `now` stood before, if it is what it was.
fn twin<T: PartialEq>(before: &[Entry<T>], now: &[Entry<T>], at: usize) -> Option<usize> {
    let entry = now.get(at)?;
    let is_it = |other: &Entry<T>| other.id == entry.id;
    // Nearly always nothing was put in or taken out before it.
    let place = match before.get(at) {
        Some(other) if is_it(other) => at,
        _ => before.iter().position(is_it)?,
    };
    before.get(place).is_some_and(|other| other.is_like(entry)).then_some(place)
}
