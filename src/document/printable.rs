//! Text from outside, made safe for a terminal.

use std::borrow::Cow;
use std::fmt::Write;

/// A text on one line in which every character can be seen: control characters, which could
/// move the cursor or recolour the screen, become their picture, such as `␛`, and what has no
/// picture becomes `\u{202e}`.
///
/// Every room that shows a name, a key or a path from outside passes it through here.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        push_printable(&mut shown, character);
    }
    Cow::Owned(shown)
}

/// Adds a character in the form in which it can be seen.
pub(crate) fn push_printable(shown: &mut String, character: char) {
    if is_printable(character) {
        shown.push(character);
    } else if let Some(picture) = picture(character) {
        shown.push(picture);
    } else {
        // Writing to a string never fails.
        let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
    }
}

/// Whether a character can be seen, and a terminal only shows it.
pub fn is_printable(character: char) -> bool {
    !character.is_control() && !is_invisible(character)
}

/// Characters that are no control characters and yet change how the text around them is shown:
/// they turn its direction, break its line, or hide in it. The joiners stay, for emoji and some
/// scripts are written with them.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            // Tags, which spell a text that nobody sees.
            | '\u{e0000}'..='\u{e007f}'
    )
}

fn picture(character: char) -> Option<char> {
    match u32::from(character) {
        0x7f => Some('␡'),
        code @ 0..0x20 => char::from_u32(0x2400 + code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn no_character_that_a_terminal_obeys_is_left() {
        assert_eq!(printable("a\u{1b}[31mred\u{7}\n\t\u{7f}"), "a␛[31mred␇␊␉␡");
        assert_eq!(printable("\u{9b}31m \u{202e}abc"), "\\u{9b}31m \\u{202e}abc");
        for code in 0..=0x10_ffff {
            if let Some(character) = char::from_u32(code) {
                let text = character.to_string();
                assert!(!printable(&text).chars().any(char::is_control), "{code:x}");
            }
        }
    }

    #[test]
    fn what_people_write_stays() {
        let text = "Buurtkeuken Één, ‘t Zand: € 5 👩‍👧 e\u{301}";
        assert_eq!(printable(text), text);
    }
}
