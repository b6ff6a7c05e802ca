//! Which funding is what: temporary, of a party, that which can start late.

use crate::case::{Case, Entry, Followed, Funding, IncomeKind, PartyIndex, Schedule};
use crate::money::{Cents, Overflow};
use crate::postings::{FundingPosting, Journal};

/// Whether it is income that stops by itself: neither structural, nor capital, nor in kind.
pub fn is_temporary_income(funding: &Funding) -> bool {
    match funding {
        Funding::Income(_) | Funding::Outcome(_) => !funding.is_structural(),
        Funding::Equity(_) | Funding::Loan(_) | Funding::InKind(_) => false,
    }
}

/// Whether it is money that is not structural: temporary income and capital.
pub fn is_temporary_money(funding: &Funding) -> bool {
    match funding {
        Funding::Income(_) | Funding::Outcome(_) | Funding::Equity(_) | Funding::Loan(_) => {
            !funding.is_structural()
        }
        Funding::InKind(_) => false,
    }
}

/// Whether it is what a market or a party pays for what the initiative does: sales, contracts,
/// contributions and outcome payments.
pub fn can_start_late(funding: &Funding) -> bool {
    match funding {
        Funding::Income(income) => match income.kind {
            IncomeKind::Sales | IncomeKind::Contract | IncomeKind::Contribution => true,
            IncomeKind::Subsidy | IncomeKind::Grant | IncomeKind::Donation => false,
        },
        Funding::Outcome(_) => true,
        Funding::Equity(_) | Funding::Loan(_) | Funding::InKind(_) => false,
    }
}

/// The ids of the funding entries that are so.
pub fn ids(case: &Case, is: impl Fn(&Funding) -> bool) -> Vec<&str> {
    let entries = case.funding.iter().filter(|entry| is(&entry.what));
    entries.map(|entry| entry.id.as_str()).collect()
}

/// What a funding entry follows, if it follows anything that is not off.
pub fn followed<'c>(case: &'c Case, entry: &Entry<Funding>) -> Option<&'c Entry<Funding>> {
    let Funding::Income(income) = &entry.what else { return None };
    let Schedule::Follows(follow) = &income.schedule else { return None };
    match follow.of? {
        Followed::Funding(place) => case.funding.get(place),
        Followed::Cost(_) => None,
    }
}

/// The party that brings most of the last case year's income, all funding counted; of as much the
/// first in the file.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn brings_most(case: &Case, journal: &Journal) -> Result<Option<PartyIndex>, Overflow> {
    let last = case.horizon.months() - 12;
    let mut brought = vec![Cents::ZERO; case.parties.len()];
    for (entry, posting) in case.funding.iter().zip(&journal.all().funding) {
        let FundingPosting::Income(flow) = &**posting else { continue };
        let Some(sum) = entry.what.party().and_then(|party| brought.get_mut(party.0)) else {
            continue;
        };
        *sum = sum.plus(Cents::total(flow.accrual.iter().skip(last).copied())?)?;
    }
    let most = brought.iter().copied().max().filter(|most| *most > Cents::ZERO);
    Ok(most.and_then(|most| brought.iter().position(|sum| *sum == most)).map(PartyIndex))
}
