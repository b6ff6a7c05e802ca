//! Dutch words for what can be wrong with a key.

use crate::document::{EntryKind, KeyMistake, Shape, Wanted};
use crate::language::spelled::{example, listed};
use crate::words::Key;

/// What is wrong and how to mend it.
pub fn words(mistake: &KeyMistake) -> (String, String) {
    match mistake {
        KeyMistake::FormatMissing => (
            "in het bestand staat niet welk formaat het heeft".to_owned(),
            "zet `format = 1` op de eerste regel".to_owned(),
        ),
        KeyMistake::FormatUnsupported { written } => (
            format!("deze versie kent formaat 1, maar in het bestand staat {written}"),
            "schrijf `format = 1`, of installeer een nieuwere versie van bizcase".to_owned(),
        ),
        KeyMistake::TableMissing { table } => (
            format!("`[{table}]` ontbreekt"),
            "begin met `[case]`, daaronder `name = \"...\"` en `start = \"2027-01\"`".to_owned(),
        ),
        KeyMistake::Missing { table, key } => {
            (format!("`{key}` ontbreekt bij `{table}` en is verplicht"), missing(table, *key))
        }
        KeyMistake::Unknown { key, table, near, known } => {
            (unknown(key, table), did_you_mean(near.as_deref(), known))
        }
        KeyMistake::NotHere { key, kind, owners } => (
            format!("bij {} hoort geen `{key}`", noun(*kind)),
            format!("laat het weg; `{key}` hoort bij {}", owner_list(owners)),
        ),
        KeyMistake::StatusNotTaken { kind } => {
            (format!("bij {} hoort geen `status`", noun(*kind)), status_mend(*kind).to_owned())
        }
        KeyMistake::StructuralNotTaken { kind } => (
            format!("bij {} hoort geen `structural`", noun(*kind)),
            "laat het weg; `structural` geeft aan of inkomsten vanzelf doorlopen".to_owned(),
        ),
        KeyMistake::WrongType { key, wanted, found } => wrong_type(key, *wanted, *found),
        KeyMistake::ListOfTables { table, id: Some(id) } => (
            format!("`[[{table}]]` maakt een lijst, en elke post van `{table}` heeft een eigen id"),
            format!("schrijf `[{table}.{id}]`, en zo bij elke post"),
        ),
        KeyMistake::ListOfTables { table, id: None } => (
            format!("`[[{table}]]` maakt een lijst, en er is maar één `[{table}]`"),
            format!("schrijf `[{table}]`, tussen enkele haken"),
        ),
        KeyMistake::IdMissing { group } => (
            format!("dit staat in `[{group}]` zelf, en hoort bij een post met een eigen id"),
            format!("schrijf er `[{group}.some_id]` boven"),
        ),
        KeyMistake::BadId { id, spelled } => (
            format!("`{id}` kan geen naam in het bestand zijn: die bestaat uit a-z, 0-9 en _"),
            format!("schrijf `{spelled}`, en zet de naam voor lezers in `name = \"...\"`"),
        ),
    }
}

fn missing(table: &str, key: Key) -> String {
    match key {
        Key::Kind => "vermeld de soort financiering, bijvoorbeeld `kind = \"sales\"`, `\"subsidy\"` \
             of `\"loan\"`"
            .to_owned(),
        Key::Party => {
            let who = if table.starts_with("avoided") {
                "wie het geld bespaart"
            } else {
                "wie het betreft"
            };
            format!("vermeld {who}: `party = \"...\"`, een naam uit `[party]`")
        }
        Key::Of => "vermeld van welke vermeden kosten dit een deel is: `of = \"...\"`, een naam uit \
             `[avoided]`"
            .to_owned(),
        Key::Share => "vermeld welk deel van de verzilverbare besparing wordt betaald: `share = \
             \"40%\"`"
            .to_owned(),
        Key::Amount if table.starts_with("contribution") => {
            "vermeld hoeveel er wordt ingelegd: `amount = 50_000`".to_owned()
        }
        Key::Amount if table.starts_with("lending") => {
            "vermeld hoe groot één lening is: `amount = 5_000`".to_owned()
        }
        Key::Quantity => "vermeld hoeveel er elk jaar om vragen: `quantity = [50, 70]`".to_owned(),
        Key::Case => "noem het bestand van de businesscase, gezien vanuit dit bestand: `case = \"keuken.toml\"`".to_owned(),
        Key::Capital => "vermeld wat er bij de start wordt ingelegd: `capital = 250_000`".to_owned(),
        Key::Amount => "vermeld hoeveel er wordt geleend: `amount = 60_000`".to_owned(),
        Key::Start => "vermeld de eerste maand: `start = \"2027-01\"`".to_owned(),
        Key::Name if table == "fund" => "vermeld hoe het fonds heet: `name = \"...\"`".to_owned(),
        Key::Name => "vermeld hoe het initiatief heet: `name = \"...\"`".to_owned(),
        Key::Verdict => "vermeld wat `check` moet vinden: `verdict = \"closes\"`, `\"conditional\"` \
             of `\"does_not_close\"`"
            .to_owned(),
        _ => format!("voeg `{key} = ...` toe"),
    }
}

