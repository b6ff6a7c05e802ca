//! Every entry of a case as monthly postings in whole cents: the one place that later rooms read.

use crate::case::{ByKind, Case, Cost, Effect, Entry, Funding, Loan, Opening, OpeningKind};
use crate::exact::to_cents;
use crate::loan::LoanTable;
use crate::money::{Amount, Cents, Overflow};
use crate::stream::posting::{self, Flow, Impact};
use crate::stream::terms::Bias;
use crate::stream::{Book, Sharing, SoldFor, Standing};
use crate::words::Key;
use before::Before;
use claims::Claiming;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

mod before;
mod claims;
mod exactly;
mod granted;
mod reserved;

pub use exactly::{ExactEffects, ExactWallet};
pub use granted::{Both, Counted, Granted};
pub use reserved::{ExactReserved, Reserved};

/// What the entries of a case post, whatever run is asked for. What an entry brings may depend on
/// which others are granted, so that only a run has [`Postings`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// On all funding.
    all: Postings,
    /// What is earmarked claims costs together with what else claims them.
    claims: Vec<Arc<Claiming>>,
    /// What has come of entries that are not earmarked, for where no more of it will, by their places.
    to_date: Vec<(usize, Arc<FundingPosting>)>,
}

/// The postings of all entries in one run, each list in the order of the case's. Those that did not
/// change are shared between a case and its what-ifs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postings {
    /// Of [`Case::costs`].
    pub costs: Vec<Arc<CostPosting>>,
    /// Of [`Case::funding`].
    pub funding: Vec<Arc<FundingPosting>>,
    /// Of [`Case::avoided`].
    pub avoided: Vec<Arc<Impact>>,
    /// Of [`Case::values`].
    pub values: Vec<Arc<Impact>>,
    /// Of [`Case::burdens`].
    pub burdens: Vec<Arc<Impact>>,
    /// Of [`Case::openings`].
    pub openings: Vec<Arc<OpeningPosting>>,
    /// What is set apart each month, of [`Case::reserves`].
    pub reserves: Vec<Arc<Vec<Cents>>>,
}

/// What stood open when a case started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningPosting {
    /// Whether it is to be received or to be paid.
    pub kind: OpeningKind,
    /// How much.
    pub amount: Cents,
    /// The number of the month in which it is.
    pub month: i32,
}

impl OpeningPosting {
    fn of(case: &Case, opening: &Entry<Opening>) -> Result<Self, Overflow> {
        let Opening { kind, amount, on, .. } = opening.what;
        Ok(Self { kind, amount: to_cents(amount.0)?, month: case.horizon.number(on) })
    }

    /// What it brings: below zero where it is paid.
    pub fn brings(&self) -> Cents {
        match self.kind {
            OpeningKind::Receivable => self.amount,
            OpeningKind::Payable => Cents(-self.amount.0),
        }
    }
}

/// What a cost posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostPosting {
    /// What accrues and is paid; of an investment the purchases.
    pub flow: Flow,
    /// Its book value, if it is an investment.
    pub book: Option<Book>,
}

impl CostPosting {
    /// That it is an investment that is sold within the horizon.
    pub fn sold(&self) -> Option<SoldFor> {
        self.book.as_ref()?.sold
    }
}

/// What a funding entry posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FundingPosting {
    /// Sales to donations, and outcome payments.
    Income(Flow),
    /// Own capital.
    Equity(Flow),
    /// Borrowed capital.
    Loan(LoanTable),
    /// Hours or space: accrues, but is no cash.
    InKind(Flow),
}

/// The sums of an entry outgrew what can be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// The entry's path, such as `cost.kitchen`; `None` when it is the sum over entries.
    pub entry: Option<String>,
}

impl From<Overflow> for TooLarge {
    fn from(_: Overflow) -> Self {
        Self { entry: None }
    }
}

impl Journal {
    /// Posts every entry of a case.
    ///
    /// # Errors
    /// [`TooLarge`] with the first entry whose total outgrows [`Cents`](crate::money::Cents).
    pub fn of(case: &Case) -> Result<Self, TooLarge> {
        Self::whole(case, None)
    }

