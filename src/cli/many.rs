//! Many files: judged on all cores, a handful at a time, and handed over in order.

use super::Exit;
use super::files::{self, Judged, Scenarios};
use super::folder::{Begun, Found};
use super::named::Named;
use super::options::Options;
use super::world::World;
use crate::document::printable;
use crate::language::{Message, PortfolioSay};
use crate::overlay::Layers;
use anyhow::Result;
use rayon::prelude::*;

/// How many files are judged before their results are handed over: enough for all cores, and no more
/// in memory however many files there are.
const AT_ONCE: usize = 64;

/// What is asked of many files.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Which they are, and which of them are looked at.
    pub named: &'a Named,
    /// What else holds for each.
    pub options: &'a Options,
    /// What is laid over each.
    pub layers: &'a Layers,
    /// What is done with their scenarios.
    pub scenarios: Scenarios,
}

/// Judges what was found, makes something of each that is looked at, and hands it over in order; that
/// none is looked at is wrong.
pub(crate) fn each<T: Send>(
    found: Vec<Found>,
    asked: Asked<'_>,
    world: &mut World,
    make: &(impl Fn(&str, Judged) -> T + Sync),
    mut hand: impl FnMut(T, &mut World) -> Result<()>,
) -> Result<Exit> {
    let mut found = found.into_iter().peekable();
    let mut none = true;
    while found.peek().is_some() {
        let begun: Vec<_> =
            found.by_ref().take(AT_ONCE).map(|found| found.begun(world.input)).collect();
        let made: Vec<_> = begun
            .into_par_iter()
            .filter_map(|mut file| {
                let judged = judged(&mut file, asked)?;
                Some(make(&file.path.display().to_string(), judged))
            })
            .collect();
        none &= made.is_empty();
        made.into_iter().try_for_each(|made| hand(made, world))?;
    }
    if none {
        let say = Message::Portfolio(PortfolioSay::NoneTagged(&asked.named.tags));
        let words = asked.options.language(None, &world.surroundings).say(&say);
        writeln!(world.errors, "bizcase: {}", printable(&words))?;
        return Ok(Exit::WrongInput);
    }
    Ok(Exit::Fine)
}

/// What comes of a file; nothing of one that is not looked at.
fn judged(file: &mut Begun, asked: Asked<'_>) -> Option<Judged> {
    let opened = file.opened();
    match files::laid(&file.path, opened, &file.disk, asked.layers) {
        Ok(document) if !asked.named.wants(&document) => None,
        Ok(document) => Some(files::judge_laid(document, &file.disk, asked.scenarios)),
        Err(not_read) => Some(Judged::NotRead(not_read)),
    }
}
