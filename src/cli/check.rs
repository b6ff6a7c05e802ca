//! `bizcase check`: does it close?

use super::Exit;
use super::disk::open;
use super::files::{self, Judged, NotRead};
use super::folder::{self, Found};
use super::options::Options;
use super::shown::{self, Listed, Listing};
use super::world::World;
use crate::assess::Assessment;
use crate::document::{Unread, printable};
use crate::fund as of_fund;
use crate::overlay::Layers;
use crate::render::check;
use crate::render::fund::{self, Depth};
use crate::render::json::problems;
use crate::render::subject::Subject;
use crate::render::summary::{self, Line, LineOutcome};
use crate::whatif::sources::Tally;
use anyhow::Result;
use clap::Args;
use rayon::prelude::*;
use serde_json::Value;
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
    let result = CheckedFile::of(file, &judged, (options, &layers));
    match &judged {
        Judged::Case(found) => {
            let (document, Assessment { case, verdict, .. }) = &**found;
            let page = options.page(case.language, &world.surroundings);
            let (subject, tally) = (result.subject(), Tally::of_case(document, case));
            let report = || Ok(check::report(subject, case, verdict, tally, page.language));
            let (json, csv) = (|| Ok(result.object()), || Ok(result.table()?));
            shown::write(options.format, &page, world, report, json, csv)?;
            files::finish(file, &judged, options, world)?;
        }
        Judged::Fund(found) => {
            super::fund::write(found, file, Depth::Answer, options, world)?;
            files::finish(file, &judged, options, world)?;
        }
        Judged::NotRead(_) => {
            files::tell(&judged, options, world)?;
            let (json, csv) = (|| result.object(), || Ok(result.table()?));
            shown::write_wrong(options.format, world, json, csv)?;
        }
    }
    Ok(exit(&judged))
}

/// Judges files a handful at a time, on all cores, and writes what came of each in order.
fn check_many(files: Vec<Found>, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let mut worst = Exit::Fine;
    let mut listing = Listing::new(options.format);
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
            listing.add(&CheckedFile::of(&file, &judged, (options, &layers)), world)?;
            if files::tell(&judged, options, world)? {
                writeln!(world.errors)?;
            }
        }
    }
    listing.end(&options.page(None, &world.surroundings), world)?;
    Ok(worst)
}

/// A file that was judged, as it is told.
struct CheckedFile<'a> {
    name: String,
    judged: &'a Judged,
    asked: (&'a Options, &'a Layers),
}

impl<'a> CheckedFile<'a> {
    fn of(file: &Path, judged: &'a Judged, asked: (&'a Options, &'a Layers)) -> Self {
        Self { name: file.display().to_string(), judged, asked }
    }

    fn subject(&self) -> Subject<'_> {
        let (options, layers) = self.asked;
        options.subject(&self.name, layers)
    }
}

impl Listed for CheckedFile<'_> {
    fn line(&self) -> Line {
        let outcome = match self.judged {
            Judged::Case(found) => {
                LineOutcome::Judged(summary::Judged::of(&found.1.case, &found.1.verdict))
            }
            Judged::Fund(found) => LineOutcome::Judged(summary::Judged::of_fund(&found.1)),
            Judged::NotRead(NotRead::Wrong(unread, _)) => {
                LineOutcome::Wrong(unread.iter().map(|unread| unread.problems.len()).sum())
            }
            Judged::NotRead(NotRead::Unreadable { .. }) => LineOutcome::Wrong(1),
        };
        Line { file: printable(&self.name).into_owned(), outcome }
    }

    fn noted(&self) -> Vec<Unread> {
        files::warnings(self.judged).0
    }

    fn object(&self) -> Value {
        match self.judged {
            Judged::Case(found) => {
                let (document, assessment) = &**found;
                let tally = Tally::of_case(document, &assessment.case);
                check::json::object(self.subject(), document, assessment, tally)
            }
            Judged::Fund(found) => {
                fund::json::object(self.subject(), &found.1, of_fund::tally(&found.0))
            }
            Judged::NotRead(not_read) => problems::wrong(&self.name, &not_read.problems()),
        }
    }

    fn table(&self) -> csv::Result<String> {
        match self.judged {
            Judged::Case(found) => {
                let tally = Tally::of_case(&found.0, &found.1.case);
                check::csv::table(&self.name, &found.1, tally)
            }
            Judged::Fund(found) => fund::csv::tests(&self.name, &found.1, of_fund::tally(&found.0)),
            Judged::NotRead(_) => check::csv::wrong(&self.name),
        }
    }
}

/// The exit of a file: that of its verdict, unless this is what was expected of it.
fn exit(judged: &Judged) -> Exit {
    match judged {
        Judged::Case(found) => Exit::of(found.1.verdict.kind, found.1.case.expect),
        Judged::Fund(found) => Exit::of(found.1.verdict, found.1.fund.expect),
        Judged::NotRead(_) => Exit::WrongInput,
    }
}
