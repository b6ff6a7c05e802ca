//! Dutch words for what can be wrong between the keys of one entry.

use crate::document::EntryMistake;
use crate::words::Key;

/// What is wrong and how to mend it.
#[allow(clippy::too_many_lines, reason = "one arm a mistake, so that none can be forgotten")]
pub fn words(mistake: &EntryMistake) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match mistake {
        EntryMistake::UnitMissing { entry, may_follow } => (
            format!("`{entry}` vermeldt niet om hoeveel het gaat"),
            if *may_follow {
                "geef een `amount`, of `amounts` per jaar, of een `quantity` met een `price`, of \
                 laat het met `of` een andere post volgen"
                    .to_owned()
            } else {
                "geef een `amount`, of `amounts` per jaar, of een `quantity` met een `price`"
                    .to_owned()
            },
        ),
        EntryMistake::TwoUnits { first, second } => (
            format!("`{first}` en `{second}` zeggen allebei om hoeveel het gaat"),
            format!("laat er een staan: {}", two_units(*first, *second)),
        ),
        EntryMistake::HalfUnit { given, missing } => (
            format!("er is een `{given}` en geen `{missing}`"),
            if *given == Key::Price {
                "geef ook de `quantity`: hoeveel er per periode wordt gekocht of verkocht; of \
                 schrijf `amount` in plaats van `price`"
                    .to_owned()
            } else {
                "geef ook de `price` van één, of schrijf `amount` in plaats van `quantity`"
                    .to_owned()
            },
        ),
        EntryMistake::PerMissing { entry } => (
            format!("`{entry}` vermeldt niet hoe vaak het terugkomt"),
            "voeg `per = \"month\"`, `\"quarter\"` of `\"year\"` toe, of `on = \"2027-01\"` voor \
             iets eenmaligs"
                .to_owned(),
        ),
        EntryMistake::NotWithOnce { key, followed } => not_with_once(*key, followed.as_deref()),
        EntryMistake::OnWithRecurring { per } => (
            format!("`on` hoort bij iets eenmaligs, en dit komt {} terug", each(per)),
            "schrijf de eerste maand als `from`, of schrijf `per = \"once\"`".to_owned(),
        ),
        EntryMistake::UntilBeforeFrom { from, until } => (
            format!("het eindigt in {until}, nog voor het in {from} begint"),
            "laat `until` de laatste maand zijn, niet eerder dan `from`".to_owned(),
        ),
        EntryMistake::BeforeStart { key, month, start, cost } => {
            (format!("{month} ligt voor de start, {start}"), before_start(*key, *cost))
        }
        EntryMistake::PastEnd { entry, begins, last } => (
            format!("`{entry}` begint in {begins}, na de laatste maand, {last}: het telt niet mee"),
            "laat het eerder beginnen, of kijk meer jaren vooruit (`years`)".to_owned(),
        ),
        EntryMistake::NotWithOf { key, of } if of.is_empty() => (
            format!("bij `of` hoort geen `{key}`"),
            format!("laat `{key}` weg: dat is zoals bij de post die wordt gevolgd"),
        ),
        EntryMistake::NotWithOf { key, of } => (
            format!("bij `of` hoort geen `{key}`"),
            format!("laat `{key}` weg: dat is zoals bij `{of}`; of laat `of` weg"),
        ),
        EntryMistake::OfWithoutMeasure => say(
            "het volgt een andere post en vermeldt niet hoe",
            "geef een `price` voor elke eenheid daarvan, of een `share` van het bedrag",
        ),
        EntryMistake::ShareWithoutOf => say(
            "dit is een deel van niets",
            "vermeld waarvan het een deel is, zoals in `of = \"cost.coordinator\"`, of laat \
             `share` weg",
        ),
        EntryMistake::IndexWithShare => say(
            "een deel stijgt mee met het geheel; daar hoort geen `index` bij",
            "laat `index` weg, of zet die bij de post die wordt gevolgd",
        ),
        EntryMistake::LifeOnRecurring { followed: None } => say(
            "`life` maakt er een investering van, en die is eenmalig",
            "schrijf `per = \"once\"` en de maand van aankoop als `on`, of laat `life` weg",
        ),
        EntryMistake::LifeOnRecurring { followed: Some(of) } => (
            format!(
                "`life` maakt er een investering van, en die is eenmalig; `{of}`, die wordt \
                 gevolgd, komt terug"
            ),
            "laat `life` weg".to_owned(),
        ),
        EntryMistake::RenewWithoutLife => say(
            "`renew` vervangt het aan het eind van de levensduur, en `life` ontbreekt",
            "vermeld hoe lang het meegaat, zoals in `life = \"10 years\"`, of laat `renew` weg",
        ),
        EntryMistake::RenewUnlimited => say(
            "`renew` vervangt het aan het eind van de levensduur, en deze eindigt nooit",
            "vermeld hoe lang het meegaat, zoals in `life = \"10 years\"`, of laat `renew` weg",
        ),
        EntryMistake::AdvanceWithoutSettlement => say(
            "er is een voorschot, en nergens staat wanneer de rest komt",
            "vermeld hoe lang na de laatste maand dat is, zoals in `settlement = \"6 months\"`",
        ),
        EntryMistake::SettlementWithoutAdvance => say(
            "de rest wordt later afgerekend, en nergens staat welk deel voorschot is",
            "vermeld dat deel, zoals in `advance = \"80%\"`; komt alles later, dan is dat een \
             `delay`",
        ),
        EntryMistake::LastsWithoutUnits => say(
            "met `lasts` werkt elke eenheid een tijd door, en er zijn geen eenheden",
            "schrijf een `quantity` en een `price` per jaar van één, in plaats van een bedrag",
        ),
        EntryMistake::DropOffWithoutLasts => say(
            "`drop_off` is de jaarlijkse afname van wat doorwerkt, en nergens staat hoe lang",
            "vermeld dat, zoals in `lasts = \"3 years\"`, of laat `drop_off` weg",
        ),
        EntryMistake::LoanWithoutTerm { entry } => (
            format!("bij de lening `{entry}` staat niet wanneer die is afgelost"),
            "vermeld de looptijd van opname tot laatste termijn, zoals in `term = \"7 years\"`"
                .to_owned(),
        ),
        EntryMistake::GraceNotShorter { grace, term } => (
            format!(
                "na {grace} maanden zonder aflossing blijft er geen maand over: de looptijd is \
                 {term} maanden"
            ),
            "maak `grace` korter of `term` langer; de looptijd telt vanaf de opname, `grace` \
             inbegrepen"
                .to_owned(),
        ),
        EntryMistake::NotWholeInstalments { key, months, instalments, block } => (
            format!(
                "een `{key}` van {months} maanden is geen heel aantal termijnen (`{instalments}`)"
            ),
            format!("maak van `{key}` een veelvoud van {block} maanden, of wijzig `instalments`"),
        ),
    }
}

