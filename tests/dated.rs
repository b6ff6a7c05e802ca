//! Dated amounts, milestones, prices by year and what is settled each year, worked by hand.

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

/// 100 a month for eighteen months, 80 of it ahead; three months after the accounts the rest.
const SUBSIDY: &str = r#"
format = 1
[case]
name = "Project"
start = "2027-01"
years = 2
[cost.staff]
amount = 100
per = "month"
[funding.subsidy]
kind = "subsidy"
status = "committed"
amount = 100
per = "month"
until = "2028-06"
advance = "80%"
settlement = "3 months"
settled = "yearly"
"#;

/// What is paid in the months in which it is not the same as in the month before.
fn steps(case: &str, entry: &str) -> Vec<(usize, String)> {
    let cash = column(case, &["--by", "month"], entry, "cash");
    let mut before = "0.00";
    let mut steps = Vec::new();
    for (month, paid) in cash.iter().enumerate() {
        if paid != before {
            steps.push((month, paid.clone()));
        }
        before = paid;
    }
    steps
}

#[test]
fn the_rest_of_each_calendar_year_comes_after_its_last_month() {
    let step = |month, paid: &str| (month, paid.to_owned());
    // Of 2027 the rest is 12 x 20 = 240, three months after December; of 2028 it is 6 x 20 = 120,
    // three months after June.
    assert_eq!(
        steps(SUBSIDY, "funding.subsidy"),
        [
            step(0, "80.00"),
            step(14, "320.00"),
            step(15, "80.00"),
            step(18, "0.00"),
            step(20, "120.00"),
            step(21, "0.00")
        ]
    );
    // All of it at once, 360, without the word.
    let at_the_end = SUBSIDY.replace("settled = \"yearly\"\n", "");
    assert_eq!(
        steps(&at_the_end, "funding.subsidy"),
        [step(0, "80.00"), step(18, "0.00"), step(20, "360.00"), step(21, "0.00")]
    );
}

#[test]
fn the_rest_of_a_year_is_explained() {
    let output =
        bizcase(&["explain", "-", "funding.subsidy.cash.2028-03", "--lang", "en"], SUBSIDY);
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert!(output.stdout.contains("rest of the calendar year"), "{}", output.stdout);
    assert!(output.stdout.contains("320.00"), "{}", output.stdout);
}

/// Two bills, and a subsidy of half of them; in 2029 prices are a tenth higher.
const BILLS: &str = r#"
format = 1
[case]
name = "Hall"
start = "2027-01"
years = 3
opening_cash = 20_000
[cost.bills]
at = { "2029-03" = 3_000, "2027-03" = 5_000 }
index = ["0%", "10%"]
delay = "1 month"
[funding.half]
kind = "subsidy"
status = "committed"
of = "cost.bills"
share = "50%"
[funding.gifts]
kind = "donation"
status = "committed"
at = { "2027-06" = 100, "2028-06" = { low = 150, likely = 200, high = 300 }, "2035-01" = 900 }
"#;

#[test]
fn each_amount_comes_in_its_own_month_at_its_own_prices() {
    let accrual = column(BILLS, &[], "cost.bills", "accrual");
    assert_eq!(accrual, ["5000.00", "0.00", "3300.00"]);
    let accrual = column(BILLS, &[], "funding.half", "accrual");
    assert_eq!(accrual, ["2500.00", "0.00", "1650.00"]);
    // What lies past the end does not count.
    assert_eq!(column(BILLS, &[], "funding.gifts", "accrual"), ["100.00", "200.00", "0.00"]);
    let paid: Vec<_> =
        steps(BILLS, "cost.bills").into_iter().filter(|(_, it)| it != "0.00").collect();
    assert_eq!(paid, [(3, "5000.00".to_owned()), (27, "3300.00".to_owned())]);
}

