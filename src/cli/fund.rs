//! `bizcase fund`: a revolving fund over many cases.

use super::Exit;
use super::asked;
use super::disk::open;
use super::files::{self, Judged};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::Document;
use crate::fund::{self as of_fund, FundAssessment};
use crate::render::fund::{self, Depth};
use anyhow::Result;
use clap::Args;
use std::path::{Path, PathBuf};

/// A revolving fund over many cases: does it keep its capital?
///
/// Lends, is repaid and lends again, month by month, to the initiatives that the file names and to
/// many small borrowers. Exit codes as of `check`: 0 it keeps its capital (or is what `[expect]`
/// says), 1 it does not, 3 only if rising prices are left aside, 2 the input is wrong.
#[derive(Args, Debug)]
pub(crate) struct FundArguments {
    /// A fund file, or `-` for standard input
    file: PathBuf,
}

pub(crate) fn run(arguments: &FundArguments, options: &Options, world: &mut World) -> Result<Exit> {
    let (file, layers) = (&arguments.file, options.laid.layers());
    let judged = files::judge(file, open(file, world.input), &options.disk(file), &layers);
    match &judged {
        Judged::Fund(found) => {
            write(found, file, Depth::All, options, world)?;
            files::finish(file, &judged, options, world)?;
            Ok(Exit::of(found.1.verdict, found.1.fund.expect))
        }
        Judged::Case(found) => {
            let name = file.display().to_string();
            let wrong = asked::not_a_fund(&found.0, options.subject(&name, &layers));
            files::refuse(file, &[wrong], found.1.case.language, options, world)
        }
        Judged::NotRead(_) | Judged::Prices(_) => {
            files::finish(file, &judged, options, world)?;
            Ok(Exit::WrongInput)
        }
    }
}

/// Writes a fund that was judged.
pub(crate) fn write(
    (document, assessment): &(Document, FundAssessment),
    file: &Path,
    depth: Depth,
    options: &Options,
    world: &mut World,
) -> Result<()> {
    let (name, layers) = (file.display().to_string(), options.laid.layers());
    let subject = options.subject(&name, &layers);
    let page = options.page(assessment.fund.language, &world.surroundings);
    let tally = of_fund::tally(document);
    let report = || Ok(fund::report(subject, (assessment, tally), depth, page.language));
    let json = || Ok(fund::json::object(subject, assessment, tally));
    let csv = || match depth {
        Depth::All => Ok(fund::csv::books(assessment)?),
        Depth::Answer => Ok(fund::csv::tests(&name, assessment, tally)?),
    };
    shown::write(options.format(), &page, world, report, json, csv)
}
