//! The revolving fund: section 10, one loan at a time.

use serde_json::{Value, json};

use super::books::{self, CostBook, FundingBook};
use super::calendar::CalendarMonth;
use super::case::{Case, Kind, Loan};
use super::exact::{Cents, Exact, euros, money, nearest, percentage, ratio, round2, whole};
use super::exactly::ExactRun;
use super::loans::{self, Table};
use super::streams::index;
use super::{cash, reading, verdict};

/// A fund as it is written, every case with it.
pub struct Fund {
    pub start: CalendarMonth,
    pub years: i64,
    pub capital: Cents,
    pub reserve: Cents,
    pub idle_interest: Exact,
    pub prices: Vec<Exact>,
    pub refuse: bool,
    /// A case with nothing but the costs of the fund.
    pub costs: Case,
    /// Months and amounts.
    pub contributions: Vec<(i64, Cents)>,
    pub initiatives: Vec<Initiative>,
    pub lending: Vec<Lending>,
}

pub struct Initiative {
    pub id: String,
    /// The text of its case.
    pub case: String,
    /// The paths of its fund loans.
    pub loans: Vec<String>,
    pub on: i64,
    pub every: Option<i64>,
    pub up_to: Option<i64>,
}

pub struct Lending {
    pub id: String,
    pub asked: Vec<Exact>,
    /// Drawn in month 0.
    pub terms: Loan,
    pub loss: Exact,
}

/// What the fund does in a month, and what stands at its end.
#[derive(Clone, Debug, Default)]
struct Month {
    additions: Cents,
    lent: Cents,
    /// Interest that is added to loans; counted in what is lent once the month is over.
    added: Cents,
    idle_interest: Cents,
    interest: Cents,
    principal: Cents,
    losses: Cents,
    costs: Cents,
    cash: Cents,
    set_aside: Cents,
    outstanding: Cents,
}

/// An initiative that asked.
struct Asker {
    id: String,
    of: usize,
    asked: i64,
    amount: Cents,
    /// The month, why, and what there was to lend.
    refused: Option<(i64, &'static str, Cents)>,
    served: Option<Served>,
    principal: Cents,
    interest: Cents,
    lost: Cents,
}

/// "It starts the month it is served".
struct Served {
    month: i64,
    tables: Vec<Table>,
    /// The month, counted from its own start, from which on it pays nothing.
    stop: Option<i64>,
    /// Why it stops, how much is short, and in which month from its own start.
    why: Option<(&'static str, String, CalendarMonth)>,
}

impl Served {
    /// What is set aside for it after the draws of a month of its own: what it has still to draw,
    /// until the month in which it stops is over.
    fn to_draw(&self, month: i64) -> Cents {
        self.tables.iter().filter(|table| table.on > month).map(|table| table.amount).sum()
    }
}

/// One small loan.
struct Small {
    drawn: i64,
    /// What losses left of it.
    worth: Exact,
}

#[derive(Default)]
struct Desk {
    asked: i64,
    refused: i64,
    loans: Vec<Small>,
    lent: Cents,
    /// Exact totals, and what was posted of them.
    interest: (Option<Exact>, Cents),
    added: (Option<Exact>, Cents),
    lost: (Option<Exact>, Cents),
    principal: Cents,
    outstanding: Cents,
}

enum Request {
    Initiative(usize),
    Loan(usize),
}

/// The running total rule: the step of the rounded total.
fn post(total: &mut (Option<Exact>, Cents), more: Exact) -> Cents {
    let exact = total.0.take().unwrap_or_else(|| whole(0)) + more;
    let rounded = round2(&exact);
    let step = rounded - total.1;
    *total = (Some(exact), rounded);
    step
}

impl Fund {
    fn months(&self) -> i64 {
        12 * self.years
    }

    fn added(&self, month: i64) -> Cents {
        let later = self.contributions.iter().filter(|(on, _)| *on == month);
        let later: Cents = later.map(|(_, amount)| amount).sum();
        later + if month == 0 { self.capital } else { 0 }
    }

