//! `cases/README.md`, the reference that ships with the program, names whatever there is to know:
//! every code, key, column and test file.

use crate::reference::random;
use crate::support;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use toml::Table;

const REFERENCE: &str = include_str!("../cases/README.md");

/// Everything below a folder, at any depth.
fn below(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("one").path());
    let mut files = Vec::new();
    for path in entries {
        if path.is_dir() {
            files.extend(below(&path.to_string_lossy()));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|it| it == extension)
}

/// What is not named, between the marks that a name stands between.
fn assert_all_named(what: &str, names: BTreeSet<String>) {
    assert!(names.len() > 10, "{what}: {names:?}");
    let marks = [("`", "`"), ("`", " ="), ("\"", "\""), ("[", "."), ("[", "]")];
    let heads = [("\n", ","), (",", ","), (",", "\n")];
    let is_named = |name: &String| {
        let mut marks = marks.iter().chain(&heads);
        marks.any(|(open, close)| REFERENCE.contains(&format!("{open}{name}{close}")))
    };
    let missing: Vec<_> = names.into_iter().filter(|name| !is_named(name)).collect();
    assert!(missing.is_empty(), "cases/README.md does not name these {what}: {missing:?}");
}

/// Each code has an example of its name; the other tests see to that.
#[test]
fn every_code_is_named() {
    let examples =
        ["case", "fund", "overlay", "prices", "syntax"].map(|it| format!("tests/problems/{it}"));
    let examples = examples.iter().flat_map(|folder| below(folder));
    let examples = examples.filter(|path| path.to_string_lossy().ends_with(".nl.out"));
    let code = |path: PathBuf| {
        let told = fs::read_to_string(&path).expect("what is told");
        let codes = told.lines().filter_map(|line| {
            let (kind, rest) = line.split_once('[')?;
            let is_told = ["fout", "waarschuwing"].contains(&kind);
            is_told.then(|| rest.split(']').next().unwrap_or_default().to_owned())
        });
        codes.collect::<Vec<_>>()
    };
    assert_all_named("codes", examples.flat_map(code).collect());
}

#[test]
fn every_key_is_named() {
    let files = ["cases", "examples", "benches"].iter().flat_map(|folder| below(folder));
    let files = files.filter(|path| has_extension(path, "toml"));
    let written = files.map(|path| fs::read_to_string(path).expect("a file"));
    let mut keys = BTreeSet::new();
    for text in written.chain((0..200).map(random::case)) {
        let document: Table = text.parse().expect("TOML");
        keys_of_document(&document, &mut keys);
    }
    // Months stand for themselves.
    keys.retain(|key| !key.starts_with(|first: char| first.is_ascii_digit()));
    assert_all_named("keys", keys);
}

/// Tables of entries, whose own keys are ids.
const GROUPS: &[&str] = &[
    "bias",
    "price",
    "party",
    "cost",
    "funding",
    "avoided",
    "value",
    "burden",
    "opening",
    "reserve",
    "stress",
    "contribution",
    "initiative",
    "lending",
];

fn keys_of_document(document: &Table, keys: &mut BTreeSet<String>) {
    for (name, item) in document {
        keys.insert(name.clone());
        let toml::Value::Table(table) = item else { continue };
        match name.as_str() {
            // What a rate is called is nobody's business.
            "rate" => {}
            "scenario" => {
                for scenario in table.values().filter_map(toml::Value::as_table) {
                    keys_of_document(scenario, keys);
                }
            }
            group if GROUPS.contains(&group) => {
                table.values().filter_map(toml::Value::as_table).for_each(|it| keys_of(it, keys));
            }
            _ => keys_of(table, keys),
        }
    }
}

fn keys_of(table: &Table, keys: &mut BTreeSet<String>) {
    for (key, item) in table {
        keys.insert(key.clone());
        if let Some(table) = item.as_table() {
            keys_of(table, keys);
        }
    }
}

/// What each command gives to other programs, on a case and on a fund that have something of all.
const COMMANDS: &[&str] = &[
    "check cases/wijkwasserij.toml",
    "check cases/buurtkeuken.toml",
    "check cases/funds/wijkfonds.toml",
    "show cases/wijkwasserij.toml",
    "show cases/wijkwasserij.toml --by year",
    "compare cases/wijkwasserij.toml",
    "compare cases/funds/wijkfonds.toml",
    "close cases/blijfthuis.toml",
    "close cases/buurtkeuken.toml",
    "sensitivity cases/buurtkeuken.toml",
    "sensitivity cases/buurtkeuken.toml --grid funding.meals.price --grid funding.meals.quantity",
    "sensitivity cases/funds/lochem.toml",
    "stress cases/buurtkeuken.toml",
    "simulate cases/buurtkeuken.toml --draws 20",
    "explain cases/buurtkeuken.toml verdict --depth 3",
    "fund cases/funds/wijkfonds.toml",
    "fund cases/funds/lochem.toml",
];

fn typed(command: &str, format: &str) -> String {
    let words: Vec<_> = command.split(' ').chain(["--format", format]).collect();
    let output = support::bizcase(&words, "");
    assert_ne!(output.code, 2, "{command}: {}", output.stderr);
    output.stdout
}

#[test]
fn every_key_of_the_json_is_named() {
    let mut keys = BTreeSet::new();
    for command in COMMANDS {
        let json: Value = serde_json::from_str(&typed(command, "json")).expect("JSON");
        json_keys(&json, &mut keys);
    }
    assert_all_named("keys of JSON", keys);
}

fn json_keys(json: &Value, keys: &mut BTreeSet<String>) {
    match json {
        Value::Object(object) => {
            for (key, value) in object {
                keys.insert(key.clone());
                json_keys(value, keys);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| json_keys(value, keys)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_column_of_the_csv_is_named() {
    let mut columns = BTreeSet::new();
    for command in COMMANDS {
        let table = typed(command, "csv");
        let head = table.lines().next().expect("a head");
        // A grid is headed by paths.
        let is_word = |name: &&str| !name.contains('.');
        columns.extend(head.split(',').filter(is_word).map(str::to_owned));
    }
    assert_all_named("columns", columns);
}

#[test]
fn every_test_file_is_named_and_there() {
    let entries = fs::read_dir("tests").expect("a folder").map(|entry| entry.expect("one").path());
    // `all.rs` only lists the others.
    let files = entries.filter(|path| has_extension(path, "rs") && !path.ends_with("all.rs"));
    let name = |path: PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    let there: BTreeSet<String> = files.map(name).collect();
    let rows = REFERENCE.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let named = rows.map(|(name, _)| name.to_owned());
    let named = named.filter(|name| has_extension(Path::new(name), "rs"));
    assert_eq!(there, named.collect());
}
