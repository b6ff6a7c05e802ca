//! One report in the formats that there are.

use super::options::Format;
use crate::render::blocks::Report;
use crate::render::text::Page;
use crate::render::{markdown, text};
use anyhow::Result;
use std::fmt::Display;

/// What was found, in the format that is asked for.
pub(crate) fn shown<J: Display>(
    format: Format,
    page: &Page,
    report: impl FnOnce() -> Report,
    json: impl FnOnce() -> J,
    csv: impl FnOnce() -> csv::Result<String>,
) -> Result<String> {
    Ok(match format {
        Format::Text => text::text(&report(), page),
        Format::Markdown => markdown::markdown(&report()),
        Format::Json => format!("{:#}\n", json()),
        Format::Csv => csv()?,
    })
}
