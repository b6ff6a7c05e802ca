//! Answers that stand in a file.

use super::answers::{Answer, Asked, Interview};
use super::chapter::{CHAPTERS, Chapter, Stands};
use super::trial::first_mistake;
use crate::calendar::Month;
use crate::document::{Document, KeyMistake, Mistake, Node, Place, Problem, Table, Value, Wanted};
use crate::reading::nearest::nearest;
use crate::words::{Key, Language, Word};

/// An answer that could have been meant in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// As it was written.
    pub written: String,
    /// As it was read.
    pub read: String,
}

/// The interview that a file of answers is, and what was decided in it.
///
/// # Errors
/// What is wrong with the file, each at its place.
pub fn from_document(
    document: &Document,
    language: Language,
    now: Month,
) -> Result<(Interview, Vec<Taken>), Vec<Problem>> {
    let mut reader = Reader {
        interview: Interview::new(language, now),
        places: Vec::new(),
        taken: Vec::new(),
        problems: Vec::new(),
    };
    reader.unknown_chapters(&document.root);
    for chapter in CHAPTERS {
        reader.chapter(chapter, &document.root);
    }
    if reader.problems.is_empty()
        && let Some((answer, mistake)) = first_mistake(&reader.interview)
    {
        let place = reader.places.get(answer).copied();
        let place = place.unwrap_or(crate::reading::top::TOP);
        reader.problems.push(Problem { place, mistake });
    }
    reader.problems.sort_by_key(|problem| problem.place);
    if reader.problems.is_empty() {
        Ok((reader.interview, reader.taken))
    } else {
        Err(reader.problems)
    }
}

struct Reader {
    interview: Interview,
    /// Where each answer stands.
    places: Vec<Place>,
    taken: Vec<Taken>,
    problems: Vec<Problem>,
}

impl Reader {
    fn wrong(&mut self, place: Place, mistake: impl Into<Mistake>) {
        self.problems.push(Problem { place, mistake: mistake.into() });
    }

    fn unknown_chapters(&mut self, root: &Table) {
        let known: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id).collect();
        for (key, item) in root.0.iter() {
            self.unknown(key, item.key, "", &known);
        }
    }

    /// Notes a key that is none of those that are known here.
    fn unknown(&mut self, key: &str, place: Place, table: &str, known: &[&'static str]) {
        if !known.contains(&key) {
            let near = nearest(key, known.iter().copied()).map(str::to_owned);
            let (key, table, known) = (key.to_owned(), table.to_owned(), known.to_vec());
            self.wrong(place, KeyMistake::Unknown { key, table, near, known });
        }
    }

    fn chapter(&mut self, chapter: &'static Chapter, root: &Table) {
        let Some(item) = root.item(chapter.id) else { return };
        match &item.node.value {
            Value::Table(table) => self.thing(chapter, 0, table, item.node.place),
            Value::List(things) if matches!(chapter.stands, Stands::Each { .. }) => {
                for (place, node) in things.iter().enumerate() {
                    match &node.value {
                        Value::Table(table) => self.thing(chapter, place, table, node.place),
                        other => self.wrong_type(chapter.id, node.place, other),
                    }
                }
            }
            other => self.wrong_type(chapter.id, item.node.place, other),
        }
    }

    fn wrong_type(&mut self, key: &str, place: Place, found: &Value) {
        let found = found.shape();
        self.wrong(
            place,
            KeyMistake::WrongType { key: key.to_owned(), wanted: Wanted::Table, found },
        );
    }

    fn thing(&mut self, chapter: &'static Chapter, thing: usize, table: &Table, place: Place) {
        let known: Vec<_> = chapter.questions.iter().map(|it| it.key.spelled()).collect();
        for (key, item) in table.0.iter() {
            self.unknown(key, item.key, chapter.id, &known);
        }
        let each = matches!(chapter.stands, Stands::Each { .. });
        if each && !table.0.is_empty() && !table.has(Key::Name) {
            let table = chapter.id.to_owned();
            self.wrong(place, KeyMistake::Missing { table, key: Key::Name });
        }
        for question in chapter.questions {
            let Some(item) = table.item(question.key) else { continue };
            self.answer(Asked { chapter, thing, question }, &item.node);
        }
    }

    fn answer(&mut self, asked: Asked, node: &Node) {
        let Some(said) = said(&node.value) else {
            let (key, found) = (asked.question.key.spelled().to_owned(), node.value.shape());
            return self
                .wrong(node.place, KeyMistake::WrongType { key, wanted: Wanted::Text, found });
        };
        if said.trim().is_empty() {
            return;
        }
        match self.interview.hear(&said, asked) {
            Ok(heard) => {
                if heard.either {
                    let read = heard.reply.spelled();
                    self.taken.push(Taken { written: said.clone(), read });
                }
                self.places.push(node.place);
                self.interview.take(Answer { asked, said, reply: Some(heard.reply) });
            }
            Err(mistake) => self.wrong(node.place, mistake),
        }
    }
}

/// What is said with a value, as if it were typed; a list is what stands in it, one after the other.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Date(text) => Some(text.clone()),
        Value::Number(number) => Some(number.written.replace('_', "")),
        Value::Truth(truth) => Some(truth.to_string()),
        Value::List(nodes) => {
            let said: Option<Vec<_>> = nodes.iter().map(|node| said(&node.value)).collect();
            said.map(|said| said.join(", "))
        }
        Value::Table(_) | Value::Change(_) => None,
    }
}
