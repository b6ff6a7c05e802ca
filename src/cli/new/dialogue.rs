//! Questions in a terminal.

use crate::calendar::Month;
use crate::cli::world::Surroundings;
use crate::document::{AskedMistake, Mistake, printable};
use crate::interview::{Answer, Asked, Heard, Interview, Offer, Reply, choices, mistake};
use crate::language::{Language, Message, New, problem};
use crate::words::{Takes, Told};
use console::{Key, Term};
use std::io;
use unicode_width::UnicodeWidthChar;

/// Whether there is somebody to ask.
pub(super) fn is_attended(surroundings: &Surroundings) -> bool {
    surroundings.input_is_terminal && surroundings.output_is_terminal
}

/// Where a case is written when its file is there already.
pub(super) enum Place {
    /// Over it.
    Over,
    /// Elsewhere.
    Other(String),
}

/// What somebody did at a question.
enum Did {
    /// Answered; nothing is to skip it.
    Said(String),
    /// Went back.
    Back,
    /// Went away.
    Stop,
}

/// Asks all questions; nothing where somebody stops.
pub(super) fn asked(
    language: Language,
    now: Month,
    surroundings: &Surroundings,
) -> io::Result<Option<Interview>> {
    let screen = Screen::new(language, surroundings);
    screen.tell(&screen.say(&New::Keys))?;
    let mut interview = Interview::new(language, now);
    let mut chapter = "";
    // What was said before at a question that is asked again.
    let mut before = String::new();
    while let Some(asked) = interview.next() {
        if chapter != asked.chapter.id {
            chapter = asked.chapter.id;
            screen.tell(&format!("\n{}", screen.bold(told(asked.chapter.heading, language))))?;
        }
        match screen.ask(asked, &interview, &before)? {
            Did::Stop => return Ok(None),
            Did::Back => before = interview.back().map(|answer| answer.said).unwrap_or_default(),
            Did::Said(said) => {
                let taken = screen.taken(&said, asked, &mut interview)?;
                before = if taken { String::new() } else { said };
            }
        }
    }
    Ok(Some(interview))
}

/// Asks where a case is written whose file is there already; nothing where somebody stops.
pub(super) fn other_place(
    name: &str,
    language: Language,
    surroundings: &Surroundings,
) -> io::Result<Option<Place>> {
    let screen = Screen::new(language, surroundings);
    screen.tell(&format!("\n{}", printable(&screen.say(&New::Overwrite(name)))))?;
    let answers = [screen.say(&New::No), screen.say(&New::Yes)];
    let words: Vec<_> = answers.iter().map(|word| (word.clone(), word.clone())).collect();
    match screen.choose(&words, 0)? {
        Did::Said(said) if said == screen.say(&New::Yes) => Ok(Some(Place::Over)),
        Did::Said(_) => {
            screen.tell(&screen.say(&New::OtherName))?;
            match screen.line("")? {
                Did::Said(other) if !other.trim().is_empty() => {
                    Ok(Some(Place::Other(other.trim().to_owned())))
                }
                Did::Said(_) | Did::Back | Did::Stop => Ok(None),
            }
        }
        Did::Back | Did::Stop => Ok(None),
    }
}

fn told(words: Told, language: Language) -> &'static str {
    match language {
        Language::Nl => words.nl,
        Language::En => words.en,
    }
}

struct Screen {
    terminal: Term,
    language: Language,
    /// The columns that a line may take.
    width: usize,
    color: bool,
}

impl Screen {
    fn new(language: Language, surroundings: &Surroundings) -> Self {
        let width = surroundings.width.unwrap_or(80).max(20);
        let color = !surroundings.no_color;
        Self { terminal: Term::stdout(), language, width, color }
    }

    fn say(&self, new: &New<'_>) -> String {
        self.language.say(&Message::New(new.clone()))
    }

    fn tell(&self, line: &str) -> io::Result<()> {
        self.terminal.write_line(line)
    }

