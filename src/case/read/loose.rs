//! Funding whose kind is unknown: its values are read, so that what is wrong with them is told too.

use super::choice::{grace_interest, repayment, status};
use super::entry::Scope;
use super::register::Register;
use crate::document::Wanted;
use crate::reading::choice::{per, rhythm};
use crate::reading::number::{amount, cash, price, quantity};
use crate::reading::percent::{growth, interests, share, shares, single_share};
use crate::reading::text::{list, truth};
use crate::reading::time::{delay, life, month};

/// Reads the values that mean the same whatever the kind.
pub fn read_loosely(scope: &mut Scope<'_, '_>, register: &Register<'_>) {
    let keys = &mut scope.keys;
    keys.get("party", |slot, problems| register.party(slot, problems));
    keys.get("amount", amount);
    keys.get("amounts", |slot, problems| list(slot, Wanted::Amounts, problems, amount));
    keys.get("quantity", quantity);
    keys.get("price", price);
    keys.get("share", share);
    keys.get("cap", cash);
    keys.get("per", per);
    for key in ["on", "from", "until"] {
        keys.get(key, month);
    }
    keys.get("ramp", shares);
    keys.get("growth", growth);
    keys.get("index", |slot, problems| register.index(slot, problems));
    for key in ["paid", "instalments"] {
        keys.get(key, rhythm);
    }
    for key in ["delay", "settlement", "grace"] {
        keys.get(key, delay);
    }
    for key in ["term", "amortised_over"] {
        keys.get(key, life);
    }
    keys.get("grace_interest", grace_interest);
    keys.get("advance", share);
    keys.get("interest", interests);
    keys.get("repayment", repayment);
    keys.get("revolving", truth);
    keys.get("structural", truth);
    keys.get("status", status);
    keys.get("chance", single_share);
}
