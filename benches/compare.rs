//! How long it takes to put a case of 40 entries beside 50 scenarios of it: `cargo bench --bench
//! compare`.
#![allow(clippy::unwrap_used, reason = "a benchmark of a case that is wrong has nothing to time")]

use bizcase::document::{self, Document};
use bizcase::language::Language;
use bizcase::overlay::{Layers, Scenario, take_scenarios};
use bizcase::render::compare::{Asked, report};
use bizcase::render::text::{self, Page};
use bizcase::whatif::{CaseFigures, Comparison, compare, under};
use divan::Bencher;
use std::fmt::Write;

/// The case as it is written, over ten years.
const FORTY_ENTRIES: &str = include_str!("forty_entries.toml");

/// How many scenarios there are.
const SCENARIOS: u32 = 50;

fn main() {
    // Nobody should admire the speed of scenarios that change nothing.
    let comparison = compared(text().into_bytes());
    assert_eq!(comparison.sides.len(), SCENARIOS as usize + 1);
    assert!(comparison.sides.iter().skip(1).all(|side| !side.changes.is_empty()));
    divan::main();
}

/// The case with scenarios such as people write: a cost, all costs, sales, a saving, a loan.
fn text() -> String {
    let mut text = FORTY_ENTRIES.to_owned();
    for number in 1..=SCENARIOS {
        let entry = (number - 1) % 15 + 1;
        let overlay = match number % 5 {
            0 => format!("cost.\"*\".amount = \"+{number}%\""),
            1 => format!("cost.cost_{entry:02}.amount = \"+{number}%\""),
            2 => format!("funding.sales_{entry:02}.price = \"-{number}%\""),
            3 => format!("rate.wages = \"{number}%\""),
            _ => format!("cost.extra = {{ amount = {number}, per = \"month\" }}"),
        };
        writeln!(text, "[scenario.number_{number}]\n{overlay}").unwrap();
    }
    text
}

fn parsed(text: Vec<u8>) -> (Document, Vec<Scenario>) {
    let source = document::open("forty_entries.toml".to_owned(), text).unwrap();
    let mut document = document::read(source).unwrap();
    let scenarios = take_scenarios(&mut document);
    (document, scenarios)
}

fn compared(text: Vec<u8>) -> Comparison<CaseFigures> {
    let (document, scenarios) = parsed(text);
    let sides = under(&document, "forty_entries.toml", &scenarios, &[]);
    compare(sides.into_iter().map(Result::unwrap).collect()).unwrap()
}

/// Bytes to all figures side by side.
#[divan::bench]
fn fifty_scenarios(bencher: Bencher) {
    bencher.with_inputs(|| text().into_bytes()).bench_values(compared);
}

/// All figures to the report that people read.
#[divan::bench]
fn their_report(bencher: Bencher) {
    let comparison = compared(text().into_bytes());
    let page = Page { language: Language::Nl, width: 80, color: false };
    let layers = Layers::default();
    let asked = Asked { layers: &layers, outside: false, complete: true };
    bencher.bench(|| text::text(&report(&comparison, asked, page.language), &page));
}

/// Bytes to the problems of the scenarios, as `check` reads them.
#[divan::bench]
fn their_mistakes(bencher: Bencher) {
    let (document, _) = parsed(text().into_bytes());
    let source = document.sources.first().unwrap().clone();
    let whole = document::read(source).unwrap();
    let case = bizcase::case::read(&whole).unwrap().case;
    bencher.bench(|| bizcase::whatif::mistakes(&whole, Some(&case), &[]));
}
