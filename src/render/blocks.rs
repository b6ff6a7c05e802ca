//! What a report is made of, whatever it is shown as.

use crate::calendar::Month;
use crate::document::printable;
use crate::language::{Compare, Language, Message, Text, numbers};
use crate::measures::Ratio;
use crate::money::Cents;
use crate::overlay::Layers;

/// What something is called that stands at a path of a file.
pub type Called<'a> = &'a dyn Fn(&str) -> String;

/// A report: its blocks, and the language of its figures.
#[derive(Clone, Debug)]
pub struct Report {
    /// The language that it is written in.
    pub language: Language,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What matters most, in a sentence.
    Lead(String),
    /// Over what follows.
    Heading(String),
    /// A sentence or more.
    Sentence(String),
    /// The words of somebody else, a paragraph each.
    Quote(Vec<String>),
    /// Things under each other.
    List(Vec<String>),
    /// A command to type.
    Command(String),
    /// One of several things in a row, with the command for it.
    Step {
        /// What it is.
        words: String,
        /// The command.
        command: String,
    },
    /// A table.
    Table(ReportTable),
    /// Steps within steps.
    Tree(Vec<Branch>),
}

/// A line of a tree, with what is said under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// How many steps it lies within.
    pub depth: usize,
    /// What it is.
    pub words: String,
    /// What it comes to; may be nothing.
    pub value: String,
    /// What is said under it, a line each.
    pub more: Vec<String>,
}

/// A table: figures in columns, the first column naming the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportTable {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with at most as many cells as there are columns.
    pub rows: Vec<Row>,
    /// How its columns are dealt over pieces below each other where they do not fit.
    pub fold: Fold,
}

/// How columns are dealt over pieces below each other. Every piece has the first column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// As even as can be.
    #[default]
    Even,
    /// The same, with columns of figures of one width, so that pieces line up.
    Alike,
    /// Columns of periods, so many in a piece: the first of these sizes that fits, so that pieces
    /// begin where years do.
    Periods {
        /// The columns before the periods, which go with the first piece.
        lead: usize,
        /// Sizes, the largest first.
        sizes: &'static [usize],
    },
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands over it.
    pub head: String,
    /// On which side its cells line up.
    pub align: Align,
}

/// On which side cells line up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures, which are never broken.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is among the others.
    pub role: Role,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What a row is among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of many.
    Plain,
    /// Over the rows that follow; only its first cell says something.
    Group,
    /// More about the row above it.
    Detail,
    /// The sum of the rows above it.
    Total,
    /// What the table is about.
    Result,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// An amount of nothing among others: a dash, so that the amounts stand out.
    NoMoney,
    /// That there is nothing to measure.
    NotApplicable,
    /// Words.
    Text(String),
    /// An amount.
    Money(Cents),
    /// A ratio, rounded to so many decimals for show.
    Ratio(Ratio, u32),
    /// A ratio as a percentage, rounded to so many decimals of the ratio.
    Share(Ratio, u32),
    /// A month.
    Month(Month),
    /// A whole number.
    Count(usize),
    /// At least what the other cell says.
    AtLeast(Box<Cell>),
    /// At most what the other cell says.
    AtMost(Box<Cell>),
    /// Whether something passes.
    Passes(bool),
    /// A figure, and whether it passes its test.
    Tested(Box<Cell>, bool),
    /// A figure less another.
    Difference(Box<Cell>),
}

impl Report {
    /// A report without anything in it yet.
    pub fn new(language: Language) -> Self {
        Self { language, blocks: Vec::new() }
    }

    /// Adds a sentence.
    pub fn say(&mut self, message: &Message<'_>) {
        self.blocks.push(Block::Sentence(self.language.say(message)));
    }

    /// Adds why something exists, in the words of its file.
    pub fn story(&mut self, story: Option<&Text>) {
        let story = story.map(|story| story.to_people(self.language));
        let paragraphs = paragraphs(story.unwrap_or_default());
        if !paragraphs.is_empty() {
            self.blocks.push(Block::Quote(paragraphs));
        }
    }

    /// Adds what is laid over the file: whose figures these are.
    pub fn laid(&mut self, layers: &Layers) {
        for scenario in &layers.scenarios {
            self.say(&Message::Scenario(scenario));
        }
        if !layers.arguments.is_empty() {
            self.say(&Message::Changed(&layers.arguments));
        }
    }

    /// Adds what matters most.
    pub fn lead(&mut self, message: &Message<'_>) {
        self.blocks.push(Block::Lead(self.language.say(message)));
    }

    /// What matters most in it.
    pub fn led_by(&self) -> &str {
        let lead = self.blocks.iter().find_map(|block| match block {
            Block::Lead(words) => Some(words.as_str()),
            _ => None,
        });
        lead.unwrap_or_default()
    }

    /// Adds a heading.
    pub fn heading(&mut self, heading: crate::language::Heading) {
        self.blocks.push(Block::Heading(self.language.say(&Message::Heading(heading))));
    }

