//! Funds side by side: a fund and its scenarios, or several files (reference, section 9.2).

use super::assess::{FundAssessment, assess, too_large};
use super::figure::{Came, FundFigure, Known};
use super::read::{Library, Loader, Noted, misspelled, read_apart};
use super::run::Totals;
use super::scenarios::blamed;
use crate::document::{Document, Table, Unread};
use crate::money::{Cents, Overflow};
use crate::overlay::{Scenario, lay_all};
use crate::whatif::{Changed, Figures, Side, SideSubject, changed};
use rayon::prelude::*;

/// The figures of a fund in a column.
#[derive(Clone, Debug)]
pub struct FundFigures {
    /// What became of it.
    pub assessment: FundAssessment,
    /// What became of all small loans.
    pub lending: Totals,
    /// How they differ from those of the first; of the first nothing.
    pub differences: Option<FundDifferences>,
}

/// Figures less those of the first fund; nothing where there is nothing to compare.
#[derive(Clone, Debug)]
pub struct FundDifferences {
    /// Of the margin.
    pub margin: Option<Cents>,
    /// Of each of [`FundFigure::ALL`].
    pub figures: Vec<Option<Known>>,
    /// Of the number of initiatives, for each of [`Came::ALL`].
    pub initiatives: Vec<i64>,
    /// Of the number of small loans.
    pub lending: Vec<i64>,
    /// Of net worth at the end of each of its years.
    pub net_worth: Vec<Option<Cents>>,
}

impl FundFigures {
    /// # Errors
    /// [`Overflow`] when so many loans are asked for that they cannot be counted.
    fn of(assessment: FundAssessment) -> Result<Self, Overflow> {
        let mut lending = Totals::default();
        assessment.run.lending.iter().try_for_each(|more| lending.add(more))?;
        Ok(Self { assessment, lending, differences: None })
    }
}

impl Figures for FundFigures {
    fn labels(&self) -> impl Iterator<Item = &str> {
        self.assessment.years.iter().map(|year| year.label.as_str())
    }

    fn hold_against(&mut self, first: &Self, one_currency: bool) -> Result<(), Overflow> {
        self.differences = Some(FundDifferences::between(first, self, one_currency)?);
        Ok(())
    }
}

impl FundDifferences {
    fn between(
        first: &FundFigures,
        side: &FundFigures,
        one_currency: bool,
    ) -> Result<Self, Overflow> {
        let (there, here) = (&first.assessment, &side.assessment);
        let money = |one: Cents, other: Cents| one_currency.then(|| one.minus(other)).transpose();
        let figure = |figure: FundFigure| match (figure.of(here), figure.of(there)) {
            (Some(here), Some(there)) => here.less(there, one_currency),
            _ => Ok(None),
        };
        let counts = |here: &Totals, there: &Totals| {
            let less = |came: Came| came.of(here).checked_sub(came.of(there)).ok_or(Overflow);
            Came::ALL.into_iter().map(less).collect::<Result<_, _>>()
        };
        let worth = |year: &super::Year| {
            let same = there.years.iter().find(|other| other.label == year.label);
            same.map_or(Ok(None), |same| money(year.net_worth, same.net_worth))
        };
        Ok(Self {
            margin: money(here.margin.by, there.margin.by)?,
            figures: FundFigure::ALL.into_iter().map(figure).collect::<Result<_, _>>()?,
            initiatives: counts(&here.initiatives, &there.initiatives)?,
            lending: counts(&side.lending, &first.lending)?,
            net_worth: here.years.iter().map(worth).collect::<Result<_, _>>()?,
        })
    }
}

/// A document tried: a fund with what became of it, not yet compared with another.
///
/// # Errors
/// What is wrong with it and its cases, file by file, or the sum that outgrew what can be computed.
pub fn tried(
    document: &Document,
    file: &str,
    loader: &Loader<'_>,
) -> Result<Side<FundFigures>, Vec<Unread>> {
    let assessment = assess(document, loader)?;
    side(assessment, file, None, Vec::new())
        .map_err(|overflow| vec![too_large(document, overflow.into())])
}

