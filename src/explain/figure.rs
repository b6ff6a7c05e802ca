//! The figures that can be explained, and the paths that name them.

use crate::case::{Case, Form, TestId};
use crate::statements::{Counted, Group};
use crate::words::Word;
use std::ops::Range;

/// A figure of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Whether it closes.
    Verdict,
    /// A test.
    Test(TestId, TestPart),
    /// A measure over the whole horizon.
    Measure(Measure),
    /// Cash in hand and what goes through it.
    Cash(Counted, CashColumn, Period),
    /// What a party pays and gets, by its place in [`Case::parties`].
    Party(usize, Counted, PartyColumn),
    /// What an entry comes to.
    Entry(EntryId, EntryColumn, Period),
}

/// An entry of a case, in a run: its group and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EntryId {
    /// Its group.
    pub group: Group,
    /// Its place.
    pub place: usize,
    /// The run: on all funding, unless it posts something else on certain funding.
    pub run: Counted,
}

/// What of a test is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TestPart {
    /// Its result on both runs.
    Both,
    /// Its result on one.
    Result(Counted),
    /// What it measures on one.
    Figure(Counted),
}

/// A measure over the whole horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Present value of what comes in less what goes out.
    Npv,
    /// What society gets less what it puts in.
    SocialBalance,
    /// Public savings over public money.
    PublicReturn,
    /// What society gets over what it puts in.
    SocialReturn,
    /// The case year by whose end public money is back.
    PublicPayback,
    /// What it takes a year to buy the investments again.
    Replacement,
}

/// A column of the cash statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CashColumn {
    /// In hand before.
    Opening,
    /// What comes in.
    Receipts,
    /// What goes out.
    Payments,
    /// In hand after.
    Closing,
    /// How much of that is set apart.
    Reserved,
    /// The rest of it.
    Free,
    /// The lowest of a year's months, of the cash that is not set apart.
    Lowest,
}

/// A column of who pays and who benefits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartyColumn {
    /// Cash that it brings.
    Pays,
    /// Interest and principal that it gets.
    Repaid,
    /// Avoided costs.
    Saves,
    /// The part of those that it can take out of a budget.
    Cashable,
    /// The part of those that somebody else no longer gets.
    Transfer,
    /// Values.
    Gains,
    /// Burdens.
    Bears,
    /// All of it together.
    Net,
    /// What comes back for each euro.
    Ratio,
}

/// What of an entry is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryColumn {
    /// What is posted.
    Accrual,
    /// What a month comes to before it is posted in cents.
    Exact,
    /// The units in a month.
    Units,
    /// What a month claims of costs that others may claim too; of a cost what is claimed of it.
    Claimed,
    /// What the fade of an earmark leaves of what it claims.
    Kept,
    /// What is set apart.
    SetApart,
    /// What costs take from what is set apart.
    Released,
    /// What is set apart at the end.
    Reserved,
    /// What is paid.
    Cash,
    /// What a party can take out of a budget.
    Cashable,
    /// What somebody else no longer gets.
    Transfer,
    /// What is written off.
    Depreciation,
    /// What the sale of an investment brings.
    Sale,
    /// What that is more than its book value.
    Gain,
    /// Interest and principal of a loan together.
    Instalment,
    /// What is borrowed.
    Draw,
    /// Interest on a loan.
    Interest,
    /// What is paid back of a loan.
    Principal,
    /// What is owed.
    Balance,
    /// Interest that is not paid but added to what is owed.
    Added,
    /// One of the equal payments of a loan.
    Annuity,
}

/// When.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// The month with this number.
    Month(i32),
    /// A case year, the first being 0.
    Year(usize),
    /// All months.
    Whole,
    /// All months, as a present value.
    PresentValue,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Npv,
        Self::SocialBalance,
        Self::PublicReturn,
        Self::SocialReturn,
        Self::PublicPayback,
        Self::Replacement,
    ];

    /// Its name in a path.
    pub fn id(self) -> &'static str {
        match self {
            Self::Npv => "npv",
            Self::SocialBalance => "social_balance",
            Self::PublicReturn => "public_return",
            Self::SocialReturn => "social_return",
            Self::PublicPayback => "public_payback",
            Self::Replacement => "replacement",
        }
    }
}

impl CashColumn {
    /// All that a case has.
    pub fn of(case: &Case) -> Vec<Self> {
        let mut all = vec![Self::Opening, Self::Receipts, Self::Payments, Self::Closing];
        if !case.reserves.is_empty() {
            all.extend([Self::Reserved, Self::Free]);
        }
        all.push(Self::Lowest);
        all
    }

    /// The one of what may be spent: cash, less what is set apart where anything is.
    pub fn spendable(case: &Case) -> Self {
        if case.reserves.is_empty() { Self::Closing } else { Self::Free }
    }

    /// Its name in a path.
    pub fn id(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Receipts => "receipts",
            Self::Payments => "payments",
            Self::Closing => "closing",
            Self::Reserved => "reserved",
            Self::Free => "free",
            Self::Lowest => "lowest",
        }
    }
}

