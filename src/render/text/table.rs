//! Tables no wider than the page: words fold, figures never do, and columns that do not fit go in a
//! table below with the rows named again.

use super::Page;
use super::paint::{FIRST_STAND_IN, Paint, Painted, Style};
use crate::document::printable;
use crate::language::Language;
use crate::render::blocks::{Align, Cell, Column, Fold, ReportTable, Role, Row};
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};
use unicode_width::UnicodeWidthStr;

/// Columns between two columns: the padding, and the one that comfy-table draws no line in.
const GAP: usize = PADDING + 1;
const PADDING: usize = 1;
/// No word makes a column of words wider than this; a longer word is broken.
const LONGEST_WORD: usize = 20;
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// A table as lines.
pub fn render(table: &ReportTable, language: Language, page: &Page) -> String {
    let sheet = Sheet::of(table, language);
    let fits = |places: &[usize]| sheet.least(places) <= page.width;
    let pieces = table.fold.pieces(table.columns.len(), fits);
    let widths = sheet.all_widths(&pieces, page.width);
    let pieces = pieces.iter().zip(&widths);
    let pieces: Vec<_> =
        pieces.map(|(places, widths)| sheet.lay_out(places, widths, page)).collect();
    pieces.join("\n")
}

/// A table whose cells are words already.
struct Sheet<'a> {
    columns: &'a [Column],
    heads: Vec<String>,
    rows: Vec<(Role, Vec<Written>)>,
    sizes: Vec<Size>,
    fold: Fold,
}

/// A cell's words.
#[derive(Clone, Debug, Default)]
struct Written {
    text: String,
    bad: bool,
}

/// How wide a column must and may be.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    least: usize,
    most: usize,
}

impl<'a> Sheet<'a> {
    fn of(table: &'a ReportTable, language: Language) -> Self {
        let heads: Vec<_> =
            table.columns.iter().map(|column| printable(&column.head).into_owned()).collect();
        let rows: Vec<_> = table
            .rows
            .iter()
            .map(|row| (row.role, written(row, &table.columns, language)))
            .collect();
        let sizes = table.columns.iter().zip(&heads).enumerate().map(|(place, (column, head))| {
            let cells = rows.iter().filter_map(|(_, cells)| cells.get(place));
            Size::of(column.align, head, cells.map(|cell| cell.text.as_str()))
        });
        let mut sizes: Vec<Size> = sizes.collect();
        if table.fold != Fold::Even {
            let figures = sizes.get_mut(1..).unwrap_or_default();
            let least = figures.iter().map(|size| size.least).max().unwrap_or(0);
            // Heads fold: narrow columns leave more room for names.
            figures.fill(Size { least, most: least });
        }
        Self { columns: &table.columns, sizes, heads, rows, fold: table.fold }
    }

    fn least(&self, places: &[usize]) -> usize {
        let sizes = places.iter().filter_map(|&place| self.sizes.get(place));
        sizes.map(|size| size.least + GAP).sum::<usize>().saturating_sub(GAP)
    }

    /// How wide the columns of each piece are; of periods the same in every piece, so that their
    /// figures stand below each other.
    fn all_widths(&self, pieces: &[Vec<usize>], width: usize) -> Vec<Vec<usize>> {
        let mut all: Vec<_> = pieces.iter().map(|places| self.widths(places, width)).collect();
        if self.fold != Fold::Even {
            let names = all.iter().filter_map(|widths| widths.first().copied()).min();
            for (widths, names) in all.iter_mut().zip(names.into_iter().cycle()) {
                if let Some(first) = widths.first_mut() {
                    *first = names;
                }
            }
        }
        all
    }

    /// How wide each column of a piece is: what it must be, and of what is left the narrowest get
    /// what they want first.
    fn widths(&self, places: &[usize], width: usize) -> Vec<usize> {
        let sizes: Vec<Size> =
            places.iter().filter_map(|&place| self.sizes.get(place)).copied().collect();
        let mut left = width.saturating_sub(self.least(places));
        let mut widths: Vec<usize> = sizes.iter().map(|size| size.least).collect();
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        order.sort_by_key(|&place| sizes.get(place).map(|size| size.most - size.least));
        for place in order {
            if let (Some(size), Some(width)) = (sizes.get(place), widths.get_mut(place)) {
                let more = left.min(size.most - size.least);
                *width += more;
                left -= more;
            }
        }
        widths
    }

