//! Results in the formats that there are: here, and nowhere else, is it chosen how one is told.

use super::options::Format;
use super::world::World;
use crate::document::Unread;
use crate::language::Language;
use crate::render::blocks::Report;
use crate::render::summary::{self, Line};
use crate::render::text::{self, Page};
use crate::render::{json, markdown};
use anyhow::Result;
use serde::Serialize;
use serde_json::Value;
use std::io::{BufWriter, Write};

/// Writes what was found; of what could be written only that is made which is asked for.
pub(crate) fn write<J: Serialize>(
    format: Format,
    page: &Page,
    world: &mut World,
    report: impl FnOnce() -> Result<Report>,
    json: impl FnOnce() -> Result<J>,
    csv: impl FnOnce() -> Result<String>,
) -> Result<()> {
    match format {
        Format::Text => write!(world.output, "{}", text::text(&report()?, page))?,
        Format::Markdown => write!(world.output, "{}", markdown::markdown(&report()?))?,
        Format::Json => write_object(&json()?, world)?,
        Format::Csv => write!(world.output, "{}", csv()?)?,
    }
    Ok(())
}

/// Writes for programs why there is nothing to show; people are told on standard error.
pub(crate) fn write_wrong(
    format: Format,
    world: &mut World,
    json: impl FnOnce() -> Value,
    csv: impl FnOnce() -> Result<String>,
) -> Result<()> {
    match format {
        Format::Text | Format::Markdown => {}
        Format::Json => write_object(&json(), world)?,
        Format::Csv => write!(world.output, "{}", csv()?)?,
    }
    Ok(())
}

/// Writes what is worth saying of the input as a part of a document; elsewhere it stays on standard
/// error.
pub(crate) fn write_noted(
    format: Format,
    noted: &[Unread],
    language: Language,
    world: &mut World,
) -> Result<()> {
    if format == Format::Markdown {
        write!(world.output, "{}", markdown::warnings(noted, language))?;
    }
    Ok(())
}

/// An object may be long: it is written as it goes.
fn write_object(object: &impl Serialize, world: &mut World) -> Result<()> {
    let mut output = BufWriter::new(&mut world.output);
    json::write(object, &mut output)?;
    writeln!(output)?;
    output.flush()?;
    Ok(())
}

/// What came of one file of many.
pub(crate) trait Listed {
    /// A line of the summary.
    fn line(&self) -> Line;
    /// What is worth saying of the file.
    fn noted(&self) -> Vec<Unread>;
    /// An object.
    fn object(&self) -> Value;
    /// A table, whose head is that of all others.
    fn table(&self) -> csv::Result<String>;
}

/// What came of many files, written as it comes.
pub(crate) struct Listing {
    form: Form,
    /// Whether something was added.
    begun: bool,
}

enum Form {
    /// A summary at the end.
    Text(Vec<Line>),
    /// A summary at the end, and after it what is worth saying.
    Document(Vec<Line>, Vec<Unread>),
    /// A list of objects.
    Objects,
    /// A table.
    Rows,
}

impl Listing {
    /// Nothing yet.
    pub fn new(format: Format) -> Self {
        let form = match format {
            Format::Text => Form::Text(Vec::new()),
            Format::Markdown => Form::Document(Vec::new(), Vec::new()),
            Format::Json => Form::Objects,
            Format::Csv => Form::Rows,
        };
        Self { form, begun: false }
    }

    /// Adds what came of a file.
    pub fn add(&mut self, file: &impl Listed, world: &mut World) -> Result<()> {
        match &mut self.form {
            Form::Text(lines) => lines.push(file.line()),
            Form::Document(lines, noted) => {
                lines.push(file.line());
                noted.extend(file.noted());
            }
            Form::Objects => {
                let before = if self.begun { ",\n" } else { "[\n" };
                write!(world.output, "{before}{}", json::text(&file.object()))?;
            }
            Form::Rows => {
                let table = file.table()?;
                let rows = if self.begun { table.find('\n').map_or(0, |end| end + 1) } else { 0 };
                write!(world.output, "{}", table.get(rows..).unwrap_or_default())?;
            }
        }
        self.begun = true;
        Ok(())
    }

    /// Writes what follows the last of them.
    pub fn end(self, page: &Page, world: &mut World) -> Result<()> {
        match self.form {
            Form::Text(lines) => {
                let report = summary::report(&lines, page.language);
                write!(world.output, "{}", text::text(&report, page))?;
            }
            Form::Document(lines, noted) => {
                let report = summary::report(&lines, page.language);
                write!(world.output, "{}", markdown::markdown(&report))?;
                write!(world.output, "{}", markdown::warnings(&noted, page.language))?;
            }
            Form::Objects => writeln!(world.output, "{}", if self.begun { "\n]" } else { "[]" })?,
            Form::Rows => {}
        }
        Ok(())
    }
}
