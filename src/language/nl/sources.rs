//! Dutch words of where figures come from.

use crate::language::word::sources as word;
use crate::language::{Language, Sources, numbers};
use crate::whatif::Ground;
use crate::whatif::sources::Tally;
use crate::words::Word;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn sources(sources: Sources<'_>) -> String {
    match sources {
        Sources::Title(name) => format!("{name}: waar de getallen vandaan komen"),
        Sources::Tally(tally) => format!("{}.", self::tally(tally)),
        Sources::Listed(tally) => {
            format!("{}; welke, en hoeveel er van elk afhangt:", self::tally(tally))
        }
        Sources::NoFigures => "Er staan geen getallen in.".to_owned(),
        Sources::Moves => {
            "Het effect op de marge is het verschil tussen de laagste en de hoogste marge als dat \
             ene getal varieert over zijn bandbreedte in het bestand, of anders 10% omlaag en \
             omhoog."
                .to_owned()
        }
        Sources::HeadUnconfirmed => "Aannames die nog niemand heeft bevestigd".to_owned(),
        Sources::HeadNamed => "Getallen met een bron".to_owned(),
        Sources::HeadEvidence => {
            "Waar het publieke rendement op berust, in contante waarde".to_owned()
        }
        Sources::Ground(Ground::Listed(grade)) => {
            format!("graad {}: {}", grade.spelled(), grade.told().nl)
        }
        Sources::Ground(Ground::Named) => "een andere bron die kan worden nagezocht".to_owned(),
        Sources::Ground(Ground::Unconfirmed) => {
            "een aanname die nog niemand heeft bevestigd".to_owned()
        }
        Sources::Unsaid => "Geen bron vermeld".to_owned(),
        Sources::Column(column) => word::column(NL, column).to_owned(),
    }
}

fn tally(Tally { figures, unconfirmed }: Tally) -> String {
    let all = numbers::count(NL, figures);
    match (figures, unconfirmed) {
        (1, 0) => "Het enige getal heeft een bron".to_owned(),
        (1, _) => "Het enige getal is een aanname die nog niemand heeft bevestigd".to_owned(),
        (_, 0) => format!("Alle {all} getallen hebben een bron"),
        (_, 1) => format!("1 van de {all} getallen is een aanname die nog niemand heeft bevestigd"),
        _ if figures == unconfirmed => {
            format!("Alle {all} getallen zijn aannames die nog niemand heeft bevestigd")
        }
        _ => format!(
            "{} van de {all} getallen zijn aannames die nog niemand heeft bevestigd",
            numbers::count(NL, unconfirmed)
        ),
    }
}