    /// "A request above capital + all additions - reserve is refused at once."
    fn ceiling(&self) -> Cents {
        (0..self.months()).map(|month| self.added(month)).sum::<Cents>() - self.reserve
    }

    /// "The month in which an initiative's closing cash on certain funding (its fund loans
    /// included) is first below zero is the month it stops". "After the end of its own horizon it
    /// goes on repaying by its loan tables if it passes `repayment` on that run or owes nothing;
    /// else what it owes is lost in the month after."
    fn serve(&self, initiative: &Initiative, month: i64, uniform: Option<&Exact>) -> Served {
        let mut case = reading::read(&initiative.case);
        // "its case is moved to that month"
        case.start = self.start.after(month);
        for funding in &mut case.funding {
            if let (true, Kind::Loan(loan), Some(rate)) =
                (initiative.loans.contains(&funding.path), &mut funding.kind, uniform)
            {
                loan.interest = vec![rate.clone()];
            }
        }
        let books = books::keep(&case);
        let mut granted = verdict::certain(&case);
        let mut tables = Vec::new();
        for (place, funding) in case.funding.iter().enumerate() {
            if let (true, FundingBook::Loan(table)) =
                (initiative.loans.contains(&funding.path), &books.funding[place])
            {
                granted[place] = true;
                tables.push(table.clone());
            }
        }
        let free = cash::run(&case, &books, &granted).free;
        // "A cent of rounding is no reason": it is below zero in posted cents and in exact amounts.
        let exactly = ExactRun::of(&case, &books, &granted).free();
        let both = free.iter().zip(&exactly);
        let broke = (0..).zip(both).find(|(_, (cash, exact))| **cash < 0 && **exact < whole(0));
        let broke = broke.map(|(month, _)| month);
        let start = case.start;
        let ran_out = broke.map(|at| {
            let short = -free[usize::try_from(at).unwrap()];
            ("out_of_cash", money(short), start.after(at))
        });
        let owes = tables.iter().any(|table| table.balance(case.months() - 1) > 0);
        let repayment = verdict::judge(&case, &books, &granted, "repayment");
        let cannot = owes && repayment.passes == Some(false);
        let cannot_repay = cannot.then(|| {
            let short = repayment.figure.unwrap().strip_prefix('-').unwrap().to_owned();
            ("cannot_repay", short, repayment.month.unwrap())
        });
        let stop = broke.or(cannot.then_some(case.months()));
        Served { month, tables, stop, why: ran_out.or(cannot_repay) }
    }

    fn asks(&self, of: usize) -> Cents {
        let case = reading::read(&self.initiatives[of].case);
        let loans = case.funding.iter().filter_map(|funding| match &funding.kind {
            Kind::Loan(loan) if self.initiatives[of].loans.contains(&funding.path) => Some(loan),
            _ => None,
        });
        loans.map(|loan| loan.amount).sum()
    }

