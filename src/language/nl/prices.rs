//! Dutch words of a price list.

use crate::language::word::prices as word;
use crate::language::{Language, Prices, numbers};

const NL: Language = Language::Nl;

/// The words of a message.
pub fn prices(prices: Prices<'_>) -> String {
    match prices {
        Prices::Title(name) => name.to_owned(),
        Prices::Right { name, prices, years } => {
            let prices = numbers::count(NL, prices);
            let years = years.map_or(String::new(), |(first, last)| {
                format!(", met indexcijfers van {first} tot en met {last}")
            });
            format!("{name} klopt: {prices} prijzen{years}.")
        }
        Prices::Count(prices) => format!("prijslijst: {prices} prijzen"),
        Prices::At { year, source } => {
            let source =
                source.map_or(String::new(), |source| format!(", met de index van {source}"));
            format!("Nu is op het prijspeil van {year}{source}.")
        }
        Prices::AsItStands => {
            "Een prijs van een jaar zonder indexcijfer blijft zoals hij is.".to_owned()
        }
        Prices::Licence(licence) => format!("Voorwaarden: {licence}."),
        Prices::Take { path } => {
            let list = path.split('.').next().unwrap_or(path);
            format!(
                "In een case: `prices = \"{list}\"` onder `[case]`, en `price_from = \"{path}\"` in een post, met de `quantity`."
            )
        }
        Prices::None => "Geen prijs heeft deze woorden.".to_owned(),
        Prices::Bearer(role, false) => word::role(NL, role).to_owned(),
        Prices::Bearer(role, true) => {
            let role = word::role(NL, role);
            format!("{role}, afgeleid")
        }
        Prices::Column(column) => word::column(NL, column).to_owned(),
    }
}