    fn lay_out(&self, places: &[usize], widths: &[usize], page: &Page) -> String {
        let mut painted = Painted::new(Paint { color: page.color });
        let mut table = comfy_table::Table::new();
        table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(only(&self.heads, places));
        for (role, cells) in &self.rows {
            match role {
                Role::Total | Role::Result => {
                    let line = if *role == Role::Total { "─" } else { "═" };
                    table.add_row(self.rule(places, widths, cells, line));
                }
                Role::Group if table.row_count() > 0 => {
                    table.add_row([""]);
                }
                // What there is more to say is about columns in another piece.
                Role::Detail if says_nothing(places, cells) => continue,
                Role::Group | Role::Plain | Role::Detail => {}
            }
            let cells = places.iter().map(|&place| cells.get(place).cloned().unwrap_or_default());
            // Only figures are bad, and they are never folded.
            let cells = cells.map(|cell| {
                if cell.bad { painted.stand_in(Style::Bad, cell.text) } else { cell.text }
            });
            table.add_row(cells.collect::<Vec<_>>());
        }
        for (at, (&place, &width)) in places.iter().zip(widths).enumerate() {
            if let Some(column) = table.column_mut(at) {
                let padding = if at == 0 { 0 } else { PADDING };
                column.set_padding((narrow(padding), 0));
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(narrow(
                    width + padding,
                ))));
                if self.columns.get(place).is_some_and(|column| column.align == Align::Right) {
                    column.set_cell_alignment(CellAlignment::Right);
                }
            }
        }
        let lines = table.lines().map(|line| format!("{}\n", painted.reveal(line.trim_end())));
        lines.collect()
    }

    /// The line over a sum: over its figures only.
    fn rule(&self, places: &[usize], widths: &[usize], sum: &[Written], of: &str) -> Vec<String> {
        let line = |(&place, &width): (&usize, &usize)| {
            let align = self.columns.get(place).map(|column| column.align);
            let said = sum.get(place).is_some_and(|cell| !cell.text.is_empty());
            of.repeat(if align == Some(Align::Right) && said { width } else { 0 })
        };
        places.iter().zip(widths).map(line).collect()
    }
}

impl Size {
    fn of<'a>(align: Align, head: &str, cells: impl Iterator<Item = &'a str>) -> Self {
        let mut size = Self { least: longest_word(head), most: head.width() };
        for cell in cells {
            let least = match align {
                Align::Right => cell.width(),
                Align::Left => longest_word(cell),
            };
            size.least = size.least.max(least);
            size.most = size.most.max(cell.width());
        }
        Self { most: size.most.max(size.least), ..size }
    }
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.width().min(LONGEST_WORD)).max().unwrap_or(0)
}

fn written(row: &Row, columns: &[Column], language: Language) -> Vec<Written> {
    let written = |(place, cell): (usize, &Cell)| {
        // A name must not hold what stands in for a painted cell.
        let text = cell.text(language).replace(|c| c >= FIRST_STAND_IN, "\u{fffd}");
        // What is more about a row stands under its name.
        let indent = row.role == Role::Detail && place == 0;
        let text = if indent { format!("\u{a0}\u{a0}{text}") } else { text };
        Written { text, bad: cell.is_bad() }
    };
    row.cells.iter().take(columns.len()).enumerate().map(written).collect()
}

/// Whether a row has nothing in these columns but its name.
fn says_nothing(places: &[usize], cells: &[Written]) -> bool {
    let figures = places.iter().filter(|&&place| place > 0);
    figures.filter_map(|&place| cells.get(place)).all(|cell| cell.text.is_empty())
}

fn only(texts: &[String], places: &[usize]) -> Vec<String> {
    places.iter().filter_map(|&place| texts.get(place).cloned()).collect()
}

fn narrow(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