impl PartyColumn {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Pays,
        Self::Repaid,
        Self::Saves,
        Self::Cashable,
        Self::Transfer,
        Self::Gains,
        Self::Bears,
        Self::Net,
        Self::Ratio,
    ];

    /// Its name in a path.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pays => "pays",
            Self::Repaid => "repaid",
            Self::Saves => "saves",
            Self::Cashable => "cashable",
            Self::Transfer => "transfer",
            Self::Gains => "gains",
            Self::Bears => "bears",
            Self::Net => "net",
            Self::Ratio => "ratio",
        }
    }
}

impl EntryColumn {
    /// The one that is meant when none is named.
    fn usual(case: &Case, id: EntryId) -> Self {
        if id.group == Group::Opening {
            return Self::Cash;
        }
        if id.group == Group::Reserve {
            return Self::SetApart;
        }
        let entry = case.funding.get(id.place).filter(|_| id.group == Group::Funding);
        match entry.map(|entry| &entry.what.form) {
            Some(Form::Loan(_)) => Self::Instalment,
            _ => Self::Accrual,
        }
    }

    /// Its name in a path.
    pub fn id(self) -> &'static str {
        match self {
            Self::Accrual => "accrual",
            Self::Exact => "exact",
            Self::Units => "units",
            Self::Claimed => "claimed",
            Self::Kept => "kept",
            Self::SetApart => "set_apart",
            Self::Released => "released",
            Self::Reserved => "reserved",
            Self::Cash => "cash",
            Self::Cashable => "cashable",
            Self::Transfer => "transfer",
            Self::Depreciation => "depreciation",
            Self::Sale => "sale",
            Self::Gain => "gain",
            Self::Instalment => "instalment",
            Self::Draw => "draw",
            Self::Interest => "interest",
            Self::Principal => "principal",
            Self::Balance => "balance",
            Self::Added => "added",
            Self::Annuity => "annuity",
        }
    }

    /// Whether it is another figure in each month.
    pub fn has_periods(self) -> bool {
        self != Self::Annuity
    }

    /// Whether the months of a period add up to it.
    pub fn adds_up(self) -> bool {
        !matches!(self, Self::Annuity | Self::Balance | Self::Reserved)
    }

    /// Whether it has a present value.
    pub fn has_present_value(self) -> bool {
        match self {
            Self::Accrual | Self::Cash | Self::Cashable | Self::Instalment | Self::Draw => true,
            Self::Exact
            | Self::Units
            | Self::Claimed
            | Self::Kept
            | Self::SetApart
            | Self::Released
            | Self::Reserved
            | Self::Transfer
            | Self::Depreciation
            | Self::Sale
            | Self::Gain
            | Self::Interest
            | Self::Added
            | Self::Principal
            | Self::Balance
            | Self::Annuity => false,
        }
    }
}

impl EntryId {
    /// An entry on all funding.
    pub fn of(group: Group, place: usize) -> Self {
        Self { group, place, run: Counted::All }
    }

    /// The same entry on all funding.
    #[must_use]
    pub fn on_all(self) -> Self {
        Self { run: Counted::All, ..self }
    }

    /// The path of the entry itself: `cost.kitchen`, or in a run of its own `cost.kitchen.certain`.
    pub fn path(self, case: &Case) -> String {
        let id = case.entry(self.group, self.place).map(|entry| entry.id).unwrap_or_default();
        let run = if self.run == Counted::Certain { ".certain" } else { "" };
        format!("{}.{id}{run}", self.group.id())
    }
}

/// The numbers of a case year's months.
pub fn months_of(year: usize) -> Range<i32> {
    let first = i32::try_from(year).unwrap_or(0) * 12;
    first..first + 12
}

/// The word for a present value in a path.
pub const PRESENT_VALUE: &str = "present_value";

impl Period {
    /// What stands at the end of a path for it.
    fn tail(self, case: &Case) -> String {
        match self {
            Self::Month(number) => format!(".{}", case.horizon.month(number)),
            Self::Year(year) => format!(".{}", case.horizon.label(year)),
            Self::Whole => String::new(),
            Self::PresentValue => format!(".{PRESENT_VALUE}"),
        }
    }
}

impl Figure {
    /// What to ask for to get it.
    pub fn path(self, case: &Case) -> String {
        match self {
            Self::Verdict => "verdict".to_owned(),
            Self::Test(id, part) => match part {
                TestPart::Both => format!("test.{}", id.id()),
                TestPart::Result(run) => format!("test.{}.{}", id.id(), run.spelled()),
                TestPart::Figure(run) => format!("test.{}.{}.figure", id.id(), run.spelled()),
            },
            Self::Measure(measure) => measure.id().to_owned(),
            Self::Cash(run, column, period) => {
                let run = if run == Counted::All { ".all" } else { "" };
                let closing = column == CashColumn::Closing;
                let column = if closing { String::new() } else { format!(".{}", column.id()) };
                format!("cash{run}{column}{}", period.tail(case))
            }
            Self::Party(place, run, column) => {
                let id = case.parties.get(place).map(|party| party.id.as_str()).unwrap_or_default();
                let run = if run == Counted::Certain { ".certain" } else { "" };
                format!("party.{id}{run}.{}", column.id())
            }
            Self::Entry(id, column, period) => {
                let column = if EntryColumn::usual(case, id) == column {
                    String::new()
                } else {
                    format!(".{}", column.id())
                };
                format!("{}{column}{}", id.path(case), period.tail(case))
            }
        }
    }
}
