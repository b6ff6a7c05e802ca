//! Cases side by side: a case and its scenarios, or several files.

use super::Trial;
use super::changed::{Changed, changed};
use super::scenario::blamed_on;
use super::side::{Figures, Side, SideSubject};
use crate::assess::too_large;
use crate::case::{self, Case, VerdictKind};
use crate::document::{Document, Problem, Table};
use crate::money::{Cents, Overflow};
use crate::overlay::{Scenario, lay_all};
use crate::statements::Both;
use crate::verdict::{Figure, Margin, Test, Verdict};
use rayon::prelude::*;
use rust_decimal::Decimal;

/// The figures of a case in a column.
#[derive(Clone, Debug)]
pub struct CaseFigures {
    /// Whether funding is asked for and not promised, so that there are two runs to tell apart.
    pub asks: bool,
    /// The answer.
    pub verdict: Verdict,
    /// How far it is from the point where that turns.
    pub margin: Both<Margin>,
    /// How they differ from those of the first; of the first nothing.
    pub differences: Option<Differences>,
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

/// A document tried: a case with its verdict, not yet compared with another.
///
/// # Errors
/// What is wrong with it, or the sum that outgrew what can be computed.
pub fn tried(
    trial: &Trial,
    subject: SideSubject,
    changes: Vec<Changed>,
) -> Result<Side<CaseFigures>, Vec<Problem>> {
    let large = |large| vec![too_large(&trial.document, large)];
    let verdict = trial.verdict().map_err(large)?;
    let margin = |counted| verdict.margin(counted).map_err(|Overflow| large(Overflow.into()));
    let margin = Both::try_of(margin)?;
    let Case { horizon, ref currency, language, ref funding, .. } = trial.case;
    Ok(Side {
        subject,
        horizon,
        currency: currency.clone(),
        language,
        changes,
        figures: CaseFigures {
            asks: funding.iter().any(|entry| entry.what.is_requested()),
            margin,
            verdict,
            differences: None,
        },
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
) -> Vec<Result<Side<CaseFigures>, Vec<Problem>>> {
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
    let subject = |case: &Case, scenario: Option<&Scenario>| SideSubject {
        file: file.to_owned(),
        name: case.name.clone(),
        scenario: scenario.map(|scenario| (scenario.id.clone(), scenario.name.clone())),
    };
    let under = |scenario: &Scenario| -> Result<Side<CaseFigures>, Vec<Problem>> {
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

impl Figures for CaseFigures {
    fn labels(&self) -> impl Iterator<Item = &str> {
        self.verdict.years.iter().map(|year| year.label.as_str())
    }

    fn hold_against(&mut self, first: &Self, one_currency: bool) -> Result<(), Overflow> {
        self.differences = Some(Differences::between(first, self, one_currency)?);
        Ok(())
    }
}

impl Differences {
    fn between(
        first: &CaseFigures,
        side: &CaseFigures,
        comparable: bool,
    ) -> Result<Self, Overflow> {
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
            margin: Both::try_of(margin)?,
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

impl CaseFigures {
    /// The answer in a word.
    pub fn kind(&self) -> VerdictKind {
        self.verdict.kind
    }
}
