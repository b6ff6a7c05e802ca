//! Where things stand in what was read.

/// A source of a document: its place in [`Document::sources`](super::Document::sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub usize);

/// A stretch of a source, in bytes from `start` up to and not including `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which source.
    pub source: SourceId,
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What is said at another place that a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The first of two that should be one.
    FirstHere,
    /// What got a value, and so is no table.
    ValueHere,
    /// What is wrong once something is laid over it.
    WrongThen,
}
