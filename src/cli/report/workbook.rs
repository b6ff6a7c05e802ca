//! A case as a workbook.

use super::findings::{Failed, scenarios};
use super::{Asked, manifest, notes, read, refused, too_large, wrong};
use crate::assess::Assessment;
use crate::cli::Exit;
use crate::cli::disk::open;
use crate::cli::files::{self, Judged};
use crate::cli::options::Options;
use crate::cli::place::put;
use crate::cli::world::World;
use crate::document::{Document, printable};
use crate::fund;
use crate::language::{Language, Message, Page, Workbook, workbook as words};
use crate::overlay::Layers;
use crate::render::subject::Subject;
use crate::whatif::Trial;
use crate::workbook::{self, Told};
use anyhow::Result;
use std::path::Path;

/// Writes the workbook of a case.
pub(super) fn write(
    file: &Path,
    out: &Path,
    (asked, layers): (&Asked, &Layers),
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let disk = options.disk(file);
    let document = match files::laid(file, open(file, world.input), &disk, layers) {
        Ok(document) => document,
        Err(not_read) => return wrong::<()>(&not_read, options, world).map(ended),
    };
    if fund::is_fund(&document) {
        let language = options.language(fund::language(&document), &world.surroundings);
        return stop(Workbook::NoFund, language, world);
    }
    let judged = files::judge_as_it_is(document, &disk);
    match &judged {
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            let exit =
                of_case((file, out), (document, assessment), (asked, layers), options, world)?;
            files::tell(&judged, options, world)?;
            Ok(exit)
        }
        Judged::NotRead(not_read) => wrong::<()>(not_read, options, world).map(ended),
        // It is none: that was asked before.
        Judged::Fund(_) | Judged::Prices(_) => Ok(Exit::WrongInput),
    }
}

fn ended(made: Result<(), Exit>) -> Exit {
    made.err().unwrap_or(Exit::Fine)
}

/// Tells why there is no workbook.
pub(super) fn stop(say: Workbook<'_>, language: Language, world: &mut World) -> Result<Exit> {
    writeln!(world.errors, "bizcase: {}", printable(&words(language, say)))?;
    Ok(Exit::WrongInput)
}

fn of_case(
    (file, out): (&Path, &Path),
    (document, assessment): (&Document, &Assessment),
    (asked, layers): (&Asked, &Layers),
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let language = options.language(assessment.case.language, &world.surroundings);
    if asked.party.is_some() {
        return stop(Workbook::NoLetter, language, world);
    }
    let scenarios = match scenarios(file, document) {
        Ok(scenarios) => scenarios,
        Err(Failed::Wrong(unread)) => {
            return refused::<()>(&unread, language, options, world).map(ended);
        }
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
    put(out, &workbook::bytes(&made.book)?)?;
    let name = out.display().to_string();
    let said = language.say(&Message::Page(Page::Written(&name)));
    writeln!(world.output, "{}", printable(&said))?;
    Ok(Exit::Fine)
}
