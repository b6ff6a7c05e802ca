//! What is wrong with a file is data under `--format json`: the same problems that people are told, each
//! with its code, words, severity and place, of every file in `tests/problems/`.

use crate::overlay_problems;
use crate::support::files::toml_files;
use crate::support::{Output, bizcase};
use serde_json::Value;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 3] = ["tests/problems/case", "tests/problems/fund", "tests/problems/syntax"];

fn run(typed: &[String], format: &str) -> Output {
    let typed: Vec<_> = typed.iter().map(String::as_str).collect();
    bizcase(&[&typed[..], &["--lang", "en", "--format", format]].concat(), "")
}

fn json(typed: &[String]) -> Value {
    let output = run(typed, "json");
    serde_json::from_str(&output.stdout).unwrap_or_else(|wrong| panic!("{wrong}: {typed:?}"))
}

fn checked(file: &Path) -> Vec<String> {
    vec!["check".to_owned(), file.display().to_string()]
}

/// The codes that people are told, in order.
fn told(text: &str) -> Vec<&str> {
    let told = text.lines().filter_map(|line| {
        let code = line.strip_prefix("error[").or_else(|| line.strip_prefix("warning["))?;
        code.split(']').next()
    });
    told.collect()
}

/// What is noted of a file, as what stops it or as what is worth saying.
fn noted(object: &Value) -> &Vec<Value> {
    let noted = object.get("problems").or_else(|| object.get("warnings"));
    noted.and_then(Value::as_array).unwrap_or_else(|| panic!("{object}"))
}

fn code(problem: &Value) -> &str {
    problem["code"].as_str().unwrap()
}

fn is_a_problem(problem: &Value, typed: &[String]) {
    let told = format!("{typed:?}: {problem}");
    let keys: Vec<_> = problem.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["code", "severity", "message", "help", "place", "labels"], "{told}");
    let text = |key: &str| problem[key].as_str().is_some_and(|text| !text.is_empty());
    assert!(text("code") && text("message") && text("help"), "{told}");
    assert!(["error", "warning"].contains(&problem["severity"].as_str().unwrap()), "{told}");
    is_a_place(&problem["place"], &told);
    for label in problem["labels"].as_array().unwrap() {
        assert!(label["message"].is_string(), "{told}");
        is_a_place(&label["place"], &told);
    }
}

/// A stretch that lies in its file, or in the argument that it names.
fn is_a_place(place: &Value, told: &str) {
    let file = place["file"].as_str().unwrap();
    let at = |place: &Value| (place["line"].as_u64().unwrap(), place["column"].as_u64().unwrap());
    let (begins, ends) = (at(place), at(&place["end"]));
    assert!(begins.0 > 0 && begins.1 > 0 && begins <= ends, "{told}");
    match std::fs::read(file) {
        Ok(bytes) => {
            // One of them is no UTF-8.
            let text = String::from_utf8_lossy(&bytes);
            let line = text.lines().nth(usize::try_from(begins.0).unwrap() - 1).unwrap_or_default();
            let columns = u64::try_from(line.chars().count()).unwrap();
            assert!(begins.1 <= columns + 1, "{told}");
        }
        Err(_) => assert!(file.starts_with("--") || file == "PATH", "{told}"),
    }
}

/// That a program is told of a command what people are.
fn is_told_as_data(typed: &[String]) {
    let text = run(typed, "text");
    let object = json(typed);
    let noted = noted(&object);
    assert!(!noted.is_empty(), "{typed:?}");
    for problem in noted {
        is_a_problem(problem, typed);
    }
    let codes: Vec<_> = noted.iter().map(code).collect();
    // Whoever reads a text is told the first hundred.
    assert_eq!(told(&text.stderr), &codes[..codes.len().min(100)], "{typed:?}");
    let stops = noted.iter().any(|problem| problem["severity"] == "error");
    assert_eq!(stops, object.get("problems").is_some(), "{typed:?}");
    assert_eq!(stops, text.code == 2, "{typed:?}");
}

