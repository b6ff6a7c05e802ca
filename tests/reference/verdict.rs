//! The verdict: section 5.

use super::actual::counts;
use super::books::{Books, FundingBook, LoanMonths};
use super::calendar::CalendarMonth;
use super::case::Case;
use super::cash::{self, CashBook};
use super::exact::{Cents, Exact, euros, money, ratio, round2, whole};
use super::exactly::ExactRun;
use super::parties::{self, Granted};
use std::collections::BTreeMap;

/// The tests in the design's order.
pub const TESTS: [&str; 8] = [
    "liquidity",
    "structural",
    "repayment",
    "dscr",
    "dependence",
    "payers",
    "public_return",
    "social_return",
];

#[derive(Debug)]
pub struct Finding {
    /// None: not applicable.
    pub passes: Option<bool>,
    pub figure: Option<String>,
    pub threshold: String,
    pub month: Option<CalendarMonth>,
    pub below_from: Option<CalendarMonth>,
    /// The id of the party whose figure it is.
    pub party: Option<String>,
    /// The case year whose figure it is, from 0.
    pub year: Option<i64>,
    /// Does it pass in exact amounts only?
    pub rounding: bool,
}

impl Finding {
    fn of_money(figure: Cents, threshold: Cents) -> Self {
        Self {
            passes: Some(figure >= threshold),
            figure: Some(money(figure)),
            threshold: money(threshold),
            month: None,
            below_from: None,
            party: None,
            year: None,
            rounding: false,
        }
    }

    /// "Not applicable".
    fn none(threshold: String) -> Self {
        Self { passes: None, figure: None, threshold, ..Self::of_money(0, 0) }
    }

    /// "A test passes when its figure passes in posted cents or in exact amounts."
    fn or_exactly(self, exactly: impl FnOnce() -> bool) -> Self {
        if self.passes == Some(false) && exactly() {
            Self { passes: Some(true), rounding: true, ..self }
        } else {
            self
        }
    }

    /// "Comparisons are made on exact ratios, before they are rounded for show."
    fn at_least(figure: Option<&Exact>, threshold: &Exact) -> Self {
        Self {
            passes: figure.map(|figure| figure >= threshold),
            figure: figure.map(ratio),
            threshold: ratio(threshold),
            month: None,
            below_from: None,
            party: None,
            year: None,
            rounding: false,
        }
    }
}

/// "**certain** funding (everything except entries whose status is `requested`)"
pub fn certain(case: &Case) -> Granted {
    case.funding.iter().map(|funding| !funding.requested).collect()
}

pub fn all(case: &Case) -> Granted {
    vec![true; case.funding.len()]
}

/// Is a test among those that decide?
pub fn is_required(case: &Case, test: &str) -> bool {
    matches!(test, "liquidity" | "structural" | "repayment")
        || case.criteria.require.iter().any(|required| required == test)
}

