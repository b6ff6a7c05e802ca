//! Bare words of `prices`.

use super::of;
use crate::language::{Language, PricesColumn};
use crate::words::Role;

pub fn column(language: Language, column: PricesColumn) -> &'static str {
    let words = match column {
        PricesColumn::Path => ["Prijs", "Price"],
        PricesColumn::What => ["Wat", "What"],
        PricesColumn::Unit => ["Per", "Per"],
        PricesColumn::Now => ["Nu", "Now"],
        PricesColumn::Then => ["Toen", "Then"],
        PricesColumn::Year => ["Jaar", "Year"],
        PricesColumn::Bearer => ["Wie het draagt", "Who bears it"],
        PricesColumn::Grade => ["Graad", "Grade"],
    };
    of(language, words)
}

pub fn role(language: Language, role: Role) -> &'static str {
    let words = match role {
        Role::Municipality => ["gemeente", "municipality"],
        Role::Insurer => ["zorgverzekeraar", "health insurer"],
        Role::CareOffice => ["zorgkantoor", "long-term care office"],
        Role::State => ["Rijk", "state"],
        Role::Housing => ["woningcorporatie", "housing association"],
        Role::Justice => ["justitie", "justice"],
        Role::Household => ["mensen zelf", "people themselves"],
        Role::Employer => ["werkgever", "employer"],
    };
    of(language, words)
}
