//! What one case brings to the sums of many.

use super::year::{CashYear, PartyYear, Years, add_months};
use crate::assess::Assessment;
use crate::calendar::Horizon;
use crate::case::{Case, Entry, Funding, Party, TestId, VerdictKind};
use crate::money::{Cents, Overflow, put};
use crate::postings::FundingPosting;
use crate::statements::{Both, Cash, Counted, Granted};
use crate::verdict::{Books, Run, Test, Verdict};
use crate::words::{Group, Language, Text};
use indexmap::IndexMap;

/// By what parties of different files are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// By their keys.
    Id,
    /// By their names.
    Name,
}

impl Naming {
    fn key(self, party: &Party, language: Option<Language>) -> String {
        match self {
            Self::Id => party.id.clone(),
            Self::Name => party.name.to_programs(language).to_owned(),
        }
    }
}

/// What one case brings.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Its file, as it was given.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// The language of its reports, when it says so.
    pub language: Option<Language>,
    /// What it is sorted by.
    pub tags: Vec<String>,
    /// What it counts in.
    pub currency: String,
    /// Its verdict.
    pub verdict: VerdictKind,
    /// The tests that it fails also when all that is asked is granted.
    pub fails: Vec<TestId>,
    /// The requests that are its conditions: their paths and names.
    pub conditions: Vec<(String, Text)>,
    /// Its parties, in the file's order.
    pub parties: Vec<PartyBrought>,
    /// Its cash.
    pub years: Years<Both<CashYear>>,
    /// What is asked and not promised.
    pub requests: Vec<Asked>,
}

/// What a party pays and gets in a case.
#[derive(Clone, Debug)]
pub struct PartyBrought {
    /// What tells it from all others.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Whether it spends public money.
    pub public: bool,
    /// What it pays and gets.
    pub years: Years<PartyYear>,
    /// Whether the case no longer closes without all that it pays; of a case that closes on a
    /// condition, also when all else is granted.
    pub carries: bool,
    /// Whether it saves and pays nothing.
    pub is_wrong_pocket: bool,
}

/// A request of a case.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The path of its entry.
    pub entry: String,
    /// Its name.
    pub name: Text,
    /// The key of who is asked; nobody in particular where there is none.
    pub party: Option<String>,
    /// What it costs.
    pub years: Years<Cents>,
    /// Whether it is one of the promises that make the case close.
    pub makes_stand: bool,
    /// Whether the case cannot close without it, all others granted.
    pub indispensable: bool,
}

/// What a case brings.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn brought(file: &str, naming: Naming, assessment: &Assessment) -> Result<Brought, Overflow> {
    let Assessment { case, journal, verdict, .. } = assessment;
    let books = Books::open(case, journal)?;
    let all = Run::of(&books, Granted::all(case))?;
    let certain = Run::of(&books, Granted::certain(case))?;
    Ok(Brought {
        file: file.to_owned(),
        name: case.name.clone(),
        language: case.language,
        tags: case.tags.clone(),
        currency: case.currency.clone(),
        verdict: verdict.kind,
        fails: fails(verdict),
        conditions: conditions(case, verdict),
        parties: parties(&all, naming, verdict)?,
        years: cash(&books, &Both { certain: &certain.cash, all: &all.cash })?,
        requests: requests(&all, naming, verdict)?,
    })
}

/// The tests that a case fails which never closes.
fn fails(verdict: &Verdict) -> Vec<TestId> {
    let fails = |test: &&Test| test.required && test.all.is_some_and(|it| !it.passes);
    match verdict.kind {
        VerdictKind::Closes | VerdictKind::Conditional => Vec::new(),
        VerdictKind::DoesNotClose => {
            verdict.tests.iter().filter(fails).map(|test| test.id).collect()
        }
    }
}

fn conditions(case: &Case, verdict: &Verdict) -> Vec<(String, Text)> {
    let conditions = verdict.conditions.iter().filter_map(|&place| case.funding.get(place));
    conditions.map(|entry| (path(entry), entry.name.clone())).collect()
}

fn path(entry: &Entry<Funding>) -> String {
    format!("{}.{}", Group::Funding.id(), entry.id)
}

/// The parties of a case, those that are the same together, in the file's order.
fn parties(all: &Run, naming: Naming, verdict: &Verdict) -> Result<Vec<PartyBrought>, Overflow> {
    let case = all.books().case;
    let mut groups = IndexMap::<String, Vec<usize>>::new();
    for (place, party) in case.parties.iter().enumerate() {
        groups.entry(naming.key(party, case.language)).or_default().push(place);
    }
    let parties = groups.into_iter().filter_map(|(key, places)| {
        let first = places.first().and_then(|&place| case.parties.get(place))?;
        let is_public = |place: &usize| case.parties.get(*place).is_some_and(|it| it.public);
        let rows = || places.iter().filter_map(|&place| verdict.parties.get(place));
        let (saves, pays) = (
            rows().any(|row| row.benefits.saves > Cents::ZERO),
            rows().any(|row| row.pays > Cents::ZERO),
        );
        let made = || {
            Ok(PartyBrought {
                key,
                name: first.name.clone(),
                public: places.iter().any(is_public),
                years: paid_and_got(all, &places)?,
                carries: carries(all.books(), verdict.kind, &places)?,
                is_wrong_pocket: saves && !pays,
            })
        };
        Some(made())
    });
    parties.collect()
}

