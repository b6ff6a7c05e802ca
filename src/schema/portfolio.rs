//! What `portfolio` writes for programs, as a JSON Schema.

use super::DRAFT;
use crate::words::{TestId, VerdictKind, Word};
use serde_json::{Map, Value, json};

/// A key of an object: its name, what it holds, and what it tells in English and in Dutch.
type Told = (&'static str, Value, &'static str, &'static str);

/// The schema of what many cases come to.
pub fn portfolio() -> Value {
    let counts = VerdictKind::spellings().iter().map(|&verdict| {
        (verdict, count(), "how many cases come to this", "hoeveel businesscases hierop uitkomen")
    });
    let mut schema = object([
        ("format", json!({"const": 1}), "the version of this shape", "de versie van deze vorm"),
        (
            "scenario",
            json!({"type": ["string", "null"]}),
            "what is laid over each case",
            "wat op elke businesscase is toegepast",
        ),
        (
            "cases",
            object(counts),
            "how many cases, by verdict",
            "hoeveel businesscases, naar oordeel",
        ),
        (
            "currencies",
            list(definition("currency")),
            "the cases of each currency together",
            "de businesscases in elke valuta samen",
        ),
        (
            "no_case",
            count(),
            "how many files are funds or price lists",
            "hoeveel bestanden fondsen of prijslijsten zijn",
        ),
        (
            "wrong",
            list(json!({"type": "object", "required": ["file", "problems"]})),
            "the files that are wrong, and why",
            "de bestanden die niet kloppen, en waarom",
        ),
    ]);
    if let Value::Object(schema) = &mut schema {
        schema.insert("$schema".to_owned(), DRAFT.into());
        schema.insert("title".to_owned(), "what many business cases come to".into());
        schema.insert("definitions".to_owned(), definitions());
    }
    schema
}

fn definitions() -> Value {
    json!({
        "currency": currency(),
        "case": case(),
        "party": party(),
        "cash": object([
            ("receipts", money(), "all that comes in", "alles wat binnenkomt"),
            ("payments", money(), "all that goes out", "alles wat eruit gaat"),
            (
                "need",
                money(),
                "what has to be added in this year so that no case ever has too little cash",
                "wat er dit jaar bij moet komen opdat geen kas ooit te laag is",
            ),
        ]),
        "asked_in_year": object([year(), asked()]),
        "request": request(),
        "budget": budget(),
        "pocket": object([
            party_key(),
            ("cases", count(), "in how many cases it saves and pays nothing", "in hoeveel businesscases zij bespaart en niets betaalt"),
            saved(),
            cashable(),
        ]),
        // A whole number of cents, below zero where a minus stands before it.
        "money": {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"},
    })
}

fn currency() -> Value {
    let cash_year = object([
        year(),
        ("certain", definition("cash"), "on certain funding", "op wat zeker is"),
        ("all", definition("cash"), "with all that is asked", "met alles wat is gevraagd"),
    ]);
    object([
        ("currency", json!({"type": "string", "pattern": "^[A-Z]{3}$"}), "its code", "de code"),
        ("cases", list(definition("case")), "the cases", "de businesscases"),
        ("parties", list(definition("party")), "the parties", "de partijen"),
        ("years", list(cash_year), "cash by calendar year", "kas per kalenderjaar"),
        (
            "requests",
            list(definition("request")),
            "what is asked and not promised",
            "wat is gevraagd en niet toegezegd",
        ),
        (
            "budgets",
            list(definition("budget")),
            "what is asked of each `--budget`",
            "wat er van elke `--budget` wordt gevraagd",
        ),
        (
            "wrong_pockets",
            list(definition("pocket")),
            "who saves and pays nothing, the largest saving first",
            "wie bespaart en niets betaalt, de grootste besparing eerst",
        ),
    ])
}

fn case() -> Value {
    object([
        file(),
        name(),
        (
            "verdict",
            json!({"enum": VerdictKind::spellings()}),
            "whether it closes",
            "of hij sluitend is",
        ),
        (
            "fails",
            list(json!({"enum": TestId::spellings()})),
            "the tests that it fails also with all that is asked",
            "de toetsen waaraan hij ook met alles wat is gevraagd niet voldoet",
        ),
        (
            "conditions",
            list(text()),
            "the requests that make it close",
            "de aanvragen die hem sluitend maken",
        ),
    ])
}

fn party() -> Value {
    let in_year = object([year(), asked(), promised(), paid(), repaid(), saved(), cashable()]);
    object([
        party_key(),
        name(),
        (
            "public",
            json!({"type": "boolean"}),
            "whether it spends public money",
            "of zij publiek geld uitgeeft",
        ),
        ("cases", count(), "in how many cases it is", "in hoeveel businesscases zij staat"),
        asked(),
        promised(),
        paid(),
        repaid(),
        saved(),
        cashable(),
        ("years", list(in_year), "the same by calendar year", "hetzelfde per kalenderjaar"),
        (
            "carries",
            list(text()),
            "the files of the cases that do not close without it",
            "de bestanden van de businesscases die zonder haar niet sluitend zijn",
        ),
    ])
}

fn request() -> Value {
    let stands = (
        "makes_stand",
        json!({"type": "boolean"}),
        "whether it is one of the promises that make the case close",
        "of het een van de toezeggingen is die de businesscase sluitend maken",
    );
    let indispensable = (
        "indispensable",
        json!({"type": "boolean"}),
        "whether the case cannot close without it, all others granted",
        "of de businesscase niet zonder kan, als al het andere wordt toegekend",
    );
    let in_case = object([file(), asked_years(), stands, indispensable]);
    object([
        ("entry", text(), "the path of its entry", "het pad van de post"),
        name(),
        (
            "party",
            json!({"type": ["string", "null"]}),
            "who is asked; null where that is nobody in particular",
            "wie het wordt gevraagd; null als dat niemand in het bijzonder is",
        ),
        asked(),
        asked_years(),
        (
            "makes_stand",
            count(),
            "how many cases it makes close",
            "hoeveel businesscases het sluitend maakt",
        ),
        ("cases", list(in_case), "the cases that ask it", "de businesscases die het vragen"),
    ])
}

fn budget() -> Value {
    object([
        party_key(),
        year(),
        ("budget", money(), "what it can spend on requests", "wat zij aan aanvragen kan besteden"),
        promised(),
        asked(),
        (
            "makes_stand",
            money(),
            "the part of what is asked that makes cases close",
            "het deel van wat is gevraagd dat businesscases sluitend maakt",
        ),
        (
            "over",
            money(),
            "how far what is asked goes over the budget",
            "hoever wat is gevraagd boven de begroting uitgaat",
        ),
    ])
}

fn file() -> Told {
    ("file", text(), "its file", "het bestand")
}

fn name() -> Told {
    ("name", text(), "what people call it", "hoe het heet")
}

fn party_key() -> Told {
    let en = "its key, or with `--by-name` its name";
    ("party", text(), en, "de sleutel, of met `--by-name` de naam")
}

fn year() -> Told {
    ("year", json!({"type": "integer"}), "a calendar year", "een kalenderjaar")
}

fn asked() -> Told {
    ("asked", money(), "what is asked and not promised", "wat is gevraagd en niet toegezegd")
}

fn promised() -> Told {
    ("promised", money(), "what is promised", "wat is toegezegd")
}

fn paid() -> Told {
    let en = "what it pays when all that is asked is granted, what it buys included";
    ("paid", money(), en, "wat zij betaalt als alles wordt toegekend, met wat zij koopt")
}

fn repaid() -> Told {
    ("repaid", money(), "what it gets back of loans", "wat zij van leningen terugkrijgt")
}

fn saved() -> Told {
    ("saved", money(), "what it no longer spends", "wat zij niet meer uitgeeft")
}

fn cashable() -> Told {
    let en = "the part of that which it can take out of a budget";
    ("cashable", money(), en, "het deel daarvan dat uit een begroting kan")
}

fn asked_years() -> Told {
    let en = "what it costs by calendar year";
    ("years", list(definition("asked_in_year")), en, "wat het kost per kalenderjaar")
}

/// An object with these keys, all of them and no others.
fn object(keys: impl IntoIterator<Item = Told>) -> Value {
    let mut properties = Map::new();
    for (key, mut holds, en, nl) in keys {
        let described = format!("{en}\n\n{nl}");
        if let Value::Object(holds) = &mut holds {
            // What stands beside a reference is not read.
            if holds.contains_key("$ref") {
                let reference = std::mem::take(holds);
                holds.insert("allOf".to_owned(), json!([reference]));
            }
            holds.insert("description".to_owned(), described.into());
        }
        properties.insert(key.to_owned(), holds);
    }
    let required: Vec<_> = properties.keys().cloned().collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn list(items: Value) -> Value {
    let mut list = json!({"type": "array"});
    super::put(&mut list, "items", items);
    list
}

fn definition(name: &str) -> Value {
    super::definition(name)
}

fn money() -> Value {
    definition("money")
}

fn text() -> Value {
    json!({"type": "string"})
}

fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}
