//! Lines no wider than a page.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Breaks a text at its spaces into lines of at most so many columns, and within a word only where
/// the word is wider than a line. A space that does not break keeps an amount with its currency.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Lines { width: width.max(1), full: Vec::new(), last: String::new(), taken: 0 };
    for word in text.split(' ') {
        match word.width() {
            wide if wide <= lines.width => lines.add(word, wide),
            _ => pieces(word, lines.width).for_each(|(piece, wide)| lines.add(piece, wide)),
        }
    }
    lines.full.push(lines.last);
    lines.full
}

/// Lines that are being filled.
struct Lines {
    width: usize,
    full: Vec<String>,
    last: String,
    /// How wide the last one is.
    taken: usize,
}

impl Lines {
    /// Adds a word that is so wide, on a new line where there is no room for it.
    fn add(&mut self, word: &str, wide: usize) {
        if !self.last.is_empty() && self.taken + 1 + wide > self.width {
            self.full.push(std::mem::take(&mut self.last));
            self.taken = 0;
        }
        if !self.last.is_empty() {
            self.last.push(' ');
            self.taken += 1;
        }
        self.last.push_str(word);
        self.taken += wide;
    }
}

/// A word in pieces that each fit on a line, and how wide they are.
fn pieces(word: &str, width: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut taken = 0;
        let fits = |&(at, character): &(usize, char)| {
            let wide = character.width().unwrap_or(0);
            let fits = at == 0 || taken + wide <= width;
            taken += if fits { wide } else { 0 };
            fits
        };
        let end = rest.char_indices().take_while(fits).map(|(at, it)| at + it.len_utf8()).last()?;
        let (piece, left) = rest.split_at(end);
        rest = left;
        Some((piece, taken))
    })
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_spaces_and_nowhere_else() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("de kas: €\u{a0}1.234,56", 14), ["de kas:", "€\u{a0}1.234,56"]);
        assert_eq!(wrap("", 7), [""]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        assert_eq!(wrap("a maatschappelijk b", 8), ["a", "maatscha", "ppelijk", "b"]);
    }
}
