//! Problems for people: the sentence, the line with its place underlined, and how to mend it.

use crate::document::{Lines, Note, Place, Problem, Severity, Source, printable, push_printable};
use crate::language::{Label, Language, label, note, problem};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// More problems than this are counted, not shown: nobody reads on.
const SHOWN: usize = 100;

/// How many characters are kept of each end of a sentence that is very long.
const SENTENCE: usize = 300;

/// How many characters of a line are looked at on each side of a place; the renderer cuts what is
/// left to the width of the terminal.
const AROUND: usize = 300;

/// Shows problems, in the order given, in the sources that their places are in.
pub fn text(
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
    /// Where it lies in the source.
    span: Range<usize>,
    /// Whether what stands before the mark is as long as in the source.
    faithful: bool,
}

impl Shower<'_> {
    fn problem(&self, problem: &Problem) -> String {
        let words = self::problem(self.language, &problem.mistake);
        let (level, name) = match problem.mistake.severity() {
            Severity::Error => (Level::ERROR, Label::Error),
            Severity::Warning => (Level::WARNING, Label::Warning),
        };
        let what = printable(&clipped(&words.what)).into_owned();
        let title = level
            .with_name(label(self.language, name))
            .primary_title(what)
            .id(problem.mistake.code());
        let mut group = Group::with_title(title);
        group = self.places(group, problem);
        // A name that the words repeat may hold what breaks a line, so no line of theirs breaks.
        let mend = printable(&clipped(&words.mend)).into_owned();
        let help = Level::HELP.with_name(label(self.language, Label::Help)).message(mend);
        self.renderer.render(&[group.element(help)])
    }

    /// The places of a problem, those on the same line under one copy of it.
    fn places<'a>(&self, mut group: Group<'a>, problem: &Problem) -> Group<'a> {
        let also = problem.mistake.also();
        let mut places = vec![(problem.place, None)];
        places.extend(also.into_iter().map(|(place, said)| (place, Some(said))));
        while let Some((place, said)) = places.first().copied() {
            places.remove(0);
            let Some(source) = self.sources.get(place.source.0) else { continue };
            let path = printable(&source.name).into_owned();
            let line = self.line(source, place).filter(|line| !line.text.trim().is_empty());
            let Some(line) = line else {
                // There is nothing to underline in an empty line.
                let mut origin = Origin::path(path);
                if !source.text.is_empty() {
                    let (line, column) = self.line_column(source, place);
                    origin = origin.line(line).char_column(column);
                }
                group = group.element(origin);
                continue;
            };
            let mut snippet = Snippet::source(line.text.clone()).line_start(line.number);
            snippet = snippet.annotation(self.mark(line.mark.clone(), said));
            places.retain(|(other, said)| {
                let same = other.source == place.source
                    && line.span.contains(&other.start)
                    && other.end <= line.span.end;
                if same && let Some(there) = self.line_within(source, *other, line.span.clone()) {
                    let snippet_now = std::mem::replace(&mut snippet, Snippet::source(""));
                    snippet = snippet_now.annotation(self.mark(there.mark, *said));
                }
                !same
            });
            group = if line.faithful {
                group.element(snippet.path(path))
            } else {
                let origin = Origin::path(path).line(line.number).char_column(line.column);
                group.element(origin).element(snippet)
            };
        }
        group
    }

    fn mark<'a>(&self, mark: Range<usize>, said: Option<Note>) -> Annotation<'a> {
        let kind = if said.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
        kind.span(mark).label(said.map(|said| note(self.language, said)))
    }

    fn line_column(&self, source: &Source, place: Place) -> (usize, usize) {
        let lines = self.lines.get(place.source.0);
        lines.map_or((1, 1), |lines| lines.line_column(source, place.start))
    }

    /// The line in which a place begins, with as much of the place as stands on it.
    fn line(&self, source: &Source, place: Place) -> Option<Line> {
        let lines = self.lines.get(place.source.0)?;
        let whole = lines.span(source, place.start.min(source.text.len()));
        let start = place.start.clamp(whole.start, whole.end);
        let end = place.end.clamp(start, whole.end);
        let span = boundary(&source.text, start.saturating_sub(AROUND).max(whole.start))
            ..boundary(&source.text, end.min(start + AROUND).saturating_add(AROUND).min(whole.end));
        self.line_within(source, place, span)
    }

    /// A stretch of a line with a place in it.
    fn line_within(&self, source: &Source, place: Place, span: Range<usize>) -> Option<Line> {
        let (number, column) = self.line_column(source, place);
        let start = place.start.clamp(span.start, span.end);
        let end = place.end.clamp(start, span.end);
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
        let before = text.get(..mark_start).unwrap_or_default();
        let faithful = before.chars().count() + 1 == column;
        Some(Line { number, column, text, mark: mark_start..mark_end, span, faithful })
    }
}

/// A sentence without its middle when it is longer than anybody reads: a file can be one long
/// word, and a sentence repeats it.
fn clipped(sentence: &str) -> Cow<'_, str> {
    if sentence.chars().nth(2 * SENTENCE).is_none() {
        return Cow::Borrowed(sentence);
    }
    let head = sentence.char_indices().nth(SENTENCE).map_or(0, |(end, _)| end);
    let tail = sentence.char_indices().rev().nth(SENTENCE - 1).map_or(0, |(start, _)| start);
    let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
    Cow::Owned(part(sentence.get(..head)) + " ... " + &part(sentence.get(tail..)))
}

/// The nearest place at or before this one where a character begins.
fn boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
