//! `bizcase show`: the tables behind the verdict.

use super::Exit;
use super::asked::of_option;
use super::files;
use super::one_case::with_case;
use super::options::Options;
use super::shown;
use super::world::World;
use crate::assess::Assessment;
use crate::case::Case;
use crate::document::{Document, PathMistake, PathPart, Unread};
use crate::explain::ask;
use crate::language::{Message, Show};
use crate::money::Overflow;
use crate::postings::Postings;
use crate::render::blocks::Report;
use crate::render::json;
use crate::render::show as tables;
use crate::render::text::Page;
use crate::statements::{self, By, ClosingCash, Counted, EntrySheet, Granted, Group, Overview};
use crate::words::Word;
use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The tables: investments and financing, exploitation, cash, balance, loans, present values
#[derive(Args, Debug)]
pub(crate) struct ShowArguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// The length of a period
    #[arg(long, value_enum, default_value_t)]
    by: Period,
    /// Only this entry, such as `cost.kitchen`; may be given more than once
    #[arg(long = "entry", value_name = "ID")]
    entries: Vec<String>,
    /// Which funding the tables count; JSON and CSV tell of both
    #[arg(long, value_enum, default_value_t = Counted::All)]
    funding: Counted,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default)]
enum Period {
    Month,
    Quarter,
    /// Case years
    #[default]
    Year,
}

impl From<Period> for By {
    fn from(period: Period) -> Self {
        match period {
            Period::Month => Self::Month,
            Period::Quarter => Self::Quarter,
            Period::Year => Self::Year,
        }
    }
}

pub(crate) fn run(arguments: &ShowArguments, options: &Options, world: &mut World) -> Result<Exit> {
    with_case(&arguments.file, options, world, |document, assessment, page, world| {
        match chosen(arguments, document, &assessment.case) {
            Ok(chosen) => {
                show(arguments, assessment, &chosen, (options, page), world)?;
                Ok(Exit::Fine)
            }
            Err(unknown) => {
                let language = assessment.case.language;
                files::refuse(&arguments.file, &[unknown], language, options, world)
            }
        }
    })
}

/// What is shown: all tables, or some entries.
enum Chosen {
    All,
    Entries(Vec<(Group, usize)>),
}

/// The entries that are asked for.
///
/// # Errors
/// That one of them is none.
fn chosen(arguments: &ShowArguments, document: &Document, case: &Case) -> Result<Chosen, Unread> {
    if arguments.entries.is_empty() {
        return Ok(Chosen::All);
    }
    let all = paths(case);
    let mut places = Vec::new();
    for asked in &arguments.entries {
        match all.iter().find(|(path, ..)| path == asked) {
            Some((_, group, place)) => places.push((*group, *place)),
            None => return Err(unknown(asked, &all, document)),
        }
    }
    Ok(Chosen::Entries(places))
}

fn paths(case: &Case) -> Vec<(String, Group, usize)> {
    let places = case.entries().map(|entry| (entry.group, entry.place));
    places
        .filter_map(|(group, place)| Some((json::path(case, group, place)?, group, place)))
        .collect()
}

/// That there is no such entry, and what there is; or that it is off.
fn unknown(asked: &str, all: &[(String, Group, usize)], document: &Document) -> Unread {
    let parts: Vec<_> = asked.split('.').collect();
    let off = Group::all().any(|group| asked.starts_with(group.id()))
        && parts.len() == 2
        && document.key_at(&parts).is_some();
    let mistake = if off {
        PathMistake::Off { entry: asked.to_owned() }
    } else {
        let paths: Vec<_> = all.iter().map(|(path, ..)| path.clone()).collect();
        let known = ask::known(asked, &paths);
        PathMistake::Unknown { part: PathPart::AnyEntry, word: asked.to_owned(), known }
    };
    of_option("--entry", asked, mistake)
}

fn show(
    arguments: &ShowArguments,
    assessment: &Assessment,
    chosen: &Chosen,
    (options, page): (&Options, &Page),
    world: &mut World,
) -> Result<()> {
    let too_large = |_: Overflow| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge)));
    let Assessment { case, journal, .. } = assessment;
    let by = By::from(arguments.by);
    let layers = options.laid.layers();
    let entries = |postings: &Postings| {
        let mut sheets = statements::entries(case, postings, by)?;
        if let Chosen::Entries(places) = chosen {
            sheets.retain(|sheet| places.contains(&(sheet.group, sheet.place)));
        }
        Ok(sheets)
    };
    let counted = arguments.funding;
    let report = || -> Result<Report, Overflow> {
        Ok(match chosen {
            Chosen::All => {
                let overview = Overview::of(case, journal, by, counted)?;
                let file = arguments.file.display().to_string();
                let subject = options.subject(&file, &layers);
                tables::report(subject, case, &overview, page.language)
            }
            Chosen::Entries(_) => {
                let postings = journal.run(case, &Granted::counting(case, counted))?;
                tables::entries(&layers, case, &entries(&postings)?, by, page.language)
            }
        })
    };
    let sheets = || -> Result<(Vec<EntrySheet>, ClosingCash), Overflow> {
        Ok((entries(journal.all())?, ClosingCash::of(case, journal, by)?))
    };
    let json = || {
        let (entries, cash) = sheets().map_err(too_large)?;
        Ok(tables::json::object(case, &entries, &cash, by))
    };
    let csv = || {
        let (entries, cash) = sheets().map_err(too_large)?;
        // Closing cash is no part of any entry.
        let cash = matches!(chosen, Chosen::All).then_some(&cash);
        Ok(tables::csv::table(case, &entries, cash, by)?)
    };
    shown::write(options.format(), page, world, || report().map_err(too_large), json, csv)
}
