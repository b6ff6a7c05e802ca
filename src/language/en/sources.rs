//! English words of where figures come from.

use crate::language::word::sources as word;
use crate::language::{Language, Sources, numbers};
use crate::whatif::Ground;
use crate::whatif::sources::Tally;
use crate::words::Word;

const EN: Language = Language::En;

/// The words of a message.
pub fn sources(sources: Sources<'_>) -> String {
    match sources {
        Sources::Title(name) => format!("{name}: where its figures come from"),
        Sources::Tally(tally) => format!("{}.", self::tally(tally)),
        Sources::Listed(tally) => {
            format!("{}; which, and how much hangs on each:", self::tally(tally))
        }
        Sources::NoFigures => "There is no figure in it.".to_owned(),
        Sources::Moves => {
            "The margin moves by the difference between its lowest and its highest when that one \
             number goes over its range in the file, or else 10% of itself up and down."
                .to_owned()
        }
        Sources::HeadUnconfirmed => "Assumptions nobody has confirmed".to_owned(),
        Sources::HeadNamed => "Figures with a source".to_owned(),
        Sources::HeadEvidence => "On what the public return rests, in present value".to_owned(),
        Sources::Ground(Ground::Listed(grade)) => {
            format!("grade {}: {}", grade.spelled(), grade.told().en)
        }
        Sources::Ground(Ground::Named) => "another source that can be looked up".to_owned(),
        Sources::Ground(Ground::Unconfirmed) => "an assumption nobody has confirmed".to_owned(),
        Sources::Unsaid => "No source given".to_owned(),
        Sources::Column(column) => word::column(EN, column).to_owned(),
    }
}

fn tally(Tally { figures, unconfirmed }: Tally) -> String {
    let all = numbers::count(EN, figures);
    match (figures, unconfirmed) {
        (1, 0) => "The only figure has a source".to_owned(),
        (1, _) => "The only figure is an assumption nobody has confirmed".to_owned(),
        (_, 0) => format!("All {all} figures have a source"),
        (_, 1) => format!("1 of {all} figures is an assumption nobody has confirmed"),
        _ if figures == unconfirmed => {
            format!("All {all} figures are assumptions nobody has confirmed")
        }
        _ => format!(
            "{} of {all} figures are assumptions nobody has confirmed",
            numbers::count(EN, unconfirmed)
        ),
    }
}
