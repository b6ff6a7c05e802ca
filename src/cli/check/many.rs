//! Many files, told in order.

use super::result::{CheckedFile, Note, exit};
use crate::cli::Exit;
use crate::cli::files::{self, Judged, Scenarios};
use crate::cli::folder::{self, Found};
use crate::cli::many::{self, Asked};
use crate::cli::named::Named;
use crate::cli::options::Options;
use crate::cli::shown::{Listed, Listing};
use crate::cli::world::World;
use crate::document::printable;
use crate::render::json;
use anyhow::Result;

/// Judges what was found, and hands over what came of each in order.
fn judge(
    found: Vec<Found>,
    named: &Named,
    options: &Options,
    world: &mut World,
    mut each: impl FnMut(&str, &Judged, &mut World) -> Result<()>,
) -> Result<Exit> {
    let mut worst = Exit::Fine;
    let layers = options.laid.layers();
    let asked = Asked { named, options, layers: &layers, scenarios: Scenarios::beside(&layers) };
    let looked_at = many::each(
        found,
        asked,
        world,
        &|name, judged| (name.to_owned(), judged),
        |(name, judged), world| {
            worst = worst.max(exit(&judged));
            each(&name, &judged, world)
        },
    )?;
    Ok(worst.max(looked_at))
}

/// The same of all that is found in what was asked.
pub(super) fn judge_all(
    named: &Named,
    options: &Options,
    world: &mut World,
    each: impl FnMut(&str, &Judged, &mut World) -> Result<()>,
) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    let search = folder::search(&named.paths, &options.reach(), language);
    search.work(world, |found, world| judge(found, named, options, world, each))
}

/// A line of JSON for each file, as soon as it is judged.
pub(super) fn lines(named: &Named, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    judge_all(named, options, world, |name, judged, world| {
        let object = CheckedFile::of(name, judged, (options, &layers)).object();
        write!(world.output, "{}", json::line(&object))?;
        files::tell(judged, options, world).map(|_| ())
    })
}

/// The verdict on each file in a sentence, behind its name where there are more; what is wrong with
/// one that has none is told as ever.
pub(super) fn quiet(named: &Named, options: &Options, world: &mut World) -> Result<Exit> {
    let alone = named.alone().is_some();
    let layers = options.laid.layers();
    judge_all(named, options, world, |name, judged, world| {
        let language = options.language(files::language(judged), &world.surroundings);
        let Some(words) = CheckedFile::of(name, judged, (options, &layers)).verdict(language)
        else {
            return files::tell(judged, options, world).map(|_| ());
        };
        let line = if alone { words } else { format!("{name}: {words}") };
        writeln!(world.output, "{}", printable(&line)).map_err(Into::into)
    })
}

/// A row, an object or a line of a table for each file.
pub(super) fn check(
    found: Vec<Found>,
    named: &Named,
    options: &Options,
    note: Note<'_>,
    world: &mut World,
) -> Result<Exit> {
    let layers = options.laid.layers();
    let mut listing = Listing::new(options.format());
    let exit = judge(found, named, options, world, |name, judged, world| {
        note(name, judged);
        listing.add(&CheckedFile::of(name, judged, (options, &layers)), world)?;
        if files::tell(judged, options, world)? {
            writeln!(world.errors)?;
        }
        Ok(())
    })?;
    listing.end(&options.page(None, &world.surroundings), world)?;
    Ok(exit)
}
