//! `bizcase check`: does it close?

mod forge;
mod many;
mod one;
mod result;

use super::Exit;
use super::files::{Judged, NotRead};
use super::folder;
use super::named::{FilesArguments, Named};
use super::options::{AskedFormat, Options};
use super::shown::Listed;
use super::watch::watch;
use super::world::World;
use crate::overlay::Layers;
use anyhow::Result;
use clap::Args;
use result::CheckedFile;
use serde_json::Value;
use std::path::Path;

/// Does it close? The exit code says it too
///
/// Exit codes: 0 it closes (or is what `[expect]` says), 1 it does not close, 3 it closes on a
/// condition, 2 the input is wrong; of several files the worst: 2, then 1, then 3.
#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    files: FilesArguments,
    /// Only the verdict, in one sentence
    #[arg(long, short, conflicts_with = "format")]
    quiet: bool,
    /// Exit with 0 whatever comes of it: for who reads the answer in the output
    #[arg(long)]
    exit_zero: bool,
    /// Check again whenever one of the files changes, until it is stopped
    #[arg(long)]
    watch: bool,
}

pub(crate) fn run(
    arguments: &CheckArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let named = match Named::by(&arguments.files, options, world)? {
        Ok(named) => named,
        Err(failure) => {
            NotRead::unlisted(&arguments.files, failure).tell(options, world)?;
            return Ok(Exit::WrongInput);
        }
    };
    if arguments.watch {
        return watch(&named.paths, options, world, |world| {
            once(arguments, &named, options, world)
        });
    }
    once(arguments, &named, options, world)
}

/// Checks the files as they are now.
fn once(
    arguments: &CheckArguments,
    named: &Named,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let exit = match options.asked {
        _ if arguments.quiet => many::quiet(named, options, world),
        AskedFormat::Ndjson => many::lines(named, options, world),
        AskedFormat::Sarif | AskedFormat::Gitlab => forge::log(named, options, world),
        AskedFormat::Github => forge::workflow(named, options, world),
        AskedFormat::Text | AskedFormat::Json | AskedFormat::Csv | AskedFormat::Markdown => {
            told(named, options, &mut |_, _| {}, world)
        }
    };
    exit.map(|exit| if arguments.exit_zero { Exit::Fine } else { exit })
}

/// What came of a file, as it is told to programs.
pub(crate) fn object(name: &str, judged: &Judged, asked: (&Options, &Layers)) -> Value {
    CheckedFile::of(name, judged, asked).object()
}

/// Checks one file.
pub(crate) fn one_file(file: &Path, options: &Options, world: &mut World) -> Result<Exit> {
    one::check(file, options, &mut |_, _| {}, world)
}

/// Tells all of one file, or a line of each of many; `note` sees what came of each.
fn told(
    named: &Named,
    options: &Options,
    note: result::Note<'_>,
    world: &mut World,
) -> Result<Exit> {
    if let Some(file) = named.alone() {
        return one::check(file, options, note, world);
    }
    let language = options.language(None, &world.surroundings);
    let search = folder::search(&named.paths, &options.reach(), language);
    search.work(world, |found, world| many::check(found, named, options, note, world))
}
