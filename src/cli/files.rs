//! Files from the command line: found, read, judged.

use super::options::Options;
use super::world::World;
use crate::assess::{Assessment, assess};
use crate::document::{self, Document, Mistake, Problem, Source, Unread, printable};
use anyhow::Result;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The width of problems that go to no terminal.
pub(crate) const PIPE_WIDTH: usize = 100;

/// What came of a file.
pub(crate) enum Judged {
    /// It is a case.
    Case(Box<(Document, Assessment)>),
    /// It is wrong.
    Wrong(Unread),
    /// It could not be read at all.
    Unreadable(String),
}

/// All case files that the arguments name: files as given, and of a folder every `.toml` file in
/// it and below it, in the order of their names.
pub(crate) fn find(arguments: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            found.extend(below(argument));
        } else {
            found.push(argument.clone());
        }
    }
    found
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut paths: Vec<_> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(_) => return vec![folder.to_owned()],
    };
    paths.sort();
    for path in paths {
        // A link to a folder could lead round for ever.
        if path.is_dir() && !path.is_symlink() {
            found.extend(below(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found
}

/// Reads a file as text; `-` is standard input.
pub(crate) fn open(path: &Path, input: &mut (dyn Read + Send)) -> Opened {
    let name = path.display().to_string();
    if path.as_os_str() == "-" {
        return document::open_from(name, input);
    }
    document::open_from(name, std::fs::File::open(path)?)
}

/// What came of reading: the text, or what is wrong with it.
pub(crate) type Opened = std::io::Result<Result<Source, Unread>>;

/// Judges what was read.
pub(crate) fn judge(path: &Path, opened: Opened) -> Judged {
    let source = match opened {
        Ok(source) => source,
        Err(cause) => {
            let name = path.display().to_string();
            return Judged::Unreadable(format!("{}: {cause}", printable(&name)));
        }
    };
    match source.and_then(document::read) {
        Ok(document) => match assess(&document) {
            Ok(assessment) => Judged::Case(Box::new((document, assessment))),
            Err(problems) => Judged::Wrong(Unread { sources: document.sources, problems }),
        },
        Err(unread) => Judged::Wrong(unread),
    }
}

/// Writes what is wrong with a file, or worth saying of it, to standard error.
pub(crate) fn tell(judged: &Judged, options: &Options, world: &mut World) -> Result<()> {
    let surroundings = &world.surroundings;
    let (problems, sources, of_case): (Vec<_>, _, _) = match judged {
        Judged::Unreadable(cause) => {
            writeln!(world.errors, "bizcase: {cause}")?;
            return Ok(());
        }
        Judged::Wrong(unread) => (unread.problems.clone(), &unread.sources, None),
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            // The report itself says this one, where there is a report.
            let told = |problem: &&Problem| problem.mistake != Mistake::OnlyWithoutRequests;
            let warnings = assessment.warnings.iter().filter(told).cloned().collect();
            (warnings, &document.sources, assessment.case.language)
        }
    };
    if !problems.is_empty() {
        let language = options.language(of_case, surroundings);
        let color = options.colored(surroundings.errors_are_terminal, surroundings);
        let width = surroundings.width.unwrap_or(PIPE_WIDTH);
        let told = document::render(&problems, sources, language, color, width);
        write!(world.errors, "{told}")?;
    }
    Ok(())
}
