//! What there is to know of each key, but what it means.

use super::takes::{FORMAT, MONTHS, TIMES, YEARS};
use super::{
    Choice, Key, Many, Named, NumberKind, Section, Takes, TestId, Told, percent, told, usual,
};
use Section as S;
use rust_decimal::Decimal;

/// What there is to know of a key in a table that takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it takes.
    pub takes: Takes,
    /// What it is when the file does not say.
    pub usual: Usual,
    /// Whether a what-if moves its numbers.
    pub drives: Drives,
    /// With what comes once, or again and again.
    pub once: Once,
    /// Whether the entry followed decides it, so that an entry with `of` does not take it.
    pub followed: bool,
    /// Whether it is the same in every month: no scenario changes it from a month on.
    pub fixed: bool,
    /// Whether what it says matters to its own entry only.
    pub alone: bool,
    /// The keys that it makes no sense without.
    pub needs: &'static [Key],
}

/// What a key is when the file does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usual {
    /// Nothing.
    Nothing,
    /// A number.
    Number(Decimal),
    /// A percentage, as a fraction.
    Percent(Decimal),
    /// A change in percent, as a fraction.
    Change(Decimal),
    /// A change in points, as a fraction.
    Points(Decimal),
    /// A whole number.
    Whole(i32),
    /// No months.
    AtOnce,
    /// `true` or `false`.
    Truth(bool),
    /// A word or a name.
    Word(&'static str),
    /// An empty list.
    Empty,
    /// What depends on something else.
    Told(Told),
}

/// Whether a what-if moves the numbers under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drives {
    /// It is swung and, as a range, drawn.
    Always,
    /// It is drawn always, and swung where the case requires one of these tests.
    Where(&'static [TestId]),
    /// Neither.
    Never(Unmoved),
    /// It holds no number.
    NoNumber,
}

/// Why no what-if moves a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmoved {
    /// It counts whole things: years, months, loans.
    Whole,
    /// It is the chance that is drawn with.
    Chance,
    /// It says what a shock does.
    Shock,
    /// It says between which values another number lies.
    Range,
    /// It stands in a price list, which no case changes.
    Listed,
    /// It really happened.
    Happened,
}

/// With what a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// With what comes once and with what recurs.
    Either,
    /// Only with what comes once.
    Only,
    /// Only with what recurs.
    Never,
}

/// How `"+10%"` or `"+2 points"` changes what a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// `"+10%"` is a tenth more.
    Part,
    /// `"+2 points"` is so many percentage points more.
    Points,
    /// It cannot.
    Not,
}

impl Facts {
    const fn of(takes: Takes) -> Self {
        let drives = match takes {
            Takes::Numbers(_) | Takes::Index | Takes::Rates | Takes::Bias => Drives::Always,
            Takes::Whole(_) | Takes::CalendarYears | Takes::Year => Drives::Never(Unmoved::Whole),
            Takes::Change | Takes::Points => Drives::Never(Unmoved::Shock),
            _ => Drives::NoNumber,
        };
        Self {
            takes,
            usual: Usual::Nothing,
            drives,
            once: Once::Either,
            followed: false,
            fixed: false,
            // A number means the same whatever stands in other entries.
            alone: takes.number().is_some(),
            needs: &[],
        }
    }

    const fn usual(self, usual: Usual) -> Self {
        Self { usual, ..self }
    }

    const fn otherwise(self, en: &'static str, nl: &'static str) -> Self {
        self.usual(Usual::Told(told(en, nl)))
    }

    const fn drives(self, drives: Drives) -> Self {
        Self { drives, ..self }
    }

    const fn recurring(self) -> Self {
        Self { once: Once::Never, ..self }
    }

    const fn once(self) -> Self {
        Self { once: Once::Only, ..self }
    }

    const fn followed(self) -> Self {
        Self { followed: true, ..self }
    }

    const fn fixed(self) -> Self {
        Self { fixed: true, ..self }
    }

    const fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// It changes what other tables mean.
    const fn reaching(self) -> Self {
        Self { alone: false, ..self }
    }

    const fn needs(self, needs: &'static [Key]) -> Self {
        Self { needs, ..self }
    }

    /// How an overlay changes what it holds.
    pub const fn changed(&self) -> Changed {
        match self.takes.number() {
            // Weights count against each other only: more of all of them is no change.
            None | Some(NumberKind::Weight) => Changed::Not,
            Some(kind) if kind.is_percentage() => Changed::Points,
            Some(_) => Changed::Part,
        }
    }
}

