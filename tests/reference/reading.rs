//! Reads a valid case; what is not valid is the program's business, here it panics.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::actual::Actual;
use super::calendar::{CalendarMonth, duration};
use super::case::{
    By, Case, Cost, Criteria, Discounting, Effect, Fade, Following, Funding, Group, Income,
    IndexRates, Kind, Life, Loan, Opening, Outcome, Party, Payment, Per, Repayment, Reserve,
    Source, Stream, Unit,
};
use super::exact::{Exact, decimal, percentage, round2, whole};
use super::figures;
use super::listed::written_out;

/// A TOML value whose numbers are the digits as written.
#[derive(Clone, Debug)]
pub enum Node {
    Text(String),
    Number(Exact),
    Flag(bool),
    List(Vec<Node>),
    Table(Vec<(String, Node)>),
}

impl Node {
    /// The whole of a text.
    pub fn of(text: &str) -> Self {
        let table = DeTable::parse(text).expect("valid TOML");
        Self::read_table(text, table.get_ref())
    }

    fn read(text: &str, value: &DeValue<'_>, place: std::ops::Range<usize>) -> Self {
        match value {
            DeValue::String(written) => Self::Text(written.to_string()),
            // From the text itself: the crate's own numbers pass through binary floating point.
            DeValue::Integer(_) | DeValue::Float(_) => Self::Number(decimal(&text[place])),
            DeValue::Boolean(flag) => Self::Flag(*flag),
            DeValue::Array(items) => Self::List(
                items.iter().map(|item| Self::read(text, item.get_ref(), item.span())).collect(),
            ),
            DeValue::Table(table) => Self::read_table(text, table),
            DeValue::Datetime(_) => panic!("no key takes a TOML date"),
        }
    }

    /// A range counts as its `likely`.
    fn read_table(text: &str, table: &DeTable<'_>) -> Self {
        let entries: Vec<(String, Self)> = table
            .iter()
            .map(|(key, value)| {
                let node = Self::read(text, value.get_ref(), value.span());
                (key.get_ref().to_string(), node)
            })
            .collect();
        match entries.iter().find(|(key, _)| key == "likely") {
            Some((_, likely)) => likely.clone(),
            None => Self::Table(entries),
        }
    }

    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Table(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    pub fn entries(&self, key: &str) -> &[(String, Self)] {
        match self.get(key) {
            Some(Self::Table(entries)) => entries,
            _ => &[],
        }
    }

    /// The entries of a group that are not switched off.
    pub fn switched_on<'n>(&'n self, group: &str) -> impl Iterator<Item = (&'n str, &'n Self)> {
        self.entries(group)
            .iter()
            .filter(|(_, entry)| !entry.flag("off", false))
            .map(|(id, entry)| (id.as_str(), entry))
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Self::Text(text) => Some(text),
            other => panic!("{key} is no text: {other:?}"),
        }
    }

    /// A text for people in a language; what is written first where it is not in that.
    pub fn spoken(&self, key: &str, language: Option<&str>) -> Option<&str> {
        match self.get(key)? {
            Self::Table(texts) => {
                let own = texts.iter().find(|(of, _)| Some(of.as_str()) == language);
                match own.or(texts.first())? {
                    (_, Self::Text(text)) => Some(text),
                    other => panic!("{key} is no text: {other:?}"),
                }
            }
            _ => self.text(key),
        }
    }

    fn flag(&self, key: &str, default: bool) -> bool {
        match self.get(key) {
            None => default,
            Some(Self::Flag(flag)) => *flag,
            Some(other) => panic!("{key} is no flag: {other:?}"),
        }
    }

    /// A number, where `"pm"` stands for 0.
    fn as_number(&self) -> Exact {
        match self {
            Self::Number(number) => number.clone(),
            Self::Text(text) if text == "pm" => whole(0),
            other => panic!("no number: {other:?}"),
        }
    }

    fn number(&self, key: &str) -> Option<Exact> {
        self.get(key).map(Self::as_number)
    }

    fn as_percentage(&self) -> Exact {
        match self {
            Self::Text(text) => percentage(text),
            other => panic!("no percentage: {other:?}"),
        }
    }

    fn share(&self, key: &str) -> Option<Exact> {
        self.get(key).map(Self::as_percentage)
    }

    fn list(&self, key: &str) -> Option<&[Self]> {
        match self.get(key)? {
            Self::List(items) => Some(items),
            other => panic!("{key} is no list: {other:?}"),
        }
    }

    fn duration(&self, key: &str) -> Option<i64> {
        self.text(key).map(duration)
    }

    pub fn texts(&self, key: &str) -> Option<Vec<String>> {
        let items = self.list(key)?;
        Some(
            items
                .iter()
                .map(|item| match item {
                    Self::Text(text) => text.clone(),
                    other => panic!("no text in {key}: {other:?}"),
                })
                .collect(),
        )
    }

    /// Does an amount, quantity or price say `"pm"`?
    fn is_pro_memorie(&self) -> bool {
        let says_pm = |node: &Self| matches!(node, Self::Text(text) if text == "pm");
        ["amount", "amounts", "quantity", "price", "prices", "at"].iter().any(|key| {
            match self.get(key) {
                Some(Self::List(items)) => items.iter().any(says_pm),
                Some(Self::Table(months)) => months.iter().any(|(_, node)| says_pm(node)),
                Some(node) => says_pm(node),
                None => false,
            }
        })
    }
}