pub fn judge(case: &Case, books: &Books, granted: &Granted, test: &str) -> Finding {
    let presents = || parties::all(case, books, granted);
    let criteria = &case.criteria;
    let exactly = ExactRun::of(case, books, granted);
    match test {
        // "not applicable where no party saves anything ... one that is named in `require` fails
        // there, with `0.0000`"
        "payers" | "public_return" if presents().iter().all(|present| present.saves == 0) => {
            let nothing = is_required(case, test).then(|| whole(0));
            let threshold = if test == "payers" { &whole(1) } else { &criteria.min_public_return };
            Finding {
                passes: nothing.as_ref().map(|_| false),
                ..Finding::at_least(nothing.as_ref(), threshold)
            }
        }
        // "`structural` and `dependence` are not applicable" of a case that ends
        "structural" if case.ends => Finding::none(money(0)),
        "dependence" if case.ends => Finding::none(ratio(&criteria.max_dependence)),
        "repayment" if case.ends => settlement(case, books, granted, &exactly),
        "liquidity" => liquidity(case, &cash::run(case, books, granted), &exactly),
        "structural" => {
            let interest = interest(case, books, granted);
            let result = before_interest(case, books, granted) - interest;
            let finding = Finding { year: Some(case.years - 1), ..Finding::of_money(result, 0) };
            finding.or_exactly(|| exactly.before_interest() >= euros(interest))
        }
        "repayment" => repayment(case, books, granted, &exactly),
        "dscr" => dscr(case, &cash::run(case, books, granted), &exactly),
        "dependence" => dependence(case, books, granted).or_exactly(|| exactly.independent()),
        "payers" => {
            let presents = presents();
            let ratios = case.parties.iter().zip(&presents);
            let ratios: Vec<_> = ratios
                .filter(|(_, present)| present.pays > 0 && present.saves > 0)
                .filter_map(|(party, present)| Some((party, present.ratio()?)))
                .collect();
            let lowest = ratios.iter().map(|(_, ratio)| ratio).min();
            // "of several the first in the file"
            let whose = ratios.iter().find(|(_, ratio)| Some(ratio) == lowest);
            let party = whose.map(|(party, _)| party.id.clone());
            // "`payers` pass when ... each party passes in one of the two"
            let finding = Finding { party, ..Finding::at_least(lowest, &whole(1)) };
            finding.or_exactly(|| {
                let mut ratios = ratios.iter();
                ratios.all(|(party, ratio)| *ratio >= whole(1) || exactly.pays_back(&party.id))
            })
        }
        "public_return" => Finding::at_least(
            parties::public_return(case, &presents()).as_ref(),
            &criteria.min_public_return,
        )
        .or_exactly(|| exactly.public_returns()),
        "social_return" => Finding::at_least(
            parties::social_return(&parties::social_sums(case, books, &presents())).as_ref(),
            &criteria.min_social_return,
        )
        .or_exactly(|| exactly.society_returns()),
        other => panic!("no test: {other}"),
    }
}

/// "closing cash, less all that is reserved, is never below `min_cash`, in any month"; it fails "where in some month both cash
/// figures are too low (`below_from` is the first such month; the figure shown is the lowest posted
/// cash)".
fn liquidity(case: &Case, cash: &CashBook, exactly: &ExactRun) -> Finding {
    let min_cash = case.criteria.min_cash;
    // "`liquidity` in the months after `until` (not applicable where there are none)".
    let judged = usize::try_from(case.judged_from()).expect("not before the start");
    let Some(lowest) = cash.free[judged..].iter().min().copied() else {
        return Finding::none(money(min_cash));
    };
    let first = |holds: &dyn Fn(Cents) -> bool| {
        let month = (0..).zip(&cash.free).skip(judged).find(|(_, free)| holds(**free));
        month.map(|(month, _)| case.start.after(month))
    };
    let below_from = if lowest < min_cash {
        let closings = (0..).zip(cash.free.iter().zip(exactly.free())).skip(judged);
        let mut below =
            closings.filter(|(_, (posted, exact))| **posted < min_cash && *exact < euros(min_cash));
        below.next().map(|(month, _)| case.start.after(month))
    } else {
        None
    };
    let finding = Finding::of_money(lowest, min_cash).or_exactly(|| below_from.is_none());
    Finding { month: first(&|closing| closing == lowest), below_from, ..finding }
}

fn last_year(postings: &[Cents]) -> Cents {
    postings.iter().rev().take(12).sum()
}

/// "in the last 12 months: structural income that recurs - costs that recur - interest -
/// replacement >= 0, on accruals", here before interest.
pub fn before_interest(case: &Case, books: &Books, granted: &Granted) -> Cents {
    let mut result = -books.replacement();
    for (funding, granted) in books.in_run(case, granted).iter().zip(counts(case, granted)) {
        if let (FundingBook::Income { accrual, once: false, structural: true, .. }, true) =
            (funding, granted)
        {
            result += last_year(accrual);
        }
    }
    for cost in books.costs.iter().filter(|cost| cost.recurs) {
        result -= last_year(&cost.accrual);
    }
    result
}

fn granted_loans<'b>(
    books: &'b Books,
    granted: &'b Granted,
) -> impl Iterator<Item = &'b super::loans::Table> {
    books.funding.iter().zip(granted).filter_map(|(funding, granted)| match funding {
        FundingBook::Loan(table) if *granted => Some(table),
        _ => None,
    })
}

