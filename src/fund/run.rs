//! The fund month by month: requests come, wait, are served or refused, and what is lent comes back.

use super::WhenFull;
use super::course::{Course, Shortage, Stop};
use super::ledger::{Ledger, Page};
use super::plan::{Asking, Plan};
use super::portfolio::Portfolio;
use super::stage::{Stages, later};
use crate::money::{Cents, Overflow, Rate};
use crate::postings::TooLarge;
use rayon::prelude::*;
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

/// What became of a fund.
#[derive(Clone, Debug)]
pub struct FundRun {
    /// Its books.
    pub ledger: Ledger,
    /// What became of each initiative that asked, by month and then in the file's order.
    pub applications: Vec<Application>,
    /// What became of each lending, in the file's order.
    pub lending: Vec<Totals>,
}

/// An initiative that asked the fund for its loans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its place in [`super::Fund::initiatives`].
    pub initiative: usize,
    /// The how manieth of its kind, counted from 1.
    pub number: u32,
    /// The number of the month in which it asked.
    pub asked: usize,
    /// The number of the month in which it started, if it did.
    pub started: Option<usize>,
    /// The total of its fund loans.
    pub amount: Cents,
    /// Where it stands at the end.
    pub fate: Fate,
    /// What it drew.
    pub drawn: Cents,
    /// What it paid back.
    pub principal: Cents,
    /// What interest it paid.
    pub interest: Cents,
    /// What the fund lost on it.
    pub lost: Cents,
}

/// Where an initiative stands at the end of the fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It paid back all that it drew.
    Repaid,
    /// It still owes, or has still to draw.
    Running,
    /// It stopped, and the fund lost what it owed: nothing, where it had not drawn anything yet.
    Lost(Stop),
    /// It waits for money.
    Waiting,
    /// It was turned away.
    Refused(Refusal),
}

/// That an initiative was turned away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The number of the month.
    pub month: usize,
    /// Which money was not enough.
    pub of: Lendable,
    /// How much that was; less than what was asked.
    pub there: Cents,
}

/// Money that the fund can lend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lendable {
    /// All that is ever put in, less the reserve.
    Ever,
    /// In the month: cash, less the reserve and what is set aside.
    Then,
}

impl Application {
    /// How many months it waited, if it was served.
    pub fn waited(&self) -> Option<i32> {
        self.started.map(|started| i32::try_from(started - self.asked).unwrap_or(i32::MAX))
    }

    /// The number of the fund's month that is so many months after its start, if it started.
    pub fn own_month(&self, after: i32) -> Option<usize> {
        self.started?.checked_add(usize::try_from(after).ok()?)
    }

    /// The number of the month in which it stopped or was turned away, if it did.
    pub fn ended(&self) -> Option<usize> {
        match self.fate {
            Fate::Lost(stop) => self.own_month(stop.after),
            Fate::Refused(refusal) => Some(refusal.month),
            Fate::Repaid | Fate::Running | Fate::Waiting => None,
        }
    }
}

impl Fate {
    /// The name that other programs use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Repaid => "repaid",
            Self::Running => "running",
            Self::Lost(_) => "lost",
            Self::Waiting => "waiting",
            Self::Refused(_) => "refused",
        }
    }

    /// The name that other programs use for why it ended without being repaid.
    pub fn why(self) -> Option<&'static str> {
        match self {
            Self::Repaid | Self::Running | Self::Waiting => None,
            Self::Lost(Stop { why: Shortage::Cash { .. }, .. }) => Some("out_of_cash"),
            Self::Lost(Stop { why: Shortage::Repayment { .. }, .. }) => Some("cannot_repay"),
            Self::Refused(Refusal { of: Lendable::Ever, .. }) => Some("above_capital"),
            Self::Refused(Refusal { of: Lendable::Then, .. }) => Some("not_enough"),
        }
    }
}

/// What became of all requests of one sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many loans were asked for.
    pub asked: i64,
    /// How many were lent.
    pub served: i64,
    /// How many still wait.
    pub waiting: i64,
    /// How many were turned away.
    pub refused: i64,
    /// What was lent.
    pub lent: Cents,
    /// What was paid back.
    pub principal: Cents,
    /// What interest was paid.
    pub interest: Cents,
    /// What was lost.
    pub lost: Cents,
}

