//! A report as a page: one file, without scripts, that asks nothing of any network.

use super::manifest::META;
use super::style::STYLE;
use super::table::figures;
use super::{Chapter, Document, Part};
use crate::chart::{Chart, Paper};
use crate::document::printable;
use crate::language::{Language, Message, Page};
use crate::render::blocks::{Align, Block, Branch, Cell, ReportTable, Role, Row};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use unicode_width::UnicodeWidthStr;

/// Nothing is loaded and nothing runs, whatever a text may hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The width of a page for tables, in letters of theirs.
const WIDTH: usize = 91;

/// The width in which words read well, in letters.
const WORDS: usize = 23;

/// What stands between columns, in letters.
const GAP: usize = 3;

/// The rows from which a table scrolls within itself.
const LONG: usize = 40;

/// A report as a page.
pub fn html(document: &Document) -> String {
    let language = document.language;
    let say = |page| language.say(&Message::Page(page));
    let page = html! {
        (DOCTYPE)
        html lang=(<&str>::from(language)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name=(META) content=(document.manifest.json());
                title { (printable(&document.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (printable(&document.title)) }
                    p.notes { @for note in &document.notes { span { (printable(note)) } " " } }
                }
                main {
                    @if let Some(letter) = &document.letter {
                        section.letter { (parts(&letter.parts, language, &document.title)) }
                    }
                    (parts(&document.front, language, &document.title))
                    nav aria-labelledby="contents" {
                        h2 id="contents" { (say(Page::Contents)) }
                        ul {
                            @for chapter in &document.chapters {
                                li { a href=(format!("#{}", chapter.head.id())) {
                                    (say(Page::Head(chapter.head)))
                                } }
                            }
                        }
                    }
                    @for chapter in &document.chapters { (self::chapter(chapter, language)) }
                }
                footer { p { (say(Page::Made(&document.manifest.version))) } }
            }
        }
    };
    page.into_string()
}

fn chapter(chapter: &Chapter, language: Language) -> Markup {
    let say = |page| language.say(&Message::Page(page));
    let (head, about) = (say(Page::Head(chapter.head)), say(Page::About(chapter.head)));
    html! {
        section aria-labelledby=(chapter.head.id()) {
            h2 id=(chapter.head.id()) { (head) }
            @if !about.is_empty() { p.about { (about) } }
            (parts(&chapter.parts, language, &head))
        }
    }
}

/// Parts below each other; a table is called what stands over it.
fn parts(parts: &[Part], language: Language, over: &str) -> Markup {
    let mut head = over;
    html! {
        @for part in parts {
            @match part {
                Part::Block(Block::Heading(words)) => {
                    ({ head = words; html! { h3 { (printable(words)) } } })
                }
                Part::Block(block) => (self::block(block, language, head)),
                Part::Chart(chart) => (self::chart(chart, language)),
            }
        }
    }
}

fn block(block: &Block, language: Language, head: &str) -> Markup {
    match block {
        Block::Lead(words) => html! { p.lead { (printable(words)) } },
        Block::Heading(words) => html! { h3 { (printable(words)) } },
        Block::Sentence(words) => html! { p { (printable(words)) } },
        Block::Quote(paragraphs) => html! {
            div.story { @for words in paragraphs { p { (printable(words)) } } }
        },
        Block::List(items) => html! { ul { @for item in items { li { (printable(item)) } } } },
        Block::Command(command) => html! { pre { code { (printable(command)) } } },
        Block::Step { words, command } => html! {
            p { (printable(words)) }
            pre { code { (printable(command)) } }
        },
        Block::Table(table) => self::table(table, language, head),
        Block::Tree(branches) => {
            html! { ul { @for branch in branches { (self::branch(branch)) } } }
        }
    }
}

fn branch(branch: &Branch) -> Markup {
    html! {
        li {
            (printable(&branch.words))
            @if !branch.value.is_empty() { ": " strong { (printable(&branch.value)) } }
            @for line in &branch.more { br; (printable(line)) }
        }
    }
}

