//! Dutch words around the steps of `explain`.

use crate::case::TestId;
use crate::explain::Name;
use crate::explain::figure::{CashColumn, EntryColumn, Measure, PartyColumn, Run};
use crate::explain::formula::Function;
use crate::explain::node::Remark;
use crate::language::numbers::{list, month};
use crate::language::{AskPart, Explain, Language, Subject, When};
use crate::statements::Group;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn explain(explain: &Explain<'_>) -> String {
    match explain {
        Explain::Subject(subject) => self::subject(subject),
        Explain::Name(name) => self::name(*name).to_owned(),
        Explain::Meaning(name) => meaning(*name).to_owned(),
        Explain::Function(function) => self::function(*function).to_owned(),
        Explain::Word(word) => self::word(word).to_owned(),
        Explain::Choice { when, then, or } => format!("{then} als {when}, anders {or}"),
        Explain::Remark(remark) => self::remark(remark).to_owned(),
        Explain::Multiplied { taken, left } => format!(
            "Deze worden vermenigvuldigd en niet opgeteld: {} laten {left} over.",
            list(NL, taken)
        ),
        Explain::Default => "standaard, staat niet in het bestand".to_owned(),
        Explain::Above => "zie hierboven".to_owned(),
        Explain::Source(source) => format!("bron: {source}"),
        Explain::MoreNoneLower(more) => format!("en nog {more}, geen ervan lager"),
        Explain::Further => "De stappen achter een van deze cijfers:".to_owned(),
        Explain::AskTitle(case) => format!("{case}: wat kan worden uitgelegd"),
        Explain::AskFor => {
            "Vraag een van deze paden op en zie welke berekening erachter zit en waar de getallen \
             staan."
                .to_owned()
        }
        Explain::AskPeriods { first, last, year } => format!(
            "Waar dat erbij staat, kan een maand volgen (`.{first}` tot en met `.{last}`) of een \
             boekjaar (`.{year}`), en `.present_value` na wat een post kost, opbrengt of bespaart."
        ),
        Explain::AskPart(part) => match part {
            AskPart::Verdict => "Oordeel en toetsen",
            AskPart::Measures => "Maatstaven",
            AskPart::Cash => "Kas",
            AskPart::Parties => "Partijen, in contante waarde",
            AskPart::Entries => "Posten",
        }
        .to_owned(),
        Explain::AskPath => "Pad".to_owned(),
        Explain::AskWhat => "Wat het is".to_owned(),
        Explain::AskTail => "Periode".to_owned(),
        Explain::AskMonthOrYear => "maand of jaar".to_owned(),
        Explain::AskYear => "jaar".to_owned(),
    }
}

fn subject(subject: &Subject<'_>) -> String {
    match subject {
        Subject::Verdict => "Is de businesscase sluitend?".to_owned(),
        Subject::Test { id, run, figure } => {
            let on = run.map(|run| format!(", {}", self::run(run))).unwrap_or_default();
            let what = if *figure { measured(*id) } else { test(*id) };
            format!("{what}{on}")
        }
        Subject::Measure(measure) => self::measure(*measure).to_owned(),
        Subject::Cash(run, column, when) => {
            let column = match column {
                CashColumn::Opening => "Kas aan het begin",
                CashColumn::Receipts => "Alles wat binnenkomt",
                CashColumn::Payments => "Alles wat uitgaat",
                CashColumn::Closing => "Kas aan het eind",
                CashColumn::Lowest => "Laagste kassaldo aan het eind van een maand",
            };
            let when = match (column, when) {
                ("Kas aan het begin" | "Kas aan het eind", When::Month(m)) => {
                    format!(" van {}", month(NL, *m))
                }
                ("Kas aan het begin" | "Kas aan het eind", When::Year(label)) => {
                    format!(" van {label}")
                }
                (_, when) => self::when(when),
            };
            format!("{column}{when}, {}", self::run(*run))
        }
        Subject::Party { name, run, column } => {
            let on = if *run == Run::Certain { ", alleen toegezegde financiering" } else { "" };
            format!("{}{}{on}", of(name), party(*column))
        }
        Subject::Entry { name, group, run, column, when } => {
            let on = if *run == Run::Certain { ", alleen toegezegde financiering" } else { "" };
            format!("{}{}{}{on}", of(name), entry(*column, *group), self::when(when))
        }
    }
}

