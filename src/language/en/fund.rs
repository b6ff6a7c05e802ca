//! English words about a revolving fund.

use super::money;
use crate::language::numbers::{self, duration, month, percentage, share, written};
use crate::language::word;
use crate::language::{Fell, FundSay, How, Language, Money};
use crate::money::Cents;

const EN: Language = Language::En;

/// The words of a message.
pub fn fund(say: &FundSay<'_>) -> String {
    match say {
        FundSay::Keeps { fund, worth, put_in, prices_of } => format!(
            "{fund} keeps its capital: at the end it is worth {}{}, and {} was put in.",
            money(*worth),
            match prices_of {
                Some(start) => format!(" in prices of {}", month(EN, *start)),
                None => String::new(),
            },
            money(*put_in)
        ),
        FundSay::KeepsNominally { fund, worth, put_in, worth_real, put_in_real } => format!(
            "{fund} keeps its capital only as long as rising prices are left aside: it ends worth \
             {} where {} was put in, but in prices of the start that is {} where {} was put in.",
            money(*worth),
            money(*put_in),
            money(*worth_real),
            money(*put_in_real)
        ),
        FundSay::Shrinks { fund, worth, put_in } => format!(
            "{fund} does not keep its capital: at the end it is worth {}, and {} was put in.",
            money(*worth),
            money(*put_in)
        ),
        FundSay::RunsDry { fund, month: first, lowest, lowest_month } => format!(
            "{fund} does not keep its capital: {} is the first month in which it cannot pay, and \
             at its lowest, in {}, it is {} short.",
            month(EN, *first),
            month(EN, *lowest_month),
            numbers::size(EN, lowest.amount, lowest.currency)
        ),
        FundSay::EdgeInterest(Some(rate)) if rate.is_zero() => {
            "The fund would keep its capital even without interest on its loans.".to_owned()
        }
        FundSay::EdgeInterest(Some(rate)) => format!(
            "The fund would just keep its capital at {}% interest a year on all its loans.",
            written(EN, *rate)
        ),
        FundSay::EdgeInterest(None) => {
            "At no interest on its loans, up to 100% a year, would the fund keep its capital."
                .to_owned()
        }
        FundSay::EdgeLoss { can: Some(can), loses } => format!(
            "The fund can lose {} of all that it lends and still keep its capital{}.",
            percentage(EN, *can),
            match loses {
                Some(loses) => format!("; it loses {}", share(EN, *loses, 4)),
                None => String::new(),
            }
        ),
        FundSay::EdgeLoss { can: None, .. } => {
            "The fund would not keep its capital even if it lost nothing.".to_owned()
        }
        FundSay::Served { served, waiting, refused } => format!(
            "Initiatives: {} served, {} waiting at the end, {} refused.",
            count(*served),
            count(*waiting),
            count(*refused)
        ),
        FundSay::NobodyAsks => "Nobody asks this fund for a loan.".to_owned(),
        FundSay::NothingLent(1) => {
            "Nothing is lent: the one request is more than the fund has above its reserve."
                .to_owned()
        }
        FundSay::NothingLent(requests) => format!(
            "Nothing is lent: each of the {} requests is more than the fund has above its reserve.",
            count(*requests)
        ),
        FundSay::NothingDrawn => "Nothing is lent: who was served drew nothing.".to_owned(),
        FundSay::SetAside => {
            "‘Set aside’ is the part of cash that initiatives still draw.".to_owned()
        }
        FundSay::HangsOn => "Which numbers the verdict hangs on, and where it turns:".to_owned(),
        FundSay::Heading(part) => word::fund::heading(EN, *part).to_owned(),
        FundSay::About(part) => word::fund::about(EN, *part).to_owned(),
        FundSay::Column(column) => word::fund::column(EN, *column).to_owned(),
        FundSay::Measure(measure) => word::fund::measure(EN, *measure).to_owned(),
        FundSay::MeasureMeans(measure) => word::fund::means(EN, *measure).to_owned(),
        FundSay::Fate(fate) => word::fund::fate(EN, *fate).to_owned(),
        FundSay::Numbered { name, number } => format!("{name} ({number})"),
        FundSay::WithoutEnd => "Lost, refused, or still waiting, and why:".to_owned(),
        FundSay::Fell(fell) => self::fell(fell),
        FundSay::MoreFell(count) => {
            format!("And {} more; JSON and CSV have them all.", self::count(*count))
        }
        FundSay::Waited(0) => "not".to_owned(),
        FundSay::Waited(months) => duration(EN, *months),
        FundSay::AllFigures => "Every loan and every year:".to_owned(),
    }
}

fn count(count: usize) -> String {
    numbers::count(EN, count)
}

fn fell(fell: &Fell<'_>) -> String {
    let Fell { initiative, asked, how } = fell;
    let asked = money(*asked);
    match how {
        How::OutOfCash { month: at, short, lost } => format!(
            "{initiative}: lost in {}, for its cash fell {} below zero then; {}.",
            month(EN, *at),
            money(*short),
            self::lost(*lost)
        ),
        How::CannotRepay { month: at, short, short_month, lost } => format!(
            "{initiative}: lost in {}, the month after its own years, for it could not repay what \
             it owed: {} would be missing in {}; {}.",
            month(EN, *at),
            money(*short),
            month(EN, *short_month),
            self::lost(*lost)
        ),
        How::AboveCapital { month: at, there } => format!(
            "{initiative}: refused in {}, for it asked {asked} and the fund is never put in more \
             than {} above its reserve.",
            month(EN, *at),
            money(*there)
        ),
        How::NotEnough { month: at, there } => format!(
            "{initiative}: refused in {}, for it asked {asked} and there was {} to lend.",
            month(EN, *at),
            money(*there)
        ),
        How::Waits { asked: at, last } => format!(
            "{initiative}: asked {asked} in {} and still waits in {}, for there is not enough to \
             lend to it or to who comes before it.",
            month(EN, *at),
            month(EN, *last)
        ),
    }
}

/// What the fund lost on an initiative that stopped.
fn lost(lost: Money<'_>) -> String {
    match lost.amount {
        Cents::ZERO => "it had not drawn anything, so the fund lost nothing".to_owned(),
        _ => format!("the fund lost {}", money(lost)),
    }
}