fn interest(case: &Case, books: &Books, granted: &Granted) -> Cents {
    granted_loans(books, granted)
        .map(|table| last_year(&LoanMonths::of(table, case).interest))
        .sum()
}

/// "Z is the `structural` figure before interest. From the end of the horizon on, in each month t =
/// 1, 2, ... cash grows by round2(Z t / 12) - round2(Z (t-1) / 12) and pays the instalments that
/// fall in that month; it must not be below `min_cash` in any month up to the last instalment. The
/// figure is the lowest such cash less `min_cash`, with its month."
fn repayment(case: &Case, books: &Books, granted: &Granted, exactly: &ExactRun) -> Finding {
    let end = case.months() - 1;
    // "any loan drawn before the end": also one that stands pro memorie, and owes nothing.
    let drawn: Vec<_> = granted_loans(books, granted).filter(|loan| loan.on <= end).collect();
    if drawn.iter().all(|loan| loan.balance(end) == 0) {
        return Finding::none(money(0));
    }
    let instalments = || drawn.iter().flat_map(|loan| &loan.instalments);
    let last = instalments().map(|instalment| instalment.month).max().expect("what is owed is due");
    let z = before_interest(case, books, granted);
    let carried = |t: i64| round2(&(euros(z) * whole(i128::from(t)) / whole(12)));
    // "look at cash less all that is reserved"; "after the horizon it stays as it is".
    let mut cash = *cash::run(case, books, granted).free.last().expect("a case has months");
    let mut lowest: Option<(Cents, i64)> = None;
    let mut exact = exactly.free().pop().expect("a case has months");
    let exact_z = exactly.before_interest();
    let min_cash = case.criteria.min_cash;
    let mut both_too_low = false;
    for t in 1..=(last - end) {
        exact += &exact_z / whole(12);
        cash += carried(t) - carried(t - 1);
        for instalment in instalments() {
            if instalment.month == end + t {
                let paid = instalment.interest - instalment.added + instalment.principal;
                cash -= paid;
                exact -= euros(paid);
            }
        }
        both_too_low |= cash < min_cash && exact < euros(min_cash);
        if lowest.is_none_or(|(lowest, _)| cash < lowest) {
            lowest = Some((cash, end + t));
        }
    }
    let (lowest, month) = lowest.expect("what is owed at the end is paid after it");
    Finding {
        month: Some(case.start.after(month)),
        ..Finding::of_money(lowest - min_cash, 0).or_exactly(|| !both_too_low)
    }
}

/// "Z = 0 and goes on as long as anything falls due: in each month after the horizon what was accrued
/// within it and is paid or received later, ... and the instalments of loans"; "its figure is the
/// lowest cash from the last month of the horizon to the last month in which anything falls due
/// (that one month, when nothing does), less `min_cash`".
fn settlement(case: &Case, books: &Books, granted: &Granted, exactly: &ExactRun) -> Finding {
    let end = case.months() - 1;
    let min_cash = case.criteria.min_cash;
    let mut due: BTreeMap<i64, Cents> = BTreeMap::new();
    let mut add = |month: i64, amount: Cents| *due.entry(month).or_default() += amount;
    for (funding, granted) in books.in_run(case, granted).iter().zip(counts(case, granted)) {
        if let (FundingBook::Income { after, .. } | FundingBook::Equity { after, .. }, true) =
            (funding, granted)
        {
            for (month, amount) in after {
                add(*month, *amount);
            }
        }
    }
    for cost in &books.costs {
        for (month, amount) in &cost.after {
            add(*month, -amount);
        }
    }
    for opening in case.openings.iter().filter(|opening| opening.on > end) {
        add(opening.on, opening.cash());
    }
    let loans = || granted_loans(books, granted).filter(|loan| loan.on <= end);
    let instalments = || loans().flat_map(|loan| &loan.instalments).filter(|due| due.month > end);
    let repaid = |month: i64| -> Cents {
        let due = instalments().filter(|instalment| instalment.month == month);
        due.map(|due| due.interest - due.added + due.principal).sum()
    };
    for instalment in instalments() {
        add(instalment.month, 0);
    }
    let mut cash = *cash::run(case, books, granted).closing.last().expect("a case has months");
    let mut exact = exactly.closing().pop().expect("a case has months");
    // "reserves are free from the first month after the horizon (the last month of it is still less
    // reserves)".
    let free = *cash::run(case, books, granted).free.last().expect("a case has months");
    let exactly_free = exactly.free().pop().expect("a case has months");
    let (mut lowest, mut at) = (free, end);
    let mut both_too_low = free < min_cash && exactly_free < euros(min_cash);
    let last = due.last_key_value().map_or(end, |(month, _)| *month);
    for month in end + 1..=last {
        cash += due.get(&month).unwrap_or(&0) - repaid(month);
        exact += exactly.settled(month) - euros(repaid(month));
        both_too_low |= cash < min_cash && exact < euros(min_cash);
        if cash < lowest {
            (lowest, at) = (cash, month);
        }
    }
    Finding {
        month: Some(case.start.after(at)),
        ..Finding::of_money(lowest - min_cash, 0).or_exactly(|| !both_too_low)
    }
}

