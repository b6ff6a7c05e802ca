//! A document judged: the whole road from what was written to the verdict.

use crate::case::{self, Case};
use crate::document::{Document, Mistake, Place, Problem, SourceId};
use crate::postings::{Journal, TooLarge};
use crate::verdict::{Books, Verdict, judge};

mod bills;

/// A case with what it posts and its verdict.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// What was judged.
    pub case: Case,
    /// What its entries post.
    pub journal: Journal,
    /// The answer.
    pub verdict: Verdict,
    /// What is worth saying about the document, in the order of its places.
    pub warnings: Vec<Problem>,
}

/// Reads, computes and judges a document.
///
/// # Errors
/// Every problem of the document, or the sum that outgrew what can be computed.
pub fn assess(document: &Document) -> Result<Assessment, Vec<Problem>> {
    let checked = case::read(document)?;
    let (journal, verdict) =
        judged(&checked.case).map_err(|large| vec![too_large(document, large)])?;
    let mut warnings = checked.warnings;
    if verdict.closes_without_requests_only {
        let first = checked.case.requested().first().copied();
        warnings.extend(first.and_then(|place| {
            let entry = checked.case.funding.get(place)?;
            let place = document.key_at(&["funding", &entry.id])?;
            Some(Problem { place, mistake: Mistake::OnlyWithoutRequests })
        }));
    }
    warnings.extend(bills::noted(&checked.case).into_iter().filter_map(|(place, mistake)| {
        let entry = checked.case.funding.get(place)?;
        let place = document.key_at(&["funding", &entry.id])?;
        Some(Problem { place, mistake: mistake.into() })
    }));
    warnings.sort_by_key(|warning| warning.place);
    Ok(Assessment { case: checked.case, journal, verdict, warnings })
}

fn judged(case: &Case) -> Result<(Journal, Verdict), TooLarge> {
    let journal = Journal::of(case)?;
    let verdict = judge(&Books::open(case, &journal)?)?;
    Ok((journal, verdict))
}

/// The problem of a sum that is too large, at the entry whose sum it is.
pub(crate) fn too_large(document: &Document, TooLarge { entry }: TooLarge) -> Problem {
    let entry = entry.unwrap_or_else(|| "case".to_owned());
    let path: Vec<_> = entry.split('.').collect();
    let top = Place { source: SourceId(0), start: 0, end: 0 };
    let place = document.key_at(&path).unwrap_or(top);
    Problem { place, mistake: Mistake::TooLarge { entry } }
}
