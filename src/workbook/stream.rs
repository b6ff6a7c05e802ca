//! An entry's stream as formulas: whole cents and part of a cent by year, running totals by month.
//!
//! Binary floats miss exact half cents, and 43% of real streams have one. So what one month comes to
//! is kept as whole cents and as part of a cent, all sums are of whole numbers below 10^14, and only
//! the part is rounded, to nine decimals, where it is added up.

use super::book::{Book, Row, SheetId};
use super::formula::{Formula, REACH};
use super::input::{Inputs, Scaled, item, power_of, under};
use super::number::Number;
use crate::calendar::Horizon;
use crate::case::{Index, Investment, Recurring, Stream, Timing, Unit};
use crate::document::{Table, Value as Written};
use crate::money::Amount;
use crate::reading::group::{table_at, text_at};
use crate::stream::purchases;
use crate::words::{Key, NumberKind, Word};
use rust_decimal::Decimal;

/// What is being made: the book with its inputs, and the sheets that nobody reads.
#[derive(Debug)]
pub struct Bench<'a> {
    /// The book.
    pub book: Book,
    /// Its inputs.
    pub inputs: Inputs,
    /// The file, with all that is laid over it.
    pub root: &'a Table,
    /// The months that are looked at.
    pub horizon: Horizon,
    /// What entries come to in a year.
    pub years: SheetId,
    /// What they come to by month.
    pub months: SheetId,
    /// Instalments of loans.
    pub loans: SheetId,
    /// What nobody reads about the inputs.
    pub hidden: SheetId,
    /// Of each stream one while no number of it is too large to be reckoned with.
    pub reach: Vec<Formula>,
    /// Whether all that is typed can be reckoned with.
    pub sound: Formula,
}

/// Cents with what comes on top of them, a part of a cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Whole cents.
    pub cents: Formula,
    /// What comes on top.
    pub part: Formula,
}

/// What each cell of a row of years begins with.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its first month.
    pub first: usize,
    /// What has been counted of its rate by the end of each of its months, before it is divided.
    pub weights: Vec<Formula>,
    /// What a weight of one comes to, times the divisor.
    pub rate: Money,
}

/// What an entry comes to: months of one rate, one after another.
#[derive(Clone, Debug)]
pub struct Amounts {
    /// Its segments, in order.
    pub segments: Vec<Segment>,
    /// By what the weights are divided.
    pub over: Formula,
}

/// A running total at the end of each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// In whole cents, rounded once.
    pub cents: Vec<Formula>,
    /// What the exact total lies above that, in cents.
    pub beside: Vec<Formula>,
}

/// A factor: a whole number over a power of ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    whole: Formula,
    decimals: u32,
}

/// Where the numbers of a stream stand in the file.
#[derive(Clone, Debug)]
pub struct Named<'a> {
    /// The entry whose units it has, and whose timing.
    pub timing: String,
    /// The entry whose price, and index, it has.
    pub price: String,
    /// What it is.
    pub stream: &'a Stream,
    /// Whether it is an investment that is bought again.
    pub investment: Option<Investment>,
    /// What it is multiplied by.
    pub factors: Vec<Factor>,
}

impl Factor {
    /// So much of it.
    pub fn share(of: Scaled) -> Self {
        Self { whole: of.whole, decimals: of.decimals }
    }

    /// `1 + rate`.
    pub fn more(rate: Scaled) -> Self {
        Self { whole: Formula::from(power_of(rate.decimals)) + rate.whole, decimals: rate.decimals }
    }

    fn is_one(&self) -> bool {
        self.whole == Formula::from(power_of(self.decimals))
    }
}

impl Money {
    /// Nothing.
    pub fn nothing() -> Self {
        Self { cents: Formula::ZERO, part: Formula::ZERO }
    }

    /// It times a factor, in the next two cells of a row.
    #[must_use]
    pub fn times(&self, factor: &Factor, book: &mut Book, row: &mut Row) -> Self {
        if factor.is_one() {
            return self.clone();
        }
        let over = Formula::from(power_of(factor.decimals));
        let product = self.cents.clone() * factor.whole.clone();
        let rest = match &product {
            Formula::Number(Number::Whole(whole)) => {
                let of = Number::Whole(*whole).modulo(&power_of(factor.decimals));
                Formula::from(of.unwrap_or(Number::ZERO))
            }
            other => other.clone().modulo(over.clone()),
        };
        let part = exactly(rest, &over) + exactly(self.part.clone() * factor.whole.clone(), &over);
        Self { cents: book.keep(row, exactly(product, &over).int()), part: book.keep(row, part) }
    }
}

