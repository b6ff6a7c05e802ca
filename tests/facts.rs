//! What really happened: facts equal to the plan change nothing, in any month; worked by hand in the
//! files (`facts/`).

use crate::reference::random::{self, Dice};
use crate::support::bizcase;
use rayon::prelude::*;
use serde_json::Value;
use std::fmt::Write;
use toml::Table;

fn json(args: &[&str], stdin: &str) -> Value {
    let output = bizcase(&[args, &["--format", "json"]].concat(), stdin);
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}\n{stdin}", output.stderr))
}

/// A random case in which all that is asked for is promised, so that facts and plan are both certain.
fn promised(seed: u64) -> String {
    let mut text = String::new();
    let mut is_funding = false;
    for line in random::case(seed).lines() {
        if line.starts_with('[') {
            is_funding = line.starts_with("[funding.");
        }
        if let Some(said) = line.strip_prefix("kind = ") {
            let committed = is_funding && !["sales", "in_kind"].contains(&said.trim_matches('"'));
            text += if committed { "status = \"committed\"\n" } else { "" };
        }
        let asked = is_funding && (line.starts_with("status = ") || line.starts_with("chance = "));
        if !asked {
            text += &format!("{line}\n");
        }
    }
    text
}

/// Whether an entry can have facts.
fn has_facts(case: &Table, group: &str, id: &str) -> bool {
    let kind = case[group][id].get("kind").and_then(toml::Value::as_str);
    match group {
        "funding" => !["loan", "equity", "in_kind"].contains(&kind.unwrap_or_default()),
        "cost" | "avoided" | "value" | "burden" => true,
        _ => false,
    }
}

/// `[actual]` to a month with what a case posts, of all its entries or of some of them.
fn as_planned(case: &Table, show: &Value, until: usize, dice: &mut Dice) -> String {
    let months: Vec<_> = show["months"].as_array().unwrap().iter().collect();
    let mut text = format!("\n[actual]\nuntil = {}\n", months[until]);
    for entry in show["entries"].as_array().unwrap() {
        let path = entry["id"].as_str().unwrap();
        let (group, id) = path.split_once('.').unwrap();
        if !has_facts(case, group, id) || dice.percent(20) {
            continue;
        }
        let accrual = entry["accrual"].as_array().unwrap();
        let some = dice.percent(30);
        writeln!(text, "[actual.{path}]").unwrap();
        if some || dice.percent(20) {
            writeln!(text, "rest = \"plan\"").unwrap();
        }
        let told = (0..=until).filter(|_| !some || dice.percent(50));
        let told: Vec<_> = told
            .map(|month| format!("{} = {}", months[month], accrual[month].as_str().unwrap()))
            .collect();
        match told.as_slice() {
            [] if !some => unreachable!("at least one month is fact"),
            [] => {}
            told => writeln!(text, "at = {{ {} }}", told.join(", ")).unwrap(),
        }
    }
    text
}

/// What is not judged of months that are fact.
fn but_for_what_is_judged(mut check: Value) -> Value {
    let object = check.as_object_mut().unwrap();
    let of_judgement =
        ["warnings", "verdict", "tests", "conditions", "indispensable", "assumptions", "expect"];
    for of_judgement in of_judgement {
        object.remove(of_judgement);
    }
    check
}

fn first_difference(one: &Value, other: &Value, path: &str) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => one.iter().find_map(|(key, value)| {
            first_difference(
                value,
                other.get(key).unwrap_or(&Value::Null),
                &format!("{path}.{key}"),
            )
        }),
        (Value::Array(one), Value::Array(other)) => {
            one.iter().zip(other).enumerate().find_map(|(at, (one, other))| {
                let name = one.get("id").map_or(at.to_string(), Value::to_string);
                first_difference(one, other, &format!("{path}[{name}]"))
            })
        }
        (one, other) if one == other => None,
        (one, other) => Some(format!("{path}: {one} and {other}")),
    }
}

