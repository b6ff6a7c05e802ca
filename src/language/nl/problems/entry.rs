//! Dutch words for what can be wrong between the keys of one entry.

use crate::document::EntryMistake;
use crate::language::spelled::listed;
use crate::words::{Key, percent};

/// What is wrong and how to mend it.
#[allow(clippy::too_many_lines, reason = "one arm a mistake, so that none can be forgotten")]
pub fn words(mistake: &EntryMistake) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match mistake {
        EntryMistake::UnitMissing { entry, may_follow } => (
            format!("bij `{entry}` staat niet om hoeveel het gaat"),
            if *may_follow {
                "geef een `amount`, of `amounts` per jaar, of een `quantity` met een `price`, of \
                 laat de post met `of` een andere post volgen"
                    .to_owned()
            } else {
                "geef een `amount`, of `amounts` per jaar, of een `quantity` met een `price`"
                    .to_owned()
            },
        ),
        EntryMistake::TwoUnits { first, second } => (
            format!("`{first}` en `{second}` geven allebei aan om hoeveel het gaat"),
            format!("laat er één staan: {}", two_units(*first, *second)),
        ),
        EntryMistake::HalfUnit { given, missing } => (
            format!("er staat een `{given}`, maar geen `{missing}`"),
            if matches!(given, Key::Price | Key::Prices) {
                let instead = if *given == Key::Price { "amount" } else { "amounts" };
                format!(
                    "geef ook de `quantity`: hoeveel er per periode wordt gekocht of verkocht; of \
                     schrijf `{instead}` in plaats van `{given}`"
                )
            } else {
                "geef ook de `price` per stuk, of schrijf `amount` in plaats van `quantity`"
                    .to_owned()
            },
        ),
        EntryMistake::PricesNotHere { beside } => prices_not_here(*beside),
        EntryMistake::PerMissing { entry } => (
            format!("bij `{entry}` staat niet hoe vaak de post terugkomt"),
            "voeg `per = \"month\"`, `\"quarter\"` of `\"year\"` toe, of `on = \"2027-01\"` voor \
             een eenmalige post"
                .to_owned(),
        ),
        EntryMistake::NotWithAt { key } => (
            format!("bij bedragen met een eigen maand (`at`) hoort geen `{key}`"),
            "laat het weg: elk bedrag komt in zijn eigen maand".to_owned(),
        ),
        EntryMistake::LifeOnDated { followed } => (
            match followed {
                Some(of) => format!(
                    "`{of}`, die wordt gevolgd, heeft bedragen met een eigen maand; daarom hoort \
                     hier geen `life`"
                ),
                None => "bij bedragen met een eigen maand (`at`) hoort geen `life`".to_owned(),
            },
            "maak van elke aankoop die wordt afgeschreven een eigen post, met een `on`".to_owned(),
        ),
        EntryMistake::NotWithOnce { key, followed } => not_with_once(*key, followed.as_deref()),
        EntryMistake::OnWithRecurring { per } => (
            format!("`on` hoort bij een eenmalige post, en deze komt {} terug", each(per)),
            "schrijf de eerste maand als `from`, of schrijf `per = \"once\"`".to_owned(),
        ),
        EntryMistake::UntilBeforeFrom { from, until } => (
            format!("de post eindigt in {until}, nog voordat die in {from} begint"),
            "schrijf bij `until` de laatste maand; die kan niet vóór `from` liggen".to_owned(),
        ),
        EntryMistake::ReserveOnce => (
            "opzijzetten gebeurt telkens weer, en `once` is één keer".to_owned(),
            "schrijf `at = { \"2027-01\" = 5_000 }` in plaats van `per` voor een bedrag in één maand"
                .to_owned(),
        ),
        EntryMistake::OpeningBeforeStart { month, start } => (
            format!("{month} ligt vóór de start, {start}: dan is het al verrekend"),
            "laat de post weg en tel het bedrag mee in `opening_cash`; of noem de maand waarin het \
             wordt verrekend"
                .to_owned(),
        ),
        EntryMistake::BeforeStart { key, month, start, cost } => {
            (format!("{month} ligt vóór de start, {start}"), before_start(*key, *cost))
        }
        EntryMistake::PastEnd { entry, begins, last } => (
            format!(
                "`{entry}` begint in {begins}, na de laatste maand, {last}, en telt dus niet \
                     mee"
            ),
            "laat de post eerder beginnen, of reken over meer jaren (`years`)".to_owned(),
        ),
        EntryMistake::NotWithOf { key, of } if of.is_empty() => (
            format!("bij `of` hoort geen `{key}`"),
            format!("laat `{key}` weg: dat volgt uit de post waarnaar `of` verwijst"),
        ),
        EntryMistake::NotWithOf { key, of } => (
            format!("bij `of` hoort geen `{key}`"),
            format!("laat `{key}` weg: dat volgt uit {}; of laat `of` weg", listed(of, "en")),
        ),
        EntryMistake::OfWithoutMeasure => say(
            "deze post volgt een andere, maar er staat niet hoe",
            "geef een `price` per eenheid daarvan, of een `share` van het bedrag",
        ),
        EntryMistake::ShareWithoutOf => say(
            "er staat niet waarvan dit een deel is",
            "vermeld dat, zoals in `of = \"cost.coordinator\"`, of laat `share` weg",
        ),
        EntryMistake::IndexWithShare => say(
            "een deel stijgt mee met het geheel, dus hier hoort geen `index`",
            "laat `index` weg, of zet die bij de post die wordt gevolgd",
        ),
        EntryMistake::LifeOnRecurring { followed: None } => say(
            "met `life` is dit een investering, en die is eenmalig",
            "schrijf `per = \"once\"` en de maand van aankoop als `on`, of laat `life` weg",
        ),
        EntryMistake::LifeOnRecurring { followed: Some(of) } => (
            format!(
                "met `life` is dit een investering, en die is eenmalig; `{of}`, die wordt \
                 gevolgd, komt terug"
            ),
            "laat `life` weg".to_owned(),
        ),
        EntryMistake::RenewWithoutLife => say(
            "`renew` vervangt dit aan het eind van de levensduur, maar `life` ontbreekt",
            "vermeld hoe lang het meegaat, zoals in `life = \"10 years\"`, of laat `renew` weg",
        ),
        EntryMistake::SoldWithoutLife => say(
            "`sold` hoort bij een investering, maar `life` ontbreekt",
            "vermeld hoe lang het meegaat, zoals in `life = \"10 years\"`, of laat `sold` weg",
        ),
        EntryMistake::SoldBeforeBought { sold, bought } => (
            format!("in {sold} kan het nog niet worden verkocht: het is er vanaf {bought}"),
            format!("verkoop het in {bought} of later"),
        ),
        EntryMistake::RenewUnlimited => say(
            "`renew` vervangt dit aan het eind van de levensduur, maar die eindigt nooit",
            "vermeld hoe lang het meegaat, zoals in `life = \"10 years\"`, of laat `renew` weg",
        ),
        EntryMistake::AdvanceWithoutSettlement => say(
            "er is een voorschot, maar er staat niet wanneer de rest komt",
            "vermeld hoe lang na de laatste maand dat is, zoals in `settlement = \"6 months\"`",
        ),
        EntryMistake::SettlementWithoutAdvance => say(
            "de rest wordt later afgerekend, maar er staat niet welk deel voorschot is",
            "vermeld dat deel, zoals in `advance = \"80%\"`; komt alles later, dan is dat een \
             `delay`",
        ),
        EntryMistake::MilestonesAlone { beside } => (
            format!("bij betaling in eigen maanden hoort geen `{beside}`"),
            format!("laat `{beside}` weg: elk deel van `paid` heeft zijn maand"),
        ),
        EntryMistake::PartsNotWhole { together } => (
            format!("de delen van `paid` zijn samen {}", percent(*together).replace('.', ",")),
            "laat ze samen 100% zijn".to_owned(),
        ),
        EntryMistake::LastsWithoutUnits => say(
            "met `lasts` werkt elke eenheid een tijd door, maar er zijn geen eenheden",
            "schrijf een `quantity` en een `price` per stuk per jaar, in plaats van een bedrag",
        ),
        EntryMistake::DropOffWithoutLasts => say(
            "`drop_off` is de jaarlijkse afname van wat doorwerkt, maar er staat niet hoe lang \
             het doorwerkt",
            "vermeld dat, zoals in `lasts = \"3 years\"`, of laat `drop_off` weg",
        ),
        EntryMistake::LoanWithoutTerm { entry } => (
            format!("bij de lening `{entry}` staat niet wanneer die is afgelost"),
            "vermeld de looptijd van de opname tot de laatste termijn, zoals in `term = \"7 \
             years\"`"
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
        EntryMistake::AmortisedTooShort { amortised_over, term } => (
            format!(
                "termijnen over {amortised_over} maanden houden op vóór het einde van de looptijd \
                 van {term} maanden"
            ),
            "maak `amortised_over` minstens zo lang als `term`, of laat het weg: aan het einde van \
             de looptijd wordt de rest afgelost"
                .to_owned(),
        ),
        EntryMistake::AmortisedBullet => (
            "een lening die aan het eind ineens wordt afgelost, heeft geen termijnen om over een \
             langere tijd te verdelen"
                .to_owned(),
            "laat `amortised_over` weg, of kies `repayment = \"annuity\"` of `\"linear\"`"
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

fn prices_not_here(beside: Key) -> (String, String) {
    let (what, mend) = match beside {
        Key::Of => (
            "`prices` hoort bij een eigen `quantity`, en deze post volgt een andere",
            "schrijf één `price` per eenheid van die andere post, met een `index` als die stijgt",
        ),
        Key::Lasts => (
            "`prices` volgt de jaren van de post zelf, en wat doorwerkt (`lasts`) gaat daarna door",
            "schrijf één `price`, met een `index` als die stijgt",
        ),
        _ => ("een eenmalige post heeft geen jaren, en dus geen `prices`", "schrijf één `price`"),
    };
    (what.to_owned(), mend.to_owned())
}

fn two_units(first: Key, second: Key) -> &'static str {
    match (first, second) {
        (_, Key::At) => "bedragen met een eigen maand (`at`), of een andere manier",
        (Key::Price, Key::Prices) => "één `price`, of `prices` per jaar",
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
        None => format!("bij een eenmalige post hoort geen `{key}`"),
    };
    let mend = match key {
        Key::From | Key::Until => {
            "schrijf de maand als `on`, of laat de post elke maand, elk kwartaal of elk jaar \
             terugkomen"
        }
        Key::Amounts => "schrijf één `amount`",
        Key::Paid => "laat `paid` weg; wordt er later betaald, dan is dat een `delay`",
        _ => "laat het weg, of laat de post elke maand, elk kwartaal of elk jaar terugkomen",
    };
    (what, mend.to_owned())
}

fn before_start(key: Key, cost: bool) -> String {
    match (key, cost) {
        (Key::Until, _) => "de post is al vóór de start afgelopen: laat die weg".to_owned(),
        (Key::From, _) => "laat `from` weg: dan loopt de post vanaf de start".to_owned(),
        (_, true) => "alleen een lening of een investering kan eerder zijn; `life` maakt van \
             kosten een investering"
            .to_owned(),
        _ => "alleen een lening of een investering kan eerder zijn; wat al is ontvangen of \
              betaald, zit in `opening_cash`"
            .to_owned(),
    }
}
