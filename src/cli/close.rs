//! `bizcase close`: what would close it, and whom to ask.

use super::Exit;
use super::files::{self, Judged};
use super::options::{Format, Options};
use super::world::World;
use crate::assess::Assessment;
use crate::document::Document;
use crate::language::{Message, Show};
use crate::render::check::Subject;
use crate::render::{close, csv, json, markdown, text};
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
pub(crate) struct Arguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
}

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let layers = options.laid.layers();
    let judged = files::judge(&arguments.file, files::open(&arguments.file, world.input), &layers);
    let mut exit = Exit::WrongInput;
    if let Judged::Case(found) = &judged {
        let (document, assessment) = &**found;
        let file = arguments.file.display().to_string();
        let subject = Subject { file: &file, layers: &layers };
        let shown = shown(subject, document, assessment, options, world)?;
        write!(world.output, "{shown}")?;
        exit = Exit::Fine;
    }
    if let Judged::Fund(found) = &judged {
        return super::fund::not_here(&arguments.file, found.1.fund.language, options, world);
    }
    files::tell(&judged, options, world)?;
    Ok(exit)
}

fn shown(
    subject: Subject<'_>,
    document: &Document,
    assessment: &Assessment,
    options: &Options,
    world: &World,
) -> Result<String> {
    let Assessment { case, postings, verdict, .. } = assessment;
    let page = options.page(case.language, &world.surroundings);
    let trial =
        Trial { document: document.clone(), case: case.clone(), postings: postings.clone() };
    let too_large = |_| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
    let closing = Closing::of(&trial).map_err(too_large)?;
    let report = || close::report(subject, case, verdict, &closing, page.language);
    Ok(match options.format {
        Format::Text => text::text(&report(), &page),
        Format::Markdown => markdown::markdown(&report()),
        Format::Json => format!("{:#}\n", json::close(case, &closing)),
        Format::Csv => csv::close(case, &closing)?,
    })
}