/// What entries need to know of the case around them.
struct Around<'n> {
    document: &'n Node,
    start: CalendarMonth,
    months: i64,
}

pub fn read(text: &str) -> Case {
    let document = written_out(Node::of(text));
    let case = document.get("case").expect("a [case]");
    let language = case.text("language");
    let start = CalendarMonth::read(case.text("start").expect("a start"));
    let years = case.number("years").unwrap_or_else(|| whole(10));
    let years = i64::try_from(years.numerator().clone()).expect("years");
    let around = Around { document: &document, start, months: 12 * years };
    let funding: Vec<_> =
        document.switched_on("funding").map(|(id, node)| around.funding(id, node)).collect();
    Case {
        actual: document.get("actual").map(|node| around.actual(node, &funding)),
        name: case.spoken("name", language).expect("a name").to_owned(),
        story: case.spoken("story", language).map(str::to_owned),
        assumptions: figures::tally(text),
        start,
        years,
        currency: case.text("currency").unwrap_or("EUR").to_owned(),
        ends: case.flag("ends", false),
        opening_cash: round2(&case.number("opening_cash").unwrap_or_else(|| whole(0))),
        discount_rate: case.share("discount_rate").unwrap_or_else(|| percentage("2.25%")),
        inflation: around.rates(case, "inflation"),
        discounting: match case.text("discounting").unwrap_or("start") {
            "start" => Discounting::Start,
            "mid" => Discounting::Mid,
            "end" => Discounting::End,
            other => panic!("no discounting: {other}"),
        },
        parties: document
            .entries("party")
            .iter()
            .map(|(id, node)| party(id, node, language))
            .collect(),
        costs: document.switched_on("cost").map(|(id, node)| around.cost(id, node)).collect(),
        funding,
        effects: [("avoided", Group::Avoided), ("value", Group::Value), ("burden", Group::Burden)]
            .into_iter()
            .flat_map(|(name, group)| {
                document.switched_on(name).map(move |(id, node)| (name, group, id, node))
            })
            .map(|(name, group, id, node)| around.effect(name, group, id, node))
            .collect(),
        openings: document
            .switched_on("opening")
            .map(|(id, node)| Opening {
                path: format!("opening.{id}"),
                receivable: node.text("kind") == Some("receivable"),
                amount: round2(&node.number("amount").expect("an amount")),
                on: node.text("on").map_or(0, |month| around.month(month)),
            })
            .collect(),
        reserves: document
            .switched_on("reserve")
            .map(|(id, node)| Reserve {
                path: format!("reserve.{id}"),
                stream: around.stream(node),
                costs: node.texts("for").unwrap_or_default(),
            })
            .collect(),
        criteria: criteria(document.get("criteria").unwrap_or(&Node::Table(Vec::new()))),
        expected_verdict: document
            .get("expect")
            .and_then(|expect| expect.text("verdict"))
            .map(str::to_owned),
        not_counted: ["cost", "funding", "avoided", "value", "burden", "opening", "reserve"]
            .into_iter()
            .flat_map(|group| document.switched_on(group).map(move |(id, node)| (group, id, node)))
            .filter(|(_, _, node)| node.is_pro_memorie())
            .map(|(group, id, _)| format!("{group}.{id}"))
            .collect(),
    }
}

