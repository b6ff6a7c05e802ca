//! `--set path=value`: one value laid over a case from the command line.

use super::reach::settable;
use crate::document::{
    self, Document, OverlayMistake, Place, Problem, Source, SourceId, Table, Unread, printable,
};
use crate::reading::group::as_table;
use crate::words::{Key, Word};

/// What people call the source of such an argument.
pub const ARGUMENT: &str = "--set";

/// Reads an argument, which becomes a source of the document, as a table to lay over it.
///
/// # Errors
/// Everything that is wrong with it, shown in the argument itself.
pub fn argument(text: &str, document: &mut Document) -> Result<Table, Unread> {
    let source = Source { name: ARGUMENT.to_owned(), text: spelled_out(&printable(text)) };
    let read = match (document::read(source.clone()), misspelled(&source.text)) {
        (Ok(read), _) if says_nothing(&read.root) => {
            return Err(whole(source, OverlayMistake::NothingLaid));
        }
        (Err(_), Some(mistake)) => return Err(whole(source, mistake)),
        (read, _) => read?,
    };
    let known = settable();
    let strangers = read.root.0.iter().filter(|(key, _)| !known.contains(&key.as_str()));
    let problems: Vec<_> = strangers
        .map(|(key, item)| {
            let mistake = OverlayMistake::NotSettable { table: key.clone(), known: known.clone() };
            Problem { place: item.key, mistake: mistake.into() }
        })
        .collect();
    if problems.is_empty() {
        Ok(document.adopt(read))
    } else {
        Err(Unread { sources: read.sources, problems })
    }
}

/// Whether there is nothing in a table but tables with nothing in them.
fn says_nothing(table: &Table) -> bool {
    table.0.values().all(|item| as_table(&item.node.value).is_some_and(says_nothing))
}

/// What is wrong with an argument that is no TOML, where that is more to the point than what a file
/// would be told.
fn misspelled(text: &str) -> Option<OverlayMistake> {
    let Some((path, value)) = text.split_once('=') else {
        return Some(match text.trim() {
            "" => OverlayMistake::NothingLaid,
            path => without_value(path.to_owned()),
        });
    };
    let (path, value) = (path.trim().to_owned(), value.trim());
    if path.is_empty() {
        return None;
    }
    match value.chars().next() {
        None => Some(without_value(path)),
        Some('"' | '\'' | '[' | '{') => None,
        Some(_) if value.contains('=') => {
            Some(OverlayMistake::TextWithoutQuotes { path, text: value.to_owned() })
        }
        Some(_) => None,
    }
}

fn without_value(path: String) -> OverlayMistake {
    let key = path.rsplit('.').next().and_then(Key::of);
    OverlayMistake::ArgumentWithoutValue { path, example: key.map(|key| key.usually().example()) }
}

/// A mistake that is about an argument as a whole.
fn whole(source: Source, mistake: OverlayMistake) -> Unread {
    let place = Place { source: SourceId(0), start: 0, end: source.text.len() };
    Unread { sources: vec![source], problems: vec![Problem { place, mistake: mistake.into() }] }
}

/// The argument as TOML has it. A shell takes quotes away, so `cost.*.amount=+10%` stands for
/// `cost."*".amount="+10%"`.
fn spelled_out(text: &str) -> String {
    let Some((path, value)) = text.split_once('=') else {
        // `[cost.rent]` would be a table with nothing in it, and say nothing.
        return text.trim().trim_matches(['[', ']']).to_owned();
    };
    let (path, value) = (path.trim(), value.trim());
    let parts: Vec<_> =
        path.split('.').map(|part| if part == "*" { "\"*\"" } else { part }).collect();
    let path = parts.join(".");
    if is_bare_word(value) { format!("{path}=\"{value}\"") } else { format!("{path}={value}") }
}

/// Whether a value is a text without its quotes: no number, no truth and no list or table.
fn is_bare_word(value: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '_' | '.');
    let unsigned = value.trim_start_matches(['+', '-']);
    !value.is_empty()
        && !value.contains(['"', '\'', '[', ']', '{', '}', '=', '\\', '#'])
        && !matches!(value, "true" | "false")
        && !unsigned.chars().all(number)
}

#[cfg(test)]
mod tests {
    use super::spelled_out;

    #[test]
    fn what_a_shell_took_away_is_put_back() {
        assert_eq!(spelled_out("cost.*.amount=+10%"), "cost.\"*\".amount=\"+10%\"");
        assert_eq!(spelled_out("funding.x.status=committed"), "funding.x.status=\"committed\"");
        assert_eq!(spelled_out("case.start = 2027-01"), "case.start=\"2027-01\"");
        assert_eq!(spelled_out("funding.x.share=+2 points"), "funding.x.share=\"+2 points\"");
    }

    #[test]
    fn what_is_toml_stays_as_it_is() {
        for text in ["cost.x.amount=1_200", "cost.x.off=true", "cost.x.amounts=[1, 2]"] {
            assert_eq!(spelled_out(text), text);
        }
        assert_eq!(spelled_out("rate.wages=\"3%\""), "rate.wages=\"3%\"");
        assert_eq!(spelled_out("no value"), "no value");
    }
}
