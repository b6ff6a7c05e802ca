//! What CI is shown of a check: SARIF by its schema, GitLab's report, annotations of GitHub and lines of JSON
//! name what people are told, with its code and its place, of every file in `tests/problems/` and of
//! cases.

use crate::support::expected::compare;
use crate::support::files::toml_files;
use crate::support::{Output, bizcase};
use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FOLDERS: [&str; 4] =
    ["tests/problems", "tests/problems/case", "tests/problems/fund", "tests/problems/syntax"];

/// The rules of SARIF: what each code stands for.
const RULES: &str = "src/render/forge/sarif/rules.tsv";

fn run(files: &[&str], options: &[&str]) -> Output {
    bizcase(&[&["check", "--lang", "en"], options, files].concat(), "")
}

fn json_of(files: &[&str], format: &str) -> Value {
    let output = run(files, &["--format", format]);
    serde_json::from_str(&output.stdout).unwrap_or_else(|wrong| panic!("{wrong}: {files:?}"))
}

fn every_file() -> Vec<String> {
    let folders = FOLDERS.into_iter().chain(["cases", "cases/funds"]);
    folders.flat_map(toml_files).map(|path| path.display().to_string()).collect()
}

/// What the JSON of a file says is wrong with it, or worth saying.
fn noted(file: &str) -> Vec<Value> {
    let object = json_of(&[file], "json");
    let noted = object.get("problems").or_else(|| object.get("warnings"));
    noted.and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The code, the line and column where it begins, and those behind it.
type Told = (String, [u64; 4]);

fn told(problem: &Value) -> Told {
    let place = &problem["place"];
    let at = |place: &Value| [&place["line"], &place["column"]].map(|it| it.as_u64().unwrap());
    let ([line, column], [last, behind]) = (at(place), at(&place["end"]));
    (problem["code"].as_str().unwrap().to_owned(), [line, column, last, behind])
}

/// Codes of a verdict, which is no problem of a file.
const VERDICTS: [&str; 3] = ["does_not_close", "conditional", "unexpected_verdict"];

#[test]
fn sarif_is_as_its_schema_has_it_and_names_what_is_told() {
    let schema: Value = serde_json::from_str(include_str!("forges/sarif-2.1.0.json")).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("sarif.json", schema).unwrap();
    let schema = compiler.compile("sarif.json", &mut schemas).unwrap();
    for file in every_file() {
        let log = json_of(&[&file], "sarif");
        schemas.validate(&log, schema).unwrap_or_else(|wrong| panic!("{file}: {wrong}"));
        let run = &log["runs"][0];
        let results = run["results"].as_array().unwrap();
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let mut found = Vec::new();
        for result in results {
            let code = result["ruleId"].as_str().unwrap();
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], code);
            assert_ne!(rule["help"]["text"], code, "{code} has no line in {RULES}");
            let location = &result["locations"][0]["physicalLocation"];
            assert_eq!(location["artifactLocation"]["uriBaseId"], "%SRCROOT%");
            let region = &location["region"];
            let at = ["startLine", "startColumn", "endLine", "endColumn"]
                .map(|key| region[key].as_u64().unwrap());
            if !VERDICTS.contains(&code) {
                found.push((code.to_owned(), at));
            }
            stands_there(location, at, &file);
        }
        assert_eq!(found, noted(&file).iter().map(told).collect::<Vec<_>>(), "{file}");
    }
}

/// That a snippet is what stands in a file between two places, counted in characters.
fn stands_there(location: &Value, [line, column, last, behind]: [u64; 4], told: &str) {
    let Some(snippet) = location["region"]["snippet"]["text"].as_str() else { return };
    let file = location["artifactLocation"]["uri"].as_str().unwrap();
    let text = fs::read(file).unwrap();
    // One of them is no UTF-8.
    let text = String::from_utf8_lossy(&text);
    let text = text.trim_start_matches('\u{feff}');
    let offset = |line: u64, column: u64| {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let before = std::iter::once(0).chain(starts).nth(usize::try_from(line).unwrap() - 1);
        let start = before.unwrap();
        let characters = text[start..].char_indices().map(|(at, _)| start + at);
        let mut places = characters.chain([text.len()]);
        places.nth(usize::try_from(column).unwrap() - 1).unwrap()
    };
    assert_eq!(snippet, &text[offset(line, column)..offset(last, behind)], "{told}");
}

