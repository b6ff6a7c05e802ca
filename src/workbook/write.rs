//! A book as the bytes of an `.xlsx` file.

use super::book::{Book, Bounds, Chart, Content, Look, Placed};
use super::formula::{Cell, Value, column as letters_of};
use super::number::Number;
use crate::words::NumberKind;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as XlsxChart, ChartAxisLabelPosition, ChartType, Color, DataValidation, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula as XlsxFormula, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Why a book cannot be written.
pub type Failed = XlsxError;

/// The paper size A4, as the format numbers it.
const A4: u8 = 9;

/// The bytes of a book.
///
/// # Errors
/// When it has more rows or columns than a sheet holds.
pub fn bytes(book: &Book) -> Result<Vec<u8>, Failed> {
    written(book, &|placed| book.value(placed.cell).clone())
}

/// The same with other inputs, and with what formulas come to spoilt: only who reckons it again finds
/// what it comes to.
///
/// # Errors
/// When it has more rows or columns than a sheet holds.
pub fn spoilt(book: &Book, changes: &BTreeMap<usize, Value>) -> Result<Vec<u8>, Failed> {
    written(book, &|placed| match (&placed.content, changes.get(&placed.cell.id)) {
        (_, Some(changed)) => changed.clone(),
        (Content::Formula(_), None) => Value::Number(Number::from(-77_777)),
        (Content::Fixed(value) | Content::Input(value, _), None) => value.clone(),
    })
}

fn written(book: &Book, value: &dyn Fn(&Placed) -> Value) -> Result<Vec<u8>, Failed> {
    let mut workbook = Workbook::new();
    // Without this it would bear the moment at which it was written.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut formats = Formats::default();
    let mut sheets = Vec::new();
    for sheet in book.sheets() {
        let mut page = Worksheet::new();
        page.set_name(&sheet.name)?;
        page.set_hidden(sheet.hidden);
        page.set_freeze_panes(sheet.frozen.0, sheet.frozen.1)?;
        for (column, width) in (0..).zip(&sheet.widths) {
            page.set_column_width(column, *width)?;
        }
        page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        // The sheet, and which page of how many.
        page.set_footer("&L&A&R&P / &N");
        page.protect_with_options(&may_be_widened());
        sheets.push(page);
    }
    let filled = filled(book);
    for placed in book.cells() {
        let Some(page) = sheets.get_mut(placed.cell.sheet) else { continue };
        let value = value(placed);
        if placed.look == Look::Paragraph {
            let columns = filled.get(placed.cell.sheet).map_or(0, |end| end.1);
            across(page, book, (placed, &value), columns, &mut formats)?;
        }
        cell(page, book, placed, value, &mut formats)?;
    }
    finish(book, &filled, &mut sheets)?;
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    let mut known = HashSet::new();
    for (name, cell) in book.names() {
        let Some(name) = spelled(name).filter(|name| known.insert(name.to_lowercase())) else {
            continue;
        };
        let sheet = book.sheets().get(cell.sheet).map(super::book::Sheet::quoted);
        let letters = letters_of(cell.column);
        let address = format!("={}!${letters}${}", sheet.unwrap_or_default(), cell.row + 1);
        workbook.define_name(name, &address)?;
    }
    workbook.save_to_buffer()
}

/// What is protected but columns and rows, which a reader may make wider and higher.
fn may_be_widened() -> ProtectionOptions {
    ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() }
}

/// The last row and column of each sheet that hold something.
fn filled(book: &Book) -> Vec<(u32, u16)> {
    let mut ends = vec![(0, 0); book.sheets().len()];
    for Placed { cell, .. } in book.cells() {
        if let Some(end) = ends.get_mut(cell.sheet) {
            *end = (end.0.max(cell.row), end.1.max(cell.column));
        }
    }
    ends
}

/// So many characters a line of a paragraph has at most.
const LINE: u16 = 150;

/// Makes room for a paragraph: over so many columns as it can be read across, in so many lines as it
/// takes.
fn across(
    page: &mut Worksheet,
    book: &Book,
    (placed, value): (&Placed, &Value),
    columns: u16,
    formats: &mut Formats,
) -> Result<(), Failed> {
    let widths = book.sheets().get(placed.cell.sheet).map_or(&[][..], |sheet| &sheet.widths);
    let last = widths.last().copied().unwrap_or(LINE);
    let width = |column: u16| widths.get(usize::from(column)).copied().unwrap_or(last);
    let (mut line, mut end) = (width(0), 0);
    while end < columns && line + width(end + 1) <= LINE {
        end += 1;
        line += width(end);
    }
    let Cell { row, column, .. } = placed.cell;
    if end > column {
        page.merge_range(row, column, row, end, "", formats.of(placed))?;
    }
    let Value::Text(text) = value else { return Ok(()) };
    // A width is that of figures; letters are narrower for the most part.
    let lines = (text.chars().count() * 10).div_ceil(usize::from(line) * 11).max(1);
    page.set_row_height(row, u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(OF_LINE))?;
    Ok(())
}

