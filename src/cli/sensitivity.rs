//! `bizcase sensitivity`: which numbers the verdict hangs on.

use super::Exit;
use super::asked::of_option;
use super::files;
use super::hinged::{Asked, Work, computed, swung, with_hinged};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::{AskedMistake, PathMistake, PathPart, Unread};
use crate::explain::ask;
use crate::language::{Kind, Language};
use crate::money::Overflow;
use crate::render::sensitivity::{self as report, Told};
use crate::render::text::Page;
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

/// The option for a margin over two numbers.
const GRID: &str = "--grid";

pub(crate) fn run(
    arguments: &SensitivityArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let asked = Asked { file: &arguments.file, funding: arguments.funding };
    with_hinged(asked, options, world, arguments)
}

impl Work for SensitivityArguments {
    /// Looks for what was asked, and writes it; or what is wrong with what was asked.
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
                show(self, told, &found, (options, page), world)?;
                Ok(Exit::Fine)
            }
            Err(wrong) => files::refuse(&self.file, &[wrong], Some(page.language), options, world),
        }
    }
}

/// What there is to show.
enum Found<M> {
    Swings(Sensitivity<M>),
    Grid(M, Box<Grid<M>>),
}

/// What was asked for.
///
/// # Errors
/// What is wrong with the numbers of a grid.
fn found_in<T: Told>(
    arguments: &SensitivityArguments,
    told: &T,
    language: Language,
    watched: bool,
) -> Result<Result<Found<T::Margin>, Overflow>, Unread> {
    match arguments.grid.as_slice() {
        [] => {
            let swings = swung(told, language, watched, |told, done| sensitivity(told, done));
            Ok(swings.map(Found::Swings))
        }
        [rows, columns] if rows != columns => {
            let all = told.inputs();
            let (rows, columns) = (input(rows, &all)?, input(columns, &all)?);
            let found = told.margin().map(|margin| {
                Found::Grid(margin, Box::new(grid(told, rows.clone(), columns.clone())))
            });
            Ok(found)
        }
        grids => {
            let mistake = AskedMistake::TwoNumbers { of_fund: T::KIND == Kind::Fund };
            Err(of_option(GRID, &grids.join(" "), mistake))
        }
    }
}

/// The number with this path.
///
/// # Errors
/// That there is none, and what there is.
fn input<'a>(asked: &str, all: &'a [Input]) -> Result<&'a Input, Unread> {
    all.iter().find(|input| input.path() == asked).ok_or_else(|| {
        let paths: Vec<_> = all.iter().map(Input::path).collect();
        let known = ask::known(asked, &paths);
        let word = asked.to_owned();
        of_option(GRID, asked, PathMistake::Unknown { part: PathPart::Number, word, known })
    })
}

fn show<T: Told>(
    arguments: &SensitivityArguments,
    told: &T,
    found: &Found<T::Margin>,
    (options, page): (&Options, &Page),
    world: &mut World,
) -> Result<()> {
    let file = arguments.file.display().to_string();
    let layers = options.laid.layers();
    let subject = options.subject(&file, &layers);
    let (top, shown) = (arguments.top, (&layers, page.language));
    let report = || {
        Ok(match found {
            Found::Swings(swings) => report::report(told, swings, top, shown),
            Found::Grid(margin, grid) => report::grid(told, *margin, grid, shown),
        })
    };
    let json = || {
        Ok(match found {
            Found::Swings(swings) => report::json::object(subject, told, swings, top),
            Found::Grid(margin, grid) => report::json::grid(subject, told, *margin, grid),
        })
    };
    let csv = || {
        Ok(match found {
            Found::Swings(swings) => report::csv::table(swings, top)?,
            Found::Grid(_, grid) => report::csv::grid(grid)?,
        })
    };
    shown::write(options.format(), page, world, report, json, csv)
}
