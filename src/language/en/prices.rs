//! English words of a price list.

use crate::language::word::prices as word;
use crate::language::{Language, Prices, numbers};

const EN: Language = Language::En;

/// The words of a message.
pub fn prices(prices: Prices<'_>) -> String {
    match prices {
        Prices::Title(name) => name.to_owned(),
        Prices::Right { name, prices, years } => {
            let prices = numbers::count(EN, prices);
            let years = years.map_or(String::new(), |(first, last)| {
                format!(", with index figures of {first} to {last}")
            });
            format!("{name} is right: {prices} prices{years}.")
        }
        Prices::Count(prices) => format!("price list: {prices} prices"),
        Prices::At { year, source } => {
            let source =
                source.map_or(String::new(), |source| format!(", by the index of {source}"));
            format!("Now is at the level of {year}{source}.")
        }
        Prices::AsItStands => {
            "A price of a year without an index figure stands as it is.".to_owned()
        }
        Prices::Licence(licence) => format!("Terms: {licence}."),
        Prices::Take { path } => {
            let list = path.split('.').next().unwrap_or(path);
            format!(
                "In a case: `prices = \"{list}\"` under `[case]`, and `price_from = \"{path}\"` in an entry, with its `quantity`."
            )
        }
        Prices::None => "No price has these words.".to_owned(),
        Prices::Bearer(role, false) => word::role(EN, role).to_owned(),
        Prices::Bearer(role, true) => {
            let role = word::role(EN, role);
            format!("{role}, inferred")
        }
        Prices::Column(column) => word::column(EN, column).to_owned(),
    }
}
