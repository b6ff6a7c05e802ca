//! Cases side by side: a case and its scenarios, or several files.

use super::Trial;
use super::changed::{Changed, changed};
use super::scenario::blamed_on;
use crate::assess::too_large;
use crate::calendar::Horizon;
use crate::case::{self, Case, VerdictKind};
use crate::document::{Document, Problem, Table};
use crate::language::Language;
use crate::money::{Cents, Overflow};
use crate::overlay::{Scenario, lay_all};
use crate::statements::Counted;
use crate::verdict::{Figure, Margin, Test, Verdict};
use rayon::prelude::*;
use rust_decimal::Decimal;

/// Cases side by side; the first is what the others are compared with.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The cases.
    pub sides: Vec<Side>,
    /// In what they are too unlike to be compared figure by figure.
    pub unlike: Unlike,
    /// The case years that any of them has, by their labels, in order.
    pub years: Vec<String>,
}

/// One of the cases.
#[derive(Clone, Debug)]
pub struct Side {
    /// What it is.
    pub subject: Subject,
    /// The months that it looks at.
    pub horizon: Horizon,
    /// The currency of its amounts.
    pub currency: String,
    /// The language of its reports, when the file says so.
    pub language: Option<Language>,
    /// Whether funding is asked for and not promised, so that there are two runs to tell apart.
    pub asks: bool,
    /// The answer.
    pub verdict: Verdict,
    /// How far it is from the point where that turns.
    pub margin: Both<Margin>,
    /// How it differs from the first; of the first nothing.
    pub differences: Option<Differences>,
    /// What of it is other than in the case that it is made from.
    pub changes: Vec<Changed>,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The file as it was given.
    pub file: String,
    /// The case's name.
    pub case: String,
    /// The id of the scenario that is laid over it, and its name.
    pub scenario: Option<(String, String)>,
}

/// On certain funding, and with all that is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both<T> {
    /// On what is promised or forecast.
    pub certain: T,
    /// With what is requested too.
    pub all: T,
}

/// Figures less those of the first case; nothing where there is nothing to compare.
#[derive(Clone, Debug)]
pub struct Differences {
    /// Of the margin.
    pub margin: Both<Option<Difference>>,
    /// Of each test, in order.
    pub tests: Vec<Both<Option<Difference>>>,
    /// Of closing cash, for each of its case years.
    pub closing: Vec<Both<Option<Cents>>>,
}

/// A figure less another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Of amounts.
    Money(Cents),
    /// Of ratios, each rounded first, so that what is shown adds up.
    Ratio {
        /// To two decimals.
        two: Decimal,
        /// To four decimals.
        four: Decimal,
    },
}

/// In what cases are too unlike to be compared figure by figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unlike {
    /// Their currencies, where there are several.
    pub currencies: Vec<String>,
    /// The months that they look at, where those are not the same.
    pub horizons: Vec<Horizons>,
}

/// The months that a case looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Horizons {
    /// Its place among the sides.
    pub side: usize,
    /// The months.
    pub horizon: Horizon,
}

impl<T> Both<T> {
    /// The one that counts.
    pub fn of(&self, counted: Counted) -> &T {
        match counted {
            Counted::Certain => &self.certain,
            Counted::All => &self.all,
        }
    }
}

/// A document tried: a case with its verdict, not yet compared with another.
///
/// # Errors
/// What is wrong with it, or the sum that outgrew what can be computed.
pub fn tried(trial: &Trial, subject: Subject, changes: Vec<Changed>) -> Result<Side, Vec<Problem>> {
    let large = |large| vec![too_large(&trial.document, large)];
    let verdict = trial.verdict().map_err(large)?;
    let margin = |counted| verdict.margin(counted).map_err(|Overflow| large(Overflow.into()));
    let margin = Both { certain: margin(Counted::Certain)?, all: margin(Counted::All)? };
    let Case { horizon, ref currency, language, ref funding, .. } = trial.case;
    Ok(Side {
        subject,
        horizon,
        currency: currency.clone(),
        language,
        asks: funding.iter().any(|entry| entry.what.is_requested()),
        margin,
        verdict,
        differences: None,
        changes,
    })
}

/// A case, and under it each of these scenarios by itself; arguments are laid over all of them. Of
/// the document the scenarios are taken out.
///
/// What is wrong with one does not stop the others; what is wrong with the case is told once.
pub fn under(
    document: &Document,
    file: &str,
    scenarios: &[Scenario],
    arguments: &[Table],
) -> Vec<Result<Side, Vec<Problem>>> {
    let arguments: Vec<_> = arguments.iter().collect();
    // What the arguments mend is not wrong, so the case without them need not be right.
    let bare = Trial::of(document.clone());
    let laid = |tables: &[&Table]| {
        if let Ok(bare) = &bare {
            return bare.laid(tables);
        }
        let mut document = document.clone();
        lay_all(&mut document, tables);
        Trial::of(document)
    };
    let base = if arguments.is_empty() { bare.clone() } else { laid(&arguments) };
    let of_base = base.as_ref().err().cloned().unwrap_or_default();
    let subject = |case: &Case, scenario: Option<&Scenario>| Subject {
        file: file.to_owned(),
        case: case.name.clone(),
        scenario: scenario.map(|scenario| (scenario.id.clone(), scenario.name.clone())),
    };
    let under = |scenario: &Scenario| -> Result<Side, Vec<Problem>> {
        let misspelled = case::misspelled(&scenario.id, scenario.place, &scenario.table);
        let as_it_is = [of_base.clone(), misspelled.clone()].concat();
        let wrong = |problems| {
            let mut all = misspelled.clone();
            all.extend(blamed_on(scenario, problems, &as_it_is));
            all.sort_by_key(|problem| problem.place);
            all
        };
        let mut tables = vec![&scenario.table];
        tables.extend(&arguments);
        let trial = laid(&tables).map_err(wrong)?;
        if !misspelled.is_empty() {
            return Err(wrong(Vec::new()));
        }
        let before = base.as_ref().map_or(document, |base| &base.document);
        let changes = changed(before, &trial.document);
        tried(&trial, subject(&trial.case, Some(scenario)), changes).map_err(wrong)
    };
    let first = base.as_ref().map_err(Clone::clone);
    let first = first.and_then(|base| tried(base, subject(&base.case, None), Vec::new()));
    let others: Vec<_> = scenarios.par_iter().map(under).collect();
    std::iter::once(first).chain(others).collect()
}

