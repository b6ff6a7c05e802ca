//! The answers so far, and what is asked next.

use super::chapter::{CHAPTERS, Chapter, Question, Stands};
use super::names;
use super::offers::{Offer, offers, takes_listed};
use super::reply::{Heard, Hearing, Reply};
use crate::calendar::Month;
use crate::document::AskedMistake;
use crate::words::{Key, Language, Section};

/// A question that is asked: of a chapter, about its so-manieth thing.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The chapter.
    pub chapter: &'static Chapter,
    /// About which of its things.
    pub thing: usize,
    /// The question.
    pub question: &'static Question,
}

/// What became of a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub asked: Asked,
    /// What was said; nothing where it was skipped.
    pub said: String,
    /// What it means; nothing where it was skipped.
    pub reply: Option<Reply>,
}

/// What was asked and answered so far.
#[derive(Clone, Debug)]
pub struct Interview {
    /// The language of questions, answers and file.
    pub language: Language,
    /// This month: without an answer a case begins in January of the next year.
    pub now: Month,
    answers: Vec<Answer>,
}

impl Interview {
    /// One in which nothing was asked yet.
    pub fn new(language: Language, now: Month) -> Self {
        Self { language, now, answers: Vec::new() }
    }

    /// The answers, in the order of the questions.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// What is asked next; nothing when all has been asked.
    pub fn next(&self) -> Option<Asked> {
        let Some(last) = self.answers.last() else {
            let chapter = CHAPTERS.first()?;
            return Some(Asked { chapter, thing: 0, question: chapter.questions.first()? });
        };
        let Asked { chapter, thing, question } = last.asked;
        let first = chapter.questions.first()?;
        let each = matches!(chapter.stands, Stands::Each { .. });
        // Who names nothing has no more of them.
        let done = each && question.key == first.key && last.reply.is_none();
        let after = chapter.questions.iter().skip_while(|it| it.key != question.key).skip(1);
        let mut after = after.filter(|question| self.is_asked(chapter, question));
        match after.next() {
            Some(question) if !done => Some(Asked { chapter, thing, question }),
            None if each => Some(Asked { chapter, thing: thing + 1, question: first }),
            _ => {
                let mut later = CHAPTERS.iter().skip_while(|it| it.id != chapter.id).skip(1);
                let chapter = later.next()?;
                Some(Asked { chapter, thing: 0, question: chapter.questions.first()? })
            }
        }
    }

    /// Whether there is something to ask, after what was answered about the same thing.
    fn is_asked(&self, chapter: &Chapter, question: &Question) -> bool {
        if question.key == Key::Party {
            return !self.parties().is_empty();
        }
        let Some((key, word)) = question.unless else { return true };
        let same = self.answers.iter().rev().take_while(|it| it.asked.chapter.id == chapter.id);
        let earlier = same.into_iter().find(|it| it.asked.question.key == key);
        earlier.is_none_or(|it| it.reply != Some(Reply::Spelled(word.to_owned())))
    }

    /// The parties that were named, each with the id that it has in the file.
    pub fn parties(&self) -> Vec<(String, String)> {
        let named = self.answers.iter().filter(|answer| {
            answer.asked.chapter.section == Section::Party && answer.asked.question.key == Key::Name
        });
        names::of_parties(named.filter_map(|answer| match &answer.reply {
            Some(Reply::Text(name)) => Some(name.as_str()),
            _ => None,
        }))
    }

    /// The prices of a list that are offered where words are said instead of an answer.
    pub fn offers(&self, said: &str, asked: Asked) -> Vec<Offer> {
        let answered = || self.hear(said, asked).is_ok();
        if !takes_listed(asked.chapter, asked.question) || answered() {
            return Vec::new();
        }
        offers(said, self.language)
    }

    /// What is said in answer to a question.
    ///
    /// # Errors
    /// That it is no answer.
    pub fn hear(&self, said: &str, asked: Asked) -> Result<Heard, AskedMistake> {
        let parties = self.parties();
        let hearing = Hearing { language: self.language, parties: &parties };
        hearing.hear(said, asked.chapter, asked.question)
    }

    /// Takes an answer up, without asking whether it will do.
    pub fn take(&mut self, answer: Answer) {
        self.answers.push(answer);
    }

    /// Takes the last answer back.
    pub fn back(&mut self) -> Option<Answer> {
        self.answers.pop()
    }

    /// The same up to so many answers.
    #[must_use]
    pub fn up_to(&self, answers: usize) -> Self {
        Self { answers: self.answers.iter().take(answers).cloned().collect(), ..*self }
    }
}
