//! `[reserve.ID]`.

use super::entry::Scope;
use super::funding::costs;
use super::register::{Register, is_once};
use super::stream::{Bearer, stream};
use crate::case::Reserve;
use crate::document::{EntryMistake, Sought};
use crate::money::Share;
use crate::reading::known::check_keys;
use crate::words::{Key, Section};

/// Reads what is set apart.
pub fn reserve<'d>(scope: &mut Scope<'d, '_>, register: &Register<'d>) -> Option<Reserve> {
    let path = scope.path();
    check_keys(&mut scope.keys, &path, Section::Reserve);
    let of = |slot, problems: &mut _| costs(slot, Sought::SetApartFor, register, problems);
    let costs = scope.keys.get(Key::For, of).or(Vec::new());
    let dated = scope.keys.has(Key::At);
    if scope.keys.has(Key::Per) && !dated && is_once(scope.keys.table) == Some(true) {
        scope.keys.wrong_at(Key::Per, EntryMistake::ReserveOnce);
        return None;
    }
    let stream = stream(scope, register, Bearer::Other, Some(Share::default()));
    Some(Reserve { stream: stream?, costs: costs? })
}