    /// Adds things under each other.
    pub fn list<'a>(&mut self, messages: impl IntoIterator<Item = Message<'a>>) {
        let items = messages.into_iter().map(|message| self.language.say(&message)).collect();
        self.blocks.push(Block::List(items));
    }

    /// Adds a table.
    pub fn table(&mut self, table: ReportTable) {
        self.blocks.push(Block::Table(table));
    }

    /// A column of words.
    pub fn words(&self, column: crate::language::Column) -> Column {
        Column { head: self.language.say(&Message::Column(column)), align: Align::Left }
    }

    /// A column of figures.
    pub fn figures(&self, column: crate::language::Column) -> Column {
        Column { head: self.language.say(&Message::Column(column)), align: Align::Right }
    }

    /// A cell with the words of a message.
    pub fn cell(&self, message: &Message<'_>) -> Cell {
        Cell::Text(self.language.say(message))
    }
}

impl Row {
    /// One row of many.
    pub fn plain(cells: Vec<Cell>) -> Self {
        Self { role: Role::Plain, cells }
    }
}

impl ReportTable {
    /// The same table without the columns in which every cell is blank.
    #[must_use]
    pub fn without_columns(self, blank: fn(&Cell) -> bool) -> Self {
        let kept = |place: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.cells.get(place));
            cells.any(|cell| !blank(cell))
        };
        let kept: Vec<bool> = (0..self.columns.len()).map(kept).collect();
        let rows = self.rows.into_iter().map(|row| Row { cells: only(&kept, row.cells), ..row });
        Self { rows: rows.collect(), columns: only(&kept, self.columns), fold: self.fold }
    }
}

impl Fold {
    /// The columns of each piece, the first one in all of them, where a piece fits if this says
    /// so; as few pieces as that allows.
    pub fn pieces(self, columns: usize, fits: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
        let figures: Vec<usize> = (1..columns).collect();
        let fitting = |pieces: &Vec<Vec<usize>>| pieces.iter().all(|piece| fits(piece));
        let dealt = match self {
            Self::Even | Self::Alike => (1..=figures.len())
                .map(|count| dealt(&figures, 0, figures.len().div_ceil(count)))
                .find(fitting),
            Self::Periods { lead, sizes } => {
                sizes.iter().map(|&size| dealt(&figures, lead, size)).find(fitting)
            }
        };
        // Where not even one column fits, the page is too narrow for any table.
        dealt.unwrap_or_else(|| self::dealt(&figures, 0, 1))
    }
}

/// Columns in pieces of a size, the first with so many more; each after the one that names the
/// rows.
fn dealt(figures: &[usize], lead: usize, size: usize) -> Vec<Vec<usize>> {
    let (first, rest) = figures.split_at((lead + size).min(figures.len()));
    let mut pieces = vec![[&[0], first].concat()];
    pieces.extend(rest.chunks(size.max(1)).map(|chunk| [&[0], chunk].concat()));
    pieces
}

fn only<T>(kept: &[bool], things: Vec<T>) -> Vec<T> {
    things.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(thing, _)| thing).collect()
}

/// A text in paragraphs, however its lines are broken; a blank line ends one.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let written = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    written.map(|lines| lines.join(" ")).collect()
}

/// A difference, which says which way it goes; between percentages it is counted in points.
fn difference(cell: &Cell, language: Language) -> String {
    let text = cell.text(language);
    let sign = if text.starts_with('-') { "" } else { "+" };
    let unit = match cell {
        Cell::Share(..) => language.say(&Message::Compare(Compare::Points)),
        _ => String::new(),
    };
    format!("{sign}{text}{unit}")
}

impl Cell {
    /// What it says, safe to show.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::NoMoney => "–".to_owned(),
            Self::NotApplicable => language.say(&Message::NotApplicable),
            Self::Text(text) => printable(text).into_owned(),
            Self::Money(amount) => numbers::plain(language, *amount),
            Self::Ratio(ratio, decimals) => numbers::written(language, ratio.rounded(*decimals)),
            Self::Share(ratio, decimals) => numbers::share(language, *ratio, *decimals),
            Self::Month(month) => numbers::short_month(language, *month),
            Self::Count(count) => numbers::count(language, *count),
            Self::AtLeast(cell) => format!("≥ {}", cell.text(language)),
            Self::AtMost(cell) => format!("≤ {}", cell.text(language)),
            Self::Passes(passes) => language.say(&Message::Passes(*passes)),
            Self::Tested(cell, passes) => {
                format!("{} {}", cell.text(language), if *passes { '✓' } else { '✗' })
            }
            Self::Difference(cell) => difference(cell, language),
        }
    }

    /// Whether it says nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }

    /// Whether it says nothing, or no money.
    pub fn is_nothing_or_zero(&self) -> bool {
        matches!(self, Self::Nothing | Self::NoMoney | Self::Money(Cents::ZERO))
    }

    /// Whether it is bad news: an amount or ratio below zero, or something that fails.
    pub fn is_bad(&self) -> bool {
        match self {
            Self::Money(amount) => *amount < Cents::ZERO,
            Self::Ratio(ratio, _) | Self::Share(ratio, _) => ratio.is_below_zero(),
            Self::Passes(passes) | Self::Tested(_, passes) => !passes,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn a_blank_line_ends_a_paragraph() {
        assert_eq!(paragraphs(" one\n  and more\r\n\n \ntwo\n"), ["one and more", "two"]);
        assert!(paragraphs(" \n\n").is_empty());
    }
}
