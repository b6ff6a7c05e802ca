//! The report of `check` on each `tests/reports/NAME.toml`, beside what it must be: in Dutch and
//! English, 80 columns wide. `UPDATE_EXPECTED=1 cargo test reports` writes it anew.

use crate::support::expected::compare;
use crate::support::files::toml_files;
use bizcase::case::{self, Case};
use bizcase::document::{self, Source};
use bizcase::language::Language;
use bizcase::overlay::Layers;
use bizcase::postings::Journal;
use bizcase::render::subject::Subject;
use bizcase::render::summary::{self, Judged, Line, LineOutcome};
use bizcase::render::text::{self, Page};
use bizcase::render::{check, markdown};
use bizcase::verdict::{self, Books, Verdict};
use bizcase::whatif::sources::Tally;
use std::fs;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

const LANGUAGES: [(Language, &str); 2] = [(Language::Nl, "nl"), (Language::En, "en")];

fn cases() -> Vec<PathBuf> {
    toml_files("tests/reports")
}

fn judged(path: &Path) -> (Case, Verdict, Tally) {
    judge(fs::read_to_string(path).unwrap())
}

fn judge(text: String) -> (Case, Verdict, Tally) {
    let source = Source { name: "case.toml".to_owned(), text };
    let document = document::read(source).unwrap_or_else(|unread| panic!("{unread:?}"));
    let case = case::read(&document).unwrap_or_else(|problems| panic!("{problems:?}")).case;
    let journal = Journal::of(&case).unwrap();
    let verdict = verdict::judge(&Books::open(&case, &journal).unwrap()).unwrap();
    let tally = Tally::of_case(&document, &case);
    (case, verdict, tally)
}

/// Nothing is laid over these cases.
static NOTHING: Layers = Layers { scenarios: Vec::new(), arguments: Vec::new(), plan: false };

fn subject(file: &str) -> Subject<'_> {
    Subject { file, layers: &NOTHING, outside: false }
}

fn told(subject: Subject, (case, verdict, tally): (&Case, &Verdict, Tally), page: &Page) -> String {
    text::text(&check::report(subject, case, verdict, tally, page.language), page)
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn each_report_is_as_expected() {
    for path in cases() {
        let (case, verdict, tally) = judged(&path);
        for (language, code) in LANGUAGES {
            let page = Page { language, width: 80, color: false };
            let found = told(subject(name(&path)), (&case, &verdict, tally), &page);
            compare(&path.with_extension(format!("{code}.out")), &found);
            let report = check::report(subject(name(&path)), &case, &verdict, tally, language);
            compare(&path.with_extension(format!("{code}.md")), &markdown::markdown(&report));
        }
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    for path in cases() {
        let (case, verdict, tally) = judged(&path);
        for (language, code) in LANGUAGES {
            for width in [60, 80, 100, 120, 200] {
                let page = Page { language, width, color: false };
                let text = told(subject("case.toml"), (&case, &verdict, tally), &page);
                for line in text.lines() {
                    assert!(line.width() <= width, "{} {code} {width}: {line}", path.display());
                    assert_eq!(line, line.trim_end());
                }
            }
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    for path in cases() {
        let (case, verdict, tally) = judged(&path);
        let page = |color| Page { language: Language::Nl, width: 80, color };
        let plain = told(subject("case.toml"), (&case, &verdict, tally), &page(false));
        let mut coloured = told(subject("case.toml"), (&case, &verdict, tally), &page(true));
        for code in ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[31m"] {
            coloured = coloured.replace(code, "");
        }
        assert_eq!(coloured, plain, "{}", path.display());
    }
}

#[test]
fn many_cases_are_a_line_each() {
    let mut lines: Vec<_> = cases()
        .iter()
        .map(|path| {
            let (case, verdict, _) = judged(path);
            let outcome = LineOutcome::Judged(Judged::of(&case, &verdict));
            Line { file: name(path).to_owned(), outcome }
        })
        .collect();
    lines.push(Line { file: "broken.toml".to_owned(), outcome: LineOutcome::Wrong(3) });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports");
    for (language, code) in LANGUAGES {
        let page = Page { language, width: 80, color: false };
        compare(
            &folder.join(format!("summary.{code}.out")),
            &text::text(&summary::report(&lines, page.language), &page),
        );
        for width in [60, 80, 120] {
            let text = text::text(&summary::report(&lines, page.language), &Page { width, ..page });
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
        }
    }
}

#[test]
fn what_a_file_calls_things_is_never_sent_raw() {
    let text = fs::read_to_string(cases().first().unwrap()).unwrap();
    let text = text.replace("name = \"", "name = \"\\u001b[2J\\u202e\\u0007");
    assert!(text.contains("\\u001b"));
    let (case, verdict, tally) = judge(text);
    let page = Page { language: Language::Nl, width: 80, color: false };
    let line = Line {
        file: "\u{1b}c.toml".to_owned(),
        outcome: LineOutcome::Judged(Judged::of(&case, &verdict)),
    };
    for shown in [
        told(subject("\u{1b}c.toml"), (&case, &verdict, tally), &page),
        markdown::markdown(&check::report(
            subject("\u{1b}c.toml"),
            &case,
            &verdict,
            tally,
            Language::En,
        )),
        text::text(&summary::report(std::slice::from_ref(&line), page.language), &page),
        markdown::markdown(&summary::report(std::slice::from_ref(&line), Language::En)),
    ] {
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown}");
    }
}
