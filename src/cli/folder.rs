//! The cases in folders.

use super::Exit;
use super::disk::{Disk, Reach, is_input, may_be_shown, open};
use super::world::World;
use crate::document::{self, Unreadable, is_price_list, printable};
use crate::language::{Language, Message};
use crate::overlay::Opened;
use anyhow::Result;
use ignore::Match;
use ignore::gitignore::Gitignore;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folders that hold what programs make and fetch, never cases; whoever names one has it looked into.
const NOT_LOOKED_INTO: [&str; 2] = ["node_modules", "target"];

/// A case file that was named or found; or what could not be looked into, and why.
pub(crate) struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Where it may lead.
    pub disk: Arc<Disk>,
    /// Why it is no file to open.
    pub failure: Option<io::Error>,
}

impl Found {
    /// It with what is read of it one file at a time: there is one standard input, so that is not
    /// read on all cores.
    pub fn begun(self, input: &mut (dyn Read + Send)) -> Begun {
        let Self { path, disk, failure } = self;
        let read = match failure {
            Some(failure) => Some(Err(failure)),
            None => is_input(&path).then(|| open(&path, input)),
        };
        Begun { path, disk, read }
    }
}

/// A case file that is read already if it had to be.
pub(crate) struct Begun {
    /// Where it is.
    pub path: PathBuf,
    /// Where it may lead.
    pub disk: Arc<Disk>,
    read: Option<io::Result<Opened>>,
}

impl Begun {
    /// What is read of it.
    pub fn opened(&mut self) -> io::Result<Opened> {
        self.read.take().unwrap_or_else(|| open(&self.path, &mut io::empty()))
    }
}

/// What was found, and what was passed by.
pub(crate) struct Search {
    /// What was named, and the cases in folders by name.
    pub found: Vec<Found>,
    /// `.toml` files in folders that are no case and no fund.
    pub files: Vec<PathBuf>,
    /// Folders in folders that were not looked into, and what git ignores.
    pub folders: usize,
    language: Language,
}

/// All case files that the arguments name: files as given, and of a folder every `.toml` file in
/// it and below it that is recognisably a case or a fund, by name. A folder without any is a
/// failure: whoever checks the wrong folder should not read that all is well.
pub(crate) fn search(arguments: &[PathBuf], reach: &Reach, language: Language) -> Search {
    let mut search = Search { found: Vec::new(), files: Vec::new(), folders: 0, language };
    for argument in arguments {
        let disk = Arc::new(Disk::around(argument, reach.clone()));
        if !argument.is_dir() {
            search.found.push(Found { path: argument.clone(), disk, failure: None });
            continue;
        }
        let before = search.found.len();
        let mut ignored = Ignored::above(argument, &disk);
        search.folder(argument, &disk, &mut ignored);
        if search.found.len() == before {
            search.fail(argument, &disk, io::Error::other(language.say(&Message::NoCases)));
        }
    }
    search
}

impl Search {
    /// Does something with what was found, and tells on standard error what was passed by.
    pub fn work(
        self,
        world: &mut World,
        work: impl FnOnce(Vec<Found>, &mut World) -> Result<Exit>,
    ) -> Result<Exit> {
        let exit = work(self.found, world)?;
        let files: Vec<_> = self.files.iter().map(|file| file.display().to_string()).collect();
        if !files.is_empty() || self.folders > 0 {
            let message = Message::PassedBy { files: &files, folders: self.folders };
            let words = self.language.say(&message);
            writeln!(world.errors, "bizcase: {}", printable(&words))?;
        }
        Ok(exit)
    }

    fn fail(&mut self, path: &Path, disk: &Arc<Disk>, failure: io::Error) {
        let (path, disk) = (path.to_owned(), Arc::clone(disk));
        self.found.push(Found { path, disk, failure: Some(failure) });
    }

