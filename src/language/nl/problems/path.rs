//! Dutch words for what can be wrong with a path that names a figure.

use super::reference::exists;
use crate::document::{PathMistake, PathPart};

/// What is wrong and how to mend it.
pub fn words(mistake: &PathMistake) -> (String, String) {
    match mistake {
        PathMistake::Unknown { part, word, known } => {
            let what = match part {
                PathPart::Figure => format!("er is geen cijfer `{word}`"),
                PathPart::Test => format!("er is geen toets `{word}`"),
                PathPart::Party => format!("er is geen partij `{word}`"),
                PathPart::Entry => format!("er is geen post `{word}` in deze groep"),
                PathPart::AnyEntry => format!("er is geen post `{word}`"),
                PathPart::Number => format!("er is geen getal `{word}` dat kan variëren"),
                PathPart::Column => format!("hier is geen cijfer `{word}`"),
                PathPart::Period => format!("`{word}` is hier geen maand of boekjaar"),
                PathPart::Step => format!("dit cijfer heeft geen stap `{word}`"),
            };
            (what, exists(known, "kies uit", "laat het weg"))
        }
        PathMistake::Outside { word, first, last } => (
            format!("`{word}` valt buiten de doorgerekende maanden"),
            format!("neem een maand van `{first}` tot en met `{last}`"),
        ),
        PathMistake::Incomplete { part, after, known } => {
            let missing = match part {
                PathPart::Test => "toets",
                PathPart::Party => "partij",
                PathPart::Entry | PathPart::AnyEntry => "post",
                PathPart::Period => "maand of boekjaar",
                PathPart::Figure | PathPart::Column | PathPart::Step | PathPart::Number => "cijfer",
            };
            let what = format!("na `{after}` noemt het pad nog geen {missing}");
            (what, exists(known, "kies uit", "vraag een ander cijfer op"))
        }
        PathMistake::Off { entry } => (
            format!("`{entry}` is uitgeschakeld en heeft dus geen cijfers"),
            "haal daar `off = true` weg, of vraag een andere post op".to_owned(),
        ),
    }
}
