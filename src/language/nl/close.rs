//! Dutch words of `close`.

use crate::language::numbers;
use crate::language::{By, Close, Handle, Language, Money, Said};
use crate::money::Cents;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn close(close: &Close<'_>) -> String {
    match close {
        Close::Levers { closes: false } => "Wat het sluitend zou maken".to_owned(),
        Close::Levers { closes: true } => "Hoeveel ruimte er is".to_owned(),
        Close::About { closes, asks } => about(*closes, *asks).to_owned(),
        Close::Pulled { lever, by, closes: false } => needed(*lever, &self::by(*by)),
        Close::Pulled { lever, by, closes: true } => spared(*lever, &self::by(*by)),
        Close::CannotTurn { closes: false } => {
            "Op zichzelf niet genoeg, hoe ver het ook gaat:".to_owned()
        }
        Close::CannotTurn { closes: true } => {
            "Het blijft sluitend, hoe ver het ook gaat:".to_owned()
        }
        Close::NoTurn { lever, closes: false } => helps(*lever),
        Close::NoTurn { lever, closes: true } => hurts(*lever),
        Close::Ask => "Wie te vragen is".to_owned(),
        Close::Divided { needed, year, asks } => {
            let asks = if *asks { "; wat is aangevraagd telt als betaald" } else { "" };
            format!(
                "De bijdrage van {} per jaar, verdeeld over wie bespaart, naar wat elk van zijn \
                 verzilverbare besparing nog niet betaalt ({year}{asks}).",
                money(*needed)
            )
        }
        Close::NotCovered { asked, missing } => format!(
            "Zij kunnen het niet dekken: ook als iedereen die bespaart alles afdraagt, {} per jaar, \
             sluit het niet. Er ontbreekt dan nog {} per jaar.",
            money(*asked),
            money(*missing)
        ),
        Close::NobodySaves { needed } => format!(
            "Een bijdrage van {} per jaar zou het sluitend maken, maar in het laatste jaar bespaart \
             niemand geld waaruit die betaald kan worden.",
            money(*needed)
        ),
        Close::NothingToAsk => {
            "Geen enkele jaarlijkse bijdrage maakt het sluitend, hoe groot ook: er valt niets te \
             vragen."
                .to_owned()
        }
        Close::Saves => "Bespaart, verzilverbaar".to_owned(),
        Close::Pays => "Betaalt nu".to_owned(),
        Close::Asked => "Gevraagd".to_owned(),
        Close::Keeps => "Houdt over".to_owned(),
        Close::SayToEach => "Wat tegen elk te zeggen is:".to_owned(),
        Close::To { party, said } => to(party, *said),
    }
}

fn money(money: Money<'_>) -> String {
    numbers::money(NL, money.amount, money.currency)
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
            "Elk van deze veranderingen is op zichzelf genoeg, al het andere gelijk; één stap \
             minder is dat niet. De opdracht eronder bewijst het."
        }
        (false, true) => {
            "Elk van deze veranderingen is op zichzelf genoeg zonder wat alleen is aangevraagd, al \
             het andere gelijk; één stap minder is dat niet. De opdracht eronder bewijst het."
        }
        (true, false) => {
            "Zo ver kan elk van deze gaan, al het andere gelijk; één stap meer is te ver. De \
             opdracht eronder bewijst dat het dan nog sluit."
        }
        (true, true) => {
            "Zo ver kan elk van deze gaan zonder wat alleen is aangevraagd, al het andere gelijk; \
             één stap meer is te ver. De opdracht eronder bewijst dat het dan nog sluit."
        }
    }
}

fn needed(lever: Handle<'_>, by: &str) -> String {
    match lever {
        Handle::Contribution => format!("Een structurele bijdrage van {by} per jaar:"),
        Handle::Capital => format!("Startkapitaal van {by} ineens:"),
        Handle::Costs => format!("Alle kosten {by} lager:"),
        Handle::Price(line) => format!("“{line}” tegen een prijs die {by} hoger is:"),
        Handle::Amount(line) => format!("“{line}” met een bedrag dat {by} hoger is:"),
        Handle::Volume(line) => format!("“{line}” met een aantal dat {by} groter is:"),
    }
}

fn spared(lever: Handle<'_>, by: &str) -> String {
    match lever {
        Handle::Contribution => format!("Een structurele tegenvaller van hoogstens {by} per jaar:"),
        Handle::Capital => format!("Een tegenvaller van hoogstens {by} bij de start:"),
        Handle::Costs => format!("Alle kosten hoogstens {by} hoger:"),
        Handle::Price(line) => format!("“{line}” tegen een prijs die hoogstens {by} lager is:"),
        Handle::Amount(line) => format!("“{line}” met een bedrag dat hoogstens {by} lager is:"),
        Handle::Volume(line) => format!("“{line}” met een aantal dat hoogstens {by} kleiner is:"),
    }
}

fn helps(lever: Handle<'_>) -> String {
    match lever {
        Handle::Contribution => "een structurele bijdrage".to_owned(),
        Handle::Capital => "startkapitaal".to_owned(),
        Handle::Costs => "lagere kosten".to_owned(),
        Handle::Price(line) => format!("een hogere prijs van “{line}”"),
        Handle::Amount(line) => format!("een hoger bedrag van “{line}”"),
        Handle::Volume(line) => format!("een groter aantal van “{line}”"),
    }
}

fn hurts(lever: Handle<'_>) -> String {
    match lever {
        Handle::Contribution => "een structurele tegenvaller".to_owned(),
        Handle::Capital => "een tegenvaller bij de start".to_owned(),
        Handle::Costs => "hogere kosten".to_owned(),
        Handle::Price(line) => format!("een lagere prijs van “{line}”, zelfs geen"),
        Handle::Amount(line) => format!("een lager bedrag van “{line}”, zelfs niets"),
        Handle::Volume(line) => format!("een kleiner aantal van “{line}”, zelfs geen"),
    }
}

fn to(party: &str, said: Said<'_>) -> String {
    let Said { saves, pays, requested, asked, keeps } = said;
    let pays_now = match (pays.amount, requested) {
        (Cents::ZERO, _) => "betaalt daar niets voor".to_owned(),
        (_, true) => format!("betaalt daar {} voor, wat is aangevraagd meegeteld", money(pays)),
        (_, false) => format!("betaalt daar {} voor", money(pays)),
    };
    let saves = money(saves);
    if asked.amount == Cents::ZERO {
        return format!(
            "Tegen {party}: “U bespaart {saves} per jaar op uw begroting en {pays_now}. Meer vragen \
             wij u niet.”"
        );
    }
    let keeps = match keeps.amount {
        Cents::ZERO => "daarmee draagt u uw hele besparing over".to_owned(),
        _ => format!("u houdt dan {} per jaar over", money(keeps)),
    };
    format!(
        "Tegen {party}: “U bespaart {saves} per jaar op uw begroting en {pays_now}. Wij vragen u {} \
         per jaar bij te dragen; {keeps}.”",
        money(asked)
    )
}
