//! `bizcase compare`: scenarios and files side by side.

mod cases;
mod funds;

use super::Exit;
use super::asked;
use super::disk::Disk;
use super::files::{self, NotRead};
use super::folder::{self, Found};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::{Document, Unread};
use crate::fund;
use crate::language::{Language, Message, Show};
use crate::overlay::{Layers, Scenario, take_scenarios, unknown_scenario};
use crate::render::blocks::Report;
use crate::render::compare::{self as content, Asked};
use crate::whatif::{Comparison, Figures, Side, changed, compare};
use anyhow::{Result, anyhow};
use clap::Args;
use rayon::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Side by side: a case or a fund and its scenarios, or several files
///
/// Of one file, the case or fund and each of its scenarios, or only those named by `--scenario`; of
/// several files, one column each, compared with the first. Funds stand beside funds only. Exit
/// codes: 0, or 2 when something is wrong with the input.
#[derive(Args, Debug)]
pub(crate) struct CompareArguments {
    /// Files of cases or of funds, folders of them, or `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// What came of one column.
enum Column<F> {
    Side(Box<Side<F>>),
    NotRead(NotRead),
}

/// What came of a file before it is a column.
struct Opened {
    path: PathBuf,
    disk: Arc<Disk>,
    document: Result<Document, NotRead>,
}

/// How columns with some kind of figures are shown.
struct Views<F> {
    report: fn(&Comparison<F>, Asked<'_>, Language) -> Report,
    json: fn(&Comparison<F>) -> Value,
    csv: fn(&Comparison<F>) -> Result<String, csv::Error>,
}

pub(crate) fn run(
    arguments: &CompareArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    let search = folder::search(&arguments.files, &options.reach(), language);
    search.work(world, |found, world| match <[Found; 1]>::try_from(found) {
        Ok([file]) => one_file(file, options, world),
        Err(files) => many_files(files, &arguments.files, options, world),
    })
}

impl<F> Column<F> {
    fn of(side: Result<Side<F>, NotRead>) -> Self {
        match side {
            Ok(side) => Self::Side(Box::new(side)),
            Err(wrong) => Self::NotRead(wrong),
        }
    }
}

/// A case or a fund and its scenarios.
fn one_file(file: Found, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let over_all = Layers { scenarios: Vec::new(), ..layers };
    let mut file = file.begun(world.input);
    let (opened, path, disk) = (file.opened(), file.path, file.disk);
    let as_planned = Layers { plan: over_all.plan, ..Layers::default() };
    let read = files::laid(&path, opened, &disk, &as_planned).and_then(|mut document| {
        let tables = over_all.tables(&mut document);
        let tables = tables.map_err(|unread| NotRead::Wrong(unread, None))?;
        Ok((document, tables))
    });
    let (mut document, tables) = match read {
        Ok(read) => read,
        Err(wrong) => {
            return finish(vec![Column::NotRead(wrong)], &over_all, options, world, &cases::VIEWS);
        }
    };
    let (scenarios, unknown) = chosen(take_scenarios(&mut document), &layers.scenarios);
    let file = path.display().to_string();
    if fund::is_fund(&document) {
        let columns = funds::under(&document, &file, &scenarios, &tables, &disk);
        let columns = not_there(unknown, fund::language(&document)).chain(columns).collect();
        return finish(columns, &over_all, options, world, &funds::VIEWS);
    }
    let columns = cases::under(&document, &file, &scenarios, &tables);
    let columns = not_there(unknown, crate::case::language(&document)).chain(columns).collect();
    finish(columns, &over_all, options, world, &cases::VIEWS)
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

/// Columns of scenarios that there are not.
fn not_there<F>(
    unknown: Vec<Unread>,
    language: Option<Language>,
) -> impl Iterator<Item = Column<F>> {
    unknown.into_iter().map(move |unread| Column::NotRead(NotRead::Wrong(vec![unread], language)))
}

/// Files, each with the same things laid over it.
fn many_files(
    files: Vec<Found>,
    named: &[PathBuf],
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let layers = options.laid.layers();
    let mut read = documents(files, &layers, world);
    let is = |fund: bool| {
        move |it: &&Opened| {
            it.document.as_ref().is_ok_and(|document| fund::is_fund(document) == fund)
        }
    };
    let case = read.iter().find(is(false)).map(|it| it.path.display().to_string());
    let a_fund = read.iter().filter(is(true)).find(|it| named.contains(&it.path));
    let a_fund = a_fund.and_then(|it| it.document.as_ref().ok());
    if let (Some(case), Some(a_fund)) = (&case, a_fund) {
        let wrong = asked::not_alike(a_fund, case.clone());
        let wrong = NotRead::Wrong(vec![wrong], fund::language(a_fund));
        return finish(vec![Column::NotRead(wrong)], &layers, options, world, &cases::VIEWS);
    }
    if case.is_none() && read.iter().any(|it| is(true)(&it)) {
        let columns = in_columns(read, funds::column);
        return finish(columns, &layers, options, world, &funds::VIEWS);
    }
    // A fund among the cases of a folder is passed by.
    read.retain(|it| !is(true)(&it));
    let columns = in_columns(read, cases::column);
    finish(columns, &layers, options, world, &cases::VIEWS)
}

/// The documents of files, with the same things laid over each.
fn documents(files: Vec<Found>, layers: &Layers, world: &mut World) -> Vec<Opened> {
    let begun = files.into_iter().map(|found| found.begun(world.input));
    begun
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|mut file| {
            let (opened, path, disk) = (file.opened(), file.path, file.disk);
            let mut document = files::laid(&path, opened, &disk, layers);
            if let Ok(document) = &mut document {
                // They are no part of what is compared, and what is wrong with one stops nothing.
                take_scenarios(document);
            }
            Opened { path, disk, document }
        })
        .collect()
}

/// Makes a column of each document, on all cores. Of a file that is laid over the first one, what it
/// lays is worth telling.
fn in_columns<F: Send>(
    documents: Vec<Opened>,
    column: fn(&Path, &Document, &Disk) -> Result<Side<F>, NotRead>,
) -> Vec<Column<F>> {
    let read = documents.into_par_iter().map(|Opened { path, disk, document }| {
        let document = document?;
        column(&path, &document, &disk).map(|side| (document, side))
    });
    let mut columns: Vec<_> = read.collect();
    let first = columns.iter().flatten().next().map(|(document, _)| document.clone());
    for (document, side) in columns.iter_mut().flatten() {
        let beneath = first.as_ref().filter(|first| extends(document, first));
        side.changes = beneath.map(|first| changed(first, document)).unwrap_or_default();
    }
    columns.into_iter().map(|column| Column::of(column.map(|(_, side)| side))).collect()
}

/// Tells what is wrong, and shows the rest side by side.
fn finish<F: Figures>(
    columns: Vec<Column<F>>,
    over_all: &Layers,
    options: &Options,
    world: &mut World,
    views: &Views<F>,
) -> Result<Exit> {
    let (mut sides, mut wrong) = (Vec::new(), Vec::new());
    for column in columns {
        match column {
            Column::Side(side) => sides.push(*side),
            Column::NotRead(not_read) => wrong.push(not_read),
        }
    }
    for (place, wrong) in wrong.iter().enumerate() {
        if place > 0 {
            writeln!(world.errors)?;
        }
        wrong.tell(options, world)?;
    }
    let problems: Vec<_> = wrong.iter().flat_map(NotRead::problems).collect();
    if sides.is_empty() {
        let nothing = || content::json::nothing(&problems);
        shown::write_wrong(options.format(), world, nothing, || Ok(String::new()))?;
    } else {
        // What is wrong does not run into what is right where both go to one terminal.
        if !wrong.is_empty() {
            writeln!(world.errors)?;
        }
        let outside = options.allow_outside;
        let asked = Asked { layers: over_all, outside, complete: wrong.is_empty() };
        show(sides, asked, &problems, (options, views), world)?;
    }
    Ok(if wrong.is_empty() { Exit::Fine } else { Exit::WrongInput })
}

fn show<F: Figures>(
    sides: Vec<Side<F>>,
    asked: Asked<'_>,
    problems: &[Value],
    (options, views): (&Options, &Views<F>),
    world: &mut World,
) -> Result<()> {
    let language = sides.first().and_then(|side| side.language);
    let page = options.page(language, &world.surroundings);
    let too_large = |_| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
    let comparison = compare(sides).map_err(too_large)?;
    let report = || Ok((views.report)(&comparison, asked, page.language));
    let json = || Ok(content::json::with_problems((views.json)(&comparison), problems));
    let csv = || Ok((views.csv)(&comparison)?);
    shown::write(options.format(), &page, world, report, json, csv)
}

/// Whether a document is laid over another.
fn extends(document: &Document, beneath: &Document) -> bool {
    let beneath = beneath.sources.first().map(|source| &source.text);
    document.sources.iter().skip(1).any(|source| Some(&source.text) == beneath)
}
