//! The files that a command reads, and whether they change.
//!
//! They are asked for their time, size and identity: no system tells of changes on every disk, and an
//! editor may put another file in the place of the one that it saves.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often files are looked at.
const EVERY: Duration = Duration::from_millis(100);

/// So often in succession the files must look the same before they are read: who saves may not be done.
const STEADY: u32 = 2;

/// After so many looks they are read all the same, however often they are saved.
const ENOUGH: u32 = 10;

/// What a file looked like.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Look {
    changed: Option<SystemTime>,
    size: u64,
    identity: u64,
}

impl Look {
    /// At a path; nothing where there is nothing.
    fn at(path: &Path) -> Option<Self> {
        let found = path.metadata().ok()?;
        let (changed, identity) = (found.modified().ok(), identity(&found));
        Some(Self { changed, size: found.len(), identity })
    }
}

#[cfg(unix)]
fn identity(found: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    found.ino()
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> u64 {
    0
}

/// The files that were asked for, each as it looked just before it was first read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen(Arc<Mutex<BTreeMap<PathBuf, Option<Look>>>>);

impl Seen {
    /// Notes that a file, or a folder, is about to be read.
    pub fn note(&self, path: &Path) {
        if let Ok(mut seen) = self.0.lock() {
            seen.entry(path.to_owned()).or_insert_with_key(|path| Look::at(path));
        }
    }

    /// All of them as they look now.
    fn now(&self) -> BTreeMap<PathBuf, Option<Look>> {
        let paths = self.0.lock().map(|seen| seen.keys().cloned().collect::<Vec<_>>());
        let paths = paths.unwrap_or_default().into_iter();
        paths.map(|path| (path.clone(), Look::at(&path))).collect()
    }

    /// All of them as they looked then.
    fn before(&self) -> BTreeMap<PathBuf, Option<Look>> {
        self.0.lock().map(|seen| seen.clone()).unwrap_or_default()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.before().len()
    }

    /// Forgets them.
    pub fn forget(&self) {
        if let Ok(mut seen) = self.0.lock() {
            seen.clear();
        }
    }

    /// Waits until one of them looks other than it did, and whoever changes it is done.
    pub fn wait(&self) {
        let before = self.before();
        while self.now() == before {
            thread::sleep(EVERY);
        }
        let (mut last, mut steady) = (self.now(), 0);
        for _ in 0..ENOUGH {
            thread::sleep(EVERY);
            let now = self.now();
            steady = if now == last { steady + 1 } else { 0 };
            if steady == STEADY {
                break;
            }
            last = now;
        }
    }
}
