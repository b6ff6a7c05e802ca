//! `bizcase compare`: scenarios and files side by side.

use super::Exit;
use super::files::{self, Found};
use super::options::{Format, Options};
use super::world::World;
use crate::case;
use crate::document::{Document, Problem, Unread, printable};
use crate::fund;
use crate::language::{Language, Message, Show};
use crate::overlay::{Layers, Opened, Scenario, take_scenarios, unknown_scenario};
use crate::render::compare::Asked;
use crate::render::{compare as content, markdown, text};
use crate::whatif::{Side, Subject, Trial, changed, compare, tried, under};
use anyhow::{Result, anyhow};
use clap::Args;
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};

/// Side by side: a case and its scenarios, or several files
///
/// Of one file, the case and each of its scenarios, or only those named by `--scenario`; of several
/// files, one column each, compared with the first. Exit codes: 0, or 2 when something is wrong
/// with the input.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Case files, folders of them, or `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// What came of one column.
enum Column {
    Side(Box<Side>),
    /// What is wrong, and the language of the case, where it is known.
    Wrong(Vec<Unread>, Option<Language>),
    Unreadable(String),
    /// The file is a fund, which has no scenarios of a case to compare.
    Fund(PathBuf, Option<Language>),
}

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let language = options.language(None, &world.surroundings);
    let found = files::find(&arguments.files, &language.say(&Message::NoCases));
    let (columns, over_all) = match <[Found; 1]>::try_from(found) {
        Ok([file]) => {
            let over_all = Layers { scenarios: Vec::new(), arguments: layers.arguments.clone() };
            (of_one_file(file, &layers, world), over_all)
        }
        Err(files) => (of_files(files, &layers, world), layers),
    };
    // A fund among the cases of a folder is passed by, one that is named is not.
    let asked_for = |column: &Column| match column {
        Column::Fund(path, _) => arguments.files.contains(path),
        Column::Side(_) | Column::Wrong(..) | Column::Unreadable(_) => true,
    };
    let (sides, wrong): (Vec<_>, Vec<_>) =
        columns.into_iter().filter(asked_for).partition(|column| matches!(column, Column::Side(_)));
    let sides: Vec<_> = sides.into_iter().filter_map(Column::side).collect();
    for (place, wrong) in wrong.iter().enumerate() {
        if place > 0 {
            writeln!(world.errors)?;
        }
        wrong.tell(options, world)?;
    }
    if !sides.is_empty() {
        // What is wrong does not run into what is right where both go to one terminal.
        if !wrong.is_empty() {
            writeln!(world.errors)?;
        }
        let asked = Asked { layers: &over_all, complete: wrong.is_empty() };
        show(sides, asked, options, world)?;
    }
    Ok(if wrong.is_empty() { Exit::Fine } else { Exit::WrongInput })
}

impl Column {
    fn side(self) -> Option<Side> {
        match self {
            Self::Side(side) => Some(*side),
            Self::Wrong(..) | Self::Unreadable(_) | Self::Fund(..) => None,
        }
    }

    /// Writes what is wrong with it.
    fn tell(&self, options: &Options, world: &mut World) -> Result<()> {
        match self {
            Self::Side(_) => {}
            Self::Wrong(unread, language) => {
                files::tell_problems(unread, *language, options, world)?;
            }
            Self::Unreadable(cause) => writeln!(world.errors, "bizcase: {cause}")?,
            Self::Fund(path, language) => {
                super::fund::not_here(path, *language, options, world)?;
            }
        }
        Ok(())
    }

    fn wrong(document: &Document, problems: Vec<Problem>) -> Self {
        let unread = Unread { sources: document.sources.clone(), problems };
        Self::Wrong(vec![unread], case::language(document))
    }
}

fn show(sides: Vec<Side>, asked: Asked<'_>, options: &Options, world: &mut World) -> Result<()> {
    let language = sides.first().and_then(|side| side.language);
    let page = options.page(language, &world.surroundings);
    let too_large = |_| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
    let comparison = compare(sides).map_err(too_large)?;
    let report = || content::report(&comparison, asked, page.language);
    let shown = match options.format {
        Format::Text => text::text(&report(), &page),
        Format::Markdown => markdown::markdown(&report()),
        Format::Json => format!("{:#}\n", content::json::object(&comparison)),
        Format::Csv => content::csv::table(&comparison)?,
    };
    write!(world.output, "{shown}")?;
    Ok(())
}

