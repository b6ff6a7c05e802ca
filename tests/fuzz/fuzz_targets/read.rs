//! Any bytes at all: they are read and judged, or what is wrong with them can be shown.

#![no_main]

use bizcase::assess::assess;
use bizcase::document::{Problem, Source, open, read, render};
use bizcase::language::Language;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match open("case.toml".to_owned(), bytes.to_vec()).and_then(read) {
        Ok(document) => match assess(&document) {
            Ok(_) => {}
            Err(problems) => assert_can_be_shown(&problems, &document.sources),
        },
        Err(unread) => assert_can_be_shown(&unread.problems, &unread.sources),
    }
});

fn assert_can_be_shown(problems: &[Problem], sources: &[Source]) {
    assert!(!problems.is_empty());
    assert!(problems.is_sorted_by_key(|problem| problem.place.start));
    for language in [Language::En, Language::Nl] {
        let shown = render(problems, sources, language, false, 80);
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n'));
    }
}
