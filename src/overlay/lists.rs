//! The files of the price lists that a case names.

use super::files::{Files, Opened};
use crate::document::{self, Document, List, Place, PriceMistake, Table, Unread, Unreadable};
use crate::prices::{BUILT_IN, is_list, named_lists, read};

/// Opens the lists that a document names, but for those that come with the program. What is wrong
/// with one is noted in the document, at its place in the list.
///
/// # Errors
/// What is wrong with the text of one of the files.
pub(super) fn open(document: &mut Document, files: &dyn Files) -> Result<(), Unread> {
    let named: Vec<_> = named_lists(&document.root)
        .into_iter()
        .filter(|(path, _)| !BUILT_IN.contains(path))
        .map(|(path, place)| (path.to_owned(), place))
        .collect();
    for (path, place) in named {
        if document.lists.iter().any(|list| list.path == path) {
            continue;
        }
        let found = match opened(&path, place, document, files) {
            Ok(opened) => listed(&path, document::read(opened.source?)?, document),
            Err(mistake) => Err(mistake),
        };
        document.lists.push(List { path, found });
    }
    Ok(())
}

fn opened(
    path: &str,
    place: Place,
    document: &Document,
    files: &dyn Files,
) -> Result<Opened, PriceMistake> {
    let path = path.to_owned();
    let Some(seen_from) = document.sources.get(place.source.0) else {
        return Err(PriceMistake::NotOpened { path });
    };
    files.open(&path, seen_from).map_err(|cause| match cause {
        Unreadable::NoCase => PriceMistake::NamesNoList { path: path.clone() },
        cause => PriceMistake::ListUnreadable { path: path.clone(), cause },
    })
}

/// The list that was read, as a part of the document that names it.
fn listed(path: &str, mut list: Document, document: &mut Document) -> Result<Table, PriceMistake> {
    if !is_list(&list) {
        return Err(PriceMistake::NamesNoList { path: path.to_owned() });
    }
    if let Err(problems) = read(&list) {
        list.problems = problems;
    }
    Ok(document.adopt(list))
}
