//! A first case: what people write is read to the last digit, whatever is answered becomes a file that
//! `check` reads, and the cases to begin from are those in `cases/`.

use crate::support::files::toml_files;
use bizcase::calendar::Month;
use bizcase::document::{self, Source, said_number, spelled_number};
use bizcase::interview::{
    Answer, Asked, CHAPTERS, Interview, STARTERS, Stands, choices, from_document, mistake, starter,
    written,
};
use bizcase::language::Language;
use bizcase::words::{Key, Takes};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::fs;
use std::path::Path;

fn now() -> Month {
    Month::new(2026, 11).unwrap()
}

fn source(text: &str) -> Source {
    Source { name: "case.toml".to_owned(), text: text.to_owned() }
}

/// The ways to write a number of so many cents: thousands and decimals as in Dutch and English, with
/// a currency, a price tag or none.
fn ways(cents: u64, language: Language) -> Vec<String> {
    let (point, comma) = match language {
        Language::Nl => ('.', ','),
        Language::En => (',', '.'),
    };
    let (euros, rest) = (cents / 100, cents % 100);
    let mut grouped = String::new();
    for (place, digit) in euros.to_string().chars().enumerate() {
        if place > 0 && (euros.to_string().len() - place).is_multiple_of(3) {
            grouped.push(point);
        }
        grouped.push(digit);
    }
    let spaced = grouped.replace(point, " ");
    let mut ways = vec![
        format!("{grouped}{comma}{rest:02}"),
        format!("{spaced}{comma}{rest:02}"),
        format!("{euros}{comma}{rest:02}"),
        format!("€ {grouped}{comma}{rest:02}"),
        format!("€{euros}{comma}{rest:02}"),
        format!("{grouped}{comma}{rest:02} euro"),
        format!("EUR {euros}{comma}{rest:02}"),
        format!("ca. {grouped}{comma}{rest:02}"),
        format!("{euros}.{rest:02}"),
    ];
    if rest == 0 {
        ways.extend([
            euros.to_string(),
            grouped.clone(),
            format!("{grouped},-"),
            format!("€ {grouped}"),
        ]);
        if euros.is_multiple_of(100) {
            ways.push(format!("{}{comma}{}k", euros / 1000, euros % 1000 / 100));
        }
    }
    ways
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_number_reads_back_however_it_is_written(
        cents in prop_oneof![0_u64..100_000_000_000_000, (0_u64..2_000_000).prop_map(|n| n * 100)],
        dutch: bool,
    ) {
        let (language, mark) = if dutch { (Language::Nl, '.') } else { (Language::En, ',') };
        let exact = Decimal::from_i128_with_scale(i128::from(cents), 2);
        for way in ways(cents, language) {
            let said = said_number(&way, mark);
            prop_assert_eq!(said.map(|said| said.number), Some(exact), "{}", way);
            // And stands in a file as the same.
            let spelled = spelled_number(exact).replace('_', "");
            prop_assert_eq!(Decimal::from_str_exact(&spelled), Ok(exact), "{}", way);
        }
    }

    #[test]
    fn whatever_is_typed_becomes_a_file_that_check_reads(
        typed in proptest::collection::vec(what_is_typed(), 0..80),
        dutch: bool,
    ) {
        let language = if dutch { Language::Nl } else { Language::En };
        let interview = interview(&typed, language);
        let text = written(&interview);
        prop_assert_eq!(mistake(&interview), None, "{}", text);
        let document = document::read(source(&text)).expect("TOML");
        prop_assert!(bizcase::assess(&document).is_ok(), "{}", text);
        // Nothing but a line break is hidden in it, and each comment is one of ours.
        let hidden = |c: char| c != '\n' && (c.is_control() || c == '\u{2028}');
        prop_assert!(!text.contains(hidden), "{:?}", text);
    }
}

/// What somebody may type: what will do somewhere, and what nobody should.
fn what_is_typed() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(String::new()),
        4 => (0_u64..100_000_000).prop_map(|cents| format!("€ {},{:02}", cents / 100, cents % 100)),
        2 => (0_u32..60).prop_map(|n| n.to_string()),
        2 => (2020_u32..2040, 1_u32..13).prop_map(|(y, m)| format!("{y}-{m:02}")),
        2 => (0_u32..101).prop_map(|n| format!("{n}%")),
        1 => (1_u32..100, 1_u32..100).prop_map(|(a, b)| format!("{a} tot {}", a + b)),
        1 => Just("april t/m september".to_owned()),
        1 => Just("18 maanden".to_owned()),
        2 => prop_oneof!["month", "year", "once", "subsidy", "grant", "committed", "ja", "nee"],
        3 => "[A-Z][a-z]{2,8}( [a-z]{1,6})?",
        2 => Just("Gemeente \"Q\" \\ 'x'\u{1b}[31m\r\n[cost.evil]\u{2028}# é🙂".to_owned()),
        1 => any::<String>(),
    ]
}

