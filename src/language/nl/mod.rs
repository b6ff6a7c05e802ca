//! Dutch, as a civil servant would write it.

pub mod close;
mod compare;
pub mod explain;
pub mod fund;
pub mod help;
mod new;
mod page;
mod portfolio;
mod prices;
pub mod problems;
pub mod report;
mod sensitivity;
pub mod show;
pub mod simulate;
mod sources;
mod stress;
pub mod syntax;

use super::{Language, Money, numbers};
use crate::calendar::Horizon;

/// An amount with its currency.
fn money(money: Money<'_>) -> String {
    numbers::money(Language::Nl, money.amount, money.currency)
}

/// All the months looked at.
fn through(during: Horizon) -> String {
    format!(
        "van {} tot en met {}",
        numbers::month(Language::Nl, during.start),
        numbers::month(Language::Nl, during.last())
    )
}
