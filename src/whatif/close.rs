//! What would close a case, or what it can spare before it no longer closes.

use super::ask::Ask;
use super::levers::{Lever, Pulled, pull_all};
use super::trial::Trial;
use crate::money::{Cents, Overflow};
use crate::statements::Counted;

/// The levers of a case, and the ask.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Whether it closes on certain funding as it stands.
    pub closes: bool,
    /// Each lever, and where it turns that.
    pub levers: Vec<Pulled>,
    /// How the contribution that is needed could be divided; nothing where none is needed, or none
    /// closes it.
    pub ask: Option<Ask>,
}

impl Closing {
    /// Pulls every lever of a case.
    ///
    /// # Errors
    /// [`Overflow`] when a sum of the case outgrows what can be posted.
    pub fn of(trial: &Trial) -> Result<Self, Overflow> {
        let closes = trial.margin(Counted::Certain)?.closes();
        let levers = pull_all(trial)?;
        let needed = levers.iter().find(|pulled| pulled.lever == Lever::Contribution);
        let needed = needed.and_then(|pulled| pulled.value).filter(|_| !closes);
        let ask = needed.map(|needed| Ask::of(trial, Cents(needed))).transpose()?;
        Ok(Self { closes, levers, ask })
    }
}
