//! What can be wrong with a value by itself.

use crate::words::{Bounds, Key};

/// A value is not written as its key wants it, or is out of bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueMistake {
    /// An exponent, a hexadecimal, `inf` or `nan`.
    NotPlainNumber {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The same number written out, where there is one.
        spelled: Option<String>,
    },
    /// More digits than the tool computes with.
    TooManyDigits {
        /// Its key.
        key: String,
    },
    /// A point that may stand between thousands: `9.800`.
    ThousandsPoint {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The spelling if it stands between thousands.
        thousands: String,
        /// The spelling if it stands before decimals.
        decimals: String,
    },
    /// More decimals than the key takes.
    TooManyDecimals {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The most it takes.
        most: u32,
    },
    /// Below zero.
    Negative {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The same without its sign.
        spelled: String,
    },
    /// Above 10^12.
    AmountTooLarge {
        /// Its key.
        key: String,
        /// As written.
        written: String,
    },
    /// A number in quotes, or with a currency sign or a comma.
    NumberAsText {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The same as a number, where it can be read as one.
        spelled: Option<String>,
    },
    /// `"+10%"` on a number that stands in a case itself.
    RelativeHere {
        /// Its key.
        key: String,
        /// As written.
        written: String,
    },
    /// A percentage written without its sign.
    PercentMissing {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// What is probably meant.
        spelled: String,
        /// What else may be meant.
        other: Option<String>,
    },
    /// A percentage written in another way than `"2.25%"`.
    PercentSpelling {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The right spelling as it stands in a file, where it can be guessed: between quotes, or a range.
        spelled: Option<String>,
    },
    /// A share below 0% or above 100%.
    ShareOutOfBounds {
        /// Its key.
        key: String,
        /// As written.
        written: String,
    },
    /// A rate beyond what its key takes.
    RateOutOfBounds {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// What it takes.
        bounds: Bounds,
    },
    /// A month written in another way than `"2027-01"`.
    MonthSpelling {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The right spelling, where it can be guessed.
        spelled: Option<String>,
    },
    /// A duration written in another way than `"18 months"`.
    DurationSpelling {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The right spelling, where it can be guessed.
        spelled: Option<String>,
    },
    /// A duration that is too short or too long for its key.
    DurationOutOfBounds {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The fewest months.
        least: i32,
        /// The most.
        most: i32,
    },
    /// A number of months that is not whole, below zero or too large.
    MonthsOutOfBounds {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// The most.
        most: i32,
    },
    /// A calendar year that is not written in four digits.
    YearSpelling {
        /// The list's key.
        key: String,
        /// As written.
        written: String,
    },
    /// A change written in another way than `"-20%"` or `"+2 points"`.
    ChangeSpelling {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// Whether it takes points rather than a part.
        points: bool,
        /// The right spelling, where it can be guessed.
        spelled: Option<String>,
    },
    /// A change that goes too far.
    ChangeOutOfBounds {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// Whether it takes points rather than a part.
        points: bool,
    },
    /// A horizon that is not 1 to 50 whole years.
    YearsOutOfBounds {
        /// As written.
        written: String,
    },
    /// No currency has this code.
    CurrencyUnknown {
        /// As written.
        written: String,
        /// A code that it resembles.
        near: Option<String>,
    },
    /// A currency whose amounts do not have two decimals.
    CurrencyDecimals {
        /// Its code.
        written: String,
        /// The decimals that it has.
        decimals: u32,
    },
    /// A range without one of its three values.
    RangeIncomplete {
        /// The key whose value is a range.
        key: String,
        /// What is missing.
        missing: Key,
    },
    /// A range whose values do not go up.
    RangeUpsideDown {
        /// The key whose value is a range.
        key: String,
        /// The lower of the two that are the wrong way round.
        lower: Key,
        /// The higher of them.
        higher: Key,
    },
    /// A word that is not one of those that the key takes.
    UnknownValue {
        /// Its key.
        key: String,
        /// As written.
        written: String,
        /// A word that it resembles.
        near: Option<String>,
        /// The words that the key takes.
        allowed: &'static [&'static str],
    },
    /// A season without twelve weights.
    SeasonLength {
        /// How many there are.
        found: usize,
    },
    /// A season whose weights are all zero.
    SeasonAllZero,
    /// A list with nothing in it.
    EmptyList {
        /// Its key.
        key: String,
    },
    /// The same name twice in a list.
    ListedTwice {
        /// The list's key.
        key: String,
        /// The name.
        written: String,
    },
    /// A text with nothing in it.
    EmptyText {
        /// Its key.
        key: String,
    },
    /// A text for people that is written in no language at all: `{}`.
    NoLanguage {
        /// Its key.
        key: String,
    },
    /// A text for people in a language that no report is in.
    LanguageUnknown {
        /// The key of the text.
        key: String,
        /// The language as written.
        written: String,
        /// A language that it resembles.
        near: Option<String>,
    },
}

codes! {
    ValueMistake:
    Self::NotPlainNumber { .. } => "not_plain_number",
    Self::TooManyDigits { .. } => "too_many_digits",
    Self::ThousandsPoint { .. } => "thousands_point",
    Self::TooManyDecimals { .. } => "too_many_decimals",
    Self::Negative { .. } => "negative",
    Self::AmountTooLarge { .. } => "amount_too_large",
    Self::NumberAsText { .. } => "number_as_text",
    Self::RelativeHere { .. } => "relative_here",
    Self::PercentMissing { .. } => "percent_missing",
    Self::PercentSpelling { .. } => "percent_spelling",
    Self::ShareOutOfBounds { .. } => "share_out_of_bounds",
    Self::RateOutOfBounds { .. } => "rate_out_of_bounds",
    Self::MonthSpelling { .. } => "month_spelling",
    Self::DurationSpelling { .. } => "duration_spelling",
    Self::DurationOutOfBounds { .. } => "duration_out_of_bounds",
    Self::MonthsOutOfBounds { .. } => "months_out_of_bounds",
    Self::YearSpelling { .. } => "year_spelling",
    Self::ChangeSpelling { .. } => "change_spelling",
    Self::ChangeOutOfBounds { .. } => "change_out_of_bounds",
    Self::YearsOutOfBounds { .. } => "years_out_of_bounds",
    Self::CurrencyUnknown { .. } => "currency_unknown",
    Self::CurrencyDecimals { .. } => "currency_decimals",
    Self::RangeIncomplete { .. } => "range_incomplete",
    Self::RangeUpsideDown { .. } => "range_upside_down",
    Self::UnknownValue { .. } => "value_unknown",
    Self::SeasonLength { .. } => "season_length",
    Self::SeasonAllZero => "season_all_zero",
    Self::EmptyList { .. } => "empty_list",
    Self::ListedTwice { .. } => "listed_twice",
    Self::EmptyText { .. } => "empty_text",
    Self::NoLanguage { .. } => "no_language",
    Self::LanguageUnknown { .. } => "language_unknown",
}