/// A quotient; of two numbers the number.
fn exactly(of: Formula, over: &Formula) -> Formula {
    match (&of, over) {
        (Formula::Number(one), Formula::Number(two)) => {
            one.over(two).map_or(Formula::ZERO, Formula::Number)
        }
        _ => of / over.clone(),
    }
}

impl Running {
    /// Nothing in any month.
    pub fn nothing(months: usize) -> Self {
        Self { cents: vec![Formula::ZERO; months], beside: vec![Formula::ZERO; months] }
    }

    /// What stands in the month with this number; before the first of them nothing.
    pub fn at(&self, month: Option<usize>) -> (Formula, Formula) {
        let of = |all: &[Formula]| {
            month.and_then(|month| all.get(month)).cloned().unwrap_or(Formula::ZERO)
        };
        (of(&self.cents), of(&self.beside))
    }

    /// Goes on as it stands until a month; the number of months that it does so.
    fn stay(&mut self, (cents, beside): &(Formula, Formula), until: usize) -> usize {
        let idle = until.saturating_sub(self.cents.len());
        self.cents.resize(self.cents.len() + idle, cents.clone());
        self.beside.resize(self.beside.len() + idle, beside.clone());
        idle
    }

    /// What comes in a month: the step of the running total.
    pub fn step(&self, month: usize) -> Formula {
        self.at(Some(month)).0 - self.at(month.checked_sub(1)).0
    }
}

impl Amounts {
    /// Its running totals, in three rows.
    pub fn running(&self, bench: &mut Bench<'_>) -> Running {
        let months = bench.horizon.months();
        let mut running = Running::nothing(0);
        let [mut parts, mut totals, mut besides] = [0; 3].map(|_| bench.book.row(bench.months));
        let mut sums = bench.book.row(bench.years);
        let mut so_far = Money::nothing();
        let mut last = (Formula::ZERO, Formula::ZERO);
        for segment in &self.segments {
            let idle = running.stay(&last, segment.first);
            for row in [&mut parts, &mut totals, &mut besides] {
                row.skip_many(idle);
            }
            for weight in &segment.weights {
                let whole = so_far.cents.clone() + weight.clone() * segment.rate.cents.clone();
                let part = so_far.part.clone() + weight.clone() * segment.rate.part.clone();
                let book = &mut bench.book;
                let part = match part {
                    Formula::Number(part) => Formula::from(part.round(9)),
                    part => book.keep(&mut parts, part.round(9)),
                };
                let total = Formula::half_up(whole.clone(), &part, &self.over);
                let total = book.keep(&mut totals, total);
                let beside = whole - self.over.clone() * total.clone() + part;
                let beside = book.keep(&mut besides, exactly(beside, &self.over));
                last = (total, beside);
                running.cents.push(last.0.clone());
                running.beside.push(last.1.clone());
            }
            if let Some(weight) = segment.weights.last() {
                let Money { cents, part } = &segment.rate;
                let (cents, part) = (
                    so_far.cents + weight.clone() * cents.clone(),
                    so_far.part + weight.clone() * part.clone(),
                );
                so_far = Money {
                    cents: bench.book.keep(&mut sums, cents),
                    part: bench.book.keep(&mut sums, part),
                };
            }
        }
        running.stay(&last, months);
        self.keep_within_reach(&last.0, bench);
        running
    }

    /// Nothing that is divided may be too large: the last total times its divisor, and a rate times
    /// the numerator of a factor of its next year.
    fn keep_within_reach(&self, total: &Formula, bench: &mut Bench<'_>) {
        let rates = self.segments.iter().map(|segment| segment.rate.cents.clone());
        let factor = Formula::from(power_of(bench.inputs.finest())) * 2;
        bench.keep_within_reach(Formula::most(rates) * factor);
        bench.keep_within_reach(total.clone() * 2 * self.over.clone());
    }

