//! Dutch words for what can be wrong with what is laid over a case.

use super::fund::unreadable;
use super::reference::exists;
use crate::document::OverlayMistake;
use crate::language::Words;
use crate::language::spelled::listed;

/// What is wrong and how to mend it.
pub fn words(mistake: &OverlayMistake) -> (String, String) {
    match mistake {
        OverlayMistake::ReachesNothing { path, known } => (
            format!("op `{path}` staat niets om te wijzigen"),
            exists(known, "kies uit", "voeg een volledige post met die naam toe"),
        ),
        OverlayMistake::NothingToChange { key, written, word: None } => (
            format!("`{written}` wijzigt een getal, maar er is geen `{key}` om te wijzigen"),
            format!("schrijf de waarde die `{key}` moet krijgen"),
        ),
        OverlayMistake::NothingToChange { key, written, word: Some(word) } => (
            format!("`{written}` wijzigt een getal, maar `{key}` is hier `{word}`"),
            format!("wijzig `{word}` waar het is vastgelegd, of schrijf de waarde zelf"),
        ),
        OverlayMistake::PercentOrPoints { key, written } => (
            format!("`{key}` is zelf een percentage, dus `{written}` kan twee dingen betekenen"),
            format!(
                "schrijf de nieuwe waarde, zoals `\"{}\"`, of een verschil met de oude, zoals \
                 `\"+{} points\"`",
                value(written),
                value(written).trim_end_matches('%')
            ),
        ),
        OverlayMistake::PointsOnNumber { key, written } => (
            format!(
                "procentpunten (`points`) horen bij een percentage, maar `{key}` is een \
                     getal: `{written}`"
            ),
            "schrijf het nieuwe getal, of een verandering in procenten, zoals `\"+10%\"`"
                .to_owned(),
        ),
        OverlayMistake::ScenarioUnknown { id, known } => (
            format!("er is geen scenario `{id}`"),
            exists(known, "de scenario's zijn", &format!("zet `[scenario.{id}]` in het bestand")),
        ),
        OverlayMistake::NotSettable { table, known } => (
            format!("`{table}` is op deze manier niet te wijzigen"),
            format!("wat wel kan: {}", listed(known, "en")),
        ),
        OverlayMistake::NothingLaid => (
            "in dit argument staat niets dat over de businesscase gelegd kan worden".to_owned(),
            "schrijf `--set pad=waarde`, bijvoorbeeld `--set cost.rent.amount=+10%`, of laat het weg"
                .to_owned(),
        ),
        OverlayMistake::ArgumentWithoutValue { path, example } => (
            format!("wat moet `{path}` worden?"),
            match example {
                Some(example) => {
                    format!("zet een waarde achter `{path}=`, zoals `{path}={example}`")
                }
                None => format!("zet een waarde achter `{path}=`"),
            },
        ),
        OverlayMistake::TextWithoutQuotes { path, text } => (
            format!("`{text}` is op zichzelf geen waarde"),
            format!(
                "zet de tekst tussen aanhalingstekens, en het geheel tussen die van de shell: \
                 `'{path}=\"{text}\"'`"
            ),
        ),
        OverlayMistake::ScenarioTwice { id } => (
            format!("scenario `{id}` wordt twee keer toegepast"),
            "laat er één weg: een wijziging als `\"+10%\"` telt nu dubbel".to_owned(),
        ),
        OverlayMistake::ExtendsLoop { path } => (
            format!("`{path}` bouwt zelf voort op dit bestand, direct of via andere bestanden"),
            "haal bij een van deze bestanden `extends` weg".to_owned(),
        ),
        OverlayMistake::ExtendsTooDeep { path, most } => (
            format!("`{path}` is een bestand te veel: onder een bestand kunnen er {most} liggen"),
            "zet wat in meerdere bestanden staat bij elkaar in één bestand".to_owned(),
        ),
        OverlayMistake::ExtendsUnreadable { path, cause } => unreadable(path, *cause),
        OverlayMistake::NotFromAMonth { path } => (
            format!("`{path}` kan niet vanaf een bepaalde maand wijzigen"),
            "laat het weg uit een scenario met `from`, of wijzig het in een scenario zonder `from`"
                .to_owned(),
        ),
        OverlayMistake::OnBeforeFrom { path, on, from } => (
            format!("`{path}` komt eenmalig in {on}, terwijl het scenario pas vanaf {from} geldt"),
            format!("kies {from} of later, of voeg het toe in een scenario zonder `from`"),
        ),
        OverlayMistake::BeforeFacts { from, until } => (
            format!("wat dit vanaf {from} verandert, staat tot en met {until} vast"),
            format!("kies een maand na {until}: wat er gebeurd is blijft zo, en alleen wat daarna komt verandert"),
        ),
        OverlayMistake::MakesWrong { scenario, mistake, .. } => {
            let Words { what, mend } = super::words(mistake);
            (format!("met het scenario `{scenario}` klopt dit niet: {what}"), mend)
        }
    }
}

/// `+10%` als waarde: `10%`.
fn value(written: &str) -> &str {
    written.trim_start_matches('+')
}