/// How high a line is, in points.
const OF_LINE: u32 = 15;

/// A name that spreadsheets take; nothing of what would look like a cell.
fn spelled(path: &str) -> Option<String> {
    let plain = |it: char| if it.is_alphanumeric() || it == '.' { it } else { '_' };
    let name: String = path.chars().map(plain).collect();
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    (begins && name.contains(['.', '_']) && name.len() < 255 || name == "verdict").then_some(name)
}

fn cell(
    page: &mut Worksheet,
    book: &Book,
    placed: &Placed,
    value: Value,
    formats: &mut Formats,
) -> Result<(), Failed> {
    let (row, column) = (placed.cell.row, placed.cell.column);
    let format = formats.of(placed);
    match &placed.content {
        Content::Formula(formula) => {
            let named = |sheet: usize| {
                book.sheets().get(sheet).map(super::book::Sheet::quoted).unwrap_or_default()
            };
            let text = formula.written(placed.cell.sheet, &named);
            let result = match value {
                Value::Number(number) => number.text(),
                Value::Text(text) => text,
                Value::Truth(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
                Value::Wrong => "#VALUE!".to_owned(),
            };
            let formula = XlsxFormula::new(text).set_result(result);
            page.write_formula_with_format(row, column, formula, format)?;
        }
        Content::Fixed(_) | Content::Input(..) => {
            match value {
                Value::Number(number) => {
                    page.write_number_with_format(row, column, float(&number), format)?;
                }
                Value::Text(text) => {
                    page.write_string_with_format(row, column, text, format)?;
                }
                Value::Truth(truth) => {
                    page.write_boolean_with_format(row, column, truth, format)?;
                }
                Value::Wrong => {}
            }
            if let Content::Input(_, bounds) = &placed.content {
                page.add_data_validation(row, column, row, column, &allowed(bounds, placed)?)?;
            }
        }
    }
    Ok(())
}

/// The nearest number that a spreadsheet holds.
fn float(number: &Number) -> f64 {
    number.text().parse().unwrap_or_default()
}

/// What may be typed: what the format allows, with no more decimals than formulas reckon with.
fn allowed(bounds: &Bounds, placed: &Placed) -> Result<DataValidation, Failed> {
    match bounds {
        Bounds::Words(words) => DataValidation::new().allow_list_strings(words),
        Bounds::Number(kind, scale) => {
            let cell = placed.cell.address();
            let of = kind.bounds();
            let (least, most) = (of.least.normalize(), of.most.normalize());
            let over = Decimal::from(10_i64.checked_pow(*scale).unwrap_or(1));
            let sign = if of.above { ">" } else { ">=" };
            let rule = format!(
                "=AND(ISNUMBER({cell}),{cell}{sign}{least},{cell}<={most},\
                 ABS(ROUND({cell}*{over},0)-{cell}*{over})<0.000001)"
            );
            Ok(DataValidation::new().allow_custom(XlsxFormula::new(rule)))
        }
    }
}

/// What is only known when all cells stand: print areas, heads that are repeated, charts.
fn finish(book: &Book, filled: &[(u32, u16)], sheets: &mut [Worksheet]) -> Result<(), Failed> {
    for (number, (sheet, page)) in book.sheets().iter().zip(sheets.iter_mut()).enumerate() {
        let (row, column) = filled.get(number).copied().unwrap_or_default();
        if sheet.hidden {
            continue;
        }
        let drawn = book.charts().iter().any(|chart| chart.at.sheet == number);
        page.set_print_area(0, 0, if drawn { row + CHART_ROWS } else { row }, column)?;
        if sheet.frozen.0 > 0 {
            page.set_repeat_rows(0, sheet.frozen.0 - 1)?;
        }
        if sheet.frozen.1 > 0 {
            page.set_repeat_columns(0, sheet.frozen.1 - 1)?;
        }
        let width = sheet.widths.last().copied().unwrap_or(12);
        let named = u16::try_from(sheet.widths.len()).unwrap_or(u16::MAX);
        for other in named..=column {
            page.set_column_width(other, width)?;
        }
        // A year of months on a page; other sheets fit the width of one.
        if column > MONTHS_ON_A_PAGE {
            page.set_print_fit_to_pages(column.div_ceil(12), 0);
        }
        if number == VERDICT {
            page.set_active(true);
        }
    }
    for chart in book.charts() {
        draw(book, chart, sheets)?;
    }
    Ok(())
}

/// How many pixels a chart is wide and high, and how many rows it covers.
const CHART: (u32, u32) = (900, 320);
const CHART_ROWS: u32 = 17;

/// How many columns fit on a page.
const MONTHS_ON_A_PAGE: u16 = 16;

/// The sheet that is opened.
const VERDICT: usize = 1;

fn draw(book: &Book, chart: &Chart, sheets: &mut [Worksheet]) -> Result<(), Failed> {
    let kind = if chart.line { ChartType::Line } else { ChartType::Bar };
    let mut drawn = XlsxChart::new(kind);
    drawn.title().set_name(&chart.title);
    drawn.set_alt_text(&chart.title).set_width(CHART.0).set_height(CHART.1);
    // Names stand beside what is below nothing too; of months one a year.
    drawn.x_axis().set_label_position(ChartAxisLabelPosition::Low);
    if chart.line {
        drawn.x_axis().set_label_interval(12);
    }
    drawn.y_axis().set_num_format("#,##0");
    let range = |first: Cell, last: Cell| {
        let sheet = book.sheets().get(first.sheet).map(super::book::Sheet::quoted);
        let of = |cell: Cell| format!("${}${}", letters_of(cell.column), cell.row + 1);
        format!("={}!{}:{}", sheet.unwrap_or_default(), of(first), of(last))
    };
    for (name, first, last) in &chart.series {
        let (from, to) = chart.categories;
        drawn
            .add_series()
            .set_name(name)
            .set_categories(range(from, to).as_str())
            .set_values(range(*first, *last).as_str());
    }
    if let Some(page) = sheets.get_mut(chart.at.sheet) {
        page.insert_chart(chart.at.row, chart.at.column, &drawn)?;
    }
    Ok(())
}

/// How cells look, each made once: words beside something else stand a little apart from it.
#[derive(Default)]
struct Formats(HashMap<(Look, bool), Format>);

const LIVE: Color = Color::RGB(0x00FF_F7CC);
const KEPT: Color = Color::RGB(0x00EE_EEEE);
const HEAD: Color = Color::RGB(0x00E3_ECF2);

impl Formats {
    fn of(&mut self, placed: &Placed) -> &Format {
        let words = matches!(placed.look, Look::Words | Look::Strong | Look::Note | Look::Head);
        let apart = words && placed.cell.column > 0;
        self.0.entry((placed.look, apart)).or_insert_with(|| {
            let format = format(placed.look);
            if apart { format.set_indent(1) } else { format }
        })
    }
}

fn format(look: Look) -> Format {
    let money = "#,##0.00;-#,##0.00;–";
    let plain = Format::new().set_font_name("Arial").set_font_size(10);
    let right = plain.clone().set_align(FormatAlign::Right);
    match look {
        Look::Title => plain.set_bold().set_font_size(16),
        Look::Heading => plain.set_bold().set_font_size(12),
        Look::Words | Look::Hidden => plain,
        Look::Strong => plain.set_bold(),
        Look::Paragraph => plain.set_text_wrap().set_align(FormatAlign::Top),
        Look::Aside => right,
        Look::Wrapped => plain.set_text_wrap(),
        Look::Note => plain.set_font_size(9).set_font_color(Color::RGB(0x0050_5050)),
        Look::Head => plain.set_bold().set_background_color(HEAD).set_text_wrap(),
        Look::FigureHead => right.set_bold().set_background_color(HEAD).set_text_wrap(),
        Look::Money => plain.set_num_format(money),
        Look::Total => {
            plain.set_num_format("#,##0.00").set_border_top(FormatBorder::Thin).set_bold()
        }
        Look::Outcome => plain
            .set_num_format("#,##0.00")
            .set_border_top(FormatBorder::Thin)
            .set_border_bottom(FormatBorder::Double)
            .set_bold(),
        Look::Figure(kind) if kind.is_percentage() => right.set_num_format("0.00%"),
        Look::Figure(kind) => right.set_num_format(numbers(kind)),
        Look::Live(kind) => plain
            .set_num_format(numbers(kind))
            .set_background_color(LIVE)
            .set_border(FormatBorder::Hair)
            .set_unlocked(),
        Look::Kept(kind) => plain.set_num_format(numbers(kind)).set_background_color(KEPT),
        Look::Settled => right.set_background_color(KEPT).set_text_wrap(),
        Look::Choice => {
            right.set_background_color(LIVE).set_border(FormatBorder::Hair).set_unlocked()
        }
    }
}

fn numbers(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Amount => "#,##0.00",
        NumberKind::Price => "#,##0.00####",
        NumberKind::Quantity => "#,##0.######",
        NumberKind::Weight => "0.######",
        NumberKind::Ratio => "0.00",
        NumberKind::Share | NumberKind::Growth | NumberKind::Interest | NumberKind::Discount => {
            "0.00##%"
        }
    }
}