    /// The same times a factor.
    #[must_use]
    pub fn times(&self, factor: &Factor, bench: &mut Bench<'_>) -> Self {
        let mut row = bench.book.row(bench.years);
        let mut before: Option<(Money, Money)> = None;
        let segments = self.segments.iter().map(|segment| {
            let rate = match &before {
                Some((rate, product)) if *rate == segment.rate => product.clone(),
                _ => segment.rate.times(factor, &mut bench.book, &mut row),
            };
            before = Some((segment.rate.clone(), rate.clone()));
            Segment { rate, ..segment.clone() }
        });
        let segments = segments.collect();
        Self { segments, over: self.over.clone() }
    }
}

impl Bench<'_> {
    /// Notes that a number may never be too large to be divided.
    pub fn keep_within_reach(&mut self, number: Formula) {
        if number.looks_somewhere() {
            let mut row = self.book.row(self.hidden);
            let within = self.book.keep(&mut row, number.below(REACH).then(1, 0));
            self.reach.push(within);
        }
    }

    /// What a stream comes to; nothing where it is of a sort that formulas do not reckon.
    pub fn amounts(&mut self, named: &Named<'_>) -> Amounts {
        match &named.stream.timing {
            Timing::Recurring(recurring) => self.recurring(named, recurring),
            Timing::Once { on } => {
                let bought = purchases(self.horizon, *on, named.investment);
                let months: Vec<_> = bought.map(|month| (0, month)).collect();
                self.pulses(named, &months)
            }
            Timing::Dated(dated) => {
                let coming = dated.coming();
                let months: Vec<_> =
                    coming.map(|(place, on)| (place, self.horizon.number(on))).collect();
                self.pulses(named, &months)
            }
        }
    }

    /// What comes all of it in one month, or in several.
    fn pulses(&mut self, named: &Named<'_>, months: &[(usize, i32)]) -> Amounts {
        let mut row = self.book.row(self.years);
        let mut walk = Walk::default();
        let mut segments = Vec::new();
        for &(place, month) in months {
            let Ok(first) = usize::try_from(month) else { continue };
            if first >= self.horizon.months() {
                continue;
            }
            let rate = self.rate(named, &mut walk, (place, None), self.new_years(first), &mut row);
            segments.push(Segment { first, weights: vec![1.into()], rate });
        }
        Amounts { segments, over: 1.into() }
    }

    /// The price of something that is bought once in the last month.
    pub fn price_at_the_end(&mut self, named: &Named<'_>) -> Money {
        let mut row = self.book.row(self.years);
        let last = self.new_years(self.horizon.months().saturating_sub(1));
        self.rate(named, &mut Walk::default(), (0, None), last, &mut row)
    }

    /// How many New Years have passed by a month.
    fn new_years(&self, month: usize) -> usize {
        let month = i32::try_from(month).unwrap_or(i32::MAX);
        let year = self.horizon.month(month).year() - self.horizon.start.year();
        usize::try_from(year).unwrap_or(0)
    }

    fn recurring(&mut self, named: &Named<'_>, recurring: &Recurring) -> Amounts {
        let end = self.horizon.months();
        let number = |month: i32| usize::try_from(month).unwrap_or(0).min(end);
        let first = number(self.horizon.number(recurring.from));
        let after = number(self.horizon.number(recurring.until) + 1);
        let season = self.season(named, recurring);
        let mut row = self.book.row(self.years);
        let mut weighed = self.book.row(self.months);
        (0..first).for_each(|_| weighed.skip());
        let (mut walk, mut segments): (Walk, Vec<Segment>) = (Walk::default(), Vec::new());
        let mut month = first;
        while month < after {
            let (year, new_years) = ((month - first) / 12, self.new_years(month));
            let last = (month..after)
                .take_while(|&it| (it - first) / 12 == year && self.new_years(it) == new_years);
            let count = last.count();
            let rate = self.rate(named, &mut walk, (year, Some(recurring)), new_years, &mut row);
            let begins = match segments.last() {
                Some(before) if before.rate == rate => segments.pop(),
                _ => None,
            };
            let (from, mut weights) = match begins {
                Some(before) => (before.first, before.weights),
                None => (month, Vec::new()),
            };
            for it in month..month + count {
                let so_far = weights.last().cloned().unwrap_or(Formula::ZERO);
                weights.push(match &season {
                    None => so_far + 1,
                    Some(season) => {
                        let weight = season.weight(self.horizon, it);
                        self.book.keep(&mut weighed, so_far + weight)
                    }
                });
            }
            segments.push(Segment { first: from, weights, rate });
            month += count;
        }
        let over = match season {
            None => i128::from(recurring.per.months()).into(),
            Some(season) => season.over,
        };
        Amounts { segments, over }
    }

    fn season(&mut self, named: &Named<'_>, recurring: &Recurring) -> Option<Season> {
        let weights = recurring.season.as_ref()?;
        let mut row = self.book.row(self.years);
        let kind = NumberKind::Weight;
        let scaled: Vec<_> = (0..12)
            .zip(weights.iter())
            .map(|(place, weight)| {
                self.inputs.scaled(&item(&named.timing, Key::Season, place), kind, *weight)
            })
            .collect();
        let finest = scaled.iter().map(|it| it.decimals).max().unwrap_or(0);
        let weights: Vec<_> = scaled
            .into_iter()
            .map(|it| {
                let finer = it.whole * Formula::from(power_of(finest - it.decimals));
                self.book.keep(&mut row, finer)
            })
            .collect();
        let over = self.book.keep(&mut row, Formula::sum(weights.iter().cloned()));
        let times = 12 / recurring.per.months();
        Some(Season { weights, times: times.into(), over })
    }

    /// What a weight of one comes to in an entry's own year after so many New Years.
    fn rate(
        &mut self,
        named: &Named<'_>,
        walk: &mut Walk,
        (year, recurring): (usize, Option<&Recurring>),
        new_years: usize,
        row: &mut Row,
    ) -> Money {
        let place = place_of(&named.stream.unit, year);
        if walk.begun.as_ref().is_none_or(|begun| begun.place != place) {
            let mut money = self.unit(named, place, row);
            for factor in &named.factors {
                money = money.times(factor, &mut self.book, row);
            }
            walk.begun = Some(Begun { place, year: 0, new_years: 0, money });
        }
        let Some(begun) = &mut walk.begun else { return Money::nothing() };
        while begun.year < year {
            begun.year += 1;
            if let Some(recurring) =
                recurring.filter(|it| !is_plain(&it.growth.0, named, self.root))
            {
                let path = under(&named.timing, Key::Growth);
                let rate = self.inputs.scaled(&path, NumberKind::Growth, recurring.growth.0);
                begun.money = begun.money.times(&Factor::more(rate), &mut self.book, row);
            }
        }
        while begun.new_years < new_years {
            if let Some(rate) = self.price_rise(&named.price, &named.stream.index, begun.new_years)
            {
                begun.money = begun.money.times(&Factor::more(rate), &mut self.book, row);
            }
            begun.new_years += 1;
        }
        let money = begun.money.clone();
        match recurring.and_then(|recurring| recurring.ramp.get(year)) {
            Some(share) => {
                let path = item(&named.timing, Key::Ramp, year);
                let share = self.inputs.scaled(&path, NumberKind::Share, share.0);
                money.times(&Factor::share(share), &mut self.book, row)
            }
            None => money,
        }
    }

    /// The unit at a place of its list: an amount, or units at a price.
    fn unit(&mut self, named: &Named<'_>, place: usize, row: &mut Row) -> Money {
        let amount = |bench: &mut Self, path: &str, Amount(amount): Amount| Money {
            cents: bench.inputs.scaled(path, NumberKind::Amount, amount).whole,
            part: Formula::ZERO,
        };
        match &named.stream.unit {
            Unit::Amount(one) => amount(self, &under(&named.price, Key::Amount), *one),
            Unit::Amounts(all) => {
                let path = match &named.stream.timing {
                    Timing::Dated(dated) => {
                        let month = dated.months.get(place);
                        let month = month.map(ToString::to_string).unwrap_or_default();
                        format!("{}.{month}", under(&named.price, Key::At))
                    }
                    Timing::Once { .. } | Timing::Recurring(_) => {
                        item(&named.price, Key::Amounts, place)
                    }
                };
                let one = all.get(place).or(all.last()).copied().unwrap_or_default();
                amount(self, &path, one)
            }
            Unit::Priced { quantity, price } => {
                let path = under(&named.price, Key::Price);
                self.priced(named, quantity.0, (&path, price.0), row)
            }
            Unit::PricedByYear { quantity, prices } => {
                let price = prices.get(place).or(prices.last()).copied().unwrap_or_default();
                let path = item(&named.price, Key::Prices, place);
                self.priced(named, quantity.0, (&path, price.0), row)
            }
        }
    }

    /// `quantity x price`.
    fn priced(
        &mut self,
        named: &Named<'_>,
        quantity: Decimal,
        (path, price): (&str, Decimal),
        row: &mut Row,
    ) -> Money {
        let units = under(&named.timing, Key::Quantity);
        let units = self.inputs.scaled(&units, NumberKind::Quantity, quantity);
        let price = self.inputs.scaled(path, NumberKind::Price, price);
        // Both have two decimals at least, and a cent is the second of them.
        let decimals = (units.decimals + price.decimals).saturating_sub(2);
        self.keep_within_reach(price.whole.clone() * units.whole.clone());
        let whole = Money { cents: price.whole, part: Formula::ZERO };
        whole.times(&Factor { whole: units.whole, decimals }, &mut self.book, row)
    }

    /// By how much prices rise in the year after so many New Years; nothing where they never do.
    pub fn price_rise(&mut self, entry: &str, index: &Index, year: usize) -> Option<Scaled> {
        let rate = index.0.get(year).or(index.0.last())?;
        let (path, length) = index_path(self.root, entry, Key::Index)?;
        let path = match length {
            Some(length) => format!("{path}.{}", year.min(length.saturating_sub(1)) + 1),
            None => path,
        };
        Some(self.inputs.scaled(&path, NumberKind::Growth, rate.0))
    }
}

