//! Streams: section 4 of the design, up to what is posted.

use std::collections::BTreeMap;

use super::actual::{differs, with};
use super::calendar::CalendarMonth;
use super::case::{
    By, Case, Cost, Effect, Fade, Following, Funding, Group, Kind, Life, Outcome, Per, Reserve,
    Source, Stream, Unit,
};
use super::exact::{Cents, Exact, power, round2_up, whole};

/// Exact amounts of the months 0 .. N-1.
pub type Exacts = Vec<Exact>;

/// Whole cents of the months 0 .. N-1.
pub type Postings = Vec<Cents>;

fn at<T>(list: &[T], position: i64) -> Option<&T> {
    usize::try_from(position).ok().and_then(|position| list.get(position))
}

/// `index(m)  = product of (1 + rate of calendar year c) for c = year(0)+1 .. year(m)`; "its last
/// one repeats"; "Before the start year the index is 1."
pub fn index(rates: &[Exact], start: CalendarMonth, month: i64) -> Exact {
    let steps = start.after(month).year() - start.year();
    let mut product = whole(1);
    for step in 0..steps.max(0) {
        if let Some(rate) = at(rates, step).or(rates.last()) {
            product *= whole(1) + rate;
        }
    }
    product
}

/// `volume(m) = ramp[j] (100% past its end) x (1 + growth)^j`, with `j = (m - a) div 12`.
fn volume(stream: &Stream, month: i64) -> Exact {
    let year = (month - stream.from) / 12;
    let ramp = at(&stream.ramp, year).cloned().unwrap_or_else(|| whole(1));
    let year = usize::try_from(year).expect("not before its first month");
    ramp * power(&(whole(1) + &stream.growth), year)
}

/// `unit(m)   = amount, or amounts[j] (its last one past its end), or quantity x price`
fn unit(stream: &Stream, month: i64) -> Exact {
    match &stream.unit {
        Unit::Amount(amount) => amount.clone(),
        Unit::Amounts(amounts) => {
            let year = (month - stream.from) / 12;
            at(amounts, year).or(amounts.last()).expect("amounts are not empty").clone()
        }
        Unit::Dated(dated) => dated[&month].clone(),
        Unit::Priced { quantity, prices } => {
            let year = (month - stream.from) / 12;
            quantity * at(prices, year).or(prices.last()).expect("a price")
        }
    }
}

/// `season(m) = 12 x weight of m's calendar month / sum of the weights`
fn season(stream: &Stream, start: CalendarMonth, month: i64) -> Exact {
    let Some(weights) = &stream.season else { return whole(1) };
    let sum = weights.iter().fold(whole(0), |sum, weight| sum + weight);
    whole(12) * &weights[start.after(month).of_year()] / sum
}

/// `volume x season / months in per`: how much of a `per` falls in this month (per once: all of it
/// in month `on`); none outside a .. b.
fn flow(stream: &Stream, start: CalendarMonth, month: i64) -> Exact {
    if month < stream.from || month > stream.until {
        return whole(0);
    }
    match stream.per {
        Per::Once => match &stream.unit {
            Unit::Dated(dated) => whole(i128::from(dated.contains_key(&month))),
            _ => whole(1),
        },
        Per::Months(months) => {
            volume(stream, month) * season(stream, start, month) / whole(i128::from(months))
        }
    }
}

/// `x(m)      = unit x volume x season x index x (1 + optimism_bias) / months in per`, here without
/// index and bias.
fn before_index(stream: &Stream, start: CalendarMonth, month: i64) -> Exact {
    let flow = flow(stream, start, month);
    if flow.is_zero() { flow } else { unit(stream, month) * flow }
}

/// An entry that another may follow, or that may be covered: its amounts before rounding.
#[derive(Clone, Debug)]
pub struct Course {
    /// x(m) of the months 0 .. N-1, before an earmark and a fade of its own.
    pub x: Exacts,
    /// Its units, where it has any: quantity x volume x season / months in `per`, or those of what
    /// it follows by a price.
    units: Option<Exacts>,
    pub once: bool,
    /// Whether it is a cost of dated amounts, or follows one: it counts as one that recurs.
    pub dated: bool,
    /// From which month to which it runs, or each of those that it follows.
    pub runs: Vec<(i64, i64)>,
    /// Of what comes once: by itself, or with each of those that it follows.
    pub bought: Vec<Bought>,
    /// Of what is a share: what of it is of each entry that it follows.
    pub parts: BTreeMap<String, Exacts>,
    /// What facts of its own differ from what it would have posted, each month.
    pub differs: Postings,
}

