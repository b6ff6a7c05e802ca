//! What each shock lays over a document.

use super::draft::{Draft, entry};
use super::parts::{
    brings_most, can_start_late, follows_only, ids, is_temporary_income, is_temporary_money,
};
use super::{Shock, What, Why};
use crate::calendar::Month;
use crate::case::stress::{
    ColdTurkey, Crisis, Election, Handover, Late, ParentLeaves, Transition, dutch_election_year,
};
use crate::case::{Case, Entry, Form, Funding, IncomeKind, PartyIndex, Schedule, Timing};
use crate::document::{Change, Document, Item, Node, Number, Table, Value};
use crate::money::rounded;
use crate::overlay::{self, Layers};
use crate::reading::group::{as_table, table_at, text_at};
use crate::reading::percent::written;
use crate::stream;
use crate::whatif::Trial;
use crate::words::{Key, Section, Word};
use rust_decimal::Decimal;

/// A shock laid over a document.
pub struct Laid {
    /// What it does.
    pub what: What,
    /// The document with it.
    pub document: Document,
}

type Outcome = Result<Laid, Why>;

/// Lays a shock over a case; `None` when the file leaves it out.
pub fn laid(shock: Shock, trial: &Trial) -> Option<Outcome> {
    let stresses = &trial.case.stresses;
    Some(match shock {
        Shock::Crisis => crisis(trial, stresses.crisis?),
        Shock::Election => election(trial, stresses.election.as_ref()?),
        Shock::ColdTurkey => cold_turkey(trial, stresses.cold_turkey?),
        Shock::Transition => transition(trial, stresses.transition?),
        Shock::ParentLeaves => parent_leaves(trial, stresses.parent_leaves?),
        Shock::Late => late(trial, stresses.late?),
        Shock::Handover => handover(trial, stresses.handover.as_ref()?),
    })
}

/// A document with a draft laid over it from a month on.
fn from(trial: &Trial, month: Month, draft: &Draft) -> Document {
    let mut document = trial.document.clone();
    overlay::over_from(&mut document, month, draft.table());
    document
}

/// Funding entries switched off.
fn switched_off(trial: &Trial, shock: Shock, ids: &[&str]) -> Draft {
    let mut draft = Draft::new(&trial.document, shock);
    for id in ids {
        draft.switch_off(id);
    }
    draft
}

/// That a shock comes within the horizon.
fn within(case: &Case, at: Month) -> Result<(), Why> {
    if at > case.horizon.last() { Err(Why::PastEnd(at)) } else { Ok(()) }
}

/// A number beneath, so much more of itself.
fn scaled(change: Decimal) -> Value {
    Value::Change(Change::by(change))
}

/// Hundredths.
fn hundredths(fraction: Decimal) -> Decimal {
    fraction.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(fraction).normalize()
}

fn crisis(trial: &Trial, crisis: Crisis) -> Outcome {
    within(&trial.case, crisis.at)?;
    let mut later = Draft::new(&trial.document, Shock::Crisis);
    sell_less(&mut later, trial, crisis.sales);
    pay_more(&mut later, trial, crisis.costs);
    let mut document = from(trial, crisis.at, &later);
    // A loan that is drawn later has one interest, from its draw to its end.
    let mut loans = Draft::new(&trial.document, Shock::Crisis);
    borrow_dearer(&mut loans, trial, crisis);
    overlay::over(&mut document, loans.table());
    Ok(Laid { what: What::Crisis(crisis), document })
}

/// The volume of sales: their quantity, or where they have none their amount. What follows them
/// goes along.
fn sell_less(draft: &mut Draft, trial: &Trial, change: Decimal) {
    if change.is_zero() {
        return;
    }
    let sales = trial.case.funding.iter().filter(|entry| is_sales(&entry.what));
    for sale in sales.filter(|sale| !follows_only(&trial.case, sale, is_sales)) {
        let Some(table) = entry(&trial.document, Key::Funding, &sale.id) else { continue };
        let has = |key: Key| table.has(key);
        let follows = has(Key::Of);
        let amount = [Key::Quantity, Key::Amount, Key::Amounts, Key::At];
        let key = amount.into_iter().find(|key| has(*key));
        match key {
            Some(key) => draft.set(Key::Funding, &sale.id, key, scaled(change)),
            None if follows && has(Key::Price) => {
                draft.set(Key::Funding, &sale.id, Key::Price, scaled(change));
            }
            None => scale_share(draft, &sale.id, table, change),
        }
    }
}

