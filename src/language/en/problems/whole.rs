//! English words for what can be wrong with a case as a whole.

use crate::document::WholeMistake;
use crate::language::Language;
use crate::language::numbers::{list, money, percentage};
use crate::language::spelled::quoted;
use crate::words::{Word, usual};

const EN: Language = Language::En;

/// What is wrong and how to mend it.
pub fn words(mistake: &WholeMistake) -> (String, String) {
    match mistake {
        WholeMistake::NoCosts { others: false } => (
            "there is nothing to pay: no cost, no avoided cost, no value, no burden and no loan"
                .to_owned(),
            "add what it costs, as in `[cost.rent]` with an `amount` and `per = \"month\"`".to_owned(),
        ),
        WholeMistake::NoCosts { others: true } => (
            "no cost and no loan counts, so there is nothing to pay".to_owned(),
            "add what it costs; what is `off`, or begins after the last month, counts for nothing"
                .to_owned(),
        ),
        WholeMistake::TemporaryWithoutEnd { entry } => (
            format!("`{entry}` goes on to the end, and money of its kind stops some day"),
            "say its last month, as in `until = \"2029-12\"`, or `structural = true` if it does not \
             stop; if the work itself is done at the end, write `ends = true` in `[case]`"
                .to_owned(),
        ),
        WholeMistake::NominalWithRealRate { entry } => (
            format!(
                "prices rise, such as those of `{entry}`, and the discount rate of {} is one \
                 without inflation",
                percentage(EN, usual::DISCOUNT_RATE)
            ),
            "say how prices in general rise, as in `inflation = \"2%\"` under `[case]`, or say a \
             `discount_rate` with inflation in it"
                .to_owned(),
        ),
        WholeMistake::EndsRequires { test } => (
            format!("`{}` asks how the case goes on, and this one ends", test.spelled()),
            "leave it out, or leave out `ends` in `[case]`".to_owned(),
        ),
        WholeMistake::PaidTwice { of, entries, month, share } => (
            format!(
                "in {month} {} together bring {} of `{of}`",
                list(EN, &quoted(entries)),
                percentage(EN, *share)
            ),
            "let them be no more than 100% together: what is paid twice is claimed back".to_owned(),
        ),
        WholeMistake::EarmarksExceed { entry, others, alone, left, currency } => (
            format!(
                "{} {} what `{entry}` covers too: it is left with {} of {}",
                list(EN, &quoted(others)),
                if others.len() == 1 { "claims" } else { "claim" },
                money(EN, *left, currency),
                money(EN, *alone, currency)
            ),
            "ask for less, or let it cover other costs: one bill is paid once".to_owned(),
        ),
    }
}
