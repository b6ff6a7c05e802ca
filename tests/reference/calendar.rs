//! Months, counted from the case's start.

/// A month of the calendar, counted from January of the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarMonth(pub i64);

impl CalendarMonth {
    /// `"2027-01"`
    pub fn read(written: &str) -> Self {
        let (year, month) = written.split_once('-').expect("a month is YYYY-MM");
        let year: i64 = year.parse().expect("a year");
        let month: i64 = month.parse().expect("a month");
        Self(year * 12 + month - 1)
    }

    pub fn year(self) -> i64 {
        self.0.div_euclid(12)
    }

    /// 0 for January .. 11 for December.
    pub fn of_year(self) -> usize {
        usize::try_from(self.0.rem_euclid(12)).expect("below twelve")
    }

    pub fn after(self, months: i64) -> Self {
        Self(self.0 + months)
    }

    pub fn text(self) -> String {
        format!("{:04}-{:02}", self.year(), self.of_year() + 1)
    }
}

/// `"18 months"`, `"3 years"`: in months.
pub fn duration(written: &str) -> i64 {
    let (number, unit) = written.split_once(' ').expect("a number and a unit");
    let number: i64 = number.parse().expect("a whole number");
    match unit {
        "month" | "months" => number,
        "year" | "years" => number * 12,
        _ => panic!("no unit of time: {unit}"),
    }
}

/// A case year's label: `2027`, or `2027/28` where it crosses a New Year.
pub fn label(first: CalendarMonth) -> String {
    let year = first.year();
    if first.of_year() == 0 { format!("{year}") } else { format!("{year}/{:02}", (year + 1) % 100) }
}
