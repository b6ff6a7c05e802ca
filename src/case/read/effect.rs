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
use crate::words::usual;

/// Reads what the initiative does to a party.
pub fn effect<'d>(
    scope: &mut Scope<'d, '_>,
    register: &Register<'d>,
    kind: EntryKind,
) -> Option<Effect> {
    let path = scope.path();
    check_entry_keys(&mut scope.keys, &path, kind);
    let party = scope.keys.require(&path, "party", |slot, problems| register.party(slot, problems));
    let bias = scope.keys.get("optimism_bias", share).or(Share::default());
    let stream = stream(scope, register, Bearer::Other, bias);
    let mut part = |key| scope.keys.get(key, share).or(Share::default());
    let (deadweight, displacement, attribution) =
        (part("deadweight"), part("displacement"), part("attribution"));
    let cashable = match kind {
        EntryKind::Avoided => scope.keys.get("cashable", share).or(Share(usual::CASHABLE)),
        // Values and burdens take no `cashable`: that has been told.
        _ => Some(Share::default()),
    };
    let unsaid = Unsaid {
        deadweight: !scope.keys.has("deadweight"),
        cashable: kind == EntryKind::Avoided && !scope.keys.has("cashable"),
    };
    let lag = scope.keys.get("lag", delay).or(0);
    let lasts = lasts(scope);
    Some(Effect {
        party: party?,
        stream: stream?,
        deadweight: deadweight?,
        displacement: displacement?,
        attribution: attribution?,
        cashable: cashable?,
        unsaid,
        lag: lag?,
        lasts: lasts?,
    })
}

/// For how long each unit goes on; the outer `None` when something is wrong with that.
#[allow(clippy::option_option, reason = "none and a wrong one are two different things")]
fn lasts(scope: &mut Scope<'_, '_>) -> Option<Option<Lasts>> {
    let months = scope.keys.get("lasts", life);
    let drop_off = scope.keys.get("drop_off", share);
    if !scope.keys.has("lasts") {
        if scope.keys.has("drop_off") {
            scope.keys.wrong_at("drop_off", EntryMistake::DropOffWithoutLasts);
        }
        return Some(None);
    }
    // Half a unit, or none, has been told as that.
    if scope.keys.has("amount") || scope.keys.has("amounts") {
        scope.keys.wrong_at("lasts", EntryMistake::LastsWithoutUnits);
    }
    Some(Some(Lasts { months: months.right()?, drop_off: drop_off.or(Share::default())? }))
}