fn party(id: &str, node: &Node, language: Option<&str>) -> Party {
    Party {
        id: id.to_owned(),
        name: node.spoken("name", language).unwrap_or(id).to_owned(),
        public: node.flag("public", false),
    }
}

fn criteria(node: &Node) -> Criteria {
    Criteria {
        min_cash: round2(&node.number("min_cash").unwrap_or_else(|| whole(0))),
        min_dscr: node.number("min_dscr").unwrap_or_else(|| decimal("1.2")),
        max_dependence: node.share("max_dependence").unwrap_or_else(|| percentage("50%")),
        min_public_return: node.number("min_public_return").unwrap_or_else(|| whole(1)),
        min_social_return: node.number("min_social_return").unwrap_or_else(|| whole(1)),
        require: node.texts("require").unwrap_or_default(),
    }
}

impl Around<'_> {
    /// `[actual]`: "a requested one has then brought nothing to `until`".
    fn actual(&self, node: &Node, funding: &[Funding]) -> Actual {
        let until = self.month(node.text("until").expect("until"));
        let months = usize::try_from(until + 1).expect("until lies within the horizon");
        let mut facts = BTreeMap::new();
        for group in ["cost", "funding", "avoided", "value", "burden"] {
            for (id, entry) in node.entries(group) {
                let usual = (entry.text("rest") == Some("0")).then_some(0);
                let mut came = vec![usual; months];
                for (month, amount) in entry.entries("at") {
                    let month = usize::try_from(self.month(month)).expect("a month that is fact");
                    came[month] = Some(round2(&amount.as_number()));
                }
                facts.insert(format!("{group}.{id}"), came);
            }
        }
        let silent = funding.iter().filter(|it| it.requested && !facts.contains_key(&it.path));
        let silent: Vec<_> = silent.map(|funding| funding.path.clone()).collect();
        for path in &silent {
            facts.insert(path.clone(), vec![Some(0); months]);
        }
        Actual { until, facts, silent }
    }

    /// The number of a month, the case's start being 0.
    fn month(&self, written: &str) -> i64 {
        CalendarMonth::read(written).0 - self.start.0
    }

    /// `index`: a name in `[rate]` or a percentage; none is an index that stays 1.
    fn index(&self, node: &Node) -> IndexRates {
        self.rates(node, "index")
    }

    fn rates(&self, node: &Node, key: &str) -> IndexRates {
        match node.get(key) {
            None => Vec::new(),
            Some(Node::Text(text)) if text.ends_with('%') => vec![percentage(text)],
            Some(Node::Text(name)) => {
                let rate = self.document.get("rate").and_then(|rates| rates.get(name));
                match rate.expect("the rate exists") {
                    Node::List(rates) => rates.iter().map(Node::as_percentage).collect(),
                    single => vec![single.as_percentage()],
                }
            }
            Some(Node::List(rates)) => rates.iter().map(Node::as_percentage).collect(),
            Some(other) => panic!("no index: {other:?}"),
        }
    }

    fn payment(&self, node: &Node) -> Payment {
        let milestones = matches!(node.get("paid"), Some(Node::Table(_))).then(|| {
            let parts = node.entries("paid").iter();
            parts.map(|(month, part)| (self.month(month), part.as_percentage())).collect()
        });
        Payment {
            block: if milestones.is_some() { 1 } else { rhythm(node.text("paid")) },
            milestones,
            delay: node.duration("delay").unwrap_or(0),
            advance: node.share("advance").map(|share| {
                (share, node.duration("settlement").expect("an advance has a settlement"))
            }),
            yearly: node.text("settled") == Some("yearly"),
        }
    }

    /// The first and the last month of what has a window: `from` and `until`, or else the horizon.
    fn window(&self, node: &Node) -> (i64, i64) {
        let from = node.text("from").map_or(0, |month| self.month(month));
        let until = node.text("until").map_or(self.months - 1, |month| self.month(month));
        (from, until)
    }

    fn stream(&self, node: &Node) -> Stream {
        let dated = node.get("at").map(|_| -> BTreeMap<i64, Exact> {
            let months = node.entries("at").iter();
            months.map(|(month, amount)| (self.month(month), amount.as_number())).collect()
        });
        let unit = if let Some(dated) = dated.clone() {
            Unit::Dated(dated)
        } else if let Some(amounts) = node.list("amounts") {
            Unit::Amounts(amounts.iter().map(Node::as_number).collect())
        } else if let Some(amount) = node.number("amount") {
            Unit::Amount(amount)
        } else {
            Unit::Priced {
                quantity: node.number("quantity").expect("a quantity"),
                prices: match node.list("prices") {
                    Some(prices) => prices.iter().map(Node::as_number).collect(),
                    None => vec![node.number("price").expect("a price")],
                },
            }
        };
        let per = match node.text("per") {
            None | Some("once") => Per::Once,
            Some("month") => Per::Months(1),
            Some("quarter") => Per::Months(3),
            Some("year") => Per::Months(12),
            Some(other) => panic!("no per: {other}"),
        };
        let (from, until) = match per {
            Per::Once => {
                let on = node.text("on").map_or(0, |month| self.month(month));
                (on, on)
            }
            Per::Months(_) => self.window(node),
        };
        let dated = dated.iter().flat_map(BTreeMap::keys).copied();
        let (from, until) = dated.clone().min().zip(dated.max()).unwrap_or((from, until));
        Stream {
            unit,
            per,
            from,
            until,
            ramp: node
                .list("ramp")
                .map(|shares| shares.iter().map(Node::as_percentage).collect())
                .unwrap_or_default(),
            growth: node.share("growth").unwrap_or_else(|| whole(0)),
            season: node
                .list("season")
                .map(|weights| weights.iter().map(Node::as_number).collect()),
            index: self.index(node),
        }
    }

    fn source(&self, node: &Node) -> Source {
        let of = match node.get("of") {
            None => return Source::Own(self.stream(node)),
            Some(Node::Text(one)) => vec![one.clone()],
            Some(_) => node.texts("of").expect("one or a list"),
        };
        let by = match node.share("share") {
            Some(share) => By::Share(share),
            None => By::Price {
                price: node.number("price").expect("a price or a share"),
                index: self.index(node),
            },
        };
        let says = |key| node.get(key).is_some();
        let within = (says("from") || says("until")).then(|| self.window(node));
        Source::Of(Following { of, by, within })
    }

    fn cost(&self, id: &str, node: &Node) -> Cost {
        Cost {
            path: format!("cost.{id}"),
            source: self.source(node),
            optimism_bias: node.share("optimism_bias").unwrap_or_else(|| whole(0)),
            payment: self.payment(node),
            life: node.text("life").map(|life| match life {
                "unlimited" => Life::Unlimited,
                length => Life::Months(duration(length)),
            }),
            sold: node.get("sold").map(|sold| {
                let on = self.month(sold.text("on").expect("a month"));
                (on, sold.number("price").expect("a price"))
            }),
            renew: node.flag("renew", false),
        }
    }

    fn funding(&self, id: &str, node: &Node) -> Funding {
        let kind = node.text("kind").expect("a kind");
        let mut party = node.text("party").map(str::to_owned);
        if kind == "outcome" && party.is_none() {
            let of = node.text("of").expect("an outcome has an of");
            let of = of.trim_start_matches("avoided.");
            let avoided = self.document.get("avoided").and_then(|group| group.get(of));
            party = avoided.and_then(|entry| entry.text("party")).map(str::to_owned);
        }
        let takes_status = !matches!(kind, "sales" | "in_kind");
        Funding {
            path: format!("funding.{id}"),
            party,
            sales: kind == "sales",
            requested: takes_status && node.text("status") != Some("committed"),
            kind: match kind {
                "sales" | "contract" | "contribution" => Kind::Income(self.income(node, true)),
                "subsidy" | "grant" | "donation" => Kind::Income(self.income(node, false)),
                "outcome" => Kind::Outcome(self.outcome(node)),
                "equity" => Kind::Equity(self.income(node, false)),
                "in_kind" => Kind::Volunteered(self.source(node)),
                "loan" => Kind::Loan(self.loan(node)),
                other => panic!("no kind: {other}"),
            },
        }
    }

    fn income(&self, node: &Node, structural: bool) -> Income {
        Income {
            source: self.source(node),
            payment: self.payment(node),
            covers: node.texts("covers"),
            fade: self.fade(node),
            structural: node.flag("structural", structural),
        }
    }

    fn outcome(&self, node: &Node) -> Outcome {
        let (from, until) = self.window(node);
        Outcome {
            of: match node.text("of").expect("an outcome has an of") {
                path if path.contains('.') => path.to_owned(),
                id => format!("avoided.{id}"),
            },
            share: node.share("share").expect("an outcome has a share"),
            cap: node.number("cap"),
            fade: self.fade(node),
            delay: node.duration("delay").unwrap_or(0),
            from,
            until,
            structural: node.flag("structural", true),
        }
    }

    fn fade(&self, node: &Node) -> Option<Fade> {
        let fade = node.get("fade")?;
        let months = fade.number("months").expect("a fade has months");
        Some(Fade {
            from: self.month(fade.text("from").expect("a fade has a from")),
            months: i64::try_from(months.numerator().clone()).expect("months"),
        })
    }

    fn loan(&self, node: &Node) -> Loan {
        Loan {
            amount: round2(&node.number("amount").expect("a loan has an amount")),
            on: node.text("on").map_or(0, |month| self.month(month)),
            interest: match node.get("interest") {
                None => vec![whole(0)],
                Some(Node::List(rates)) => rates.iter().map(Node::as_percentage).collect(),
                Some(rate) => vec![rate.as_percentage()],
            },
            amortised_over: node
                .duration("amortised_over")
                .unwrap_or_else(|| node.duration("term").expect("a loan has a term")),
            adds: node.text("grace_interest") == Some("added"),
            repayment: match node.text("repayment").unwrap_or("annuity") {
                "annuity" => Repayment::Annuity,
                "linear" => Repayment::Linear,
                "bullet" => Repayment::Bullet,
                other => panic!("no repayment: {other}"),
            },
            term: node.duration("term").expect("a loan has a term"),
            grace: node.duration("grace").unwrap_or(0),
            every: rhythm(node.text("instalments")),
        }
    }

    fn effect(&self, name: &str, group: Group, id: &str, node: &Node) -> Effect {
        let share = |key: &str| node.share(key).unwrap_or_else(|| whole(0));
        Effect {
            group,
            path: format!("{name}.{id}"),
            party: node.text("party").expect("a party").to_owned(),
            stream: self.stream(node),
            lag: node.duration("lag").unwrap_or(0),
            lasts: node.duration("lasts").map(|months| (months, share("drop_off"))),
            deadweight: share("deadweight"),
            displacement: share("displacement"),
            attribution: share("attribution"),
            optimism_bias: share("optimism_bias"),
            cashable: match group {
                Group::Avoided => node.share("cashable").unwrap_or_else(|| whole(1)),
                Group::Value | Group::Burden => whole(0),
            },
            transfer: share("transfer"),
        }
    }
}

/// Months in a payment block, or between two instalments.
fn rhythm(word: Option<&str>) -> i64 {
    match word {
        None | Some("monthly") => 1,
        Some("quarterly") => 3,
        Some("yearly") => 12,
        Some(other) => panic!("no rhythm: {other}"),
    }
}
