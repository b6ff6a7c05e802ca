//! Investments that are sold: redone by hand in the files (`sold/`).

use crate::support::bizcase;
use serde_json::Value;

const VAN: &str = "tests/sold/van.toml";

fn json(args: &[&str]) -> Value {
    let output = bizcase(&[args, &["--format", "json"]].concat(), "");
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// An entry's column of `show`, in a month of the horizon.
fn at(show: &Value, id: &str, column: &str, month: usize) -> String {
    let entries = show["entries"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["id"] == id).unwrap();
    entry[column][month].as_str().unwrap().to_owned()
}

/// A row of the tables of `show`, in English.
fn line(name: &str) -> String {
    let text = bizcase(&["show", VAN, "--lang", "en", "--width", "200"], "").stdout;
    let line = text.lines().find(|line| line.trim_start().starts_with(name));
    line.unwrap_or_else(|| panic!("{text}")).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_it_brings_more_than_its_book_value_is_gained() {
    let show = json(&["show", VAN, "--by", "month"]);
    assert_eq!(at(&show, "cost.van", "sale", 24), "8000.00");
    assert_eq!(at(&show, "cost.van", "gain", 24), "800.00");
    assert_eq!(at(&show, "cost.oven", "sale", 12), "1000.00");
    assert_eq!(at(&show, "cost.oven", "gain", 12), "-2600.00");
    assert_eq!(line("Gain on what is sold"), "Gain on what is sold – -2,600.00 800.00 – – –");
    assert_eq!(line("Investments sold"), "Investments sold – 1,000.00 8,000.00 – – –");
}

/// It would be renewed in January 2032; the paint is.
#[test]
fn it_is_gone_and_what_follows_it_goes_on() {
    let show = json(&["show", VAN, "--by", "month"]);
    assert_eq!(at(&show, "cost.van", "depreciation", 23), "200.00");
    assert_eq!(at(&show, "cost.van", "depreciation", 24), "0.00");
    assert_eq!(at(&show, "cost.van", "accrual", 60), "0.00");
    assert_eq!(at(&show, "cost.paint", "accrual", 60), "1200.00");
    assert_eq!(at(&show, "cost.paint", "depreciation", 24), "20.00");
}

/// 20,000 - 12,000 - 1,200 in 2027, + 1,000 and 8,000 when they are sold, - 1,200 of new paint.
#[test]
fn what_it_brings_is_cash_and_lowers_what_society_puts_in() {
    let show = json(&["show", VAN]);
    let cash = show["cash"]["certain"].as_array().unwrap();
    assert_eq!(cash, &["6800.00", "7800.00", "15800.00", "15800.00", "15800.00", "14600.00"]);
    // 12,000 + 1,200 + 1,200 - 9,000; nothing comes back, and nothing comes in.
    let checked = json(&["check", VAN]);
    assert_eq!(checked["measures"]["social_balance"], "-5400.00");
    assert_eq!(checked["measures"]["npv"], "-5400.00");
}

/// 240.00 a year for the paint alone: neither is wanted again when it is sold long before the end.
#[test]
fn it_is_replaced_only_where_it_leaves_a_gap_at_the_end() {
    let structural = |args: &[&str]| {
        let checked = json(&[&["check", VAN], args].concat());
        checked["tests"][1]["certain"]["figure"].as_str().map(str::to_owned)
    };
    assert_eq!(structural(&[]).as_deref(), Some("-240.00"));
    // In the last year: 12,000 / 5 more.
    let late = ["--set", "cost.van.sold.on=\"2032-02\""];
    assert_eq!(structural(&late).as_deref(), Some("-2640.00"));
    // Past the horizon it is as if it were not said.
    let past = ["--set", "cost.van.sold.on=\"2033-01\""];
    assert_eq!(structural(&past).as_deref(), Some("-2640.00"));
}

#[test]
fn its_price_is_swung_and_drawn() {
    let swung = json(&["sensitivity", VAN]);
    let inputs = swung["inputs"].as_array().unwrap();
    assert!(inputs.iter().any(|input| input["path"] == "cost.van.sold.price"), "{swung}");
    let range = "cost.van.sold.price={ low = 7_000, likely = 8_000, high = 9_000 }";
    let drawn = json(&["simulate", VAN, "--set", range, "--draws", "200"]);
    assert_eq!(drawn["inputs"][0]["id"], "cost.van.sold.price", "{drawn}");
    // A tenth more than 8,000.00 is 1,600.00 more than the book value.
    let more = ["show", VAN, "--by", "month", "--set", "cost.van.sold.price=+10%"];
    assert_eq!(at(&json(&more), "cost.van", "gain", 24), "1600.00");
}
