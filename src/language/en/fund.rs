//! English words about a revolving fund.

use super::money;
use crate::fund::Fate;
use crate::language::numbers::{self, duration, month, percentage, share, written};
use crate::language::{FundColumn, FundMeasure, FundPart, FundSay, Language};

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
        FundSay::Heading(part) => heading(*part).to_owned(),
        FundSay::About(part) => about(*part).to_owned(),
        FundSay::Column(column) => self::column(*column).to_owned(),
        FundSay::Measure(measure) => self::measure(*measure).to_owned(),
        FundSay::MeasureMeans(measure) => means(*measure).to_owned(),
        FundSay::Fate(fate) => self::fate(*fate).to_owned(),
        FundSay::Numbered { name, number } => format!("{name} ({number})"),
        FundSay::Waited(0) => "not".to_owned(),
        FundSay::Waited(months) => duration(EN, *months),
        FundSay::AllFigures => "Every loan and every year:".to_owned(),
        FundSay::IsACase(file) => {
            format!("{file} is a case, not a fund: try `bizcase check`, or name a file with [fund]")
        }
        FundSay::IsAFund(file) => {
            format!(
                "{file} is a fund, not a case: try `bizcase fund`, or `check`, `compare` or \
                 `sensitivity`"
            )
        }
        FundSay::NotAlike { fund, case } => format!(
            "{fund} is a fund and {case} a case: they cannot be put side by side; name only funds, \
             or only cases"
        ),
    }
}

fn count(count: usize) -> String {
    numbers::count(EN, count)
}

fn heading(part: FundPart) -> &'static str {
    match part {
        FundPart::Measures => "What it comes to",
        FundPart::Flows => "What flows, by year",
        FundPart::Stocks => "What there is at the end of each year",
        FundPart::Initiatives => "The initiatives",
        FundPart::Kinds => "The initiatives, by kind",
        FundPart::Lending => "Small loans",
    }
}

fn about(part: FundPart) -> &'static str {
    match part {
        FundPart::Measures => "",
        FundPart::Flows => {
            "Put in + interest + on cash - lost - costs is what the net worth grows by each year."
        }
        FundPart::Stocks => "Net worth is cash and what is owed to the fund.",
        FundPart::Initiatives => {
            "What each asked for, how long it waited, and what came back of it."
        }
        FundPart::Kinds => "How many of each kind asked, and what came back of them.",
        FundPart::Lending => "How many were asked for and lent, and what came back of them.",
    }
}

fn column(column: FundColumn) -> &'static str {
    match column {
        FundColumn::Year => "Year",
        FundColumn::PutIn => "Put in",
        FundColumn::Lent => "Lent",
        FundColumn::Repaid => "Repaid",
        FundColumn::Interest => "Interest",
        FundColumn::IdleInterest => "On cash",
        FundColumn::Lost => "Lost",
        FundColumn::Costs => "Costs",
        FundColumn::Cash => "Cash",
        FundColumn::SetAside => "Set aside",
        FundColumn::Outstanding => "Outstanding",
        FundColumn::NetWorth => "Net worth",
        FundColumn::Real => "Prices of the start",
        FundColumn::Initiative => "Initiative",
        FundColumn::Lending => "Lending",
        FundColumn::Amount => "Amount",
        FundColumn::Asked => "Asked",
        FundColumn::Waited => "Waited",
        FundColumn::Started => "Started",
        FundColumn::Fate => "Fate",
        FundColumn::Served => "Served",
        FundColumn::Waiting => "Waiting",
        FundColumn::Refused => "Refused",
    }
}

fn measure(measure: FundMeasure) -> &'static str {
    match measure {
        FundMeasure::Lent => "Lent in all",
        FundMeasure::Loans => "Loans",
        FundMeasure::Repaid => "Repaid",
        FundMeasure::Interest => "Interest on loans",
        FundMeasure::IdleInterest => "Interest on cash",
        FundMeasure::Lost => "Lost",
        FundMeasure::Costs => "Costs of the fund",
        FundMeasure::Multiplier => "Multiplier",
        FundMeasure::Idle => "Idle",
        FundMeasure::NetWorth => "Net worth at the end",
        FundMeasure::NetWorthReal | FundMeasure::PutInReal => "- in prices of the start",
        FundMeasure::PutIn => "Put in",
        FundMeasure::LowestCash => "Lowest cash",
        FundMeasure::EdgeInterest => "Interest that is just enough",
        FundMeasure::EdgeLoss => "Lending it can lose",
    }
}

fn means(measure: FundMeasure) -> &'static str {
    match measure {
        FundMeasure::Lent => "all loans drawn",
        FundMeasure::Loans => "initiatives and small loans served",
        FundMeasure::Repaid => "principal that came back",
        FundMeasure::Interest => "what borrowers paid for it",
        FundMeasure::IdleInterest => "what money in hand earned",
        FundMeasure::Lost => "principal that will not come back",
        FundMeasure::Costs => "what the fund itself pays",
        FundMeasure::Multiplier => "how often what was put in has been lent",
        FundMeasure::Idle => "cash above the reserve over what was put in, on average",
        FundMeasure::NetWorth => "cash and what is still owed",
        FundMeasure::NetWorthReal => "the same, less what prices rose",
        FundMeasure::PutIn => "capital and later contributions",
        FundMeasure::PutInReal => "each less what prices had risen by then",
        FundMeasure::LowestCash => "at the end of a month",
        FundMeasure::EdgeInterest => "on all loans alike, to keep its capital",
        FundMeasure::EdgeLoss => "share of all that it lends",
    }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Repaid => "repaid",
        Fate::Running => "running",
        Fate::Lost => "lost",
        Fate::Waiting => "waiting",
        Fate::Refused => "refused",
    }
}
