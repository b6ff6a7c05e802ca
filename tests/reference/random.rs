//! Random valid cases as TOML text: every key and kind of the format, in all lawful combinations.
//!
//! The amounts are chosen to be awkward rather than likely: halves of cents, a few cents a year,
//! prices with five decimals. The same seed gives the same case on any machine.

use std::fmt::Write;

use super::calendar::CalendarMonth;
use super::random_bills;

/// `SplitMix64`: small, and its results never change with a crate's version.
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// `low..=high`
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).expect("low is not above high");
        low + i64::try_from(self.next() % width).expect("below the width")
    }

    pub fn percent(&mut self, chance: i64) -> bool {
        self.between(0, 99) < chance
    }

    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let last = i64::try_from(choices.len()).expect("a short list") - 1;
        choices[usize::try_from(self.between(0, last)).expect("a position")]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.between(0, i64::try_from(last).expect("a short list"));
            items.swap(last, usize::try_from(other).expect("a position"));
        }
    }
}

/// A table of the file and its lines.
struct Table {
    header: String,
    lines: Vec<String>,
}

impl Table {
    fn new(header: String) -> Self {
        Self { header, lines: Vec::new() }
    }

    /// `key = value`, the value as TOML writes it.
    fn set(&mut self, key: &str, value: impl AsRef<str>) {
        self.lines.push(format!("{key} = {}", value.as_ref()));
    }

    fn text(&mut self, key: &str, value: &str) {
        self.set(key, quoted(value));
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// What another entry may follow or cover.
#[derive(Clone)]
struct Followable {
    path: String,
    has_units: bool,
    once: bool,
    /// Whether its amounts are dated, or those of what it follows.
    dated: bool,
    /// The month in which it is bought, or the last of what it follows.
    bought: i64,
}

struct Maker {
    dice: Dice,
    /// The first month, counted from January of the year 0.
    start: i64,
    months: i64,
    /// Is the work done at the end?
    ends: bool,
    /// What the costs of a year are about, in cents.
    budget: i64,
    parties: Vec<&'static str>,
    rates: Vec<&'static str>,
    /// Does it name the built-in price list, and a bias?
    lists: bool,
    biases: bool,
    tables: Vec<Table>,
    costs: Vec<String>,
    followable: Vec<Followable>,
}

const PARTIES: [&str; 5] = ["gemeente", "fund", "residents", "insurer", "province"];
/// Prices before, within and after the years of the index.
const LISTED: [&str; 7] = [
    "nl.emergency",
    "nl.gp",
    "nl.household_help",
    "nl.assault",
    "nl.eviction_housing",
    "nl.from_benefit",
    "nl.debt_counselling",
];

/// Whether an entry may take a price from a list.
fn takes_listed(header: &str) -> bool {
    ["cost.", "avoided.", "value.", "burden."].into_iter().any(|group| header.starts_with(group))
}

const ADVICE: [&str; 5] = ["dscr", "dependence", "payers", "public_return", "social_return"];

/// The case that belongs to a seed.
pub fn case(seed: u64) -> String {
    let mut dice = Dice(seed);
    if dice.percent(1) {
        return many_requests(&mut dice);
    }
    if dice.percent(16) {
        return random_bills::case(&mut dice);
    }
    let years = match dice.between(0, 99) {
        0 => dice.between(20, 50),
        1..=5 => dice.between(7, 20),
        _ => dice.between(1, 6),
    };
    let first_month = if dice.percent(50) { 0 } else { dice.between(0, 11) };
    let mut maker = Maker {
        start: dice.between(2020, 2031) * 12 + first_month,
        months: 12 * years,
        ends: false,
        budget: dice.pick(&[6, 300, 5_000, 100_000, 100_000, 6_000_000, 6_000_000]),
        parties: Vec::new(),
        rates: Vec::new(),
        lists: false,
        biases: false,
        tables: Vec::new(),
        costs: Vec::new(),
        followable: Vec::new(),
        dice,
    };
    let head = maker.head(years);
    maker.rates();
    maker.bias_table();
    maker.parties();
    maker.entries();
    maker.around();
    maker.write(&head)
}

/// Thirteen or fourteen requests of which about half are needed: more sets than are tried.
fn many_requests(dice: &mut Dice) -> String {
    let mut text = String::from(
        "format = 1\n[case]\nname = \"Many requests\"\nstart = \"2027-01\"\nyears = 1\n\n",
    );
    let count = dice.between(13, 14);
    let needed = dice.between(5, 9);
    writeln!(text, "[cost.roof]\namount = {}\nper = \"once\"\n", needed * 100).expect("a string");
    for number in 0..count {
        let amount = if dice.percent(50) { 100 } else { dice.between(80, 130) };
        writeln!(
            text,
            "[funding.gift_{number}]\nkind = \"donation\"\namount = {amount}\non = \"2027-01\"\n"
        )
        .expect("a string");
    }
    text
}

/// Cents as a number of euros, in one of the ways in which TOML writes it.
fn euros(dice: &mut Dice, cents: i64) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    if rest != 0 {
        if rest % 10 == 0 && dice.percent(50) {
            return format!("{whole}.{}", rest / 10);
        }
        return format!("{whole}.{rest:02}");
    }
    match dice.between(0, 9) {
        0 => format!("{whole}.00"),
        1 => format!("{whole}.0"),
        2 | 3 if whole >= 1_000 => format!("{}_{:03}", whole / 1_000, whole % 1_000),
        _ => format!("{whole}"),
    }
}

fn length(dice: &mut Dice, months: i64) -> String {
    if months % 12 == 0 && months > 0 && dice.percent(70) {
        let years = months / 12;
        return quoted(&format!("{years} year{}", if years == 1 { "" } else { "s" }));
    }
    quoted(&format!("{months} month{}", if months == 1 { "" } else { "s" }))
}

impl Maker {
    fn month(&self, number: i64) -> String {
        let month = self.start + number;
        quoted(&format!("{:04}-{:02}", month / 12, month % 12 + 1))
    }

