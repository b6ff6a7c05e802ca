//! How long it takes to check a case of 40 entries, over 10 years and over 50: `cargo bench`.
#![allow(clippy::unwrap_used, reason = "a benchmark of a case that is wrong has nothing to time")]

use bizcase::assess::assess;
use bizcase::case::{self, Case};
use bizcase::document::{self, Document};
use bizcase::postings::Journal;
use bizcase::verdict::{Books, Verdict, judge};
use bizcase::whatif::{Closing, Trial};
use divan::{Bencher, black_box};

/// The case as it is written, over ten years.
const FORTY_ENTRIES: &str = include_str!("forty_entries.toml");

/// The horizons, in years.
const YEARS: [u32; 2] = [10, 50];

fn main() {
    // Nobody should admire the speed of a case that is not what it is said to be.
    for years in YEARS {
        let case = validated(&parsed(text(years)));
        let effects = case.avoided.len() + case.values.len() + case.burdens.len();
        assert_eq!(case.costs.len() + case.funding.len() + effects, 40);
        assert_eq!(case.horizon.years, years);
    }
    divan::main();
}

fn text(years: u32) -> Vec<u8> {
    FORTY_ENTRIES.replacen("years = 10", &format!("years = {years}"), 1).into_bytes()
}

fn parsed(text: Vec<u8>) -> Document {
    let source = document::open("forty_entries.toml".to_owned(), text).unwrap();
    document::read(source).unwrap()
}

fn validated(document: &Document) -> Case {
    case::read(document).unwrap().case
}

fn judged(case: &Case) -> Verdict {
    let journal = Journal::of(case).unwrap();
    judge(&Books::open(case, &journal).unwrap()).unwrap()
}

/// Bytes to a valid case.
#[divan::bench(args = YEARS)]
fn parse_and_validate(bencher: Bencher, years: u32) {
    bencher.with_inputs(|| text(years)).bench_values(|text| validated(&parsed(text)));
}

/// A valid case to its verdict.
#[divan::bench(args = YEARS)]
fn compute_and_judge(bencher: Bencher, years: u32) {
    let case = validated(&parsed(text(years)));
    bencher.bench(|| judged(black_box(&case)));
}

/// Bytes to a verdict with its warnings.
#[divan::bench(args = YEARS)]
fn the_whole(bencher: Bencher, years: u32) {
    bencher.with_inputs(|| text(years)).bench_values(|text| assess(&parsed(text)).unwrap());
}

/// Every lever of the case, each proven.
#[divan::bench]
fn what_would_close_it(bencher: Bencher) {
    let trial = Trial::of(parsed(text(10))).unwrap();
    bencher.bench(|| Closing::of(black_box(&trial)).unwrap());
}
