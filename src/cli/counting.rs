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

impl Funding {
    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::All => "all",
        }
    }

    /// The one that is called so.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Certain, Self::All].into_iter().find(|funding| funding.name() == name)
    }
}

impl From<Funding> for Counted {
    fn from(funding: Funding) -> Self {
        match funding {
            Funding::Certain => Self::Certain,
            Funding::All => Self::All,
        }
    }
}
