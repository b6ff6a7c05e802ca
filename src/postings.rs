//! Every entry of a case as monthly postings in whole cents: the one place that later rooms read.

use crate::case::{Case, Effect, Entry, Funding};
use crate::loan::Table;
use crate::money::Overflow;
use crate::stream::Book;
use crate::stream::posting::{self, Flow, Impact};
use crate::stream::terms::Bias;

/// The postings of all entries, each list in the order of the case's.
#[derive(Clone, Debug)]
pub struct Postings {
    /// Of [`Case::costs`].
    pub costs: Vec<CostPosting>,
    /// Of [`Case::funding`].
    pub funding: Vec<FundingPosting>,
    /// Of [`Case::avoided`].
    pub avoided: Vec<Impact>,
    /// Of [`Case::values`].
    pub values: Vec<Impact>,
    /// Of [`Case::burdens`].
    pub burdens: Vec<Impact>,
}

/// What a cost posts.
#[derive(Clone, Debug)]
pub struct CostPosting {
    /// What accrues and is paid; of an investment the purchases.
    pub flow: Flow,
    /// Its book value, if it is an investment.
    pub book: Option<Book>,
}

/// What a funding entry posts.
#[derive(Clone, Debug)]
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

impl Postings {
    /// Posts every entry of a case.
    ///
    /// # Errors
    /// [`TooLarge`] with the first entry whose total outgrows [`Cents`].
    pub fn of(case: &Case) -> Result<Self, TooLarge> {
        let effect =
            |bias| move |effect: &Entry<Effect>| posting::effect(case, &effect.versions(), bias);
        Ok(Self {
            costs: each("cost", &case.costs, |cost| {
                let cost = cost.versions();
                let flow = posting::cost(case, &cost)?;
                Ok(CostPosting { book: posting::book(case, &cost, &flow.accrual)?, flow })
            })?,
            funding: each("funding", &case.funding, |funding| fund(case, funding))?,
            avoided: each("avoided", &case.avoided, effect(Bias::TakesOff))?,
            values: each("value", &case.values, effect(Bias::TakesOff))?,
            burdens: each("burden", &case.burdens, effect(Bias::Adds))?,
        })
    }
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

/// Posts each entry of a group, naming the one that cannot be.
fn each<T, P>(
    group: &str,
    entries: &[Entry<T>],
    post: impl Fn(&Entry<T>) -> Result<P, Overflow>,
) -> Result<Vec<P>, TooLarge> {
    let named = |id: &str| TooLarge { entry: Some(format!("{group}.{id}")) };
    entries.iter().map(|entry| post(entry).map_err(|_| named(&entry.id))).collect()
}
