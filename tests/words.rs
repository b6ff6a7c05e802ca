//! The words of the format are what the program reads: each key takes what its facts say and nothing
//! else, is what they say when it is not there, and is moved by every what-if or says why not.

mod fixture;
mod glossary;
mod reference;

use crate::support::bizcase;
use bizcase::words::{Changed, Drives, Key, Many, NumberKind, Numbers, Section, Takes, Told};
use fixture::{Fixture, all, example, value};
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use strum::VariantArray;
use toml::{Table, Value};

/// The codes of all errors that a file has.
fn errors(document: &Table, arguments: &[&str]) -> BTreeSet<String> {
    let text = document.to_string();
    let output = bizcase(&[&["check", "-"], arguments].concat(), &text);
    let lines = output.stderr.lines();
    let told: BTreeSet<String> = lines
        .filter_map(|line| Some(line.strip_prefix("error[")?.split_once(']')?.0.to_owned()))
        .collect();
    assert_eq!(output.code == 2, !told.is_empty(), "{text}\n{}", output.stderr);
    told
}

fn is_right(document: &Table) -> bool {
    // What a number as large as can be comes to is another matter.
    errors(document, &[]).iter().all(|code| code == "too_large")
}

/// Each key in each table that takes it.
fn each(test: impl Fn(&Fixture, Key) + Sync) {
    let fixtures: Vec<_> = all().collect();
    assert!(fixtures.len() > 25);
    fixtures.par_iter().for_each(|fixture| fixture.keys().for_each(|key| test(fixture, key)));
}

/// Each key that takes numbers, and what numbers.
fn each_number(test: impl Fn(&Fixture, Key, Numbers) + Sync) {
    each(|fixture, key| match key.facts(fixture.section()).takes {
        Takes::Numbers(numbers) => test(fixture, key, numbers),
        Takes::Index => {
            let (kind, many) = (NumberKind::Growth, Many::OneOrList);
            test(fixture, key, Numbers { kind, many, pro_memorie: false, range: true });
        }
        _ => {}
    });
}

#[test]
fn every_key_takes_its_example() {
    each(|fixture, key| {
        let document = fixture.with(key, example(key, fixture.section()));
        let told = errors(&document, &[]);
        assert!(told.is_empty(), "{}: {told:?}\n{document}", fixture.path(key));
    });
}

#[test]
fn a_text_for_people_is_in_one_language_or_in_several() {
    each(|fixture, key| {
        let for_people = match key.facts(fixture.section()).takes {
            Takes::Text | Takes::Name => true,
            Takes::Mark => false,
            _ => return,
        };
        let told = |written: &str| errors(&fixture.with(key, value(written)), &[]);
        let name = fixture.path(key);
        for right in ["{ nl = \"Zaal\" }", "{ en = \"Room\", nl = \"Zaal\" }"] {
            assert_eq!(told(right).is_empty(), for_people, "{name} = {right}");
        }
        let unknown = told("{ nl = \"Zaal\", de = \"Saal\" }");
        assert_eq!(unknown.contains("language_unknown"), for_people, "{name}");
    });
}

/// No key is parsed and ignored: none takes a date.
#[test]
fn every_key_is_read() {
    each(|fixture, key| {
        let document = fixture.with(key, value("1979-05-27"));
        let told = errors(&document, &[]);
        assert!(!told.is_empty(), "{}\n{document}", fixture.path(key));
    });
}

#[test]
fn a_key_is_what_its_facts_say_when_it_is_not_there() {
    each(|fixture, key| {
        let Some(usual) = key.facts(fixture.section()).usual.written() else { return };
        let said = fixture.with(key, value(&usual));
        let unsaid = fixture.without(key);
        let mut commands = vec!["check", if fixture.is_fund() { "fund" } else { "show" }];
        if !fixture.is_fund() {
            commands.extend(["stress", "simulate"]);
        }
        for command in commands {
            let arguments = [command, "-", "--format", "json"];
            let run = |document: &Table| {
                let output = bizcase(&arguments, &document.to_string());
                assert_ne!(output.code, 2, "{document}\n{}", output.stderr);
                let mut told: serde_json::Value =
                    serde_json::from_str(&output.stdout).expect("JSON");
                // What somebody writes is a figure, also where it says what holds anyway.
                told.as_object_mut().and_then(|told| told.remove("assumptions"));
                told
            };
            assert_eq!(run(&said), run(&unsaid), "{} = {usual}: {command}", fixture.path(key));
        }
    });
}

/// A number as it stands in a file.
fn written(kind: NumberKind, value: Decimal) -> Value {
    if kind.is_percentage() {
        let hundredfold = (value * Decimal::ONE_HUNDRED).normalize();
        return Value::from(format!("{hundredfold}%"));
    }
    fixture::value(&value.normalize().to_string())
}

