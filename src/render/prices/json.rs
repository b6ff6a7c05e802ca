//! The objects of price lists.

use super::{At, Shown};
use crate::prices::PriceList;
use crate::render::json::FORMAT;
use crate::render::sensitivity::json::number;
use crate::words::{Language, Text, Word, percent};
use serde_json::{Value, json};

/// The object of a list that is right.
pub fn checked(file: &str, list: &PriceList) -> Value {
    json!({
        "format": FORMAT,
        "file": file,
        "list": said(&list.name, Language::En),
        "prices": list.prices.len(),
        "problems": [],
    })
}

/// The object of some prices of a list.
pub fn object(shown: &Shown<'_>) -> Value {
    let list = shown.list;
    let text = |text: &Option<Text>| text.as_ref().map(|text| said(text, Language::En).to_owned());
    let index = list.cpi.as_ref().map(|cpi| {
        let factors: serde_json::Map<_, _> =
            cpi.factors.iter().map(|(year, it)| (year.to_string(), json!(number(*it)))).collect();
        json!({"source": text(&cpi.source), "factors": factors})
    });
    json!({
        "format": FORMAT,
        "list": shown.name,
        "name": said(&list.name, Language::En),
        "currency": list.currency,
        "source": text(&list.source),
        "licence": text(&list.licence),
        "note": text(&list.note),
        "cpi": index,
        "prices": shown.prices.iter().map(|at| price(shown, at)).collect::<Vec<_>>(),
    })
}

fn price(shown: &Shown<'_>, at: &At<'_>) -> Value {
    let At { listed, level } = at;
    let text = |text: &Option<Text>| text.as_ref().map(|text| said(text, Language::En).to_owned());
    json!({
        "path": at.path(shown),
        "name": said(&listed.name, Language::En),
        "name_nl": said(&listed.name, Language::Nl),
        "value": number(listed.value),
        "year": listed.year,
        "unit": said(&listed.unit, Language::En),
        "per": listed.per.map(Word::spelled),
        "role": listed.role.map(Word::spelled),
        "role_inferred": listed.role_inferred,
        "kind": listed.kind.map(Word::spelled),
        "transfer": percent(listed.transfer.0),
        "part_of": listed.part_of,
        "grade": listed.grade.spelled(),
        "source": said(&listed.source, Language::En),
        "page": text(&listed.page),
        "note": text(&listed.note),
        "price": number(level.price),
        "level_year": level.year,
    })
}

fn said(text: &Text, language: Language) -> &str {
    text.to_people(language)
}
