//! What was answered: as people say it, and as a file spells it.

use super::chapter::{Chapter, Question};
use super::offers::{offers, takes_listed};
use crate::document::{
    AnswerKind, AskedMistake, is_printable, said_duration, said_month, said_months, said_number,
    said_range, said_truth, spelled_number, without_sign,
};
use crate::prices::price_called;
use crate::words::{
    Choice, EntryKind, FundingKind, Key, Language, Section, Takes, Told, Word, meant,
};
use rust_decimal::Decimal;
use toml_writer::{ToTomlValue, TomlStringBuilder};

/// How many prices are named to somebody who said words instead of one.
const OFFERED: usize = 6;

/// An answer that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A text for people.
    Text(String),
    /// A number, or a range of them.
    Number(Number),
    /// So many.
    Whole(u32),
    /// Yes or no.
    Truth(bool),
    /// What the format has a spelling for: a month, a duration, a word, the id of a party.
    Spelled(String),
    /// By what part something changes.
    Change(String),
    /// A price of a list, as a case names it.
    Listed(String),
    /// Months of the year.
    Months([bool; 12]),
}

/// A number, or a range of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The lowest and the highest, where it is a range.
    pub ends: Option<(Decimal, Decimal)>,
    /// The number, or the likely one.
    pub likely: Decimal,
    /// Whether it is a percentage.
    pub percent: bool,
}

/// An answer, and what it was taken for where it could have been meant in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The answer.
    pub reply: Reply,
    /// Whether it could have been another number.
    pub either: bool,
}

/// How answers are heard: in what language, which decides what `1.250` is, and of which parties, each
/// by its id and its name.
#[derive(Clone, Copy, Debug)]
pub struct Hearing<'a> {
    /// The language.
    pub language: Language,
    /// The parties.
    pub parties: &'a [(String, String)],
}

impl Hearing<'_> {
    /// What a text is as an answer to a question.
    ///
    /// # Errors
    /// That it is none.
    pub fn hear(
        self,
        text: &str,
        chapter: &Chapter,
        question: &Question,
    ) -> Result<Heard, AskedMistake> {
        let text = text.trim();
        let sure = |reply: Option<Reply>| reply.map(|reply| Heard { reply, either: false });
        let listed = takes_listed(chapter, question);
        if listed && let Some(path) = price_called(text) {
            return Ok(Heard { reply: Reply::Listed(path), either: false });
        }
        let (heard, kind) = match chapter.takes(question) {
            Takes::Numbers(numbers) if listed => {
                let offered = offers(text, self.language).into_iter().map(|offer| offer.path);
                let kind = AnswerKind::NumberOrPrice(offered.take(OFFERED).collect());
                (self.number(text, false, numbers.range), kind)
            }
            Takes::Numbers(_) if question.key == Key::Season => {
                (sure(said_months(text).map(Reply::Months)), AnswerKind::MonthsOfYear)
            }
            Takes::Numbers(numbers) => {
                let percent = numbers.kind.is_percentage();
                let kind = if percent { AnswerKind::Percentage } else { AnswerKind::Number };
                (self.number(text, percent, numbers.range), kind)
            }
            Takes::Change => (self.change(text, question.key), AnswerKind::Percentage),
            Takes::Whole(_) => (sure(whole(text).map(Reply::Whole)), AnswerKind::Whole),
            Takes::Month => (sure(said_month(text).map(Reply::Spelled)), AnswerKind::Month),
            Takes::Duration { .. } => {
                (sure(said_duration(text).map(Reply::Spelled)), AnswerKind::Duration)
            }
            Takes::Truth => (sure(said_truth(text).map(Reply::Truth)), AnswerKind::Truth),
            Takes::Word(choice) => {
                let words = choices(choice, chapter.section, question);
                let word = word(text, &words).map(|word| Reply::Spelled(word.to_owned()));
                let words = words.iter().map(|(word, _)| (*word).to_owned());
                (sure(word), AnswerKind::OneOf(words.collect()))
            }
            Takes::Id(_) => {
                let names = self.parties.iter().map(|(_, name)| name.clone());
                (sure(self.party(text).map(Reply::Spelled)), AnswerKind::OneOf(names.collect()))
            }
            _ => return Ok(Heard { reply: Reply::Text(text.to_owned()), either: false }),
        };
        let (written, asks) = (text.to_owned(), question.asks);
        heard.ok_or(AskedMistake::NoAnswer { written, asks, kind })
    }

    /// A number or a range; a percentage says its sign, or is at least one.
    fn number(self, text: &str, percent: bool, range: bool) -> Option<Heard> {
        let (text, signed) = if percent { without_sign(text) } else { (text, false) };
        let mark = thousands(self.language);
        if let Some(said) = said_number(text, mark) {
            let tiny = !said.number.is_zero() && said.number.abs() < Decimal::ONE;
            if percent && !signed && tiny {
                return None;
            }
            let reply = Reply::Number(Number { ends: None, likely: said.number, percent });
            return Some(Heard { reply, either: said.either });
        }
        let (low, high) = said_range(text, mark).filter(|_| range)?;
        let likely = low.number.checked_add(high.number)?.checked_div(Decimal::TWO)?.normalize();
        let reply = Number { ends: Some((low.number, high.number)), likely, percent };
        Some(Heard { reply: Reply::Number(reply), either: low.either || high.either })
    }

    /// By what percentage something gets worse: sales less, costs more.
    fn change(self, text: &str, key: Key) -> Option<Heard> {
        let Heard { reply: Reply::Number(number), either } = self.number(text, true, false)? else {
            return None;
        };
        let sign = if key == Key::Costs { '+' } else { '-' };
        let size = number.likely.abs();
        let change = Reply::Change(format!("{sign}{size}%"));
        (!size.is_zero()).then_some(Heard { reply: change, either })
    }

    /// The id of the party that is named, by its name or its id.
    fn party(self, text: &str) -> Option<String> {
        let same = |one: &str| one.to_lowercase() == text.to_lowercase();
        let found = self.parties.iter().find(|(id, name)| same(id) || same(name));
        found.map(|(id, _)| id.clone())
    }
}