    /// About so many cents; now and then halves and thirds of a cent a month are sure to come.
    fn cents(&mut self, about: i64) -> i64 {
        let about = about.max(2);
        match self.dice.between(0, 9) {
            0 => self.dice.pick(&[6, 18, 30, 100_000, 5_000, 1]).min(about * 2),
            1..=3 => (self.dice.between(about / 2, about * 3 / 2) / 100 * 100).max(1),
            _ => self.dice.between(about / 2, about * 3 / 2),
        }
    }

    /// An amount as it may stand in the file: now and then a range or pro memorie.
    fn amount(&mut self, about: i64) -> String {
        let cents = self.cents(about);
        match self.dice.between(0, 49) {
            0 => quoted("pm"),
            1 | 2 => {
                let low = euros(&mut self.dice, cents / 2);
                let likely = euros(&mut self.dice, cents);
                let high = euros(&mut self.dice, cents * 2 + 1);
                self.range(&low, &likely, &high)
            }
            _ => euros(&mut self.dice, cents),
        }
    }

    fn range(&mut self, low: &str, likely: &str, high: &str) -> String {
        let more = self.dice.pick(&[
            "",
            "",
            ", shape = \"pert\"",
            ", shape = \"triangular\"",
            ", moves_with = \"prices\"",
        ]);
        format!("{{ low = {low}, likely = {likely}, high = {high}{more} }}")
    }

    /// A price of about so many cents, with up to six decimals (three would look like thousands).
    fn price(&mut self, cents: i64) -> String {
        let cents = self.dice.between(cents / 2, cents * 3 / 2).max(1);
        match self.dice.between(0, 9) {
            0 => quoted("pm"),
            1 | 2 => format!("{}.{:02}{:02}", cents / 100, cents % 100, self.dice.between(0, 99)),
            3 => format!("{}.{:02}{:03}", cents / 100, cents % 100, self.dice.between(0, 999)),
            4 => format!("{}.{:02}{:04}", cents / 100, cents % 100, self.dice.between(0, 9_999)),
            5 => format!("{}.{:02}125", cents / 100, cents % 100),
            6 => {
                let low = euros(&mut self.dice, cents / 3);
                let likely = euros(&mut self.dice, cents);
                let high = euros(&mut self.dice, cents * 3 + 1);
                self.range(&low, &likely, &high)
            }
            _ => euros(&mut self.dice, cents),
        }
    }

    /// A percentage between two whole ones.
    fn percentage(&mut self, low: i64, high: i64) -> String {
        // In hundredths of a percent.
        let (low, high) = (low * 100, high * 100);
        let value = match self.dice.between(0, 5) {
            0 => low,
            1 => high,
            2 => self.dice.between(low, high),
            3 => self.dice.between(low, high) / 50 * 50,
            _ => self.dice.between(low, high) / 100 * 100,
        };
        let text = percent_text(value);
        if self.dice.percent(3) && low < value && value < high {
            let (low, high) = (percent_text(low), percent_text(high));
            return self.range(&low, &text, &high);
        }
        text
    }

    fn head(&mut self, years: i64) -> Table {
        let mut head = Table::new("case".to_owned());
        let name = self.dice.pick(&["Buurtkeuken", "Café 't Hoekje", "De Wijk, \\\"samen\\\""]);
        head.text("name", name);
        let start = self.month(0);
        head.set("start", start);
        if years != 10 || self.dice.percent(50) {
            head.set("years", years.to_string());
        }
        let foreign = self.dice.percent(20);
        if foreign {
            let currency = self.dice.pick(&["EUR", "GBP", "SEK"]);
            head.text("currency", currency);
        }
        self.lists = !foreign && self.dice.percent(30);
        if self.lists {
            head.set("prices", self.dice.pick(&["\"nl\"", "[\"nl\"]"]));
            if self.dice.percent(60) {
                let later = self.percentage(-2, 5);
                head.set("prices_later", later);
            }
        }
        self.ends = self.dice.percent(25);
        if self.ends || self.dice.percent(3) {
            head.set("ends", self.ends.to_string());
        }
        if self.dice.percent(75) {
            let most = self.dice.pick(&[self.budget / 5, self.budget * 2, self.budget * 6]);
            let cents = self.dice.between(0, most);
            head.set("opening_cash", euros(&mut self.dice, cents));
        }
        if self.dice.percent(70) {
            // 25%, -20%, 100% and 56.25% have factors that end, so that ties are possible; 21%,
            // 44% and 56.25% have a root.
            let rates = [
                "0%", "2.25%", "3%", "25%", "-20%", "100%", "56.25%", "21%", "44%", "-36%", "7.5%",
            ];
            let rate = self.dice.pick(&rates);
            head.text("discount_rate", rate);
        }
        if self.dice.percent(35) {
            let rates = ["2%", "25%", "-20%", "0%", "1.5%", "100%"];
            let count = self.dice.pick(&[1, 1, 2, 3]);
            let rates: Vec<_> = (0..count).map(|_| quoted(self.dice.pick(&rates))).collect();
            let one = count == 1;
            head.set(
                "inflation",
                if one { rates.concat() } else { format!("[{}]", rates.join(", ")) },
            );
        }
        if self.dice.percent(75) {
            let discounting = self.dice.pick(&["start", "mid", "end"]);
            head.text("discounting", discounting);
        }
        if self.dice.percent(20) {
            let language = self.dice.pick(&["nl", "en"]);
            head.text("language", language);
            head.text("source", "Annual accounts 2026");
        }
        if self.dice.percent(5) {
            head.set("story", "\"\"\"Why this exists,\nin the words of those who do it.\"\"\"");
        }
        head
    }

