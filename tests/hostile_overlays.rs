//! What a hostile user lays over a case is told in words, with the place underlined; nothing panics,
//! nothing is passed over in silence.

use crate::support::{Output, bizcase};
use proptest::prelude::*;
use std::fs;

const FOLDER: &str = "tests/problems/hostile";

fn case() -> String {
    format!("{FOLDER}/case.toml")
}

/// The lines of a file of examples.
fn lines(name: &str) -> Vec<String> {
    let text = fs::read_to_string(format!("{FOLDER}/{name}")).unwrap();
    let lines: Vec<_> =
        text.lines().filter(|line| !line.starts_with("# ")).map(str::to_owned).collect();
    assert!(lines.len() > 50);
    lines
}

/// That a run tells what is wrong, and nothing else.
fn assert_told(output: &Output, what: &str) {
    assert_eq!(output.code, 2, "{what} is passed over:\n{}{}", output.stdout, output.stderr);
    assert!(output.stderr.starts_with("error["), "{what}:\n{}", output.stderr);
    assert!(output.stderr.contains("help: "), "{what}:\n{}", output.stderr);
    let raw = |c: char| c.is_control() && c != '\n';
    assert!(!output.stderr.contains(raw), "{what}:\n{}", output.stderr);
}

#[test]
fn a_scenario_that_is_wrong_is_told_wherever_it_is_read() {
    let base = fs::read_to_string(case()).unwrap();
    for line in lines("scenarios.txt") {
        let text = format!("{base}\n[scenario.bad]\n{line}\n");
        for command in ["check - --lang en", "check - --lang nl"] {
            let words: Vec<_> = command.split(' ').collect();
            let output = bizcase(&words, &text);
            let english = output.stderr.replacen("fout[", "error[", 1).replace("tip: ", "help: ");
            assert_told(&Output { stderr: english, ..output }, &line);
        }
        let laid = bizcase(&["check", "-", "--scenario", "bad", "--lang", "en"], &text);
        // Its name and what it expects are no part of the case; whoever lays it is told the rest.
        assert_told(&laid, &format!("--scenario with {line}"));
        let compared = bizcase(&["compare", "-", "--lang", "en"], &text);
        assert_told(&compared, &format!("compare with {line}"));
        if !compared.stderr.contains("error[bad_") && !compared.stderr.contains("[wrong_type]") {
            let told = |output: &Output| output.stderr.matches("error[").count();
            let checked = bizcase(&["check", "-", "--lang", "en"], &text);
            assert_eq!(told(&compared), told(&checked), "{line}:\n{}", checked.stderr);
        }
    }
}

#[test]
fn an_argument_that_is_wrong_is_told() {
    for line in lines("arguments.txt") {
        for command in ["check", "compare", "show"] {
            let output = bizcase(&[command, &case(), "--lang", "en", "--set", &line], "");
            assert_told(&output, &format!("{command} --set '{line}'"));
        }
    }
}

#[test]
fn the_case_itself_is_right() {
    let output = bizcase(&["check", &case()], "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", output.stdout);
}

/// Pieces that arguments and scenarios are made of, in no order that makes sense.
const PIECES: &[&str] = &[
    "cost",
    "room",
    "amount",
    "*",
    "\"*\"",
    ".",
    ".",
    "=",
    "=",
    "+10%",
    "-2 points",
    "5",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "\n",
    " ",
    "true",
    "off",
    "rate",
    "prices",
    "case",
    "start",
    "2027-01",
    "likely",
    "funding",
    "members",
    "ramp",
    "é",
    "\u{1b}",
    "\\",
    "_",
    "0",
    "-",
];

fn nonsense() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nonsense_never_panics(argument in nonsense(), scenario in nonsense()) {
        let file = case();
        let output = bizcase(&["compare", &file, &format!("--set={argument}")], "");
        prop_assert!(output.code == 0 || output.code == 2);
        prop_assert_eq!(output.code == 2, !output.stderr.is_empty(), "{}", argument);
        let text = format!("{}\n[scenario.x]\n{scenario}\n", fs::read_to_string(&file).unwrap());
        let output = bizcase(&["check", "-"], &text);
        prop_assert!(output.code != 2 || output.stderr.contains('['), "{}", scenario);
        bizcase(&["compare", "-", "--scenario", "x"], &text);
    }
}
