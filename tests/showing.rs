//! What a person sees of a problem: the carets stand under what is meant, and nothing from a file
//! reaches the terminal as a command.

use bizcase::document::{Fault, Mistake, Place, Problem, Source, SourceId, printable};
use bizcase::language::Language;
use bizcase::render::problems;

/// A problem at a stretch of a text.
fn at(text: &str, marked: &str) -> Problem {
    let start = text.find(marked).expect("the stretch");
    let place = Place { source: SourceId(0), start, end: start + marked.len() };
    Problem { place, mistake: Mistake::Syntax(Fault::MissingComma) }
}

fn shown(text: &str, marked: &str, width: usize) -> String {
    let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
    problems::text(&[at(text, marked)], &[source], Language::En, false, width)
}

/// The line shown and the line of carets.
fn underlined(text: &str, marked: &str) -> (String, String) {
    let out = shown(text, marked, 100);
    let mut lines = out.lines().skip_while(|line| !line.starts_with(|c: char| c.is_ascii_digit()));
    let mut next = || lines.next().unwrap_or_default().to_owned();
    (next(), next())
}

fn pair(line: &str, carets: &str) -> (String, String) {
    (line.to_owned(), carets.to_owned())
}

#[test]
fn carets_stand_under_what_is_meant() {
    assert_eq!(underlined("a = bad", "bad"), pair("1 | a = bad", "  |     ^^^"));
    // A tab is shown as four spaces.
    assert_eq!(underlined("\ta =\tbad", "bad"), pair("1 |     a =    bad", "  |            ^^^"));
    // An emoji is two columns wide.
    assert_eq!(underlined("a = '👍' bad", "bad"), pair("1 | a = '👍' bad", "  |          ^^^"));
    // A combining letter takes no column of its own.
    assert_eq!(
        underlined("a = 'e\u{301}' bad", "bad"),
        pair("1 | a = 'e\u{301}' bad", "  |         ^^^")
    );
    assert_eq!(underlined("a = 'Één' bad", "Één"), pair("1 | a = 'Één' bad", "  |      ^^^"));
    // Lines that end as on Windows look the same.
    assert_eq!(underlined("x\r\na = bad\r\ny", "bad"), pair("2 | a = bad", "  |     ^^^"));
    // Control characters are seen, and keep the carets right.
    assert_eq!(
        underlined("a = '\u{1b}\u{9b}\u{202e}' bad", "bad"),
        pair("1 | a = '␛\\u{9b}\\u{202e}' bad", "  |                       ^^^")
    );
    // Of what goes over many lines the first is underlined.
    assert_eq!(underlined("a = [1,\n2]", "[1,\n2]"), pair("1 | a = [1,", "  |     ^^^"));
}

#[test]
fn the_column_is_that_of_the_file() {
    assert!(shown("x\ny = '\u{202e}' bad", "bad", 80).contains("--> case.toml:2:9\n"));
    assert!(shown("\ty = '👍' bad", "bad", 80).contains("--> case.toml:1:10\n"));
    let long = format!("a = '{}' bad {}", "é".repeat(1_000_000), "y".repeat(1_000_000));
    let out = shown(&long, "bad", 80);
    assert!(out.contains("--> case.toml:1:1000008\n"), "{out}");
    assert!(out.contains("bad") && out.len() < 1_000, "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 90), "{out}");
}

#[test]
fn a_sentence_about_a_very_long_word_stays_readable() {
    let text = format!("a = {}\n", "é ".repeat(100_000));
    let source = Source { name: "case.toml".to_owned(), text };
    let unread = bizcase::document::read(source).expect_err("text without quotes");
    let out = problems::text(&unread.problems, &unread.sources, Language::En, false, 80);
    assert!(out.starts_with("error[unquoted_text]: the text `é é"), "{out}");
    assert!(out.contains(" ... ") && out.contains("has no quotes around it"), "{out}");
    assert!(out.chars().count() < 1_500, "{}", out.len());
}

#[test]
fn nothing_from_outside_commands_the_terminal() {
    let evil = "\u{1b}[31mEVIL\u{7}\u{9b}2J\r\u{202e}";
    let source = Source { name: format!("{evil}.toml"), text: format!("a = {evil}\n") };
    let mistakes = [
        Fault::TextAfterValue { extra: evil.to_owned(), per: None },
        Fault::DuplicateKey {
            key: evil.to_owned(),
            first: Some(Place { source: SourceId(0), start: 0, end: 1 }),
        },
        Fault::KeyWithoutValue { key: evil.to_owned() },
    ];
    for fault in mistakes {
        let place = Place { source: SourceId(0), start: 4, end: 10 };
        let problem = Problem { place, mistake: Mistake::Syntax(fault) };
        for language in [Language::En, Language::Nl] {
            let sources = [source.clone()];
            let plain =
                problems::text(std::slice::from_ref(&problem), &sources, language, false, 80);
            assert!(!plain.chars().any(|c| c.is_control() && c != '\n'), "{plain:?}");
            assert!(plain.contains("␛[31mEVIL␇\\u{9b}2J␍\\u{202e}"), "{plain}");
            let color =
                problems::text(std::slice::from_ref(&problem), &sources, language, true, 80);
            assert!(color.contains("\u{1b}[") && !color.contains("\u{1b}[31mEVIL"), "{color:?}");
            assert!(!color.contains(['\u{7}', '\u{9b}', '\r', '\u{202e}']), "{color:?}");
        }
    }
    assert!(!printable(evil).chars().any(char::is_control));
}

#[test]
fn a_place_that_cannot_be_underlined_is_still_named() {
    let problem = |start, end| Problem {
        place: Place { source: SourceId(0), start, end },
        mistake: Mistake::Syntax(Fault::MissingKey),
    };
    let show = |text: &str, start, end| {
        let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
        problems::text(&[problem(start, end)], &[source], Language::Nl, false, 80)
    };
    let first = |out: String| out.lines().nth(1).unwrap_or_default().to_owned();
    assert!(first(show("", 0, 0)).ends_with("--> case.toml"));
    assert!(first(show("a\n\nb", 2, 2)).ends_with("--> case.toml:2:1"));
    assert!(first(show("a", 500, 900)).ends_with("--> case.toml:1:2"));
    assert!(first(show("é", 1, 1)).ends_with("--> case.toml:1:1"));
    // A source that is not there says nothing about places, and the sentence is still said.
    let lost = problems::text(&[problem(0, 1)], &[], Language::Nl, false, 80);
    assert!(lost.starts_with("fout[missing_key]: ") && lost.contains("tip: "), "{lost}");
}

#[test]
fn two_places_on_one_line_share_it_and_others_follow() {
    let text = "a = 1\nb = 2\nc = { x = 1, x = 2 }\n";
    let key = |start, end, first| Problem {
        place: Place { source: SourceId(0), start, end },
        mistake: Mistake::Syntax(Fault::DuplicateKey { key: "x".to_owned(), first }),
    };
    let first = Some(Place { source: SourceId(0), start: 18, end: 19 });
    let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
    let out = problems::text(
        &[key(25, 26, first)],
        std::slice::from_ref(&source),
        Language::En,
        false,
        80,
    );
    assert_eq!(out.matches("c = {").count(), 1, "{out}");
    assert!(out.contains("it stands here first"), "{out}");
    let other = Some(Place { source: SourceId(1), start: 0, end: 1 });
    let second = Source { name: "other.toml".to_owned(), text: "q = 1".to_owned() };
    let out = problems::text(&[key(25, 26, other)], &[source, second], Language::En, false, 80);
    assert!(out.contains("other.toml:1:1") && out.contains("q = 1"), "{out}");
}
