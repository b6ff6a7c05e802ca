//! What a case is: the validated meaning of a document, with every default filled in.
//!
//! A [`Case`] is built only by validation (`case::read`), so whatever computes with one need not
//! check it again. Entries that are `off` are not in it; what follows or covers such an entry
//! follows or covers nothing.

use crate::calendar::{Horizon, Month, Rhythm};
use crate::money::{Amount, Cents, Quantity, Rate, Share};
use crate::words::{FundingKind, Group, Role};
use rust_decimal::Decimal;

mod actual;
mod entry;
mod every;
mod facts;
mod moved;
pub(crate) mod read;
pub mod stress;
mod switch;
mod unindexed;

pub use actual::Actual;
pub use entry::{Entry, Later, Versions};
pub use every::AnyEntry;
pub use facts::Facts;
pub(crate) use read::again;
pub use read::{Checked, language, misspelled, read, tags};

pub use crate::words::{
    Discounting, GraceInterest, Language, OpeningKind, Repayment, Settled, Status, TestId, Text,
    VerdictKind,
};

/// One initiative's business case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What the initiative is called.
    pub name: Text,
    /// The months that are looked at.
    pub horizon: Horizon,
    /// The ISO 4217 code of a currency with two decimals.
    pub currency: String,
    /// Whether the work is done when the horizon is over.
    pub ends: bool,
    /// Cash in hand before the first month.
    pub opening_cash: Amount,
    /// The yearly rate by which later money counts less.
    pub discount_rate: Rate,
    /// How prices in general rise, which the discount rate is on top of.
    pub inflation: Index,
    /// Which moment of a case year its money is discounted from.
    pub discounting: Discounting,
    /// The language of its reports, when the file says so.
    pub language: Option<Language>,
    /// Why this exists, in the words of the people who do it.
    pub story: Option<Text>,
    /// What it is sorted by among others.
    pub tags: Vec<String>,
    /// Everyone who pays, saves or benefits, in the file's order.
    pub parties: Vec<Party>,
    /// What the initiative needs.
    pub costs: Vec<Entry<Cost>>,
    /// What comes in.
    pub funding: Vec<Entry<Funding>>,
    /// Costs that some party no longer makes.
    pub avoided: Vec<Entry<Effect>>,
    /// Social value that is nobody's avoided cost.
    pub values: Vec<Entry<Effect>>,
    /// What the initiative makes dearer for another party.
    pub burdens: Vec<Entry<Effect>>,
    /// What was still to be received or paid before the first month.
    pub openings: Vec<Entry<Opening>>,
    /// Own money that is set apart.
    pub reserves: Vec<Entry<Reserve>>,
    /// The thresholds of the tests.
    pub criteria: Criteria,
    /// What CI expects the verdict to be.
    pub expect: Option<VerdictKind>,
    /// What of it really happened, where the file says so.
    pub actual: Option<Actual>,
    /// The shocks that it is put through.
    pub stresses: stress::Stresses,
}

/// Someone who pays, saves or benefits.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// Its key in `[party]`.
    pub id: String,
    /// What people call it; the id where the file says nothing.
    pub name: Text,
    /// Whether it spends public money.
    pub public: bool,
    /// Whether the file says so, or that it does not.
    pub says_public: bool,
    /// What it is to a price list, where the file says so.
    pub role: Option<Role>,
}

/// A party of this case: its place in [`Case::parties`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyIndex(pub usize);

/// What the initiative pays for.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// How much, when.
    pub schedule: Schedule,
    /// When it is paid.
    pub payment: Payment,
    /// The months of their own in which it is paid in parts, if it is.
    pub milestones: Option<Milestones>,
    /// Present when it is an investment, which is written off; then the schedule is a `once`.
    pub investment: Option<Investment>,
}

/// That a cost is written off over its life.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Investment {
    /// How long it lasts.
    pub life: Life,
    /// Whether it is bought again each time its life ends; only with a life that ends.
    pub renew: bool,
    /// Whether it will be wanted again when the horizon is past: not what has been switched off.
    pub replaced: bool,
    /// That it is sold.
    pub sold: Option<Sale>,
}

/// That an investment is sold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    /// The month in which it is gone.
    pub on: Month,
    /// What it brings in that month.
    pub price: Amount,
}