#[test]
fn facts_equal_to_the_plan_change_nothing_in_any_month() {
    (0..400_u64).into_par_iter().for_each(|seed| {
        let plan = promised(seed);
        let case: Table = plan.parse().expect("TOML");
        let show = json(&["show", "-", "--by", "month"], &plan);
        let check = but_for_what_is_judged(json(&["check", "-"], &plan));
        let months = i64::try_from(show["months"].as_array().unwrap().len()).unwrap();
        let mut dice = Dice::of(seed);
        for _ in 0..3 {
            let until = usize::try_from(dice.between(0, months - 1)).unwrap();
            let with = plan.clone() + &as_planned(&case, &show, until, &mut dice);
            let told = json(&["show", "-", "--by", "month"], &with);
            let difference = first_difference(&show, &told, "show");
            assert_eq!(difference, None, "seed {seed}\n{with}");
            let told = but_for_what_is_judged(json(&["check", "-"], &with));
            let difference = first_difference(&check, &told, "check");
            assert_eq!(difference, None, "seed {seed}\n{with}");
        }
    });
}

/// Facts that are other than planned.
fn other(case: &Table, show: &Value, until: usize, dice: &mut Dice) -> String {
    let months: Vec<_> = show["months"].as_array().unwrap().iter().collect();
    let mut text = format!("\n[actual]\nuntil = {}\n", months[until]);
    for entry in show["entries"].as_array().unwrap() {
        let path = entry["id"].as_str().unwrap();
        let (group, id) = path.split_once('.').unwrap();
        if !has_facts(case, group, id) || dice.percent(50) {
            continue;
        }
        let accrual = entry["accrual"].as_array().unwrap();
        writeln!(text, "[actual.{path}]\nrest = \"{}\"", dice.pick(&["0", "plan"])).unwrap();
        let mut told = Vec::new();
        for month in (0..=until).filter(|_| dice.percent(60)).collect::<Vec<_>>() {
            let planned = accrual[month].as_str().unwrap();
            let cents: i64 = planned.replace('.', "").parse().unwrap();
            let any = dice.between(0, cents * 2 + 1);
            let cents = dice.pick(&[0, cents, any, cents + 1]);
            told.push(format!("{} = {}.{:02}", months[month], cents / 100, cents % 100));
        }
        if !told.is_empty() {
            writeln!(text, "at = {{ {} }}", told.join(", ")).unwrap();
        }
    }
    text
}

#[test]
fn moving_on_with_what_was_expected_changes_nothing() {
    (0..300_u64).into_par_iter().for_each(|seed| {
        let plan = promised(seed);
        let case: Table = plan.parse().expect("TOML");
        let show = json(&["show", "-", "--by", "month"], &plan);
        let months = i64::try_from(show["months"].as_array().unwrap().len()).unwrap();
        let mut dice = Dice::of(seed);
        let until = usize::try_from(dice.between(0, months - 2)).unwrap();
        let facts = other(&case, &show, until, &mut dice);
        let before = json(&["show", "-", "--by", "month"], &(plan.clone() + &facts));
        // All that it came to, and what was expected of the months after it.
        let later =
            usize::try_from(dice.between(i64::try_from(until).unwrap(), months - 1)).unwrap();
        let mut moved: Table = facts.parse().unwrap();
        moved["actual"]["until"] = toml::Value::from(before["months"][later].as_str().unwrap());
        for entry in before["entries"].as_array().unwrap() {
            let (group, id) = entry["id"].as_str().unwrap().split_once('.').unwrap();
            let actual = moved["actual"].as_table_mut().unwrap();
            let Some(facts) = actual.get_mut(group).and_then(|it| it.get_mut(id)) else { continue };
            let facts = facts.as_table_mut().unwrap();
            let nothing = facts["rest"].as_str() == Some("0");
            facts.remove("rest");
            let mut at =
                facts.remove("at").map_or(Table::new(), |at| at.as_table().unwrap().clone());
            for month in 0..=later {
                let name = before["months"][month].as_str().unwrap();
                let came: f64 = entry["accrual"][month].as_str().unwrap().parse().unwrap();
                if came < 0.0 {
                    // A cent less than nothing, where what it follows came to less than planned: that
                    // is no fact that can be written, but it can be left to the plan.
                    assert!(!nothing || month > until);
                    facts.insert("rest".to_owned(), toml::Value::from("plan"));
                } else if month > until || (!nothing && !at.contains_key(name)) {
                    at.insert(name.to_owned(), toml::Value::Float(came));
                } else if !at.contains_key(name) {
                    at.insert(name.to_owned(), toml::Value::Integer(0));
                }
            }
            facts.insert("at".to_owned(), toml::Value::Table(at));
        }
        let with = plan.clone() + "\n" + &moved.to_string();
        let after = json(&["show", "-", "--by", "month"], &with);
        let difference = first_difference(&before, &after, "show");
        assert_eq!(difference, None, "seed {seed}\n{plan}\n{facts}\n{with}");
    });
}