fn check(case: &str, arguments: &[&str]) -> Value {
    let output = bizcase(&[&["check", "-", "--format", "json"], arguments].concat(), case);
    assert_ne!(output.code, 2, "{}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

#[test]
fn pasted_bills_count_as_costs_that_recur() {
    // In the last year 3,300 of bills; the subsidy does not recur.
    assert_eq!(check(BILLS, &[])["tests"][1]["certain"]["figure"], "-3300.00");
    // A cost that follows the bills counts too: a fifth of 3,300.
    let follower = format!("{BILLS}[cost.fee]\nof = \"cost.bills\"\nshare = \"20%\"\n");
    assert_eq!(check(&follower, &[])["tests"][1]["certain"]["figure"], "-3960.00");
    // A `once` in the same month does not.
    let once = BILLS.replace(
        "at = { \"2029-03\" = 3_000, \"2027-03\" = 5_000 }",
        "amount = 3_000\non = \"2029-03\"",
    );
    assert_eq!(check(&once, &[])["tests"][1]["certain"]["figure"], "0.00");
}

#[test]
fn one_month_or_all_of_them_can_be_laid_over() {
    for (set, first) in [
        ("cost.bills=\"+10%\"", "5500.00"),
        ("cost.bills.at=\"+10%\"", "5500.00"),
        ("cost.\"*\".at=\"+10%\"", "5500.00"),
        ("cost.bills.at.\"2027-03\"=\"-20%\"", "4000.00"),
        ("cost.bills.at.\"2027-09\"=1_000", "6000.00"),
    ] {
        let accrual = column(BILLS, &["--set", set], "cost.bills", "accrual");
        assert_eq!(accrual[0], first, "{set}");
    }
}

#[test]
fn a_scenario_from_a_month_on_leaves_what_was_dated_before() {
    let dearer = format!(
        "{BILLS}[scenario.dearer]\nfrom = \"2028-01\"\ncost.bills = \"+10%\"\n\
         [scenario.ends]\nfrom = \"2028-01\"\nfunding.gifts.off = true\n"
    );
    let accrual = column(&dearer, &["--scenario", "dearer"], "cost.bills", "accrual");
    assert_eq!(accrual, ["5000.00", "0.00", "3630.00"]);
    let accrual = column(&dearer, &["--scenario", "ends"], "funding.gifts", "accrual");
    assert_eq!(accrual, ["100.00", "0.00", "0.00"]);
}

#[test]
fn an_entry_that_is_brought_back_comes_in_the_months_that_are_left() {
    let off = BILLS.replace("delay = \"1 month\"", "off = true")
        + "[scenario.back]\nfrom = \"2028-01\"\ncost.bills.off = false\n";
    let accrual = column(&off, &["--scenario", "back"], "cost.bills", "accrual");
    assert_eq!(accrual, ["0.00", "0.00", "3300.00"]);
}

#[test]
fn each_dated_amount_is_a_number_of_its_own() {
    let output = bizcase(&["sensitivity", "-", "--format", "json"], BILLS);
    let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let inputs = found["inputs"].as_array().expect("inputs").iter();
    let paths: Vec<_> = inputs.filter_map(|input| input["path"].as_str()).collect();
    for path in ["cost.bills.at.2029-03", "funding.gifts.at.2028-06", "funding.gifts.at.2035-01"] {
        assert!(paths.contains(&path), "{path} among {paths:?}");
    }
    let output = bizcase(&["simulate", "-", "--draws", "20", "--format", "json"], BILLS);
    let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(found["inputs"][0]["id"], "funding.gifts.at.2028-06");
}

/// 1,000 a month for a year, and a grant of that, paid 50%, 30% and 20%; the last part comes past the
/// end.
const MILESTONES: &str = r#"
format = 1
[case]
name = "Project"
start = "2027-01"
years = 2
opening_cash = 20_000
[cost.staff]
amount = 1_000
per = "month"
until = "2027-12"
paid = { "2027-02" = "33.33%", "2027-08" = "66.67%" }
[funding.grant]
kind = "grant"
status = "committed"
of = "cost.staff"
share = "100%"
paid = { "2027-01" = "50%", "2028-06" = "30%", "2029-06" = "20%" }
[scenario.half]
from = "2027-07"
cost.staff.amount = 500
[scenario.stops]
from = "2027-03"
funding.grant.off = true
"#;

/// The months in which anything is paid.
fn payments(case: &str, arguments: &[&str], entry: &str) -> Vec<(usize, String)> {
    let by_month = [arguments, &["--by", "month"]].concat();
    let cash = column(case, &by_month, entry, "cash").into_iter().enumerate();
    cash.filter(|(_, paid)| paid != "0.00").collect()
}

#[test]
fn parts_are_of_all_that_an_entry_comes_to() {
    let paid = |month, paid: &str| (month, paid.to_owned());
    // 12,000 x 33.33% = 3,999.60, and the rest.
    let staff = payments(MILESTONES, &[], "cost.staff");
    assert_eq!(staff, [paid(1, "3999.60"), paid(7, "8000.40")]);
    // 12,000 x 50% and x 30%; the last 2,400 are received after the end.
    let grant = payments(MILESTONES, &[], "funding.grant");
    assert_eq!(grant, [paid(0, "6000.00"), paid(17, "3600.00")]);
}

#[test]
fn months_before_a_change_keep_what_they_paid() {
    let paid = |month, paid: &str| (month, paid.to_owned());
    let half = ["--scenario", "half", "--funding", "all"];
    // 6 x 1,000 + 6 x 500 = 9,000: 3,999.60 is paid, and the other 5,000.40 with the last part.
    assert_eq!(payments(MILESTONES, &half, "cost.staff"), [paid(1, "3999.60"), paid(7, "5000.40")]);
    // 6,000 is received; of the other 3,000 three fifths in June 2028, and two past the end.
    assert_eq!(
        payments(MILESTONES, &half, "funding.grant"),
        [paid(0, "6000.00"), paid(17, "1800.00")]
    );
    // Two months of 1,000 accrue; 6,000 is received, and nothing is paid back.
    let stops = ["--scenario", "stops"];
    assert_eq!(payments(MILESTONES, &stops, "funding.grant"), [paid(0, "6000.00")]);
}

#[test]
fn what_is_paid_in_parts_is_explained() {
    for (arguments, path, value) in [
        (&[][..], "funding.grant.cash.2028-06", "3600.00"),
        (&["--scenario", "half"], "funding.grant.cash.2028-06", "1800.00"),
        (&["--scenario", "half"], "cost.staff.cash.2027-02", "3999.60"),
        (&["--scenario", "half"], "cost.staff.cash.2027-08", "5000.40"),
    ] {
        let explain = ["explain", "-", path, "--format", "json"];
        let output = bizcase(&[&explain[..], arguments].concat(), MILESTONES);
        let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
        assert_eq!(found["value"], value, "{path} {arguments:?}: {found:#}");
    }
}

/// A contract that is paid in months of its own is late with its payments too: half a year later
/// there is nothing to pay the first part of the staff from.
#[test]
fn a_late_contract_is_paid_later() {
    let contract = MILESTONES
        .replace("kind = \"grant\"", "kind = \"contract\"")
        .replace("opening_cash = 20_000\n", "")
        .replace("of = \"cost.staff\"\nshare = \"100%\"", "amount = 2_000\nper = \"month\"");
    // 48,000 in two years, half of it in January: after August 24,000 less 12,000 is left.
    assert_eq!(check(&contract, &[])["tests"][0]["certain"]["figure"], "12000.00");
    let output = bizcase(&["stress", "-", "--format", "json"], &contract);
    let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let stresses = found["stresses"].as_array().expect("stresses");
    let late = stresses.iter().find(|stress| stress["id"] == "late").expect("late");
    // Its first part comes in July.
    assert_eq!(late["runs_out"], "2027-02", "{late:#}");
    assert_eq!(late["lowest_cash"], "-3999.60", "{late:#}");
}