/// Puts cases side by side.
///
/// # Errors
/// [`Overflow`] when a difference has more digits than are computed with.
pub fn compare(mut sides: Vec<Side>) -> Result<Comparison, Overflow> {
    if let Some((first, others)) = sides.split_first_mut() {
        for side in others {
            side.differences = Some(Differences::between(first, side)?);
        }
    }
    Ok(Comparison { unlike: Unlike::of(&sides), years: years(&sides), sides })
}

impl Differences {
    fn between(first: &Side, side: &Side) -> Result<Self, Overflow> {
        let comparable = first.currency == side.currency;
        let margin = |counted| {
            let (margin, first) = (*side.margin.of(counted), *first.margin.of(counted));
            let alike = is_alike(margin, first);
            if alike { difference(margin.by, first.by, comparable) } else { Ok(None) }
        };
        let test = |(test, first): (&Test, &Test)| -> Result<_, Overflow> {
            let of = |found: fn(&Test) -> _| match (found(test), found(first)) {
                (Some(figure), Some(first)) => difference(figure, first, comparable),
                _ => Ok(None),
            };
            Ok(Both {
                certain: of(|test| test.certain.map(|finding| finding.figure))?,
                all: of(|test| test.all.map(|finding| finding.figure))?,
            })
        };
        let closing = |year: &crate::verdict::Year| -> Result<_, Overflow> {
            let years = first.verdict.years.iter().filter(|_| comparable);
            let first = years.into_iter().find(|other| other.label == year.label);
            let less = |amount: Cents, first: Option<Cents>| {
                first.map(|first| amount.minus(first)).transpose()
            };
            Ok(Both {
                certain: less(year.certain.closing, first.map(|year| year.certain.closing))?,
                all: less(year.all.closing, first.map(|year| year.all.closing))?,
            })
        };
        let tests = side.verdict.tests.iter().zip(&first.verdict.tests);
        Ok(Self {
            margin: Both { certain: margin(Counted::Certain)?, all: margin(Counted::All)? },
            tests: tests.map(test).collect::<Result<_, _>>()?,
            closing: side.verdict.years.iter().map(closing).collect::<Result<_, _>>()?,
        })
    }
}

/// Whether two margins can be taken off each other: both money, or both of one test.
fn is_alike(one: Margin, other: Margin) -> bool {
    let money = |margin: Margin| matches!(margin.by, Figure::Money(_));
    one.test == other.test || (money(one) && money(other))
}

/// A figure less the first one; amounts only where they are in one currency.
fn difference(
    figure: Figure,
    first: Figure,
    one_currency: bool,
) -> Result<Option<Difference>, Overflow> {
    Ok(match (figure, first) {
        (Figure::Money(amount), Figure::Money(first)) if one_currency => {
            Some(Difference::Money(amount.minus(first)?))
        }
        (Figure::Ratio(ratio), Figure::Ratio(first)) => {
            let less = |decimals| {
                let (figure, first) = (ratio.rounded(decimals), first.rounded(decimals));
                figure.checked_sub(first).ok_or(Overflow)
            };
            Some(Difference::Ratio { two: less(2)?, four: less(4)? })
        }
        (Figure::Money(_), _) | (Figure::Ratio(_), Figure::Money(_)) => None,
    })
}

impl Difference {
    /// Whether there is none.
    pub fn is_none(self) -> bool {
        match self {
            Self::Money(amount) => amount == Cents::ZERO,
            Self::Ratio { four, .. } => four.is_zero(),
        }
    }
}

impl Unlike {
    fn of(sides: &[Side]) -> Self {
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

/// The labels of all case years, in the order of their first months.
fn years(sides: &[Side]) -> Vec<String> {
    let mut years: Vec<_> = sides
        .iter()
        .flat_map(|side| {
            let start = |year: usize| i32::try_from(year * 12).unwrap_or(i32::MAX);
            let labels = side.verdict.years.iter().map(|year| year.label.clone());
            labels.enumerate().map(move |(year, label)| (side.horizon.month(start(year)), label))
        })
        .collect();
    years.sort();
    years.dedup_by(|one, other| one.1 == other.1);
    years.into_iter().map(|(_, label)| label).collect()
}

impl Side {
    /// The answer in a word.
    pub fn kind(&self) -> VerdictKind {
        self.verdict.kind
    }
}
