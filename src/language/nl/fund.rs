//! Dutch words about a revolving fund.

use super::money;
use crate::language::numbers::{self, duration, month, percentage, share, written};
use crate::language::word;
use crate::language::{Fell, FundSay, How, Language, Money};
use crate::money::Cents;

const NL: Language = Language::Nl;

/// The words of a message.
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
        FundSay::Heading(part) => word::fund::heading(NL, *part).to_owned(),
        FundSay::About(part) => word::fund::about(NL, *part).to_owned(),
        FundSay::Column(column) => word::fund::column(NL, *column).to_owned(),
        FundSay::Measure(measure) => word::fund::measure(NL, *measure).to_owned(),
        FundSay::MeasureMeans(measure) => word::fund::means(NL, *measure).to_owned(),
        FundSay::Fate(fate) => word::fund::fate(NL, *fate).to_owned(),
        FundSay::Numbered { name, number } => format!("{name} ({number})"),
        FundSay::WithoutEnd => "Verloren, afgewezen of nog wachtend, en waarom:".to_owned(),
        FundSay::Fell(fell) => self::fell(fell),
        FundSay::MoreFell(count) => {
            format!("En nog {}; JSON en CSV noemen ze allemaal.", self::count(*count))
        }
        FundSay::Waited(0) => "geen".to_owned(),
        FundSay::Waited(months) => duration(NL, *months),
        FundSay::AllFigures => "Elke lening en elk jaar:".to_owned(),
    }
}

fn count(count: usize) -> String {
    numbers::count(NL, count)
}

fn fell(fell: &Fell<'_>) -> String {
    let Fell { initiative, asked, how } = fell;
    let asked = money(*asked);
    match how {
        How::OutOfCash { month: at, short, lost } => format!(
            "{initiative}: verloren in {}, want de kas kwam toen {} onder nul; {}.",
            month(NL, *at),
            money(*short),
            self::lost(*lost)
        ),
        How::CannotRepay { month: at, short, short_month, lost } => format!(
            "{initiative}: verloren in {}, de maand na afloop van de eigen periode, want wat nog \
             openstond kon niet worden afgelost: in {} zou het tekort {} zijn; {}.",
            month(NL, *at),
            month(NL, *short_month),
            money(*short),
            self::lost(*lost)
        ),
        How::AboveCapital { month: at, there } => format!(
            "{initiative}: afgewezen in {}, want gevraagd werd {asked} en in het fonds wordt boven \
             de reserve nooit meer dan {} ingelegd.",
            month(NL, *at),
            money(*there)
        ),
        How::NotEnough { month: at, there } => format!(
            "{initiative}: afgewezen in {}, want gevraagd werd {asked} en er was {} uit te lenen.",
            month(NL, *at),
            money(*there)
        ),
        How::Waits { asked: at, last } => format!(
            "{initiative}: vroeg in {} {asked} aan en wacht in {} nog, want er is niet genoeg uit \
             te lenen aan dit initiatief of aan wie eerder aan de beurt is.",
            month(NL, *at),
            month(NL, *last)
        ),
    }
}

/// What the fund lost on an initiative that stopped.
fn lost(lost: Money<'_>) -> String {
    match lost.amount {
        Cents::ZERO => "er was nog niets opgenomen, dus het fonds verloor niets".to_owned(),
        _ => format!("het fonds verloor {}", money(lost)),
    }
}
