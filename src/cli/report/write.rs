//! A report is written beside where it goes, and takes its place when it is whole.

use super::{print, tell};
use crate::cli::Exit;
use crate::cli::world::World;
use crate::document::printable;
use crate::language::{Message, Page};
use crate::render::page::{Document, html, markdown};
use anyhow::Result;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

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

/// Puts a file in its place when all of it is written: a failure leaves what was there.
///
/// # Errors
/// The system's own.
pub(super) fn put(out: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = beside(out);
    let done = fs::write(&part, bytes).and_then(|()| fs::rename(&part, out));
    if done.is_err() {
        // What was begun is of no use; that it cannot be removed is no news.
        let _ = fs::remove_file(&part);
    }
    done
}

/// A name beside a file for what is not whole yet.
fn beside(out: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(out.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    out.with_file_name(name)
}
