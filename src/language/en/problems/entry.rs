//! English words for what can be wrong between the keys of one entry.

use crate::document::EntryMistake;
use crate::language::spelled::listed;
use crate::words::{Key, percent};

/// What is wrong and how to mend it.
#[allow(clippy::too_many_lines, reason = "one arm a mistake, so that none can be forgotten")]
pub fn words(mistake: &EntryMistake) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match mistake {
        EntryMistake::UnitMissing { entry, may_follow } => (
            format!("`{entry}` does not say how much it is"),
            if *may_follow {
                "add an `amount`, or `amounts` by year, or a `quantity` with a `price`, or let it \
                 follow another entry with `of`"
                    .to_owned()
            } else {
                "add an `amount`, or `amounts` by year, or a `quantity` with a `price`".to_owned()
            },
        ),
        EntryMistake::TwoUnits { first, second } => (
            format!("`{first}` and `{second}` both say how much it is"),
            format!("keep one of them: {}", two_units(*first, *second)),
        ),
        EntryMistake::HalfUnit { given, missing } => (
            format!("there is a `{given}` and no `{missing}`"),
            if matches!(given, Key::Price | Key::Prices) {
                let instead = if *given == Key::Price { "amount" } else { "amounts" };
                format!(
                    "add the `quantity` of what is bought or sold in a period, or write \
                     `{instead}` instead of `{given}`"
                )
            } else {
                "add the `price` of one, or write `amount` instead of `quantity`".to_owned()
            },
        ),
        EntryMistake::PricesNotHere { beside } => prices_not_here(*beside),
        EntryMistake::PerMissing { entry } => (
            format!("`{entry}` does not say how often it comes"),
            "add `per = \"month\"`, `\"quarter\"` or `\"year\"`, or `on = \"2027-01\"` for what \
             comes once"
                .to_owned(),
        ),
        EntryMistake::NotWithAt { key } => (
            format!("amounts that are dated with `at` take no `{key}`"),
            "leave it out: each amount comes in its own month".to_owned(),
        ),
        EntryMistake::LifeOnDated { followed } => (
            match followed {
                Some(of) => format!("`{of}`, which it follows, is dated, and so this has no `life`"),
                None => "what is dated with `at` has no `life`".to_owned(),
            },
            "write what is bought and written off as entries of their own, each with its `on`"
                .to_owned(),
        ),
        EntryMistake::NotWithOnce { key, followed } => not_with_once(*key, followed.as_deref()),
        EntryMistake::OnWithRecurring { per } => (
            format!("`on` is for what comes once, and this comes every {per}"),
            "write `from` for its first month, or `per = \"once\"`".to_owned(),
        ),
        EntryMistake::UntilBeforeFrom { from, until } => (
            format!("it ends in {until}, before it begins in {from}"),
            "let `until` be its last month, not before `from`".to_owned(),
        ),
        EntryMistake::ReserveOnce => (
            "money is set apart again and again, and `once` is a single time".to_owned(),
            "write `at = { \"2027-01\" = 5_000 }` instead of `per` for an amount in one month"
                .to_owned(),
        ),
        EntryMistake::OpeningBeforeStart { month, start } => (
            format!("{month} lies before the start, {start}: by then it would be settled"),
            "leave it out, and let `opening_cash` count it; or say the month in which it is \
             settled"
                .to_owned(),
        ),
        EntryMistake::BeforeStart { key, month, start, cost } => {
            (format!("{month} lies before the start, {start}"), before_start(*key, *cost))
        }
        EntryMistake::PastEnd { entry, begins, last } => (
            format!(
                "`{entry}` begins in {begins}, after the last month, {last}: it counts for nothing"
            ),
            "let it begin earlier, or look at more `years`".to_owned(),
        ),
        EntryMistake::NotWithOf { key, of } if of.is_empty() => (
            format!("an entry with `of` takes no `{key}`"),
            format!("leave `{key}` out: it goes as what it follows goes"),
        ),
        EntryMistake::NotWithOf { key, of } => (
            format!("an entry with `of` takes no `{key}`"),
            format!("leave `{key}` out: it goes as {} goes; or leave out `of`", listed(of, "and")),
        ),
        EntryMistake::OfWithoutMeasure => say(
            "it follows another entry and does not say how",
            "add a `price` for each of its units, or a `share` of its amount",
        ),
        EntryMistake::ShareWithoutOf => say(
            "this is a share of nothing",
            "say what it is a share of, as in `of = \"cost.coordinator\"`, or leave `share` out",
        ),
        EntryMistake::IndexWithShare => say(
            "a share goes up with what it is a share of, and takes no `index`",
            "leave `index` out, or put it on the entry that is followed",
        ),
        EntryMistake::LifeOnRecurring { followed: None } => say(
            "`life` makes it an investment, and an investment comes once",
            "write `per = \"once\"` and the month of purchase as `on`, or leave `life` out",
        ),
        EntryMistake::LifeOnRecurring { followed: Some(of) } => (
            format!(
                "`life` makes it an investment, and `{of}`, which it follows, comes more than once"
            ),
            "leave `life` out".to_owned(),
        ),
        EntryMistake::RenewWithoutLife => say(
            "`renew` buys it again when its life ends, and it has no `life`",
            "say how long it lasts, as in `life = \"10 years\"`, or leave `renew` out",
        ),
        EntryMistake::SoldWithoutLife => say(
            "`sold` is for an investment, and this has no `life`",
            "say how long it lasts, as in `life = \"10 years\"`, or leave `sold` out",
        ),
        EntryMistake::SoldBeforeBought { sold, bought } => (
            format!("{sold} is before it can be sold: it is there from {bought} on"),
            format!("sell it in {bought} or later"),
        ),
        EntryMistake::RenewUnlimited => say(
            "`renew` buys it again when its life ends, and this life never ends",
            "say how long it lasts, as in `life = \"10 years\"`, or leave `renew` out",
        ),
        EntryMistake::AdvanceWithoutSettlement => say(
            "a part is paid in advance, and nothing says when the rest comes",
            "add how long after its last month that is, as in `settlement = \"6 months\"`",
        ),
        EntryMistake::SettlementWithoutAdvance => say(
            "the rest is settled later, and nothing says what part goes ahead",
            "add that part, as in `advance = \"80%\"`; if all of it comes later, that is a `delay`",
        ),
        EntryMistake::MilestonesAlone { beside } => (
            format!("what is paid in months of its own takes no `{beside}`"),
            format!("leave `{beside}` out: each part of `paid` has its month"),
        ),
        EntryMistake::PartsNotWhole { together } => (
            format!("the parts of `paid` are {} together", percent(*together)),
            "let them be 100% together".to_owned(),
        ),
        EntryMistake::LastsWithoutUnits => say(
            "`lasts` lets each unit go on for a while, and there are no units",
            "write a `quantity` and a `price` a year of one, instead of an amount",
        ),
        EntryMistake::DropOffWithoutLasts => say(
            "`drop_off` is less each year of what lasts, and nothing says for how long",
            "add that, as in `lasts = \"3 years\"`, or leave `drop_off` out",
        ),
        EntryMistake::LoanWithoutTerm { entry } => (
            format!("the loan `{entry}` does not say when it is repaid"),
            "add the time from the draw to the last instalment, as in `term = \"7 years\"`"
                .to_owned(),
        ),
        EntryMistake::GraceNotShorter { grace, term } => (
            format!(
                "a grace of {grace} months leaves no month to repay in: the term is {term} months"
            ),
            "make `grace` shorter or `term` longer; the term counts from the draw, grace included"
                .to_owned(),
        ),
        EntryMistake::AmortisedTooShort { amortised_over, term } => (
            format!(
                "instalments over {amortised_over} months end before the term of {term} months"
            ),
            "make `amortised_over` at least as long as `term`, or leave it out: the rest is paid at \
             the end of the term"
                .to_owned(),
        ),
        EntryMistake::AmortisedBullet => (
            "a bullet loan has no instalments to spread over a longer time".to_owned(),
            "leave `amortised_over` out, or choose `repayment = \"annuity\"` or `\"linear\"`"
                .to_owned(),
        ),
        EntryMistake::NotWholeInstalments { key, months, instalments, block } => (
            format!("a `{key}` of {months} months is no whole number of {instalments} instalments"),
            format!("let `{key}` be a multiple of {block} months, or change `instalments`"),
        ),
    }
}

