//! What the entries of a case come to, as formulas.

use super::formula::Formula;
use super::stream::Running;
use crate::stream::SoldFor;
use crate::words::Group;

/// What comes to an entry and what is paid of it, each as a running total.
#[derive(Clone, Debug)]
pub struct Flow {
    /// What accrues.
    pub accrued: Running,
    /// What is paid; of a case that ends the months after its horizon too.
    pub paid: Running,
}

/// What a cost comes to.
#[derive(Clone, Debug)]
pub struct CostRows {
    /// What accrues and is paid.
    pub flow: Flow,
    /// What it is in the books, of an investment.
    pub book: Option<BookRows>,
}

/// What an investment is in the books.
#[derive(Clone, Debug)]
pub struct BookRows {
    /// What it was worth at the start.
    pub opening: Formula,
    /// What has been written off since, at the end of each month.
    pub written_off: Vec<Formula>,
    /// That it is sold, which is as it was posted.
    pub sold: Option<SoldFor>,
}

/// What a funding entry comes to.
#[derive(Clone, Debug)]
pub enum FundingRows {
    /// Income.
    Income(Flow),
    /// Own capital.
    Equity(Flow),
    /// Something in kind.
    InKind(Flow),
    /// A loan.
    Loan(LoanRows),
}

/// A loan.
#[derive(Clone, Debug)]
pub struct LoanRows {
    /// The number of the month of its draw.
    pub drawn: i32,
    /// What is borrowed.
    pub amount: Formula,
    /// Its instalments.
    pub instalments: Vec<InstalmentRow>,
}

/// An instalment of a loan.
#[derive(Clone, Debug)]
pub struct InstalmentRow {
    /// The number of its month.
    pub month: i32,
    /// Interest.
    pub interest: Formula,
    /// What of it is added to what is owed.
    pub added: Formula,
    /// What is paid back.
    pub principal: Formula,
    /// What is owed afterwards.
    pub balance: Formula,
}

/// All entries of a case.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Of [`crate::case::Case::costs`].
    pub costs: Vec<CostRows>,
    /// Of [`crate::case::Case::funding`].
    pub funding: Vec<FundingRows>,
    /// Those that are fixed numbers.
    pub fixed: Vec<(Group, usize)>,
}

impl LoanRows {
    /// What is owed at the end of the month with this number.
    pub fn owed_after(&self, month: i32) -> Formula {
        if month < self.drawn {
            return Formula::ZERO;
        }
        let paid = self.instalments.partition_point(|due| due.month <= month);
        let last = paid.checked_sub(1).and_then(|last| self.instalments.get(last));
        last.map_or(&self.amount, |last| &last.balance).clone()
    }

    /// The instalment of a month, if there is one.
    pub fn due(&self, month: i32) -> Option<&InstalmentRow> {
        self.instalments.iter().find(|due| due.month == month)
    }
}

impl InstalmentRow {
    /// What is paid.
    pub fn paid(&self) -> Formula {
        self.interest.clone() - self.added.clone() + self.principal.clone()
    }
}

/// What buying the investments again takes a year.
#[derive(Clone, Debug)]
pub struct Replacement {
    /// In whole cents.
    pub cents: Formula,
    /// What the exact amount lies above that, in cents.
    pub beside: Formula,
}
