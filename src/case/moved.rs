//! A case at another moment: every month of it moves by as much.

use super::{Case, Entry, Fade, Form, Schedule, Stream, Timing, Window};
use crate::calendar::Horizon;

impl Case {
    /// The same case so many months later. Its amounts and its lists of rates stay as they are:
    /// both are told from its start. Its stresses stay
    /// where they are: who moves a case runs it as it is.
    #[must_use]
    pub fn moved(&self, months: i32) -> Self {
        let mut case = self.clone();
        case.horizon = Horizon { start: case.horizon.start.plus(months), ..case.horizon };
        for cost in &mut case.costs {
            cost.each_version(|cost| {
                cost.schedule.shift(months);
                if let Some(sale) = cost.investment.as_mut().and_then(|it| it.sold.as_mut()) {
                    sale.on = sale.on.plus(months);
                }
                cost.milestones.iter_mut().for_each(|it| it.shift(months));
            });
        }
        for funding in &mut case.funding {
            funding.each_version(|funding| funding.form.shift(months));
        }
        for group in [&mut case.avoided, &mut case.values, &mut case.burdens] {
            for effect in group {
                effect.each_version(|effect| effect.stream.shift(months));
            }
        }
        for opening in &mut case.openings {
            opening.each_version(|opening| opening.on = opening.on.plus(months));
        }
        for reserve in &mut case.reserves {
            reserve.each_version(|reserve| reserve.stream.shift(months));
        }
        case
    }
}

impl<T> Entry<T> {
    /// Changes what it is, and what it becomes: the months from which it does are counted from the
    /// start, so they move along by themselves.
    pub(super) fn each_version(&mut self, change: impl Fn(&mut T)) {
        change(&mut self.what);
        self.later.iter_mut().for_each(|later| change(&mut later.what));
    }
}

impl Form {
    fn shift(&mut self, months: i32) {
        match self {
            Self::Income(income) => {
                income.schedule.shift(months);
                income.milestones.iter_mut().for_each(|it| it.shift(months));
                income.fade = income.fade.map(|fade| fade.later(months));
            }
            Self::Outcome(outcome) => {
                outcome.fade = outcome.fade.map(|fade| fade.later(months));
                outcome.from = outcome.from.plus(months);
                outcome.until = outcome.until.plus(months);
            }
            Self::Equity(equity) => {
                equity.stream.shift(months);
                equity.milestones.iter_mut().for_each(|it| it.shift(months));
            }
            Self::Loan(loan) => loan.on = loan.on.plus(months),
            Self::InKind(in_kind) => in_kind.stream.shift(months),
        }
    }
}

impl Fade {
    fn later(self, months: i32) -> Self {
        Self { from: self.from.plus(months), ..self }
    }
}

impl Schedule {
    fn shift(&mut self, months: i32) {
        match self {
            Self::Own(stream) => stream.shift(months),
            Self::Follows(follow) => {
                follow.within = follow.within.map(|within| within.later(months));
            }
        }
    }
}

impl Window {
    fn later(self, months: i32) -> Self {
        Self { from: self.from.plus(months), until: self.until.plus(months) }
    }
}

impl Stream {
    fn shift(&mut self, months: i32) {
        match &mut self.timing {
            Timing::Once { on } => *on = on.plus(months),
            Timing::Dated(dated) => {
                dated.months.iter_mut().for_each(|on| *on = on.plus(months));
                dated.since = dated.since.map(|since| since.plus(months));
            }
            Timing::Recurring(recurring) => {
                recurring.from = recurring.from.plus(months);
                recurring.until = recurring.until.plus(months);
            }
        }
    }
}