/// As many of a number as a key takes.
fn repeated(many: Many, number: Value) -> Value {
    match many {
        Many::One | Many::OneOrList => number,
        Many::List => Value::Array(vec![number]),
        Many::ByMonth => Value::Table(Table::from_iter([("2027-03".to_owned(), number)])),
        Many::Twelve => {
            let mut weights = vec![Value::from(1); 12];
            weights[5] = number;
            Value::Array(weights)
        }
    }
}

#[test]
fn a_number_lies_within_its_bounds() {
    each_number(|fixture, key, Numbers { kind, many, .. }| {
        let right = |value| is_right(&fixture.with(key, repeated(many, written(kind, value))));
        let (least, most) = kind.bounds().ends();
        let last = Decimal::new(1, kind.decimals());
        let name = fixture.path(key);
        assert!(right(least), "{name}: {least}");
        assert!(!right(least - last), "{name}: {}", least - last);
        assert!(right(most), "{name}: {most}");
        // A float of the document that the test makes has no room for more digits.
        let beyond = if kind.is_percentage() { most + last } else { most + Decimal::ONE };
        assert!(!right(beyond), "{name}: {beyond}");
    });
}

#[test]
fn a_number_has_no_more_decimals_than_its_kind() {
    each_number(|fixture, key, Numbers { kind, many, .. }| {
        let right = |decimals: u32| {
            // No thousands: 0.111 rather than 1.111.
            let ones = "1".repeat(decimals as usize);
            let sign = if kind.is_percentage() { "%" } else { "" };
            let text = format!("0.{ones}{sign}");
            let number = if sign.is_empty() { value(&text) } else { Value::from(text) };
            is_right(&fixture.with(key, repeated(many, number)))
        };
        let decimals = kind.written_decimals();
        assert!(right(decimals), "{}: {decimals}", fixture.path(key));
        assert!(!right(decimals + 1), "{}: {}", fixture.path(key), decimals + 1);
    });
}

#[test]
fn a_number_is_a_list_a_range_or_pro_memorie_where_its_facts_say() {
    each_number(|fixture, key, Numbers { kind, many, pro_memorie, range }| {
        let one = written(kind, Decimal::new(5, 1));
        let right = |value| is_right(&fixture.with(key, value));
        let is = |allowed: bool, value: Value| {
            assert_eq!(right(value.clone()), allowed, "{} = {value}", fixture.path(key));
        };
        is(matches!(many, Many::One | Many::OneOrList), one.clone());
        is(matches!(many, Many::List | Many::OneOrList), Value::Array(vec![one.clone(); 2]));
        let is_list = !matches!(many, Many::One | Many::ByMonth);
        is(is_list, Value::Array(vec![one.clone(); 12]));
        let ends = ["low", "likely", "high"].map(|end| (end.to_owned(), one.clone()));
        let as_range = Value::Table(Table::from_iter(ends));
        is(range, repeated(many, as_range));
        is(pro_memorie, repeated(many, Value::from("pm")));
        is(false, repeated(many, value("true")));
    });
}

#[test]
fn a_whole_number_and_a_duration_lie_within_their_bounds() {
    each(|fixture, key| {
        let right = |written: String| is_right(&fixture.with(key, value(&written)));
        let name = fixture.path(key);
        match key.facts(fixture.section()).takes {
            Takes::Whole(count) => {
                assert!(right(count.least.to_string()), "{name}");
                assert!(!right((i64::from(count.least) - 1).to_string()), "{name}");
                let most = count.most.unwrap_or(1_000_000);
                assert!(right(most.to_string()), "{name}");
                assert_eq!(right((most + 1).to_string()), count.most.is_none(), "{name}");
            }
            Takes::Duration { least, unlimited } => {
                let months = |months: i32| right(format!("\"{months} months\""));
                // A grace period is shorter than its term, whatever else it may be.
                if key != Key::Grace {
                    assert!(months(1200), "{name}");
                }
                assert!(!months(1201), "{name}");
                // Instalments are spread over no less than the term.
                if key != Key::AmortisedOver {
                    assert!(months(least), "{name}");
                }
                assert!(!months(least - 1), "{name}");
                assert_eq!(right("\"unlimited\"".to_owned()), unlimited, "{name}");
            }
            _ => {}
        }
    });
}

/// What a table made for a key says of it with an argument laid over it.
fn takes_change(fixture: &Fixture, key: Key, change: &str) -> bool {
    let document = fixture.with(key, example(key, fixture.section()));
    errors(&document, &["--set", &format!("{}={change}", fixture.path(key))]).is_empty()
}

/// Whether a table is reached by `--set`.
fn can_be_laid(section: Section) -> bool {
    use Section as S;
    !matches!(
        section,
        S::CaseFile | S::FundFile | S::Scenario | S::FundScenario | S::Actual | S::Happened
    )
}

