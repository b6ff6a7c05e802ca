//! The object of `stress`.

use crate::case::stress::{ColdTurkey, Crisis, Late, Transition};
use crate::case::{Case, PartyIndex};
use crate::money::Cents;
use crate::render::json::{FORMAT, figure, head};
use crate::render::subject::Subject;
use crate::verdict::Margin;
use crate::whatif::stress::{Choice, Payer, Shocked, Standing, Stressed, What, Why};
use crate::words::Word;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// The object of `stress`.
pub fn object(subject: Subject, case: &Case, stressed: &Stressed) -> Value {
    json!({
        "format": FORMAT,
        "case": head(subject, case),
        "funding": stressed.counted.spelled(),
        "unshocked": Value::Object(standing(&stressed.unshocked)),
        "stresses": stressed.shocks.iter().map(|shocked| self::shocked(case, shocked)).collect::<Value>(),
        "choice": stressed.choice.as_ref().map(|choice| self::choice(case, choice)),
    })
}

fn shocked(case: &Case, shocked: &Shocked) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), shocked.shock.id().into());
    object.insert("applies".to_owned(), shocked.outcome.is_ok().into());
    match &shocked.outcome {
        Ok(hit) => {
            object.insert("parameters".to_owned(), parameters(case, &hit.what));
            object.extend(standing(&hit.standing));
        }
        Err(why) => {
            object.insert("reason".to_owned(), why.id().into());
            if let Why::ChangesNothing(what) = why {
                object.insert("parameters".to_owned(), parameters(case, what));
            }
        }
    }
    Value::Object(object)
}

fn parameters(case: &Case, what: &What) -> Value {
    match what {
        What::Crisis(Crisis { sales, costs, interest, at }) => json!({
            "sales": fraction(*sales),
            "costs": fraction(*costs),
            "interest": fraction(*interest),
            "at": at.to_string(),
        }),
        What::Election { parties, until } => json!({
            "parties": parties.iter().map(|party| id(case, *party)).collect::<Value>(),
            "until": until.to_string(),
        }),
        What::ColdTurkey(ColdTurkey { at }) => json!({"at": at.to_string()}),
        What::Transition(Transition { at, months }) => {
            json!({"at": at.to_string(), "months": months})
        }
        What::ParentLeaves { party, at } => {
            json!({"party": id(case, *party), "at": at.to_string()})
        }
        What::Late(Late { months }) => json!({"months": months}),
        What::Handover { scenario, from } => {
            let scenario = scenario.to_programs(case.language);
            json!({"scenario": scenario, "from": from.to_string()})
        }
    }
}

fn id(case: &Case, party: PartyIndex) -> Value {
    case.parties.get(party.0).map(|party| party.id.as_str()).into()
}

fn fraction(number: Decimal) -> Value {
    number.normalize().to_string().into()
}

fn standing(standing: &Standing) -> Map<String, Value> {
    let fields = [
        ("verdict", standing.verdict.id().into()),
        ("margin", margin(standing.margin)),
        ("lowest_cash", money(standing.lowest)),
        ("month", standing.month.to_string().into()),
        ("runs_out", standing.runs_out.map(|month| month.to_string()).into()),
        ("contribution", standing.contribution.map(|amount| amount.to_string()).into()),
    ];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A margin with the test that it is about.
pub fn margin(margin: Margin) -> Value {
    json!({"test": margin.test.id(), "figure": figure(margin.by)})
}

fn choice(case: &Case, choice: &Choice) -> Value {
    let payer = |payer: &Payer| {
        json!({
            "id": payer.party.map(|party| id(case, party)),
            "paid": money(payer.paid),
            "present_value": money(payer.present),
        })
    };
    json!({
        "lowest_cash": money(choice.lowest),
        "payers": choice.payers.iter().map(payer).collect::<Value>(),
        "paid": money(choice.paid),
        "present_value": money(choice.present),
    })
}

fn money(cents: Cents) -> Value {
    cents.to_string().into()
}
