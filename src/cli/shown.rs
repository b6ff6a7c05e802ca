//! One report in the formats that there are.

use super::options::Format;
use crate::render::blocks::Report;
use crate::render::text::Page;
use crate::render::{self, markdown, text};
use anyhow::Result;
use serde_json::Value;

/// What was found, in the format that is asked for.
pub(crate) fn shown(
    format: Format,
    page: &Page,
    report: impl FnOnce() -> Report,
    json: impl FnOnce() -> Value,
    csv: impl FnOnce() -> csv::Result<String>,
) -> Result<String> {
    Ok(match format {
        Format::Text => text::text(&report(), page),
        Format::Markdown => markdown::markdown(&report()),
        Format::Json => render::json::text(&json()) + "\n",
        Format::Csv => csv()?,
    })
}
