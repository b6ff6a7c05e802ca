//! `[cost.ID]`.

use super::entry::Scope;
use super::follow::{Paying, Timed, payment, schedule};
use super::known::check_entry_keys;
use super::register::Register;
use super::stream::Bearer;
use crate::case::{Cost, Investment, Life};
use crate::document::{EntryKind, EntryMistake, Value};
use crate::money::Share;
use crate::reading::keys::{Given, Problems, Slot};
use crate::reading::percent::share;
use crate::reading::text::truth;
use crate::reading::time::life as months;
use crate::words::Key;

/// Reads what the initiative pays for.
pub fn cost<'d>(scope: &mut Scope<'d, '_>, register: &Register<'d>) -> Option<Cost> {
    let path = scope.path();
    check_entry_keys(&mut scope.keys, &path, EntryKind::Cost);
    let bias = scope.keys.get(Key::OptimismBias, share).or(Share::default());
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
    let (life, renew) = (life.optional()?, renew?);
    Some(life.map(|life| Investment { life, renew, replaced: true }))
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
