//! `bizcase check`: does it close?

use super::Exit;
use super::disk::open;
use super::files::{self, Judged, NotRead};
use super::folder::{self, Found};
use super::options::{Format, Options};
use super::world::World;
use crate::assess::Assessment;
use crate::document::printable;
use crate::fund as of_fund;
use crate::render::fund::{self, Depth};
use crate::render::json::problems;
use crate::render::summary::{self, Line, LineOutcome};
use crate::render::{csv, json, markdown, text};
use crate::whatif::sources::Tally;
use anyhow::Result;
use clap::Args;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Does it close? The exit code says it too
///
/// Exit codes: 0 it closes (or is what `[expect]` says), 1 it does not close, 3 it closes on a
/// condition, 2 the input is wrong; of several files the worst: 2, then 1, then 3.
#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    /// Files of cases or funds, folders of them, or `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// How many files are judged before their results are written: enough for all cores, and no more
/// in memory however many files there are.
const AT_ONCE: usize = 64;

pub(crate) fn run(
    arguments: &CheckArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    match arguments.files.as_slice() {
        [file] if !file.is_dir() => check_one(file, options, world),
        asked => {
            let language = options.language(None, &world.surroundings);
            let search = folder::search(asked, options.allow_outside, language);
            search.work(world, |found, world| check_many(found, options, world))
        }
    }
}

fn check_one(file: &Path, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let judged =
        files::judge_with_scenarios(file, open(file, world.input), &options.disk(file), &layers);
    if let Judged::Case(found) = &judged {
        let (document, assessment) = &**found;
        let name = file.display().to_string();
        let page = options.page(assessment.case.language, &world.surroundings);
        let Assessment { case, verdict, .. } = assessment;
        let (subject, tally) = (options.subject(&name, &layers), Tally::of_case(document, case));
        let shown = match options.format {
            Format::Text => text::check(subject, case, verdict, tally, &page),
            Format::Markdown => markdown::check(subject, case, verdict, tally, page.language),
            Format::Csv => csv::check(&name, assessment, tally)?,
            Format::Json => json::text(&json::check(subject, document, assessment, tally)) + "\n",
        };
        write!(world.output, "{shown}")?;
    }
    if let Judged::Fund(found) = &judged {
        super::fund::write(found, file, Depth::Answer, options, world)?;
    }
    if matches!((&judged, options.format), (Judged::NotRead(_), Format::Csv)) {
        write!(world.output, "{}", csv::check_wrong(&file.display().to_string())?)?;
    }
    files::finish(file, &judged, options, world)?;
    Ok(exit(&judged))
}

/// Judges files a handful at a time, on all cores, and writes what came of each in order.
fn check_many(files: Vec<Found>, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let mut worst = Exit::Fine;
    let (mut lines, mut warnings) = (Vec::new(), Vec::new());
    let mut before = if options.format == Format::Json { "[\n" } else { "" };
    let mut files = files.into_iter().peekable();
    while files.peek().is_some() {
        let opened: Vec<_> =
            files.by_ref().take(AT_ONCE).map(|found| found.begun(world.input)).collect();
        let judged: Vec<_> = opened
            .into_par_iter()
            .map(|mut file| {
                let (opened, path) = (file.opened(), file.path);
                let judged = files::judge_with_scenarios(&path, opened, &file.disk, &layers);
                (path, judged)
            })
            .collect();
        for (file, judged) in judged {
            worst = worst.max(exit(&judged));
            let name = file.display().to_string();
            match (&judged, options.format) {
                (_, Format::Text | Format::Markdown) => lines.push(line(&name, &judged)),
                (Judged::Case(found), Format::Json) => {
                    let (document, assessment) = &**found;
                    let tally = Tally::of_case(document, &assessment.case);
                    let subject = options.subject(&name, &layers);
                    let object = json::check(subject, document, assessment, tally);
                    write!(world.output, "{before}{}", json::text(&object))?;
                    before = ",\n";
                }
                (Judged::Fund(found), Format::Json) => {
                    let (document, assessment) = &**found;
                    let tally = of_fund::tally(document);
                    let object =
                        fund::json::fund(options.subject(&name, &layers), assessment, tally);
                    write!(world.output, "{before}{}", json::text(&object))?;
                    before = ",\n";
                }
                (_, Format::Csv) => {
                    let table = match &judged {
                        Judged::Fund(found) => {
                            let tally = of_fund::tally(&found.0);
                            fund::csv::check(&name, &found.1, tally)?
                        }
                        Judged::Case(found) => {
                            let tally = Tally::of_case(&found.0, &found.1.case);
                            csv::check(&name, &found.1, tally)?
                        }
                        Judged::NotRead(_) => csv::check_wrong(&name)?,
                    };
                    let rows =
                        if before.is_empty() { 0 } else { table.find('\n').map_or(0, |at| at + 1) };
                    write!(world.output, "{}", table.get(rows..).unwrap_or_default())?;
                    before = "\n";
                }
                (Judged::NotRead(not_read), Format::Json) => {
                    let object = problems::wrong(&name, &not_read.problems());
                    write!(world.output, "{before}{}", json::text(&object))?;
                    before = ",\n";
                }
            }
            if options.format == Format::Markdown {
                warnings.extend(files::warnings(&judged).0);
            }
            if files::tell(&judged, options, world)? {
                writeln!(world.errors)?;
            }
        }
    }
    let page = options.page(None, &world.surroundings);
    match options.format {
        Format::Text => write!(world.output, "{}", text::summary(&lines, &page))?,
        Format::Markdown => {
            write!(world.output, "{}", markdown::summary(&lines, page.language))?;
            files::write_warnings(&warnings, page.language, world)?;
        }
        Format::Json if before == "[\n" => writeln!(world.output, "[]")?,
        Format::Json => writeln!(world.output, "\n]")?,
        Format::Csv => {}
    }
    Ok(worst)
}

fn line(file: &str, judged: &Judged) -> Line {
    let outcome = match judged {
        Judged::Case(found) => {
            LineOutcome::Judged(summary::Judged::of(&found.1.case, &found.1.verdict))
        }
        Judged::Fund(found) => LineOutcome::Judged(summary::Judged::of_fund(&found.1)),
        Judged::NotRead(NotRead::Wrong(unread, _)) => {
            LineOutcome::Wrong(unread.iter().map(|unread| unread.problems.len()).sum())
        }
        Judged::NotRead(NotRead::Unreadable { .. }) => LineOutcome::Wrong(1),
    };
    Line { file: printable(file).into_owned(), outcome }
}

/// The exit of a file: that of its verdict, unless this is what was expected of it.
fn exit(judged: &Judged) -> Exit {
    match judged {
        Judged::Case(found) => Exit::of(found.1.verdict.kind, found.1.case.expect),
        Judged::Fund(found) => Exit::of(found.1.verdict, found.1.fund.expect),
        Judged::NotRead(_) => Exit::WrongInput,
    }
}
