//! Dutch words for what can be wrong with a case.

use super::syntax;
use crate::document::Mistake;
use crate::language::Words;

/// What is wrong and how to mend it.
pub fn words(mistake: &Mistake) -> Words {
    match mistake {
        Mistake::Syntax(fault) => syntax::words(fault),
        Mistake::TooLarge { entry } => Words {
            what: format!("de bedragen van `{entry}` worden groter dan exact te berekenen is"),
            mend: "kijk of er een cijfer of een groeipercentage te veel staat".to_owned(),
        },
    }
}