/// How long an investment lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Never written off, such as land.
    Unlimited,
    /// So many months, at least one.
    Months(i32),
}

/// Money or hours that come in.
#[derive(Clone, Debug, PartialEq)]
pub struct Funding {
    /// Who pays; the market when nobody in particular. Of an outcome payment always somebody.
    pub party: Option<PartyIndex>,
    /// Whether it is promised; sales, a forecast, and hours always count.
    pub promise: Promise,
    /// How it comes.
    pub form: Form,
}

/// How sure funding is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Promise {
    /// Promised, or a forecast.
    Certain,
    /// Asked for and not promised.
    Requested {
        /// In what share of simulated draws it is granted, where the file says so.
        chance: Option<Share>,
    },
}

/// How money or hours come in.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Income from a buyer or a giver.
    Income(Income),
    /// A share of what a party saves, paid when it is saved.
    Outcome(Outcome),
    /// Own capital.
    Equity(Equity),
    /// Borrowed capital.
    Loan(Loan),
    /// Hours or space without cash.
    InKind(InKind),
}

/// What sort of income an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncomeKind {
    /// Market income, rents, memberships.
    Sales,
    /// A party buys a service.
    Contract,
    /// A party pays from what it saves.
    Contribution,
    /// A subsidy.
    Subsidy,
    /// A grant.
    Grant,
    /// A donation.
    Donation,
}

/// Sales, contracts, contributions, subsidies, grants and donations.
#[derive(Clone, Debug, PartialEq)]
pub struct Income {
    /// Which of them.
    pub kind: IncomeKind,
    /// How much, when.
    pub schedule: Schedule,
    /// When it is paid.
    pub payment: Payment,
    /// The months of their own in which it is paid in parts, if it is.
    pub milestones: Option<Milestones>,
    /// What part goes ahead and when the rest follows.
    pub advance: Option<Advance>,
    /// The costs it is earmarked for, as places in [`Case::costs`]; `None` when it is not earmarked.
    pub covers: Option<Vec<usize>>,
    /// That it becomes less and less, and then stops.
    pub fade: Option<Fade>,
    /// Whether it does not stop by itself.
    pub structural: bool,
}

/// What an outcome payment is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Achieved {
    /// The cashable value of an avoided cost, as a place in [`Case::avoided`].
    Avoided(usize),
    /// All of a value that is nobody's saving, as a place in [`Case::values`].
    Value(usize),
}

impl Achieved {
    /// Where it stands.
    pub fn spot(self) -> (Group, usize) {
        match self {
            Self::Avoided(place) => (Group::Avoided, place),
            Self::Value(place) => (Group::Value, place),
        }
    }

    /// Its entry.
    pub fn entry(self, case: &Case) -> Option<&Entry<Effect>> {
        match self {
            Self::Avoided(place) => case.avoided.get(place),
            Self::Value(place) => case.values.get(place),
        }
    }
}

/// A payment of a share of an avoided cost's cashable value, or of a value, when realised.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it is a share of; `None` when that is off.
    pub of: Option<Achieved>,
    /// The share that is paid.
    pub share: Share,
    /// At most so much a case year.
    pub cap: Option<Amount>,
    /// That it becomes less and less, and then stops.
    pub fade: Option<Fade>,
    /// First month that counts.
    pub from: Month,
    /// Last month that counts.
    pub until: Month,
    /// Months between saving and payment.
    pub delay: i32,
    /// Whether it does not stop by itself.
    pub structural: bool,
}

/// Own capital, not repaid.
#[derive(Clone, Debug, PartialEq)]
pub struct Equity {
    /// How much, when.
    pub stream: Stream,
    /// When it is paid.
    pub payment: Payment,
    /// The months of their own in which it is paid in parts, if it is.
    pub milestones: Option<Milestones>,
}

/// Hours or space, valued; no cash.
#[derive(Clone, Debug, PartialEq)]
pub struct InKind {
    /// How much, when.
    pub stream: Stream,
}

/// Borrowed capital.
#[derive(Clone, Debug, PartialEq)]
pub struct Loan {
    /// The principal.
    pub amount: Amount,
    /// The month of the draw; may lie before the start.
    pub on: Month,
    /// On which terms.
    pub terms: Terms,
    /// Whether the money goes round: lent again when repaid.
    pub revolving: bool,
}

