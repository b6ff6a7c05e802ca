//! The tables of a file, and which keys each takes.

use super::{FundingKind, Key, NumberKind, Told, Word, told};
use strum::VariantArray;

/// A sort of table, by the keys that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Section {
    /// The top of a case's file.
    CaseFile,
    /// The top of a fund's file.
    FundFile,
    /// `[case]`.
    Case,
    /// `[fund]`.
    Fund,
    /// `[party.ID]`.
    Party,
    /// `[cost.ID]`.
    Cost,
    /// Funding of kind `sales`.
    Sales,
    /// Funding that somebody promises: contracts, contributions, subsidies, grants and donations.
    Income,
    /// Funding of kind `outcome`.
    Outcome,
    /// Funding of kind `equity`.
    Equity,
    /// Funding of kind `loan`.
    Loan,
    /// Funding of kind `in_kind`.
    InKind,
    /// All that one or another kind of funding takes.
    Funding,
    /// `[avoided.ID]`.
    Avoided,
    /// `[value.ID]`.
    Value,
    /// `[burden.ID]`.
    Burden,
    /// `[opening.ID]`.
    Opening,
    /// `[reserve.ID]` of a case.
    Reserve,
    /// `[contribution.ID]` of a fund.
    Contribution,
    /// `[initiative.ID]` of a fund.
    Initiative,
    /// `[lending.ID]` of a fund.
    Lending,
    /// `[criteria]`.
    Criteria,
    /// `[expect]`.
    Expect,
    /// `[scenario.ID]` of a case.
    Scenario,
    /// `[scenario.ID]` of a fund.
    FundScenario,
    /// `[stress.crisis]`.
    Crisis,
    /// `[stress.election]`.
    Election,
    /// `[stress.cold_turkey]`.
    ColdTurkey,
    /// `[stress.transition]`.
    Transition,
    /// `[stress.parent_leaves]`.
    ParentLeaves,
    /// `[stress.late]`.
    Late,
    /// `[stress.handover]`.
    Handover,
    /// `[actual]`.
    Actual,
    /// `[actual.GROUP.ID]`.
    Happened,
    /// What stands under `fade`.
    Fade,
    /// What stands under `sold`.
    Sold,
    /// A number as a range.
    Range,
    /// `[bias.ID]`.
    Bias,
    /// The top of a price list's file.
    PriceFile,
    /// `[prices]` of a price list.
    PriceHead,
    /// `[cpi]` of a price list.
    Cpi,
    /// `[price.ID]` of a price list.
    ListedPrice,
}

/// A key that a table takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    /// The key.
    pub key: Key,
    /// How much the table needs it.
    pub need: Need,
}

/// How much a table needs a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It cannot do without.
    Required,
    /// It may stand there.
    Taken,
    /// It is a part of one of the ways to say how much, exactly one of which is there:
    /// [`Section::ways`].
    HowMuch,
    /// It is one of the keys that say when, one of which is there.
    When,
    /// It is known there, and refused with a reason of its own.
    Refused,
}

/// `Required: Kind; Taken: Name Source;`
macro_rules! takes {
    ($($need:ident: $($key:ident)+;)*) => {
        &[$($(Take { key: Key::$key, need: Need::$need },)+)*]
    };
}

/// The ways to say how much an entry is: by itself, and then by what it follows.
const WAYS: &[&[Key]] = &[
    &[Key::Amount],
    &[Key::Amounts],
    &[Key::Quantity, Key::Price],
    &[Key::Quantity, Key::Prices],
    &[Key::Quantity, Key::PriceFrom],
    &[Key::At],
    &[Key::Of, Key::Price],
    &[Key::Of, Key::PriceFrom],
    &[Key::Of, Key::Share],
];

