//! Problems for people: the sentence, the line with its place underlined, and how to mend it.

use super::lines::Lines;
use super::printable::{printable, push_printable};
use super::{Place, Problem, Severity, Source};
use crate::language::{Label, Language, label, note, problem};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// More problems than this are counted, not shown: nobody reads on.
const SHOWN: usize = 100;

/// How many characters of a line are looked at on each side of a place; the renderer cuts what is
/// left to the width of the terminal.
const AROUND: usize = 300;

/// Shows problems, in the order given, in the sources that their places are in.
pub fn render(
    problems: &[Problem],
    sources: &[Source],
    language: Language,
    color: bool,
    width: usize,
) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let shower = Shower {
        sources,
        lines: sources.iter().map(Lines::of).collect(),
        language,
        renderer: renderer.term_width(width),
    };
    let mut shown = String::new();
    for problem in problems.iter().take(SHOWN) {
        shown.push_str(&shower.problem(problem));
        shown.push_str("\n\n");
    }
    let more = problems.len().saturating_sub(SHOWN);
    if more > 0 {
        shown.push_str(&label(language, Label::More(more)));
        shown.push('\n');
    } else {
        // One empty line between problems, none after the last.
        shown.pop();
    }
    shown
}

struct Shower<'s> {
    sources: &'s [Source],
    lines: Vec<Lines>,
    language: Language,
    renderer: Renderer,
}

/// A line of a source, or as much of it as is looked at.
struct Line {
    number: usize,
    column: usize,
    /// In printable characters and tabs.
    text: String,
    /// What to underline in it.
    mark: Range<usize>,
}

impl Shower<'_> {
    fn problem(&self, problem: &Problem) -> String {
        let words = self::problem(self.language, &problem.mistake);
        let (level, name) = match problem.mistake.severity() {
            Severity::Error => (Level::ERROR, Label::Error),
            Severity::Warning => (Level::WARNING, Label::Warning),
        };
        let what = printable(&words.what);
        let title = level
            .with_name(label(self.language, name))
            .primary_title(what)
            .id(problem.mistake.code());
        let mut group = Group::with_title(title);
        let also = problem.mistake.also();
        group = self.place(group, problem.place, None);
        for (place, said) in also {
            group = self.place(group, place, Some(note(self.language, said)));
        }
        // Only the lines that the words themselves have may break.
        let mend: Vec<_> = words.mend.split('\n').map(printable).collect();
        let help =
            Level::HELP.with_name(label(self.language, Label::Help)).message(mend.join("\n"));
        self.renderer.render(&[group.element(help)])
    }

    fn place<'a>(&self, group: Group<'a>, place: Place, said: Option<&'a str>) -> Group<'a> {
        let Some(source) = self.sources.get(place.source.0) else { return group };
        let path = printable(&source.name).into_owned();
        let Some(line) = self.line(source, place).filter(|line| !line.text.trim().is_empty())
        else {
            // There is nothing to underline in an empty line.
            let mut origin = Origin::path(path);
            if !source.text.is_empty() {
                let (line, column) = self.line_column(source, place);
                origin = origin.line(line).char_column(column);
            }
            return group.element(origin);
        };
        let kind = if said.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
        let mark = kind.span(line.mark).label(said);
        let origin = Origin::path(path).line(line.number).char_column(line.column);
        let snippet = Snippet::source(line.text).line_start(line.number).annotation(mark);
        group.element(origin).element(snippet)
    }

    fn line_column(&self, source: &Source, place: Place) -> (usize, usize) {
        let lines = self.lines.get(place.source.0);
        lines.map_or((1, 1), |lines| lines.line_column(source, place.start))
    }

    /// The line in which a place begins, with as much of the place as stands on it.
    fn line(&self, source: &Source, place: Place) -> Option<Line> {
        let lines = self.lines.get(place.source.0)?;
        let whole = lines.span(source, place.start.min(source.text.len()));
        let (number, column) = self.line_column(source, place);
        let start = place.start.clamp(whole.start, whole.end);
        let end = place.end.clamp(start, whole.end);
        let span = boundary(&source.text, start.saturating_sub(AROUND).max(whole.start))
            ..boundary(&source.text, end.min(start + AROUND).saturating_add(AROUND).min(whole.end));
        let mut text = String::new();
        let mut mark = None;
        let mut mark_end = None;
        for (at, character) in source.text.get(span.clone())?.char_indices() {
            let at = span.start + at;
            if at >= start && mark.is_none() {
                mark = Some(text.len());
            }
            if at >= end && mark_end.is_none() {
                mark_end = Some(text.len());
            }
            if character == '\t' {
                text.push('\t');
            } else {
                push_printable(&mut text, character);
            }
        }
        let mark_start = mark.unwrap_or(text.len());
        let mark_end = mark_end.unwrap_or(text.len()).max(mark_start);
        Some(Line { number, column, text, mark: mark_start..mark_end })
    }
}

/// The nearest place at or before this one where a character begins.
fn boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
