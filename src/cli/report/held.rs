//! Whether a report still belongs to its files.

use super::write::is_workbook;
use super::{Asked, made, tell, workbook};
use crate::cli::Exit;
use crate::cli::options::Options;
use crate::cli::world::World;
use crate::document::printable;
use crate::language::{Held, Language, Message, Page};
use crate::overlay::Layers;
use crate::render::page::{self, Manifest, Read};
use crate::statements::Counted;
use crate::words::Word;
use crate::workbook::origin;
use anyhow::Result;
use std::borrow::Cow;
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
    let bytes = fs::read(report)?;
    let found =
        if is_workbook(report) { origin(&bytes) } else { Manifest::found_in(&text_of(&bytes)) };
    let found = found.and_then(|then| asked(&then).map(|asked| (then, asked)));
    let Some((then, asked)) = found else {
        return tell(&Page::NoReport(&name), of_computer, world);
    };
    let layers = Layers {
        scenarios: then.asked.scenarios.clone(),
        arguments: then.asked.arguments.clone(),
        plan: then.asked.plan,
    };
    let again = if is_workbook(report) {
        workbook::made(file, (&asked, &layers), options, world)?.map(|made| Again {
            same: made.bytes == bytes,
            manifest: made.manifest,
            language: made.language,
        })
    } else {
        made(file, &layers, &asked, options, world)?.map(|document| {
            let text = text_of(&bytes);
            let same = text == page::html(&document) || text == page::markdown(&document);
            Again { same, manifest: document.manifest, language: document.language }
        })
    };
    let again = match again {
        Ok(again) => again,
        Err(exit) => return Ok(exit),
    };
    let now = &again.manifest;
    let mut differences = files(&then.files, &now.files);
    let typed = options.laid.layers();
    if typed != Layers::default() && typed != layers {
        differences.push(Held::Laid);
    }
    if then.version != now.version {
        differences.push(Held::Version { made: &then.version, now: &now.version });
    }
    if differences.is_empty() && !again.same {
        differences.push(Held::Touched);
    }
    say(&differences, &name, options.language_or(again.language), world)
}

/// A report that was made again.
struct Again {
    /// Whether the one that is there is just the same.
    same: bool,
    /// What it is made from.
    manifest: Manifest,
    /// Its language.
    language: Language,
}

fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
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
