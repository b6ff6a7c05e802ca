//! Texts in two languages: people read them in that of the report, programs in that of the file.

use crate::support::bizcase;
use crate::support::files::toml_files;
use std::fs;
use toml::{Table, Value};

/// What begins every text in Dutch of a file made by [`bilingual`], and what every one in English.
const DUTCH: &str = "Xnl";
const ENGLISH: &str = "Xen";

/// A text in both languages, English first.
fn both(of: &str) -> Value {
    let texts = [("en", ENGLISH), ("nl", DUTCH)];
    let texts = texts.map(|(language, begin)| (language.to_owned(), format!("{begin}{of}").into()));
    Value::Table(texts.into_iter().collect())
}

/// A shipped file in which everything that has a name, a story or a source has it in both languages.
fn bilingual(path: &str, language: Option<&str>) -> String {
    let (folder, _) = path.rsplit_once('/').unwrap();
    let mut document: Table = fs::read_to_string(path).unwrap().parse().unwrap();
    for (group, table) in &mut document {
        let Value::Table(table) = table else { continue };
        match group.as_str() {
            "case" | "fund" => {
                table.insert("name".to_owned(), both("head"));
                table.insert("story".to_owned(), both("story"));
                table.remove("language");
                table.extend(language.map(|language| ("language".to_owned(), language.into())));
            }
            "rate" | "criteria" | "expect" | "stress" => {}
            _ => {
                for (id, entry) in table.iter_mut() {
                    let Value::Table(entry) = entry else { continue };
                    entry.insert("name".to_owned(), both(id));
                    if group == "scenario" {
                        name_what_is_new(entry);
                    } else {
                        entry.insert("source".to_owned(), both("source"));
                    }
                    // Standard input stands in the folder of the repository.
                    if let Some(Value::String(case)) = entry.get_mut("case") {
                        *case = format!("{folder}/{case}");
                    }
                }
            }
        }
    }
    document.to_string()
}

/// Gives the entries that a scenario adds their names in both languages.
fn name_what_is_new(scenario: &mut Table) {
    for (id, table) in scenario.iter_mut() {
        let Value::Table(table) = table else { continue };
        if table.contains_key("name") {
            table.insert("name".to_owned(), both(id));
            table.insert("source".to_owned(), both("source"));
        }
        name_what_is_new(table);
    }
}

fn run(arguments: &[&str], file: &str) -> String {
    let output = bizcase(arguments, file);
    assert_ne!(output.code, 2, "{arguments:?}\n{file}\n{}", output.stderr);
    output.stdout
}

const OF_CASES: [&[&str]; 10] = [
    &["check", "-"],
    &["show", "-"],
    &["show", "-", "--entry", "cost.coordinator"],
    &["explain", "-"],
    &["explain", "-", "cost.coordinator.2028-01"],
    &["close", "-"],
    &["compare", "-"],
    &["sensitivity", "-"],
    &["stress", "-"],
    &["simulate", "-", "--draws", "50"],
];

const OF_FUNDS: [&[&str]; 3] = [&["check", "-"], &["fund", "-"], &["compare", "-"]];

/// What a command prints of a file in a format and a language.
fn printed(command: &[&str], file: &str, format: &str, language: &str) -> String {
    run(&[command, &["--format", format, "--lang", language]].concat(), file)
}

fn people_read_their_own(command: &[&str], file: &str) {
    for format in ["text", "markdown"] {
        for (language, own, other) in [("nl", DUTCH, ENGLISH), ("en", ENGLISH, DUTCH)] {
            let report = printed(command, file, format, language);
            assert!(report.contains(own), "{command:?} {format} {language}\n{report}");
            assert!(!report.contains(other), "{command:?} {format} {language}\n{report}");
        }
    }
}

fn programs_read_one(command: &[&str], file: &str, other: &str) -> usize {
    let texts = ["json", "csv"].map(|format| {
        let report = printed(command, file, format, "nl");
        assert_eq!(report, printed(command, file, format, "en"), "{command:?} {format}");
        assert!(!report.contains(other), "{command:?} {format}\n{report}");
        report.matches(if other == DUTCH { ENGLISH } else { DUTCH }).count()
    });
    texts.iter().sum()
}

fn every_command(path: &str, commands: &[&[&str]]) {
    let (first, dutch) = (bilingual(path, None), bilingual(path, Some("nl")));
    let mut told = [0; 2];
    for command in commands {
        people_read_their_own(command, &dutch);
        told[0] += programs_read_one(command, &first, DUTCH);
        told[1] += programs_read_one(command, &dutch, ENGLISH);
    }
    assert!(told[0] > 0 && told[0] == told[1], "{told:?}");
}

#[test]
fn every_command_on_a_case_speaks_to_whoever_reads_it() {
    every_command("cases/buurtkeuken.toml", &OF_CASES);
}

#[test]
fn what_scenarios_are_and_add_is_called_by_its_name() {
    let case = bilingual("cases/buurtkeuken.toml", None);
    for (language, begin) in [("nl", DUTCH), ("en", ENGLISH)] {
        let stressed = printed(&["stress", "-"], &case, "text", language);
        assert!(stressed.contains(&format!("“{begin}handover”")), "{stressed}");
        let compared = printed(&["compare", "-"], &case, "markdown", language);
        assert!(compared.contains(&format!("name = \"{begin}training\"")), "{compared}");
    }
    let programs = printed(&["compare", "-"], &case, "json", "nl");
    assert!(programs.contains(&format!("name = \\\"{ENGLISH}training\\\"")), "{programs}");
}

