//! The files that `check` is asked of.

use super::CheckArguments;
use crate::cli::disk;
use crate::cli::world::World;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What is named on the command line, and in a list.
pub(super) struct Named {
    /// In that order.
    pub paths: Vec<PathBuf>,
    listed: bool,
}

impl Named {
    /// What the arguments name.
    ///
    /// # Errors
    /// That the list cannot be read.
    pub fn by(arguments: &CheckArguments, world: &mut World) -> io::Result<Self> {
        let mut paths = arguments.files.clone();
        if let Some(list) = &arguments.files_from {
            paths.extend(listed(&read(list, world)?));
        }
        Ok(Self { paths, listed: arguments.files_from.is_some() })
    }

    /// The file that alone is named.
    pub fn alone(&self) -> Option<&Path> {
        match self.paths.as_slice() {
            [file] if !self.listed && !file.is_dir() => Some(file),
            _ => None,
        }
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
