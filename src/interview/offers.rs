//! Prices of the lists that come with the program, offered where a price is asked and words are said.

use super::chapter::{Chapter, Question};
use crate::language::{Language, numbers};
use crate::prices::{BUILT_IN, Listed, built_in, read};
use crate::render::prices::has_words;
use crate::words::Key;

/// A price to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The answer that takes it.
    pub path: String,
    /// What is shown of it.
    pub shown: String,
}

/// Whether a question takes a price of a list.
pub(super) fn takes_listed(chapter: &Chapter, question: &Question) -> bool {
    question.key == Key::Price && chapter.section.has(Key::PriceFrom)
}

/// The prices that have all words of what was said, in any language. Nothing where that has digits, as
/// a number has.
pub fn offers(said: &str, language: Language) -> Vec<Offer> {
    let words: Vec<_> = said.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() || said.chars().any(|letter| letter.is_ascii_digit()) {
        return Vec::new();
    }
    let lists = BUILT_IN.iter().filter_map(|name| Some((name, read(built_in(name)?).ok()?)));
    let of_list = lists.flat_map(|(name, list)| {
        let found = list.prices.into_iter().filter(|price| has_words(price, &words));
        found.map(|price| offer(name, &price, language)).collect::<Vec<_>>()
    });
    of_list.collect()
}

/// A price as it was published: the level of the case is not known yet.
fn offer(list: &str, price: &Listed, language: Language) -> Offer {
    let path = format!("{list}.{}", price.id);
    let value = numbers::amount(language, price.value);
    let [name, unit] = [&price.name, &price.unit].map(|text| text.to_people(language));
    let shown = format!("{value} / {unit} ({}): {name}", price.year);
    Offer { path, shown }
}
