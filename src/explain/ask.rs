//! From a path on the command line to the figure that it names.

use super::claims;
use super::columns::columns;
use super::entry;
use super::figure::{
    CashColumn, EntryColumn, EntryId, Figure, Measure, PRESENT_VALUE, PartyColumn, Period, TestPart,
};
use crate::calendar::Month;
use crate::case::{Case, TestId};
use crate::document::{Document, Known, PathMistake, PathPart, Place, Problem, SourceId};
use crate::loan::LoanTable;
use crate::reading::nearest::nearest;
use crate::statements::{Counted, Group};
use crate::words::Word;

/// A path as it was asked: a figure, and perhaps a step on the way to it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The figure.
    pub figure: Figure,
    /// Where in the path what is left begins, in bytes: the name of a step.
    pub step: Option<usize>,
}

/// What is wrong with a path: a stretch of it, in bytes, and what.
pub type Wrong = (std::ops::Range<usize>, PathMistake);

/// How many names are listed for who asks for one that is not there.
const LISTED: usize = 20;

/// What exists where a word was not found.
pub fn known(word: &str, names: &[String]) -> Known {
    Known {
        near: nearest(word, names.iter().map(String::as_str)).map(str::to_owned),
        some: names.iter().take(LISTED).cloned().collect(),
        more: names.len().saturating_sub(LISTED),
    }
}

/// The problem of a path, in the source that holds it.
pub fn problem((at, mistake): Wrong, source: SourceId) -> Problem {
    let place = Place { source, start: at.start, end: at.end };
    Problem { place, mistake: mistake.into() }
}

/// The figure that a path names.
///
/// # Errors
/// The part of it that names nothing, and what there is instead.
pub fn asked(case: &Case, document: &Document, path: &str) -> Result<Asked, Wrong> {
    Parser { case, document, path, at: 0 }.asked()
}

struct Parser<'a> {
    case: &'a Case,
    document: &'a Document,
    path: &'a str,
    /// Where the next word begins; past the end of the path when there is none.
    at: usize,
}

impl<'a> Parser<'a> {
    fn asked(mut self) -> Result<Asked, Wrong> {
        let (word, at) = self.next(PathPart::Figure, "", &tops)?;
        let figure = match word {
            "verdict" => Figure::Verdict,
            "test" => self.test()?,
            "cash" => self.cash()?,
            "party" => self.party()?,
            _ => {
                let measure = Measure::ALL.into_iter().find(|measure| measure.id() == word);
                let group = Group::all().find(|group| group.id() == word);
                match (measure, group) {
                    (Some(measure), _) => Figure::Measure(measure),
                    (None, Some(group)) => self.entry(group)?,
                    (None, None) => {
                        return Err(self.no_figure(word, at));
                    }
                }
            }
        };
        let step = (self.at <= self.path.len()).then_some(self.at);
        Ok(Asked { figure, step })
    }