/// What is bought once, and again with `renew`.
#[derive(Clone, Debug)]
pub struct Bought {
    /// The months, the first of which it is bought in.
    pub months: Vec<i64>,
    /// What it costs before its index, with all biases that its x(m) has.
    pub price: Exact,
    quantity: Exact,
    pub rates: Vec<Exact>,
}

impl Course {
    /// "Blocks of payment count from the earliest start among them".
    pub fn start(&self) -> i64 {
        self.runs.iter().map(|(from, _)| *from).min().unwrap_or(0)
    }

    /// Its last month; before the first of all where it never runs.
    pub fn end(&self) -> i64 {
        self.runs.iter().map(|(_, until)| *until).max().unwrap_or(-1)
    }
}

fn months(case: &Case) -> usize {
    usize::try_from(case.months()).expect("a horizon is positive")
}

/// The months in which an entry that stands on its own is bought: `on`, and "with `renew` the
/// purchase is posted again each `life` later".
fn purchases(stream: &Stream, cost: Option<&Cost>, case: &Case) -> Vec<i64> {
    if let Unit::Dated(dated) = &stream.unit {
        return dated.keys().copied().collect();
    }
    let mut all = vec![stream.from];
    if let Some(Cost { life: Some(Life::Months(life)), renew: true, .. }) = cost {
        let mut month = stream.from + life;
        while month < case.months() {
            all.push(month);
            month += life;
        }
    }
    all
}

fn own_course(stream: &Stream, cost: Option<&Cost>, bias: &Exact, case: &Case) -> Course {
    let once = stream.per == Per::Once;
    // A renewed purchase is the same stream, begun again in that month.
    let purchases = if once { purchases(stream, cost, case) } else { Vec::new() };
    let dated = matches!(stream.unit, Unit::Dated(_));
    let windows: Vec<Stream> = if once && !dated {
        let bought = purchases.iter();
        bought.map(|&month| Stream { from: month, until: month, ..stream.clone() }).collect()
    } else {
        vec![stream.clone()]
    };
    let monthly = |what: &dyn Fn(&Stream, i64) -> Exact| -> Exacts {
        (0..case.months())
            .map(|m| windows.iter().fold(whole(0), |sum, window| sum + what(window, m)))
            .collect()
    };
    let factor = whole(1) + bias;
    let quantity = match &stream.unit {
        Unit::Priced { quantity, .. } => quantity.clone(),
        Unit::Amount(_) | Unit::Amounts(_) | Unit::Dated(_) => whole(0),
    };
    let bought = once.then(|| Bought {
        months: purchases,
        price: unit(stream, stream.from) * &factor,
        quantity,
        rates: stream.index.clone(),
    });
    Course {
        x: monthly(&|window, m| {
            let amount = before_index(window, case.start, m);
            if amount.is_zero() {
                return amount;
            }
            amount * index(&stream.index, case.start, m) * &factor
        }),
        units: match &stream.unit {
            Unit::Priced { quantity, .. } => {
                Some(monthly(&|window, m| quantity * flow(window, case.start, m)))
            }
            Unit::Amount(_) | Unit::Amounts(_) | Unit::Dated(_) => None,
        },
        once,
        dated: dated && cost.is_some(),
        runs: vec![(stream.from, stream.until)],
        bought: bought.into_iter().collect(),
        parts: BTreeMap::new(),
        differs: vec![0; months(case)],
    }
}

impl Reserve {
    /// What is set apart each month, not rounded.
    pub fn x(&self, case: &Case) -> Exacts {
        own_course(&self.stream, None, &whole(0), case).x
    }
}

