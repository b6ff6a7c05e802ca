//! Words out of short lists.

use super::{EntryKind, Language, Section, Told, Word, told};
use crate::calendar::Rhythm;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A short list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Choice {
    /// [`FundingKind`].
    FundingKind,
    /// [`Per`].
    Per,
    /// [`Rhythm`].
    Rhythm,
    /// [`Status`].
    Status,
    /// [`Settled`].
    Settled,
    /// [`Rest`].
    Rest,
    /// [`Repayment`].
    Repayment,
    /// [`GraceInterest`].
    GraceInterest,
    /// [`OpeningKind`].
    OpeningKind,
    /// [`Discounting`].
    Discounting,
    /// [`Language`].
    Language,
    /// [`TestId`].
    Test,
    /// [`VerdictKind`].
    Verdict,
    /// [`WhenFull`].
    WhenFull,
    /// [`RangeShape`].
    Shape,
    /// [`Role`].
    Role,
    /// [`PriceKind`].
    PriceKind,
    /// [`Grade`].
    Grade,
}

impl Choice {
    /// The words, in their order.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::FundingKind => <FundingKind as VariantNames>::VARIANTS,
            Self::Per => <Per as VariantNames>::VARIANTS,
            Self::Rhythm => <Rhythm as VariantNames>::VARIANTS,
            Self::Status => <Status as VariantNames>::VARIANTS,
            Self::Settled => <Settled as VariantNames>::VARIANTS,
            Self::Rest => <Rest as VariantNames>::VARIANTS,
            Self::Repayment => <Repayment as VariantNames>::VARIANTS,
            Self::GraceInterest => <GraceInterest as VariantNames>::VARIANTS,
            Self::OpeningKind => <OpeningKind as VariantNames>::VARIANTS,
            Self::Discounting => <Discounting as VariantNames>::VARIANTS,
            Self::Language => <Language as VariantNames>::VARIANTS,
            Self::Test => <TestId as VariantNames>::VARIANTS,
            Self::Verdict => <VerdictKind as VariantNames>::VARIANTS,
            Self::WhenFull => <WhenFull as VariantNames>::VARIANTS,
            Self::Shape => <RangeShape as VariantNames>::VARIANTS,
            Self::Role => <Role as VariantNames>::VARIANTS,
            Self::PriceKind => <PriceKind as VariantNames>::VARIANTS,
            Self::Grade => <Grade as VariantNames>::VARIANTS,
        }
    }

    /// What each of the words means, in the same order.
    pub fn meanings(self) -> Vec<Told> {
        fn of<W: Meaning>() -> Vec<Told> {
            <W as VariantArray>::VARIANTS.iter().map(|word| word.about()).collect()
        }
        match self {
            Self::FundingKind => of::<FundingKind>(),
            Self::Per => of::<Per>(),
            Self::Rhythm => of::<Rhythm>(),
            Self::Status => of::<Status>(),
            Self::Settled => of::<Settled>(),
            Self::Rest => of::<Rest>(),
            Self::Repayment => of::<Repayment>(),
            Self::GraceInterest => of::<GraceInterest>(),
            Self::OpeningKind => of::<OpeningKind>(),
            Self::Discounting => of::<Discounting>(),
            Self::Language => of::<Language>(),
            Self::Test => of::<TestId>(),
            Self::Verdict => of::<VerdictKind>(),
            Self::WhenFull => of::<WhenFull>(),
            Self::Shape => of::<RangeShape>(),
            Self::Role => of::<Role>(),
            Self::PriceKind => of::<PriceKind>(),
            Self::Grade => of::<Grade>(),
        }
    }
}

/// A word that can be told about.
trait Meaning: Word {
    /// What it means.
    fn about(self) -> Told;
}

/// The kinds of funding.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum FundingKind {
    /// Market income, rents, memberships.
    Sales,
    /// A party buys a service.
    Contract,
    /// A party pays from what it saves.
    Contribution,
    /// A share of an avoided cost's cashable value.
    Outcome,
    /// A subsidy.
    Subsidy,
    /// A grant.
    Grant,
    /// A donation.
    Donation,
    /// Own capital, not repaid.
    Equity,
    /// Borrowed capital.
    Loan,
    /// Hours or space.
    InKind,
}