    fn rates(&mut self) {
        if self.dice.percent(40) {
            return;
        }
        let mut table = Table::new("rate".to_owned());
        for name in ["wages", "prices"] {
            if self.dice.percent(50) {
                let rate = self.percentage(-3, 6);
                table.set(name, rate);
            } else {
                let count = self.dice.between(1, 4);
                let rates: Vec<String> = (0..count).map(|_| self.percentage(-3, 6)).collect();
                table.set(name, format!("[{}]", rates.join(", ")));
            }
            self.rates.push(name);
        }
        self.tables.push(table);
    }

    fn bias_table(&mut self) {
        self.biases = self.dice.percent(15);
        if self.biases {
            let mut table = Table::new("bias.quotes".to_owned());
            let share = self.percentage(0, 30);
            table.set("share", share);
            if self.dice.percent(50) {
                table.text("source", "Evaluation 2025");
            }
            self.tables.push(table);
        }
    }

    fn parties(&mut self) {
        let count = usize::try_from(self.dice.between(1, 5)).expect("a few");
        let mut ids = PARTIES;
        self.dice.shuffle(&mut ids);
        for id in &ids[..count] {
            let mut table = Table::new(format!("party.{id}"));
            if self.dice.percent(50) {
                match id.len() % 2 {
                    0 => table.text("name", &format!("De {id}")),
                    _ => table.set("name", format!("{{ nl = \"De {id}\", en = \"The {id}\" }}")),
                }
            }
            if self.dice.percent(60) {
                let public = self.dice.percent(85);
                table.set("public", public.to_string());
            }
            self.parties.push(id);
            self.tables.push(table);
        }
    }

    fn party(&mut self) -> &'static str {
        let parties = self.parties.clone();
        self.dice.pick(&parties)
    }

    fn entries(&mut self) {
        let costs = self.dice.between(1, 3);
        for number in 0..costs {
            self.recurring_cost(number, self.budget / costs);
        }
        for number in 0..self.dice.between(0, 2) {
            self.once_cost(number);
        }
        let avoided = self.dice.between(0, 2);
        for number in 0..avoided {
            self.effect("avoided", number);
        }
        let mut achieved: Vec<String> = Vec::new();
        for number in 0..avoided {
            let path = if self.dice.percent(30) { "avoided." } else { "" };
            achieved.push(format!("{path}effect_{number}"));
        }
        for (group, chance) in [("value", 45), ("burden", 25)] {
            if self.dice.percent(chance) {
                self.effect(group, 0);
                if group == "value" {
                    achieved.push("value.effect_0".to_owned());
                }
            }
        }
        let incomes = self.dice.between(1, 5);
        let percent = self.dice.pick(&[70, 120, 250, 400, 600]);
        for number in 0..incomes {
            let about = (self.budget * percent / 100 / incomes).max(2);
            if !achieved.is_empty() && self.dice.percent(15) {
                self.outcome(number, about, &achieved);
            } else {
                self.income(number, about);
            }
        }
        if self.dice.percent(55) {
            self.anchor();
        }
        self.followers();
        if self.dice.percent(30) {
            self.shared_bill();
        }
        for number in 0..i64::from(self.dice.percent(50)) + i64::from(self.dice.percent(15)) {
            self.loan(number);
        }
        if self.dice.percent(15) {
            self.equity();
        }
        if self.dice.percent(25) {
            self.in_kind();
        }
        let openings = if self.dice.percent(35) { self.dice.between(1, 2) } else { 0 };
        for number in 0..openings {
            self.opening(number);
        }
        let reserves = if self.dice.percent(30) { self.dice.between(1, 3) } else { 0 };
        for number in 0..reserves {
            self.reserve(number);
        }
    }

    /// Own money that is set apart, mostly for some costs, which another may be for too.
    fn reserve(&mut self, number: i64) {
        let mut table = Table::new(format!("reserve.apart_{number}"));
        let about = (self.budget / self.dice.pick(&[2, 6, 20])).max(2);
        if self.dice.percent(25) {
            self.dated(&mut table, about);
        } else {
            let (per, times) = self.dice.pick(&[("month", 12), ("quarter", 4), ("year", 1)]);
            if self.dice.percent(25) {
                let amounts: Vec<String> =
                    (0..self.dice.between(1, 3)).map(|_| self.amount(about / times)).collect();
                table.set("amounts", format!("[{}]", amounts.join(", ")));
            } else {
                let amount = self.amount(about / times);
                table.set("amount", amount);
            }
            table.text("per", per);
            self.window(&mut table);
            self.index(&mut table);
        }
        if !self.costs.is_empty() && self.dice.percent(85) {
            let costs = self.costs.clone();
            self.some_of("for", &mut table, costs, 3);
        }
        self.common(&mut table);
        self.tables.push(table);
    }

    /// Something that was still to be received or paid: mostly in the first months, seldom past the
    /// end.
    fn opening(&mut self, number: i64) {
        let mut table = Table::new(format!("opening.open_{number}"));
        let kind = self.dice.pick(&["receivable", "payable"]);
        table.text("kind", kind);
        let about = self.budget / self.dice.pick(&[2, 5, 20]);
        let amount = self.amount(about);
        table.set("amount", amount);
        let on = match self.dice.between(0, 9) {
            0..=3 => 0,
            4..=7 => self.dice.between(0, self.months - 1),
            _ => self.dice.between(self.months, self.months + 9),
        };
        if on > 0 || self.dice.percent(20) {
            let month = self.month(on);
            table.set("on", month);
        }
        if self.dice.percent(30) {
            let party = self.party();
            table.text("party", party);
        }
        self.common(&mut table);
        self.tables.push(table);
    }

    /// Where a window begins: mostly at the start, seldom past the end.
    fn from(&mut self) -> i64 {
        match self.dice.between(0, 99) {
            0..=69 => 0,
            70..=97 => self.dice.between(0, self.months - 1),
            _ => self.dice.between(self.months, self.months + 14),
        }
    }

