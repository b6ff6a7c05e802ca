//! How long it takes to swing every number of a case of 40 entries, and to put it through all
//! shocks: `cargo bench`.
#![allow(clippy::unwrap_used, reason = "a benchmark of a case that is wrong has nothing to time")]

use bizcase::document;
use bizcase::statements::Counted;
use bizcase::whatif::Trial;
use bizcase::whatif::sensitivity::{OfCase, sensitivity};
use bizcase::whatif::stress::stress;
use divan::{Bencher, black_box};

/// The case as it is written, over ten years.
const FORTY_ENTRIES: &str = include_str!("forty_entries.toml");

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

/// All shocks.
#[divan::bench(sample_count = 20)]
fn all_shocks(bencher: Bencher) {
    let trial = trial();
    bencher.bench(|| stress(black_box(&trial), Counted::Certain).unwrap());
}
