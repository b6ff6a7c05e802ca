//! How a text that TOML does not know is laid out: statements, brackets and where names stand.
//!
//! toml's own errors say what its parser missed, which is seldom what the writer did. This looks
//! at the same tokens and finds the statement around an error, the bracket that was never closed
//! and the place where a name stood first.

use super::fault::Fault;
use std::collections::HashMap;
use std::ops::Range;
use toml_parser::lexer::{Token, TokenKind};

/// A header, or a key with its value.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// Its bytes, from its first token up to the remark or the end of the line.
    pub span: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether it begins with a bracket.
    pub header: bool,
    /// The token of its `=`.
    pub equals: Option<usize>,
    /// The heading that it stands under, or itself when it is one.
    pub heading: Option<usize>,
}

/// A text in statements.
pub(super) struct Layout<'t> {
    pub text: &'t str,
    pub tokens: Vec<Token>,
    /// How many brackets are open before each token, in its statement's value.
    pub depth: Vec<u32>,
    pub statements: Vec<Statement>,
    /// The quote or bracket that never closes: nothing after it can be understood.
    pub broken: Option<(Range<usize>, Fault)>,
}

impl<'t> Layout<'t> {
    /// Lays out a text, up to the first quote or bracket that never closes.
    pub fn of(text: &'t str) -> Self {
        let tokens: Vec<Token> = toml_parser::Source::new(text).lex().collect();
        let depth = vec![0; tokens.len()];
        let mut layout = Self { text, tokens, depth, statements: Vec::new(), broken: None };
        let mut at = 0;
        while let Some(kind) = layout.kind(at) {
            if blank(kind) || kind == TokenKind::Eof {
                at += 1;
            } else {
                at = layout.statement(at);
                if layout.broken.is_some() {
                    break;
                }
            }
        }
        layout
    }

    /// What kind of token this is; `None` past the last.
    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(Token::kind)
    }

    /// The bytes of a token.
    pub fn span(&self, token: usize) -> Range<usize> {
        match self.tokens.get(token) {
            Some(token) => token.span().start()..token.span().end(),
            None => self.text.len()..self.text.len(),
        }
    }

    /// A stretch of the text.
    pub fn slice(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    /// A token's text.
    pub fn written(&self, token: usize) -> &'t str {
        self.slice(self.span(token))
    }

    /// The token in which, or before which, a byte stands.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span().end() <= offset)
    }

    /// The statement in which, or after which, a byte stands.
    pub fn statement_at(&self, offset: usize) -> Option<usize> {
        self.statements.partition_point(|statement| statement.span.start <= offset).checked_sub(1)
    }

    /// Takes the statement that begins at a token; gives the token after it.
    fn statement(&mut self, first: usize) -> usize {
        let header = self.kind(first) == Some(TokenKind::LeftSquareBracket);
        let mut open: Vec<usize> = Vec::new();
        let mut equals = None;
        let mut end = self.span(first).end;
        let mut at = first;
        while let Some(kind) = self.kind(at) {
            if let Some(depth) = self.depth.get_mut(at) {
                *depth = u32::try_from(open.len()).unwrap_or(u32::MAX);
            }
            match kind {
                TokenKind::Eof => {
                    self.leave_open(&open);
                    break;
                }
                TokenKind::Newline if open.is_empty() || self.begins_another(at + 1, &open) => {
                    self.leave_open(&open);
                    break;
                }
                TokenKind::Equals if equals.is_none() && !header => equals = Some(at),
                TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket if equals.is_some() => {
                    open.push(at);
                }
                TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                    if let Some(last) = open.last().copied() {
                        if self.closing(last) == Some(kind) {
                            open.pop();
                        } else {
                            self.leave_open(&open);
                        }
                    }
                }
                // An unclosed text swallows the brackets that would close its list.
                _ if quotes_missing(self.written(at), kind).is_some() && !open.is_empty() => {
                    if let Some(quotes) = quotes_missing(self.written(at), kind) {
                        self.broken = Some((self.span(at), Fault::UnclosedText { quotes }));
                    }
                }
                _ => {}
            }
            if !blank(kind) {
                end = self.span(at).end;
            }
            at += 1;
            if self.broken.is_some() {
                break;
            }
        }
        let span = self.span(first).start..end;
        let heading = if header {
            Some(self.statements.len())
        } else {
            self.statements.last().and_then(|before| before.heading)
        };
        self.statements.push(Statement { span, tokens: first..at, header, equals, heading });
        at.max(first + 1)
    }

    /// Says of the innermost open bracket that it never closes.
    fn leave_open(&mut self, open: &[usize]) {
        if let Some(last) = open.last() {
            let curly = self.kind(*last) == Some(TokenKind::LeftCurlyBracket);
            let close = if curly { '}' } else { ']' };
            self.broken = Some((self.span(*last), Fault::UnclosedBracket { close }));
        }
    }

    fn closing(&self, open: usize) -> Option<TokenKind> {
        match self.kind(open)? {
            TokenKind::LeftSquareBracket => Some(TokenKind::RightSquareBracket),
            TokenKind::LeftCurlyBracket => Some(TokenKind::RightCurlyBracket),
            _ => None,
        }
    }

    /// Whether the line from this token on can only be a new statement, though a bracket is open.
    fn begins_another(&self, line: usize, open: &[usize]) -> bool {
        let Some(last) = open.last() else { return false };
        let first = self.past_space(line);
        if self.kind(first) == Some(TokenKind::LeftSquareBracket) {
            let again = self.kind(first + 1) == Some(TokenKind::LeftSquareBracket);
            let name = self.past_space(if again { first + 2 } else { first + 1 });
            let letter = self.written(name).starts_with(|c: char| c.is_alphabetic() || c == '_');
            let value = matches!(self.written(name), "true" | "false" | "inf" | "nan");
            let Some(end) = self.past_key(name) else { return false };
            let closed = self.kind(end) == Some(TokenKind::RightSquareBracket);
            let end = self.past_space(if again { end + 2 } else { end + 1 });
            let alone = matches!(
                self.kind(end),
                None | Some(TokenKind::Newline | TokenKind::Comment | TokenKind::Eof)
            );
            return letter && !value && closed && alone;
        }
        let key = self.past_key(first).and_then(|end| self.kind(end)) == Some(TokenKind::Equals);
        if self.kind(*last) == Some(TokenKind::LeftCurlyBracket) {
            // In an inline table, a key may follow on the next line after a comma.
            let before = (*last..line).rev().find(|token| !self.kind(*token).is_some_and(blank));
            let goes_on = before
                .and_then(|token| self.kind(token))
                .is_some_and(|kind| matches!(kind, TokenKind::Comma | TokenKind::LeftCurlyBracket));
            return key && !goes_on;
        }
        key
    }

    fn past_space(&self, token: usize) -> usize {
        if self.kind(token) == Some(TokenKind::Whitespace) { token + 1 } else { token }
    }

    /// The token after a key and the space behind it; `None` when there is no key.
    fn past_key(&self, first: usize) -> Option<usize> {
        let mut at = first;
        loop {
            if !matches!(
                self.kind(at)?,
                TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString
            ) {
                return None;
            }
            at = self.past_space(at + 1);
            if self.kind(at)? != TokenKind::Dot {
                return Some(at);
            }
            at = self.past_space(at + 1);
        }
    }

    /// The parts of a header's or a key's name, each with its place.
    pub fn name(&self, statement: &Statement) -> Vec<(&'t str, Range<usize>)> {
        let end = match statement.equals {
            Some(equals) => equals,
            None => statement.tokens.end,
        };
        (statement.tokens.start..end)
            .take_while(|token| {
                !matches!(
                    self.kind(*token),
                    Some(TokenKind::RightSquareBracket | TokenKind::Newline | TokenKind::Comment)
                )
            })
            .filter(|token| {
                matches!(
                    self.kind(*token),
                    Some(TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString)
                )
            })
            .map(|token| (bare(self.written(token)), self.span(token)))
            .collect()
    }
}

