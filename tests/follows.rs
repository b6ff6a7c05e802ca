//! What follows several entries together, and what follows others in a chain: worked by hand on
//! one file (`follows/`), and laws that hold of random cases.

use crate::reference::random;
use crate::support::bizcase;
use serde_json::Value;

const PROJECT: &str = include_str!("follows/project.toml");

fn json(case: &str, arguments: &[&str]) -> Value {
    let output = bizcase(&[arguments, &["--format", "json"]].concat(), case);
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// What an entry of the project accrues, or another of its columns.
fn column(arguments: &[&str], entry: &str, column: &str) -> Vec<String> {
    let found = json(PROJECT, &[&["show", "-", "--entry", entry], arguments].concat());
    let amounts = found["entries"][0][column].as_array().unwrap_or_else(|| panic!("{found}"));
    amounts.iter().map(|amount| amount.as_str().unwrap().to_owned()).collect()
}

fn by_year(entry: &str) -> Vec<String> {
    column(&[], entry, "accrual")
}

#[test]
fn a_share_of_several_is_that_of_their_sum() {
    // 15% of 60,000 + 6,000, then of 60,000 + 12,000.
    assert_eq!(by_year("cost.overhead"), ["9900.00", "10800.00"]);
    // What is off counts for nothing in it.
    let off = ["--set", "cost.activities.off=true", "--set", "funding.fund.off=true"];
    assert_eq!(column(&off, "cost.overhead", "accrual"), ["9000.00", "9000.00"]);
}

#[test]
fn a_share_of_a_share_has_both_with_both_biases() {
    // 9,900 x 10% x 1.05, and 10,800 x 10% x 1.05.
    assert_eq!(by_year("cost.reporting"), ["1039.50", "1134.00"]);
    // With 20% more overhead than was thought.
    let more = ["--set", "cost.overhead.optimism_bias=20%"];
    assert_eq!(column(&more, "cost.reporting", "accrual"), ["1247.40", "1360.80"]);
}

#[test]
fn units_are_those_at_the_end_of_the_chain_whatever_is_paid_for_them_on_the_way() {
    assert_eq!(by_year("funding.meals"), ["2400.00", "2400.00"]);
    assert_eq!(by_year("cost.dishes"), ["600.00", "600.00"]);
    let dearer = ["--set", "funding.meals.price=3"];
    assert_eq!(column(&dearer, "cost.dishes", "accrual"), ["600.00", "600.00"]);
}

#[test]
fn it_is_followed_within_its_months_and_paid_in_blocks_from_the_first_of_them() {
    // 10% of 5,000 in each of eight months.
    assert_eq!(by_year("cost.audit"), ["4000.00", "0.00"]);
    let cash = column(&["--by", "month"], "cost.audit", "cash");
    let paid = ["1500.00", "0.00", "0.00", "1500.00", "0.00", "0.00", "1000.00", "0.00"];
    assert_eq!(cash[3], "0.00");
    assert_eq!(cash[4..12], paid);
}

#[test]
fn an_investment_is_bought_with_each_that_it_follows_and_replaced_with_each() {
    // 10% of 24,000 in January and of 6,000 in July, each written off in 60 months.
    let months = column(&["--by", "month"], "cost.fittings", "accrual");
    assert_eq!([&months[0], &months[1], &months[6]], ["2400.00", "0.00", "600.00"]);
    let off = column(&["--by", "month"], "cost.fittings", "depreciation");
    assert_eq!([&off[0], &off[5], &off[6]], ["40.00", "40.00", "50.00"]);
    // 24,000 / 4 + 6,000 / 4 + 2,400 / 5 + 600 / 5.
    assert_eq!(json(PROJECT, &["explain", "-", "replacement"])["value"], "8100.00");
}

#[test]
fn what_a_share_brings_of_a_cost_is_claimed_of_that_one_only() {
    // 40% of 66,000 and of 72,000; the grant has what is left of the activities: 60% of them.
    assert_eq!(by_year("funding.part"), ["26400.00", "28800.00"]);
    assert_eq!(by_year("funding.fund"), ["3600.00", "7200.00"]);
}

/// The first `of` of something else than an outcome payment, as a list of one.
fn as_a_list(case: &str) -> String {
    let mut kind = "";
    let lines = case.lines().map(|line| {
        if line.starts_with('[') {
            kind = "";
        }
        kind = line.strip_prefix("kind = ").unwrap_or(kind);
        match line.strip_prefix("of = \"") {
            Some(_) if kind != "\"outcome\"" => format!("of = [{}]", &line["of = ".len()..]),
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_list_of_one_is_that_one() {
    let mut changed = 0;
    for seed in 0..60 {
        let case = random::case(seed);
        let listed = as_a_list(&case);
        changed += usize::from(listed != case);
        for command in [&["check", "-"][..], &["show", "-", "--by", "month"]] {
            assert_eq!(json(&listed, command), json(&case, command), "seed {seed}");
        }
    }
    assert!(changed > 10, "only {changed} of them follow anything");
}

#[test]
fn a_chain_is_what_it_comes_to_when_it_is_written_out() {
    // 10.5% of 15% of both is 1.575% of both.
    let written_out = PROJECT.replace(
        "of = \"cost.overhead\"\nshare = \"10%\"\noptimism_bias = \"5%\"",
        "of = [\"cost.activities\", \"cost.staff\"]\nshare = \"1.575%\"",
    );
    assert_ne!(written_out, PROJECT);
    let months = ["show", "-", "--by", "month"];
    assert_eq!(json(&written_out, &months), json(PROJECT, &months));
}
