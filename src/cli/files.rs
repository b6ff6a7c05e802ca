//! Files from the command line: found, read, judged.

use super::options::Options;
use super::world::World;
use crate::assess::{Assessment, assess};
use crate::case;
use crate::document::{self, Document, Mistake, Problem, Source, Unread, Unreadable, printable};
use crate::fund::{self, FundAssessment, Loaded};
use crate::language::Language;
use crate::overlay::{self, Files, Layers, Opened};
use crate::whatif;
use anyhow::Result;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The width of problems that go to no terminal.
pub(crate) const PIPE_WIDTH: usize = 100;

/// What came of a file.
pub(crate) enum Judged {
    /// It is a case.
    Case(Box<(Document, Assessment)>),
    /// It is a fund.
    Fund(Box<(Document, FundAssessment)>),
    /// It is neither.
    NotRead(NotRead),
}

/// Why a file has no meaning.
pub(crate) enum NotRead {
    /// It is wrong, or what is laid over it; the language is that of the file, where it is known.
    Wrong(Vec<Unread>, Option<Language>),
    /// It could not be read at all.
    Unreadable(String),
}

impl NotRead {
    /// Writes what is wrong to standard error.
    pub(crate) fn tell(&self, options: &Options, world: &mut World) -> Result<()> {
        match self {
            Self::Wrong(unread, language) => tell_problems(unread, *language, options, world)?,
            Self::Unreadable(cause) => writeln!(world.errors, "bizcase: {cause}")?,
        }
        Ok(())
    }
}

/// A case file that was named or found; or what could not be looked into, and why.
pub(crate) struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Why it is no file to open.
    pub failure: Option<io::Error>,
}

/// All case files that the arguments name: files as given, and of a folder every `.toml` file in
/// it and below it, in the order of their names. A folder without any is a failure, said in
/// `no_cases`: whoever checks the wrong folder should not read that all is well.
pub(crate) fn find(arguments: &[PathBuf], no_cases: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for argument in arguments {
        let before = found.len();
        look(argument, &mut found);
        if found.len() == before {
            let failure = Some(io::Error::other(no_cases.to_owned()));
            found.push(Found { path: argument.clone(), failure });
        }
    }
    found
}

fn look(path: &Path, found: &mut Vec<Found>) {
    if !path.is_dir() {
        found.push(Found { path: path.to_owned(), failure: None });
        return;
    }
    let mut paths: Vec<_> = match std::fs::read_dir(path) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(failure) => {
            found.push(Found { path: path.to_owned(), failure: Some(failure) });
            return;
        }
    };
    paths.sort();
    for path in paths {
        // A link to a folder could lead round for ever.
        let looked_into = path.is_dir() && !path.is_symlink();
        let is_case = path.extension().is_some_and(|extension| extension == "toml");
        // A pipe or a device among cases would be waited for.
        let is_file = path.metadata().is_ok_and(|found| found.is_file());
        let is_broken_link = path.is_symlink() && !path.exists();
        if looked_into || (is_case && (is_file || is_broken_link)) {
            look(&path, found);
        }
    }
}

/// Reads a file as text; `-` is standard input.
///
/// # Errors
/// The operating system's own.
pub(crate) fn open(path: &Path, input: &mut (dyn Read + Send)) -> io::Result<Opened> {
    let name = path.display().to_string();
    if path.as_os_str() == "-" {
        return Ok(Opened { source: document::open_from(name.clone(), input)?, identity: name });
    }
    open_file(path, name)
}

fn open_file(path: &Path, name: String) -> io::Result<Opened> {
    let source = document::open_from(name.clone(), File::open(path)?)?;
    let identity = path.canonicalize().map_or(name, |path| path.display().to_string());
    Ok(Opened { identity, source })
}

/// The files of this machine.
struct Disk;

impl Files for Disk {
    fn open(&self, path: &str, seen_from: &Source) -> io::Result<Opened> {
        let folder = Path::new(&seen_from.name).parent().unwrap_or(Path::new(""));
        let path = folder.join(path);
        // Only who types a command can mean a pipe, which may never end.
        let found = path.metadata()?;
        if !found.is_file() && !found.is_dir() {
            return Err(io::Error::other("not a regular file"));
        }
        let name = path.display().to_string();
        open_file(&path, name)
    }
}

