//! All that there is to tell of one file.

use super::result::{Note, exit};
use crate::assess::Assessment;
use crate::cli::Exit;
use crate::cli::disk::open;
use crate::cli::files::{self, Judged};
use crate::cli::fund;
use crate::cli::options::{Format, Options};
use crate::cli::world::World;
use crate::render::fund::Depth;
use crate::render::{csv, json, markdown, text};
use crate::whatif::sources::Tally;
use anyhow::Result;
use std::path::Path;

pub(super) fn check(
    file: &Path,
    options: &Options,
    note: Note<'_>,
    world: &mut World,
) -> Result<Exit> {
    let layers = options.laid.layers();
    let judged =
        files::judge_with_scenarios(file, open(file, world.input), &options.disk(file), &layers);
    note(&file.display().to_string(), &judged);
    if let Judged::Case(found) = &judged {
        let (document, assessment) = &**found;
        let name = file.display().to_string();
        let page = options.page(assessment.case.language, &world.surroundings);
        let Assessment { case, verdict, .. } = assessment;
        let (subject, tally) = (options.subject(&name, &layers), Tally::of_case(document, case));
        let shown = match options.format() {
            Format::Text => text::check(subject, case, verdict, tally, &page),
            Format::Markdown => markdown::check(subject, case, verdict, tally, page.language),
            Format::Csv => csv::check(&name, assessment, tally)?,
            Format::Json => json::text(&json::check(subject, document, assessment, tally)) + "\n",
        };
        write!(world.output, "{shown}")?;
    }
    if let Judged::Fund(found) = &judged {
        fund::write(found, file, Depth::Answer, options, world)?;
    }
    if matches!((&judged, options.format()), (Judged::NotRead(_), Format::Csv)) {
        write!(world.output, "{}", csv::check_wrong(&file.display().to_string())?)?;
    }
    files::finish(file, &judged, options, world)?;
    Ok(exit(&judged))
}