#[test]
fn of_every_file() {
    for file in FOLDERS.into_iter().chain(["tests/problems"]).flat_map(toml_files) {
        is_told_as_data(&checked(&file));
    }
}

#[test]
fn of_every_argument() {
    for example in overlay_problems::examples() {
        is_told_as_data(&overlay_problems::typed(&example));
    }
    let case = "cases/kamers.toml";
    for words in [
        &["show", case, "--entry", "cost.room"][..],
        &["show", case, "--entry", "cost.rent", "--entry", ""],
        &["explain", case, "cash.1999-01"],
        &["sensitivity", case, "--grid", "cost.x", "--grid", "cost.y"],
        &["simulate", case, "--scenario", "nowhere"],
        &["compare", case, "--scenario", "nowhere", "--set", "cost.rent.amount=x"],
        &["stress", "cases/funds/lochem.toml"],
    ] {
        is_told_as_data(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    }
}

#[test]
fn of_a_file_that_cannot_be_opened() {
    let object = json(&["show".to_owned(), "nowhere.toml".to_owned()]);
    let [problem] = noted(&object).as_slice() else { panic!("{object}") };
    assert_eq!(code(problem), "cannot_open");
    assert_eq!(problem["place"]["file"], "nowhere.toml");
    assert_eq!(problem["place"]["line"], Value::Null);
}

#[test]
fn of_each_of_many_files_in_its_place() {
    let files = ["cases/kamers.toml", "tests/problems/case/negative.toml", "nowhere.toml"];
    let files =
        [&files[..], &["tests/problems/fund/before_fund.toml", "cases/kamers.toml"]].concat();
    let typed: Vec<_> = ["check"].iter().chain(&files).map(|word| (*word).to_owned()).collect();
    let array = json(&typed);
    let found: Vec<_> = array.as_array().unwrap().iter().map(file).collect();
    assert_eq!(found, files);
    let wrong = array.as_array().unwrap().iter().map(|object| object.get("problems").is_some());
    assert_eq!(wrong.collect::<Vec<_>>(), [false, true, true, true, false]);
}

#[test]
fn of_a_folder() {
    for folder in FOLDERS {
        let array = json(&checked(Path::new(folder)));
        let found = array.as_array().unwrap();
        let files: Vec<_> = found.iter().map(|object| PathBuf::from(file(object))).collect();
        let there = |path: &PathBuf| path.parent() == Some(Path::new(folder));
        let all = toml_files(folder);
        // What is recognisably neither a case nor a fund is passed by.
        let expected: Vec<_> = all.into_iter().filter(|path| files.contains(path)).collect();
        assert_eq!(files.into_iter().filter(there).collect::<Vec<_>>(), expected);
        assert!(expected.len() > 10, "{folder}");
        for object in found {
            let alone = json(&checked(Path::new(file(object))));
            assert_eq!(*object, alone, "{folder}");
        }
    }
}

#[test]
fn of_a_table_a_row_is_there_for_each_file() {
    let files = ["cases/kamers.toml", "tests/problems/case/negative.toml", "nowhere.toml"];
    for files in [&files[..], &files[1..2], &files[2..]] {
        let output = bizcase(&[&["check"], files, &["--format", "csv"]].concat(), "");
        let mut table = csv::Reader::from_reader(output.stdout.as_bytes());
        let rows: Vec<_> = table.records().map(Result::unwrap).collect();
        for file in files {
            let of_file: Vec<_> = rows.iter().filter(|row| row[0] == **file).collect();
            let wrong = *file != "cases/kamers.toml";
            assert_eq!(of_file.len() == 1 && &of_file[0][1] == "wrong", wrong, "{file}");
            assert!(!of_file.is_empty());
        }
    }
}

/// The file that an object is about.
fn file(object: &Value) -> &str {
    let about = ["file", "case", "fund"].into_iter().find_map(|key| match &object[key] {
        Value::String(file) => Some(file.as_str()),
        Value::Object(about) => about["file"].as_str(),
        _ => None,
    });
    about.unwrap_or_else(|| panic!("{object}"))
}
