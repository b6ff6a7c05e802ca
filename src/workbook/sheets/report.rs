//! What a report says, with its figures as they were.

use super::context::{Context, aside, heading, said};
use crate::render::blocks::{Align, Block, Cell as Figured, Report, Role};
use crate::words::NumberKind;
use crate::workbook::book::{Book, Look, Row, SheetId};
use crate::workbook::formula::Formula;
use crate::workbook::number::Number;

/// What a report says, with its figures as they were.
pub(super) fn report_rows(book: &mut Book, sheet: SheetId, context: &Context<'_>, report: &Report) {
    for block in &report.blocks {
        match block {
            Block::Heading(words) => {
                book.row(sheet);
                heading(book, sheet, words.as_str(), Look::Heading);
            }
            Block::Lead(words) | Block::Sentence(words) => {
                said(book, sheet, context, words);
            }
            Block::List(all) | Block::Quote(all) => {
                for words in all {
                    said(book, sheet, context, words);
                }
            }
            Block::Table(table) => {
                let mut row = book.row(sheet);
                for column in &table.columns {
                    let figure = column.align == Align::Right;
                    let look = if figure { Look::FigureHead } else { Look::Head };
                    book.say(&mut row, column.head.as_str(), look);
                }
                for line in &table.rows {
                    let mut row = book.row(sheet);
                    let strong = !matches!(line.role, Role::Plain | Role::Detail);
                    for (place, cell) in line.cells.iter().enumerate() {
                        let column = table.columns.get(place).map(|column| column.align);
                        let beside = if place == 0 { None } else { column };
                        put(book, &mut row, context, (cell, strong), beside);
                    }
                }
            }
            Block::Command(_) | Block::Step { .. } | Block::Tree(_) => {}
        }
    }
}

/// A cell that is a number, and how that looks.
fn figure(cell: &Figured, strong: bool) -> Option<(Number, Look)> {
    Some(match cell {
        Figured::Money(cents) => {
            let look = if strong { Look::Total } else { Look::Money };
            (Number::from(cents.decimal()), look)
        }
        Figured::Ratio(ratio, decimals) => {
            (Number::from(ratio.rounded(*decimals)), Look::Figure(NumberKind::Ratio))
        }
        Figured::Share(ratio, decimals) => {
            (Number::from(ratio.rounded(*decimals)), Look::Figure(NumberKind::Share))
        }
        Figured::Count(count) => {
            (Number::from(i128::try_from(*count).ok()?), Look::Figure(NumberKind::Weight))
        }
        Figured::Difference(of) => return figure(of, strong),
        _ => return None,
    })
}

fn put(
    book: &mut Book,
    row: &mut Row,
    context: &Context<'_>,
    (cell, strong): (&Figured, bool),
    beside: Option<Align>,
) {
    let look = if strong { Look::Strong } else { Look::Words };
    match (cell, figure(cell, strong)) {
        (Figured::Nothing, _) => row.skip(),
        (Figured::Text(words), _) if beside.is_none() => {
            book.say(row, words.as_str(), look);
        }
        (_, Some((number, look))) => {
            book.show(row, context.while_so(Formula::Number(number)), look);
        }
        (other, None) => {
            let words = aside(book, context, &other.text(context.language));
            let look = if beside == Some(Align::Right) { Look::Aside } else { Look::Words };
            book.show(row, context.while_so(words), look);
        }
    }
}
