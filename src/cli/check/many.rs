//! Many files: judged on all cores, told in order.

use super::result::{self, Note, exit};
use crate::cli::Exit;
use crate::cli::files::{self, Judged, NotRead};
use crate::cli::folder::{self, Found};
use crate::cli::options::{Format, Options};
use crate::cli::world::World;
use crate::document::printable;
use crate::fund as of_fund;
use crate::language::Language;
use crate::render::summary::{self, Line, LineOutcome};
use crate::render::{check as case, csv, fund, json, markdown, text};
use crate::whatif::sources::Tally;
use anyhow::Result;
use rayon::prelude::*;
use std::path::PathBuf;

/// How many files are judged before their results are written: enough for all cores, and no more
/// in memory however many files there are.
const AT_ONCE: usize = 64;

/// Judges files a handful at a time, on all cores, and hands over what came of each in order.
pub(super) fn judge(
    files: Vec<Found>,
    options: &Options,
    world: &mut World,
    mut each: impl FnMut(&str, &Judged, &mut World) -> Result<()>,
) -> Result<Exit> {
    let layers = options.laid.layers();
    let mut worst = Exit::Fine;
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
            each(&file.display().to_string(), &judged, world)?;
        }
    }
    Ok(worst)
}

/// The same of all that is found in what was asked.
pub(super) fn judge_all(
    asked: &[PathBuf],
    options: &Options,
    world: &mut World,
    each: impl FnMut(&str, &Judged, &mut World) -> Result<()>,
) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    let search = folder::search(asked, options.allow_outside, language);
    search.work(world, |found, world| judge(found, options, world, each))
}

/// A line of JSON for each file, as soon as it is judged.
pub(super) fn lines(asked: &[PathBuf], options: &Options, world: &mut World) -> Result<Exit> {
    judge_all(asked, options, world, |name, judged, world| {
        write!(world.output, "{}", json::line(&result::object(name, judged, options)))?;
        files::tell(judged, options, world).map(|_| ())
    })
}

/// The verdict on each file in a sentence, behind its name where there are more; what is wrong with
/// one that has none is told as ever.
pub(super) fn quiet(asked: &[PathBuf], options: &Options, world: &mut World) -> Result<Exit> {
    let alone = matches!(asked, [file] if !file.is_dir());
    judge_all(asked, options, world, |name, judged, world| {
        let language = options.language(files::language(judged), &world.surroundings);
        let Some(words) = verdict(name, judged, options, language) else {
            return files::tell(judged, options, world).map(|_| ());
        };
        let line = if alone { words } else { format!("{name}: {words}") };
        writeln!(world.output, "{}", printable(&line)).map_err(Into::into)
    })
}

/// The verdict on a file in a sentence; nothing where it has none.
pub(super) fn verdict(
    name: &str,
    judged: &Judged,
    options: &Options,
    language: Language,
) -> Option<String> {
    let layers = options.laid.layers();
    let subject = options.subject(name, &layers);
    match judged {
        Judged::Case(found) => {
            Some(case::answer(subject, &found.1.case, &found.1.verdict, language))
        }
        Judged::Fund(found) => Some(fund::answer(subject, &found.1, language)),
        Judged::NotRead(_) => None,
    }
}

/// A row, an object or a line of a table for each file.
pub(super) fn check(
    files: Vec<Found>,
    options: &Options,
    note: Note<'_>,
    world: &mut World,
) -> Result<Exit> {
    let (mut lines, mut warnings) = (Vec::new(), Vec::new());
    let mut before = if options.format() == Format::Json { "[\n" } else { "" };
    let exit = judge(files, options, world, |name, judged, world| {
        note(name, judged);
        match options.format() {
            Format::Text | Format::Markdown => lines.push(line(name, judged)),
            Format::Json => {
                let object = json::text(&result::object(name, judged, options));
                write!(world.output, "{before}{object}")?;
                before = ",\n";
            }
            Format::Csv => {
                let table = rows(name, judged)?;
                let rows =
                    if before.is_empty() { 0 } else { table.find('\n').map_or(0, |at| at + 1) };
                write!(world.output, "{}", table.get(rows..).unwrap_or_default())?;
                before = "\n";
            }
        }
        if options.format() == Format::Markdown {
            warnings.extend(files::warnings(judged).0);
        }
        if files::tell(judged, options, world)? {
            writeln!(world.errors)?;
        }
        Ok(())
    })?;
    let page = options.page(None, &world.surroundings);
    match options.format() {
        Format::Text => write!(world.output, "{}", text::summary(&lines, &page))?,
        Format::Markdown => {
            write!(world.output, "{}", markdown::summary(&lines, page.language))?;
            files::write_warnings(&warnings, page.language, world)?;
        }
        Format::Json if before == "[\n" => writeln!(world.output, "[]")?,
        Format::Json => writeln!(world.output, "\n]")?,
        Format::Csv => {}
    }
    Ok(exit)
}

/// The rows of a file, under their head.
fn rows(name: &str, judged: &Judged) -> Result<String> {
    Ok(match judged {
        Judged::Fund(found) => fund::csv::check(name, &found.1, of_fund::tally(&found.0))?,
        Judged::Case(found) => csv::check(name, &found.1, Tally::of_case(&found.0, &found.1.case))?,
        Judged::NotRead(_) => csv::check_wrong(name)?,
    })
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
