//! `[stress.NAME]`: the parameters of the built-in shocks.

use super::head::Head;
use super::overlay::entry_table;
use super::register::Register;
use crate::calendar::{Horizon, Month};
use crate::case::PartyIndex;
use crate::case::stress::{
    ColdTurkey, Crisis, Election, Handover, Late, ParentLeaves, Stresses, Transition, usual_month,
};
use crate::document::{
    KeyMistake, OverlayMistake, ReferenceMistake, Table, Value, ValueMistake, Wanted,
};
use crate::reading::entries::group_table;
use crate::reading::group::{as_table, table_at, text_at};
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::names::{known, names, size};
use crate::reading::nearest::nearest;
use crate::reading::text::{list, text, truth};
use crate::reading::time::{calendar_year, month, months};
use crate::words::{Key, Shock, Word, usual};
use rust_decimal::Decimal;

/// Reads `[stress]`; `None` when something is wrong with it, or with what it depends on.
pub fn stresses(
    root: &Table,
    head: Option<&Head<'_>>,
    register: &Register<'_>,
    problems: &mut Problems,
) -> Option<Stresses> {
    let empty = Table::default();
    let table = match root.item(Key::Stress) {
        Some(_) => group_table(root, Key::Stress, problems)?,
        None => &empty,
    };
    note_unknown(table, problems);
    let horizon = head.and_then(Head::horizon);
    let mut reader = Reader { table, empty: &empty, root, register, horizon, problems };
    let crisis = reader.read(Shock::Crisis, crisis);
    let election = reader.read(Shock::Election, election);
    let cold_turkey = reader.read(Shock::ColdTurkey, cold_turkey);
    let transition = reader.read(Shock::Transition, transition);
    let parent_leaves = reader.read(Shock::ParentLeaves, parent_leaves);
    let late = reader.read(Shock::Late, late);
    let handover = reader.read(Shock::Handover, handover);
    Some(Stresses {
        crisis: crisis?,
        election: election?,
        cold_turkey: cold_turkey?,
        transition: transition?,
        parent_leaves: parent_leaves?,
        late: late?,
        handover: handover?,
    })
}

fn note_unknown(table: &Table, problems: &mut Problems) {
    for (id, item) in table.0.iter() {
        if Shock::of(id).is_none() {
            let known = Shock::spellings();
            let near = nearest(id, known.iter().copied()).map(str::to_owned);
            let (key, table, known) =
                (id.clone(), Key::Stress.spelled().to_owned(), known.to_vec());
            problems.push(item.key, KeyMistake::Unknown { key, table, near, known });
        }
    }
}

/// What the shocks are read from and against.
struct Reader<'a> {
    table: &'a Table,
    empty: &'a Table,
    root: &'a Table,
    register: &'a Register<'a>,
    horizon: Option<Horizon>,
    problems: &'a mut Problems,
}

/// The parameters of a shock while they are read.
struct Parameters<'a, 's> {
    keys: Keys<'a, 's>,
    root: &'a Table,
    register: &'a Register<'a>,
    horizon: Option<Horizon>,
}

impl<'a> Reader<'a> {
    /// Reads a shock; the outer `None` when something is wrong with it, the inner when it is off.
    #[allow(clippy::option_option, reason = "off and wrong are two different things")]
    fn read<T>(
        &mut self,
        shock: Shock,
        read: impl FnOnce(&mut Parameters<'a, '_>) -> Option<T>,
    ) -> Option<Option<T>> {
        let (name, section) = (shock.spelled(), shock.section());
        let path = format!("stress.{name}");
        let (table, place) = match self.table.0.get(name) {
            Some(item) => (entry_table(&path, item, self.problems)?, item.node.place),
            None => (self.empty, super::TOP),
        };
        let keys = Keys { table, place, problems: self.problems };
        let Self { root, register, horizon, .. } = *self;
        let mut parameters = Parameters { keys, root, register, horizon };
        check_keys(&mut parameters.keys, &path, section);
        let off = parameters.keys.get(Key::Off, truth).or(false);
        let read = read(&mut parameters);
        Some(Some(read?).filter(|_| off != Some(true))).filter(|_| off.is_some())
    }
}

