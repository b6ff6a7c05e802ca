//! Numbers with a comma before their decimals, which TOML takes for two values.

use super::fault::{Fault, Spelling};
use super::layout::Layout;
use super::place::Place;
use super::spelling::recognise;
use super::tree::{Node, Table, Value};
use super::{Mistake, Problem};
use std::ops::Range;
use toml_parser::lexer::TokenKind;

/// The amounts that TOML takes for two, by place: to it, `[1.234,56]` is a list of 1.234 and 56.
pub(super) fn numbers(root: &Table, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    in_table(root, text, &mut problems);
    problems.sort_by_key(|problem| problem.place);
    problems
}

fn in_table(table: &Table, text: &str, problems: &mut Vec<Problem>) {
    for item in table.0.values() {
        in_node(&item.node, text, problems);
    }
}

fn in_node(node: &Node, text: &str, problems: &mut Vec<Problem>) {
    match &node.value {
        Value::Table(table) => in_table(table, text, problems),
        Value::List(items) => {
            problems.extend(items.windows(2).filter_map(|pair| in_pair(pair, text)));
            for item in items {
                in_node(item, text, problems);
            }
        }
        Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Change(_) => {
        }
    }
}

/// Thousands with a point, and behind a comma without a space two digits: cents.
fn in_pair(pair: &[Node], text: &str) -> Option<Problem> {
    let [whole, cents] = pair else { return None };
    let place = Place { end: cents.place.end, ..whole.place };
    let written = text.get(place.start..place.end)?;
    let (thousands, digits) = written.split_once(',')?;
    let (before, after) = thousands.split_once('.')?;
    let split = (1..=3).contains(&before.len())
        && (after.len(), digits.len()) == (3, 2)
        && [before, after, digits].into_iter().all(is_digits);
    let right = format!("{before}{after}.{digits}");
    let spelling = Spelling { written: written.to_owned(), right };
    let mistake = Mistake::Syntax(Fault::DutchNumber(spelling));
    split.then_some(Problem { place, mistake })
}

/// The token that a percentage begins with when the comma before it begins its decimals: to TOML,
/// `[2,25%, "2%"]` is a 2 and then `25%`.
pub(super) fn decimals_before(layout: &Layout<'_>, decimals: usize) -> Option<usize> {
    let (whole, comma) = (decimals.checked_sub(2)?, decimals - 1);
    let percentage = layout.written(decimals).strip_suffix('%')?;
    let joined = layout.kind(comma) == Some(TokenKind::Comma)
        && is_digits(layout.written(whole))
        && is_digits(percentage);
    joined.then_some(whole)
}

/// The last token of an amount that TOML does not know when the comma behind it begins its cents:
/// `[€ 12,50]`, `[1 200,50]`.
pub(super) fn decimals_after(layout: &Layout<'_>, first: usize, last: usize) -> Option<usize> {
    let (comma, cents) = (last + 1, last + 2);
    let unknown = !layout.written(first).bytes().all(|byte| byte.is_ascii_alphanumeric());
    let joined = (first < last || unknown)
        && layout.kind(comma) == Some(TokenKind::Comma)
        && layout.written(last).ends_with(|c: char| c.is_ascii_digit())
        && layout.written(cents).len() == 2
        && is_digits(layout.written(cents))
        // Not the month in `[2027-01,12]`.
        && recognise(layout.slice(layout.span(first).start..layout.span(cents).end)).is_some();
    joined.then_some(cents)
}

/// An amount in an inline table whose cents TOML takes for the next key: `{ low = 7,50, high = 9 }`.
/// The error stands at the cents or right behind them.
pub(super) fn number_in_table(layout: &Layout<'_>, token: usize) -> Option<(Range<usize>, Fault)> {
    let digits = |token: usize| is_digits(layout.written(token));
    let blank = |at: &usize| layout.written(*at).trim().is_empty();
    let cents = if digits(token) { token } else { (0..token).rev().find(|at| !blank(at))? };
    let comma = cents.checked_sub(1)?;
    // TOML reads the thousands of `1.234` apart.
    let of_whole = |before: &usize| digits(*before) || layout.written(*before) == ".";
    let whole = (0..comma).rev().take_while(of_whole).last()?;
    // Digits behind a comma in a list are its next value, and right.
    let before = (0..whole).rev().find(|at| !blank(at))?;
    let joined = layout.kind(before) == Some(TokenKind::Equals)
        && layout.kind(comma) == Some(TokenKind::Comma)
        && digits(cents);
    let span = layout.span(whole).start..layout.span(cents).end;
    joined.then(|| recognise(layout.slice(span.clone())).map(|fault| (span, fault))).flatten()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
