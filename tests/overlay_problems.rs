//! Every mistake in what is laid over a case, in a price list or asked of a file, as its author reads
//! it: `tests/problems/{overlay,prices,asked}/CODE.toml` beside what is said of it, in both languages. The first
//! line of each says what is typed. `UPDATE_EXPECTED=1` rewrites what is said.

use crate::support;
use crate::support::files::toml_files;
use bizcase::document::{AskedMistake, OverlayMistake, PriceMistake};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 3] =
    ["tests/problems/overlay", "tests/problems/asked", "tests/problems/prices"];

/// Files that others lie over; they are right themselves.
const BENEATH: &[&str] = &["base", "circle"];

pub fn examples() -> Vec<PathBuf> {
    let is_example = |path: &PathBuf| !BENEATH.contains(&stem(path).as_str());
    FOLDERS.into_iter().flat_map(toml_files).filter(is_example).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// What is typed: the words behind `# bizcase`, of which `FILE` is the example itself.
pub fn typed(example: &Path) -> Vec<String> {
    let text = fs::read_to_string(example).expect("an example");
    let line = text.lines().next().and_then(|line| line.strip_prefix("# bizcase "));
    let words = line.expect("a command").split_whitespace();
    words
        .map(|word| if word == "FILE" { example.display().to_string() } else { word.into() })
        .collect()
}

#[test]
fn every_mistake_is_told_in_both_languages() {
    for example in examples() {
        for language in ["en", "nl"] {
            let mut typed = typed(&example);
            typed.extend(["--lang".to_owned(), language.to_owned()]);
            let typed: Vec<_> = typed.iter().map(String::as_str).collect();
            let output = support::bizcase(&typed, "");
            let file = example.with_extension(format!("{language}.out"));
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                fs::write(&file, &output.stderr).expect("written");
            }
            let expected = fs::read_to_string(&file).unwrap_or_default();
            assert_eq!(output.stderr, expected, "{}", file.display());
            let stops = output.stderr.starts_with("error") || output.stderr.starts_with("fout");
            assert_eq!(stops, output.stdout.is_empty(), "{}", file.display());
            assert_eq!(stops, output.code == 2, "{}", file.display());
            let code = format!("[{}]", stem(&example));
            assert!(output.stderr.contains(&code), "{code} is not what it is about");
        }
    }
}

#[test]
fn every_code_has_its_example() {
    let examples: BTreeSet<String> = examples().iter().map(|path| stem(path)).collect();
    let known = [OverlayMistake::CODES, AskedMistake::CODES, PriceMistake::CODES].concat();
    let known: BTreeSet<String> = known.into_iter().map(str::to_owned).collect();
    assert_eq!(examples, known);
}
