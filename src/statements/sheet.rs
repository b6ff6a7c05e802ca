//! A sheet: lines of amounts through time, some of them totals of others.

use super::By;
use crate::money::{Cents, Overflow, add};

pub use crate::words::Group;

/// Which statement a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Investments and how they are financed.
    Plan,
    /// Income less costs, depreciation and interest, as accrued.
    Exploitation,
    /// Cash in hand.
    Liquidity,
    /// What is owned and owed.
    Balance,
    /// Draws, interest, principal and what is owed.
    Loans,
    /// One entry.
    Entry,
}

/// Lines of amounts, month by month or by a longer period.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Which statement it is.
    pub kind: SheetKind,
    /// Its lines, totals after what they add up.
    pub lines: Vec<Line>,
}

/// A line of a sheet.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is.
    pub label: Label,
    /// How it is to be read.
    pub weight: Weight,
    /// What stood at the start, of a line that has such a figure.
    pub opening: Option<Cents>,
    /// An amount for each period: a sum over it, or of a stock what stands at its end.
    pub amounts: Vec<Cents>,
    /// All periods together, once a sheet is gathered by period; nothing of a stock.
    pub whole: Option<Cents>,
    /// Whether it is a stock, such as cash in hand, and no flow.
    pub stock: bool,
}

/// How a line is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// One of the things that are added up.
    Item,
    /// The sum of the items before it.
    Total,
    /// What the sheet is about.
    Result,
    /// More about the line before it.
    Note,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// An entry: its group and its place there.
    Entry(Group, usize),
    /// All investments.
    Investments,
    /// All capital and one-off funding.
    Financing,
    /// Financing less investments.
    FinancingLeft,
    /// All income.
    Income,
    /// All costs that are no investment.
    Costs,
    /// What is written off.
    Depreciation,
    /// What investments bring that are sold.
    Sale,
    /// What they bring more than they were worth in the books.
    Gain,
    /// Interest on all loans.
    Interest,
    /// Income less costs, depreciation and interest.
    ExploitationResult,
    /// Cash before the period.
    OpeningCash,
    /// All that comes in.
    Receipts,
    /// All that goes out.
    Payments,
    /// Interest and principal on all loans.
    DebtService,
    /// Cash after the period.
    ClosingCash,
    /// The lowest closing cash of the period's months.
    LowestCash,
    /// How much of cash is set apart.
    Reserved,
    /// The rest of it.
    Free,
    /// Cash after the period on funding that is certain.
    ClosingOnCertain,
    /// Cash after the period with all that is requested granted.
    ClosingOnAll,
    /// Investments less what is written off.
    FixedAssets,
    /// Earned and not yet received.
    Receivables,
    /// Paid and not yet used.
    PaidAhead,
    /// Cash in hand.
    Cash,
    /// All that is owned.
    Assets,
    /// Owed on loans.
    Loans,
    /// Used and not yet paid.
    Payables,
    /// Received and not yet earned.
    ReceivedAhead,
    /// What is left for the initiative itself.
    Equity,
    /// How much of that is set apart.
    OfWhichReserved,
    /// All that is owed, equity included.
    LiabilitiesAndEquity,
    /// A loan's draw.
    Draw,
    /// A loan's principal paid back.
    Principal,
    /// Interest that is added to what is owed.
    Added,
    /// A loan's balance.
    Owed,
    /// What an entry accrues.
    Accrual,
    /// What is set apart.
    SetApart,
    /// What costs take from it.
    Released,
    /// What is paid of it.
    Paid,
    /// What its party can take out of a budget.
    Cashable,
    /// What of an avoided cost somebody else no longer gets.
    Transfer,
}

impl Line {
    /// A flow by month.
    pub fn flow(label: Label, amounts: Vec<Cents>) -> Self {
        Self { label, weight: Weight::Item, opening: None, amounts, whole: None, stock: false }
    }

    /// A stock at the end of each month, and what it was at the start.
    pub fn stock(label: Label, opening: Cents, amounts: Vec<Cents>) -> Self {
        Self {
            label,
            weight: Weight::Item,
            opening: Some(opening),
            amounts,
            whole: None,
            stock: true,
        }
    }

    /// The same line, read as a total.
    #[must_use]
    pub fn total(self) -> Self {
        Self { weight: Weight::Total, ..self }
    }

    /// The same line, read as what the sheet is about.
    #[must_use]
    pub fn result(self) -> Self {
        Self { weight: Weight::Result, ..self }
    }

    /// The same line, as more about the line before it.
    #[must_use]
    pub fn note(self) -> Self {
        Self { weight: Weight::Note, ..self }
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.opening.unwrap_or_default() == Cents::ZERO
            && self.amounts.iter().all(|&amount| amount == Cents::ZERO)
    }
}

impl Sheet {
    /// Only its first periods, so many.
    #[must_use]
    pub fn first(mut self, periods: usize) -> Self {
        self.lines.iter_mut().for_each(|line| line.amounts.truncate(periods));
        self
    }

    /// The same sheet by quarter or year: flows added up, stocks at the end.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn by(self, by: By) -> Result<Self, Overflow> {
        let lines = self.lines.into_iter().map(|line| {
            // What was in hand before a period is not what was in hand before its last month.
            let amounts = match (line.stock, line.label) {
                (true, Label::OpeningCash) => by.firsts(&line.amounts),
                (true, Label::LowestCash) => by.lows(&line.amounts),
                (true, _) => by.lasts(&line.amounts),
                (false, _) => by.sums(&line.amounts)?,
            };
            let whole =
                if line.stock { None } else { Some(Cents::total(line.amounts.iter().copied())?) };
            Ok(Line { amounts, whole, ..line })
        });
        Ok(Self { kind: self.kind, lines: lines.collect::<Result<_, Overflow>>()? })
    }
}

/// Month by month the sum of several lines of amounts.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn sum<'a>(
    months: usize,
    lines: impl IntoIterator<Item = &'a [Cents]>,
) -> Result<Vec<Cents>, Overflow> {
    let mut sums = vec![Cents::ZERO; months];
    for line in lines {
        add(&mut sums, line)?;
    }
    Ok(sums)
}

/// Month by month the difference of two lines of amounts.
///
/// # Errors
/// [`Overflow`] when a difference outgrows [`Cents`].
pub fn difference(from: &[Cents], less: &[Cents]) -> Result<Vec<Cents>, Overflow> {
    from.iter().zip(less).map(|(&from, &less)| from.minus(less)).collect()
}

/// The running total of monthly amounts, from an opening value.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn running(opening: Cents, amounts: &[Cents]) -> Result<Vec<Cents>, Overflow> {
    let mut total = opening;
    amounts
        .iter()
        .map(|&amount| {
            total = total.plus(amount)?;
            Ok(total)
        })
        .collect()
}
