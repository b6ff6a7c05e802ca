//! Dutch words around the tables of `stress`.

use crate::case::stress::{ColdTurkey, Crisis, Late, Transition};
use crate::language::numbers::{self, list, month, percentage};
use crate::language::{Language, Money, Stress, StressColumn};
use crate::statements::Counted;
use crate::whatif::stress::{Shock, What, Why};
use rust_decimal::Decimal;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn stress(stress: &Stress<'_>) -> String {
    match stress {
        Stress::Title(case) => format!("{case} onder druk"),
        Stress::Survives { verdict, same, of } => {
            let leave = if *same == 1 { "laat" } else { "laten" };
            format!(
                "{same} van de {of} schokken die van toepassing zijn {leave} het oordeel zoals het \
                 is: {}.",
                super::report::verdict(*verdict)
            )
        }
        Stress::NothingApplies => {
            "Geen enkele schok is op deze businesscase van toepassing.".to_owned()
        }
        Stress::Counted(Counted::Certain) => {
            "Marge en liquiditeit zijn op zekere financiering; met wat alleen is aangevraagd: \
             --funding all."
                .to_owned()
        }
        Stress::Counted(Counted::All) => {
            "Marge en liquiditeit tellen alle financiering mee, ook wat alleen is aangevraagd. \
             Zonder dat: --funding certain."
                .to_owned()
        }
        Stress::Columns => {
            "De marge is de ruimte die de krapste vereiste toets overlaat. De laatste kolom is de \
             structurele bijdrage per jaar, op zekere financiering, waarmee de businesscase weer \
             sluit."
                .to_owned()
        }
        Stress::HeadWhat => "Wat er gebeurt".to_owned(),
        Stress::HeadStanding => "Hoe de businesscase ervoor staat".to_owned(),
        Stress::HeadWhy => "Wat niet van toepassing is".to_owned(),
        Stress::HeadChoice => "In één keer stoppen of een overgangsperiode".to_owned(),
        Stress::Name(shock) => name(*shock).to_owned(),
        Stress::Unshocked => "Zoals het is".to_owned(),
        Stress::What { shock, what, parties } => {
            format!("{}: {}.", name(*shock), self::what(what, parties))
        }
        Stress::Why { shock, why, party } => {
            format!("{}: {}.", name(*shock), self::why(*why, *party))
        }
        Stress::Column(column) => self::column(*column).to_owned(),
        Stress::NoContribution => "lukt niet".to_owned(),
        Stress::Choice { lowest, paid, present } => choice(*lowest, *paid, *present),
        Stress::Difference => "Verschil".to_owned(),
        Stress::NoParty => "Geen partij in het bijzonder".to_owned(),
        Stress::All => "Samen".to_owned(),
        Stress::TooLarge => "de bedragen worden te groot".to_owned(),
    }
}

fn name(shock: Shock) -> &'static str {
    match shock {
        Shock::Crisis => "Crisis",
        Shock::Election => "Verkiezingen",
        Shock::ColdTurkey => "In één keer stoppen",
        Shock::Transition => "Overgangsperiode",
        Shock::ParentLeaves => "Moederpartij vertrekt",
        Shock::Late => "Late start",
        Shock::Handover => "Overname",
    }
}

fn what(what: &What, parties: &[&str]) -> String {
    match what {
        What::Crisis(crisis) => self::crisis(*crisis),
        What::Election { until, .. } => format!(
            "een nieuwe raad beëindigt de tijdelijke financiering van {} met {} als laatste maand",
            list(NL, parties),
            month(NL, *until)
        ),
        What::ColdTurkey(ColdTurkey { at }) => format!(
            "alle tijdelijke financiering stopt in één keer: vanaf {} is die er niet meer",
            month(NL, *at)
        ),
        What::Transition(Transition { at, months }) => format!(
            "dezelfde financiering wordt vanaf {} elke maand minder, en is er na {} niet meer",
            month(NL, *at),
            months_of(*months)
        ),
        What::ParentLeaves { at, .. } => format!(
            "vanaf {} brengt {} niets meer in, ook niet in natura; geleend geld blijft \
             verschuldigd",
            month(NL, *at),
            list(NL, parties)
        ),
        What::Late(Late { months }) => format!(
            "omzet, contracten, bijdragen en resultaatbetalingen beginnen {} later",
            months_of(*months)
        ),
        What::Handover { scenario, from } => {
            format!("vanaf {} geldt het scenario “{scenario}”", month(NL, *from))
        }
    }
}

