//! Dutch words about a revolving fund.

use super::money;
use crate::fund::Fate;
use crate::language::numbers::{self, duration, month, percentage, share, written};
use crate::language::{FundColumn, FundMeasure, FundPart, FundSay, Language};

const NL: Language = Language::Nl;

/// The words of a message.
#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
pub fn fund(say: &FundSay<'_>) -> String {
    match say {
        FundSay::Keeps { fund, worth, put_in, prices_of } => format!(
            "{fund} houdt zijn kapitaal in stand: het vermogen aan het eind is {}{}, de inleg {}.",
            money(*worth),
            match prices_of {
                Some(start) => format!(" in prijzen van {}", month(NL, *start)),
                None => String::new(),
            },
            money(*put_in)
        ),
        FundSay::KeepsNominally { fund, worth, put_in, worth_real, put_in_real } => format!(
            "{fund} houdt zijn kapitaal alleen in stand als de prijsstijging niet meetelt: het \
             vermogen aan het eind is {} op een inleg van {}, maar in prijzen van de start {} op \
             {}.",
            money(*worth),
            money(*put_in),
            money(*worth_real),
            money(*put_in_real)
        ),
        FundSay::Shrinks { fund, worth, put_in } => format!(
            "{fund} houdt zijn kapitaal niet in stand: het vermogen aan het eind is {}, de inleg \
             {}.",
            money(*worth),
            money(*put_in)
        ),
        FundSay::RunsDry { fund, month: first, lowest, lowest_month } => format!(
            "{fund} houdt zijn kapitaal niet in stand: {} is de eerste maand waarin het niet kan \
             betalen, en in {} is het tekort het grootst: {}.",
            month(NL, *first),
            month(NL, *lowest_month),
            numbers::size(NL, lowest.amount, lowest.currency)
        ),
        FundSay::EdgeInterest(Some(rate)) if rate.is_zero() => {
            "Ook zonder rente op zijn leningen houdt het fonds zijn kapitaal in stand.".to_owned()
        }
        FundSay::EdgeInterest(Some(rate)) => format!(
            "Bij een rente van {}% per jaar op alle leningen houdt het fonds zijn kapitaal net in \
             stand.",
            written(NL, *rate)
        ),
        FundSay::EdgeInterest(None) => {
            "Bij geen enkele rente op zijn leningen, tot 100% per jaar, houdt het fonds zijn \
             kapitaal in stand."
                .to_owned()
        }
        FundSay::EdgeLoss { can: Some(can), loses } => format!(
            "Van alles wat het fonds uitleent, mag {} verloren gaan zonder dat het inteert{}.",
            percentage(NL, *can),
            match loses {
                Some(loses) => format!("; er gaat {} verloren", share(NL, *loses, 4)),
                None => String::new(),
            }
        ),
        FundSay::EdgeLoss { can: None, .. } => {
            "Ook zonder enig verlies houdt het fonds zijn kapitaal niet in stand.".to_owned()
        }
        FundSay::Served { served, waiting, refused } => format!(
            "Initiatieven: {} gefinancierd, {} aan het eind nog op de wachtlijst, {} afgewezen.",
            count(*served),
            count(*waiting),
            count(*refused)
        ),
        FundSay::NobodyAsks => "Niemand vraagt bij dit fonds een lening aan.".to_owned(),
        FundSay::NothingLent(1) => {
            "Er is niets uitgeleend: de enige aanvraag is hoger dan wat het fonds boven zijn \
             reserve heeft."
                .to_owned()
        }
        FundSay::NothingLent(requests) => format!(
            "Er is niets uitgeleend: elk van de {} aanvragen is hoger dan wat het fonds boven \
             zijn reserve heeft.",
            count(*requests)
        ),
        FundSay::NothingDrawn => {
            "Er is niets uitgeleend: wie een lening kreeg, heeft niets opgenomen.".to_owned()
        }
        FundSay::SetAside => {
            "‘Gereserveerd’ is het deel van de kas dat initiatieven nog gaan opnemen.".to_owned()
        }
        FundSay::HangsOn => {
            "Van welke getallen de uitkomst afhangt, en waar die omslaat:".to_owned()
        }
        FundSay::Heading(part) => heading(*part).to_owned(),
        FundSay::About(part) => about(*part).to_owned(),
        FundSay::Column(column) => self::column(*column).to_owned(),
        FundSay::Measure(measure) => self::measure(*measure).to_owned(),
        FundSay::MeasureMeans(measure) => means(*measure).to_owned(),
        FundSay::Fate(fate) => self::fate(*fate).to_owned(),
        FundSay::Numbered { name, number } => format!("{name} ({number})"),
        FundSay::Waited(0) => "geen".to_owned(),
        FundSay::Waited(months) => duration(NL, *months),
        FundSay::AllFigures => "Elke lening en elk jaar:".to_owned(),
        FundSay::IsACase(file) => format!(
            "{file} is een businesscase, geen fonds: probeer `bizcase check`, of noem een bestand \
             met [fund]"
        ),
        FundSay::IsAFund(file) => {
            format!(
                "{file} is een fonds, geen businesscase: probeer `bizcase fund`, of `check`, \
                 `compare` of `sensitivity`"
            )
        }
        FundSay::NotAlike { fund, case } => format!(
            "{fund} is een fonds en {case} een businesscase: die zijn niet naast elkaar te \
             zetten; noem alleen fondsen, of alleen businesscases"
        ),
    }
}

