//! The output that others script against: the same in every language (reference, section 11).

pub mod problems;

use super::subject::Subject;
use crate::case::Case;
use crate::document::{Place, Places, is_printable};
use crate::measures::Ratio;
use crate::money::Cents;
use crate::statements::Group;
use crate::verdict::Figure;
use crate::whatif::sources::Tally;
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Value, json};
use std::io;

/// An object with values under its keys. `json!` copies a value that it is given, with all that is in it, and
/// so again for each object around it; this takes it as it is.
macro_rules! object {
    ({$($key:literal: $value:expr),* $(,)?}) => {{
        let mut object = serde_json::Map::new();
        $(object.insert($key.to_owned(), serde_json::Value::from($value));)*
        serde_json::Value::Object(object)
    }};
}
pub(crate) use object;

/// A value as text, on lines of its own.
pub fn text(value: &Value) -> String {
    let mut text = Vec::new();
    // Writing to memory never fails, and keys of values are texts.
    let _ = write(value, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// Writes a value, on lines of its own, as it goes: the one way out for JSON.
///
/// # Errors
/// When it cannot be written.
pub fn write(value: &impl Serialize, output: impl io::Write) -> io::Result<()> {
    let formatter = Harmless { pretty: PrettyFormatter::new() };
    value.serialize(&mut Serializer::with_formatter(output, formatter)).map_err(io::Error::from)
}

/// A value as one line: how a result is written among others, a line each.
pub fn line(value: &Value) -> String {
    let mut line = Vec::new();
    // Writing to memory never fails, and keys of values are texts.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut line, HarmlessLine));
    line.push(b'\n');
    String::from_utf8(line).unwrap_or_default()
}

/// JSON lets a name's characters stand as they are; those that a terminal would obey are written as
/// `\u009b`, which a program reads as the same name.
fn harmless<W: io::Write + ?Sized>(writer: &mut W, mut fragment: &str) -> io::Result<()> {
    // Most texts are short and plain.
    if fragment.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return writer.write_all(fragment.as_bytes());
    }
    while let Some((at, found)) = fragment.char_indices().find(|(_, c)| !is_printable(*c)) {
        writer.write_all(fragment.get(..at).unwrap_or_default().as_bytes())?;
        for unit in found.encode_utf16(&mut [0; 2]) {
            write!(writer, "\\u{unit:04x}")?;
        }
        fragment = fragment.get(at + found.len_utf8()..).unwrap_or_default();
    }
    writer.write_all(fragment.as_bytes())
}

/// All on one line.
struct HarmlessLine;

impl Formatter for HarmlessLine {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        harmless(writer, fragment)
    }
}

/// On lines of its own.
struct Harmless {
    pretty: PrettyFormatter<'static>,
}

impl Formatter for Harmless {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        harmless(writer, fragment)
    }

    fn begin_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_array(writer)
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array(writer)
    }

    fn begin_array_value<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.pretty.begin_array_value(writer, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(writer)
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object(writer)
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(writer)
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(writer)
    }
}

/// The number of the output's format; its shape changes only with this.
pub const FORMAT: u32 = 1;

/// Which case it is about.
pub(super) fn head(subject: Subject, case: &Case) -> Value {
    let mut head = object!({
        "file": subject.file,
        "name": case.name.to_programs(case.language),
        "scenario": subject.layers.scenario(),
        "start": case.horizon.start.to_string(),
        "years": case.horizon.years,
        "currency": case.currency.as_str(),
    });
    if let (Value::Object(head), false) = (&mut head, case.tags.is_empty()) {
        head.insert("tags".to_owned(), case.tags.iter().map(String::as_str).collect());
    }
    head
}

/// Money with the currency's decimals, a ratio with four.
pub fn figure(figure: Figure) -> String {
    match figure {
        Figure::Money(cents) => cents.to_string(),
        Figure::Ratio(ratio) => ratio.four_decimals().to_string(),
    }
}

/// The path of an entry: `cost.kitchen`.
pub fn path(case: &Case, group: Group, place: usize) -> Option<String> {
    case.entry(group, place).map(|entry| entry.path())
}

/// Where something stands; null where that is nowhere.
pub(super) fn place(places: &Places<'_>, place: Place) -> Value {
    match places.told(place) {
        Some((file, line, column)) => json!({"file": file, "line": line, "column": column}),
        None => Value::Null,
    }
}

/// How many figures there are, and how many nobody has confirmed.
pub(super) fn tally(tally: Tally) -> Value {
    json!({"figures": tally.figures, "unconfirmed": tally.unconfirmed})
}

/// Amounts, each as a text.
pub fn amounts(amounts: &[Cents]) -> Value {
    amounts.iter().copied().map(money).collect()
}

/// An amount as a text.
pub fn money(cents: Cents) -> Value {
    cents.to_string().into()
}

/// A ratio with four decimals.
pub fn ratio(ratio: Ratio) -> Value {
    ratio.four_decimals().to_string().into()
}