/// "An entry with `of` has x(m) = price x index x (1 + optimism_bias) x the followed entries' units
/// in month m, or share x (1 + optimism_bias) x the followed entries' x(m)"; "with `from` and `until` in these
/// months only"; "it runs when any of them runs".
fn following_course(
    Following { of, by, within }: &Following,
    bias: &Exact,
    fades_itself: bool,
    all: &BTreeMap<String, Course>,
    case: &Case,
) -> Course {
    let (first, last) = within.unwrap_or((i64::MIN, i64::MAX));
    // "What follows an income that fades fades along, but for what has a `fade` itself"; what is
    // off is not there.
    let along = |path: &String| own_fade(case, path).filter(|_| !fades_itself);
    let followed: Vec<(&String, &Course)> =
        of.iter().filter_map(|path| Some((path, all.get(path)?))).collect();
    let sum = |of: &dyn Fn(&Course) -> Option<Exacts>| -> Exacts {
        let nothing = vec![whole(0); months(case)];
        followed.iter().fold(nothing, |sum, (path, course)| {
            let one = faded(&of(course).expect("what is followed by price has units"), along(path));
            // "What follows it by a price goes by its units, as planned".
            let one = match by {
                By::Share(_) => with(&one, &course.differs),
                By::Price { .. } => one,
            };
            sum.into_iter().zip(one).map(|(sum, one)| sum + one).collect()
        })
    };
    let kept = |amounts: Exacts| -> Exacts {
        let amounts = (0..).zip(amounts);
        amounts.map(|(m, x)| if (first..=last).contains(&m) { x } else { whole(0) }).collect()
    };
    let factor = whole(1) + bias;
    let (x, units, parts) = match by {
        By::Price { price, index: rates } => {
            let units = kept(sum(&|course| course.units.clone()));
            let level = |m| price * index(rates, case.start, m) * &factor;
            ((0..).zip(&units).map(|(m, units)| level(m) * units).collect(), Some(units), None)
        }
        By::Share(share) => {
            let share = |x: Exacts| kept(x.into_iter().map(|x| share * &factor * x).collect());
            let parts = followed.iter().map(|(path, course)| {
                let came = with(&faded(&course.x, along(path)), &course.differs);
                ((*path).clone(), share(came))
            });
            (share(sum(&|course| Some(course.x.clone()))), None, Some(parts.collect()))
        }
    };
    let runs = followed.iter().flat_map(|(_, course)| &course.runs);
    let bought = followed.iter().flat_map(|(_, course)| &course.bought);
    Course {
        x,
        units,
        once: followed.iter().any(|(_, course)| course.once),
        dated: followed.iter().any(|(_, course)| course.dated),
        runs: runs
            .map(|(from, until)| ((*from).max(first), (*until).min(last)))
            .filter(|(from, until)| from <= until)
            .collect(),
        bought: bought
            .map(|bought| match by {
                By::Price { price, index } => Bought {
                    price: price * &bought.quantity * &factor,
                    rates: index.clone(),
                    ..bought.clone()
                },
                By::Share(share) => {
                    Bought { price: share * &factor * &bought.price, ..bought.clone() }
                }
            })
            .collect(),
        parts: parts.unwrap_or_default(),
        differs: vec![0; months(case)],
    }
}

/// What is sold is not bought again.
fn leave_sold(case: &Case, cost: &Cost, course: &mut Course) {
    let Some((sold, _)) = cost.sold_within(case) else { return };
    let is_first = course.bought.iter().any(|bought| bought.months[0] == sold);
    let stays = |month: i64| month < sold || month == sold && is_first;
    for bought in &mut course.bought {
        bought.months.retain(|&month| stays(month));
    }
    for (month, x) in (0..).zip(&mut course.x) {
        if !stays(month) {
            *x = whole(0);
        }
    }
}

/// What facts differ from what an entry would have posted; of what is earmarked that depends on what
/// it claims.
fn own_differences(case: &Case, path: &str, cost: Option<&Cost>, course: &Course) -> Postings {
    let earmarked = case.funding.iter().any(|funding| {
        let Kind::Income(income) = &funding.kind else { return false };
        funding.path == path && income.covers.is_some()
    });
    if earmarked {
        return vec![0; months(case)];
    }
    let mut own = course.clone();
    if let Some(cost) = cost {
        leave_sold(case, cost, &mut own);
    }
    let would = faded(&own.x, own_fade(case, path));
    differs(case, path, &post(&running_totals(&would)))
}

