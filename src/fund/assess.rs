//! A fund judged: the whole road from what was written to whether it keeps its capital.

use super::edge::{self, Edges};
use super::ledger::{Ledger, Page};
use super::measures::{Measures, PutIn};
use super::plan::Plan;
use super::prices::{Prices, rounded};
use super::read::{Loader, Noted, read};
use super::run::Run;
use super::stage::Stages;
use super::{Checked, Fund};
use crate::case::VerdictKind;
use crate::document::{Document, Mistake, Place, Problem, SourceId};
use crate::money::{Cents, Overflow};
use crate::postings::TooLarge;

/// A fund with what became of it.
#[derive(Clone, Debug)]
pub struct FundAssessment {
    /// What was judged.
    pub fund: Fund,
    /// What became of it, month by month.
    pub run: Run,
    /// Every year of it, in order.
    pub years: Vec<Year>,
    /// What it came to.
    pub measures: Measures,
    /// At which terms it only just keeps its capital.
    pub edges: Edges,
    /// Whether it does.
    pub verdict: VerdictKind,
    /// What is worth saying, file by file.
    pub warnings: Vec<Noted>,
}

/// A year of a fund.
#[derive(Clone, Debug)]
pub struct Year {
    /// `2027`, or `2027/28`.
    pub label: String,
    /// Its flows added up, and what stands at its end.
    pub page: Page,
    /// Cash and what is owed at its end.
    pub net_worth: Cents,
    /// The same in prices of the start.
    pub net_worth_real: Cents,
}

/// Reads, runs and judges a document; the loader finds the cases that it names.
///
/// # Errors
/// Every problem of the fund and its cases, file by file, or the sum that outgrew what can be
/// computed.
pub fn assess(document: &Document, loader: &Loader<'_>) -> Result<FundAssessment, Vec<Noted>> {
    let Checked { fund, warnings } = read(document, loader)?;
    FundAssessment::of(fund, warnings).map_err(|large| vec![too_large(document, large)])
}

impl FundAssessment {
    /// Runs and judges a fund.
    ///
    /// # Errors
    /// [`TooLarge`] with what outgrows [`Cents`].
    pub fn of(fund: Fund, warnings: Vec<Noted>) -> Result<Self, TooLarge> {
        let plan = Plan::of(&fund)?;
        let stages = Stages::of(&fund);
        let prices = Prices::of(&fund)?;
        let put_in = PutIn::of(&plan, &prices)?;
        let run = Run::of(&plan, &stages, None)?;
        let measures = Measures::of(&plan, &prices, &put_in, &run)?;
        let edges = Edges {
            interest: edge::interest(&plan, &stages, &prices, &put_in),
            loss: edge::loss(&plan, &prices, &put_in, &measures),
        };
        let years = (0..plan.months / 12).map(|year| Year::of(&fund, &prices, &run.ledger, year));
        let years = years.collect::<Result<_, _>>()?;
        let verdict = put_in.verdict(&run.ledger, &prices)?;
        drop(stages);
        Ok(Self { run, years, measures, edges, verdict, warnings, fund })
    }
}

impl Year {
    fn of(fund: &Fund, prices: &Prices, ledger: &Ledger, year: usize) -> Result<Self, Overflow> {
        let (first, last) = (year * 12, year * 12 + 11);
        let flow = |amounts: &[Cents]| {
            Cents::total(amounts.get(first..=last).unwrap_or_default().iter().copied())
        };
        let stock = |amounts: &[Cents]| amounts.get(last).copied().unwrap_or_default();
        let page = Page {
            additions: flow(&ledger.additions)?,
            lent: flow(&ledger.lent)?,
            idle_interest: flow(&ledger.idle_interest)?,
            interest: flow(&ledger.interest)?,
            principal: flow(&ledger.principal)?,
            losses: flow(&ledger.losses)?,
            costs: flow(&ledger.costs)?,
            cash: stock(&ledger.cash),
            set_aside: stock(&ledger.set_aside),
            outstanding: stock(&ledger.outstanding),
        };
        let net_worth = page.cash.plus(page.outstanding)?;
        Ok(Self {
            label: fund.horizon.label(year),
            page,
            net_worth,
            net_worth_real: rounded(&prices.deflated(net_worth, last))?,
        })
    }
}

/// The problem of a sum that is too large, at the entry whose sum it is.
fn too_large(document: &Document, TooLarge { entry }: TooLarge) -> Noted {
    let entry = entry.unwrap_or_else(|| "fund".to_owned());
    let path: Vec<_> = entry.split('.').collect();
    let top = Place { source: SourceId(0), start: 0, end: 0 };
    let place = document.key_at(&path).unwrap_or(top);
    let problems = vec![Problem { place, mistake: Mistake::TooLarge { entry } }];
    Noted { sources: document.sources.clone(), problems }
}
