//! The program against the slow reference, on random cases that use every key of the format.
//!
//! `BIZCASE_RANDOM_CASES=100000` tries more of them, `BIZCASE_RANDOM_SEED=17` only that one.
#![allow(clippy::similar_names, reason = "a case and its cash are two words of the design")]

use crate::reference;
use std::collections::BTreeMap;
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;

use crate::reference::{Expected, expected, figures, fund, random, random_fund};
use crate::support::bizcase;

/// About half a minute on two cores, the dependencies optimised.
const CASES: u64 = 2_000;

fn number_from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

#[test]
fn the_program_agrees_with_the_reference() {
    if let Some(seed) = number_from_environment("BIZCASE_RANDOM_SEED") {
        if let Err(difference) = compare_case(seed) {
            panic!("{difference}");
        }
        return;
    }
    let cases = number_from_environment("BIZCASE_RANDOM_CASES").unwrap_or(CASES);
    let next = AtomicU64::new(0);
    let first_difference: Mutex<Option<(u64, String)>> = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= cases || first_difference.lock().unwrap().is_some() {
                        return;
                    }
                    if let Err(difference) = compare_case(seed) {
                        first_difference.lock().unwrap().get_or_insert((seed, difference));
                    }
                }
            });
        }
    });
    let first_difference = first_difference.into_inner().unwrap();
    if let Some((_, difference)) = first_difference {
        panic!("{difference}");
    }
}

/// Compares all that the program says of one case; the difference as a message.
fn compare_case(seed: u64) -> Result<(), String> {
    let toml = random::case(seed);
    let report = |what: &str| {
        format!(
            "{what}\n\nseed {seed} (BIZCASE_RANDOM_SEED={seed} runs only this one)\n\
             ---- case ----\n{toml}---- end of case ----\n{what}"
        )
    };
    let expected = catch_unwind(|| expected(&toml))
        .map_err(|_| report("the reference itself gives up on this case"))?;
    compare_runs(&toml, &expected).map_err(|what| report(&what))
}

fn compare_runs(toml: &str, expected: &Expected) -> Result<(), String> {
    let show = bizcase(&["show", "-", "--format", "json", "--by", "month"], toml);
    let found = as_json("show", &show.stdout, &show.stderr)?;
    first_difference("show", Some(&expected.show), Some(&found)).map_or(Ok(()), Err)?;
    if show.code != 0 {
        return Err(format!("show: exit code 0 expected, {} found", show.code));
    }
    let check = bizcase(&["check", "-", "--format", "json"], toml);
    let mut found = as_json("check", &check.stdout, &check.stderr)?;
    // Warnings are words of the program's own: only whether there are any can be told.
    let warnings = found.as_object_mut().and_then(|object| object.remove("warnings"));
    let warns = warnings.as_ref().and_then(Value::as_array).map(|list| !list.is_empty());
    if expected.warns && warns != Some(true) {
        return Err("check: no warning, and one is due".to_owned());
    }
    first_difference("check", Some(&expected.check), Some(&found)).map_or(Ok(()), Err)?;
    if check.code != expected.code {
        return Err(format!("check: exit code {} expected, {} found", expected.code, check.code));
    }
    Ok(())
}

fn as_json(command: &str, stdout: &str, stderr: &str) -> Result<Value, String> {
    serde_json::from_str(stdout).map_err(|error| {
        format!("{command}: no JSON ({error})\n-- stdout\n{stdout}\n-- stderr\n{stderr}")
    })
}

/// The place of the first difference, with both values. A field that is absent equals null.
fn first_difference(path: &str, expected: Option<&Value>, found: Option<&Value>) -> Option<String> {
    let is_nothing = |value: Option<&Value>| value.is_none_or(Value::is_null);
    match (expected, found) {
        (Some(Value::Object(expected)), Some(Value::Object(found))) => {
            let unexpected = found.keys().filter(|key| !expected.contains_key(*key));
            expected.keys().chain(unexpected).find_map(|key| {
                first_difference(&format!("{path}.{key}"), expected.get(key), found.get(key))
            })
        }
        (Some(Value::Array(expected)), Some(Value::Array(found))) => {
            (0..expected.len().max(found.len())).find_map(|place| {
                let path = match expected.get(place).and_then(|item| item.get("id")) {
                    Some(id) => format!("{path}[{place}: {id}]"),
                    None => format!("{path}[{place}]"),
                };
                first_difference(&path, expected.get(place), found.get(place))
            })
        }
        (expected, found) if is_nothing(expected) && is_nothing(found) => None,
        (expected, found) if expected == found => None,
        (expected, found) => {
            let shown =
                |value: Option<&Value>| value.map_or("nothing".to_owned(), Value::to_string);
            Some(format!("{path}: expected {}, found {}", shown(expected), shown(found)))
        }
    }
}