/// Who answers each question with the next text; what is no answer is skipped.
fn interview(typed: &[String], language: Language) -> Interview {
    let mut interview = Interview::new(language, now());
    let mut typed = typed.iter();
    while let Some(asked) = interview.next() {
        let said = typed.next().cloned().unwrap_or_default();
        let heard = interview.hear(&said, asked).ok().filter(|_| !said.trim().is_empty());
        let answered = heard.is_some();
        let reply = heard.map(|heard| heard.reply);
        interview.take(Answer { asked, said, reply });
        if answered && mistake(&interview).is_some() {
            interview.back();
            interview.take(Answer { asked, said: String::new(), reply: None });
        }
    }
    interview
}

#[test]
fn a_question_asks_for_a_key_that_its_table_takes() {
    for chapter in CHAPTERS {
        for question in chapter.questions {
            let told = format!("{} {}", chapter.id, question.key);
            assert!(chapter.section.has(question.key), "{told}");
            if let Takes::Word(choice) = chapter.takes(question) {
                assert!(choices(choice, chapter.section, question).len() > 1, "{told}");
            }
            if let Some((key, _)) = question.unless {
                assert!(chapter.questions.iter().any(|question| question.key == key), "{told}");
            }
        }
        // Who names nothing has no more of them.
        if matches!(chapter.stands, Stands::Each { .. }) {
            assert_eq!(chapter.questions[0].key, Key::Name, "{}", chapter.id);
        }
    }
}

#[test]
fn nothing_but_a_name_is_a_case_with_a_verdict() {
    for language in [Language::Nl, Language::En] {
        let none = interview(&[], language);
        assert_eq!(mistake(&none), None, "{}", written(&none));
        let text = written(&none);
        assert!(text.contains("start = \"2027-01\""), "{text}");
        // One thing of each sort, of which only the name is known.
        let mut named = Interview::new(language, now());
        for chapter in CHAPTERS {
            let Some(question) = chapter.questions.first() else { continue };
            if question.key == Key::Name {
                let asked = Asked { chapter, thing: 0, question };
                let said = format!("X {}", chapter.id);
                let reply = Some(named.hear(&said, asked).unwrap().reply);
                named.take(Answer { asked, said, reply });
            }
        }
        let text = written(&named);
        assert_eq!(mistake(&named), None, "{text}");
        assert_eq!(text.matches("\"pm\"").count(), 12, "{text}");
    }
}

#[test]
fn each_month_and_each_year_comes_to_the_same() {
    let of = |quantity: &str, per: &str| {
        let text = format!(
            "[[sales]]\nname = \"Soep\"\nseason = \"april t/m september\"\nquantity = {quantity}\nper = \
             \"{per}\"\nprice = 2\n"
        );
        let document = document::read(source(&text)).unwrap();
        written(&from_document(&document, Language::Nl, now()).unwrap().0)
    };
    // 100 in each of six open months are 600 in a year.
    let by_month = of("100", "maand");
    assert!(
        by_month.contains("quantity = 600\n") && by_month.contains("per = \"year\""),
        "{by_month}"
    );
    assert!(of("600", "jaar").contains("quantity = 600\n"));
    let range = of("\"100 tot 200\"", "month");
    assert!(range.contains("{ low = 600, likely = 900, high = 1_200 }"), "{range}");
}

#[test]
fn the_cases_to_begin_from_are_those_of_the_folder() {
    let names: Vec<_> = toml_files("cases")
        .iter()
        .map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let ours: Vec<_> = STARTERS.iter().map(|starter| starter.name.to_owned()).collect();
    assert_eq!(ours, names);
    for name in names {
        let file = Path::new("cases").join(format!("{name}.toml"));
        let (schema, rest) = fs::read_to_string(&file)
            .map(|text| {
                let (first, rest) = text.split_once('\n').unwrap();
                (first.to_owned(), rest.to_owned())
            })
            .unwrap();
        assert!(schema.starts_with("#:schema "), "{name}");
        let copy = starter(&name).unwrap().file("mine.toml");
        assert_eq!(copy, rest.replace(&format!("cases/{name}.toml"), "mine.toml"));
        // A name that would end the comment stays out of it.
        assert_eq!(starter(&name).unwrap().file("a\n[case]"), rest);
        assert!(bizcase::assess(&document::read(source(&copy)).unwrap()).is_ok(), "{name}");
    }
}
