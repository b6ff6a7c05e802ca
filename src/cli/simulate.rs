//! `bizcase simulate`: how sure is it that the case closes?

use super::Exit;
use super::bar::Bar;
use super::files::{self, Judged};
use super::options::{Format, Options};
use super::world::World;
use crate::document::{Document, Unread};
use crate::language::{Message, Simulate};
use crate::render::check::Subject;
use crate::render::{markdown, simulate as render, text};
use crate::whatif::Trial;
use crate::whatif::simulate::simulate;
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// How sure is it that the case closes? Draws from the ranges and chances in the file
///
/// Each number written as a range, such as `price = { low = 6.50, likely = 7.50, high = 8.50 }`, is
/// drawn anew for each draw, and each request with a `chance` is granted or not; every draw is then
/// judged as `check` would judge it.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// How many draws
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..))]
    draws: u64,
    /// What the draws depend on: the same seed gives the same draws, on any machine
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let judged = files::judge(&arguments.file, files::open(&arguments.file, world.input), &layers);
    if let Judged::Fund(found) = &judged {
        return super::fund::not_here(&arguments.file, found.1.fund.language, options, world);
    }
    files::tell(&judged, options, world)?;
    let Judged::Case(found) = judged else { return Ok(Exit::WrongInput) };
    let (document, assessment) = *found;
    let trial = Trial { document, case: assessment.case, postings: assessment.postings };
    let page = options.page(trial.case.language, &world.surroundings);
    let words = page.language.say(&Message::Simulate(Simulate::Progress));
    let mut bar = Bar::new(arguments.draws, words, world.surroundings.errors_are_terminal);
    let simulated = simulate(&trial, arguments.draws, arguments.seed, |done| bar.is_at(done));
    bar.clear();
    let found = match simulated {
        Ok(found) => found,
        Err(problems) => {
            let Document { sources, .. } = trial.document;
            let wrong = Judged::Wrong(vec![Unread { sources, problems }], trial.case.language);
            files::tell(&wrong, options, world)?;
            return Ok(Exit::WrongInput);
        }
    };
    let name = arguments.file.display().to_string();
    let subject = Subject { file: &name, layers: &layers };
    let report = || render::report(&trial.case, &found, page.language);
    let shown = match options.format {
        Format::Text => text::text(&report(), &page),
        Format::Markdown => markdown::markdown(&report()),
        Format::Json => format!("{:#}\n", render::json(subject, &trial.case, &found)),
        Format::Csv => render::csv(&trial.case, &found)?,
    };
    write!(world.output, "{shown}")?;
    Ok(Exit::Fine)
}
