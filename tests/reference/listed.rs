//! Prices of the built-in list and named biases, put where a case names them: section 3.12.

use super::calendar::CalendarMonth;
use super::exact::{Exact, euros, percentage, power, round2, whole};
use super::reading::Node;

const NL: &str = include_str!("../../cases/prices/nl.toml");

/// The case as if every price of the list, and every share of a bias, had been written.
pub fn written_out(mut document: Node) -> Node {
    let case = document.get("case").cloned().expect("a [case]");
    let biases = document.get("bias").cloned();
    let list = case.get("prices").map(|_| Node::of(NL));
    let Node::Table(tables) = &mut document else { panic!("no table") };
    for (_, group) in tables.iter_mut().filter(|(name, _)| GROUPS.contains(&name.as_str())) {
        let Node::Table(entries) = group else { panic!("no table of entries") };
        for (_, entry) in entries.iter_mut() {
            let price = entry.text("price_from").map(|path| {
                let id = path.strip_prefix("nl.").expect("a price of the built-in list");
                let list = list.as_ref().expect("the case names it");
                Node::Number(price(list, id, &case))
            });
            let bias = entry.get("optimism_bias").and_then(|bias| match bias {
                Node::Text(name) if !name.ends_with('%') => {
                    biases.as_ref()?.get(name)?.get("share").cloned()
                }
                _ => None,
            });
            let Node::Table(keys) = entry else { panic!("no entry") };
            keys.extend(price.map(|price| ("price".to_owned(), price)));
            if let Some(bias) = bias {
                keys.retain(|(key, _)| key != "optimism_bias");
                keys.push(("optimism_bias".to_owned(), bias));
            }
        }
    }
    document
}

const GROUPS: [&str; 4] = ["cost", "avoided", "value", "burden"];

/// "price = value x factor(year) / factor(the year before the case's start)".
fn price(list: &Node, id: &str, case: &Node) -> Exact {
    let price = list.get("price").and_then(|prices| prices.get(id)).expect(id);
    let (value, year) = (number(price, "value"), integer(&number(price, "year")));
    let level = CalendarMonth::read(case.text("start").expect("a start")).year() - 1;
    let mut factors: Vec<(i64, Exact)> = list
        .get("cpi")
        .expect("an index")
        .entries("factors")
        .iter()
        .map(|(year, factor)| match factor {
            Node::Number(factor) => (year.parse().expect("a year"), factor.clone()),
            other => panic!("no factor: {other:?}"),
        })
        .collect();
    factors.sort_by_key(|(year, _)| *year);
    let (first, last) = (factors[0].0, factors[factors.len() - 1].0);
    let in_cents = |exact: Exact| euros(round2(&exact));
    // "Where both are the same year the price is `value`, rounded to cents."
    if year == level {
        return in_cents(value);
    }
    // "Before its first year ... the price is `value` as it stands"
    if year < first || level < first {
        return value;
    }
    // "Past the last year of the index it stands still"
    let factor = |year: i64| &factors.iter().find(|(of, _)| *of == year.min(last)).expect("one").1;
    let mut exact = value * factor(year) / factor(level);
    // "with `prices_later = "2.5%"` it goes on from there"
    if let Some(Node::Text(rate)) = case.get("prices_later") {
        let years = (level - last).max(0) - (year - last).max(0);
        let grown = power(&(whole(1) + percentage(rate)), usize::try_from(years.abs()).unwrap());
        exact = if years < 0 { exact / grown } else { exact * grown };
    }
    in_cents(exact)
}

fn number(node: &Node, key: &str) -> Exact {
    match node.get(key) {
        Some(Node::Number(number)) => number.clone(),
        other => panic!("no {key}: {other:?}"),
    }
}

fn integer(exact: &Exact) -> i64 {
    i64::try_from(exact.numerator().clone()).expect("a year")
}
