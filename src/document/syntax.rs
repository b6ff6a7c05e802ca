//! toml's syntax errors become faults that say what the writer did.
//!
//! One fault a line at most, in the order of the file, and none after a quote or bracket that
//! never closes: whatever toml finds there follows from that one mistake.

use super::fault::{Fault, Spelling};
use super::layout::{FirstPlaces, Layout, Statement, blank, quotes_missing};
use super::remark;
use super::spelling::{
    comes_to, id, letters_in_number, no_number, quoted, recognise, recognise_under, rhythm,
    right_spelling, spelled_under,
};
use super::split;
use super::{Mistake, Place, Problem, SourceId};
use std::ops::Range;
use toml::de::{DeTable, Error};
use toml_parser::lexer::TokenKind;

/// A fault and its place.
type Found = (Range<usize>, Fault);

/// The problems of a text that toml found errors in.
pub(super) fn problems(text: &str, errors: &[Error]) -> Vec<Problem> {
    let layout = Layout::of(text);
    // A line without `=`, or with a remark as other languages have it, makes toml give up on all
    // values after it: what is wrong with those is found without such lines.
    let without = without_bare_lines(&layout);
    let more = without.map(|text| DeTable::parse_recoverable(&text).1).unwrap_or_default();
    let mut longest = None;
    let mut places: Vec<(usize, &str)> = errors
        .iter()
        .chain(&more)
        .map(|error| {
            (
                error.span().map_or_else(
                    || *longest.get_or_insert_with(|| longest_name(&layout)),
                    |s| s.start,
                ),
                error.message(),
            )
        })
        .collect();
    places.sort_by_key(|(start, _)| *start);

    let mut reader = Reader { layout: &layout, firsts: None, twice: None };
    let mut found: Vec<Found> = Vec::new();
    let mut line_end = None;
    for (start, message) in places {
        let start = start.min(text.len());
        if line_end.is_some_and(|end| start <= end) {
            continue;
        }
        let deep = message.contains("recurs");
        let broken =
            layout.broken.as_ref().is_some_and(|(span, _)| line_start(text, span.start) <= start);
        if broken && !deep {
            break;
        }
        if let Some(fault) = reader.fault(start, message) {
            found.push(fault);
        }
        if deep {
            break;
        }
        line_end = Some(match &found.last() {
            // What toml finds in the rest of such a list follows from the remark.
            Some((_, Fault::ForeignRemark(_))) => reader.end_of_statement(start),
            _ => end_of_line(text, start),
        });
    }
    let deep = found.iter().any(|(_, fault)| *fault == Fault::TooDeep);
    if let Some(broken) = layout.broken.as_ref().filter(|_| !deep) {
        found.push(broken.clone());
    }
    found.sort_by_key(|(span, _)| (span.start, span.end));
    found.dedup_by_key(|(span, _)| span.start);
    if found.is_empty() {
        found.push((0..0, Fault::Unreadable));
    }
    found
        .into_iter()
        .map(|(span, fault)| Problem {
            place: Place { source: SourceId(0), start: span.start, end: span.end },
            mistake: Mistake::Syntax(fault),
        })
        .collect()
}

/// The text with spaces for each line that is neither a heading nor has a `=`, or is a remark of
/// another language; `None` when there is no such line.
fn without_bare_lines(layout: &Layout<'_>) -> Option<String> {
    let mut text = String::new();
    let mut end = 0;
    let is_bare = |line: &&Statement| {
        let remark = || remark::whole(layout.slice(line.span.clone())).is_some();
        !line.header && (line.equals.is_none() || remark())
    };
    for line in layout.statements.iter().filter(is_bare) {
        text.push_str(layout.slice(end..line.span.start));
        text.extend(std::iter::repeat_n(' ', line.span.len()));
        end = line.span.end;
    }
    text.push_str(layout.slice(end..layout.text.len()));
    (text != layout.text).then_some(text)
}

