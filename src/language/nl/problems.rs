//! Dutch words for what can be wrong with a case.

mod actual;
mod asked;
mod entry;
mod fund;
mod key;
mod overlay;
mod path;
mod price;
mod reference;
mod value;
mod whole;

use super::syntax;
use crate::document::Mistake;
use crate::language::Words;

/// What is wrong and how to mend it.
pub fn words(mistake: &Mistake) -> Words {
    let (what, mend) = match mistake {
        Mistake::Syntax(fault) => return syntax::words(fault),
        Mistake::TooLarge { entry } => (
            format!("de bedragen van `{entry}` worden groter dan exact te berekenen is"),
            "kijk of een bedrag of een groeipercentage te hoog is".to_owned(),
        ),
        Mistake::OnlyWithoutRequests => (
            "de businesscase is sluitend met alleen toegezegde financiering, maar niet meer als \
             ook alle aanvragen worden toegezegd"
                .to_owned(),
            "kijk welke aanvraag te veel is, bijvoorbeeld een lening".to_owned(),
        ),
        Mistake::Key(mistake) => key::words(mistake),
        Mistake::Value(mistake) => value::words(mistake),
        Mistake::Entry(mistake) => entry::words(mistake),
        Mistake::Reference(mistake) => reference::words(mistake),
        Mistake::Whole(mistake) => whole::words(mistake),
        Mistake::Actual(mistake) => actual::words(mistake),
        Mistake::Fund(mistake) => fund::words(mistake),
        Mistake::Price(mistake) => price::words(mistake),
        Mistake::Overlay(mistake) => overlay::words(mistake),
        Mistake::Path(mistake) => path::words(mistake),
        Mistake::Asked(mistake) => asked::words(mistake),
    };
    Words { what, mend }
}
