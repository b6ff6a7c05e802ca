//! Society's view: transfers, inflation, and payments for a value that is nobody's saving.

use crate::support::bizcase;
use serde_json::Value;

fn check(case: &str) -> Value {
    let output = bizcase(&["check", "-", "--format", "json"], case);
    serde_json::from_str(&output.stdout).expect(&output.stderr)
}

fn explained(case: &str, path: &str) -> String {
    let output = bizcase(&["explain", "-", path, "--format", "json"], case);
    let told: Value = serde_json::from_str(&output.stdout).expect(&output.stderr);
    told["value"].as_str().expect(&output.stdout).to_owned()
}

/// Ten people find work: the city no longer pays their benefits, 1,500 a month, and what it takes to
/// pay them, 10%.
const WORK: &str = r#"
format = 1
[case]
name = "Work"
start = "2027-01"
years = 2
discount_rate = "0%"
[party.city]
public = true
[cost.coach]
amount = 20_000
per = "year"
[avoided.benefits]
party = "city"
amount = 1_500
per = "month"
transfer = "90%"
"#;

#[test]
fn society_saves_what_nobody_else_loses() {
    let found = check(WORK);
    // 24 x 1,500 = 36,000, of which 90% is money that people no longer get: 32,400.
    let city = &found["parties"][0];
    assert_eq!((&city["saves"], &city["transfer"]), (&"36000.00".into(), &"32400.00".into()));
    // The party itself saves it all, and can cash it.
    assert_eq!((&city["cashable"], &city["net"]), (&"36000.00".into(), &"36000.00".into()));
    // Society saves 3,600, and puts in 40,000: 3,600 / 40,000.
    let measures = &found["measures"];
    assert_eq!(measures["social_balance"], "-36400.00");
    assert_eq!(measures["social_return"], "0.0900");
    assert_eq!(explained(WORK, "avoided.benefits.transfer.2027-03"), "1350.00");
    assert_eq!(explained(WORK, "party.city.transfer"), "32400.00");
}

#[test]
fn a_saving_that_is_all_transfer_is_nothing_to_society_and_still_applies() {
    // Whether there is a social return is asked before transfers: it is 0, and not "n/a".
    let found = check(&WORK.replace("90%", "100%"));
    assert_eq!(found["measures"]["social_return"], "0.0000");
    assert_eq!(found["measures"]["social_balance"], "-40000.00");
}

#[test]
fn a_transfer_has_a_running_total_of_its_own() {
    // A third of 0.10 a month: 0.0333.., 0.0666.., 0.10: rounded 0.03, 0.07, 0.10.
    let third = WORK.replace("1_500", "0.10").replace("90%", "33.33333333%");
    let of = |month: &str| explained(&third, &format!("avoided.benefits.transfer.{month}"));
    assert_eq!(["2027-01", "2027-02", "2027-03"].map(of), ["0.03", "0.04", "0.03"]);
}

/// Ten thousand a year that keeps up with prices, which rise by a quarter each January.
const DEARER: &str = r#"
format = 1
[case]
name = "Dearer"
start = "2027-01"
years = 2
discount_rate = "0%"
inflation = "25%"
[party.city]
[cost.staff]
amount = 12_000
per = "year"
index = "25%"
[funding.city]
kind = "contract"
party = "city"
amount = 12_000
per = "year"
"#;

#[test]
fn what_keeps_up_with_prices_is_worth_as_much_each_year() {
    let npv = |case: &str| check(case)["measures"]["npv"].as_str().unwrap().to_owned();
    // Paid: 12,000 + 15,000 / 1.25 = 24,000. Received: 12,000 + 12,000 / 1.25 = 21,600.
    assert_eq!(npv(DEARER), "-2400.00");
    // Without inflation: 24,000 - 27,000.
    assert_eq!(npv(&DEARER.replace("inflation = \"25%\"\n", "")), "-3000.00");
    assert_eq!(explained(DEARER, "npv"), "-2400.00");
}

