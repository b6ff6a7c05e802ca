//! The cases that a fund names, each loaded and read once, however often the fund itself is read.

use crate::case::{self, Case, Checked, Form, Loan};
use crate::document::{
    Document, FundMistake, Place, Problem, Source, SourceId, Table, Unread, Unreadable, Value,
};
use crate::fund::{Borrower, is_fund};
use crate::reading::group::table_at;
use crate::reading::keys::{Keys, Problems};
use crate::reading::names::known;
use crate::words::{Key, Word};
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;
use std::sync::Arc;

/// What stands at a path.
#[derive(Debug)]
pub enum Loaded {
    /// A document.
    Document(Document),
    /// A file that is no TOML.
    Wrong(Unread),
    /// Nothing that can be read.
    Unreadable(Unreadable),
}

/// Turns a path, as seen from the file that it is written in, into what stands there. The outside
/// world is on its other side.
pub type Loader<'a> = dyn Fn(&str, &Source) -> Loaded + Sync + 'a;

/// A path as written in one of a document's sources.
type Named = (SourceId, String);

/// The files that a fund names.
#[derive(Debug)]
pub struct Library {
    shelf: IndexMap<Named, Book>,
}

/// The borrowers that one reading of a fund finds in a library.
#[derive(Debug)]
pub struct Finder<'l> {
    library: &'l Library,
    borrowers: IndexMap<(Named, String), Borrower>,
    /// Loans that are drawn before their case starts, by the file in which they stand.
    early: IndexMap<Named, Vec<Problem>>,
}

/// What became of a file.
#[derive(Debug)]
enum Book {
    Case(CaseBook),
    Wrong(Unread),
    Fund,
    Unreadable(Unreadable),
}

/// What a fund needs of a case that it names. The document is gone by then: ten thousand of them
/// take a gigabyte.
#[derive(Debug)]
struct CaseBook {
    case: Arc<Case>,
    /// Its loans that are drawn before its start, by their place in the case.
    early: Vec<(usize, Problem)>,
    noted: Unread,
}

impl Book {
    fn of(loaded: Loaded) -> Self {
        let document = match loaded {
            Loaded::Document(document) => document,
            Loaded::Wrong(unread) => return Self::Wrong(unread),
            Loaded::Unreadable(cause) => return Self::Unreadable(cause),
        };
        if is_fund(&document) {
            return Self::Fund;
        }
        let mut document = document;
        let facts = document.key_at(&[Key::Actual.spelled()]);
        document.root.edit().shift_remove(Key::Actual.spelled());
        let checked = case::read(&document).map(|checked| {
            let told =
                facts.map(|place| Problem { place, mistake: FundMistake::FactsLeftOut.into() });
            Checked { warnings: checked.warnings.into_iter().chain(told).collect(), ..checked }
        });
        match checked {
            Ok(checked) => Self::Case(CaseBook::of(document, checked)),
            Err(problems) => Self::Wrong(Unread { sources: document.sources, problems }),
        }
    }
}

impl Library {
    /// Loads what the initiatives of a fund name in any of these documents, which are the fund with
    /// one thing or another laid over it: their sources are the same.
    pub fn of(documents: &[&Document], loader: &Loader<'_>) -> Self {
        let sources = documents.first().map(|first| first.sources.as_slice()).unwrap_or_default();
        let named: IndexSet<Named> =
            documents.iter().flat_map(|document| named(&document.root)).collect();
        let named: Vec<Named> = named.into_iter().collect();
        let books: Vec<_> = named
            .par_iter()
            .map(|(written_in, path)| match sources.get(written_in.0) {
                Some(source) => Book::of(loader(path, source)),
                None => Book::Unreadable(Unreadable::Other),
            })
            .collect();
        Self { shelf: named.into_iter().zip(books).collect() }
    }

    /// A reading of the fund begins.
    pub fn finder(&self) -> Finder<'_> {
        Finder { library: self, borrowers: IndexMap::new(), early: IndexMap::new() }
    }
}

