//! What is laid over a case does what the reference says (section 9.1), on the cases in `cases/` and
//! on random ones.

use crate::reference::random;
use crate::support::files::toml_files;
use crate::support::written::{SPELLINGS, Spelling, written};
use bizcase::document::{
    self, Document, Mistake, Problem, Severity, Source, Table, Unreadable, Value, ValueMistake,
};
use bizcase::overlay::{self, Files, Layers, Opened, take_scenarios};
use bizcase::whatif::Trial;
use proptest::prelude::*;
use std::fs;
use std::sync::OnceLock;

fn parsed(text: &str) -> Document {
    let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
    document::read(source).unwrap_or_else(|unread| panic!("{:?}\n{text}", unread.problems))
}

/// A case that scenarios can be written into.
fn case_of(text: &str) -> Document {
    let mut document = parsed(text);
    take_scenarios(&mut document);
    document.root.edit().shift_remove("scenario");
    Layers::default().over(document).expect("nothing is laid over it")
}

fn ours() -> &'static [String] {
    static OURS: OnceLock<Vec<String>> = OnceLock::new();
    OURS.get_or_init(|| {
        toml_files("cases").iter().map(|path| fs::read_to_string(path).unwrap()).collect()
    })
}

/// Every second case is one of ours, the others are random.
fn any_case() -> impl Strategy<Value = Document> {
    prop_oneof![
        (0..ours().len()).prop_map(|place| case_of(&ours()[place])),
        any::<u64>().prop_map(|seed| case_of(&random::case(seed))),
    ]
}

/// The figures of a case, or that it has none.
fn figures(tried: &Result<Trial, Vec<Problem>>) -> String {
    match tried {
        Ok(trial) => format!("{:?}", trial.verdict().map_err(|_| "too large")),
        Err(_) => "wrong".to_owned(),
    }
}

/// A value that can be changed: its path, and whether it is a percentage.
struct Leaf {
    path: Vec<String>,
    percentage: bool,
}

const NUMBERS: &[&str] = &["amount", "quantity", "price", "cap", "opening_cash"];

fn leaves(root: &Table) -> Vec<Leaf> {
    let mut found = Vec::new();
    let case = ["case", "rate", "cost", "avoided", "funding", "value", "burden"];
    for group in case {
        if let Some(item) = root.0.get(group) {
            add_leaves(&mut found, &[group.to_owned()], &item.node.value);
        }
    }
    found
}

fn add_leaves(found: &mut Vec<Leaf>, path: &[String], value: &Value) {
    let key = path.last().unwrap();
    match value {
        Value::Table(table) if !table.0.contains_key("likely") => {
            for (key, item) in table.0.iter() {
                add_leaves(found, &[path, std::slice::from_ref(key)].concat(), &item.node.value);
            }
        }
        Value::Number(_) if NUMBERS.contains(&key.as_str()) => {
            found.push(Leaf { path: path.to_vec(), percentage: false });
        }
        Value::Text(text) if text.ends_with('%') => {
            found.push(Leaf { path: path.to_vec(), percentage: true });
        }
        _ => {}
    }
}

/// What is done to a value.
#[derive(Clone, Debug)]
enum Deed {
    Plain(u32),
    More(i32),
    Every(i32),
    Off,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..90_u32).prop_map(Deed::Plain),
        (-9..10_i32).prop_map(Deed::More),
        (-9..10_i32).prop_map(Deed::Every),
        Just(Deed::Off),
    ]
}

/// An overlay as lines `path = value`, each path once.
fn overlay(case: &Document, deeds: &[(usize, Deed)]) -> Vec<(Vec<String>, String)> {
    let leaves = leaves(&case.root);
    let mut lines: Vec<(Vec<String>, String)> = Vec::new();
    for (place, deed) in deeds {
        let Leaf { path, percentage } = &leaves[place % leaves.len()];
        let change = |by: i32| {
            if *percentage { format!("\"{by:+} points\"") } else { format!("\"{:+}%\"", by * 10) }
        };
        let (path, value) = match deed {
            Deed::Plain(value) if *percentage => (path.clone(), format!("\"{value}%\"")),
            Deed::Plain(value) => (path.clone(), value.to_string()),
            Deed::More(by) => (path.clone(), change(*by)),
            Deed::Every(by) if path.len() == 3 => {
                (vec![path[0].clone(), "*".to_owned(), path[2].clone()], change(*by))
            }
            Deed::Off if path.len() == 3 => {
                (vec![path[0].clone(), path[1].clone(), "off".to_owned()], "true".to_owned())
            }
            Deed::Every(_) | Deed::Off => continue,
        };
        lines.retain(|(other, _)| *other != path);
        lines.push((path, value));
    }
    lines
}