impl Totals {
    /// Counts an initiative that asked.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn count(&mut self, asked: &Application) -> Result<(), Overflow> {
        self.asked += 1;
        match asked.fate {
            Fate::Repaid | Fate::Running | Fate::Lost(_) => self.served += 1,
            Fate::Waiting => self.waiting += 1,
            Fate::Refused(_) => self.refused += 1,
        }
        self.lent = self.lent.plus(asked.drawn)?;
        self.principal = self.principal.plus(asked.principal)?;
        self.interest = self.interest.plus(asked.interest)?;
        self.lost = self.lost.plus(asked.lost)?;
        Ok(())
    }

    /// Adds what became of others.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what is counted with.
    pub fn add(&mut self, more: &Self) -> Result<(), Overflow> {
        let sum = |one: i64, more| one.checked_add(more).ok_or(Overflow);
        self.asked = sum(self.asked, more.asked)?;
        self.served = sum(self.served, more.served)?;
        self.waiting = sum(self.waiting, more.waiting)?;
        self.refused = sum(self.refused, more.refused)?;
        self.lent = self.lent.plus(more.lent)?;
        self.principal = self.principal.plus(more.principal)?;
        self.interest = self.interest.plus(more.interest)?;
        self.lost = self.lost.plus(more.lost)?;
        Ok(())
    }
}

impl FundRun {
    /// What became of the initiatives of each kind, in the order of [`super::Fund::initiatives`].
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn kinds(&self, plan: &Plan) -> Result<Vec<Totals>, Overflow> {
        let mut kinds = vec![Totals::default(); plan.fund.initiatives.len()];
        for asked in &self.applications {
            kinds.get_mut(asked.initiative).map_or(Ok(()), |kind| kind.count(asked))?;
        }
        Ok(kinds)
    }

    /// Runs a fund; with `uniform`, that is the interest of all its loans instead of their own.
    ///
    /// # Errors
    /// [`TooLarge`] with what outgrows [`Cents`].
    pub fn of(plan: &Plan, stages: &Stages, uniform: Option<Rate>) -> Result<Self, TooLarge> {
        let mut office = Office::open(plan, stages, uniform)?;
        for month in 0..plan.months {
            office.month(month)?;
        }
        Ok(office.close())
    }
}

/// A place in the queue.
#[derive(Clone, Copy, Debug)]
enum Request {
    /// Of an initiative: its place in the applications.
    Initiative(usize),
    /// So many loans of a lending.
    Loans { lending: usize, count: i64 },
}

/// A borrower, and how many months of the year later than it was written for it starts.
type Start = (usize, usize);

/// The fund at work.
struct Office<'a> {
    plan: &'a Plan<'a>,
    stages: &'a Stages<'a>,
    uniform: Option<Rate>,
    courses: HashMap<Start, Result<Rc<Course>, Overflow>>,
    queue: VecDeque<Request>,
    /// How many of [`Plan::applications`] have come.
    come: usize,
    cash: Cents,
    set_aside: Cents,
    /// What initiatives owe.
    owed: Cents,
    /// What initiatives that were served will do, by month.
    due: Vec<DueMonth>,
    portfolios: Vec<Portfolio>,
    /// What each lending lends this month.
    lent_small: Vec<Cents>,
    ledger: Ledger,
    applications: Vec<Application>,
    lending: Vec<Totals>,
}

/// What all initiatives together do in a month.
#[derive(Clone, Copy, Default)]
struct DueMonth {
    drawn: Cents,
    interest: Cents,
    added: Cents,
    principal: Cents,
    lost: Cents,
    freed: Cents,
}

impl<'a> Office<'a> {
    fn open(
        plan: &'a Plan<'a>,
        stages: &'a Stages<'a>,
        uniform: Option<Rate>,
    ) -> Result<Self, TooLarge> {
        let portfolios = plan.fund.lending.iter().map(|entry| {
            let mut lending = entry.what.clone();
            if let Some(uniform) = uniform {
                lending.terms.terms.interest = vec![uniform];
            }
            Portfolio::of(plan.fund.horizon, &lending)
                .map_err(|_| TooLarge { entry: Some(format!("lending.{}", entry.id)) })
        });
        Ok(Self {
            plan,
            stages,
            uniform,
            courses: HashMap::new(),
            queue: VecDeque::new(),
            come: 0,
            cash: Cents::ZERO,
            set_aside: Cents::ZERO,
            owed: Cents::ZERO,
            due: vec![DueMonth::default(); plan.months],
            portfolios: portfolios.collect::<Result<_, _>>()?,
            lent_small: vec![Cents::ZERO; plan.small.len()],
            ledger: Ledger::default(),
            applications: Vec::with_capacity(plan.applications.len()),
            lending: vec![Totals::default(); plan.small.len()],
        })
    }