/// A case and its scenarios.
fn of_one_file(file: Found, layers: &Layers, world: &mut World) -> Vec<Column> {
    let Found { path, failure } = file;
    let opened = match failure.map_or_else(|| files::open(&path, world.input), Err) {
        Ok(opened) => opened,
        Err(cause) => return vec![unreadable(&path, &cause)],
    };
    let arguments = Layers { scenarios: Vec::new(), arguments: layers.arguments.clone() };
    let read = files::document(opened, &Layers::default()).and_then(|mut document| {
        let tables = arguments.tables(&mut document)?;
        Ok((document, tables))
    });
    let (mut document, tables) = match read {
        Ok(read) => read,
        Err(unread) => return vec![Column::Wrong(unread, None)],
    };
    if fund::is_fund(&document) {
        return vec![Column::Fund(path, fund::language(&document))];
    }
    let (scenarios, unknown) = chosen(take_scenarios(&mut document), &layers.scenarios);
    let language = case::language(&document);
    let unknown = unknown.into_iter().map(|unread| Column::Wrong(vec![unread], language));
    let sides = under(&document, &path.display().to_string(), &scenarios, &tables);
    let sides = sides.into_iter().filter_map(|side| match side {
        Ok(side) => Some(Column::Side(Box::new(side))),
        // What is wrong with the case is told of the case.
        Err(problems) if problems.is_empty() => None,
        Err(problems) => Some(Column::wrong(&document, problems)),
    });
    unknown.chain(sides).collect()
}

/// The scenarios with these names, in their order, or all of them; and the names that none has.
fn chosen(scenarios: Vec<Scenario>, names: &[String]) -> (Vec<Scenario>, Vec<Unread>) {
    if names.is_empty() {
        return (scenarios, Vec::new());
    }
    let (mut chosen, mut unknown) = (Vec::new(), Vec::new());
    for name in names {
        if let Some(scenario) = scenarios.iter().find(|scenario| scenario.id == *name) {
            chosen.push(scenario.clone());
        } else {
            unknown.push(unknown_scenario(name, scenarios.iter().map(|s| s.id.as_str())));
        }
    }
    (chosen, unknown)
}

/// Files, each with the same things laid over it.
fn of_files(files: Vec<Found>, layers: &Layers, world: &mut World) -> Vec<Column> {
    let opened = files.into_iter().map(|Found { path, failure }| {
        let read = match failure {
            Some(failure) => Some(Err(failure)),
            // There is one standard input, so it is not read on all cores.
            None => (path.as_os_str() == "-").then(|| files::open(&path, world.input)),
        };
        (path, read)
    });
    let read: Vec<_> = opened
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(path, read)| {
            let opened = read.unwrap_or_else(|| files::open(&path, &mut io::empty()));
            let read = read_file(&path, opened, layers);
            (path, read)
        })
        .collect();
    let first = read.iter().find_map(|(_, read)| read.as_ref().ok());
    let first = first.map(|trial| trial.document.clone());
    let columns = read.into_iter().map(|(path, read)| match read {
        Ok(trial) => column(&path, &trial, first.as_ref()),
        Err(column) => column,
    });
    columns.collect()
}

fn read_file(path: &Path, opened: io::Result<Opened>, layers: &Layers) -> Result<Trial, Column> {
    let opened = opened.map_err(|cause| unreadable(path, &cause))?;
    let mut document =
        files::document(opened, layers).map_err(|unread| Column::Wrong(unread, None))?;
    if fund::is_fund(&document) {
        return Err(Column::Fund(path.to_owned(), fund::language(&document)));
    }
    // They are no part of what is compared, and what is wrong with one stops nothing.
    take_scenarios(&mut document);
    let wrong = |problems| Column::wrong(&document, problems);
    Trial::of(document.clone()).map_err(wrong)
}

fn column(path: &Path, trial: &Trial, first: Option<&Document>) -> Column {
    let subject =
        Subject { file: path.display().to_string(), name: trial.case.name.clone(), scenario: None };
    // Of a file that is laid over the first one, what it lays is worth telling.
    let beneath = first.filter(|first| extends(&trial.document, first));
    let changes = beneath.map(|first| changed(first, &trial.document)).unwrap_or_default();
    match tried(trial, subject, changes) {
        Ok(side) => Column::Side(Box::new(side)),
        Err(problems) => Column::wrong(&trial.document, problems),
    }
}

/// Whether a document is laid over another.
fn extends(document: &Document, beneath: &Document) -> bool {
    let beneath = beneath.sources.first().map(|source| &source.text);
    document.sources.iter().skip(1).any(|source| Some(&source.text) == beneath)
}

fn unreadable(file: &Path, cause: &io::Error) -> Column {
    let name = file.display().to_string();
    Column::Unreadable(format!("{}: {cause}", printable(&name)))
}