#[test]
fn a_number_is_scaled_or_says_why_not() {
    each_number(|fixture, key, _| {
        if !can_be_laid(fixture.section()) {
            return;
        }
        let changed = key.facts(fixture.section()).changed();
        let (part, points) = ["+10%", "+2 points"].map(|it| takes_change(fixture, key, it)).into();
        assert_eq!(part, changed == Changed::Part, "{}", fixture.path(key));
        assert_eq!(points, changed == Changed::Points, "{}", fixture.path(key));
        // A year's weights count against each other only.
        assert_eq!(changed == Changed::Not, key == Key::Season, "{}", fixture.path(key));
    });
}

fn json(document: &Table, arguments: &[&str]) -> serde_json::Value {
    let arguments = [arguments, &["--format", "json"]].concat();
    let output = bizcase(&arguments, &document.to_string());
    assert_ne!(output.code, 2, "{document}\n{}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

/// Whether a what-if lists a path, or the items of a list there.
fn lists(found: &serde_json::Value, name: &str, path: &str) -> bool {
    let items = found["inputs"].as_array().unwrap_or_else(|| panic!("inputs in {found}"));
    items.iter().filter_map(|item| item[name].as_str()).any(|listed| {
        listed == path || listed.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'))
    })
}

/// A range of numbers, or a list of those.
fn range(many: Many, kind: NumberKind) -> Value {
    let [low, likely, high] = [2, 3, 4].map(|tenths| written(kind, Decimal::new(tenths, 1)));
    let ends = [("low", low), ("likely", likely), ("high", high)];
    repeated(
        many,
        Value::Table(ends.map(|(end, value)| (end.to_owned(), value)).into_iter().collect()),
    )
}

/// The same file with tests that are required.
fn requiring(document: &Table, tests: &[&str]) -> Table {
    let mut document = document.clone();
    let criteria = document.entry("criteria").or_insert(Value::Table(Table::new()));
    let tests = tests.iter().map(|test| Value::from(*test)).collect();
    criteria.as_table_mut().expect("a table").insert("require".to_owned(), Value::Array(tests));
    document
}

#[test]
fn a_number_is_swung_or_says_why_not() {
    each_number(|fixture, key, Numbers { kind, many, .. }| {
        let path = fixture.path(key);
        let number = repeated(many, written(kind, Decimal::new(3, 1)));
        let document = fixture.with(key, number);
        let swung = |document: &Table| lists(&json(document, &["sensitivity", "-"]), "path", &path);
        match key.facts(fixture.section()).drives {
            Drives::Always => assert!(swung(&document), "{path}"),
            Drives::Where(tests) => {
                assert!(!swung(&document), "{path}");
                for test in tests {
                    assert!(swung(&requiring(&document, &[test.id()])), "{path}: {test:?}");
                }
            }
            Drives::Never(_) => assert!(!swung(&document), "{path}"),
            Drives::NoNumber => panic!("{path} takes a number"),
        }
    });
}

#[test]
fn a_range_is_drawn_or_says_why_not() {
    each_number(|fixture, key, Numbers { kind, many, range: takes_range, .. }| {
        // Only cases are simulated.
        if fixture.is_fund() || !takes_range {
            return;
        }
        let path = fixture.path(key);
        let document = fixture.with(key, range(many, kind));
        let found = json(&document, &["simulate", "-", "--draws", "3"]);
        let drives = key.facts(fixture.section()).drives;
        let drawn = matches!(drives, Drives::Always | Drives::Where(_));
        assert_eq!(lists(&found, "id", &path), drawn, "{path}: {found}");
    });
}

#[test]
fn whatever_takes_whole_numbers_says_why_no_what_if_moves_it() {
    for section in Section::VARIANTS {
        for take in section.takes() {
            let facts = take.key.facts(*section);
            if matches!(
                facts.takes,
                Takes::Whole(_) | Takes::CalendarYears | Takes::Change | Takes::Points
            ) {
                assert!(matches!(facts.drives, Drives::Never(_)), "{section:?} {:?}", take.key);
            }
        }
    }
}

#[test]
fn everything_is_told_in_both_languages_on_a_line() {
    let is_line = |text: &str| {
        !text.is_empty() && text.trim() == text && !text.contains('\n') && !text.ends_with('.')
    };
    let check = |Told { en, nl }: Told| {
        assert!(is_line(en) && is_line(nl) && en != nl, "{en} | {nl}");
    };
    for section in Section::VARIANTS {
        check(section.about());
        for take in section.takes() {
            check(take.key.about(*section));
        }
    }
    for choice in bizcase::words::Choice::VARIANTS {
        let meanings = choice.meanings();
        assert_eq!(meanings.len(), choice.words().len());
        meanings.into_iter().for_each(check);
    }
}
