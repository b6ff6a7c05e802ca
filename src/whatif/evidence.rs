//! On what the public return of a case rests: how sure its prices are (reference, section 9.6).

use super::assumption::is_assumption;
use super::trial::Trial;
use crate::document::Document;
use crate::measures::Ratio;
use crate::money::{Cents, Overflow};
use crate::prices;
use crate::reading::source;
use crate::statements::{Group, present_values};
use crate::words::Grade;

/// What the price of an avoided cost rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A price of a list, as sure as this.
    Listed(Grade),
    /// Something else that can be looked up.
    Named,
    /// Nothing that somebody has confirmed.
    Unconfirmed,
}

/// How much of what public parties can take out of their budgets rests on one ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The ground.
    pub ground: Ground,
    /// On how many avoided costs it is.
    pub entries: usize,
    /// The sum of their cashable present values, each rounded.
    pub cashable: Cents,
    /// That of all grounds together.
    pub of: Cents,
}

impl Evidence {
    /// How much of all of it that is.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::of(self.cashable, self.of)
    }
}

/// On what the public return of a case rests, the surest first; nothing where no price comes from a
/// list.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn evidence(trial: &Trial) -> Result<Vec<Evidence>, Overflow> {
    let Trial { document, case, journal } = trial;
    let values = present_values(case, journal.all())?;
    let mut found = Vec::new();
    for value in values.iter().filter(|value| value.group == Group::Avoided) {
        let Some(entry) = case.avoided.get(value.place) else { continue };
        let party = case.parties.get(entry.what.party.0);
        if party.is_some_and(|party| party.public) && value.cash != Cents::ZERO {
            found.push((ground(document, &entry.id), value.cash));
        }
    }
    if !found.iter().any(|(ground, _)| matches!(ground, Ground::Listed(_))) {
        return Ok(Vec::new());
    }
    found.sort_by_key(|(ground, _)| *ground);
    let of = Cents::total(found.iter().map(|(_, cash)| *cash))?;
    let alike = found.chunk_by(|(one, _), (next, _)| one == next);
    let evidence = alike.filter_map(|alike| {
        let (ground, _) = *alike.first()?;
        let cashable = Cents::total(alike.iter().map(|(_, cash)| *cash));
        Some(cashable.map(|cashable| Evidence { ground, entries: alike.len(), cashable, of }))
    });
    evidence.collect()
}

/// What the price, or the amount, of an avoided cost rests on.
fn ground(document: &Document, id: &str) -> Ground {
    let group = Group::Avoided.id();
    if let Some(taken) = prices::of_entry(document, group, id) {
        return Ground::Listed(taken.listed.grade);
    }
    match source::of_entry(&document.root, group, id) {
        Some(said) if !is_assumption(&said) => Ground::Named,
        _ => Ground::Unconfirmed,
    }
}
