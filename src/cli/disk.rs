//! The files of this machine, and which of them a file may lead to.

use super::seen::Seen;
use crate::document::{self, Source, Unread, Unreadable, is_recognisable};
use crate::fund::Loaded;
use crate::overlay::{self, Files, Opened};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

/// What stands at the root of a repository; and, last, of a copy of one that was taken along without
/// its history.
const REPOSITORY: [&[&str]; 2] = [&[".git", ".hg", ".jj"], &[".gitignore"]];

/// How far files may lead, and who notes which are read.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    /// Whether files outside the folder of the one that names them may be read too.
    pub outside: bool,
    /// Notes what is read.
    pub seen: Seen,
}

/// The files that a file which was asked for may lead to, by `extends` or as a case of a fund. Whose
/// file it is need not be who runs this: it must not be able to have any other file read and shown.
#[derive(Debug)]
pub(crate) struct Disk {
    /// The folder of the file that was named, or the folder that was.
    folder: PathBuf,
    /// Whether files outside it may be read too, and which are.
    reach: Reach,
    /// The folder, or the root of the repository that it is in, without links; nothing where there
    /// is no such folder. Most files lead nowhere, so it is looked for when it is needed.
    root: OnceLock<Option<PathBuf>>,
}

impl Disk {
    /// Where a file that is named on the command line may lead; `-` is in the current folder.
    pub fn around(named: &Path, reach: Reach) -> Self {
        let is_file = is_input(named) || !named.is_dir();
        let folder = if is_file { named.parent() } else { Some(named) };
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        Self { folder, reach, root: OnceLock::new() }
    }

    /// Files below a folder, and none else; none at all where there is no folder.
    pub fn below(folder: Option<&Path>, reach: Reach) -> Self {
        let root = folder.and_then(|folder| without_links(folder).ok());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        Self { folder, reach, root: OnceLock::from(root) }
    }

    /// The folder below which everything must lie.
    pub fn root(&self) -> Option<&Path> {
        let root = self.root.get_or_init(|| {
            let folder = without_links(&self.folder).ok()?;
            let marked = |marks: &[&str]| {
                let mut around = folder.ancestors();
                around.find(|folder| marks.iter().any(|mark| folder.join(mark).exists()))
            };
            let repository = REPOSITORY.into_iter().find_map(marked);
            Some(repository.unwrap_or(&folder).to_owned())
        });
        root.as_deref()
    }

    /// The file at a path as seen from a folder, without links.
    ///
    /// # Errors
    /// That it lies outside, or is no file to read. Whether there is a file outside is not told.
    pub fn find(&self, folder: &Path, path: &Path) -> Result<PathBuf, Unreadable> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let within = |path: &Path| {
            self.reach.outside || self.root().is_some_and(|root| path.starts_with(root))
        };
        self.note(&folder.join(path));
        let found = match without_links(&folder.join(path)) {
            Ok(found) => found,
            Err(failure) => {
                let folder = without_links(folder).map_err(|failure| cause(&failure))?;
                let meant = without_detours(&folder.join(path));
                return Err(if within(&meant) { cause(&failure) } else { Unreadable::Outside });
            }
        };
        if !within(&found) {
            return Err(Unreadable::Outside);
        }
        let kind = found.metadata().map_err(|failure| cause(&failure))?;
        // Only who types a command can mean a pipe, which may never end.
        if kind.is_dir() {
            Err(Unreadable::Folder)
        } else if kind.is_file() {
            Ok(found)
        } else {
            Err(Unreadable::NoFile)
        }
    }

    /// Notes that a file or a folder is about to be read.
    pub fn note(&self, path: &Path) {
        self.reach.seen.note(path);
    }

    /// A case that a fund names, its path seen from the file that names it.
    pub fn case_of_fund(&self, path: &str, seen_from: &Source) -> Loaded {
        match self.open(path, seen_from).map(|opened| overlay::read(opened, self)) {
            Ok(Ok(document)) => Loaded::Document(document),
            Ok(Err(unread)) => Loaded::Wrong(unread),
            Err(cause) => Loaded::Unreadable(cause),
        }
    }
}

impl Files for Disk {
    fn open(&self, path: &str, seen_from: &Source) -> Result<Opened, Unreadable> {
        let folder = Path::new(&seen_from.name).parent().unwrap_or(Path::new(""));
        let found = self.find(folder, Path::new(path))?;
        let name = folder.join(path).display().to_string();
        let file = File::open(&found).map_err(|failure| cause(&failure))?;
        let source = document::open_from(name, file).map_err(|failure| cause(&failure))?;
        if !may_be_shown(&source) {
            return Err(Unreadable::NoCase);
        }
        Ok(Opened { identity: found.display().to_string(), source })
    }
}

/// Whether what was read is a case or a fund by the look of it; of what is no text nothing is shown.
pub(crate) fn may_be_shown(source: &Result<Source, Unread>) -> bool {
    match source {
        Ok(source) => is_recognisable(&source.text),
        Err(unread) => unread
            .sources
            .iter()
            .all(|source| source.text.is_empty() || is_recognisable(&source.text)),
    }
}

/// Whether a path that was named stands for standard input.
pub(crate) fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a file that was named as text; `-` is standard input.
///
/// # Errors
/// The operating system's own.
pub(crate) fn open(path: &Path, input: &mut (dyn Read + Send)) -> io::Result<Opened> {
    let name = path.display().to_string();
    if is_input(path) {
        return Ok(Opened { source: document::open_from(name.clone(), input)?, identity: name });
    }
    let source = document::open_from(name.clone(), File::open(path)?)?;
    let identity = without_links(path).map_or(name, |path| path.display().to_string());
    Ok(Opened { identity, source })
}

fn cause(failure: &io::Error) -> Unreadable {
    match failure.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
        io::ErrorKind::PermissionDenied => Unreadable::Forbidden,
        io::ErrorKind::IsADirectory => Unreadable::Folder,
        _ => Unreadable::Other,
    }
}

/// The path of a file that is there, without links.
#[cfg(not(target_family = "wasm"))]
fn without_links(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// The path of a file that is there. What a page in a browser holds has no links, and nothing above it.
#[cfg(target_family = "wasm")]
fn without_links(path: &Path) -> io::Result<PathBuf> {
    path.metadata()?;
    Ok(without_detours(path))
}

/// A path without `.` and `..`, as far as that can be told of what is not there.
fn without_detours(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}
