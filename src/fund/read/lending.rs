//! `[lending.ID]`.

use crate::calendar::Month;
use crate::case::Loan;
use crate::case::read::entry::Scope;
use crate::case::read::loan::terms;
use crate::document::{Value, Wanted};
use crate::fund::Lending;
use crate::money::{Quantity, Share};
use crate::reading::keys::{Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::number::{amount, quantity};
use crate::reading::percent::share;
use crate::reading::text::list;
use crate::words::{Key, Section};

/// Reads many small loans on the same terms.
pub fn lending(scope: &mut Scope<'_, '_>, start: Option<Month>) -> Option<Lending> {
    let path = scope.path();
    check_keys(&mut scope.keys, &path, Section::Lending);
    let amount = scope.keys.require(&path, Key::Amount, amount);
    let asked = scope.keys.require(&path, Key::Quantity, quantities);
    let terms = terms(scope);
    let loss = scope.keys.get(Key::Loss, share).or(Share::default());
    let terms = Loan { amount: amount?, on: start?, terms: terms?, revolving: true };
    Some(Lending { asked: asked?, terms, loss: loss? })
}

/// A number a year, or one that stands for every year.
fn quantities(slot: Slot<'_>, problems: &mut Problems) -> Option<Vec<Quantity>> {
    match &slot.node.value {
        Value::List(_) => list(slot, Wanted::Number, problems, quantity),
        _ => quantity(slot, problems).map(|quantity| vec![quantity]),
    }
}
