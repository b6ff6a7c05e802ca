//! Dutch words for what can be wrong with a name of something else.

use super::key::noun;
use crate::document::{Known, ReferenceMistake, Sought};
use crate::language::spelled::listed;
use crate::words::{LONGEST_CHAIN, MOST_LINKS};

/// What is wrong and how to mend it.
pub fn words(mistake: &ReferenceMistake) -> (String, String) {
    match mistake {
        ReferenceMistake::UnknownParty { id, known } => (
            format!("er is geen partij `{id}`"),
            exists(known, "de partijen zijn", &format!("voeg `[party.{id}]` toe aan het bestand")),
        ),
        ReferenceMistake::UnknownRate { id, known } => (
            format!("er is geen indexcijfer `{id}`"),
            exists(
                known,
                "de indexcijfers zijn",
                &format!(
                    "voeg het toe, zoals in `{id} = \"2%\"` onder `[rate]`, of schrijf hier een \
                     percentage"
                ),
            ),
        ),
        ReferenceMistake::UnknownBias { id, known } => (
            format!("er is geen opslag `{id}` in `[bias]`"),
            exists(
                known,
                "er zijn",
                &format!("voeg `[bias.{id}]` toe met een `share`, of schrijf hier een percentage"),
            ),
        ),
        ReferenceMistake::UnknownEntry { sought, id, known } => (
            unknown_entry(*sought, id),
            exists(known, "kies uit", "laat het weg, of voeg die post toe"),
        ),
        ReferenceMistake::NotFollowable { id, kind } => (
            format!("`{id}` is {}, en die kan niet worden gevolgd", noun(*kind)),
            "volg kosten of inkomsten".to_owned(),
        ),
        ReferenceMistake::MixedFollowed { once, recurs } => (
            format!("`{once}` komt één keer en `{recurs}` telkens weer"),
            "volg wat één keer komt in een post apart".to_owned(),
        ),
        ReferenceMistake::OfTooLong => (
            "deze verwijzing loopt langs te veel posten".to_owned(),
            format!(
                "volg posten die zelf geen andere volgen: hooguit {MOST_LINKS} in totaal, en \
                 {LONGEST_CHAIN} achter elkaar"
            ),
        ),
        ReferenceMistake::FollowsCovering { id } => (
            format!("`{id}` is met `covers` geoormerkt en kan daarom niet worden gevolgd"),
            "volg een post die van geen andere afhangt".to_owned(),
        ),
        ReferenceMistake::OfLoop { path } => (
            format!("deze posten volgen elkaar in een kring: `{}`", path.join(" -> ")),
            "geef één ervan een eigen bedrag".to_owned(),
        ),
        ReferenceMistake::FollowedWithoutUnits { id } => (
            format!("een `price` geldt per eenheid, en `{id}` heeft geen `quantity`"),
            format!("neem er een `share` van, of geef `{id}` een `quantity` en een `price`"),
        ),
        ReferenceMistake::ScenarioWithoutFrom { id } => (
            format!("bij het scenario `{id}` staat niet vanaf welke maand het geldt"),
            format!("schrijf `from = \"2031-01\"` in `[scenario.{id}]`, of noem een ander"),
        ),
        ReferenceMistake::CoversNoCost { id } => (
            format!("`{id}` is geen kostenpost; oormerken kan alleen voor kosten"),
            "noem kosten van het initiatief, zoals in `covers = [\"cost.coordinator\"]`".to_owned(),
        ),
        ReferenceMistake::ReservesNoCost { id } => (
            format!("`{id}` is geen kostenpost; geld opzijzetten kan alleen voor kosten"),
            "noem kosten van het initiatief, zoals in `for = [\"cost.roof\"]`".to_owned(),
        ),
    }
}

fn unknown_entry(sought: Sought, id: &str) -> String {
    match sought {
        Sought::Followed => format!("er is geen `{id}` om te volgen"),
        Sought::Covered => format!("er is geen kostenpost `{id}` om te dekken"),
        Sought::SetApartFor => {
            format!("er is geen kostenpost `{id}` om geld voor opzij te zetten")
        }
        Sought::Avoided => format!("er zijn geen vermeden kosten `{id}`"),
        Sought::Value => format!("er is geen `{id}` om een deel van te betalen"),
    }
}

/// What exists, the nearest first, or what to do when nothing does.
pub(super) fn exists(known: &Known, there_is: &str, add: &str) -> String {
    let listed = match (known.some.is_empty(), known.more) {
        (true, _) => return add.to_owned(),
        (_, 0) => listed(&known.some, "en"),
        (_, more) => format!("{} en nog {more}", listed(&known.some, ",").replace(" , ", ", ")),
    };
    match &known.near {
        Some(near) if known.some.len() == 1 => format!("bedoelt u `{near}`?"),
        Some(near) => format!("bedoelt u `{near}`? {there_is} {listed}"),
        None => format!("{there_is} {listed}; of {add}"),
    }
}
