//! Side by side: what each column is, and in what columns are too unlike to be compared.

use super::changed::Changed;
use crate::calendar::Horizon;
use crate::money::Overflow;
use crate::words::{Language, Text};

/// Things of one kind side by side; the first is what the others are compared with.
#[derive(Clone, Debug)]
pub struct Comparison<F> {
    /// What stands in the columns.
    pub sides: Vec<Side<F>>,
    /// In what they are too unlike to be compared figure by figure.
    pub unlike: Unlike,
    /// The years that any of them has, by their labels, in order.
    pub years: Vec<String>,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Side<F> {
    /// What it is.
    pub subject: SideSubject,
    /// The months that it looks at.
    pub horizon: Horizon,
    /// The currency of its amounts.
    pub currency: String,
    /// The language of its reports, when the file says so.
    pub language: Option<Language>,
    /// What of it is other than in what it is made from.
    pub changes: Vec<Changed>,
    /// Its figures.
    pub figures: F,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideSubject {
    /// The file as it was given.
    pub file: String,
    /// What the file says it is called.
    pub name: Text,
    /// The id of the scenario that is laid over it, and its name.
    pub scenario: Option<(String, Text)>,
}

/// In what columns are too unlike to be compared figure by figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unlike {
    /// Their currencies, where there are several.
    pub currencies: Vec<String>,
    /// The months that they look at, where those are not the same.
    pub horizons: Vec<Horizons>,
}

/// The months that a column looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Horizons {
    /// Its place among the sides.
    pub side: usize,
    /// The months.
    pub horizon: Horizon,
}

/// The figures of a column.
pub trait Figures {
    /// The labels of its years, in order.
    fn labels(&self) -> impl Iterator<Item = &str>;

    /// Notes how they differ from those of the first column; amounts only where they are in one
    /// currency.
    ///
    /// # Errors
    /// [`Overflow`] when a difference has more digits than are computed with.
    fn hold_against(&mut self, first: &Self, one_currency: bool) -> Result<(), Overflow>;
}

/// Puts things side by side.
///
/// # Errors
/// [`Overflow`] when a difference has more digits than are computed with.
pub fn compare<F: Figures>(mut sides: Vec<Side<F>>) -> Result<Comparison<F>, Overflow> {
    if let Some((first, others)) = sides.split_first_mut() {
        for side in others {
            side.figures.hold_against(&first.figures, first.currency == side.currency)?;
        }
    }
    Ok(Comparison { unlike: Unlike::of(&sides), years: years(&sides), sides })
}

impl Unlike {
    fn of<F>(sides: &[Side<F>]) -> Self {
        let mut unlike = Self::default();
        for side in sides {
            if !unlike.currencies.contains(&side.currency) {
                unlike.currencies.push(side.currency.clone());
            }
        }
        if unlike.currencies.len() == 1 {
            unlike.currencies.clear();
        }
        if sides.iter().any(|side| sides.first().is_some_and(|a| a.horizon != side.horizon)) {
            let horizons = sides.iter().map(|side| side.horizon).enumerate();
            unlike.horizons = horizons.map(|(side, horizon)| Horizons { side, horizon }).collect();
        }
        unlike
    }
}

/// The labels of all years, in the order of their first months.
fn years<F: Figures>(sides: &[Side<F>]) -> Vec<String> {
    let mut years: Vec<_> = sides
        .iter()
        .flat_map(|side| {
            let start = |year: usize| i32::try_from(year * 12).unwrap_or(i32::MAX);
            let labels = side.figures.labels().enumerate();
            labels.map(move |(year, label)| (side.horizon.month(start(year)), label.to_owned()))
        })
        .collect();
    years.sort();
    years.dedup_by(|one, other| one.1 == other.1);
    years.into_iter().map(|(_, label)| label).collect()
}
