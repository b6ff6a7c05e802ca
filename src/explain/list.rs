//! What can be asked.

use super::columns::{columns, entries};
use super::figure::{CashColumn, Figure, Measure, PRESENT_VALUE, PartyColumn, Period, TestPart};
use crate::case::{Case, TestId};
use crate::statements::Counted;
use crate::words::Word;

/// A figure that can be asked, in one period or in many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Askable {
    /// The figure; of what has periods over all of them, or in the first case year.
    pub figure: Figure,
    /// Whether a month or a case year can follow.
    pub periods: bool,
    /// Whether `present_value` can follow.
    pub present_value: bool,
}

impl Askable {
    fn one(figure: Figure) -> Self {
        Self { figure, periods: false, present_value: false }
    }

    /// Its path, without a period where one can follow.
    pub fn path(&self, case: &Case) -> String {
        match self.figure {
            // Cash has no figure over all months.
            Figure::Cash(run, column, _) => Figure::Cash(run, column, Period::Whole).path(case),
            figure => figure.path(case),
        }
    }
}

/// Every figure that can be asked of a case.
pub fn askable(case: &Case) -> Vec<Askable> {
    let mut all = vec![Askable::one(Figure::Verdict)];
    all.extend(TestId::all().map(|id| Askable::one(Figure::Test(id, TestPart::Both))));
    all.extend(Measure::ALL.map(|measure| Askable::one(Figure::Measure(measure))));
    for run in Counted::all() {
        all.extend(CashColumn::of(case).into_iter().map(|column| Askable {
            figure: Figure::Cash(run, column, Period::Year(0)),
            periods: true,
            present_value: false,
        }));
    }
    for place in 0..case.parties.len() {
        let figure = |column| Askable::one(Figure::Party(place, Counted::All, column));
        all.extend(PartyColumn::ALL.map(figure));
    }
    all.extend(entries(case).flat_map(|id| {
        let columns = columns(case, id).into_iter();
        columns.map(move |column| Askable {
            figure: Figure::Entry(id, column, Period::Whole),
            periods: column.has_periods(),
            present_value: column.has_present_value(),
        })
    }));
    all
}

/// Every path of a case, each month and year of its own.
pub fn every_path(case: &Case) -> impl Iterator<Item = String> {
    let months = (0..case.horizon.end()).map(|month| case.horizon.month(month).to_string());
    let years = (0..case.years()).map(|year| case.horizon.label(year));
    let periods: Vec<_> = years.chain(months).collect();
    askable(case).into_iter().flat_map(move |one| {
        let path = one.path(case);
        let alone = !matches!(one.figure, Figure::Cash(..));
        let only_years = matches!(one.figure, Figure::Cash(_, CashColumn::Lowest, _));
        let taken = match (one.periods, only_years) {
            (false, _) => 0,
            (true, true) => case.years(),
            (true, false) => periods.len(),
        };
        let tails = periods.get(..taken).unwrap_or_default().iter().map(String::as_str);
        let present = one.present_value.then_some(PRESENT_VALUE);
        let tailed: Vec<_> = tails.chain(present).map(|tail| format!("{path}.{tail}")).collect();
        alone.then_some(path).into_iter().chain(tailed)
    })
}
