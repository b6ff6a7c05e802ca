//! Whether a report still belongs to its files.

use super::workbook::stop;
use super::write::is_workbook;
use super::{Asked, made, tell};
use crate::cli::Exit;
use crate::cli::options::Options;
use crate::cli::world::World;
use crate::document::printable;
use crate::language::{Held, Language, Message, Page, Workbook};
use crate::overlay::Layers;
use crate::render::page::{self, Manifest, Read};
use crate::statements::Counted;
use crate::words::Word;
use anyhow::Result;
use std::fs;
use std::path::Path;

/// Makes the report again, and holds it against the one that is there.
pub(super) fn held(
    file: &Path,
    report: &Path,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let name = report.display().to_string();
    let of_computer = options.language(None, &world.surroundings);
    if is_workbook(report) {
        return stop(Workbook::NotChecked, of_computer, world);
    }
    let text = fs::read_to_string(report)?;
    let Some(then) = Manifest::found_in(&text) else {
        return tell(&Page::NoReport(&name), of_computer, world);
    };
    let Some(asked) = asked(&then) else {
        return tell(&Page::NoReport(&name), of_computer, world);
    };
    let typed = options.laid.layers();
    let layers =
        Layers { scenarios: then.asked.scenarios.clone(), arguments: then.asked.arguments.clone() };
    let document = match made(file, &layers, &asked, options, world)? {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    let language = options.language_or(document.language);
    let now = &document.manifest;
    let mut differences = files(&then.files, &now.files);
    if typed != Layers::default() && typed != layers {
        differences.push(Held::Laid);
    }
    if then.version != now.version {
        differences.push(Held::Version { made: &then.version, now: &now.version });
    }
    if differences.is_empty() && text != page::html(&document) && text != page::markdown(&document)
    {
        differences.push(Held::Touched);
    }
    say(&differences, &name, language, world)
}

/// What was asked of a report; nothing where it says what cannot have been asked.
fn asked(then: &Manifest) -> Option<Asked> {
    let asked = &then.asked;
    Some(Asked {
        party: asked.party.clone(),
        funding: Counted::of(&asked.funding)?,
        draws: asked.draws,
        seed: asked.seed,
        date: asked.date.clone(),
        draft: asked.draft,
        language: Some(asked.language.parse::<Language>().ok()?),
    })
}

/// In which files a report differs from what is there now.
fn files<'a>(then: &'a [Read], now: &'a [Read]) -> Vec<Held<'a>> {
    let named = |files: &'a [Read], name: &str| files.iter().find(|file| file.name == name);
    let mut differences = Vec::new();
    for file in then {
        match named(now, &file.name) {
            Some(other) if other.sha256 == file.sha256 => {}
            Some(_) => differences.push(Held::Changed(&file.name)),
            None => differences.push(Held::Gone(&file.name)),
        }
    }
    let new = now.iter().filter(|file| named(then, &file.name).is_none());
    differences.extend(new.map(|file| Held::New(&file.name)));
    differences
}

fn say(
    differences: &[Held<'_>],
    report: &str,
    language: Language,
    world: &mut World,
) -> Result<Exit> {
    let words = |held: Held<'_>| {
        let words = language.say(&Message::Page(Page::Held(held)));
        printable(&words).into_owned()
    };
    if differences.is_empty() {
        writeln!(world.output, "{}", words(Held::Yes(report)))?;
        return Ok(Exit::Fine);
    }
    writeln!(world.output, "{}", words(Held::No(report)))?;
    for held in differences {
        writeln!(world.output, "- {}", words(held.clone()))?;
    }
    Ok(Exit::DoesNotClose)
}
