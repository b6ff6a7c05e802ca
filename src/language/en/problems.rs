//! English words for what can be wrong with a case.

use super::syntax;
use crate::document::Mistake;
use crate::language::Words;

/// What is wrong and how to mend it.
pub fn words(mistake: &Mistake) -> Words {
    match mistake {
        Mistake::Syntax(fault) => syntax::words(fault),
        Mistake::TooLarge { entry } => Words {
            what: format!("the sums of `{entry}` grow past what can be computed exactly"),
            mend: "look for a digit, or a rate of growth, too many".to_owned(),
        },
    }
}
