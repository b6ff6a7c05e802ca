//! `bizcase compare`: scenarios and files side by side.

use super::Exit;
use super::files;
use super::options::{Format, Options};
use super::world::World;
use crate::document::{Document, Unread, printable};
use crate::language::{Message, Show};
use crate::overlay::{Layers, Scenario, take_scenarios, unknown_scenario};
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
    Wrong(Vec<Unread>),
    Unreadable(String),
}

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let (columns, over_all) = match files::find(&arguments.files).as_slice() {
        [file] => {
            let opened = files::open(file, world.input);
            let columns = of_one_file(file, opened, &layers);
            (columns, Layers { scenarios: Vec::new(), arguments: layers.arguments })
        }
        files => (of_files(files, &layers, world), layers),
    };
    let (mut sides, mut exit) = (Vec::new(), Exit::Fine);
    let mut wrong = Vec::new();
    for column in columns {
        match column {
            Column::Side(side) => sides.push(*side),
            Column::Wrong(unread) => wrong.push(Ok(unread)),
            Column::Unreadable(cause) => wrong.push(Err(cause)),
        }
    }
    if !wrong.is_empty() {
        exit = Exit::WrongInput;
    }
    if !sides.is_empty() {
        show(sides, &over_all, options, world)?;
    }
    for (place, wrong) in wrong.into_iter().enumerate() {
        if place > 0 {
            writeln!(world.errors)?;
        }
        match wrong {
            Ok(unread) => files::tell_problems(&unread, options, world)?,
            Err(cause) => writeln!(world.errors, "bizcase: {cause}")?,
        }
    }
    Ok(exit)
}

fn show(sides: Vec<Side>, over_all: &Layers, options: &Options, world: &mut World) -> Result<()> {
    let language = sides.first().and_then(|side| side.language);
    let page = options.page(language, &world.surroundings);
    let too_large = |_| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
    let comparison = compare(sides).map_err(too_large)?;
    let report = || content::report(&comparison, over_all, page.language);
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
fn of_one_file(
    file: &Path,
    opened: io::Result<crate::overlay::Opened>,
    layers: &Layers,
) -> Vec<Column> {
    let opened = match opened {
        Ok(opened) => opened,
        Err(cause) => return vec![unreadable(file, &cause)],
    };
    let arguments = Layers { scenarios: Vec::new(), arguments: layers.arguments.clone() };
    let read = files::document(opened, &Layers::default()).and_then(|mut document| {
        let tables = arguments.tables(&mut document)?;
        Ok((document, tables))
    });
    let (mut document, tables) = match read {
        Ok(read) => read,
        Err(unread) => return vec![Column::Wrong(unread)],
    };
    let (scenarios, unknown) = chosen(take_scenarios(&mut document), &layers.scenarios);
    let name = file.display().to_string();
    let sides = under(&document, &name, &scenarios, &tables);
    let mut columns: Vec<_> =
        unknown.into_iter().map(|unread| Column::Wrong(vec![unread])).collect();
    columns.extend(sides.into_iter().filter_map(|side| match side {
        Ok(side) => Some(Column::Side(Box::new(side))),
        // What is wrong with the case is told of the case.
        Err(problems) if problems.is_empty() => None,
        Err(problems) => {
            Some(Column::Wrong(vec![Unread { sources: document.sources.clone(), problems }]))
        }
    }));
    columns
}

/// The scenarios with these names, in their order, or all of them; and the names that none has.
fn chosen(scenarios: Vec<Scenario>, names: &[String]) -> (Vec<Scenario>, Vec<Unread>) {
    if names.is_empty() {
        return (scenarios, Vec::new());
    }
    let (mut chosen, mut unknown) = (Vec::new(), Vec::new());
    for name in names {
        match scenarios.iter().find(|scenario| scenario.id == *name) {
            Some(scenario) => chosen.push(scenario.clone()),
            None => {
                let ids: Vec<_> = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
                unknown.push(unknown_scenario(name, ids.into_iter()));
            }
        }
    }
    (chosen, unknown)
}

/// Files, each with the same things laid over it.
fn of_files(files: &[PathBuf], layers: &Layers, world: &mut World) -> Vec<Column> {
    let opened: Vec<_> = files
        .iter()
        .map(|file| (file, (file.as_os_str() == "-").then(|| files::open(file, world.input))))
        .collect();
    let read: Vec<_> = opened
        .into_par_iter()
        .map(|(file, read)| {
            let opened = read.unwrap_or_else(|| files::open(file, &mut io::empty()));
            read_file(file, opened, layers)
        })
        .collect();
    let first = read.iter().find_map(|read| read.as_ref().ok()).map(|trial| trial.document.clone());
    let named = files.iter().zip(read);
    let columns = named.map(|(file, read)| match read {
        Ok(trial) => column(file, &trial, first.as_ref()),
        Err(column) => column,
    });
    columns.collect()
}

fn read_file(
    file: &Path,
    opened: io::Result<crate::overlay::Opened>,
    layers: &Layers,
) -> Result<Trial, Column> {
    let opened = opened.map_err(|cause| unreadable(file, &cause))?;
    let document = files::document(opened, layers).map_err(Column::Wrong)?;
    let sources = document.sources.clone();
    Trial::of(document).map_err(|problems| Column::Wrong(vec![Unread { sources, problems }]))
}

fn column(file: &Path, trial: &Trial, first: Option<&Document>) -> Column {
    let subject =
        Subject { file: file.display().to_string(), case: trial.case.name.clone(), scenario: None };
    // Of a file that is laid over the first one, what it lays is worth telling.
    let beneath = first.filter(|first| extends(&trial.document, first));
    let changes = beneath.map(|first| changed(first, &trial.document)).unwrap_or_default();
    match tried(trial, subject, changes) {
        Ok(side) => Column::Side(Box::new(side)),
        Err(problems) => {
            let sources = trial.document.sources.clone();
            Column::Wrong(vec![Unread { sources, problems }])
        }
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
