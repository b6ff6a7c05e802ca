//! `bizcase stress`: the built-in shocks.

use super::Exit;
use super::files;
use super::one_case::with_case;
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::Unread;
use crate::language::{Message, Stress};
use crate::render::stress as report;
use crate::statements::Counted;
use crate::whatif::Trial;
use crate::whatif::stress::{Failed, stress};
use anyhow::{Result, anyhow};
use clap::Args;
use std::path::PathBuf;

/// Built-in shocks: crisis, elections, cold turkey against a transition
///
/// What each does is set in the file, in `[stress.crisis]` and so on. The exit code is 0 when they
/// could be computed, whatever came of them, and 2 when the input is wrong.
#[derive(Args, Debug)]
pub(crate) struct StressArguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// Which funding margin and cash count
    #[arg(long, value_enum, default_value_t = Counted::Certain)]
    funding: Counted,
}

pub(crate) fn run(
    arguments: &StressArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let file = &arguments.file;
    with_case(file, options, world, |document, assessment, page, world| {
        let trial = Trial::judged(document, assessment);
        let stressed = match stress(&trial, arguments.funding) {
            Ok(stressed) => stressed,
            Err(Failed::TooLarge) => {
                return Err(anyhow!("{}", page.language.say(&Message::Stress(Stress::TooLarge))));
            }
            Err(Failed::Wrong(unfit)) => {
                let unread = Unread { sources: unfit.document.sources, problems: unfit.problems };
                return files::refuse(file, &[unread], trial.case.language, options, world);
            }
        };
        let (name, layers) = (file.display().to_string(), options.laid.layers());
        let subject = options.subject(&name, &layers);
        let report = || Ok(report::report(subject, &trial.case, &stressed, page.language));
        let json = || Ok(report::json::object(subject, &trial.case, &stressed));
        let csv = || Ok(report::csv::table(&stressed)?);
        shown::write(options.format(), page, world, report, json, csv)?;
        Ok(Exit::Fine)
    })
}
