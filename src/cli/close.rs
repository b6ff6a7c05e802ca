//! `bizcase close`: what would close it, and whom to ask.

use super::Exit;
use super::one_case::with_case;
use super::options::Options;
use super::shown;
use super::world::World;
use crate::assess::Assessment;
use crate::language::{Message, Show};
use crate::render::close;
use crate::whatif::{Closing, Trial};
use anyhow::{Result, anyhow};
use clap::Args;
use std::path::PathBuf;

/// What would close it, and whom to ask; of a case that closes: what it can spare
///
/// Each lever goes as far as it takes for the case to close on certain funding, all else equal, and
/// under it stands the command that proves it. Exit codes: 0, whatever is found; 2 the input is
/// wrong.
#[derive(Args, Debug)]
pub(crate) struct CloseArguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
}

pub(crate) fn run(
    arguments: &CloseArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let file = &arguments.file;
    with_case(file, options, world, |document, assessment, page, world| {
        let Assessment { case, verdict, .. } = assessment;
        let trial = Trial::judged(document, assessment);
        let too_large = |_| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
        let closing = Closing::of(&trial).map_err(too_large)?;
        let (name, layers) = (file.display().to_string(), options.laid.layers());
        let subject = options.subject(&name, &layers);
        let report = || Ok(close::report(subject, case, verdict, &closing, page.language));
        let json = || Ok(close::json::object(case, &closing));
        let csv = || Ok(close::csv::table(case, &closing)?);
        shown::write(options.format(), page, world, report, json, csv)?;
        Ok(Exit::Fine)
    })
}