    fn month(&mut self, month: usize) -> Result<(), TooLarge> {
        let mut page = Page { additions: at(&self.plan.additions, month), ..Page::default() };
        self.cash = self.cash.plus(page.additions)?;
        self.take_requests(month)?;
        self.serve(month)?;
        self.pay_out(month, &mut page)?;
        self.take_in(month, &mut page)?;
        self.ledger.write(page);
        Ok(())
    }

    /// New requests join the end of the queue: initiatives first, then lending. What can never be
    /// served is refused at once.
    fn take_requests(&mut self, month: usize) -> Result<(), Overflow> {
        let coming = self.plan.applications.iter().skip(self.come);
        for asking in coming.take_while(|asking| asking.month == month) {
            let mut application = self.applied(asking);
            if application.amount > self.plan.ceiling {
                let there = self.plan.ceiling;
                application.fate = Fate::Refused(Refusal { month, of: Lendable::Ever, there });
            } else {
                self.queue.push_back(Request::Initiative(self.applications.len()));
            }
            self.applications.push(application);
        }
        self.come = self.applications.len();
        for lending in 0..self.lending.len() {
            let asked = self.plan.lending.get(lending).and_then(|months| months.get(month));
            let count = asked.copied().unwrap_or(0);
            let too_much = at(&self.plan.small, lending) > self.plan.ceiling;
            let Some(totals) = self.lending.get_mut(lending) else { continue };
            totals.asked = totals.asked.checked_add(count).ok_or(Overflow)?;
            if too_much {
                totals.refused = totals.refused.checked_add(count).ok_or(Overflow)?;
            } else if count > 0 {
                self.queue.push_back(Request::Loans { lending, count });
            }
        }
        Ok(())
    }

    fn applied(&self, asking: &Asking) -> Application {
        Application {
            initiative: asking.initiative,
            number: asking.number,
            asked: asking.month,
            started: None,
            amount: at(&self.plan.asks, asking.borrower),
            fate: Fate::Waiting,
            drawn: Cents::ZERO,
            principal: Cents::ZERO,
            interest: Cents::ZERO,
            lost: Cents::ZERO,
        }
    }

    /// Serves the first in the queue as long as there is enough; who cannot be served waits with
    /// those behind it, or goes.
    fn serve(&mut self, month: usize) -> Result<(), TooLarge> {
        let mut starting = Vec::new();
        while let Some(&request) = self.queue.front() {
            let free = self.cash.minus(self.plan.reserve)?.minus(self.set_aside)?;
            let left = match request {
                Request::Initiative(place) if self.sets_aside(place, free)? => {
                    starting.push(place);
                    None
                }
                Request::Initiative(_) => Some(request),
                Request::Loans { lending, count } => {
                    self.serve_loans(month, lending, count, free)?
                }
            };
            match (left, self.plan.fund.when_full) {
                (None, _) => {}
                (Some(left), WhenFull::Refuse) => {
                    self.refuse(left, Refusal { month, of: Lendable::Then, there: free })?;
                }
                (Some(left), WhenFull::Wait) => {
                    if let Some(front) = self.queue.front_mut() {
                        *front = left;
                    }
                    break;
                }
            }
            self.queue.pop_front();
        }
        self.work_out(month, &starting);
        starting.into_iter().try_for_each(|place| self.start(month, place))
    }

    /// Sets aside what an initiative asks if there is enough.
    fn sets_aside(&mut self, place: usize, free: Cents) -> Result<bool, Overflow> {
        let asked = self.applications.get(place).map(|application| application.amount);
        let Some(asked) = asked.filter(|&asked| asked <= free) else { return Ok(false) };
        self.set_aside = self.set_aside.plus(asked)?;
        Ok(true)
    }

