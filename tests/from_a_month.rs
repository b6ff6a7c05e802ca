//! Scenarios that hold from a month on: worked by hand, and what must always hold of them.

use crate::support;
use serde_json::Value;
use std::fs;

const FILE: &str = "tests/from_a_month/handover.toml";

fn shown(arguments: &[&str]) -> Value {
    let output = support::bizcase(
        &[&["show"], arguments, &["--format", "json", "--by", "month"]].concat(),
        "",
    );
    assert_eq!(output.code, 0, "{}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

/// What an entry posts each month: `accrual`, `cash`, `cashable`, `depreciation`.
fn months(shown: &Value, id: &str, what: &str) -> Vec<String> {
    let mut entries = ["entries", "loans"]
        .into_iter()
        .flat_map(|group| shown[group].as_array().expect("a list").iter());
    let entry = entries.find(|entry| entry["id"] == id).unwrap_or_else(|| panic!("no {id}"));
    let months = entry[what].as_array().unwrap_or_else(|| panic!("no {what} of {id}"));
    months.iter().map(|month| month.as_str().expect("an amount").to_owned()).collect()
}

/// Runs of like months: `[(7, "100.00"), (17, "120.00")]`.
fn runs(months: &[String]) -> Vec<(usize, &str)> {
    let mut runs: Vec<(usize, &str)> = Vec::new();
    for month in months {
        match runs.last_mut() {
            Some((count, amount)) if *amount == month => *count += 1,
            _ => runs.push((1, month)),
        }
    }
    runs
}

fn handover() -> Value {
    shown(&[FILE, "--scenario", "handover"])
}

#[test]
fn amounts_change_with_the_month_and_what_follows_goes_along() {
    let shown = handover();
    // January to July, then the dearer rent.
    assert_eq!(runs(&months(&shown, "cost.rent", "accrual")), [(7, "100.00"), (17, "120.00")]);
    assert_eq!(runs(&months(&shown, "cost.charges", "accrual")), [(7, "10.00"), (17, "12.00")]);
    // The entry's years go on: 10 x 20 = 200.00, from August 10 x 25 = 250.00, and with the tenth
    // more of its second year 11 x 25 = 275.00.
    let meals = months(&shown, "funding.meals", "accrual");
    assert_eq!(runs(&meals), [(7, "200.00"), (5, "250.00"), (12, "275.00")]);
}

#[test]
fn blocks_of_payment_go_on() {
    // The block of July to September is paid in July: 100 + 120 + 120.
    let rent = months(&handover(), "cost.rent", "cash");
    assert_eq!(rent[6], "340.00");
    assert_eq!(rent[9], "360.00");
}

#[test]
fn a_purchase_keeps_its_terms_and_the_next_has_the_new_ones() {
    let shown = handover();
    let oven = months(&shown, "cost.oven", "accrual");
    // Bought in March 2027 for 1,200.00. The scenario's oven would be bought in March 2027 and each
    // ten months later: January 2028 and November 2028, for 1,800.00.
    let bought: Vec<_> = oven.iter().enumerate().filter(|(_, amount)| *amount != "0.00").collect();
    assert_eq!(
        bought,
        [(2, &"1200.00".to_owned()), (12, &"1800.00".into()), (22, &"1800.00".into())]
    );
    // 1,200 / 12 = 100.00 a month; from January 2028 180.00 beside it for two months more.
    let written_off = months(&shown, "cost.oven", "depreciation");
    let expected = [(2, "0.00"), (10, "100.00"), (2, "280.00"), (10, "180.00")];
    assert_eq!(runs(&written_off), expected);
}

#[test]
fn a_new_entry_begins_and_one_that_is_off_has_ended() {
    let shown = handover();
    assert_eq!(runs(&months(&shown, "cost.helper", "accrual")), [(7, "0.00"), (17, "50.00")]);
    assert_eq!(runs(&months(&shown, "funding.subsidy", "accrual")), [(7, "60.00"), (17, "0.00")]);
}

#[test]
fn an_outcome_payment_follows_what_can_be_cashed() {
    let shown = handover();
    let cashable = months(&shown, "avoided.care", "cashable");
    // Half of 1,000.00 from March on, 80% from August on; a fifth of that is paid.
    assert_eq!(runs(&cashable), [(2, "0.00"), (5, "500.00"), (17, "800.00")]);
    let paid = months(&shown, "funding.share", "accrual");
    assert_eq!(runs(&paid), [(2, "0.00"), (5, "100.00"), (17, "160.00")]);
}

#[test]
fn a_loan_keeps_the_interest_at_which_it_was_drawn() {
    let shown = handover();
    // 1,200.00 at 12% a year is 12.00 in the first month; at 24% it is 24.00.
    assert_eq!(months(&shown, "funding.loan", "interest")[0], "12.00");
    assert_eq!(months(&shown, "funding.loan", "interest")[11], "1.00");
    assert_eq!(months(&shown, "funding.loan_later", "interest")[12], "24.00");
}

#[test]
fn from_the_start_is_the_same_as_without() {
    let text = fs::read_to_string(FILE).expect("a case");
    // What is new begins with the case either way, and what is off never was.
    let without = text.replace("from = \"2027-08\"\n", "");
    let with = text.replace("from = \"2027-08\"", "from = \"2027-01\"");
    let check = |case: &str| {
        let arguments = ["check", "-", "--scenario", "handover", "--format", "json"];
        support::bizcase(&arguments, case).stdout
    };
    assert_eq!(check(&with), check(&without));
    assert!(check(&with).contains("\"verdict\""));
}

#[test]
fn from_past_the_end_changes_nothing() {
    let text = fs::read_to_string(FILE).expect("a case");
    let late = text.replace("from = \"2027-08\"", "from = \"2029-01\"");
    let closing = |case: &str, scenario: &[&str]| {
        let arguments = [&["check", "-", "--format", "json"], scenario].concat();
        let verdict: Value =
            serde_json::from_str(&support::bizcase(&arguments, case).stdout).expect("JSON");
        (verdict["tests"].clone(), verdict["years"].clone())
    };
    assert_eq!(closing(&late, &["--scenario", "handover"]), closing(&text, &[]));
}

#[test]
fn months_before_are_as_they_were_and_months_after_as_they_would_have_been() {
    let text = fs::read_to_string(FILE).expect("a case");
    let now = shown(&[FILE]);
    let at_once = text.replace("from = \"2027-08\"\n", "");
    let arguments = ["show", "-", "--scenario", "handover", "--format", "json", "--by", "month"];
    let output = support::bizcase(&arguments, &at_once);
    let then: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let joined = handover();
    for id in ["cost.rent", "cost.charges", "funding.meals", "avoided.care", "funding.share"] {
        let [before, after, joined] =
            [&now, &then, &joined].map(|shown| months(shown, id, "accrual"));
        assert_eq!(joined[..7], before[..7], "{id}");
        assert_eq!(joined[7..], after[7..], "{id}");
    }
}

/// A tool of 1,000 a year, renewed each year: switched off from 2029 on it is bought in 2027 and
/// 2028 only, and what it takes a year to buy it again is nothing. So is it of its cover, at 10%.
#[test]
fn what_is_switched_off_is_not_bought_again_nor_replaced() {
    let case = "format = 1\n[case]\nname = \"Tool\"\nstart = \"2027-01\"\nyears = 4\n\
                opening_cash = 10_000\n[cost.tool]\namount = 1_000\non = \"2027-01\"\n\
                life = \"1 year\"\nrenew = true\n[cost.cover]\nof = \"cost.tool\"\n\
                share = \"10%\"\nlife = \"1 year\"\n[scenario.without]\nfrom = \"2029-01\"\n\
                cost.tool.off = true\n[scenario.bare]\nfrom = \"2029-01\"\ncost.cover.off = true\n";
    let value = |path: &str, scenario: &str| -> String {
        let arguments = ["explain", "-", path, "--scenario", scenario, "--format", "json"];
        let told = support::bizcase(&arguments, case).stdout;
        serde_json::from_str::<serde_json::Value>(&told).expect("JSON")["value"].to_string()
    };
    assert_eq!(value("replacement", "bare"), "\"1000.00\"");
    assert_eq!(value("replacement", "without"), "\"0.00\"");
    assert_eq!(value("cost.tool", "without"), "\"2000.00\"");
    assert_eq!(value("cost.cover", "without"), "\"200.00\"");
    assert_eq!(value("cost.cover", "bare"), "\"200.00\"");
    assert_eq!(value("cost.tool", "bare"), "\"4000.00\"");
}

/// Rent of 100 a month, paid from 2027; off from 2028-01 on, back from 2029-01 on: a year's gap.
/// A stall that is off in the file begins when it is switched on, and its own years count from
/// there: half of full volume in its first year.
#[test]
fn what_is_switched_on_again_leaves_a_gap_and_what_comes_back_begins_then() {
    let case = "format = 1\n[case]\nname = \"Gap\"\nstart = \"2027-01\"\nyears = 4\n\
                opening_cash = 10_000\n[cost.stall]\namount = 100\nper = \"month\"\n\
                ramp = [\"50%\"]\noff = true\n[cost.rent]\namount = 100\nper = \"month\"\n\
                [scenario.away]\nfrom = \"2028-01\"\ncost.rent.off = true\n\
                [scenario.back]\nfrom = \"2029-01\"\ncost.rent.off = false\n\
                cost.stall.off = false\n";
    let years = |entry: &str, scenarios: &[&str]| -> Vec<String> {
        let mut arguments = vec!["show", "-", "--format", "json", "--by", "year"];
        arguments.extend(scenarios.iter().flat_map(|name| ["--scenario", name]));
        let told = support::bizcase(&arguments, case).stdout;
        let show: serde_json::Value = serde_json::from_str(&told).expect("JSON");
        let entries = show["entries"].as_array().expect("entries");
        let found = entries.iter().find(|it| it["id"] == entry).expect("the entry");
        serde_json::from_value(found["accrual"].clone()).expect("amounts")
    };
    assert_eq!(years("cost.rent", &["away", "back"]), ["1200.00", "0.00", "1200.00", "1200.00"]);
    assert_eq!(years("cost.rent", &["back"]), ["1200.00"; 4]);
    assert_eq!(years("cost.stall", &["back"]), ["0.00", "0.00", "600.00", "1200.00"]);
}

#[test]
fn what_never_begins_leaves_its_neighbours_alone() {
    let case = "format = 1\n[case]\nname = \"Never\"\nstart = \"2027-01\"\nyears = 2\n\
                [cost.later]\namount = 70\nper = \"month\"\nfrom = \"2028-01\"\n\
                [cost.rent]\namount = 100\nper = \"month\"\n\
                [cost.charges]\nof = \"cost.rent\"\nshare = \"10%\"\n\
                [cost.heat]\namount = 40\nper = \"month\"\n\
                [scenario.s]\nfrom = \"2027-07\"\ncost.later.off = true\n";
    let arguments = ["show", "-", "--scenario", "s", "--by", "month", "--format", "json"];
    let output = support::bizcase(&arguments, case);
    let shown: Value = serde_json::from_str(&output.stdout).expect("JSON");
    // A tenth of the rent, and not of the heating that comes after it.
    assert_eq!(runs(&months(&shown, "cost.charges", "accrual")), [(24, "10.00")]);
    assert_eq!(runs(&months(&shown, "cost.rent", "accrual")), [(24, "100.00")]);
}
