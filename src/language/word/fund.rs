//! Bare words of `fund`.

use super::of;
use crate::fund::Fate;
use crate::language::{FundColumn, FundMeasure, FundPart, Language};

pub fn heading(language: Language, part: FundPart) -> &'static str {
    let words = match part {
        FundPart::Measures => ["Uitkomsten", "What it comes to"],
        FundPart::Flows => ["Geldstromen per jaar", "What flows, by year"],
        FundPart::Stocks => {
            ["Stand aan het eind van elk jaar", "What there is at the end of each year"]
        }
        FundPart::Initiatives => ["De initiatieven", "The initiatives"],
        FundPart::Kinds => ["De initiatieven, per soort", "The initiatives, by kind"],
        FundPart::Lending => ["Kleine leningen", "Small loans"],
    };
    of(language, words)
}

pub fn about(language: Language, part: FundPart) -> &'static str {
    let words = match part {
        FundPart::Measures => ["", ""],
        FundPart::Flows => [
            "Het vermogen groeit elk jaar met inleg + rente + rente op de kas - verlies - kosten.",
            "Put in + interest + on cash - lost - costs is what the net worth grows by each year.",
        ],
        FundPart::Stocks => [
            "Vermogen is de kas plus wat nog is uitgeleend.",
            "Net worth is cash and what is owed to the fund.",
        ],
        FundPart::Initiatives => [
            "Wat elk initiatief aanvroeg, hoe lang het wachtte en wat ervan terugkwam.",
            "What each asked for, how long it waited, and what came back of it.",
        ],
        FundPart::Kinds => [
            "Hoeveel er van elke soort een lening aanvroegen, en wat daarvan terugkwam.",
            "How many of each kind asked, and what came back of them.",
        ],
        FundPart::Lending => [
            "Hoeveel er zijn aangevraagd en verstrekt, en wat daarvan terugkwam.",
            "How many were asked for and lent, and what came back of them.",
        ],
    };
    of(language, words)
}

pub fn column(language: Language, column: FundColumn) -> &'static str {
    let words = match column {
        FundColumn::Year => ["Jaar", "Year"],
        FundColumn::PutIn => ["Inleg", "Put in"],
        FundColumn::Lent => ["Uitgeleend", "Lent"],
        FundColumn::Repaid => ["Afgelost", "Repaid"],
        FundColumn::Interest => ["Rente", "Interest"],
        FundColumn::IdleInterest => ["Rente op kas", "On cash"],
        FundColumn::Lost => ["Verlies", "Lost"],
        FundColumn::Costs => ["Kosten", "Costs"],
        FundColumn::Cash => ["Kas", "Cash"],
        FundColumn::SetAside => ["Gereserveerd", "Set aside"],
        FundColumn::Outstanding => ["Uitstaand", "Outstanding"],
        FundColumn::NetWorth => ["Vermogen", "Net worth"],
        FundColumn::Real => ["Prijzen van de start", "Prices of the start"],
        FundColumn::Initiative => ["Initiatief", "Initiative"],
        FundColumn::Lending => ["Leningen", "Lending"],
        FundColumn::Amount => ["Bedrag", "Amount"],
        FundColumn::Asked => ["Aangevraagd", "Asked"],
        FundColumn::Waited => ["Wachttijd", "Waited"],
        FundColumn::Started => ["Gestart", "Started"],
        FundColumn::Fate => ["Afloop", "Fate"],
        FundColumn::Served => ["Verstrekt", "Served"],
        FundColumn::Waiting => ["Op wachtlijst", "Waiting"],
        FundColumn::Refused => ["Afgewezen", "Refused"],
    };
    of(language, words)
}

pub fn measure(language: Language, measure: FundMeasure) -> &'static str {
    let words = match measure {
        FundMeasure::Lent => ["In totaal uitgeleend", "Lent in all"],
        FundMeasure::Loans => ["Leningen", "Loans"],
        FundMeasure::Repaid => ["Afgelost", "Repaid"],
        FundMeasure::Interest => ["Rente op leningen", "Interest on loans"],
        FundMeasure::IdleInterest => ["Rente op de kas", "Interest on cash"],
        FundMeasure::Lost => ["Verlies", "Lost"],
        FundMeasure::Costs => ["Kosten van het fonds", "Costs of the fund"],
        FundMeasure::Multiplier => ["Omloopsnelheid", "Multiplier"],
        FundMeasure::Idle => ["Ongebruikt kapitaal", "Idle"],
        FundMeasure::NetWorth => ["Vermogen aan het eind", "Net worth at the end"],
        FundMeasure::NetWorthReal | FundMeasure::PutInReal => {
            ["- in prijzen van de start", "- in prices of the start"]
        }
        FundMeasure::PutIn => ["Ingelegd", "Put in"],
        FundMeasure::LowestCash => ["Laagste kassaldo", "Lowest cash"],
        FundMeasure::EdgeInterest => ["Rente die net volstaat", "Interest that is just enough"],
        FundMeasure::EdgeLoss => ["Toelaatbaar verlies", "Lending it can lose"],
    };
    of(language, words)
}

pub fn means(language: Language, measure: FundMeasure) -> &'static str {
    let words = match measure {
        FundMeasure::Lent => ["alle opgenomen leningen", "all loans drawn"],
        FundMeasure::Loans => {
            ["gefinancierde initiatieven en kleine leningen", "initiatives and small loans served"]
        }
        FundMeasure::Repaid => ["hoofdsom die terugkwam", "principal that came back"],
        FundMeasure::Interest => ["wat leners daarvoor betaalden", "what borrowers paid for it"],
        FundMeasure::IdleInterest => ["wat geld in kas opbracht", "what money in hand earned"],
        FundMeasure::Lost => ["hoofdsom die niet terugkomt", "principal that will not come back"],
        FundMeasure::Costs => ["wat het fonds zelf betaalt", "what the fund itself pays"],
        FundMeasure::Multiplier => {
            ["hoe vaak de inleg is uitgeleend", "how often what was put in has been lent"]
        }
        FundMeasure::Idle => [
            "kas boven de reserve, gemiddeld, als deel van de inleg",
            "cash above the reserve over what was put in, on average",
        ],
        FundMeasure::NetWorth => {
            ["de kas plus wat nog is uitgeleend", "cash and what is still owed"]
        }
        FundMeasure::NetWorthReal => {
            ["hetzelfde, gecorrigeerd voor prijsstijging", "the same, less what prices rose"]
        }
        FundMeasure::PutIn => {
            ["het kapitaal en latere bijdragen", "capital and later contributions"]
        }
        FundMeasure::PutInReal => [
            "elk gecorrigeerd voor de prijsstijging tot dan toe",
            "each less what prices had risen by then",
        ],
        FundMeasure::LowestCash => ["aan het eind van een maand", "at the end of a month"],
        FundMeasure::EdgeInterest => [
            "op alle leningen, om het kapitaal in stand te houden",
            "on all loans alike, to keep its capital",
        ],
        FundMeasure::EdgeLoss => {
            ["als deel van alles wat het fonds uitleent", "share of all that it lends"]
        }
    };
    of(language, words)
}

pub fn fate(language: Language, fate: Fate) -> &'static str {
    let words = match fate {
        Fate::Repaid => ["afgelost", "repaid"],
        Fate::Running => ["loopt", "running"],
        Fate::Lost(_) => ["verloren", "lost"],
        Fate::Waiting => ["wacht", "waiting"],
        Fate::Refused(_) => ["afgewezen", "refused"],
    };
    of(language, words)
}
