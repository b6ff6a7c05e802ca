//! Investments: what they cost to buy again.

use crate::support::bizcase;
use serde_json::Value;

/// The van costs 7,000 and 10% more for optimism, 7,700; its fittings as much as the van.
const VAN: &str = r#"
format = 1
[case]
name = "Van"
start = "2027-01"
years = 1
opening_cash = 20_000
[cost.van]
amount = 7_000
on = "2027-01"
life = "7 years"
optimism_bias = "10%"
[cost.fittings]
of = "cost.van"
share = "100%"
life = "7 years"
"#;

#[test]
fn what_was_bought_for_7_700_is_replaced_for_7_700() {
    let figure = |case: &str| {
        let output = bizcase(&["check", "-", "--format", "json"], case);
        let check: Value = serde_json::from_str(&output.stdout).unwrap();
        check["tests"][1]["certain"]["figure"].as_str().unwrap().to_owned()
    };
    // 7,700 / 7 = 1,100 a year, twice.
    assert_eq!(figure(VAN), "-2200.00");
    // The fittings' own 20% comes on top: 1,100 + 7,700 x 1.2 / 7 = 1,100 + 1,320.
    assert_eq!(figure(&format!("{VAN}optimism_bias = \"20%\"\n")), "-2420.00");
    // Half of the van, which is in the prices of 2028: (7,700 + 3,850) x 1.03 / 7 = 1,699.50.
    let later = VAN.replace("years = 1", "years = 2").replace("100%", "50%");
    let later = later.replace("bias = \"10%\"", "bias = \"10%\"\nindex = \"3%\"");
    assert_eq!(figure(&later), "-1699.50");
}