fn side(
    assessment: FundAssessment,
    file: &str,
    scenario: Option<&Scenario>,
    changes: Vec<Changed>,
) -> Result<Side<FundFigures>, Overflow> {
    let fund = &assessment.fund;
    Ok(Side {
        subject: SideSubject {
            file: file.to_owned(),
            name: fund.name.clone(),
            scenario: scenario.map(|scenario| (scenario.id.clone(), scenario.name.clone())),
        },
        horizon: fund.horizon,
        currency: fund.currency.clone(),
        language: fund.language,
        changes,
        figures: FundFigures::of(assessment)?,
    })
}

/// A fund, and under it each of these scenarios by itself; arguments are laid over all of them. Of
/// the document the scenarios are taken out. The cases that they name are found once.
///
/// What is wrong with one does not stop the others; what is wrong with the fund or its cases is told
/// once.
pub fn under(
    document: &Document,
    file: &str,
    scenarios: &[Scenario],
    arguments: &[Table],
    loader: &Loader<'_>,
) -> Vec<Result<Side<FundFigures>, Vec<Unread>>> {
    let laid = |scenario: Option<&Scenario>| {
        let tables: Vec<_> =
            scenario.map(|scenario| &scenario.table).into_iter().chain(arguments).collect();
        let mut document = document.clone();
        lay_all(&mut document, &tables);
        document
    };
    let base = laid(None);
    let others: Vec<_> = scenarios.iter().map(|scenario| laid(Some(scenario))).collect();
    let documents: Vec<_> = std::iter::once(&base).chain(&others).collect();
    let desk = Desk { file, base: &base, library: Library::of(&documents, loader) };
    let first = desk.judged(&base, None);
    let told = match &first {
        Ok(side) => {
            let of_cases = side.figures.assessment.warnings.clone();
            Noted { own: Vec::new(), of_cases }
        }
        Err(noted) => noted.clone(),
    };
    let columns = scenarios.par_iter().zip(&others);
    let columns = columns.map(|(scenario, document)| desk.with(scenario, document, &told));
    let columns: Vec<_> = columns.collect();
    let first = first.map_err(|noted| noted.in_order(&base.sources));
    std::iter::once(first).chain(columns).collect()
}

/// Where a fund is judged with one thing or another laid over it.
struct Desk<'a> {
    file: &'a str,
    /// The fund without any scenario.
    base: &'a Document,
    /// The cases that it names, with or without.
    library: Library,
}

impl Desk<'_> {
    fn judged(
        &self,
        document: &Document,
        scenario: Option<&Scenario>,
    ) -> Result<Side<FundFigures>, Noted> {
        let (fund, noted) = read_apart(document, &self.library)?;
        let changes = scenario.map(|_| changed(self.base, document)).unwrap_or_default();
        let found = FundAssessment::of(fund, noted.in_order(&document.sources));
        let found = found.and_then(|found| Ok(side(found, self.file, scenario, changes)?));
        found.map_err(|large| Noted {
            own: too_large(document, large).problems,
            of_cases: Vec::new(),
        })
    }

    /// The fund with a scenario laid over it; or what is wrong with that, but for what is told of
    /// the fund without it.
    fn with(
        &self,
        scenario: &Scenario,
        document: &Document,
        told: &Noted,
    ) -> Result<Side<FundFigures>, Vec<Unread>> {
        let misspelled = misspelled(&scenario.id, scenario.place, &scenario.table);
        let found = match self.judged(document, Some(scenario)) {
            Ok(side) if misspelled.is_empty() => return Ok(side),
            Ok(_) => Noted::default(),
            Err(noted) => noted,
        };
        let own = [told.own.clone(), misspelled.clone()].concat();
        let told = Noted { own, of_cases: told.of_cases.clone() };
        let mut noted = blamed(scenario, found, &told);
        noted.own.extend(misspelled);
        Err(noted.in_order(&document.sources))
    }
}