/// The first place of every name in a text.
pub(super) struct FirstPlaces<'t> {
    places: HashMap<Vec<&'t str>, First>,
}

/// Where a name stands first, and as what.
#[derive(Clone, Debug)]
pub(super) struct First {
    /// Where.
    pub span: Range<usize>,
    /// Whether that is the heading of a table.
    pub header: bool,
    /// Whether it only stands there as a part of a longer name.
    pub implied: bool,
}

impl<'t> FirstPlaces<'t> {
    /// Finds them.
    pub fn of(layout: &Layout<'t>) -> Self {
        let mut places: HashMap<Vec<&'t str>, First> = HashMap::new();
        let mut table: Vec<&'t str> = Vec::new();
        for statement in &layout.statements {
            let name = layout.name(statement);
            let mut path = if statement.header { Vec::new() } else { table.clone() };
            for (number, (part, span)) in name.iter().enumerate() {
                path.push(part);
                let implied = number + 1 < name.len();
                let header = statement.header;
                let span = if header && !implied { statement.span.clone() } else { span.clone() };
                let first = First { span, header, implied };
                match places.get_mut(&path) {
                    None => {
                        places.insert(path.clone(), first);
                    }
                    Some(known) if known.implied && !implied => *known = first,
                    Some(_) => {}
                }
            }
            if statement.header {
                table = path;
            }
        }
        Self { places }
    }

    /// Where this name stands first.
    pub fn get(&self, path: &[&'t str]) -> Option<&First> {
        self.places.get(path)
    }
}

/// The quotes that a token of text lacks at its end; `None` when it is closed or no text.
pub(super) fn quotes_missing(written: &str, kind: TokenKind) -> Option<&'static str> {
    let quotes = match kind {
        TokenKind::BasicString => "\"",
        TokenKind::LiteralString => "'",
        TokenKind::MlBasicString => "\"\"\"",
        TokenKind::MlLiteralString => "'''",
        _ => return None,
    };
    let body = written.strip_prefix(quotes)?.strip_suffix(quotes);
    let escaped = |body: &str| {
        quotes.starts_with('"')
            && !(body.len() - body.trim_end_matches('\\').len()).is_multiple_of(2)
    };
    if body.is_some_and(|body| !escaped(body)) { None } else { Some(quotes) }
}

/// Whether a token says nothing.
pub(super) fn blank(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment)
}

/// A part of a name without its quotes.
fn bare(written: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = written.strip_prefix(quote) {
            return inner.strip_suffix(quote).unwrap_or(inner);
        }
    }
    written
}