/// Where the name with the most parts stands: of a name that is too long toml gives no place.
fn longest_name(layout: &Layout<'_>) -> usize {
    let longest = layout.statements.iter().max_by_key(|s| layout.name(s).len());
    longest.map_or(0, |statement| statement.span.start)
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn end_of_line(text: &str, offset: usize) -> usize {
    let rest = text.get(offset..).unwrap_or_default();
    offset + rest.find('\n').unwrap_or(rest.len())
}

struct Reader<'l, 't> {
    layout: &'l Layout<'t>,
    /// Looked for when the first name turns out to stand twice.
    firsts: Option<FirstPlaces<'t>>,
    /// The heading that stood twice last: its keys stand twice for the same reason.
    twice: Option<usize>,
}

impl Reader<'_, '_> {
    /// The end of the statement, or at least of the line, in which a byte stands.
    fn end_of_statement(&self, start: usize) -> usize {
        let statement = self.layout.statement_at(start);
        let end =
            statement.and_then(|at| self.layout.statements.get(at)).map_or(0, |it| it.span.end);
        end.max(end_of_line(self.layout.text, start))
    }

    /// What the writer did where toml found an error; `None` when that is told elsewhere.
    fn fault(&mut self, start: usize, message: &str) -> Option<Found> {
        let layout = self.layout;
        let token = layout.token_at(start);
        if let Some((at, character)) = control(layout.text, start, message) {
            return Some((at..at + character.len_utf8(), Fault::ControlCharacter { character }));
        }
        let Some(number) = layout.statement_at(start) else {
            return Some((layout.span(token), Fault::Unreadable));
        };
        let statement = layout.statements.get(number)?;
        if message.contains("recurs") {
            let end = end_of_line(layout.text, start).min(statement.span.end).max(start);
            return Some((start..end, Fault::TooDeep));
        }
        if message.starts_with("duplicate key") || message.starts_with("cannot extend") {
            return self.twice(number, token, message);
        }
        if statement.header {
            return Some(header(layout, statement, start));
        }
        Some(key_value(layout, statement, token, message))
    }

    /// A name that stands twice, or as a value and as a table.
    fn twice(&mut self, number: usize, token: usize, message: &str) -> Option<Found> {
        let layout = self.layout;
        let statement = layout.statements.get(number)?;
        let here = layout.span(token);
        let key =
            |span: &Range<usize>| layout.slice(span.clone()).trim_matches(['"', '\'']).to_owned();
        let place =
            |span: &Range<usize>| Place { source: SourceId(0), start: span.start, end: span.end };
        if statement.equals.is_some_and(|equals| token > equals) {
            let first = earlier_key(layout, statement, token).as_ref().map(place);
            let key = key(&here);
            let fault = if message.starts_with("duplicate") {
                Fault::DuplicateKey { key, first }
            } else {
                Fault::NotATable { key, first }
            };
            return Some((here, fault));
        }
        let heading = statement.heading;
        if !statement.header && heading.is_some() && self.twice == heading {
            return None;
        }
        let name = layout.name(statement);
        let mut path: Vec<&str> = match heading.and_then(|h| layout.statements.get(h)) {
            Some(table) if !statement.header => {
                layout.name(table).into_iter().map(|(part, _)| part).collect()
            }
            _ => Vec::new(),
        };
        path.extend(
            name.iter().filter(|(_, span)| span.start <= here.start).map(|(part, _)| *part),
        );
        let firsts = self.firsts.get_or_insert_with(|| FirstPlaces::of(layout));
        let first = firsts.get(&path).filter(|first| first.span.start < statement.span.start);
        let span = first.map(|first| place(&first.span));
        if statement.header {
            // One report a heading: toml finds it again when the next one begins.
            if self.twice == Some(number) {
                return None;
            }
            self.twice = Some(number);
        }
        if !message.starts_with("duplicate") || first.is_some_and(|f| statement.header && !f.header)
        {
            return Some((here.clone(), Fault::NotATable { key: key(&here), first: span }));
        }
        if statement.header {
            let table = path.join(".");
            return Some((statement.span.clone(), Fault::DuplicateTable { table, first: span }));
        }
        Some((here.clone(), Fault::DuplicateKey { key: key(&here), first: span }))
    }
}

/// The same key earlier in the same inline table.
fn earlier_key(layout: &Layout<'_>, statement: &Statement, token: usize) -> Option<Range<usize>> {
    let depth = layout.depth.get(token)?;
    let written = layout.written(token);
    (statement.tokens.start..token)
        .rev()
        // Far enough for any table that a person wrote.
        .take(10_000)
        .take_while(|t| layout.depth.get(*t).is_some_and(|d| d >= depth))
        .find(|t| layout.depth.get(*t) == Some(depth) && layout.written(*t) == written)
        .map(|t| layout.span(t))
}

/// A control character where toml stumbled: it may not stand in a text or a remark.
fn control(text: &str, start: usize, message: &str) -> Option<(usize, char)> {
    if message.starts_with("carriage return") {
        // toml names the place behind it.
        let before = text.get(..start)?.rfind('\r')?;
        return Some((before, '\r'));
    }
    let character = text.get(start..)?.chars().next()?;
    let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t');
    control.then_some((start, character))
}

/// What is wrong with a heading.
fn header(layout: &Layout<'_>, statement: &Statement, start: usize) -> Found {
    let written = layout.slice(statement.span.clone());
    let whole = statement.span.clone();
    let tokens = statement.tokens.clone();
    for token in tokens.clone() {
        let kind = layout.kind(token);
        if let Some(quotes) = kind.and_then(|kind| quotes_missing(layout.written(token), kind)) {
            return (layout.span(token), Fault::UnclosedText { quotes });
        }
    }
    let close =
        tokens.clone().find(|token| layout.kind(*token) == Some(TokenKind::RightSquareBracket));
    let Some(close) = close else {
        let name = written.trim_start_matches('[').trim();
        let right = format!("[{name}]");
        return (whole, Fault::UnclosedHeader(Spelling { written: written.to_owned(), right }));
    };
    let double = written.starts_with("[[");
    let after = if double { close + 2 } else { close + 1 };
    let extra = layout.span(after).start.min(statement.span.end)..statement.span.end;
    let text = layout.slice(extra.clone());
    if start >= layout.span(close).end && !text.trim().is_empty() {
        let from = extra.end - text.trim_start().len();
        let fault = if text.trim() == "]" {
            Fault::StrayBracket { bracket: ']' }
        } else if let Some(remark) = remark::whole(text.trim()) {
            remark
        } else {
            Fault::TextAfterHeader { extra: text.trim().to_owned() }
        };
        return (from..extra.end, fault);
    }
    let open = if double { 2 } else { 1 };
    let inner = statement.span.start + open..layout.span(close).start;
    let mut from = inner.start;
    for part in layout.slice(inner).split('.') {
        let trimmed = part.trim();
        let at = from + (part.len() - part.trim_start().len());
        if trimmed.is_empty() {
            return (whole, Fault::EmptyName);
        }
        if !plain_name(trimmed) {
            return (at..at + trimmed.len(), bad_key(trimmed));
        }
        from += part.len() + 1;
    }
    if double && !written.contains("]]") {
        let name = written.trim_matches(['[', ']']).trim();
        let right = format!("[{name}]");
        return (whole, Fault::UnclosedHeader(Spelling { written: written.to_owned(), right }));
    }
    (whole, Fault::Unreadable)
}

fn plain_name(text: &str) -> bool {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let quotes = text.starts_with(['"', '\'']) && text.len() > 1 && text.ends_with(['"', '\'']);
    text.chars().all(bare) || quotes
}

fn bad_key(written: &str) -> Fault {
    // An editor's own key has a name that no entry can have.
    let right = if written == "$schema" { quoted(written) } else { id(written) };
    Fault::BadKey(Spelling { written: written.to_owned(), right })
}

/// What is wrong with a key and its value.
fn key_value(layout: &Layout<'_>, statement: &Statement, token: usize, message: &str) -> Found {
    let whole = statement.span.clone();
    let written = layout.slice(whole.clone());
    if let Some(remark) = remark::whole(written) {
        return (whole, remark);
    }
    let Some(equals) = statement.equals else {
        return (whole, without_equals(written));
    };
    let key = layout.slice(whole.start..layout.span(equals).start).trim();
    let key_span = whole.start..whole.start + key.len();
    let right_of = layout.slice(layout.span(equals).end..whole.end);
    if let Some(right) = one_equals(key, right_of) {
        return (whole, Fault::EqualsSign(Spelling { written: written.to_owned(), right }));
    }
    if key.is_empty() {
        return (layout.span(equals), Fault::MissingKey);
    }
    if token < equals || !key.split('.').all(|part| plain_name(part.trim())) {
        return if key.split('.').any(|part| part.trim().is_empty()) {
            (key_span, Fault::MissingKey)
        } else {
            (key_span, bad_key(key))
        };
    }
    let rest = layout.span(equals).end..whole.end;
    if layout.slice(rest.clone()).trim().is_empty() {
        return (whole, Fault::KeyWithoutValue { key: key.to_owned() });
    }
    // An error at the end of a value stands at what follows it; what it is about stands before.
    let token = (equals + 1..=token.min(statement.tokens.end.saturating_sub(1)))
        .rev()
        .find(|token| !layout.kind(*token).is_some_and(blank))
        .unwrap_or(equals + 1);
    if layout.depth.get(token).is_some_and(|depth| *depth > 0) {
        return listed(layout, key, token, message);
    }
    alone(layout, statement, key, rest, message)
}

/// `amount = 36` for `amount == 36`, `amount := 36` and `amount => 36`.
fn one_equals(key: &str, right_of: &str) -> Option<String> {
    let (name, before) = match key.strip_suffix(':') {
        Some(name) => (name.trim_end(), true),
        None => (key, false),
    };
    let value = right_of.trim_start_matches(['=', '>']);
    let right = (before || value.len() < right_of.len()) && plain_name(name) && !name.is_empty();
    let value = value.trim();
    (right && !value.is_empty()).then(|| format!("{name} = {}", spelled_under(name, value)))
}

/// A line that has no `=`.
fn without_equals(written: &str) -> Fault {
    let spelling = |right| Spelling { written: written.to_owned(), right };
    let (key, value) = match written.split_once([':', ' ', '\t']) {
        Some((key, value)) => (key, value.trim_start_matches([':', ' ', '\t'])),
        None => (written, ""),
    };
    let key = key.trim();
    if let Some(name) = written.strip_suffix(']')
        && !name.is_empty()
        && name.split('.').all(|part| plain_name(part.trim()))
    {
        return Fault::UnclosedHeader(spelling(format!("[{name}]")));
    }
    if let Some(bracket) = written.chars().next().filter(|c| matches!(c, ']' | '}')) {
        return Fault::StrayBracket { bracket };
    }
    if key.is_empty() || !key.split('.').all(plain_name) {
        return Fault::Unreadable;
    }
    if value.is_empty() {
        return Fault::KeyWithoutValue { key: key.to_owned() };
    }
    // A line of prose is no key with its value.
    if value.split(' ').count() > 3 && !value.starts_with(['"', '\'', '[', '{']) {
        return Fault::Unreadable;
    }
    Fault::MissingEquals(spelling(format!("{key} = {}", right_spelling(value))))
}

/// What is wrong with a value in a list or an inline table.
fn listed(layout: &Layout<'_>, key: &str, token: usize, message: &str) -> Found {
    let edge = |token: usize| {
        matches!(
            layout.kind(token),
            None | Some(
                TokenKind::Comma
                    | TokenKind::Equals
                    | TokenKind::LeftSquareBracket
                    | TokenKind::RightSquareBracket
                    | TokenKind::LeftCurlyBracket
                    | TokenKind::RightCurlyBracket
                    | TokenKind::Newline
                    | TokenKind::Comment
                    | TokenKind::Eof
            )
        )
    };
    if let Some(found) = split::number_in_table(layout, token) {
        return found;
    }
    if message.starts_with("extra comma") {
        return (layout.span(token), Fault::ExtraComma);
    }
    // An error stands at the value, or right behind it at what ends it.
    let inside = if edge(token) && token > 0 && !edge(token - 1) { token - 1 } else { token };
    let first = (0..=inside).rev().take_while(|t| !edge(*t)).last().unwrap_or(inside);
    let last = (inside..layout.tokens.len()).take_while(|t| !edge(*t)).last().unwrap_or(inside);
    let first = split::decimals_before(layout, first).unwrap_or(first);
    let last = split::decimals_after(layout, first, last).unwrap_or(last);
    let span = trimmed(layout, layout.span(first).start..layout.span(last).end);
    let piece = layout.slice(span.clone());
    // A quote too few pairs the wrong ones: `["a, "b"]` is the text `a, ` and then `b"`.
    if piece.starts_with('"') && !piece.matches('"').count().is_multiple_of(2) {
        return (span, Fault::UnclosedText { quotes: "\"" });
    }
    if let Some(kind) = layout.kind(token)
        && quotes_missing(layout.written(token), kind).is_none()
        && matches!(kind, TokenKind::BasicString | TokenKind::LiteralString)
        && message.starts_with("missing comma")
    {
        return (layout.span(token), Fault::MissingComma);
    }
    if let Some(remark) = remark::whole(piece) {
        return (span, remark);
    }
    if message.starts_with("missing assignment")
        && let Some((key, value)) = piece.split_once([':', ' ', '\t'])
        && plain_name(key)
    {
        let right = format!("{key} = {}", right_spelling(value.trim()));
        let written = piece.to_owned();
        return (span, Fault::MissingEquals(Spelling { written, right }));
    }
    let key = key_before(layout, first).unwrap_or(key);
    if let Some((at, remark)) = remark::behind(piece, 0) {
        return (span.start + at..span.end, remark);
    }
    if let Some(fault) = recognise_under(key, piece) {
        return (span, fault);
    }
    if let Some((before, after)) = piece.split_once(char::is_whitespace)
        && before.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    {
        return (span.end - after.trim_start().len()..span.end, Fault::MissingComma);
    }
    let fault = if message.starts_with("missing comma") {
        return (layout.span(token), Fault::MissingComma);
    } else if message.contains("escape") || message.contains("unicode") {
        bad_escape(piece)
    } else {
        otherwise(key, piece)
    };
    (span, fault)
}

/// The key in an inline table whose value begins with a token.
fn key_before<'t>(layout: &Layout<'t>, first: usize) -> Option<&'t str> {
    let mut before = (0..first).rev().filter(|at| !layout.kind(*at).is_some_and(blank));
    let equals = before.next().filter(|at| layout.kind(*at) == Some(TokenKind::Equals));
    equals.and_then(|_| before.next()).map(|key| layout.written(key))
}