#[test]
fn gitlab_is_told_the_same() {
    for file in every_file() {
        let report = json_of(&[&file], "gitlab");
        let mut found = Vec::new();
        let mut marks = BTreeSet::new();
        for issue in report.as_array().unwrap() {
            let code = issue["check_name"].as_str().unwrap();
            let location = &issue["location"];
            let at = |end: &str, key: &str| location["positions"][end][key].as_u64().unwrap();
            let at = [
                at("begin", "line"),
                at("begin", "column"),
                at("end", "line"),
                at("end", "column"),
            ];
            assert_eq!(location["lines"], json!({"begin": at[0], "end": at[2]}));
            assert!(["major", "minor"].contains(&issue["severity"].as_str().unwrap()));
            assert!(issue["description"].is_string() && location["path"].is_string());
            assert!(marks.insert(issue["fingerprint"].as_str().unwrap().to_owned()), "{issue}");
            if !VERDICTS.contains(&code) {
                found.push((code.to_owned(), at));
            }
        }
        assert_eq!(found, noted(&file).iter().map(told).collect::<Vec<_>>(), "{file}");
    }
}

#[test]
fn a_fingerprint_stays_when_lines_are_put_in_above() {
    let case = fs::read_to_string("tests/problems/case/negative.toml").unwrap();
    let mark = |text: &str| {
        let output = bizcase(&["check", "-", "--format", "gitlab"], text);
        let report: Value = serde_json::from_str(&output.stdout).unwrap();
        (report[0]["fingerprint"].clone(), report[0]["location"]["lines"]["begin"].clone())
    };
    let (before, after) = (mark(&case), mark(&format!("# a line\n\n{case}")));
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1);
}

/// A property of an annotation, or what it says, as GitHub's runner reads it.
fn read(text: &str) -> String {
    let text = text.replace("%3A", ":").replace("%2C", ",");
    text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
}

/// The annotations of a workflow, without what stands between the marks that stop them.
fn annotations(output: &str) -> Vec<&str> {
    let mut stopped: Option<String> = None;
    let mut obeyed = Vec::new();
    for line in output.lines() {
        match (&stopped, line.strip_prefix("::stop-commands::")) {
            (None, Some(mark)) => stopped = Some(format!("::{mark}::")),
            (Some(mark), _) if line == mark => stopped = None,
            (Some(_), _) => {}
            (None, None) => obeyed.push(line),
        }
    }
    assert_eq!(stopped, None);
    obeyed
}

#[test]
fn github_is_told_the_same_up_to_nine_of_each() {
    for file in every_file() {
        let output = run(&[&file], &["--format", "github"]);
        assert_eq!(output.stderr, "", "{file}");
        let mut found: Vec<Told> = Vec::new();
        let mut more = 0;
        for line in annotations(&output.stdout) {
            let (head, words) = line[2..].split_once("::").unwrap();
            assert!(!words.is_empty());
            let Some((_, properties)) = head.split_once(' ') else {
                let count = words.strip_prefix("and ").unwrap().split(' ').next().unwrap();
                more += count.parse::<usize>().unwrap();
                continue;
            };
            let property = |name: &str| {
                let mut all = properties.split(',').map(|it| it.split_once('=').unwrap());
                read(all.find(|(key, _)| *key == name).unwrap().1)
            };
            let at = ["line", "col", "endLine", "endColumn"]
                .map(|name| property(name).parse::<u64>().unwrap());
            let code = property("title").strip_prefix("bizcase: ").unwrap().to_owned();
            if !VERDICTS.contains(&code.as_str()) {
                found.push((code, at));
            }
        }
        let noted: Vec<_> = noted(&file).iter().map(told).collect();
        assert_eq!(found.len() + more, noted.len(), "{file}");
        assert!(found.iter().all(|it| noted.contains(it)), "{file}: {found:?} {noted:?}");
    }
}

