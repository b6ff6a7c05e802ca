//! Entries through time: what each is in every phase of a document, read and put together by its id.

use super::entry::{Only, Scope, Written, entry};
use super::register::Register;
use crate::calendar::Month;
use crate::case::switch::Switched;
use crate::case::{Entry, Later};
use crate::document::Table;
use crate::reading::entries::{check_id, group_table};
use crate::reading::group::table_at;
use crate::reading::keys::Problems;
use crate::words::Key;

/// What a document is from a month on.
#[derive(Debug)]
pub struct Phase<'d> {
    /// That month; `None` from the start.
    pub from: Option<Month>,
    /// Its number, counted from the start.
    pub number: i32,
    /// The document.
    pub root: &'d Table,
    /// What can be named in it.
    pub register: Register<'d>,
}

/// Reads the entries of a group in all phases, of which there is at least one; those that are wrong
/// are noted, those that are `off` from beginning to end left out.
pub fn entries<'d, T: Switched>(
    phases: &[Phase<'d>],
    group: Key,
    only: Only<'_>,
    problems: &mut Problems,
    read: impl Fn(&mut Scope<'d, '_>, &Register<'d>) -> Option<T>,
) -> Vec<Entry<T>> {
    let Some(first) = phases.first() else { return Vec::new() };
    let Some(table) = group_table(first.root, group, problems) else { return Vec::new() };
    let mut entries = Vec::new();
    for (id, item) in table.0.iter().filter(|(id, _)| only.has(group, id)) {
        check_id(id, item.key, problems);
        let in_phase = |phase: &Phase<'d>| {
            let item = table_at(phase.root, group)?.item(id)?;
            let mut read = |scope: &mut Scope<'d, '_>| read(scope, &phase.register);
            let Written { entry, off } = entry((group, id), item, problems, &mut read)?;
            Some(Version { from: phase.from, number: phase.number, entry, off })
        };
        let versions: Vec<_> = phases.iter().map(in_phase).collect();
        let versions = versions.into_iter().collect::<Option<Vec<_>>>();
        entries.extend(versions.and_then(through_time));
    }
    entries
}

/// An entry as it is written from a month on.
struct Version<T> {
    from: Option<Month>,
    number: i32,
    entry: Entry<T>,
    off: bool,
}

/// The entry that its versions make; `None` when it is never on.
///
/// What is off at first begins in the month that switches it on, or later at its own start. What is
/// switched off for good ends the month before; what was on again later posts nothing in between.
fn through_time<T: Switched>(mut versions: Vec<Version<T>>) -> Option<Entry<T>> {
    let first_on = versions.iter().position(|version| !version.off)?;
    begin(&mut versions, first_on);
    let last_on = versions.iter().rposition(|version| !version.off)?;
    let gaps = versions.get_mut(first_on..last_on).unwrap_or_default();
    gaps.iter_mut().filter(|version| version.off).for_each(|gap| gap.entry.what.mute());
    end(&mut versions, last_on)?;
    let mut versions = versions.into_iter();
    let mut entry = versions.next()?.entry;
    for Version { number, entry: later, .. } in versions {
        entry.pro_memorie |= later.pro_memorie;
        if *entry.last() != later.what {
            entry.later.push(Later { from: number, what: later.what });
        }
    }
    Some(entry)
}

/// Lets an entry that is off before a version begin with that.
fn begin<T: Switched>(versions: &mut [Version<T>], first_on: usize) {
    let (before, on) = versions.split_at_mut(first_on);
    let Some(from) = on.first().and_then(|version| version.from) else { return };
    for version in on.iter_mut() {
        version.entry.what.begin(from);
    }
    for version in before {
        if let Some(first) = on.first() {
            version.entry.what = first.entry.what.clone();
            version.entry.what.follow_nothing();
        }
    }
}

/// Lets an entry that is off after a version end before that; `None` when it never begins.
fn end<T: Switched>(versions: &mut [Version<T>], last_on: usize) -> Option<()> {
    let (on, after) = versions.split_at_mut(last_on + 1);
    let Some(off) = after.first().and_then(|version| version.from) else { return Some(()) };
    let mut last = on.last()?.entry.what.clone();
    if last.first_paid().is_some() {
        // What was paid of it before was part of all that it was to be.
        let paid = last.first_paid().is_some_and(|month| month < off);
        if !last.end(off) {
            paid.then_some(())?;
            last.mute();
        }
    } else {
        on.iter_mut().all(|version| version.entry.what.end(off)).then_some(())?;
        last = on.last()?.entry.what.clone();
    }
    last.give_up();
    for version in after {
        version.entry.what = last.clone();
    }
    Some(())
}
