//! English words around the tables of `sensitivity`.

use super::money;
use crate::fund::Limit;
use crate::language::numbers;
use crate::language::spelled::uncapitalised;
use crate::language::word::{self, test};
use crate::language::{Kind, Language, Room, Sensitivity};
use crate::statements::Counted;

const EN: Language = Language::En;

/// The words of a message.
pub fn sensitivity(sensitivity: &Sensitivity<'_>) -> String {
    match sensitivity {
        Sensitivity::Title(case) => format!("{case}: which numbers its verdict hangs on"),
        Sensitivity::Margin { test: id, by, closes } => format!(
            "As it is, the case {}, with a margin of {}: the room that the tightest required test \
             leaves ({}).",
            if *closes { "closes" } else { "does not close" },
            room(*by),
            uncapitalised(test(Language::En, *id))
        ),
        Sensitivity::FundMargin { of, by, closes, prices_of } => format!(
            "As it is, the fund {} its capital{}, with a margin of {}: {}.",
            if *closes { "keeps" } else { "does not keep" },
            match prices_of {
                Some(start) => format!(" in prices of {}", numbers::month(EN, *start)),
                None => String::new(),
            },
            money(*by),
            match of {
                Limit::Capital => "its net worth at the end less all that was put in",
                Limit::Liquidity => "its lowest cash at the end of a month",
            }
        ),
        Sensitivity::Counted(Counted::Certain) => {
            "Margins are on funding that is certain; with what is only requested: --funding all."
                .to_owned()
        }
        Sensitivity::Counted(Counted::All) => {
            "Margins count all funding, also what is only requested. Without that: --funding \
             certain."
                .to_owned()
        }
        Sensitivity::HeadTornado => "What moves it".to_owned(),
        Sensitivity::Tornado => {
            "Each number by itself, over its range in the file or else 10% of itself up and down. \
             A bar runs from the lowest margin to the highest; │ is the margin as it is."
                .to_owned()
        }
        Sensitivity::HeadTurns => "Where the verdict turns".to_owned(),
        Sensitivity::Turns { kind, closes } => turns(*kind, *closes),
        Sensitivity::Still(kind, count) => still(*kind, *count),
        Sensitivity::Left(1) => "One more number is not shown.".to_owned(),
        Sensitivity::Left(count) => {
            format!("{} more numbers are not shown.", numbers::count(EN, *count))
        }
        Sensitivity::NoInputs => "There is no number to swing.".to_owned(),
        Sensitivity::HeadGrid => "The margin over two numbers".to_owned(),
        Sensitivity::Grid { rows, columns } => {
            format!("Down: {rows}. Across: {columns}. All else as it is.")
        }
        Sensitivity::Column(column) => word::sensitivity::column(EN, *column).to_owned(),
        Sensitivity::Never => "never".to_owned(),
        Sensitivity::TooLargeHere => "too large".to_owned(),
        Sensitivity::Working => "numbers".to_owned(),
    }
}

/// How to read the switching values.
fn turns(kind: Kind, closes: bool) -> String {
    match (kind, closes) {
        (Kind::Case, true) => {
            "The last column is the value of that one number, nearest to today's, from which on \
             the case no longer closes."
                .to_owned()
        }
        (Kind::Case, false) => {
            "The last column is the value of that one number, nearest to today's, from which on \
             the case closes."
                .to_owned()
        }
        (Kind::Fund, closes) => format!(
            "The last column is a value of that one number at which the fund {}, where one step \
             nearer to today's it {}. It is looked for at growing distances, so \
             what turns and turns back between two of those stays unseen.",
            if closes { "no longer keeps its capital" } else { "keeps its capital" },
            if closes { "still does" } else { "does not" }
        ),
    }
}

/// That so many numbers change nothing.
fn still(kind: Kind, count: usize) -> String {
    match (kind, count) {
        (Kind::Case, 1) => "One other number changes nothing, whatever it is.".to_owned(),
        (Kind::Case, count) => {
            format!(
                "{} other numbers change nothing, whatever they are.",
                numbers::count(EN, count)
            )
        }
        // Its margin jumps, so no more is known than what was tried.
        (Kind::Fund, 1) => {
            "One other number changes nothing over its swing, and turns nothing where it was tried."
                .to_owned()
        }
        (Kind::Fund, count) => format!(
            "{} other numbers change nothing over their swing, and turn nothing where they were \
             tried.",
            numbers::count(EN, count)
        ),
    }
}

fn room(room: Room<'_>) -> String {
    match room {
        Room::Money(amount) => money(amount),
        Room::Ratio(ratio) => numbers::written(EN, ratio.rounded(2)),
    }
}
