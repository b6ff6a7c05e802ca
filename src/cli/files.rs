//! Files from the command line: read and judged.

use super::Exit;
use super::disk::Disk;
use super::named::FilesArguments;
use super::options::Options;
use super::shown;
use super::world::World;
use crate::assess::{Assessment, assess};
use crate::case;
use crate::document::{Document, Mistake, Problem, Source, Unread, printable};
use crate::fund::{self, FundAssessment};
use crate::language::{Language, trouble};
use crate::overlay::{self, Layers, Opened};
use crate::prices::{self, PriceList};
use crate::render::{json, problems};
use crate::whatif;
use anyhow::Result;
use serde_json::Value;
use std::io;
use std::path::{Path, PathBuf};

/// What came of a file.
pub(crate) enum Judged {
    /// It is a case.
    Case(Box<(Document, Assessment)>),
    /// It is a fund.
    Fund(Box<(Document, FundAssessment)>),
    /// It is a price list, which only `check` asks for.
    Prices(Box<(Document, PriceList)>),
    /// It is none of these.
    NotRead(NotRead),
}

/// Why a file has no meaning.
pub(crate) enum NotRead {
    /// It is wrong, or what is laid over it; the language is that of the file, where it is known.
    Wrong(Vec<Unread>, Option<Language>),
    /// It could not be read at all.
    Unreadable {
        /// Its path as it was given.
        path: PathBuf,
        /// Why.
        failure: io::Error,
    },
}

impl NotRead {
    /// That the list of files cannot be read.
    pub(crate) fn unlisted(arguments: &FilesArguments, failure: io::Error) -> Self {
        Self::Unreadable { path: arguments.files_from.clone().unwrap_or_default(), failure }
    }

    /// Writes what is wrong to standard error.
    pub(crate) fn tell(&self, options: &Options, world: &mut World) -> Result<()> {
        match self {
            Self::Wrong(unread, language) => tell_problems(unread, *language, options, world)?,
            Self::Unreadable { path, failure } => {
                let language = options.language(None, &world.surroundings);
                let (name, cause) = (path.display().to_string(), trouble(failure, language));
                writeln!(world.errors, "bizcase: {}: {cause}", printable(&name))?;
            }
        }
        Ok(())
    }

    /// What is wrong, as data.
    pub(crate) fn problems(&self) -> Vec<Value> {
        match self {
            Self::Wrong(unread, _) => json::problems::of_all(unread),
            Self::Unreadable { path, failure } => {
                let (name, cause) = (path.display().to_string(), failure.to_string());
                vec![json::problems::unopened(&name, &cause)]
            }
        }
    }
}

/// The document that was opened, with those that it extends beneath it and the layers over it.
///
/// # Errors
/// All that is wrong with one of them.
pub(crate) fn document(
    opened: Opened,
    disk: &Disk,
    layers: &Layers,
) -> Result<Document, Vec<Unread>> {
    let document = overlay::read(opened, disk).map_err(|unread| vec![unread])?;
    layers.over(document)
}

/// Judges what was opened, with the layers over it.
pub(crate) fn judge(
    path: &Path,
    opened: io::Result<Opened>,
    disk: &Disk,
    layers: &Layers,
) -> Judged {
    match laid(path, opened, disk, layers) {
        Ok(document) => judge_document(document, disk, Scenarios::Left),
        Err(not_read) => Judged::NotRead(not_read),
    }
}

/// The same, and each scenario of the file is read as well, unless something is laid over the
/// file: who does that asks about that.
pub(crate) fn judge_with_scenarios(
    path: &Path,
    opened: io::Result<Opened>,
    disk: &Disk,
    layers: &Layers,
) -> Judged {
    match laid(path, opened, disk, layers) {
        Ok(document) => judge_laid(document, disk, Scenarios::beside(layers)),
        Err(not_read) => Judged::NotRead(not_read),
    }
}

/// Judges a document over which all is laid: a case, a fund or a price list.
pub(crate) fn judge_laid(document: Document, disk: &Disk, scenarios: Scenarios) -> Judged {
    if prices::is_list(&document) {
        judge_list(document)
    } else {
        judge_document(document, disk, scenarios)
    }
}

fn judge_list(document: Document) -> Judged {
    match prices::read(&document) {
        Ok(list) => Judged::Prices(Box::new((document, list))),
        Err(problems) => {
            let unread = Unread { sources: document.sources, problems };
            Judged::NotRead(NotRead::Wrong(vec![unread], None))
        }
    }
}

/// What is done with the scenarios of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scenarios {
    /// Each is laid over it and read.
    Read,
    /// Only how they are spelled is looked at.
    Left,
}

impl Scenarios {
    /// They are read where nothing is laid over the file: who does that asks about that.
    pub fn beside(layers: &Layers) -> Self {
        if *layers == Layers::default() { Self::Read } else { Self::Left }
    }
}

/// The document that was opened, with the layers over it.
///
/// # Errors
/// Why there is none.
pub(crate) fn laid(
    path: &Path,
    opened: io::Result<Opened>,
    disk: &Disk,
    layers: &Layers,
) -> Result<Document, NotRead> {
    let unreadable = |failure| NotRead::Unreadable { path: path.to_owned(), failure };
    let opened = opened.map_err(unreadable)?;
    document(opened, disk, layers).map_err(|unread| NotRead::Wrong(unread, None))
}

/// Judges a document as it is.
pub(crate) fn judge_as_it_is(document: Document, disk: &Disk) -> Judged {
    judge_document(document, disk, Scenarios::Left)
}