impl Section {
    /// The keys that it takes, in the order in which they are told.
    #[expect(clippy::too_many_lines, reason = "a list of keys for each table")]
    pub const fn takes(self) -> &'static [Take] {
        match self {
            Self::CaseFile => takes! {
                Required: Format;
                Taken: Extends;
                Required: Case;
                Taken: Rate Bias Party Cost Avoided Funding Value Burden Opening Reserve Criteria;
                Taken: Expect Scenario Stress Actual;
            },
            Self::FundFile => takes! {
                Required: Format;
                Taken: Extends;
                Required: Fund;
                Taken: Rate Bias Cost Contribution Initiative Lending Expect Scenario;
            },
            Self::Case => takes! {
                Required: Name Start;
                Taken: Years Ends Currency OpeningCash DiscountRate Inflation Discounting Language;
                Taken: Prices PricesLater Tags Story Source;
            },
            Self::Fund => takes! {
                Required: Name Start;
                Taken: Years Currency Language Story Source;
                Required: Capital;
                Taken: Reserve IdleInterest Prices WhenFull;
            },
            Self::Party => takes! { Taken: Name Public Role Source; },
            Self::Cost => takes! {
                Taken: Name Source;
                HowMuch: Amount Amounts Quantity Price Prices PriceFrom;
                Taken: Spread;
                HowMuch: At Of Share;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Delay Paid Life Renew Sold OptimismBias;
                Taken: Off;
            },
            Self::Sales => takes! {
                Required: Kind;
                Taken: Name Source Party;
                HowMuch: Amount Amounts Quantity Price Prices At Of Share;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Paid Delay Advance Settlement Settled Covers Fade;
                Taken: Structural Off;
            },
            Self::Income => takes! {
                Required: Kind;
                Taken: Name Source Party;
                HowMuch: Amount Amounts Quantity Price Prices At Of Share;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Paid Delay Advance Settlement Settled Covers Fade;
                Taken: Structural Status Chance Off;
            },
            Self::Outcome => takes! {
                Required: Kind;
                Taken: Name Source Party;
                Required: Of Share;
                Taken: Cap From Until Fade Delay Structural Status Chance Off;
            },
            Self::Equity => takes! {
                Required: Kind;
                Taken: Name Source Party;
                HowMuch: Amount Amounts Quantity Price Prices At;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Paid Delay Status Chance Off;
            },
            Self::Loan => takes! {
                Required: Kind;
                Taken: Name Source Party;
                Required: Amount;
                Taken: On Interest Repayment;
                Required: Term;
                Taken: Grace GraceInterest AmortisedOver Instalments Revolving Status Chance Off;
            },
            Self::InKind => takes! {
                Required: Kind;
                Taken: Name Source Party;
                HowMuch: Amount Amounts Quantity Price Prices At;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Off;
            },
            Self::Funding => takes! {
                Required: Kind;
                Taken: Name Source Party;
                HowMuch: Amount Amounts Quantity Price Prices At Of Share;
                Taken: Cap Per On From Until Ramp Growth Season Index Paid Delay Advance Settlement Settled Covers Fade;
                Taken: Interest Repayment Term Grace GraceInterest AmortisedOver Instalments Revolving;
                Taken: Structural Status Chance;
                Taken: Off;
            },
            Self::Avoided => takes! {
                Taken: Name Source;
                Required: Party;
                HowMuch: Amount Amounts Quantity Price Prices PriceFrom;
                Taken: Spread;
                HowMuch: At;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Deadweight Displacement Attribution;
                Taken: Cashable Transfer OptimismBias Lag Lasts DropOff Off;
            },
            Self::Value | Self::Burden => takes! {
                Taken: Name Source;
                Required: Party;
                HowMuch: Amount Amounts Quantity Price Prices PriceFrom;
                Taken: Spread;
                HowMuch: At;
                When: Per On;
                Taken: From Until Ramp Growth Season Index Deadweight Displacement Attribution;
                Taken: OptimismBias Lag Lasts DropOff Off;
            },
            Self::Opening => takes! {
                Required: Kind;
                Taken: Name Source Party;
                Required: Amount;
                Taken: On Off;
            },
            Self::Reserve => takes! {
                Taken: Name Source;
                HowMuch: Amount Amounts At;
                When: Per;
                Taken: From Until Index For Off;
            },
            Self::Contribution => takes! {
                Taken: Name Source;
                Required: Amount;
                Taken: On Off;
            },
            Self::Initiative => takes! {
                Taken: Name Source;
                Required: Case;
                Taken: Party On Every UpTo Off;
            },
            Self::Lending => takes! {
                Taken: Name Source;
                Required: Amount Quantity;
                Taken: Interest Repayment;
                Required: Term;
                Taken: Grace GraceInterest AmortisedOver Instalments Loss Off;
            },
            Self::Criteria => takes! {
                Taken: MinCash MinDscr MaxDependence MinPublicReturn MinSocialReturn Require;
            },
            Self::Expect => takes! { Required: Verdict; },
            Self::Scenario => takes! {
                Taken: Name From Case Rate Bias Party Cost Avoided Funding Value Burden Opening Reserve;
                Taken: Criteria Expect;
            },
            Self::FundScenario => takes! {
                Taken: Name;
                // A scenario of a fund holds from its start.
                Refused: From;
                Taken: Fund Rate Bias Cost Contribution Initiative Lending Expect;
            },
            Self::Crisis => takes! { Taken: Sales Costs Interest At Off; },
            Self::Election => takes! { Taken: Years Parties Off; },
            Self::ColdTurkey => takes! { Taken: At Off; },
            Self::Transition => takes! { Taken: At Months Off; },
            Self::ParentLeaves => takes! { Taken: At Party Off; },
            Self::Late => takes! { Taken: Months Off; },
            Self::Handover => takes! { Taken: Scenario Off; },
            Self::Actual => takes! { Required: Until; Taken: Cost Funding Avoided Value Burden; },
            Self::Happened => takes! { Taken: At Rest; },
            Self::Fade => takes! { Required: From Months; },
            Self::Sold => takes! { Required: On Price; },
            Self::Range => takes! { Required: Low Likely High; Taken: Shape MovesWith; },
            Self::Bias => takes! { Taken: Name; Required: Share; Taken: Source; },
            Self::PriceFile => takes! { Required: Format Prices; Taken: Cpi; Required: Price; },
            Self::PriceHead => takes! { Required: Name; Taken: Currency Source Licence Note; },
            Self::Cpi => takes! { Taken: Source; Required: Factors; },
            Self::ListedPrice => takes! {
                Required: Name;
                Taken: NameNl;
                Required: Value Year Unit;
                Taken: Per Role RoleInferred Kind Transfer PartOf Grade;
                Required: Source;
                Taken: Page Note;
            },
        }
    }

    /// The ways to say how much an entry is, where there is more than one.
    pub fn ways(self) -> Vec<&'static [Key]> {
        let has = |key: &Key| self.need(*key) == Some(Need::HowMuch);
        WAYS.iter().copied().filter(|way| way.iter().all(has)).collect()
    }

    /// The keys that an entry is reckoned from: what scales these scales the entry. A share of another
    /// entry goes along with that.
    pub fn reckoned_from(self) -> impl Iterator<Item = Key> {
        let takes = self.takes().iter();
        let essential = takes.filter(|it| matches!(it.need, Need::Required | Need::HowMuch));
        essential.map(|take| take.key).filter(move |key| {
            let number = key.facts(self).takes.number();
            matches!(number, Some(NumberKind::Amount | NumberKind::Price))
        })
    }

    /// The keys one of which an overlay must have for an entry that is not there yet: with none of
    /// them it changes an entry that does not exist. Of what needs none it is empty.
    pub fn stands_by(self) -> &'static [Key] {
        match self {
            Self::Cost => &[Key::Per, Key::On, Key::At, Key::Of],
            Self::Funding | Self::Opening => &[Key::Kind],
            Self::Avoided | Self::Value | Self::Burden => &[Key::Per, Key::On, Key::At],
            Self::Reserve => &[Key::Per, Key::At],
            Self::Initiative => &[Key::Case],
            Self::Contribution | Self::Lending => &[Key::Amount],
            _ => &[],
        }
    }

    /// What it holds.
    #[expect(clippy::too_many_lines, reason = "a line for each table")]
    pub const fn about(self) -> Told {
        match self {
            Self::CaseFile => told("a business case", "een businesscase"),
            Self::FundFile => told("a revolving fund", "een revolverend fonds"),
            Self::Case => told("the initiative and its horizon", "het initiatief en zijn looptijd"),
            Self::Fund => told("the fund and its horizon", "het fonds en zijn looptijd"),
            Self::Party => {
                told("who pays, saves or benefits", "wie betaalt, bespaart of er baat bij heeft")
            }
            Self::Cost => told("what the initiative pays for", "waar het initiatief voor betaalt"),
            Self::Sales => told("market income", "marktinkomsten"),
            Self::Income => told("income that somebody promises", "inkomsten die iemand toezegt"),
            Self::Outcome => told(
                "a payment for a saving, when it is there",
                "een betaling voor een besparing, als die er is",
            ),
            Self::Equity => told("own capital", "eigen vermogen"),
            Self::Loan => told("borrowed capital", "geleend kapitaal"),
            Self::InKind => told("hours or space", "uren of ruimte"),
            Self::Funding => told("what comes in", "wat er binnenkomt"),
            Self::Avoided => {
                told("what a party no longer spends", "wat een partij niet meer uitgeeft")
            }
            Self::Value => told(
                "social value that is nobody's avoided cost",
                "maatschappelijke waarde die niemands vermeden kosten zijn",
            ),
            Self::Burden => told(
                "what gets dearer for another party",
                "wat voor een andere partij duurder wordt",
            ),
            Self::Opening => told(
                "what was still to be received or paid before the first month",
                "wat vóór de eerste maand nog te ontvangen of te betalen was",
            ),
            Self::Reserve => {
                told("own money that is set apart", "eigen geld dat opzij wordt gezet")
            }
            Self::Contribution => told("what is put in later", "wat later wordt ingelegd"),
            Self::Initiative => told("who asks for a loan", "wie om een lening vraagt"),
            Self::Lending => {
                told("many small loans on the same terms", "veel kleine leningen op één voorwaarde")
            }
            Self::Criteria => told("thresholds of the tests", "de drempels van de toetsen"),
            Self::Expect => told("the verdict that CI counts on", "het oordeel waar CI op rekent"),
            Self::Scenario => told(
                "a partial case that can be laid over this one",
                "een deel van een case dat over deze heen kan worden gelegd",
            ),
            Self::FundScenario => told(
                "a partial fund that can be laid over this one",
                "een deel van een fonds dat over dit heen kan worden gelegd",
            ),
            Self::Crisis => told(
                "fewer sales, dearer costs, dearer loans",
                "minder omzet, duurdere kosten, duurdere leningen",
            ),
            Self::Election => told(
                "a new council ends what is not structural",
                "een nieuwe raad beëindigt wat niet structureel is",
            ),
            Self::ColdTurkey => {
                told("temporary income stops at once", "tijdelijke inkomsten stoppen ineens")
            }
            Self::Transition => told(
                "temporary income stops little by little",
                "tijdelijke inkomsten worden afgebouwd",
            ),
            Self::ParentLeaves => {
                told("all funding of one party ends", "alle financiering van één partij valt weg")
            }
            Self::Late => told("income starts later", "inkomsten beginnen later"),
            Self::Handover => told("others take over", "anderen nemen het over"),
            Self::Actual => told(
                "what really happened, up to and including a month",
                "wat er werkelijk gebeurde, tot en met een maand",
            ),
            Self::Happened => told(
                "what an entry came to, month by month",
                "wat een post werkelijk was, maand voor maand",
            ),
            Self::Fade => told("how an income steps down", "hoe inkomsten worden afgebouwd"),
            Self::Sold => {
                told("when an investment is sold", "wanneer een investering wordt verkocht")
            }
            Self::Range => {
                told("between which values a number lies", "tussen welke waarden een getal ligt")
            }
            Self::Bias => told(
                "by how much a sort of estimate usually falls short, with a name",
                "hoeveel een soort raming meestal te gunstig is, met een naam",
            ),
            Self::PriceFile => told("a price list", "een prijslijst"),
            Self::PriceHead => told("the list as a whole", "de lijst als geheel"),
            Self::Cpi => told(
                "how prices in general rose, year by year",
                "hoe de prijzen in het algemeen stegen, jaar voor jaar",
            ),
            Self::ListedPrice => {
                told("what one unit of something costs", "wat één eenheid van iets kost")
            }
        }
    }

    /// The keys that it takes.
    pub fn keys(self) -> impl Iterator<Item = Key> + Clone {
        let takes = self.takes().iter().filter(|take| take.need != Need::Refused);
        takes.map(|take| take.key)
    }

    /// Whether it takes a key.
    pub fn has(self, key: Key) -> bool {
        self.takes().iter().any(|take| take.key == key && take.need != Need::Refused)
    }

    /// How much it needs a key; nothing where it does not take it.
    pub fn need(self, key: Key) -> Option<Need> {
        self.takes().iter().find(|take| take.key == key).map(|take| take.need)
    }

    /// The key that it knows with this spelling.
    pub fn key(self, text: &str) -> Option<Key> {
        self.takes().iter().map(|take| take.key).find(|key| key.spelled() == text)
    }

    /// The spellings of the keys that it knows.
    pub fn spellings(self) -> impl Iterator<Item = &'static str> {
        self.takes().iter().map(|take| take.key.spelled())
    }

    /// The section of each kind of funding, where it is all of them.
    pub fn kinds(self) -> Vec<(FundingKind, Self)> {
        if self != Self::Funding {
            return Vec::new();
        }
        let kinds = <FundingKind as VariantArray>::VARIANTS.iter();
        kinds.map(|kind| (*kind, kind.entry().section())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_key_stands_once_in_a_table() {
        for section in Section::VARIANTS {
            let keys: BTreeSet<_> = section.takes().iter().map(|take| take.key).collect();
            assert_eq!(keys.len(), section.takes().len(), "{section:?}");
        }
    }

    #[test]
    fn funding_takes_what_one_or_another_kind_of_it_takes() {
        let of_kinds: BTreeSet<_> = Section::Funding
            .kinds()
            .into_iter()
            .flat_map(|(_, section)| section.takes())
            .map(|take| take.key)
            .collect();
        let funding: BTreeSet<_> = Section::Funding.takes().iter().map(|take| take.key).collect();
        assert_eq!(of_kinds, funding);
    }

    #[test]
    fn the_ways_to_say_how_much_are_made_of_the_keys_that_say_so() {
        for section in Section::VARIANTS {
            let of_ways: BTreeSet<_> = section.ways().concat().into_iter().collect();
            let marked = section.takes().iter().filter(|take| take.need == Need::HowMuch);
            assert_eq!(of_ways, marked.map(|take| take.key).collect(), "{section:?}");
        }
    }

    #[test]
    fn every_key_is_taken_somewhere() {
        for key in Key::VARIANTS {
            let taken = Section::VARIANTS.iter().any(|section| section.has(*key));
            assert!(taken, "{key:?}");
        }
    }

    #[test]
    fn what_makes_an_entry_whole_is_a_key_of_it() {
        for section in Section::VARIANTS {
            assert!(section.stands_by().iter().all(|key| section.has(*key)), "{section:?}");
        }
    }
}
