//! The lists that a case names, and the prices that it takes from them.

use super::built_in::{BUILT_IN, built_in};
use super::level::Level;
use super::list::{Cpi, Listed};
use super::read::{cpi_of, price};
use crate::calendar::Month;
use crate::document::{
    Document, Known, List, Place, PriceMistake, Table, Value, ValueMistake, Wanted,
};
use crate::reading::group::{plain_id, table_at, text_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::known;
use crate::reading::nearest::nearest;
use crate::reading::percent::growth;
use crate::reading::text::{list, text};
use crate::words::{Key, Language, Per, Text, Word, usual};
use rust_decimal::Decimal;

/// What a case takes prices from, and at which level.
#[derive(Clone, Debug, Default)]
pub struct Lists<'d> {
    /// The lists that it names, by their names there.
    named: Vec<(String, &'d Table)>,
    /// The year before it starts.
    level: Option<i32>,
    /// How prices go on after the last year of an index.
    later: Option<Decimal>,
    /// What it counts in.
    currency: &'d str,
    /// Whether it is a fund, which names none.
    of_fund: bool,
}

/// A price that was taken from a list.
#[derive(Clone, Debug)]
pub struct Taken {
    /// As the case names it: `nl.emergency`.
    pub path: String,
    /// The price as it was published.
    pub listed: Listed,
    /// The price at the level of the case.
    pub level: Level,
    /// Where the index comes from that brought it there, where the list says so.
    pub index_source: Option<Text>,
}

impl Taken {
    /// The name of its list.
    pub fn list(&self) -> &str {
        self.path.split_once('.').map_or("", |(list, _)| list)
    }

    /// The prices of its list that hold it, one within the other, as a case would name them.
    pub fn holders(&self, root: &Table, opened: &[List]) -> Vec<String> {
        let lists = Lists::of(root, opened);
        let list = self.list();
        let found = lists.named.iter().find(|(name, _)| name == list);
        let Some(prices) = found.and_then(|(_, root)| table_at(root, Key::Price)) else {
            return Vec::new();
        };
        let holder = |id: &str| table_at(prices, id).and_then(|price| text_at(price, Key::PartOf));
        let first = self.listed.part_of.as_deref();
        // A list in which one is a part of itself is wrong, and told so.
        let held = std::iter::successors(first, |id| holder(id)).take(prices.0.len());
        held.map(|id| format!("{list}.{id}")).collect()
    }
}

/// What a list is called in the case that names it: a built-in one by its name, a file by its own
/// name without its ending.
pub fn list_name(written: &str) -> String {
    if BUILT_IN.contains(&written) {
        return written.to_owned();
    }
    let file = written.rsplit(['/', '\\']).next().unwrap_or(written);
    plain_id(file.strip_suffix(".toml").unwrap_or(file))
}

/// The price of a built-in list that is called so: by its path, its id or its name in any language.
pub fn price_called(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    BUILT_IN.iter().find_map(|list| {
        let prices = priced(list, &built_in(list)?.root);
        let found = prices.into_iter().find(|(path, names)| {
            let id = path.split_once('.').map(|(_, id)| id);
            *path == text
                || id == Some(text.as_str())
                || names.iter().any(|name| name.to_lowercase() == text)
        });
        found.map(|(path, _)| path)
    })
}

/// The lists that a case names, as written, and where.
pub fn named_lists(root: &Table) -> Vec<(&str, Place)> {
    let Some(item) = table_at(root, Key::Case).and_then(|case| case.item(Key::Prices)) else {
        return Vec::new();
    };
    let nodes = match &item.node.value {
        Value::List(nodes) => nodes.as_slice(),
        _ => std::slice::from_ref(&item.node),
    };
    let written = nodes.iter().filter_map(|node| match &node.value {
        Value::Text(written) => Some((written.as_str(), node.place)),
        _ => None,
    });
    written.collect()
}

/// Notes what is wrong with the lists that a case names.
pub fn check_lists(document: &Document, problems: &mut Problems) {
    let Some(item) = table_at(&document.root, Key::Case).and_then(|case| case.item(Key::Prices))
    else {
        return;
    };
    let slot = Slot { key: Key::Prices.spelled(), node: &item.node };
    let written = match &item.node.value {
        Value::List(_) => list(slot, Wanted::Lists, problems, one_list),
        Value::Text(_) => one_list(slot, problems).map(|one| vec![one]),
        _ => slot.wrong_type(Wanted::Lists, problems),
    };
    let mut names = Vec::new();
    for slot in written.into_iter().flatten() {
        let Value::Text(written) = &slot.node.value else { continue };
        let name = list_name(written);
        if names.contains(&name) {
            let (key, written) = (slot.key.to_owned(), written.clone());
            problems.push(slot.node.place, ValueMistake::ListedTwice { key, written });
            continue;
        }
        names.push(name);
        if !BUILT_IN.contains(&written.as_str())
            && let Err(mistake) = opened(written, &document.lists)
        {
            problems.push(slot.node.place, mistake);
        }
    }
}

fn one_list<'d>(slot: Slot<'d>, problems: &mut Problems) -> Option<Slot<'d>> {
    text(slot, problems).map(|_| slot)
}

/// The list that was opened under a path.
fn opened<'d>(written: &str, lists: &'d [List]) -> Result<&'d Table, PriceMistake> {
    match lists.iter().find(|list| list.path == written).map(|list| &list.found) {
        Some(Ok(root)) => Ok(root),
        Some(Err(mistake)) => Err(mistake.clone()),
        None => Err(PriceMistake::NotOpened { path: written.to_owned() }),
    }
}

