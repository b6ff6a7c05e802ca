//! `bizcase explain`: every figure of every case is recomputed from what is said of it, in fractions
//! of another make, and is what the other commands say.

#[path = "explain/evaluator.rs"]
mod evaluator;

use crate::support::bizcase;
use crate::support::expected::compare;
use crate::support::files::toml_files;
use bizcase::assess::{Assessment, assess};
use bizcase::document::{self, Document, Source};
use bizcase::explain::{Tracer, ValueUnit, ask, list};
use bizcase::language::Language;
use bizcase::overlay::Layers;
use bizcase::render::explain::{self, json::Writer};
use bizcase::render::subject::Subject;
use bizcase::render::text::{self, Page};
use evaluator::{evaluate, read};
use rayon::prelude::*;
use serde_json::Value as Json;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn judged(path: &Path, scenario: Option<&str>) -> (Document, Assessment) {
    let text = fs::read_to_string(path).unwrap();
    let source = Source { name: path.display().to_string(), text };
    let document = document::read(source).unwrap_or_else(|unread| panic!("{unread:?}"));
    let scenarios = scenario.into_iter().map(str::to_owned).collect();
    let layers = Layers { scenarios, ..Layers::default() };
    let document = layers.over(document).unwrap_or_else(|unread| panic!("{unread:?}"));
    let assessment = assess(&document).unwrap_or_else(|problems| panic!("{problems:?}"));
    (document, assessment)
}

/// Recomputes a node and all below it; notes what each figure within it is said to come to.
fn recompute(node: &Json, said: &mut HashMap<String, String>) {
    let path = node["path"].as_str().unwrap();
    let value = node["value"].as_str().unwrap();
    assert_eq!(evaluate(node), read(value), "{path}: {node:#}");
    for input in node["inputs"].as_array().unwrap() {
        if input.get("formula").is_some() {
            recompute(input, said);
        } else if input["from"] == "figure" {
            let (path, value) = (&input["path"], &input["value"]);
            said.insert(path.as_str().unwrap().to_owned(), value.as_str().unwrap().to_owned());
        } else {
            assert_eq!(input["place"].is_null(), input["from"] == "default", "{input:#}");
        }
    }
}

/// Every figure of a case, by its path, after it was recomputed.
fn recomputed(
    path: &Path,
    scenario: Option<&str>,
    is_looked_at: impl Fn(&str) -> bool,
) -> (Assessment, HashMap<String, String>) {
    let (document, assessment) = judged(path, scenario);
    let tracer = Tracer::of(&document, &assessment).unwrap();
    let writer = Writer::of(&document, &assessment.case);
    let mut found = HashMap::new();
    let mut said = HashMap::new();
    let mut explain = |path: &str| {
        let asked = ask::asked(&assessment.case, &document, path);
        let asked = asked.unwrap_or_else(|wrong| panic!("{path}: {wrong:?}"));
        let node = tracer.explain(asked.figure);
        let node = serde_json::to_value(writer.steps(&node)).unwrap();
        recompute(&node, &mut said);
        node["value"].as_str().unwrap().to_owned()
    };
    let paths = list::every_path(&assessment.case).filter(|path| is_looked_at(path));
    for path in paths {
        let value = explain(&path);
        found.insert(path, value);
    }
    // What a figure is said to be where another one is made of it, is what it is.
    let mut nodes = HashMap::new();
    for (path, value) in said {
        let there = found.get(&path).cloned().unwrap_or_else(|| {
            let asked = ask::asked(&assessment.case, &document, &path).unwrap();
            let node = nodes.entry(asked.figure).or_insert_with(|| tracer.explain(asked.figure));
            match asked.step {
                None => node.value.written(node.unit),
                Some(at) => node.step_at(&path[at..]).unwrap().value.written(ValueUnit::Money),
            }
        });
        let same = read(&there) == read(&value);
        assert!(same, "{path} is {there} and not {value}");
    }
    drop(tracer);
    (assessment, found)
}

