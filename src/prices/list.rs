//! What a price list holds.

use crate::money::Share;
use crate::words::{Grade, Language, Per, PriceKind, Role, Text};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceList {
    /// What people call it.
    pub name: Text,
    /// What its prices are in.
    pub currency: String,
    /// Who made it.
    pub source: Option<Text>,
    /// Under which terms it may be used.
    pub licence: Option<Text>,
    /// What else there is to know.
    pub note: Option<Text>,
    /// How prices in general rose, where it says so.
    pub cpi: Option<Cpi>,
    /// Its prices, in its own order.
    pub prices: Vec<Listed>,
}

/// How prices in general rose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cpi {
    /// Where its figures come from.
    pub source: Option<Text>,
    /// What a price of each year is multiplied by to be at one level; no year between is missing.
    pub factors: BTreeMap<i32, Decimal>,
}

/// A price as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// What one unit is.
    pub name: Text,
    /// The price.
    pub value: Decimal,
    /// In whose prices that is.
    pub year: i32,
    /// Of what it is the price: a day, a visit.
    pub unit: Text,
    /// Of a unit that is a stretch of time, which.
    pub per: Option<Per>,
    /// Who bears it.
    pub role: Option<Role>,
    /// Whether its source does not say who bears it.
    pub role_inferred: bool,
    /// Whose cost it is.
    pub kind: Option<PriceKind>,
    /// How much of it is money that somebody else no longer gets.
    pub transfer: Share,
    /// The price that holds this one already.
    pub part_of: Option<String>,
    /// How sure it is.
    pub grade: Grade,
    /// Where it comes from.
    pub source: Text,
    /// Where in that.
    pub page: Option<Text>,
    /// What else there is to know.
    pub note: Option<Text>,
}

impl Listed {
    /// Where it comes from, with where in that.
    pub fn cited(&self) -> Text {
        let Some(page) = &self.page else { return self.source.clone() };
        let said = |text: &Text, language: Option<Language>| match language {
            Some(language) => text.to_people(language).to_owned(),
            None => text.to_programs(None).to_owned(),
        };
        Text::said(|language| format!("{}, {}", said(&self.source, language), said(page, language)))
    }
}
