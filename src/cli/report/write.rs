//! A report in the form that the name of its file asks for.

use super::{print, tell};
use crate::cli::Exit;
use crate::cli::place::put;
use crate::cli::world::World;
use crate::document::printable;
use crate::language::{Message, Page};
use crate::render::page::{Document, html, markdown};
use anyhow::Result;
use std::path::Path;

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A page.
    Page,
    /// A page that is printed.
    Pdf,
    /// Markdown.
    Markdown,
}

impl Form {
    /// What the ending of a file says; nothing where it says nothing.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Self::Page),
            "pdf" => Some(Self::Pdf),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Whether the ending of a file asks for a workbook, which is no report on paper.
pub(super) fn is_workbook(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// Writes a report, and says so.
pub(super) fn write(
    document: &Document,
    (form, out): (Form, &Path),
    browser: Option<&Path>,
    world: &mut World,
) -> Result<Exit> {
    match form {
        Form::Page => put(out, html(document).as_bytes())?,
        Form::Markdown => put(out, markdown(document).as_bytes())?,
        Form::Pdf => {
            if let Some(page) = print::pdf(&html(document), out, browser)? {
                return tell(&page.words(), document.language, world);
            }
        }
    }
    let name = out.display().to_string();
    let words = document.language.say(&Message::Page(Page::Written(&name)));
    writeln!(world.output, "{}", printable(&words))?;
    Ok(Exit::Fine)
}
