//! What can be wrong between the keys of one entry.

use crate::calendar::Month;
use crate::words::Key;
use rust_decimal::Decimal;

/// The keys of one entry contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryMistake {
    /// Nothing says how much it is.
    UnitMissing {
        /// The entry: `cost.kitchen`.
        entry: String,
        /// Whether it may also follow another entry.
        may_follow: bool,
    },
    /// Two ways to say how much it is.
    TwoUnits {
        /// The one.
        first: Key,
        /// The other.
        second: Key,
    },
    /// A price for each year where there is none.
    PricesNotHere {
        /// The key that it cannot stand beside; `on` for what comes once.
        beside: Key,
    },
    /// A quantity without a price, or the reverse.
    HalfUnit {
        /// What is there.
        given: Key,
        /// What is missing.
        missing: Key,
    },
    /// Nothing says how often it comes.
    PerMissing {
        /// The entry: `cost.kitchen`.
        entry: String,
    },
    /// A key that makes no sense for what comes once.
    NotWithOnce {
        /// The key.
        key: Key,
        /// The `once` entry that it follows, if it does.
        followed: Option<String>,
    },
    /// A key that makes no sense for amounts that are of months of their own.
    NotWithAt {
        /// The key.
        key: Key,
    },
    /// A life of what is dated.
    LifeOnDated {
        /// The entry that it follows, if it does.
        followed: Option<String>,
    },
    /// `on` for what comes again and again.
    OnWithRecurring {
        /// What `per` says.
        per: &'static str,
    },
    /// It ends before it begins.
    UntilBeforeFrom {
        /// Its first month.
        from: Month,
        /// Its last.
        until: Month,
    },
    /// Money set apart once and for all, by `per`.
    ReserveOnce,
    /// What stands open at the start cannot be received or paid before it.
    OpeningBeforeStart {
        /// The month.
        month: Month,
        /// The case's first.
        start: Month,
    },
    /// Before the start only a loan or an investment may stand.
    BeforeStart {
        /// The key.
        key: Key,
        /// The month.
        month: Month,
        /// The case's first.
        start: Month,
        /// Whether it is a cost, which could be an investment.
        cost: bool,
    },
    /// It begins when the horizon is over.
    PastEnd {
        /// The entry: `cost.kitchen`.
        entry: String,
        /// Its first month.
        begins: Month,
        /// The last month of the horizon.
        last: Month,
    },
    /// A key that the entry followed decides.
    NotWithOf {
        /// The key.
        key: Key,
        /// The entries followed, as written, as far as these are texts.
        of: Vec<String>,
    },
    /// It follows another entry and does not say how.
    OfWithoutMeasure,
    /// A share of nothing.
    ShareWithoutOf,
    /// An index on a share of an amount that has its own.
    IndexWithShare,
    /// A life on a cost that recurs.
    LifeOnRecurring {
        /// The entry that it follows, if it does.
        followed: Option<String>,
    },
    /// Bought again at the end of a life that it does not have.
    RenewWithoutLife,
    /// Sold, and no investment.
    SoldWithoutLife,
    /// Sold before it is there.
    SoldBeforeBought {
        /// The month of the sale.
        sold: Month,
        /// The first month in which it can be sold.
        bought: Month,
    },
    /// Bought again at the end of a life that does not end.
    RenewUnlimited,
    /// An advance whose rest never comes.
    AdvanceWithoutSettlement,
    /// A settlement of everything.
    SettlementWithoutAdvance,
    /// Payments in months of their own, and later too.
    MilestonesAlone {
        /// The key that cannot stand beside them.
        beside: Key,
    },
    /// Parts that are not all of it together.
    PartsNotWhole {
        /// What they are together, as a fraction.
        together: Decimal,
    },
    /// A lasting effect of units that are not told.
    LastsWithoutUnits,
    /// A drop-off of an effect that does not last.
    DropOffWithoutLasts,
    /// A loan that does not say when it is repaid.
    LoanWithoutTerm {
        /// The entry: `funding.bank`.
        entry: String,
    },
    /// A grace period that leaves no month to repay in.
    GraceNotShorter {
        /// Its months.
        grace: i32,
        /// Those of the term.
        term: i32,
    },
    /// A loan whose instalments would be over before its term.
    AmortisedTooShort {
        /// Its months.
        amortised_over: i32,
        /// Those of the term.
        term: i32,
    },
    /// The instalments of a longer loan, of one that has none before its end.
    AmortisedBullet,
    /// A term, grace or longer loan that ends between two instalments.
    NotWholeInstalments {
        /// Which of them.
        key: Key,
        /// Its months.
        months: i32,
        /// What `instalments` says.
        instalments: &'static str,
        /// The months of one instalment.
        block: i32,
    },
}

codes! {
    EntryMistake:
    Self::UnitMissing { .. } => "unit_missing",
    Self::TwoUnits { .. } => "two_units",
    Self::HalfUnit { .. } => "half_unit",
    Self::PricesNotHere { .. } => "prices_not_here",
    Self::PerMissing { .. } => "per_missing",
    Self::NotWithOnce { .. } | Self::NotWithAt { .. } => "not_with_once",
    Self::LifeOnDated { .. } => "life_on_dated",
    Self::OnWithRecurring { .. } => "on_with_recurring",
    Self::UntilBeforeFrom { .. } => "until_before_from",
    Self::ReserveOnce => "reserve_once",
    Self::OpeningBeforeStart { .. } => "opening_before_start",
    Self::BeforeStart { .. } => "before_start",
    Self::PastEnd { .. } => "past_end",
    Self::NotWithOf { .. } => "not_with_of",
    Self::OfWithoutMeasure => "of_without_measure",
    Self::ShareWithoutOf => "share_without_of",
    Self::IndexWithShare => "index_with_share",
    Self::LifeOnRecurring { .. } => "life_on_recurring",
    Self::RenewWithoutLife => "renew_without_life",
    Self::SoldWithoutLife => "sold_without_life",
    Self::SoldBeforeBought { .. } => "sold_before_bought",
    Self::RenewUnlimited => "renew_unlimited",
    Self::AdvanceWithoutSettlement => "advance_without_settlement",
    Self::SettlementWithoutAdvance => "settlement_without_advance",
    Self::MilestonesAlone { .. } => "milestones_alone",
    Self::PartsNotWhole { .. } => "parts_not_whole",
    Self::LastsWithoutUnits => "lasts_without_units",
    Self::DropOffWithoutLasts => "drop_off_without_lasts",
    Self::LoanWithoutTerm { .. } => "loan_without_term",
    Self::GraceNotShorter { .. } => "grace_not_shorter",
    Self::AmortisedTooShort { .. } => "amortised_too_short",
    Self::AmortisedBullet => "amortised_bullet",
    Self::NotWholeInstalments { .. } => "not_whole_instalments",
}
