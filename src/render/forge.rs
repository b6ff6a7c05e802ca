//! What CI shows of a check: each thing that is wrong, or worth saying, where it stands; and a verdict
//! that nobody counts on. One file for each that shows it.

pub mod github;
pub mod gitlab;
pub mod sarif;

use crate::document::{Lines, Place, Problem, Severity, Source, Unread};
use crate::language::{Language, note, problem};
use crate::overlay;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Component, Path};

/// Something to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it is, in a sentence.
    pub what: String,
    /// How to mend it, where that can be said.
    pub mend: Option<String>,
    /// Where it stands.
    pub spot: Spot,
    /// What is said at other places.
    pub also: Vec<(&'static str, Spot)>,
}

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file, as it was given.
    pub file: String,
    /// The line and the column in characters in which it begins, both from 1.
    pub from: (usize, usize),
    /// Those of the character behind it.
    pub to: (usize, usize),
    /// What stands there, where it is no longer than anybody reads.
    pub text: Option<String>,
}

/// How many bytes of a stretch are shown.
const SHOWN: usize = 300;

impl Spot {
    /// The top of a file.
    pub fn top(file: &str) -> Self {
        Self { file: file.to_owned(), from: (1, 1), to: (1, 1), text: None }
    }

    /// A place in one of some sources; the top of the file that was asked for where it is in what was
    /// typed.
    pub fn of(place: Place, sources: &[Source], asked: &str) -> Self {
        match sources.get(place.source.0) {
            Some(source) if !overlay::is_typed(source) => {
                Self::within(source, &Lines::of(source), place)
            }
            _ => Self::top(asked),
        }
    }

    fn within(source: &Source, lines: &Lines, place: Place) -> Self {
        let text = source.text.get(place.start..place.end);
        Self {
            file: source.name.clone(),
            from: lines.line_column(source, place.start),
            to: lines.line_column(source, place.end),
            text: text.filter(|text| !text.is_empty() && text.len() <= SHOWN).map(str::to_owned),
        }
    }

    /// The path as CI knows it, from where the check was run: `./a/../b.toml` is `b.toml`.
    pub fn path(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for part in Path::new(&self.file).components() {
            let is_named = parts.last().is_some_and(|part| part != "..");
            match part {
                Component::CurDir => {}
                Component::ParentDir if is_named => {
                    parts.pop();
                }
                Component::RootDir => parts.push(String::new()),
                part => parts.push(part.as_os_str().to_string_lossy().into_owned()),
            }
        }
        parts.join("/")
    }
}

/// What was noted of a file that was asked for.
pub fn noted(unread: &[Unread], asked: &str, language: Language) -> Vec<Finding> {
    unread.iter().flat_map(|unread| of_sources(unread, asked, language)).collect()
}

fn of_sources(unread: &Unread, asked: &str, language: Language) -> Vec<Finding> {
    if unread.problems.is_empty() {
        return Vec::new();
    }
    let lines: Vec<_> = unread.sources.iter().map(Lines::of).collect();
    let spot =
        |place: Place| match unread.sources.get(place.source.0).zip(lines.get(place.source.0)) {
            Some((source, lines)) if !overlay::is_typed(source) => {
                Spot::within(source, lines, place)
            }
            _ => Spot::top(asked),
        };
    let finding = |told: &Problem| {
        let words = problem(language, &told.mistake);
        let also = told.mistake.also().into_iter();
        Finding {
            code: told.mistake.code(),
            severity: told.mistake.severity(),
            what: words.what,
            mend: Some(words.mend),
            spot: spot(told.place),
            also: also.map(|(place, said)| (note(language, said), spot(place))).collect(),
        }
    };
    unread.problems.iter().map(finding).collect()
}

/// What tells each of some findings from all others, and stays as it is when lines are put in above:
/// a mark of its file, its code, what stands there, and how many like it come before.
pub fn marks(findings: &[Finding]) -> Vec<String> {
    let mut before: HashMap<(String, &str, &str), usize> = HashMap::new();
    let mut marks = Vec::new();
    for finding in findings {
        let text = finding.spot.text.as_deref().unwrap_or(&finding.what);
        let path = finding.spot.path();
        let what = format!("{path}\n{}\n{text}\n", finding.code);
        let like = before.entry((path, finding.code, text)).or_default();
        marks.push(fingerprint(&format!("{what}{like}")));
        *like += 1;
    }
    marks
}

fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
