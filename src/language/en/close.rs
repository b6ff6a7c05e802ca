//! English words of `close`.

use super::{money, through};
use crate::language::numbers;
use crate::language::{AtStart, By, Close, Handle, Language, Said};
use crate::money::Cents;

const EN: Language = Language::En;

/// The words of a message.
pub fn close(close: &Close<'_>) -> String {
    match close {
        Close::Levers { closes: false } => "What would make the case close".to_owned(),
        Close::Levers { closes: true } => "What it can spare".to_owned(),
        Close::About { closes, asks } => about(*closes, *asks).to_owned(),
        Close::Pulled { lever, by, closes: false } => needed(*lever, &self::by(*by)),
        Close::Pulled { lever, by, closes: true } => spared(*lever, &self::by(*by)),
        Close::Far { levers: 1, closes: false } => {
            "One more is enough too, but not below +100%.".to_owned()
        }
        Close::Far { levers, closes: false } => {
            format!("{levers} more are enough too, none below +100%.")
        }
        Close::Far { levers: 1, closes: true } => {
            "One more can go further than 100% before the case no longer closes.".to_owned()
        }
        Close::Far { levers, closes: true } => {
            format!("{levers} more can go further than 100% before the case no longer closes.")
        }
        Close::CannotTurn { closes: false } => "Not enough by itself, however far:".to_owned(),
        Close::CannotTurn { closes: true } => "The case goes on closing, however far:".to_owned(),
        Close::NoTurn { lever, closes: false } => helps(*lever),
        Close::NoTurn { lever, closes: true } => hurts(*lever),
        Close::Ask => "Whom to ask".to_owned(),
        Close::Divided { needed, during, year, asks } => {
            let asks = if *asks { ", what is requested counted as paid" } else { "" };
            format!(
                "The contribution of {} a year {}, divided over those who save by what each does \
                 not pay yet of its cashable saving in {year}{asks}.",
                money(*needed),
                through(*during)
            )
        }
        Close::NotCovered { asked, missing } => format!(
            "They cannot cover it: even if everyone who saves hands over all of it, {} a year, \
             the case does not close. Another {} a year is missing.",
            money(*asked),
            money(*missing)
        ),
        Close::NobodySaves { needed, year } => format!(
            "With a contribution of {} a year the case would close, and in the last year, {year}, \
             nobody saves money to pay it from.",
            money(*needed)
        ),
        Close::NobodyEverSaves { needed } => format!(
            "With a contribution of {} a year the case would be covered to its end, and nobody \
             saves money to pay it from.",
            money(*needed)
        ),
        Close::AverageYear => "an average year".to_owned(),
        Close::AtStart { start, year } => format!(
            "‘Prices of {start}’ has that amount of {year} in prices of {start}: the same part of a \
             saving without its price rises."
        ),
        Close::NothingToAsk => {
            "No contribution a year makes the case close, however large, so there is nothing to \
             ask."
                .to_owned()
        }
        Close::Saves => "Saves, cashable".to_owned(),
        Close::Pays => "Pays now".to_owned(),
        Close::Asked => "Is asked".to_owned(),
        Close::AtMost => "At most".to_owned(),
        Close::InPricesOf(year) => format!("Prices of {year}"),
        Close::Keeps => "Keeps".to_owned(),
        Close::SayToEach => "What to say to each:".to_owned(),
        Close::To { party, said } => to(party, *said),
    }
}

fn by(by: By<'_>) -> String {
    match by {
        By::Money(money) => self::money(money),
        By::Share(share) => numbers::percentage(EN, share),
    }
}

fn about(closes: bool, asks: bool) -> &'static str {
    match (closes, asks) {
        (false, false) => {
            "Each of these changes is enough by itself, all else equal, and one step less is not. \
             The command under it proves it."
        }
        (false, true) => {
            "Each of these changes is enough by itself without what is only requested, all else \
             equal, and one step less is not. The command under it proves it."
        }
        (true, false) => {
            "So far can each of these go, all else equal, and one step more is too far. The \
             command under it proves that the case still closes."
        }
        (true, true) => {
            "So far can each of these go without what is only requested, all else equal, and one \
             step more is too far. The command under it proves that the case still closes."
        }
    }
}

fn needed(lever: Handle<'_>, by: &str) -> String {
    match lever {
        Handle::Contribution => format!("A structural contribution of {by} a year:"),
        Handle::Capital => format!("Start capital of {by} at once:"),
        Handle::Costs => format!("All costs {by} lower:"),
        Handle::Price(line) => format!("“{line}” at a price {by} higher:"),
        Handle::Amount(line) => format!("“{line}” with an amount {by} higher:"),
        Handle::Volume(line) => format!("“{line}” with a quantity {by} larger:"),
    }
}

fn spared(lever: Handle<'_>, by: &str) -> String {
    match lever {
        Handle::Contribution => format!("A structural setback of at most {by} a year:"),
        Handle::Capital => format!("A setback of at most {by} at the start:"),
        Handle::Costs => format!("All costs at most {by} higher:"),
        Handle::Price(line) => format!("“{line}” at a price at most {by} lower:"),
        Handle::Amount(line) => format!("“{line}” with an amount at most {by} lower:"),
        Handle::Volume(line) => format!("“{line}” with a quantity at most {by} smaller:"),
    }
}

fn helps(lever: Handle<'_>) -> String {
    match lever {
        Handle::Contribution => "a structural contribution".to_owned(),
        Handle::Capital => "start capital".to_owned(),
        Handle::Costs => "lower costs".to_owned(),
        Handle::Price(line) => format!("a higher price of “{line}”"),
        Handle::Amount(line) => format!("a higher amount of “{line}”"),
        Handle::Volume(line) => format!("a larger quantity of “{line}”"),
    }
}

fn hurts(lever: Handle<'_>) -> String {
    match lever {
        Handle::Contribution => "a structural setback".to_owned(),
        Handle::Capital => "a setback at the start".to_owned(),
        Handle::Costs => "higher costs".to_owned(),
        Handle::Price(line) => format!("a lower price of “{line}”, even none"),
        Handle::Amount(line) => format!("a lower amount of “{line}”, even none"),
        Handle::Volume(line) => format!("a smaller quantity of “{line}”, even none"),
    }
}

fn to(party: &str, said: Said<'_>) -> String {
    let Said { year, during, saves, at_start, pays, requested, asked, keeps } = said;
    let pays_now = match (pays.amount, requested) {
        (Cents::ZERO, _) => "pay nothing for it".to_owned(),
        (_, true) => format!("pay {} for it, what is requested included", money(pays)),
        (_, false) => format!("pay {} for it", money(pays)),
    };
    let at_start_saves = at_start
        .map_or(String::new(), |AtStart { year: start, saves, .. }| {
            format!(" ({} in prices of {start})", money(saves))
        });
    let saves = format!("{}{at_start_saves}", money(saves));
    if asked.amount == Cents::ZERO {
        return format!(
            "To {party}: “In {year} you save {saves} in your budget and {pays_now}. We ask nothing \
             more of you.”"
        );
    }
    let keeps = match keeps.amount {
        Cents::ZERO => format!("all of your saving in {year} is then passed on"),
        _ => format!("in {year} you keep {}", money(keeps)),
    };
    format!(
        "To {party}: “In {year} you save {saves} in your budget and {pays_now}. We ask you to \
         contribute {} a year {}{}; {keeps}.”",
        money(asked),
        through(during),
        at_start.map_or(String::new(), |AtStart { year: start, asked, .. }| {
            format!(" (in {year} that is {} in prices of {start})", money(asked))
        })
    )
}
