//! The figures that a file writes, and how many of them nobody has confirmed: section 9.6, counted
//! from the text itself.

use serde_json::{Value, json};

use super::reading::Node;

/// "of each entry that is not `off`"
const OF_ENTRIES: &[&str] = &[
    "amount",
    "amounts",
    "quantity",
    "price",
    "prices",
    "at",
    "share",
    "cap",
    "ramp",
    "growth",
    "season",
    "index",
    "advance",
    "interest",
    "deadweight",
    "displacement",
    "attribution",
    "cashable",
    "transfer",
    "drop_off",
    "optimism_bias",
    "loss",
];

/// The thresholds of tests that are advice.
const OF_TESTS: &[(&str, &str)] = &[
    ("min_dscr", "dscr"),
    ("max_dependence", "dependence"),
    ("min_public_return", "public_return"),
    ("min_social_return", "social_return"),
];

/// What `check` and `fund` say of the figures of a file.
pub fn tally(text: &str) -> Value {
    let document = Node::of(text);
    let (mut figures, mut unconfirmed) = (0, 0);
    let mut count = |node: &Node, source: Option<&str>| {
        let these = numbers(node);
        figures += these;
        if !is_confirmed(source) {
            unconfirmed += these;
        }
    };
    let head = document.get("case").or_else(|| document.get("fund")).expect("a head");
    let of_head = head.spoken("source", None);
    let empty = Node::Table(Vec::new());
    let criteria = document.get("criteria").unwrap_or(&empty);
    let required = criteria.texts("require").unwrap_or_default();
    let is_required =
        |tests: &[&str]| tests.iter().any(|test| required.iter().any(|it| it == test));
    let always = ["opening_cash", "capital", "reserve", "idle_interest", "prices", "prices_later"];
    let discounts = is_required(&["payers", "public_return", "social_return"]);
    let of_present_values: &[_] = if discounts { &["discount_rate", "inflation"] } else { &[] };
    for key in always.iter().chain(of_present_values) {
        head.get(key).into_iter().for_each(|node| count(node, of_head));
    }
    for (_, bias) in document.entries("bias") {
        let share = bias.get("share").expect("a share");
        count(share, bias.spoken("source", None));
    }
    document.entries("rate").iter().for_each(|(_, node)| count(node, of_head));
    criteria.get("min_cash").into_iter().for_each(|node| count(node, of_head));
    for (key, _) in OF_TESTS.iter().filter(|(_, test)| is_required(&[test])) {
        criteria.get(key).into_iter().for_each(|node| count(node, of_head));
    }
    for group in [
        "cost",
        "funding",
        "avoided",
        "value",
        "burden",
        "opening",
        "reserve",
        "contribution",
        "lending",
    ] {
        for (_, entry) in document.switched_on(group) {
            let written = OF_ENTRIES.iter().filter_map(|key| entry.get(key));
            // "`price` of what is sold"
            let sold = entry.get("sold").and_then(|sold| sold.get("price"));
            written.chain(sold).for_each(|node| count(node, entry.spoken("source", None)));
            // "A price of a list rests on what the list says"
            if entry.get("price_from").is_some() {
                count(&Node::Text("pm".to_owned()), Some("a list"));
            }
        }
    }
    json!({"figures": figures, "unconfirmed": unconfirmed})
}

/// "each item of a list is one"; the name of a rate is none.
fn numbers(node: &Node) -> usize {
    match node {
        Node::List(items) => items.iter().map(numbers).sum(),
        Node::Number(_) => 1,
        Node::Text(text) => usize::from(text == "pm" || text.ends_with('%')),
        Node::Table(months) => months.iter().map(|(_, node)| numbers(node)).sum(),
        Node::Flag(_) => 0,
    }
}

/// "a figure without a source, and one whose source begins with ..."
fn is_confirmed(source: Option<&str>) -> bool {
    let source = source.unwrap_or_default().to_lowercase();
    let none = ["assumption", "aanname", "made up", "verzonnen"];
    !source.is_empty() && !none.iter().any(|word| source.starts_with(word))
}
