//! Problems are data until the edge: where, what, and the facts that the sentence about it needs.

/// One list for the codes of a kind of mistake and for its `code`: the `match` that it makes is
/// exhaustive, so no code can be forgotten.
macro_rules! codes {
    ($mistake:ty: $($case:pat => $code:literal,)*) => {
        impl $mistake {
            /// The codes of all of them.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The stable name of the problem, for scripts and for the reference.
            pub fn code(&self) -> &'static str {
                match self {
                    $($case => $code,)*
                }
            }
        }
    };
}

mod actual;
mod asked;
mod entry;
mod fund;
mod key;
mod overlay;
mod path;
mod price;
mod reference;
mod value;
mod whole;

use super::fault::Fault;
pub use super::place::Note;
use super::place::Place;

pub use crate::words::EntryKind;
pub use actual::ActualMistake;
pub use asked::{AnswerKind, AskedMistake};
pub use entry::EntryMistake;
pub use fund::{FundMistake, Unreadable};
pub use key::{KeyMistake, Shape, Wanted};
pub use overlay::OverlayMistake;
pub use path::{PathMistake, PathPart};
pub use price::PriceMistake;
pub use reference::{Known, ReferenceMistake, Sought};
pub use value::ValueMistake;
pub use whole::WholeMistake;

/// Something wrong, or worth saying, about what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What it is, with its facts.
    pub mistake: Mistake,
}

/// Whether a problem stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is computed.
    Error,
    /// It is said, and the work goes on.
    Warning,
}

/// What can be wrong, one variant a kind, with the facts that its message needs. The words are in
/// `language`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The text of the file is not as TOML has it.
    Syntax(Fault),
    /// A sum outgrew what the tool can compute with.
    TooLarge {
        /// The entry whose sum it is: `cost.kitchen`.
        entry: String,
    },
    /// It closes on certain funding, and would not with what is requested granted too.
    OnlyWithoutRequests,
    /// A key is missing, unknown, out of place or of the wrong type.
    Key(KeyMistake),
    /// A value is not written as its key wants it, or is out of bounds.
    Value(ValueMistake),
    /// The keys of one entry contradict each other.
    Entry(EntryMistake),
    /// What an entry names does not exist or cannot be used so.
    Reference(ReferenceMistake),
    /// The entries together are not what a plan is.
    Whole(WholeMistake),
    /// What really happened does not fit the plan.
    Actual(ActualMistake),
    /// A fund and the cases that it names do not fit each other.
    Fund(FundMistake),
    /// A price list, or what a case takes from one.
    Price(PriceMistake),
    /// What is laid over a case does not fit what lies beneath.
    Overlay(OverlayMistake),
    /// A path on the command line reaches no figure.
    Path(PathMistake),
    /// A command cannot do what it is asked with a file.
    Asked(AskedMistake),
}

impl Mistake {
    /// The stable name of the problem, for scripts and for the reference.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(fault) => fault.code(),
            Self::TooLarge { .. } => "too_large",
            Self::OnlyWithoutRequests => "only_without_requests",
            Self::Key(mistake) => mistake.code(),
            Self::Value(mistake) => mistake.code(),
            Self::Entry(mistake) => mistake.code(),
            Self::Reference(mistake) => mistake.code(),
            Self::Whole(mistake) => mistake.code(),
            Self::Actual(mistake) => mistake.code(),
            Self::Fund(mistake) => mistake.code(),
            Self::Price(mistake) => mistake.code(),
            Self::Overlay(mistake) => mistake.code(),
            Self::Path(mistake) => mistake.code(),
            Self::Asked(mistake) => mistake.code(),
        }
    }

    /// Whether it stops the work.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Whole(mistake) if mistake.stops() => Severity::Error,
            Self::Price(mistake) if mistake.stops() => Severity::Error,
            Self::Actual(mistake) if mistake.stops() => Severity::Error,
            Self::Entry(EntryMistake::PastEnd { .. })
            | Self::Whole(_)
            | Self::Price(_)
            | Self::OnlyWithoutRequests
            | Self::Actual(_)
            | Self::Overlay(
                OverlayMistake::ScenarioTwice { .. } | OverlayMistake::BeforeFacts { .. },
            )
            | Self::Fund(FundMistake::PastFund { .. } | FundMistake::FactsLeftOut) => {
                Severity::Warning
            }
            Self::Syntax(_)
            | Self::TooLarge { .. }
            | Self::Key(_)
            | Self::Value(_)
            | Self::Entry(_)
            | Self::Reference(_)
            | Self::Fund(_)
            | Self::Overlay(_)
            | Self::Path(_)
            | Self::Asked(_) => Severity::Error,
        }
    }

    /// The other places that it is about, and what to say at each.
    pub fn also(&self) -> Vec<(Place, Note)> {
        match self {
            Self::Syntax(fault) => fault.also().into_iter().collect(),
            Self::Overlay(OverlayMistake::MakesWrong { at, .. }) => {
                vec![(*at, Note::WrongThen)]
            }
            Self::TooLarge { .. }
            | Self::OnlyWithoutRequests
            | Self::Key(_)
            | Self::Value(_)
            | Self::Entry(_)
            | Self::Reference(_)
            | Self::Whole(_)
            | Self::Actual(_)
            | Self::Fund(_)
            | Self::Price(_)
            | Self::Overlay(_)
            | Self::Path(_)
            | Self::Asked(_) => Vec::new(),
        }
    }
}

impl From<KeyMistake> for Mistake {
    fn from(mistake: KeyMistake) -> Self {
        Self::Key(mistake)
    }
}

impl From<ValueMistake> for Mistake {
    fn from(mistake: ValueMistake) -> Self {
        Self::Value(mistake)
    }
}

impl From<EntryMistake> for Mistake {
    fn from(mistake: EntryMistake) -> Self {
        Self::Entry(mistake)
    }
}

impl From<WholeMistake> for Mistake {
    fn from(mistake: WholeMistake) -> Self {
        Self::Whole(mistake)
    }
}

impl From<ActualMistake> for Mistake {
    fn from(mistake: ActualMistake) -> Self {
        Self::Actual(mistake)
    }
}

impl From<FundMistake> for Mistake {
    fn from(mistake: FundMistake) -> Self {
        Self::Fund(mistake)
    }
}

impl From<ReferenceMistake> for Mistake {
    fn from(mistake: ReferenceMistake) -> Self {
        Self::Reference(mistake)
    }
}

impl From<OverlayMistake> for Mistake {
    fn from(mistake: OverlayMistake) -> Self {
        Self::Overlay(mistake)
    }
}

impl From<PriceMistake> for Mistake {
    fn from(mistake: PriceMistake) -> Self {
        Self::Price(mistake)
    }
}

impl From<PathMistake> for Mistake {
    fn from(mistake: PathMistake) -> Self {
        Self::Path(mistake)
    }
}

impl From<AskedMistake> for Mistake {
    fn from(mistake: AskedMistake) -> Self {
        Self::Asked(mistake)
    }
}
