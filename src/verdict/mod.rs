//! Does it close? Both runs, every test, the conditions, who pays and who benefits (reference,
//! section 5).

mod books;
mod columns;
mod conditions;
mod finding;
mod margin;
mod run;
mod run_off;
mod slack;

pub use books::{Books, Posts};
pub use columns::Benefits;
pub use finding::{Figure, Finding};
pub use margin::Margin;
pub use run::parties::PartyRow;
pub use run::{Run, Structure};
pub use run_off::RunOff;
pub use slack::{ExactCash, Slack, first_below};

use crate::case::{Case, Form, TestId, VerdictKind};
use crate::measures::{ByYear, Ratio};
use crate::money::{Cents, Overflow};
use crate::statements::{Cash, Granted};
use crate::words::Word;

/// The answer, with everything that is shown beside it.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The answer itself.
    pub kind: VerdictKind,
    /// The smallest set of requested entries that makes it close, by their place in
    /// [`Case::funding`]; empty unless it is conditional.
    pub conditions: Vec<usize>,
    /// The requested entries that it cannot do without, all others granted; empty unless it is
    /// conditional.
    pub indispensable: Vec<usize>,
    /// That it closes on certain funding, and would not with all that is requested granted too.
    pub closes_without_requests_only: bool,
    /// Every test, in order.
    pub tests: Vec<Test>,
    /// The loans on which something is still owed at the end, by their place in
    /// [`Case::funding`], on funding that is certain.
    pub owed_certain: Vec<usize>,
    /// The same with all that is requested granted.
    pub owed_all: Vec<usize>,
    /// Every case year, in order.
    pub years: Vec<Year>,
    /// The row of every party on all funding, in the file's order.
    pub parties: Vec<PartyRow>,
    /// The sum of those rows.
    pub total: PartyRow,
    /// What society and the public purse get.
    pub measures: Measures,
}

/// A test, on both runs.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// Which.
    pub id: TestId,
    /// Whether the case closes only if it passes.
    pub required: bool,
    /// What it asks.
    pub threshold: Figure,
    /// On funding that is certain; `None` where there is nothing to measure.
    pub certain: Option<Finding>,
    /// With all that is requested granted.
    pub all: Option<Finding>,
}

/// A case year's cash, on both runs.
#[derive(Clone, Debug)]
pub struct Year {
    /// `2027`, or `2027/28`.
    pub label: String,
    /// On funding that is certain.
    pub certain: YearCash,
    /// With all that is requested granted.
    pub all: YearCash,
}

impl Year {
    /// Whether anything is set apart at its end.
    pub fn keeps_apart(&self) -> bool {
        [self.certain, self.all].into_iter().any(|cash| cash.reserved != Cents::ZERO)
    }
}

/// A case year's cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCash {
    /// In hand before it.
    pub opening: Cents,
    /// What came in.
    pub receipts: Cents,
    /// What went out.
    pub payments: Cents,
    /// In hand after it.
    pub closing: Cents,
    /// How much of that is set apart.
    pub reserved: Cents,
    /// The lowest closing cash of its months, less what is set apart.
    pub lowest: Cents,
}

/// Measures over the whole horizon, on all funding.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    /// Present value of receipts but loans and equity, less payments but debt service.
    pub npv: Cents,
    /// Present value of avoided costs and values, less that of costs, in kind and burdens.
    pub social_balance: Cents,
    /// Cashable savings of public parties over what they pay net; `None` where not applicable.
    pub public_return: Option<Ratio>,
    /// Avoided costs and values over costs, in kind and burdens; `None` where not applicable.
    pub social_return: Option<Ratio>,
    /// The first case year, counted from 1, by whose end public parties got back what they paid.
    pub public_payback: Option<usize>,
}

