//! Groups of entries, and the kinds of entry in them.

use super::{Key, Section, Word};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A group of the entries of a case, in the order of every output.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Group {
    /// What the initiative pays for.
    Cost,
    /// What comes in.
    Funding,
    /// What a party no longer spends.
    Avoided,
    /// Social value that is nobody's avoided cost.
    Value,
    /// What gets dearer for another party.
    Burden,
    /// What was still to be received or paid before the first month.
    Opening,
    /// Own money that is set apart.
    Reserve,
}

impl Group {
    /// The name that files and other programs use.
    pub fn id(self) -> &'static str {
        self.spelled()
    }

    /// The table of the file that holds it.
    pub const fn key(self) -> Key {
        match self {
            Self::Cost => Key::Cost,
            Self::Funding => Key::Funding,
            Self::Avoided => Key::Avoided,
            Self::Value => Key::Value,
            Self::Burden => Key::Burden,
            Self::Opening => Key::Opening,
            Self::Reserve => Key::Reserve,
        }
    }

    /// What its entries take; of funding all that one or another kind takes.
    pub const fn section(self) -> Section {
        match self {
            Self::Cost => Section::Cost,
            Self::Funding => Section::Funding,
            Self::Avoided => Section::Avoided,
            Self::Value => Section::Value,
            Self::Burden => Section::Burden,
            Self::Opening => Section::Opening,
            Self::Reserve => Section::Reserve,
        }
    }
}

/// The kinds of entry, as far as they take different keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum EntryKind {
    /// `[cost.ID]`.
    Cost,
    /// Income that is a forecast.
    Sales,
    /// Income that somebody promises.
    Income,
    /// A payment of a share of an avoided cost.
    Outcome,
    /// Own capital.
    Equity,
    /// A loan.
    Loan,
    /// Hours or space.
    InKind,
    /// `[avoided.ID]`.
    Avoided,
    /// `[value.ID]`.
    Value,
    /// `[burden.ID]`.
    Burden,
}

impl EntryKind {
    /// What such an entry takes.
    pub const fn section(self) -> Section {
        match self {
            Self::Cost => Section::Cost,
            Self::Sales => Section::Sales,
            Self::Income => Section::Income,
            Self::Outcome => Section::Outcome,
            Self::Equity => Section::Equity,
            Self::Loan => Section::Loan,
            Self::InKind => Section::InKind,
            Self::Avoided => Section::Avoided,
            Self::Value => Section::Value,
            Self::Burden => Section::Burden,
        }
    }

    /// The kinds of entry that take a key.
    pub fn that_take(key: Key) -> Vec<Self> {
        let kinds = Self::VARIANTS.iter().copied();
        kinds.filter(|kind| kind.section().has(key)).collect()
    }
}
