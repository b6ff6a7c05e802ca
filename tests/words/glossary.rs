//! Whoever writes a word of the glossary in `cases/README.md` as a key, in Dutch, is told the key.

use bizcase::words::meant;

const REFERENCE: &str = include_str!("../../cases/README.md");

/// What is computed or told, and so has no key.
const NO_KEY: &[&str] = &[
    "vervangingsreserve",
    "alleen toegezegde, inclusief aangevraagde financiering",
    "uitloop",
    "publieke terugverdientijd",
    "verkeerde portemonnee",
    "pro memorie (p.m.)",
    "boekjaar",
    "doorrekening",
];

/// The Dutch words of the glossary.
fn dutch() -> impl Iterator<Item = &'static str> {
    let (_, from) = REFERENCE.split_once("## 2. Words").expect("a glossary");
    let (glossary, _) = from.split_once("## 3.").expect("an end");
    let rows = glossary.lines().filter(|line| line.starts_with("| ")).skip(2);
    rows.filter_map(|row| row.split('|').nth(3)).map(str::trim).filter(|word| !word.is_empty())
}

#[test]
fn every_dutch_word_of_the_glossary_leads_to_a_word_of_the_format() {
    let words: Vec<_> = dutch().collect();
    assert!(words.len() > 35, "{}", words.len());
    for word in words.iter().filter(|word| !NO_KEY.contains(word)) {
        for part in word.split(", ") {
            assert!(!meant(part).is_empty(), "{part}");
        }
    }
    assert!(NO_KEY.iter().all(|word| words.contains(word)), "{words:?}");
}
