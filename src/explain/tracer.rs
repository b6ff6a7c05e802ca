//! What every explanation reads: the document, the case that it means and what that posts.

use super::claims::Claims;
use super::figure::{EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{Formula, sum};
use super::name::Name;
use super::node::{Given, Input, Origin, What};
use super::value::{Value, ValueUnit};
use crate::assess::Assessment;
use crate::case::Case;
use crate::document::{Document, Node as Written, Place, Table, Value as Content};
use crate::money::{Cents, Overflow};
use crate::postings::{Postings, Reserved};
use crate::prices;
use crate::reading::range::likely;
use crate::reading::source;
use crate::statements::{Both, Cash, Counted, Granted, Group, PresentValue, present_values};
use crate::verdict::Books;
use crate::words::Text;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// Explains the figures of one case.
pub struct Tracer<'a> {
    /// What was written.
    pub(super) document: &'a Document,
    /// What it means.
    pub(super) case: &'a Case,
    /// What it posts, and what was judged.
    pub(super) found: &'a Assessment,
    /// What every run shares.
    pub(super) books: Books<'a>,
    /// What runs come to.
    runs: Both<InRun<'a>>,
    /// Exact values that were asked before: each is asked again for every later month.
    pub(super) known: RefCell<HashMap<Figure, Value>>,
    /// The same of steps, by their paths.
    known_steps: RefCell<HashMap<String, Value>>,
}

/// What a run of a case comes to.
pub struct InRun<'a> {
    /// What entries post in it.
    pub(super) postings: Cow<'a, Postings>,
    /// What is claimed of costs in it.
    pub(super) claims: Vec<Claims>,
    /// Its cash.
    pub(super) cash: Cash,
    /// What is set apart in it.
    pub(super) reserved: Vec<Reserved>,
    /// The present value of each entry.
    worth: Vec<PresentValue>,
}

impl<'a> InRun<'a> {
    fn of(books: &Books<'a>, granted: &Granted) -> Result<Self, Overflow> {
        let Books { case, journal, .. } = *books;
        let postings = journal.run(case, granted)?;
        Ok(Self {
            claims: Claims::all(case, granted),
            cash: Cash::of(case, books.opening, &postings, granted)?,
            reserved: Reserved::all(case, &postings)?,
            worth: present_values(case, &postings)?,
            postings,
        })
    }
}