impl Finder<'_> {
    /// The place of the case that an initiative names, as a borrower of a fund that is this party
    /// in it; notes why it is none.
    pub fn borrower(
        &mut self,
        keys: &mut Keys<'_, '_>,
        party: &str,
        currency: Option<&str>,
    ) -> Option<usize> {
        let item = keys.item(Key::Case)?;
        let Value::Text(path) = &item.node.value else { return None };
        let place = item.node.place;
        let asked = Asked {
            path,
            place,
            party,
            party_place: keys.item(Key::Party).map_or(place, |item| item.node.place),
            currency,
        };
        let named = (place.source, path.clone());
        let key = (named.clone(), party.to_owned());
        if let Some(at) = self.borrowers.get_index_of(&key) {
            return Some(at);
        }
        let borrower = match self.library.shelf.get(&named)?.lend_to(asked, keys.problems)? {
            Ok(borrower) => borrower,
            Err(early) => {
                self.early.entry(named).or_default().extend(early);
                return None;
            }
        };
        let (at, _) = self.borrowers.insert_full(key, borrower);
        Some(at)
    }

    /// The borrowers, in the order of their places.
    pub fn borrowers(&mut self) -> Vec<Borrower> {
        std::mem::take(&mut self.borrowers).into_values().collect()
    }

    /// What is noted about each file that this document names.
    pub fn into_noted(self, document: &Document) -> impl Iterator<Item = Unread> {
        let Self { library, early, .. } = self;
        named(&document.root).into_iter().filter_map(move |named| {
            let early = early.get(&named).into_iter().flatten().cloned();
            library.shelf.get(&named)?.noted(early)
        })
    }
}

/// The paths that initiatives name, each once.
fn named(root: &Table) -> IndexSet<Named> {
    let entries =
        table_at(root, Key::Initiative).map(|table| table.0.values()).into_iter().flatten();
    let named = entries.filter_map(|item| match &item.node.value {
        Value::Table(entry) => {
            let node = &entry.item(Key::Case)?.node;
            match &node.value {
                Value::Text(path) if !path.trim().is_empty() => {
                    Some((node.place.source, path.clone()))
                }
                _ => None,
            }
        }
        _ => None,
    });
    named.collect()
}

/// A case as an initiative asks for it.
#[derive(Clone, Copy)]
struct Asked<'a> {
    path: &'a str,
    place: Place,
    party: &'a str,
    party_place: Place,
    currency: Option<&'a str>,
}

impl Book {
    /// Its case as a borrower, or the loans that it draws too early; nothing where it is none, which
    /// is noted.
    fn lend_to(
        &self,
        asked: Asked<'_>,
        problems: &mut Problems,
    ) -> Option<Result<Borrower, Vec<Problem>>> {
        let path = asked.path.to_owned();
        match self {
            Self::Case(book) => {
                let loans = fund_loans(&book.case, asked, problems)?;
                // A fund cannot have lent before the initiative starts.
                let early = book.early.iter().filter(|(at, _)| loans.contains(at));
                let early: Vec<_> = early.map(|(_, problem)| problem.clone()).collect();
                Some(if early.is_empty() {
                    Ok(Borrower { case: Arc::clone(&book.case), loans })
                } else {
                    Err(early)
                })
            }
            // What is wrong with it is told in that file.
            Self::Wrong(_) => None,
            Self::Fund => {
                problems.push(asked.place, FundMistake::NamesFund { path });
                None
            }
            Self::Unreadable(cause) => {
                let cause = *cause;
                problems.push(asked.place, FundMistake::FileUnreadable { path, cause });
                None
            }
        }
    }

