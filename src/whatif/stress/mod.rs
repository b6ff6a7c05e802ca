//! The built-in shocks: what each does to a case, and how the case stands it (reference, section 9).

mod choice;
mod draft;
mod parts;
mod shocks;

pub use choice::{Choice, Payer};

pub use crate::words::Shock;

use super::Trial;
use super::levers::contribution_needed;
use crate::calendar::Month;
use crate::case::stress::{ColdTurkey, Crisis, Late, Transition};
use crate::case::{PartyIndex, TestId, VerdictKind};
use crate::document::Document;
use crate::money::{Cents, Overflow};
use crate::postings::{Postings, TooLarge};
use crate::statements::{Counted, Granted};
use crate::verdict::{Margin, PartyRow, Run};
use crate::words::{Text, Word};
use rayon::prelude::*;

/// What a shock does to this case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Fewer sales, dearer costs, dearer loans.
    Crisis(Crisis),
    /// Temporary funding of these parties ends.
    Election {
        /// Whose.
        parties: Vec<PartyIndex>,
        /// Its last month.
        until: Month,
    },
    /// Temporary funding stops at once.
    ColdTurkey(ColdTurkey),
    /// Temporary funding stops little by little.
    Transition(Transition),
    /// All that a party brings stops.
    ParentLeaves {
        /// Which one.
        party: PartyIndex,
        /// The first month without.
        at: Month,
    },
    /// Income starts later.
    Late(Late),
    /// Others take over.
    Handover {
        /// The scenario's name.
        scenario: Text,
        /// The month from which it holds.
        from: Month,
    },
}

/// Why a shock does not apply to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no temporary funding.
    NoTemporary,
    /// It has no temporary funding of those parties.
    NoTemporaryOfParties(Vec<PartyIndex>),
    /// No election year begins after the start, this month.
    NoElection(Month),
    /// It would come when the horizon is over.
    PastEnd(Month),
    /// No party brings anything in the last case year, with this label.
    NobodyBrings(String),
    /// The party that would leave brings nothing.
    BringsNothing(PartyIndex),
    /// It has no income that could start later.
    NothingToDelay,
    /// No scenario of the file holds from a month on.
    NoScenario,
    /// It changes nothing: not an amount that is posted in either run, and not how the case stands.
    ChangesNothing(What),
}

impl Why {
    /// The name that other programs use.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoTemporary => "no_temporary_funding",
            Self::NoTemporaryOfParties(_) => "no_temporary_funding_of_these_parties",
            Self::NoElection(_) => "no_election_year",
            Self::PastEnd(_) => "past_end",
            Self::NobodyBrings(_) => "no_party_brings_income",
            Self::BringsNothing(_) => "party_brings_nothing",
            Self::NothingToDelay => "nothing_to_delay",
            Self::NoScenario => "no_scenario_from_a_month_on",
            Self::ChangesNothing(_) => "changes_nothing",
        }
    }
}

/// How a case stands, shocked or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its verdict, on both runs.
    pub verdict: VerdictKind,
    /// How far it is from closing, or from not closing any more.
    pub margin: Margin,
    /// Its lowest closing cash.
    pub lowest: Cents,
    /// The first month in which that stands.
    pub month: Month,
    /// The first month that closes below `min_cash`, if one does.
    pub runs_out: Option<Month>,
    /// The structural contribution a year with which it closes on certain funding: nothing where it
    /// does already, `None` where no contribution makes it close.
    pub contribution: Option<Cents>,
}

/// A shock, and what came of it.
#[derive(Clone, Debug)]
pub struct Shocked {
    /// Which one.
    pub shock: Shock,
    /// How the case stands it, or why it does not apply.
    pub outcome: Result<Hit, Why>,
}

/// A case that was shocked.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What the shock does to it.
    pub what: What,
    /// How it stands then.
    pub standing: Standing,
}

/// A case put through all its shocks.
#[derive(Clone, Debug)]
pub struct Stressed {
    /// On which funding margin and cash are.
    pub counted: Counted,
    /// How it stands without any.
    pub unshocked: Standing,
    /// How it stands each; those that are `off` are left out.
    pub shocks: Vec<Shocked>,
    /// Cold turkey beside a transition, where both apply.
    pub choice: Option<Choice>,
}

/// Why shocks could not be computed.
#[derive(Debug)]
pub enum Failed {
    /// What a shock makes of the document is wrong.
    Wrong(Box<Unfit>),
    /// A sum outgrew what can be posted.
    TooLarge,
}

