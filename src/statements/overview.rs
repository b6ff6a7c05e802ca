//! All tables of a case by period, on one choice of funding: what `show` shows.

use super::cash::ClosingCash;
use super::present::{Worth, worth};
use super::sheet::{Label, Line, Sheet, SheetKind};
use super::{By, View, sheets};
use crate::case::Case;
use crate::money::Overflow;
use crate::postings::{Counted, Granted, Journal};

/// The tables of a case.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Which funding they count.
    pub counted: Counted,
    /// The length of their periods.
    pub by: By,
    /// The sheets by period, in reading order.
    pub sheets: Vec<Sheet>,
    /// What entries are worth today.
    pub worth: Vec<Worth>,
}

impl Overview {
    /// The tables of a case, with the funding that is counted.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn of(case: &Case, journal: &Journal, by: By, counted: Counted) -> Result<Self, Overflow> {
        let granted = Granted::counting(case, counted);
        let postings = journal.run(case, &granted)?;
        let view = View { case, postings: &postings, granted: &granted };
        let mut gathered = Vec::new();
        for mut sheet in sheets(view)? {
            if sheet.kind == SheetKind::Liquidity {
                add_notes(&mut sheet, case, journal, by, counted)?;
            }
            gathered.push(sheet.by(by)?);
        }
        Ok(Self { counted, by, sheets: gathered, worth: worth(view)? })
    }
}

/// Under closing cash: how low it stood, less what is set apart, in a period of several months, and what it is on the
/// other run, where that differs.
fn add_notes(
    sheet: &mut Sheet,
    case: &Case,
    journal: &Journal,
    by: By,
    counted: Counted,
) -> Result<(), Overflow> {
    let Some(line) = sheet.lines.iter().rev().find(|line| line.label == Label::ClosingCash) else {
        return Ok(());
    };
    let opening = line.opening.unwrap_or_default();
    let free = sheet.lines.iter().find(|line| line.label == Label::Free).unwrap_or(line);
    let free = free.amounts.clone();
    if by != By::Month {
        sheet.lines.push(Line::stock(Label::LowestCash, opening, free).note());
    }
    let both = ClosingCash::of(case, journal, By::Month)?;
    if both.certain != both.all {
        let (label, other) = match counted {
            Counted::Certain => (Label::ClosingOnAll, both.all),
            Counted::All => (Label::ClosingOnCertain, both.certain),
        };
        sheet.lines.push(Line::stock(label, opening, other).note());
    }
    Ok(())
}
