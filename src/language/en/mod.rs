//! English.

pub mod close;
mod compare;
pub mod explain;
pub mod fund;
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
    numbers::money(Language::En, money.amount, money.currency)
}

/// All the months looked at.
fn through(during: Horizon) -> String {
    format!(
        "from {} to {}",
        numbers::month(Language::En, during.start),
        numbers::month(Language::En, during.last())
    )
}
