//! How long draws take of a case of twelve streams over ten years, each with a range: `cargo bench
//! --bench simulate`.
#![allow(clippy::unwrap_used, reason = "a benchmark of a case that is wrong has nothing to time")]

use bizcase::document;
use bizcase::whatif::Trial;
use bizcase::whatif::simulate::simulate;
use divan::counter::ItemsCount;

const TWELVE_STREAMS: &str = include_str!("twelve_streams.toml");

fn main() {
    divan::main();
}

/// On all cores, as the command does.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3, sample_size = 1)]
fn draws(bencher: divan::Bencher, draws: u64) {
    let text = TWELVE_STREAMS.as_bytes().to_vec();
    let source = document::open("twelve_streams.toml".to_owned(), text).unwrap();
    let trial = Trial::of(document::read(source).unwrap()).unwrap();
    bencher.counter(ItemsCount::new(draws)).bench(|| simulate(&trial, draws, 1, |_| {}).unwrap());
}