/// The document that was opened, with those that it extends beneath it and the layers over it.
///
/// # Errors
/// All that is wrong with one of them.
pub(crate) fn document(opened: Opened, layers: &Layers) -> Result<Document, Vec<Unread>> {
    let document = overlay::read(opened, &Disk).map_err(|unread| vec![unread])?;
    layers.over(document)
}

/// A case that a fund names, its path seen from the file that names it.
pub(crate) fn case_of_fund(path: &str, seen_from: &Source) -> Loaded {
    let opened = match Disk.open(path, seen_from) {
        Ok(opened) => opened,
        Err(cause) => {
            return Loaded::Unreadable(match cause.kind() {
                io::ErrorKind::NotFound => Unreadable::Missing,
                io::ErrorKind::PermissionDenied => Unreadable::Forbidden,
                io::ErrorKind::IsADirectory => Unreadable::Folder,
                _ => Unreadable::Other,
            });
        }
    };
    match overlay::read(opened, &Disk) {
        Ok(document) => Loaded::Document(document),
        Err(unread) => Loaded::Wrong(unread),
    }
}

/// Judges what was opened, with the layers over it.
pub(crate) fn judge(path: &Path, opened: io::Result<Opened>, layers: &Layers) -> Judged {
    judge_with(path, opened, layers, Scenarios::Left)
}

/// The same, and each scenario of the file is read as well, unless something is laid over the
/// file: who does that asks about that.
pub(crate) fn judge_with_scenarios(
    path: &Path,
    opened: io::Result<Opened>,
    layers: &Layers,
) -> Judged {
    let asked = if *layers == Layers::default() { Scenarios::Read } else { Scenarios::Left };
    judge_with(path, opened, layers, asked)
}

/// What is done with the scenarios of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scenarios {
    /// Each is laid over it and read.
    Read,
    /// Only how they are spelled is looked at.
    Left,
}

fn judge_with(
    path: &Path,
    opened: io::Result<Opened>,
    layers: &Layers,
    scenarios: Scenarios,
) -> Judged {
    match laid(path, opened, layers) {
        Ok(document) => judge_document(document, scenarios),
        Err(not_read) => Judged::NotRead(not_read),
    }
}

/// The document that was opened, with the layers over it.
///
/// # Errors
/// Why there is none.
pub(crate) fn laid(
    path: &Path,
    opened: io::Result<Opened>,
    layers: &Layers,
) -> Result<Document, NotRead> {
    let opened = opened.map_err(|cause| {
        let name = path.display().to_string();
        NotRead::Unreadable(format!("{}: {cause}", printable(&name)))
    })?;
    document(opened, layers).map_err(|unread| NotRead::Wrong(unread, None))
}

/// Judges a document as it is.
pub(crate) fn judge_as_it_is(document: Document) -> Judged {
    judge_document(document, Scenarios::Left)
}

fn judge_document(document: Document, scenarios: Scenarios) -> Judged {
    if fund::is_fund(&document) {
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

/// Writes what is wrong with a file, or worth saying of it, to standard error; tells whether there
/// was anything to write.
pub(crate) fn tell(judged: &Judged, options: &Options, world: &mut World) -> Result<bool> {
    match judged {
        Judged::NotRead(not_read) => not_read.tell(options, world).map(|()| true),
        Judged::Fund(found) => {
            let FundAssessment { fund, warnings, .. } = &found.1;
            tell_problems(warnings, fund.language, options, world)?;
            Ok(!warnings.is_empty())
        }
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            // The report itself says this one, where there is a report.
            let told = |problem: &&Problem| problem.mistake != Mistake::OnlyWithoutRequests;
            let warnings: Vec<_> = assessment.warnings.iter().filter(told).cloned().collect();
            show(&warnings, &document.sources, assessment.case.language, options, world)?;
            Ok(!warnings.is_empty())
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
    let width = surroundings.errors_width.unwrap_or(PIPE_WIDTH);
    write!(world.errors, "{}", document::render(problems, sources, language, color, width))?;
    Ok(())
}
