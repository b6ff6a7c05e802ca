//! How long it takes to run and judge a fund of 10,000 initiatives over 30 years: `cargo bench`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark of a fund that is wrong has nothing to time"
)]

use bizcase::document::{self, Document, Source};
use bizcase::fund::{self, FundAssessment, Loaded};
use divan::{Bencher, black_box};
use std::fmt::Write;

const INITIATIVES: usize = 10_000;

/// What initiatives ask with: cases of the project's own folder, and the amount of their loans.
const CASES: [(&str, &str, &str); 4] = [
    ("buurtkeuken.toml", include_str!("../cases/buurtkeuken.toml"), "amount = 60_000"),
    ("herstelwerkplaats.toml", include_str!("../cases/herstelwerkplaats.toml"), "amount = 24_000"),
    ("wijkwasserij.toml", include_str!("../cases/wijkwasserij.toml"), "amount = 90_000"),
    ("kamers.toml", include_str!("../cases/kamers.toml"), "amount = 90_000"),
];

fn main() {
    // Nobody should admire the speed of a fund that is not what it is said to be.
    for text in [alike(), each_its_own()] {
        let judged = judged(&read("fund.toml", &text));
        assert_eq!(judged.run.applications.len(), INITIATIVES);
        assert_eq!(judged.run.ledger.cash.len(), 360);
        assert!(judged.initiatives.served > 5_000, "{:?}", judged.initiatives);
    }
    divan::main();
}

fn read(name: &str, text: &str) -> Document {
    document::read(Source { name: name.to_owned(), text: text.to_owned() }).unwrap()
}

/// A fund of so many initiatives that ask one after another, over thirty years.
fn fund(case: impl Fn(usize) -> String) -> String {
    let mut text = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 30\n\
                    capital = 200_000_000\nreserve = 1_000_000\nidle_interest = \"1%\"\n\
                    prices = \"2%\"\n[cost.running]\namount = 100_000\nper = \"year\"\n\
                    [lending.starters]\namount = 5_000\nquantity = [500, 700]\ninterest = \"7%\"\n\
                    term = \"48 months\"\nloss = \"2%\"\n"
        .to_owned();
    for number in 0..INITIATIVES {
        let month = number * 300 / INITIATIVES;
        writeln!(
            text,
            "[initiative.i{number}]\ncase = \"{}\"\non = \"{}-{:02}\"",
            case(number),
            2027 + month / 12,
            month % 12 + 1
        )
        .unwrap();
    }
    text
}

/// Ten thousand initiatives by four cases.
fn alike() -> String {
    fund(|number| CASES[number % CASES.len()].0.to_owned())
}

/// Ten thousand initiatives, each with a case of its own.
fn each_its_own() -> String {
    fund(|number| format!("{number}.toml"))
}

/// A case like one of the four, its loan as much higher as its number.
fn of_its_own(number: usize) -> String {
    let (_, text, amount) = CASES[number % CASES.len()];
    let asked: usize = amount.replace("amount = ", "").replace('_', "").parse().unwrap();
    text.replace(amount, &format!("amount = {}", asked + number))
}

fn load(path: &str, _: &Source) -> Loaded {
    let text = match path.trim_end_matches(".toml").parse() {
        Ok(number) => of_its_own(number),
        Err(_) => CASES.iter().find(|(name, ..)| *name == path).unwrap().1.to_owned(),
    };
    Loaded::Document(read(path, &text))
}

fn judged(document: &Document) -> FundAssessment {
    fund::assess(document, &load).unwrap()
}

/// From the fund's text to the verdict with its edge, its initiatives by four cases.
#[divan::bench(sample_count = 10)]
fn ten_thousand_initiatives_by_four_cases(bencher: Bencher) {
    bencher.with_inputs(alike).bench_values(|text| judged(black_box(&read("fund.toml", &text))));
}

/// The same, each initiative with a case and an amount of its own.
#[divan::bench(sample_count = 5)]
fn ten_thousand_initiatives_each_its_own(bencher: Bencher) {
    let bencher = bencher.with_inputs(each_its_own);
    bencher.bench_values(|text| judged(black_box(&read("fund.toml", &text))));
}
