//! The object of `close`.

use crate::case::Case;
use crate::money::Cents;
use crate::render::json::money;
use crate::whatif::{Ask, Asked, Closing, LeverUnit, Pulled, Sums};
use serde_json::{Value, json};

/// Each lever with what closes the case, or how far it can go before the
/// case no longer closes; and the ask.
pub fn object(case: &Case, closing: &Closing) -> Value {
    json!({
        "closes": closing.closes,
        "levers": closing.levers.iter().map(|it| lever(case, closing, it)).collect::<Value>(),
        "ask": closing.ask.as_ref().map(|it| ask(case, it)),
    })
}

fn lever(case: &Case, closing: &Closing, pulled: &Pulled) -> Value {
    let figure = pulled.value.map(hundredths);
    let (value, limit) = if closing.closes { (None, figure) } else { (figure, None) };
    json!({
        "id": pulled.lever.id(),
        "unit": unit(case, pulled.lever.unit()),
        "value": value,
        "limit": limit,
    })
}

/// Two decimals: euros of cents, percents of hundredths of a percent.
pub fn hundredths(value: i64) -> String {
    Cents(value).to_string()
}

/// What a lever is counted in.
pub fn unit(case: &Case, unit: LeverUnit) -> String {
    match unit {
        LeverUnit::MoneyAYear => format!("{} a year", case.currency),
        LeverUnit::Money => case.currency.clone(),
        LeverUnit::Percent => "percent".to_owned(),
    }
}

fn ask(case: &Case, ask: &Ask) -> Value {
    let party = |asked: &Asked| {
        let Sums { saves, pays, asked: more, keeps, at_start } = asked.sums;
        let party = case.parties.get(asked.party.0)?;
        Some(json!({
            "id": party.id,
            "saves": money(saves),
            "pays": money(pays),
            "asked": money(more),
            "keeps": money(keeps),
            "saves_at_start": money(at_start.saves),
            "asked_at_start": money(at_start.asked),
        }))
    };
    json!({
        "year": year_of_ask(case),
        "needed": money(ask.needed),
        "covered": ask.is_covered(),
        "missing": money(ask.missing()),
        "parties": ask.parties.iter().filter_map(party).collect::<Value>(),
    })
}

/// The label of the case year of what is asked: the last, and none where that is an average year.
pub(super) fn year_of_ask(case: &Case) -> Option<String> {
    (!case.ends).then(|| case.horizon.label(case.years().saturating_sub(1)))
}
