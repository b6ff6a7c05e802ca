//! `[avoided.ID]`, `[value.ID]` and `[burden.ID]`.

use super::entry::Scope;
use super::known::check_entry_keys;
use super::register::Register;
use super::stream::{Bearer, stream};
use crate::case::{Effect, Lasts, Unsaid};
use crate::document::{EntryKind, EntryMistake};
use crate::money::Share;
use crate::reading::percent::share;
use crate::reading::time::{delay, life};
use crate::words::{Key, usual};

/// Reads what the initiative does to a party.
pub fn effect<'d>(
    scope: &mut Scope<'d, '_>,
    register: &Register<'d>,
    kind: EntryKind,
) -> Option<Effect> {
    let path = scope.path();
    check_entry_keys(&mut scope.keys, &path, kind);
    let party =
        scope.keys.require(&path, Key::Party, |slot, problems| register.party(slot, problems));
    let bias = scope.keys.get(Key::OptimismBias, |slot, problems| register.bias(slot, problems));
    let bias = bias.or(Share::default());
    let stream = stream(scope, register, Bearer::Other, bias);
    let mut part = |key| scope.keys.get(key, share).or(Share::default());
    let (deadweight, displacement, attribution) =
        (part(Key::Deadweight), part(Key::Displacement), part(Key::Attribution));
    let cashable = match kind {
        EntryKind::Avoided => scope.keys.get(Key::Cashable, share).or(Share(usual::CASHABLE)),
        // Values and burdens take no `cashable`: that has been told.
        _ => Some(Share::default()),
    };
    let transfer = match kind {
        EntryKind::Avoided => scope.keys.get(Key::Transfer, share).or(Share::default()),
        _ => Some(Share::default()),
    };
    let unsaid = Unsaid {
        deadweight: !scope.keys.has(Key::Deadweight),
        cashable: kind == EntryKind::Avoided && !scope.keys.has(Key::Cashable),
    };
    let lag = scope.keys.get(Key::Lag, delay).or(0);
    let lasts = lasts(scope);
    Some(Effect {
        party: party?,
        stream: stream?,
        deadweight: deadweight?,
        displacement: displacement?,
        attribution: attribution?,
        cashable: cashable?,
        transfer: transfer?,
        unsaid,
        lag: lag?,
        lasts: lasts?,
    })
}

/// For how long each unit goes on; the outer `None` when something is wrong with that.
#[allow(clippy::option_option, reason = "none and a wrong one are two different things")]
fn lasts(scope: &mut Scope<'_, '_>) -> Option<Option<Lasts>> {
    let months = scope.keys.get(Key::Lasts, life);
    let drop_off = scope.keys.get(Key::DropOff, share);
    if !scope.keys.has(Key::Lasts) {
        if scope.keys.has(Key::DropOff) {
            scope.keys.wrong_at(Key::DropOff, EntryMistake::DropOffWithoutLasts);
        }
        return Some(None);
    }
    // Half a unit, or none, has been told as that.
    if [Key::Amount, Key::Amounts, Key::At].into_iter().any(|key| scope.keys.has(key)) {
        scope.keys.wrong_at(Key::Lasts, EntryMistake::LastsWithoutUnits);
    }
    if scope.keys.has(Key::Prices) {
        scope.keys.wrong_at(Key::Prices, EntryMistake::PricesNotHere { beside: Key::Lasts });
    }
    Some(Some(Lasts { months: months.right()?, drop_off: drop_off.or(Share::default())? }))
}
