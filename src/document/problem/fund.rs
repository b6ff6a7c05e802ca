//! What can be wrong with a fund and the cases that it names.

use super::Known;
use crate::calendar::Month;
use crate::words::Key;

/// A fund and the cases that it names do not fit each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FundMistake {
    /// A file that cannot be read.
    FileUnreadable {
        /// The path as written.
        path: String,
        /// Why not.
        cause: Unreadable,
    },
    /// A fund where a case is wanted.
    NamesFund {
        /// The path as written.
        path: String,
    },
    /// The case has no such party.
    PartyNotInCase {
        /// The path of the case.
        path: String,
        /// The party.
        party: String,
        /// The one party of the case whose loan goes round, if there is one.
        lender: Option<String>,
        /// The parties of the case.
        known: Known,
    },
    /// The case asks the fund for nothing.
    NothingAsked {
        /// The path of the case.
        path: String,
        /// The party in it that is the fund.
        party: String,
    },
    /// The case counts in another currency.
    CurrencyDiffers {
        /// The path of the case.
        path: String,
        /// The currency of the case.
        of_case: String,
        /// The currency of the fund.
        of_fund: String,
    },
    /// The fund would have lent before the initiative starts.
    DrawnBeforeStart {
        /// The loan: `funding.fund`.
        loan: String,
        /// Its month.
        on: Month,
        /// The first month of its case.
        start: Month,
    },
    /// How many there will be of what comes once.
    UpToWithoutEvery,
    /// How many there will be is no whole number above zero.
    UpToOutOfBounds {
        /// As written.
        written: String,
    },
    /// A scenario of a fund that holds from a month on.
    FromAMonth {
        /// The month, where it is known.
        from: Option<Month>,
    },
    /// Something happens before the fund starts.
    BeforeFund {
        /// The key.
        key: Key,
        /// The month.
        month: Month,
        /// The fund's first.
        start: Month,
    },
    /// A case has facts, and a fund runs it as it was planned.
    FactsLeftOut,
    /// Something happens when the fund has ended.
    PastFund {
        /// The entry: `initiative.kitchen`.
        entry: String,
        /// Its month.
        begins: Month,
        /// The last month of the fund.
        last: Month,
    },
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not there.
    Missing,
    /// It may not be read.
    Forbidden,
    /// It is a folder.
    Folder,
    /// It is a pipe or a device, which may never end.
    NoFile,
    /// It lies outside the folder that may be read.
    Outside,
    /// It is not recognisably a case or a fund.
    NoCase,
    /// Something else went wrong.
    Other,
}

codes! {
    FundMistake:
    Self::FileUnreadable { cause: Unreadable::Outside, .. } => "case_outside",
    Self::FileUnreadable { cause: Unreadable::NoCase, .. } => "names_no_case",
    Self::FileUnreadable { .. } => "file_unreadable",
    Self::NamesFund { .. } => "names_fund",
    Self::PartyNotInCase { .. } => "party_not_in_case",
    Self::NothingAsked { .. } => "nothing_asked",
    Self::CurrencyDiffers { .. } => "currency_differs",
    Self::DrawnBeforeStart { .. } => "drawn_before_start",
    Self::UpToWithoutEvery => "up_to_without_every",
    Self::UpToOutOfBounds { .. } => "up_to_out_of_bounds",
    Self::FromAMonth { .. } => "fund_from_a_month",
    Self::BeforeFund { .. } => "before_fund",
    Self::FactsLeftOut => "facts_left_out",
    Self::PastFund { .. } => "past_fund",
}
