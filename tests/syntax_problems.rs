//! Every fault of a file's text has an example: `tests/problems/syntax/CODE.toml` beside what is
//! said about it in English and in Dutch. `UPDATE_EXPECTED=1` writes those anew.

use bizcase::document::{Fault, LIMIT, Mistake, Source, Spelling, Unread, open, read};
use bizcase::language::Language;
use bizcase::render::problems;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems/syntax")
}

/// What is wrong with an example. The one that is too big is made here.
fn unread(code: &str) -> Unread {
    let bytes = if code == "file_too_big" {
        vec![b'#'; LIMIT + 1]
    } else {
        std::fs::read(folder().join(format!("{code}.toml"))).expect("an example")
    };
    open(format!("{code}.toml"), bytes).and_then(read).expect_err(code)
}

#[test]
fn each_fault_is_told_in_both_languages() {
    let mut wrong = Vec::new();
    for code in Fault::CODES {
        let unread = unread(code);
        for (language, name) in [(Language::En, "en"), (Language::Nl, "nl")] {
            let shown = problems::text(&unread.problems, &unread.sources, language, false, 100);
            let path = folder().join(format!("{code}.{name}.out"));
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                std::fs::write(&path, &shown).expect("a file that can be written");
            } else if std::fs::read_to_string(&path).ok().as_deref() != Some(shown.as_str()) {
                wrong.push(format!("{}:\n{shown}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn each_example_is_about_the_fault_that_it_is_named_after() {
    let codes: BTreeSet<String> = Fault::CODES.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(codes.len(), Fault::CODES.len(), "two faults have the same code");
    let mut examples: BTreeSet<String> = std::fs::read_dir(folder())
        .expect("the examples")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    examples.insert("file_too_big".to_owned());
    assert_eq!(codes, examples);
    for code in Fault::CODES {
        let problems = unread(code).problems;
        let codes: Vec<&str> = problems.iter().map(|problem| problem.mistake.code()).collect();
        if *code == "unreadable" {
            assert_eq!(codes, ["unreadable", "unreadable", "bare_month"]);
        } else {
            assert!(codes.iter().all(|found| found == code), "{code}: {codes:?}");
        }
    }
}

#[test]
fn both_languages_say_something_else() {
    for code in Fault::CODES {
        for problem in unread(code).problems {
            let english = bizcase::language::problem(Language::En, &problem.mistake);
            let dutch = bizcase::language::problem(Language::Nl, &problem.mistake);
            assert_ne!(english.what, dutch.what);
            assert!(english.mend != dutch.mend || english.mend.starts_with("write"), "{english:?}");
        }
    }
}

/// The spelling that a fault advises, where it is one for exactly what is underlined.
fn advised(fault: &Fault) -> Option<&Spelling> {
    match fault {
        Fault::DutchNumber(spelling)
        | Fault::DecimalComma(spelling)
        | Fault::ThousandsPoints(spelling)
        | Fault::ThousandsSpaces(spelling)
        | Fault::CurrencySign(spelling)
        | Fault::BarePercentage(spelling)
        | Fault::BareMonth(spelling)
        | Fault::BadNumber(spelling)
        | Fault::NumberInLetters(spelling)
        | Fault::BareRange(spelling)
        | Fault::TruthWord(spelling)
        | Fault::ForeignRemark(spelling)
        | Fault::EqualsSign(spelling)
        | Fault::TypographicQuotes(spelling)
        | Fault::QuoteInText(spelling)
        | Fault::BareList(spelling)
        | Fault::UnquotedText(spelling)
        | Fault::MissingEquals(spelling)
        | Fault::BadKey(spelling)
        | Fault::UnclosedHeader(spelling) => Some(spelling),
        _ => None,
    }
}

#[test]
fn who_does_as_advised_has_mended_it() {
    let mut advices = 0;
    for code in Fault::CODES {
        let mut unread = unread(code);
        // As often as a founder would: a line can have a second mistake behind its first.
        for _ in 0..20 {
            let Some((place, right)) = unread.problems.iter().find_map(|problem| {
                let Mistake::Syntax(fault) = &problem.mistake else { return None };
                let spelling = advised(fault)?;
                let text = &unread.sources[0].text[problem.place.start..problem.place.end];
                assert_eq!(text, spelling.written, "{code}: what is shown is what is underlined");
                Some((problem.place, spelling.right.clone()))
            }) else {
                break;
            };
            let source = &unread.sources[0];
            let mut text = source.text.clone();
            text.replace_range(place.start..place.end, &right);
            let end = place.start + right.len();
            advices += 1;
            match read(Source { name: source.name.clone(), text }) {
                Ok(_) => break,
                Err(again) => unread = again,
            }
            let still = unread.problems.iter().any(|p| (place.start..end).contains(&p.place.start));
            assert!(!still, "{code}: {right} is wrong too: {:?}", unread.problems);
        }
    }
    assert!(advices > 40, "{advices}");
}

/// The problems of a text: code, line and column.
fn found(text: &str) -> Vec<(&'static str, usize, usize)> {
    let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
    match read(source) {
        Ok(_) => Vec::new(),
        Err(unread) => unread
            .problems
            .iter()
            .map(|problem| {
                let (line, column) =
                    bizcase::document::line_column(&unread.sources[0], problem.place.start);
                (problem.mistake.code(), line, column)
            })
            .collect(),
    }
}

#[test]
fn an_unclosed_bracket_is_one_problem_wherever_it_is() {
    let unclosed = |line, column| vec![("unclosed_bracket", line, column)];
    assert_eq!(found("a = ["), unclosed(1, 5));
    assert_eq!(found("a = [1,\n2,\n\n[case]\nname = \"x\"\nb = € 5\n"), unclosed(1, 5));
    assert_eq!(found("a = [\n  [1, 2],\n  [3, 4\n]\nb = 1\n"), unclosed(1, 5));
    assert_eq!(found("a = { low = 1\nb = 2\n[case]\n"), unclosed(1, 5));
    assert_eq!(found("a = { low = 1\n[case]\nb = 1"), unclosed(1, 5));
    assert_eq!(found("a = [1, 2}\nb = [3]\nc = 7,5"), unclosed(1, 5));
    assert_eq!(found("a = [[1, 2]\n[[case]]\nb = 1"), unclosed(1, 5));
    // What stands before it is told as well.
    assert_eq!(
        found("a = 7,5\nb = [1,\nc = 7,5\n"),
        [("decimal_comma", 1, 5), ("unclosed_bracket", 2, 5)]
    );
}

#[test]
fn a_list_over_many_lines_is_no_unclosed_bracket() {
    assert_eq!(found("a = [\n [1, 2],\n [\"x\"], # b = 1\n]\nb = { c = 1,\n d = 2 }\n"), []);
    assert_eq!(
        found("a = [\n  1,\n  2 5,\n  50%,\n]\nb = 7,5\n"),
        [("missing_comma", 3, 5), ("bare_percentage", 4, 3), ("decimal_comma", 6, 5)]
    );
}

#[test]
fn one_problem_a_line_and_each_line_its_own() {
    let text = "a = 1,5\nb = ja\n\nc : 5\n\nd = 2027-01\n[x]\nd = 5%\n[x]\nd = 6\ne = 7 8 9\n";
    let found = found(text);
    let codes: Vec<&str> = found.iter().map(|(code, ..)| *code).collect();
    assert_eq!(
        codes,
        [
            "decimal_comma",
            "truth_word",
            "missing_equals",
            "bare_month",
            "bare_percentage",
            "duplicate_table",
            "text_after_value",
        ]
    );
}

#[test]
fn an_unclosed_text_in_a_list_is_one_problem() {
    assert_eq!(
        found("a = [\"x, \"y\"]\nb = 7,5\n"),
        [("unclosed_text", 1, 6), ("decimal_comma", 2, 5)]
    );
    assert_eq!(found("a = [\"x]\nb = 7,5\n"), [("unclosed_text", 1, 6)]);
    assert_eq!(found("a = \"\"\"\nb = 7,5\n"), [("unclosed_text", 1, 5)]);
}

#[test]
fn spellings_that_look_alike_are_told_apart() {
    let code = |value: &str| found(&format!("a = {value}\n")).first().map(|(code, ..)| *code);
    assert_eq!(code("9.800"), None, "TOML reads it; validation asks what it means");
    assert_eq!(code("1_234.56"), None);
    assert_eq!(code("'single quotes'"), None);
    assert_eq!(code("-1.234,56"), Some("dutch_number"));
    assert_eq!(code("1.234.567,89"), Some("dutch_number"));
    assert_eq!(code("1,200"), Some("ambiguous_comma"));
    assert_eq!(code("1200,500"), Some("decimal_comma"));
    assert_eq!(code("12 34"), Some("text_after_value"));
    assert_eq!(code("-2,5 %"), Some("bare_percentage"));
    assert_eq!(code("13-2027"), Some("bad_date"), "there is no thirteenth month");
    assert_eq!(code("maart 2028"), Some("bare_month"));
    assert_eq!(code("2027-02-30"), Some("bare_month"));
    assert_eq!(code("2027-13-01"), Some("bad_date"));
    assert_eq!(code("NEE"), Some("truth_word"));
    assert_eq!(found("]\n"), [("stray_bracket", 1, 1)]);
    assert_eq!(code("neef"), Some("unquoted_text"));
    assert_eq!(code("€"), Some("unreadable"));
}

/// With exactly three decimals the validator would ask again what was meant.
#[test]
fn no_advice_has_exactly_three_decimals() {
    for written in ["1,125", "1,200", "1200,500", "1.234,567", "€ 1200,125", ".125", "1 200,750"]
    {
        let source = Source { name: String::new(), text: format!("a = {written}\n") };
        let problems = read(source).expect_err(written).problems;
        let words = bizcase::language::problem(Language::En, &problems[0].mistake);
        let numbers = words.mend.split('`').skip(1).step_by(2);
        for number in numbers.filter(|text| text.starts_with(|c: char| c.is_ascii_digit())) {
            let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            assert_ne!(decimals, 3, "{written}: {}", words.mend);
        }
    }
}