    fn bold(&self, text: &str) -> String {
        if self.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// Asks one question.
    fn ask(&self, asked: Asked, interview: &Interview, before: &str) -> io::Result<Did> {
        self.tell(told(asked.question.asks, self.language))?;
        let words = self.words(asked, interview);
        if words.is_empty() {
            return match self.line(before)? {
                Did::Said(said) => self.picked(said, asked, interview),
                did => Ok(did),
            };
        }
        let skip = (String::new(), format!("({})", self.say(&New::Skip)));
        let all: Vec<_> = std::iter::once(skip).chain(words).collect();
        let at = all.iter().position(|(word, _)| word == before).unwrap_or(0);
        self.choose(&all, at)
    }

    /// The price that is picked from a list, where words were said that find some in it.
    fn picked(&self, said: String, asked: Asked, interview: &Interview) -> io::Result<Did> {
        let found = interview.offers(&said, asked);
        if found.is_empty() {
            return Ok(Did::Said(said));
        }
        let none = (said, format!("({})", self.say(&New::NoneOfThese)));
        let shown = found.into_iter().map(|Offer { path, shown }| (path, shown));
        let all: Vec<_> = std::iter::once(none).chain(shown).collect();
        self.choose(&all, 1)
    }

    /// The words out of which an answer is chosen, each with what is shown of it; nothing where it is
    /// typed.
    fn words(&self, asked: Asked, interview: &Interview) -> Vec<(String, String)> {
        match asked.chapter.takes(asked.question) {
            Takes::Truth => {
                let words = [self.say(&New::Yes), self.say(&New::No)];
                words.map(|word| (word.clone(), word)).to_vec()
            }
            Takes::Word(choice) => {
                let words = choices(choice, asked.chapter.section, asked.question);
                let shown = |(word, about): (&str, Told)| {
                    (word.to_owned(), format!("{word}: {}", told(about, self.language)))
                };
                words.into_iter().map(shown).collect()
            }
            Takes::Id(_) => interview.parties(),
            _ => Vec::new(),
        }
    }

    /// Takes what was said up, or tells why not.
    fn taken(&self, said: &str, asked: Asked, interview: &mut Interview) -> io::Result<bool> {
        let skipped = said.trim().is_empty();
        let heard = if skipped { Ok(None) } else { interview.hear(said, asked).map(Some) };
        let heard = match heard {
            Ok(heard) => heard,
            Err(wrong) => return self.refused(&wrong.into()),
        };
        let reply = heard.as_ref().map(|heard| heard.reply.clone());
        interview.take(Answer { asked, said: said.to_owned(), reply });
        if let Some(wrong) = mistake(interview).filter(|_| !skipped) {
            interview.back();
            return self.refused(&wrong);
        }
        if let Some(Heard { reply: reply @ Reply::Number(_), either: true }) = heard {
            let read = reply.spelled();
            let words = self.say(&New::Read { written: said.trim(), read: &read });
            self.tell(&printable(&words))?;
        }
        Ok(true)
    }

    fn refused(&self, wrong: &Mistake) -> io::Result<bool> {
        let words = problem(self.language, wrong);
        let what = match wrong {
            // What was asked stands right above.
            Mistake::Asked(AskedMistake::NoAnswer { .. }) => words.mend,
            _ => format!("{}: {}", words.what, words.mend),
        };
        self.tell(&format!("! {}", printable(&what)))?;
        Ok(false)
    }

    /// A line that is typed, beginning with what was typed before.
    fn line(&self, before: &str) -> io::Result<Did> {
        let mut typed = Typed { letters: before.chars().collect(), at: before.chars().count() };
        loop {
            self.terminal.clear_line()?;
            let (shown, cursor) = typed.shown(self.width.saturating_sub(3));
            self.terminal.write_str(&format!("> {shown}"))?;
            self.terminal.move_cursor_left(cursor)?;
            match self.key()? {
                Key::Enter => {
                    self.tell("")?;
                    return Ok(Did::Said(typed.letters.into_iter().collect()));
                }
                Key::Escape | Key::ArrowUp => return self.leave(Did::Back),
                Key::CtrlC => return self.leave(Did::Stop),
                key => typed.press(&key),
            }
        }
    }

    /// One of several, each with what is shown of it.
    fn choose(&self, words: &[(String, String)], first: usize) -> io::Result<Did> {
        let mut at = first;
        loop {
            for (place, (_, shown)) in words.iter().enumerate() {
                let mark = if place == at { "›" } else { " " };
                let line =
                    cut(&format!("{mark} {}", printable(shown)), self.width.saturating_sub(1));
                self.tell(&if place == at { self.bold(&line) } else { line })?;
            }
            let key = self.key()?;
            self.terminal.clear_last_lines(words.len())?;
            let chosen = match key {
                Key::ArrowUp => {
                    at = at.checked_sub(1).unwrap_or(words.len().saturating_sub(1));
                    None
                }
                Key::ArrowDown | Key::Tab => {
                    at = (at + 1) % words.len().max(1);
                    None
                }
                Key::Enter => words.get(at),
                Key::Escape | Key::ArrowLeft => return self.leave(Did::Back),
                Key::CtrlC => return self.leave(Did::Stop),
                _ => None,
            };
            if let Some((word, shown)) = chosen {
                self.tell(&cut(&format!("> {}", printable(shown)), self.width.saturating_sub(1)))?;
                return Ok(Did::Said(word.clone()));
            }
        }
    }

    fn leave(&self, did: Did) -> io::Result<Did> {
        self.tell("")?;
        Ok(did)
    }

    /// The next key; that the terminal is gone is as good as that somebody goes.
    fn key(&self) -> io::Result<Key> {
        match self.terminal.read_key_raw() {
            Ok(Key::Char('\u{4}' | '\u{3}')) => Ok(Key::CtrlC),
            Err(gone)
                if matches!(
                    gone.kind(),
                    io::ErrorKind::UnexpectedEof | io::ErrorKind::Interrupted
                ) =>
            {
                Ok(Key::CtrlC)
            }
            key => key,
        }
    }
}

/// A line that is being typed.
struct Typed {
    letters: Vec<char>,
    /// Before which letter the cursor stands.
    at: usize,
}

impl Typed {
    fn press(&mut self, key: &Key) {
        match key {
            Key::Char(letter) if !letter.is_control() => {
                self.letters.insert(self.at, *letter);
                self.at += 1;
            }
            Key::Backspace if self.at > 0 => {
                self.at -= 1;
                self.letters.remove(self.at);
            }
            Key::Del if self.at < self.letters.len() => {
                self.letters.remove(self.at);
            }
            Key::ArrowLeft => self.at = self.at.saturating_sub(1),
            Key::ArrowRight => self.at = (self.at + 1).min(self.letters.len()),
            Key::Home => self.at = 0,
            Key::End => self.at = self.letters.len(),
            _ => {}
        }
    }

    /// What is shown of it in so many columns, and how far before its end the cursor stands.
    fn shown(&self, columns: usize) -> (String, usize) {
        let (before, after) = self.letters.split_at_checked(self.at).unwrap_or_default();
        let mut room = columns;
        let fits = |letter: &&char, room: &mut usize| {
            let left = room.checked_sub(wide(**letter));
            *room = left.unwrap_or(*room);
            left.is_some()
        };
        let mut shown: Vec<char> =
            before.iter().rev().take_while(|it| fits(it, &mut room)).copied().collect();
        shown.reverse();
        let tail: Vec<char> = after.iter().take_while(|it| fits(it, &mut room)).copied().collect();
        let behind = tail.iter().map(|letter| wide(*letter)).sum();
        (shown.into_iter().chain(tail).collect(), behind)
    }
}

fn wide(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

/// As much of a line as fits.
fn cut(line: &str, columns: usize) -> String {
    let mut room = columns;
    let fits = |letter: &char| match room.checked_sub(wide(*letter)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    line.chars().take_while(fits).collect()
}