    /// What is noted about it, in order, with what a fund notes more.
    fn noted(&self, more: impl Iterator<Item = Problem>) -> Option<Unread> {
        let (sources, problems) = match self {
            Self::Case(book) => (&book.noted.sources, &book.noted.problems),
            Self::Wrong(unread) => (&unread.sources, &unread.problems),
            Self::Fund | Self::Unreadable(_) => return None,
        };
        let mut problems: Vec<_> = problems.iter().cloned().chain(more).collect();
        if problems.is_empty() {
            return None;
        }
        if matches!(self, Self::Case(_)) {
            problems.sort_by_key(|problem| problem.place);
            problems.dedup();
        }
        Some(Unread { sources: sources.clone(), problems })
    }
}

/// The loans of a case that a fund is asked for: those that go round, of its party, drawn within
/// the horizon.
fn fund_loans(case: &Case, asked: Asked<'_>, problems: &mut Problems) -> Option<Vec<usize>> {
    let path = || asked.path.to_owned();
    let party = asked.party.to_owned();
    if let Some(currency) = asked.currency.filter(|currency| *currency != case.currency) {
        let (of_case, of_fund) = (case.currency.clone(), currency.to_owned());
        let mistake = FundMistake::CurrencyDiffers { path: path(), of_case, of_fund };
        problems.push(asked.place, mistake);
        return None;
    }
    let Some(of_fund) = case.parties.iter().position(|known| known.id == party) else {
        let ids = case.parties.iter().map(|party| party.id.as_str());
        let known = known(&party, ids, case.parties.len(), problems);
        let lender = lender(case);
        let mistake = FundMistake::PartyNotInCase { path: path(), party, lender, known };
        problems.push(asked.party_place, mistake);
        return None;
    };
    let asks = |loan: &Loan| loan.revolving && loan.on <= case.horizon.last();
    let loans: Vec<usize> = (0..)
        .zip(&case.funding)
        .filter(|(_, entry)| entry.what.party.is_some_and(|party| party.0 == of_fund))
        .filter(|(_, entry)| matches!(&entry.what.form, Form::Loan(loan) if asks(loan)))
        .map(|(at, _)| at)
        .collect();
    if loans.is_empty() {
        problems.push(asked.place, FundMistake::NothingAsked { path: path(), party });
        return None;
    }
    Some(loans)
}

/// The party of a case whose loans go round, if it is one.
fn lender(case: &Case) -> Option<String> {
    let mut lenders = case.funding.iter().filter_map(|entry| match &entry.what.form {
        Form::Loan(loan) if loan.revolving => entry.what.party,
        _ => None,
    });
    let first = lenders.next()?;
    let party = case.parties.get(first.0).filter(|_| lenders.all(|other| other == first));
    party.map(|party| party.id.clone())
}

impl CaseBook {
    fn of(document: Document, Checked { case, warnings }: Checked) -> Self {
        let early = drawn_early(&document, &case);
        // Without anything to say of a file its text need not be kept.
        let silent = warnings.is_empty() && early.is_empty();
        let sources = if silent { Vec::new() } else { document.sources };
        Self {
            case: Arc::new(only_money(case)),
            early,
            noted: Unread { sources, problems: warnings },
        }
    }
}

/// A case without what it does to others, which is none of a fund's business; what a party may pay for
/// stays where one does.
fn only_money(mut case: Case) -> Case {
    case.burdens.clear();
    if !case.funding.iter().any(|entry| matches!(entry.what.form, Form::Outcome(_))) {
        case.avoided.clear();
        case.values.clear();
    }
    case
}

/// The loans that are drawn before the start, by their place in the case.
fn drawn_early(document: &Document, case: &Case) -> Vec<(usize, Problem)> {
    let start = case.horizon.start;
    let entries = case.funding.iter().enumerate();
    entries
        .filter_map(|(at, entry)| match &entry.what.form {
            Form::Loan(loan) if loan.on < start => {
                let node = document.at(&[Key::Funding.spelled(), &entry.id, Key::On.spelled()])?;
                let (loan, on) = (format!("funding.{}", entry.id), loan.on);
                let mistake = FundMistake::DrawnBeforeStart { loan, on, start };
                Some((at, Problem { place: node.place, mistake: mistake.into() }))
            }
            _ => None,
        })
        .collect()
}