/// The name that what follows is of; nothing where that is said already.
fn of(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("{name}: ") }
}

fn when(when: &When) -> String {
    match when {
        When::Month(m) => format!(", {}", month(NL, *m)),
        When::Year(label) => format!(", {label}"),
        When::Whole => ", over alle jaren".to_owned(),
        When::PresentValue => ", contante waarde".to_owned(),
        When::Any => String::new(),
    }
}

fn run(run: Run) -> &'static str {
    match run {
        Run::Certain => "alleen toegezegde financiering",
        Run::All => "inclusief aangevraagde financiering",
    }
}

fn test(id: TestId) -> &'static str {
    match id {
        TestId::Liquidity => "Is er altijd genoeg geld in kas?",
        TestId::Structural => "Is het laatste jaar sluitend zonder tijdelijke financiering?",
        TestId::Repayment => "Kan wat aan het eind openstaat worden afgelost?",
        TestId::Dscr => "Dekt de terugkerende kasstroom rente en aflossing?",
        TestId::Dependence => "Is de afhankelijkheid van één partij niet te groot?",
        TestId::Payers => "Verdient elke partij die betaalt en bespaart dat terug?",
        TestId::PublicReturn => "Verdienen publieke partijen hun inleg terug?",
        TestId::SocialReturn => "Krijgt de samenleving haar inzet terug?",
    }
}

fn measured(id: TestId) -> &'static str {
    match id {
        TestId::Liquidity => "Laagste kassaldo aan het eind van een maand",
        TestId::Structural => "Structureel resultaat van het laatste jaar",
        TestId::Repayment => "Laagste kassaldo tijdens de aflossing na afloop, min de ondergrens",
        TestId::Dscr => "Laagste dekking van rente en aflossing in een jaar",
        TestId::Dependence => {
            "Aandeel van de grootste financier in de inkomsten van het laatste jaar"
        }
        TestId::Payers => "Laagste terugverdienratio van een partij die betaalt en bespaart",
        TestId::PublicReturn => "Publiek rendement",
        TestId::SocialReturn => "Maatschappelijk rendement",
    }
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Npv => "Netto contante waarde",
        Measure::SocialBalance => "Maatschappelijk saldo",
        Measure::PublicReturn => "Publiek rendement",
        Measure::SocialReturn => "Maatschappelijk rendement",
        Measure::PublicPayback => "Boekjaar waarin publiek geld is terugverdiend",
        Measure::Replacement => "Jaarlijkse kosten om de investeringen ooit te vervangen",
    }
}

fn party(column: PartyColumn) -> &'static str {
    match column {
        PartyColumn::Pays => "wat zij betaalt",
        PartyColumn::Repaid => "wat zij terugkrijgt",
        PartyColumn::Saves => "wat zij bespaart",
        PartyColumn::Cashable => "wat zij daarvan kan verzilveren",
        PartyColumn::Gains => "wat zij aan andere baten heeft",
        PartyColumn::Bears => "wat zij aan extra lasten heeft",
        PartyColumn::Net => "wat zij per saldo overhoudt",
        PartyColumn::Ratio => "wat zij terugverdient van elke euro die zij betaalt",
    }
}

