//! Every entry of a case as monthly postings in whole cents: the one place that later rooms read.

use crate::case::{Case, Cost, Effect, Entry, Funding};
use crate::loan::Table;
use crate::money::Overflow;
use crate::stream::Book;
use crate::stream::posting::{self, Flow, Impact};
use crate::stream::terms::Bias;
use before::Before;
use std::borrow::Cow;
use std::sync::Arc;

mod before;
mod granted;

pub use granted::{Counted, Granted};

/// What the entries of a case post, whatever run is asked for. What an entry brings may depend on
/// which others are granted, so that only a run has [`Postings`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// On all funding.
    all: Postings,
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
}

/// What a cost posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostPosting {
    /// What accrues and is paid; of an investment the purchases.
    pub flow: Flow,
    /// Its book value, if it is an investment.
    pub book: Option<Book>,
}

/// What a funding entry posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FundingPosting {
    /// Sales to donations, and outcome payments.
    Income(Flow),
    /// Own capital.
    Equity(Flow),
    /// Borrowed capital.
    Loan(Table),
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
        Ok(Self { all: Postings::posted(case, None)? })
    }

    /// Posts a case that differs a little from another one: what an entry posts is taken over
    /// unless it, or what it depends on, has changed.
    ///
    /// # Errors
    /// [`TooLarge`] with the first entry whose total outgrows [`Cents`](crate::money::Cents).
    pub fn after(previous: &Self, previous_case: &Case, case: &Case) -> Result<Self, TooLarge> {
        let same_months = previous_case.horizon == case.horizon;
        let before = same_months.then_some(Before::new(&previous.all, previous_case, case));
        Ok(Self { all: Postings::posted(case, before)? })
    }

    /// Posts what goes through the initiative's own wallet: costs and funding. What it does to
    /// others is left out, as if there were no such entries.
    ///
    /// # Errors
    /// [`TooLarge`] with the first entry whose total outgrows [`Cents`](crate::money::Cents).
    pub fn of_wallet(case: &Case) -> Result<Self, TooLarge> {
        Ok(Self { all: Postings::wallet(case, None)? })
    }

    /// What entries post where all funding is granted: costs and effects post the same in every run.
    pub fn all(&self) -> &Postings {
        &self.all
    }

    /// The same, to write what some entries post in every run.
    pub fn all_mut(&mut self) -> &mut Postings {
        &mut self.all
    }

    /// What entries post in the run in which so much of the case's funding is granted.
    ///
    /// # Errors
    /// [`Overflow`] when a total outgrows [`Cents`](crate::money::Cents).
    pub fn run(&self, _case: &Case, _granted: &Granted) -> Result<Cow<'_, Postings>, Overflow> {
        Ok(Cow::Borrowed(&self.all))
    }
}

impl Postings {
    fn wallet(case: &Case, before: Option<Before>) -> Result<Self, TooLarge> {
        Ok(Self {
            costs: each("cost", &case.costs, |at| before?.cost(at), |cost| pay(case, cost))?,
            funding: each(
                "funding",
                &case.funding,
                |at| before?.funding(at),
                |funding| fund(case, funding),
            )?,
            avoided: Vec::new(),
            values: Vec::new(),
            burdens: Vec::new(),
        })
    }

    fn posted(case: &Case, before: Option<Before>) -> Result<Self, TooLarge> {
        let effect =
            |bias| move |effect: &Entry<Effect>| posting::effect(case, &effect.versions(), bias);
        let wallet = Self::wallet(case, before)?;
        Ok(Self {
            avoided: each(
                "avoided",
                &case.avoided,
                |at| before?.avoided(at),
                effect(Bias::TakesOff),
            )?,
            values: each("value", &case.values, |at| before?.value(at), effect(Bias::TakesOff))?,
            burdens: each("burden", &case.burdens, |at| before?.burden(at), effect(Bias::Adds))?,
            ..wallet
        })
    }
}

fn pay(case: &Case, cost: &Entry<Cost>) -> Result<CostPosting, Overflow> {
    let cost = cost.versions();
    let flow = posting::cost(case, &cost)?;
    Ok(CostPosting { book: posting::book(case, &cost, &flow.accrual)?, flow })
}

fn fund(case: &Case, funding: &Entry<Funding>) -> Result<FundingPosting, Overflow> {
    /// The versions of an entry whose first is of this kind.
    macro_rules! versions {
        ($kind:ident, $first:expr) => {
            funding.versions().of_kind($first, |later| match later {
                Funding::$kind(later) => Some(later),
                _ => None,
            })
        };
    }
    Ok(match &funding.what {
        Funding::Income(first) => {
            FundingPosting::Income(posting::income(case, &versions!(Income, first))?)
        }
        Funding::Outcome(first) => {
            FundingPosting::Income(posting::outcome(case, &versions!(Outcome, first))?)
        }
        Funding::Equity(first) => {
            FundingPosting::Equity(posting::equity(case, &versions!(Equity, first))?)
        }
        Funding::Loan(first) => {
            // A loan keeps the terms on which it was drawn.
            let drawn = case.horizon.number(first.on);
            FundingPosting::Loan(Table::of(case.horizon, versions!(Loan, first).at(drawn))?)
        }
        Funding::InKind(first) => {
            FundingPosting::InKind(posting::in_kind(case, &versions!(InKind, first))?)
        }
    })
}

/// Posts each entry of a group that is not posted yet, naming the one that cannot be.
fn each<T, P>(
    group: &str,
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
