//! Dutch words of `close`.

use super::{money, through};
use crate::language::numbers;
use crate::language::{AtStart, By, Close, Handle, Language, Said};
use crate::money::Cents;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn close(close: &Close<'_>) -> String {
    match close {
        Close::Levers { closes: false } => "Wat de businesscase sluitend zou maken".to_owned(),
        Close::Levers { closes: true } => "Hoeveel ruimte er is".to_owned(),
        Close::About { closes, asks } => about(*closes, *asks).to_owned(),
        Close::Pulled { lever, by, closes: false } => needed(*lever, &self::by(*by)),
        Close::Pulled { lever, by, closes: true } => spared(*lever, &self::by(*by)),
        Close::Far { levers: 1, closes: false } => {
            "Nog één wijziging is voldoende, maar niet onder +100%.".to_owned()
        }
        Close::Far { levers, closes: false } => {
            format!("Nog {levers} wijzigingen zijn voldoende, geen daarvan onder +100%.")
        }
        Close::Far { levers: 1, closes: true } => {
            "Nog één getal kan meer dan 100% anders uitvallen voordat de businesscase niet meer \
             sluitend is."
                .to_owned()
        }
        Close::Far { levers, closes: true } => format!(
            "Nog {levers} getallen kunnen meer dan 100% anders uitvallen voordat de businesscase \
             niet meer sluitend is."
        ),
        Close::CannotTurn { closes: false } => {
            "Op zichzelf niet voldoende, hoe groot ook:".to_owned()
        }
        Close::CannotTurn { closes: true } => {
            "De businesscase blijft sluitend, hoe groot ook:".to_owned()
        }
        Close::NoTurn { lever, closes: false } => helps(*lever),
        Close::NoTurn { lever, closes: true } => hurts(*lever),
        Close::Ask => "Wie u kunt vragen".to_owned(),
        Close::Divided { needed, during, year, asks } => {
            let asks = if *asks { "; aangevraagde bedragen tellen als betaald" } else { "" };
            format!(
                "De bijdrage van {} per jaar {}, verdeeld over wie bespaart, naar rato van de \
                 verzilverbare besparing die elk in {year} nog overhoudt{asks}.",
                money(*needed),
                through(*during)
            )
        }
        Close::NotCovered { asked, missing } => format!(
            "Samen kunnen zij het tekort niet dekken: ook als iedereen die bespaart alles \
             afdraagt, {} per jaar, is de businesscase niet sluitend. Er ontbreekt dan nog {} per \
             jaar.",
            money(*asked),
            money(*missing)
        ),
        Close::NobodySaves { needed, year } => format!(
            "Met een bijdrage van {} per jaar is de businesscase sluitend, maar in het laatste \
             jaar, {year}, bespaart niemand geld waaruit die kan worden betaald.",
            money(*needed)
        ),
        Close::NobodyEverSaves { needed } => format!(
            "Met een bijdrage van {} per jaar is de businesscase gedekt tot het einde, maar niemand \
             bespaart geld waaruit die kan worden betaald.",
            money(*needed)
        ),
        Close::AverageYear => "een gemiddeld jaar".to_owned(),
        Close::AtStart { start, year } => format!(
            "‘Prijzen van {start}’ is dat bedrag van {year} in prijzen van {start}: een even groot \
             deel van de besparing zonder prijsstijging."
        ),
        Close::NothingToAsk => {
            "Geen enkele jaarlijkse bijdrage maakt de businesscase sluitend, hoe hoog ook: er \
             valt niets te vragen."
                .to_owned()
        }
        Close::Saves => "Verzilverbare besparing".to_owned(),
        Close::Pays => "Betaalt nu".to_owned(),
        Close::Asked => "Gevraagd".to_owned(),
        Close::AtMost => "Ten hoogste".to_owned(),
        Close::InPricesOf(year) => format!("Prijzen van {year}"),
        Close::Keeps => "Houdt over".to_owned(),
        Close::SayToEach => "Wat u elke partij kunt voorleggen:".to_owned(),
        Close::To { party, said } => to(party, *said),
    }
}

fn by(by: By<'_>) -> String {
    match by {
        By::Money(money) => self::money(money),
        By::Share(share) => numbers::percentage(NL, share),
    }
}