/// A chart for wide screens and paper, one for phones, and its figures.
fn chart(chart: &Chart, language: Language) -> Markup {
    let say = |page| language.say(&Message::Page(page));
    html! {
        figure {
            figcaption {
                strong { (printable(&chart.title)) }
                " "
                span { (printable(&chart.about)) }
            }
            div.wide { (chart.svg(Paper::Wide, language)) }
            div.narrow { (chart.svg(Paper::Narrow, language)) }
        }
        details {
            summary { (say(Page::Figures)) }
            @for (name, table) in figures(&chart.plot, language) {
                @if let Some(name) = &name { p { strong { (printable(name)) } } }
                (self::table(&table, language, name.as_deref().unwrap_or(&chart.title)))
            }
        }
    }
}

/// A table in as many pieces below each other as its columns need.
fn table(table: &ReportTable, language: Language, head: &str) -> Markup {
    let widths = widths(table, language);
    let fits = |piece: &[usize]| {
        let wide: usize = piece.iter().filter_map(|&column| widths.get(column)).sum();
        wide + GAP * piece.len() <= WIDTH
    };
    let pieces = table.fold.pieces(table.columns.len(), fits);
    let long = table.rows.len() > LONG;
    html! {
        @for piece in &pieces {
            @let part = if pieces.len() > 1 { called(table, piece) } else { String::new() };
            @let name = if part.is_empty() { head.to_owned() } else { format!("{head}: {part}") };
            div.scroll.long[long] tabindex="0" role="group" aria-label=(printable(&name)) {
                (self::piece(table, language, piece, (head, &part)))
            }
        }
    }
}

/// What a piece of a table is called: its first and its last column.
fn called(table: &ReportTable, piece: &[usize]) -> String {
    let column = |place: Option<&usize>| {
        place.and_then(|&place| table.columns.get(place)).map(|column| column.head.as_str())
    };
    match (column(piece.get(1)), column(piece.last())) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(only), _) => only.to_owned(),
        (None, _) => String::new(),
    }
}

/// How wide each column is: of figures all, of words as much as reads well, of a head its longest
/// word.
fn widths(table: &ReportTable, language: Language) -> Vec<usize> {
    let column = |(place, column): (usize, &crate::render::blocks::Column)| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
        let widest = cells.map(|cell| cell.text(language).width()).max().unwrap_or_default();
        let word = column.head.split(' ').map(UnicodeWidthStr::width).max().unwrap_or_default();
        match column.align {
            Align::Right => widest.max(word),
            Align::Left => widest.min(WORDS).max(word),
        }
    };
    table.columns.iter().enumerate().map(column).collect()
}

/// A piece of a table; what it is called stands over it already, so only which piece it is is seen.
fn piece(
    table: &ReportTable,
    language: Language,
    piece: &[usize],
    (head, part): (&str, &str),
) -> Markup {
    let columns = || piece.iter().filter_map(|&place| table.columns.get(place));
    html! {
        table {
            caption { span.unseen { (printable(head)) } " " (printable(part)) }
            thead { tr {
                @for column in columns() {
                    @if column.head.is_empty() {
                        td {}
                    } @else {
                        th.n[column.align == Align::Right] scope="col" { (printable(&column.head)) }
                    }
                }
            } }
            tbody { @for row in &table.rows { (self::row(table, row, piece, language)) } }
        }
    }
}

fn row(table: &ReportTable, row: &Row, piece: &[usize], language: Language) -> Markup {
    let class = match row.role {
        Role::Plain => None,
        Role::Group => Some("group"),
        Role::Detail => Some("detail"),
        Role::Total => Some("total"),
        Role::Result => Some("result"),
    };
    if row.role == Role::Group {
        let name = row.cells.first().map(|cell| cell.text(language)).unwrap_or_default();
        return html! { tr class=[class] { th scope="colgroup" colspan=(piece.len()) { (name) } } };
    }
    html! {
        tr class=[class] {
            @for (at, &place) in piece.iter().enumerate() {
                @let cell = row.cells.get(place).unwrap_or(&Cell::Nothing);
                @let right = table.columns.get(place).is_some_and(|it| it.align == Align::Right);
                @let bad = cell.is_bad();
                @if at == 0 && !cell.is_nothing() {
                    th.n[right] scope="row" { (cell.text(language)) }
                } @else {
                    td.n[right].bad[bad] { (cell.text(language)) }
                }
            }
        }
    }
}
