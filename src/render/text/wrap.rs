//! Lines no wider than a page.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Breaks a text at its spaces into lines of at most so many columns, and within a word only where
/// the word is wider than a line. A space that does not break keeps an amount with its currency.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').flat_map(|word| pieces(word, width)) {
        let room = width.saturating_sub(line.width());
        if !line.is_empty() && room < word.width() + 1 {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    lines
}

/// A word in pieces that each fit on a line.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if word.width() <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let (mut piece, mut taken) = (String::new(), 0);
    for character in word.chars() {
        let wide = character.width().unwrap_or(0);
        if taken + wide > width && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
            taken = 0;
        }
        piece.push(character);
        taken += wide;
    }
    pieces.push(piece);
    pieces
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