fn crisis(crisis: Crisis) -> String {
    let Crisis { sales, costs, interest, at } = crisis;
    let points = interest.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(interest);
    format!(
        "vanaf {} verandert het volume van de omzet met {}, de prijs van de kosten met {} en de \
         rente op nieuwe leningen met {} procentpunt",
        month(NL, at),
        signed(sales, &percentage(NL, sales)),
        signed(costs, &percentage(NL, costs)),
        signed(points, &numbers::number(NL, points)),
    )
}

fn signed(number: Decimal, written: &str) -> String {
    if number > Decimal::ZERO { format!("+{written}") } else { written.to_owned() }
}

fn months_of(months: i32) -> String {
    numbers::duration(NL, months)
}

fn why(why: Why, party: Option<&str>) -> String {
    match why {
        Why::NoTemporary => "er is geen tijdelijke financiering".to_owned(),
        Why::NoTemporaryOfParties => {
            "er is geen tijdelijke financiering van de partijen waar het om gaat".to_owned()
        }
        Why::NoElection => "na de start begint geen verkiezingsjaar meer".to_owned(),
        Why::PastEnd(at) => {
            format!("dat zou pas in {} zijn, na de periode waarnaar is gekeken", month(NL, at))
        }
        Why::NobodyBrings => "geen enkele partij brengt in het laatste jaar iets in".to_owned(),
        Why::BringsNothing(_) => format!("{} brengt niets in", party.unwrap_or("de partij")),
        Why::NothingToDelay => {
            "er zijn geen omzet, contracten, bijdragen of resultaatbetalingen".to_owned()
        }
        Why::NoScenario => {
            "geen scenario in het bestand heeft `from`, de maand waarin anderen het overnemen"
                .to_owned()
        }
    }
}

fn column(column: StressColumn) -> &'static str {
    match column {
        StressColumn::Shock => "Schok",
        StressColumn::Closes => "Sluit",
        StressColumn::Margin => "Marge",
        StressColumn::Lowest => "Laagste kas",
        StressColumn::Month => "in",
        StressColumn::RunsOut => "Geld op in",
        StressColumn::Contribution => "Nodig per jaar",
        StressColumn::Payer => "Wie betaalt",
        StressColumn::Paid => "Betaalt meer",
        StressColumn::Present => "Contante waarde",
    }
}

fn choice(lowest: Money<'_>, paid: Money<'_>, present: Money<'_>) -> String {
    let size = |money: Money<'_>| numbers::size(NL, money.amount, money.currency);
    let cash = match lowest.amount.0 {
        0 => "Een overgangsperiode verandert niets aan de laagste kas.".to_owned(),
        1.. => format!(
            "Met een overgangsperiode is de laagste kas {} hoger dan bij in één keer stoppen.",
            size(lowest)
        ),
        _ => format!(
            "Met een overgangsperiode is de laagste kas {} lager dan bij in één keer stoppen.",
            size(lowest)
        ),
    };
    let cost = if paid.amount.0 == 0 {
        "Wie het betaalt, is er niets meer aan kwijt.".to_owned()
    } else {
        format!(
            "Wie het betaalt, is er {} meer aan kwijt, contant gemaakt {}.",
            numbers::money(NL, paid.amount, paid.currency),
            numbers::money(NL, present.amount, present.currency)
        )
    };
    format!("{cash} {cost}")
}
