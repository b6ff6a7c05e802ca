//! `bizcase explain`: how a figure came about.

use super::Exit;
use super::asked::with_facts;
use super::files;
use super::one_case::with_case;
use super::options::Options;
use super::shown;
use super::world::World;
use crate::assess::Assessment;
use crate::document::{Document, PathMistake, PathPart, Source, SourceId, Unread};
use crate::explain::figure::Figure;
use crate::explain::node::{Detail, Node};
use crate::explain::{Tracer, ask};
use crate::language::{Language, Message, Show};
use crate::money::Overflow;
use crate::render::explain;
use crate::render::text::Page;
use anyhow::{Result, anyhow};
use clap::Args;
use std::cell::LazyCell;
use std::path::{Path, PathBuf};

/// How a figure came about, step by step: the formula, the inputs and where they stand
///
/// Without a path it lists what can be asked: `verdict`, `test.liquidity`, `cash.2029-03`,
/// `party.ID.net`, `cost.ID.2028`, `funding.ID.cash.2027-03`, `npv` and so on.
#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// The figure to explain
    path: Option<String>,
    /// How many figures deep to go: with 2 the figures that it is made of are explained too
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    depth: u8,
}

/// What the path is called where it is wrong: as in the usage line.
const PATH: &str = "PATH";

pub(crate) fn run(
    arguments: &ExplainArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    with_case(&arguments.file, options, world, |document, assessment, page, world| {
        if assessment.case.actual.is_some() {
            let (file, layers) = (arguments.file.display().to_string(), options.laid.layers());
            let wrong = with_facts(document, &["explain"], options.subject(&file, &layers));
            let language = assessment.case.language;
            return files::refuse(&arguments.file, &[wrong], language, options, world);
        }
        let Some(path) = &arguments.path else {
            list(arguments, assessment, (options, page), world)?;
            return Ok(Exit::Fine);
        };
        match explained(arguments, path, (document, assessment), options, page)? {
            Ok(of) => {
                steps(arguments, (document, assessment), &of, options, page, world)?;
                Ok(Exit::Fine)
            }
            Err(wrong) => tell(wrong, (&arguments.file, path), page.language, options, world),
        }
    })
}

/// A figure, or a step on the way to it, that was asked.
type Explained<'a> = (Figure, Option<&'a str>, Node);

/// The figure that a path names, with its steps, or what is wrong with the path.
fn explained<'p>(
    arguments: &ExplainArguments,
    path: &'p str,
    (document, assessment): (&Document, &Assessment),
    options: &Options,
    page: &Page,
) -> Result<Result<Explained<'p>, ask::Wrong>> {
    let asked = match ask::asked(&assessment.case, document, path) {
        Ok(asked) => asked,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let too_large = |_: Overflow| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
    let tracer = Tracer::of(document, assessment).map_err(too_large)?;
    let detail = if options.format().is_for_people() { Detail::Telling } else { Detail::All };
    let node = tracer.explain_deep(asked.figure, arguments.depth.into(), detail);
    let Some(at) = asked.step else { return Ok(Ok((asked.figure, None, node))) };
    let step = path.get(at..).unwrap_or_default();
    if let Some(node) = node.step_at(step) {
        return Ok(Ok((asked.figure, Some(step), node.clone())));
    }
    let known = ask::known(step, &node.steps());
    let mistake = PathMistake::Unknown { part: PathPart::Step, word: step.to_owned(), known };
    Ok(Err((at.min(path.len())..path.len(), mistake)))
}

fn list(
    arguments: &ExplainArguments,
    Assessment { case, .. }: &Assessment,
    (options, page): (&Options, &Page),
    world: &mut World,
) -> Result<()> {
    let (file, layers) = (arguments.file.display().to_string(), options.laid.layers());
    let report = || Ok(explain::list(options.subject(&file, &layers), case, page.language));
    let json = || Ok(explain::json::list(case));
    let csv = || Ok(explain::csv::paths(case)?);
    shown::write(options.format(), page, world, report, json, csv)
}

fn steps(
    arguments: &ExplainArguments,
    (document, Assessment { case, .. }): (&Document, &Assessment),
    (figure, step, node): &Explained,
    options: &Options,
    page: &Page,
    world: &mut World,
) -> Result<()> {
    let (file, layers) = (arguments.file.display().to_string(), options.laid.layers());
    let report = || {
        let subject = options.subject(&file, &layers);
        Ok(explain::report(subject, (document, case), (*figure, *step, node), page.language))
    };
    // It reads where the lines of the file are, which is not for people.
    let writer = LazyCell::new(|| explain::json::Writer::of(document, case));
    let csv = || Ok(explain::csv::table(document, case, node)?);
    shown::write(options.format(), page, world, report, || Ok(writer.steps(node)), csv)
}

/// Says what is wrong with a path, with the path underlined.
fn tell(
    wrong: ask::Wrong,
    (file, path): (&Path, &str),
    language: Language,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let source = Source { name: PATH.to_owned(), text: path.to_owned() };
    let problem = ask::problem(wrong, SourceId(0));
    let unread = Unread { sources: vec![source], problems: vec![problem] };
    files::refuse(file, &[unread], Some(language), options, world)
}
