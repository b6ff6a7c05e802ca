//! `extends = "base.toml"`: this file laid over that one.

use super::files::{Files, Opened};
use super::lay::lay;
use super::lists;
use crate::document::{
    self, Document, Mistake, OverlayMistake, Place, Problem, Unread, Unreadable, Value,
};
use crate::prices;
use crate::reading::keys::Problems;
use crate::words::{Key, Word};

/// How many files can lie beneath one: more is a mistake, and would fill the stack.
const LONGEST_CHAIN: usize = 32;

/// The document that a source makes, laid over those that it extends, with the prices that it takes
/// from lists. What of it does not fit is noted in the document.
///
/// # Errors
/// What is wrong with the text of one of the files, or that one cannot be found.
pub fn read(source: Opened, files: &dyn Files) -> Result<Document, Unread> {
    let mut document = read_in_chain(source, files, &mut Vec::new())?;
    with_prices(&mut document, files)?;
    Ok(document)
}

/// Puts the prices that a document takes from lists into it.
fn with_prices(document: &mut Document, files: &dyn Files) -> Result<(), Unread> {
    lists::open(document, files)?;
    prices::settle(document);
    Ok(())
}

fn read_in_chain(
    opened: Opened,
    files: &dyn Files,
    chain: &mut Vec<String>,
) -> Result<Document, Unread> {
    let mut document = document::read(opened.source?)?;
    let Some((path, place)) = extends(&document) else { return Ok(document) };
    chain.push(opened.identity);
    let below = match open(&path, &document, files, chain) {
        Ok(below) => {
            let mut below = read_in_chain(below, files, chain)?;
            with_prices(&mut below, files)?;
            below
        }
        Err(mistake) => {
            let problems = vec![Problem { place, mistake: Mistake::Overlay(mistake) }];
            return Err(Unread { sources: document.sources, problems });
        }
    };
    let over = std::mem::take(&mut document.root);
    document.root = document.adopt(below);
    document.note_unsourced(&over);
    let mut problems = Problems::default();
    lay(&mut document.root, &over, &mut problems);
    document.root.edit().shift_remove(Key::Extends.spelled());
    document.problems.extend(problems.0);
    Ok(document)
}

/// The file that a document extends, and where it says so. What is no text is told when the
/// document gets its meaning.
fn extends(document: &Document) -> Option<(String, Place)> {
    let node = document.at(&[Key::Extends.spelled()])?;
    match &node.value {
        Value::Text(path) => Some((path.clone(), node.place)),
        _ => None,
    }
}

fn open(
    path: &str,
    above: &Document,
    files: &dyn Files,
    chain: &[String],
) -> Result<Opened, OverlayMistake> {
    let unreadable = |cause| OverlayMistake::ExtendsUnreadable { path: path.to_owned(), cause };
    let seen_from = above.sources.first().ok_or_else(|| unreadable(Unreadable::Missing))?;
    if chain.len() > LONGEST_CHAIN {
        return Err(OverlayMistake::ExtendsTooDeep { path: path.to_owned(), most: LONGEST_CHAIN });
    }
    let opened = files.open(path, seen_from).map_err(unreadable)?;
    if chain.contains(&opened.identity) {
        return Err(OverlayMistake::ExtendsLoop { path: path.to_owned() });
    }
    Ok(opened)
}
