//! Dutch words around the tables of `simulate`.

use crate::language::numbers::{count, percentage};
use crate::language::word;
use crate::language::{Language, Simulate, SimulateColumn};
use rust_decimal::Decimal;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn simulate(message: &Simulate<'_>) -> String {
    match message {
        Simulate::Closes { case, draws, share, interval } => format!(
            "De businesscase van {case} is sluitend in {} van {} {}{}.",
            percentage(NL, *share),
            count(NL, *draws),
            if *draws == 1 { "doorrekening" } else { "doorrekeningen" },
            sure(*interval)
        ),
        Simulate::Conditional { share, interval } => format!(
            "In nog eens {} is de businesscase alleen sluitend als ook wordt toegekend wat nog is \
             aangevraagd{}.",
            percentage(NL, *share),
            sure(*interval)
        ),
        Simulate::NothingDrawn => "Er is niets onzeker, dus elke doorrekening is gelijk: in het \
                                   bestand staat geen bandbreedte, zoals price = { low = 6.50, \
                                   likely = 7.50, high = 8.50 }, en geen aanvraag met een kans, \
                                   zoals chance = \"60%\"."
            .to_owned(),
        Simulate::Seed(seed) => {
            format!(
                "Dezelfde beginwaarde van de toevalsgenerator geeft dezelfde doorrekeningen: \
                     --seed {seed}."
            )
        }
        Simulate::Sample(draws) => {
            format!(
                "Cijfers en correlaties gaan over de eerste {} doorrekeningen.",
                count(NL, *draws)
            )
        }
        Simulate::Applies(draws) => {
            format!(
                "Het publieke rendement is van toepassing in {} van deze doorrekeningen.",
                count(NL, *draws)
            )
        }
        Simulate::SpreadMeans => "Elk cijfer is de waarde die in dat deel van de doorrekeningen \
                                  niet wordt overschreden; de helft ligt tussen 25% en 75%. \
                                  Meegeteld is wat is toegezegd en wat in de doorrekening wordt \
                                  toegekend."
            .to_owned(),
        Simulate::RequestsMean => {
            "Hoe vaak de businesscase sluitend is met en zonder elke aanvraag, als al het andere \
             gelijk blijft."
                .to_owned()
        }
        Simulate::DriversMean => {
            "Rangcorrelatie met de marge, van -1 tot 1: hoe verder van 0, hoe meer de uitkomst \
             ervan afhangt."
                .to_owned()
        }
        Simulate::DrawnTogether => "Getallen die samen bewegen, zijn hier niet te onderscheiden: \
                                    `bizcase sensitivity` varieert elk apart."
            .to_owned(),
        Simulate::Heading(part) => word::simulate::heading(NL, *part).to_owned(),
        Simulate::Column(column) => self::column(*column),
        Simulate::Figure(figure) => word::simulate::figure(NL, *figure).to_owned(),
        Simulate::Shape(shape) => match *shape {
            "triangular" => "driehoek".to_owned(),
            "uniform" => "gelijkmatig".to_owned(),
            other => other.to_owned(),
        },
        Simulate::Progress => "doorrekeningen".to_owned(),
        Simulate::TooLarge => "de bedragen van een doorrekening zijn te groot".to_owned(),
    }
}

fn sure((low, high): (Decimal, Decimal)) -> String {
    format!(" ({} tot {} met 95% betrouwbaarheid)", percentage(NL, low), percentage(NL, high))
}

fn column(column: SimulateColumn) -> String {
    let words = match column {
        SimulateColumn::Number => "Getal",
        SimulateColumn::Low => "Laag",
        SimulateColumn::Likely => "Verwacht",
        SimulateColumn::High => "Hoog",
        SimulateColumn::Shape => "Vorm",
        SimulateColumn::MovesWith => "Beweegt mee met",
        SimulateColumn::Figure => "Cijfer",
        SimulateColumn::Below(percentage) => return format!("{percentage}%"),
        SimulateColumn::From => "Van",
        SimulateColumn::Until => "Tot",
        SimulateColumn::Draws => "Doorrekeningen",
        SimulateColumn::Request => "Aanvraag",
        SimulateColumn::Chance => "Kans",
        SimulateColumn::With => "Sluitend met",
        SimulateColumn::Without => "Sluitend zonder",
        SimulateColumn::Correlation => "Correlatie",
    };
    words.to_owned()
}
