//! `bizcase prices`: what things cost others, with a source.

use super::Exit;
use super::disk::open;
use super::files::{self, Judged, NotRead};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::{self, AskedMistake, Document, Place, Problem, SourceId, Unread};
use crate::language::Message;
use crate::overlay::Layers;
use crate::prices::{Level, Listed, PriceList, built_in, is_list, list_name, read};
use crate::render::prices::{self as report, At, Shown};
use anyhow::{Result, bail};
use clap::Args;
use std::path::{Path, PathBuf};

/// What things cost others, with a source: a price list, searched in Dutch and in English
///
/// A case takes a price with `price_from`, at the prices of the year before it starts.
#[derive(Args, Debug)]
pub(crate) struct PricesArguments {
    /// Only prices with all of these words in their name, id, unit, bearer, source or note
    words: Vec<String>,
    /// The file of another list than the built-in one
    #[arg(long, value_name = "FILE", default_value = "nl")]
    list: PathBuf,
    /// At the prices of this year [default: the last one with an index figure]
    #[arg(long, value_parser = clap::value_parser!(i32).range(1000..=9999))]
    year: Option<i32>,
}

pub(crate) fn run(
    arguments: &PricesArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let page = options.page(None, &world.surroundings);
    if options.laid.layers() != Layers::default() {
        bail!("{}", page.language.say(&Message::NothingBeneath { command: "prices" }));
    }
    let list = match found(&arguments.list, world) {
        Ok(list) => list,
        Err(not_read) => {
            files::finish(&arguments.list, &Judged::NotRead(not_read), options, world)?;
            return Ok(Exit::WrongInput);
        }
    };
    let shown = shown_of(&list, arguments);
    let report = || Ok(report::report(&shown, page.language));
    let (json, csv) = (|| Ok(report::json::object(&shown)), || Ok(report::csv::table(&shown)?));
    shown::write(options.format(), &page, world, report, json, csv)?;
    Ok(Exit::Fine)
}

/// The list that is asked for: a built-in one, or a file.
fn found(asked: &Path, world: &mut World) -> Result<PriceList, NotRead> {
    let wrong = |unread: Unread| NotRead::Wrong(vec![unread], None);
    if let Some(document) = asked.to_str().and_then(built_in) {
        return listed(document).map_err(wrong);
    }
    let unreadable = |failure| NotRead::Unreadable { path: asked.to_owned(), failure };
    let opened = open(asked, world.input).map_err(unreadable)?;
    let document = opened.source.and_then(document::read).map_err(wrong)?;
    listed(&document).map_err(wrong)
}

fn listed(document: &Document) -> Result<PriceList, Unread> {
    let problems = if is_list(document) {
        match read(document) {
            Ok(list) => return Ok(list),
            Err(problems) => problems,
        }
    } else {
        let place = Place { source: SourceId(0), start: 0, end: 0 };
        vec![Problem { place, mistake: AskedMistake::NotAList.into() }]
    };
    Err(Unread { sources: document.sources.clone(), problems })
}

fn shown_of<'l>(list: &'l PriceList, arguments: &PricesArguments) -> Shown<'l> {
    let factors = list.cpi.as_ref().map(|cpi| &cpi.factors);
    let last = factors.and_then(|factors| factors.last_key_value()).map(|(year, _)| *year);
    let newest = || list.prices.iter().map(|price| price.year).max().unwrap_or_default();
    let year = arguments.year.or(last).unwrap_or_else(newest);
    let words: Vec<_> = arguments.words.iter().map(|word| word.to_lowercase()).collect();
    let asked = list.prices.iter().filter(|price| report::has_words(price, &words));
    let at = |listed: &'l Listed| {
        let level = Level::of((listed.value, listed.year), year, list.cpi.as_ref(), None)?;
        Some(At { listed, level })
    };
    Shown {
        name: list_name(&arguments.list.display().to_string()),
        list,
        year: last.map_or(year, |last| year.min(last)),
        prices: asked.filter_map(at).collect(),
    }
}
