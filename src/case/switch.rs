//! What it means to be switched on or off from a month on.

use super::{
    Amount, Cost, Effect, Follow, Form, Funding, Income, Milestones, Outcome, Reserve, Schedule,
    Share, Stream, Timing, Unit,
};
use crate::calendar::Month;
use crate::money::Quantity;

/// What can be switched on and off from a month on.
pub(super) trait Switched: Clone + PartialEq {
    /// It begins in a month, or later at its own start.
    fn begin(&mut self, month: Month);

    /// Its last month is the one before; whether it has begun by then.
    fn end(&mut self, month: Month) -> bool;

    /// What follows another entry follows nothing.
    fn follow_nothing(&mut self) {}

    /// It posts nothing.
    fn mute(&mut self);

    /// The first month in which a part of it is paid, where that is in months of its own.
    fn first_paid(&self) -> Option<Month> {
        None
    }

    /// It has ended: it follows nothing any more, and is not bought again.
    fn give_up(&mut self) {
        self.follow_nothing();
    }
}

impl Switched for Cost {
    fn begin(&mut self, month: Month) {
        self.schedule.begin(month);
        self.milestones.iter_mut().for_each(|it| it.begin(month));
    }

    fn first_paid(&self) -> Option<Month> {
        first_paid(self.milestones.as_ref())
    }

    fn end(&mut self, month: Month) -> bool {
        self.schedule.end(month)
    }

    fn follow_nothing(&mut self) {
        self.schedule.follow_nothing();
    }

    fn mute(&mut self) {
        self.schedule.mute();
    }

    fn give_up(&mut self) {
        self.follow_nothing();
        if let Some(investment) = &mut self.investment {
            investment.renew = false;
            investment.replaced = false;
            investment.sold = None;
        }
    }
}

impl Switched for Funding {
    fn begin(&mut self, month: Month) {
        match &mut self.form {
            Form::Income(income) => {
                income.schedule.begin(month);
                income.milestones.iter_mut().for_each(|it| it.begin(month));
            }
            Form::Outcome(outcome) => outcome.from = outcome.from.max(month),
            Form::Equity(equity) => {
                equity.stream.begin(month);
                equity.milestones.iter_mut().for_each(|it| it.begin(month));
            }
            Form::Loan(loan) => loan.on = loan.on.max(month),
            Form::InKind(in_kind) => in_kind.stream.begin(month),
        }
    }

    fn first_paid(&self) -> Option<Month> {
        match &self.form {
            Form::Income(income) => first_paid(income.milestones.as_ref()),
            Form::Equity(equity) => first_paid(equity.milestones.as_ref()),
            Form::Outcome(_) | Form::Loan(_) | Form::InKind(_) => None,
        }
    }

    fn end(&mut self, month: Month) -> bool {
        match &mut self.form {
            Form::Income(income) => income.schedule.end(month),
            Form::Outcome(Outcome { from, until, .. }) => end(*from, until, month),
            Form::Equity(equity) => equity.stream.end(month),
            Form::Loan(loan) => loan.on < month,
            Form::InKind(in_kind) => in_kind.stream.end(month),
        }
    }

    fn follow_nothing(&mut self) {
        if let Form::Income(Income { schedule, .. }) = &mut self.form {
            schedule.follow_nothing();
        }
    }

    fn mute(&mut self) {
        match &mut self.form {
            Form::Income(income) => income.schedule.mute(),
            Form::Outcome(outcome) => outcome.share = Share::default(),
            Form::Equity(equity) => equity.stream.mute(),
            Form::Loan(loan) => loan.amount = Amount::default(),
            Form::InKind(in_kind) => in_kind.stream.mute(),
        }
    }
}

/// The first month in which a part is paid.
fn first_paid(milestones: Option<&Milestones>) -> Option<Month> {
    milestones?.coming().map(|it| it.month).next()
}

/// What is switched as its stream is.
trait Streamed: Clone + PartialEq {
    fn stream(&mut self) -> &mut Stream;
}

impl Streamed for Effect {
    fn stream(&mut self) -> &mut Stream {
        &mut self.stream
    }
}

/// What has been set apart by then stays so until its costs take it.
impl Streamed for Reserve {
    fn stream(&mut self) -> &mut Stream {
        &mut self.stream
    }
}

impl<T: Streamed> Switched for T {
    fn begin(&mut self, month: Month) {
        self.stream().begin(month);
    }

    fn end(&mut self, month: Month) -> bool {
        self.stream().end(month)
    }

    fn mute(&mut self) {
        self.stream().mute();
    }
}

impl Schedule {
    fn begin(&mut self, month: Month) {
        match self {
            Self::Own(stream) => stream.begin(month),
            Self::Follows(Follow { within: Some(within), .. }) => {
                within.from = within.from.max(month);
            }
            Self::Follows(_) => {}
        }
    }

    fn end(&mut self, month: Month) -> bool {
        match self {
            Self::Own(stream) => stream.end(month),
            Self::Follows(Follow { within: Some(within), .. }) => {
                end(within.from, &mut within.until, month)
            }
            Self::Follows(_) => true,
        }
    }

    fn follow_nothing(&mut self) {
        if let Self::Follows(follow) = self {
            follow.of.clear();
        }
    }

    fn mute(&mut self) {
        match self {
            Self::Own(stream) => stream.mute(),
            Self::Follows(_) => self.follow_nothing(),
        }
    }
}

impl Stream {
    fn begin(&mut self, month: Month) {
        match &mut self.timing {
            Timing::Once { on } => *on = (*on).max(month),
            Timing::Dated(dated) => dated.since = dated.since.max(Some(month)),
            Timing::Recurring(recurring) => recurring.from = recurring.from.max(month),
        }
    }

    fn end(&mut self, month: Month) -> bool {
        match &mut self.timing {
            Timing::Once { on } => *on < month,
            Timing::Dated(dated) => {
                dated.months.retain(|on| *on < month);
                !dated.months.is_empty()
            }
            Timing::Recurring(recurring) => end(recurring.from, &mut recurring.until, month),
        }
    }

    /// It is of nothing; units stay units, which others may follow.
    fn mute(&mut self) {
        match &mut self.unit {
            Unit::Amount(amount) => *amount = Amount::default(),
            Unit::Amounts(amounts) => *amounts = vec![Amount::default()],
            Unit::Priced { quantity, .. } | Unit::PricedByYear { quantity, .. } => {
                *quantity = Quantity::default();
            }
        }
    }
}

/// Ends what runs before a month; whether it has begun by then.
fn end(from: Month, until: &mut Month, month: Month) -> bool {
    *until = (*until).min(month.plus(-1));
    from < month
}