/// Judges a case whose books are open.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn judge(books: &Books) -> Result<Verdict, Overflow> {
    let certain = Run::of(books, Granted::certain(books.case))?;
    let all = Run::of(books, Granted::all(books.case))?;
    let tests = tests(books, &certain, &all)?;
    let fails = |of: fn(&Test) -> Option<Finding>| {
        tests.iter().any(|test| test.required && of(test).is_some_and(|finding| !finding.passes))
    };
    let (fails_certain, fails_all) = (fails(|test| test.certain), fails(|test| test.all));
    let kind = match (fails_certain, fails_all) {
        (false, _) => VerdictKind::Closes,
        (true, false) => VerdictKind::Conditional,
        (true, true) => VerdictKind::DoesNotClose,
    };
    let (mut conditions, mut indispensable) = (Vec::new(), Vec::new());
    if kind == VerdictKind::Conditional {
        let requested = books.case.requested();
        conditions = conditions::conditions(books, &requested)?;
        indispensable = conditions::indispensable(books, &requested)?;
    }
    let parties = all.parties()?.to_vec();
    Ok(Verdict {
        kind,
        conditions,
        indispensable,
        closes_without_requests_only: !fails_certain && fails_all,
        years: years(books.case, &certain.cash, &all.cash)?,
        total: PartyRow::total(&parties)?,
        parties,
        measures: measures(&all, &tests)?,
        owed_certain: certain.owed_at_end().collect(),
        owed_all: all.owed_at_end().collect(),
        tests,
    })
}

fn tests(books: &Books, certain: &Run, all: &Run) -> Result<Vec<Test>, Overflow> {
    let test = |id| {
        Ok(Test {
            id,
            required: books.case.is_required(id),
            threshold: books.threshold(id),
            certain: certain.test(id)?,
            all: all.test(id)?,
        })
    };
    TestId::all().map(test).collect()
}

fn years(case: &Case, certain: &Cash, all: &Cash) -> Result<Vec<Year>, Overflow> {
    (0..case.years())
        .map(|year| {
            Ok(Year {
                label: case.horizon.label(year),
                certain: year_of(certain, year)?,
                all: year_of(all, year)?,
            })
        })
        .collect()
}

fn year_of(cash: &Cash, year: usize) -> Result<YearCash, Overflow> {
    fn months(amounts: &[Cents], year: usize) -> &[Cents] {
        amounts.get(year * 12..year * 12 + 12).unwrap_or_default()
    }
    let closing = months(&cash.closing, year);
    let reserved = months(cash.reserved(), year).last().copied().unwrap_or_default();
    let before = (year * 12).checked_sub(1).and_then(|month| cash.closing.get(month));
    Ok(YearCash {
        opening: before.copied().unwrap_or(cash.opening),
        receipts: Cents::total(months(&cash.receipts, year).iter().copied())?,
        payments: Cents::total(months(&cash.payments, year).iter().copied())?,
        closing: closing.last().copied().unwrap_or(cash.opening),
        reserved,
        lowest: months(cash.free(), year).iter().copied().min().unwrap_or(cash.opening),
    })
}

fn measures(all: &Run, tests: &[Test]) -> Result<Measures, Overflow> {
    let ratio = |id| {
        let test = tests.iter().find(|test| test.id == id)?;
        match test.all?.figure {
            Figure::Ratio(ratio) => Some(ratio),
            Figure::Money(_) => None,
        }
    };
    let society = all.books().society()?;
    let public_return = ratio(TestId::PublicReturn);
    let public_payback = if public_return.is_none() || all.books().nobody_saves()? {
        None
    } else {
        run::parties::public_payback(all)?
    };
    Ok(Measures {
        npv: npv(all)?,
        social_balance: society.kept.minus(society.put_in)?,
        public_return,
        social_return: ratio(TestId::SocialReturn),
        public_payback,
    })
}

/// The present value of receipts other than loans and equity less payments other than debt
/// service, on all funding, rounded once.
fn npv(all: &Run) -> Result<Cents, Overflow> {
    let books = all.books();
    let mut column = ByYear::nothing(books.case);
    for (place, funding) in all.columns() {
        let entry = books.case.funding.get(place);
        if entry.is_some_and(|entry| matches!(entry.what.form, Form::Income(_) | Form::Outcome(_)))
        {
            column.plus(&funding.pays);
        }
    }
    for (entry, posting) in books.case.costs.iter().zip(&books.journal.all().costs) {
        let mut paid = ByYear::nothing(books.case);
        paid.add(&posting.flow.cash, entry.what.schedule.is_once());
        paid.less_sale(posting.sold());
        column.minus(&paid);
    }
    books.discount.present_value(&column)
}