fn judge_document(document: Document, disk: &Disk, scenarios: Scenarios) -> Judged {
    if fund::is_fund(&document) {
        let case_of_fund = |path: &str, seen_from: &Source| disk.case_of_fund(path, seen_from);
        let assessed = match scenarios {
            Scenarios::Read => fund::assess_with_scenarios(&document, &case_of_fund),
            Scenarios::Left => fund::assess(&document, &case_of_fund),
        };
        return match assessed {
            Ok(assessment) => Judged::Fund(Box::new((document, assessment))),
            Err(unread) => Judged::NotRead(NotRead::Wrong(unread, fund::language(&document))),
        };
    }
    let (assessment, mut problems) = match assess(&document) {
        Ok(mut assessment) => {
            let warnings = std::mem::take(&mut assessment.warnings);
            (Some(assessment), warnings)
        }
        Err(problems) => (None, problems),
    };
    let of_scenarios = match scenarios {
        Scenarios::Read => {
            let case = assessment.as_ref().map(|it| &it.case);
            whatif::mistakes(&document, case, &problems)
        }
        Scenarios::Left => Vec::new(),
    };
    let stops = of_scenarios.iter().any(whatif::is_error);
    problems.extend(of_scenarios);
    problems.sort_by_key(|problem| problem.place);
    if let Some(assessment) = assessment.filter(|_| !stops) {
        let assessment = Assessment { warnings: problems, ..assessment };
        return Judged::Case(Box::new((document, assessment)));
    }
    let language = case::language(&document);
    let unread = Unread { sources: document.sources, problems };
    Judged::NotRead(NotRead::Wrong(vec![unread], language))
}

/// What a command ends with: what is wrong with a file, or worth saying of it, goes to standard error,
/// and to results that hold it.
pub(crate) fn finish(
    file: &Path,
    judged: &Judged,
    options: &Options,
    world: &mut World,
) -> Result<()> {
    tell(judged, options, world)?;
    if let Judged::NotRead(not_read) = judged {
        return write_wrong(file, &not_read.problems(), options, world);
    }
    let (warnings, language) = warnings(judged);
    let language = options.language(language, &world.surroundings);
    shown::write_noted(options.format(), &warnings, language, world)
}

/// Writes for programs what is wrong with a file; a table has no row for it.
fn write_wrong(file: &Path, wrong: &[Value], options: &Options, world: &mut World) -> Result<()> {
    let object = || json::problems::wrong(&file.display().to_string(), wrong);
    shown::write_wrong(options.format(), world, object, || Ok(String::new()))
}

/// Tells what stops a command, and how it then ends.
pub(crate) fn refuse(
    file: &Path,
    wrong: &[Unread],
    language: Option<Language>,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    tell_problems(wrong, language, options, world)?;
    write_wrong(file, &json::problems::of_all(wrong), options, world)?;
    Ok(Exit::WrongInput)
}

/// What is worth saying of a file that was judged, and the file's language.
pub(crate) fn warnings(judged: &Judged) -> (Vec<Unread>, Option<Language>) {
    match judged {
        Judged::NotRead(_) | Judged::Prices(_) => (Vec::new(), None),
        Judged::Fund(found) => (found.1.warnings.clone(), found.1.fund.language),
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            // The report itself says this one, where there is a report.
            let told = |problem: &&Problem| problem.mistake != Mistake::OnlyWithoutRequests;
            let problems: Vec<_> = assessment.warnings.iter().filter(told).cloned().collect();
            let sources = document.sources.clone();
            (vec![Unread { sources, problems }], assessment.case.language)
        }
    }
}

/// The language of a file, where it is known.
pub(crate) fn language(judged: &Judged) -> Option<Language> {
    match judged {
        Judged::Case(found) => found.1.case.language,
        Judged::Fund(found) => found.1.fund.language,
        Judged::NotRead(NotRead::Wrong(_, language)) => *language,
        Judged::NotRead(NotRead::Unreadable { .. }) | Judged::Prices(_) => None,
    }
}

/// Writes what is wrong with a file, or worth saying of it, to standard error; tells whether there
/// was anything to write.
pub(crate) fn tell(judged: &Judged, options: &Options, world: &mut World) -> Result<bool> {
    match judged {
        Judged::NotRead(not_read) => not_read.tell(options, world).map(|()| true),
        Judged::Fund(_) | Judged::Case(_) | Judged::Prices(_) => {
            let (warnings, language) = warnings(judged);
            tell_problems(&warnings, language, options, world)?;
            Ok(warnings.iter().any(|unread| !unread.problems.is_empty()))
        }
    }
}

/// Writes what is noted about several files, each in its own place.
pub(crate) fn tell_problems(
    wrong: &[Unread],
    language: Option<Language>,
    options: &Options,
    world: &mut World,
) -> Result<()> {
    for (place, unread) in wrong.iter().enumerate() {
        if place > 0 {
            writeln!(world.errors)?;
        }
        show(&unread.problems, &unread.sources, language, options, world)?;
    }
    Ok(())
}

/// Writes problems with their places underlined to standard error.
fn show(
    problems: &[Problem],
    sources: &[Source],
    of_case: Option<Language>,
    options: &Options,
    world: &mut World,
) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let surroundings = &world.surroundings;
    let language = options.language(of_case, surroundings);
    let color = options.colored(surroundings.errors_are_terminal, surroundings);
    let width = options.errors_width(surroundings);
    write!(world.errors, "{}", problems::text(problems, sources, language, color, width))?;
    Ok(())
}
