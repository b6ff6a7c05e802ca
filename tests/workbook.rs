//! The workbook against the program itself: what its formulas come to, worked out exactly, is what
//! bizcase says of the case, as it was exported and after each input is changed in a cell.

#[cfg(feature = "outside")]
mod engines;
mod halves;
mod held;
mod made;

use crate::reference::random;
use crate::support::bizcase;
use crate::support::files::toml_files;
use bizcase::language::Language;
use bizcase::workbook::{Content, Value, bytes, settled};
use held::{after, as_exported};
use made::Made;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::{ZipArchive, ZipWriter};

/// Of each case so many inputs are changed.
const CHANGES: usize = 6;

/// So many random cases are tried.
const RANDOM: u64 = 40;

/// How the workbook of a case differs from bizcase, as it was exported and when so many of what can be
/// changed is changed, one by one; whatever is requested is promised.
fn first_difference(made: &Made, changes: usize) -> Option<String> {
    if let Some(difference) = as_exported(made) {
        return Some(difference);
    }
    let live = made.live().len();
    let step = live.div_ceil(changes.max(1)).max(1);
    let which = (0..live).step_by(step).chain(live..made.count());
    which.filter_map(|which| made.changed(which)).find_map(|change| after(made, &change))
}

#[test]
fn the_workbook_of_each_case_comes_to_what_bizcase_says_also_after_a_change() {
    for (name, made) in Made::of_folder("cases", Language::En) {
        assert_eq!(first_difference(&made, CHANGES), None, "{name}");
    }
}

#[test]
fn so_does_that_of_cases_that_pass_by_rounding_only() {
    for (name, made) in Made::of_folder("tests/rounding", Language::En) {
        assert_eq!(first_difference(&made, CHANGES), None, "{name}");
    }
}

#[test]
fn so_does_that_of_half_cents_and_of_what_lies_just_beside_them() {
    let made = Made::of_text(halves::case(), Language::En).expect("a case");
    assert!(made.workbook.fixed.is_empty());
    assert_eq!(first_difference(&made, CHANGES), None);
}

#[test]
fn so_does_that_of_random_cases() {
    let mut live = 0;
    for seed in 0..RANDOM {
        let made = Made::of_text(random::case(seed), Language::En).expect("a case");
        live += made.live().len();
        assert_eq!(first_difference(&made, 1), None, "{seed}");
    }
    assert!(live > 100, "{live} live inputs");
}

/// The paths of all numbers below a table of a file: of a list `path.1` and so on, of a range the
/// path of the range.
fn numbers(path: &str, value: &toml::Value, found: &mut BTreeSet<String>) {
    let below = |key: &str| format!("{path}.{key}");
    match value {
        toml::Value::Integer(_) | toml::Value::Float(_) => {
            found.insert(path.to_owned());
        }
        toml::Value::String(text) if text == "pm" || text.ends_with('%') => {
            found.insert(path.to_owned());
        }
        toml::Value::Table(table) if table.contains_key("likely") => {
            found.insert(path.to_owned());
        }
        toml::Value::Table(table) if table.get("off") != Some(&true.into()) => {
            table.iter().for_each(|(key, value)| numbers(&below(key), value, found));
        }
        toml::Value::Array(list) => {
            let places = (1..).map(|place: usize| place.to_string());
            places.zip(list).for_each(|(place, value)| numbers(&below(&place), value, found));
        }
        _ => {}
    }
}

#[test]
fn no_number_of_a_case_is_neither_live_nor_fixed_for_a_reason() {
    for path in toml_files("cases") {
        let file: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        let mut written = BTreeSet::new();
        for (name, table) in file {
            // What is laid over a case, what it expects and what its shocks do are no part of it.
            if !["format", "scenario", "expect", "stress"].contains(&name.as_str()) {
                numbers(&name, &table, &mut written);
            }
        }
        let made = Made::of_file(&path, Language::En);
        let placed = &made.workbook.inputs;
        let settled = settled(&made.trial.document.root);
        let there: BTreeSet<_> = placed.iter().map(|it| it.input.path()).collect();
        let told: BTreeSet<_> = settled.iter().map(|it| it.path.clone()).collect();
        // Of a list of years all are told at once.
        let is_told = |path: &str| {
            told.contains(path)
                || path.rsplit_once('.').is_some_and(|(list, _)| told.contains(list))
        };
        let lost: Vec<_> =
            written.iter().filter(|it| !there.contains(*it) && !is_told(it)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", path.display());
        // What nobody wrote, and counts all the same.
        for key in [
            "case.opening_cash",
            "case.discount_rate",
            "criteria.min_cash",
            "criteria.min_dscr",
            "criteria.max_dependence",
            "criteria.min_public_return",
            "criteria.min_social_return",
        ] {
            assert!(there.contains(key), "{}: {key}", path.display());
        }
        // Beside each that is fixed stands why.
        let cells = made.workbook.book.cells().iter();
        let why = cells.filter(|it| match &it.content {
            Content::Fixed(Value::Text(text)) => text.starts_with("change it in the file: "),
            _ => false,
        });
        let fixed = placed.iter().filter(|it| it.why.is_some()).count();
        let kept = made.workbook.promised.iter().filter(|(_, cell)| cell.is_none()).count();
        assert_eq!(why.count(), fixed + kept + settled.len(), "{}", path.display());
        // What goes through the wallet of a case is live for the most part.
        assert!(made.live().len() > 3, "{}", path.display());
    }
}

#[test]
fn words_that_look_like_a_formula_stay_words() {
    let text = "format = 1\n[case]\nname = \"=1+1\"\nstart = \"2027-01\"\nyears = 1\n\
                [cost.a]\nname = \"+cmd|'/C calc'!A0\"\namount = 1\nper = \"year\"\nsource = \"@SUM(A1)\"\n\
                [cost.b]\nname = \"-2\"\namount = 1\nper = \"year\"\nsource = \"=HYPERLINK(\\\"x\\\")\"\n";
    let made = Made::of_text(text.to_owned(), Language::En).expect("a case");
    let file = bytes(&made.workbook.book).expect("bytes");
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a zip");
    let mut formulas = 0;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a text");
        for formula in text.split("<f>").skip(1) {
            formulas += 1;
            let formula = formula.split("</f>").next().expect("an end");
            let plain = ["=1+1", "calc", "SUM(A1)", "HYPERLINK"];
            assert!(plain.iter().all(|it| !formula.contains(it)), "{formula}");
        }
    }
    assert!(formulas > 100);
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let made = || Made::of_file(Path::new("cases/buurtkeuken.toml"), Language::Nl);
    let one = bytes(&made().workbook.book).expect("bytes");
    assert!(one == bytes(&made().workbook.book).expect("bytes"));
    assert!(one.len() < 1_000_000, "{} bytes", one.len());
}