/// The courses of all costs and all income, in kind and equity included, by path.
pub fn courses(case: &Case) -> BTreeMap<String, Course> {
    let mut left: Vec<(&str, &Source, Option<&Cost>)> = case
        .costs
        .iter()
        .map(|cost| (cost.path.as_str(), &cost.source, Some(cost)))
        .chain(case.funding.iter().filter_map(|funding| {
            source_of(funding).map(|source| (funding.path.as_str(), source, None))
        }))
        .collect();
    let none = whole(0);
    let bias = |cost: Option<&Cost>| cost.map_or(&none, |cost| &cost.optimism_bias).clone();
    let mut all = BTreeMap::new();
    // "What is followed may follow itself": first what follows nothing that is still to come.
    while !left.is_empty() {
        let waits = |source: &Source| match source {
            Source::Own(_) => false,
            Source::Of(Following { of, .. }) => {
                left.iter().any(|(path, ..)| of.iter().any(|of| of == path))
            }
        };
        let (later, now): (Vec<_>, Vec<_>) =
            left.iter().copied().partition(|(_, source, _)| waits(source));
        assert!(!now.is_empty(), "these follow each other round and round");
        for (path, source, cost) in now {
            let course = match source {
                Source::Own(stream) => own_course(stream, cost, &bias(cost), case),
                Source::Of(following) => {
                    let fades = own_fade(case, path).is_some();
                    following_course(following, &bias(cost), fades, &all, case)
                }
            };
            let mut course = course;
            course.differs = own_differences(case, path, cost, &course);
            all.insert(path.to_owned(), course);
        }
        left = later;
    }
    // "What follows it keeps its amounts, ... as if it were not sold": so all are made first.
    for cost in &case.costs {
        if let Some(course) = all.get_mut(&cost.path) {
            leave_sold(case, cost, course);
        }
    }
    all
}

/// The fade that an income has itself.
fn own_fade<'c>(case: &'c Case, path: &str) -> Option<&'c Fade> {
    let funding = case.funding.iter().find(|funding| funding.path == path)?;
    match &funding.kind {
        Kind::Income(income) => income.fade.as_ref(),
        _ => None,
    }
}

/// "in month k = 0 .. n-1 from `from` it is (n-k)/(n+1) of what it would be, and then nothing".
pub fn faded(x: &[Exact], fade: Option<&Fade>) -> Exacts {
    let Some(Fade { from, months }) = fade else { return x.to_vec() };
    let left = |month: i64| match month - from {
        k if k < 0 => whole(1),
        k if k < *months => whole((months - k).into()) / whole((months + 1).into()),
        _ => whole(0),
    };
    (0..).zip(x).map(|(month, x)| if x.is_zero() { whole(0) } else { x * left(month) }).collect()
}

fn source_of(funding: &Funding) -> Option<&Source> {
    match &funding.kind {
        Kind::Income(income) | Kind::Equity(income) => Some(&income.source),
        Kind::Volunteered(source) => Some(source),
        Kind::Outcome(_) | Kind::Loan(_) => None,
    }
}

/// `S(m) = x(a) + ... + x(m)  exactly`; "Running totals begin at month 0".
pub fn running_totals(x: &[Exact]) -> Exacts {
    let mut total = whole(0);
    x.iter()
        .map(|x| {
            if !x.is_zero() {
                total += x;
            }
            total.clone()
        })
        .collect()
}

/// `accrual(m) = round2(S(m)) - round2(S(m-1))`
pub fn post(totals: &[Exact]) -> Postings {
    let mut before = 0;
    totals
        .iter()
        .map(|total| {
            let rounded = round2_up(total);
            let step = rounded - before;
            before = rounded;
            step
        })
        .collect()
}