fn about(closes: bool, asks: bool) -> &'static str {
    match (closes, asks) {
        (false, false) => {
            "Elk van deze wijzigingen is op zichzelf voldoende als al het andere gelijk blijft; \
             een kleinere wijziging niet. Controleer het met de opdracht eronder."
        }
        (false, true) => {
            "Elk van deze wijzigingen is op zichzelf voldoende, ook zonder aangevraagde bedragen, \
             als al het andere gelijk blijft; een kleinere wijziging niet. Controleer het met de \
             opdracht eronder."
        }
        (true, false) => {
            "Zo groot kan elk van deze tegenvallers zijn als al het andere gelijk blijft; een \
             grotere is te veel. Met de opdracht eronder ziet u dat de businesscase dan nog \
             sluitend is."
        }
        (true, true) => {
            "Zo groot kan elk van deze tegenvallers zijn, ook zonder aangevraagde bedragen, als \
             al het andere gelijk blijft; een grotere is te veel. Met de opdracht eronder ziet u \
             dat de businesscase dan nog sluitend is."
        }
    }
}

fn needed(lever: Handle<'_>, by: &str) -> String {
    match lever {
        Handle::Contribution => format!("Een structurele bijdrage van {by} per jaar:"),
        Handle::Capital => format!("Startkapitaal van {by} ineens:"),
        Handle::Costs => format!("Alle kosten {by} lager:"),
        Handle::Price(line) => format!("“{line}” tegen een {by} hogere prijs:"),
        Handle::Amount(line) => format!("“{line}” met een {by} hoger bedrag:"),
        Handle::Volume(line) => format!("“{line}” met een {by} hogere afzet:"),
    }
}

fn spared(lever: Handle<'_>, by: &str) -> String {
    match lever {
        Handle::Contribution => format!("Een structurele tegenvaller van maximaal {by} per jaar:"),
        Handle::Capital => format!("Een tegenvaller van maximaal {by} bij de start:"),
        Handle::Costs => format!("Alle kosten maximaal {by} hoger:"),
        Handle::Price(line) => format!("“{line}” tegen een maximaal {by} lagere prijs:"),
        Handle::Amount(line) => format!("“{line}” met een maximaal {by} lager bedrag:"),
        Handle::Volume(line) => format!("“{line}” met een maximaal {by} lagere afzet:"),
    }
}

fn helps(lever: Handle<'_>) -> String {
    match lever {
        Handle::Contribution => "een structurele bijdrage".to_owned(),
        Handle::Capital => "startkapitaal".to_owned(),
        Handle::Costs => "lagere kosten".to_owned(),
        Handle::Price(line) => format!("een hogere prijs voor “{line}”"),
        Handle::Amount(line) => format!("een hoger bedrag van “{line}”"),
        Handle::Volume(line) => format!("een hogere afzet van “{line}”"),
    }
}

fn hurts(lever: Handle<'_>) -> String {
    match lever {
        Handle::Contribution => "een structurele tegenvaller".to_owned(),
        Handle::Capital => "een tegenvaller bij de start".to_owned(),
        Handle::Costs => "hogere kosten".to_owned(),
        Handle::Price(line) => format!("een lagere prijs voor “{line}”, zelfs nul"),
        Handle::Amount(line) => format!("een lager bedrag van “{line}”, zelfs nul"),
        Handle::Volume(line) => format!("een lagere afzet van “{line}”, zelfs nul"),
    }
}

fn to(party: &str, said: Said<'_>) -> String {
    let Said { year, during, saves, at_start, pays, requested, asked, keeps } = said;
    let pays_now = match (pays.amount, requested) {
        (Cents::ZERO, _) => "betaalt daar niets voor".to_owned(),
        (_, true) => {
            format!("betaalt daar {} voor, aangevraagde bedragen meegerekend", money(pays))
        }
        (_, false) => format!("betaalt daar {} voor", money(pays)),
    };
    let at_start_saves = at_start
        .map_or(String::new(), |AtStart { year: start, saves, .. }| {
            format!(" ({} in prijzen van {start})", money(saves))
        });
    let saves = format!("{}{at_start_saves}", money(saves));
    if asked.amount == Cents::ZERO {
        return format!(
            "Aan {party}: “U bespaart in {year} {saves} op uw begroting en {pays_now}. Een hogere \
             bijdrage vragen wij u niet.”"
        );
    }
    let keeps = match keeps.amount {
        Cents::ZERO => format!("daarmee staat u in {year} uw hele besparing af"),
        _ => format!("u houdt dan in {year} {} over", money(keeps)),
    };
    let at_start_asked =
        at_start.map_or(String::new(), |AtStart { year: start, asked, .. }| {
            format!(" (in {year} is dat {} in prijzen van {start})", money(asked))
        });
    format!(
        "Aan {party}: “U bespaart in {year} {saves} op uw begroting en {pays_now}. Wij vragen u \
         {} {} per jaar bij te dragen{at_start_asked}; {keeps}.”",
        through(during),
        money(asked)
    )
}
