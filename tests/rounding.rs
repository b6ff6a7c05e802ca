//! A cent of rounding is no reason not to close, and a real one is: worked by hand in the files.

use crate::support::bizcase;
use serde_json::{Value, json};

fn checked(name: &str) -> Value {
    let file = format!("tests/rounding/{name}.toml");
    serde_json::from_str(&bizcase(&["check", &file, "--format", "json"], "").stdout).unwrap()
}

/// What a test found on certain funding.
fn found(checked: &Value, test: &str) -> Value {
    let tests = checked["tests"].as_array().unwrap();
    tests.iter().find(|it| it["id"] == test).unwrap()["certain"].clone()
}

#[test]
fn two_halves_pay_the_whole() {
    let checked = checked("halves");
    assert_eq!(checked["verdict"], "closes");
    let liquidity = found(&checked, "liquidity");
    assert_eq!(liquidity["figure"], "-0.01");
    assert_eq!(liquidity["rounding"], true);
    assert_eq!(liquidity["below_from"], Value::Null);
    // Its margin is nothing, and not a cent less.
    let sensitivity = ["sensitivity", "tests/rounding/halves.toml", "--format", "json"];
    let sensitivity: Value = serde_json::from_str(&bizcase(&sensitivity, "").stdout).unwrap();
    assert_eq!(sensitivity["margin"], json!({ "test": "liquidity", "figure": "0.00" }));
}

#[test]
fn cash_that_is_short_by_rounding_has_not_run_out() {
    let stress = ["stress", "tests/rounding/halves.toml", "--format", "json"];
    let stress: Value = serde_json::from_str(&bizcase(&stress, "").stdout).unwrap();
    assert_eq!(stress["unshocked"]["lowest_cash"], "-0.01");
    assert_eq!(stress["unshocked"]["runs_out"], Value::Null);
}

#[test]
fn a_hair_less_than_the_whole_does_not() {
    let checked = checked("hair");
    assert_eq!(checked["verdict"], "does_not_close");
    assert_eq!(found(&checked, "liquidity")["rounding"], Value::Null);
}

#[test]
fn debt_that_is_served_to_the_cent_is_served() {
    let checked = checked("served");
    assert_eq!(checked["verdict"], "closes");
    let dscr = found(&checked, "dscr");
    // 9.99 / 10.00
    assert_eq!(dscr["figure"], "0.9990");
    assert_eq!(dscr["rounding"], true);
}

#[test]
fn a_saving_that_is_paid_in_halves_comes_back() {
    let checked = checked("returned");
    assert_eq!(checked["verdict"], "closes");
    for test in ["payers", "public_return"] {
        // 10.01 / 10.02
        assert_eq!(found(&checked, test)["figure"], "0.9990", "{test}");
        assert_eq!(found(&checked, test)["rounding"], true, "{test}");
    }
}

#[test]
fn what_is_no_matter_of_rounding_says_nothing_of_it() {
    let output = bizcase(&["check", "cases/buurtkeuken.toml", "--format", "json"], "");
    assert!(!output.stdout.contains("rounding"));
}

#[test]
fn the_report_says_what_is_a_matter_of_rounding() {
    let report = bizcase(&["check", "tests/rounding/halves.toml", "--lang", "en"], "").stdout;
    assert!(report.contains("closes: cash never falls below €0.00"), "{report}");
    let line = report.lines().find(|line| line.contains("passes in exact amounts")).unwrap();
    assert!(line.ends_with("only rounding"), "{line}");
}