/// A share of a cost or of other income: so much less of it, and never more than all.
fn scale_share(draft: &mut Draft, id: &str, table: &Table, change: Decimal) {
    let share = table.item(Key::Share).and_then(|item| match &item.node.value {
        Value::Text(text) => written(text),
        Value::Table(range) => written(text_at(range, Key::Likely)?),
        _ => None,
    });
    let factor = Decimal::ONE.checked_add(change);
    let scaled = share.zip(factor).and_then(|(share, factor)| share.checked_mul(factor));
    if let Some(scaled) = scaled {
        let scaled = rounded(scaled.min(Decimal::ONE_HUNDRED), 8).normalize();
        draft.set(Key::Funding, id, Key::Share, Value::Text(format!("{scaled}%")));
    }
}

fn is_sales(funding: &Funding) -> bool {
    matches!(&funding.form, Form::Income(income) if income.kind == IncomeKind::Sales)
}

/// The prices of costs: their price, or where they have none their amount. A share of something
/// else goes along with that.
fn pay_more(draft: &mut Draft, trial: &Trial, change: Decimal) {
    if change.is_zero() {
        return;
    }
    for cost in &trial.case.costs {
        let table = entry(&trial.document, Key::Cost, &cost.id);
        if table.is_some_and(|table| overlay::can_be_scaled(Section::Cost, table)) {
            draft.lay(Key::Cost, &cost.id, scaled(change));
        }
    }
}

fn borrow_dearer(draft: &mut Draft, trial: &Trial, crisis: Crisis) {
    if crisis.interest.is_zero() {
        return;
    }
    for entry in &trial.case.funding {
        let Form::Loan(loan) = &entry.what.form else { continue };
        if loan.on < crisis.at {
            continue;
        }
        let has_interest = self::entry(&trial.document, Key::Funding, &entry.id)
            .is_some_and(|table| table.has(Key::Interest));
        let points = hundredths(crisis.interest);
        let interest = if has_interest {
            Value::Change(Change::Points(points))
        } else {
            Value::Text(format!("{points}%"))
        };
        draft.set(Key::Funding, &entry.id, Key::Interest, interest);
    }
}

fn election(trial: &Trial, election: &Election) -> Outcome {
    let case = &trial.case;
    let parties = election.parties.clone().unwrap_or_else(|| public(case));
    let of_them = |funding: &Funding| {
        is_temporary_money(funding) && funding.party.is_some_and(|party| parties.contains(&party))
    };
    let ending = ids(case, of_them);
    if ending.is_empty() {
        return Err(Why::NoTemporaryOfParties(parties));
    }
    let until = election_december(case, election).ok_or(Why::NoElection(case.horizon.start))?;
    within(case, until.plus(1))?;
    let brings = |party: &PartyIndex| {
        case.funding.iter().any(|entry| of_them(&entry.what) && entry.what.party == Some(*party))
    };
    let parties = parties.iter().copied().filter(brings).collect();
    let draft = switched_off(trial, Shock::Election, &ending);
    let document = from(trial, until.plus(1), &draft);
    Ok(Laid { what: What::Election { parties, until }, document })
}

fn public(case: &Case) -> Vec<PartyIndex> {
    let parties = case.parties.iter().enumerate().filter(|(_, party)| party.public);
    parties.map(|(place, _)| PartyIndex(place)).collect()
}

/// The December of the first election year that begins after the start.
fn election_december(case: &Case, election: &Election) -> Option<Month> {
    // What is fact no election undoes.
    let start = case.horizon.month(case.judged_from().max(1) - 1);
    let year = match &election.years {
        None => dutch_election_year(start),
        Some(years) => {
            let begins_after =
                |year: &&i32| Month::new(**year, 1).is_some_and(|january| january > start);
            *years.iter().filter(begins_after).min()?
        }
    };
    Month::new(year, 12)
}

fn cold_turkey(trial: &Trial, cold_turkey: ColdTurkey) -> Outcome {
    let draft = without_temporary(trial, Shock::ColdTurkey)?;
    within(&trial.case, cold_turkey.at)?;
    let document = from(trial, cold_turkey.at, &draft);
    Ok(Laid { what: What::ColdTurkey(cold_turkey), document })
}

/// All temporary income switched off.
fn without_temporary(trial: &Trial, shock: Shock) -> Result<Draft, Why> {
    let ending = ids(&trial.case, is_temporary_income);
    if ending.is_empty() {
        return Err(Why::NoTemporary);
    }
    let draft = switched_off(trial, shock, &ending);
    Ok(draft)
}