/// What some parties pay and get together.
fn paid_and_got(all: &Run, parties: &[usize]) -> Result<Years<PartyYear>, Overflow> {
    let (case, journal) = (all.books().case, all.books().journal);
    let mut years = Years::new();
    for (entry, posting) in of_parties(all, parties) {
        let (paid, repaid) = moved(posting, case.horizon)?;
        let (asked, sold) = (entry.is_requested(), entry.is_sales());
        add_months(&mut years, case.horizon, &paid, |year: &mut PartyYear, amount| {
            year.paid = year.paid.plus(amount)?;
            if asked {
                year.asked = year.asked.plus(amount)?;
            } else if !sold {
                year.promised = year.promised.plus(amount)?;
            }
            Ok(())
        })?;
        add_months(&mut years, case.horizon, &repaid, |year, amount| {
            year.repaid = year.repaid.plus(amount)?;
            Ok(())
        })?;
    }
    let avoided = case.avoided.iter().zip(&journal.all().avoided);
    for (_, impact) in avoided.filter(|(entry, _)| parties.contains(&entry.what.party.0)) {
        add_months(&mut years, case.horizon, &impact.accrual, |year, amount| {
            year.saved = year.saved.plus(amount)?;
            Ok(())
        })?;
        add_months(&mut years, case.horizon, &impact.cashable, |year, amount| {
            year.cashable = year.cashable.plus(amount)?;
            Ok(())
        })?;
    }
    Ok(years)
}

/// The funding that names one of some parties, with what it posts.
fn of_parties<'r>(
    all: &'r Run,
    parties: &'r [usize],
) -> impl Iterator<Item = (&'r Funding, &'r FundingPosting)> {
    let case = all.books().case;
    all.funding().filter_map(move |(place, posting)| {
        let entry = &case.funding.get(place)?.what;
        parties.contains(&entry.party?.0).then_some((entry, posting))
    })
}

/// What comes in of an entry each month, and what goes back: cash only, so of a loan that was drawn
/// before the start what goes back alone.
fn moved(posting: &FundingPosting, horizon: Horizon) -> Result<(Vec<Cents>, Vec<Cents>), Overflow> {
    match posting {
        FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
            Ok((flow.cash.clone(), Vec::new()))
        }
        FundingPosting::InKind(_) => Ok((Vec::new(), Vec::new())),
        FundingPosting::Loan(table) => {
            let nothing = || vec![Cents::ZERO; horizon.months()];
            let (mut drawn, mut repaid) = (nothing(), nothing());
            put(&mut drawn, table.drawn, table.amount)?;
            for due in table.due(0..horizon.end()) {
                put(&mut repaid, due.month, due.paid()?)?;
            }
            Ok((drawn, repaid))
        }
    }
}

/// Whether a case no longer closes without all that some parties pay.
fn carries(books: &Books, verdict: VerdictKind, parties: &[usize]) -> Result<bool, Overflow> {
    let granted = match verdict {
        VerdictKind::Closes => Granted::certain(books.case),
        VerdictKind::Conditional => Granted::all(books.case),
        VerdictKind::DoesNotClose => return Ok(false),
    };
    let is_theirs = |entry: &Funding| entry.party.is_some_and(|party| parties.contains(&party.0));
    let funding = books.case.funding.iter().enumerate();
    let theirs = funding.filter(|(_, entry)| is_theirs(&entry.what));
    let without =
        theirs.fold(granted.clone(), |granted, (place, _)| granted.with(books.case, place, false));
    Ok(without != granted && !Run::of(books, without)?.closes()?)
}

fn requests(all: &Run, naming: Naming, verdict: &Verdict) -> Result<Vec<Asked>, Overflow> {
    let case = all.books().case;
    let mut requests = Vec::new();
    for (place, posting) in all.funding() {
        let Some(entry) = case.funding.get(place).filter(|entry| entry.what.is_requested()) else {
            continue;
        };
        let (paid, _) = moved(posting, case.horizon)?;
        let mut years = Years::new();
        add_months(&mut years, case.horizon, &paid, |year: &mut Cents, amount| {
            *year = year.plus(amount)?;
            Ok(())
        })?;
        let party = entry.what.party.and_then(|party| case.parties.get(party.0));
        requests.push(Asked {
            entry: path(entry),
            name: entry.name.clone(),
            party: party.map(|party| naming.key(party, case.language)),
            years,
            makes_stand: verdict.conditions.contains(&place),
            indispensable: verdict.indispensable.contains(&place),
        });
    }
    Ok(requests)
}

fn cash(books: &Books, cash: &Both<&Cash>) -> Result<Years<Both<CashYear>>, Overflow> {
    let horizon = books.case.horizon;
    let mut years = Years::<Both<CashYear>>::new();
    for counted in [Counted::Certain, Counted::All] {
        let cash = *cash.of(counted);
        let need = need(cash, books.min_cash)?;
        let mut add = |months: &[Cents], column: fn(&mut CashYear) -> &mut Cents| {
            add_months(&mut years, horizon, months, |year, amount| {
                let sum = column(year.of_mut(counted));
                *sum = sum.plus(amount)?;
                Ok(())
            })
        };
        add(&cash.receipts, |year| &mut year.receipts)?;
        add(&cash.payments, |year| &mut year.payments)?;
        add(&need, |year| &mut year.need)?;
    }
    Ok(years)
}

/// What has to be added in each month so that cash, less what is set apart, is never too low.
fn need(cash: &Cash, min_cash: Cents) -> Result<Vec<Cents>, Overflow> {
    let mut added = Cents::ZERO;
    let months = cash.free().iter().map(|&free| {
        let short = min_cash.minus(free)?.max(added);
        let more = short.minus(added)?;
        added = short;
        Ok(more)
    });
    months.collect()
}