    /// Works out on all cores what those who start in a month will do, as far as it is not known.
    fn work_out(&mut self, month: usize, starting: &[usize]) {
        let (plan, stages, uniform) = (self.plan, self.stages, self.uniform);
        let asking = starting.iter().filter_map(|&place| plan.applications.get(place));
        let starts = asking.filter_map(|asking| start_of(plan, asking, month));
        let mut unknown: Vec<_> = starts.filter(|at| !self.courses.contains_key(at)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        let course = |&(place, _): &Start| {
            let borrower = plan.fund.borrowers.get(place).ok_or(Overflow)?;
            Course::of(borrower, stages.at(place, month)?, uniform)
        };
        // A few are done before another core has heard of them.
        let courses: Vec<_> = unknown.par_iter().with_min_len(8).map(course).collect();
        let courses = courses.into_iter().map(|course| course.map(Rc::new));
        self.courses.extend(unknown.into_iter().zip(courses));
    }

    /// An initiative starts in a month.
    fn start(&mut self, month: usize, place: usize) -> Result<(), TooLarge> {
        let asking = self.plan.applications.get(place);
        let application = self.applications.get(place).copied();
        let Some((asking, mut application)) = asking.zip(application) else { return Ok(()) };
        application.started = Some(month);
        let course = self.course(asking, month)?;
        self.follow(&course, month, &mut application)?;
        if let Some(slot) = self.applications.get_mut(place) {
            *slot = application;
        }
        Ok(())
    }

    /// What an initiative that starts in a month does.
    fn course(&self, asking: &Asking, month: usize) -> Result<Rc<Course>, TooLarge> {
        let start = start_of(self.plan, asking, month);
        let course = start.and_then(|start| self.courses.get(&start)).cloned();
        course.unwrap_or(Err(Overflow)).map_err(|_| TooLarge {
            entry: self
                .plan
                .fund
                .initiatives
                .get(asking.initiative)
                .map(|entry| format!("initiative.{}", entry.id)),
        })
    }

    /// Enters what an initiative will do, as far as it falls within the fund's months.
    fn follow(
        &mut self,
        course: &Course,
        start: usize,
        application: &mut Application,
    ) -> Result<(), Overflow> {
        let (mut freed, mut added) = (Cents::ZERO, Cents::ZERO);
        for step in course.steps() {
            let month = usize::try_from(step.after).map(|after| start + after);
            let Some(due) = month.ok().and_then(|month| self.due.get_mut(month)) else { continue };
            due.drawn = due.drawn.plus(step.drawn)?;
            due.interest = due.interest.plus(step.interest)?;
            due.added = due.added.plus(step.added)?;
            due.principal = due.principal.plus(step.principal)?;
            due.lost = due.lost.plus(step.lost)?;
            due.freed = due.freed.plus(step.freed)?;
            application.drawn = application.drawn.plus(step.drawn)?;
            // Interest that is added to a loan is lent again.
            added = added.plus(step.added)?;
            freed = freed.plus(step.freed)?;
            application.interest = application.interest.plus(step.interest)?;
            application.principal = application.principal.plus(step.principal)?;
            application.lost = application.lost.plus(step.lost)?;
        }
        let Application { amount, drawn, principal, lost, .. } = *application;
        let owes = drawn.plus(added)?.minus(principal)?.minus(lost)?;
        let to_draw = amount.minus(drawn)?.minus(freed)?;
        // Who stops before it has drawn anything has nothing to repay, and no future either.
        let stops_at_once = drawn == Cents::ZERO && freed > Cents::ZERO;
        let stopped = course.stop().filter(|_| lost > Cents::ZERO || stops_at_once);
        application.fate = match stopped {
            Some(stop) => Fate::Lost(stop),
            None if owes == Cents::ZERO && to_draw == Cents::ZERO => Fate::Repaid,
            None => Fate::Running,
        };
        application.drawn = drawn.plus(added)?;
        Ok(())
    }

    /// Serves as many loans as there is enough for; what is left of the request.
    fn serve_loans(
        &mut self,
        month: usize,
        lending: usize,
        count: i64,
        free: Cents,
    ) -> Result<Option<Request>, Overflow> {
        let one = at(&self.plan.small, lending);
        let served = match (free < one, one) {
            (true, _) => 0,
            (false, Cents::ZERO) => count,
            (false, Cents(one)) => count.min(free.0 / one),
        };
        let amount = Cents(one.0.checked_mul(served).ok_or(Overflow)?);
        self.set_aside = self.set_aside.plus(amount)?;
        if let Some(portfolio) = self.portfolios.get_mut(lending) {
            portfolio.lend(month, served);
        }
        if let Some(lent) = self.lent_small.get_mut(lending) {
            *lent = lent.plus(amount)?;
        }
        if let Some(totals) = self.lending.get_mut(lending) {
            totals.served = totals.served.checked_add(served).ok_or(Overflow)?;
            totals.lent = totals.lent.plus(amount)?;
        }
        let left = count - served;
        Ok((left > 0).then_some(Request::Loans { lending, count: left }))
    }

    fn refuse(&mut self, request: Request, refusal: Refusal) -> Result<(), Overflow> {
        match request {
            Request::Initiative(place) => {
                if let Some(application) = self.applications.get_mut(place) {
                    application.fate = Fate::Refused(refusal);
                }
            }
            Request::Loans { lending, count } => {
                if let Some(totals) = self.lending.get_mut(lending) {
                    totals.refused = totals.refused.checked_add(count).ok_or(Overflow)?;
                }
            }
        }
        Ok(())
    }

    /// What is drawn this month leaves, and is set aside no longer.
    fn pay_out(&mut self, month: usize, page: &mut Page) -> Result<(), Overflow> {
        let drawn = self.due.get(month).copied().unwrap_or_default().drawn;
        self.owed = self.owed.plus(drawn)?;
        page.lent = drawn.plus(Cents::total(self.lent_small.iter().copied())?)?;
        self.set_aside = self.set_aside.minus(page.lent)?;
        self.cash = self.cash.minus(page.lent)?;
        Ok(())
    }

    /// The end of a month: interest on what is in hand, instalments, losses, costs.
    fn take_in(&mut self, month: usize, page: &mut Page) -> Result<(), Overflow> {
        if self.cash > Cents::ZERO {
            page.idle_interest = self.plan.idle.on(self.cash)?;
        }
        let due = self.due.get(month).copied().unwrap_or_default();
        page.interest = due.interest;
        page.principal = due.principal;
        page.losses = due.lost;
        let mut added = due.added;
        self.owed = self.owed.plus(due.added)?.minus(due.principal)?.minus(due.lost)?;
        self.set_aside = self.set_aside.minus(due.freed)?;
        page.outstanding = self.owed;
        let small = self.portfolios.iter_mut().zip(&mut self.lent_small).zip(&mut self.lending);
        for ((portfolio, lent), totals) in small {
            let due = portfolio.end_month(month, std::mem::take(lent))?;
            page.interest = page.interest.plus(due.interest)?;
            page.principal = page.principal.plus(due.principal)?;
            page.losses = page.losses.plus(due.lost)?;
            added = added.plus(due.added)?;
            page.outstanding = page.outstanding.plus(due.outstanding)?;
            totals.lent = totals.lent.plus(due.added)?;
            totals.interest = totals.interest.plus(due.interest)?;
            totals.principal = totals.principal.plus(due.principal)?;
            totals.lost = totals.lost.plus(due.lost)?;
        }
        page.costs = at(&self.plan.costs, month);
        let received = page.idle_interest.plus(page.interest)?.plus(page.principal)?;
        // Interest that is added to a loan is received and lent again.
        page.lent = page.lent.plus(added)?;
        self.cash = self.cash.plus(received)?.minus(added)?.minus(page.costs)?;
        page.cash = self.cash;
        page.set_aside = self.set_aside;
        Ok(())
    }

    /// Counts who still waits.
    fn close(mut self) -> FundRun {
        for request in &self.queue {
            if let Request::Loans { lending, count } = *request
                && let Some(totals) = self.lending.get_mut(lending)
            {
                totals.waiting += count;
            }
        }
        FundRun { ledger: self.ledger, applications: self.applications, lending: self.lending }
    }
}

/// How an initiative starts that does so in the month with this number.
fn start_of(plan: &Plan, asking: &Asking, month: usize) -> Option<Start> {
    let borrower = plan.fund.borrowers.get(asking.borrower)?;
    Some((asking.borrower, later(plan.fund, &borrower.case, month)))
}

fn at(amounts: &[Cents], place: usize) -> Cents {
    amounts.get(place).copied().unwrap_or_default()
}