#[test]
fn a_large_case_stays_a_small_file() {
    let mut text = "format = 1\n[case]\nname = \"Large\"\nstart = \"2027-01\"\nyears = 10\n\
                    [rate]\nwages = [\"3.5%\", \"3%\"]\n"
        .to_owned();
    for place in 0..40 {
        text += &format!(
            "[cost.c{place}]\nname = \"Cost {place}\"\namount = 1{place}01.07\nper = \"year\"\n\
             growth = \"1.{place:02}%\"\nindex = \"wages\"\n"
        );
    }
    let made = Made::of_text(text, Language::En).expect("a case");
    assert!(made.workbook.fixed.is_empty());
    let file = bytes(&made.workbook.book).expect("bytes");
    assert!(file.len() < 1_000_000, "{} bytes", file.len());
}

#[test]
fn a_workbook_is_written_where_it_is_asked_for_and_of_a_case_only() {
    let folder = std::env::temp_dir().join(format!("bizcase-workbook-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let out = folder.join("case.xlsx");
    let written = out.to_str().expect("a path");
    let output = bizcase(&["report", "cases/buurthuis.toml", "-o", written, "--lang", "en"], "");
    assert_eq!((output.code, output.stdout), (0, format!("{written} is written.\n")));
    let before = fs::read(&out).expect("a workbook");
    assert!(before.starts_with(b"PK"), "an .xlsx is a zip");
    for (arguments, says) in [
        (["report", "cases/funds/wijkfonds.toml", "-o", written, "--lang", "en"], "a fund has no"),
        (["report", "cases/buurthuis.toml", "-o", written, "--for", "gemeente"], "is for everyone"),
    ] {
        let output = bizcase(&arguments, "");
        assert_eq!(output.code, 2, "{arguments:?}");
        assert!(output.stderr.contains(says), "{}", output.stderr);
    }
    assert!(before == fs::read(&out).expect("a workbook"), "what was there is still there");
    fs::remove_dir_all(&folder).expect("gone");
}

#[test]
fn a_workbook_tells_whether_it_still_belongs_to_its_files() {
    let folder = std::env::temp_dir().join(format!("bizcase-held-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let (case, out) = (folder.join("case.toml"), folder.join("case.xlsx"));
    let (case, out) = (case.to_str().expect("a path"), out.to_str().expect("a path"));
    fs::copy("cases/buurthuis.toml", case).expect("copied");
    let said = |arguments: &[&str]| {
        let output = bizcase(&[&["report", case], arguments, &["--lang", "en"]].concat(), "");
        (output.code, output.stdout + &output.stderr)
    };
    let asked = ["-o", out, "--set", "case.opening_cash=12345.67", "--funding", "certain"];
    let written = said(&[&asked[..], &["--draft", "--date", "2026-11-26"]].concat());
    assert_eq!(written, (0, format!("{out} is written.\n")));
    let held = || said(&["--check", out]);
    assert_eq!(held(), (0, format!("{out} belongs to its files.\n")));
    // Something else was laid over it than is now.
    let (code, told) = said(&["--check", out, "--set", "case.opening_cash=1"]);
    assert!(code == 1 && told.contains("laid over"), "{told}");
    // Saved again by a spreadsheet it is another file.
    let bytes = fs::read(out).expect("a workbook");
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
    let mut again = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        again.raw_copy_file(archive.by_index_raw(place).expect("a part")).expect("copied");
    }
    again.set_comment("saved again").expect("a comment");
    fs::write(out, again.finish().expect("a zip").into_inner()).expect("written");
    let (code, told) = held();
    assert!(code == 1 && told.contains("the report itself was changed"), "{told}");
    fs::write(out, &bytes).expect("written");
    fs::write(case, fs::read_to_string(case).expect("a file") + "\n").expect("written");
    let (code, told) = held();
    assert!(code == 1 && told.contains("case.toml"), "{told}");
    // What is no workbook of ours says so.
    fs::write(out, "no zip").expect("written");
    let (code, told) = held();
    assert!(code == 2 && told.contains("is it a report?"), "{told}");
    fs::remove_dir_all(&folder).expect("gone");
}
