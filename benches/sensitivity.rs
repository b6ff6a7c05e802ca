//! How long it takes to swing every number of a case of 40 entries, and to put it through all
//! shocks: `cargo bench`.
#![allow(clippy::unwrap_used, reason = "a benchmark of a case that is wrong has nothing to time")]

use bizcase::document::{self, Source};
use bizcase::fund::{Ground, Loaded, OfFund};
use bizcase::statements::Counted;
use bizcase::whatif::Trial;
use bizcase::whatif::sensitivity::{OfCase, sensitivity};
use bizcase::whatif::stress::stress;
use divan::{Bencher, black_box};
use std::path::Path;

/// The case as it is written, over ten years.
const FORTY_ENTRIES: &str = include_str!("forty_entries.toml");

/// A fund over six cases, fifteen years.
const WIJKFONDS: &str = include_str!("../cases/funds/wijkfonds.toml");

fn main() {
    divan::main();
}

fn trial() -> Trial {
    let source = document::open("forty_entries.toml".to_owned(), FORTY_ENTRIES.into()).unwrap();
    Trial::of(document::read(source).unwrap()).unwrap()
}

/// Both ends of every number, and where it turns the verdict.
#[divan::bench(sample_count = 20)]
fn swing_every_number(bencher: Bencher) {
    let trial = trial();
    bencher.bench(|| {
        sensitivity(black_box(&OfCase { trial: &trial, counted: Counted::Certain }), |_| {})
            .unwrap()
    });
}

/// The same of a fund, from cases that were read; the fund itself is read at every value.
#[divan::bench(sample_count = 20)]
fn swing_every_number_of_a_fund(bencher: Bencher) {
    let source = document::open("wijkfonds.toml".to_owned(), WIJKFONDS.into()).unwrap();
    let ground = Ground::of(&document::read(source).unwrap(), &case).unwrap();
    let of_fund = OfFund::of(&ground).unwrap();
    bencher.bench(|| sensitivity(black_box(&of_fund), |_| {}).unwrap());
}

/// A case of the project's own folder.
fn case(path: &str, _: &Source) -> Loaded {
    let text = std::fs::read(Path::new("cases/funds").join(path)).unwrap();
    Loaded::Document(document::read(document::open(path.to_owned(), text).unwrap()).unwrap())
}

/// All shocks.
#[divan::bench(sample_count = 20)]
fn all_shocks(bencher: Bencher) {
    let trial = trial();
    bencher.bench(|| stress(black_box(&trial), Counted::Certain).unwrap());
}
