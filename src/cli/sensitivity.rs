//! `bizcase sensitivity`: which numbers the verdict hangs on.

use super::Exit;
use super::bar::Bar;
use super::hinged::{Asked, Work, computed, with_hinged};
use super::options::{Format, Options};
use super::world::World;
use crate::document::printable;
use crate::language::{Language, Message, Sensitivity as Say, Show};
use crate::money::Overflow;
use crate::reading::nearest::nearest;
use crate::render::sensitivity::Told;
use crate::render::text::Page;
use crate::render::{json, markdown, sensitivity as report, text};
use crate::statements::Counted;
use crate::whatif::inputs::Input;
use crate::whatif::sensitivity::{Grid, Sensitivity, grid, sensitivity};
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// Which inputs the verdict hangs on: tornado and switching values
///
/// Each number is swung by itself, over its range in the file or else by 10% of itself; and the value
/// is looked for, nearest to today's, at which the verdict turns.
#[derive(Args, Debug)]
pub(crate) struct SensitivityArguments {
    /// A file of a case or a fund, or `-` for standard input
    file: PathBuf,
    /// Only so many numbers, those that move the margin most
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// The margin over two numbers at once: give this twice, as in `--grid funding.meals.price --grid
    /// funding.meals.quantity`
    #[arg(long, value_name = "PATH", conflicts_with = "top")]
    grid: Vec<String>,
    /// Which funding the margin of a case counts [default: certain]
    #[arg(long, value_enum)]
    funding: Option<Counted>,
}

/// How many numbers are listed for who asks for one that is not there.
const LISTED: usize = 50;

pub(crate) fn run(
    arguments: &SensitivityArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let asked = Asked { file: &arguments.file, funding: arguments.funding };
    with_hinged(asked, options, world, arguments)
}

impl Work for SensitivityArguments {
    /// Looks for what was asked, and writes it; or what to say about a number that there is not.
    fn on<T: Told>(
        &self,
        told: &T,
        options: &Options,
        page: &Page,
        world: &mut World,
    ) -> Result<Exit> {
        let watched = world.surroundings.errors_are_terminal;
        match found_in(self, told, page.language, watched) {
            Ok(found) => {
                let found = computed(found, page)?;
                write!(world.output, "{}", shown(self, told, &found, options, page)?)?;
                Ok(Exit::Fine)
            }
            Err(wrong) => {
                write!(world.errors, "{wrong}")?;
                Ok(Exit::WrongInput)
            }
        }
    }
}

/// What there is to show.
enum Found<M> {
    Swings(Sensitivity<M>),
    Grid(M, Box<Grid<M>>),
}

/// What was asked for, or what to say about a number that there is not.
fn found_in<T: Told>(
    arguments: &SensitivityArguments,
    told: &T,
    language: Language,
    watched: bool,
) -> Result<Result<Found<T::Margin>, Overflow>, String> {
    let say = |say| language.say(&Message::Sensitivity(say));
    match arguments.grid.as_slice() {
        [] => {
            let all = u64::try_from(told.inputs().len()).unwrap_or(u64::MAX);
            let mut bar = Bar::new(all, say(Say::Working), watched);
            let done = |done| bar.is_at(u64::try_from(done).unwrap_or(u64::MAX));
            let swings = sensitivity(told, done);
            bar.clear();
            Ok(swings.map(Found::Swings))
        }
        [rows, columns] if rows != columns => {
            let all = told.inputs();
            let (rows, columns) = (input(rows, &all, language)?, input(columns, &all, language)?);
            let found = told.margin().map(|margin| {
                Found::Grid(margin, Box::new(grid(told, rows.clone(), columns.clone())))
            });
            Ok(found)
        }
        _ => Err(format!("bizcase: {}\n", say(Say::TwoNumbers(T::KIND)))),
    }
}

/// The number with this path; or that there is none, what was probably meant, and what there is.
fn input<'a>(asked: &str, all: &'a [Input], language: Language) -> Result<&'a Input, String> {
    if let Some(input) = all.iter().find(|input| input.path() == asked) {
        return Ok(input);
    }
    let say = |say| language.say(&Message::Sensitivity(say));
    let paths: Vec<_> = all.iter().map(Input::path).collect();
    let near = nearest(asked, paths.iter().map(String::as_str));
    let words = say(Say::Unknown { path: asked, near });
    let mut told = format!("bizcase: {}\n{}\n", printable(&words), say(Say::InputsAre));
    for path in paths.iter().take(LISTED) {
        told.push_str("  ");
        told.push_str(&printable(path));
        told.push('\n');
    }
    if paths.len() > LISTED {
        let more = language.say(&Message::Show(Show::More(paths.len() - LISTED)));
        told.push_str("  ");
        told.push_str(&more);
        told.push('\n');
    }
    Err(told)
}

fn shown<T: Told>(
    arguments: &SensitivityArguments,
    told: &T,
    found: &Found<T::Margin>,
    options: &Options,
    page: &Page,
) -> Result<String> {
    let file = arguments.file.display().to_string();
    let layers = options.laid.layers();
    let subject = options.subject(&file, &layers);
    let top = arguments.top;
    let report = || match found {
        Found::Swings(swings) => report::report(told, swings, top, (&layers, page.language)),
        Found::Grid(margin, grid) => report::grid(told, *margin, grid, (&layers, page.language)),
    };
    Ok(match (options.format, found) {
        (Format::Text, _) => text::text(&report(), page),
        (Format::Markdown, _) => markdown::markdown(&report()),
        (Format::Json, Found::Swings(swings)) => {
            json::text(&report::json::sensitivity(subject, told, swings, top)) + "\n"
        }
        (Format::Json, Found::Grid(margin, grid)) => {
            json::text(&report::json::grid(subject, told, *margin, grid)) + "\n"
        }
        (Format::Csv, Found::Swings(swings)) => report::csv::sensitivity(swings, top)?,
        (Format::Csv, Found::Grid(_, grid)) => report::csv::grid(grid)?,
    })
}
