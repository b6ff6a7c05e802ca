//! What earmarked entries post, in each run.

use super::{FundingPosting, Granted, Postings};
use crate::case::Case;
use crate::money::Overflow;
use crate::stream::{Sharing, Standing, posting};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Postings of some funding entries, with their places in the case.
pub(super) type Claimed = Vec<(usize, Arc<FundingPosting>)>;

/// How many runs are remembered: a search through thousands of them meets each only once.
const REMEMBERED: usize = 256;

/// Funding that claims the same costs, and what its earmarked entries post.
#[derive(Debug)]
pub(super) struct Claiming {
    sharing: Sharing,
    /// Whether runs differ.
    differs: bool,
    /// What is posted when so much of it is granted, claimant by claimant.
    in_runs: Mutex<HashMap<Vec<Standing>, Claimed>>,
}

/// What was remembered is no part of what it is.
impl PartialEq for Claiming {
    fn eq(&self, other: &Self) -> bool {
        self.sharing == other.sharing
    }
}

impl Eq for Claiming {}

impl Claiming {
    pub(super) fn of(case: &Case, sharing: Sharing) -> Self {
        Self { differs: sharing.differs(case), sharing, in_runs: Mutex::default() }
    }

    pub(super) fn sharing(&self) -> &Sharing {
        &self.sharing
    }

    /// The places of the entries that post what they can claim.
    pub(super) fn earmarks(&self) -> impl Iterator<Item = usize> {
        let claimants = self.sharing.claimants().iter();
        claimants.filter(|claimant| claimant.is_earmark()).map(|claimant| claimant.place)
    }

    /// What they post on all funding.
    pub(super) fn on_all(&self, case: &Case) -> Result<Claimed, Overflow> {
        let flows = posting::claims(case, &self.sharing, |_| Standing::Granted)?;
        let posting = |flow| Arc::new(FundingPosting::Income(flow));
        Ok(flows.into_iter().map(|(place, flow)| (place, posting(flow))).collect())
    }

    /// What those that are granted post in a run, where that is something else than on all funding.
    pub(super) fn in_run(
        &self,
        case: &Case,
        granted: &Granted,
        all: &Postings,
    ) -> Result<Claimed, Overflow> {
        if !self.differs {
            return Ok(Vec::new());
        }
        let claimants = self.sharing.claimants().iter();
        let run: Vec<_> = claimants.map(|claimant| granted.standing(claimant.place)).collect();
        if run.iter().all(|&standing| standing == Standing::Granted) {
            return Ok(Vec::new());
        }
        let in_runs = || self.in_runs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = in_runs().get(&run) {
            return Ok(known.clone());
        }
        let flows = posting::claims(case, &self.sharing, |place| granted.standing(place))?;
        let postings = flows.into_iter().map(|(place, flow)| (place, FundingPosting::Income(flow)));
        let others = postings.filter(|(place, posting)| {
            all.funding.get(*place).is_none_or(|usual| **usual != *posting)
        });
        let claimed: Claimed = others.map(|(place, posting)| (place, Arc::new(posting))).collect();
        let mut known = in_runs();
        if known.len() < REMEMBERED {
            known.insert(run, claimed.clone());
        }
        Ok(claimed)
    }
}
