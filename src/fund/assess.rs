//! A fund judged: the whole road from what was written to whether it keeps its capital.

use super::edge::{self, Edges};
use super::ledger::{Ledger, Page};
use super::margin::CapitalMargin;
use super::measures::{Measures, PutIn, Standing};
use super::plan::Plan;
use super::prices::{Prices, rounded};
use super::read::{Loader, read};
use super::run::{FundRun, Totals};
use super::stage::Stages;
use super::{Checked, Fund};
use crate::case::VerdictKind;
use crate::document::{Document, Mistake, Place, Problem, SourceId, Unread};
use crate::money::{Cents, Overflow};
use crate::postings::TooLarge;
use crate::words::{Key, Word};

/// A fund with what became of it.
#[derive(Clone, Debug)]
pub struct FundAssessment {
    /// What was judged.
    pub fund: Fund,
    /// What became of it, month by month.
    pub run: FundRun,
    /// What became of the initiatives of each kind, in the order of [`Fund::initiatives`].
    pub kinds: Vec<Totals>,
    /// What became of all initiatives.
    pub initiatives: Totals,
    /// Every year of it, in order.
    pub years: Vec<Year>,
    /// What it came to.
    pub measures: Measures,
    /// At which terms it only just keeps its capital.
    pub edges: Edges,
    /// What it keeps.
    pub standing: Standing,
    /// The answer.
    pub verdict: VerdictKind,
    /// How far it is from the point where that turns.
    pub margin: CapitalMargin,
    /// What is worth saying, file by file.
    pub warnings: Vec<Unread>,
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
pub fn assess(document: &Document, loader: &Loader<'_>) -> Result<FundAssessment, Vec<Unread>> {
    let Checked { fund, warnings } = read(document, loader)?;
    FundAssessment::of(fund, warnings).map_err(|large| vec![too_large(document, large)])
}

impl FundAssessment {
    /// Runs and judges a fund.
    ///
    /// # Errors
    /// [`TooLarge`] with what outgrows [`Cents`].
    pub fn of(fund: Fund, warnings: Vec<Unread>) -> Result<Self, TooLarge> {
        let plan = Plan::of(&fund)?;
        let stages = Stages::of(&fund);
        let prices = Prices::of(&fund)?;
        let put_in = PutIn::of(&plan, &prices)?;
        let run = FundRun::of(&plan, &stages, None)?;
        let measures = Measures::of(&plan, &prices, &put_in, &run)?;
        let edges = Edges {
            interest: edge::interest(&plan, &stages, &prices, &put_in),
            loss: edge::loss(&plan, &prices, &put_in, &measures),
        };
        let years = (0..plan.months / 12).map(|year| Year::of(&fund, &prices, &run.ledger, year));
        let years = years.collect::<Result<_, _>>()?;
        let standing = put_in.standing(&run.ledger, &prices)?;
        let margin = CapitalMargin::of(&put_in, &run.ledger, &prices)?;
        let kinds = run.kinds(&plan)?;
        let mut initiatives = Totals::default();
        run.applications.iter().try_for_each(|asked| initiatives.count(asked))?;
        drop(stages);
        Ok(Self {
            run,
            kinds,
            initiatives,
            years,
            measures,
            edges,
            standing,
            verdict: standing.verdict(),
            margin,
            warnings,
            fund,
        })
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
pub(super) fn too_large(document: &Document, TooLarge { entry }: TooLarge) -> Unread {
    let entry = entry.unwrap_or_else(|| Key::Fund.spelled().to_owned());
    let path: Vec<_> = entry.split('.').collect();
    let top = Place { source: SourceId(0), start: 0, end: 0 };
    let place = document.key_at(&path).unwrap_or(top);
    let problems = vec![Problem { place, mistake: Mistake::TooLarge { entry } }];
    Unread { sources: document.sources.clone(), problems }
}
