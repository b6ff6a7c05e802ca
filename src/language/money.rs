//! Amounts in messages.

use crate::money::Cents;

/// An amount and its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money<'a> {
    /// The amount.
    pub amount: Cents,
    /// The currency's code.
    pub currency: &'a str,
}
