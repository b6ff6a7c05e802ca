//! English words of the reports.

use super::{money, through};
use crate::calendar::Horizon;
use crate::case::TestId;
use crate::language::numbers::{self, duration, list, month, percentage};
use crate::language::word::{self, test, verdict};
use crate::language::{
    Counts, Failure, Flatters, Language, Message, Next, Owed, Promise, Span, Spare, Terms, Watching,
};
use crate::money::Cents;
use crate::verdict::Figure;
use rust_decimal::Decimal;

const EN: Language = Language::En;

/// The words of a message.
#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
pub fn message(message: &Message<'_>) -> String {
    match message {
        Message::Closes { case, aside: left, asks, apart, lowest, month: when, spare } => {
            let asks = if *asks { ", even without what is still only requested" } else { "" };
            let apart = if *apart { ", less what is set apart," } else { "" };
            let closes = match spare {
                Spare::InLastYear { .. } => "closes",
                Spare::UntilSettled { .. } => "is covered to its end",
            };
            format!(
                "The case of {case} {closes}{asks}{}: cash{apart} never falls below {} ({}), and {}.",
                aside(left),
                money(*lowest),
                month(EN, *when),
                self::spare(spare)
            )
        }
        Message::Conditional { case, aside, promises, ends } => {
            conditional(case, aside, promises, *ends)
        }
        Message::DoesNotClose { case, aside: left, asks, failure } => {
            let asks = if *asks { ", even if all that is requested is granted" } else { "" };
            let (not, aside) = (does_not_close(failure.ends), aside(left));
            format!("The case of {case} {not}{asks}{aside}: {}.", clause(failure))
        }
        Message::Until { promises, failure } => {
            let those = if *promises == 1 { "that promise" } else { "those promises" };
            let not = does_not_close(failure.ends);
            format!("Without {those} the case {not}: {}.", clause(failure))
        }
        Message::FailsToo(failure) => {
            format!("This stands in its way too: {}.", clause(failure))
        }
        Message::Advice(failure) => format!("Worth a look: {}.", clause(failure)),
        Message::WouldNotCloseWithAll(failure) => format!(
            "Mind: if all that is requested were granted too, the case would no longer close: {}.",
            clause(failure)
        ),
        Message::MeantCheck { file, command } => {
            format!("`{file}` is no command; did you mean `{command}`?")
        }
        Message::NothingBeneath { command } => {
            format!("`{command}` reads no file, so `--scenario` and `--set` change nothing")
        }
        Message::OneFormat { command } => format!("`{command}` takes no `--format`"),
        Message::NothingListed => "the list that `--files-from` reads names no file".to_owned(),
        Message::OnlyOfCheck { format } => format!("only `check` takes `--format {format}`"),
        Message::MoreAbove(more) => format!("and {more} more, told above"),
        Message::NoCases => "no case here: no .toml file that is a case or a fund".to_owned(),
        Message::LinkOutside => "a link to a file outside this folder and its repository; \
             `--allow-outside` reads it"
            .to_owned(),
        Message::PassedBy { files, folders } => passed_by(files, *folders),
        Message::Scenario(name) => format!("Scenario: {name}."),
        Message::Changed(arguments) => format!("Changed for this run: {}.", arguments.join(", ")),
        Message::Scope { from, until, length, currency } => format!(
            "Looked at over {}, {} to {}. Amounts in {}.",
            duration(EN, *length),
            month(EN, *from),
            month(EN, *until),
            if *currency == "EUR" { "euros" } else { currency }
        ),
        Message::Expected { expected, met: true } => {
            format!("The file expects this verdict too: {}.", verdict(EN, *expected))
        }
        Message::Expected { expected, met: false } => {
            format!("The file expects another verdict: {}.", verdict(EN, *expected))
        }
        Message::LeftOut(entries) => {
            format!("Not counted, for it is pro memorie: {}.", list(EN, &quoted_all(entries)))
        }
        Message::CertainAndAll => {
            "‘Certain’ leaves out what is only requested; ‘All’ counts it too.".to_owned()
        }
        Message::ConditionsAre(1) => "The case closes once this is promised:".to_owned(),
        Message::ConditionsAre(_) => "The case closes once all of this is promised:".to_owned(),
        Message::Promise(asked) => promise(asked),
        Message::ConditionsAreIndispensable(1) => {
            "It is indispensable as well: without it the case does not close, whatever else is \
             granted."
                .to_owned()
        }
        Message::ConditionsAreIndispensable(_) => {
            "Each is indispensable as well: without any one of them the case does not close, \
             whatever else is granted."
                .to_owned()
        }
        Message::IndispensableAre(_) => "Indispensable, whatever else is granted:".to_owned(),
        Message::NothingIndispensable => {
            "No single request is indispensable: if one falls away, all the others together still \
             make the case close."
                .to_owned()
        }
        Message::PartiesMean { asks } => {
            let asks = if *asks { ", with all that is requested granted" } else { "" };
            format!(
                "Present values over the whole period{asks}. What a party saves is not the \
                 initiative's money unless that party pays for it. Net is what it saves, gains \
                 and is repaid, less what it pays and bears. Back / paid counts what it is repaid \
                 and what it can cash."
            )
        }
        Message::WrongPocket { party, saves, cashable, during } => format!(
            "Wrong pocket: {party} saves {} {}, of which {} can be cashed, and pays nothing.",
            money(*saves),
            through(*during),
            money(*cashable)
        ),
        Message::ProMemorie { group, entry, party } => {
            let party = party.map(|party| format!(", {party}")).unwrap_or_default();
            format!("{} ({}{party})", quoted(entry), word::report::group(EN, *group))
        }
        Message::PaidBackIn(year) => format!("in {year}"),
        Message::NotPaidBack(last) => format!("not by {}", numbers::short_month(EN, *last)),
        Message::CannotBeTyped => {
            "There is no command to copy here: a name in it holds characters that cannot be typed."
                .to_owned()
        }
        Message::Next(next) => self::next(*next),
        Message::Verdict(kind) => word::report::in_a_word(EN, *kind).to_owned(),
        Message::Problems(1) => "1 problem".to_owned(),
        Message::Problems(count) => format!("{} problems", numbers::count(EN, *count)),
        Message::Counts(counts) => self::counts(*counts),
        Message::Heading(heading) => word::report::heading(EN, *heading).to_owned(),
        Message::Column(column) => word::report::column(EN, *column).to_owned(),
        Message::Test(id) => test(EN, *id).to_owned(),
        Message::Tests { required: true } => "Required".to_owned(),
        Message::Tests { required: false } => "Advice".to_owned(),
        Message::InMonth => "in month".to_owned(),
        Message::Flatters(unsaid) => flatters(unsaid),
        Message::CountsAfter => "savings past".to_owned(),
        Message::BelowFrom => "too low from".to_owned(),
        Message::OnlyRounding => "passes in exact amounts".to_owned(),
        Message::Rounding => "only rounding".to_owned(),
        Message::Passes(true) => "yes".to_owned(),
        Message::Passes(false) => "no".to_owned(),
        Message::NotApplicable => "n/a".to_owned(),
        Message::Measure(measure) => word::report::measure(EN, *measure).to_owned(),
        Message::MeasureMeans(measure) => word::report::means(EN, *measure).to_owned(),
        Message::Show(show) => super::show::show(show),
        Message::Sensitivity(said) => super::sensitivity::sensitivity(said),
        Message::Prices(said) => super::prices::prices(*said),
        Message::Sources(said) => super::sources::sources(*said),
        Message::Simulate(simulate) => super::simulate::simulate(simulate),
        Message::Close(close) => super::close::close(close),
        Message::Compare(compare) => super::compare::compare(compare),
        Message::Stress(stress) => super::stress::stress(stress),
        Message::Explain(explain) => super::explain::explain(explain),
        Message::Fund(say) => super::fund::fund(say),
        Message::Portfolio(say) => super::portfolio::portfolio(say),
        Message::Page(say) => super::page::page(say),
        Message::New(say) => super::new::new(say),
        Message::Watching(say) => watching(*say),
        Message::Total => "Total".to_owned(),
    }
}