fn entry(column: EntryColumn, group: Group) -> &'static str {
    match (column, group) {
        (EntryColumn::Accrual, Group::Cost) => "kosten, toegerekend",
        (EntryColumn::Accrual, Group::Funding) => "inkomsten, toegerekend",
        (EntryColumn::Accrual, Group::Avoided) => "vermeden kosten",
        (EntryColumn::Accrual, Group::Value) => "waarde",
        (EntryColumn::Accrual, Group::Burden) => "last",
        (EntryColumn::Exact, _) => "exact bedrag, vóór afronding",
        (EntryColumn::Claimed, Group::Cost) => "wat ervan is geclaimd",
        (EntryColumn::Claimed, _) => "claim op de gedekte kosten",
        (EntryColumn::Kept, _) => "wat na afbouw overblijft van de claim",
        (EntryColumn::Units, _) => "eenheden",
        (EntryColumn::Cash, Group::Cost) => "betaald",
        (EntryColumn::Cash, _) => "ontvangen",
        (EntryColumn::Cashable, _) => "verzilverbaar",
        (EntryColumn::Depreciation, _) => "afschrijving",
        (EntryColumn::Instalment, _) => "rente en aflossing",
        (EntryColumn::Draw, _) => "opname",
        (EntryColumn::Interest, _) => "rente",
        (EntryColumn::Principal, _) => "aflossing",
        (EntryColumn::Balance, _) => "openstaand",
        (EntryColumn::Added, _) => "bijgeschreven rente",
        (EntryColumn::Annuity, _) => "een van de gelijke termijnen",
    }
}

fn function(function: Function) -> &'static str {
    match function {
        Function::Sum => "som",
        Function::Min => "kleinste",
        Function::Max => "grootste",
        Function::Compound => "samengesteld",
        Function::Count => "aantal",
        Function::Round2 => "afgerond",
        Function::Round4 => "afgerond4",
        Function::Root => "wortel",
    }
}

fn word(word: &str) -> &str {
    match word {
        "pass" => "voldoet",
        "fail" => "voldoet niet",
        "not_applicable" => "niet van toepassing",
        "closes" => "sluitend",
        "conditional" => "sluitend onder voorwaarde",
        "does_not_close" => "niet sluitend",
        "reached" => "bereikt",
        "not_yet" => "nog niet",
        "never" => "nooit",
        other => other,
    }
}

fn remark(remark: &Remark) -> &'static str {
    match remark {
        Remark::Multiply => "Deze worden vermenigvuldigd en niet opgeteld.",
        Remark::NotRunning => "Niets in deze maand: de post loopt dan niet.",
        Remark::FollowsNothing => "Niets: wat deze post volgt of betaalt, is uitgeschakeld.",
        Remark::Earmarked => "Geoormerkt: de gedekte kosten zijn tot dan toe niet hoger.",
        Remark::Shared => {
            "Wie het eerst claimt, gaat voor; geen kostenpost wordt meer dan één keer betaald."
        }
        Remark::Faded => "De afbouw is voltooid: er komt niets meer.",
        Remark::EarmarkOver => {
            "De laatste maand is voorbij: wat toen nog niet aan kosten was gemaakt, wordt niet \
             meer vergoed."
        }
        Remark::NothingPaid => "In deze maand wordt niets betaald.",
        Remark::BeforeStart => "Gekocht vóór de start: staat op de beginbalans.",
        Remark::Grace => "In de aflossingsvrije periode wordt niets afgelost.",
        Remark::NoInstalment => "In deze maand vervalt geen termijn.",
        Remark::RunningTotal => {
            "Geboekt wordt de toename van het afgeronde totaal, zodat er geen cent verloren gaat."
        }
        Remark::NobodySaves => "Geen partij bespaart iets, dus er kan niets terugkomen.",
        Remark::OnlyRounding => {
            "Op exacte bedragen is dit gehaald: alleen de afronding op centen maakt het anders."
        }
        Remark::CountsAll => "Alle financiering telt mee, ook wat nog is aangevraagd.",
        Remark::CountsCertain => {
            "Alleen toegezegde financiering telt mee, niets wat nog is aangevraagd."
        }
    }
}

