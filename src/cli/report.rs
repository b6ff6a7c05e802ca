//! `bizcase report`: one document for the people who decide.

mod findings;
mod held;
mod print;
mod workbook;
mod write;

use super::Exit;
use super::disk::{Disk, open};
use super::files::{self, Judged, NotRead};
use super::options::{Format, Options};
use super::watch::watch;
use super::world::World;
use crate::assess::Assessment;
use crate::calendar::Month;
use crate::case::PartyIndex;
use crate::document::{Document, Source, Unread, printable};
use crate::fund::{self, FundAssessment, Loaded};
use crate::language::{Language, Message, Page};
use crate::overlay::{self, Layers};
use crate::reading::nearest::nearest;
use crate::render::page::{self, Manifest, Notes, Paper, Read};
use crate::render::subject::Subject;
use crate::statements::Counted;
use crate::words::Word;
use anyhow::{Result, anyhow};
use clap::Args;
use findings::{Failed, Found};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// One document for the people who decide: a page, a PDF, Markdown or a workbook
///
/// The ending of the file that is written says which: .html, .pdf, .md, or .xlsx of a case. What was there before is
/// replaced only when all of it is made. The same files give the same bytes, but for a PDF, which
/// bears the date of the browser that prints it. Exit codes: 0 it is written, or with --check it
/// still belongs to its files; 1 with --check it does not; 2 the input is wrong, or there is no browser
/// for a PDF.
#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    /// A file of a case or a fund, or `-` for standard input
    file: PathBuf,
    /// The file to write: what it ends in says what it becomes
    #[arg(long, short, value_name = "OUT", required_unless_present = "check")]
    output: Option<PathBuf>,
    /// Turn it to the chair of this party, such as `gemeente`, with a letter to it
    #[arg(long = "for", value_name = "PARTY")]
    party: Option<String>,
    /// Which funding its tables count
    #[arg(long, value_enum, default_value_t = Counted::All)]
    funding: Counted,
    /// How many draws its simulation makes
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..))]
    draws: u64,
    /// What the draws depend on: the same seed gives the same draws, on any machine
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The date that stands on it, such as 2026-11-26; without this it has none
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// Say on it that it is a draft
    #[arg(long)]
    draft: bool,
    /// Only tell whether this report (.html, .md or .xlsx) still belongs to its files
    #[arg(long, value_name = "REPORT", conflicts_with_all = ["output", "party", "date", "draft", "browser"])]
    check: Option<PathBuf>,
    /// Write it again whenever one of the files changes, until it is stopped
    #[arg(long, requires = "output")]
    watch: bool,
    /// The browser that prints a PDF; else the first of Chromium, Chrome and Edge that is found
    #[arg(long, value_name = "PATH")]
    browser: Option<PathBuf>,
}

pub(crate) fn run(
    arguments: &ReportArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    if arguments.watch {
        let named = std::slice::from_ref(&arguments.file);
        return watch(named, options, world, |world| once(arguments, options, world));
    }
    once(arguments, options, world)
}

/// Writes the report of the files as they are now.
fn once(arguments: &ReportArguments, options: &Options, world: &mut World) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    if options.format() != Format::Text {
        return tell(&Page::NoFormat, language, world);
    }
    match (&arguments.check, &arguments.output) {
        (Some(report), _) => held::held(&arguments.file, report, options, world),
        (None, Some(out)) => {
            let form = write::Form::of(out);
            if form.is_none() && !write::is_workbook(out) {
                let name = out.display().to_string();
                return tell(&Page::UnknownEnding(&name), language, world);
            }
            if let Some(wrong) = arguments.date.as_deref().filter(|date| day(date).is_none()) {
                return tell(&Page::NoDate(wrong), language, world);
            }
            let layers = options.laid.layers();
            let asked = Asked::of(arguments);
            let Some(form) = form else {
                return workbook::write(&arguments.file, out, (&asked, &layers), options, world);
            };
            match made(&arguments.file, &layers, &asked, options, world)? {
                Ok(document) => {
                    write::write(&document, (form, out), arguments.browser.as_deref(), world)
                }
                Err(exit) => Ok(exit),
            }
        }
        // Clap wants the one or the other.
        (None, None) => Ok(Exit::WrongInput),
    }
}

