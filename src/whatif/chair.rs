//! A case from one party's chair: what it saves and pays by year, what hangs on its word, and what
//! saving ends with the initiative.

use super::Trial;
use super::stress::{Shock, Standing, Stressed};
use crate::calendar::Month;
use crate::case::{Case, PartyIndex};
use crate::money::{Cents, Overflow, add, put};
use crate::postings::{FundingPosting, Postings};
use crate::statements::{By, Granted};
use crate::stream::posting::Impact;
use crate::verdict::Run;

/// A case from one party's chair.
#[derive(Clone, Debug)]
pub struct Chair {
    /// Whose.
    pub party: PartyIndex,
    /// What it saves and pays, by case year.
    pub years: Vec<ChairYear>,
    /// Its savings, by the places of its avoided costs in the case.
    pub savings: Vec<Saving>,
    /// What it is asked for, by places in the case's funding.
    pub requested: Vec<usize>,
    /// What it has promised, by places in the case's funding.
    pub promised: Vec<usize>,
    /// How the case stands with its word and without.
    pub word: Word,
    /// What saving ends when cash runs out: as things are, and under each shock under which it does.
    pub ends: Vec<Ends>,
}

/// What a party saves and pays in a case year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChairYear {
    /// `2027`, or `2027/28`.
    pub label: String,
    /// What it saves.
    pub saves: Cents,
    /// What of that it can take out of a budget.
    pub cashable: Cents,
    /// What it pays of what is promised or agreed.
    pub pays: Cents,
    /// What it would pay of what is requested.
    pub asked: Cents,
    /// Interest and principal that it receives.
    pub repaid: Cents,
    /// `cashable + repaid - pays - asked`.
    pub keeps: Cents,
}

/// What a party saves by one avoided cost in the last case year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saving {
    /// The avoided cost, by its place in the case.
    pub place: usize,
    /// The number of the first month in which it saves anything, if it ever does.
    pub from: Option<i32>,
    /// What it saves.
    pub saves: Cents,
    /// What of that it can take out of a budget.
    pub cashable: Cents,
}

/// Whether a case closes with and without what one party is asked.
#[allow(clippy::struct_excessive_bools, reason = "four answers to one question")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// On certain funding, with all that the party is asked.
    pub only_it: bool,
    /// With all that is requested.
    pub all: bool,
    /// With all that is requested but what the party is asked.
    pub all_but_it: bool,
    /// On certain funding.
    pub nobody: bool,
}

/// That cash runs out, and a party's saving ends with the initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Under which shock; nothing where there is none.
    pub shock: Option<Shock>,
    /// The first month in which cash is short.
    pub month: Month,
    /// What the party would have saved from that month to the end.
    pub saves: Cents,
    /// What of that it could have taken out of a budget.
    pub cashable: Cents,
}

impl Chair {
    /// A case from a party's chair; the shocks are those it was put through.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn of(trial: &Trial, party: PartyIndex, stressed: &Stressed) -> Result<Self, Overflow> {
        let case = &trial.case;
        let of_party = |requested: bool| {
            let funding = case.funding.iter().enumerate();
            let its = funding.filter(|(_, entry)| {
                entry.what.party == Some(party) && entry.what.is_requested() == requested
            });
            its.map(|(place, _)| place).collect::<Vec<_>>()
        };
        let requested = of_party(true);
        Ok(Self {
            party,
            years: years(case, trial.journal.all(), party)?,
            savings: savings(case, trial.journal.all(), party)?,
            word: Word::of(trial, &requested)?,
            requested,
            promised: of_party(false),
            ends: ends(trial, party, stressed)?,
        })
    }

    /// What it saves in the last case year.
    pub fn last(&self) -> Option<&ChairYear> {
        self.years.last()
    }
}

/// Monthly amounts of all avoided costs of a party together.
fn saved(
    case: &Case,
    postings: &Postings,
    party: PartyIndex,
    months: fn(&Impact) -> &[Cents],
) -> Result<Vec<Cents>, Overflow> {
    let mut sums = vec![Cents::ZERO; case.horizon.months()];
    for (entry, impact) in case.avoided.iter().zip(&postings.avoided) {
        if entry.what.party == party {
            add(&mut sums, months(impact))?;
        }
    }
    Ok(sums)
}

