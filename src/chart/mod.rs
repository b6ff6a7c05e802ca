//! Charts: what each tells, in exact cents, and one drawing of it.
//!
//! A [`Chart`] is data. It becomes a [`Drawing`], in which amounts have become places on paper,
//! and that becomes SVG. Until a place is rounded to a tenth of a pixel, every figure is a whole
//! number of cents.

mod columns;
mod drawing;
mod key;
mod pattern;
mod rows;
mod scale;
mod svg;
#[cfg(test)]
mod tests;

pub use drawing::{Drawing, Mark, Paper};
pub use pattern::Pattern;
pub use scale::Scale;

use crate::calendar::Month;
use crate::language::Language;
use crate::money::Cents;

/// A chart: what it says, what is drawn, and the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it is called in its page: small letters.
    pub id: &'static str,
    /// What it shows, as a message.
    pub title: String,
    /// What is drawn and in which unit.
    pub about: String,
    /// The figures, and how they are drawn.
    pub plot: Plot,
}

/// The figures of a chart, by how they are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plot {
    /// A bar for each period, its parts stacked away from zero.
    Stacked(Stacked),
    /// A line through the periods for each series.
    Lines(Lines),
    /// From one amount to another, step by step.
    Steps(Steps),
    /// For each of some things bars from zero.
    Across(Across),
    /// For each of some numbers a bar from a low to a high margin.
    Tornado(Tornado),
    /// For each of some things the months that it lasts.
    Spans(Spans),
}

/// Amounts with a name and a look of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What they are called.
    pub name: String,
    /// How they look, with and without colour.
    pub pattern: Pattern,
    /// An amount for each period.
    pub amounts: Vec<Cents>,
}

/// The periods of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// What the column of their names is called.
    pub head: String,
    /// What each is called.
    pub names: Vec<String>,
    /// The periods that are named under the chart, by their place, with what they are called there.
    pub labels: Vec<(usize, String)>,
    /// The names of the months of a year, where the periods are the months of the years that are
    /// named; else nothing.
    pub months: Vec<String>,
}

/// Amounts by period, stacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stacked {
    /// The periods.
    pub periods: Periods,
    /// What is stacked; what is below zero is stacked downwards.
    pub series: Vec<Series>,
}

/// Amounts by period, as lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The periods.
    pub periods: Periods,
    /// Areas behind the lines, the widest first.
    pub bands: Vec<Band>,
    /// The lines.
    pub series: Vec<Series>,
    /// An amount that is drawn right across, with its name.
    pub limit: Option<(String, Cents)>,
    /// A place on a line that matters.
    pub spot: Option<Spot>,
}

/// An area between two amounts in each period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What it is.
    pub name: String,
    /// What its lower edge is called, and its upper one.
    pub edges: [String; 2],
    /// The lower amounts.
    pub low: Vec<Cents>,
    /// The upper amounts.
    pub high: Vec<Cents>,
}

/// A place on a line that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line, by its place among the series.
    pub series: usize,
    /// The period, by its place.
    pub period: usize,
    /// What is said of it.
    pub words: String,
}

/// From one amount to another, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// What the columns of its table are called: the step and its amount.
    pub heads: [String; 2],
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub name: String,
    /// What it adds, or takes off below zero; of a level where it has come to.
    pub amount: Cents,
    /// Whether it says where the steps have come to, rather than being one.
    pub is_level: bool,
}

/// For each of some things bars from zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    /// What the things are called together.
    pub head: String,
    /// The names and looks of what is measured.
    pub series: Vec<(String, Pattern)>,
    /// Which of them share a bar, one after the other.
    pub bars: Vec<Vec<usize>>,
    /// The things, each with an amount for each series.
    pub rows: Vec<(String, Vec<Cents>)>,
}

/// For each of some numbers a bar around how things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tornado {
    /// What the numbers are called together, the amount at their low and that at their high.
    pub heads: [String; 3],
    /// How things stand, and what that is called.
    pub base: (String, Cents),
    /// The numbers, with the amount at the low and at the high value of each.
    pub rows: Vec<(String, Cents, Cents)>,
}

/// Months that are alike: what they are, by its place among the series, the first of them, and the
/// one after the last.
pub type Stretch = (usize, usize, usize);

/// For each of some things the months that it lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans {
    /// What the things are called together.
    pub head: String,
    /// The first month.
    pub start: Month,
    /// How many months there are.
    pub months: usize,
    /// The months that are named under the chart.
    pub labels: Vec<(usize, String)>,
    /// What the months are, with a look of their own.
    pub series: Vec<(String, Pattern)>,
    /// The things, each with its stretches.
    pub rows: Vec<(String, Vec<Stretch>)>,
}

impl Chart {
    /// The chart on paper.
    pub fn drawn(&self, paper: Paper, language: Language) -> Drawing {
        match &self.plot {
            Plot::Stacked(stacked) => columns::stacked(stacked, paper, language),
            Plot::Lines(lines) => columns::lines(lines, paper, language),
            Plot::Steps(steps) => rows::steps(steps, paper, language),
            Plot::Across(across) => rows::across(across, paper, language),
            Plot::Tornado(tornado) => rows::tornado(tornado, paper, language),
            Plot::Spans(spans) => rows::spans(spans, paper),
        }
    }
}