impl FundingKind {
    /// As what kind of entry it takes keys.
    pub const fn entry(self) -> EntryKind {
        match self {
            Self::Sales => EntryKind::Sales,
            Self::Contract | Self::Contribution | Self::Subsidy | Self::Grant | Self::Donation => {
                EntryKind::Income
            }
            Self::Outcome => EntryKind::Outcome,
            Self::Equity => EntryKind::Equity,
            Self::Loan => EntryKind::Loan,
            Self::InKind => EntryKind::InKind,
        }
    }
}

impl Meaning for FundingKind {
    fn about(self) -> Told {
        match self {
            Self::Sales => {
                told("market income, rents, memberships", "omzet, huur, lidmaatschappen")
            }
            Self::Contract => told("a party buys a service", "een partij koopt een dienst in"),
            Self::Contribution => {
                told("a party pays from what it saves", "een partij betaalt uit wat zij bespaart")
            }
            Self::Outcome => told(
                "a share of an avoided cost's cashable value",
                "een deel van de verzilverbare waarde van vermeden kosten",
            ),
            Self::Subsidy => told("given by a government", "gegeven door een overheid"),
            Self::Grant => told("given by a fund", "gegeven door een fonds"),
            Self::Donation => told("given by others", "gegeven door anderen"),
            Self::Equity => told("own capital, not repaid", "eigen vermogen, niet terugbetaald"),
            Self::Loan => told("borrowed capital", "geleend kapitaal"),
            Self::InKind => told("hours or space", "uren of ruimte"),
        }
    }
}

/// What an amount is for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Per {
    /// It comes one time.
    Once,
    /// Each month.
    Month,
    /// Each three months.
    Quarter,
    /// Each twelve months.
    Year,
}

impl Per {
    /// How often it comes again; not at all when it comes once.
    pub const fn rhythm(self) -> Option<Rhythm> {
        match self {
            Self::Once => None,
            Self::Month => Some(Rhythm::Monthly),
            Self::Quarter => Some(Rhythm::Quarterly),
            Self::Year => Some(Rhythm::Yearly),
        }
    }
}

impl Meaning for Per {
    fn about(self) -> Told {
        match self {
            Self::Once => told("one time", "één keer"),
            Self::Month => told("each month", "elke maand"),
            Self::Quarter => told("each quarter", "elk kwartaal"),
            Self::Year => told("each year", "elk jaar"),
        }
    }
}

impl Meaning for Rhythm {
    fn about(self) -> Told {
        match self {
            Self::Monthly => told("every month", "elke maand"),
            Self::Quarterly => told("every three months", "elke drie maanden"),
            Self::Yearly => told("every twelve months", "elke twaalf maanden"),
        }
    }
}

/// How far the promise of funding has come.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Promised.
    Committed,
    /// Asked for; no money yet.
    #[default]
    Requested,
}

impl Meaning for Status {
    fn about(self) -> Told {
        match self {
            Self::Committed => {
                told("promised: there is a signature", "toegezegd: er is een handtekening")
            }
            Self::Requested => {
                told("asked for, and not more than that", "aangevraagd, en meer niet")
            }
        }
    }
}

/// When the rest of an advance is settled.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Settled {
    /// All of it at the end.
    #[default]
    End,
    /// That of each calendar year by itself.
    Yearly,
}

impl Meaning for Settled {
    fn about(self) -> Told {
        match self {
            Self::End => told("all of it at the end", "alles aan het eind"),
            Self::Yearly => {
                told("that of each calendar year by itself", "elk kalenderjaar afzonderlijk")
            }
        }
    }
}

/// What a month was of which the facts say nothing.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Rest {
    /// Nothing.
    #[strum(serialize = "0")]
    Nothing,
    /// What was planned.
    Plan,
}

impl Meaning for Rest {
    fn about(self) -> Told {
        match self {
            Self::Nothing => told("nothing", "niets"),
            Self::Plan => told("what was planned", "wat was gepland"),
        }
    }
}

/// What becomes of a loan's interest during its grace period.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum GraceInterest {
    /// It is paid.
    #[default]
    Paid,
    /// It is added to what is owed.
    Added,
}

impl Meaning for GraceInterest {
    fn about(self) -> Told {
        match self {
            Self::Paid => told("it is paid", "die wordt betaald"),
            Self::Added => told("it is added to what is owed", "die wordt bij de schuld opgeteld"),
        }
    }
}

/// What stands open when a case starts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum OpeningKind {
    /// It is still to be received.
    Receivable,
    /// It is still to be paid.
    Payable,
}

impl Meaning for OpeningKind {
    fn about(self) -> Told {
        match self {
            Self::Receivable => told("still to be received", "nog te ontvangen"),
            Self::Payable => told("still to be paid", "nog te betalen"),
        }
    }
}