fn does_not_close(ends: bool) -> &'static str {
    if ends { "is not covered to its end" } else { "does not close" }
}

/// What there is to spare at the end.
fn spare(spare: &Spare<'_>) -> String {
    match spare {
        Spare::InLastYear { year, result } => {
            let result = money(*result);
            format!("without temporary money its last year, {year}, has {result} to spare")
        }
        Spare::UntilSettled { last, lowest } => format!(
            "from {} until all is settled there is at least {} to spare",
            month(EN, *last),
            money(*lowest)
        ),
    }
}

fn quoted(name: &str) -> String {
    format!("“{name}”")
}

fn quoted_all(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| quoted(name)).collect()
}

/// What a verdict leaves aside.
fn aside(costs: &[&str]) -> String {
    if costs.is_empty() {
        return String::new();
    }
    format!(", leaving aside what {} will cost", list(EN, &quoted_all(costs)))
}

/// What the file leaves to defaults that flatter.
fn flatters(unsaid: &Flatters<'_>) -> String {
    let words = [
        ["avoided cost without `deadweight`", "avoided costs without `deadweight`", "so 0%"],
        ["avoided cost without `cashable`", "avoided costs without `cashable`", "so 100%"],
        [
            "party that pays without `public`",
            "parties that pay without `public`",
            "so no public money",
        ],
    ];
    format!("Left to a default that flatters: {}.", list(EN, &unsaid.counted(EN, words)))
}

