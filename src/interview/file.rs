//! The file that comes of answers: each question as a comment above what its answer became.

use super::answers::{Answer, Interview};
use super::chapter::{CHAPTERS, Chapter, PRO_MEMORIE, Question, Stands};
use super::names::own_id;
use super::reply::{Reply, quoted};
use crate::words::{Key, Language, Section, Told, Word, told};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const MADE: Told = told(
    "Made by `bizcase new`: each question stands above what its answer became. Change what you like, and\n\
     # look for every \"assumption\": nobody has confirmed that figure yet. Then ask again: bizcase check",
    "Gemaakt met `bizcase new`: elke vraag staat boven wat het antwoord werd. Verander wat u wilt, en zoek\n\
     # elke \"aanname\" op: dat getal heeft nog niemand bevestigd. Vraag daarna opnieuw: bizcase check",
);
const NOT_YET: Told = told(
    "(not answered yet: this stands here until it is)",
    "(nog niet beantwoord: tot dan staat dit er)",
);
const UNNAMED: Told = told("My initiative", "Mijn initiatief");
const ASSUMPTION: Told = told("assumption", "aanname");
const TO_BE_FOUND: Told = told("Still to be found out", "Nog uit te zoeken");
const IN_OPEN_MONTHS: Told =
    told("(in all open months of a year together)", "(in alle open maanden van een jaar samen)");

/// The party that stands where one must stand and none was named.
const NOBODY: &str = "unknown";

/// The file that comes of the answers so far.
pub fn written(interview: &Interview) -> String {
    let mut file = File {
        language: interview.language,
        interview,
        taken: BTreeSet::new(),
        text: String::new(),
        nobody: false,
    };
    file.line(&format!("# {}", file.say(MADE)));
    file.line("");
    file.line(&format!("{} = 1", Key::Format));
    for chapter in CHAPTERS {
        file.chapter(chapter);
    }
    let mut answered = interview.answers().iter().filter(|answer| answer.reply.is_some());
    if !answered.any(|answer| costs(answer.asked.chapter.section)) {
        file.nothing_to_pay();
    }
    if file.nobody {
        file.line(&format!("\n[{}.{NOBODY}]", Key::Party));
        file.line(&format!("{} = {}", Key::Name, quoted(file.say(TO_BE_FOUND))));
    }
    file.text
}

/// Whether what stands in a table has to be paid for by somebody.
fn costs(section: Section) -> bool {
    matches!(section, Section::Cost | Section::Avoided | Section::Loan)
}

struct File<'a> {
    language: Language,
    interview: &'a Interview,
    /// The ids of entries, behind their groups.
    taken: BTreeSet<String>,
    text: String,
    /// Whether a party was wanted that nobody named.
    nobody: bool,
}

/// The answers about one thing, in the order of the questions.
type Thing<'a> = Vec<&'a Answer>;

fn reply<'a>(thing: &Thing<'a>, key: Key) -> Option<&'a Reply> {
    thing.iter().find(|answer| answer.asked.question.key == key)?.reply.as_ref()
}

