//! A report as Markdown: the same chapters in tables, without charts.

use super::table::figures;
use super::{Document, Part};
use crate::chart::Chart;
use crate::language::{Language, Message, Page};
use crate::render::blocks::{Block, Report};
use crate::render::markdown as blocks;
use std::fmt::Write;

/// A report as Markdown. Writing to a text cannot fail.
pub fn markdown(document: &Document) -> String {
    let language = document.language;
    let say = |page| language.say(&Message::Page(page));
    let mut text = format!("# {}\n\n", blocks::escaped(&document.title));
    let notes: Vec<_> = document.notes.iter().map(|note| blocks::escaped(note)).collect();
    text.push_str(&notes.join(" · "));
    text.push_str("\n\n");
    if let Some(letter) = &document.letter {
        add(&mut text, &letter.parts, language);
        text.push('\n');
    }
    add(&mut text, &document.front, language);
    for chapter in &document.chapters {
        let _ = write!(text, "\n## {}\n\n", blocks::escaped(&say(Page::Head(chapter.head))));
        let about = say(Page::About(chapter.head));
        if !about.is_empty() {
            let _ = write!(text, "{}\n\n", blocks::escaped(&about));
        }
        add(&mut text, &chapter.parts, language);
    }
    let _ = write!(text, "\n{}\n\n", blocks::escaped(&say(Page::Made(&document.manifest.version))));
    text.push_str(&document.manifest.comment());
    text
}

fn add(text: &mut String, parts: &[Part], language: Language) {
    let written: Vec<_> = parts.iter().map(|part| written(part, language)).collect();
    text.push_str(&written.join("\n"));
}

/// What a chart shows, and its figures.
fn chart(chart: &Chart, language: Language) -> String {
    let (title, about) = (blocks::escaped(&chart.title), blocks::escaped(&chart.about));
    let mut text = format!("**{title}**\n\n{about}\n");
    for (name, table) in figures(&chart.plot, language) {
        if let Some(name) = name {
            let _ = write!(text, "\n{}:\n", blocks::escaped(&name));
        }
        let report = Report { language, blocks: vec![Block::Table(table)] };
        text.push('\n');
        text.push_str(&blocks::markdown(&report));
    }
    text
}

fn written(part: &Part, language: Language) -> String {
    match part {
        // One level below a chapter.
        Part::Block(Block::Heading(words)) => format!("### {}\n", blocks::escaped(words)),
        Part::Block(block) => {
            let report = Report { language, blocks: vec![block.clone()] };
            blocks::markdown(&report)
        }
        Part::Chart(chart) => self::chart(chart, language),
    }
}