fn quoted(key: &str) -> String {
    if key == "*" { "\"*\"".to_owned() } else { key.to_owned() }
}

/// An overlay as a table that is spelled with dots.
fn table(lines: &[(Vec<String>, String)]) -> Table {
    let mut text = String::new();
    for (path, value) in lines {
        let path: Vec<_> = path.iter().map(|key| quoted(key)).collect();
        text.push_str(&format!("{} = {value}\n", path.join(".")));
    }
    parsed(&text).root
}

fn deeds() -> impl Strategy<Value = Vec<(usize, Deed)>> {
    prop::collection::vec((0..1_000_usize, any_deed()), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laying_nothing_changes_nothing(case in any_case()) {
        let trial = Trial::of(case).unwrap();
        let nothing = Table::default();
        for laid in [trial.with(&nothing), trial.laid(&[]), trial.laid(&[&nothing, &nothing])] {
            let laid = laid.unwrap();
            prop_assert_eq!(&laid.case, &trial.case);
            prop_assert_eq!(figures(&Ok(laid)), figures(&Ok(trial.clone())));
        }
    }

    #[test]
    fn a_case_with_an_overlay_is_the_case_written_out((case, deeds) in (any_case(), deeds())) {
        let over = table(&overlay(&case, &deeds));
        let laid = Trial::of(case.clone()).unwrap().laid(&[&over]);
        let mut whole = case;
        overlay::lay_all(&mut whole, &[&over]);
        // A reader who starts afresh finds the same as one who looks only at what is touched.
        prop_assert_eq!(figures(&laid), figures(&Trial::of(whole.clone())));
        // What could not be laid cannot be written either.
        if !whole.problems.is_empty() {
            prop_assert!(laid.is_err());
            return Ok(());
        }
        let whole = Trial::of(parsed(&written(&whole.root, Spelling::Header)));
        if let Err(problems) = &whole {
            let decimals = |problem: &Problem| {
                matches!(&problem.mistake, Mistake::Value(ValueMistake::TooManyDecimals { .. }))
            };
            // What is scaled may have more decimals than can be written.
            let mut errors =
                problems.iter().filter(|problem| problem.mistake.severity() == Severity::Error);
            if laid.is_ok() && errors.all(decimals) {
                return Ok(());
            }
        }
        prop_assert_eq!(figures(&laid), figures(&whole));
    }

    #[test]
    fn a_table_may_be_spelled_in_any_way((case, deeds) in (any_case(), deeds())) {
        let over = table(&overlay(&case, &deeds));
        let trial = Trial::of(case.clone()).unwrap();
        let laid = figures(&trial.laid(&[&over]));
        for spelling in SPELLINGS {
            let over = parsed(&written(&over, spelling)).root;
            prop_assert_eq!(&figures(&trial.laid(&[&over])), &laid, "{:?}", spelling);
            let case = Trial::of(parsed(&written(&case.root, spelling)));
            prop_assert_eq!(figures(&case), figures(&Ok(trial.clone())), "{:?}", spelling);
        }
    }

    #[test]
    fn two_overlays_are_laid_one_after_the_other(
        (case, one, other) in (any_case(), deeds(), deeds())
    ) {
        let (one, other) = (table(&overlay(&case, &one)), table(&overlay(&case, &other)));
        let trial = Trial::of(case).unwrap();
        let together = trial.laid(&[&one, &other]);
        if let Ok(first) = trial.laid(&[&one]) {
            prop_assert_eq!(figures(&first.laid(&[&other])), figures(&together));
        }
    }

    #[test]
    fn the_last_that_is_laid_lies_on_top(
        (place, values, there) in (0..1_000_usize, [1..90_u32, 1..90, 1..90, 1..90], [any::<bool>(); 4])
    ) {
        let text = &ours()[place % ours().len()];
        let leaves = leaves(&case_of(text).root);
        let path = leaves[place % leaves.len()].path.join(".");
        let percentage = leaves[place % leaves.len()].percentage;
        let value = |layer: usize| {
            if percentage { format!("\"{}%\"", values[layer]) } else { values[layer].to_string() }
        };
        // A file over the case, two scenarios, an argument.
        let mut over = "extends = \"beneath.toml\"\n".to_owned();
        if there[0] {
            over.push_str(&format!("{path} = {}\n", value(0)));
        }
        let mut layers = Layers::default();
        for (layer, name) in [(1, "one"), (2, "two")] {
            if there[layer] {
                over.push_str(&format!("scenario.{name}.{path} = {}\n", value(layer)));
                layers.scenarios.push(name.to_owned());
            }
        }
        if there[3] {
            layers.arguments.push(format!("{path}={}", value(3)));
        }
        let top = (0..4).rev().find(|&layer| there[layer]);
        let document = layers.over(over_file(text, &over)).unwrap();
        let parts: Vec<_> = path.split('.').collect();
        let found = match &document.at(&parts).unwrap().value {
            Value::Text(text) => format!("\"{text}\""),
            Value::Number(number) => number.written.clone(),
            other => panic!("{other:?}"),
        };
        if let Some(top) = top {
            prop_assert_eq!(found, value(top));
        } else {
            let beneath = case_of(text);
            let before = format!("{:?}", beneath.at(&parts).unwrap().value);
            prop_assert_eq!(format!("{:?}", document.at(&parts).unwrap().value), before);
        }
    }
}

/// One file that lies beneath another.
struct Beneath(String);

impl Files for Beneath {
    fn open(&self, path: &str, _: &Source) -> Result<Opened, Unreadable> {
        assert_eq!(path, "beneath.toml");
        let source = Source { name: path.to_owned(), text: self.0.clone() };
        Ok(Opened { identity: path.to_owned(), source: Ok(source) })
    }
}

fn over_file(beneath: &str, over: &str) -> Document {
    let source = Source { name: "over.toml".to_owned(), text: over.to_owned() };
    let opened = Opened { identity: "over.toml".to_owned(), source: Ok(source) };
    overlay::read(opened, &Beneath(beneath.to_owned())).unwrap()
}

/// A change of a change: the order shows.
#[test]
fn a_later_change_changes_what_an_earlier_one_made() {
    let case = r#"
        [case]
        name = "Leesclub"
        [cost.room]
        amount = 40
        [cost.tea]
        amount = 10
        [scenario.dearer]
        cost."*".amount = "+10%"
        [scenario.fixed]
        cost.room.amount = 50
    "#;
    let laid = |scenarios: &[&str], arguments: &[&str]| {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let layers =
            Layers { scenarios: owned(scenarios), arguments: owned(arguments), plan: false };
        let document = layers.over(over_file(case, "extends = \"beneath.toml\"")).unwrap();
        ["room", "tea"].map(|id| match &document.at(&["cost", id, "amount"]).unwrap().value {
            Value::Number(number) => number.exact.unwrap().normalize().to_string(),
            other => panic!("{other:?}"),
        })
    };
    // 40 x 1.1; then 50 in its place; 50 x 1.1; 50 x 1.1 x 0.9.
    assert_eq!(laid(&["dearer"], &[]), ["44", "11"]);
    assert_eq!(laid(&["dearer", "fixed"], &[]), ["50", "11"]);
    assert_eq!(laid(&["fixed", "dearer"], &[]), ["55", "11"]);
    assert_eq!(laid(&["fixed", "dearer"], &["cost.room.amount=-10%"]), ["49.5", "11"]);
    // Within one overlay every entry comes before one in particular, wherever it stands.
    assert_eq!(laid(&[], &["cost.room={amount=7}", "cost.*.amount=+10%"]), ["7.7", "11"]);
    let over = r#"
        extends = "beneath.toml"
        cost.room.amount = 7
        cost."*".amount = "+10%"
    "#;
    let document = over_file(case, over);
    let room = document.at(&["cost", "room", "amount"]).unwrap();
    assert!(matches!(&room.value, Value::Number(number) if number.written == "7"));
}