/// What `check` and `show` say of a case is what is explained.
fn agrees_with_the_other_commands(
    path: &Path,
    scenario: Option<&str>,
    found: &HashMap<String, String>,
) {
    let file = path.display().to_string();
    let json = |args: &[&str]| -> Json {
        let laid: Vec<_> = scenario.into_iter().flat_map(|name| ["--scenario", name]).collect();
        let output = bizcase(&[args, &[&file, "--format", "json"], &laid].concat(), "");
        serde_json::from_str(&output.stdout).unwrap()
    };
    let is = |path: &str, said: &Json| {
        let said = match said {
            Json::Null => "not_applicable".to_owned(),
            Json::String(said) => said.clone(),
            other => other.to_string(),
        };
        let there = found.get(path).unwrap_or_else(|| panic!("{path} is not explained"));
        let never = path == "public_payback" && said == "not_applicable" && there == "never";
        assert!(*there == said || never, "{file}: {path} is {there} and not {said}");
    };
    let check = json(&["check"]);
    is("verdict", &check["verdict"]);
    for test in check["tests"].as_array().unwrap() {
        is(&format!("test.{}", test["id"].as_str().unwrap()), &test["certain"]["result"]);
    }
    let mut measures = check["measures"].as_object().unwrap().clone();
    // The label of a case year is no figure: it goes with the number of that year.
    let label = measures.remove("public_payback_year").unwrap();
    let year = check["measures"]["public_payback"].as_u64();
    let year = year.and_then(|year| check["years"].get(usize::try_from(year).unwrap() - 1));
    assert_eq!(label, year.map_or(Json::Null, |year| year["label"].clone()), "{file}");
    for (measure, said) in &measures {
        is(measure, said);
    }
    for party in check["parties"].as_array().unwrap() {
        let id = party["id"].as_str().unwrap();
        for (column, said) in party.as_object().unwrap().iter().skip(3) {
            is(&format!("party.{id}.{column}"), said);
        }
    }
    let show = json(&["show"]);
    let reserves = show["reserves"].as_array().unwrap();
    for year in check["years"].as_array().unwrap() {
        let columns = year["certain"].as_object().unwrap().iter();
        // Where nothing is ever set apart there is no such figure.
        let asked = columns.filter(|(column, _)| *column != "reserved" || !reserves.is_empty());
        for (column, said) in asked {
            let dotted = if column == "closing" { String::new() } else { format!(".{column}") };
            let label = year["label"].as_str().unwrap();
            is(&format!("cash{dotted}.{label}"), said);
            is(&format!("cash.all{dotted}.{label}"), &year["all"][column]);
        }
    }
    let years = show["years"].as_array().unwrap();
    for opening in show["openings"].as_array().unwrap() {
        for (year, said) in years.iter().zip(opening["cash"].as_array().unwrap()) {
            is(&format!("{}.{}", opening["id"].as_str().unwrap(), year.as_str().unwrap()), said);
        }
    }
    for reserve in reserves {
        for (column, amounts) in reserve.as_object().unwrap().iter().skip(1) {
            let dotted = if column == "set_apart" { String::new() } else { format!(".{column}") };
            for (year, said) in years.iter().zip(amounts.as_array().unwrap()) {
                let year = year.as_str().unwrap();
                is(&format!("{}{dotted}.{year}", reserve["id"].as_str().unwrap()), said);
            }
        }
    }
    for entry in show["entries"].as_array().unwrap().iter().chain(show["loans"].as_array().unwrap())
    {
        let in_kind = !found.contains_key(&format!("{}.cash", entry["id"].as_str().unwrap()));
        for (column, amounts) in entry.as_object().unwrap().iter().skip(1) {
            // What is never paid or taken out of a budget has no such figure.
            let group = entry["id"].as_str().unwrap().split('.').next().unwrap();
            let never = matches!((column.as_str(), group), ("cashable", "value" | "burden"))
                || column == "cash" && in_kind;
            let dotted = if column == "accrual" { String::new() } else { format!(".{column}") };
            for (year, said) in years.iter().zip(amounts.as_array().unwrap()) {
                let year = year.as_str().unwrap();
                if !never {
                    is(&format!("{}{dotted}.{year}", entry["id"].as_str().unwrap()), said);
                }
            }
        }
    }
}