/// A document that a shock makes, with what is wrong with it.
#[derive(Debug)]
pub struct Unfit {
    /// The document.
    pub document: Document,
    /// What is wrong.
    pub problems: Vec<crate::document::Problem>,
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

/// Puts a case through all its shocks.
///
/// # Errors
/// What a shock makes wrong, or that a sum outgrew what can be posted.
pub fn stress(trial: &Trial, counted: Counted) -> Result<Stressed, Failed> {
    let before = Judged::of(trial, counted)?;
    let shocks: Vec<_> = Shock::all().collect();
    let tried: Vec<_> = shocks
        .into_par_iter()
        .filter_map(|shock| Some((shock, shocks::laid(shock, trial)?)))
        .map(|(shock, laid)| Tried::of(shock, laid, &before, counted))
        .collect::<Result<_, _>>()?;
    let choice = Choice::between(
        trial_of(&tried, Shock::ColdTurkey),
        trial_of(&tried, Shock::Transition),
        counted,
    )?;
    let shocks = tried.into_iter().map(|tried| tried.shocked).collect();
    Ok(Stressed { counted, unshocked: before.standing, shocks, choice })
}

/// What a shock makes of a case's document, or why it cannot be laid over it; `None` when the file
/// leaves it out.
#[cfg(feature = "inside")]
pub fn document_after(shock: Shock, trial: &Trial) -> Option<Result<Document, Why>> {
    Some(shocks::laid(shock, trial)?.map(|laid| laid.document))
}

/// A shock that was tried, with the case that it made.
struct Tried {
    shocked: Shocked,
    trial: Option<Trial>,
}

impl Tried {
    fn of(
        shock: Shock,
        laid: Result<shocks::Laid, Why>,
        before: &Judged,
        counted: Counted,
    ) -> Result<Self, Failed> {
        let not = |why| Self { shocked: Shocked { shock, outcome: Err(why) }, trial: None };
        let laid = match laid {
            Ok(laid) => laid,
            Err(why) => return Ok(not(why)),
        };
        let trial = Trial::of(laid.document.clone()).map_err(|problems| {
            Failed::Wrong(Box::new(Unfit { document: laid.document, problems }))
        })?;
        let after = Judged::of(&trial, counted)?;
        if after.is_as(before) {
            return Ok(not(Why::ChangesNothing(laid.what)));
        }
        let hit = Hit { what: laid.what, standing: after.standing };
        Ok(Self { shocked: Shocked { shock, outcome: Ok(hit) }, trial: Some(trial) })
    }
}

fn trial_of(tried: &[Tried], shock: Shock) -> Option<&Trial> {
    tried.iter().find(|tried| tried.shocked.shock == shock)?.trial.as_ref()
}

/// A case with what it posts in both runs and how it stands.
struct Judged {
    /// On certain funding and on all.
    posted: [Posted; 2],
    /// The row of every party, on all funding.
    parties: Vec<PartyRow>,
    standing: Standing,
}

/// What a run posts.
#[derive(PartialEq, Eq)]
struct Posted {
    postings: Postings,
    granted: Granted,
}

impl Judged {
    fn of(trial: &Trial, counted: Counted) -> Result<Self, Failed> {
        let posted = |granted: Granted| -> Result<Posted, Overflow> {
            let postings = trial.journal.run(&trial.case, &granted)?.into_owned();
            Ok(Posted { postings, granted })
        };
        let verdict = trial.verdict()?;
        Ok(Self {
            posted: [posted(Granted::certain(&trial.case))?, posted(Granted::all(&trial.case))?],
            standing: Standing::of(trial, verdict.kind, counted)?,
            parties: verdict.parties,
        })
    }

    /// Whether not an amount is posted otherwise, and nothing stands otherwise.
    fn is_as(&self, other: &Self) -> bool {
        self.posted == other.posted
            && self.parties == other.parties
            && self.standing == other.standing
    }
}

impl Standing {
    fn of(trial: &Trial, verdict: VerdictKind, counted: Counted) -> Result<Self, Failed> {
        let books = trial.books()?;
        let run = Run::of(&books, Granted::counting(&trial.case, counted))?;
        let horizon = trial.case.horizon;
        let month = |number: usize| horizon.month(i32::try_from(number).unwrap_or(i32::MAX));
        // A horizon is at least a year, so there is a lowest month.
        let (lowest, at) = run.lowest().ok_or(Overflow)?;
        Ok(Self {
            verdict,
            margin: run.margin()?,
            lowest,
            month: month(at),
            runs_out: run.test(TestId::Liquidity)?.and_then(|found| found.below_from),
            contribution: contribution_needed(trial)?,
        })
    }
}
