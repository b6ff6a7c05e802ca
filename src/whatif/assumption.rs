//! Sources that say of themselves that they are none.

use crate::words::{Language, Text};
use strum::VariantArray;

/// Whether a source says of itself that it is none, in one language or another.
pub fn is_assumption(source: &Text) -> bool {
    let mut readers = Language::VARIANTS.iter();
    readers.any(|reader| begins_as_assumption(source.to_people(*reader)))
}

/// Whether a text begins with a word for what nobody has confirmed.
fn begins_as_assumption(source: &str) -> bool {
    let mut words = source.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let is = |word: &str| first.eq_ignore_ascii_case(word);
    ["assumption", "assumptions", "aanname", "aannames", "verzonnen"].into_iter().any(is)
        || is("made") && words.next().is_some_and(|word| word.eq_ignore_ascii_case("up"))
}

#[cfg(test)]
mod tests {
    use super::{begins_as_assumption, is_assumption};
    use crate::words::Language::{En, Nl};
    use crate::words::Text;

    #[test]
    fn a_source_that_begins_with_the_word_is_an_assumption() {
        for none in [
            "assumption",
            "Assumption: about 2%",
            "AANNAME, zie notitie",
            "(aanname)",
            "aannames van het bestuur",
            "made up",
            "Made-up",
            "verzonnen.",
        ] {
            assert!(begins_as_assumption(none), "{none}");
        }
        for some in [
            "Price list 2026, p. 4; number: assumption",
            "aannamebeleid gemeente, 2025",
            "made to measure by Jansen, quote of 3 March",
            "the plan's assumptions",
        ] {
            assert!(!begins_as_assumption(some), "{some}");
        }
    }

    #[test]
    fn one_language_is_enough_to_say_so() {
        let written =
            [(En, "the board, 2026".to_owned()), (Nl, "aanname van het bestuur".to_owned())];
        assert!(is_assumption(&Text::in_languages(written).unwrap()));
        assert!(!is_assumption(&Text::from("the board, 2026")));
    }
}
