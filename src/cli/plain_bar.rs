//! How far a command is, in plain numbers, where no bar can be drawn: in a browser.

use std::io::{Write, stderr};

/// How far a command is, told to whoever watches.
pub(crate) struct Bar {
    all: u64,
    words: String,
    watched: bool,
}

impl Bar {
    /// One of so many steps, which are called by these words.
    pub fn new(all: u64, words: String, watched: bool) -> Self {
        Self { all, words, watched }
    }

    /// Tells that so many steps are done.
    pub fn is_at(&mut self, done: u64) {
        if self.watched {
            // Who does not hear it waits all the same.
            let _ = writeln!(stderr(), "{done} / {} {}", self.all, self.words);
        }
    }

    /// Nothing of it is left to take away.
    pub fn clear(self) {}
}
