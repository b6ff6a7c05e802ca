//! The scenarios of a fund: each laid over it and read, so that what is wrong with one is told where
//! it was written.

use super::FundAssessment;
use super::assess::too_large;
use super::read::{Library, Loader, Noted, read_apart};
use crate::document::{Document, Unread};
use crate::overlay::{Scenario, lay_all, take_scenarios};
use crate::whatif::blamed_on;

/// Reads, runs and judges a document, and reads what each of its scenarios makes of it; the loader
/// finds the cases that it names, with a scenario or without.
///
/// # Errors
/// Every problem of the fund, its cases and its scenarios, file by file, or the sum that outgrew what
/// can be computed.
pub fn assess_with_scenarios(
    document: &Document,
    loader: &Loader<'_>,
) -> Result<FundAssessment, Vec<Unread>> {
    let mut bare = document.clone();
    let scenarios = take_scenarios(&mut bare);
    let laid = scenarios.iter().map(|scenario| {
        let mut laid = bare.clone();
        lay_all(&mut laid, &[&scenario.table]);
        laid
    });
    let laid: Vec<_> = laid.collect();
    let documents: Vec<_> = std::iter::once(document).chain(&laid).collect();
    let library = Library::of(&documents, loader);
    let (fund, as_it_is) = match read_apart(document, &library) {
        Ok((fund, noted)) => (Some(fund), noted),
        Err(noted) => (None, noted),
    };
    let mut noted = as_it_is.clone();
    for (scenario, laid) in scenarios.iter().zip(&laid) {
        let (Ok((_, found)) | Err(found)) = read_apart(laid, &library);
        // A case that several of them name is told of once.
        let told = Noted { own: as_it_is.own.clone(), of_cases: noted.of_cases.clone() };
        let Noted { own, of_cases } = blamed(scenario, found, &told);
        noted.own.extend(own);
        noted.of_cases.extend(of_cases);
    }
    let stops = noted.stops();
    let noted = noted.in_order(&document.sources);
    match fund.filter(|_| !stops) {
        Some(fund) => {
            FundAssessment::of(fund, noted).map_err(|large| vec![too_large(document, large)])
        }
        None => Err(noted),
    }
}

/// Of what is noted about a fund with a scenario laid over it, what is not told already.
pub fn blamed(scenario: &Scenario, found: Noted, told: &Noted) -> Noted {
    let is_told = |unread: &Unread| told.of_cases.iter().any(|other| is_same(other, unread));
    let of_cases = found.of_cases.into_iter().filter(|unread| !is_told(unread)).collect();
    Noted { own: blamed_on(scenario, found.own, &told.own), of_cases }
}

/// Whether the same is noted about the same file.
fn is_same(one: &Unread, other: &Unread) -> bool {
    let name = |unread: &Unread| unread.sources.first().map(|source| source.name.clone());
    name(one) == name(other) && one.problems == other.problems
}