fn conditional(case: &str, left: &[&str], promises: &[Promise<'_>], ends: bool) -> String {
    let asked: Vec<_> = promises.iter().map(brief).collect();
    let are = if asked.len() == 1 { "is" } else { "are" };
    let closes = if ends { "is covered to its end" } else { "closes" };
    format!(
        "The case of {case} {closes} on a condition{}: only once {} {are} promised.",
        aside(left),
        list(EN, &asked)
    )
}

/// A promise within a sentence.
fn brief(promise: &Promise<'_>) -> String {
    let terms = terms(promise);
    match promise.party {
        Some(party) => format!("{} ({party}, {terms})", quoted(promise.entry)),
        None => format!("{} ({terms})", quoted(promise.entry)),
    }
}

/// A promise on a line of its own.
fn promise(promise: &Promise<'_>) -> String {
    let terms = terms(promise);
    match promise.party {
        Some(party) => format!("{} from {party}: {terms}", quoted(promise.entry)),
        None => format!("{}: {terms}", quoted(promise.entry)),
    }
}

fn terms(promise: &Promise<'_>) -> String {
    let price = |amount: Decimal| numbers::price(EN, amount, promise.currency);
    let of = |names: &[&str]| match names {
        [] => "something that is off".to_owned(),
        names => list(EN, &quoted_all(names)),
    };
    match &promise.terms {
        Terms::Each { amount, per, span } => {
            format!("{} {} {}", price(*amount), word::report::per(EN, *per), when(*span))
        }
        Terms::ByYear { amounts, per, span } => {
            let amounts: Vec<_> = amounts.iter().map(|amount| price(*amount)).collect();
            let amounts = amounts.join(", then ");
            format!("{amounts} {} {}", word::report::per(EN, *per), when(*span))
        }
        Terms::Dated { amounts } => {
            let amounts: Vec<_> = amounts
                .iter()
                .map(|(amount, on)| format!("{} in {}", price(*amount), month(EN, *on)))
                .collect();
            amounts.join(", ")
        }
        Terms::UnitsByYear { quantity, prices, per, span } => {
            let prices: Vec<_> = prices.iter().map(|each| price(*each)).collect();
            format!(
                "{} {} at {} {}",
                numbers::number(EN, *quantity),
                word::report::per(EN, *per),
                prices.join(", then "),
                when(*span)
            )
        }
        Terms::Units { quantity, price: each, per, span } => format!(
            "{} {} at {} {}",
            numbers::number(EN, *quantity),
            word::report::per(EN, *per),
            price(*each),
            when(*span)
        ),
        Terms::Once { amount, on } => format!("{} in {}", price(*amount), month(EN, *on)),
        Terms::UnitsOnce { quantity, price: each, on } => {
            format!("{} at {} in {}", numbers::number(EN, *quantity), price(*each), month(EN, *on))
        }
        Terms::ShareOf { share, of: other } => {
            format!("{} of {}", percentage(EN, *share), of(other))
        }
        Terms::PriceOf { price: each, of: other } => {
            format!("{} for each unit of {}", price(*each), of(other))
        }
        Terms::Outcome { saved, share, of: other, cap, span } => {
            let cap = cap.map(|cap| format!(", at most {} a year", price(cap)));
            format!(
                "{} of what {} {} {}{}{}",
                percentage(EN, *share),
                of(other.as_slice()),
                if *saved { "saves" } else { "is worth" },
                when(*span),
                if *saved { " and can be cashed" } else { "" },
                cap.unwrap_or_default()
            )
        }
        Terms::Loan { amount, on, interest, term } => format!(
            "a loan of {} in {} at {} interest, repaid in {}",
            price(*amount),
            month(EN, *on),
            rates(interest),
            duration(EN, *term)
        ),
    }
}

fn rates(interest: &[Decimal]) -> String {
    let rates: Vec<_> = interest.iter().map(|&rate| percentage(EN, rate)).collect();
    rates.join(", then ")
}

fn when(span: Span) -> String {
    let until = span.until.map(|until| format!(" until {}", month(EN, until)));
    format!("from {}{}", month(EN, span.from), until.unwrap_or_default())
}

/// What goes wrong, as a part of a sentence.
fn clause(failure: &Failure<'_>) -> String {
    let (figure, threshold) = failure.figures(EN);
    let at = failure.finding.month.map(|at| month(EN, at)).unwrap_or_default();
    let one = numbers::price(EN, Decimal::ONE, failure.currency);
    let (year, parties) = (failure.year(), list(EN, &failure.parties));
    let through = format!("present value {}", through(failure.during));
    match failure.test {
        TestId::Liquidity => liquidity(failure, &figure, &threshold, &at),
        TestId::Structural => {
            format!("without temporary money its last year, {year}, is {} short", short(failure))
        }
        TestId::Repayment if failure.ends => format!(
            "what is still to be settled at the end of {} cannot be paid: {} is missing in {at}",
            month(EN, failure.during.last()),
            short(failure)
        ),
        TestId::Repayment => format!(
            "what is still owed at the end of {} on {} cannot be repaid: {} is missing in {at}",
            month(EN, failure.during.last()),
            list(EN, &failure.owed.iter().map(owed).collect::<Vec<_>>()),
            short(failure)
        ),
        TestId::Dscr if nothing(failure) => {
            format!("in {year}, the worst year, there is nothing for interest and repayment")
        }
        TestId::Dscr => format!(
            "in {year}, the worst year, interest and repayment are covered {figure} times, where \
             {threshold} times is the least"
        ),
        TestId::Dependence => format!(
            "{parties} alone brings {figure} of the income of the last year, {year}, where \
             {threshold} is the most"
        ),
        TestId::Payers if failure.finding.party.is_none() => {
            nobody_saves(&failure.parties, failure.during)
        }
        TestId::Payers => format!(
            "{parties} pays and saves, and gets only {figure} back for each {one} that it pays \
             ({through})"
        ),
        TestId::PublicReturn => format!(
            "public parties{} get {figure} back for each {one} that they pay, where {threshold} \
             is the least ({through})",
            in_brackets(&parties)
        ),
        TestId::SocialReturn => format!(
            "society gets {figure} back for each {one} that goes in, where {threshold} is the \
             least ({through})"
        ),
    }
}

/// That no party saves anything, and who pays all the same.
fn nobody_saves(payers: &[&str], during: Horizon) -> String {
    let nothing = format!("no party saves anything {}", through(during));
    match payers {
        [] => nothing,
        [one] => format!("{nothing}, and {one} pays"),
        several => format!("{nothing}, and {} pay", list(EN, several)),
    }
}

fn in_brackets(names: &str) -> String {
    if names.is_empty() { String::new() } else { format!(" ({names})") }
}

/// A loan and who lent it.
fn owed(owed: &Owed<'_>) -> String {
    format!("{}{}", quoted(owed.loan), in_brackets(owed.lender.unwrap_or_default()))
}

fn liquidity(failure: &Failure<'_>, figure: &str, threshold: &str, at: &str) -> String {
    let first = failure.finding.below_from.map(|from| month(EN, from)).unwrap_or_default();
    if failure.threshold == Figure::Money(Cents::ZERO) {
        let lowest = short(failure);
        if failure.apart && first == at {
            format!("in {first} there is less cash than is set apart: it is {lowest} short")
        } else if failure.apart {
            format!(
                "from {first} there is less cash than is set apart, and in {at} it is {lowest} short"
            )
        } else if first == at {
            format!("cash falls below zero in {first}, by {lowest}")
        } else {
            format!("cash first runs out in {first}, and in {at} it is {lowest} short")
        }
    } else {
        let apart = if failure.apart { " less what is set apart" } else { "" };
        format!(
            "from {first} cash{apart} is below the floor of {threshold}, and lowest in {at}: {figure}"
        )
    }
}

/// Whether the figure is not even above zero.
fn nothing(failure: &Failure<'_>) -> bool {
    matches!(failure.finding.figure, Figure::Ratio(ratio) if !ratio.is_above_zero())
}

/// What is missing, without its sign.
fn short(failure: &Failure<'_>) -> String {
    match failure.finding.figure {
        Figure::Money(amount) => numbers::size(EN, amount, failure.currency),
        Figure::Ratio(_) => failure.figures(EN).0,
    }
}

fn next(next: Next) -> String {
    match next {
        Next::GetPromises { promises } => format!(
            "Have the {} above put in writing, then set status = \"committed\" there in the file.",
            if promises == 1 { "promise" } else { "promises" }
        ),
        Next::WhatWouldClose => "What would make the case close, and whom to ask:".to_owned(),
        Next::WithoutPromises => "What would make the case close without:".to_owned(),
        Next::WhereItGoesWrong => "Where it goes wrong, month by month:".to_owned(),
        Next::AllTables => "All tables, for a bank or a municipality:".to_owned(),
    }
}

fn counts(counts: Counts) -> String {
    let Counts { files, close, conditional, do_not_close, wrong, unexpected } = counts;
    let number = |count| numbers::count(EN, count);
    let verb = |count, one: &str, many: &str| {
        format!("{} {}", number(count), if count == 1 { one } else { many })
    };
    let mut parts = vec![verb(close, "closes", "close")];
    parts.push(verb(conditional, "closes on a condition", "close on a condition"));
    parts.push(verb(do_not_close, "does not close", "do not close"));
    if wrong > 0 {
        parts.push(verb(wrong, "has problems", "have problems"));
    }
    let unexpected = match unexpected {
        0 => String::new(),
        count => format!(" Not as expected: {}.", number(count)),
    };
    format!("{}: {}.{unexpected}", verb(files, "file", "files"), list(EN, &parts))
}

/// What in folders is no case; of many files the first three are named.
fn passed_by(files: &[String], folders: usize) -> String {
    let named: Vec<_> = files.iter().take(3).map(|file| format!("`{file}`")).collect();
    let more = if files.len() > named.len() { " and others" } else { "" };
    let named = named.join(", ");
    let files = match files.len() {
        0 => None,
        1 => Some(format!("a file that is no case or that git ignores ({named})")),
        count => {
            Some(format!("{count} files that are no case or that git ignores ({named}{more})"))
        }
    };
    let folders = match folders {
        0 => None,
        1 => Some("a folder (hidden, made by programs or ignored by git)".to_owned()),
        count => Some(format!("{count} folders (hidden, made by programs or ignored by git)")),
    };
    let all: Vec<_> = files.into_iter().chain(folders).collect();
    format!("passed by: {}", all.join(", and "))
}

fn watching(say: Watching) -> String {
    match say {
        Watching::Input => "standard input cannot be watched: name a file".to_owned(),
        Watching::Files(1) => "Waiting for a change of 1 file or folder; Ctrl-C stops.".to_owned(),
        Watching::Files(files) => {
            format!("Waiting for a change of {files} files and folders; Ctrl-C stops.")
        }
    }
}