fn transition(trial: &Trial, transition: Transition) -> Outcome {
    let ending = ids(&trial.case, is_temporary_income);
    if ending.is_empty() {
        return Err(Why::NoTemporary);
    }
    within(&trial.case, transition.at)?;
    let mut draft = Draft::new(&trial.document, Shock::Transition);
    let fades = |id: &str| {
        entry(&trial.document, Key::Funding, id).is_some_and(|entry| entry.has(Key::Fade))
    };
    // What fades already goes as was arranged.
    for id in ending.into_iter().filter(|id| !fades(id)) {
        let fade = fade(trial, id, transition);
        draft.set(Key::Funding, id, Key::Fade, fade);
    }
    let mut document = trial.document.clone();
    overlay::over(&mut document, draft.table());
    Ok(Laid { what: What::Transition(transition), document })
}

/// `fade = { from = "2029-01", months = 24 }`.
fn fade(trial: &Trial, id: &str, transition: Transition) -> Value {
    let place = trial.document.key_at(&[Key::Funding.spelled(), id]);
    let place = place.unwrap_or(crate::document::Place {
        source: crate::document::SourceId(0),
        start: 0,
        end: 0,
    });
    let mut table = Table::default();
    let mut put = |key: Key, value| {
        table
            .edit()
            .insert(key.spelled().to_owned(), Item { key: place, node: Node { value, place } });
    };
    let months = Decimal::from(transition.months);
    put(Key::From, Value::Text(transition.at.to_string()));
    put(Key::Months, Value::Number(number(months)));
    Value::Table(table)
}

fn number(exact: Decimal) -> Number {
    Number { written: exact.to_string(), exact: Some(exact), scaled: false }
}

fn parent_leaves(trial: &Trial, leaves: ParentLeaves) -> Outcome {
    let case = &trial.case;
    // What cannot be added up is told by the case itself.
    let most = || brings_most(case, &trial.journal).ok().flatten();
    let last_year = || case.horizon.label(case.years().saturating_sub(1));
    let nobody = || Why::NobodyBrings(last_year());
    let party = leaves.party.or_else(most).ok_or_else(nobody)?;
    let ending = ids(case, |funding| funding.party == Some(party));
    if ending.is_empty() {
        return Err(Why::BringsNothing(party));
    }
    within(case, leaves.at)?;
    let draft = switched_off(trial, Shock::ParentLeaves, &ending);
    let document = from(trial, leaves.at, &draft);
    Ok(Laid { what: What::ParentLeaves { party, at: leaves.at }, document })
}

fn late(trial: &Trial, late: Late) -> Outcome {
    let case = &trial.case;
    let delayed = case.funding.iter().filter(|entry| can_start_late(&entry.what));
    let delayed: Vec<_> = delayed.filter(|entry| is_to_come(case, entry)).collect();
    if delayed.is_empty() {
        return Err(Why::NothingToDelay);
    }
    let mut document = trial.document.clone();
    if late.months > 0 {
        for entry in delayed {
            start_late(&mut document, trial, entry, late);
        }
    }
    Ok(Laid { what: What::Late(late), document })
}

/// Whether nothing of a funding entry lies in months that are fact.
fn is_to_come(case: &Case, entry: &Entry<Funding>) -> bool {
    let begins = match &entry.what.form {
        Form::Outcome(outcome) => Some(case.horizon.number(outcome.from)),
        Form::Income(income) => stream::first_month(case, &income.schedule),
        Form::Equity(_) | Form::Loan(_) | Form::InKind(_) => None,
    };
    case.actual.is_none_or(|actual| begins.is_none_or(|begins| begins > actual.until))
}

/// Lets an entry start so much later; one that would then end first does not come.
fn start_late(document: &mut Document, trial: &Trial, entry: &Entry<Funding>, late: Late) {
    let mut draft = Draft::new(&trial.document, Shock::Late);
    let id = entry.id.as_str();
    let mut begin = |key: Key, begins: Month, until: Option<Month>| {
        let begins = begins.plus(late.months);
        if until.is_some_and(|until| until < begins) {
            draft.switch_off(id);
        } else {
            draft.set(Key::Funding, id, key, Value::Text(begins.to_string()));
        }
    };
    match &entry.what.form {
        Form::Outcome(outcome) => begin(Key::From, outcome.from, Some(outcome.until)),
        Form::Income(income) => match &income.schedule {
            Schedule::Own(stream) => match &stream.timing {
                Timing::Once { on } => begin(Key::On, *on, None),
                Timing::Dated(_) => date_later(document, trial, (id, Key::At), late),
                Timing::Recurring(own) => begin(Key::From, own.from, Some(own.until)),
            },
            Schedule::Follows(_) => follow_late(document, trial, entry, late),
        },
        Form::Equity(_) | Form::Loan(_) | Form::InKind(_) => {}
    }
    overlay::over_throughout(document, draft.table());
    // What is paid in months of its own is so much later too.
    date_later(document, trial, (id, Key::Paid), late);
}

