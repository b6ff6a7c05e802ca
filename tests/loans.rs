//! Loans that are amortised over longer than their term, whose interest is added, or changes: redone
//! by hand.

use crate::support::bizcase;
use serde_json::Value;

/// What `show` says of the only loan of a case, month by month.
fn loan(keys: &str) -> Value {
    let case = format!(
        "format = 1\n[case]\nname = \"Loan\"\nstart = \"2027-01\"\nyears = 3\n\
         [cost.rent]\namount = 1\nper = \"year\"\n\
         [funding.bank]\nkind = \"loan\"\nstatus = \"committed\"\n{keys}"
    );
    let output = bizcase(&["show", "-", "--format", "json", "--by", "month"], &case);
    let show: Value = serde_json::from_str(&output.stdout).expect("JSON");
    show["loans"][0].clone()
}

fn at(loan: &Value, column: &str, month: usize) -> String {
    loan[column][month].as_str().expect("an amount").to_owned()
}

/// 12,000 at 6% over 10 years is 120 payments of 12,000 x 0.005 / (1 - 1.005^-120) = 133.22. The
/// first one is 60.00 interest and 73.22 principal, the second 59.63 and 73.59; after 23 of them
/// 10,220.00 is left, and goes with the 24th.
#[test]
fn the_rest_of_a_longer_loan_is_paid_at_the_end_of_its_term() {
    let loan = loan(
        "amount = 12_000\ninterest = \"6%\"\nterm = \"2 years\"\namortised_over = \"10 years\"\n",
    );
    let month = |month| ["interest", "principal", "balance"].map(|it| at(&loan, it, month));
    assert_eq!(month(0), ["60.00", "73.22", "11926.78"]);
    assert_eq!(month(1), ["59.63", "73.59", "11853.19"]);
    assert_eq!(month(22), ["51.51", "81.71", "10220.00"]);
    assert_eq!(month(23), ["51.10", "10220.00", "0.00"]);
}

/// 10,000 at 1% a month: 100.00, 101.00 and 102.01 are added, 10,303.01 is owed. A ninth part of
/// that is 1,144.78 each month, but for one of 1,144.77, the running total being rounded.
#[test]
fn what_is_added_during_grace_is_repaid_with_the_rest() {
    let loan = loan(
        "amount = 10_000\ninterest = \"12%\"\nrepayment = \"linear\"\nterm = \"1 year\"\n\
         grace = \"3 months\"\ngrace_interest = \"added\"\n",
    );
    let month =
        |month| ["interest", "added", "principal", "balance"].map(|it| at(&loan, it, month));
    assert_eq!(month(0), ["100.00", "100.00", "0.00", "10100.00"]);
    assert_eq!(month(1), ["101.00", "101.00", "0.00", "10201.00"]);
    assert_eq!(month(2), ["102.01", "102.01", "0.00", "10303.01"]);
    assert_eq!(month(3), ["103.03", "0.00", "1144.78", "9158.23"]);
    assert_eq!(month(7), ["57.24", "0.00", "1144.77", "4579.12"]);
    assert_eq!(month(11), ["11.45", "0.00", "1144.78", "0.00"]);
}

/// 3,000 in three yearly payments. At 10% each would be 3,000 x 0.1 / (1 - 1.1^-3) = 1,206.34: the
/// first is 300.00 interest and 906.34 principal. Then the rate is 20%: 2,093.66 in two payments is
/// 2,093.66 x 0.2 / (1 - 1.2^-2) = 1,370.40 each, 418.73 and 951.67; the last one clears 1,141.99.
#[test]
fn an_annuity_is_worked_out_again_when_its_rate_changes() {
    let loan = loan(
        "amount = 3_000\ninterest = [\"10%\", \"20%\"]\nterm = \"3 years\"\n\
         instalments = \"yearly\"\n",
    );
    let month = |month| ["interest", "principal", "balance"].map(|it| at(&loan, it, month));
    assert_eq!(month(11), ["300.00", "906.34", "2093.66"]);
    assert_eq!(month(23), ["418.73", "951.67", "1141.99"]);
    assert_eq!(month(35), ["228.40", "1141.99", "0.00"]);
}