/// On which terms money is borrowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Nominal interest a year, of the first year after the draw, the second ...; the last one
    /// repeats. Never empty.
    pub interest: Vec<Rate>,
    /// How it is paid back after the grace period.
    pub repayment: Repayment,
    /// Months from the draw to the last instalment, grace included; whole instalments.
    pub term: i32,
    /// Months from the draw to the last instalment of the loan whose instalments these are, grace
    /// included: at least the term, at the end of which the rest is paid; whole instalments.
    pub amortised_over: i32,
    /// Months without repayment, fewer than the term; whole instalments.
    pub grace: i32,
    /// What becomes of the interest in those months.
    pub grace_interest: GraceInterest,
    /// How often an instalment is paid, at the end of each block.
    pub instalments: Rhythm,
}

impl Terms {
    /// The interest a year in the month that lies so many months after that of the draw.
    pub fn rate(&self, months: i32) -> Rate {
        let year = usize::try_from(months / 12).unwrap_or(0);
        self.interest.get(year).or(self.interest.last()).copied().unwrap_or_default()
    }

    /// Which part of an instalment's interest is added to what is owed.
    pub fn added(&self, in_grace: bool, interest: Cents) -> Cents {
        match self.grace_interest {
            GraceInterest::Added if in_grace => interest,
            GraceInterest::Added | GraceInterest::Paid => Cents::ZERO,
        }
    }
}

/// What an avoided cost, a value and a burden have in common: what the initiative does to a party.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Whom it reaches.
    pub party: PartyIndex,
    /// How much, when; its [`Stream::bias`] takes off for avoided costs and values and adds for
    /// burdens.
    pub stream: Stream,
    /// Would have happened anyway.
    pub deadweight: Share,
    /// Moves elsewhere.
    pub displacement: Share,
    /// Is due to others.
    pub attribution: Share,
    /// What the party can really take out of a budget; nothing of values and burdens.
    pub cashable: Share,
    /// What of it is money that somebody else no longer gets; nothing of values and burdens.
    pub transfer: Share,
    /// What of this the file leaves to a default.
    pub unsaid: Unsaid,
    /// Months by which it comes later.
    pub lag: i32,
    /// That each unit reached goes on for a while.
    pub lasts: Option<Lasts>,
}

/// What the file does not say of an effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsaid {
    /// What would have happened anyway.
    pub deadweight: bool,
    /// What its party can take out of a budget; values and burdens cannot say it.
    pub cashable: bool,
}

/// That each unit reached keeps its effect for a while.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lasts {
    /// For how many months.
    pub months: i32,
    /// How much less each year is than the year before.
    pub drop_off: Share,
}

/// Something that was still to be received or paid before the first month.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// Which of the two.
    pub kind: OpeningKind,
    /// How much.
    pub amount: Amount,
    /// The month in which it is received or paid, never before the start.
    pub on: Month,
    /// Whose it is, where the file says so.
    pub party: Option<PartyIndex>,
}

/// Own money that is set apart: no cash flow, but less to spend.
#[derive(Clone, Debug, PartialEq)]
pub struct Reserve {
    /// How much is set apart, when.
    pub stream: Stream,
    /// The costs that it is for, by their places in [`Case::costs`], in the order in which it lists
    /// them.
    pub costs: Vec<usize>,
}

/// How much an entry is, month by month: on its own terms or following another entry.
#[allow(
    clippy::large_enum_variant,
    reason = "few entries, read again and again: a box would cost more than the room it saves"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Schedule {
    /// On its own terms.
    Own(Box<Stream>),
    /// As another entry goes.
    Follows(Follow),
}

/// An entry that another follows: a place in [`Case::costs`] or [`Case::funding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// A cost.
    Cost(usize),
    /// An income.
    Funding(usize),
}

/// That an entry goes as others go together, which may follow others themselves, never round.
#[derive(Clone, Debug, PartialEq)]
pub struct Follow {
    /// The entries followed, in the order listed, each once; those that are off are left out.
    pub of: Vec<Followed>,
    /// What is taken from it.
    pub by: FollowBy,
    /// Optimism bias, added.
    pub bias: Share,
    /// The months in which it follows what recurs, where the file says so.
    pub within: Option<Window>,
    /// Whether the entries followed come once, and so this one (also when they are off).
    pub once: bool,
    /// Whether a cost of dated amounts is followed (also when it is off).
    pub dated: bool,
}

