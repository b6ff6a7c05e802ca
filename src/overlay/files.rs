//! Files that other files name.

use crate::document::{Source, Unread, Unreadable};

/// A file that was asked for by another.
#[derive(Debug)]
pub struct Opened {
    /// What tells it from all other files, however its path is written.
    pub identity: String,
    /// Its text, or what is wrong with that.
    pub source: Result<Source, Unread>,
}

/// Where the files lie that a file names.
pub trait Files {
    /// Opens the file at a path as seen from the folder of another.
    ///
    /// # Errors
    /// Why it may not or cannot be read.
    fn open(&self, path: &str, seen_from: &Source) -> Result<Opened, Unreadable>;
}