/// It is swung where the case requires a test of present values.
const OF_PRESENT_VALUES: Drives =
    Drives::Where(&[TestId::Payers, TestId::PublicReturn, TestId::SocialReturn]);
const NOTHING: Usual = Usual::Number(Decimal::ZERO);
const NONE_OF_IT: Usual = Usual::Percent(Decimal::ZERO);
const MONTHS_OR_NONE: Facts =
    Facts::of(Takes::Duration { least: 0, unlimited: false }).usual(Usual::AtOnce);
const LENGTH: Facts = Facts::of(Takes::Duration { least: 1, unlimited: false });
const MONTH: Facts = Facts::of(Takes::Month);
const NAME: Facts = Facts::of(Takes::Name);
const TEXT: Facts = Facts::of(Takes::Text);
const FALSE: Facts = Facts::of(Takes::Truth).usual(Usual::Truth(false));
const MONEY: Facts = Facts::of(Takes::one(NumberKind::Amount));
const RATIO: Facts = Facts::of(Takes::one(NumberKind::Ratio));
const SHARE: Facts = Facts::of(Takes::one(NumberKind::Share));
const WHOLE_MONTHS: Facts = Facts::of(Takes::Whole(MONTHS));

/// A price as it was published.
const LISTED: Facts =
    Facts::of(Takes::one(NumberKind::Price).no_range()).drives(Drives::Never(Unmoved::Listed));

const fn word(choice: Choice) -> Facts {
    Facts::of(Takes::Word(choice))
}

const fn table(section: Section) -> Facts {
    Facts::of(Takes::Table(section))
}

const fn entries(section: Section) -> Facts {
    Facts::of(Takes::Entries(section))
}

const fn numbers(kind: NumberKind, many: Many) -> Takes {
    Takes::numbers(kind, many)
}