#[test]
fn every_figure_of_every_case_can_be_recomputed_from_its_inputs() {
    // All months of all cases take minutes: `BIZCASE_EVERY_MONTH=1` asks for them.
    let every_month = std::env::var_os("BIZCASE_EVERY_MONTH").is_some();
    toml_files("cases").par_iter().for_each(|path| {
        let whole = every_month || path.ends_with("buurtkeuken.toml");
        // The exact amount of a month is a step in what is posted in it.
        let posted = |path: &str| whole && !path.contains(".exact.") && !path.contains(".units.");
        let (_, found) = recomputed(path, None, |path| posted(path) || every_fifth_month(path));
        assert!(found.len() > 300, "{}", path.display());
        agrees_with_the_other_commands(path, None, &found);
    });
}

/// Months are so much alike that January, June and November of each year will do.
fn every_fifth_month(path: &str) -> bool {
    let month: Option<u32> =
        path.rsplit('-').next().filter(|tail| tail.len() == 2).and_then(|tail| tail.parse().ok());
    month.is_none_or(|month| month % 5 == 1)
}

#[test]
fn so_can_those_of_cases_with_every_key() {
    let all = [
        "tests/explain",
        "tests/show",
        "tests/reports",
        "tests/ends",
        "tests/openings",
        "tests/sold",
        "tests/reserves",
    ]
    .map(toml_files)
    .concat();
    all.par_iter().for_each(|path| {
        let (_, found) = recomputed(path, None, every_fifth_month);
        agrees_with_the_other_commands(path, None, &found);
    });
}

#[test]
fn so_can_those_of_scenarios_that_hold_from_a_month_on() {
    let scenarios = [
        ("tests/explain/worked.toml", "later"),
        ("tests/explain/claims.toml", "later"),
        ("cases/buurtkeuken.toml", "handover"),
        ("cases/buurtkeuken.toml", "less_saved"),
    ];
    scenarios.par_iter().for_each(|(path, scenario)| {
        let (path, scenario) = (Path::new(path), Some(*scenario));
        let (_, found) = recomputed(path, scenario, every_fifth_month);
        agrees_with_the_other_commands(path, scenario, &found);
    });
}