impl<'a> File<'a> {
    fn say(&self, told: Told) -> &'static str {
        match self.language {
            Language::Nl => told.nl,
            Language::En => told.en,
        }
    }

    /// A question, without what it is to skip it.
    fn asks(&self, question: &Question) -> &'static str {
        let asks = self.say(question.asks);
        let skip = [" (skip:", " (overslaan:"].iter().find_map(|skip| asks.split_once(skip));
        skip.map_or(asks, |(asks, _)| asks)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn chapter(&mut self, chapter: &Chapter) {
        let of_chapter =
            self.interview.answers().iter().filter(|it| it.asked.chapter.id == chapter.id);
        let of_chapter: Thing<'a> = of_chapter.collect();
        let things: Vec<Thing<'a>> = of_chapter
            .chunk_by(|one, next| one.asked.thing == next.asked.thing)
            .map(<[_]>::to_vec)
            .filter(|thing| thing.iter().any(|answer| answer.reply.is_some()))
            .collect();
        if things.is_empty() && chapter.section != Section::Case {
            return;
        }
        let heading = self.say(chapter.heading);
        self.line(&format!("\n# ---- {heading} ----"));
        match chapter.stands {
            Stands::Once(path) => {
                let thing = things.into_iter().next().unwrap_or_default();
                self.line(&format!("\n[{}]", path.join(".")));
                self.answers(chapter, &thing);
                self.ends(chapter, &thing);
            }
            Stands::Each { group, kind } => {
                for thing in things {
                    let name = match reply(&thing, Key::Name) {
                        Some(Reply::Text(name)) => name.as_str(),
                        _ => self.say(chapter.heading),
                    };
                    let id = own_id(group.spelled(), name, &mut self.taken);
                    self.line(&format!("\n[{group}.{id}]"));
                    if let Some(kind) = kind {
                        self.line(&format!("{} = {}", Key::Kind, quoted(kind.spelled())));
                    }
                    self.answers(chapter, &thing);
                    self.ends(chapter, &thing);
                    self.on_top(chapter, &thing, &format!("{group}.{id}"));
                }
            }
        }
    }

    /// The keys that answers became, in the order of the questions.
    fn answers(&mut self, chapter: &Chapter, thing: &Thing<'a>) {
        for question in chapter.questions.iter().filter(|question| question.on_top.is_none()) {
            let asks = self.asks(question);
            match reply(thing, question.key) {
                Some(reply) => {
                    let (value, more) = self.value(question, reply, thing);
                    let key = match reply {
                        Reply::Listed(_) => Key::PriceFrom,
                        _ => question.key,
                    };
                    self.line(&format!("# {asks}{more}"));
                    self.line(&format!("{key} = {value}"));
                }
                None => {
                    if let Some(value) = self.until_then(chapter, question) {
                        // What is bought is mostly bought at the start.
                        let not_yet = if question.key == Key::On { "" } else { self.say(NOT_YET) };
                        self.line(format!("# {asks} {not_yet}").trim_end());
                        self.line(&format!("{} = {value}", question.key));
                    }
                }
            }
        }
    }

    /// The value of an answer, and what is to be said of it.
    fn value(&self, question: &Question, reply: &Reply, thing: &Thing<'a>) -> (String, String) {
        let spelled = (reply.spelled(), String::new());
        let Some(months) = open_months(thing) else { return spelled };
        match (question.key, reply.number().and_then(|number| number.times(months))) {
            (Key::Quantity, Some(in_year)) => {
                (Reply::Number(in_year).spelled(), format!(" {}", self.say(IN_OPEN_MONTHS)))
            }
            (Key::Per, _) => (quoted("year"), String::new()),
            _ => spelled,
        }
    }

    /// What stands where there is no answer and the format wants one.
    fn until_then(&mut self, chapter: &Chapter, question: &Question) -> Option<String> {
        match (chapter.section, question.key) {
            (Section::Case, Key::Name) => Some(quoted(self.say(UNNAMED))),
            // What is bought has a month, or comes back.
            (Section::Case, Key::Start) | (Section::Cost, Key::On) => Some(quoted(&self.start())),
            (Section::Avoided, Key::Party) => {
                self.nobody = true;
                Some(quoted(NOBODY))
            }
            _ => question.until_then.map(str::to_owned),
        }
    }

    /// The first month: without an answer January of the next year.
    fn start(&self) -> String {
        let mut answers = self.interview.answers().iter();
        let start = answers.find(|answer| answer.asked.question.key == Key::Start);
        match start.and_then(|answer| answer.reply.as_ref()) {
            Some(Reply::Spelled(month)) => month.clone(),
            _ => format!("{:04}-01", self.interview.now.year() + 1),
        }
    }

    /// What stands below the answers: the language of the file, and where its figures come from.
    fn ends(&mut self, chapter: &Chapter, thing: &Thing<'a>) {
        if chapter.section == Section::Case {
            let language = <&str>::from(self.language);
            self.line(&format!("{} = {}", Key::Language, quoted(language)));
            let mut replies = self.interview.answers().iter().filter_map(|it| it.reply.as_ref());
            if let Some(list) = replies.find_map(Reply::list) {
                self.line(&format!("{} = {}", Key::Prices, quoted(list)));
            }
        }
        let figures = match chapter.section {
            Section::Party | Section::Crisis | Section::Late => false,
            Section::Case => reply(thing, Key::OpeningCash).is_some(),
            _ => true,
        };
        if figures {
            self.line(&format!("{} = {}", Key::Source, quoted(self.say(ASSUMPTION))));
        }
    }

    /// What stands in for all costs where none was named: a case is about something that costs money.
    fn nothing_to_pay(&mut self) {
        let (not_yet, name) = (self.say(NOT_YET), quoted(self.say(TO_BE_FOUND)));
        self.line(&format!("\n# {not_yet}\n[{}.{NOBODY}]", Key::Cost));
        self.line(&format!("{} = {name}", Key::Name));
        self.line(&format!("{} = {PRO_MEMORIE}", Key::Amount));
        self.line(&format!("{} = {}", Key::Per, quoted("year")));
    }

    /// The entries that follow the one at a path.
    fn on_top(&mut self, chapter: &Chapter, thing: &Thing<'a>, path: &str) {
        for question in chapter.questions {
            let (Some(name), Some(share)) = (question.on_top, reply(thing, question.key)) else {
                continue;
            };
            let name = match reply(thing, Key::Name) {
                Some(Reply::Text(of)) => format!("{of}: {}", self.say(name)),
                _ => self.say(name).to_owned(),
            };
            let id = own_id(Key::Cost.spelled(), &name, &mut self.taken);
            self.line(&format!("\n[{}.{id}]", Key::Cost));
            self.line(&format!("{} = {}", Key::Name, quoted(&name)));
            self.line(&format!("{} = {}", Key::Of, quoted(path)));
            let asks = self.asks(question);
            self.line(&format!("# {asks}"));
            self.line(&format!("{} = {}", question.key, share.spelled()));
            self.line(&format!("{} = {}", Key::Source, quoted(self.say(ASSUMPTION))));
        }
    }
}

/// In how many months of the year something is done that is counted by the month.
fn open_months(thing: &Thing<'_>) -> Option<Decimal> {
    let Some(Reply::Months(months)) = reply(thing, Key::Season) else { return None };
    let by_month = reply(thing, Key::Per) == Some(&Reply::Spelled("month".to_owned()));
    let open = months.iter().filter(|open| **open).count();
    u32::try_from(open).ok().map(Decimal::from).filter(|_| by_month)
}
