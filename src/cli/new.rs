//! `bizcase new`: a first case.

mod dialogue;

use super::Exit;
use super::check;
use super::disk::open;
use super::files::{self, NotRead};
use super::options::Options;
use super::place::put;
use super::world::World;
use crate::calendar::Month;
use crate::document::{Unread, printable};
use crate::interview::{self, STARTERS, Taken, plain_name, starter, written};
use crate::language::{Language, Message, New, Page};
use crate::overlay::Layers;
use anyhow::{Result, bail};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A first case, from questions
///
/// Asks in a terminal what there is to know, in the language of `--lang` or of the locale. Every answer
/// may be skipped, and numbers and months may be written as people do: `1.250,50`, `€ 3k`, `March 2027`.
/// What is written is a file to go on with, and `check` is run on it at once. Exit codes: 0 it is
/// written, whatever `check` says of it; 2 it is not.
#[derive(Args, Debug)]
pub(crate) struct NewArguments {
    /// The file to write; else it is called after the initiative
    file: Option<PathBuf>,
    /// Take the answers from this TOML file, or `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    answers: Option<PathBuf>,
    /// Copy this worked case
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(STARTERS.iter().map(|it| it.name)))]
    from: Option<String>,
}

/// A case to be written.
struct Made {
    /// What it is called when nobody says.
    name: String,
    text: String,
}

pub(crate) fn run(arguments: &NewArguments, options: &Options, world: &mut World) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    if options.laid.layers() != Layers::default() {
        bail!("{}", language.say(&Message::NothingBeneath { command: "new" }));
    }
    let file = arguments.file.as_deref().map(with_ending);
    let attended = dialogue::is_attended(&world.surroundings);
    if let Some(file) = file.as_deref().filter(|file| !attended && file.exists()) {
        return refuse(&New::Exists(&file.display().to_string()), language, world);
    }
    let made = match (&arguments.from, &arguments.answers) {
        (Some(name), _) => Ok(copied(name, file.as_deref())),
        (None, Some(answers)) => answered(answers, language, options, world)?,
        (None, None) if attended => {
            let now = Month::of_day(world.surroundings.today);
            match dialogue::asked(language, now, &world.surroundings)? {
                Some(interview) => Ok(Made { name: name(&interview), text: written(&interview) }),
                None => return refuse(&New::Stopped, language, world),
            }
        }
        (None, None) => return refuse(&New::NobodyToAsk, language, world),
    };
    match made {
        Ok(made) => place(&made, file, (language, attended), options, world),
        Err(exit) => Ok(exit),
    }
}

fn refuse(why: &New<'_>, language: Language, world: &mut World) -> Result<Exit> {
    let words = language.say(&Message::New(why.clone()));
    writeln!(world.errors, "bizcase: {}", printable(&words))?;
    Ok(Exit::WrongInput)
}

/// A file that is named without an ending is a case by its name.
fn with_ending(file: &Path) -> PathBuf {
    match file.extension() {
        Some(_) => file.to_owned(),
        None => file.with_extension("toml"),
    }
}

/// What a case is called that nobody named a file for.
fn name(interview: &interview::Interview) -> String {
    let first = interview.answers().first();
    let said = first.filter(|answer| answer.asked.question.key == crate::words::Key::Name);
    plain_name(said.map_or("", |answer| &answer.said))
}

fn copied(name: &str, file: Option<&Path>) -> Made {
    let usual = format!("{name}.toml");
    let becomes = file.map_or_else(|| usual.clone(), |file| file.display().to_string());
    let text = starter(name).map(|starter| starter.file(&becomes)).unwrap_or_default();
    Made { name: usual, text }
}

/// The case of a file of answers, or how the command ends without one.
fn answered(
    answers: &Path,
    language: Language,
    options: &Options,
    world: &mut World,
) -> Result<Result<Made, Exit>> {
    let opened = match open(answers, world.input) {
        Ok(opened) => opened,
        Err(failure) => {
            let not_read = NotRead::Unreadable { path: answers.to_owned(), failure };
            not_read.tell(options, world)?;
            return Ok(Err(Exit::WrongInput));
        }
    };
    let document = match opened.source.and_then(crate::document::read) {
        Ok(document) => document,
        Err(unread) => {
            return files::refuse(answers, &[unread], Some(language), options, world).map(Err);
        }
    };
    let now = Month::of_day(world.surroundings.today);
    match interview::from_document(&document, language, now) {
        Ok((interview, taken)) => {
            for Taken { written, read } in &taken {
                let say = New::Read { written, read };
                let words = language.say(&Message::New(say));
                writeln!(world.errors, "{}", printable(&words))?;
            }
            Ok(Ok(Made { name: name(&interview), text: written(&interview) }))
        }
        Err(problems) => {
            let wrong = Unread { sources: document.sources, problems };
            files::refuse(answers, &[wrong], Some(language), options, world).map(Err)
        }
    }
}

/// Writes a case where it goes, and checks it.
fn place(
    made: &Made,
    file: Option<PathBuf>,
    (language, attended): (Language, bool),
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let mut file = file.unwrap_or_else(|| PathBuf::from(&made.name));
    let mut over = false;
    while !over && !written_new(&file, &made.text)? {
        let name = file.display().to_string();
        if !attended {
            return refuse(&New::Exists(&name), language, world);
        }
        match dialogue::other_place(&name, language, &world.surroundings)? {
            Some(dialogue::Place::Over) => {
                put(&file, made.text.as_bytes())?;
                over = true;
            }
            Some(dialogue::Place::Other(name)) => file = with_ending(Path::new(&name)),
            None => return refuse(&New::Stopped, language, world),
        }
    }
    let name = file.display().to_string();
    let words = language.say(&Message::Page(Page::Written(&name)));
    writeln!(world.errors, "{}\n", printable(&words))?;
    match check::one_file(&file, options, world)? {
        Exit::WrongInput => Ok(Exit::WrongInput),
        Exit::Fine | Exit::Conditional | Exit::DoesNotClose => Ok(Exit::Fine),
    }
}

/// Writes a file that is not there yet; tells whether it was not.
fn written_new(file: &Path, text: &str) -> io::Result<bool> {
    let mut new = match File::create_new(file) {
        Ok(new) => new,
        Err(failure) if failure.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        Err(failure) => return Err(failure),
    };
    let done = new.write_all(text.as_bytes());
    if done.is_err() {
        // Half a file is of no use; that it cannot be removed is no news.
        let _ = std::fs::remove_file(file);
    }
    done.map(|()| true)
}
