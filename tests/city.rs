//! A city's cases on engines that spread work: what they come to is what `portfolio` says, to the cent,
//! also when a worker dies. Needs Java, and a Python (`BIZCASE_PYTHON`) with `pyspark` and `duckdb`.

use crate::support::bizcase;
use crate::support::terminal::empty_folder;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CASES: usize = 1000;

/// Runs a script of the example, or says why it cannot be run.
fn script(name: &str, arguments: &[&OsStr], surroundings: &[(&str, &Path)]) -> Output {
    let python = std::env::var_os("BIZCASE_PYTHON");
    let python = python.expect("BIZCASE_PYTHON: a Python that has pyspark and duckdb");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/city").join(name);
    let mut command = Command::new(python);
    command.arg(script).args(arguments).envs(surroundings.iter().copied());
    let output = command.output().expect("a Python that runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}, which needs Java, pyspark and duckdb:\n{errors}");
    output
}

/// A city of cases in a folder of its own, and what its maker knows of their sums.
fn city(name: &str) -> (PathBuf, Vec<String>) {
    let folder = empty_folder(name);
    let cases = CASES.to_string();
    let arguments = [OsStr::new("--cases"), OsStr::new(&cases), folder.as_os_str()];
    script("cases.py", &arguments, &[]);
    let known = fs::read_to_string(folder.join("known.csv")).unwrap();
    (folder, known.lines().map(str::to_owned).collect())
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

/// How many cases came to what, as a script tells it.
fn counts(output: &Output) -> Vec<String> {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let words = ["closes: ", "conditional: ", "does_not_close: ", "wrong: "];
    let lines = told.lines().filter(|line| words.iter().any(|word| line.starts_with(word)));
    let mut lines: Vec<_> = lines.map(str::to_owned).collect();
    lines.sort();
    lines
}

/// The same of `portfolio`, and its sums without names, in the order of the scripts.
fn portfolio(folder: &Path) -> (Vec<String>, Vec<String>) {
    let files = folder.join("files");
    let run = |format| bizcase(&["portfolio", files.to_str().unwrap(), "--format", format], "");
    let csv = run("csv").stdout;
    let rows = csv.lines().map(|row| {
        let cells: Vec<_> = row.split(',').collect();
        [&cells[..2], &cells[3..]].concat().join(",")
    });
    let mut rows: Vec<_> = rows.collect();
    rows[1..].sort();
    let told: serde_json::Value = serde_json::from_str(&run("json").stdout).unwrap();
    let mut counts: Vec<_> =
        told["cases"].as_object().unwrap().iter().map(|(it, of)| format!("{it}: {of}")).collect();
    counts.push(format!("wrong: {}", told["wrong"].as_array().unwrap().len()));
    counts.sort();
    (counts, rows)
}

fn on(folder: &Path, worker: &Path) -> [PathBuf; 4] {
    let (cases, out) = (folder.join("cases.ndjson"), folder.join("out"));
    [cases, out, PathBuf::from("--bizcase"), worker.to_owned()]
}

fn worker() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_bizcase"))
}

#[test]
fn engines_come_to_what_portfolio_says() {
    let (folder, known) = city("city");
    let (counted, sums) = portfolio(&folder);
    // Broken files are among them, and cases in two currencies.
    assert!(counted.iter().any(|it| it.starts_with("wrong: ") && it != "wrong: 0"), "{counted:?}");
    assert!(sums.iter().any(|row| row.starts_with("GBP,")));
    assert_eq!(sums, known);
    for engine in ["duck.py", "spark.py"] {
        let arguments = on(&folder, worker());
        let output = script(engine, &arguments.each_ref().map(|it| it.as_os_str()), &[]);
        assert_eq!(lines(&output), known, "{engine}");
        assert_eq!(counts(&output), counted, "{engine}");
    }
}

#[test]
fn a_worker_that_dies_costs_nothing_and_counts_nothing_twice() {
    let (folder, known) = city("city-dies");
    let (counted, _) = portfolio(&folder);
    let python = std::env::var("BIZCASE_PYTHON").expect("BIZCASE_PYTHON");
    let (dies, died) = (folder.join("dies"), folder.join("died"));
    let stand_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/city/dies.py");
    let text = format!("#!/bin/sh\nexec '{python}' '{}' \"$@\"\n", stand_in.display());
    fs::write(&dies, text).unwrap();
    fs::set_permissions(&dies, fs::Permissions::from_mode(0o755)).unwrap();
    let surroundings = [("BIZCASE_REAL", worker()), ("BIZCASE_DIED", died.as_path())];
    let arguments = on(&folder, &dies);
    let output = script("spark.py", &arguments.each_ref().map(|it| it.as_os_str()), &surroundings);
    assert!(died.is_dir(), "no worker died");
    assert_eq!(lines(&output), known);
    assert_eq!(counts(&output), counted);
}
