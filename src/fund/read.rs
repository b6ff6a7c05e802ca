//! Validation: a document and the cases that it names become a fund, or all that is wrong with them.

mod head;
mod initiative;
mod lending;
mod library;
mod scenario;

pub use head::language_of;
pub use library::{Library, Loaded, Loader};
pub use scenario::misspelled;

use super::{Contribution, Fund};
use crate::calendar::Month;
use crate::case::read::cost::cost;
use crate::case::read::entry::{Only, Scope, entries};
use crate::case::read::group::{biases, expect, rates};
use crate::case::read::register::{Named, Register};
use crate::document::{Document, FundMistake, Problem, Severity, Source, Table, Unread};
use crate::prices::Lists;
use crate::reading::causes::only_causes;
use crate::reading::keys::{Given, Keys, Problems};
use crate::reading::known::check_keys;
use crate::reading::number::amount;
use crate::reading::text::text;
use crate::reading::time::month;
use crate::reading::top::{TOP, check_format};
use crate::words::{Key, Section, Word};
use head::{Head, head};
use initiative::initiative;
use lending::lending;
use library::Finder;

/// A fund, and what is worth saying about it and its cases.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The fund.
    pub fund: Fund,
    /// Warnings, file by file.
    pub warnings: Vec<Unread>,
}

/// Gives a document its meaning as a fund; the loader finds the cases that it names.
///
/// # Errors
/// Every problem of the fund and of its cases, warnings too: the fund's own first, then file by
/// file in the order in which it names them.
pub fn read(document: &Document, loader: &Loader<'_>) -> Result<Checked, Vec<Unread>> {
    read_with(document, &Library::of(&[document], loader))
}

/// The same, with the cases that it names found already.
///
/// # Errors
/// As of [`read`].
pub fn read_with(document: &Document, library: &Library) -> Result<Checked, Vec<Unread>> {
    match read_apart(document, library) {
        Ok((fund, noted)) => Ok(Checked { fund, warnings: noted.in_order(&document.sources) }),
        Err(noted) => Err(noted.in_order(&document.sources)),
    }
}

/// What is noted about a fund and about the cases that it names.
#[derive(Clone, Debug, Default)]
pub struct Noted {
    /// About the fund itself.
    pub own: Vec<Problem>,
    /// About its cases, file by file in the order in which it names them.
    pub of_cases: Vec<Unread>,
}

impl Noted {
    /// All of it, the fund's own first, by place; these are its sources.
    pub fn in_order(self, sources: &[Source]) -> Vec<Unread> {
        let Self { own: mut problems, of_cases } = self;
        problems.sort_by_key(|problem| problem.place);
        problems.dedup();
        let own = (!problems.is_empty()).then(|| Unread { sources: sources.to_vec(), problems });
        own.into_iter().chain(of_cases).collect()
    }

    /// Whether any of it stops the work.
    pub fn stops(&self) -> bool {
        let of_cases = self.of_cases.iter().flat_map(|noted| &noted.problems);
        let mut all = self.own.iter().chain(of_cases);
        all.any(|problem| problem.mistake.severity() == Severity::Error)
    }
}

/// Gives a document its meaning as a fund, with what is noted about it.
///
/// # Errors
/// What is noted, where it is no fund.
pub fn read_apart(document: &Document, library: &Library) -> Result<(Fund, Noted), Noted> {
    let mut problems = Problems(document.problems.clone());
    let mut finder = library.finder();
    let fund = fund(&document.root, &mut finder, &mut problems);
    note_later(document, &mut problems);
    only_causes(&document.root, &mut problems.0);
    let noted = Noted { own: problems.0, of_cases: finder.into_noted(document).collect() };
    match fund {
        Some(fund) if !noted.stops() => Ok((fund, noted)),
        _ => Err(noted),
    }
}

fn fund(root: &Table, finder: &mut Finder<'_>, problems: &mut Problems) -> Option<Fund> {
    let mut keys = Keys { table: root, place: TOP, problems };
    check_keys(&mut keys, "", Section::FundFile);
    check_format(&mut keys);
    keys.get(Key::Extends, text);
    scenario::check(root, problems);
    let (rates, biases) = (rates(root, problems), biases(root, problems));
    let named = Named { rates, biases, lists: Lists::of(root, &[]) };
    let (start, horizon) = head::window(root);
    let register = Register::new(root, start, horizon, named, &[]);
    let head = head(root, &register, problems);
    let window = Window { start, last: horizon.map(crate::calendar::Horizon::last) };
    let costs = entries(root, Key::Cost, Only::All, problems, |scope| cost(scope, &register));
    let contributions =
        entries(root, Key::Contribution, Only::All, problems, |scope| contribution(scope, window));
    let currency = head.as_ref().and_then(|head| head.currency);
    let initiatives = entries(root, Key::Initiative, Only::All, problems, |scope| {
        initiative(scope, window, currency, finder)
    });
    let lending = entries(root, Key::Lending, Only::All, problems, |scope| lending(scope, start));
    let expect = expect(root, problems);
    let head: Head<'_> = head?;
    Some(Fund {
        name: head.name?,
        horizon: horizon?,
        currency: head.currency?.to_owned(),
        language: head.language.optional()?,
        story: head.story.optional()?,
        capital: head.capital?,
        reserve: head.reserve?,
        idle_interest: head.idle_interest?,
        prices: head.prices?,
        when_full: head.when_full?,
        costs,
        contributions,
        initiatives,
        lending,
        borrowers: finder.borrowers(),
        expect: expect?,
    })
}

/// A scenario that holds from a month on is for cases.
fn note_later(document: &Document, problems: &mut Problems) {
    if let Some(later) = document.later.first() {
        let place = document.key_at(&[Key::Fund.spelled()]).unwrap_or(TOP);
        problems.push(place, FundMistake::FromAMonth { from: Some(later.from) });
    }
}

/// The first and the last month of the fund, as far as they are known.
#[derive(Clone, Copy, Debug)]
struct Window {
    start: Option<Month>,
    last: Option<Month>,
}

fn contribution(scope: &mut Scope<'_, '_>, window: Window) -> Option<Contribution> {
    let path = scope.path();
    check_keys(&mut scope.keys, &path, Section::Contribution);
    let amount = scope.keys.require(&path, Key::Amount, amount);
    let on = on(scope, window);
    Some(Contribution { amount: amount?, on: on? })
}

/// The month of an entry: the fund's start where it is not said, never before it.
fn on(scope: &mut Scope<'_, '_>, window: Window) -> Option<Month> {
    let on = scope.keys.get(Key::On, month);
    if let Some((&month, place)) = on.seen() {
        if let Some(start) = window.start.filter(|start| month < *start) {
            scope.keys.problems.push(place, FundMistake::BeforeFund { key: Key::On, month, start });
        }
        if let Some(last) = window.last.filter(|last| month > *last && !scope.off) {
            let (entry, begins) = (scope.path(), month);
            scope.keys.problems.push(place, FundMistake::PastFund { entry, begins, last });
        }
    }
    match on {
        Given::Absent => window.start,
        given => given.right(),
    }
}
