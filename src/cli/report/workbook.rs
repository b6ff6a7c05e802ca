//! A case as a workbook.

use super::findings::{Failed, scenarios};
use super::{Asked, manifest, notes, read, refused, too_large, wrong};
use crate::assess::Assessment;
use crate::cli::Exit;
use crate::cli::asked::with_facts;
use crate::cli::disk::open;
use crate::cli::files::{self, Judged};
use crate::cli::options::Options;
use crate::cli::place::put;
use crate::cli::world::World;
use crate::document::{Document, printable};
use crate::fund;
use crate::language::{Language, Message, Page, Workbook, workbook as words};
use crate::overlay::Layers;
use crate::render::page::Manifest;
use crate::render::subject::Subject;
use crate::whatif::Trial;
use crate::workbook::{self, Told};
use anyhow::Result;
use std::path::Path;

/// A workbook that was made.
pub(super) struct Made {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// What it is made from.
    pub manifest: Manifest,
    /// Its language.
    pub language: Language,
}

/// Writes the workbook of a case.
pub(super) fn write(
    file: &Path,
    out: &Path,
    (asked, layers): (&Asked, &Layers),
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let made = match made(file, (asked, layers), options, world)? {
        Ok(made) => made,
        Err(exit) => return Ok(exit),
    };
    put(out, &made.bytes)?;
    let name = out.display().to_string();
    let said = made.language.say(&Message::Page(Page::Written(&name)));
    writeln!(world.output, "{}", printable(&said))?;
    Ok(Exit::Fine)
}

/// The workbook of a file, or how the command ends without one.
pub(super) fn made(
    file: &Path,
    (asked, layers): (&Asked, &Layers),
    options: &Options,
    world: &mut World,
) -> Result<Result<Made, Exit>> {
    let disk = options.disk(file);
    let document = match files::laid(file, open(file, world.input), &disk, layers) {
        Ok(document) => document,
        Err(not_read) => return wrong(&not_read, options, world),
    };
    if fund::is_fund(&document) {
        let language = options.language(fund::language(&document), &world.surroundings);
        return stop(Workbook::NoFund, language, world).map(Err);
    }
    let judged = files::judge_as_it_is(document, &disk);
    match &judged {
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            let made = of_case(file, (document, assessment), (asked, layers), options, world)?;
            files::tell(&judged, options, world)?;
            Ok(made)
        }
        Judged::NotRead(not_read) => wrong(not_read, options, world),
        // It is none: that was asked before.
        Judged::Fund(_) | Judged::Prices(_) => Ok(Err(Exit::WrongInput)),
    }
}

/// Tells why there is no workbook.
fn stop(say: Workbook<'_>, language: Language, world: &mut World) -> Result<Exit> {
    writeln!(world.errors, "bizcase: {}", printable(&words(language, say)))?;
    Ok(Exit::WrongInput)
}

fn of_case(
    file: &Path,
    (document, assessment): (&Document, &Assessment),
    (asked, layers): (&Asked, &Layers),
    options: &Options,
    world: &mut World,
) -> Result<Result<Made, Exit>> {
    let of_case = assessment.case.language;
    let language = asked.language.unwrap_or_else(|| options.language(of_case, &world.surroundings));
    if asked.party.is_some() {
        return stop(Workbook::NoLetter, language, world).map(Err);
    }
    if assessment.case.actual.is_some() {
        let name = file.display().to_string();
        let wrong = with_facts(document, &["report"], options.subject(&name, layers));
        return refused(&[wrong], language, options, world);
    }
    let scenarios = match scenarios(file, document) {
        Ok(scenarios) => scenarios,
        Err(Failed::Wrong(unread)) => return refused(&unread, language, options, world),
        Err(Failed::TooLarge) => return Err(too_large(language)),
    };
    let name = file.display().to_string();
    let trial = Trial::judged(document, assessment);
    let notes = notes(asked, None);
    let notes =
        notes.date.map(|(day, month)| language.say(&Message::Page(Page::Dated { day, month })));
    let draft = asked.draft.then(|| language.say(&Message::Page(Page::Draft)));
    let notes: Vec<_> = draft.into_iter().chain(notes).collect();
    let manifest = manifest(read(&document.sources), asked.paper(layers, language));
    let told = Told {
        trial: &trial,
        verdict: &assessment.verdict,
        subject: Subject { file: &name, layers, outside: options.allow_outside },
        counted: asked.funding,
        scenarios: scenarios.as_ref(),
        manifest: &manifest,
        notes: &notes,
        language,
    };
    let made = workbook::make(told).map_err(|_| too_large(language))?;
    let bytes = workbook::bytes(&made.book)?;
    Ok(Ok(Made { bytes, manifest, language }))
}