#[test]
fn a_verdict_is_shown_where_nobody_counts_on_it() {
    let codes = |text: &str| {
        let output = bizcase(&["check", "-", "--format", "gitlab"], text);
        let report: Value = serde_json::from_str(&output.stdout).unwrap();
        let told =
            |it: &Value| (it["check_name"].as_str().unwrap().to_owned(), it["severity"].clone());
        report.as_array().unwrap().iter().map(told).collect::<Vec<_>>()
    };
    let case = fs::read_to_string("cases/kamers.toml").unwrap();
    let (bare, _) = case.split_once("[expect]").unwrap();
    assert_eq!(codes(bare), []);
    let wrong = format!("{bare}[expect]\nverdict = \"conditional\"\n");
    assert_eq!(codes(&wrong), [("unexpected_verdict".to_owned(), json!("major"))]);
    let case = fs::read_to_string("cases/buurtkeuken.toml").unwrap();
    let bare = case.replace("[expect]\nverdict = \"conditional\"", "");
    assert_eq!(codes(&bare), [("conditional".to_owned(), json!("minor"))]);
    let case = fs::read_to_string("cases/boodschappendienst.toml").unwrap();
    let bare = case.replace("[expect]\nverdict = \"does_not_close\"", "");
    assert_eq!(codes(&bare), [("does_not_close".to_owned(), json!("major"))]);
}

#[test]
fn a_line_of_json_is_the_object_of_a_file() {
    let files = ["cases/kamers.toml", "tests/problems/case/negative.toml", "nowhere.toml"];
    let files = [&files[..], &["cases/funds/lochem.toml"]].concat();
    let lines = run(&files, &["--format", "ndjson"]);
    let objects: Vec<Value> =
        lines.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::from(objects), json_of(&files, "json"));
    let alone = run(&files[..1], &["--format", "ndjson"]);
    assert_eq!(serde_json::from_str::<Value>(&alone.stdout).unwrap(), json_of(&files[..1], "json"));
    assert_eq!((alone.stdout.lines().count(), lines.code), (1, 2));
    assert_eq!(run(&files, &["--format", "ndjson", "--exit-zero"]).code, 0);
}

#[test]
fn what_is_typed_and_wrong_is_shown_at_the_top_of_its_file() {
    let wrong = ["--format", "sarif", "--set", "cost.rent.amount=x"];
    let output = run(&["cases/kamers.toml"], &wrong);
    let log: Value = serde_json::from_str(&output.stdout).unwrap();
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "cases/kamers.toml");
    assert_eq!(location["region"]["startLine"], 1);
}

#[test]
fn only_check_writes_what_ci_shows() {
    for format in ["ndjson", "sarif", "github", "gitlab"] {
        let output = bizcase(&["show", "cases/kamers.toml", "--format", format], "");
        assert_eq!((output.code, output.stdout.as_str()), (2, ""));
        assert_eq!(output.stderr, format!("bizcase: only `check` takes `--format {format}`\n"));
    }
}

/// Every code with what the reference says of it, a line each.
fn rules() -> String {
    let reference = fs::read_to_string("cases/README.md").unwrap();
    let mut rules = BTreeSet::new();
    let mut in_table = false;
    for line in reference.lines() {
        let row = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |"));
        match row.map(|row| row.split_once(" | ").unwrap_or((row, ""))) {
            None => in_table = false,
            Some(("code", "what is wrong")) => in_table = true,
            Some((code, about)) if in_table && code.starts_with('`') => {
                rules.insert(format!("{}\t{}\n", code.trim_matches('`'), about));
            }
            Some(_) => {}
        }
    }
    rules.into_iter().collect()
}

#[test]
fn the_rules_are_the_codes_of_the_reference() {
    let rules = rules();
    assert!(rules.lines().count() > 150 && VERDICTS.iter().all(|code| rules.contains(*code)));
    compare(Path::new(RULES), &rules);
}