/// What is wrong with a value that is all of its statement.
fn alone(
    layout: &Layout<'_>,
    statement: &Statement,
    key: &str,
    rest: Range<usize>,
    message: &str,
) -> Found {
    let span = trimmed(layout, rest);
    let value = layout.slice(span.clone());
    let spelling = |right| Spelling { written: value.to_owned(), right };
    let tokens =
        || statement.tokens.clone().filter(|token| layout.span(*token).start >= span.start);
    if message.contains("escape") || message.contains("unicode") {
        return (span, bad_escape(value));
    }
    if value.starts_with(',') {
        return (span.start..span.start + 1, Fault::ExtraComma);
    }
    if value.starts_with('=') {
        // A formula, as in a cell of a spreadsheet.
        let (written, right) = (value.to_owned(), comes_to(value));
        return (span, Fault::Calculation { written, right });
    }
    let straight = ['"', '\''].into_iter().find(|quote| value.starts_with(*quote));
    let begun = match straight {
        Some(_) => tokens().next().map_or(0, |first| layout.span(first).end - span.start),
        None => value.rfind([']', '}']).map_or(0, |close| close + 1),
    };
    if let Some((at, remark)) = remark::behind(value, begun) {
        return (span.start + at..span.end, remark);
    }
    let second = tokens().find(|token| layout.kind(*token) == Some(TokenKind::Equals));
    if let Some(quote) = straight {
        let first = tokens().next().unwrap_or(statement.tokens.start);
        let unclosed =
            layout.kind(first).and_then(|kind| quotes_missing(layout.written(first), kind));
        let inner = value.get(1..value.len().saturating_sub(1)).unwrap_or_default();
        if unclosed.is_none() && second.is_none() && value.len() > 2 && value.ends_with(quote) {
            return (span, Fault::QuoteInText(spelling(quoted(inner))));
        }
        if let Some(quotes) = unclosed {
            return (layout.span(first), Fault::UnclosedText { quotes });
        }
        let texts = tokens().filter(|token| {
            matches!(layout.kind(*token), Some(TokenKind::BasicString | TokenKind::LiteralString))
        });
        let others = tokens().filter(|token| {
            layout.span(*token).start < span.end
                && !layout.kind(*token).is_some_and(|kind| {
                    matches!(
                        kind,
                        TokenKind::BasicString
                            | TokenKind::LiteralString
                            | TokenKind::Comma
                            | TokenKind::Whitespace
                            | TokenKind::RightSquareBracket
                    )
                })
        });
        if second.is_none() && texts.count() > 1 && others.count() == 0 && value.contains(',') {
            let list = value.trim_end_matches([']', ' ', ',']);
            return (span, Fault::BareList(spelling(format!("[{list}]"))));
        }
        if let Some(second) = second {
            return second_key(layout, layout.span(first).end..span.end, second);
        }
        return after(layout, layout.span(first).end..span.end);
    }
    if let Some(second) = second {
        return second_key(layout, span, second);
    }
    if let Some(fault) = recognise_under(key, value) {
        return (span, fault);
    }
    let close = tokens().find(|token| {
        layout.depth.get(*token) == Some(&0)
            && matches!(
                layout.kind(*token),
                Some(TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket)
            )
    });
    if let Some(close) = close
        && let Some(bracket) = layout.written(close).chars().next()
    {
        return (layout.span(close), Fault::StrayBracket { bracket });
    }
    if message.starts_with("unexpected key or value") {
        let end = tokens().find(|token| layout.kind(*token).is_some_and(blank));
        let from = end.map_or(span.start, |token| layout.span(token).end);
        if from > span.start && from < span.end {
            return after(layout, from..span.end);
        }
    }
    if let Some((length, fault)) = currency_first(value) {
        return (span.start..span.start + length, fault);
    }
    if let Some((_, extra)) = value.split_once(' ')
        && value.starts_with(|c: char| c.is_ascii_digit())
    {
        return after(layout, span.end - extra.len()..span.end);
    }
    (span, otherwise(key, value))
}

