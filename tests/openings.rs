//! What stood open when a case started: redone by hand in the files (`openings/`).

use crate::support::bizcase;
use serde_json::{Value, json};

const HALL: &str = "tests/openings/hall.toml";

fn json(args: &[&str]) -> Value {
    let output = bizcase(&[args, &["--format", "json"]].concat(), "");
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// What a test found on certain funding.
fn found(checked: &Value, test: &str) -> Value {
    let tests = checked["tests"].as_array().unwrap();
    tests.iter().find(|it| it["id"] == test).unwrap()["certain"].clone()
}

/// The amounts of a line of a table of `show`, as text.
fn line(name: &str) -> String {
    let show = ["show", HALL, "--by", "quarter", "--lang", "en", "--width", "200"];
    let text = bizcase(&show, "").stdout;
    let line = text.lines().rev().find(|line| line.trim_start().starts_with(name));
    line.unwrap_or_else(|| panic!("{name}: {text}"))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn it_is_cash_in_its_month() {
    let show = json(&["show", HALL, "--by", "month"]);
    let cash = show["cash"]["certain"].as_array().unwrap();
    assert_eq!(
        [&cash[0], &cash[2], &cash[3], &cash[11]],
        ["100.00", "100.00", "2600.00", "2600.00"]
    );
    let openings = &show["openings"];
    assert_eq!([&openings[0]["id"], &openings[0]["kind"]], ["opening.last_year", "receivable"]);
    assert_eq!(openings[0]["cash"][3], "2500.00");
    assert_eq!(openings[1]["cash"][0], "900.00");
    assert!(openings[2]["cash"].as_array().unwrap().iter().all(|cash| cash == "0.00"));
}

#[test]
fn it_is_on_the_balance_until_then() {
    assert_eq!(line("Receivables"), "Receivables 2,500.00 2,500.00 – – –");
    assert_eq!(line("Payables"), "Payables 1,300.00 400.00 400.00 400.00 400.00");
    assert_eq!(line("Equity"), "Equity 2,200.00 2,200.00 2,200.00 2,200.00 2,200.00");
}

/// The last year is 1,200.00 of both: nothing of it is income, cost, or what a party pays.
#[test]
fn it_is_no_income_and_no_cost() {
    let with = json(&["check", HALL]);
    let without = json(&["check", HALL, "--set", "opening.*.off=true"]);
    for test in ["structural", "dependence"] {
        assert_eq!(found(&with, test), found(&without, test));
    }
    assert_eq!(with["measures"], without["measures"]);
    assert_eq!(with["parties"], without["parties"]);
    assert_eq!(with["parties"][0]["pays"], "0.00");
    assert_eq!(found(&without, "liquidity")["figure"], "1000.00");
    assert_eq!(found(&with, "liquidity")["figure"], "100.00");
}

/// A bill of 1,000.01 more than there is in January.
#[test]
fn it_can_be_changed_like_any_other() {
    let checked = json(&["check", HALL, "--set", "opening.unpaid.amount=1_000.01"]);
    let liquidity = found(&checked, "liquidity");
    assert_eq!([&liquidity["figure"], &liquidity["below_from"]], ["-0.01", "2027-01"]);
    let scaled = json(&["check", HALL, "--set", "opening.*=+10%"]);
    assert_eq!(found(&scaled, "liquidity")["figure"], "10.00");
    // 10% of 900.00 either way; of what comes in April nothing moves.
    let swung = json(&["sensitivity", HALL]);
    let inputs = swung["inputs"].as_array().unwrap();
    assert!(inputs.iter().any(|input| input["path"] == "opening.unpaid.amount"), "{swung}");
}

/// In a case that ends, the bill past the horizon falls due: 2,600.00 less 400.00.
#[test]
fn it_falls_due_after_the_end() {
    let laid = ["check", HALL, "--set", "case.ends=true"];
    let repayment = found(&json(&laid), "repayment");
    assert_eq!([&repayment["figure"], &repayment["month"]], ["2200.00", "2028-01"]);
}

/// Drawn between 800.00 and 1,200.00, it can be paid as long as it is no more than 1,000.00.
#[test]
fn it_is_drawn() {
    let range =
        "opening.unpaid.amount={ low = 800, likely = 900, high = 1_200, shape = \"uniform\" }";
    let found = json(&["simulate", HALL, "--set", range, "--draws", "2000"]);
    let share: f64 = found["closes"]["share"].as_str().unwrap().parse().unwrap();
    assert!((share - 0.5).abs() < 0.05, "{found}");
}

#[test]
fn it_cannot_change_from_a_month_on() {
    let case = std::fs::read_to_string(HALL).unwrap();
    let case =
        format!("{case}\n[scenario.later]\nfrom = \"2027-06\"\nopening.quarrel.amount = 5\n");
    let output = bizcase(&["check", "-", "--format", "json"], &case);
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(found["problems"][0]["code"], json!("not_from_a_month"));
}