/// Some twenty seconds on two cores.
const FUNDS: u64 = 300;

#[test]
fn the_program_agrees_on_funds() {
    if let Some(seed) = number_from_environment("BIZCASE_RANDOM_SEED") {
        return compare_fund(seed).unwrap_or_else(|difference| panic!("{difference}"));
    }
    let funds = number_from_environment("BIZCASE_RANDOM_FUNDS").unwrap_or(FUNDS);
    for seed in 0..funds {
        compare_fund(seed).unwrap_or_else(|difference| panic!("{difference}"));
    }
}

/// Compares all that the program says of one fund; the difference as a message.
fn compare_fund(seed: u64) -> Result<(), String> {
    let drawn = random_fund::fund(seed);
    let folder = std::env::temp_dir().join(format!("bizcase-{}-{seed}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in &drawn.cases {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let file = folder.join("fund.toml");
    std::fs::write(&file, &drawn.toml).unwrap();
    let output = bizcase(&["fund", file.to_str().unwrap(), "--format", "json"], "");
    std::fs::remove_dir_all(&folder).unwrap();
    let report = |what: &str| {
        let cases = drawn.cases.iter().map(|(name, text)| format!("---- {name} ----\n{text}"));
        let cases = cases.collect::<String>();
        format!("{what}\n\nseed {seed}\n---- fund ----\n{}{cases}----\n{what}", drawn.toml)
    };
    let mut found =
        as_json("fund", &output.stdout, &output.stderr).map_err(|what| report(&what))?;
    let object = found.as_object_mut().unwrap();
    for words in ["format", "fund", "warnings"] {
        object.remove(words);
    }
    let edge = object["measures"].as_object_mut().unwrap().remove("edge_interest").unwrap();
    let mut expected = catch_unwind(|| fund::expected(&drawn.fund))
        .map_err(|_| report("the reference itself gives up on this fund"))?;
    expected["assumptions"] = figures::tally(&drawn.toml);
    first_difference("fund", Some(&expected), Some(&found))
        .map_or(Ok(()), Err)
        .map_err(|what| report(&what))?;
    // The reference takes long over an edge, so it looks at one in ten.
    if seed.is_multiple_of(10) {
        edge_is_right(&drawn.fund, &edge).map_err(|what| report(&what))
    } else {
        Ok(())
    }
}

/// At the edge it keeps its capital, a hundredth of a percent below it does not.
fn edge_is_right(fund: &fund::Fund, edge: &Value) -> Result<(), String> {
    match edge.as_str() {
        None if !fund::keeps_at(fund, "0") && !fund::keeps_at(fund, "20") => Ok(()),
        None => Err("it keeps its capital at some interest".to_owned()),
        Some("0.00") if fund::keeps_at(fund, "0") => Ok(()),
        Some(edge) => {
            let hundredths: i64 = edge.replace('.', "").parse().unwrap();
            let below = format!("{}.{:02}", (hundredths - 1) / 100, (hundredths - 1) % 100);
            if fund::keeps_at(fund, edge) && !fund::keeps_at(fund, &below) {
                Ok(())
            } else {
                Err(format!("{edge}% is no edge"))
            }
        }
    }
}

#[test]
fn a_difference_is_told_with_its_place() {
    let expected =
        serde_json::json!({"tests": [{"id": "dscr", "figure": "1.2000", "month": null}]});
    let found = serde_json::json!({"tests": [{"id": "dscr", "figure": "1.2001"}]});
    assert_eq!(
        first_difference("check", Some(&expected), Some(&found)).unwrap(),
        "check.tests[0: \"dscr\"].figure: expected \"1.2000\", found \"1.2001\""
    );
    assert_eq!(first_difference("check", Some(&expected), Some(&expected)), None);
    let longer = serde_json::json!({"tests": [], "more": 1});
    assert!(first_difference("check", Some(&expected), Some(&longer)).is_some());
    assert!(first_difference("check", Some(&longer), Some(&expected)).is_some());
}

/// Random cases are only worth something if they reach everything.
#[test]
fn random_cases_reach_all_verdicts_and_results() {
    let mut verdicts: BTreeMap<String, usize> = BTreeMap::new();
    let mut results: BTreeMap<String, usize> = BTreeMap::new();
    let cases = 600;
    for seed in 0..cases {
        let check = expected(&random::case(seed)).check;
        *verdicts.entry(check["verdict"].as_str().unwrap().to_owned()).or_default() += 1;
        for test in check["tests"].as_array().unwrap() {
            for run in ["certain", "all"] {
                let result = test[run]["result"].as_str().unwrap();
                let id = test["id"].as_str().unwrap();
                *results.entry(format!("{id} {result}")).or_default() += 1;
                if test[run]["rounding"] == true {
                    *results.entry(format!("{id} rounding")).or_default() += 1;
                }
            }
        }
    }
    for verdict in ["closes", "conditional", "does_not_close"] {
        let found = verdicts.get(verdict).copied().unwrap_or(0);
        assert!(found >= 60, "{verdict} in only {found} of {cases} cases: {verdicts:?}");
    }
    for test in reference::TESTS {
        for result in ["pass", "fail"] {
            let found = results.get(&format!("{test} {result}")).copied().unwrap_or(0);
            assert!(found >= 20, "{test} has {result} only {found} times: {results:?}");
        }
        let found = results.get(&format!("{test} rounding")).copied().unwrap_or(0);
        assert!(found >= 1, "{test} is never a matter of rounding: {results:?}");
        let is_optional = test != "liquidity";
        assert_eq!(results.contains_key(&format!("{test} not_applicable")), is_optional, "{test}");
    }
}

/// Every key of the format's section 3, but for those of parties and of the fund.
const KEYS: [&str; 93] = [
    "start = ",
    "years = ",
    "ends = true",
    "[opening.",
    "[reserve.",
    "for = ",
    "kind = \"receivable\"",
    "kind = \"payable\"",
    "currency = ",
    "opening_cash = ",
    "discount_rate = ",
    "inflation = ",
    "discounting = \"start\"",
    "discounting = \"mid\"",
    "discounting = \"end\"",
    "language = ",
    "story = ",
    "[rate]",
    "public = true",
    "public = false",
    "amount = ",
    "amounts = ",
    "quantity = ",
    "price = ",
    "prices = [",
    "at = {",
    "per = \"once\"",
    "per = \"month\"",
    "per = \"quarter\"",
    "per = \"year\"",
    "index = \"wages\"",
    "index = \"prices\"",
    "on = ",
    "from = ",
    "until = ",
    "ramp = ",
    "growth = ",
    "season = ",
    "life = \"unlimited\"",
    "renew = true",
    "sold = ",
    "of = \"cost.",
    "of = \"funding.",
    "of = \"effect_",
    "of = \"avoided.",
    "of = \"value.",
    "share = ",
    "optimism_bias = ",
    "off = true",
    "deadweight = ",
    "displacement = ",
    "attribution = ",
    "cashable = ",
    "transfer = ",
    "lag = ",
    "lasts = ",
    "drop_off = ",
    "source = ",
    "kind = \"sales\"",
    "kind = \"contract\"",
    "kind = \"contribution\"",
    "kind = \"outcome\"",
    "kind = \"subsidy\"",
    "kind = \"grant\"",
    "kind = \"donation\"",
    "kind = \"equity\"",
    "kind = \"loan\"",
    "kind = \"in_kind\"",
    "structural = true",
    "structural = false",
    "status = \"committed\"",
    "status = \"requested\"",
    "paid = \"quarterly\"",
    "paid = \"yearly\"",
    "paid = {",
    "delay = ",
    "advance = ",
    "settlement = ",
    "settled = \"yearly\"",
    "covers = ",
    "fade = ",
    "cap = ",
    "interest = ",
    "revolving = true",
    "repayment = \"annuity\"",
    "repayment = \"linear\"",
    "repayment = \"bullet\"",
    "grace = ",
    "instalments = \"quarterly\"",
    "instalments = \"yearly\"",
    "\"pm\"",
    "likely = ",
    "require = ",
];

#[test]
fn random_cases_use_every_key() {
    let cases: String = (0..400).map(random::case).collect();
    for key in KEYS {
        let uses = cases.lines().filter(|line| line.contains(key)).count();
        assert!(uses >= 5, "{key} is used {uses} times in 400 cases");
    }
}