fn count(count: usize) -> String {
    numbers::count(NL, count)
}

fn heading(part: FundPart) -> &'static str {
    match part {
        FundPart::Measures => "Uitkomsten",
        FundPart::Flows => "Geldstromen per jaar",
        FundPart::Stocks => "Stand aan het eind van elk jaar",
        FundPart::Initiatives => "De initiatieven",
        FundPart::Kinds => "De initiatieven, per soort",
        FundPart::Lending => "Kleine leningen",
    }
}

fn about(part: FundPart) -> &'static str {
    match part {
        FundPart::Measures => "",
        FundPart::Flows => {
            "Het vermogen groeit elk jaar met inleg + rente + rente op de kas - verlies - kosten."
        }
        FundPart::Stocks => "Vermogen is de kas plus wat nog is uitgeleend.",
        FundPart::Initiatives => {
            "Wat elk initiatief aanvroeg, hoe lang het wachtte en wat ervan \
                                  terugkwam."
        }
        FundPart::Kinds => {
            "Hoeveel er van elke soort een lening aanvroegen, en wat daarvan \
                            terugkwam."
        }
        FundPart::Lending => "Hoeveel er zijn aangevraagd en verstrekt, en wat daarvan terugkwam.",
    }
}

fn column(column: FundColumn) -> &'static str {
    match column {
        FundColumn::Year => "Jaar",
        FundColumn::PutIn => "Inleg",
        FundColumn::Lent => "Uitgeleend",
        FundColumn::Repaid => "Afgelost",
        FundColumn::Interest => "Rente",
        FundColumn::IdleInterest => "Rente op kas",
        FundColumn::Lost => "Verlies",
        FundColumn::Costs => "Kosten",
        FundColumn::Cash => "Kas",
        FundColumn::SetAside => "Gereserveerd",
        FundColumn::Outstanding => "Uitstaand",
        FundColumn::NetWorth => "Vermogen",
        FundColumn::Real => "Prijzen van de start",
        FundColumn::Initiative => "Initiatief",
        FundColumn::Lending => "Leningen",
        FundColumn::Amount => "Bedrag",
        FundColumn::Asked => "Aangevraagd",
        FundColumn::Waited => "Wachttijd",
        FundColumn::Started => "Gestart",
        FundColumn::Fate => "Afloop",
        FundColumn::Served => "Verstrekt",
        FundColumn::Waiting => "Op wachtlijst",
        FundColumn::Refused => "Afgewezen",
    }
}

fn measure(measure: FundMeasure) -> &'static str {
    match measure {
        FundMeasure::Lent => "In totaal uitgeleend",
        FundMeasure::Loans => "Leningen",
        FundMeasure::Repaid => "Afgelost",
        FundMeasure::Interest => "Rente op leningen",
        FundMeasure::IdleInterest => "Rente op de kas",
        FundMeasure::Lost => "Verlies",
        FundMeasure::Costs => "Kosten van het fonds",
        FundMeasure::Multiplier => "Omloopsnelheid",
        FundMeasure::Idle => "Ongebruikt kapitaal",
        FundMeasure::NetWorth => "Vermogen aan het eind",
        FundMeasure::NetWorthReal | FundMeasure::PutInReal => "- in prijzen van de start",
        FundMeasure::PutIn => "Ingelegd",
        FundMeasure::LowestCash => "Laagste kassaldo",
        FundMeasure::EdgeInterest => "Rente die net volstaat",
        FundMeasure::EdgeLoss => "Toelaatbaar verlies",
    }
}

fn means(measure: FundMeasure) -> &'static str {
    match measure {
        FundMeasure::Lent => "alle opgenomen leningen",
        FundMeasure::Loans => "gefinancierde initiatieven en kleine leningen",
        FundMeasure::Repaid => "hoofdsom die terugkwam",
        FundMeasure::Interest => "wat leners daarvoor betaalden",
        FundMeasure::IdleInterest => "wat geld in kas opbracht",
        FundMeasure::Lost => "hoofdsom die niet terugkomt",
        FundMeasure::Costs => "wat het fonds zelf betaalt",
        FundMeasure::Multiplier => "hoe vaak de inleg is uitgeleend",
        FundMeasure::Idle => "kas boven de reserve, gemiddeld, als deel van de inleg",
        FundMeasure::NetWorth => "de kas plus wat nog is uitgeleend",
        FundMeasure::NetWorthReal => "hetzelfde, gecorrigeerd voor prijsstijging",
        FundMeasure::PutIn => "het kapitaal en latere bijdragen",
        FundMeasure::PutInReal => "elk gecorrigeerd voor de prijsstijging tot dan toe",
        FundMeasure::LowestCash => "aan het eind van een maand",
        FundMeasure::EdgeInterest => "op alle leningen, om het kapitaal in stand te houden",
        FundMeasure::EdgeLoss => "als deel van alles wat het fonds uitleent",
    }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Repaid => "afgelost",
        Fate::Running => "loopt",
        Fate::Lost => "verloren",
        Fate::Waiting => "wacht",
        Fate::Refused => "afgewezen",
    }
}
