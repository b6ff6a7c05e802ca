//! `bizcase simulate`: how sure is it that the case closes?

use super::Exit;
use super::bar::Bar;
use super::files;
use super::one_case::with_case;
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::Unread;
use crate::language::{Message, Simulate};
use crate::render::simulate as render;
use crate::whatif::Trial;
use crate::whatif::simulate::simulate;
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// How many draws, where nobody says.
pub(crate) const DRAWS: u64 = 10_000;

/// What they depend on, where nobody says.
pub(crate) const SEED: u64 = 1;

/// How sure is it that the case closes? Draws from the ranges and chances in the file
///
/// Each number written as a range, such as `price = { low = 6.50, likely = 7.50, high = 8.50 }`, is
/// drawn anew for each draw, and each request with a `chance` is granted or not; every draw is then
/// judged as `check` would judge it.
#[derive(Args, Debug)]
pub(crate) struct SimulateArguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// How many draws
    #[arg(long, default_value_t = DRAWS, value_parser = clap::value_parser!(u64).range(1..))]
    draws: u64,
    /// What the draws depend on: the same seed gives the same draws, on any machine
    #[arg(long, default_value_t = SEED)]
    seed: u64,
}

pub(crate) fn run(
    arguments: &SimulateArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let file = &arguments.file;
    with_case(file, options, world, |document, assessment, page, world| {
        let trial = Trial::judged(document, assessment);
        let words = page.language.say(&Message::Simulate(Simulate::Progress));
        let mut bar = Bar::new(arguments.draws, words, world.surroundings.errors_are_terminal);
        let simulated = simulate(&trial, arguments.draws, arguments.seed, |done| bar.is_at(done));
        bar.clear();
        let found = match simulated {
            Ok(found) => found,
            Err(problems) => {
                let unread = Unread { sources: trial.document.sources, problems };
                return files::refuse(file, &[unread], trial.case.language, options, world);
            }
        };
        let (name, layers) = (file.display().to_string(), options.laid.layers());
        let subject = options.subject(&name, &layers);
        let report = || Ok(render::report(subject, &trial.case, &found, page.language));
        let json = || Ok(render::json::object(subject, &trial.case, &found));
        let csv = || Ok(render::csv::table(&trial.case, &found)?);
        shown::write(options.format(), page, world, report, json, csv)?;
        Ok(Exit::Fine)
    })
}
