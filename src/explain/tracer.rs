//! What every explanation reads: the document, the case that it means and what that posts.

use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::added;
use super::name::Name;
use super::node::{Given, Input, Node, Origin, What};
use super::value::{Unit, Value};
use super::{cash, entry, measure, party, test};
use crate::assess::Assessment;
use crate::case::Case;
use crate::document::{Document, Node as Written, Place, Value as Content};
use crate::money::{Cents, Overflow};
use crate::statements::{Cash, Granted, Group, PresentValue, present_values};
use crate::verdict::{Books, Run};
use crate::words::Key;
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
    /// Cash on certain and on all funding.
    pub(super) cash: [Cash; 2],
    /// The present value of each entry.
    pub(super) worth: Vec<PresentValue>,
    /// Exact values that were asked before: each is asked again for every later month.
    known: RefCell<HashMap<Figure, Value>>,
}

impl<'a> Tracer<'a> {
    /// Explains a case that was judged.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn of(document: &'a Document, found: &'a Assessment) -> Result<Self, Overflow> {
        let Assessment { case, journal, .. } = found;
        let books = Books::open(case, journal)?;
        let cash = |granted| Ok(Run::of(&books, granted)?.cash);
        Ok(Self {
            document,
            case,
            found,
            cash: [cash(Granted::certain(case))?, cash(Granted::all(case))?],
            worth: present_values(case, journal.all())?,
            books,
            known: RefCell::default(),
        })
    }

    /// The case whose figures these are.
    pub fn case(&self) -> &'a Case {
        self.case
    }

    /// The document that they are read from.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// How a figure came about.
    pub fn explain(&self, figure: Figure) -> Node {
        match figure {
            Figure::Verdict => test::verdict(self),
            Figure::Test(id, part) => test::explain(self, id, part),
            Figure::Measure(measure) => measure::explain(self, measure),
            Figure::Cash(run, column, period) => cash::explain(self, run, column, period),
            Figure::Party(place, run, column) => party::explain(self, place, run, column),
            Figure::Entry(id, column, period) => entry::explain(self, id, column, period),
        }
    }

    /// The same, with the figures that it is made of explained as well, so many figures deep.
    pub fn explain_deep(&self, figure: Figure, depth: usize) -> Node {
        let mut node = self.explain(figure);
        self.deepen(&mut node, depth.saturating_sub(1));
        node
    }

    fn deepen(&self, node: &mut Node, depth: usize) {
        for input in &mut node.inputs {
            match &mut input.what {
                What::Step(step) => self.deepen(step, depth),
                What::Given(given) if depth > 0 => {
                    let Origin::Figure(_) = given.origin else { continue };
                    let asked = super::ask::asked(self.case, self.document, &given.path);
                    if let Ok(super::ask::Asked { figure, step: None }) = asked {
                        input.what = What::Step(self.explain_deep(figure, depth));
                    }
                }
                What::Given(_) => {}
            }
        }
    }

    /// What a figure comes to.
    pub(super) fn value(&self, figure: Figure) -> Value {
        if let Some(posted) = entry::posted(self, figure) {
            return posted;
        }
        if let Some(value) = self.known.borrow().get(&figure) {
            return value.clone();
        }
        let value = match figure {
            Figure::Entry(
                id,
                column @ (EntryColumn::Exact | EntryColumn::Units),
                Period::Year(year),
            ) => {
                let months = entry::months_of(year);
                let month = |m| self.value(Figure::Entry(id, column, Period::Month(m)));
                Value::Number(added(months.filter_map(|m| month(m).number().cloned())))
            }
            _ => self.explain(figure).value,
        };
        self.known.borrow_mut().insert(figure, value.clone());
        value
    }

    /// A figure of its own as an input.
    pub(super) fn figure(&self, name: Name, figure: Figure) -> Input {
        let (place, source) = self.stands(figure);
        let given = Given {
            path: figure.path(self.case),
            value: self.value(figure),
            unit: Self::unit(figure),
            origin: Origin::Figure(place),
            source,
        };
        Input { name, what: What::Given(given) }
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

    fn unit(figure: Figure) -> Unit {
        match figure {
            Figure::Entry(_, EntryColumn::Units, _) => Unit::Number,
            Figure::Verdict => Unit::Verdict,
            Figure::Test(id, part) => test::unit(id, part),
            Figure::Measure(measure) => measure::unit(measure),
            Figure::Party(_, _, column) => party::unit(column),
            Figure::Entry(..) | Figure::Cash(..) => Unit::Money,
        }
    }

    /// Where the entry or party of a figure stands, and where its figures come from.
    fn stands(&self, figure: Figure) -> (Option<Place>, Option<String>) {
        match figure {
            Figure::Entry(id, ..) => {
                let Some((key, _)) = id.group.entry(self.case, id.place) else {
                    return (None, None);
                };
                (self.document.key_at(&[id.group.id(), key]), self.source(&[id.group.id(), key]))
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

    /// The source that an entry's table names.
    fn source(&self, table: &[&str]) -> Option<String> {
        match &self.document.at(&[table, &["source"]].concat())?.value {
            Content::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// What stands at a path, as it is in the month with this number.
    pub(super) fn written_at(&self, month: i32, path: &[&str]) -> Option<&'a Written> {
        let month = self.case.horizon.month(month);
        let mut later = self.document.later.iter().rev();
        let root = later.find(|later| later.from <= month).map(|later| &later.root);
        let (last, tables) = path.split_last()?;
        let mut table = root.unwrap_or(&self.document.root);
        for key in tables {
            match &table.0.get(*key)?.node.value {
                Content::Table(inner) => table = inner,
                _ => return None,
            }
        }
        table.0.get(*last).map(|item| &item.node)
    }

    /// A key of the file as an input; where it is not in the file, that is the default.
    pub(super) fn key(&self, name: Name, path: &[&str], unit: Unit, value: Value) -> Input {
        self.key_at(i32::MIN / 2, name, path, (unit, value))
    }

    /// The same, as it is in the month with this number.
    pub(super) fn key_at(&self, month: i32, name: Name, path: &[&str], of: (Unit, Value)) -> Input {
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
        (unit, value): (Unit, Value),
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

    fn given(
        &self,
        name: Name,
        path: String,
        keys: &[&str],
        place: Option<Place>,
        (unit, value): (Unit, Value),
    ) -> Input {
        let origin = place.map_or(Origin::Default, Origin::File);
        // What holds by default was not found anywhere.
        let written = keys.get(..2).filter(|_| place.is_some() && keys.len() > 2);
        let source = written.and_then(|table| self.source(table));
        Input { name, what: What::Given(Given { path, value, unit, origin, source }) }
    }

    /// The name of an entry as an input sees it: its group's and its own key.
    pub(super) fn keys(&self, id: EntryId) -> [&'a str; 2] {
        let key = id.group.entry(self.case, id.place).map(|(key, _)| key).unwrap_or_default();
        [id.group.id(), key]
    }

    /// The place of an entry's accrued present value among all.
    pub(super) fn worth_of(&self, id: EntryId) -> Option<&PresentValue> {
        self.worth.iter().find(|worth| worth.group == id.group && worth.place == id.place)
    }

    /// The entries of one group.
    pub(super) fn entries(&self, group: Group) -> impl Iterator<Item = EntryId> {
        (0..group.count(self.case)).map(move |place| EntryId { group, place })
    }
}

/// The node that counts: of a range its likely value.
fn likely(node: &Written) -> &Written {
    match &node.value {
        Content::Table(range) => range.item(Key::Likely).map_or(node, |item| &item.node),
        _ => node,
    }
}

/// An amount of the month with this number; nothing outside the months there are.
pub(super) fn in_month(amounts: &[Cents], month: i32) -> Cents {
    let place = usize::try_from(month).ok();
    place.and_then(|place| amounts.get(place)).copied().unwrap_or_default()
}
