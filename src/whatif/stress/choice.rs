//! Cold turkey beside a transition: the choice to be made when temporary funding ends.

use crate::case::{Case, Form, PartyIndex};
use crate::measures::ByYear;
use crate::money::{Cents, Overflow};
use crate::statements::{Counted, Granted};
use crate::verdict::{Books, Run};
use crate::whatif::Trial;

/// What a transition is worth to the initiative, and what it costs those who fund it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// By how much the lowest cash is higher than under cold turkey.
    pub lowest: Cents,
    /// What each funder pays more, in the order of the file; the market last. Who pays nothing
    /// more is left out.
    pub payers: Vec<Payer>,
    /// What all of them pay more, in plain sums.
    pub paid: Cents,
    /// The same in present value: the sum of what each pays more.
    pub present: Cents,
}

/// What one funder pays more in a transition than under cold turkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Who; `None` where the funding names no party.
    pub party: Option<PartyIndex>,
    /// In plain sums: all that is paid within the horizon.
    pub paid: Cents,
    /// In present value, rounded once.
    pub present: Cents,
}

impl Choice {
    /// What lies between the two; `None` where one of them does not apply.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub(super) fn between(
        cold_turkey: Option<&Trial>,
        transition: Option<&Trial>,
        counted: Counted,
    ) -> Result<Option<Self>, Overflow> {
        let Some((cold_turkey, transition)) = cold_turkey.zip(transition) else { return Ok(None) };
        let books = (cold_turkey.books()?, transition.books()?);
        let run = |books| Run::of(books, Granted::counting(books.case, counted));
        let (cold, slow) = (run(&books.0)?, run(&books.1)?);
        let lowest = lowest(&slow)?.minus(lowest(&cold)?)?;
        let payers = payers(&cold, &slow)?;
        Ok(Some(Self {
            lowest,
            paid: Cents::total(payers.iter().map(|payer| payer.paid))?,
            present: Cents::total(payers.iter().map(|payer| payer.present))?,
            payers,
        }))
    }
}

fn lowest(run: &Run<'_>) -> Result<Cents, Overflow> {
    run.lowest().map(|(lowest, _)| lowest).ok_or(Overflow)
}

fn payers(cold: &Run<'_>, slow: &Run<'_>) -> Result<Vec<Payer>, Overflow> {
    let Books { case, discount, .. } = slow.books();
    let everybody = (0..case.parties.len()).map(PartyIndex).map(Some).chain([None]);
    let mut payers = Vec::new();
    for party in everybody {
        let mut more = paid_by(slow, party);
        more.minus(&paid_by(cold, party));
        let payer = Payer { party, paid: more.total()?, present: discount.present_value(&more)? };
        if payer.paid != Cents::ZERO || payer.present != Cents::ZERO {
            payers.push(payer);
        }
    }
    Ok(payers)
}

/// The cash of all funding that a party brings, by case year.
fn paid_by(run: &Run<'_>, party: Option<PartyIndex>) -> ByYear {
    let case = run.books().case;
    let mut paid = ByYear::nothing(case);
    let theirs = run.columns().filter(|(place, _)| party_at(case, *place) == Some(party));
    theirs.for_each(|(_, funding)| paid.plus(&funding.pays));
    paid
}

/// The party of a funding entry; the outer `None` where there is no such entry, or it is no money.
#[allow(clippy::option_option, reason = "no entry and no party are two different things")]
fn party_at(case: &Case, place: usize) -> Option<Option<PartyIndex>> {
    let entry = case.funding.get(place)?;
    (!matches!(entry.what.form, Form::InKind(_))).then_some(entry.what.party)
}
