//! Dutch words about many cases together.

use crate::language::numbers;
use crate::language::word;
use crate::language::{Language, PortfolioSay};

const NL: Language = Language::Nl;

/// The words of a message.
pub fn portfolio(say: &PortfolioSay<'_>) -> String {
    match say {
        PortfolioSay::Counts { close, conditional, do_not_close } => {
            let all = close + conditional + do_not_close;
            format!(
                "Van {} {} {} {} sluitend, {} sluitend onder voorwaarde en {} niet sluitend.",
                count(all),
                if all == 1 { "businesscase" } else { "businesscases" },
                if *close == 1 { "is er" } else { "zijn er" },
                count(*close),
                count(*conditional),
                count(*do_not_close),
            )
        }
        PortfolioSay::Wrong(1) => "1 bestand klopt niet en telt nergens mee.".to_owned(),
        PortfolioSay::Wrong(files) => {
            format!("{} bestanden kloppen niet en tellen nergens mee.", count(*files))
        }
        PortfolioSay::NoCase(1) => {
            "1 bestand is een fonds of een prijslijst en telt nergens mee.".to_owned()
        }
        PortfolioSay::NoCase(files) => format!(
            "{} bestanden zijn fondsen of prijslijsten en tellen nergens mee.",
            count(*files)
        ),
        PortfolioSay::In { currency, cases: 1 } => {
            format!("Wat volgt gaat over de ene businesscase in {currency}.")
        }
        PortfolioSay::In { currency, cases } => {
            format!("Wat volgt gaat over de {} businesscases in {currency}.", count(*cases))
        }
        PortfolioSay::Heading(part) => word::portfolio::heading(NL, *part).to_owned(),
        PortfolioSay::About(part) => word::portfolio::about(NL, *part).to_owned(),
        PortfolioSay::Column(column) => word::portfolio::column(NL, *column).to_owned(),
        PortfolioSay::Promises(names) => {
            format!("een toezegging van {}", numbers::list(NL, names))
        }
        PortfolioSay::Hangs { party, cases, more } => {
            let all = cases.len() + more;
            let what = if all == 1 { "businesscase hangt" } else { "businesscases hangen" };
            let cases = cases.join(", ");
            format!("{party}: {} {what} hiervan af: {cases}{}", count(all), and_more(*more))
        }
        PortfolioSay::More(more) => format!("En nog {}; JSON heeft ze alle.", count(*more)),
        PortfolioSay::Nobody => "niemand in het bijzonder".to_owned(),
        PortfolioSay::NoBudget(typed) => format!(
            "`{typed}` is geen begroting; schrijf `--budget PARTIJ:JAAR=BEDRAG`, zoals \
             `--budget gemeente:2028=250_000`"
        ),
        PortfolioSay::BudgetOfNobody { party, known } => format!(
            "geen businesscase hier heeft de partij `{party}` waarvoor een begroting is gegeven; er is {}",
            known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ),
        PortfolioSay::BudgetOfMany(party) => format!(
            "een begroting van `{party}` is in één valuta, en die partij staat in businesscases in \
             meerdere: kies die in één valuta"
        ),
        PortfolioSay::BudgetTwice(budget) => {
            format!("voor `{budget}` zijn er twee begrotingen gegeven")
        }
        PortfolioSay::TooLarge => {
            "een som over deze businesscases is te groot om te berekenen: zo'n 9 x 10^18 cent"
                .to_owned()
        }
        PortfolioSay::WhereWhat(typed) => format!(
            "`--where {typed}` kiest niets; schrijf `--where tag=LABEL`, zoals `--where tag=zorg`"
        ),
        PortfolioSay::NoneTagged(tags) => {
            let tags: Vec<_> = tags.iter().map(|tag| format!("`{tag}`")).collect();
            format!("geen businesscase hier heeft {} bij zijn `tags`", numbers::list(NL, &tags))
        }
    }
}

fn and_more(more: usize) -> String {
    if more == 0 { ".".to_owned() } else { format!(" en nog {}.", count(more)) }
}

fn count(count: usize) -> String {
    numbers::count(NL, count)
}
