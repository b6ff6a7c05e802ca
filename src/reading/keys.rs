//! A table and the problems found in it, while its keys are read.

use super::group::{as_table, id_of};
use crate::document::{
    Item, KeyMistake, Mistake, Node, Place, Problem, Severity, Table, Value, Wanted,
};
use crate::words::{Key, Takes, Word};

/// The problems found so far.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Whether one of them stops the work.
    pub fn stop(&self) -> bool {
        self.0.iter().any(|problem| problem.mistake.severity() == Severity::Error)
    }

    /// Notes a problem.
    pub fn push(&mut self, place: Place, mistake: impl Into<Mistake>) {
        self.0.push(Problem { place, mistake: mistake.into() });
    }
}

/// A value on its way to a meaning: the key that people know it by, and its node.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'d> {
    /// The key, also of what stands in a list or a range below it.
    pub key: &'d str,
    /// The value.
    pub node: &'d Node,
}

impl<'d> Slot<'d> {
    /// A value inside this one, known by the same key.
    pub fn inner(self, node: &'d Node) -> Self {
        Self { node, ..self }
    }

    /// Notes that the value has the wrong type; the answer is always `None`.
    pub fn wrong_type<T>(self, wanted: Wanted, problems: &mut Problems) -> Option<T> {
        if matches!(wanted, Wanted::Table | Wanted::Entry)
            && let Some(first) = first_table(self.node)
        {
            let is_group =
                Key::of(self.key).is_some_and(|key| matches!(key.usually(), Takes::Entries(_)));
            let (table, id) = (self.key.to_owned(), is_group.then(|| id_of(first)));
            return self.wrong(KeyMistake::ListOfTables { table, id }, problems);
        }
        if let Some(group) = self.group_of_key().filter(|_| wanted == Wanted::Entry) {
            let mistake = Mistake::from(KeyMistake::IdMissing { group });
            // It is the same for every key of that entry.
            if problems.0.iter().any(|problem| problem.mistake == mistake) {
                return None;
            }
            return self.wrong(mistake, problems);
        }
        let found = self.node.value.shape();
        self.wrong(KeyMistake::WrongType { key: self.key.to_owned(), wanted, found }, problems)
    }

    /// The group in which this stands by the name of a key of its entries: `cost` of `cost.amount`,
    /// `scenario.headwind.cost` of one that a scenario has.
    fn group_of_key(self) -> Option<String> {
        let (above, key) = self.key.rsplit_once('.')?;
        let group = above.rsplit('.').next()?;
        let is_key = match Key::of(group)?.usually() {
            Takes::Entries(section) => section.has(Key::of(key)?),
            _ => false,
        };
        is_key.then(|| above.to_owned())
    }

    /// Notes what is wrong with the value; the answer is always `None`.
    pub fn wrong<T>(self, mistake: impl Into<Mistake>, problems: &mut Problems) -> Option<T> {
        problems.push(self.node.place, mistake);
        None
    }
}

/// The first table of a list of them.
fn first_table(node: &Node) -> Option<&Table> {
    match &node.value {
        Value::List(items) => as_table(&items.first()?.value),
        _ => None,
    }
}

/// What a key turned out to hold.
#[derive(Clone, Debug)]
pub enum Given<T> {
    /// The key is not there.
    Absent,
    /// The key is there, and what is wrong with its value has been noted.
    Wrong,
    /// A good value and where it stands.
    Right(T, Place),
}

impl<T> Given<T> {
    /// The value, or this one when the key is absent; `None` when the value is wrong.
    pub fn or(self, default: T) -> Option<T> {
        match self {
            Self::Absent => Some(default),
            Self::Wrong => None,
            Self::Right(value, _) => Some(value),
        }
    }

    /// The value where the key may be absent; the outer `None` when it is wrong.
    #[allow(clippy::option_option, reason = "absent and wrong are two different things")]
    pub fn optional(self) -> Option<Option<T>> {
        match self {
            Self::Absent => Some(None),
            Self::Wrong => None,
            Self::Right(value, _) => Some(Some(value)),
        }
    }

    /// The value when it is there and good.
    pub fn right(self) -> Option<T> {
        match self {
            Self::Right(value, _) => Some(value),
            Self::Absent | Self::Wrong => None,
        }
    }

    /// A look at the value when it is there and good, and where it stands.
    pub fn seen(&self) -> Option<(&T, Place)> {
        match self {
            Self::Right(value, place) => Some((value, *place)),
            Self::Absent | Self::Wrong => None,
        }
    }
}

/// The keys of one table, with the sink for what is wrong with them.
#[derive(Debug)]
pub struct Keys<'d, 's> {
    /// The table.
    pub table: &'d Table,
    /// Where its header stands.
    pub place: Place,
    /// What is wrong so far.
    pub problems: &'s mut Problems,
}

impl<'d> Keys<'d, '_> {
    /// Whether a key is there, whatever it holds.
    pub fn has(&self, key: Key) -> bool {
        self.table.has(key)
    }

    /// A key with what it holds.
    pub fn item(&self, key: Key) -> Option<&'d Item> {
        self.table.item(key)
    }

    /// Reads the value of a key, when it is there.
    pub fn get<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(Slot<'d>, &mut Problems) -> Option<T>,
    ) -> Given<T> {
        let Some(item) = self.item(key) else { return Given::Absent };
        match read(Slot { key: key.spelled(), node: &item.node }, self.problems) {
            Some(value) => Given::Right(value, item.node.place),
            None => Given::Wrong,
        }
    }

    /// Reads the value of a key that the table cannot do without.
    pub fn require<T>(
        &mut self,
        table: impl AsRef<str>,
        key: Key,
        read: impl FnOnce(Slot<'d>, &mut Problems) -> Option<T>,
    ) -> Option<T> {
        if !self.has(key) {
            self.wrong(KeyMistake::Missing { table: table.as_ref().to_owned(), key });
        }
        self.get(key, read).right()
    }

    /// Notes something about the table as a whole, at its header.
    pub fn wrong(&mut self, mistake: impl Into<Mistake>) {
        self.problems.push(self.place, mistake);
    }

    /// Notes something about a key, at the key itself.
    pub fn wrong_at(&mut self, key: Key, mistake: impl Into<Mistake>) {
        let place = self.item(key).map_or(self.place, |item| item.key);
        self.problems.push(place, mistake);
    }
}
