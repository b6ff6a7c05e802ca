//! Every mistake that a case can have, as its founder reads it: `tests/problems/case/CODE.toml`
//! beside what is said of it, in both languages. `UPDATE_EXPECTED=1` rewrites what is said.

use crate::support::files::toml_files;
use bizcase::assess::assess;
use bizcase::document::{
    self, ActualMistake, Document, EntryMistake, Fault, KeyMistake, Problem, ReferenceMistake,
    Severity, Source, ValueMistake, WholeMistake,
};
use bizcase::language::Language;
use bizcase::render::problems;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/problems/case";

/// A mistake that comes to light when sums are made, not when a file is read.
const OF_SUMS: &str = "too_large";

fn document(text: &str) -> Document {
    let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
    document::read(source).expect("TOML")
}

fn problems(document: &Document) -> Vec<Problem> {
    match assess(document) {
        Ok(assessment) => assessment.warnings,
        Err(problems) => problems,
    }
}

fn codes(text: &str) -> Vec<&'static str> {
    problems(&document(text)).iter().map(|problem| problem.mistake.code()).collect()
}

fn examples() -> Vec<PathBuf> {
    toml_files(FOLDER)
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

fn says_what_is_expected(example: &Path) {
    let text = fs::read_to_string(example).expect("an example");
    let document = document(&text);
    for (language, ending) in [(Language::En, "en.out"), (Language::Nl, "nl.out")] {
        let said = problems::text(&problems(&document), &document.sources, language, false, 100);
        let file = example.with_extension(ending);
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&file, &said).expect("written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(said, expected, "{}", file.display());
    }
}

#[test]
fn every_mistake_is_told_in_both_languages() {
    for example in examples() {
        says_what_is_expected(&example);
    }
    says_what_is_expected(Path::new("tests/problems/twenty_mistakes.toml"));
}

#[test]
fn an_example_has_the_mistake_that_it_is_named_after_and_no_other() {
    for example in examples() {
        let text = fs::read_to_string(&example).expect("an example");
        let found: BTreeSet<_> = codes(&text).into_iter().collect();
        assert_eq!(found, BTreeSet::from([stem(&example).as_str()]));
    }
}

#[test]
fn every_code_has_its_example_and_no_two_mistakes_share_one() {
    let of_cases = [
        KeyMistake::CODES,
        ValueMistake::CODES,
        EntryMistake::CODES,
        ReferenceMistake::CODES,
        WholeMistake::CODES,
        ActualMistake::CODES,
    ]
    .concat();
    let examples: BTreeSet<String> = examples().iter().map(|path| stem(path)).collect();
    let known: BTreeSet<String> = of_cases.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(examples, known);
    let all = [of_cases.as_slice(), Fault::CODES, &[OF_SUMS]].concat();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once_in_its_order() {
    let text = fs::read_to_string("tests/problems/twenty_mistakes.toml").expect("an example");
    let expected = [
        "month_spelling",
        "years_out_of_bounds",
        "currency_decimals",
        "percent_missing",
        "bad_id",
        "number_as_text",
        "value_unknown",
        "rate_unknown",
        "negative",
        "not_with_once",
        "duration_spelling",
        "wrong_type",
        "per_missing",
        "thousands_point",
        "month_spelling",
        "half_unit",
        "status_not_taken",
        "loan_without_term",
        "party_unknown",
        "key_unknown",
    ];
    assert_eq!(codes(&text), expected);
}

/// A case without entries.
const CASE: &str =
    "format = 1\n[case]\nname = \"K\"\nstart = \"2027-01\"\nyears = 2\n[party.gemeente]\n";

/// What is wrong with a case that has these entries and is right otherwise.
fn with(entries: &str) -> Vec<&'static str> {
    codes(&format!("{CASE}{entries}"))
}

#[test]
fn nothing_is_told_twice() {
    // An amount that is wrong is not missing too, nor is a month that is wrong before another.
    assert_eq!(with("[cost.a]\namount = -1\nper = 'month'"), ["negative"]);
    assert_eq!(with("[cost.a]\namount = 1\nper = 'maand'"), ["value_unknown"]);
    assert_eq!(
        with("[cost.a]\namount = 1\nper = 'month'\nfrom = '2027-00'\nuntil = '2026-01'"),
        ["month_spelling"]
    );
    // A wrong term has no grace to be compared with, a wrong rhythm no whole instalments.
    assert_eq!(
        with("[funding.a]\nkind = 'loan'\namount = 1\nterm = '1 jaar'\ngrace = '2 years'"),
        ["duration_spelling"]
    );
    assert_eq!(
        with(
            "[funding.a]\nkind = 'loan'\namount = 1\nterm = '13 months'\ninstalments = 'jaarlijks'"
        ),
        ["value_unknown"]
    );
    // What a follower lacks because the entry followed is wrong is told there only.
    assert_eq!(
        with("[cost.a]\nper = 'month'\n[cost.b]\nof = 'cost.a'\nprice = 2"),
        ["unit_missing"]
    );
    // A start that is wrong makes nothing else come before it.
    let text =
        "format = 1\n[case]\nname = 'K'\nstart = '2027'\n[cost.a]\namount = 1\non = '2020-01'";
    assert_eq!(codes(text), ["month_spelling"]);
    // A rate that is wrong is told where it stands, not where it is used.
    assert_eq!(
        with("[cost.a]\namount = 1\nper = 'month'\nindex = 'wages'\n[rate]\nwages = 3"),
        ["percent_missing"]
    );
    // An entry with the wrong type has no keys to miss.
    assert_eq!(with("[cost]\na = 5"), ["wrong_type"]);
}

#[test]
fn funding_without_a_kind_still_has_its_values_checked() {
    let entry = "[funding.a]\namount = '1.200'\nper = 'maand'\nparty = 'nobody'\ncolour = 1";
    assert_eq!(
        with(entry),
        ["key_required", "number_as_text", "value_unknown", "party_unknown", "key_unknown"]
    );
}

#[test]
fn what_is_off_is_checked_too_but_not_warned_about() {
    assert_eq!(with("[cost.a]\noff = true\namount = -1\nper = 'month'"), ["negative"]);
    let rent = "[cost.rent]\namount = 1\nper = 'month'";
    let late = format!("{rent}\n[cost.a]\namount = 1\non = '2050-01'");
    assert_eq!(with(&late), ["past_end"]);
    assert_eq!(with(&format!("{late}\noff = true")), [""; 0]);
}

#[test]
fn a_case_needs_something_to_pay_and_what_does_not_count_is_warned_of() {
    let severity = |entries: &str| {
        let found = problems(&document(&format!("{CASE}{entries}")));
        let found = found.iter().filter(|problem| problem.mistake.code() == "no_costs");
        found.map(|problem| problem.mistake.severity()).collect::<Vec<_>>()
    };
    let sales = "[funding.a]\nkind = 'sales'\namount = 1\nper = 'month'\n";
    assert_eq!(severity(""), [Severity::Error]);
    assert_eq!(severity(sales), [Severity::Error]);
    // Something is there, and nothing of it is to be paid.
    for entry in [
        "[cost.a]\namount = 1\nper = 'month'\noff = true",
        "[cost.a]\namount = 1\non = '2050-01'",
        "[cost.a]\nof = 'cost.b'\nshare = '5%'\n[cost.b]\namount = 1\nper = 'month'\noff = true",
        "[funding.b]\nkind = 'loan'\namount = 1\nterm = '1 year'\noff = true",
        "[party.p]\n[avoided.a]\nparty = 'p'\namount = 1\nper = 'month'",
    ] {
        assert_eq!(severity(&format!("{sales}{entry}")), [Severity::Warning], "{entry}");
    }
    for entry in [
        "[cost.a]\namount = 'pm'\nper = 'month'",
        "[cost.a]\namount = 1\non = '2020-01'\nlife = '20 years'",
        "[funding.b]\nkind = 'loan'\namount = 1\nterm = '1 year'",
    ] {
        assert_eq!(severity(&format!("{sales}{entry}")), [], "{entry}");
    }
}

#[test]
fn numbers_have_bounds_to_the_last_digit() {
    let amount = |written: &str| with(&format!("[cost.a]\namount = {written}\nper = 'month'"));
    assert_eq!(amount("1_000_000_000_000"), [""; 0]);
    assert_eq!(amount("1_000_000_000_000.01"), ["amount_too_large"]);
    assert_eq!(amount("0.12"), [""; 0]);
    assert_eq!(amount("0.1200"), [""; 0]);
    assert_eq!(amount("0.125"), ["too_many_decimals"]);
    assert_eq!(amount("-0.0"), [""; 0]);
    assert_eq!(amount("1.0000"), [""; 0]);
    assert_eq!(amount("1.000"), ["thousands_point"]);
    assert_eq!(amount("nan"), ["not_plain_number"]);
    let price =
        |written: &str| with(&format!("[cost.a]\nquantity = 1\nprice = {written}\nper = 'month'"));
    assert_eq!(price("0.123456"), [""; 0]);
    assert_eq!(price("0.1234567"), ["too_many_decimals"]);
    assert_eq!(price("1.125"), ["thousands_point"]);
    assert_eq!(price("1.1250"), [""; 0]);
}

#[test]
fn percentages_have_bounds_that_belong_or_not() {
    let index =
        |written: &str| with(&format!("[cost.a]\namount = 1\nper = 'month'\nindex = '{written}'"));
    // What rises says of itself that it does.
    let index = |written: &str| {
        let told = index(written).into_iter();
        told.filter(|code| *code != "nominal_with_real_rate").collect::<Vec<_>>()
    };
    assert_eq!(index("-100%"), ["rate_out_of_bounds"]);
    assert_eq!(index("-99.99999999%"), [""; 0]);
    assert_eq!(index("1000%"), [""; 0]);
    assert_eq!(index("1000.00000001%"), ["rate_out_of_bounds"]);
    assert_eq!(index("1.000000001%"), ["too_many_decimals"]);
    let bias = |written: &str| {
        with(&format!("[cost.a]\namount = 1\nper = 'month'\noptimism_bias = '{written}'"))
    };
    assert_eq!(bias("0%"), [""; 0]);
    assert_eq!(bias("100%"), [""; 0]);
    assert_eq!(bias("100.00000001%"), ["share_out_of_bounds"]);
    assert_eq!(bias("2.125%"), [""; 0]);
}

#[test]
fn a_loop_is_told_once_and_who_follows_it_is_not_told() {
    let entries = "[cost.c]\nof = 'cost.a'\nshare = '1%'\n[cost.b]\nof = 'cost.a'\nshare = '1%'\n\
                   [cost.a]\nof = 'cost.b'\nshare = '1%'";
    assert_eq!(with(entries), ["of_loop"]);
}

#[test]
fn a_fund_is_no_part_of_a_case() {
    assert_eq!(codes("format = 1\n[fund]\nname = 'F'"), ["table_required", "key_unknown"]);
}

#[test]
fn a_file_of_mistakes_is_judged_in_no_time() {
    let entry = |n: u32| format!("[cost.e{n}]\nof = \"cost.missing{n}\"\nshare = \"1%\"\n");
    let entries: String = (0..20_000).map(entry).collect();
    let begin = std::time::Instant::now();
    assert_eq!(with(&entries).len(), 20_000);
    // Quadratic work would take minutes.
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}