fn name(name: Name) -> &'static str {
    match name {
        Name::Amount => "bedrag",
        Name::Quantity => "aantal",
        Name::Price => "prijs",
        Name::Share | Name::Part => "deel",
        Name::Ramp => "aanloop",
        Name::Growth => "groei",
        Name::Season => "seizoen",
        Name::Weight => "gewicht",
        Name::Weights => "gewichten",
        Name::Index => "index",
        Name::PriceRise => "prijsstijging",
        Name::InterestRate => "rentevoet",
        Name::DiscountRate => "disconteringsvoet",
        Name::Bias => "optimisme",
        Name::Months => "maanden",
        Name::Followed => "gevolgd",
        Name::Units => "eenheden",
        Name::Deadweight => "vanzelf",
        Name::Displacement => "verplaatst",
        Name::Attribution => "anderen",
        Name::Left => "rest",
        Name::Cashable => "verzilverbaar",
        Name::Value => "waarde",
        Name::Cap => "maximum",
        Name::Paid => "betaald",
        Name::Reached => "bereikt",
        Name::DropOff => "afname",
        Name::From => "vanaf",
        Name::Until => "tot",
        Name::On => "op",
        Name::Lag => "later",
        Name::Before => "eerder",
        Name::Total => "totaal",
        Name::Whole => "alles",
        Name::Month => "maand",
        Name::Year => "jaar",
        Name::Own => "eigen",
        Name::Covered => "gedekt",
        Name::Right => "recht",
        Name::Claim => "claim",
        Name::Claimed => "geclaimd",
        Name::First => "eerst",
        Name::Unclaimed => "vrij",
        Name::Room => "ruimte",
        Name::Taken => "opgenomen",
        Name::Unfaded => "zonder_afbouw",
        Name::Accrual => "toegerekend",
        Name::Advance => "voorschot",
        Name::Purchase => "aankoop",
        Name::Life => "levensduur",
        Name::Interest => "rente",
        Name::Balance => "schuld",
        Name::Term => "looptijd",
        Name::Grace => "aflossingsvrij",
        Name::Instalments => "termijnen",
        Name::Added => "bijgeschreven",
        Name::Annuity => "annuïteit",
        Name::Principal => "aflossing",
        Name::Instalment => "termijn",
        Name::Opening => "begin",
        Name::Receipt => "ontvangst",
        Name::Payment | Name::LessEntry => "uitgave",
        Name::Closing => "kas",
        Name::AtZero => "bij_start",
        Name::LessAtZero => "uitgave_bij_start",
        Name::Entry => "post",
        Name::Ratio => "verhouding",
        Name::Pays => "betaling",
        Name::Repaid => "terugbetaling",
        Name::Saves => "besparing",
        Name::Gains => "baten",
        Name::Bears => "lasten",
        Name::Income => "inkomsten",
        Name::Cost => "kosten",
        Name::Replacement => "vervanging",
        Name::Investment => "investering",
        Name::Result => "resultaat",
        Name::Owed => "openstaand",
        Name::MinCash => "ondergrens",
        Name::Service => "rente_aflossing",
        Name::Party => "partij",
        Name::Figure => "cijfer",
        Name::Threshold => "norm",
        Name::Certain => "toegezegd",
        Name::All => "met_aanvragen",
        Name::InKind => "in_natura",
    }
}