/// Whether nothing grows, and nobody wrote that it does.
fn is_plain(growth: &Decimal, named: &Named<'_>, root: &Table) -> bool {
    growth.is_zero() && entry_at(root, &named.timing).is_none_or(|it| !it.has(Key::Growth))
}

/// The table of an entry.
fn entry_at<'a>(root: &'a Table, entry: &str) -> Option<&'a Table> {
    let (group, id) = entry.split_once('.')?;
    table_at(table_at(root, group)?, id)
}

/// Where the rates of an index stand, and how many there are where that is a list.
pub fn index_path(root: &Table, entry: &str, key: Key) -> Option<(String, Option<usize>)> {
    let table = match entry.split_once('.') {
        Some(_) => entry_at(root, entry)?,
        None => table_at(root, entry)?,
    };
    let node = &table.0.get(key.spelled())?.node;
    let rates = table_at(root, Key::Rate.spelled());
    let named = match &node.value {
        Written::Text(name) => rates.and_then(|rates| Some((name, rates.0.get(name)?))),
        _ => None,
    };
    let (path, value) = match named {
        Some((name, item)) => (format!("{}.{name}", Key::Rate.spelled()), &item.node.value),
        None => (under(entry, key), &node.value),
    };
    let length = match value {
        Written::List(list) => Some(list.len()),
        _ => None,
    };
    Some((path, length))
}

