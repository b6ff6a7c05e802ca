//! What is wrong with what a command is asked of a file, as problems with a place: in an option, or
//! at the table of the file that says what it is.

use crate::document::{AskedMistake, Document, Mistake, Place, Problem, Source, SourceId, Unread};
use crate::overlay::Layers;
use crate::render::subject::Subject;
use crate::words::{Key, Word};

/// What is wrong with the value of an option.
pub(crate) fn of_option(option: &str, written: &str, mistake: impl Into<Mistake>) -> Unread {
    let source = Source { name: option.to_owned(), text: written.to_owned() };
    let place = Place { source: SourceId(0), start: 0, end: written.len() };
    Unread { sources: vec![source], problems: vec![Problem { place, mistake: mistake.into() }] }
}

/// That a file is a fund, where a case is wanted.
pub(crate) fn not_a_case(document: &Document, subject: Subject<'_>) -> Unread {
    let instead = subject.command(&["fund"], &[]);
    of_file(document, Key::Fund, AskedMistake::NotACase { instead })
}

/// That a file is a case, where a fund is wanted.
pub(crate) fn not_a_fund(document: &Document, subject: Subject<'_>) -> Unread {
    let instead = subject.command(&["check"], &[]);
    of_file(document, Key::Case, AskedMistake::NotAFund { instead })
}

/// That a case has facts, where a command knows only plans.
pub(crate) fn with_facts(document: &Document, command: &[&str], subject: Subject<'_>) -> Unread {
    let layers = Layers { plan: true, ..subject.layers.clone() };
    let instead = Subject { layers: &layers, ..subject }.command(command, &[]);
    of_file(document, Key::Actual, AskedMistake::WithFacts { instead })
}

/// That a file is a price list, where a case or a fund is wanted.
pub(crate) fn a_list(document: &Document) -> Unread {
    of_file(document, Key::Prices, AskedMistake::IsList)
}

/// That a file is a fund, beside this case.
pub(crate) fn not_alike(fund: &Document, case: String) -> Unread {
    of_file(fund, Key::Fund, AskedMistake::NotAlike { case })
}

fn of_file(document: &Document, table: Key, mistake: AskedMistake) -> Unread {
    // A file that says it in Dutch, or in another file beneath, is told of at its beginning.
    let start = Place { source: SourceId(0), start: 0, end: 0 };
    let place = document.key_at(&[table.spelled()]).unwrap_or(start);
    let problem = Problem { place, mistake: mistake.into() };
    Unread { sources: document.sources.clone(), problems: vec![problem] }
}