#[test]
fn each_month_is_in_the_prices_of_its_own_calendar_year() {
    // From July: of the first case year six months stand in 2027 and six in 2028, when prices are a
    // quarter higher; of the second six in 2028 and six in 2029, at 1.5625.
    // Received: 6,000 + 6,000 / 1.25 + 6,000 / 1.25 + 6,000 / 1.5625 = 19,440.
    let july = DEARER.replace("2027-01", "2027-07");
    assert_eq!(explained(&july, "party.city.pays"), "19440.00");
    assert_eq!(check(&july)["parties"][0]["pays"], "19440.00");
    // What is paid keeps up with that: 24,000 a month at the prices of 2027.
    assert_eq!(explained(&july, "npv"), "-4560.00");
}

#[test]
fn what_stands_at_time_zero_is_in_prices_of_the_start() {
    // A gift in the first month, halfway the year: 1,000 at time zero, not divided by anything.
    let gift =
        "[funding.gift]\nkind = \"donation\"\nparty = \"city\"\namount = 1_000\non = \"2027-01\"\n";
    let mid = DEARER.replace("0%\"\ninflation", "44%\"\ndiscounting = \"mid\"\ninflation");
    // 12,000 / 1.2 + 12,000 / 1.25 / 1.2 / 1.44 = 10,000 + 5,555.56, and 1,000.
    assert_eq!(explained(&mid, "party.city.pays"), "15555.56");
    assert_eq!(explained(&format!("{mid}{gift}"), "party.city.pays"), "16555.56");
}

/// A fund pays a tenth of what a year of less loneliness is worth, whoever gains it.
const RESULT: &str = r#"
format = 1
[case]
name = "Result"
start = "2027-01"
years = 1
discount_rate = "0%"
[party.residents]
[party.fund]
[cost.coach]
amount = 1_000
per = "year"
[value.company]
party = "residents"
quantity = 12
price = 1_000
per = "year"
deadweight = "50%"
[funding.result]
kind = "outcome"
of = "value.company"
share = "10%"
party = "fund"
status = "committed"
"#;

#[test]
fn a_value_can_be_paid_for() {
    // Half of 12,000 would have come anyway; a tenth of the other 6,000 is 600, 50 a month. No part
    // of a value can be cashed, and none needs to be: all of it counts here.
    let found = check(RESULT);
    assert_eq!(found["parties"][1]["pays"], "600.00");
    assert_eq!(found["parties"][0]["gains"], "6000.00");
    assert_eq!(found["parties"][0]["cashable"], "0.00");
    assert_eq!(explained(RESULT, "funding.result.2027-05"), "50.00");
}

#[test]
fn who_pays_for_a_value_has_to_be_said() {
    let nobody = RESULT.replace("party = \"fund\"\n", "");
    let output = bizcase(&["check", "-"], &nobody);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("error[key_required]"), "{}", output.stderr);
    assert!(output.stderr.contains("`party`"), "{}", output.stderr);
}

#[test]
fn an_avoided_cost_is_named_by_its_id_or_its_path() {
    let saving = RESULT.replace("value.company", "company").replace("[company", "[avoided.company");
    let by_path = saving.replace("of = \"company\"", "of = \"avoided.company\"");
    assert_eq!(check(&saving), check(&by_path));
    assert_eq!(check(&by_path)["parties"][1]["pays"], "600.00");
}

#[test]
fn more_than_all_of_a_value_is_paid_twice() {
    let second = "[funding.other]\nkind = \"outcome\"\nof = \"value.company\"\nshare = \"95%\"\nparty = \"fund\"\n";
    let output = bizcase(&["check", "-"], &format!("{RESULT}{second}"));
    assert!(output.stderr.contains("warning[paid_twice]"), "{}", output.stderr);
    assert!(output.stderr.contains("105% of `value.company`"), "{}", output.stderr);
}
