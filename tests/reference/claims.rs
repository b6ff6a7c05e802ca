//! One bill is paid once: what earmarked entries bring of the costs that they share.

use std::collections::BTreeMap;

use super::case::{By, Case, Following, Funding, Income, Kind, Source};
use super::exact::{Exact, whole};
use super::parties::Granted;
use super::streams::{Course, Exacts, faded};

/// Whoever claims, in the order of a month.
struct Claimant<'c> {
    path: &'c str,
    income: &'c Income,
    /// What it is a share of; `None` of an earmark.
    share_of: Option<&'c [String]>,
    order: (bool, bool, usize),
}

fn claimants<'c>(case: &'c Case, granted: &Granted) -> Vec<Claimant<'c>> {
    let mut all = Vec::new();
    for (place, funding) in case.funding.iter().enumerate().filter(|(place, _)| granted[*place]) {
        let Funding { path, sales, requested, kind: Kind::Income(income), .. } = funding else {
            continue;
        };
        // "One with both `of` and `covers` claims as an earmark only".
        let share_of = match &income.source {
            Source::Of(Following { of, by: By::Share(_), .. }) if income.covers.is_none() => {
                Some(of.as_slice())
            }
            _ => None,
        };
        if income.covers.is_none() && (share_of.is_none() || *sales) {
            continue;
        }
        // "Committed ones first, then requested ones, each in the file's order"; shares "the
        // committed ones before committed earmarks, the requested ones between these and requested
        // earmarks"; "sales with `covers` claim among the committed".
        let order = (*requested, income.covers.is_some(), place);
        all.push(Claimant { path, income, share_of, order });
    }
    all.sort_by_key(|claimant| claimant.order);
    all
}

/// "first from those of its costs that no other entry with `covers` in that run names, then from
/// the others in the order in which it lists them".
fn in_turn<'c>(claimant: &Claimant<'c>, all: &[Claimant<'c>]) -> Vec<&'c str> {
    let named = claimant.income.covers.as_deref().unwrap_or_default();
    let by_another = |cost: &String| {
        let others = all.iter().filter(|other| other.path != claimant.path);
        others.filter_map(|other| other.income.covers.as_ref()).any(|covers| covers.contains(cost))
    };
    let (shared, alone): (Vec<&String>, Vec<&String>) =
        named.iter().partition(|cost| by_another(cost));
    alone.into_iter().chain(shared).map(String::as_str).collect()
}

/// What each earmarked entry that is granted brings in each month: what it claims, and of that what
/// its fade leaves.
pub fn brought(
    case: &Case,
    courses: &BTreeMap<String, Course>,
    granted: &Granted,
) -> BTreeMap<String, Exacts> {
    let all = claimants(case, granted);
    let mut come: BTreeMap<&str, Exact> = BTreeMap::new();
    let mut claimed_of: BTreeMap<&str, Exact> = BTreeMap::new();
    let mut right: BTreeMap<&str, Exact> = BTreeMap::new();
    let mut claimed: BTreeMap<&str, Exacts> = BTreeMap::new();
    for month in 0..usize::try_from(case.months()).expect("months") {
        for cost in &case.costs {
            *come.entry(cost.path.as_str()).or_insert_with(|| whole(0)) +=
                &courses[&cost.path].x[month];
        }
        for claimant in &all {
            let course = &courses[claimant.path];
            if let Some(of) = claimant.share_of {
                for of in of.iter().filter(|of| course.parts.contains_key(*of)) {
                    let brings = &faded(&course.parts[of], claimant.income.fade.as_ref())[month];
                    *claimed_of.entry(of).or_insert_with(|| whole(0)) += brings;
                }
                continue;
            }
            *right.entry(claimant.path).or_insert_with(|| whole(0)) += &course.x[month];
            let so_far = claimed.entry(claimant.path).or_default();
            let mut due = &right[claimant.path] - so_far.iter().fold(whole(0), |sum, x| sum + x);
            let mut takes = whole(0);
            // "it claims within its own months (a `once`: to the end)"
            let number = i64::try_from(month).expect("a month");
            if course.once || number <= course.end() {
                for cost in in_turn(claimant, &all) {
                    // What is off has no course.
                    let Some(come) = come.get(cost) else { continue };
                    let claimed = claimed_of.entry(cost).or_insert_with(|| whole(0));
                    let left = (come - &*claimed).max(whole(0));
                    let take = due.clone().min(left);
                    *claimed += &take;
                    due -= &take;
                    takes += take;
                }
            }
            so_far.push(takes);
        }
    }
    let fade = |path: &str| {
        let claimant = all.iter().find(|claimant| claimant.path == path);
        claimant.and_then(|claimant| claimant.income.fade.as_ref())
    };
    claimed.into_iter().map(|(path, x)| (path.to_owned(), faded(&x, fade(path)))).collect()
}
