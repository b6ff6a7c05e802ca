//! What the entries of a case come to in a run where nothing is rounded.

use super::Granted;
use crate::case::{ByKind, Case, Cost, Effect, Entry, Funding};
use crate::exact::Trouble;
use crate::money::Overflow;
use crate::stream::terms::Bias;
use crate::stream::unrounded::{self, ExactFlow, ExactImpact};
use crate::stream::{Sharing, Standing};

/// What goes through the initiative's own wallet in a run, not rounded. Loans are not in it: what
/// they post is what is agreed.
#[derive(Clone, Debug)]
pub struct ExactWallet {
    /// Of [`Case::costs`].
    pub costs: Vec<ExactFlow>,
    /// Of [`Case::funding`]; of loans, and of what is not granted, nothing.
    pub funding: Vec<Option<ExactFlow>>,
}

/// What it does to others, not rounded.
#[derive(Clone, Debug)]
pub struct ExactEffects {
    /// Of [`Case::avoided`].
    pub avoided: Vec<ExactImpact>,
    /// Of [`Case::values`].
    pub values: Vec<ExactImpact>,
    /// Of [`Case::burdens`].
    pub burdens: Vec<ExactImpact>,
}

impl ExactWallet {
    /// What a case's costs and funding come to when so much of the funding is granted.
    ///
    /// # Errors
    /// [`Overflow`] when a divisor outgrows what can be held.
    pub fn of(case: &Case, granted: &Granted) -> Result<Self, Overflow> {
        Self::try_of(case, granted).map_err(|_| Overflow)
    }

    fn try_of(case: &Case, granted: &Granted) -> Result<Self, Trouble> {
        let cost = |cost: &Entry<Cost>| unrounded::cost(case, &cost.versions());
        let costs = case.costs.iter().map(cost).collect::<Result<_, _>>()?;
        let places = case.funding.iter().enumerate();
        let funding = places.map(|(place, entry)| {
            if granted.has(place) { fund(case, entry, granted.standing(place)) } else { Ok(None) }
        });
        let mut funding = funding.collect::<Result<Vec<_>, _>>()?;
        for sharing in Sharing::all(case) {
            for (place, flow) in unrounded::claims(case, &sharing, |place| granted.standing(place))?
            {
                if let Some(slot) = funding.get_mut(place) {
                    *slot = Some(flow);
                }
            }
        }
        Ok(Self { costs, funding })
    }
}

impl ExactEffects {
    /// What a case does to others.
    ///
    /// # Errors
    /// [`Overflow`] when a divisor outgrows what can be held.
    pub fn of(case: &Case) -> Result<Self, Overflow> {
        let each = |entries: &[Entry<Effect>], bias| {
            let impact = |entry: &Entry<Effect>| unrounded::effect(case, &entry.versions(), bias);
            entries.iter().map(impact).collect::<Result<Vec<_>, _>>().map_err(|_| Overflow)
        };
        Ok(Self {
            avoided: each(&case.avoided, Bias::TakesOff)?,
            values: each(&case.values, Bias::TakesOff)?,
            burdens: each(&case.burdens, Bias::Adds)?,
        })
    }
}

/// What a funding entry comes to; of a loan nothing, and of what is earmarked too: that depends on
/// what else is granted.
fn fund(
    case: &Case,
    entry: &Entry<Funding>,
    standing: Standing,
) -> Result<Option<ExactFlow>, Trouble> {
    Ok(match entry.by_kind() {
        ByKind::Income(income) if income.all(|income| income.covers.is_none()) => {
            Some(unrounded::income(case, &income, standing)?)
        }
        ByKind::Outcome(outcome) => Some(unrounded::outcome(case, &outcome, standing)?),
        ByKind::Equity(equity) => Some(unrounded::equity(case, &equity)?),
        ByKind::InKind(in_kind) => Some(unrounded::in_kind(case, &in_kind)?),
        ByKind::Income(_) | ByKind::Loan(_) => None,
    })
}
