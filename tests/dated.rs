//! Prices by year, worked by hand.

use crate::support::bizcase;
use serde_json::Value;

/// What an entry accrues, or another of its columns, by year or by month.
fn column(case: &str, arguments: &[&str], entry: &str, column: &str) -> Vec<String> {
    let show = ["show", "-", "--format", "json", "--entry", entry];
    let output = bizcase(&[&show[..], arguments].concat(), case);
    assert_eq!(output.code, 0, "{}", output.stderr);
    let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let amounts =
        found["entries"][0][column].as_array().unwrap_or_else(|| panic!("{column} of {found}"));
    amounts.iter().map(|amount| amount.as_str().expect("an amount").to_owned()).collect()
}

/// A hundred tickets a month, from July 2027 on: at 2.50 in their own first year, at 2.75 after it.
const TICKETS: &str = r#"
format = 1
[rate]
tickets = "10%"
[case]
name = "Theatre"
start = "2027-01"
years = 3
[cost.hall]
amount = 1
per = "month"
[funding.tickets]
kind = "sales"
quantity = 100
prices = [2.50, 2.75]
per = "month"
from = "2027-07"
[funding.programmes]
kind = "sales"
of = "funding.tickets"
price = 1
"#;

#[test]
fn a_price_is_that_of_the_entrys_own_year_and_the_last_one_repeats() {
    // 6 x 250 = 1,500; 6 x 250 + 6 x 275 = 3,150; 12 x 275 = 3,300.
    let by_year = column(TICKETS, &[], "funding.tickets", "accrual");
    assert_eq!(by_year, ["1500.00", "3150.00", "3300.00"]);
    // What follows the units puts its own price on them.
    let by_year = column(TICKETS, &[], "funding.programmes", "accrual");
    assert_eq!(by_year, ["600.00", "1200.00", "1200.00"]);
}

#[test]
fn the_index_applies_to_prices_by_year() {
    // 3,150 x 1.1 in 2028, 3,300 x 1.21 in 2029.
    let set = ["--set", "funding.tickets.index=\"tickets\""];
    let by_year = column(TICKETS, &set, "funding.tickets", "accrual");
    assert_eq!(by_year, ["1500.00", "3465.00", "3993.00"]);
}

#[test]
fn a_percentage_on_the_entry_or_on_its_prices_reaches_each() {
    for set in ["funding.tickets=\"+10%\"", "funding.tickets.prices=\"+10%\""] {
        let by_year = column(TICKETS, &["--set", set], "funding.tickets", "accrual");
        assert_eq!(by_year, ["1650.00", "3465.00", "3630.00"], "{set}");
    }
}