/// Months from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub from: Month,
    /// The last.
    pub until: Month,
}

/// What an entry takes from the one it follows.
#[derive(Clone, Debug, PartialEq)]
pub enum FollowBy {
    /// A price for each of its units.
    Price {
        /// The price of a unit at the case's start.
        price: Amount,
        /// How that price rises.
        index: Index,
    },
    /// A share of its exact amount.
    Share(Share),
}

/// An amount with its timing.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// What one period costs or brings, in prices of the case's start.
    pub unit: Unit,
    /// When.
    pub timing: Timing,
    /// How prices rise.
    pub index: Index,
    /// Optimism bias; zero where the entry takes none.
    pub bias: Share,
}

/// What one period costs or brings.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// An amount.
    Amount(Amount),
    /// An amount for each of the entry's own years; the last one repeats. Of what is dated, for each
    /// of its months. Never empty.
    Amounts(Vec<Amount>),
    /// Units at a price.
    Priced {
        /// Units a period.
        quantity: Quantity,
        /// The price of one.
        price: Amount,
    },
    /// Units at a price that changes each of the entry's own years.
    PricedByYear {
        /// Units a period.
        quantity: Quantity,
        /// The price of one in its first, second ... year; the last one repeats. Never empty.
        prices: Vec<Amount>,
    },
}

/// When a stream runs.
#[allow(
    clippy::large_enum_variant,
    reason = "few entries, read again and again: a box would cost more than the room it saves"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Timing {
    /// All of it in one month.
    Once {
        /// That month; before the start only for an investment.
        on: Month,
    },
    /// In months of its own.
    Dated(Dated),
    /// Again and again.
    Recurring(Recurring),
}

/// Months of a stream whose amounts are dated: each has the amount at the same place.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The months, in their order; none lies before the start.
    pub months: Vec<Month>,
    /// What comes before this month does not.
    pub since: Option<Month>,
}

/// A stream that recurs.
#[derive(Clone, Debug, PartialEq)]
pub struct Recurring {
    /// The period that the unit is for.
    pub per: Rhythm,
    /// First month; never before the start, perhaps past the end.
    pub from: Month,
    /// Last month, inclusive; may lie past the end of the horizon.
    pub until: Month,
    /// Share of full volume in its first, second ... year; then all of it.
    pub ramp: Vec<Share>,
    /// Volume growth a year.
    pub growth: Rate,
    /// Weights of January to December, not all zero; `None` when every month is alike.
    pub season: Option<Box<[Decimal; 12]>>,
}

/// How prices rise each 1 January: the rate of the first calendar year after the start year, the
/// second ...; the last one repeats. Empty when they do not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index(pub Vec<Rate>);

impl Index {
    /// Whether prices stay what they are.
    pub fn is_flat(&self) -> bool {
        self.0.iter().all(|rate| rate.0.is_zero())
    }
}

/// When what accrues is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Payment {
    /// Blocks counted from the entry's start, each paid in its first month.
    pub rhythm: Rhythm,
    /// Months by which each payment comes later.
    pub delay: i32,
}

/// That something is paid in parts of all that it comes to, in months of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestones {
    /// The parts in the order of their months, 100% together; none lies before the start.
    pub parts: Vec<Milestone>,
    /// What would be paid before this month is not: the later parts are of all of it.
    pub since: Option<Month>,
}

/// A part of something that is paid in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Milestone {
    /// The month.
    pub month: Month,
    /// The part.
    pub part: Share,
}

/// That part of an income is paid ahead and the rest when it is settled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advance {
    /// The part that goes ahead.
    pub share: Share,
    /// Months from the last month in which it runs to the payment of the rest.
    pub settlement: i32,
    /// Whether the rest is that of all of it, or of each calendar year.
    pub settled: Settled,
}

/// That an income becomes less and less: in month k = 0 .. n-1 from its first one it is (n-k)/(n+1)
/// of what it would be, and then nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fade {
    /// The first month with less.
    pub from: Month,
    /// n, the months in which it steps down; at least zero.
    pub months: i32,
}

