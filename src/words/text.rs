//! A text for people, in one language or in several.

use super::Language;
use crate::words::Word;

/// A text that a file has for people: a name, a story, a source. It says one thing to everybody, or
/// it says it in several languages; so it can be read only for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What is written first: for everybody who has nothing of their own.
    first: String,
    /// What is written for those who read these languages, each of them once.
    others: Vec<(Language, String)>,
}

impl Text {
    /// A text in several languages, in the order in which they are written; nothing where there is
    /// none.
    pub fn in_languages(written: impl IntoIterator<Item = (Language, String)>) -> Option<Self> {
        let mut written = written.into_iter();
        let (_, first) = written.next()?;
        Some(Self { first, others: written.collect() })
    }

    /// What is said with texts like it, in the language that is asked; without one, for everybody
    /// else.
    pub fn said(say: impl Fn(Option<Language>) -> String) -> Self {
        let first = say(None);
        let own = Language::all().map(|language| (language, say(Some(language))));
        let others = own.filter(|(_, text)| *text != first).collect();
        Self { first, others }
    }

    /// For people who read this language; what is written first where it is not said in that.
    pub fn to_people(&self, language: Language) -> &str {
        let own = self.others.iter().find(|(of, _)| *of == language);
        own.map_or(&self.first, |(_, text)| text)
    }

    /// For programs, to which it is the same whoever reads the report: in the language that the file
    /// asks for, or what is written first.
    pub fn to_programs(&self, of_file: Option<Language>) -> &str {
        of_file.map_or(&self.first, |language| self.to_people(language))
    }
}

impl From<&str> for Text {
    /// A text that is the same to everybody.
    fn from(text: &str) -> Self {
        Self { first: text.to_owned(), others: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{En, Nl};
    use super::Text;

    fn both() -> Text {
        let written = [(En, "Meals".to_owned()), (Nl, "Maaltijden".to_owned())];
        Text::in_languages(written).unwrap()
    }

    #[test]
    fn people_read_their_own_language_where_it_is_there() {
        assert_eq!((both().to_people(En), both().to_people(Nl)), ("Meals", "Maaltijden"));
        let dutch = Text::in_languages([(Nl, "Maaltijden".to_owned())]).unwrap();
        assert_eq!((dutch.to_people(En), dutch.to_people(Nl)), ("Maaltijden", "Maaltijden"));
        let plain = Text::from("Meals");
        assert_eq!((plain.to_people(En), plain.to_people(Nl)), ("Meals", "Meals"));
    }

    #[test]
    fn programs_read_that_of_the_file_or_the_first() {
        assert_eq!(both().to_programs(Some(Nl)), "Maaltijden");
        assert_eq!(both().to_programs(None), "Meals");
        assert_eq!(Text::from("Meals").to_programs(Some(Nl)), "Meals");
        assert_eq!(Text::in_languages([]), None);
    }
}
