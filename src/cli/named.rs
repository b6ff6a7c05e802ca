//! The files that a command on many is asked of, and which of them it is about.

use super::disk;
use super::options::Options;
use super::world::World;
use crate::case;
use crate::document::Document;
use crate::fund;
use crate::language::{Message, PortfolioSay};
use anyhow::{Result, bail};
use clap::Args;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Which files.
#[derive(Args, Debug)]
pub(crate) struct FilesArguments {
    /// Files of cases or funds, folders of them, or `-` for standard input
    #[arg(required_unless_present = "files_from")]
    files: Vec<PathBuf>,
    /// Take also what this file lists, a path on each line or each ended by a NUL; `-` is standard
    /// input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// Only cases with this tag: `tag=care`; of several, with all of them
    #[arg(id = "where", long = "where", value_name = "tag=TAG")]
    wanted: Vec<String>,
}

/// What is named on the command line, and in a list.
pub(crate) struct Named {
    /// In that order.
    pub paths: Vec<PathBuf>,
    /// The tags that a case must have to be looked at.
    pub tags: Vec<String>,
    listed: bool,
}

impl Named {
    /// What the arguments name.
    ///
    /// # Errors
    /// That cases are chosen by something else than tags, or that the list names no file.
    pub fn by(
        arguments: &FilesArguments,
        options: &Options,
        world: &mut World,
    ) -> Result<io::Result<Self>> {
        let language = options.language(None, &world.surroundings);
        let mut tags = Vec::with_capacity(arguments.wanted.len());
        for wanted in &arguments.wanted {
            match wanted.split_once('=') {
                Some(("tag", tag)) if !tag.is_empty() => tags.push(tag.to_owned()),
                _ => {
                    bail!("{}", language.say(&Message::Portfolio(PortfolioSay::WhereWhat(wanted))))
                }
            }
        }
        let mut paths = arguments.files.clone();
        if let Some(list) = &arguments.files_from {
            match read(list, world) {
                Ok(list) => paths.extend(listed(&list)),
                Err(failure) => return Ok(Err(failure)),
            }
        }
        if paths.is_empty() {
            bail!("{}", language.say(&Message::NothingListed));
        }
        Ok(Ok(Self { paths, tags, listed: arguments.files_from.is_some() }))
    }

    /// The file that alone is named.
    pub fn alone(&self) -> Option<&Path> {
        match self.paths.as_slice() {
            [file] if !self.listed && self.tags.is_empty() && !file.is_dir() => Some(file),
            _ => None,
        }
    }

    /// Whether a document is looked at: any where no tags are asked for, and else a case with all of
    /// them.
    pub fn wants(&self, document: &Document) -> bool {
        if self.tags.is_empty() {
            return true;
        }
        let has = case::tags(document);
        !fund::is_fund(document) && self.tags.iter().all(|tag| has.contains(tag))
    }
}

fn read(list: &Path, world: &mut World) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if disk::is_input(list) {
        world.input.read_to_end(&mut bytes)?;
    } else {
        File::open(list)?.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The paths of a list: each ended by a NUL where there is one, as `find -print0` writes them, else
/// each on a line of its own.
fn listed(list: &[u8]) -> Vec<PathBuf> {
    let end = if list.contains(&0) { 0 } else { b'\n' };
    let names = list.split(|&byte| byte == end).filter(|name| !name.is_empty());
    names.map(|name| path(name.strip_suffix(b"\r").filter(|_| end != 0).unwrap_or(name))).collect()
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(name.to_owned()).into()
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    OsString::from(String::from_utf8_lossy(name).into_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_lines_or_is_ended_by_nul() {
        let paths = |list: &str| listed(list.as_bytes());
        assert_eq!(paths("a b.toml\r\n\nc.toml"), [Path::new("a b.toml"), Path::new("c.toml")]);
        assert_eq!(paths("a\nb.toml\0c.toml\0"), [Path::new("a\nb.toml"), Path::new("c.toml")]);
        assert_eq!(paths(""), Vec::<PathBuf>::new());
    }
}