/// "times (1 - deadweight)(1 - displacement)(1 - attribution)(1 - optimism_bias) (a burden: (1 +
/// optimism_bias), as a cost)"
fn net_share(effect: &Effect) -> Exact {
    let one = || whole(1);
    let bias = match effect.group {
        Group::Avoided | Group::Value => one() - &effect.optimism_bias,
        Group::Burden => one() + &effect.optimism_bias,
    };
    (one() - &effect.deadweight)
        * (one() - &effect.displacement)
        * (one() - &effect.attribution)
        * bias
}

/// The exact value of an avoided cost, value or burden in each month.
pub fn effect(effect: &Effect, case: &Case) -> Exacts {
    let gross = match &effect.lasts {
        None => passing_effect(effect, case),
        Some((months, drop_off)) => lasting_effect(effect, *months, drop_off, case),
    };
    let share = net_share(effect);
    gross.into_iter().map(|x| x * &share).collect()
}

/// "shifted by `lag`: the whole window moves, from a + lag to b + lag, the volume and season of
/// month m - lag with the index of month m."
fn passing_effect(effect: &Effect, case: &Case) -> Exacts {
    (0..case.months())
        .map(|m| {
            let amount = before_index(&effect.stream, case.start, m - effect.lag);
            if amount.is_zero() {
                return amount;
            }
            amount * index(&effect.stream.index, case.start, m)
        })
        .collect()
}

/// "the units of month j, q(j) = quantity x volume x season / months in `per` (once: quantity),
/// each save price x index(m) / 12 in month m, times (1 - drop_off)^((m - j) div 12), for j <= m <
/// j + L, and the lag moves all of that but the index."
fn lasting_effect(effect: &Effect, months: i64, drop_off: &Exact, case: &Case) -> Exacts {
    let stream = &effect.stream;
    let Unit::Priced { quantity, prices } = &stream.unit else {
        panic!("lasts needs a quantity and a price")
    };
    let reached: Exacts =
        (0..case.months()).map(|j| quantity * flow(stream, case.start, j)).collect();
    let kept = whole(1) - drop_off;
    let kept: Exacts = (0..months.min(case.months()))
        .map(|age| power(&kept, usize::try_from(age / 12).expect("an age")))
        .collect();
    (0..case.months())
        .map(|m| {
            let unlagged = m - effect.lag;
            let mut units = whole(0);
            for j in (unlagged - months + 1).max(0)..=unlagged {
                let reached = at(&reached, j).expect("not after m");
                if !reached.is_zero() {
                    units += reached * at(&kept, unlagged - j).expect("younger than L");
                }
            }
            if units.is_zero() {
                return units;
            }
            units * &prices[0] * index(&stream.index, case.start, m) / whole(12)
        })
        .collect()
}

/// "accrual = share x the exact cashable value of `of`, month by month from `from` to `until`, up
/// to `cap` a case year (on the exact values)", and what its fade leaves of that; with what facts
/// differ from it: "the cap of a case year is what its facts have left of it". "Of an entry that is
/// `off`, nothing."
pub fn outcome(
    path: &str,
    outcome: &Outcome,
    cashable: Option<&Exacts>,
    case: &Case,
) -> (Exacts, Postings) {
    let nothing = vec![whole(0); months(case)];
    let mut this_year = whole(0);
    let mut paid: Exacts = Vec::new();
    let mut differs: Postings = Vec::new();
    for (at, value) in cashable.unwrap_or(&nothing).iter().enumerate() {
        let month = i64::try_from(at).expect("a month");
        if month % 12 == 0 {
            this_year = whole(0);
        }
        let mut pays = whole(0);
        if month >= outcome.from && month <= outcome.until && !value.is_zero() {
            pays = &outcome.share * value;
            if let Some(cap) = &outcome.cap {
                pays = pays.min((cap - &this_year).max(whole(0)));
            }
            this_year += &pays;
        }
        paid.push(pays);
        let would = post(&running_totals(&faded(&paid, outcome.fade.as_ref())));
        let differed = case.fact(path, at).map_or(0, |fact| fact - would[at]);
        this_year += super::exact::euros(differed);
        differs.push(differed);
    }
    (faded(&paid, outcome.fade.as_ref()), differs)
}
