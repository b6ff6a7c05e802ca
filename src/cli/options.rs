//! Options that every command takes.

use super::disk::{Disk, Reach};
use super::seen::Seen;
use super::world::Surroundings;
use crate::language::{Language, Message};
use crate::overlay::Layers;
use crate::render::subject::Subject;
use crate::render::text::Page;
use clap::{Args, ValueEnum};
use std::path::Path;

/// The width of what is no terminal, and of one that does not tell.
const USUAL_WIDTH: usize = 80;

/// The same of problems, whose lines are those of the file.
const USUAL_ERRORS_WIDTH: usize = 100;

#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    #[command(flatten)]
    pub laid: Laid,
    /// Read files outside the folder, or repository, of the file that names them
    #[arg(long, global = true)]
    pub allow_outside: bool,
    /// How results are written
    #[arg(
        id = "format",
        value_name = "FORMAT",
        long = "format",
        value_enum,
        default_value_t,
        global = true
    )]
    pub asked: AskedFormat,
    /// The language of what people read: else that of the case, else that of the locale
    #[arg(long, value_enum, global = true)]
    pub lang: Option<Language>,
    /// The columns that a line may take; else those of the terminal, else `COLUMNS`, else 80
    #[arg(long, value_name = "NUMBER", global = true, value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// The files that are read.
    #[arg(skip)]
    pub seen: Seen,
    /// When to use colours; `auto` is in a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, default_value_t, global = true)]
    pub color: Color,
}

/// What is laid over a case before anything else is done with it.
#[derive(Args, Clone, Debug)]
pub(crate) struct Laid {
    /// Lay this scenario of the file over it; several are laid in the order given
    #[arg(long, value_name = "NAME", global = true)]
    scenario: Vec<String>,
    /// Change a value, as a scenario does: `cost.rent.amount=+10%`; may be given more than once
    #[arg(long, value_name = "PATH=VALUE", global = true)]
    set: Vec<String>,
    /// Leave out what really happened (`[actual]`): the case as it was planned
    #[arg(long, global = true)]
    plan: bool,
}

impl Laid {
    /// The same as layers.
    pub fn layers(&self) -> Layers {
        Layers { scenarios: self.scenario.clone(), arguments: self.set.clone(), plan: self.plan }
    }
}

/// How results are written, as it is asked for.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AskedFormat {
    /// For people
    #[default]
    Text,
    /// For programs; the same in every language
    Json,
    /// For spreadsheets; the same in every language
    Csv,
    /// For documents
    Markdown,
    /// Of `check`: a line of JSON for each file
    Ndjson,
    /// Of `check`: what is wrong, for GitHub's code scanning and for editors
    Sarif,
    /// Of `check`: the text, and annotations in a workflow of GitHub
    Github,
    /// Of `check`: what is wrong, as GitLab's code quality report
    Gitlab,
}

/// How a report of one file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For documents.
    Markdown,
}

impl AskedFormat {
    /// What only `check` writes, as it is typed.
    pub fn only_of_check(self) -> Option<String> {
        let only = matches!(self, Self::Ndjson | Self::Sarif | Self::Github | Self::Gitlab);
        self.to_possible_value().filter(|_| only).map(|value| value.get_name().to_owned())
    }
}

impl Format {
    /// Whether people read it, who need not be told everything.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
    }
}

#[derive(ValueEnum, Clone, Copy, Debug, Default)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Options {
    /// How the report of one file is written: what CI shows is made of the same.
    pub fn format(&self) -> Format {
        match self.asked {
            AskedFormat::Text | AskedFormat::Github => Format::Text,
            AskedFormat::Csv => Format::Csv,
            AskedFormat::Markdown => Format::Markdown,
            AskedFormat::Json | AskedFormat::Ndjson | AskedFormat::Sarif | AskedFormat::Gitlab => {
                Format::Json
            }
        }
    }

    /// What is asked of a file, with what is laid over it.
    pub fn subject<'a>(&self, file: &'a str, layers: &'a Layers) -> Subject<'a> {
        Subject { file, layers, outside: self.allow_outside }
    }

    /// What a command has no use for that reads no file and writes in one way only.
    pub fn useless<'a>(&self, command: &'a str) -> Option<Message<'a>> {
        let laid = self.laid.layers() != Layers::default();
        laid.then_some(Message::NothingBeneath { command }).or_else(|| self.one_format(command))
    }

    /// What a command has no use for that writes in one way only.
    pub fn one_format<'a>(&self, command: &'a str) -> Option<Message<'a>> {
        (self.asked != AskedFormat::Text).then_some(Message::OneFormat { command })
    }

    /// Where a file that is named may lead.
    pub fn disk(&self, named: &Path) -> Disk {
        Disk::around(named, self.reach())
    }

    /// The same of all that are named.
    pub fn reach(&self) -> Reach {
        Reach { outside: self.allow_outside, seen: self.seen.clone() }
    }

    /// The language: the one asked for, else the case's, else the locale's, else English.
    pub fn language(&self, of_case: Option<Language>, surroundings: &Surroundings) -> Language {
        let of_locale = || surroundings.locale.as_deref().map(Language::from_locale);
        self.lang.or(of_case).or_else(of_locale).unwrap_or_default()
    }

    /// The language that is asked for, else this one.
    pub fn language_or(&self, usual: Language) -> Language {
        self.lang.unwrap_or(usual)
    }

    /// The page that results are written on.
    pub fn page(&self, of_case: Option<Language>, surroundings: &Surroundings) -> Page {
        Page {
            language: self.language(of_case, surroundings),
            width: self.wide(surroundings.width, USUAL_WIDTH, surroundings),
            color: self.colored(surroundings.output_is_terminal, surroundings),
        }
    }

    /// The width of problems.
    pub fn errors_width(&self, surroundings: &Surroundings) -> usize {
        self.wide(surroundings.errors_width, USUAL_ERRORS_WIDTH, surroundings)
    }

    /// A width: the one asked for, else that of the terminal, else that of the user's.
    fn wide(&self, terminal: Option<usize>, usual: usize, surroundings: &Surroundings) -> usize {
        let asked = self.width.map(usize::from);
        asked.or(terminal).or(surroundings.columns).unwrap_or(usual)
    }

    /// Whether a stream gets colours.
    pub fn colored(&self, terminal: bool, surroundings: &Surroundings) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !surroundings.no_color,
        }
    }
}
