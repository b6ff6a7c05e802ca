//! Dutch words around the tables of `stress`.

use crate::case::stress::{ColdTurkey, Crisis, Late, Transition};
use crate::language::numbers::{self, list, month, percentage};
use crate::language::word;
use crate::language::{Language, Money, Stress};
use crate::statements::Counted;
use crate::whatif::stress::{What, Why};
use rust_decimal::Decimal;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn stress(stress: &Stress<'_>) -> String {
    match stress {
        Stress::Title(case) => format!("{case}: stresstest"),
        Stress::Survives { verdict, same, of } => format!(
            "Bij {same} van de {of} schokken die van toepassing zijn, blijft het oordeel gelijk: {}.",
            word::verdict(Language::Nl, *verdict)
        ),
        Stress::DoesNotClose { better, of } => does_not_close(*better, *of),
        Stress::NothingApplies => {
            "Geen enkele schok is op deze businesscase van toepassing.".to_owned()
        }
        Stress::Counted(Counted::Certain) => {
            "Bij marge en kas telt alleen toegezegde financiering mee. Inclusief aangevraagde \
             financiering: --funding all."
                .to_owned()
        }
        Stress::Counted(Counted::All) => {
            "Bij marge en kas telt ook aangevraagde financiering mee. Alleen toegezegde \
             financiering: --funding certain."
                .to_owned()
        }
        Stress::Columns => {
            "De marge is de ruimte bij de krapste vereiste toets. De laatste kolom is de \
             structurele bijdrage per jaar waarmee de businesscase ook zonder aangevraagde \
             bedragen sluitend is."
                .to_owned()
        }
        Stress::HeadWhat => "Wat er gebeurt".to_owned(),
        Stress::HeadStanding => "Hoe de businesscase ervoor staat".to_owned(),
        Stress::HeadWhy => "Wat niet van toepassing is".to_owned(),
        Stress::HeadChoice => "In één keer stoppen of een overgangsperiode".to_owned(),
        Stress::Name(shock) => word::stress::name(NL, *shock).to_owned(),
        Stress::Unshocked => "Zonder schok".to_owned(),
        Stress::What { shock, what, parties } => {
            format!("{}: {}.", word::stress::name(NL, *shock), self::what(what, parties))
        }
        Stress::Why { shock, why, parties } => {
            format!("{}: {}.", word::stress::name(NL, *shock), self::why(why, parties))
        }
        Stress::Column(column) => word::stress::column(NL, *column).to_owned(),
        Stress::NoContribution => "niet haalbaar".to_owned(),
        Stress::Choice { lowest, paid, present } => choice(*lowest, *paid, *present),
        Stress::Difference => "Verschil".to_owned(),
        Stress::NoParty => "Geen partij in het bijzonder".to_owned(),
        Stress::All => "Totaal".to_owned(),
        Stress::TooLarge => "de bedragen worden te groot".to_owned(),
    }
}

fn what(what: &What, parties: &[&str]) -> String {
    match what {
        What::Crisis(crisis) => self::crisis(*crisis),
        What::Election { until, .. } => format!(
            "een nieuwe raad beëindigt de tijdelijke financiering van {}; de laatste maand is {}",
            list(NL, parties),
            month(NL, *until)
        ),
        What::ColdTurkey(ColdTurkey { at }) => {
            format!("vanaf {} is er in één keer geen tijdelijke financiering meer", month(NL, *at))
        }
        What::Transition(Transition { at, months }) => format!(
            "dezelfde financiering wordt vanaf {} elke maand lager en is na {} volledig afgebouwd",
            month(NL, *at),
            months_of(*months)
        ),
        What::ParentLeaves { at, .. } => format!(
            "vanaf {} draagt {} niets meer bij, ook niet in natura; wat is geleend, blijft \
             verschuldigd",
            month(NL, *at),
            list(NL, parties)
        ),
        What::Late(Late { months }) => format!(
            "omzet, contracten, bijdragen en resultaatbetalingen beginnen {} later",
            months_of(*months)
        ),
        What::Handover { scenario, from } => {
            let scenario = scenario.to_people(NL);
            format!("vanaf {} geldt het scenario “{scenario}”", month(NL, *from))
        }
    }
}

