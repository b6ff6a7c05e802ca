//! Months, horizons and rhythms: everything the tool knows about time.

use std::fmt;
use std::str::FromStr;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A calendar month, written `2027-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month of a year, `month` counted from 1; `None` outside the years 1 to 9999 and months 1 to 12.
    pub fn new(year: i32, month: i32) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month))
            .then_some(Self(year * 12 + month - 1))
    }

    /// The month of a day, counted from 1 January 1970.
    pub fn of_day(day: u32) -> Self {
        // Years are counted from March, so that the day which a leap year has more is its last; in four
        // hundred of them there are 146,097 days.
        let day = i64::from(day) + 719_468;
        let (centuries, day) = (day.div_euclid(146_097), day.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let from_march = (5 * day + 2) / 153;
        let months = (year + 400 * centuries) * 12 + from_march + 2;
        Self(i32::try_from(months).unwrap_or(i32::MAX))
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, January being 1.
    pub fn of_year(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// The month `months` later (earlier when negative).
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months this one comes after `earlier` (negative when before it).
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.of_year())
    }
}

/// Says that a text is not a month written `2027-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMonth;

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(NotAMonth);
        }
        let number = |s: &str| s.parse::<i32>().map_err(|_| NotAMonth);
        Self::new(number(year)?, number(month)?).ok_or(NotAMonth)
    }
}

/// The months that a case looks at: `12 x years` of them, numbered from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// The first month.
    pub start: Month,
    /// The number of case years, 1 to 50.
    pub years: u32,
}

impl Horizon {
    /// How many months there are.
    pub fn months(self) -> usize {
        self.years as usize * 12
    }

    /// The number of the first month past the horizon.
    pub fn end(self) -> i32 {
        i32::try_from(self.months()).unwrap_or(i32::MAX)
    }

    /// The month with this number; below zero lies before the start.
    pub fn month(self, number: i32) -> Month {
        self.start.plus(number)
    }

    /// The number of a month: 0 is the start, below zero before it.
    pub fn number(self, month: Month) -> i32 {
        month.since(self.start)
    }

    /// The last month.
    pub fn last(self) -> Month {
        self.start.plus(self.end() - 1)
    }

    /// A case year's label: `2027`, or `2027/28` where it crosses a New Year.
    pub fn label(self, case_year: usize) -> String {
        let offset = i32::try_from(case_year).unwrap_or(0) * 12;
        let year = self.start.plus(offset).year();
        if self.start.of_year() == 1 {
            year.to_string()
        } else {
            format!("{year}/{:02}", (year + 1).rem_euclid(100))
        }
    }
}

/// How often something is paid: blocks of one, three or twelve months.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Default,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Rhythm {
    /// Every month.
    #[default]
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every twelve months.
    Yearly,
}

impl Rhythm {
    /// The months in one block.
    pub fn months(self) -> i32 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::Yearly => 12,
        }
    }
}
