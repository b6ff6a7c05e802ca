//! How much room a fund has, or how much it misses (reference, section 10.3).

use super::ledger::Ledger;
use super::measures::PutIn;
use super::prices::{Prices, rounded};
use crate::money::{Cents, Overflow};
use crate::verdict::Figure;
use crate::whatif::Leeway;

/// How far a fund is from the point where it only just keeps its capital: its net worth at the end
/// less what was put in, both in prices of the start and rounded; a cent short where only those
/// roundings make them equal. Where its cash is ever below zero at the end of a month, the lowest
/// such cash if that is less. Low cash by itself is no lack of room: a fund lends what it has.
///
/// Not below zero exactly where the verdict is `closes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapitalMargin {
    /// Which of the two it is.
    pub of: Limit,
    /// How much: below zero is what is missing.
    pub by: Cents,
}

/// What a fund can come short of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Cash at the end of a month.
    Liquidity,
    /// Its capital, in prices of the start.
    Capital,
}

impl Limit {
    /// The name that other programs use, also in the table of `check`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Liquidity => "liquidity",
            Self::Capital => "capital",
        }
    }
}

impl CapitalMargin {
    /// The margin of a fund with these books.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn of(put_in: &PutIn, ledger: &Ledger, prices: &Prices) -> Result<Self, Overflow> {
        let last = ledger.cash.len().saturating_sub(1);
        let worth = rounded(&prices.deflated(ledger.net_worth()?, last))?;
        let room = worth.minus(rounded(&put_in.real)?)?;
        let keeps = put_in.standing(ledger, prices)?.keeps;
        let by = if keeps { room } else { room.min(Cents(-1)) };
        let lowest = ledger.cash.iter().copied().min().unwrap_or_default();
        Ok(if lowest < Cents::ZERO && lowest <= by {
            Self { of: Limit::Liquidity, by: lowest }
        } else {
            Self { of: Limit::Capital, by }
        })
    }
}

impl Leeway for CapitalMargin {
    fn id(self) -> &'static str {
        self.of.id()
    }

    fn by(self) -> Figure {
        Figure::Money(self.by)
    }
}
