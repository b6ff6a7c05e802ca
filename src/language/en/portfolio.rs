//! English words about many cases together.

use crate::language::numbers;
use crate::language::word;
use crate::language::{Language, PortfolioSay};

const EN: Language = Language::En;

/// The words of a message.
pub fn portfolio(say: &PortfolioSay<'_>) -> String {
    match say {
        PortfolioSay::Counts { close, conditional, do_not_close } => {
            let all = close + conditional + do_not_close;
            let cases = if all == 1 { "case" } else { "cases" };
            format!(
                "Of {} {cases} {} {}, {} {} on a condition and {} {} not.",
                count(all),
                count(*close),
                if *close == 1 { "closes" } else { "close" },
                count(*conditional),
                if *conditional == 1 { "closes" } else { "close" },
                count(*do_not_close),
                if *do_not_close == 1 { "does" } else { "do" },
            )
        }
        PortfolioSay::Wrong(1) => "1 file is wrong, and counts in no sum.".to_owned(),
        PortfolioSay::Wrong(files) => {
            format!("{} files are wrong, and count in no sum.", count(*files))
        }
        PortfolioSay::NoCase(1) => {
            "1 file is a fund or a price list, and counts in no sum.".to_owned()
        }
        PortfolioSay::NoCase(files) => {
            format!("{} files are funds or price lists, and count in no sum.", count(*files))
        }
        PortfolioSay::In { currency, cases: 1 } => {
            format!("What follows is of the 1 case in {currency}.")
        }
        PortfolioSay::In { currency, cases } => {
            format!("What follows is of the {} cases in {currency}.", count(*cases))
        }
        PortfolioSay::Heading(part) => word::portfolio::heading(EN, *part).to_owned(),
        PortfolioSay::About(part) => word::portfolio::about(EN, *part).to_owned(),
        PortfolioSay::Column(column) => word::portfolio::column(EN, *column).to_owned(),
        PortfolioSay::Promises(names) => {
            format!("a promise of {}", numbers::list(EN, names))
        }
        PortfolioSay::Hangs { party, cases, more } => {
            let all = cases.len() + more;
            let what = if all == 1 { "case hangs" } else { "cases hang" };
            format!("{party}: {} {what} on it: {}{}", count(all), cases.join(", "), and_more(*more))
        }
        PortfolioSay::More(more) => format!("And {} more; JSON has them all.", count(*more)),
        PortfolioSay::Nobody => "nobody in particular".to_owned(),
        PortfolioSay::NoBudget(typed) => format!(
            "`{typed}` is no budget; write it as `--budget PARTY:YEAR=AMOUNT`, such as \
             `--budget gemeente:2028=250_000`"
        ),
        PortfolioSay::BudgetOfNobody { party, known } => format!(
            "no case here has the party `{party}` that a budget is for; there is {}",
            known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ),
        PortfolioSay::BudgetOfMany(party) => format!(
            "a budget of `{party}` is in one currency, and it is in cases of several: choose those \
             of one"
        ),
        PortfolioSay::BudgetTwice(budget) => format!("there are two budgets for `{budget}`"),
        PortfolioSay::TooLarge => {
            "a sum over these cases is too large to be computed: some 9 x 10^18 cents".to_owned()
        }
        PortfolioSay::WhereWhat(typed) => format!(
            "`--where {typed}` chooses nothing; write `--where tag=TAG`, such as `--where tag=care`"
        ),
        PortfolioSay::NoneTagged(tags) => {
            let tags: Vec<_> = tags.iter().map(|tag| format!("`{tag}`")).collect();
            format!("no case here has {} among its `tags`", numbers::list(EN, &tags))
        }
    }
}

fn and_more(more: usize) -> String {
    if more == 0 { ".".to_owned() } else { format!(" and {} more.", count(more)) }
}

fn count(count: usize) -> String {
    numbers::count(EN, count)
}
