//! A report as plain text, for a terminal, a pipe or a file: the same bytes in each for the same
//! width.

mod paint;
mod table;
mod tree;
mod wrap;

use super::blocks::{Block, Report};
use crate::document::printable;
use crate::language::Language;
use paint::{Paint, Style};
use wrap::wrap;

/// How a text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The language of its words and figures.
    pub language: Language,
    /// The columns that a line may take.
    pub width: usize,
    /// Whether figures below zero are red.
    pub color: bool,
}

/// Any report.
pub fn text(report: &Report, page: &Page) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in &report.blocks {
        if before.is_some_and(|before| is_apart(before, block)) {
            text.push('\n');
        }
        add(&mut text, report.language, block, page);
        before = Some(block);
    }
    text
}

/// Whether a blank line stands between two blocks.
fn is_apart(before: &Block, after: &Block) -> bool {
    !matches!(
        (before, after),
        (Block::Heading(_), _)
            | (Block::Sentence(_), Block::Sentence(_) | Block::List(_) | Block::Command(_))
    )
}

fn add(text: &mut String, language: Language, block: &Block, page: &Page) {
    match block {
        Block::Lead(sentence) => paragraph(text, sentence, page, Some(Style::Strong)),
        Block::Heading(words) => {
            paragraph(text, words, page, Some(Style::Strong));
            let width = unicode_width::UnicodeWidthStr::width(words.as_str()).min(page.width);
            text.push_str(&"=".repeat(width));
            text.push('\n');
        }
        Block::Sentence(sentence) => paragraph(text, sentence, page, None),
        Block::Quote(paragraphs) => quote(text, paragraphs, page),
        Block::List(items) => {
            for item in items {
                for (place, line) in
                    wrap(&printable(item), page.width.saturating_sub(2)).iter().enumerate()
                {
                    text.push_str(if place == 0 { "- " } else { "  " });
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
        Block::Command(command) => self::command(text, command),
        Block::Step { words, command } => {
            paragraph(text, words, page, None);
            self::command(text, command);
        }
        Block::Table(table) => text.push_str(&table::render(table, language, page)),
        Block::Tree(branches) => text.push_str(&tree::render(branches, page)),
    }
}

/// The words of somebody else stand in from the margin.
fn quote(text: &mut String, paragraphs: &[String], page: &Page) {
    for (place, words) in paragraphs.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        for line in wrap(&printable(words), page.width.saturating_sub(2)) {
            text.push_str("  ");
            text.push_str(&line);
            text.push('\n');
        }
    }
}

/// A command is copied whole, so it is never broken.
fn command(text: &mut String, command: &str) {
    text.push_str("  ");
    text.push_str(&printable(command));
    text.push('\n');
}

fn paragraph(text: &mut String, words: &str, page: &Page, style: Option<Style>) {
    let paint = Paint { color: page.color };
    for line in wrap(&printable(words), page.width) {
        match style {
            Some(style) => text.push_str(&paint.apply(style, &line)),
            None => text.push_str(&line),
        }
        text.push('\n');
    }
}
