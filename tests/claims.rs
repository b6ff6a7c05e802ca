//! One bill is paid once: earmarks that share costs, worked by hand.

use crate::support::bizcase;
use bizcase::case::Case;
use bizcase::document::{self, Source};
use bizcase::postings::{FundingPosting, Granted, Journal};
use serde_json::Value;
use std::fs;

fn read(name: &str) -> Case {
    let text = fs::read_to_string(format!("tests/claims/{name}.toml")).unwrap();
    let document = document::read(Source { name: name.to_owned(), text }).unwrap();
    bizcase::case::read(&document).unwrap().case
}

/// What a funding entry posts each month in a run, in cents, and what is paid of it.
fn flow(case: &Case, granted: &Granted, id: &str) -> (Vec<i64>, Vec<i64>) {
    let journal = Journal::of(case).unwrap();
    let postings = journal.run(case, granted).unwrap();
    let place = case.funding.iter().position(|entry| entry.id == id).unwrap();
    let FundingPosting::Income(flow) = &*postings.funding[place] else { panic!("no income: {id}") };
    let cents = |amounts: &[bizcase::money::Cents]| amounts.iter().map(|cents| cents.0).collect();
    (cents(&flow.accrual), cents(&flow.cash))
}

/// The months in which something stands, counted from 1, with whole euros.
fn euros(months: &[i64]) -> Vec<(usize, i64)> {
    let months = months.iter().enumerate().filter(|(_, cents)| **cents != 0);
    months.map(|(month, cents)| (month + 1, cents / 100)).collect()
}

/// What an entry posts in each of so many first months, in euros.
fn first(case: &Case, granted: &Granted, id: &str, count: usize) -> Vec<i64> {
    flow(case, granted, id).0[..count].iter().map(|cents| cents / 100).collect()
}

fn checked(name: &str) -> Value {
    let output = bizcase(&["check", &format!("tests/claims/{name}.toml"), "--format", "json"], "");
    serde_json::from_str(&output.stdout).unwrap()
}

#[test]
fn two_grants_for_one_kitchen_bring_its_price_once() {
    let case = read("twice");
    let all = Granted::all(&case);
    // a claims all of the 10,000 in January; nothing is left for b.
    assert_eq!(euros(&flow(&case, &all, "a").0), [(1, 10_000)]);
    assert_eq!(euros(&flow(&case, &all, "b").0), []);
    // 10,000 in and 20,000 out: 10,000 short.
    let check = checked("twice");
    assert_eq!(check["verdict"], "does_not_close");
    assert_eq!(check["tests"][0]["certain"]["figure"], "-10000.00");
}

#[test]
fn what_is_promised_claims_first_and_shares_before_earmarks() {
    let case = read("order");
    let of = |granted: &Granted, id| first(&case, granted, id, 2);
    // Certain: 30% of 1,000 is 300, the promised 500, and sales of 100 within the 200 that are left.
    let certain = Granted::certain(&case);
    assert_eq!(of(&certain, "part"), [300, 300]);
    assert_eq!(of(&certain, "promised"), [500, 500]);
    assert_eq!(of(&certain, "tables"), [100, 100]);
    // All: the requested share claims the last 100, and nothing is left of each month for the wish.
    let all = Granted::all(&case);
    assert_eq!(of(&all, "asked_part"), [100, 100]);
    assert_eq!(of(&all, "promised"), [500, 500]);
    assert_eq!(of(&all, "wish"), [0, 0]);
    // Without that share the wish has the 100 that are left.
    let share = case.funding.iter().position(|entry| entry.id == "asked_part").unwrap();
    assert_eq!(of(&all.clone().with(&case, share, false), "wish"), [100, 100]);
    // Without the promised grant, 600: 1,000 less 300 and sales of 100, all that it has a right to.
    let promised = case.funding.iter().position(|entry| entry.id == "promised").unwrap();
    let alone = all.with(&case, share, false).with(&case, promised, false);
    assert_eq!(of(&alone, "wish"), [600, 600]);
}

