//! English words for what can be wrong with a path that names a figure.

use super::reference::exists;
use crate::document::{PathMistake, PathPart};

/// What is wrong and how to mend it.
pub fn words(mistake: &PathMistake) -> (String, String) {
    match mistake {
        PathMistake::Unknown { part, word, known } => {
            let what = match part {
                PathPart::Figure => format!("there is no figure `{word}`"),
                PathPart::Test => format!("there is no test `{word}`"),
                PathPart::Party => format!("there is no party `{word}`"),
                PathPart::Entry => format!("there is no entry `{word}` in this group"),
                PathPart::AnyEntry => format!("there is no entry `{word}`"),
                PathPart::Number => format!("there is no number `{word}` to swing"),
                PathPart::Column => format!("it has no figure `{word}`"),
                PathPart::Period => format!("`{word}` is no month or case year here"),
                PathPart::Step => format!("this figure has no step `{word}`"),
            };
            (what, exists(known, "there is", "leave it out"))
        }
        PathMistake::Outside { word, first, last } => (
            format!("`{word}` lies outside the months that there are"),
            format!("take a month from `{first}` to `{last}`"),
        ),
        PathMistake::Incomplete { part, after, known } => {
            let missing = match part {
                PathPart::Test => "which test",
                PathPart::Party => "which party",
                PathPart::Entry | PathPart::AnyEntry => "which entry",
                PathPart::Period => "which month or case year",
                PathPart::Figure | PathPart::Column | PathPart::Step | PathPart::Number => {
                    "which figure"
                }
            };
            let what = format!("after `{after}` the path does not say {missing}");
            (what, exists(known, "there is", "ask for another figure"))
        }
        PathMistake::Off { entry } => (
            format!("`{entry}` is switched off, so it has no figures"),
            "take away its `off = true`, or ask for another entry".to_owned(),
        ),
    }
}
