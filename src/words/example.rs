//! An example of each key.

use super::{Choice, Key, Many, Named, NumberKind, Section, Takes};

impl Key {
    /// A value that it may have in a table that takes it, as it stands in a file.
    pub const fn example(self, section: Section) -> &'static str {
        match self {
            Self::Term | Self::AmortisedOver | Self::Life => "\"10 years\"",
            Self::Grace => "\"1 year\"",
            Self::Unit => "\"visit\"",
            _ => self.facts(section).takes.example(),
        }
    }
}

impl Takes {
    /// A value that will do, as it stands in a file.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Numbers(numbers) => match (numbers.kind, numbers.many) {
                (_, Many::ByMonth) => "{ \"2027-03\" = 5_000, \"2028-03\" = 7_500 }",
                (_, Many::Twelve) => "[8, 8, 9, 9, 9, 8, 4, 4, 9, 10, 10, 12]",
                (NumberKind::Share, Many::List) => "[\"50%\", \"80%\"]",
                (NumberKind::Price, Many::List) => "[7.50, 7.75, 8]",
                (_, Many::List) => "[18_000, 27_000, 36_000]",
                (NumberKind::Share, _) => "\"30%\"",
                (NumberKind::Growth | NumberKind::Interest | NumberKind::Discount, _) => {
                    "\"2.25%\""
                }
                (NumberKind::Price, _) => "7.50",
                (NumberKind::Quantity, _) => "160",
                (NumberKind::Ratio | NumberKind::Weight, _) => "1.2",
                (NumberKind::Amount, _) => "5_000",
            },
            Self::Index => "\"2%\"",
            Self::Bias => "\"30%\"",
            Self::Year => "2022",
            Self::Factors => "{ \"2022\" = 1.073, \"2023\" = 1.033, \"2024\" = 1 }",
            Self::Whole(count) => match count.most {
                Some(1) => "1",
                _ => "10",
            },
            Self::CalendarYears => "[2030, 2034, 2038]",
            Self::Change => "\"-20%\"",
            Self::Points => "\"+2 points\"",
            Self::Month => "\"2027-01\"",
            Self::Duration { .. } => "\"18 months\"",
            Self::Text | Self::Name | Self::Mark => "\"...\"",
            Self::Marks => "[\"care\", \"Noord\"]",
            Self::Truth => "true",
            Self::Currency => "\"EUR\"",
            Self::Word(Choice::FundingKind) => "\"subsidy\"",
            Self::Word(Choice::Per) => "\"year\"",
            Self::Word(Choice::Rhythm) | Self::Payments => "\"quarterly\"",
            Self::Word(Choice::Status) => "\"committed\"",
            Self::Word(Choice::Rest) => "\"plan\"",
            Self::Word(Choice::Settled) => "\"yearly\"",
            Self::Word(Choice::Repayment) => "\"annuity\"",
            Self::Word(Choice::GraceInterest) => "\"added\"",
            Self::Word(Choice::OpeningKind) => "\"receivable\"",
            Self::Word(Choice::Discounting) => "\"start\"",
            Self::Lists | Self::Word(Choice::Language) => "\"nl\"",
            Self::Word(Choice::Test) => "\"public_return\"",
            Self::Word(Choice::Verdict) => "\"closes\"",
            Self::Word(Choice::WhenFull) => "\"wait\"",
            Self::Word(Choice::Shape) => "\"triangular\"",
            Self::Word(Choice::Role) => "\"municipality\"",
            Self::Word(Choice::PriceKind) => "\"fiscal\"",
            Self::Word(Choice::Grade) => "\"A\"",
            Self::Words(_) => "[\"public_return\"]",
            Self::Id(named) | Self::IdOrIds(named) => match named {
                Named::Party => "\"gemeente\"",
                Named::Achieved => "\"day_care\"",
                Named::Followed | Named::Cost => "\"cost.coordinator\"",
                Named::Scenario => "\"handover\"",
                Named::PartyOfCase => "\"fund\"",
                Named::Listed => "\"nl.emergency\"",
                Named::Price => "\"shelter_year\"",
            },
            Self::Ids(Named::Party) => "[\"gemeente\"]",
            Self::Ids(_) => "[\"cost.coordinator\"]",
            Self::File => "\"kitchen.toml\"",
            Self::Table(Section::Sold) => "{ on = \"2034-06\", price = 40_000 }",
            Self::Table(Section::Fade) => "{ from = \"2029-01\", months = 24 }",
            Self::Table(_) | Self::Entries(_) | Self::Rates | Self::Shocks => "{}",
            Self::Ranged => "7.50",
        }
    }
}