/// How a loan is paid back after its grace period.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Repayment {
    /// Equal payments of interest and principal together.
    #[default]
    Annuity,
    /// Equal parts of principal.
    Linear,
    /// All principal in the last month.
    Bullet,
}

impl Meaning for Repayment {
    fn about(self) -> Told {
        match self {
            Self::Annuity => told(
                "equal payments of interest and principal together",
                "gelijke bedragen van rente en aflossing samen",
            ),
            Self::Linear => told("equal parts of principal", "gelijke delen aflossing"),
            Self::Bullet => told(
                "all principal with the last instalment",
                "de hele hoofdsom met de laatste termijn",
            ),
        }
    }
}

/// The moment of a case year that its money is discounted from.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Discounting {
    /// Its first day.
    #[default]
    Start,
    /// Half-way.
    Mid,
    /// Its last day.
    End,
}

impl Meaning for Discounting {
    fn about(self) -> Told {
        match self {
            Self::Start => told("from its first day", "vanaf de eerste dag"),
            Self::Mid => told("from half-way", "vanaf halverwege"),
            Self::End => told("from its last day", "vanaf de laatste dag"),
        }
    }
}

impl Meaning for Language {
    fn about(self) -> Told {
        match self {
            Self::Nl => told("Dutch", "Nederlands"),
            Self::En => told("English", "Engels"),
        }
    }
}

/// A test of the verdict, in the order in which they are shown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum TestId {
    /// Closing cash is never below `min_cash`.
    Liquidity,
    /// The last year carries itself without temporary money.
    Structural,
    /// What is owed at the end can be repaid if the last year goes on.
    Repayment,
    /// Cash that recurs covers debt service each year.
    Dscr,
    /// No single party brings too much of the income.
    Dependence,
    /// Every party that pays and saves gets back what it pays.
    Payers,
    /// Public money comes back to public parties.
    PublicReturn,
    /// Society gets back what it puts in.
    SocialReturn,
}

impl TestId {
    /// The name that files and other programs use.
    pub fn id(self) -> &'static str {
        self.spelled()
    }

    /// Whether it is required whatever the file says.
    pub const fn always_required(self) -> bool {
        match self {
            Self::Liquidity | Self::Structural | Self::Repayment => true,
            Self::Dscr
            | Self::Dependence
            | Self::Payers
            | Self::PublicReturn
            | Self::SocialReturn => false,
        }
    }
}

impl Meaning for TestId {
    fn about(self) -> Told {
        match self {
            Self::Liquidity => {
                told("there is cash in every month", "er is elke maand genoeg geld in kas")
            }
            Self::Structural => told(
                "the last year carries itself without temporary money",
                "het laatste jaar draait zonder tijdelijk geld",
            ),
            Self::Repayment => told(
                "what is owed at the end can be repaid",
                "wat aan het eind nog geleend is, kan worden afgelost",
            ),
            Self::Dscr => told(
                "income that recurs covers interest and repayment each year",
                "terugkerende inkomsten dekken elk jaar rente en aflossing",
            ),
            Self::Dependence => told(
                "no party brings too much of the income",
                "geen partij brengt een te groot deel van de inkomsten in",
            ),
            Self::Payers => told(
                "each party that pays and saves gets back what it pays",
                "elke partij die betaalt en bespaart, verdient haar betaling terug",
            ),
            Self::PublicReturn => told(
                "public money comes back to public parties",
                "publiek geld komt terug bij publieke partijen",
            ),
            Self::SocialReturn => told(
                "society gets back what it puts in",
                "de samenleving krijgt terug wat zij inlegt",
            ),
        }
    }
}

/// The answer to the question whether a case closes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum VerdictKind {
    /// No required test fails on certain funding.
    Closes,
    /// None fails on all funding.
    Conditional,
    /// A required test fails even on all funding.
    DoesNotClose,
}

impl VerdictKind {
    /// The name that files and other programs use.
    pub fn id(self) -> &'static str {
        self.spelled()
    }
}

impl Meaning for VerdictKind {
    fn about(self) -> Told {
        match self {
            Self::Closes => told("on what is promised", "met wat is toegezegd"),
            Self::Conditional => {
                told("once what is requested is granted", "als het aangevraagde wordt verleend")
            }
            Self::DoesNotClose => told("not even then", "ook dan niet"),
        }
    }
}

