//! The entries of all groups walked as one, where the same is done to each.

use super::{Case, Effect, Entry, PartyIndex};
use crate::words::{Group, Text, Word};

/// What every entry has, whatever its group.
#[derive(Clone, Copy, Debug)]
pub struct AnyEntry<'a> {
    /// Its group.
    pub group: Group,
    /// Its place there.
    pub place: usize,
    /// Its key in its group.
    pub id: &'a str,
    /// What people call it.
    pub name: &'a Text,
    /// Where its figures come from.
    pub source: Option<&'a Text>,
    /// Whether it is named, not counted.
    pub pro_memorie: bool,
    /// Who pays, saves, gains or bears it, or whose it is; nobody of a cost or of money
    /// set apart.
    pub party: Option<PartyIndex>,
    /// How often it becomes something else.
    pub changes: usize,
}

impl AnyEntry<'_> {
    /// What to call it on the command line: `cost.kitchen`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.group.id(), self.id)
    }
}

impl Case {
    /// Every entry, in the order of every output.
    pub fn entries(&self) -> impl Iterator<Item = AnyEntry<'_>> {
        Group::all().flat_map(|group| self.of_group(group))
    }

    /// The entries of one group, in the file's order.
    pub fn of_group(&self, group: Group) -> impl Iterator<Item = AnyEntry<'_>> {
        (0..self.count(group)).filter_map(move |place| self.entry(group, place))
    }

    /// An entry by its group and its place there.
    pub fn entry(&self, group: Group, place: usize) -> Option<AnyEntry<'_>> {
        fn any<T>(
            group: Group,
            (entries, place): (&[Entry<T>], usize),
            party: impl Fn(&T) -> Option<PartyIndex>,
        ) -> Option<AnyEntry<'_>> {
            let Entry { id, name, source, pro_memorie, what, later, .. } = entries.get(place)?;
            let (source, party) = (source.as_ref(), party(what));
            let (pro_memorie, changes) = (*pro_memorie, later.len());
            Some(AnyEntry { group, place, id, name, source, pro_memorie, party, changes })
        }
        match group {
            Group::Cost => any(group, (&self.costs, place), |_| None),
            Group::Funding => any(group, (&self.funding, place), |funding| funding.party),
            Group::Avoided | Group::Value | Group::Burden => {
                any(group, (self.effects(group), place), |effect| Some(effect.party))
            }
            Group::Opening => any(group, (&self.openings, place), |opening| opening.party),
            Group::Reserve => any(group, (&self.reserves, place), |_| None),
        }
    }

    /// How many entries a group has.
    pub fn count(&self, group: Group) -> usize {
        match group {
            Group::Cost => self.costs.len(),
            Group::Funding => self.funding.len(),
            Group::Avoided | Group::Value | Group::Burden => self.effects(group).len(),
            Group::Opening => self.openings.len(),
            Group::Reserve => self.reserves.len(),
        }
    }

    /// What the initiative does to parties, of one sort; costs and funding do nothing to them.
    pub fn effects(&self, group: Group) -> &[Entry<Effect>] {
        match group {
            Group::Avoided => &self.avoided,
            Group::Value => &self.values,
            Group::Burden => &self.burdens,
            Group::Cost | Group::Funding | Group::Opening | Group::Reserve => &[],
        }
    }
}
