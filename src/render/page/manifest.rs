//! What a report was made from, so that it can be told whether it still belongs to its files.

use crate::document::is_printable;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// What a report was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the program.
    pub version: String,
    /// Every file that was read, in order.
    pub files: Vec<Read>,
    /// What was asked.
    pub asked: Paper,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Its name as it was given.
    pub name: String,
    /// The SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

/// What was asked of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The scenarios that are laid over the file.
    pub scenarios: Vec<String>,
    /// The arguments that are.
    pub arguments: Vec<String>,
    /// Whether what really happened is left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plan: bool,
    /// Its language: `nl` or `en`.
    pub language: String,
    /// Which funding its tables count: `certain` or `all`.
    pub funding: String,
    /// How many draws its simulation makes.
    pub draws: u64,
    /// What these depend on.
    pub seed: u64,
    /// Its date, as `2026-11-26`.
    pub date: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// The id of the party that it is for.
    pub party: Option<String>,
}

/// Before the manifest in a page, and after it.
pub(super) const META: &str = "bizcase-manifest";

/// Before the manifest in Markdown, and after it.
const COMMENT: (&str, &str) = ("<!-- bizcase-manifest ", " -->");

/// Before each part of the manifest among the texts of a workbook, and after it.
const CELL: (&str, &str) = ("bizcase-manifest ", "</t>");

/// A cell of a workbook holds so many characters.
const OF_CELL: usize = 30_000;

impl Manifest {
    /// As one line of JSON.
    pub(super) fn json(&self) -> String {
        // Texts and numbers in structs without maps: nothing that JSON cannot hold.
        let json = serde_json::to_string(self).unwrap_or_default();
        json.chars().map(seen).collect()
    }

    /// As a comment of Markdown.
    pub(super) fn comment(&self) -> String {
        // A comment ends at two dashes.
        let json = self.json().replace("--", "-\\u002d");
        format!("{}{json}{}\n", COMMENT.0, COMMENT.1)
    }

    /// As texts of a workbook's cells.
    pub fn cells(&self) -> Vec<String> {
        // Spreadsheets have a character by its number begin with these two.
        let json: Vec<char> = self.json().replace("_x", "\\u005fx").chars().collect();
        let parts = json.chunks(OF_CELL).map(|part| part.iter().collect::<String>());
        parts.map(|part| format!("{}{part}", CELL.0)).collect()
    }

    /// The manifest among the texts of a workbook; nothing where there is none.
    pub fn among(texts: &str) -> Option<Self> {
        let parts = texts.split(CELL.0).skip(1);
        let parts: Option<String> =
            parts.map(|part| part.split_once(CELL.1).map(|(part, _)| part)).collect();
        serde_json::from_str(&parts?.replace("&quot;", "\"")).ok()
    }

    /// The manifest in a report, a page or Markdown; nothing where there is none.
    pub fn found_in(report: &str) -> Option<Self> {
        let within = |before: &str, after: &str| {
            let (_, rest) = report.split_once(before)?;
            rest.split_once(after).map(|(within, _)| within.to_owned())
        };
        let of_page = within(&format!("<meta name=\"{META}\" content=\""), "\">");
        let unescaped = of_page.map(|json| json.replace("&quot;", "\""));
        let json = unescaped.or_else(|| within(COMMENT.0, COMMENT.1))?;
        serde_json::from_str(&json).ok()
    }
}

/// A character of JSON; one that cannot be seen, or that means something to who reads a page, by its
/// number.
fn seen(character: char) -> String {
    if is_printable(character) && !matches!(character, '<' | '>' | '&') {
        return character.to_string();
    }
    let mut units = [0; 2];
    character.encode_utf16(&mut units).iter().fold(String::new(), |mut text, unit| {
        // Writing to a text cannot fail.
        let _ = write!(text, "\\u{unit:04x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_was_made_from_is_found_in_it_again() {
        let hostile = "a\"><script>--> _x0041_ & &quot; \u{202e}\u{e0041} é.toml".to_owned();
        let manifest = Manifest {
            version: "1.2.3".to_owned(),
            files: vec![Read { name: hostile.clone(), sha256: "ab".to_owned() }],
            asked: Paper {
                scenarios: vec![hostile.clone()],
                arguments: vec!["--".to_owned(), "-->".to_owned()],
                plan: true,
                language: "nl".to_owned(),
                funding: "all".to_owned(),
                draws: 10,
                seed: 1,
                date: Some("2026-11-26".to_owned()),
                draft: true,
                party: Some(hostile),
            },
        };
        let page = maud::html! { meta name=(META) content=(manifest.json()); }.into_string();
        assert_eq!(Manifest::found_in(&page).as_ref(), Some(&manifest));
        let comment = manifest.comment();
        assert_eq!(comment.matches("--").count(), 2, "{comment}");
        assert_eq!(Manifest::found_in(&comment).as_ref(), Some(&manifest));
        assert_eq!(Manifest::found_in("# A text"), None);
        let texts = format!("<si><t>{}</t></si>", manifest.cells().join("</t></si><si><t>"));
        assert_eq!(Manifest::among(&texts).as_ref(), Some(&manifest));
        assert_eq!(Manifest::among("<si><t>A text</t></si>"), None);
    }
}
