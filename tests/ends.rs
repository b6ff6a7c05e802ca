//! A project that ends: whether all that falls due after its last month can be paid, redone by hand
//! in the files (`ends/`).

use crate::support::bizcase;
use serde_json::{Value, json};

const PROJECT: &str = "tests/ends/project.toml";

fn json(args: &[&str]) -> Value {
    let output = bizcase(&[args, &["--format", "json"]].concat(), "");
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// What a test found on certain funding.
fn found(checked: &Value, test: &str) -> Value {
    let tests = checked["tests"].as_array().unwrap();
    tests.iter().find(|it| it["id"] == test).unwrap()["certain"].clone()
}

#[test]
fn all_that_falls_due_after_the_end_is_paid() {
    let checked = json(&["check", PROJECT]);
    assert_eq!(checked["verdict"], "closes");
    let repayment = found(&checked, "repayment");
    assert_eq!([&repayment["figure"], &repayment["month"]], ["0.00", "2029-02"]);
    assert_eq!(found(&checked, "liquidity")["figure"], "600.00");
    // Nobody asks how it goes on, nor why its subsidy does not say when it stops.
    for test in ["structural", "dependence"] {
        assert_eq!(found(&checked, test)["result"], "not_applicable");
    }
    assert_eq!(checked["warnings"], json!([]));
}

#[test]
fn a_cent_too_little_is_missed_when_the_auditor_is_paid() {
    let checked = json(&["check", PROJECT, "--set", "case.opening_cash=419.99"]);
    assert_eq!(checked["verdict"], "does_not_close");
    let repayment = found(&checked, "repayment");
    assert_eq!([&repayment["figure"], &repayment["month"]], ["-0.01", "2029-02"]);
    assert_eq!(found(&checked, "liquidity")["result"], "pass");
}

/// Without the loan and the auditor nothing falls due but the rest of the subsidy: it is December
/// that counts, with 420 + 24 x (820 - 1,000) = -3,900.
#[test]
fn the_last_month_counts_too() {
    let laid = ["--set", "funding.bridge.off=true", "--set", "cost.audit.off=true"];
    let checked = json(&[&["check", PROJECT], &laid[..]].concat());
    let repayment = found(&checked, "repayment");
    assert_eq!([&repayment["figure"], &repayment["month"]], ["-3900.00", "2028-12"]);
    // Where nothing falls due at all, it alone does.
    let laid = [&laid[..], &["--set", "funding.subsidy.off=true"]].concat();
    let checked = json(&[&["check", PROJECT], &laid[..]].concat());
    let repayment = found(&checked, "repayment");
    assert_eq!([&repayment["figure"], &repayment["month"]], ["-23580.00", "2028-12"]);
}

/// What is delayed past the end of what goes on is owed or to come, and no run-off waits for it.
#[test]
fn what_goes_on_waits_for_its_loans_only() {
    let laid = ["--set", "case.ends=false", "--set", "funding.bridge.off=true"];
    let checked = json(&[&["check", PROJECT], &laid[..]].concat());
    assert_eq!(found(&checked, "repayment")["result"], "not_applicable");
    assert_eq!(found(&checked, "structural")["result"], "fail");
}

/// 420.00 is missing in February 2029, when both years have been paid: 210.00 a year. Who saves
/// 5,000.00 in one of two years saves 2,500.00 in an average one.
#[test]
fn what_is_asked_is_asked_of_an_average_year() {
    let close = ["close", PROJECT, "--set", "case.opening_cash=0"];
    let ask = &json(&close)["ask"];
    assert_eq!(ask["year"], Value::Null);
    assert_eq!(ask["needed"], "210.00");
    let expected = json!([{
        "id": "gemeente", "saves": "2500.00", "pays": "0.00", "asked": "210.00",
        "keeps": "2290.00", "saves_at_start": "2500.00", "asked_at_start": "210.00",
    }]);
    assert_eq!(ask["parties"], expected);
    let said = bizcase(&[&close[..], &["--lang", "en", "--width", "300"]].concat(), "").stdout;
    assert!(said.contains("In an average year you save €2,500.00 in your budget"), "{said}");
}

#[test]
fn the_sentence_says_that_it_is_covered() {
    let said = |args: &[&str]| bizcase(&[&["check", PROJECT, "--width", "400"], args].concat(), "");
    let first = |args: &[&str]| said(args).stdout.lines().next().unwrap().to_owned();
    assert_eq!(
        first(&["--lang", "en"]),
        "The case of Project is covered to its end: cash never falls below €600.00 (December \
         2028), and from December 2028 until all is settled there is at least €0.00 to spare."
    );
    assert_eq!(
        first(&["--lang", "nl"]),
        "De businesscase van Project is gedekt tot het einde: de kas komt niet onder \
         €\u{a0}600,00 (december 2028) en van december 2028 tot alles is afgewikkeld, blijft er \
         minstens €\u{a0}0,00 over."
    );
    let short = ["--set", "case.opening_cash=419.99"];
    assert_eq!(
        first(&[&short[..], &["--lang", "en"]].concat()),
        "The case of Project is not covered to its end: what is still to be settled at the end of \
         December 2028 cannot be paid: €0.01 is missing in February 2029."
    );
    assert_eq!(
        first(&[&short[..], &["--lang", "nl"]].concat()),
        "De businesscase van Project is niet gedekt tot het einde: wat na december 2028 nog moet \
         worden afgewikkeld, kan niet worden betaald: in februari 2029 is het tekort €\u{a0}0,01."
    );
}

/// A fund that lent the 4,500.00 sees the case stop in the month after its horizon, for the auditor
/// cannot be paid; with 420.00 more it is repaid in May 2029.
#[test]
fn a_fund_waits_until_all_is_settled() {
    let fund = |cash: &str| {
        let folder =
            std::env::temp_dir().join(format!("bizcase-ends-{}-{cash}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let case = std::fs::read_to_string(PROJECT).unwrap();
        let case = case.replace("opening_cash = 420", &format!("opening_cash = {cash}"));
        let case = case.replace("[party.gemeente]", "[party.fund]\n\n[party.gemeente]");
        let lent = "[funding.bridge]\nparty = \"fund\"\nrevolving = true\n";
        let case = case.replace("[funding.bridge]\n", lent);
        std::fs::write(folder.join("project.toml"), case).unwrap();
        let fund = "format = 1\n[fund]\nname = \"Fund\"\nstart = \"2027-01\"\nyears = 5\n\
                    capital = 10_000\n[initiative.project]\ncase = \"project.toml\"\n";
        let file = folder.join("fund.toml");
        std::fs::write(&file, fund).unwrap();
        let found = json(&["fund", file.to_str().unwrap()]);
        std::fs::remove_dir_all(&folder).unwrap();
        found["initiatives"][0].clone()
    };
    assert_eq!(fund("420")["fate"], "repaid");
    assert_eq!(fund("0")["fate"], "lost");
}
