//! Bytes become text, or one clear problem.

use super::fault::Fault;
use super::place::{Place, SourceId};
use super::tree::Source;
use super::{Mistake, Problem};
use std::io::{self, Read};

/// How many bytes of a file are read: far more than any case has, far less than any memory.
pub const LIMIT: usize = 64 * MILLION;
const MILLION: usize = 1_000_000;

/// As many bytes as nearly every case has: such a file is read at once.
const USUAL: usize = 32 * 1024;

/// What could not be read: all that is wrong, by place, and the text that it is shown in.
#[derive(Clone, Debug)]
pub struct Unread {
    /// What was to be read; where it is no text, what there is of it.
    pub sources: Vec<Source>,
    /// What is wrong, sorted by place; never empty.
    pub problems: Vec<Problem>,
}

/// Reads all of a file or of standard input as text.
///
/// # Errors
/// The reader's own; within, an [`Unread`] as by [`open`].
pub fn open_from(name: String, reader: impl Read) -> io::Result<Result<Source, Unread>> {
    // One byte past the limit shows that there is too much, however much that is.
    let enough = u64::try_from(LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::with_capacity(USUAL);
    reader.take(enough).read_to_end(&mut bytes)?;
    Ok(open(name, bytes))
}

/// Takes bytes for text, without the byte order mark.
///
/// # Errors
/// One problem for what is too big, is no text, or is not UTF-8.
pub fn open(name: String, mut bytes: Vec<u8>) -> Result<Source, Unread> {
    if bytes.len() > LIMIT {
        return Err(unread(name, String::new(), 0..0, Fault::TooBig { limit: LIMIT / MILLION }));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(unread(name, String::new(), 0..0, Fault::Utf16));
    }
    if bytes.contains(&0) {
        return Err(unread(name, String::new(), 0..0, Fault::Binary));
    }
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(.."\u{feff}".len());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source { name, text }),
        Err(error) => {
            // What is right before the first wrong byte stays as long as it was, so its place
            // is the same in the text that is shown.
            let start = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
            Err(unread(name, text, start..end, Fault::NotUtf8))
        }
    }
}

fn unread(name: String, text: String, at: std::ops::Range<usize>, fault: Fault) -> Unread {
    let place = Place { source: SourceId(0), start: at.start, end: at.end };
    Unread {
        sources: vec![Source { name, text }],
        problems: vec![Problem { place, mistake: Mistake::Syntax(fault) }],
    }
}