/// The thresholds of the tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Criteria {
    /// What closing cash may never be below.
    pub min_cash: Amount,
    /// Cash that recurs over debt service, each case year.
    pub min_dscr: Decimal,
    /// The largest share of last year's income that one party may bring.
    pub max_dependence: Share,
    /// Cashable savings of public parties over what they pay.
    pub min_public_return: Decimal,
    /// Avoided costs and values over all costs.
    pub min_social_return: Decimal,
    /// Tests that are advice by nature and required here.
    pub require: Vec<TestId>,
}

impl IncomeKind {
    /// The kind of funding that is income; nothing where it is none, or follows a saving.
    pub fn of(kind: FundingKind) -> Option<Self> {
        match kind {
            FundingKind::Sales => Some(Self::Sales),
            FundingKind::Contract => Some(Self::Contract),
            FundingKind::Contribution => Some(Self::Contribution),
            FundingKind::Subsidy => Some(Self::Subsidy),
            FundingKind::Grant => Some(Self::Grant),
            FundingKind::Donation => Some(Self::Donation),
            FundingKind::Outcome
            | FundingKind::Equity
            | FundingKind::Loan
            | FundingKind::InKind => None,
        }
    }
}

impl Case {
    /// The number of case years.
    pub fn years(&self) -> usize {
        self.horizon.years as usize
    }

    /// The numbers of the months from which on an entry becomes something else, in their order.
    pub fn changes(&self) -> Vec<i32> {
        fn of<T>(entries: &[Entry<T>]) -> impl Iterator<Item = i32> + '_ {
            entries.iter().flat_map(|entry| entry.later.iter().map(|later| later.from))
        }
        let effects = [&self.avoided, &self.values, &self.burdens];
        let mut changes: Vec<_> = of(&self.costs).chain(of(&self.funding)).collect();
        changes.extend(effects.into_iter().flat_map(|entries| of(entries)));
        changes.sort_unstable();
        changes.dedup();
        changes
    }

    /// The case without what entries become from the month with this number on.
    #[must_use]
    pub fn until(&self, month: i32) -> Self {
        fn end<T>(entries: &mut [Entry<T>], month: i32) {
            for entry in entries {
                entry.later.retain(|later| later.from < month);
            }
        }
        let mut case = self.clone();
        end(&mut case.costs, month);
        end(&mut case.funding, month);
        for effects in [&mut case.avoided, &mut case.values, &mut case.burdens] {
            end(effects, month);
        }
        case
    }

    /// The places of the funding entries that are asked for and not promised.
    pub fn requested(&self) -> Vec<usize> {
        let places = self.funding.iter().enumerate();
        places.filter(|(_, entry)| entry.what.is_requested()).map(|(place, _)| place).collect()
    }

    /// Whether a test must pass for the case to close.
    pub fn is_required(&self, test: TestId) -> bool {
        test.always_required() || self.criteria.require.contains(&test)
    }
}

impl Promise {
    /// In what share of simulated draws it is granted while it is requested, if the file says so.
    pub fn chance(self) -> Option<Share> {
        match self {
            Self::Certain => None,
            Self::Requested { chance } => chance,
        }
    }
}

impl Funding {
    /// Whether it is bought rather than granted: a forecast, which nobody promises.
    pub fn is_sales(&self) -> bool {
        matches!(&self.form, Form::Income(income) if income.kind == IncomeKind::Sales)
    }

    /// Whether it is asked for and not promised.
    pub fn is_requested(&self) -> bool {
        matches!(self.promise, Promise::Requested { .. })
    }

    /// Whether it is income that does not stop by itself.
    pub fn is_structural(&self) -> bool {
        self.form.is_structural()
    }

    /// Whether all of it comes in one month: what does not recur.
    pub fn is_once(&self) -> bool {
        self.form.is_once()
    }
}

impl Form {
    /// Whether it is income that does not stop by itself.
    pub fn is_structural(&self) -> bool {
        match self {
            Self::Income(income) => income.structural,
            Self::Outcome(outcome) => outcome.structural,
            Self::Equity(_) | Self::Loan(_) | Self::InKind(_) => false,
        }
    }

