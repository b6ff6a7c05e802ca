//! Files from the command line: found, read, judged.

use super::options::Options;
use super::world::World;
use crate::assess::{Assessment, assess};
use crate::document::{self, Document, Problem, Source};
use anyhow::Result;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What came of a file.
pub(crate) enum Judged {
    /// It is a case.
    Case(Box<(Document, Assessment)>),
    /// It is wrong.
    Wrong(Vec<Source>, Vec<Problem>),
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

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes(path: &Path, input: &mut (dyn Read + Send)) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(path)
    }
}

/// Reads and judges a file.
pub(crate) fn judge(path: &Path, read: std::io::Result<Vec<u8>>) -> Judged {
    let name = path.display().to_string();
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(cause) => return Judged::Unreadable(format!("{name}: {cause}")),
    };
    match document::open(name, bytes).and_then(document::read) {
        Ok(document) => match assess(&document) {
            Ok(assessment) => Judged::Case(Box::new((document, assessment))),
            Err(problems) => Judged::Wrong(document.sources, problems),
        },
        Err((source, problems)) => Judged::Wrong(vec![source], problems),
    }
}

/// Writes what is wrong, or worth saying, to standard error.
pub(crate) fn tell(
    problems: &[Problem],
    sources: &[Source],
    options: &Options,
    of_case: Option<crate::language::Language>,
    world: &mut World,
) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let language = options.language(of_case, &world.surroundings);
    let color = options.colored(world.surroundings.errors_are_terminal, &world.surroundings);
    let width = world.surroundings.width.unwrap_or(100);
    let told = document::render(problems, sources, language, color, width);
    write!(world.errors, "{told}")?;
    Ok(())
}
