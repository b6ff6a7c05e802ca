//! Each `tests/sessions/NAME.md` is typed from top to bottom, and must print what it shows.

use crate::support::session;
use std::path::Path;

/// A test for each session, so that each is named when it fails.
macro_rules! sessions {
    ($($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                session::holds(&folder().join(concat!(stringify!($name), ".md")));
            }
        )*

        #[test]
        fn every_session_is_typed() {
            for file in std::fs::read_dir(folder()).unwrap() {
                let name = file.unwrap().file_name().into_string().unwrap();
                assert!([$(concat!(stringify!($name), ".md")),*].contains(&name.as_str()), "{name}");
            }
        }
    };
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions")
}

sessions![
    one_case,
    many_cases,
    expected,
    languages,
    terminals,
    formats,
    tables,
    slips,
    dutch_spelling,
    close,
    close_or_not,
    compare,
    stress,
    sensitivity,
    sources,
    fund_what_if,
    folders,
    attention,
    fund_lost,
    new_case,
    pipe
];
