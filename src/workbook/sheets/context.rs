//! What every sheet needs.

use crate::case::Case;
use crate::language::{Language, Message, Workbook as Say, workbook};
use crate::workbook::book::{Book, Look, SheetId};
use crate::workbook::formula::{Cell, Formula};
use crate::workbook::told::Told;

/// What every sheet needs.
pub(super) struct Context<'a> {
    pub(super) told: Told<'a>,
    pub(super) case: &'a Case,
    pub(super) language: Language,
    /// Whether everything is as it was exported.
    pub(super) as_exported: Formula,
    pub(super) ask: String,
    /// The sheet for words that formulas look at.
    pub(super) hidden: SheetId,
}

impl Context<'_> {
    pub(super) fn words(&self, say: Say<'_>) -> String {
        workbook(self.language, say)
    }

    pub(super) fn say(&self, message: &Message<'_>) -> String {
        self.language.say(message)
    }

    /// What is shown while everything is as it was exported.
    pub(super) fn while_so(&self, what: impl Into<Formula>) -> Formula {
        self.as_exported.clone().then(what, self.ask.as_str())
    }
}

/// Whether each of some cells is one.
pub(super) fn all_of(ones: impl Iterator<Item = Formula>) -> Formula {
    let ones: Vec<_> = ones.collect();
    let count = i128::try_from(ones.len()).unwrap_or(i128::MAX);
    Formula::sum(ones).equals(count)
}

/// A row with one thing in it.
pub(super) fn heading(book: &mut Book, sheet: SheetId, words: impl Into<String>, look: Look) {
    let mut row = book.row(sheet);
    book.say(&mut row, words, look);
}

/// The first and the last of some cells.
pub(super) fn ends(cells: &[Cell]) -> Option<(Cell, Cell)> {
    Some((*cells.first()?, *cells.last()?))
}

/// A sentence that holds while everything is as it was exported.
pub(super) fn said(book: &mut Book, sheet: SheetId, context: &Context<'_>, words: &str) {
    let words = aside(book, context, words);
    let mut row = book.row(sheet);
    book.show(&mut row, context.while_so(words), Look::Paragraph);
}

/// Words in a hidden cell: a formula cannot hold long ones.
pub(super) fn aside(book: &mut Book, context: &Context<'_>, words: &str) -> Cell {
    let mut row = book.row(context.hidden);
    book.say(&mut row, words, Look::Hidden)
}