#[test]
fn every_command_on_a_fund_speaks_to_whoever_reads_it() {
    every_command("cases/funds/wijkfonds.toml", &OF_FUNDS);
    every_command("tests/fund/can_repay.toml", &[&["sensitivity", "-"]]);
}

/// Every text of a shipped file that is for people: its path and what stands there.
fn texts(path: &str, table: &Table, found: &mut Vec<(String, Value)>) {
    for (key, value) in table {
        let path = format!("{path}.{key}");
        match value {
            _ if ["name", "story", "source"].contains(&key.as_str()) => {
                found.push((path, value.clone()));
            }
            Value::Table(inner) => texts(&path, inner, found),
            _ => {}
        }
    }
}

#[test]
fn the_shipped_cases_are_in_both_languages() {
    for folder in ["cases", "cases/funds", "examples/kwekerij"] {
        for file in toml_files(folder) {
            let document: Table = fs::read_to_string(&file).unwrap().parse().unwrap();
            let mut found = Vec::new();
            texts("", &document, &mut found);
            for (path, text) in found {
                let name = format!("{}{path}: {text}", file.display());
                match text {
                    Value::Table(texts) => {
                        assert!(texts.keys().eq(["en", "nl"]), "{name}");
                        assert!(texts["en"] != texts["nl"], "{name}");
                    }
                    Value::String(proper) => {
                        assert!(
                            !proper.contains("assumption") && !proper.contains("aanname"),
                            "{name}"
                        );
                        assert!(path.ends_with("name") || path.ends_with("source"), "{name}");
                    }
                    other => panic!("{name}: {other}"),
                }
            }
        }
    }
}

const CASE: &str = r#"format = 1
case = { name = "Leesclub", start = "2027-01", years = 1, opening_cash = 1000 }
cost.room = { name = { nl = "Zaal", en = "Room" }, amount = 40, per = "month" }
cost.tea = { name = "Tea", amount = 2, per = "month" }
scenario.dutch.cost.room.name.nl = "Grote zaal"
scenario.plain.cost.room.name = "Hall"
scenario.table.cost.tea.name = { nl = "Thee" }
scenario.spelled = { name = { en = "In English", nl = "In het Nederlands" } }
"#;

/// The names of the costs in the tables of a case, with this laid over it.
fn costs(laid: &[&str], language: &str) -> Vec<&'static str> {
    let shown = run(&[&["show", "-", "--lang", language], laid].concat(), CASE);
    let names = ["Zaal", "Grote zaal", "Room", "Hall", "Tea", "Thee"];
    let line = |name: &str| shown.lines().any(|line| line.trim().starts_with(&format!("{name}  ")));
    names.into_iter().filter(|name| line(name)).collect()
}

#[test]
fn a_table_is_laid_over_a_table_by_language_and_anything_else_as_a_whole() {
    let laid = |laid: &[&str]| [costs(laid, "nl"), costs(laid, "en")];
    assert_eq!(laid(&[]), [["Zaal", "Tea"], ["Room", "Tea"]]);
    assert_eq!(laid(&["--scenario", "dutch"]), [["Grote zaal", "Tea"], ["Room", "Tea"]]);
    assert_eq!(laid(&["--scenario", "plain"]), [["Hall", "Tea"], ["Hall", "Tea"]]);
    assert_eq!(laid(&["--scenario", "table"]), [["Zaal", "Thee"], ["Room", "Thee"]]);
    assert_eq!(laid(&["--set", "cost.room.name.en=Hall"]), [["Zaal", "Tea"], ["Hall", "Tea"]]);
    assert_eq!(laid(&["--set", "cost.room.name=Hall"]), [["Hall", "Tea"], ["Hall", "Tea"]]);
}

#[test]
fn a_scenario_stands_over_its_column_in_the_language_of_the_report() {
    let command = ["compare", "-", "--scenario", "spelled", "--lang"];
    assert!(run(&[&command[..], &["nl"]].concat(), CASE).contains("In het Nederlands"));
    assert!(run(&[&command[..], &["en"]].concat(), CASE).contains("In English"));
}

/// The codes and the keys of what is wrong with a name.
fn told(name: &str) -> String {
    let case = CASE.replace(r#"{ nl = "Zaal", en = "Room" }"#, name);
    let output = bizcase(&["check", "-", "--lang", "en"], &case);
    assert_eq!(output.code, 2, "{name}");
    output.stderr.lines().filter(|line| line.starts_with("error[")).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_wrong_in_one_language_is_told_of_that() {
    for (name, said) in [
        ("{ nl = \"Zaal\", en = \" \" }", "error[empty_text]: the text of `name.en` is empty"),
        ("{ nl = 3 }", "error[wrong_type]: `name.nl` takes a text, and this is a number"),
        ("{ nl = Zaal }", "error[unquoted_text]: the text `Zaal` has no quotes around it"),
        ("{}", "error[no_language]: `name` is written in no language"),
        (
            "{ eng = \"Room\" }",
            "error[language_unknown]: `name` can't be in `eng`: reports are in Dutch or in English",
        ),
    ] {
        assert_eq!(told(name), said);
    }
}