/// What a request meets when a fund has not enough for it.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum WhenFull {
    /// It waits, and those behind it too.
    #[default]
    Wait,
    /// It goes, and the next is tried.
    Refuse,
}

impl Meaning for WhenFull {
    fn about(self) -> Told {
        match self {
            Self::Wait => told(
                "the first that cannot be served waits, and those behind it too",
                "de eerste die niet kan worden geholpen wacht, en wie erachter staat ook",
            ),
            Self::Refuse => {
                told("it goes, and the next is tried", "die valt af, en de volgende komt")
            }
        }
    }
}

/// How likely the values within a range are.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum RangeShape {
    /// Straight up to the likely value, and straight down.
    #[default]
    Triangular,
    /// Round, and close to the likely value.
    Pert,
    /// Every value alike.
    Uniform,
}

impl Meaning for RangeShape {
    fn about(self) -> Told {
        match self {
            Self::Triangular => told(
                "straight up to the likely value, and straight down",
                "recht omhoog naar de waarschijnlijke waarde, en recht omlaag",
            ),
            Self::Pert => told(
                "round, and closer to the likely value",
                "rond, en dichter bij de waarschijnlijke waarde",
            ),
            Self::Uniform => told("every value alike", "elke waarde even waarschijnlijk"),
        }
    }
}

/// Who bears a cost, as a price list has it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// A municipality.
    Municipality,
    /// A health insurer.
    Insurer,
    /// A regional office of long-term care.
    CareOffice,
    /// The state.
    State,
    /// A housing association.
    Housing,
    /// Police and courts.
    Justice,
    /// People themselves.
    Household,
    /// An employer.
    Employer,
}

impl Role {
    /// What it is called.
    pub fn told(self) -> Told {
        self.about()
    }
}

impl Meaning for Role {
    fn about(self) -> Told {
        match self {
            Self::Municipality => told("a municipality", "een gemeente"),
            Self::Insurer => told("a health insurer", "een zorgverzekeraar"),
            Self::CareOffice => told("a long-term care office", "een zorgkantoor"),
            Self::State => told("the state", "het Rijk"),
            Self::Housing => told("a housing association", "een woningcorporatie"),
            Self::Justice => told("police and courts", "politie en justitie"),
            Self::Household => told("people themselves", "mensen zelf"),
            Self::Employer => told("an employer", "een werkgever"),
        }
    }
}

/// Whose cost a price is of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum PriceKind {
    /// Of a public budget.
    Fiscal,
    /// Of people and firms.
    Economic,
    /// Of society as a whole.
    Social,
}

impl Meaning for PriceKind {
    fn about(self) -> Told {
        match self {
            Self::Fiscal => told("of a public budget", "van een publieke begroting"),
            Self::Economic => told("of people and firms", "van mensen en bedrijven"),
            Self::Social => told("of society as a whole", "van de samenleving als geheel"),
        }
    }
}

/// How sure a price is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
pub enum Grade {
    /// An official reference price or an audited figure.
    A,
    /// Published research.
    B,
    /// One organisation's own figure.
    C,
    /// An estimate.
    D,
}

impl Grade {
    /// What it stands for.
    pub fn told(self) -> Told {
        self.about()
    }
}

impl Meaning for Grade {
    fn about(self) -> Told {
        match self {
            Self::A => told("official or audited", "officieel of gecontroleerd"),
            Self::B => told("published research", "gepubliceerd onderzoek"),
            Self::C => told("one organisation's own", "van één organisatie zelf"),
            Self::D => told("an estimate", "een schatting"),
        }
    }
}

/// The built-in shocks, in the order in which they are shown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Shock {
    /// Fewer sales, dearer costs, dearer loans.
    Crisis,
    /// A new council ends temporary funding.
    Election,
    /// Temporary funding stops at once.
    ColdTurkey,
    /// Temporary funding stops little by little.
    Transition,
    /// The party that brings most stops.
    ParentLeaves,
    /// Income starts later.
    Late,
    /// Others take over.
    Handover,
}

impl Shock {
    /// The name that files and other programs use.
    pub fn id(self) -> &'static str {
        self.spelled()
    }

    /// What its table takes.
    pub const fn section(self) -> Section {
        match self {
            Self::Crisis => Section::Crisis,
            Self::Election => Section::Election,
            Self::ColdTurkey => Section::ColdTurkey,
            Self::Transition => Section::Transition,
            Self::ParentLeaves => Section::ParentLeaves,
            Self::Late => Section::Late,
            Self::Handover => Section::Handover,
        }
    }
}