impl<'a> Tracer<'a> {
    /// Explains a case that was judged.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn of(document: &'a Document, found: &'a Assessment) -> Result<Self, Overflow> {
        let Assessment { case, journal, .. } = found;
        let books = Books::open(case, journal)?;
        let run = |granted| InRun::of(&books, granted);
        let runs = Both { certain: run(&Granted::certain(case))?, all: run(&Granted::all(case))? };
        Ok(Self {
            document,
            case,
            found,
            runs,
            books,
            known: RefCell::default(),
            known_steps: RefCell::default(),
        })
    }

    #[cfg(feature = "inside")]
    /// The case whose figures these are.
    pub fn case(&self) -> &'a Case {
        self.case
    }

    #[cfg(feature = "inside")]
    /// The document that they are read from.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The exact amounts of a column up to and with a month, whole case years together.
    pub(super) fn so_far(
        &self,
        id: EntryId,
        column: EntryColumn,
        month: i32,
    ) -> (Formula, Vec<Input>) {
        let count = usize::try_from(month + 1).unwrap_or(0);
        let exact = |period| Figure::Entry(id, column, period);
        let years = (0..count / 12).map(|year| exact(Period::Year(year)));
        let mut inputs = self.figures(Name::Year, years);
        let months = months_of(count / 12).take(count % 12);
        let months = self.figures(Name::Month, months.map(|month| exact(Period::Month(month))));
        inputs.extend(months);
        (sum_of_periods(&inputs), inputs)
    }

    /// What a step comes to, which is worked out when it is asked first.
    pub(super) fn step_value(&self, path: &str, value: impl FnOnce() -> Value) -> Value {
        if let Some(value) = self.known_steps.borrow().get(path) {
            return value.clone();
        }
        let value = value();
        self.known_steps.borrow_mut().insert(path.to_owned(), value.clone());
        value
    }

    /// A figure of its own as an input.
    pub(super) fn figure(&self, name: Name, figure: Figure) -> Input {
        let given = self.step_given(figure, figure.path(self.case), self.value(figure));
        Input { name, what: What::Given(given) }
    }

    /// A figure, or a step on the way to it that has another path, with what it comes to.
    pub(super) fn step_given(&self, figure: Figure, path: String, value: Value) -> Given {
        let (place, source) = self.stands(figure);
        Given { path, value, unit: Self::unit(figure), origin: Origin::Figure(place), source }
    }

    /// The figures of an entry's column in several periods, as inputs of one name; those that are
    /// nothing are left out.
    pub(super) fn figures(
        &self,
        name: Name,
        figures: impl IntoIterator<Item = Figure>,
    ) -> Vec<Input> {
        let figures = figures.into_iter().filter(|figure| !self.value(*figure).is_zero());
        figures.map(|figure| self.figure(name, figure)).collect()
    }

    /// Where the entry or party of a figure stands, and where its figures come from.
    fn stands(&self, figure: Figure) -> (Option<Place>, Option<Text>) {
        match figure {
            Figure::Entry(id, ..) => {
                let Some(entry) = self.case.entry(id.group, id.place) else {
                    return (None, None);
                };
                let table = [id.group.id(), entry.id];
                let source = source::of_entry(&self.document.root, id.group.id(), entry.id);
                (self.document.key_at(&table), source)
            }
            Figure::Party(place, ..) => {
                let key = self.case.parties.get(place).map(|party| party.id.as_str());
                (self.document.key_at(&["party", key.unwrap_or_default()]), None)
            }
            Figure::Verdict | Figure::Test(..) | Figure::Measure(_) | Figure::Cash(..) => {
                (None, None)
            }
        }
    }

    /// What stands at a path, as it is in the month with this number.
    pub(super) fn written_at(&self, month: i32, path: &[&str]) -> Option<&'a Written> {
        let (last, tables) = path.split_last()?;
        let mut table = self.root_at(month);
        for key in tables {
            match &table.0.get(*key)?.node.value {
                Content::Table(inner) => table = inner,
                _ => return None,
            }
        }
        table.0.get(*last).map(|item| &item.node)
    }

    /// A key of the file as an input; where it is not in the file, that is the default.
    pub(super) fn key(&self, name: Name, path: &[&str], unit: ValueUnit, value: Value) -> Input {
        self.key_at(i32::MIN / 2, name, path, (unit, value))
    }

    /// The same, as it is in the month with this number.
    pub(super) fn key_at(
        &self,
        month: i32,
        name: Name,
        path: &[&str],
        of: (ValueUnit, Value),
    ) -> Input {
        let place = self.written_at(month, path).map(|node| likely(node).place);
        self.given(name, path.join("."), path, place, of)
    }

    /// An item of a list in the file as an input, as it is in a month; counted from 1 where a list
    /// is written; the last one repeats.
    pub(super) fn item(
        &self,
        month: i32,
        name: Name,
        (path, number): (&[&str], usize),
        (unit, value): (ValueUnit, Value),
    ) -> Input {
        let node = self.written_at(month, path);
        let (place, number) = match node.map(|node| (&node.value, node.place)) {
            Some((Content::List(items), _)) => {
                let number = number.min(items.len());
                let item = items.get(number.saturating_sub(1));
                (item.map(|item| likely(item).place), Some(number))
            }
            Some((_, place)) => (Some(place), None),
            None => (None, None),
        };
        let tail = number.map(|number| format!(".{number}")).unwrap_or_default();
        self.given(name, path.join(".") + &tail, path, place, (unit, value))
    }

    /// A rate of prices, where it stands: under its name in `[rate]`, or at its own path.
    pub(super) fn price_rise(
        &self,
        month: i32,
        own: &[&str],
        number: usize,
        value: Value,
    ) -> Input {
        let of = (ValueUnit::Share, value);
        match self.written_at(month, own).map(|node| &node.value) {
            Some(Content::Text(named)) if self.written_at(month, &["rate", named]).is_some() => {
                self.item(month, Name::PriceRise, (&["rate", named], number), of)
            }
            _ => self.item(month, Name::PriceRise, (own, number), of),
        }
    }

    /// A bias, where it stands: under its name in `[bias]`, or at its own path.
    pub(super) fn bias(&self, month: i32, own: &[&str], value: Value) -> Input {
        let of = (ValueUnit::Share, value);
        match self.written_at(month, own).map(|node| &node.value) {
            Some(Content::Text(named)) if self.written_at(month, &["bias", named]).is_some() => {
                self.key_at(month, Name::Bias, &["bias", named, "share"], of)
            }
            _ => self.key_at(month, Name::Bias, own, of),
        }
    }

    /// An input that stands in a file, and the source of it.
    pub(super) fn stated(
        name: Name,
        path: String,
        (place, source): (Place, Option<Text>),
        (unit, value): (ValueUnit, Value),
    ) -> Input {
        let origin = Origin::File(place);
        Input { name, what: What::Given(Given { path, value, unit, origin, source }) }
    }

    /// The top table of the document as it is in the month with this number.
    pub(super) fn root_at(&self, month: i32) -> &'a Table {
        let month = self.case.horizon.month(month);
        let mut later = self.document.later.iter().rev();
        let root = later.find(|later| later.from <= month).map(|later| &later.root);
        root.unwrap_or(&self.document.root)
    }

    fn given(
        &self,
        name: Name,
        path: String,
        keys: &[&str],
        place: Option<Place>,
        (unit, value): (ValueUnit, Value),
    ) -> Input {
        let origin = place.map_or(Origin::Default, Origin::File);
        // What holds by default was not found anywhere.
        let source = place.and_then(|place| prices::of_number(self.document, keys, place));
        Input { name, what: What::Given(Given { path, value, unit, origin, source }) }
    }

    /// The name of an entry as an input sees it: its group's and its own key.
    pub(super) fn keys(&self, id: EntryId) -> [&'a str; 2] {
        let key = self.case.entry(id.group, id.place).map(|entry| entry.id).unwrap_or_default();
        [id.group.id(), key]
    }

    /// What a run comes to.
    pub(super) fn run(&self, run: Counted) -> &InRun<'a> {
        self.runs.of(run)
    }

    /// The present value of an entry.
    pub(super) fn worth_of(&self, id: EntryId) -> Option<&PresentValue> {
        let mut worth = self.run(id.run).worth.iter();
        worth.find(|worth| worth.group == id.group && worth.place == id.place)
    }

    /// The entries of one group.
    pub(super) fn entries(&self, group: Group) -> impl Iterator<Item = EntryId> {
        (0..self.case.count(group)).map(move |place| EntryId::of(group, place))
    }
}

/// An amount of the month with this number; nothing outside the months there are.
pub(super) fn in_month(amounts: &[Cents], month: i32) -> Cents {
    let place = usize::try_from(month).ok();
    place.and_then(|place| amounts.get(place)).copied().unwrap_or_default()
}

/// Years and months together, as far as there are any.
pub(super) fn sum_of_periods(inputs: &[Input]) -> Formula {
    let any = |name: Name| inputs.iter().any(|input| input.name == name);
    match (any(Name::Year), any(Name::Month)) {
        (true, true) => sum(Name::Year) + sum(Name::Month),
        (true, false) => sum(Name::Year),
        (false, _) => sum(Name::Month),
    }
}
