//! `bizcase sources`: where the figures come from.

use super::Exit;
use super::hinged::{Asked, Work, computed, swung, with_hinged};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::render::sensitivity::Told;
use crate::render::sources as report;
use crate::render::text::Page;
use crate::statements::Counted;
use crate::whatif::sources::register;
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// Where the figures come from and how much hangs on each: what nobody has confirmed first
#[derive(Args, Debug)]
pub(crate) struct SourcesArguments {
    /// A file of a case or a fund, or `-` for standard input
    file: PathBuf,
    /// Which funding the margin of a case counts [default: certain]
    #[arg(long, value_enum)]
    funding: Option<Counted>,
}

pub(crate) fn run(
    arguments: &SourcesArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let asked = Asked { file: &arguments.file, funding: arguments.funding };
    with_hinged(asked, options, world, arguments)
}

impl Work for SourcesArguments {
    fn on<T: Told>(
        &self,
        told: &T,
        options: &Options,
        page: &Page,
        world: &mut World,
    ) -> Result<Exit> {
        let watched = world.surroundings.errors_are_terminal;
        let found = swung(told, page.language, watched, |told, done| register(told, done));
        let register = computed(found, page)?;
        let (file, layers) = (self.file.display().to_string(), options.laid.layers());
        let report = || Ok(report::report(told, &register, (&layers, page.language)));
        let json = || Ok(report::json::object(options.subject(&file, &layers), told, &register));
        let csv = || Ok(report::csv::table(told, &register)?);
        shown::write(options.format(), page, world, report, json, csv)?;
        Ok(Exit::Fine)
    }
}