impl Key {
    /// What there is to know of it in a table that takes it. From a month on, a table that is fixed
    /// is so with all that stands in it.
    #[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "an arm for each key")]
    pub const fn facts(self, section: Section) -> Facts {
        match self {
            Self::Format => Facts::of(Takes::Whole(FORMAT)),
            Self::Extends => Facts::of(Takes::File),
            Self::Case => match section {
                S::Initiative => Facts::of(Takes::File),
                _ => table(S::Case).fixed(),
            },
            Self::Fund => table(S::Fund),
            Self::Rate => Facts::of(Takes::Rates).fixed(),
            Self::Bias => entries(S::Bias).fixed(),
            Self::Cpi => table(S::Cpi),
            Self::Party => match section {
                S::Initiative => Facts::of(Takes::Id(Named::PartyOfCase))
                    .usual(Usual::Word(usual::PARTY_OF_FUND)),
                S::ParentLeaves => Facts::of(Takes::Id(Named::Party)).otherwise(
                    "the one that brings most in the last case year",
                    "wie in het laatste jaar het meeste inbrengt",
                ),
                S::CaseFile | S::Scenario => entries(S::Party).fixed(),
                S::Avoided | S::Value | S::Burden | S::Opening => {
                    Facts::of(Takes::Id(Named::Party)).fixed()
                }
                _ => Facts::of(Takes::Id(Named::Party)).fixed().otherwise(
                    "the market; of an outcome the party of its avoided cost",
                    "de markt; van een resultaatbetaling de partij van de vermeden kosten",
                ),
            },
            Self::Cost | Self::Funding | Self::Avoided | Self::Value | Self::Burden
                if matches!(section, S::Actual) =>
            {
                entries(S::Happened)
            }
            Self::Cost => entries(S::Cost),
            Self::Funding => entries(S::Funding),
            Self::Avoided => entries(S::Avoided),
            Self::Value => match section {
                S::ListedPrice => LISTED,
                _ => entries(S::Value),
            },
            Self::Burden => entries(S::Burden),
            Self::Opening => entries(S::Opening).fixed(),
            Self::Contribution => entries(S::Contribution),
            Self::Initiative => entries(S::Initiative),
            Self::Lending => entries(S::Lending),
            Self::Criteria => table(S::Criteria).fixed(),
            Self::Expect => table(S::Expect),
            Self::Scenario => match section {
                S::Handover => Facts::of(Takes::Id(Named::Scenario))
                    .otherwise("the first that has `from`", "het eerste met een `from`"),
                S::FundFile => entries(S::FundScenario),
                _ => entries(S::Scenario),
            },
            Self::Stress => Facts::of(Takes::Shocks),
            Self::Actual => table(S::Actual),

            Self::Kind => match section {
                S::Opening => word(Choice::OpeningKind).fixed(),
                S::ListedPrice => word(Choice::PriceKind),
                _ => word(Choice::FundingKind).fixed(),
            },
            Self::Name => match section {
                S::Case | S::Fund | S::PriceHead | S::ListedPrice => NAME,
                _ => NAME.otherwise("the id", "de id").alone(),
            },
            Self::Story => TEXT,
            Self::Source if matches!(section, S::ListedPrice) => NAME,
            Self::Source => TEXT.alone(),
            Self::Off => FALSE,
            Self::Public => FALSE,
            Self::Role => word(Choice::Role),
            Self::RoleInferred => FALSE,

            Self::Start => MONTH,
            Self::Years => match section {
                S::Election => Facts::of(Takes::CalendarYears).otherwise(
                    "2026 and every four years from there, back and forth",
                    "2026 en elke vier jaar daarvoor en daarna",
                ),
                _ => Facts::of(Takes::Whole(YEARS)).usual(Usual::Whole(usual::YEARS.cast_signed())),
            },
            Self::Ends => FALSE,
            Self::Currency => Facts::of(Takes::Currency).usual(Usual::Word(usual::CURRENCY)),
            Self::OpeningCash => MONEY.usual(NOTHING),
            Self::DiscountRate => Facts::of(Takes::one(NumberKind::Discount))
                .usual(Usual::Percent(usual::DISCOUNT_RATE))
                .drives(OF_PRESENT_VALUES),
            Self::Inflation => Facts::of(Takes::Index).drives(OF_PRESENT_VALUES),
            Self::PricesLater => Facts::of(Takes::one(NumberKind::Growth)).reaching(),
            Self::Tags => Facts::of(Takes::Marks),
            Self::Discounting => word(Choice::Discounting).usual(Usual::Word("start")),
            Self::Language => {
                word(Choice::Language).otherwise("the locale's", "die van de computer")
            }
            Self::Capital => MONEY,
            Self::Reserve => match section {
                S::Fund => MONEY.usual(NOTHING),
                _ => entries(S::Reserve),
            },
            Self::IdleInterest => Facts::of(Takes::one(NumberKind::Interest)).usual(NONE_OF_IT),
            Self::WhenFull => word(Choice::WhenFull).usual(Usual::Word("wait")),

            Self::Amount => Facts::of(Takes::one(NumberKind::Amount).or_pm()).followed(),
            Self::Amounts => {
                Facts::of(numbers(NumberKind::Amount, Many::List).or_pm()).followed().recurring()
            }
            Self::Quantity => match section {
                S::Lending => Facts::of(numbers(NumberKind::Quantity, Many::OneOrList).or_pm()),
                _ => Facts::of(Takes::one(NumberKind::Quantity).or_pm()).followed(),
            },
            Self::Price if matches!(section, S::Sold) => MONEY,
            Self::Price if matches!(section, S::PriceFile) => entries(S::ListedPrice),
            Self::Price => Facts::of(Takes::one(NumberKind::Price).or_pm()),
            Self::Prices => match section {
                S::Fund => Facts::of(Takes::Index),
                S::Case => Facts::of(Takes::Lists),
                S::PriceFile => table(S::PriceHead),
                _ => Facts::of(numbers(NumberKind::Price, Many::List).or_pm()).recurring(),
            },
            Self::PriceFrom => Facts::of(Takes::Id(Named::Listed)),
            Self::Spread => Facts::of(Takes::one(NumberKind::Share).no_range())
                .drives(Drives::Never(Unmoved::Range))
                .needs(&[Self::PriceFrom]),
            Self::At => match section {
                S::Crisis | S::ColdTurkey | S::Transition | S::ParentLeaves => MONTH.otherwise(
                    "the first of case year 3, or of the last year of a shorter case",
                    "de eerste van jaar 3, of van het laatste jaar als het er minder zijn",
                ),
                S::Happened => Facts::of(numbers(NumberKind::Amount, Many::ByMonth).no_range())
                    .drives(Drives::Never(Unmoved::Happened)),
                _ => Facts::of(numbers(NumberKind::Amount, Many::ByMonth).or_pm()).followed(),
            },
            Self::Of => match section {
                S::Outcome => Facts::of(Takes::Id(Named::Achieved)).fixed(),
                _ => Facts::of(Takes::IdOrIds(Named::Followed)).fixed(),
            },
            Self::Share if matches!(section, S::Bias) => SHARE.reaching(),
            Self::Share => SHARE.needs(&[Self::Of]),
            Self::Cap => MONEY,

            Self::Per if matches!(section, S::ListedPrice) => word(Choice::Per),
            Self::Per => word(Choice::Per).followed().fixed().otherwise(
                "required, but `\"once\"` where `on` is given",
                "verplicht, maar `\"once\"` als er een `on` is",
            ),
            Self::On => match section {
                S::Sold => MONTH,
                S::Loan | S::Opening | S::Contribution | S::Initiative => {
                    MONTH.otherwise("the start", "de start").fixed()
                }
                _ => MONTH.otherwise("the start", "de start").followed().fixed().once(),
            },
            Self::From => match section {
                S::Scenario | S::FundScenario | S::Fade => MONTH,
                _ => MONTH.otherwise("the start", "de start").fixed().recurring(),
            },
            Self::Until if matches!(section, S::Actual) => MONTH,
            Self::Rest => word(Choice::Rest).otherwise(
                "a month in which it would have come to something is an error",
                "een maand waarin er iets zou zijn geweest is een fout",
            ),
            Self::Until => {
                MONTH.otherwise("the end of the horizon", "het eind van de looptijd").recurring()
            }
            Self::Every => LENGTH,
            Self::UpTo => Facts::of(Takes::Whole(TIMES)).needs(&[Self::Every]),

            Self::Ramp => Facts::of(numbers(NumberKind::Share, Many::List))
                .otherwise("all 100%", "steeds 100%")
                .followed()
                .recurring(),
            Self::Growth => {
                Facts::of(Takes::one(NumberKind::Growth)).usual(NONE_OF_IT).followed().recurring()
            }
            Self::Season => Facts::of(numbers(NumberKind::Weight, Many::Twelve))
                .otherwise("even", "gelijkmatig")
                .followed()
                .recurring(),
            Self::Index => Facts::of(Takes::Index),

            Self::Paid => Facts::of(Takes::Payments).usual(Usual::Word("monthly")).fixed(),
            Self::Delay => MONTHS_OR_NONE,
            Self::Advance => SHARE.fixed().needs(&[Self::Settlement]),
            Self::Settlement => MONTHS_OR_NONE.usual(Usual::Nothing).needs(&[Self::Advance]),
            Self::Settled => {
                word(Choice::Settled).usual(Usual::Word("end")).fixed().needs(&[Self::Advance])
            }
            Self::Covers => {
                Facts::of(Takes::Ids(Named::Cost)).otherwise("not earmarked", "niet geoormerkt")
            }
            Self::For => Facts::of(Takes::Ids(Named::Cost))
                .otherwise("it only grows", "dan groeit het alleen"),
            Self::Fade => table(S::Fade),
            Self::Months => match section {
                S::Transition => WHOLE_MONTHS.usual(Usual::Whole(usual::TRANSITION_MONTHS)),
                S::Late => WHOLE_MONTHS.usual(Usual::Whole(usual::LATE_MONTHS)),
                _ => WHOLE_MONTHS,
            },

            Self::Structural => {
                Facts::of(Takes::Truth).otherwise("by kind", "volgt uit de soort").alone()
            }
            Self::Status => word(Choice::Status).usual(Usual::Word("requested")).fixed().alone(),
            Self::Chance => Facts::of(Takes::one(NumberKind::Share).no_range())
                .drives(Drives::Never(Unmoved::Chance)),

            Self::Interest => match section {
                S::Crisis => Facts::of(Takes::Points).usual(Usual::Points(usual::CRISIS_INTEREST)),
                _ => Facts::of(numbers(NumberKind::Interest, Many::OneOrList)).usual(NONE_OF_IT),
            },
            Self::Repayment => word(Choice::Repayment).usual(Usual::Word("annuity")),
            Self::Term => LENGTH,
            Self::Grace => MONTHS_OR_NONE,
            Self::GraceInterest => word(Choice::GraceInterest).usual(Usual::Word("paid")),
            Self::AmortisedOver => LENGTH,
            Self::Instalments => word(Choice::Rhythm).usual(Usual::Word("monthly")),
            Self::Revolving => FALSE,
            Self::Loss => SHARE.usual(NONE_OF_IT),

            Self::Life => Facts::of(Takes::Duration { least: 1, unlimited: true }).once(),
            Self::Sold => table(S::Sold).fixed().once().needs(&[Self::Life]),
            Self::Renew => FALSE.followed().needs(&[Self::Life]),

            Self::Deadweight | Self::Displacement | Self::Attribution => SHARE.usual(NONE_OF_IT),
            Self::Transfer if matches!(section, S::ListedPrice) => {
                Facts::of(Takes::one(NumberKind::Share).no_range())
                    .usual(NONE_OF_IT)
                    .drives(Drives::Never(Unmoved::Listed))
            }
            Self::Transfer => SHARE.usual(NONE_OF_IT),
            Self::OptimismBias => Facts::of(Takes::Bias).usual(NONE_OF_IT),
            Self::Cashable => SHARE.usual(Usual::Percent(usual::CASHABLE)),
            Self::Lag => MONTHS_OR_NONE,
            Self::Lasts => LENGTH.needs(&[Self::Quantity]),
            Self::DropOff => SHARE.usual(NONE_OF_IT).needs(&[Self::Lasts]),

            Self::NameNl | Self::Unit => NAME,
            Self::Year => Facts::of(Takes::Year),
            Self::PartOf => Facts::of(Takes::Id(Named::Price)),
            Self::Grade => word(Choice::Grade).usual(Usual::Word("D")),
            Self::Page | Self::Note | Self::Licence => TEXT,
            Self::Factors => Facts::of(Takes::Factors),

            Self::MinCash => MONEY.usual(NOTHING),
            Self::MinDscr => {
                RATIO.usual(Usual::Number(usual::MIN_DSCR)).drives(Drives::Where(&[TestId::Dscr]))
            }
            Self::MaxDependence => SHARE
                .usual(Usual::Percent(usual::MAX_DEPENDENCE))
                .drives(Drives::Where(&[TestId::Dependence])),
            Self::MinPublicReturn => RATIO
                .usual(Usual::Number(usual::MIN_RETURN))
                .drives(Drives::Where(&[TestId::PublicReturn])),
            Self::MinSocialReturn => RATIO
                .usual(Usual::Number(usual::MIN_RETURN))
                .drives(Drives::Where(&[TestId::SocialReturn])),
            Self::Require => Facts::of(Takes::Words(Choice::Test)).usual(Usual::Empty),
            Self::Verdict => word(Choice::Verdict),

            Self::Sales => Facts::of(Takes::Change).usual(Usual::Change(usual::CRISIS_SALES)),
            Self::Costs => Facts::of(Takes::Change).usual(Usual::Change(usual::CRISIS_COSTS)),
            Self::Parties => Facts::of(Takes::Ids(Named::Party))
                .otherwise("those with `public = true`", "die met `public = true`"),

            Self::Low | Self::Likely | Self::High => Facts::of(Takes::Ranged),
            Self::Shape => word(Choice::Shape).usual(Usual::Word("triangular")),
            Self::MovesWith => Facts::of(Takes::Mark),
        }
    }
}

impl Key {
    /// What each entry takes in the table of this name; nothing where it holds none.
    pub const fn entries(self) -> Option<Section> {
        match self.facts(Section::CaseFile).takes {
            Takes::Entries(section) => Some(section),
            _ => None,
        }
    }
}

impl Usual {
    /// As it stands in a file; nothing where it is no value of its own.
    pub fn written(self) -> Option<String> {
        let signed = |fraction: Decimal| {
            let sign = if fraction.is_sign_negative() { "" } else { "+" };
            format!("{sign}{}", percent(fraction))
        };
        Some(match self {
            Self::Nothing | Self::Told(_) => return None,
            Self::Number(number) => number.normalize().to_string(),
            Self::Percent(fraction) => format!("\"{}\"", percent(fraction)),
            Self::Change(fraction) => format!("\"{}\"", signed(fraction)),
            Self::Points(fraction) => {
                format!("\"{} points\"", signed(fraction).trim_end_matches('%'))
            }
            Self::Whole(number) => number.to_string(),
            Self::AtOnce => "\"0 months\"".to_owned(),
            Self::Truth(truth) => truth.to_string(),
            Self::Word(word) => format!("\"{word}\""),
            Self::Empty => "[]".to_owned(),
        })
    }
}