/// Where the bias of an entry stands: with the entry, or under its name.
pub fn bias_path(root: &Table, entry: &str) -> String {
    let own = entry_at(root, entry).and_then(|entry| text_at(entry, Key::OptimismBias));
    let named = own.filter(|name| table_at(root, Key::Bias).is_some_and(|all| all.has(*name)));
    match named {
        Some(name) => under(&format!("{}.{name}", Key::Bias), Key::Share),
        None => under(entry, Key::OptimismBias),
    }
}

/// At which place of its list the unit of an entry's own year stands.
fn place_of(unit: &Unit, year: usize) -> usize {
    match unit {
        Unit::Amount(_) | Unit::Priced { .. } => 0,
        Unit::Amounts(all) => year.min(all.len().saturating_sub(1)),
        Unit::PricedByYear { prices, .. } => year.min(prices.len().saturating_sub(1)),
    }
}

/// How far a stream has been followed through the years.
#[derive(Default)]
struct Walk {
    begun: Option<Begun>,
}

struct Begun {
    place: usize,
    year: usize,
    new_years: usize,
    money: Money,
}

/// How a year is spread over its months.
struct Season {
    weights: Vec<Formula>,
    times: i128,
    over: Formula,
}

impl Season {
    fn weight(&self, horizon: Horizon, month: usize) -> Formula {
        let month = i32::try_from(month).unwrap_or(i32::MAX);
        let of_year = horizon.month(month).of_year() - 1;
        let weight = usize::try_from(of_year).ok().and_then(|place| self.weights.get(place));
        weight.cloned().unwrap_or(Formula::ZERO) * self.times
    }
}