    fn window(&mut self, table: &mut Table) {
        let from = self.from();
        if from > 0 || self.dice.percent(10) {
            let month = self.month(from);
            table.set("from", month);
        }
        // A default end lies within the horizon: what begins past it has to say when it ends.
        if self.dice.percent(30) || from >= self.months {
            let until = from + self.dice.between(0, self.months);
            let month = self.month(until);
            table.set("until", month);
        }
    }

    fn index(&mut self, table: &mut Table) {
        if self.dice.percent(45) {
            if !self.rates.is_empty() && self.dice.percent(60) {
                let rates = self.rates.clone();
                let rate = self.dice.pick(&rates);
                table.text("index", rate);
            } else {
                let rate = self.percentage(-4, 9);
                table.set("index", rate);
            }
        }
    }

    /// A unit that comes once; does it have a quantity?
    fn once_unit(&mut self, table: &mut Table, about: i64) -> bool {
        let has_units = self.dice.percent(30);
        if has_units {
            self.quantity_and_price(table, about);
        } else {
            let amount = self.amount(about);
            table.set("amount", amount);
        }
        self.index(table);
        has_units
    }

    /// Amounts of some months, now and then of one past the end.
    fn dated(&mut self, table: &mut Table, about: i64) {
        let count = self.dice.between(1, 5);
        let mut months: Vec<i64> = (0..count).map(|_| self.from()).collect();
        months.sort_unstable();
        months.dedup();
        let amounts: Vec<String> = months
            .into_iter()
            .map(|month| format!("{} = {}", self.month(month), self.amount(about / count)))
            .collect();
        table.set("at", format!("{{ {} }}", amounts.join(", ")));
        self.index(table);
    }

    /// What does not recur: a `once`, or what is dated; does it have a quantity?
    fn not_recurring(&mut self, table: &mut Table, about: i64) -> bool {
        if self.dice.percent(45) {
            self.dated(table, about);
            return false;
        }
        let has_units = self.once_unit(table, about);
        let on = self.from();
        self.once(table, on);
        has_units
    }

    fn quantity_and_price(&mut self, table: &mut Table, about: i64) {
        let quantity = self.dice.between(1, 40);
        let text = match self.dice.between(0, 19) {
            0 => quoted("pm"),
            1 | 2 => format!("{quantity}.5"),
            3 => format!("{quantity}.25"),
            4 => self.range("0", &quantity.to_string(), &(quantity * 2).to_string()),
            _ => quantity.to_string(),
        };
        table.set("quantity", text);
        if self.lists && takes_listed(&table.header) && self.dice.percent(40) {
            return self.listed(table);
        }
        let price = self.price((about / quantity).max(1));
        table.set("price", price);
    }

    /// A price of the built-in list.
    fn listed(&mut self, table: &mut Table) {
        let listed = self.dice.pick(&LISTED);
        table.text("price_from", listed);
        if self.dice.percent(20) {
            let spread = self.percentage(0, 40);
            // A spread is no range itself.
            let spread = if spread.contains('{') { quoted("10%") } else { spread };
            table.set("spread", spread);
        }
    }

    /// The same, now and then at a price for each year.
    fn quantity_and_prices(&mut self, table: &mut Table, about: i64) {
        self.quantity_and_price(table, about);
        let own = table.lines.last().is_some_and(|line| line.starts_with("price ="));
        if own && self.dice.percent(35) {
            table.lines.pop();
            let count = self.dice.between(1, 4);
            let prices: Vec<String> = (0..count).map(|_| self.price(about / 20)).collect();
            table.set("prices", format!("[{}]", prices.join(", ")));
        }
    }

    /// A stream of about so many cents a year, with `paid` and such left to the caller; does it
    /// have a quantity?
    fn recurring(&mut self, table: &mut Table, about: i64, needs_units: bool) -> bool {
        let (per, times) = self.dice.pick(&[("month", 12), ("quarter", 4), ("year", 1)]);
        let about = (about / times).max(2);
        let has_units = needs_units || self.dice.percent(35);
        if needs_units {
            self.quantity_and_price(table, about);
        } else if has_units {
            self.quantity_and_prices(table, about);
        } else if self.dice.percent(20) {
            let count = self.dice.between(1, 4);
            let amounts: Vec<String> = (0..count)
                .map(|_| {
                    if self.dice.percent(4) {
                        quoted("pm")
                    } else {
                        let cents = self.cents(about);
                        euros(&mut self.dice, cents)
                    }
                })
                .collect();
            table.set("amounts", format!("[{}]", amounts.join(", ")));
        } else {
            let amount = self.amount(about);
            table.set("amount", amount);
        }
        table.text("per", per);
        self.window(table);
        if self.dice.percent(20) {
            let count = self.dice.between(1, 3);
            let shares: Vec<String> =
                (0..count).map(|_| percent_text(self.dice.between(0, 20) * 500)).collect();
            table.set("ramp", format!("[{}]", shares.join(", ")));
        }
        if self.dice.percent(20) {
            let growth = self.percentage(-10, 12);
            table.set("growth", growth);
        }
        if self.dice.percent(20) {
            let weights: Vec<String> = (0..12)
                .map(|month| match self.dice.between(0, 5) {
                    0 if month > 0 => "0".to_owned(),
                    1 => format!("{}.5", self.dice.between(0, 9)),
                    _ => self.dice.between(1, 12).to_string(),
                })
                .collect();
            table.set("season", format!("[{}]", weights.join(", ")));
        }
        self.index(table);
        has_units
    }

