//! What people call the numbers of a case.

use super::Language;
use crate::words::{Key, Word};

/// What a number under a key is called, as `quantity` or `aantal`; a key that is no number's, such as
/// the name of a rate, is called what it is.
pub fn input_name(language: Language, key: &str) -> String {
    let Some(key) = Key::of(key) else { return key.to_owned() };
    let (nl, en) = match key {
        Key::Amount => ("bedrag", "amount"),
        Key::Amounts => ("bedragen", "amounts"),
        Key::Quantity => ("aantal", "quantity"),
        Key::Price => ("prijs", "price"),
        Key::Prices => ("prijzen", "prices"),
        Key::At => ("gedateerde bedragen", "dated amounts"),
        Key::Share => ("aandeel", "share"),
        Key::Cap => ("maximum", "cap"),
        Key::Ramp => ("aanloop", "start-up"),
        Key::Growth => ("groei", "growth"),
        Key::Season => ("seizoen", "season"),
        Key::Advance => ("voorschot", "advance"),
        Key::Chance => ("kans", "chance"),
        Key::Interest => ("rente", "interest"),
        Key::OptimismBias => ("opslag voor tegenvallers", "allowance for optimism"),
        Key::Deadweight => ("ook zonder het initiatief", "would have happened anyway"),
        Key::Displacement => ("verplaatst zich alleen", "only moves elsewhere"),
        Key::Attribution => ("te danken aan anderen", "thanks to others"),
        Key::Cashable => ("verzilverbaar deel", "cashable share"),
        Key::Transfer => ("deel dat een ander misloopt", "share that others no longer get"),
        Key::DropOff => ("afname per jaar", "drop-off a year"),
        Key::OpeningCash => ("kassaldo bij de start", "cash at the start"),
        Key::DiscountRate => ("discontovoet", "discount rate"),
        Key::Inflation => ("algemene prijsstijging", "rise of prices in general"),
        Key::PricesLater => ("latere prijsstijging van lijsten", "later rise of listed prices"),
        Key::Spread => ("spreiding van de prijs", "spread of the price"),
        Key::MinCash => ("minimale kas", "minimum cash"),
        Key::MinDscr => ("minimale DSCR", "minimum DSCR"),
        Key::MaxDependence => ("maximale afhankelijkheid", "maximum dependence"),
        Key::MinPublicReturn => ("minimaal publiek rendement", "minimum public return"),
        Key::MinSocialReturn => ("minimaal maatschappelijk rendement", "minimum social return"),
        other => return other.spelled().to_owned(),
    };
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
    .to_owned()
}