    /// Posts a case that differs a little from another one: what an entry posts is taken over
    /// unless it, or what it depends on, has changed.
    ///
    /// # Errors
    /// [`TooLarge`] with the first entry whose total outgrows [`Cents`](crate::money::Cents).
    pub fn after(previous: &Self, previous_case: &Case, case: &Case) -> Result<Self, TooLarge> {
        let same_months = previous_case.horizon == case.horizon && previous_case.ends == case.ends;
        Self::whole(case, same_months.then_some(Before::new(previous, previous_case, case)))
    }

    /// Posts what goes through the initiative's own wallet: costs and funding. What it does to
    /// others is left out, as if there were no such entries.
    ///
    /// # Errors
    /// [`TooLarge`] with the first entry whose total outgrows [`Cents`](crate::money::Cents).
    pub fn of_wallet(case: &Case) -> Result<Self, TooLarge> {
        Self::wallet(case, None)
    }

    fn wallet(case: &Case, before: Option<Before>) -> Result<Self, TooLarge> {
        let costs = each(Key::Cost, &case.costs, |at| before?.cost(at), |cost| pay(case, cost))?;
        let (claims, claimed) = claims(case, before)?;
        let known = |at| match claimed.get(&at) {
            Some(posting) => Some(Arc::clone(posting)),
            None => before?.funding(at),
        };
        let funding = each(Key::Funding, &case.funding, known, |funding| fund(case, funding))?;
        let openings = each(
            Key::Opening,
            &case.openings,
            |at| before?.opening(at),
            |opening| OpeningPosting::of(case, opening),
        )?;
        let reserves = each(
            Key::Reserve,
            &case.reserves,
            |at| before?.reserve(at),
            |reserve| posting::set_apart(case, &reserve.versions()),
        )?;
        let (avoided, values, burdens) = (Vec::new(), Vec::new(), Vec::new());
        let all = Postings { costs, funding, avoided, values, burdens, openings, reserves };
        let to_date = to_date(case, &all)?;
        Ok(Self { all, claims, to_date })
    }

    fn whole(case: &Case, before: Option<Before>) -> Result<Self, TooLarge> {
        let effect =
            |bias| move |effect: &Entry<Effect>| posting::effect(case, &effect.versions(), bias);
        let Self { all, claims, to_date } = Self::wallet(case, before)?;
        let all = Postings {
            avoided: each(
                Key::Avoided,
                &case.avoided,
                |at| before?.avoided(at),
                effect(Bias::TakesOff),
            )?,
            values: each(Key::Value, &case.values, |at| before?.value(at), effect(Bias::TakesOff))?,
            burdens: each(Key::Burden, &case.burdens, |at| before?.burden(at), effect(Bias::Adds))?,
            ..all
        };
        Ok(Self { all, claims, to_date })
    }

    /// What entries post where all funding is granted: costs and effects post the same in every run.
    pub fn all(&self) -> &Postings {
        &self.all
    }

    /// The same, to write over what some entries post in every run: none that is earmarked, nor
    /// what one depends on.
    pub fn all_mut(&mut self) -> &mut Postings {
        &mut self.all
    }

    /// What the entries of its case post in the run in which so much of the funding is granted; one
    /// that is not granted posts what it would on all funding.
    ///
    /// # Errors
    /// [`Overflow`] when a total outgrows [`Cents`](crate::money::Cents).
    pub fn run(&self, case: &Case, granted: &Granted) -> Result<Cow<'_, Postings>, Overflow> {
        let mut postings = Cow::Borrowed(&self.all);
        let to_date =
            self.to_date.iter().filter(|(at, _)| granted.standing(*at) == Standing::ToDate);
        for (place, posting) in to_date {
            if let Some(slot) = postings.to_mut().funding.get_mut(*place) {
                *slot = Arc::clone(posting);
            }
        }
        for claiming in &self.claims {
            for (place, posting) in claiming.in_run(case, granted, &self.all)? {
                if let Some(slot) = postings.to_mut().funding.get_mut(place) {
                    *slot = posting;
                }
            }
        }
        Ok(postings)
    }
}

