//! Streams: section 4 of the design, up to what is posted.

use std::collections::BTreeMap;

use super::calendar::CalendarMonth;
use super::case::{
    Case, Cost, Effect, Fade, Funding, Group, Kind, Life, Outcome, Per, Reserve, Source, Stream,
    Unit,
};
use super::exact::{Cents, Exact, power, round2, whole};

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
    /// quantity x volume x season / months in `per`, where it has a quantity.
    units: Option<Exacts>,
    pub once: bool,
    /// Whether it is a cost of dated amounts, or follows one: it counts as one that recurs.
    pub dated: bool,
    /// The entry's first month: blocks of payment count from it.
    pub start: i64,
    /// Its last month.
    pub end: i64,
    /// Of a `once` entry the months in which it is bought, renewals included.
    pub purchases: Vec<i64>,
    /// What a `once` entry is bought for, before its index, with all biases that its x(m) has.
    pub purchase: Exact,
    index: IndexOfEntry,
}

#[derive(Clone, Debug)]
struct IndexOfEntry(Vec<Exact>);

impl Course {
    pub fn index(&self, case: &Case, month: i64) -> Exact {
        index(&self.index.0, case.start, month)
    }

    /// "What follows or covers an entry that is `off` follows or covers nothing."
    fn nothing(case: &Case) -> Self {
        Self {
            x: vec![whole(0); months(case)],
            units: None,
            once: false,
            dated: false,
            start: 0,
            end: case.months() - 1,
            purchases: Vec::new(),
            purchase: whole(0),
            index: IndexOfEntry(Vec::new()),
        }
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
    let purchase = if once { unit(stream, stream.from) } else { whole(0) };
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
        start: stream.from,
        end: stream.until,
        purchases,
        purchase: purchase * factor,
        index: IndexOfEntry(stream.index.clone()),
    }
}

impl Reserve {
    /// What is set apart each month, not rounded.
    pub fn x(&self, case: &Case) -> Exacts {
        own_course(&self.stream, None, &whole(0), case).x
    }
}

/// "An entry with `of` has x(m) = price x index x (1 + optimism_bias) x the followed entry's units
/// in month m, or share x (1 + optimism_bias) x the followed entry's x(m)".
fn following_course(
    source: &Source,
    bias: &Exact,
    followed: Option<&Course>,
    quantity: &Exact,
    case: &Case,
) -> Course {
    let Some(followed) = followed else { return Course::nothing(case) };
    let factor = whole(1) + bias;
    match source {
        Source::Own(_) => panic!("follows nothing"),
        Source::Price { price, index: rates, .. } => {
            let units = followed.units.as_ref().expect("what is followed by price has units");
            Course {
                x: units
                    .iter()
                    .zip(0..)
                    .map(|(units, m)| price * index(rates, case.start, m) * &factor * units)
                    .collect(),
                units: None,
                purchase: price * quantity * &factor,
                index: IndexOfEntry(rates.clone()),
                ..followed.clone()
            }
        }
        Source::Share { share, .. } => Course {
            x: followed.x.iter().map(|x| share * &factor * x).collect(),
            units: None,
            purchase: share * &factor * &followed.purchase,
            ..followed.clone()
        },
    }
}

/// The courses of all costs and all income, in kind and equity included, by path.
pub fn courses(case: &Case) -> BTreeMap<String, Course> {
    let sources: Vec<(&str, &Source, Option<&Cost>)> = case
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
    let mut quantities = BTreeMap::new();
    for (path, source, cost) in &sources {
        if let Source::Own(stream) = source {
            all.insert((*path).to_owned(), own_course(stream, *cost, &bias(*cost), case));
            if let Unit::Priced { quantity, .. } = &stream.unit {
                quantities.insert((*path).to_owned(), quantity.clone());
            }
        }
    }
    // What is followed has no `of` of its own, so one more round is enough.
    for (path, source, cost) in &sources {
        if let Source::Price { of, .. } | Source::Share { of, .. } = source {
            let quantity = quantities.get(of).cloned().unwrap_or_else(|| whole(0));
            let mut course = following_course(source, &bias(*cost), all.get(of), &quantity, case);
            // "What follows an income that fades fades along, but for what has a `fade` itself".
            if own_fade(case, path).is_none() {
                course.x = faded(&course.x, own_fade(case, of));
            }
            all.insert((*path).to_owned(), course);
        }
    }
    // "What follows it keeps its amounts, ... as if it were not sold": so all are made first.
    for cost in &case.costs {
        if let (Some((sold, _)), Some(course)) = (cost.sold_within(case), all.get_mut(&cost.path)) {
            let first = course.start;
            course.purchases.retain(|&bought| bought < sold || bought == first);
            for (month, x) in (0..).zip(&mut course.x) {
                if month >= sold && month != first {
                    *x = whole(0);
                }
            }
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
            let rounded = round2(total);
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
/// to `cap` a case year (on the exact values)". "Of an entry that is `off`, nothing."
pub fn outcome(outcome: &Outcome, cashable: Option<&Exacts>, case: &Case) -> Exacts {
    let Some(cashable) = cashable else { return vec![whole(0); months(case)] };
    let mut this_year = whole(0);
    let mut paid = Vec::new();
    for (month, value) in (0..).zip(cashable) {
        if month % 12 == 0 {
            this_year = whole(0);
        }
        let mut pays = whole(0);
        if month >= outcome.from && month <= outcome.until && !value.is_zero() {
            pays = &outcome.share * value;
            if let Some(cap) = &outcome.cap {
                pays = pays.min(cap - &this_year);
            }
            this_year += &pays;
        }
        paid.push(pays);
    }
    paid
}