/// "in every case year with debt service: (receipts that recur, but loans and equity - payments
/// that recur, but debt service) / debt service >= `min_dscr`"
fn dscr(case: &Case, cash: &CashBook, exactly: &ExactRun) -> Finding {
    let years = cash.debt_service.chunks(12).zip(cash.recurring.chunks(12));
    let least = &case.criteria.min_dscr;
    let ratios: Vec<_> = years
        .map(|(service, recurring)| {
            (service.iter().sum::<Cents>(), recurring.iter().sum::<Cents>())
        })
        .enumerate()
        // "`dscr` in case years that end after it".
        .filter(|(year, _)| {
            (12 * i64::try_from(*year).expect("few years") + 11) >= case.judged_from()
        })
        .filter(|(_, (service, _))| *service > 0)
        .map(|(year, (service, recurring))| (year, service, whole(recurring) / whole(service)))
        .collect();
    let lowest = ratios.iter().map(|(_, _, ratio)| ratio).min();
    let worst = ratios.iter().find(|(_, _, ratio)| Some(ratio) == lowest);
    let year = worst.map(|(year, ..)| i64::try_from(*year).expect("few years"));
    // "`dscr` ... pass when each year ... passes in one of the two"
    Finding { year, ..Finding::at_least(lowest, least) }.or_exactly(|| {
        ratios.iter().all(|(year, service, ratio)| {
            ratio >= least || exactly.recurring(*year) >= least * euros(*service)
        })
    })
}

/// "no single party brings more than `max_dependence` of the last case year's income": "accruals of
/// the last 12 months of all funding but loans, equity and in-kind; an entry without a party
/// belongs to the market, not to one party".
fn dependence(case: &Case, books: &Books, granted: &Granted) -> Finding {
    let incomes: Vec<(Option<&str>, Cents)> = case
        .funding
        .iter()
        .zip(&*books.in_run(case, granted))
        .zip(counts(case, granted))
        .filter_map(|((funding, book), granted)| match book {
            FundingBook::Income { accrual, .. } if granted => {
                Some((funding.party.as_deref(), last_year(accrual)))
            }
            _ => None,
        })
        .collect();
    let income: Cents = incomes.iter().map(|(_, cents)| cents).sum();
    let brings = |party: &str| -> Cents {
        let its = incomes.iter().filter(|(payer, _)| *payer == Some(party));
        its.map(|(_, cents)| cents).sum()
    };
    let largest = case.parties.iter().map(|party| brings(&party.id)).max().unwrap_or(0);
    // "the first in the file of those that bring most, where that is anything"
    let mut most_of_all = case.parties.iter().filter(|party| brings(&party.id) == largest);
    let whose = most_of_all.next().filter(|_| largest > 0 && income != 0);
    let share = (income != 0).then(|| whole(largest) / whole(income));
    let most = &case.criteria.max_dependence;
    Finding {
        passes: share.as_ref().map(|share| share <= most),
        party: whose.map(|party| party.id.clone()),
        year: share.as_ref().map(|_| case.years - 1),
        ..Finding::at_least(share.as_ref(), most)
    }
}

