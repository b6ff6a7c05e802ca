//! English words for what can be wrong with a price list, and with what a case takes from one.

use super::fund::unreadable;
use super::reference::exists;
use crate::document::PriceMistake;
use crate::language::Language;
use crate::language::numbers::list;
use crate::language::spelled::quoted;
use crate::words::Word;

const EN: Language = Language::En;

/// What is wrong and how to mend it.
#[expect(clippy::too_many_lines, reason = "an arm for each mistake")]
pub fn words(mistake: &PriceMistake) -> (String, String) {
    match mistake {
        PriceMistake::ListUnknown { list, path, known } if list.is_empty() || known.some.is_empty() => (
            format!("the case names no price list, so there is no `{path}`"),
            "write `prices = \"nl\"` under `[case]`, or the path of a list of your own".to_owned(),
        ),
        PriceMistake::ListUnknown { list, known, .. } => (
            format!("the case names no price list `{list}`"),
            exists(known, "it names", "add it to `prices` under `[case]`"),
        ),
        PriceMistake::Unknown { path, known } => (
            format!("there is no price `{path}`"),
            exists(known, "there is", "look for it with `bizcase prices`, or write a `price`"),
        ),
        PriceMistake::InFund => (
            "a fund names no price lists".to_owned(),
            "write the `price` itself".to_owned(),
        ),
        PriceMistake::ListUnreadable { path, cause } => {
            let (what, mend) = unreadable(path, *cause);
            (what, format!("{mend}; the list that is built in is `nl`"))
        }
        PriceMistake::NamesNoList { path } => (
            format!("`{path}` is no price list"),
            "name a file with `[prices]` and `[price.ID]`; `nl` is built in".to_owned(),
        ),
        PriceMistake::NotOpened { path } => (
            format!("`{path}` is not read: only the file itself can name the file of a price list"),
            "name it in `prices` under `[case]` of the file".to_owned(),
        ),
        PriceMistake::Currency { path, has, wants } => (
            format!("`{path}` is in {has}, and the case counts in {wants}"),
            "write a `price` of your own, and say in `source` how it was converted".to_owned(),
        ),
        PriceMistake::Per { path, unit, entry } => (
            format!(
                "`{path}` is the price of a unit of {}, and the quantity is for each {}",
                stretch(unit.spelled()),
                entry.spelled()
            ),
            format!("let the quantity be for each {0}, with `per = \"{0}\"`", unit.spelled()),
        ),
        PriceMistake::TooLarge { path } => (
            format!("`{path}` grows past what can be computed with"),
            "look for a digit too many in its value, its year or `prices_later`".to_owned(),
        ),
        PriceMistake::SpreadAlone => (
            "a `spread` goes with a price from a list, and there is none".to_owned(),
            "write `price_from`, or a range: `price = { low = 6.50, likely = 7.50, high = 8.50 }`"
                .to_owned(),
        ),
        PriceMistake::YearMissing { missing, first, last } => (
            format!("the years go from {first} to {last}, and {missing} is not among them"),
            format!("add the figure of {missing}: an index has one of each year"),
        ),
        PriceMistake::Factor { written } => (
            format!("`{written}` is no index figure"),
            "write a plain number above zero and up to a million, such as 1.073".to_owned(),
        ),
        PriceMistake::PartUnknown { id, known } => (
            format!("there is no price `{id}` in this list"),
            exists(known, "there is", "leave `part_of` out"),
        ),
        PriceMistake::PartOfItself { id } => (
            format!("`{id}` is a part of what is a part of itself"),
            "let `part_of` name a larger price".to_owned(),
        ),
        PriceMistake::LevelEnds { entries, last, level } => (
            format!(
                "the index ends with {last}, so prices from lists are those of {last} rather than \
                 of {level}: {}",
                list(EN, &quoted(entries))
            ),
            "say how prices go on, as in `prices_later = \"2.5%\"` under `[case]`".to_owned(),
        ),
        PriceMistake::LevelUnknown { path, year, level } => (
            format!(
                "`{path}` is in prices of {year}, which has no index figure: it is used as it \
                 stands, not at the level of {level}"
            ),
            "write a `price` of your own with the index that you trust, or live with a figure that \
             is probably too low"
                .to_owned(),
        ),
        PriceMistake::Old { path, year, years } => (
            format!("`{path}` is of {year}, {years} years before the start"),
            "look for a newer figure: what things cost changes by more than prices rise".to_owned(),
        ),
        PriceMistake::OtherPocket { path, bears, party, is } => (
            format!(
                "by its list `{path}` falls to {}, and the entry gives it to `{party}`, {}",
                bears.told().en,
                is.told().en
            ),
            "let the entry name the party in whose budget it falls".to_owned(),
        ),
        PriceMistake::CountedTwice { entry, other, holder: None } => (
            format!("`{entry}` takes the price that `{other}` takes too, for the same party and months"),
            "leave one of the two out, or say in both what each of them is of".to_owned(),
        ),
        PriceMistake::CountedTwice { entry, other, holder: Some(holder) } => (
            format!("`{entry}` counts what `{other}` counts too: its price is a part of `{holder}`"),
            "leave one of the two out".to_owned(),
        ),
        PriceMistake::InferredRole { paths } => (
            format!(
                "the source does not say who bears {}: the list infers it",
                list(EN, &quoted(paths))
            ),
            "ask the party of each whether it sees that saving in its budget".to_owned(),
        ),
    }
}

fn stretch(word: &str) -> &str {
    match word {
        "once" => "what comes once",
        other => other,
    }
}
