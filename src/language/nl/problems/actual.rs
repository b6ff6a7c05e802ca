//! Dutch words for what can be wrong with what really happened.

use super::reference::exists;
use crate::document::{ActualMistake, EntryKind};

/// What is wrong and how to mend it.
pub fn words(mistake: &ActualMistake) -> (String, String) {
    match mistake {
        ActualMistake::UntilOutside { until, first, last } => (
            format!(
                "{until} is geen maand van de businesscase, die loopt van {first} tot en met {last}"
            ),
            "laat `until` de laatste maand zijn waarvan alles bekend is".to_owned(),
        ),
        ActualMistake::MonthOutside { month, first, until } => (
            format!("{month} valt niet in de maanden die vaststaan, {first} tot en met {until}"),
            "laat de maand weg, of maak `until` in `[actual]` later".to_owned(),
        ),
        ActualMistake::NoEntry { entry, known } => (
            format!("er is geen post `{entry}` waarvan dit de realisatie kan zijn"),
            exists(known, "er is", "neem de post op in het plan, ook al was die daar nog niets"),
        ),
        ActualMistake::IsOff { entry } => (
            format!("`{entry}` staat op `off`, dus daarvan kan niets zijn gerealiseerd"),
            "laat deze realisatie weg, of laat `off` bij de post weg".to_owned(),
        ),
        ActualMistake::HasNone { entry, kind } => (
            format!("`{entry}` is {}, en daarvan is geen realisatie op te geven", called(*kind)),
            "laat die weg: de post gaat zoals gepland".to_owned(),
        ),
        ActualMistake::NothingSaid { entry } => (
            format!("er staat niet wat `{entry}` werkelijk was"),
            "geef `at` met een bedrag per maand, of `rest = \"plan\"` of `rest = \"0\"`".to_owned(),
        ),
        ActualMistake::MonthUnsaid { entry, month, more } => (
            match more {
                0 => format!("wat `{entry}` in {month} was, staat er niet"),
                more => {
                    format!("wat `{entry}` in {month} was, staat er niet, en in nog {more} niet")
                }
            },
            "zet de maand in `at`, of schrijf `rest = \"plan\"` (zoals gepland) of `rest = \"0\"` \
             (niets)"
                .to_owned(),
        ),
        ActualMistake::RequestedSilent { entry, until } => (
            format!(
                "`{entry}` is alleen aangevraagd en heeft geen realisatie: tot en met {until} kwam \
                 er niets binnen"
            ),
            format!("zeg in `[actual.{entry}]` wat er kwam, of dat de post is toegezegd"),
        ),
    }
}

fn called(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Loan => "een lening",
        EntryKind::Equity => "eigen vermogen",
        EntryKind::InKind => "in natura",
        _ => "een post",
    }
}