    fn folder(&mut self, folder: &Path, disk: &Arc<Disk>, ignored: &mut Ignored) {
        disk.note(folder);
        let mut paths: Vec<_> = match std::fs::read_dir(folder) {
            Ok(entries) => {
                entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect()
            }
            Err(failure) => return self.fail(folder, disk, failure),
        };
        paths.sort();
        ignored.enter(folder);
        for path in paths {
            let is_toml = path.extension().is_some_and(|extension| extension == "toml");
            if path.is_dir() {
                if is_looked_into(&path) && !ignored.has(&path, true) {
                    self.folder(&path, disk, ignored);
                } else {
                    self.folders += 1;
                }
            } else if is_toml && ignored.has(&path, false) {
                self.files.push(path);
            } else if is_toml {
                self.file(path, disk);
            }
        }
        ignored.leave();
    }

    /// Takes a file in a folder for a case, if it may be read and looks like one.
    fn file(&mut self, path: PathBuf, disk: &Arc<Disk>) {
        let failure = match disk.find(Path::new(""), &path) {
            Ok(file) => match look(&file) {
                Ok(Look::Case) => None,
                Ok(Look::Prices) => return,
                Ok(Look::Other) => return self.files.push(path),
                Err(failure) => Some(failure),
            },
            Err(Unreadable::Outside) => {
                Some(io::Error::other(self.language.say(&Message::LinkOutside)))
            }
            Err(Unreadable::Missing | Unreadable::Forbidden) => path.metadata().err(),
            // A pipe or a device among cases would be waited for.
            Err(_) => return self.files.push(path),
        };
        self.found.push(Found { path, disk: Arc::clone(disk), failure });
    }
}

/// What a file in a folder is by the look of it.
enum Look {
    /// A case or a fund.
    Case,
    /// A price list, which is no case and belongs to some: it is passed by without a word.
    Prices,
    /// Something else.
    Other,
}

fn look(file: &Path) -> io::Result<Look> {
    let read = document::open_from(String::new(), File::open(file)?)?;
    Ok(match &read {
        Ok(source) if is_price_list(&source.text) => Look::Prices,
        read if may_be_shown(read) => Look::Case,
        _ => Look::Other,
    })
}

fn is_looked_into(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    // A link to a folder could lead round for ever.
    !folder.is_symlink()
        && !name.as_encoded_bytes().starts_with(b".")
        && !NOT_LOOKED_INTO.iter().any(|it| name == *it)
}

/// The `.gitignore` files of the folders around a place, the outermost first.
struct Ignored {
    /// The folder being looked into, without links: patterns are seen from where they stand.
    places: Vec<PathBuf>,
    patterns: Vec<Gitignore>,
}

impl Ignored {
    /// Those above a folder, up to the root of its repository.
    fn above(folder: &Path, disk: &Disk) -> Self {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let mut above: Vec<_> = folder
            .ancestors()
            .skip(1)
            .take_while(|above| disk.root().is_some_and(|root| above.starts_with(root)))
            .map(patterns)
            .collect();
        above.reverse();
        let parent = folder.parent().map(Path::to_owned);
        Self { places: parent.into_iter().collect(), patterns: above }
    }

    fn enter(&mut self, folder: &Path) {
        let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        self.patterns.push(patterns(&real));
        self.places.push(real);
    }

    fn leave(&mut self) {
        self.patterns.pop();
        self.places.pop();
    }

    /// Whether something in the folder that was entered last is ignored: the innermost file that says
    /// anything of it decides.
    fn has(&self, path: &Path, is_folder: bool) -> bool {
        let Some((place, name)) = self.places.last().zip(path.file_name()) else { return false };
        let path = place.join(name);
        let said = self.patterns.iter().rev().map(|patterns| patterns.matched(&path, is_folder));
        said.into_iter()
            .find(|said| !said.is_none())
            .is_some_and(|said| matches!(said, Match::Ignore(_)))
    }
}

/// What the `.gitignore` in a folder says; what it says wrongly, git does not heed either.
fn patterns(folder: &Path) -> Gitignore {
    let file = folder.join(".gitignore");
    if file.is_file() { Gitignore::new(file).0 } else { Gitignore::empty() }
}