fn meaning(name: Name) -> &'static str {
    match name {
        Name::Amount => "bedrag",
        Name::Quantity => "aantal",
        Name::Price => "prijs",
        Name::Share => "deel",
        Name::Ramp => "deel van de volle omvang",
        Name::Growth => "groei per jaar",
        Name::Season => "aandeel van de maand in het jaar",
        Name::Weight => "gewicht",
        Name::Weights => "alle gewichten samen",
        Name::Index => "prijspeil; bij de start 1",
        Name::PriceRise => "prijsstijging per jaar",
        Name::InterestRate => "rente per jaar",
        Name::DiscountRate => "disconteringsvoet per jaar",
        Name::Bias => "opslag of aftrek voor optimisme",
        Name::Months => "maanden per periode",
        Name::Followed => "exact bedrag van de gevolgde post",
        Name::Units => "eenheden in de maand",
        Name::Deadweight => "zou toch gebeurd zijn",
        Name::Displacement => "verplaatsing",
        Name::Attribution => "toerekening aan anderen",
        Name::Left => "wat die drie overlaten",
        Name::Cashable => "verzilverbaar",
        Name::Value => "exacte waarde van de vermeden kosten",
        Name::Cap => "maximum per boekjaar",
        Name::Paid => "eerder in het boekjaar, exact",
        Name::Reached => "eenheden van één leeftijd",
        Name::DropOff => "afname per jaar",
        Name::From => "eerste maand",
        Name::Until => "laatste maand",
        Name::On => "maand",
        Name::Lag => "maanden later",
        Name::Before => "exact totaal ervoor",
        Name::Total => "exact totaal tot dan",
        Name::Whole => "exact over alle maanden",
        Name::Month => "exact bedrag",
        Name::Year => "",
        Name::Own => "exact totaal van de post zelf",
        Name::Covered => "exact totaal van de gedekte kosten",
        Name::Right => "waar recht op is en wat nog niet is geclaimd",
        Name::Claim => "wat wordt geclaimd",
        Name::Claimed => "eerder daarvan geclaimd",
        Name::First => "gaat voor in deze maand",
        Name::Unclaimed => "wat nog niemand ervan heeft geclaimd",
        Name::Room => "in de tijd van de dekking, nog niet opgenomen",
        Name::Taken => "eerder opgenomen",
        Name::Unfaded => "wat het zou zijn zonder afbouw",
        Name::Accrual => "toegerekend",
        Name::Advance => "deel dat vooruit gaat",
        Name::Purchase => "aankoop",
        Name::Part => "afschrijving van één aankoop",
        Name::Life => "levensduur in maanden",
        Name::Interest => "rente",
        Name::Balance => "wat nog openstaat",
        Name::Term => "looptijd in maanden",
        Name::Grace => "aflossingsvrije maanden",
        Name::Instalments => "aantal termijnen met aflossing",
        Name::Added => "rente die bij de schuld komt",
        Name::Annuity => "gelijke termijn",
        Name::Principal => "aflossing",
        Name::Instalment => "rente en aflossing",
        Name::Opening => "kas aan het begin",
        Name::Receipt => "ontvangst",
        Name::Payment => "uitgave",
        Name::Closing => "kas aan het eind",
        Name::AtZero => "telt op het moment van de start",
        Name::LessAtZero => "gaat af op het moment van de start",
        Name::Entry => "post",
        Name::LessEntry => "gaat eraf",
        Name::Ratio => "verhouding",
        Name::Pays => "wat wordt betaald",
        Name::Repaid => "wat wordt terugbetaald",
        Name::Saves => "wat wordt bespaard",
        Name::Gains => "maatschappelijke waarde",
        Name::Bears => "lasten",
        Name::Income => "inkomsten",
        Name::Cost => "kosten",
        Name::Replacement => "jaarlijks deel van een nieuwe investering",
        Name::Investment => "investering",
        Name::Result => "resultaat van het laatste jaar voor rente",
        Name::Owed => "wat aan het eind openstaat",
        Name::MinCash => "ondergrens van de kas",
        Name::Service => "rente en aflossing van het jaar",
        Name::Party => "wat één partij inbrengt",
        Name::Figure => "wat is gemeten",
        Name::Threshold => "wat de norm is",
        Name::Certain => "alleen toegezegde financiering",
        Name::All => "inclusief aangevraagde financiering",
        Name::InKind => "in natura",
    }
}