    /// The next word, without taking it.
    fn peek(&self) -> Option<&'a str> {
        self.path.get(self.at..)?.split('.').next()
    }

    fn take(&mut self, word: &str) -> usize {
        let at = self.at;
        self.at += word.len() + 1;
        at
    }

    /// The next word, which must be there, and where it begins.
    fn next(
        &mut self,
        part: PathPart,
        after: &str,
        names: &dyn Fn(&Case) -> Vec<String>,
    ) -> Result<(&'a str, usize), Wrong> {
        if let Some(word) = self.peek()
            && (!word.is_empty() || part == PathPart::Figure)
        {
            let at = self.take(word);
            return Ok((word, at));
        }
        let after = after.to_owned();
        let known = known("", &names(self.case));
        Err((0..self.path.len(), PathMistake::Incomplete { part, after, known }))
    }

    /// The next word, if it is one of these.
    fn one_of<T: Copy>(&mut self, all: &[T], id: fn(T) -> &'static str) -> Option<T> {
        let word = self.peek()?;
        let found = all.iter().copied().find(|one| id(*one) == word)?;
        self.take(word);
        Some(found)
    }

    /// Which run, where that is said next.
    fn counted(&mut self) -> Option<Counted> {
        let word = self.peek()?;
        let found = Counted::of(word)?;
        self.take(word);
        Some(found)
    }

    /// A word that begins no path: the entry, party or test of that name is what was meant.
    fn no_figure(&self, word: &str, at: usize) -> Wrong {
        let entries = Group::all()
            .flat_map(|group| ids(self.case, group).map(move |id| format!("{}.{id}", group.id())));
        let parties = self.case.parties.iter().map(|party| format!("party.{}", party.id));
        let tests = TestId::spellings().iter().map(|id| format!("test.{id}"));
        let (span, mut mistake) = self.unknown(PathPart::Figure, word, at, &tops(self.case));
        if let PathMistake::Unknown { known, .. } = &mut mistake
            && known.near.is_none()
        {
            let paths: Vec<_> = entries.chain(parties).chain(tests).collect();
            let name = |path: &'_ String| path.rsplit('.').next().map(str::to_owned);
            let names: Vec<_> = paths.iter().filter_map(name).collect();
            let near = nearest(word, names.iter().map(String::as_str));
            known.near = near.and_then(|near| {
                paths.iter().find(|path| name(path).as_deref() == Some(near)).cloned()
            });
        }
        (span, mistake)
    }

    fn unknown(&self, part: PathPart, word: &str, at: usize, names: &[String]) -> Wrong {
        let known = known(word, names);
        // The end of the line is underlined where there is no word at all.
        let end = (at + word.len()).min(self.path.len());
        (at.min(end)..end, PathMistake::Unknown { part, word: word.to_owned(), known })
    }

    fn test(&mut self) -> Result<Figure, Wrong> {
        let names = |_: &Case| TestId::spellings().iter().map(|id| (*id).to_owned()).collect();
        let (word, at) = self.next(PathPart::Test, "test", &names)?;
        let Some(id) = TestId::all().find(|id| id.id() == word) else {
            return Err(self.unknown(PathPart::Test, word, at, &names(self.case)));
        };
        let part = match self.counted() {
            None => TestPart::Both,
            Some(run) => match self.peek() {
                Some("figure") => {
                    self.take("figure");
                    TestPart::Figure(run)
                }
                _ => TestPart::Result(run),
            },
        };
        Ok(Figure::Test(id, part))
    }

    fn cash(&mut self) -> Result<Figure, Wrong> {
        let run = self.counted().unwrap_or(Counted::Certain);
        let column = self.one_of(&CashColumn::of(self.case), CashColumn::id);
        let column = column.unwrap_or(CashColumn::Closing);
        let names = |case: &Case| {
            let mut names = periods(case);
            names.extend(CashColumn::of(case).iter().map(|column| column.id().to_owned()));
            names.extend(Counted::all().map(|run| run.spelled().to_owned()));
            names
        };
        let (word, at) = self.next(PathPart::Period, "cash", &names)?;
        match self.period(word, at, (0, self.case.horizon.end()))? {
            Some(period) if column != CashColumn::Lowest || matches!(period, Period::Year(_)) => {
                Ok(Figure::Cash(run, column, period))
            }
            Some(_) => Err(self.unknown(PathPart::Period, word, at, &years(self.case))),
            None => Err(self.unknown(PathPart::Period, word, at, &names(self.case))),
        }
    }

    fn party(&mut self) -> Result<Figure, Wrong> {
        let names =
            |case: &Case| case.parties.iter().map(|party| party.id.clone()).collect::<Vec<_>>();
        let (word, at) = self.next(PathPart::Party, "party", &names)?;
        let Some(place) = self.case.parties.iter().position(|party| party.id == word) else {
            return Err(self.unknown(PathPart::Party, word, at, &names(self.case)));
        };
        let run = self.counted().unwrap_or(Counted::All);
        let column = match self.one_of(&PartyColumn::ALL, PartyColumn::id) {
            Some(column) => column,
            None => match self.peek() {
                None => PartyColumn::Net,
                Some(word) => {
                    let mut names = PartyColumn::ALL.map(|column| column.id().to_owned()).to_vec();
                    names.extend(Counted::all().map(|run| run.spelled().to_owned()));
                    return Err(self.unknown(PathPart::Column, word, self.at, &names));
                }
            },
        };
        Ok(Figure::Party(place, run, column))
    }

    fn entry(&mut self, group: Group) -> Result<Figure, Wrong> {
        let names = |case: &Case| ids(case, group).map(str::to_owned).collect::<Vec<_>>();
        let (word, at) = self.next(PathPart::Entry, group.id(), &names)?;
        let place =
            self.case.of_group(group).find(|entry| entry.id == word).map(|entry| entry.place);
        let Some(place) = place else {
            if self.document.key_at(&[group.id(), word]).is_some() {
                let entry = format!("{}.{word}", group.id());
                return Err((at..at + word.len(), PathMistake::Off { entry }));
            }
            return Err(self.unknown(PathPart::Entry, word, at, &names(self.case)));
        };
        let id = EntryId::of(group, place);
        let id = self.in_run(id);
        let columns = columns(self.case, id);
        let named = self.one_of(&columns, EntryColumn::id);
        let column = named.or(columns.first().copied()).unwrap_or(EntryColumn::Accrual);
        let Some(word) = self.peek() else {
            let period = if column == EntryColumn::Balance {
                Period::Month(self.case.horizon.end() - 1)
            } else {
                Period::Whole
            };
            return Ok(Figure::Entry(id, column, period));
        };
        if !column.has_periods() {
            return Ok(Figure::Entry(id, column, Period::Whole));
        }
        if word == PRESENT_VALUE && column.has_present_value() {
            self.take(word);
            return Ok(Figure::Entry(id, column, Period::PresentValue));
        }
        let at = self.at;
        let (first, end) = months(self.case, id);
        // Of a case that ends, what is paid after it.
        let paid = Some(id).filter(|_| column == EntryColumn::Cash);
        let paid = paid.and_then(|id| entry::last_paid(self.case, id));
        let end = paid.map_or(end, |last| end.max(last + 1));
        if let Some(period) = self.period(word, at, (first, end))? {
            self.take(word);
            return Ok(Figure::Entry(id, column, period));
        }
        let mut names = Vec::new();
        if named.is_none() {
            names.extend(columns.iter().map(|column| column.id().to_owned()));
        }
        if column.has_present_value() {
            names.push(PRESENT_VALUE.to_owned());
        }
        names.extend(years(self.case));
        // A step of the whole: `cost.kitchen.year`.
        Err(self.unknown(PathPart::Column, word, at, &names))
    }

    /// An entry in the run that the next word names, where it differs between runs.
    fn in_run(&mut self, id: EntryId) -> EntryId {
        let Some(word @ "certain") = self.peek() else { return id };
        let certain = claims::in_run(self.case, id, Counted::Certain);
        if certain == id || columns(self.case, certain).is_empty() {
            return id;
        }
        self.take(word);
        certain
    }

    /// The month or case year that a word names.
    fn period(
        &self,
        word: &str,
        at: usize,
        (first, end): (i32, i32),
    ) -> Result<Option<Period>, Wrong> {
        let horizon = self.case.horizon;
        if let Ok(month) = word.parse::<Month>() {
            let number = horizon.number(month);
            if (first..end).contains(&number) {
                return Ok(Some(Period::Month(number)));
            }
            let (first, last) = (horizon.month(first), horizon.month(end - 1));
            let outside = PathMistake::Outside { word: word.to_owned(), first, last };
            return Err((at..at + word.len(), outside));
        }
        let year = (0..self.case.years()).find(|&year| horizon.label(year) == word);
        Ok(year.map(Period::Year))
    }
}