/// Lets what an entry has by month come so much later: nothing is left in the months that had it.
fn date_later(document: &mut Document, trial: &Trial, (id, key): (&str, Key), late: Late) {
    let table = entry(&trial.document, Key::Funding, id);
    let Some(by_month) = table.and_then(|table| table_at(table, key)) else { return };
    let nothing = || match key {
        Key::Paid => Value::Text("0%".to_owned()),
        _ => Value::Number(number(Decimal::ZERO)),
    };
    let mut later = Table::default();
    for (month, item) in by_month.0.iter() {
        let node = Node { value: nothing(), place: item.node.place };
        later.edit().entry(month.clone()).or_insert(Item { key: item.key, node });
        if let Ok(on) = month.parse::<Month>() {
            later.edit().insert(on.plus(late.months).to_string(), item.clone());
        }
    }
    let mut draft = Draft::new(&trial.document, Shock::Late);
    draft.set(Key::Funding, id, key, Value::Table(later));
    overlay::over_throughout(document, draft.table());
}

/// What follows something that is not late itself follows it by nothing until then. What follows
/// what is late goes along, and what comes once comes when the other does.
fn follow_late(document: &mut Document, trial: &Trial, entry: &Entry<Funding>, late: Late) {
    let case = &trial.case;
    if follows_only(case, entry, can_start_late) {
        return;
    }
    let Some(begins) = first_month_followed(case, entry) else { return };
    let id = entry.id.as_str();
    let Some(table) = self::entry(&trial.document, Key::Funding, id) else { return };
    let (key, nothing) = if table.has(Key::Price) {
        (Key::Price, Value::Number(number(Decimal::ZERO)))
    } else {
        (Key::Share, Value::Text("0%".to_owned()))
    };
    let Some(measure) = table.item(key).map(|item| item.node.value.clone()) else { return };
    let mut before = Draft::new(&trial.document, Shock::Late);
    before.set(Key::Funding, id, key, nothing);
    overlay::over_throughout(document, before.table());
    let mut after = Draft::new(&trial.document, Shock::Late);
    after.set(Key::Funding, id, key, measure);
    overlay::over_from(document, begins.plus(late.months), after.table());
}

/// The first month in which an income follows something, where that comes again and again.
fn first_month_followed(case: &Case, entry: &Entry<Funding>) -> Option<Month> {
    let Form::Income(income) = &entry.what.form else { return None };
    let Schedule::Follows(follow) = &income.schedule else { return None };
    if follow.once {
        return None;
    }
    Some(case.horizon.month(stream::first_month(case, &income.schedule)?))
}

fn handover(trial: &Trial, handover: &Handover) -> Outcome {
    let id = match &handover.scenario {
        Some(id) => id.clone(),
        None => first_from_a_month_on(&trial.document).ok_or(Why::NoScenario)?,
    };
    let found = trial.document.at(&[Key::Scenario.spelled(), &id]);
    let table = found.and_then(|node| as_table(&node.value)).ok_or(Why::NoScenario)?;
    let from = text_at(table, Key::From).and_then(|from| from.parse().ok());
    let from: Month = from.ok_or(Why::NoScenario)?;
    within(&trial.case, from)?;
    let scenario = overlay::called(&id, table);
    let layers = Layers { scenarios: vec![id], ..Layers::default() };
    // The scenario is there, so that it can be laid.
    let document = layers.over(trial.document.clone()).map_err(|_| Why::NoScenario)?;
    Ok(Laid { what: What::Handover { scenario, from }, document })
}

/// The first scenario of a file that holds from a month on and is not laid over it already.
fn first_from_a_month_on(document: &Document) -> Option<String> {
    let scenarios = table_at(&document.root, Key::Scenario)?;
    let found = scenarios.0.iter().find(|(_, item)| {
        as_table(&item.node.value).is_some_and(|scenario| {
            let changes = scenario.0.keys().any(|key| !overlay::is_about(key));
            changes && scenario.has(Key::From)
        })
    });
    found.map(|(id, _)| id.clone())
}
