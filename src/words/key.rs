//! Every key of a file.

use super::{Section, Takes};
use strum::{AsRefStr, Display, EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A key, or the name of a table of a file. The order is that in which numbers are listed.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    AsRefStr,
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "what each means is told by `about`, in both languages")]
pub enum Key {
    // The top of a file.
    Format,
    Extends,
    Case,
    Fund,
    Rate,
    Bias,
    Party,
    Cost,
    Funding,
    Avoided,
    Value,
    Burden,
    Opening,
    Contribution,
    Initiative,
    Lending,
    Criteria,
    Expect,
    Scenario,
    Stress,
    Actual,
    // The top of a price list.
    Cpi,
    // What something is.
    Kind,
    Name,
    Story,
    Source,
    Off,
    Public,
    Role,
    RoleInferred,
    // A case and a fund.
    Start,
    Years,
    Ends,
    Currency,
    OpeningCash,
    DiscountRate,
    Inflation,
    PricesLater,
    Tags,
    Discounting,
    Language,
    Capital,
    Reserve,
    IdleInterest,
    WhenFull,
    // How much.
    Amount,
    Amounts,
    Quantity,
    Price,
    Prices,
    PriceFrom,
    Spread,
    At,
    Of,
    Share,
    Cap,
    // When.
    Per,
    On,
    From,
    Until,
    Every,
    UpTo,
    // How it goes on.
    Ramp,
    Growth,
    Season,
    Index,
    // How it is paid.
    Paid,
    Delay,
    Advance,
    Settlement,
    Settled,
    Covers,
    For,
    Fade,
    Months,
    // How sure it is.
    Structural,
    Status,
    Chance,
    // Loans.
    Interest,
    Repayment,
    Term,
    Grace,
    GraceInterest,
    AmortisedOver,
    Instalments,
    Revolving,
    Loss,
    // Investments.
    Life,
    Renew,
    Sold,
    // Effects.
    Deadweight,
    Displacement,
    Attribution,
    Cashable,
    Transfer,
    Lag,
    Lasts,
    DropOff,
    OptimismBias,
    // A price of a list.
    NameNl,
    Unit,
    Year,
    PartOf,
    Grade,
    Page,
    Note,
    Licence,
    Factors,
    // What really happened.
    Rest,
    // The tests.
    MinCash,
    MinDscr,
    MaxDependence,
    MinPublicReturn,
    MinSocialReturn,
    Require,
    Verdict,
    // Shocks.
    Sales,
    Costs,
    Parties,
    // Ranges.
    Low,
    Likely,
    High,
    Shape,
    MovesWith,
}

impl Key {
    /// What it takes in the first table that takes it: where a table is not known, what is meant.
    pub fn usually(self) -> Takes {
        let mut sections = Section::VARIANTS.iter().copied();
        let section = match self {
            // A list of amounts is written more often than the price lists of a case.
            Self::Prices => Some(Section::Cost),
            _ => sections.find(|section| section.has(self)),
        };
        self.facts(section.unwrap_or(Section::CaseFile)).takes
    }
}