/// The first words of all paths.
fn tops(_: &Case) -> Vec<String> {
    let words = ["verdict", "test", "cash", "party"].into_iter();
    let groups = Group::all().map(Group::id);
    words.chain(groups).chain(Measure::ALL.map(Measure::id)).map(str::to_owned).collect()
}

/// The ids of a group's entries.
fn ids(case: &Case, group: Group) -> impl Iterator<Item = &str> {
    case.of_group(group).map(|entry| entry.id)
}

fn years(case: &Case) -> Vec<String> {
    (0..case.years()).map(|year| case.horizon.label(year)).collect()
}

/// Two months as examples, and the case years.
fn periods(case: &Case) -> Vec<String> {
    let months = [case.horizon.start.to_string(), case.horizon.last().to_string()];
    months.into_iter().chain(years(case)).collect()
}

/// The months that can be asked of an entry, by number: those of the horizon, and of a loan also
/// those before and after it in which it runs.
pub fn months(case: &Case, id: EntryId) -> (i32, i32) {
    let horizon = (0, case.horizon.end());
    match super::loan::terms_of(case, id).map(|loan| LoanTable::of(case.horizon, loan)) {
        Some(Ok(table)) => {
            let last = table.instalments.last().map_or(table.drawn, |due| due.month);
            (horizon.0.min(table.drawn), horizon.1.max(last + 1))
        }
        Some(Err(_)) | None => horizon,
    }
}