/// What is asked of a report, but for what is laid over its file.
#[derive(Clone, Debug)]
struct Asked {
    party: Option<String>,
    funding: Counted,
    draws: u64,
    seed: u64,
    date: Option<String>,
    draft: bool,
    /// The language, where it is known already.
    language: Option<Language>,
}

impl Asked {
    fn of(arguments: &ReportArguments) -> Self {
        Self {
            party: arguments.party.clone(),
            funding: arguments.funding,
            draws: arguments.draws,
            seed: arguments.seed,
            date: arguments.date.clone(),
            draft: arguments.draft,
            language: None,
        }
    }

    /// What is told of it in the report itself.
    fn paper(&self, layers: &Layers, language: Language) -> Paper {
        Paper {
            scenarios: layers.scenarios.clone(),
            arguments: layers.arguments.clone(),
            plan: layers.plan,
            language: <&str>::from(language).to_owned(),
            funding: self.funding.spelled().to_owned(),
            draws: self.draws,
            seed: self.seed,
            date: self.date.clone(),
            draft: self.draft,
            party: self.party.clone(),
        }
    }
}

/// A day as `2026-11-26`: its number and its month; nothing where it is none.
fn day(date: &str) -> Option<(u32, Month)> {
    let [year, month, day] = <[&str; 3]>::try_from(date.split('-').collect::<Vec<_>>()).ok()?;
    let digits = |text: &str, many: usize| {
        let all = text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| all)
    };
    let (year, of_year) = (digits(year, 4)?, digits(month, 2)?);
    let number = u32::try_from(digits(day, 2)?).ok()?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match of_year {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let month = Month::new(year, of_year)?;
    (1..=last).contains(&number).then_some((number, month))
}

/// Tells something that stops the command.
fn tell(page: &Page<'_>, language: Language, world: &mut World) -> Result<Exit> {
    let words = language.say(&Message::Page(page.clone()));
    writeln!(world.errors, "bizcase: {}", printable(&words))?;
    Ok(Exit::WrongInput)
}

/// The report of a file, or how the command ends without one.
fn made(
    file: &Path,
    layers: &Layers,
    asked: &Asked,
    options: &Options,
    world: &mut World,
) -> Result<Result<page::Document, Exit>> {
    let disk = options.disk(file);
    let document = match files::laid(file, open(file, world.input), &disk, layers) {
        Ok(document) => document,
        Err(not_read) => return wrong(&not_read, options, world),
    };
    if fund::is_fund(&document) {
        return of_fund((file, &document, &disk), layers, asked, options, world);
    }
    let judged = files::judge_as_it_is(document, &disk);
    match &judged {
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            let made = of_case((file, document, assessment), layers, asked, options, world)?;
            files::tell(&judged, options, world)?;
            Ok(made)
        }
        Judged::NotRead(not_read) => wrong(not_read, options, world),
        // It is none: that was asked before.
        Judged::Fund(_) | Judged::Prices(_) => Ok(Err(Exit::WrongInput)),
    }
}

fn wrong<T>(not_read: &NotRead, options: &Options, world: &mut World) -> Result<Result<T, Exit>> {
    not_read.tell(options, world)?;
    Ok(Err(Exit::WrongInput))
}

/// Tells what stops a report that has been begun.
fn refused<T>(
    wrong: &[Unread],
    language: Language,
    options: &Options,
    world: &mut World,
) -> Result<Result<T, Exit>> {
    files::tell_problems(wrong, Some(language), options, world)?;
    Ok(Err(Exit::WrongInput))
}

fn of_case(
    (file, document, assessment): (&Path, &Document, &Assessment),
    layers: &Layers,
    asked: &Asked,
    options: &Options,
    world: &mut World,
) -> Result<Result<page::Document, Exit>> {
    let case = &assessment.case;
    let language =
        asked.language.unwrap_or_else(|| options.language(case.language, &world.surroundings));
    let party = match party(assessment, asked.party.as_deref()) {
        Ok(party) => party,
        Err((id, near)) => {
            return tell(&Page::UnknownParty { id, near }, language, world).map(Err);
        }
    };
    let found = match Found::of(file, document, assessment, (asked, party)) {
        Ok(found) => found,
        Err(Failed::Wrong(unread)) => return refused(&unread, language, options, world),
        Err(Failed::TooLarge) => return Err(too_large(language)),
    };
    let name = file.display().to_string();
    let subject = Subject { file: &name, layers, outside: options.allow_outside };
    let manifest = manifest(read(&document.sources), asked.paper(layers, language));
    let party = party.and_then(|party| case.parties.get(party.0));
    let notes = notes(asked, party.map(|party| party.name.to_people(language)));
    page::case::document(subject, &found.findings(assessment), (notes, manifest), language)
        .map(Ok)
        .map_err(|_| too_large(language))
}

