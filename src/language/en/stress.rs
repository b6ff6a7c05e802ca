//! English words around the tables of `stress`.

use crate::case::stress::{ColdTurkey, Crisis, Late, Transition};
use crate::language::numbers::{self, list, month, percentage};
use crate::language::word;
use crate::language::{Language, Money, Stress};
use crate::statements::Counted;
use crate::whatif::stress::{What, Why};
use rust_decimal::Decimal;

const EN: Language = Language::En;

/// The words of a message.
pub fn stress(stress: &Stress<'_>) -> String {
    match stress {
        Stress::Title(case) => format!("{case} under stress"),
        Stress::Survives { verdict, same, of } => {
            let leave = if *same == 1 { "leaves" } else { "leave" };
            format!(
                "{same} of the {of} shocks that apply to the case {leave} the verdict as it is: \
                 {}.",
                word::verdict(Language::En, *verdict)
            )
        }
        Stress::DoesNotClose { better, of } => does_not_close(*better, *of),
        Stress::NothingApplies => "No shock applies to this case.".to_owned(),
        Stress::Counted(Counted::Certain) => {
            "Margin and cash are on funding that is certain; with what is only requested: \
             --funding all."
                .to_owned()
        }
        Stress::Counted(Counted::All) => {
            "Margin and cash count all funding, also what is only requested. Without that: \
             --funding certain."
                .to_owned()
        }
        Stress::Columns => {
            "The margin is the room that the tightest required test leaves. The last column is \
             the structural contribution a year, on certain funding, with which the case closes."
                .to_owned()
        }
        Stress::HeadWhat => "What happens".to_owned(),
        Stress::HeadStanding => "How it stands".to_owned(),
        Stress::HeadWhy => "What does not apply".to_owned(),
        Stress::HeadChoice => "Cold turkey or a transition".to_owned(),
        Stress::Name(shock) => word::stress::name(EN, *shock).to_owned(),
        Stress::Unshocked => "As it is".to_owned(),
        Stress::What { shock, what, parties } => {
            format!("{}: {}.", word::stress::name(EN, *shock), self::what(what, parties))
        }
        Stress::Why { shock, why, parties } => {
            format!("{}: {}.", word::stress::name(EN, *shock), self::why(why, parties))
        }
        Stress::Column(column) => word::stress::column(EN, *column).to_owned(),
        Stress::NoContribution => "cannot".to_owned(),
        Stress::Choice { lowest, paid, present } => choice(*lowest, *paid, *present),
        Stress::Difference => "Difference".to_owned(),
        Stress::NoParty => "No party in particular".to_owned(),
        Stress::All => "Together".to_owned(),
        Stress::TooLarge => "the sums are too large".to_owned(),
    }
}

fn what(what: &What, parties: &[&str]) -> String {
    match what {
        What::Crisis(crisis) => self::crisis(*crisis),
        What::Election { until, .. } => format!(
            "a new council ends the temporary funding of {} with {}",
            list(EN, parties),
            month(EN, *until)
        ),
        What::ColdTurkey(ColdTurkey { at }) => {
            format!("all temporary funding stops at once: from {} on there is none", month(EN, *at))
        }
        What::Transition(Transition { at, months }) => format!(
            "the same funding becomes less each month from {} on, and after {} there is none",
            month(EN, *at),
            months_of(*months)
        ),
        What::ParentLeaves { at, .. } => format!(
            "from {} on {} brings nothing, in cash or in kind; what it lent is owed as before",
            month(EN, *at),
            list(EN, parties)
        ),
        What::Late(Late { months }) => format!(
            "sales, contracts, contributions and outcome payments start {} later",
            months_of(*months)
        ),
        What::Handover { scenario, from } => {
            let scenario = scenario.to_people(EN);
            format!("from {} on the scenario “{scenario}” holds", month(EN, *from))
        }
    }
}

fn crisis(crisis: Crisis) -> String {
    let Crisis { sales, costs, interest, at } = crisis;
    let points = interest.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(interest);
    let mut changes = Vec::new();
    if !sales.is_zero() {
        let verb = if sales.is_sign_negative() { "fall" } else { "rise" };
        changes.push(format!("sales {verb} by {} in volume", percentage(EN, sales.abs())));
    }
    if !costs.is_zero() {
        let verb = if costs.is_sign_negative() { "fall" } else { "rise" };
        changes.push(format!("prices of costs {verb} by {}", percentage(EN, costs.abs())));
    }
    if !points.is_zero() {
        let verb = if points.is_sign_negative() { "falls" } else { "rises" };
        let unit = if points.abs() == Decimal::ONE { "point" } else { "points" };
        let points = numbers::number(EN, points.abs());
        changes.push(format!("interest on new loans {verb} by {points} percentage {unit}"));
    }
    if changes.is_empty() {
        changes.push("nothing changes".to_owned());
    }
    format!("from {} on {}", month(EN, at), list(EN, &changes))
}

fn months_of(months: i32) -> String {
    numbers::duration(EN, months)
}

fn does_not_close(better: usize, of: usize) -> String {
    let apply = if of == 1 { "one shock that applies" } else { "shocks that apply" };
    match (better, of) {
        (0, 1) => format!("The case does not close as it is, nor with the {apply} to it."),
        (0, _) => {
            format!("The case does not close as it is, nor with any of the {of} {apply} to it.")
        }
        (_, 1) => format!("The case does not close as it is; with the {apply} to it, it does."),
        _ => format!(
            "The case does not close as it is; with {better} of the {of} {apply} to it, it does."
        ),
    }
}

fn why(why: &Why, parties: &[&str]) -> String {
    match why {
        Why::NoTemporary => "there is no temporary funding".to_owned(),
        Why::NoTemporaryOfParties(_) if parties.is_empty() => {
            "no party is `public`, and it names no others".to_owned()
        }
        Why::NoTemporaryOfParties(_) => {
            format!("there is no temporary funding of {}", list(EN, parties))
        }
        Why::NoElection(start) => {
            format!("no election year begins after the start in {}", month(EN, *start))
        }
        Why::PastEnd(at) => format!("it would come in {}, past the horizon", month(EN, *at)),
        Why::NobodyBrings(year) => {
            format!("no party brings any income in the last year, {year}")
        }
        Why::BringsNothing(_) => format!("{} brings nothing", list(EN, parties)),
        Why::ChangesNothing(what) => {
            format!("{}; that changes no amount of the case", self::what(what, parties))
        }
        Why::NothingToDelay => {
            "there are no sales, contracts, contributions or outcome payments".to_owned()
        }
        Why::NoScenario => {
            "no scenario of the file has `from`, the month in which others take over".to_owned()
        }
    }
}

fn choice(lowest: Money<'_>, paid: Money<'_>, present: Money<'_>) -> String {
    let size = |money: Money<'_>| numbers::size(EN, money.amount, money.currency);
    let cash = match lowest.amount.0 {
        0 => "A transition leaves the lowest cash as it is under cold turkey.".to_owned(),
        1.. => {
            format!("A transition keeps the lowest cash {} higher than cold turkey.", size(lowest))
        }
        _ => {
            format!("A transition brings the lowest cash {} lower than cold turkey.", size(lowest))
        }
    };
    let cost = if paid.amount.0 == 0 {
        "It costs those who fund it nothing more.".to_owned()
    } else {
        format!(
            "It costs those who fund it {} more, in present value {}.",
            numbers::money(EN, paid.amount, paid.currency),
            numbers::money(EN, present.amount, present.currency)
        )
    };
    format!("{cash} {cost}")
}
