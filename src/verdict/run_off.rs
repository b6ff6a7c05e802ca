//! The run-off: what is still owed at the end, repaid from years like the last (reference,
//! section 5).

use crate::exact::scaled;
use crate::loan::Table;
use crate::money::{Cents, Overflow, put};

/// What a case has to repay from once its horizon is over.
#[derive(Clone, Copy, Debug)]
pub struct RunOff {
    /// Cash at the end of the horizon.
    pub start: Cents,
    /// The structural result of a year, before interest.
    pub a_year: Cents,
    /// The number of the first month past the horizon.
    pub end: i32,
}

impl RunOff {
    /// The lowest cash up to the last instalment of these loans, and the number of the month in
    /// which it first stands; `None` where nothing is due. In month t = 1, 2, ... cash grows by
    /// `round2(a_year t / 12) - round2(a_year (t - 1) / 12)`; loans drawn past the end are not
    /// counted.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn lowest<'a>(
        self,
        loans: impl Iterator<Item = &'a Table>,
    ) -> Result<Option<(Cents, i32)>, Overflow> {
        let late = loans.filter(|table| table.drawn < self.end);
        let due: Vec<_> =
            late.flat_map(|table| &table.instalments).filter(|due| due.month >= self.end).collect();
        let Some(last) = due.iter().map(|due| due.month).max() else { return Ok(None) };
        let mut service = vec![Cents::ZERO; usize::try_from(last - self.end + 1).unwrap_or(0)];
        for due in due {
            put(&mut service, due.month - self.end, due.paid()?)?;
        }
        let mut paid = Cents::ZERO;
        let mut lowest: Option<(Cents, i32)> = None;
        for (t, service) in (1..).zip(service) {
            paid = paid.plus(service)?;
            let cash = self.start.plus(scaled(self.a_year, t, 12)?)?.minus(paid)?;
            if lowest.is_none_or(|(least, _)| cash < least) {
                lowest = Some((cash, self.end - 1 + i32::try_from(t).unwrap_or(i32::MAX)));
            }
        }
        Ok(lowest)
    }
}