fn years(case: &Case, postings: &Postings, party: PartyIndex) -> Result<Vec<ChairYear>, Overflow> {
    let nothing = || vec![Cents::ZERO; case.horizon.months()];
    let (mut pays, mut asked, mut repaid) = (nothing(), nothing(), nothing());
    for (entry, posting) in case.funding.iter().zip(&postings.funding) {
        if entry.what.party != Some(party) {
            continue;
        }
        let paid = if entry.what.is_requested() { &mut asked } else { &mut pays };
        match &**posting {
            FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
                add(paid, &flow.cash)?;
            }
            // Hours are no money.
            FundingPosting::InKind(_) => {}
            FundingPosting::Loan(table) => {
                put(paid, table.drawn, table.amount)?;
                for due in &table.instalments {
                    put(&mut repaid, due.month, due.paid()?)?;
                }
            }
        }
    }
    let saves = By::Year.sums(&saved(case, postings, party, |impact| &impact.accrual)?)?;
    let cashable = By::Year.sums(&saved(case, postings, party, |impact| &impact.cashable)?)?;
    let (pays, asked) = (By::Year.sums(&pays)?, By::Year.sums(&asked)?);
    let repaid = By::Year.sums(&repaid)?;
    let columns = saves.into_iter().zip(cashable).zip(pays.into_iter().zip(asked)).zip(repaid);
    columns
        .enumerate()
        .map(|(year, (((saves, cashable), (pays, asked)), repaid))| {
            let keeps = cashable.plus(repaid)?.minus(pays)?.minus(asked)?;
            let label = case.horizon.label(year);
            Ok(ChairYear { label, saves, cashable, pays, asked, repaid, keeps })
        })
        .collect()
}

fn savings(case: &Case, postings: &Postings, party: PartyIndex) -> Result<Vec<Saving>, Overflow> {
    let last = case.horizon.months().saturating_sub(12);
    let of_year = |months: &[Cents]| Cents::total(months.iter().skip(last).copied());
    let its = case.avoided.iter().zip(&postings.avoided).enumerate();
    its.filter(|(_, (entry, _))| entry.what.party == party)
        .map(|(place, (_, impact))| {
            let (saves, cashable) = (of_year(&impact.accrual)?, of_year(&impact.cashable)?);
            let from = impact.accrual.iter().position(|&amount| amount != Cents::ZERO);
            let from = from.and_then(|month| i32::try_from(month).ok());
            Ok(Saving { place, from, saves, cashable })
        })
        .collect()
}

impl Word {
    fn of(trial: &Trial, requested: &[usize]) -> Result<Self, Overflow> {
        let (case, books) = (&trial.case, trial.books()?);
        let closes = |granted| Run::of(&books, granted)?.closes();
        let its = |granted: Granted, word: bool| {
            requested.iter().fold(granted, |granted, &place| granted.with(case, place, word))
        };
        Ok(Self {
            only_it: closes(its(Granted::certain(case), true))?,
            all: closes(Granted::all(case))?,
            all_but_it: closes(its(Granted::all(case), false))?,
            nobody: closes(Granted::certain(case))?,
        })
    }
}

/// What saving ends when cash runs out.
fn ends(trial: &Trial, party: PartyIndex, stressed: &Stressed) -> Result<Vec<Ends>, Overflow> {
    let (case, postings) = (&trial.case, trial.journal.all());
    let saves = saved(case, postings, party, |impact| &impact.accrual)?;
    let cashable = saved(case, postings, party, |impact| &impact.cashable)?;
    let end = |shock, standing: &Standing| {
        let month = standing.runs_out?;
        let from = usize::try_from(case.horizon.number(month)).ok()?;
        let rest = |amounts: &[Cents]| Cents::total(amounts.iter().skip(from).copied());
        let ends = |saves, cashable| Ends { shock, month, saves, cashable };
        Some(rest(&saves).and_then(|saves| Ok(ends(saves, rest(&cashable)?))))
    };
    let hits = stressed
        .shocks
        .iter()
        .filter_map(|shocked| end(Some(shocked.shock), &shocked.outcome.as_ref().ok()?.standing));
    end(None, &stressed.unshocked).into_iter().chain(hits).collect()
}
