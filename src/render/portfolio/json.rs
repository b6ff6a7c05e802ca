//! Many cases for scripts (reference, section 11.22).

use super::Found;
use crate::case::VerdictKind;
use crate::money::Cents;
use crate::portfolio::{
    Brought, Budget, CashYear, PartyBrought, PartySums, PartyYear, RequestKept, RequestKey,
    RequestSums, Spent, Sums, Years,
};
use crate::render::json::{FORMAT, money, object};
use crate::statements::Both;
use crate::words::Text;
use serde_json::{Map, Value, json};

/// The object of many cases.
pub fn object(found: &Found) -> Value {
    let portfolio = found.portfolio;
    object!({
        "format": FORMAT,
        "scenario": found.layers.scenario(),
        "cases": object!({
            "closes": portfolio.count(VerdictKind::Closes),
            "conditional": portfolio.count(VerdictKind::Conditional),
            "does_not_close": portfolio.count(VerdictKind::DoesNotClose),
        }),
        "currencies": portfolio.currencies.iter().map(currency).collect::<Value>(),
        "no_case": found.no_case,
        "wrong": found.wrong.to_vec(),
    })
}

/// What one case brings to the sums of many.
pub fn brought(brought: &Brought) -> Value {
    object!({
        "format": FORMAT,
        "file": brought.file.as_str(),
        "name": brought.name.to_programs(brought.language),
        "tags": brought.tags.clone(),
        "currency": brought.currency.as_str(),
        "verdict": brought.verdict.id(),
        "fails": brought.fails.iter().map(|test| test.id()).collect::<Value>(),
        "conditions": paths(&brought.conditions),
        "parties": brought.parties.iter().map(|it| party_of_case(brought, it)).collect::<Value>(),
        "years": brought.years.iter().map(|(year, cash)| cash_year(*year, cash)).collect::<Value>(),
        "requests": brought.requests.iter().map(|it| object!({
            "entry": it.entry.as_str(),
            "name": it.name.to_programs(brought.language),
            "party": it.party.as_deref(),
            "years": asked(&it.years),
            "makes_stand": it.makes_stand,
            "indispensable": it.indispensable,
        })).collect::<Value>(),
    })
}

fn party_of_case(brought: &Brought, party: &PartyBrought) -> Value {
    object!({
        "party": party.key.as_str(),
        "name": party.name.to_programs(brought.language),
        "public": party.public,
        "years": party_years(&party.years),
        "carries": party.carries,
        "wrong_pocket": party.is_wrong_pocket,
    })
}

fn paths(conditions: &[(String, Text)]) -> Value {
    conditions.iter().map(|(path, _)| path.as_str()).collect()
}

fn party_years(years: &Years<PartyYear>) -> Value {
    let years = years.iter().map(|(year, of_year)| {
        let mut object = Map::from_iter([("year".to_owned(), json!(year))]);
        object.extend(amounts(of_year));
        Value::Object(object)
    });
    years.collect()
}

fn currency(sums: &Sums) -> Value {
    object!({
        "currency": sums.currency.as_str(),
        "cases": sums.cases.iter().map(|case| object!({
            "file": case.file.as_str(),
            "name": case.name.to_programs(case.language),
            "verdict": case.verdict.id(),
            "fails": case.fails.iter().map(|test| test.id()).collect::<Value>(),
            "conditions": paths(&case.conditions),
        })).collect::<Value>(),
        "parties": sums.parties.iter().map(|(key, it)| party(sums, key, it)).collect::<Value>(),
        "years": sums.years.iter().map(|(year, cash)| cash_year(*year, cash)).collect::<Value>(),
        "requests": sums.requests.iter().map(|(key, it)| request(sums, key, it)).collect::<Value>(),
        "budgets": sums.budgets.iter().map(|(it, spent)| budget(it, spent)).collect::<Value>(),
        "wrong_pockets": sums.pockets().iter().map(|(key, it)| object!({
            "party": key.as_str(),
            "cases": it.pocket.cases,
            "saved": money(it.pocket.saved),
            "cashable": money(it.pocket.cashable),
        })).collect::<Value>(),
    })
}

fn party(sums: &Sums, key: &str, party: &PartySums) -> Value {
    let mut object = Map::from_iter([
        ("party".to_owned(), json!(key)),
        ("name".to_owned(), json!(party.name.to_programs(party.language))),
        ("public".to_owned(), json!(party.public)),
        ("cases".to_owned(), json!(party.cases)),
    ]);
    object.extend(amounts(&party.total));
    object.insert("years".to_owned(), party_years(&party.years));
    object.insert("carries".to_owned(), files(sums, &party.carries));
    Value::Object(object)
}

fn amounts(of: &PartyYear) -> Map<String, Value> {
    let PartyYear { asked, promised, paid, repaid, saved, cashable } = *of;
    let all = [
        ("asked", asked),
        ("promised", promised),
        ("paid", paid),
        ("repaid", repaid),
        ("saved", saved),
        ("cashable", cashable),
    ];
    all.map(|(name, amount)| (name.to_owned(), money(amount))).into_iter().collect()
}

fn files(sums: &Sums, cases: &[usize]) -> Value {
    cases.iter().filter_map(|&case| sums.cases.get(case)).map(|case| case.file.as_str()).collect()
}

fn cash_year(year: i32, cash: &Both<CashYear>) -> Value {
    let of = |cash: CashYear| {
        object!({
            "receipts": money(cash.receipts),
            "payments": money(cash.payments),
            "need": money(cash.need),
        })
    };
    object!({"year": year, "certain": of(cash.certain), "all": of(cash.all)})
}

fn request(sums: &Sums, key: &RequestKey, request: &RequestSums) -> Value {
    object!({
        "entry": key.entry.as_str(),
        "name": request.name.to_programs(request.language),
        "party": key.party.as_deref(),
        "asked": money(request.total),
        "years": asked(&request.years),
        "makes_stand": request.stand(),
        "cases": request.cases.iter().filter_map(|it| asked_in(sums, it)).collect::<Value>(),
    })
}

fn asked_in(sums: &Sums, kept: &RequestKept) -> Option<Value> {
    let case = sums.cases.get(kept.case)?;
    Some(object!({
        "file": case.file.as_str(),
        "years": asked(&kept.years),
        "makes_stand": kept.makes_stand,
        "indispensable": kept.indispensable,
    }))
}

fn asked(years: &Years<Cents>) -> Value {
    let years =
        years.iter().map(|(year, amount)| object!({"year": *year, "asked": money(*amount)}));
    years.collect()
}

fn budget(budget: &Budget, spent: &Spent) -> Value {
    object!({
        "party": budget.party.as_str(),
        "year": budget.year,
        "budget": money(budget.amount),
        "promised": money(spent.promised),
        "asked": money(spent.asked),
        "makes_stand": money(spent.makes_stand),
        "over": money(spent.over),
    })
}
