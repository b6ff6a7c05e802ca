//! A document judged: the whole road from what was written to the verdict.

use crate::case::{self, Case};
use crate::document::{ActualMistake, Document, Mistake, Place, Problem, SourceId};
use crate::postings::{FundingPosting, Journal, TooLarge};
use crate::verdict::{Books, Verdict, judge};
use crate::words::{Group, Key, Word};

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
    let unsaid = unsaid(document, &checked.case, &journal);
    if !unsaid.is_empty() {
        return Err(unsaid);
    }
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

/// The months of which the facts of an entry say nothing, and in which it would have come to
/// something.
fn unsaid(document: &Document, case: &Case, journal: &Journal) -> Vec<Problem> {
    let of = |group: Group, id: &str, months: Vec<i32>| {
        let month = case.horizon.month(*months.first()?);
        let place = document.key_at(&[Key::Actual.spelled(), group.id(), id])?;
        let (entry, more) = (format!("{}.{id}", group.id()), months.len() - 1);
        Some(Problem { place, mistake: ActualMistake::MonthUnsaid { entry, month, more }.into() })
    };
    let all = journal.all();
    let costs = case.costs.iter().zip(&all.costs).map(|(entry, posting)| {
        (Group::Cost, &entry.id, entry.months_unsaid(&posting.flow.accrual))
    });
    let funding = case.funding.iter().zip(&all.funding).filter_map(|(entry, posting)| {
        let FundingPosting::Income(flow) = &**posting else { return None };
        Some((Group::Funding, &entry.id, entry.months_unsaid(&flow.accrual)))
    });
    let effects = [
        (Group::Avoided, &case.avoided, &all.avoided),
        (Group::Value, &case.values, &all.values),
        (Group::Burden, &case.burdens, &all.burdens),
    ];
    let effects = effects.into_iter().flat_map(|(group, entries, impacts)| {
        entries
            .iter()
            .zip(impacts)
            .map(move |(entry, impact)| (group, &entry.id, entry.months_unsaid(&impact.accrual)))
    });
    let found = costs.chain(funding).chain(effects);
    let mut problems: Vec<_> =
        found.filter_map(|(group, id, months)| of(group, id, months)).collect();
    problems.sort_by_key(|problem| problem.place);
    problems
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
