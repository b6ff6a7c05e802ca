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
                PathPart::Column => format!("deze heeft geen cijfer `{word}`"),
                PathPart::Period => format!("`{word}` is hier geen maand of boekjaar"),
                PathPart::Step => format!("dit cijfer heeft geen stap `{word}`"),
            };
            (what, exists(known, "er is", "laat het weg"))
        }
        PathMistake::Outside { word, first, last } => (
            format!("`{word}` valt buiten de maanden die er zijn"),
            format!("neem een maand van `{first}` tot en met `{last}`"),
        ),
        PathMistake::Incomplete { part, after, known } => {
            let missing = match part {
                PathPart::Test => "welke toets",
                PathPart::Party => "welke partij",
                PathPart::Entry => "welke post",
                PathPart::Period => "welke maand of welk boekjaar",
                PathPart::Figure | PathPart::Column | PathPart::Step => "welk cijfer",
            };
            let what = format!("na `{after}` zegt het pad niet {missing}");
            (what, exists(known, "er is", "vraag een ander cijfer"))
        }
        PathMistake::Off { entry } => (
            format!("`{entry}` staat uit en heeft dus geen cijfers"),
            "haal daar `off = true` weg, of vraag een andere post".to_owned(),
        ),
    }
}