#[test]
fn an_entry_takes_first_from_what_no_other_is_earmarked_for() {
    let case = read("alone");
    // January: 900 of the kitchen, for the garden is not there yet. Nothing claimed is given back, so
    // that in April 100 of the kitchen is left.
    let all = Granted::all(&case);
    assert_eq!(euros(&flow(&case, &all, "both").0), [(1, 900)]);
    assert_eq!(euros(&flow(&case, &all, "kitchen_only").0), [(4, 100)]);
    // 100 of the oven's 300; the hob's 200 are left, and 200 of the oven.
    assert_eq!(euros(&flow(&case, &all, "oven_first").0), [(2, 100)]);
    assert_eq!(euros(&flow(&case, &all, "hob_only").0), [(2, 200)]);
    assert_eq!(euros(&flow(&case, &all, "oven_only").0), [(2, 200)]);
}

#[test]
fn each_claims_within_its_own_months() {
    let case = read("time");
    let all = Granted::all(&case);
    // The works come to 400 a month, January to June. spring has a right to 700 and claims 400; in
    // March its fade leaves half of that, from April on nothing: what it takes off stays claimed.
    let (accrual, cash) = flow(&case, &all, "spring");
    assert_eq!(euros(&accrual), [(1, 400), (2, 400), (3, 200)]);
    // Half goes ahead. Its last month is April, whether or not it still posts then: in June the
    // rest, 1,000 - 500.
    assert_eq!(euros(&cash), [(1, 200), (2, 200), (3, 100), (6, 500)]);
    // once has a right to 1,700 from March on: 400 in May and in June, when spring is over, and in
    // November 900 of the 1,000.
    let (accrual, cash) = flow(&case, &all, "once");
    assert_eq!(euros(&accrual), [(5, 400), (6, 400), (11, 900)]);
    // It runs to the end of the horizon: the rest, 1,700 - 850, is owed in January.
    assert_eq!(euros(&cash), [(5, 200), (6, 200), (11, 450)]);
    // rest has a right to 1,100 by November, and to what is left of that month: 100.
    assert_eq!(euros(&flow(&case, &all, "rest").0), [(11, 100)]);
}

#[test]
fn shares_over_all_of_a_cost_are_paid_and_leave_nothing() {
    let case = read("shares");
    let all = Granted::all(&case);
    // 80% of 50,000 twice, over two years; no earmark holds a contract back.
    for id in ["a", "b"] {
        assert_eq!(flow(&case, &all, id).0.iter().sum::<i64>(), 8_000_000);
    }
    assert_eq!(euros(&flow(&case, &all, "third").0), []);
}

#[test]
fn show_counts_the_run_that_is_asked_and_json_all_funding() {
    // Certain: 1,000 each month. All: 1,000 in January, and then the share's 300, for it claims after
    // what is promised; in February 2,000 - 1,300 is left, and so 700 in each later month: 8,700.
    let shown = |args: &[&str]| {
        let case = ["show", "tests/claims/runs.toml", "--lang", "en"];
        bizcase(&[&case, args].concat(), "").stdout
    };
    let entry = ["--entry", "funding.promised"];
    assert!(shown(&entry).contains(" 8,700.00"), "{}", shown(&entry));
    let certain = shown(&[&entry[..], &["--funding", "certain"]].concat());
    assert!(certain.contains(" 12,000.00"), "{certain}");
    for (funding, exploitation) in [("certain", " 12,000.00"), ("all", " 8,700.00")] {
        let tables = shown(&["--funding", funding]);
        assert!(tables.contains(exploitation), "{tables}");
    }
    let json: Value = serde_json::from_str(&shown(&["--format", "json"])).unwrap();
    let entries = json["entries"].as_array().unwrap();
    let promised = entries.iter().find(|entry| entry["id"] == "funding.promised").unwrap();
    assert_eq!(promised["accrual"][0], "8700.00");
    // Closing cash: 1,000 + 12,000 - 12,000; and 1,000 + 8,700 + 3,600 - 12,000.
    assert_eq!(json["cash"]["certain"][0], "1000.00");
    assert_eq!(json["cash"]["all"][0], "1300.00");
}
