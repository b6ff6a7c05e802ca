//! Every mistake that a fund can have, as its manager reads it: `tests/problems/fund/CODE.toml`
//! beside what is said of it, in both languages. `UPDATE_EXPECTED=1` rewrites what is said.

use crate::support::bizcase;
use crate::support::files::toml_files;
use bizcase::document::FundMistake;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

const FOLDER: &str = "tests/problems/fund";

fn codes() -> BTreeSet<String> {
    let name = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    toml_files(FOLDER).into_iter().map(name).collect()
}

fn says_what_is_expected(file: &str) {
    for language in ["en", "nl"] {
        let said = bizcase(&["check", file, "--lang", language], "").stderr;
        let beside = Path::new(file).with_extension(format!("{language}.out"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&beside, &said).expect("written");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(said, expected, "{}", beside.display());
    }
}

#[test]
fn every_code_has_its_example() {
    let known: BTreeSet<_> = FundMistake::CODES.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(codes(), known);
}

#[test]
fn every_mistake_is_told_in_both_languages() {
    for code in codes() {
        let file = format!("{FOLDER}/{code}.toml");
        says_what_is_expected(&file);
        let output = bizcase(&["check", &file], "");
        assert!(output.stderr.contains(&format!("[{code}]")), "{}", output.stderr);
        // What comes past the end, or is left out, is a warning: such a fund is judged all the same.
        let warns = ["past_fund", "facts_left_out"].contains(&code.as_str());
        assert_eq!(output.code == 2, !warns, "{file}");
    }
}

/// Whatever is wrong is told at once: the fund's own mistakes in the fund, and those of a case in
/// that case.
#[test]
fn all_mistakes_are_told_at_once_each_in_its_own_file() {
    says_what_is_expected("tests/problems/many_in_a_fund.toml");
    let output = bizcase(&["fund", "tests/problems/many_in_a_fund.toml"], "");
    assert_eq!(output.code, 2);
    assert_eq!(output.stdout, "");
    assert_eq!(output.stderr.matches("many_in_a_fund.toml:").count(), 16, "{}", output.stderr);
    assert_eq!(output.stderr.matches("wrong.toml:").count(), 3, "{}", output.stderr);
}

/// As of a case, `check` reads every scenario laid over the fund, unless one is asked for: then of
/// the others only the spelling is looked at.
#[test]
fn the_mistakes_of_scenarios_are_told_in_their_own_place() {
    let file = "tests/problems/scenarios_of_a_fund.toml";
    says_what_is_expected(file);
    assert_eq!(bizcase(&["check", file], "").code, 2);
    let one = bizcase(&["check", file, "--scenario", "fine"], "").stderr;
    assert!(one.contains("[key_unknown]") && !one.contains("nowhere.toml"), "{one}");
}

#[test]
fn who_mixes_up_funds_and_cases_is_told_so() {
    let output = bizcase(&["fund", "cases/kamers.toml", "--lang", "en"], "");
    assert_eq!(output.code, 2);
    assert!(output.stderr.starts_with("error[not_a_fund]"), "{}", output.stderr);
    for command in ["show", "stress", "close", "explain", "simulate"] {
        let output = bizcase(&[command, "cases/funds/lochem.toml", "--lang", "en"], "");
        assert_eq!(output.code, 2);
        assert!(output.stderr.starts_with("error[not_a_case]"), "{}", output.stderr);
    }
}

/// Sums that outgrow all bounds are told at the fund, not computed wrong.
#[test]
fn sums_that_are_too_large_are_told() {
    let fund = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 50\ncapital = \
                1_000_000_000_000\nidle_interest = \"100%\"\n";
    let output = bizcase(&["fund", "-", "--lang", "en"], fund);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("error[too_large]"), "{}", output.stderr);
    // So many small loans that nobody could count them.
    let fund = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 50\ncapital = \
                1\n[lending.l]\namount = 1\nquantity = 1_000_000_000_000\nterm = \"1 month\"\n";
    let output = bizcase(&["fund", "-", "--lang", "en"], fund);
    assert_eq!(output.code, 0, "{}", output.stderr);
}
