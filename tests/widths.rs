//! Reports keep to the width that is asked for; a command to type stays on one line.

use crate::support::{Output, bizcase};
use unicode_width::UnicodeWidthStr;

/// A case, and what each command is asked of it.
const OF_CASE: [&[&str]; 8] = [
    &["check"],
    &["show"],
    &["close"],
    &["stress"],
    &["explain", "verdict"],
    &["sensitivity"],
    &["compare"],
    &["simulate", "--draws", "50"],
];

const OF_FUND: [&[&str]; 4] = [&["fund"], &["check"], &["compare"], &["sensitivity"]];

/// What a command tells of a file at a width.
fn told(command: &[&str], file: &str, language: &str, width: &str) -> Output {
    let (name, more) = command.split_first().expect("a command");
    let arguments = [&[*name, file], more, &["--lang", language, "--width", width]].concat();
    bizcase(&arguments, "")
}

#[test]
fn only_a_command_to_type_is_wider_than_asked() {
    let files = [
        (&OF_CASE[..], "cases/buurtkeuken.toml"),
        (&OF_CASE, "cases/kamers.toml"),
        (&OF_FUND, "cases/funds/wijkfonds.toml"),
    ];
    for (commands, file) in files {
        for command in commands {
            for (width, language) in [(40, "nl"), (60, "en"), (80, "nl"), (120, "en"), (200, "nl")]
            {
                let output = told(command, file, language, &width.to_string());
                assert!(output.code < 2, "{command:?} {file}: {}", output.stderr);
                let wide = output.stdout.lines().filter(|line| line.width() > width);
                let wide: Vec<_> = wide.filter(|line| !line.starts_with("  bizcase ")).collect();
                assert!(wide.is_empty(), "{command:?} {file} at {width}: {wide:#?}");
            }
        }
    }
}

#[test]
fn a_wider_page_breaks_less() {
    let lines =
        |width| told(&["check"], "cases/buurtkeuken.toml", "en", width).stdout.lines().count();
    assert!(lines("40") > lines("80") && lines("80") > lines("200"));
}

#[test]
fn a_width_is_a_number() {
    for wrong in ["abc", "0", "19", "1001", "99999999999999999999"] {
        let output = told(&["check"], "cases/buurtkeuken.toml", "en", wrong);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{wrong}");
        assert!(output.stderr.contains("--width"), "{}", output.stderr);
    }
}
