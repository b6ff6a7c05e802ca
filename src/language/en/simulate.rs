//! English words around the tables of `simulate`.

use crate::language::numbers::{count, percentage};
use crate::language::word;
use crate::language::{Language, Simulate, SimulateColumn};
use rust_decimal::Decimal;

const EN: Language = Language::En;

/// The words of a message.
pub fn simulate(message: &Simulate<'_>) -> String {
    match message {
        Simulate::Closes { case, draws, share, interval } => format!(
            "The case of {case} closes in {} of {} {}{}.",
            percentage(EN, *share),
            count(EN, *draws),
            if *draws == 1 { "draw" } else { "draws" },
            sure(*interval)
        ),
        Simulate::Conditional { share, interval } => format!(
            "In another {} the case closes only if what is still requested is granted{}.",
            percentage(EN, *share),
            sure(*interval)
        ),
        Simulate::NothingDrawn => "Nothing is drawn, so every draw is the same: the file has no \
                                   range, such as price = { low = 6.50, likely = 7.50, high = \
                                   8.50 }, and no request with a chance, such as chance = \"60%\"."
            .to_owned(),
        Simulate::Seed(seed) => format!("The same seed gives the same draws: --seed {seed}."),
        Simulate::Sample(draws) => {
            format!("Figures and correlations are of the first {} draws.", count(EN, *draws))
        }
        Simulate::Applies(draws) => {
            format!("The public return applies in {} of these draws.", count(EN, *draws))
        }
        Simulate::SpreadMeans => {
            "Each figure is what that part of the draws does not exceed; half \
                                  of them lie between 25% and 75%. On certain funding, with what \
                                  the draw grants."
                .to_owned()
        }
        Simulate::RequestsMean => {
            "How often the case closes with and without each request, all else as drawn.".to_owned()
        }
        Simulate::DriversMean => {
            "Rank correlation with the margin, from -1 to 1: the further from \
                                  0, the more the outcome hangs on it."
                .to_owned()
        }
        Simulate::DrawnTogether => {
            "Numbers that move together cannot be told apart here: `bizcase \
                                    sensitivity` swings each by itself."
                .to_owned()
        }
        Simulate::Heading(part) => word::simulate::heading(EN, *part).to_owned(),
        Simulate::Column(column) => self::column(*column),
        Simulate::Figure(figure) => word::simulate::figure(EN, *figure).to_owned(),
        Simulate::Shape(shape) => (*shape).to_owned(),
        Simulate::Progress => "draws".to_owned(),
        Simulate::TooLarge => "the sums of a draw are too large".to_owned(),
    }
}

fn sure((low, high): (Decimal, Decimal)) -> String {
    format!(" ({} to {} with 95% confidence)", percentage(EN, low), percentage(EN, high))
}

fn column(column: SimulateColumn) -> String {
    let words = match column {
        SimulateColumn::Number => "Number",
        SimulateColumn::Low => "Low",
        SimulateColumn::Likely => "Likely",
        SimulateColumn::High => "High",
        SimulateColumn::Shape => "Shape",
        SimulateColumn::MovesWith => "Moves with",
        SimulateColumn::Figure => "Figure",
        SimulateColumn::Below(percentage) => return format!("{percentage}%"),
        SimulateColumn::From => "From",
        SimulateColumn::Until => "To",
        SimulateColumn::Draws => "Draws",
        SimulateColumn::Request => "Request",
        SimulateColumn::Chance => "Chance",
        SimulateColumn::With => "Closes with",
        SimulateColumn::Without => "Closes without",
        SimulateColumn::Correlation => "Correlation",
    };
    words.to_owned()
}