fn unknown(key: &str, table: &str) -> String {
    match table {
        "" => format!("`{key}` hoort niet in dit bestand"),
        "stress" => format!("er is geen stresstest `{key}`"),
        _ => format!("`{table}` kent geen `{key}`"),
    }
}

fn did_you_mean(near: Option<&str>, known: &[&str]) -> String {
    match near {
        Some(near) => format!("bedoelt u `{near}`?"),
        None => format!("mogelijk zijn {}", listed(known, "en")),
    }
}

fn status_mend(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Sales => {
            "laat het weg: omzet is een prognose en telt altijd mee; wat een partij heeft \
             toegezegd, is een `contract`"
        }
        EntryKind::InKind => {
            "laat het weg: uren en ruimte tellen alleen mee in het maatschappelijke beeld"
        }
        _ => "laat het weg; `status` hoort bij financiering die iemand toezegt",
    }
}

fn wrong_type(key: &str, wanted: Wanted, found: Shape) -> (String, String) {
    let takes = match wanted {
        Wanted::Table | Wanted::Entry => "is een tabel",
        Wanted::Text => "verwacht een tekst",
        Wanted::Truth => "verwacht `true` of `false`",
        Wanted::Amounts => "verwacht een lijst bedragen",
        Wanted::Dated => "verwacht een tabel van maanden, elk met een bedrag",
        Wanted::Percentages => "verwacht een lijst percentages",
        Wanted::Weights => "verwacht een lijst van twaalf gewichten",
        Wanted::Names => "verwacht een lijst namen",
        Wanted::Number => "verwacht een getal",
        Wanted::Whole => "verwacht een geheel getal",
        Wanted::Percentage => "verwacht een percentage",
        Wanted::Index => "verwacht een naam uit `[rate]`, een percentage of een lijst daarvan",
        Wanted::Month => "verwacht een maand",
        Wanted::Duration => "verwacht een duur",
        Wanted::Sale => "verwacht een maand en een prijs",
        Wanted::Fade => "verwacht een maand en een aantal maanden",
        Wanted::Years => "verwacht een lijst jaren",
        Wanted::Change => "verwacht een verandering in procenten",
        Wanted::Points => "verwacht een verandering in punten",
        Wanted::Factors => "verwacht een tabel van jaren, elk met een indexcijfer",
        Wanted::Lists => "verwacht de naam of het pad van een prijslijst, of een lijst daarvan",
        Wanted::Bias => "verwacht een percentage of een naam uit `[bias]`",
    };
    let found = match found {
        Shape::Text => "een tekst",
        Shape::Number => "een getal",
        Shape::Truth => "`true` of `false`",
        Shape::Date => "een datum",
        Shape::List => "een lijst",
        Shape::Table => "een tabel",
    };
    let mend = match wanted {
        Wanted::Table | Wanted::Entry => {
            format!(
                "schrijf {}, met de bijbehorende sleutels op de regels eronder",
                example(key, wanted)
            )
        }
        Wanted::Truth => {
            format!("schrijf `{key} = true` of `{key} = false`, zonder aanhalingstekens")
        }
        _ => format!("schrijf het zoals in {}", example(key, wanted)),
    };
    (format!("`{key}` {takes}, maar hier staat {found}"), mend)
}

/// One of a kind of entry.
pub fn noun(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Cost => "een kostenpost",
        EntryKind::Sales => "inkomsten van de soort `sales`",
        EntryKind::Income => "deze soort inkomsten",
        EntryKind::Outcome => "een resultaatbetaling",
        EntryKind::Equity => "eigen vermogen",
        EntryKind::Loan => "een lening",
        EntryKind::InKind => "een bijdrage in natura",
        EntryKind::Avoided => "vermeden kosten",
        EntryKind::Value => "maatschappelijke waarde",
        EntryKind::Burden => "een last",
    }
}

/// All kinds of entry that take a key.
fn owner_list(owners: &[EntryKind]) -> String {
    let all_income = owners.contains(&EntryKind::Sales) && owners.contains(&EntryKind::Income);
    let names: Vec<&str> = owners
        .iter()
        .filter(|kind| !(all_income && **kind == EntryKind::Sales))
        .map(|kind| match kind {
            EntryKind::Cost => "kosten",
            EntryKind::Sales => "omzet",
            EntryKind::Income if all_income => "inkomsten",
            EntryKind::Income => "contracten, bijdragen, subsidies, fondsbijdragen, giften",
            EntryKind::Outcome => "resultaatbetalingen",
            EntryKind::Equity => "eigen vermogen",
            EntryKind::Loan => "leningen",
            EntryKind::InKind => "bijdragen in natura",
            EntryKind::Avoided => "vermeden kosten",
            EntryKind::Value => "maatschappelijke waarde",
            EntryKind::Burden => "lasten",
        })
        .collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} en {last}", others.join(", ")),
        None => String::new(),
    }
}
