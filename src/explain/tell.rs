//! What explains which figure.

use super::ask::{Asked, asked};
use super::figure::{EntryColumn, Figure, Period, months_of};
use super::formula::added;
use super::node::{Detail, Node, Origin, What};
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use super::{cash, claim, entry, measure, party, test};
use std::collections::HashSet;

impl Tracer<'_> {
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

    /// The same, with the figures that it is made of explained as well, so many figures deep, each
    /// where it is met first.
    pub fn explain_deep(&self, figure: Figure, depth: usize, detail: Detail) -> Node {
        self.explain_once(figure, depth, detail, &mut HashSet::new())
    }

    fn explain_once(
        &self,
        figure: Figure,
        depth: usize,
        detail: Detail,
        above: &mut HashSet<Figure>,
    ) -> Node {
        above.insert(figure);
        let mut node = self.explain(figure);
        self.deepen(&mut node, depth.saturating_sub(1), detail, above);
        node
    }

    fn deepen(&self, node: &mut Node, depth: usize, detail: Detail, above: &mut HashSet<Figure>) {
        let wanted = match detail {
            Detail::All => vec![true; node.inputs.len()],
            Detail::Telling => node.tells(),
        };
        let inputs = node.inputs.iter_mut().zip(wanted).filter(|(_, wanted)| *wanted);
        for (input, _) in inputs {
            match &mut input.what {
                What::Step(step) => self.deepen(step, depth, detail, above),
                What::Given(given) if depth > 0 => {
                    let Origin::Figure(place) = given.origin else { continue };
                    let asked = asked(self.case, self.document, &given.path);
                    let Ok(Asked { figure, step: None }) = asked else { continue };
                    if above.contains(&figure) {
                        given.origin = Origin::Above(place);
                    } else {
                        let step = self.explain_once(figure, depth, detail, above);
                        input.what = What::Step(step);
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
            Figure::Entry(id, EntryColumn::Claimed, Period::Month(month)) => {
                claim::value(self, id, month)
            }
            Figure::Entry(
                id,
                column @ (EntryColumn::Exact
                | EntryColumn::Units
                | EntryColumn::Claimed
                | EntryColumn::Kept),
                Period::Year(year),
            ) => {
                let months = months_of(year);
                let month = |m| self.value(Figure::Entry(id, column, Period::Month(m)));
                Value::Number(added(months.filter_map(|m| month(m).number().cloned())))
            }
            _ => self.explain(figure).value,
        };
        self.known.borrow_mut().insert(figure, value.clone());
        value
    }

    pub(super) fn unit(figure: Figure) -> ValueUnit {
        match figure {
            Figure::Entry(_, EntryColumn::Units, _) => ValueUnit::Number,
            Figure::Verdict => ValueUnit::Verdict,
            Figure::Test(id, part) => test::unit(id, part),
            Figure::Measure(measure) => measure::unit(measure),
            Figure::Party(_, _, column) => party::unit(column),
            Figure::Entry(..) | Figure::Cash(..) => ValueUnit::Money,
        }
    }
}