/// Each `tests/explain/NAME.paths` is a list of paths, asked of the `NAME.toml` beside it.
#[test]
fn figures_are_explained_as_expected() {
    for path in toml_files("tests/explain") {
        let asked = fs::read_to_string(path.with_extension("paths")).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let case = fs::read_to_string(&path).unwrap();
        for lang in ["en", "nl"] {
            let (mut session, mut warned) = (String::new(), String::new());
            for line in asked.lines() {
                let mut args = vec!["explain", "-", "--lang", lang];
                args.extend(line.split(' '));
                let output = bizcase(&args, &case);
                // What was warned of the case just before is not written out again.
                let again = output.code == 0 && output.stderr == warned;
                let told = output.stdout + if again { "" } else { &output.stderr };
                warned = if output.code == 0 { output.stderr } else { warned };
                session.extend(["$ bizcase explain ", name, " ", line, "\n", &told]);
                session.push_str(if output.code == 0 { "\n" } else { "exit code 2\n\n" });
            }
            compare(&path.with_extension(format!("{lang}.out")), &session);
        }
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    let layers = Layers::default();
    for path in toml_files("cases") {
        let (document, assessment) = judged(&path, None);
        let tracer = Tracer::of(&document, &assessment).unwrap();
        let case = &assessment.case;
        let paths = list::every_path(case).filter(|path| path.ends_with("2029-03"));
        for asked in
            paths.chain(["verdict", "npv", "test.dscr", "public_payback"].map(String::from))
        {
            let figure = ask::asked(case, &document, &asked).unwrap().figure;
            let node = tracer.explain(figure);
            for language in [Language::Nl, Language::En] {
                for width in [50, 80, 200] {
                    let report = explain::report(
                        Subject { file: "case.toml", layers: &layers, outside: false },
                        (&document, case),
                        (figure, None, &node),
                        language,
                    );
                    let text = text::text(&report, &Page { language, width, color: false });
                    for line in text.lines().filter(|line| !line.starts_with("  bizcase ")) {
                        assert!(line.width() <= width, "{asked} {width}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_step_can_be_asked_and_depth_explains_what_a_figure_is_made_of() {
    let case = "cases/buurtkeuken.toml";
    let json = |args: &[&str]| -> Json {
        let output = bizcase(&[&["explain", case, "--format", "json"], args].concat(), "");
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        serde_json::from_str(&output.stdout).unwrap()
    };
    // 30% and 20% leave 56%, for they multiply.
    let left = json(&["avoided.day_care.2029-03.month.left"]);
    assert_eq!((&left["value"], &left["unit"]), (&"0.56".into(), &"share".into()));
    let shallow = json(&["party.gemeente.net"]);
    assert!(shallow["inputs"][0].get("formula").is_none());
    let deep = json(&["party.gemeente.net", "--depth", "2"]);
    assert_eq!(deep["inputs"][0]["formula"], "round2(sum(year))");
    recompute(&deep, &mut HashMap::new());
    recompute(&json(&["npv", "--depth", "3"]), &mut HashMap::new());
}

/// Every path in a tree whose steps are told, and every one that is said to stand above; the latter
/// only after the former.
fn told(node: &Json, told_before: &mut Vec<String>) {
    let path = node["path"].as_str().unwrap().to_owned();
    if node.get("formula").is_none() {
        let above = node["from"] == "above";
        assert!(!above || told_before.contains(&path), "{path} does not stand above");
        return;
    }
    told_before.push(path);
    node["inputs"].as_array().unwrap().iter().for_each(|input| told(input, told_before));
}

#[test]
fn however_deep_no_figure_is_explained_twice() {
    for format in ["text", "markdown", "csv", "json"] {
        let args = ["explain", "cases/buurtkeuken.toml", "party.gemeente.net", "--depth", "255"];
        let output = bizcase(&[&args[..], &["--format", format]].concat(), "");
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        if format == "json" {
            let mut paths = Vec::new();
            told(&serde_json::from_str(&output.stdout).unwrap(), &mut paths);
            // Steps of one figure may share a path, as the months of a year do not.
            let figures = paths.iter().filter(|path| path.matches('.').count() == 2);
            let figures: Vec<_> = figures.filter(|path| path.starts_with("party.")).collect();
            let once: std::collections::HashSet<_> = figures.iter().collect();
            assert!(figures.len() > 3 && once.len() == figures.len(), "{figures:?}");
        }
    }
}

#[test]
fn every_way_of_writing_tells_the_same() {
    let shown = |format| {
        let args =
            ["explain", "cases/buurtkeuken.toml", "cost.kitchen.2027-02", "--format", format];
        bizcase(&args, "").stdout
    };
    // 45,000.00 x 1.10 = 49,500.00
    assert!(shown("csv").contains("0,cost.kitchen.2027-02,,49500.00,EUR,round2(month),"));
    assert!(
        shown("csv").contains(",amount,45000.00,EUR,,file,cases/buurtkeuken.toml,90,10,assumption")
    );
    assert!(shown("markdown").contains("**€49,500.00**"), "{}", shown("markdown"));
    assert!(shown("markdown").contains("  - month 2027-02: exact amount: **49,500.00**"));
    for format in ["text", "markdown", "csv", "json"] {
        let output = bizcase(&["explain", "cases/buurtkeuken.toml", "--format", format], "");
        assert!(output.code == 0 && output.stdout.contains("party.gemeente.net"));
    }
}
