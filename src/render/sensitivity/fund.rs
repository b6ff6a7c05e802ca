//! What is said of a fund before its numbers.

use super::Told;
use crate::fund::{CapitalMargin, OfFund};
use crate::language::{Kind, Language, Money, Sensitivity as Say, Text};
use crate::render::fund::json::head;
use crate::render::subject::Subject;
use crate::whatif::Leeway;
use serde_json::Value;

impl Told for OfFund<'_> {
    const KIND: Kind = Kind::Fund;

    fn name(&self) -> &Text {
        &self.fund().name
    }

    fn language(&self) -> Option<Language> {
        self.fund().language
    }

    fn opening(&self, margin: CapitalMargin) -> Vec<Say<'_>> {
        let fund = self.fund();
        vec![Say::FundMargin {
            of: margin.of,
            by: Money { amount: margin.by, currency: &fund.currency },
            closes: margin.closes(),
            prices_of: (!fund.prices.0.is_empty()).then_some(fund.horizon.start),
        }]
    }

    fn head(&self, subject: Subject<'_>) -> Vec<(&'static str, Value)> {
        vec![("fund", head(subject, self.fund()))]
    }
}