/// "closes: no required test fails"; not applicable is "neither passed nor failed".
pub fn nothing_fails(case: &Case, books: &Books, granted: &Granted) -> bool {
    TESTS
        .iter()
        .filter(|test| is_required(case, test))
        .all(|test| judge(case, books, granted, test).passes != Some(false))
}

#[derive(Debug)]
pub struct Verdict {
    pub word: &'static str,
    pub conditions: Vec<String>,
    pub indispensable: Vec<String>,
    /// "A case that closes on certain funding and would not with what is requested granted too".
    pub closes_but_not_with_all: bool,
}

pub fn decide(case: &Case, books: &Books) -> Verdict {
    let on_certain = nothing_fails(case, books, &certain(case));
    let on_all = nothing_fails(case, books, &all(case));
    let (conditions, indispensable) = if !on_certain && on_all {
        (conditions(case, books), indispensable(case, books))
    } else {
        (Vec::new(), Vec::new())
    };
    let path = |position: usize| case.funding[position].path.clone();
    Verdict {
        word: match (on_certain, on_all) {
            (true, _) => "closes",
            (false, true) => "conditional",
            (false, false) => "does_not_close",
        },
        conditions: conditions.into_iter().map(path).collect(),
        indispensable: indispensable.into_iter().map(path).collect(),
        closes_but_not_with_all: on_certain && !on_all,
    }
}

/// Positions of the requested entries, in the file's order.
fn requested(case: &Case) -> Vec<usize> {
    let entries = case.funding.iter().enumerate();
    entries.filter(|(_, funding)| funding.requested).map(|(position, _)| position).collect()
}

fn with(case: &Case, set: &[usize]) -> Granted {
    let mut granted = certain(case);
    for &position in set {
        granted[position] = true;
    }
    granted
}

/// How many sets are tried before the search is given up for a shorter road.
const SETS: usize = 4_096;

/// "The *conditions* are the smallest set of requested entries that, added to certain funding,
/// makes every required test pass; among sets of one size the first in the file's order (past 4,096
/// sets tried, the empty one not counted, what is left after dropping from all requested entries,
/// last in the file first, each that is not needed)."
fn conditions(case: &Case, books: &Books) -> Vec<usize> {
    let requested = requested(case);
    let mut tried = 0;
    for size in 1..=requested.len() {
        let mut choice: Vec<usize> = (0..size).collect();
        loop {
            if tried == SETS {
                return what_is_needed(case, books, requested);
            }
            tried += 1;
            let set: Vec<usize> = choice.iter().map(|&position| requested[position]).collect();
            if nothing_fails(case, books, &with(case, &set)) {
                return set;
            }
            if !next_choice(&mut choice, requested.len()) {
                break;
            }
        }
    }
    panic!("a conditional case closes on all its funding")
}

/// The next of the choices of so many out of `count`, in the order of a dictionary; false after the
/// last.
fn next_choice(choice: &mut [usize], count: usize) -> bool {
    let size = choice.len();
    let Some(moves) = (0..size).rev().find(|&place| choice[place] < count - size + place) else {
        return false;
    };
    choice[moves] += 1;
    for place in moves + 1..size {
        choice[place] = choice[place - 1] + 1;
    }
    true
}

fn what_is_needed(case: &Case, books: &Books, requested: Vec<usize>) -> Vec<usize> {
    let mut left = requested.clone();
    for dropped in requested.into_iter().rev() {
        let without: Vec<usize> = left.iter().copied().filter(|&entry| entry != dropped).collect();
        if nothing_fails(case, books, &with(case, &without)) {
            left = without;
        }
    }
    left
}

/// "*Indispensable* are the requested entries without which, all others granted, it fails."
fn indispensable(case: &Case, books: &Books) -> Vec<usize> {
    let is_missed = |position: &usize| {
        let mut granted = all(case);
        granted[*position] = false;
        !nothing_fails(case, books, &granted)
    };
    requested(case).into_iter().filter(is_missed).collect()
}
