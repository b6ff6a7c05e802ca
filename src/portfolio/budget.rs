//! What a party can spend on requests in a year.

use crate::money::Cents;

/// What a party can spend on requests in a calendar year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The party, by what parties are told apart by.
    pub party: String,
    /// The calendar year.
    pub year: i32,
    /// How much.
    pub amount: Cents,
}

impl Budget {
    /// A budget as it is typed: `gemeente:2028=250_000`; nothing where it is none.
    pub fn of(typed: &str) -> Option<Self> {
        let (of, amount) = typed.rsplit_once('=')?;
        let (party, year) = of.rsplit_once(':')?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year = year.parse().ok().filter(|_| is_year)?;
        let amount = amount_of(amount).filter(|_| !party.is_empty())?;
        Some(Self { party: party.to_owned(), year, amount })
    }
}

/// An amount as a file may have it: up to 10^12, with at most two decimals.
fn amount_of(typed: &str) -> Option<Cents> {
    let (whole, part) = typed.split_once('.').unwrap_or((typed, ""));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = whole.replace('_', "");
    let is_whole = digits(&grouped) && !whole.starts_with('_') && !whole.ends_with('_');
    let is_part = if typed.contains('.') { digits(part) && part.len() <= 2 } else { true };
    if !is_whole || !is_part {
        return None;
    }
    let cents: i64 = format!("{part:0<2}").parse().ok()?;
    let whole: i64 = grouped.parse().ok().filter(|&whole| whole <= MOST)?;
    Some(Cents(whole * 100 + cents))
}

/// The largest amount, in whole euros.
const MOST: i64 = 1_000_000_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_a_party_a_year_and_an_amount() {
        let budget = |typed| Budget::of(typed).map(|it| (it.party, it.year, it.amount.0));
        let is = |party: &str, cents| Some((party.to_owned(), 2028, cents));
        assert_eq!(budget("gemeente:2028=250_000"), is("gemeente", 25_000_000));
        assert_eq!(budget("Zorg: a=b:2028=0.5"), is("Zorg: a=b", 50));
        assert_eq!(budget("g:2028=1000000000000"), is("g", 100_000_000_000_000));
        for wrong in [
            "",
            "g",
            "g:2028",
            "g=1",
            ":2028=1",
            "g:28=1",
            "g:+028=1",
            "g:2028=",
            "g:2028=-1",
            "g:2028=1.234",
            "g:2028=1.",
            "g:2028=_1",
            "g:2028=1e3",
            "g:2028=1000000000001",
            "g:2028=99999999999999999999",
        ] {
            assert_eq!(budget(wrong), None, "{wrong}");
        }
    }
}
