//! What commands on one case have in common: its file is read and judged, and what there is to say
//! of it is told.

use super::Exit;
use super::asked;
use super::disk::open;
use super::files::{self, Judged};
use super::options::Options;
use super::world::World;
use crate::assess::Assessment;
use crate::document::Document;
use crate::render::text::Page;
use anyhow::Result;
use std::path::Path;

/// Judges the case in a file, does the work of a command on it, and tells what is wrong with the
/// file or worth saying of it. A fund is told to be one.
pub(crate) fn with_case(
    file: &Path,
    options: &Options,
    world: &mut World,
    work: impl FnOnce(&Document, &Assessment, &Page, &mut World) -> Result<Exit>,
) -> Result<Exit> {
    let opened = open(file, world.input);
    let judged = files::judge(file, opened, &options.disk(file), &options.laid.layers());
    let exit = match &judged {
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            let page = options.page(assessment.case.language, &world.surroundings);
            work(document, assessment, &page, world)?
        }
        Judged::Fund(found) => {
            let (name, layers) = (file.display().to_string(), options.laid.layers());
            let wrong = asked::not_a_case(&found.0, options.subject(&name, &layers));
            return files::refuse(file, &[wrong], found.1.fund.language, options, world);
        }
        Judged::NotRead(_) | Judged::Prices(_) => Exit::WrongInput,
    };
    files::finish(file, &judged, options, world)?;
    Ok(exit)
}
