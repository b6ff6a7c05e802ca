//! Lines and columns of the places in a text.

use super::{Place, Source};
use std::ops::Range;

/// Where the lines of a text begin: found once, so that many places can be looked up.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a source.
    pub fn of(source: &Source) -> Self {
        let newlines = source.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { starts: std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect() }
    }

    /// The line and column of a byte, both counted from 1, the column in characters.
    pub fn line_column(&self, source: &Source, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        // A byte within a character has that character's column.
        let before = source.text.as_bytes().get(start..offset.min(source.text.len()));
        let within = source.text.get(offset..).is_none() && offset < source.text.len();
        let begun =
            before.unwrap_or_default().iter().filter(|byte| !is_continuation(**byte)).count();
        (line, begun + 1 - usize::from(within))
    }

    /// The bytes of the line that a byte stands in, without the end of the line.
    pub fn span(&self, source: &Source, offset: usize) -> Range<usize> {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let end = self.starts.get(line).map_or(source.text.len(), |next| next - 1);
        let text = source.text.get(start..end).unwrap_or_default();
        start..end - usize::from(text.ends_with('\r'))
    }
}

/// Sources whose lines were found, so that many places in them can be told.
#[derive(Clone, Debug)]
pub struct Places<'s>(Vec<(&'s Source, Lines)>);

impl<'s> Places<'s> {
    /// Finds the lines of all sources.
    pub fn of(sources: &'s [Source]) -> Self {
        Self(sources.iter().map(|source| (source, Lines::of(source))).collect())
    }

    /// The name of a place's source, the line and the column; nothing where there is no such source.
    pub fn told(&self, place: Place) -> Option<(&'s str, usize, usize)> {
        let (source, lines) = self.0.get(place.source.0)?;
        let (line, column) = lines.line_column(source, place.start);
        Some((&source.name, line, column))
    }
}

/// The line and column of a byte, both counted from 1, the column in characters. For many places
/// in a source, ask its [`Lines`]; for places in several of them [`Places`].
pub fn line_column(source: &Source, offset: usize) -> (usize, usize) {
    Lines::of(source).line_column(source, offset)
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