const KITCHEN: &str = "tests/facts/kitchen.toml";

/// The first months of a column of an entry.
fn months(show: &Value, id: &str, column: &str) -> Vec<String> {
    let entries = show["entries"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["id"] == id).unwrap();
    let months = entry[column].as_array().unwrap().iter().take(6);
    months.map(|amount| amount.as_str().unwrap().trim_end_matches(".00").to_owned()).collect()
}

/// The sums stand in the file.
#[test]
fn what_really_happened_is_posted_and_the_plan_goes_on_from_there() {
    let show = json(&["show", KITCHEN, "--by", "month"], "");
    let of = |id, column| months(&show, id, column);
    assert_eq!(of("cost.rent", "accrual"), ["100", "130", "100", "100", "100", "100"]);
    assert_eq!(of("cost.rent", "cash"), ["300", "30", "0", "300", "0", "0"]);
    assert_eq!(of("cost.oven", "accrual"), ["0", "0", "1320", "0", "0", "0"]);
    assert_eq!(of("cost.oven", "depreciation"), ["0", "0", "110", "110", "110", "110"]);
    assert_eq!(of("cost.fee", "accrual"), ["15", "25", "20", "20", "20", "20"]);
    assert_eq!(of("funding.meals", "accrual"), ["150", "250", "200", "200", "200", "200"]);
    assert_eq!(of("funding.meals", "cash"), ["0", "150", "250", "200", "200", "200"]);
    assert_eq!(of("funding.grant", "accrual"), ["0", "0", "1250", "0", "0", "0"]);
    assert_eq!(of("funding.city", "accrual"), ["0", "0", "0", "0", "100", "100"]);
    assert_eq!(of("funding.city", "cash"), ["0", "0", "0", "0", "800", "0"]);
}

#[test]
fn what_is_judged_comes_after_what_is_fact() {
    let check = json(&["check", KITCHEN], "");
    let warnings = check["warnings"].as_array().unwrap().iter();
    let codes: Vec<_> = warnings.filter_map(|warning| warning["code"].as_str()).collect();
    assert!(codes.contains(&"requested_without_facts"), "{codes:?}");
    // 4,820.00 at the end of April (5,000 - 300 - 30 - 300 rent, - 1,320 oven, - 80 fees, + 600 meals,
    // + 1,250 grant), and not that is judged, but what comes after it.
    let lowest = &check["tests"][0]["certain"]["month"];
    assert!(lowest.as_str().unwrap() > "2027-04", "{lowest}");
}

/// Nothing laid over a case changes a month that is fact, in any of its figures by month.
#[test]
fn what_happened_stays_whatever_is_laid_over_it() {
    let facts = json(&["show", KITCHEN, "--by", "month"], "");
    for laid in ["cost.rent.amount=+50%", "funding.meals=-20%", "cost.oven.amount=5_000"] {
        let with = json(&["show", KITCHEN, "--by", "month", "--set", laid], "");
        for (one, other) in
            facts["entries"].as_array().unwrap().iter().zip(with["entries"].as_array().unwrap())
        {
            for column in ["accrual", "cash"] {
                let to_date =
                    |entry: &Value| entry[column].as_array().map(|months| months[..4].to_vec());
                assert_eq!(to_date(one), to_date(other), "{laid}: {} {column}", one["id"]);
            }
        }
        assert_eq!(facts["cash"]["all"][3], with["cash"]["all"][3], "{laid}");
    }
    // What was paid ahead in April, 300.00, stays; the 100.00 that May and June are dearer is due in May.
    let dearer = json(&["show", KITCHEN, "--by", "month", "--set", "cost.rent.amount=+50%"], "");
    assert_eq!(months(&dearer, "cost.rent", "accrual"), ["100", "130", "100", "100", "150", "150"]);
    assert_eq!(months(&dearer, "cost.rent", "cash"), ["300", "30", "0", "300", "100", "0"]);
}

#[test]
fn the_plan_is_there_for_who_asks() {
    let text = std::fs::read_to_string(KITCHEN).unwrap();
    let (plan, _) = text.split_once("[actual]").unwrap();
    let planned = json(&["show", "-", "--by", "month"], plan);
    let asked = json(&["show", "-", "--by", "month", "--plan"], &text);
    assert_eq!(planned, asked);
}
