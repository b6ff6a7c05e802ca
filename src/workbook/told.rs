//! What is made into a workbook, and what becomes of it.

use super::book::Book;
use super::formula::Cell;
use super::input::Placed;
use crate::case::TestId;
use crate::language::Language;
use crate::postings::Counted;
use crate::render::page::Manifest;
use crate::render::subject::Subject;
use crate::statements::{By, Label, SheetKind};
use crate::verdict::Verdict;
use crate::whatif::{CaseFigures, Comparison, Trial};
use crate::words::Group;

/// What is made into a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The case, with what was written.
    pub trial: &'a Trial,
    /// Its verdict.
    pub verdict: &'a Verdict,
    /// What it was asked of.
    pub subject: Subject<'a>,
    /// Which funding its tables count.
    pub counted: Counted,
    /// Its scenarios beside it.
    pub scenarios: Option<&'a Comparison<CaseFigures>>,
    /// What it is made from.
    pub manifest: &'a Manifest,
    /// What stands under its title.
    pub notes: &'a [String],
    /// The language that it is written in.
    pub language: Language,
}

/// A case as a workbook, with where its figures stand.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The book.
    pub book: Book,
    /// Every number of the case.
    pub inputs: Vec<Placed>,
    /// The cells in which a requested entry is promised or not, by their places; nothing where that
    /// is fixed.
    pub promised: Vec<(usize, Option<Cell>)>,
    /// The lines of the statements.
    pub lines: Vec<Shown>,
    /// What each test finds: the cell with its words, and the one with its figure.
    pub tests: Vec<(TestId, Counted, Cell, Cell)>,
    /// The answer.
    pub answer: Cell,
    /// The entries that are fixed numbers.
    pub fixed: Vec<(Group, usize)>,
    /// Whether everything is as it was exported.
    pub as_exported: Cell,
}

/// A line of a statement as it stands in the workbook.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The statement.
    pub kind: SheetKind,
    /// By which periods.
    pub by: By,
    /// What the line is.
    pub label: Label,
    /// A cell for each period.
    pub cells: Vec<Cell>,
}
