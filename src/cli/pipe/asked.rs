//! What a line asks.

use super::line::Line;
use crate::render::json::problems;
use serde::Deserialize;
use serde_json::Value;
use std::num::NonZeroU64;

/// What an engine calls a piece of work.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Id {
    /// By a text.
    Text(String),
    /// By a number.
    Number(i64),
}

impl From<Id> for Value {
    fn from(id: Id) -> Self {
        match id {
            Id::Text(text) => text.into(),
            Id::Number(number) => number.into(),
        }
    }
}

/// The object on a line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    id: Id,
    text: Option<String>,
    file: Option<String>,
    #[serde(default)]
    scenario: Vec<String>,
    #[serde(default)]
    set: Vec<String>,
    draws: Option<NonZeroU64>,
    seed: Option<u64>,
}

/// The same where only the name is looked for.
#[derive(Deserialize)]
struct Named {
    id: Id,
}

/// What is asked.
#[derive(Debug)]
pub(super) struct Asked {
    /// What the engine calls it.
    pub id: Id,
    /// The case.
    pub case: Given,
    /// The scenarios that are laid over it.
    pub scenarios: Vec<String>,
    /// The values that are, after those.
    pub arguments: Vec<String>,
    /// How many draws.
    pub draws: Option<NonZeroU64>,
    /// What they depend on.
    pub seed: Option<u64>,
}

/// Where a case comes from.
#[derive(Debug)]
pub(super) enum Given {
    /// It stands in the line.
    Text(String),
    /// In this file.
    File(String),
}

/// Why a line asks nothing.
pub(super) struct NotAsked {
    /// What the engine calls it, where that can be told.
    pub id: Option<Id>,
    /// What is wrong.
    pub problem: Value,
}

impl Asked {
    /// What a line asks.
    ///
    /// # Errors
    /// Why it asks nothing.
    pub fn of(line: &Line) -> Result<Self, NotAsked> {
        let bytes = match line {
            Line::Whole(bytes) => bytes,
            Line::TooLong => {
                let help =
                    "start `bizcase pipe` with a larger `--max-bytes`, or leave this case out";
                let problem = problems::said("line_too_long", "this line is too long", help);
                return Err(NotAsked { id: None, problem });
            }
        };
        let wrong = |message: &str| {
            let id = serde_json::from_slice(bytes).ok().map(|Named { id }| id);
            let help = "write `{\"id\": \"…\", \"text\": \"…\"}` on one line, with `file` in place of `text` where \
                 the case stands in a file, and `scenario`, `set`, `draws` and `seed` as they are needed";
            NotAsked { id, problem: problems::said("not_a_question", message, help) }
        };
        let object: Object = serde_json::from_slice(bytes)
            .map_err(|failure| wrong(&format!("this line is no question: {failure}")))?;
        let Object { id, text, file, scenario, set, draws, seed } = object;
        let case = match (text, file) {
            (Some(text), None) => Given::Text(text),
            (None, Some(file)) => Given::File(file),
            _ => {
                return Err(wrong("this line has no case, or two: either `text` or `file` is one"));
            }
        };
        Ok(Self { id, case, scenarios: scenario, arguments: set, draws, seed })
    }
}
