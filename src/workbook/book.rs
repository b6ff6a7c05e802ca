//! A workbook before it is a file: sheets of cells, each with what it holds and what that comes to.
//!
//! A cell is only to be had from the book, once it stands there; so a formula looks at cells that
//! were there before it, no address is ever typed, and there are no circles.

use super::formula::{Cell, Formula, Value};
use super::number::Number;
use crate::words::NumberKind;
use std::collections::BTreeMap;

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct Book {
    sheets: Vec<Sheet>,
    cells: Vec<Placed>,
    values: Vec<Value>,
    names: Vec<(String, Cell)>,
    charts: Vec<Chart>,
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What stands on its tab.
    pub name: String,
    /// Whether only formulas look at it.
    pub hidden: bool,
    /// How many rows and columns stay in sight.
    pub frozen: (u32, u16),
    /// How wide its columns are, in characters; the last one goes for all that follow.
    pub widths: Vec<u16>,
    /// The first row that is free.
    next: u32,
}

/// A sheet of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetId(usize);

/// A row that is being filled, from left to right.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    sheet: usize,
    line: u32,
    column: u16,
}

/// A cell with what it holds.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where it stands.
    pub cell: Cell,
    /// What it holds.
    pub content: Content,
    /// How it looks.
    pub look: Look,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// What stands there.
    Fixed(Value),
    /// What a reader may change.
    Input(Value, Bounds),
    /// What follows from other cells.
    Formula(Formula),
}

/// What may be typed in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Bounds {
    /// A number of a kind, with no more than so many decimals.
    Number(NumberKind, u32),
    /// One of these words.
    Words(Vec<String>),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// What a sheet is called.
    Title,
    /// What follows.
    Heading,
    /// Words.
    Words,
    /// Words that matter.
    Strong,
    /// A sentence, or several: over all columns, and as many lines as it takes.
    Paragraph,
    /// Words among figures.
    Aside,
    /// Words in as many lines as they take in their column.
    Wrapped,
    /// Words in small print.
    Note,
    /// The head of a column of words.
    Head,
    /// The head of a column of figures.
    FigureHead,
    /// Money.
    Money,
    /// Money that is a sum.
    Total,
    /// Money that a table is about.
    Outcome,
    /// A figure of some kind.
    Figure(NumberKind),
    /// A figure that can be changed here.
    Live(NumberKind),
    /// A figure that is changed in the file.
    Kept(NumberKind),
    /// A word that can be chosen here.
    Choice,
    /// A word that is changed in the file.
    Settled,
    /// What only formulas look at.
    Hidden,
}

/// A chart that the spreadsheet draws.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Where it stands: below and right of this cell.
    pub at: Cell,
    /// Whether it is a line; else bars.
    pub line: bool,
    /// What it shows.
    pub title: String,
    /// The first and the last cell of its categories.
    pub categories: (Cell, Cell),
    /// Its series: a name, and the first and the last cell.
    pub series: Vec<(String, Cell, Cell)>,
}

/// How much of a book there was.
#[derive(Clone, Debug)]
pub struct Mark {
    cells: usize,
    rows: Vec<u32>,
}

impl Book {
    /// A new sheet.
    pub fn sheet(&mut self, name: &str, frozen: (u32, u16), widths: &[u16]) -> SheetId {
        self.add(name, frozen, widths, false)
    }

    /// A new sheet that only formulas look at.
    pub fn hidden_sheet(&mut self, name: &str) -> SheetId {
        self.add(name, (0, 0), &[10], true)
    }

    fn add(&mut self, name: &str, frozen: (u32, u16), widths: &[u16], hidden: bool) -> SheetId {
        let name = name.to_owned();
        self.sheets.push(Sheet { name, hidden, frozen, widths: widths.to_vec(), next: 0 });
        SheetId(self.sheets.len() - 1)
    }

    /// The next row of a sheet.
    pub fn row(&mut self, sheet: SheetId) -> Row {
        let next = self.sheets.get_mut(sheet.0).map_or(0, |sheet| {
            sheet.next += 1;
            sheet.next - 1
        });
        Row { sheet: sheet.0, line: next, column: 0 }
    }

    /// Puts something in the next cell of a row.
    pub fn put(&mut self, row: &mut Row, content: Content, look: Look) -> Cell {
        let id = self.cells.len();
        let cell = Cell { id, sheet: row.sheet, row: row.line, column: row.column };
        row.column += 1;
        let value = self.worth(&content);
        self.values.push(value);
        self.cells.push(Placed { cell, content, look });
        cell
    }

    fn worth(&self, content: &Content) -> Value {
        match content {
            Content::Fixed(value) | Content::Input(value, _) => value.clone(),
            Content::Formula(formula) => formula.value(&|cell| self.value(cell)),
        }
    }

    /// Puts words in the next cell of a row.
    pub fn say(&mut self, row: &mut Row, words: impl Into<String>, look: Look) -> Cell {
        self.put(row, Content::Fixed(Value::Text(words.into())), look)
    }

    /// Puts a formula in the next cell of a row; where it is but a number, that number.
    pub fn show(&mut self, row: &mut Row, formula: Formula, look: Look) -> Cell {
        let content = match formula {
            Formula::Number(number) => Content::Fixed(Value::Number(number)),
            Formula::Text(text) => Content::Fixed(Value::Text(text)),
            formula => Content::Formula(formula),
        };
        self.put(row, content, look)
    }