impl Parameters<'_, '_> {
    fn at(&mut self) -> Option<Month> {
        let usual = self.horizon.map(usual_month);
        let at = self.keys.get(Key::At, month);
        let Some(until) = fact_until(self.root) else { return at.optional()?.or(usual) };
        if let Some((&from, place)) = at.seen().filter(|(at, _)| **at <= until) {
            self.keys.problems.push(place, OverlayMistake::BeforeFacts { from, until });
        }
        let at = at.optional()?.or(usual);
        at.map(|at| at.max(until.plus(1)))
    }

    fn months(&mut self, usual: i32) -> Option<i32> {
        self.keys.get(Key::Months, months).or(usual)
    }
}

/// The last month that is fact, where any is.
fn fact_until(root: &Table) -> Option<Month> {
    text_at(table_at(root, Key::Actual)?, Key::Until)?.parse().ok()
}

fn crisis(shock: &mut Parameters<'_, '_>) -> Option<Crisis> {
    let sales = shock.keys.get(Key::Sales, percent_change).or(usual::CRISIS_SALES);
    let costs = shock.keys.get(Key::Costs, percent_change).or(usual::CRISIS_COSTS);
    let interest = shock.keys.get(Key::Interest, points).or(usual::CRISIS_INTEREST);
    let at = shock.at();
    Some(Crisis { sales: sales?, costs: costs?, interest: interest?, at: at? })
}

fn election(shock: &mut Parameters<'_, '_>) -> Option<Election> {
    let years = shock.keys.get(Key::Years, |slot, problems| {
        let years = list(slot, Wanted::Years, problems, calendar_year)?;
        each_once(slot, &years, problems).then_some(years)
    });
    let register = shock.register;
    let parties = shock.keys.get(Key::Parties, |slot, problems| {
        let parties =
            list(slot, Wanted::Names, problems, |slot, problems| register.party(slot, problems))?;
        each_once(slot, &parties, problems).then_some(parties)
    });
    Some(Election { years: years.optional()?, parties: parties.optional()? })
}

fn cold_turkey(shock: &mut Parameters<'_, '_>) -> Option<ColdTurkey> {
    Some(ColdTurkey { at: shock.at()? })
}

fn transition(shock: &mut Parameters<'_, '_>) -> Option<Transition> {
    let (at, months) = (shock.at(), shock.months(usual::TRANSITION_MONTHS));
    Some(Transition { at: at?, months: months? })
}

fn parent_leaves(shock: &mut Parameters<'_, '_>) -> Option<ParentLeaves> {
    let at = shock.at();
    let register = shock.register;
    let party: crate::reading::keys::Given<PartyIndex> =
        shock.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    Some(ParentLeaves { at: at?, party: party.optional()? })
}

fn late(shock: &mut Parameters<'_, '_>) -> Option<Late> {
    Some(Late { months: shock.months(usual::LATE_MONTHS)? })
}

fn handover(shock: &mut Parameters<'_, '_>) -> Option<Handover> {
    let root = shock.root;
    let scenario = shock.keys.get(Key::Scenario, |slot, problems| scenario(slot, root, problems));
    Some(Handover { scenario: scenario.optional()? })
}

/// The id of a scenario of the file that holds from a month on.
fn scenario(slot: Slot<'_>, root: &Table, problems: &mut Problems) -> Option<String> {
    let id = text(slot, problems)?;
    let scenarios = table_at(root, Key::Scenario);
    let Some(item) = scenarios.and_then(|table| table.0.get(id)) else {
        let known = known(id, names(scenarios), size(scenarios), problems);
        return slot.wrong(OverlayMistake::ScenarioUnknown { id: id.to_owned(), known }, problems);
    };
    // What is no table is told there.
    if as_table(&item.node.value).is_some_and(|table| !table.has(Key::From)) {
        return slot.wrong(ReferenceMistake::ScenarioWithoutFrom { id: id.to_owned() }, problems);
    }
    Some(id.to_owned())
}

/// Whether every item of a list is another; notes the second of two.
fn each_once<T: PartialEq>(slot: Slot<'_>, items: &[T], problems: &mut Problems) -> bool {
    let twice = items.iter().enumerate().find_map(|(place, item)| {
        items.iter().take(place).any(|other| other == item).then_some(place)
    });
    let Some(place) = twice else { return true };
    let Value::List(nodes) = &slot.node.value else { return true };
    let Some(node) = nodes.get(place) else { return true };
    let written = match &node.value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.written.clone(),
        _ => String::new(),
    };
    let key = slot.key.to_owned();
    problems.push(node.place, ValueMistake::ListedTwice { key, written });
    false
}

