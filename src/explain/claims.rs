//! What is claimed of costs in a run, and which columns an entry has because of it.

use super::figure::{EntryColumn, EntryId};
use super::value::Value;
use crate::case::{Case, Entry};
use crate::exact::Exactly;
use crate::statements::{Counted, Granted, Group};
use crate::stream::{Claimant, Sharing};
use num_rational::BigRational;

/// Funding that claims the same costs, in one run.
pub struct Claims {
    pub(super) claimants: Claimants,
    earmarks: Vec<Earmark>,
}

/// Those that claim the same costs and are granted, in the order in which they claim.
pub struct Claimants(pub(super) Vec<Claimant>);

/// What an earmarked entry takes each month.
pub struct Earmark {
    place: usize,
    /// Of each of its costs, in the order in which it does so.
    pub(super) taken: Vec<(usize, Vec<Value>)>,
    /// Of what it had a right to while it was not earmarked.
    pub(super) freed: Vec<Value>,
}

impl Claimants {
    fn of(sharing: &Sharing, granted: &Granted) -> Self {
        let claimants = sharing.claimants().iter();
        Self(claimants.filter(|claimant| granted.has(claimant.place)).cloned().collect())
    }

    /// Whether what an earmark brings is explained by what it claims: others claim its costs, or it
    /// fades.
    pub(super) fn explain(&self, case: &Case, place: usize) -> bool {
        let is_it = |claimant: &&Claimant| claimant.place == place && claimant.is_earmark();
        let Some(own) = self.0.iter().find(is_it) else { return false };
        let mut others = self.0.iter().filter(|other| other.place != place);
        others.any(|other| other.costs().iter().any(|cost| own.costs().contains(cost)))
            || fades(case, place)
    }

    /// Whether a cost is claimed by an earmark that is explained so.
    pub(super) fn claim(&self, case: &Case, cost: usize) -> bool {
        let theirs = self.0.iter().filter(|claimant| claimant.costs().contains(&cost));
        let mut earmarks = theirs.filter(|claimant| claimant.is_earmark());
        earmarks.any(|claimant| self.explain(case, claimant.place))
    }
}

impl Claims {
    /// What is claimed in the run in which so much is granted.
    pub fn all(case: &Case, granted: &Granted) -> Vec<Self> {
        let all = Sharing::all(case).into_iter().filter_map(|sharing| {
            let brought =
                sharing.brought::<Exactly>(case, &|place| granted.standing(place)).ok()?;
            let earmarks = brought.into_iter().map(|one| {
                let divisor = BigRational::from_integer(one.divisor.into());
                let value = |amount: &Exactly| Value::from(amount.fraction() / &divisor);
                let values = |amounts: &[Exactly]| amounts.iter().map(value).collect();
                let taken = one.taken.iter().map(|(cost, all)| (*cost, values(all))).collect();
                Earmark { place: one.place, freed: values(&one.freed), taken }
            });
            let earmarks = earmarks.collect();
            Some(Self { claimants: Claimants::of(&sharing, granted), earmarks })
        });
        all.collect()
    }

    pub(super) fn earmark(&self, place: usize) -> Option<&Earmark> {
        self.earmarks.iter().find(|earmark| earmark.place == place)
    }
}

/// Whether an income fades in any month.
pub fn fades(case: &Case, place: usize) -> bool {
    let income = case.funding.get(place).and_then(Entry::income);
    income.is_some_and(|income| !income.all(|income| income.fade.is_none()))
}

/// The columns that an entry has because of what is claimed.
pub fn columns(case: &Case, id: EntryId) -> Vec<EntryColumn> {
    let granted = Granted::counting(case, id.run);
    let all = Sharing::all(case);
    let mut all = all.iter().map(|sharing| Claimants::of(sharing, &granted));
    match id.group {
        Group::Funding if all.any(|claimants| claimants.explain(case, id.place)) => {
            let kept = fades(case, id.place).then_some(EntryColumn::Kept);
            [EntryColumn::Claimed].into_iter().chain(kept).collect()
        }
        Group::Cost if all.any(|claimants| claimants.claim(case, id.place)) => {
            vec![EntryColumn::Claimed]
        }
        _ => Vec::new(),
    }
}

/// An entry as it is in a run: on all funding, unless it claims something else, or something else
/// is claimed of it, on certain funding.
pub fn in_run(case: &Case, id: EntryId, run: Counted) -> EntryId {
    let mut differing = Sharing::all(case).into_iter().filter(|sharing| sharing.differs(case));
    let differs = match (run, id.group) {
        (Counted::Certain, Group::Cost) => {
            differing.any(|sharing| sharing.costs().contains(&id.place))
        }
        (Counted::Certain, Group::Funding) => {
            let entry = case.funding.get(id.place);
            entry.is_some_and(|entry| !entry.what.is_requested())
                && differing.any(|sharing| {
                    let mut claimants = sharing.claimants().iter();
                    claimants.any(|claimant| claimant.place == id.place && claimant.is_earmark())
                })
        }
        _ => false,
    };
    EntryId { run: if differs { Counted::Certain } else { Counted::All }, ..id }
}
