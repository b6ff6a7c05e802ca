//! The levers that make a case close: sums on paper, and a plain scan beside the search.
use crate::reference::random;
use crate::support::files::toml_files;
use bizcase::document::{self, Source};
use bizcase::statements::Counted;
use bizcase::whatif::{Lever, Pulled, Trial, Turn, contribution_needed, pull_all};
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// Random cases that are scanned; they take some ten seconds on an idle machine.
const CASES: u64 = 25;

fn trial(text: String) -> Trial {
    let document = document::read(Source { name: "case.toml".to_owned(), text }).unwrap();
    Trial::of(document).unwrap()
}

fn file(path: &str) -> Trial {
    trial(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap())
}

fn figures(trial: &Trial) -> Vec<(String, Option<i64>)> {
    let pulled = pull_all(trial).unwrap();
    pulled.into_iter().map(|pulled| (pulled.lever.id(), pulled.value)).collect()
}

fn expected(of: [(&str, Option<i64>); 5]) -> Vec<(String, Option<i64>)> {
    of.into_iter().map(|(id, value)| (id.to_owned(), value)).collect()
}

#[test]
fn what_closes_the_soup_bus_is_as_on_paper() {
    // Each month 1,100.00 comes in and 1,000.00 goes out; in the first 500.00 more goes out, and
    // 400.00 is missing. The last year itself leaves 1,200.00.
    //
    // contribution  a twelfth must be 400.00 in the first month: 4,799.94 / 12 = 399.995, rounded
    //               400.00; 4,799.93 / 12 = 399.9942, rounded 399.99
    // capital       400.00
    // costs         1,500 (1 - x) <= 1,100: x >= 26.666%. With 26.67% it is 733.30 + 366.65 =
    //               1,099.95, with 26.66% it is 733.40 + 366.70 = 1,100.10
    // price, volume 1,100 (1 + x) >= 1,500: x >= 36.3636%. With 36.37% it is 1,500.07, with 36.36%
    //               1,499.96
    let found = figures(&file("tests/close/start.toml"));
    let paper = expected([
        ("contribution", Some(479_994)),
        ("capital", Some(40_000)),
        ("costs", Some(-2_667)),
        ("price:funding.bowls", Some(3_637)),
        ("volume:funding.bowls", Some(3_637)),
    ]);
    assert_eq!(found, paper);
}

#[test]
fn what_the_soup_bus_can_spare_is_as_on_paper() {
    // Each month 1,100.00 comes in and 1,000.00 goes out: 100.00 is left after the first month, and
    // 1,200.00 after the year.
    //
    // contribution  a cost of 1,200.00 a year is 100.00 a month: nothing is left. 1,200.01 is a
    //               cent too much in December
    // capital       100.00 less in January
    // costs         1,000 (1 + x) <= 1,100: 10%
    // price, volume 1,100 (1 - x) >= 1,000: x <= 9.0909%. Less 9.09% leaves 1,000.01, less 9.10%
    //               999.90
    let found = figures(&file("tests/close/spare.toml"));
    let paper = expected([
        ("contribution", Some(-120_000)),
        ("capital", Some(-10_000)),
        ("costs", Some(1_000)),
        ("price:funding.bowls", Some(-909)),
        ("volume:funding.bowls", Some(-909)),
    ]);
    assert_eq!(found, paper);
}

#[test]
fn capital_does_not_close_what_each_year_leaves_short() {
    let text = fs::read_to_string("tests/close/start.toml").unwrap();
    let dear = trial(text.replace("price = 5", "price = 4"));
    // Each month 880.00 comes in and 1,000.00 goes out: no capital mends a year that ends 1,440.00
    // short.
    let found = figures(&dear);
    assert_eq!(found[1], ("capital".to_owned(), None));
    // The first month 620.00 is missing, afterwards 120.00 each month; the contribution of a first
    // month of 620.00 is 7,439.94 a year.
    assert_eq!(contribution_needed(&dear).unwrap().unwrap().0, 743_994);
}

#[test]
fn a_case_that_closes_needs_no_contribution() {
    assert_eq!(contribution_needed(&file("tests/close/spare.toml")).unwrap().unwrap().0, 0);
}

/// Whether the case closes with so many steps of a lever; nothing where it cannot be computed.
fn closes(trial: &Trial, lever: &Lever, turn: Turn, steps: i64) -> Option<bool> {
    let laid = lever.laying(trial, lever.value(steps, turn)).table();
    Some(trial.with(&laid).ok()?.margin(Counted::Certain).ok()?.closes())
}

/// Steps to look at one by one: all where that is not many, else those near what was found and
/// some all the way.
fn scanned(pulled: &Pulled, most: i64) -> Vec<i64> {
    let far = pulled.edge.map_or(most, |edge| edge.at).min(most);
    if far <= 150 {
        return (1..=far).collect();
    }
    let near = pulled.edge.into_iter().flat_map(|edge| (edge.at - 25).max(1)..=edge.at);
    let even = (1..40).map(|part| far / 40 * part);
    let sizes = (0..62).map(|bits| 1_i64 << bits).take_while(|&step| step < far);
    even.chain(sizes).filter(|&step| step > 0).chain(near).collect()
}

/// Compares each lever of a case with a plain scan.
fn scan(name: &str, trial: &Trial) {
    let turn =
        if trial.margin(Counted::Certain).unwrap().closes() { Turn::Fails } else { Turn::Closes };
    for pulled in pull_all(trial).unwrap() {
        let lever = &pulled.lever;
        let turned =
            |steps| closes(trial, lever, turn, steps).map(|it| it == (turn == Turn::Closes));
        let first = scanned(&pulled, lever.most(trial, turn))
            .into_iter()
            .filter(|&step| turned(step) == Some(true))
            .min();
        let found = pulled.edge.map(|edge| edge.at);
        assert_eq!(first, found, "{name}: {}", lever.id());
        if let Some(edge) = pulled.edge {
            assert_eq!(edge.before + 1, edge.at);
            assert!(
                edge.before == 0 || turned(edge.before) == Some(false),
                "{name}: {}",
                lever.id()
            );
        }
    }
}

#[test]
fn every_lever_agrees_with_a_plain_scan_on_the_cases() {
    let files = ["cases", "tests/reports", "tests/close", "tests/show"].map(toml_files).concat();
    assert!(files.len() > 12);
    files.par_iter().for_each(|path| {
        scan(&path.display().to_string(), &trial(fs::read_to_string(path).unwrap()));
    });
}

#[test]
fn every_lever_agrees_with_a_plain_scan_on_random_cases() {
    let cases = std::env::var("BIZCASE_RANDOM_CASES").map_or(CASES, |text| text.parse().unwrap());
    let seed = std::env::var("BIZCASE_RANDOM_SEED").map(|text| text.parse().unwrap());
    let seeds = seed.map_or(0..cases, |seed| seed..seed + 1);
    seeds.into_par_iter().for_each(|seed| {
        scan(&format!("BIZCASE_RANDOM_SEED={seed}"), &trial(random::case(seed)));
    });
}