    fn common(&mut self, table: &mut Table) {
        if self.dice.percent(15) {
            table.set("name", r#"{ nl = "Een post", en = "An entry" }"#);
        }
        if self.dice.percent(6) {
            table.set("off", "true");
        } else if self.dice.percent(3) {
            table.set("off", "false");
        }
    }

    fn bias(&mut self, table: &mut Table) {
        if self.biases && self.dice.percent(30) {
            table.text("optimism_bias", "quotes");
        } else if self.dice.percent(20) {
            let bias = self.percentage(0, 30);
            table.set("optimism_bias", bias);
        }
    }

    fn delay(&mut self, table: &mut Table, chance: i64) {
        if self.dice.percent(chance) {
            let months = self.dice.pick(&[1, 2, 3, 12, 14]);
            let text = length(&mut self.dice, months);
            table.set("delay", text);
        }
    }

    /// Parts of all of it, 100% together, now and then of months past the end.
    fn milestones(&mut self, table: &mut Table) {
        let mut months: Vec<i64> =
            (0..self.dice.between(1, 4)).map(|_| self.dice.between(0, self.months + 5)).collect();
        months.sort_unstable();
        months.dedup();
        let mut left = 10_000;
        let count = months.len();
        let parts: Vec<String> = months
            .into_iter()
            .enumerate()
            .map(|(place, month)| {
                let part = if place + 1 == count { left } else { self.dice.between(0, left) };
                left -= part;
                format!("{} = {}", self.month(month), percent_text(part))
            })
            .collect();
        table.set("paid", format!("{{ {} }}", parts.join(", ")));
    }

    /// When it is paid; what does not recur takes no rhythm.
    fn payment(&mut self, table: &mut Table, once: bool, (paid, delay): (i64, i64)) {
        if self.dice.percent(15) {
            return self.milestones(table);
        }
        if !once {
            self.paid(table, paid);
        }
        self.delay(table, delay);
    }

    fn paid(&mut self, table: &mut Table, chance: i64) {
        if self.dice.percent(chance) {
            let rhythm = self.dice.pick(&["monthly", "quarterly", "yearly"]);
            table.text("paid", rhythm);
        }
    }

    fn recurring_cost(&mut self, number: i64, about: i64) {
        let mut table = Table::new(format!("cost.running_{number}"));
        let has_units = self.recurring(&mut table, about, false);
        self.bias(&mut table);
        self.payment(&mut table, false, (15, 15));
        self.common(&mut table);
        self.add_cost(table, has_units, false);
    }

    fn add_cost(&mut self, table: Table, has_units: bool, once: bool) {
        self.costs.push(table.header.clone());
        let followable = self.can_be_followed(&table, has_units, once);
        self.followable.push(followable);
        self.tables.push(table);
    }

    fn can_be_followed(&self, table: &Table, has_units: bool, once: bool) -> Followable {
        let line = |key: &str| table.lines.iter().find_map(|line| line.strip_prefix(key));
        let bought =
            line("on = ").map_or(0, |on| CalendarMonth::read(on.trim_matches('"')).0 - self.start);
        let dated = line("at = ").is_some();
        Followable { path: table.header.clone(), has_units, once, dated, bought }
    }

    fn once_cost(&mut self, number: i64) {
        let mut table = Table::new(format!("cost.purchase_{number}"));
        let about = self.budget / self.dice.pick(&[1, 3, 10]);
        if self.dice.percent(30) {
            self.dated(&mut table, about);
            self.bias(&mut table);
            self.payment(&mut table, true, (0, 15));
            self.common(&mut table);
            return self.add_cost(table, false, true);
        }
        let has_units = self.once_unit(&mut table, about);
        let is_investment = self.dice.percent(75);
        if is_investment {
            let life = self.dice.pick(&[1, 5, 12, 18, 24, 36, 60, 120]);
            let unlimited = self.dice.percent(12);
            let text = if unlimited { quoted("unlimited") } else { length(&mut self.dice, life) };
            table.set("life", text);
            if !unlimited && self.dice.percent(45) {
                let renew = self.dice.percent(90);
                table.set("renew", renew.to_string());
            }
        }
        let on = if is_investment && self.dice.percent(25) {
            -self.dice.between(1, 40)
        } else {
            self.from()
        };
        self.once(&mut table, on);
        if is_investment && self.dice.percent(45) {
            let sold = on.max(0) + self.dice.pick(&[0, 1, 5, 12, 17, 30]);
            let (month, cents) = (self.month(sold), self.cents(about / 3));
            let price = euros(&mut self.dice, cents);
            table.set("sold", format!("{{ on = {month}, price = {price} }}"));
        }
        self.bias(&mut table);
        self.payment(&mut table, true, (0, 15));
        self.common(&mut table);
        self.add_cost(table, has_units, true);
    }

    /// `per = "once"`, `on`, or both.
    fn once(&mut self, table: &mut Table, on: i64) {
        let says_on = on != 0 || self.dice.percent(50);
        if says_on {
            let month = self.month(on);
            table.set("on", month);
        }
        if !says_on || self.dice.percent(50) {
            table.text("per", "once");
        }
    }

    fn effect(&mut self, group: &str, number: i64) {
        let mut table = Table::new(format!("{group}.effect_{number}"));
        let party = self.party();
        table.text("party", party);
        let lasts = self.dice.percent(25);
        if self.dice.percent(15) {
            if lasts {
                self.quantity_and_price(&mut table, self.budget);
                self.index(&mut table);
                let on = self.from();
                self.once(&mut table, on);
            } else {
                self.not_recurring(&mut table, self.budget);
            }
        } else {
            let about = self.dice.pick(&[self.budget / 2, self.budget, self.budget * 2]);
            self.recurring(&mut table, about, lasts);
        }
        if lasts {
            let months = self.dice.pick(&[1, 7, 12, 24, 30, 36]);
            let text = length(&mut self.dice, months);
            table.set("lasts", text);
            if self.dice.percent(60) {
                let drop_off = self.percentage(0, 50);
                table.set("drop_off", drop_off);
            }
        }
        if self.dice.percent(25) {
            let months = self.dice.pick(&[1, 5, 6, 12, 18]);
            let text = length(&mut self.dice, months);
            table.set("lag", text);
        }
        for key in ["deadweight", "displacement", "attribution"] {
            if self.dice.percent(25) {
                let share = self.percentage(0, 40);
                table.set(key, share);
            }
        }
        self.bias(&mut table);
        if group == "avoided" && self.dice.percent(50) {
            let share = self.percentage(0, 100);
            table.set("cashable", share);
        }
        if group == "avoided" && self.dice.percent(30) {
            let share = self.percentage(0, 100);
            table.set("transfer", share);
        }
        if self.dice.percent(10) {
            let sources = [
                r#"{ en = "Price list 2026, p. 4" }"#,
                r#""assumption""#,
                r#"{ nl = "Aanname: als in Breda" }"#,
                r#""""#,
            ];
            let source = sources[self.tables.len() % sources.len()];
            table.set("source", source);
        }
        self.common(&mut table);
        self.tables.push(table);
    }

    fn status(&mut self, table: &mut Table) {
        match self.dice.between(0, 9) {
            0..=3 => table.text("status", "committed"),
            4..=7 => table.text("status", "requested"),
            _ => {}
        }
        let is_requested = !table.lines.iter().any(|line| line == "status = \"committed\"");
        if is_requested && self.dice.percent(5) {
            table.text("chance", "60%");
        }
    }

    fn structural(&mut self, table: &mut Table) {
        if self.dice.percent(15) {
            let structural = self.dice.percent(60);
            table.set("structural", structural.to_string());
        }
    }

    /// The kind, party, status and payment of an income; `once` takes no `paid`.
    fn income_keys(&mut self, table: &mut Table, kind: &str, once: bool) {
        if self.dice.percent(if kind == "sales" { 10 } else { 85 }) {
            let party = self.party();
            table.text("party", party);
        }
        if kind != "sales" {
            self.status(table);
        }
        self.structural(table);
        self.payment(table, once, (25, 20));
        let in_parts = table.lines.iter().any(|line| line.starts_with("paid = {"));
        if !in_parts && self.dice.percent(20) {
            let advance = self.percentage(10, 100);
            table.set("advance", advance);
            let months = self.dice.pick(&[1, 2, 6, 12]);
            let text = length(&mut self.dice, months);
            table.set("settlement", text);
            if self.dice.percent(60) {
                let settled = self.dice.pick(&["yearly", "yearly", "end"]);
                table.text("settled", settled);
            }
        }
        self.common(table);
    }

    fn covers(&mut self, table: &mut Table) -> bool {
        if !self.dice.percent(18) {
            return false;
        }
        let costs = self.costs.clone();
        self.covers_of(table, costs, 2);
        true
    }

    /// Covers some of these costs, in any order.
    fn covers_of(&mut self, table: &mut Table, costs: Vec<String>, most: i64) {
        self.some_of("covers", table, costs, most);
    }

    /// A key that names some of these costs, in any order.
    fn some_of(&mut self, key: &str, table: &mut Table, mut costs: Vec<String>, most: i64) {
        self.dice.shuffle(&mut costs);
        let count = usize::try_from(self.dice.between(1, most)).expect("a few");
        let named: Vec<String> = costs.iter().take(count).map(|path| quoted(path)).collect();
        table.set(key, format!("[{}]", named.join(", ")));
    }

    fn fade(&mut self, table: &mut Table, chance: i64) {
        if self.dice.percent(chance) {
            let from = self.dice.between(0, self.months);
            let from = self.month(from);
            let months = self.dice.pick(&[0, 1, 3, 11, 24]);
            table.set("fade", format!("{{ from = {from}, months = {months} }}"));
        }
    }

    /// Two or three earmarks, and perhaps a share, that claim the same one to three costs.
    fn shared_bill(&mut self) {
        let mut costs = self.costs.clone();
        self.dice.shuffle(&mut costs);
        let few = usize::try_from(self.dice.between(1, 3)).expect("a few");
        costs.truncate(few);
        for number in 0..self.dice.between(0, 2) {
            let mut table = Table::new(format!("funding.part_{number}"));
            let kind = self.dice.pick(&["sales", "contract", "contribution", "subsidy", "grant"]);
            table.text("kind", kind);
            let of = self.dice.between(0, i64::try_from(costs.len()).expect("a few") - 1);
            let of = costs[usize::try_from(of).expect("a position")].clone();
            let Some(of) = self.followable.iter().find(|followable| followable.path == of) else {
                continue;
            };
            let once = of.once;
            let path = of.path.clone();
            let others = costs.iter().filter(|cost| **cost != path);
            let alike = |cost: &&String| {
                let mut all = self.followable.iter();
                all.any(|followable| followable.path == **cost && followable.once == once)
            };
            let other = others.into_iter().find(alike).cloned();
            match other.filter(|_| self.dice.percent(40)) {
                Some(other) => table.set("of", format!("[\"{path}\", \"{other}\"]")),
                None => table.text("of", &path),
            }
            let share = self.percentage(5, 70);
            table.set("share", share);
            if self.dice.percent(10) {
                self.covers_of(&mut table, costs.clone(), 3);
            }
            self.fade(&mut table, 20);
            self.income_keys(&mut table, kind, once);
            self.tables.push(table);
        }
        for number in 0..self.dice.between(2, 3) {
            let mut table = Table::new(format!("funding.earmark_{number}"));
            let kind = self.dice.pick(&["sales", "contract", "subsidy", "grant", "donation"]);
            table.text("kind", kind);
            let once = self.dice.percent(50);
            let about = self.budget / self.dice.pick(&[1, 2, 4]);
            if once {
                self.not_recurring(&mut table, about);
            } else {
                self.recurring(&mut table, about, false);
            }
            self.covers_of(&mut table, costs.clone(), 3);
            self.fade(&mut table, 20);
            self.income_keys(&mut table, kind, once);
            self.tables.push(table);
        }
    }

    fn income(&mut self, number: i64, about: i64) {
        let kind = self.dice.pick(&[
            "sales",
            "sales",
            "sales",
            "contract",
            "contract",
            "contribution",
            "contribution",
            "subsidy",
            "grant",
            "donation",
        ]);
        let mut table = Table::new(format!("funding.income_{number}"));
        table.text("kind", kind);
        let once = !matches!(kind, "sales" | "contract") && self.dice.percent(35);
        let has_units = if once {
            self.not_recurring(&mut table, about)
        } else {
            self.recurring(&mut table, about, false)
        };
        let covers = self.covers(&mut table);
        self.fade(&mut table, 8);
        self.income_keys(&mut table, kind, once);
        if !covers {
            let followable = self.can_be_followed(&table, has_units, once);
            self.followable.push(followable);
        }
        self.tables.push(table);
    }

    /// Something solid to stand on: without it hardly a case would close.
    fn anchor(&mut self) {
        let mut table = Table::new("funding.anchor".to_owned());
        table.text("kind", "contract");
        let cents = self.cents(self.budget * 3);
        table.set("amount", euros(&mut self.dice, cents));
        table.text("per", "year");
        self.index(&mut table);
        self.income_keys(&mut table, "contract", false);
        let followable = self.can_be_followed(&table, false, false);
        self.followable.push(followable);
        self.tables.push(table);
    }

    fn outcome(&mut self, number: i64, about: i64, achieved: &[String]) {
        let mut table = Table::new(format!("funding.outcome_{number}"));
        table.text("kind", "outcome");
        let last = i64::try_from(achieved.len()).expect("a few") - 1;
        let of = &achieved[usize::try_from(self.dice.between(0, last)).expect("a position")];
        table.text("of", of);
        let share = self.percentage(10, 100);
        table.set("share", share);
        if self.dice.percent(40) {
            let cents = self.cents(about);
            table.set("cap", euros(&mut self.dice, cents));
        }
        self.fade(&mut table, 10);
        self.delay(&mut table, 40);
        self.window(&mut table);
        if of.starts_with("value.") || self.dice.percent(40) {
            let party = self.party();
            table.text("party", party);
        }
        self.status(&mut table);
        self.structural(&mut table);
        self.common(&mut table);
        self.tables.push(table);
    }

    /// Costs and incomes that follow others, one or several, which may follow others themselves.
    fn followers(&mut self) {
        for number in 0..self.dice.between(0, 3) {
            let last = i64::try_from(self.followable.len()).expect("a few") - 1;
            let chosen = usize::try_from(self.dice.between(0, last)).expect("a position");
            let once = self.followable[chosen].once;
            let several = if self.dice.percent(50) { self.dice.between(1, 3) } else { 0 };
            let mut of = vec![self.followable[chosen].clone()];
            for _ in 0..several {
                let at = usize::try_from(self.dice.between(0, last)).expect("a position");
                let another = &self.followable[at];
                if another.once == once && of.iter().all(|it| it.path != another.path) {
                    of.push(another.clone());
                }
            }
            let has_units = of.iter().all(|followed| followed.has_units);
            let dated = of.iter().any(|followed| followed.dated);
            let bought = of.iter().map(|followed| followed.bought).max().unwrap_or(0);
            let is_cost = self.dice.percent(60);
            let group = if is_cost { "cost" } else { "funding" };
            let mut table = Table::new(format!("{group}.follower_{number}"));
            let kinds = ["sales", "contract", "contribution", "subsidy", "grant", "donation"];
            let kind = self.dice.pick(&kinds);
            if !is_cost {
                table.text("kind", kind);
            }
            match of.as_slice() {
                [one] if several == 0 => table.text("of", &one.path),
                all => {
                    let paths: Vec<_> = all.iter().map(|one| format!("\"{}\"", one.path)).collect();
                    table.set("of", format!("[{}]", paths.join(", ")));
                }
            }
            if !once && self.dice.percent(30) {
                self.window(&mut table);
            }
            let by_price = has_units && self.dice.percent(60);
            if by_price && self.lists && takes_listed(&table.header) && self.dice.percent(40) {
                self.listed(&mut table);
            } else if by_price {
                let price = self.price((self.budget / 200).max(1));
                table.set("price", price);
                self.index(&mut table);
            } else {
                let share = self.percentage(1, 95);
                table.set("share", share);
            }
            if is_cost {
                if once && !dated && self.dice.percent(50) {
                    let life = self.dice.pick(&[1, 12, 30, 60]);
                    let text = length(&mut self.dice, life);
                    table.set("life", text);
                    if self.dice.percent(30) {
                        let sold = bought.max(0) + self.dice.pick(&[0, 1, 5, 12, 30]);
                        let (month, cents) = (self.month(sold), self.cents(self.budget / 30));
                        let price = euros(&mut self.dice, cents);
                        table.set("sold", format!("{{ on = {month}, price = {price} }}"));
                    }
                }
                self.bias(&mut table);
                if !once {
                    self.paid(&mut table, 10);
                }
                self.delay(&mut table, 15);
                self.common(&mut table);
                self.costs.push(table.header.clone());
            }
            let covers = !is_cost && self.covers(&mut table);
            if !is_cost {
                self.fade(&mut table, 10);
                self.income_keys(&mut table, kind, once);
            }
            if !covers {
                let (path, has_units) = (table.header.clone(), by_price);
                self.followable.push(Followable { path, has_units, once, dated, bought });
            }
            self.tables.push(table);
        }
    }

    fn loan(&mut self, number: i64) {
        let mut table = Table::new(format!("funding.loan_{number}"));
        table.text("kind", "loan");
        if self.dice.percent(85) {
            let party = self.party();
            table.text("party", party);
        }
        let about = self.budget / self.dice.pick(&[1, 2, 8]);
        let amount = self.amount(about);
        table.set("amount", amount);
        let on = match self.dice.between(0, 9) {
            0..=5 => 0,
            6 | 7 => -self.dice.between(1, 30),
            _ => self.from(),
        };
        if on != 0 || self.dice.percent(60) {
            let month = self.month(on);
            table.set("on", month);
        }
        if self.dice.percent(85) {
            let years = if self.dice.percent(35) { self.dice.between(2, 4) } else { 1 };
            let rates: Vec<_> = (0..years).map(|_| self.percentage(0, 9)).collect();
            table.set(
                "interest",
                if years == 1 { rates.concat() } else { format!("[{}]", rates.join(", ")) },
            );
        }
        let repayment = self.dice.pick(&["annuity", "annuity", "linear", "bullet"]);
        if repayment != "annuity" || self.dice.percent(50) {
            table.text("repayment", repayment);
        }
        let (word, every) =
            self.dice.pick(&[("monthly", 1), ("monthly", 1), ("quarterly", 3), ("yearly", 12)]);
        if every != 1 || self.dice.percent(30) {
            table.text("instalments", word);
        }
        let count = self.dice.between(1, (96 / every).max(2));
        let term = length(&mut self.dice, count * every);
        table.set("term", term);
        if repayment != "bullet" && self.dice.percent(30) {
            let longer = count + self.dice.between(0, (240 / every).max(1));
            let longer = length(&mut self.dice, longer * every);
            table.set("amortised_over", longer);
        }
        if count > 1 && self.dice.percent(40) {
            let grace = self.dice.between(1, (count - 1).min(24)) * every;
            let text = length(&mut self.dice, grace);
            table.set("grace", text);
        }
        if self.dice.percent(35) {
            let word = self.dice.pick(&["paid", "added", "added"]);
            table.text("grace_interest", word);
        }
        if self.dice.percent(30) {
            let revolving = self.dice.percent(80);
            table.set("revolving", revolving.to_string());
        }
        self.status(&mut table);
        self.common(&mut table);
        self.tables.push(table);
    }

    fn equity(&mut self) {
        let mut table = Table::new("funding.certificates".to_owned());
        table.text("kind", "equity");
        if self.dice.percent(80) {
            let party = self.party();
            table.text("party", party);
        }
        if self.dice.percent(75) {
            self.not_recurring(&mut table, self.budget / 2);
        } else {
            self.recurring(&mut table, self.budget / 5, false);
        }
        let once =
            !table.lines.iter().any(|line| line.starts_with("per = ") && !line.contains("once"));
        self.payment(&mut table, once, (20, 10));
        self.status(&mut table);
        self.common(&mut table);
        self.tables.push(table);
    }

    fn in_kind(&mut self) {
        let mut table = Table::new("funding.volunteers".to_owned());
        table.text("kind", "in_kind");
        if self.dice.percent(50) {
            let party = self.party();
            table.text("party", party);
        }
        if self.dice.percent(25) {
            self.not_recurring(&mut table, self.budget / 5);
        } else {
            self.recurring(&mut table, self.budget / 5, true);
        }
        self.common(&mut table);
        self.tables.push(table);
    }

    /// Criteria, expectation, and what `check` only reads: scenarios and stresses.
    fn around(&mut self) {
        if self.dice.percent(40) {
            self.criteria();
        }
        if self.dice.percent(12) {
            let mut table = Table::new("expect".to_owned());
            let verdict = self.dice.pick(&["closes", "conditional", "does_not_close"]);
            table.text("verdict", verdict);
            self.tables.push(table);
        }
        if self.dice.percent(4) {
            let mut table = Table::new("scenario.headwind".to_owned());
            table.text("name", "Headwind");
            self.tables.push(table);
            let has_amount = |table: &Table| {
                let mut keys = table.lines.iter();
                table.header.starts_with("cost.") && keys.any(|line| line.starts_with("amount ="))
            };
            let change = if self.tables.iter().any(has_amount) {
                ("amount", quoted("+10%"))
            } else {
                ("off", "true".to_owned())
            };
            let mut table = Table::new("scenario.headwind.cost.\"*\"".to_owned());
            table.set(change.0, change.1);
            self.tables.push(table);
            let mut table = Table::new("stress.late".to_owned());
            table.set("months", "3");
            self.tables.push(table);
        }
    }

    fn criteria(&mut self) {
        let mut table = Table::new("criteria".to_owned());
        if self.dice.percent(40) {
            let cents = self.dice.between(0, self.budget / 10);
            table.set("min_cash", euros(&mut self.dice, cents));
        }
        if self.dice.percent(40) {
            let ratio = self.dice.pick(&["1", "1.25", "0.5", "2"]);
            table.set("min_dscr", ratio);
        }
        if self.dice.percent(40) {
            let share = self.percentage(20, 100);
            table.set("max_dependence", share);
        }
        for key in ["min_public_return", "min_social_return"] {
            if self.dice.percent(40) {
                let ratio = self.dice.pick(&["0.5", "1.05", "2", "0.25"]);
                table.set(key, ratio);
            }
        }
        if self.dice.percent(60) {
            let mut tests = ADVICE;
            self.dice.shuffle(&mut tests);
            // A case that ends has nobody to depend on afterwards.
            let allowed = |test: &&&str| !(self.ends && **test == "dependence");
            let tests: Vec<&str> = tests.iter().filter(allowed).copied().collect();
            let count = usize::try_from(self.dice.between(1, 2)).expect("one or two");
            let named: Vec<String> = tests[..count].iter().map(|test| quoted(test)).collect();
            table.set("require", format!("[{}]", named.join(", ")));
        }
        self.tables.push(table);
    }

    fn write(mut self, head: &Table) -> String {
        // Entries of all groups through each other: the order of output must not hang on it, and
        // what follows may stand before what it follows.
        self.dice.shuffle(&mut self.tables);
        let mut text = String::from("format = 1\n");
        for table in std::iter::once(head).chain(&self.tables) {
            write!(text, "\n[{}]\n", table.header).expect("a string");
            for line in &table.lines {
                writeln!(text, "{line}").expect("a string");
            }
        }
        text
    }
}

/// Hundredths of a percent as text: `"2.25%"`.
fn percent_text(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    if rest == 0 {
        quoted(&format!("{sign}{whole}%"))
    } else {
        let decimals = format!("{rest:02}");
        quoted(&format!("{sign}{whole}.{}%", decimals.trim_end_matches('0')))
    }
}
