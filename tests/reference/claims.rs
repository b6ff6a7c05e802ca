//! One bill is paid once: what earmarked entries bring of the costs that they share.

use std::collections::BTreeMap;

use super::actual::counts;
use super::case::{By, Case, Following, Funding, Income, Kind, Source};
use super::exact::{Exact, euros, whole};
use super::parties::Granted;
use super::streams::{Course, Exacts, Postings, faded, post, running_totals};

/// Whoever claims, in the order of a month.
struct Claimant<'c> {
    path: &'c str,
    income: &'c Income,
    /// What it is a share of; `None` of an earmark.
    share_of: Option<&'c [String]>,
    order: (bool, bool, usize),
    /// Whether it stops after what is fact.
    stops: bool,
}

fn claimants<'c>(case: &'c Case, granted: &Granted) -> Vec<Claimant<'c>> {
    let mut all = Vec::new();
    for (place, funding) in
        case.funding.iter().enumerate().filter(|(place, _)| counts(case, granted)[*place])
    {
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
        let stops = case.to_date(place, granted);
        all.push(Claimant { path, income, share_of, order, stops });
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

/// What an earmarked entry brings: what it claims, and of that what its fade leaves; and what facts
/// differ from that.
pub struct Brought {
    pub would: Exacts,
    pub differs: Postings,
}

/// What each earmarked entry that is granted brings in each month.
pub fn brought(
    case: &Case,
    courses: &BTreeMap<String, Course>,
    granted: &Granted,
) -> BTreeMap<String, Brought> {
    let all = claimants(case, granted);
    let mut come: BTreeMap<&str, Exact> = BTreeMap::new();
    let mut claimed_of: BTreeMap<&str, Exact> = BTreeMap::new();
    let mut right: BTreeMap<&str, Exact> = BTreeMap::new();
    let mut claimed: BTreeMap<&str, (Exacts, Postings)> = BTreeMap::new();
    for month in 0..usize::try_from(case.months()).expect("months") {
        let number = i64::try_from(month).expect("a month");
        for cost in &case.costs {
            let course = &courses[&cost.path];
            *come.entry(cost.path.as_str()).or_insert_with(|| whole(0)) +=
                &course.x[month] + euros(course.differs[month]);
        }
        for claimant in &all {
            let course = &courses[claimant.path];
            let over = claimant.stops && number >= case.judged_from();
            if let Some(of) = claimant.share_of {
                let mut differs = course.differs[month];
                let costs = of.iter().filter(|of| come.contains_key(of.as_str()));
                for (at, of) in costs.enumerate() {
                    let claimed = claimed_of.entry(of).or_insert_with(|| whole(0));
                    if at == 0 && !over {
                        // "What it really brought besides is of the first of them."
                        *claimed += euros(std::mem::take(&mut differs));
                    }
                    if let Some(part) = course.parts.get(of).filter(|_| !over) {
                        *claimed += &faded(part, claimant.income.fade.as_ref())[month];
                    }
                }
                continue;
            }
            *right.entry(claimant.path).or_insert_with(|| whole(0)) += &course.x[month];
            let (so_far, differs) = claimed.entry(claimant.path).or_default();
            let mut due = &right[claimant.path] - so_far.iter().fold(whole(0), |sum, x| sum + x);
            let mut takes = whole(0);
            let mut taken: Vec<(&str, Exact)> = Vec::new();
            let costs: Vec<&str> = in_turn(claimant, &all)
                .into_iter()
                .filter(|cost| come.contains_key(cost))
                .collect();
            let left = |claimed_of: &BTreeMap<&str, Exact>, cost: &str| {
                let claimed = claimed_of.get(cost).cloned().unwrap_or_else(|| whole(0));
                (&come[cost] - claimed).max(whole(0))
            };
            // "it claims within its own months (a `once`: to the end)"
            if !over && (course.once || number <= course.end()) {
                for &cost in &costs {
                    let take = due.clone().max(whole(0)).min(left(&claimed_of, cost));
                    *claimed_of.entry(cost).or_insert_with(|| whole(0)) += &take;
                    due -= &take;
                    takes += &take;
                    taken.push((cost, take));
                }
            }
            so_far.push(takes);
            let would = post(&running_totals(&faded(so_far, claimant.income.fade.as_ref())));
            let differed = case.fact(claimant.path, month).map_or(0, |fact| fact - would[month]);
            differs.push(differed);
            // "What came besides ... is of its costs in turn, as far as anything is left of each, and
            // the rest of the last; what did not come is left of those that it would have taken it
            // from in that month, the last one first."
            let mut rest = euros(differed);
            if differed > 0 {
                for &cost in &costs {
                    let more = rest.clone().min(left(&claimed_of, cost));
                    *claimed_of.entry(cost).or_insert_with(|| whole(0)) += &more;
                    rest -= more;
                }
                if let Some(cost) = costs.last() {
                    *claimed_of.entry(cost).or_insert_with(|| whole(0)) += rest;
                }
            } else if differed < 0 {
                for (cost, take) in taken.iter().rev() {
                    let back = (whole(0) - &rest).min(take.clone());
                    *claimed_of.entry(cost).or_insert_with(|| whole(0)) -= &back;
                    rest += back;
                }
                if let Some(cost) = costs.first() {
                    *claimed_of.entry(cost).or_insert_with(|| whole(0)) += rest;
                }
            }
        }
    }
    let fade = |path: &str| {
        let claimant = all.iter().find(|claimant| claimant.path == path);
        claimant.and_then(|claimant| claimant.income.fade.as_ref())
    };
    let brought = claimed.into_iter().map(|(path, (x, differs))| {
        (path.to_owned(), Brought { would: faded(&x, fade(path)), differs })
    });
    brought.collect()
}