/// An amount that says its currency, with more behind it: `€ 100 per maand`, `100€/maand`.
fn currency_first(value: &str) -> Option<(usize, Fault)> {
    let ends = value.match_indices([' ', '/', '(']).map(|(at, _)| at);
    ends.rev().find_map(|end| {
        let amount = value.get(..end)?.trim_end();
        let fault = recognise(amount).filter(|fault| matches!(fault, Fault::CurrencySign(_)))?;
        Some((amount.len(), fault))
    })
}

/// A second statement on the line: it begins with the key before the second `=`.
fn second_key(layout: &Layout<'_>, rest: Range<usize>, equals: usize) -> Found {
    let before = layout.slice(rest.start..layout.span(equals).start).trim_end();
    let key = before.rfind([' ', '\t', ',', ';', ']', '"']).map_or(0, |space| space + 1);
    let span = trimmed(layout, rest.start + key..rest.end);
    (span.clone(), Fault::SecondKey { second: layout.slice(span).to_owned() })
}

/// A text with a backslash that means nothing.
fn bad_escape(written: &str) -> Fault {
    if let Some(right) = whole_characters(written) {
        return Fault::BadEscape { right: Some(right), twice: false };
    }
    let inner = written.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let literal = inner.filter(|inner| !inner.contains(['\'', '"', '\n']));
    Fault::BadEscape { right: literal.map(|inner| format!("'{inner}'")), twice: true }
}