    /// "every = a new one like it that often", "up_to" of them.
    fn number_asking(&self, of: usize, month: i64) -> Option<i64> {
        let Initiative { on, every, up_to, .. } = &self.initiatives[of];
        let later = month - on;
        let number = match every {
            None if later == 0 => 1,
            Some(every) if later >= 0 && later % every == 0 => later / every + 1,
            _ => return None,
        };
        up_to.is_none_or(|most| number <= most).then_some(number)
    }
}

impl Lending {
    /// "spread over its months by the running total rule, halves up"
    fn loans_asked(&self, month: i64) -> i64 {
        let total = |until: i64| {
            let mut sum = whole(0);
            for month in 0..=until {
                let year = usize::try_from(month / 12).unwrap();
                sum += self.asked.get(year).or(self.asked.last()).unwrap() / whole(12);
            }
            nearest(&sum)
        };
        i64::try_from(total(month) - if month > 0 { total(month - 1) } else { 0 }).unwrap()
    }
}

/// What became of the fund.
struct Story {
    months: Vec<Month>,
    askers: Vec<Asker>,
    desks: Vec<Desk>,
    waiting_askers: Vec<usize>,
    waiting_loans: Vec<usize>,
}

#[allow(clippy::too_many_lines, reason = "a month reads in one piece, as in the design")]
fn run(fund: &Fund, uniform: Option<&Exact>) -> Story {
    let costs = books::keep(&fund.costs);
    let mut months: Vec<Month> = Vec::new();
    let mut askers: Vec<Asker> = Vec::new();
    let mut desks: Vec<Desk> = fund.lending.iter().map(|_| Desk::default()).collect();
    let tables: Vec<Table> = fund
        .lending
        .iter()
        .map(|lending| {
            let mut table = loans::table(&lending.terms);
            if let Some(rate) = uniform {
                let terms = Loan { interest: vec![rate.clone()], ..copy(&lending.terms) };
                table = loans::table(&terms);
            }
            table
        })
        .collect();
    let mut queue: Vec<Request> = Vec::new();
    let mut cash: Cents = 0;
    for month in 0..fund.months() {
        let mut page = Month { additions: fund.added(month), ..Month::default() };
        // "Start of the month: additions come in"
        cash += page.additions;
        // "New requests join the end of the queue: initiatives in file order, then lending in file
        // order, one request a loan."
        for of in 0..fund.initiatives.len() {
            let Some(number) = fund.number_asking(of, month) else { continue };
            let amount = fund.asks(of);
            let too_much = amount > fund.ceiling();
            let refused = too_much.then(|| (month, "above_capital", fund.ceiling()));
            if !too_much {
                queue.push(Request::Initiative(askers.len()));
            }
            askers.push(Asker {
                id: format!("{}.{number}", fund.initiatives[of].id),
                of,
                asked: month,
                amount,
                refused,
                served: None,
                principal: 0,
                interest: 0,
                lost: 0,
            });
        }
        for (at, lending) in fund.lending.iter().enumerate() {
            for _ in 0..lending.loans_asked(month) {
                desks[at].asked += 1;
                if lending.terms.amount > fund.ceiling() {
                    desks[at].refused += 1;
                } else {
                    queue.push(Request::Loan(at));
                }
            }
        }
        // "The first in the queue is served if its whole request is at most cash - reserve - what
        // is set aside; then the next, until one cannot be: it and those behind it wait. With
        // `refuse` one that cannot be served goes, and the next is tried."
        let set_aside: Cents = askers.iter().map(|asker| still_to_draw(asker, month - 1)).sum();
        let mut free = cash - fund.reserve - set_aside;
        let mut left = Vec::new();
        let mut blocked = false;
        for request in queue {
            let amount = match &request {
                Request::Initiative(at) => askers[*at].amount,
                Request::Loan(at) => fund.lending[*at].terms.amount,
            };
            if blocked {
                left.push(request);
            } else if amount <= free {
                free -= amount;
                match request {
                    Request::Initiative(at) => {
                        let initiative = &fund.initiatives[askers[at].of];
                        askers[at].served = Some(fund.serve(initiative, month, uniform));
                    }
                    Request::Loan(at) => {
                        desks[at].loans.push(Small { drawn: month, worth: whole(1) });
                    }
                }
            } else if fund.refuse {
                match request {
                    Request::Initiative(at) => {
                        askers[at].refused = Some((month, "not_enough", free));
                    }
                    Request::Loan(at) => desks[at].refused += 1,
                }
            } else {
                blocked = true;
                left.push(request);
            }
        }
        queue = left;
        // "Draws of this month leave."
        for asker in &askers {
            if let Some(served) = &asker.served {
                let own = month - served.month;
                let may = served.stop.is_none_or(|stop| own <= stop);
                let drawn = served.tables.iter().filter(|table| may && table.on == own);
                page.lent += drawn.map(|table| table.amount).sum::<Cents>();
            }
        }
        for (at, desk) in desks.iter_mut().enumerate() {
            let drawn = desk.loans.iter().filter(|loan| loan.drawn == month).count();
            let lent = fund.lending[at].terms.amount * i128::try_from(drawn).unwrap();
            desk.lent += lent;
            page.lent += lent;
        }
        cash -= page.lent;
        // "interest on the cash held after the draws (if above zero) times rate / 12, rounded"
        if cash > 0 {
            page.idle_interest = round2(&(euros(cash) * &fund.idle_interest / whole(12)));
        }
        for asker in &mut askers {
            month_of(asker, month, &mut page);
        }
        for ((desk, lending), table) in desks.iter_mut().zip(&fund.lending).zip(&tables) {
            month_of_desk(desk, lending, table, month, &mut page);
        }
        let at = usize::try_from(month).unwrap();
        // "less what the sale of an investment of the fund's own brings"
        let brings = |cost: &CostBook| cost.sale.filter(|sale| sale.0 == at).map_or(0, |it| it.1);
        page.costs = costs.costs.iter().map(|cost| cost.cash[at] - brings(cost)).sum();
        page.lent += page.added;
        cash += page.idle_interest + page.interest + page.principal - page.added - page.costs;
        page.cash = cash;
        page.set_aside = askers.iter().map(|asker| still_to_draw(asker, month)).sum();
        months.push(page);
    }
    let (mut waiting_askers, mut waiting_loans) = (Vec::new(), vec![0; fund.lending.len()]);
    for request in &queue {
        match request {
            Request::Initiative(at) => waiting_askers.push(*at),
            Request::Loan(at) => waiting_loans[*at] += 1,
        }
    }
    Story { months, askers, desks, waiting_askers, waiting_loans }
}

fn copy(loan: &Loan) -> Loan {
    Loan { interest: loan.interest.clone(), ..*loan }
}

/// What is set aside for an initiative at the end of a month.
fn still_to_draw(asker: &Asker, month: i64) -> Cents {
    let Some(served) = &asker.served else { return 0 };
    let own = month - served.month;
    match served.stop {
        _ if own < 0 => 0,
        Some(stop) if own >= stop => 0,
        _ => served.to_draw(own),
    }
}

/// Instalments and losses of an initiative: "no instalment from that month on, ... and what it owes
/// is lost in that month".
fn month_of(asker: &mut Asker, month: i64, page: &mut Month) {
    let Some(served) = &asker.served else { return };
    let own = month - served.month;
    let may_draw = |table: &&Table| served.stop.is_none_or(|stop| table.on <= stop);
    let (mut interest, mut added, mut principal, mut lost, mut owed) = (0, 0, 0, 0, 0);
    for table in served.tables.iter().filter(may_draw) {
        if served.stop.is_none_or(|stop| own < stop) {
            for due in table.instalments.iter().filter(|due| due.month == own) {
                interest += due.interest;
                added += due.added;
                principal += due.principal;
            }
            owed += table.balance(own);
        }
        if served.stop == Some(own) {
            lost += if table.on == own { table.amount } else { table.balance(own - 1) };
        }
    }
    // "added interest counts as received and lent again"
    page.added += added;
    asker.interest += interest;
    asker.principal += principal;
    asker.lost += lost;
    page.interest += interest;
    page.principal += principal;
    page.losses += lost;
    page.outstanding += owed;
}

/// "at the end of the last month of each year of the fund but the first, every loan of that lending
/// is from then on worth (1 - loss) of what it was ... Outstanding is the rounded exact sum;
/// interest and losses are posted by the running total rule; principal received is what is lent less
/// lost less the change in what is outstanding".
fn month_of_desk(desk: &mut Desk, lending: &Lending, table: &Table, month: i64, page: &mut Month) {
    let (mut interest, mut added) = (whole(0), whole(0));
    let (mut owed, mut lost) = (whole(0), whole(0));
    let loses = month % 12 == 11 && month >= 12;
    let mut lent = 0;
    for loan in &mut desk.loans {
        let age = month - loan.drawn;
        if age == 0 {
            lent += lending.terms.amount;
        }
        for due in table.instalments.iter().filter(|due| due.month == age) {
            interest += &loan.worth * euros(due.interest);
            added += &loan.worth * euros(due.added);
        }
        let balance = &loan.worth * euros(table.balance(age));
        if loses {
            lost += &balance * &lending.loss;
            loan.worth *= whole(1) - &lending.loss;
            owed += balance * (whole(1) - &lending.loss);
        } else {
            owed += balance;
        }
    }
    let interest = post(&mut desk.interest, interest);
    let lost = post(&mut desk.lost, lost);
    let outstanding = round2(&owed);
    let added = post(&mut desk.added, added);
    desk.lent += added;
    page.added += added;
    let principal = lent + added - lost - (outstanding - desk.outstanding);
    desk.outstanding = outstanding;
    desk.principal += principal;
    page.interest += interest;
    page.principal += principal;
    page.losses += lost;
    page.outstanding += outstanding;
}

/// The amounts that decide the verdict.
#[allow(clippy::struct_field_names, reason = "net worth is the word")]
struct Worth {
    put_in: Cents,
    put_in_real: Exact,
    net_worth: Cents,
    net_worth_real: Exact,
    word: &'static str,
}

fn worth(fund: &Fund, story: &Story) -> Worth {
    let level = |month: usize| index(&fund.prices, fund.start, i64::try_from(month).unwrap());
    let last = story.months.last().unwrap();
    let put_in = story.months.iter().map(|month| month.additions).sum();
    // "each addition deflated from its own month"
    let put_in_real = story
        .months
        .iter()
        .enumerate()
        .fold(whole(0), |sum, (at, month)| sum + euros(month.additions) / level(at));
    let net_worth = last.cash + last.outstanding;
    let net_worth_real = euros(net_worth) / level(story.months.len() - 1);
    let pays = story.months.iter().all(|month| month.cash >= 0);
    let word = if pays && net_worth_real >= put_in_real {
        "closes"
    } else if pays && net_worth >= put_in {
        "conditional"
    } else {
        "does_not_close"
    };
    Worth { put_in, put_in_real, net_worth, net_worth_real, word }
}

/// Whether a fund keeps its capital at this interest, in percent, on all its loans.
pub fn keeps_at(fund: &Fund, percent: &str) -> bool {
    let rate = percentage(&format!("{percent}%"));
    worth(fund, &run(fund, Some(&rate))).word == "closes"
}

/// What `fund --format json` must say, but for the interest of the edge and for what is not
/// reckoned.
pub fn expected(fund: &Fund) -> Value {
    let story = run(fund, None);
    let worth = worth(fund, &story);
    let column = |pick: fn(&Month) -> Cents| -> Value {
        story.months.iter().map(|month| money(pick(month))).collect()
    };
    let lent: Cents = story.months.iter().map(|month| month.lent).sum();
    let losses: Cents = story.months.iter().map(|month| month.losses).sum();
    let lowest = story.months.iter().map(|month| month.cash).min().unwrap();
    let first = |holds: &dyn Fn(Cents) -> bool| {
        let at = story.months.iter().position(|month| holds(month.cash));
        at.map(|at| fund.start.after(i64::try_from(at).unwrap()).text())
    };
    let served = story.askers.iter().filter(|asker| asker.served.is_some()).count()
        + story.desks.iter().map(|desk| desk.loans.len()).sum::<usize>();
    json!({
        "verdict": worth.word,
        "months": (0..fund.months()).map(|month| fund.start.after(month).text()).collect::<Value>(),
        "additions": column(|month| month.additions),
        "lent": column(|month| month.lent),
        "idle_interest": column(|month| month.idle_interest),
        "interest": column(|month| month.interest),
        "principal": column(|month| month.principal),
        "losses": column(|month| month.losses),
        "costs": column(|month| month.costs),
        "cash": column(|month| month.cash),
        "set_aside": column(|month| month.set_aside),
        "outstanding": column(|month| month.outstanding),
        "initiatives": (0..story.askers.len()).map(|at| initiative(fund, &story, at)).collect::<Value>(),
        "lending": (0..story.desks.len()).map(|at| lending(fund, &story, at)).collect::<Value>(),
        "measures": {
            "lent": money(lent),
            "loans": served,
            "multiplier": (worth.put_in > 0).then(|| ratio(&(whole(lent) / whole(worth.put_in)))),
            "idle_share": idle_share(fund, &story).as_ref().map(ratio),
            "put_in": money(worth.put_in),
            "net_worth": money(worth.net_worth),
            "net_worth_real": money(round2(&worth.net_worth_real)),
            "put_in_real": money(round2(&worth.put_in_real)),
            "lowest_cash": money(lowest),
            "lowest_cash_month": first(&|cash| cash == lowest),
            "below_from": first(&|cash| cash < 0),
            "edge_loss": edge_loss(fund, &worth, lent, losses, lowest),
        },
        "not_counted": [],
    })
}

/// "mean over months of cash above the reserve / capital put in until then"
fn idle_share(fund: &Fund, story: &Story) -> Option<Exact> {
    let (mut put_in, mut sum, mut count) = (0, whole(0), 0_i128);
    for month in &story.months {
        put_in += month.additions;
        if put_in > 0 {
            sum += whole((month.cash - fund.reserve).max(0)) / whole(put_in);
            count += 1;
        }
    }
    (count > 0).then(|| sum / whole(count))
}

/// What it lost and has over at its end, in prices of the end, of all that it lent, down to 0.01%.
fn edge_loss(
    fund: &Fund,
    worth: &Worth,
    lent: Cents,
    losses: Cents,
    lowest: Cents,
) -> Option<String> {
    let level = index(&fund.prices, fund.start, fund.months() - 1);
    let spare = euros(worth.net_worth + losses) - &worth.put_in_real * level;
    if lent == 0 || lowest < 0 || spare < whole(0) {
        return None;
    }
    let share = (spare / euros(lent) * whole(10_000)).min(whole(10_000));
    let down = share.floor();
    Some(ratio(&(Exact::from(down) / whole(10_000))))
}

fn initiative(fund: &Fund, story: &Story, at: usize) -> Value {
    let asker = &story.askers[at];
    let end = fund.months() - 1;
    let fate = match &asker.served {
        _ if asker.refused.is_some() => "refused",
        None if story.waiting_askers.contains(&at) => "waiting",
        None => panic!("who asked is served, refused or waits"),
        Some(_) if asker.lost > 0 => "lost",
        Some(served) => {
            let own = end - served.month;
            let drawn = served.tables.iter().filter(|table| table.on <= own);
            let stopped = served.stop.filter(|&stop| own >= stop);
            let owed: Cents = match stopped {
                Some(_) => 0,
                None => drawn.map(|table| table.balance(own)).sum(),
            };
            let drew_nothing = |stop| served.tables.iter().all(|table| table.on > stop);
            if asker.amount > 0 && stopped.is_some_and(drew_nothing) {
                "lost"
            } else if owed == 0 && still_to_draw(asker, end) == 0 {
                "repaid"
            } else {
                "running"
            }
        }
    };
    let month = |month: i64| fund.start.after(month).text();
    // When it stopped or was turned away, why, how much was short and when.
    let end = match (&asker.refused, &asker.served) {
        (Some((at, why, there)), _) => {
            Some((month(*at), *why, money(asker.amount - there.max(&0)), month(*at)))
        }
        (None, Some(served)) if fate == "lost" => served.why.as_ref().map(|(why, short, at)| {
            (month(served.month + served.stop.unwrap()), *why, short.clone(), at.text())
        }),
        _ => None,
    };
    json!({
        "ended": end.as_ref().map(|end| &end.0),
        "why": end.as_ref().map(|end| end.1),
        "short": end.as_ref().map(|end| &end.2),
        "short_month": end.as_ref().map(|end| &end.3),
        "id": asker.id,
        "amount": money(asker.amount),
        "asked": month(asker.asked),
        "started": asker.served.as_ref().map(|served| month(served.month)),
        "fate": fate,
        "principal": money(asker.principal),
        "interest": money(asker.interest),
        "lost": money(asker.lost),
    })
}

fn lending(fund: &Fund, story: &Story, at: usize) -> Value {
    let desk = &story.desks[at];
    json!({
        "id": fund.lending[at].id,
        "asked": desk.asked,
        "served": desk.loans.len(),
        "waiting": story.waiting_loans[at],
        "refused": desk.refused,
        "lent": money(desk.lent),
        "principal": money(desk.principal),
        "interest": money(desk.interest.1),
        "lost": money(desk.lost.1),
    })
}