fn too_large(language: Language) -> anyhow::Error {
    let words = language.say(&Message::Show(crate::language::Show::TooLarge));
    anyhow!("{words}")
}

/// The party that is asked for; or what was asked, and what was probably meant.
fn party<'a>(
    assessment: &'a Assessment,
    asked: Option<&'a str>,
) -> Result<Option<PartyIndex>, (&'a str, Option<&'a str>)> {
    let Some(id) = asked else { return Ok(None) };
    let parties = &assessment.case.parties;
    let found = parties.iter().position(|party| party.id == id);
    let near = || nearest(id, parties.iter().map(|party| party.id.as_str()));
    found.map(|place| Some(PartyIndex(place))).ok_or_else(|| (id, near()))
}

fn notes<'a>(asked: &Asked, party: Option<&'a str>) -> Notes<'a> {
    Notes { draft: asked.draft, date: asked.date.as_deref().and_then(day), party }
}

fn of_fund(
    (file, document, disk): (&Path, &Document, &Disk),
    layers: &Layers,
    asked: &Asked,
    options: &Options,
    world: &mut World,
) -> Result<Result<page::Document, Exit>> {
    let language = asked
        .language
        .unwrap_or_else(|| options.language(fund::language(document), &world.surroundings));
    if asked.party.is_some() {
        return tell(&Page::NoPartyInFund, language, world).map(Err);
    }
    let sources = Mutex::new(Vec::new());
    let case_of_fund = |path: &str, seen_from: &Source| {
        let loaded = disk.case_of_fund(path, seen_from);
        if let (Loaded::Document(document), Ok(mut sources)) = (&loaded, sources.lock()) {
            sources.extend(read(&document.sources));
        }
        loaded
    };
    let assessment: FundAssessment = match fund::assess(document, &case_of_fund) {
        Ok(assessment) => assessment,
        Err(unread) => return refused(&unread, language, options, world),
    };
    let scenarios = match findings::of_fund(file, document, disk) {
        Ok(scenarios) => scenarios,
        Err(Failed::Wrong(unread)) => return refused(&unread, language, options, world),
        Err(Failed::TooLarge) => return Err(too_large(language)),
    };
    let mut files = read(&document.sources);
    files.extend(sources.into_inner().unwrap_or_default());
    let name = file.display().to_string();
    let subject = Subject { file: &name, layers, outside: options.allow_outside };
    let manifest = manifest(files, asked.paper(layers, language));
    let found = page::fund::Findings {
        assessment: &assessment,
        scenarios: scenarios.as_ref(),
        warnings: &assessment.warnings,
    };
    let document = page::fund::document(subject, found, (notes(asked, None), manifest), language);
    files::tell_problems(&assessment.warnings, Some(language), options, world)?;
    Ok(Ok(document))
}

/// The files among what was read, each with its fingerprint.
fn read(sources: &[Source]) -> Vec<Read> {
    let files = sources.iter().filter(|source| !overlay::is_typed(source));
    let fingerprint = |text: &str| {
        Sha256::digest(text).iter().fold(String::new(), |mut text, byte| {
            // Writing to a text cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    };
    files.map(|file| Read { name: file.name.clone(), sha256: fingerprint(&file.text) }).collect()
}

fn manifest(mut files: Vec<Read>, asked: Paper) -> Manifest {
    // A case may be read for several initiatives; cases are read on all cores.
    if let Some((_, others)) = files.split_first_mut() {
        others.sort_by(|one, other| one.name.cmp(&other.name));
    }
    files.dedup();
    Manifest { version: env!("CARGO_PKG_VERSION").to_owned(), files, asked }
}

#[cfg(test)]
mod tests {
    use super::day;
    use crate::calendar::Month;

    #[test]
    fn a_date_is_a_day_that_there_is() {
        assert_eq!(day("2026-11-26"), Month::new(2026, 11).map(|month| (26, month)));
        assert!(day("2028-02-29").is_some());
        for wrong in
            ["2026-02-29", "2026-13-01", "2026-11-31", "26-11-2026", "2026-11", "", "+026-11-01"]
        {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }
}