fn crisis(crisis: Crisis) -> String {
    let Crisis { sales, costs, interest, at } = crisis;
    let points = interest.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(interest);
    let mut changes = Vec::new();
    if !sales.is_zero() {
        let verb = if sales.is_sign_negative() { "daalt" } else { "stijgt" };
        changes.push(format!("{verb} de omzet in aantallen met {}", percentage(NL, sales.abs())));
    }
    if !costs.is_zero() {
        let verb = if costs.is_sign_negative() { "dalen" } else { "stijgen" };
        changes
            .push(format!("{verb} de prijzen van de kosten met {}", percentage(NL, costs.abs())));
    }
    if !points.is_zero() {
        let verb = if points.is_sign_negative() { "daalt" } else { "stijgt" };
        let points = numbers::number(NL, points.abs());
        changes.push(format!("{verb} de rente op nieuwe leningen met {points} procentpunt"));
    }
    if changes.is_empty() {
        changes.push("verandert er niets".to_owned());
    }
    format!("vanaf {} {}", month(NL, at), list(NL, &changes))
}

fn months_of(months: i32) -> String {
    numbers::duration(NL, months)
}

fn does_not_close(better: usize, of: usize) -> String {
    match (better, of) {
        (0, 1) => "De businesscase is al niet sluitend zonder schok, en met de ene schok die van \
                   toepassing is evenmin."
            .to_owned(),
        (0, _) => format!(
            "De businesscase is al niet sluitend zonder schok, en met geen van de {of} schokken \
             die van toepassing zijn wel."
        ),
        (_, 1) => "De businesscase is niet sluitend zonder schok; met de ene schok die van \
                   toepassing is wel."
            .to_owned(),
        _ => format!(
            "De businesscase is niet sluitend zonder schok; met {better} van de {of} schokken die \
             van toepassing zijn wel."
        ),
    }
}

fn why(why: &Why, parties: &[&str]) -> String {
    match why {
        Why::NoTemporary => "er is geen tijdelijke financiering".to_owned(),
        Why::NoTemporaryOfParties(_) if parties.is_empty() => {
            "geen enkele partij is `public`, en andere partijen zijn niet genoemd".to_owned()
        }
        Why::NoTemporaryOfParties(_) => {
            format!("er is geen tijdelijke financiering van {}", list(NL, parties))
        }
        Why::NoElection(start) => {
            format!("na de start in {} begint er geen verkiezingsjaar meer", month(NL, *start))
        }
        Why::PastEnd(at) => {
            format!("dat zou pas in {} zijn, na de doorgerekende periode", month(NL, *at))
        }
        Why::NobodyBrings(year) => {
            format!("geen enkele partij draagt in het laatste jaar, {year}, iets bij")
        }
        Why::BringsNothing(_) => format!("{} draagt niets bij", list(NL, parties)),
        Why::ChangesNothing(what) => {
            format!(
                "{}; in deze businesscase verandert daardoor geen enkel bedrag",
                self::what(what, parties)
            )
        }
        Why::NothingToDelay => {
            "er is geen omzet en er zijn geen contracten, bijdragen of resultaatbetalingen"
                .to_owned()
        }
        Why::NoScenario => {
            "geen scenario in het bestand heeft een `from`: de maand waarin anderen het overnemen"
                .to_owned()
        }
    }
}

fn choice(lowest: Money<'_>, paid: Money<'_>, present: Money<'_>) -> String {
    let size = |money: Money<'_>| numbers::size(NL, money.amount, money.currency);
    let cash = match lowest.amount.0 {
        0 => "Een overgangsperiode verandert niets aan het laagste kassaldo.".to_owned(),
        1.. => format!(
            "Met een overgangsperiode is het laagste kassaldo {} hoger dan bij in één keer \
             stoppen.",
            size(lowest)
        ),
        _ => format!(
            "Met een overgangsperiode is het laagste kassaldo {} lager dan bij in één keer \
             stoppen.",
            size(lowest)
        ),
    };
    let cost = if paid.amount.0 == 0 {
        "Voor de betaler kost dit niets extra.".to_owned()
    } else {
        format!(
            "Voor de betaler kost dit {} extra, in contante waarde {}.",
            numbers::money(NL, paid.amount, paid.currency),
            numbers::money(NL, present.amount, present.currency)
        )
    };
    format!("{cash} {cost}")
}
