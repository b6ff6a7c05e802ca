//! `[cost.ID]`.

use super::entry::Scope;
use super::follow::{Paying, Timed, payment, schedule};
use super::known::check_entry_keys;
use super::register::Register;
use super::stream::Bearer;
use crate::case::{Cost, Investment, Life, Sale};
use crate::document::{EntryKind, EntryMistake, Value, Wanted};
use crate::money::Share;
use crate::reading::keys::{Given, Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::number::cash;
use crate::reading::text::truth;
use crate::reading::time::{life as months, month};
use crate::words::{Key, Section};

/// Reads what the initiative pays for.
pub fn cost<'d>(scope: &mut Scope<'d, '_>, register: &Register<'d>) -> Option<Cost> {
    let path = scope.path();
    check_entry_keys(&mut scope.keys, &path, EntryKind::Cost);
    let bias = scope.keys.get(Key::OptimismBias, |slot, problems| register.bias(slot, problems));
    let bias = bias.or(Share::default());
    let bearer = Bearer::Cost { investment: scope.keys.has(Key::Life) };
    let scheduled = schedule(scope, register, bearer, bias);
    let paying = payment(scope, register, scheduled.timed);
    let investment = investment(scope, scheduled.timed);
    let Paying { payment, milestones } = paying?;
    let schedule = scheduled.schedule?;
    Some(Cost { schedule, payment, milestones, investment: investment? })
}

/// Whether it is written off; the outer `None` when something is wrong with that.
#[allow(clippy::option_option, reason = "no investment and a wrong one are two different things")]
fn investment(scope: &mut Scope<'_, '_>, timed: Timed<'_>) -> Option<Option<Investment>> {
    let life = scope.keys.get(Key::Life, life);
    let followed = timed.followed.map(str::to_owned);
    if scope.keys.has(Key::Life) && timed.dated {
        scope.keys.wrong_at(Key::Life, EntryMistake::LifeOnDated { followed });
    } else if scope.keys.has(Key::Life) && timed.once == Some(false) {
        scope.keys.wrong_at(Key::Life, EntryMistake::LifeOnRecurring { followed });
    }
    // What `renew` may not be to a follower has been told.
    let renew = match scope.keys.get(Key::Renew, truth) {
        Given::Right(true, _) if timed.followed.is_none() => {
            note_renew(scope, &life);
            Some(true)
        }
        given => given.or(false),
    };
    if scope.keys.has(Key::Sold) && matches!(life, Given::Absent) {
        scope.keys.wrong_at(Key::Sold, EntryMistake::SoldWithoutLife);
    }
    let sold = scope.keys.get(Key::Sold, sale).optional();
    let (life, renew, sold) = (life.optional()?, renew?, sold?);
    Some(life.map(|life| Investment { life, renew, replaced: true, sold }))
}

fn sale(slot: Slot<'_>, problems: &mut Problems) -> Option<Sale> {
    let Value::Table(table) = &slot.node.value else {
        return slot.wrong_type(Wanted::Sale, problems);
    };
    let mut keys = Keys { table, place: slot.node.place, problems };
    check_keys(&mut keys, slot.key, Section::Sold);
    let on = keys.require(slot.key, Key::On, month);
    let price = keys.require(slot.key, Key::Price, cash);
    Some(Sale { on: on?, price: price? })
}

fn note_renew(scope: &mut Scope<'_, '_>, life: &Given<Life>) {
    match life {
        Given::Absent => scope.keys.wrong_at(Key::Renew, EntryMistake::RenewWithoutLife),
        Given::Right(Life::Unlimited, _) => {
            scope.keys.wrong_at(Key::Renew, EntryMistake::RenewUnlimited);
        }
        Given::Right(Life::Months(_), _) | Given::Wrong => {}
    }
}

fn life(slot: Slot<'_>, problems: &mut Problems) -> Option<Life> {
    match &slot.node.value {
        Value::Text(text) if text == "unlimited" => Some(Life::Unlimited),
        _ => months(slot, problems).map(Life::Months),
    }
}
