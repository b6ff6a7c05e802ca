//! What a report shows, computed.

use super::Asked;
use crate::assess::Assessment;
use crate::case::PartyIndex;
use crate::cli::disk::Disk;
use crate::document::{Document, Problem, Source, Unread};
use crate::fund::{self, FundFigures};
use crate::money::Overflow;
use crate::overlay::take_scenarios;
use crate::postings::TooLarge;
use crate::render::page::Findings;
use crate::statements::{
    By, ClosingCash, Counted, Flows, Granted, Overview, Sheet, SheetKind, View, sheets,
};
use crate::verdict::{Margin, Run, Structure};
use crate::whatif::sensitivity::{OfCase, Sensitivity, sensitivity};
use crate::whatif::simulate::{Simulation, simulate};
use crate::whatif::sources::{Register, register};
use crate::whatif::stress::{self, Stressed, stress};
use crate::whatif::{
    CaseFigures, Chair, Closing, Comparison, Figures, Side, Trial, compare, under,
};
use std::path::Path;

/// The months of cash that are shown one by one.
const MONTHS: usize = 24;

/// Why there is nothing to show.
pub(super) enum Failed {
    /// Something that is laid over the case is wrong.
    Wrong(Vec<Unread>),
    /// A sum outgrew what can be posted.
    TooLarge,
}

impl From<Overflow> for Failed {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}

impl From<TooLarge> for Failed {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

/// What a report of a case shows.
pub(super) struct Found {
    counted: Counted,
    overview: Overview,
    cash: Sheet,
    flows: Flows,
    closing: ClosingCash,
    structure: [Structure; 2],
    ask: Closing,
    scenarios: Option<Comparison<CaseFigures>>,
    stressed: Stressed,
    sensitivity: Sensitivity,
    register: Register<Margin>,
    sources: Vec<Source>,
    simulation: Simulation,
    warnings: Vec<Unread>,
    chair: Option<Chair>,
}

impl Found {
    /// Computes all of it.
    pub fn of(
        file: &Path,
        document: &Document,
        assessment: &Assessment,
        (asked, party): (&Asked, Option<PartyIndex>),
    ) -> Result<Self, Failed> {
        let Assessment { case, journal, .. } = assessment;
        let (trial, counted) = (Trial::judged(document, assessment), asked.funding);
        let wrong = |problems| Failed::Wrong(vec![unread(document, problems)]);
        let granted = Granted::counting(case, counted);
        let postings = journal.run(case, &granted)?;
        let view = View { case, postings: &postings, granted: &granted };
        let cash = sheets(view)?.into_iter().find(|sheet| sheet.kind == SheetKind::Liquidity);
        let books = trial.books()?;
        let structure = |granted| Run::of(&books, granted)?.structure();
        let stressed = stress(&trial, Counted::Certain).map_err(|failed| match failed {
            stress::Failed::TooLarge => Failed::TooLarge,
            stress::Failed::Wrong(unfit) => {
                Failed::Wrong(vec![unread(&unfit.document, unfit.problems)])
            }
        })?;
        let margins = OfCase { trial: &trial, counted: Counted::Certain };
        Ok(Self {
            counted,
            overview: Overview::of(case, journal, By::Year, counted)?,
            cash: cash.ok_or(Failed::TooLarge)?.first(MONTHS),
            flows: Flows::of(view, By::Year)?,
            closing: ClosingCash::free(case, journal)?,
            structure: [structure(Granted::certain(case))?, structure(Granted::all(case))?],
            ask: Closing::of(&trial)?,
            scenarios: scenarios(file, document)?,
            sensitivity: sensitivity(&margins, |_| {})?,
            register: register(&margins, |_| {})?,
            sources: document.sources.clone(),
            simulation: simulate(&trial, asked.draws, asked.seed, |_| {}).map_err(wrong)?,
            warnings: vec![unread(document, assessment.warnings.clone())],
            chair: party.map(|party| Chair::of(&trial, party, &stressed)).transpose()?,
            stressed,
        })
    }

    /// The same, to be shown.
    pub fn findings<'a>(&'a self, assessment: &'a Assessment) -> Findings<'a> {
        let [certain, all] = &self.structure;
        Findings {
            case: &assessment.case,
            verdict: &assessment.verdict,
            counted: self.counted,
            overview: &self.overview,
            cash: &self.cash,
            flows: &self.flows,
            closing: &self.closing,
            structure: [certain, all],
            ask: &self.ask,
            scenarios: self.scenarios.as_ref(),
            stressed: &self.stressed,
            sensitivity: &self.sensitivity,
            register: &self.register,
            sources: &self.sources,
            simulation: &self.simulation,
            warnings: &self.warnings,
            chair: self.chair.as_ref(),
        }
    }
}

fn unread(document: &Document, problems: Vec<Problem>) -> Unread {
    Unread { sources: document.sources.clone(), problems }
}

/// A case beside its scenarios; nothing where it has none.
pub(super) fn scenarios(
    file: &Path,
    document: &Document,
) -> Result<Option<Comparison<CaseFigures>>, Failed> {
    let mut bare = document.clone();
    let scenarios = take_scenarios(&mut bare);
    let sides = under(&bare, &file.display().to_string(), &scenarios, &[]);
    let sides =
        sides.into_iter().map(|side| side.map_err(|problems| vec![unread(&bare, problems)]));
    side_by_side(sides)
}

/// A fund beside its scenarios; nothing where it has none.
pub(super) fn of_fund(
    file: &Path,
    document: &Document,
    disk: &Disk,
) -> Result<Option<Comparison<FundFigures>>, Failed> {
    let mut bare = document.clone();
    let scenarios = take_scenarios(&mut bare);
    let case_of_fund = |path: &str, seen_from: &Source| disk.case_of_fund(path, seen_from);
    let name = file.display().to_string();
    side_by_side(fund::under(&bare, &name, &scenarios, &[], &case_of_fund).into_iter())
}

fn side_by_side<F: Figures>(
    sides: impl Iterator<Item = Result<Side<F>, Vec<Unread>>>,
) -> Result<Option<Comparison<F>>, Failed> {
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for side in sides {
        match side {
            Ok(side) => right.push(side),
            Err(unread) => wrong.extend(unread),
        }
    }
    if !wrong.is_empty() {
        return Err(Failed::Wrong(wrong));
    }
    if right.len() < 2 {
        return Ok(None);
    }
    Ok(Some(compare(right)?))
}