/// What stands between thousands.
const fn thousands(language: Language) -> char {
    match language {
        Language::Nl => '.',
        Language::En => ',',
    }
}

/// So many, where there may be a word behind it: `5 jaar`.
fn whole(text: &str) -> Option<u32> {
    text.split_whitespace().next()?.parse().ok()
}

/// The words that answer a question, each with what it means.
pub fn choices(choice: Choice, section: Section, question: &Question) -> Vec<(&'static str, Told)> {
    let here = |word: &str| match FundingKind::of(word) {
        // A table of income takes the kinds that are income.
        Some(kind) if choice == Choice::FundingKind && section == Section::Income => {
            kind.entry() == EntryKind::Income
        }
        _ => !question.but.contains(&word),
    };
    let words = choice.words().iter().copied().zip(choice.meanings());
    words.filter(|(word, _)| here(word)).collect()
}

/// The word that was said: as the format spells it, by what it means, or by what people try for it.
fn word(text: &str, words: &[(&'static str, Told)]) -> Option<&'static str> {
    let small = text.to_lowercase();
    let bare = small.strip_prefix("per ").or_else(|| small.strip_prefix("a ")).unwrap_or(&small);
    let begins = |told: &str| told == bare || told.split(':').next() == Some(bare);
    let spelled = words.iter().find(|(word, about)| {
        *word == bare
            || begins(about.en)
            || begins(about.nl)
            || about.nl.ends_with(&format!(" {bare}"))
    });
    let tried = || {
        let meant = meant(bare);
        words.iter().find(|(word, _)| meant.contains(word))
    };
    spelled.or_else(tried).map(|(word, _)| *word)
}

impl Reply {
    /// As it stands in a file.
    pub fn spelled(&self) -> String {
        match self {
            Self::Text(text) | Self::Spelled(text) | Self::Change(text) | Self::Listed(text) => {
                quoted(text)
            }
            Self::Number(number) => number.spelled(),
            Self::Whole(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Months(months) => {
                let weights = months.map(|open| if open { "1" } else { "0" });
                format!("[{}]", weights.join(", "))
            }
        }
    }

    /// The list that it takes a price from.
    pub fn list(&self) -> Option<&str> {
        match self {
            Self::Listed(path) => path.split_once('.').map(|(list, _)| list),
            _ => None,
        }
    }

    /// The number that it is.
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Number {
    /// So many times as much.
    pub fn times(self, factor: Decimal) -> Option<Self> {
        let times = |number: Decimal| number.checked_mul(factor);
        let ends = match self.ends {
            Some((low, high)) => Some((times(low)?, times(high)?)),
            None => None,
        };
        Some(Self { ends, likely: times(self.likely)?, ..self })
    }

    fn spelled(self) -> String {
        let one = |number: Decimal| {
            if self.percent { format!("\"{number}%\"") } else { spelled_number(number) }
        };
        match self.ends {
            None => one(self.likely),
            Some((low, high)) => {
                let likely = one(self.likely);
                format!("{{ low = {}, likely = {likely}, high = {} }}", one(low), one(high))
            }
        }
    }
}

/// A text as TOML has it, in which nothing is hidden.
pub fn quoted(text: &str) -> String {
    let value = TomlStringBuilder::new(text).as_basic().to_toml_value();
    let letter = |c: char| {
        if is_printable(c) { c.to_string() } else { format!("\\U{:08X}", u32::from(c)) }
    };
    value.chars().map(letter).collect()
}