    /// Keeps what a formula comes to in a cell of its own, for other formulas to look at; a number
    /// and a cell are kept where they are.
    pub fn keep(&mut self, row: &mut Row, formula: Formula) -> Formula {
        match formula {
            Formula::Number(_) | Formula::Text(_) | Formula::Cell(_) => {
                row.skip();
                formula
            }
            formula => self.show(row, formula, Look::Hidden).into(),
        }
    }

    /// Puts something else in a cell at which nothing looked yet, or that comes to the same.
    pub fn amend(&mut self, cell: Cell, value: Value, look: Look) {
        if let (Some(placed), Some(known)) =
            (self.cells.get_mut(cell.id), self.values.get_mut(cell.id))
        {
            placed.content = Content::Fixed(value.clone());
            placed.look = look;
            *known = value;
        }
    }

    /// Gives a cell a name.
    pub fn name(&mut self, name: &str, cell: Cell) {
        self.names.push((name.to_owned(), cell));
    }

    /// Draws a chart.
    pub fn chart(&mut self, chart: Chart) {
        self.charts.push(chart);
    }

    /// How much of it there is now.
    pub fn mark(&self) -> Mark {
        let rows = self.sheets.iter().map(|sheet| sheet.next).collect();
        Mark { cells: self.cells.len(), rows }
    }

    /// Whether something that was put there since then cannot be reckoned.
    pub fn went_wrong(&self, since: &Mark) -> bool {
        self.values.iter().skip(since.cells).any(|value| *value == Value::Wrong)
    }

    /// Takes away what was put there since then.
    pub fn undo(&mut self, since: &Mark) {
        self.cells.truncate(since.cells);
        self.values.truncate(since.cells);
        for (sheet, &next) in self.sheets.iter_mut().zip(&since.rows) {
            sheet.next = next;
        }
    }

    /// What a cell comes to.
    pub fn value(&self, cell: Cell) -> &Value {
        self.values.get(cell.id).unwrap_or(&Value::Wrong)
    }

    /// What a formula comes to.
    pub fn worked_out(&self, formula: &Formula) -> Value {
        formula.value(&|cell| self.value(cell))
    }

    /// What all cells come to where some inputs hold something else, by the order of [`Self::cells`].
    pub fn with(&self, changes: &BTreeMap<usize, Value>) -> Vec<Value> {
        let mut values = self.values.clone();
        let mut touched = vec![false; values.len()];
        for placed in &self.cells {
            let id = placed.cell.id;
            let value = match (&placed.content, changes.get(&id)) {
                (_, Some(changed)) => changed.clone(),
                (Content::Fixed(_) | Content::Input(..), None) => continue,
                (Content::Formula(formula), None) => {
                    let mut moved = false;
                    formula.cells(&mut |cell| moved |= touched.get(cell.id) == Some(&true));
                    if !moved {
                        continue;
                    }
                    formula.value(&|cell| values.get(cell.id).unwrap_or(&Value::Wrong))
                }
            };
            if let (Some(slot), Some(touched)) = (values.get_mut(id), touched.get_mut(id)) {
                *touched = *slot != value;
                *slot = value;
            }
        }
        values
    }

    /// The sheets, in their order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// How far a sheet is filled: its rows.
    pub fn rows(&self, sheet: usize) -> u32 {
        self.sheets.get(sheet).map_or(0, |sheet| sheet.next)
    }

    /// The cells, in the order in which they were put there.
    pub fn cells(&self) -> &[Placed] {
        &self.cells
    }

    /// The cells that hold formulas: the name of their sheet, their address, and their place among all
    /// cells.
    pub fn formulas(&self) -> impl Iterator<Item = (&str, String, usize)> {
        let formulas = self.cells.iter().enumerate();
        let formulas = formulas.filter(|(_, placed)| matches!(placed.content, Content::Formula(_)));
        formulas.filter_map(|(place, placed)| {
            let sheet = self.sheets.get(placed.cell.sheet)?;
            Some((sheet.name.as_str(), placed.cell.address(), place))
        })
    }

    /// The names, with their cells.
    pub fn names(&self) -> &[(String, Cell)] {
        &self.names
    }

    /// The charts.
    pub fn charts(&self) -> &[Chart] {
        &self.charts
    }
}

impl SheetId {
    /// Its number among the sheets.
    pub fn index(self) -> usize {
        self.0
    }
}

impl Row {
    /// Leaves a cell empty.
    pub fn skip(&mut self) {
        self.skip_many(1);
    }

    /// Leaves so many cells empty.
    pub fn skip_many(&mut self, cells: usize) {
        self.column = self.column.saturating_add(u16::try_from(cells).unwrap_or(u16::MAX));
    }
}

impl Sheet {
    /// Its name as formulas have it.
    pub fn quoted(&self) -> String {
        let plain = self.name.chars().all(|it| it.is_ascii_alphabetic());
        if plain { self.name.clone() } else { format!("'{}'", self.name.replace('\'', "''")) }
    }
}

impl Value {
    /// Its number, if it is one.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            Self::Text(_) | Self::Truth(_) | Self::Wrong => None,
        }
    }
}