/// What has come of funding, but for what is earmarked.
fn to_date(case: &Case, all: &Postings) -> Result<Vec<(usize, Arc<FundingPosting>)>, TooLarge> {
    let entries = case.funding.iter().zip(&all.funding).enumerate();
    let begun = entries.filter(|(_, (entry, _))| entry.has_facts() && !is_earmarked(entry));
    let posted = begun.filter_map(|(place, (entry, usual))| {
        let FundingPosting::Income(usual) = &**usual else { return None };
        let flow = match entry.by_kind() {
            ByKind::Income(income) => posting::income_to_date(case, &income, usual),
            ByKind::Outcome(outcome) => posting::outcome_to_date(case, &outcome, usual),
            ByKind::Equity(_) | ByKind::Loan(_) | ByKind::InKind(_) => return None,
        };
        Some(flow.map(|flow| (place, Arc::new(FundingPosting::Income(flow)))))
    });
    Ok(posted.collect::<Result<_, _>>()?)
}

fn is_earmarked(entry: &Entry<Funding>) -> bool {
    entry.income().is_some_and(|income| !income.all(|income| income.covers.is_none()))
}

/// Postings of some funding entries, by their place.
type ByPlace = HashMap<usize, Arc<FundingPosting>>;

/// Who claims which costs together, and what all that is earmarked posts on all funding.
fn claims(case: &Case, before: Option<Before>) -> Result<(Vec<Arc<Claiming>>, ByPlace), TooLarge> {
    let (mut claims, mut claimed) = (Vec::new(), ByPlace::new());
    for sharing in Sharing::all(case) {
        if let Some((claiming, postings)) = before.and_then(|before| before.claims(&sharing)) {
            claims.push(Arc::clone(claiming));
            claimed.extend(postings);
            continue;
        }
        let claiming = Claiming::of(case, sharing);
        let postings = claiming.on_all(case).map_err(|_| {
            let first = claiming.earmarks().min().and_then(|place| case.funding.get(place));
            TooLarge { entry: first.map(|entry| format!("funding.{}", entry.id)) }
        })?;
        claims.push(Arc::new(claiming));
        claimed.extend(postings);
    }
    Ok((claims, claimed))
}

fn pay(case: &Case, cost: &Entry<Cost>) -> Result<CostPosting, Overflow> {
    let cost = cost.versions();
    let flow = posting::cost(case, &cost)?;
    Ok(CostPosting { book: posting::book(case, &cost, &flow.accrual)?, flow })
}

/// What a funding entry that is not earmarked posts.
fn fund(case: &Case, funding: &Entry<Funding>) -> Result<FundingPosting, Overflow> {
    Ok(match funding.by_kind() {
        ByKind::Income(income) => FundingPosting::Income(posting::income(case, &income)?),
        ByKind::Outcome(outcome) => FundingPosting::Income(posting::outcome(case, &outcome)?),
        ByKind::Equity(equity) => FundingPosting::Equity(posting::equity(case, &equity)?),
        ByKind::Loan(loan) => {
            // A loan keeps the terms on which it was drawn.
            let on = case.horizon.number(loan.first().on);
            let drawn = loan.at(on);
            // What is only requested and has no facts was not drawn by then, and is not after it.
            let never = funding.facts.as_ref().is_some_and(|it| it.unpaid && on <= it.until);
            let amount = if never { Amount::default() } else { drawn.amount };
            FundingPosting::Loan(LoanTable::of(case.horizon, &Loan { amount, ..drawn.clone() })?)
        }
        ByKind::InKind(in_kind) => FundingPosting::InKind(posting::in_kind(case, &in_kind)?),
    })
}

/// Posts each entry of a group that is not posted yet, naming the one that cannot be.
fn each<T, P>(
    group: Key,
    entries: &[Entry<T>],
    known: impl Fn(usize) -> Option<Arc<P>>,
    post: impl Fn(&Entry<T>) -> Result<P, Overflow>,
) -> Result<Vec<Arc<P>>, TooLarge> {
    let posted = entries.iter().enumerate().map(|(at, entry)| match known(at) {
        Some(posting) => Ok(posting),
        None => post(entry)
            .map(Arc::new)
            .map_err(|_| TooLarge { entry: Some(format!("{group}.{}", entry.id)) }),
    });
    posted.collect()
}
