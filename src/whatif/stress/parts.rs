//! Which funding is what: temporary, of a party, that which can start late.

use crate::case::{Case, Entry, Followed, Form, Funding, IncomeKind, PartyIndex, Schedule};
use crate::money::{Cents, Overflow};
use crate::postings::{FundingPosting, Journal};

/// Whether it is income that stops by itself: neither structural, nor capital, nor in kind.
pub fn is_temporary_income(funding: &Funding) -> bool {
    match &funding.form {
        Form::Income(_) | Form::Outcome(_) => !funding.is_structural(),
        Form::Equity(_) | Form::Loan(_) | Form::InKind(_) => false,
    }
}

/// Whether it is money that is not structural: temporary income and capital.
pub fn is_temporary_money(funding: &Funding) -> bool {
    match &funding.form {
        Form::Income(_) | Form::Outcome(_) | Form::Equity(_) | Form::Loan(_) => {
            !funding.is_structural()
        }
        Form::InKind(_) => false,
    }
}

/// Whether it is what a market or a party pays for what the initiative does: sales, contracts,
/// contributions and outcome payments.
pub fn can_start_late(funding: &Funding) -> bool {
    match &funding.form {
        Form::Income(income) => match income.kind {
            IncomeKind::Sales | IncomeKind::Contract | IncomeKind::Contribution => true,
            IncomeKind::Subsidy | IncomeKind::Grant | IncomeKind::Donation => false,
        },
        Form::Outcome(_) => true,
        Form::Equity(_) | Form::Loan(_) | Form::InKind(_) => false,
    }
}

/// The ids of the funding entries that are so.
pub fn ids(case: &Case, is: impl Fn(&Funding) -> bool) -> Vec<&str> {
    let entries = case.funding.iter().filter(|entry| is(&entry.what));
    entries.map(|entry| entry.id.as_str()).collect()
}

/// Whether a funding entry follows others that are not off, and all of these are funding that is so.
pub fn follows_only(case: &Case, entry: &Entry<Funding>, is: impl Fn(&Funding) -> bool) -> bool {
    let Form::Income(income) = &entry.what.form else { return false };
    let Schedule::Follows(follow) = &income.schedule else { return false };
    let is = |of: &Followed| match *of {
        Followed::Funding(place) => case.funding.get(place).is_some_and(|it| is(&it.what)),
        Followed::Cost(_) => false,
    };
    !follow.of.is_empty() && follow.of.iter().all(is)
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
        let Some(sum) = entry.what.party.and_then(|party| brought.get_mut(party.0)) else {
            continue;
        };
        *sum = sum.plus(Cents::total(flow.accrual.iter().skip(last).copied())?)?;
    }
    let most = brought.iter().copied().max().filter(|most| *most > Cents::ZERO);
    Ok(most.and_then(|most| brought.iter().position(|sum| *sum == most)).map(PartyIndex))
}
