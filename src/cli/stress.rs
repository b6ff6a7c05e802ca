//! `bizcase stress`: the built-in shocks.

use super::Exit;
use super::counting::Funding;
use super::files::{self, Judged};
use super::options::{Format, Options};
use super::world::World;
use crate::document::Unread;
use crate::language::{Message, Stress};
use crate::overlay::Layers;
use crate::render::check::Subject;
use crate::render::text::Page;
use crate::render::{markdown, stress as report, text};
use crate::whatif::Trial;
use crate::whatif::stress::{Failed, Stressed, stress};
use anyhow::{Result, anyhow};
use clap::Args;
use std::path::PathBuf;

/// Built-in shocks: crisis, elections, cold turkey against a transition
///
/// What each does is set in the file, in `[stress.crisis]` and so on. The exit code is 0 when they
/// could be computed, whatever came of them, and 2 when the input is wrong.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// Which funding margin and cash count
    #[arg(long, value_enum, default_value_t = Funding::Certain)]
    funding: Funding,
}

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let mut judged =
        files::judge(&arguments.file, files::open(&arguments.file, world.input), &layers);
    let mut exit = Exit::WrongInput;
    if let Judged::Case(found) = &judged {
        let (document, assessment) = &**found;
        let page = options.page(assessment.case.language, &world.surroundings);
        let stressed = Trial::of(document.clone())
            .map_err(|problems| {
                Wrong::Input(Unread { sources: document.sources.clone(), problems })
            })
            .and_then(|trial| Ok((stress(&trial, arguments.funding.into())?, trial)));
        match stressed {
            Ok((stressed, trial)) => {
                let shown = shown(arguments, &layers, &trial, &stressed, options, &page)?;
                write!(world.output, "{shown}")?;
                exit = Exit::Fine;
            }
            Err(Wrong::TooLarge) => {
                return Err(anyhow!("{}", page.language.say(&Message::Stress(Stress::TooLarge))));
            }
            Err(Wrong::Input(unread)) => {
                judged = Judged::Wrong(vec![unread], assessment.case.language);
            }
        }
    }
    if let Judged::Fund(found) = &judged {
        return super::fund::not_here(&arguments.file, found.1.fund.language, options, world);
    }
    files::tell(&judged, options, world)?;
    Ok(exit)
}

/// Why there is nothing to show.
enum Wrong {
    Input(Unread),
    TooLarge,
}

impl From<Failed> for Wrong {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::TooLarge => Self::TooLarge,
            Failed::Wrong(unfit) => {
                Self::Input(Unread { sources: unfit.document.sources, problems: unfit.problems })
            }
        }
    }
}

fn shown(
    arguments: &Arguments,
    layers: &Layers,
    trial: &Trial,
    stressed: &Stressed,
    options: &Options,
    page: &Page,
) -> Result<String> {
    let file = arguments.file.display().to_string();
    let subject = Subject { file: &file, layers };
    Ok(match options.format {
        Format::Text => text::text(&report::report(&trial.case, stressed, page.language), page),
        Format::Markdown => {
            markdown::markdown(&report::report(&trial.case, stressed, page.language))
        }
        Format::Json => format!("{:#}\n", report::json::stress(subject, &trial.case, stressed)),
        Format::Csv => report::csv::stress(stressed)?,
    })
}