fn prices_not_here(beside: Key) -> (String, String) {
    let (what, mend) = match beside {
        Key::Of => (
            "`prices` are of the entry's own `quantity`, and this one follows another",
            "write one `price` for each unit of the entry followed, with an `index` if it rises",
        ),
        Key::Lasts => (
            "`prices` go by the entry's own years, and what `lasts` saves goes on after them",
            "write one `price`, with an `index` if it rises",
        ),
        _ => ("what comes once has no years, and so no `prices`", "write one `price`"),
    };
    (what.to_owned(), mend.to_owned())
}

fn two_units(first: Key, second: Key) -> &'static str {
    match (first, second) {
        (_, Key::At) => "dated amounts with `at`, or what says how much in another way",
        (Key::Price, Key::Prices) => "one `price`, or `prices` by year",
        (Key::Price, Key::Share) => "a `price` for each unit followed, or a `share` of its amount",
        _ => "an `amount`, `amounts` by year, or a `quantity` with a `price`",
    }
}

fn not_with_once(key: Key, followed: Option<&str>) -> (String, String) {
    let what = match followed {
        Some(of) => format!("`{of}`, which it follows, comes once, and so this takes no `{key}`"),
        None => format!("what comes once takes no `{key}`"),
    };
    let mend = match key {
        Key::From | Key::Until => {
            "write its month as `on`, or let it come every month, quarter or year"
        }
        Key::Amounts => "write one `amount`",
        Key::Paid => "leave `paid` out; if it is paid later, that is a `delay`",
        _ => "leave it out, or let it come every month, quarter or year",
    };
    (what, mend.to_owned())
}

fn before_start(key: Key, cost: bool) -> String {
    match (key, cost) {
        (Key::Until, _) => "it is over before the start: leave the entry out".to_owned(),
        (Key::From, _) => "leave `from` out: it runs from the start".to_owned(),
        (_, true) => "only a loan or an investment may stand before it; `life` makes a cost an \
             investment"
            .to_owned(),
        _ => "only a loan or an investment may stand before it; what was received or paid is in \
             `opening_cash`"
            .to_owned(),
    }
}