/// `"-20%"`: by what part something changes.
fn percent_change(slot: Slot<'_>, problems: &mut Problems) -> Option<Decimal> {
    change(slot, Unit::Percent, problems)
}

/// `"+2 points"`: what is added to a percentage, as a fraction.
fn points(slot: Slot<'_>, problems: &mut Problems) -> Option<Decimal> {
    change(slot, Unit::Points, problems)
}

/// What a change is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Percent,
    Points,
}

fn change(slot: Slot<'_>, unit: Unit, problems: &mut Problems) -> Option<Decimal> {
    let points = unit == Unit::Points;
    let (written, change) = match &slot.node.value {
        Value::Text(text) => (text, parsed(text, unit)),
        Value::Number(number) => (&number.written, None),
        _ => {
            return slot.wrong_type(if points { Wanted::Points } else { Wanted::Change }, problems);
        }
    };
    let (key, written) = (slot.key.to_owned(), written.clone());
    let Some(change) = change else {
        let spelled = spelled(&written, unit);
        return slot
            .wrong(ValueMistake::ChangeSpelling { key, written, points, spelled }, problems);
    };
    let most = if points { Decimal::ONE } else { Decimal::TEN };
    if change < Decimal::NEGATIVE_ONE || change > most {
        return slot.wrong(ValueMistake::ChangeOutOfBounds { key, written, points }, problems);
    }
    Some(change)
}

/// The fraction that `"-20%"` or `"+2 points"` stands for; only nothing needs no sign.
fn parsed(text: &str, unit: Unit) -> Option<Decimal> {
    let digits = match unit {
        Unit::Percent => text.strip_suffix('%')?,
        Unit::Points => text.strip_suffix(" points").or(text.strip_suffix(" point"))?,
    };
    let unsigned = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    let number = Decimal::from_str_exact(digits.strip_prefix('+').unwrap_or(digits)).ok()?;
    if unsigned == digits && !number.is_zero() {
        return None;
    }
    number.checked_div(Decimal::ONE_HUNDRED)
}

/// The right spelling of a change written in another way: with a sign, as it mostly goes.
fn spelled(written: &str, unit: Unit) -> Option<String> {
    let bare = written.trim().replace(',', ".");
    let end = bare.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '+' | '-'));
    let (digits, rest) = bare.split_at_checked(end.unwrap_or(bare.len()))?;
    let unsigned = digits.trim_start_matches(['+', '-']);
    let number = Decimal::from_str_exact(unsigned).ok()?;
    // A bare 0.2 is a fifth, and 20 stands for twenty hundredths.
    let hundredfold = rest.is_empty() && number < Decimal::ONE;
    let number = if hundredfold { number.checked_mul(Decimal::ONE_HUNDRED)? } else { number };
    let sign = if digits.starts_with('-') { '-' } else { '+' };
    Some(match unit {
        Unit::Percent => format!("{sign}{}%", number.normalize()),
        Unit::Points => format!("{sign}{} points", number.normalize()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_sign_unless_it_is_none() {
        assert_eq!(parsed("-20%", Unit::Percent), Some(Decimal::new(-2, 1)));
        assert_eq!(parsed("+1.5 points", Unit::Points), Some(Decimal::new(15, 3)));
        assert_eq!(parsed("+1 point", Unit::Points), Some(Decimal::new(1, 2)));
        assert_eq!(parsed("0%", Unit::Percent), Some(Decimal::ZERO));
        for wrong in ["20%", "-20", "- 20%", "+2%points", "-.5%", "+2 points"] {
            assert_eq!(parsed(wrong, Unit::Percent), None, "{wrong}");
        }
    }

    #[test]
    fn other_spellings_are_put_right() {
        assert_eq!(spelled("20%", Unit::Percent).as_deref(), Some("+20%"));
        assert_eq!(spelled("-0.2", Unit::Percent).as_deref(), Some("-20%"));
        assert_eq!(spelled("-7,5 %", Unit::Percent).as_deref(), Some("-7.5%"));
        assert_eq!(spelled("2%", Unit::Points).as_deref(), Some("+2 points"));
        assert_eq!(spelled("a fifth", Unit::Percent), None);
    }
}
