//! Which funding counts, as it is asked for on the command line.

use crate::statements::Counted;
use clap::ValueEnum;

/// Which funding counts.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub(crate) enum Funding {
    /// What is promised, and what is forecast as sales
    Certain,
    /// What is requested too
    All,
}

impl From<Funding> for Counted {
    fn from(funding: Funding) -> Self {
        match funding {
            Funding::Certain => Self::Certain,
            Funding::All => Self::All,
        }
    }
}