/// The text with one escape for each two that together are a character, as JSON writes an emoji:
/// `\U0001F600` for `\uD83D\uDE00`. `None` when there are no such two.
fn whole_characters(written: &str) -> Option<String> {
    /// The length of `\uD83D`.
    const HALF: usize = 6;
    let half = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let whole = |escape: &str| {
        let halves = [half(escape)?, half(escape.get(HALF..)?)?];
        let mut characters = char::decode_utf16(halves);
        let character = characters.next()?.ok()?;
        characters.next().is_none().then(|| format!("\\U{:08X}", u32::from(character)))
    };
    let (mut right, mut rest, mut any) = (String::new(), written, false);
    while let Some(at) = rest.find("\\u") {
        let (before, escape) = rest.split_at(at);
        let one = whole(escape);
        let length = if one.is_some() { 2 * HALF } else { 2 };
        right.push_str(before);
        right.push_str(one.as_deref().unwrap_or("\\u"));
        any |= one.is_some();
        rest = escape.get(length..).unwrap_or_default();
    }
    right.push_str(rest);
    any.then_some(right)
}

/// Something behind a value.
fn after(layout: &Layout<'_>, extra: Range<usize>) -> Found {
    let span = trimmed(layout, extra);
    let text = layout.slice(span.clone());
    let fault = match text {
        "," => Fault::ExtraComma,
        "]" => Fault::StrayBracket { bracket: ']' },
        "}" => Fault::StrayBracket { bracket: '}' },
        _ => Fault::TextAfterValue { extra: text.to_owned(), per: rhythm(text) },
    };
    (span, fault)
}

/// A value that is not recognised: a date that does not exist, digits with letters, or anything.
fn otherwise(key: &str, value: &str) -> Fault {
    let digit = |c: char| c.is_ascii_digit();
    let date = value.starts_with(digit)
        && value.contains(['-', ':', '/'])
        && value.chars().all(|c| digit(c) || "-:/.TZtz+ ".contains(c));
    if date {
        return Fault::BadDate { written: value.to_owned() };
    }
    letters_in_number(value).or_else(|| no_number(key, value)).unwrap_or(Fault::Unreadable)
}

fn trimmed(layout: &Layout<'_>, span: Range<usize>) -> Range<usize> {
    let text = layout.slice(span.clone());
    let start = span.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}