impl<'d> Lists<'d> {
    /// The lists that a document names, as far as they can be read; `opened` are its files.
    pub fn of(root: &'d Table, opened: &'d [List]) -> Self {
        let Some(case) = table_at(root, Key::Case) else {
            return Self { of_fund: root.has(Key::Fund), ..Self::default() };
        };
        if !case.has(Key::Prices) {
            return Self::default();
        }
        let found = |written: &'d str| match built_in(written) {
            Some(list) => Some((list_name(written), &list.root)),
            None => Some((list_name(written), self::opened(written, opened).ok()?)),
        };
        let lists = named_lists(root).into_iter().filter_map(|(written, _)| found(written));
        let start = text_at(case, Key::Start).and_then(|start| start.parse::<Month>().ok());
        let later = case.item(Key::PricesLater).and_then(|item| {
            let slot = Slot { key: Key::PricesLater.spelled(), node: &item.node };
            // What is wrong with it is told where the case is read.
            growth(slot, &mut Problems::default())
        });
        Self {
            named: lists.collect(),
            level: start.map(|start| start.year() - 1),
            later: later.map(|later| later.0),
            currency: text_at(case, Key::Currency).unwrap_or(usual::CURRENCY),
            of_fund: false,
        }
    }

    /// The price that is named here, at the level of the case; `per` is what an entry's own quantity
    /// is for.
    pub fn take(&self, slot: Slot<'_>, per: Option<Per>, problems: &mut Problems) -> Option<Taken> {
        let path = text(slot, problems)?;
        if self.of_fund {
            return slot.wrong(PriceMistake::InFund, problems);
        }
        let (list, id) = path.split_once('.').unwrap_or(("", path));
        let Some((_, root)) = self.named.iter().find(|(name, _)| name == list) else {
            let mistake = self.no_list(path, list, problems);
            return slot.wrong(mistake, problems);
        };
        let prices = table_at(root, Key::Price)?;
        let Some(item) = prices.0.get(id) else {
            let known = self.resembling(path, id, problems);
            return slot.wrong(PriceMistake::Unknown { path: path.to_owned(), known }, problems);
        };
        // What is wrong with a list is told in its own file.
        let mut told = Problems::default();
        let listed = price(id, item, &mut told)?;
        let cpi = cpi_of(root, &mut told)?;
        let head = table_at(root, Key::Prices)?;
        let has = text_at(head, Key::Currency).unwrap_or(usual::CURRENCY);
        if has != self.currency {
            let (has, wants) = (has.to_owned(), self.currency.to_owned());
            let mistake = PriceMistake::Currency { path: path.to_owned(), has, wants };
            return slot.wrong(mistake, problems);
        }
        if let (Some(unit), Some(entry)) = (listed.per, per)
            && unit != entry
        {
            let path = path.to_owned();
            return slot.wrong(PriceMistake::Per { path, unit, entry }, problems);
        }
        self.at_level(path, listed, cpi.as_ref())
            .or_else(|| slot.wrong(PriceMistake::TooLarge { path: path.to_owned() }, problems))
    }

    fn at_level(&self, path: &str, listed: Listed, cpi: Option<&Cpi>) -> Option<Taken> {
        // A case without a start is told that.
        let level = self.level.unwrap_or(listed.year);
        let level = Level::of((listed.value, listed.year), level, cpi, self.later)?;
        let index_source = cpi.and_then(|cpi| cpi.source.clone());
        Some(Taken { path: path.to_owned(), listed, level, index_source })
    }

    /// That the case names no list of this name.
    fn no_list(&self, path: &str, list: &str, problems: &Problems) -> PriceMistake {
        if !list.is_empty() || self.named.is_empty() {
            let names = self.named.iter().map(|(name, _)| name.as_str());
            let known = known(list, names, self.named.len(), problems);
            return PriceMistake::ListUnknown {
                list: list.to_owned(),
                path: path.to_owned(),
                known,
            };
        }
        let known = self.resembling(path, path, problems);
        PriceMistake::Unknown { path: path.to_owned(), known }
    }

    /// The prices of all lists, and the one that was probably meant: by its id, or by its name in any
    /// language.
    fn resembling(&self, path: &str, id: &str, problems: &Problems) -> Known {
        let all: Vec<_> = self.named.iter().flat_map(|(name, root)| priced(name, root)).collect();
        let found = known(path, all.iter().map(|(path, _)| path.as_str()), all.len(), problems);
        if found.near.is_some() {
            return found;
        }
        let wanted = id.replace('_', " ").to_lowercase();
        let called = all
            .iter()
            .flat_map(|(path, names)| names.iter().map(move |name| (path, name.to_lowercase())));
        let called: Vec<_> = called.collect();
        let within = called.iter().find(|(_, name)| name.contains(&wanted));
        let near = within.map(|(path, _)| (*path).clone()).or_else(|| {
            let words = called
                .iter()
                .flat_map(|(path, name)| name.split_whitespace().map(move |word| (*path, word)));
            let words: Vec<_> = words.collect();
            let near = nearest(&wanted, words.iter().map(|(_, word)| *word))?;
            words.iter().find(|(_, word)| *word == near).map(|(path, _)| (*path).clone())
        });
        Known { near, ..found }
    }
}

/// The paths of the prices of a list, with what they are called.
fn priced(list: &str, root: &Table) -> Vec<(String, Vec<String>)> {
    let prices = table_at(root, Key::Price).into_iter().flat_map(|prices| prices.0.iter());
    let called = |(id, item): (&String, _)| {
        let listed = price(id, item, &mut Problems::default());
        let names = listed.map_or(Vec::new(), |listed| {
            Language::all().map(|language| listed.name.to_people(language).to_owned()).collect()
        });
        (format!("{list}.{id}"), names)
    };
    prices.map(called).collect()
}
