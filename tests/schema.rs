//! The schema of a case, of a fund and of a price list: what `check` takes it takes, and what `check` refuses for its shape it
//! refuses; so say a validator and, with programs of others, a second one and two language servers.

use crate::reference::random;
use crate::support::bizcase;
use crate::support::expected::compare;
use crate::support::files::toml_files;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What is wrong with the shape of a file: with its keys, what they take, and what a whole file needs.
const OF_SHAPE: &[&str] = &[
    "advance_without_settlement",
    "bad_id",
    "change_spelling",
    "drop_off_without_lasts",
    "duration_spelling",
    "empty_list",
    "empty_text",
    "format_missing",
    "format_unsupported",
    "fund_from_a_month",
    "half_unit",
    "key_not_here",
    "key_required",
    "key_unknown",
    "language_unknown",
    "lasts_without_units",
    "listed_twice",
    "loan_without_term",
    "month_spelling",
    "negative",
    "no_language",
    "number_as_text",
    "of_without_measure",
    "per_missing",
    "percent_missing",
    "percent_spelling",
    "range_incomplete",
    "relative_here",
    "renew_without_life",
    "season_length",
    "settlement_without_advance",
    "spread_alone",
    "share_without_of",
    "status_not_taken",
    "structural_not_taken",
    "two_units",
    "unit_missing",
    "up_to_without_every",
    "value_unknown",
    "wrong_type",
];

/// The schemas of a case and of a fund, ready to validate.
struct Both {
    schemas: Schemas,
    case: SchemaIndex,
    fund: SchemaIndex,
    prices: SchemaIndex,
}

impl Both {
    fn read() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let mut index = |of: &str| {
            let file = format!("{of}.json");
            let schema = serde_json::from_str(&schema(of)).expect("JSON");
            compiler.add_resource(&file, schema).expect("a schema");
            compiler.compile(&file, &mut schemas).unwrap_or_else(|wrong| panic!("{wrong:#}"))
        };
        let (case, fund, prices) = (index("case"), index("fund"), index("prices"));
        Self { schemas, case, fund, prices }
    }

    /// Why a file is not as its schema has it; nothing where it is.
    fn refuses(&self, file: &Value) -> Option<String> {
        let of = match file {
            file if file.get("fund").is_some() => self.fund,
            file if file.get("price").is_some() => self.prices,
            _ => self.case,
        };
        self.schemas.validate(file, of).err().map(|wrong| format!("{wrong:#}"))
    }
}

fn schema(of: &str) -> String {
    let output = bizcase(&["schema", of], "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    output.stdout
}

/// A file as JSON has it; nothing where it is no TOML.
fn read(text: &str) -> Option<Value> {
    let table: toml::Table = text.parse().ok()?;
    serde_json::to_value(table).ok()
}

/// Every case and fund of the project that is right.
fn right() -> Vec<PathBuf> {
    let folders = [
        "cases",
        "cases/funds",
        "cases/prices",
        "examples/kwekerij",
        "tests/loans",
        "tests/claims",
    ];
    let files = folders.into_iter().filter(|it| Path::new(it).is_dir()).flat_map(toml_files);
    files.filter(|path| bizcase(&["check", &path.display().to_string()], "").code != 2).collect()
}

#[test]
fn those_that_ship_are_as_the_program_writes_them() {
    compare(Path::new("cases/case.schema.json"), &schema("case"));
    compare(Path::new("cases/fund.schema.json"), &schema("fund"));
    compare(Path::new("cases/prices.schema.json"), &schema("prices"));
}

#[test]
fn what_is_right_is_taken() {
    let both = Both::read();
    let files = right();
    assert!(files.len() > 10);
    for path in files {
        let file = read(&fs::read_to_string(&path).unwrap()).unwrap();
        let refused = both.refuses(&file);
        assert_eq!(refused, None, "{}", path.display());
    }
    for seed in 0..300 {
        let case = random::case(seed);
        let refused = both.refuses(&read(&case).unwrap());
        assert_eq!(refused, None, "{case}");
    }
}

/// The codes of what is wrong with a file.
fn codes(path: &Path) -> BTreeSet<String> {
    let output = bizcase(&["check", &path.display().to_string(), "--format", "json"], "");
    let told: Value = serde_json::from_str(&output.stdout).unwrap();
    let problems = told["problems"].as_array().cloned().unwrap_or_default();
    problems.iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_wrong_in_its_shape_is_refused() {
    let both = Both::read();
    let folders = ["case", "fund", "overlay", "prices"].map(|it| format!("tests/problems/{it}"));
    let folders = folders.iter().map(String::as_str);
    let (mut refused, mut taken) = (BTreeSet::new(), BTreeMap::new());
    for path in folders.flat_map(toml_files) {
        // What is no TOML no schema sees.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let Some(file) = read(&text) else { continue };
        let codes = codes(&path);
        match both.refuses(&file) {
            Some(why) => {
                assert!(!codes.is_empty(), "{}: {why}", path.display());
                refused.extend(codes);
            }
            None => taken.extend(codes.into_iter().map(|code| (code, path.clone()))),
        }
    }
    let unseen: Vec<_> = OF_SHAPE.iter().filter(|code| !refused.contains(**code)).collect();
    assert!(unseen.is_empty(), "no example of {unseen:?} is refused");
    let missed: Vec<_> = taken.iter().filter(|it| OF_SHAPE.contains(&it.0.as_str())).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// The keys that a definition of the schema of a case has.
fn keys(schema: &Value, definition: &str) -> BTreeSet<String> {
    let keys = &schema["definitions"][definition]["properties"];
    keys.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn each_key_says_what_it_means_in_both_languages() {
    let schema: Value = serde_json::from_str(&schema("case")).unwrap();
    for section in ["case", "party", "cost", "funding", "avoided", "criteria", "fade"] {
        for key in keys(&schema, section) {
            let told = &schema["definitions"][section]["properties"][&key]["description"];
            let (english, dutch) = told.as_str().unwrap().split_once("\n\n").unwrap();
            assert!(!english.is_empty() && !dutch.is_empty(), "{section}.{key}");
        }
    }
    let amount = &schema["definitions"]["funding"]["properties"]["amount"];
    assert_eq!(amount["examples"], serde_json::json!([5000]));
    let interest = &schema["definitions"]["funding"]["properties"]["interest"];
    assert_eq!(interest["default"], "0%");
}

#[test]
fn what_lies_over_another_file_may_be_a_part_of_one() {
    let both = Both::read();
    let part = |text: &str| both.refuses(&read(text).unwrap());
    let over = "extends = \"base.toml\"\n[cost]\n\"*\" = \"+10%\"\n[cost.rent]\namount = \"-5%\"\n";
    assert_eq!(part(over), None);
    assert!(part(&over.replace("extends = \"base.toml\"", "format = 1")).is_some());
    assert!(part(&over.replace("amount", "amuont")).is_some());
}

/// A second validator, and a language server: `BIZCASE_PYTHON` has both.
#[cfg(feature = "outside")]
#[test]
fn others_read_them_alike() {
    let python = std::env::var("BIZCASE_PYTHON").expect("BIZCASE_PYTHON names a Python");
    let done = std::process::Command::new(python)
        .args(["tests/schema/outside.py", env!("CARGO_BIN_EXE_bizcase")])
        .status();
    assert!(done.expect("Python runs").success());
}
