//! The revolving fund: capital that is lent, repaid and lent again (reference, section 10).
//!
//! A [`Fund`] is built only by validation ([`read`]), the cases that it names included. [`assess`]
//! runs it month by month and says whether it keeps its capital.

mod assess;
mod compare;
mod course;
mod edge;
mod figure;
mod inputs;
mod ledger;
mod margin;
mod measures;
mod plan;
mod portfolio;
mod prices;
mod read;
mod run;
mod scenarios;
mod sensitivity;
mod stage;

pub use assess::{FundAssessment, Year, assess};
pub use compare::{FundDifferences, FundFigures, tried, under};
pub use course::{Shortage, Stop};
pub use edge::Edges;
pub use figure::{Came, FundFigure, Known};
pub use inputs::tally;
pub use ledger::{Ledger, Page};
pub use margin::{CapitalMargin, Limit};
pub use measures::{Measures, Standing};
pub use read::{Checked, Loaded, Loader, read};
pub use run::{Application, Fate, FundRun, Lendable, Refusal, Totals};
pub use scenarios::assess_with_scenarios;
pub use sensitivity::{Ground, OfFund};

pub use crate::words::WhenFull;

use crate::calendar::{Horizon, Month};
use crate::case::stress::Stresses;
use crate::case::{Case, Cost, Entry, Index, Loan, VerdictKind};
use crate::document::{Document, Value};
use crate::money::{Amount, Quantity, Rate, Share};
use crate::words::{Key, Language, Text, Word, meant};
use std::sync::Arc;

/// A revolving fund.
#[derive(Clone, Debug)]
pub struct Fund {
    /// What it is called.
    pub name: Text,
    /// The months that are looked at.
    pub horizon: Horizon,
    /// The ISO 4217 code of a currency with two decimals.
    pub currency: String,
    /// The language of its reports, when the file says so.
    pub language: Option<Language>,
    /// Why it exists.
    pub story: Option<Text>,
    /// What its founders put in, at the start.
    pub capital: Amount,
    /// What is never lent out.
    pub reserve: Amount,
    /// What cash in hand earns a year.
    pub idle_interest: Rate,
    /// How prices rise, for figures in prices of the start.
    pub prices: Index,
    /// What a request meets when there is not enough.
    pub when_full: WhenFull,
    /// What the fund itself costs.
    pub costs: Vec<Entry<Cost>>,
    /// What is put in later.
    pub contributions: Vec<Entry<Contribution>>,
    /// The initiatives that ask, each with a case.
    pub initiatives: Vec<Entry<Initiative>>,
    /// Small loans without a case each.
    pub lending: Vec<Entry<Lending>>,
    /// The cases of the initiatives, each once.
    pub borrowers: Vec<Borrower>,
    /// What CI expects the verdict to be.
    pub expect: Option<VerdictKind>,
}

/// Money that is put in later.
#[derive(Clone, Copy, Debug)]
pub struct Contribution {
    /// How much.
    pub amount: Amount,
    /// When; never before the fund's start.
    pub on: Month,
}

/// An initiative that asks the fund for its loans.
#[derive(Clone, Copy, Debug)]
pub struct Initiative {
    /// Its case: a place in [`Fund::borrowers`].
    pub borrower: usize,
    /// When the first one asks; never before the fund's start.
    pub on: Month,
    /// When others like it do.
    pub repeats: Repeats,
}

/// How often an initiative comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// One time.
    Once,
    /// Again and again.
    Every {
        /// So many months after the one before; at least one.
        months: i32,
        /// How many there are in all; as many as the horizon has room for where it is not said.
        at_most: Option<u32>,
    },
}

/// A case that asks a fund for loans.
#[derive(Clone, Debug)]
pub struct Borrower {
    /// The case, shared by all readings of the fund.
    pub case: Arc<Case>,
    /// The loans that it asks of the fund, as places in [`Case::funding`]; never empty.
    pub loans: Vec<usize>,
}

/// Many small loans on the same terms.
#[derive(Clone, Debug)]
pub struct Lending {
    /// How many are asked for in each year of the fund; the last one repeats. Never empty.
    pub asked: Vec<Quantity>,
    /// One of them, drawn at the fund's start.
    pub terms: Loan,
    /// The share of what is owed that is lost each year of the fund but the first.
    pub loss: Share,
}

/// Whether a document is a fund rather than a case.
pub fn is_fund(document: &Document) -> bool {
    let fund = Key::Fund.spelled();
    let mut tables =
        document.root.0.iter().filter(|(_, item)| matches!(item.node.value, Value::Table(_)));
    !document.root.0.contains_key(Key::Case.spelled())
        // Who calls it by its Dutch name is told so, not that there is no case.
        && tables.any(|(key, _)| key == fund || meant(key).contains(&fund))
}

/// The language that a document of a fund asks for, where it says so rightly.
pub fn language(document: &Document) -> Option<Language> {
    read::language_of(&document.root)
}

impl Fund {
    /// What the fund costs, as a case of its own: its costs are posted as those of any case.
    fn as_case(&self) -> Case {
        Case {
            name: self.name.clone(),
            horizon: self.horizon,
            currency: self.currency.clone(),
            ends: false,
            opening_cash: Amount::default(),
            discount_rate: Rate::default(),
            inflation: Index::default(),
            discounting: crate::case::Discounting::Start,
            language: None,
            story: None,
            tags: Vec::new(),
            parties: Vec::new(),
            costs: self.costs.clone(),
            funding: Vec::new(),
            avoided: Vec::new(),
            values: Vec::new(),
            burdens: Vec::new(),
            openings: Vec::new(),
            reserves: Vec::new(),
            criteria: crate::case::Criteria {
                min_cash: Amount::default(),
                min_dscr: rust_decimal::Decimal::ZERO,
                max_dependence: Share::ALL,
                min_public_return: rust_decimal::Decimal::ZERO,
                min_social_return: rust_decimal::Decimal::ZERO,
                require: Vec::new(),
            },
            expect: None,
            actual: None,
            stresses: Stresses {
                crisis: None,
                election: None,
                cold_turkey: None,
                transition: None,
                parent_leaves: None,
                late: None,
                handover: None,
            },
        }
    }
}
