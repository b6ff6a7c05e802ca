//! Dutch words around the tables of `simulate`.

use crate::language::numbers::{count, percentage};
use crate::language::{Language, Simulate, SimulateColumn, SimulateFigure, SimulatePart};
use rust_decimal::Decimal;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn simulate(message: &Simulate<'_>) -> String {
    match message {
        Simulate::Closes { case, draws, share, interval } => format!(
            "{case} is sluitend in {} van {} {}{}.",
            percentage(NL, *share),
            count(NL, *draws),
            if *draws == 1 { "trekking" } else { "trekkingen" },
            sure(*interval)
        ),
        Simulate::Conditional { share, interval } => format!(
            "In nog eens {} is de case alleen sluitend als wat nog is aangevraagd, wordt \
             toegekend{}.",
            percentage(NL, *share),
            sure(*interval)
        ),
        Simulate::NothingDrawn => "Er valt niets te trekken, dus elke trekking is gelijk: het \
                                   bestand heeft geen bandbreedte, zoals price = { low = 6.50, \
                                   likely = 7.50, high = 8.50 }, en geen aanvraag met een kans, \
                                   zoals chance = \"60%\"."
            .to_owned(),
        Simulate::Seed(seed) => {
            format!("Hetzelfde startgetal geeft dezelfde trekkingen: --seed {seed}.")
        }
        Simulate::Sample(draws) => {
            format!("Cijfers en samenhang zijn van de eerste {} trekkingen.", count(NL, *draws))
        }
        Simulate::Applies(draws) => {
            format!(
                "Het publieke rendement is van toepassing in {} van deze trekkingen.",
                count(NL, *draws)
            )
        }
        Simulate::SpreadMeans => "Elk cijfer is wat dat deel van de trekkingen niet overschrijdt; \
                                  de helft ligt tussen 25% en 75%. Op zekere financiering, met wat \
                                  de trekking toekent."
            .to_owned(),
        Simulate::RequestsMean => {
            "Hoe vaak de case sluitend is met en zonder elke aanvraag, al het andere als getrokken."
                .to_owned()
        }
        Simulate::DriversMean => {
            "Rangcorrelatie met de marge, van -1 tot 1: hoe verder van 0, hoe \
                                  meer de uitkomst ervan afhangt."
                .to_owned()
        }
        Simulate::DrawnTogether => "Getallen die met elkaar meegaan, zijn hier niet te \
                                    onderscheiden: `bizcase sensitivity` varieert elk apart."
            .to_owned(),
        Simulate::Heading(part) => heading(*part).to_owned(),
        Simulate::Column(column) => self::column(*column),
        Simulate::Figure(figure) => self::figure(*figure).to_owned(),
        Simulate::Shape(shape) => match *shape {
            "triangular" => "driehoek".to_owned(),
            "uniform" => "gelijkmatig".to_owned(),
            other => other.to_owned(),
        },
        Simulate::Progress => "trekkingen".to_owned(),
        Simulate::TooLarge => "de bedragen van een trekking zijn te groot".to_owned(),
    }
}

fn sure((low, high): (Decimal, Decimal)) -> String {
    format!(" ({} tot {} met 95% betrouwbaarheid)", percentage(NL, low), percentage(NL, high))
}

fn heading(part: SimulatePart) -> &'static str {
    match part {
        SimulatePart::Drawn => "Wat wordt getrokken",
        SimulatePart::Spread => "Hoe ver cijfers uiteenlopen",
        SimulatePart::Histogram => "Laagste kas",
        SimulatePart::Requests => "Wat elke aanvraag doet",
        SimulatePart::Drivers => "Waar het van afhangt",
    }
}

fn column(column: SimulateColumn) -> String {
    let words = match column {
        SimulateColumn::Number => "Getal",
        SimulateColumn::Low => "Laag",
        SimulateColumn::Likely => "Verwacht",
        SimulateColumn::High => "Hoog",
        SimulateColumn::Shape => "Vorm",
        SimulateColumn::MovesWith => "Gaat mee met",
        SimulateColumn::Figure => "Cijfer",
        SimulateColumn::Below(percentage) => return format!("{percentage}%"),
        SimulateColumn::From => "Van",
        SimulateColumn::Until => "Tot",
        SimulateColumn::Draws => "Trekkingen",
        SimulateColumn::Request => "Aanvraag",
        SimulateColumn::Chance => "Kans",
        SimulateColumn::With => "Sluitend met",
        SimulateColumn::Without => "Sluitend zonder",
        SimulateColumn::Correlation => "Samenhang",
    };
    words.to_owned()
}

fn figure(figure: SimulateFigure) -> &'static str {
    match figure {
        SimulateFigure::LowestCash => "Laagste kas",
        SimulateFigure::Structural => "Structureel resultaat, laatste jaar",
        SimulateFigure::PublicReturn => "Publiek rendement",
    }
}