fn two_units(first: Key, second: Key) -> &'static str {
    match (first, second) {
        (Key::Price, Key::Share) => {
            "een `price` per gevolgde eenheid, of een `share` van het bedrag"
        }
        _ => "een `amount`, `amounts` per jaar, of een `quantity` met een `price`",
    }
}

fn each(per: &str) -> &'static str {
    match per {
        "month" => "elke maand",
        "quarter" => "elk kwartaal",
        _ => "elk jaar",
    }
}

fn not_with_once(key: Key, followed: Option<&str>) -> (String, String) {
    let what = match followed {
        Some(of) => {
            format!("`{of}`, die wordt gevolgd, is eenmalig; daarom hoort hier geen `{key}`")
        }
        None => format!("bij iets eenmaligs hoort geen `{key}`"),
    };
    let mend = match key {
        Key::From | Key::Until => {
            "schrijf de maand als `on`, of laat het elke maand, elk kwartaal of elk jaar terugkomen"
        }
        Key::Amounts => "schrijf één `amount`",
        Key::Paid => "laat `paid` weg; wordt het later betaald, dan is dat een `delay`",
        _ => "laat het weg, of laat de post elke maand, elk kwartaal of elk jaar terugkomen",
    };
    (what, mend.to_owned())
}

fn before_start(key: Key, cost: bool) -> String {
    match (key, cost) {
        (Key::Until, _) => "het is al voorbij voor de start: laat de post weg".to_owned(),
        (Key::From, _) => "laat `from` weg: het loopt vanaf de start".to_owned(),
        (_, true) => "alleen een lening of een investering kan eerder zijn; `life` maakt van \
             kosten een investering"
            .to_owned(),
        _ => "alleen een lening of een investering kan eerder zijn; wat al ontvangen of betaald \
             is zit in `opening_cash`"
            .to_owned(),
    }
}
