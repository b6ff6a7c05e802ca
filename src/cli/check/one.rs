//! All that there is to tell of one file.

use super::result::{CheckedFile, Note, exit};
use crate::assess::Assessment;
use crate::cli::disk::open;
use crate::cli::files::{self, Judged};
use crate::cli::options::Options;
use crate::cli::shown::{self, Listed};
use crate::cli::world::World;
use crate::cli::{Exit, fund};
use crate::render::fund::Depth;
use crate::render::{check, prices};
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
    let name = file.display().to_string();
    note(&name, &judged);
    let result = CheckedFile::of(&name, &judged, (options, &layers));
    match &judged {
        Judged::Case(found) => {
            let (document, Assessment { case, verdict, .. }) = &**found;
            let page = options.page(case.language, &world.surroundings);
            let (subject, tally) = (result.subject(), Tally::of_case(document, case));
            let report = || Ok(check::report(subject, case, verdict, tally, page.language));
            let (json, csv) = (|| Ok(result.object()), || Ok(result.table()?));
            shown::write(options.format(), &page, world, report, json, csv)?;
            files::finish(file, &judged, options, world)?;
        }
        Judged::Fund(found) => {
            fund::write(found, file, Depth::Answer, options, world)?;
            files::finish(file, &judged, options, world)?;
        }
        Judged::Prices(found) => {
            let page = options.page(None, &world.surroundings);
            let report = || Ok(prices::checked(&found.1, page.language));
            let (json, csv) = (|| Ok(result.object()), || Ok(result.table()?));
            shown::write(options.format(), &page, world, report, json, csv)?;
        }
        Judged::NotRead(_) => {
            files::tell(&judged, options, world)?;
            let (json, csv) = (|| result.object(), || Ok(result.table()?));
            shown::write_wrong(options.format(), world, json, csv)?;
        }
    }
    Ok(exit(&judged))
}