    /// Whether all of it comes in one month: what does not recur.
    pub fn is_once(&self) -> bool {
        match self {
            Self::Income(income) => income.schedule.is_once(),
            Self::Equity(equity) => equity.stream.is_once(),
            Self::InKind(in_kind) => in_kind.stream.is_once(),
            Self::Outcome(_) | Self::Loan(_) => false,
        }
    }
}

impl Entry<Funding> {
    /// What it is through time, if it is an outcome payment.
    pub fn outcome(&self) -> Option<Versions<'_, Outcome>> {
        match self.by_kind() {
            ByKind::Outcome(outcome) => Some(outcome),
            _ => None,
        }
    }

    /// What it is through time, if it is an income.
    pub fn income(&self) -> Option<Versions<'_, Income>> {
        match self.by_kind() {
            ByKind::Income(income) => Some(income),
            _ => None,
        }
    }

    /// What it is through time, by its kind, which it keeps.
    pub fn by_kind(&self) -> ByKind<'_> {
        let all = self.versions();
        /// The versions of an entry whose first is of this kind.
        macro_rules! versions {
            ($kind:ident, $first:expr) => {
                ByKind::$kind(all.of_kind($first, |later| match &later.form {
                    Form::$kind(later) => Some(later),
                    _ => None,
                }))
            };
        }
        match &self.what.form {
            Form::Income(first) => versions!(Income, first),
            Form::Outcome(first) => versions!(Outcome, first),
            Form::Equity(first) => versions!(Equity, first),
            Form::Loan(first) => versions!(Loan, first),
            Form::InKind(first) => versions!(InKind, first),
        }
    }
}

/// A funding entry through time, by its kind.
#[derive(Clone, Debug)]
pub enum ByKind<'a> {
    /// Sales to donations.
    Income(Versions<'a, Income>),
    /// A payment for an avoided cost.
    Outcome(Versions<'a, Outcome>),
    /// Own capital.
    Equity(Versions<'a, Equity>),
    /// Borrowed capital.
    Loan(Versions<'a, Loan>),
    /// Hours or space.
    InKind(Versions<'a, InKind>),
}

impl Schedule {
    /// Whether it does not recur: all of it falls in one month, or in months of its own.
    pub fn is_once(&self) -> bool {
        match self {
            Self::Own(stream) => stream.is_once(),
            Self::Follows(follow) => follow.once,
        }
    }
}

impl Cost {
    /// Whether it counts as a cost that recurs: it does, or it is dated, or follows a cost that is.
    pub fn counts_each_year(&self) -> bool {
        match &self.schedule {
            Schedule::Own(stream) => !matches!(stream.timing, Timing::Once { .. }),
            Schedule::Follows(follow) => !follow.once || follow.dated,
        }
    }
}

impl Stream {
    /// Whether it does not recur: all of it falls in one month, or in months of its own.
    pub fn is_once(&self) -> bool {
        !matches!(self.timing, Timing::Recurring(_))
    }

    /// The month with which it begins; `None` of what is dated and never comes.
    pub fn begins(&self) -> Option<Month> {
        match &self.timing {
            Timing::Once { on } => Some(*on),
            Timing::Dated(dated) => dated.coming().next().map(|(_, month)| month),
            Timing::Recurring(recurring) => Some(recurring.from),
        }
    }
}

impl Milestones {
    /// The parts that are paid.
    pub fn coming(&self) -> impl Iterator<Item = Milestone> + '_ {
        let parts = self.parts.iter().copied();
        parts.filter(|it| self.since.is_none_or(|since| it.month >= since))
    }

    /// Nothing of it is paid before a month.
    fn begin(&mut self, month: Month) {
        self.since = self.since.max(Some(month));
    }

    fn shift(&mut self, months: i32) {
        self.parts.iter_mut().for_each(|it| it.month = it.month.plus(months));
        self.since = self.since.map(|since| since.plus(months));
    }
}

impl Dated {
    /// The months that come, each with its place among all.
    pub fn coming(&self) -> impl Iterator<Item = (usize, Month)> + '_ {
        let months = self.months.iter().copied().enumerate();
        months.filter(|(_, month)| self.since.is_none_or(|since| *month >= since))
    }
}
