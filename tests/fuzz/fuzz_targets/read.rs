//! Any bytes at all: they are read, or what is wrong with them can be shown.

#![no_main]

use bizcase::document::{open, read, render};
use bizcase::language::Language;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(unread) = open("case.toml".to_owned(), bytes.to_vec()).and_then(read) {
        assert!(!unread.problems.is_empty());
        assert!(unread.problems.is_sorted_by_key(|problem| problem.place.start));
        for language in [Language::En, Language::Nl] {
            let shown = render(&unread.problems, &unread.sources, language, false, 80);
            assert!(!shown.chars().any(|c| c.is_control() && c != '\n'));
        }
    }
});
