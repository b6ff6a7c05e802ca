//! A line of standard input, of which no more is held than a line may have.

use std::io::{self, BufRead, Read};

/// A line without its end.
pub(super) enum Line {
    /// All of it.
    Whole(Vec<u8>),
    /// It was longer than a line may be.
    TooLong,
}

impl Line {
    /// The next line, of so many bytes at the most; nothing where there is none.
    ///
    /// # Errors
    /// The reader's own.
    pub fn next(input: &mut impl BufRead, most: u64) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        // One byte more is that of its end, or shows that it is too long.
        let read = input.by_ref().take(most.saturating_add(1)).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        if bytes.pop_if(|last| *last == b'\n').is_none() && bytes.len() as u64 > most {
            input.skip_until(b'\n')?;
            return Ok(Some(Self::TooLong));
        }
        Ok(Some(Self::Whole(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(mut input: &[u8], most: u64) -> Vec<Option<String>> {
        let mut lines = Vec::new();
        while let Some(line) = Line::next(&mut input, most).unwrap() {
            lines.push(match line {
                Line::Whole(bytes) => Some(String::from_utf8(bytes).unwrap()),
                Line::TooLong => None,
            });
        }
        lines
    }

    #[test]
    fn a_line_that_is_too_long_costs_no_other() {
        let whole = |text: &str| Some(text.to_owned());
        assert_eq!(lines(b"abc\nabcd\nd\n", 3), [whole("abc"), None, whole("d")]);
        assert_eq!(lines(b"abcd", 3), [None]);
        assert_eq!(lines(b"abc", 3), [whole("abc")]);
        assert_eq!(lines(b"\n\n", 3), [whole(""), whole("")]);
        assert_eq!(lines(b"", 3), []);
    }
}
