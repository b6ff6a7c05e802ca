//! A case whose running totals hit exact half cents, and lie just beside them: where binary floats
//! round the wrong way.

use std::fmt::Write;

/// What a yearly amount that grows is divided by in its third year: 12 months, and a factor of four
/// decimals twice.
const OVER: i128 = 12 * 100_000_000;

/// So many parts of a cent, of which `OVER` make one, a total lies beside the half: none, a
/// thousand-millionth, and up to four millionths.
const BESIDE: [i128; 7] = [0, 1, -1, 24, -24, 4_800, -4_800];

/// Growth in hundredths of a percent, and a month of the third year. Neither the factor nor the month
/// has a divisor of `OVER`, so that every distance can be reached.
const GROWS: [(i128, i128); 6] =
    [(103, 1), (207, 7), (301, 11), (-207, 1), (1_201, 7), (4_999, 11)];

/// What a season gives each month, in eighths of a year.
const SEASON: &str = "[1, 0, 0, 1, 0, 0, 1, 0, 0, 5, 0, 0]";

/// The case.
pub fn case() -> String {
    let mut text = "format = 1\n[case]\nname = \"Half cents\"\nstart = \"2027-01\"\nyears = 4\n\
                    opening_cash = 90000000\n"
        .to_owned();
    let mut costs = Vec::new();
    for (growth, month) in GROWS {
        for beside in BESIDE {
            let amount = euros(amount(growth, month, beside));
            costs.push(format!("amount = {amount}\ngrowth = \"{}%\"", euros(growth)));
        }
    }
    for more in 0..12 {
        // A year's cents that leave 6 when divided by 12 have half a cent in January; in a first year
        // that is half of the others, those that leave 12 when divided by 24.
        costs.push(format!("amount = {}", euros(100_002 + 12 * more)));
        costs.push(format!("amount = {}\nramp = [\"50%\"]", euros(100_020 + 24 * more)));
        // An eighth of what leaves 4 when divided by 8.
        costs.push(format!("amount = {}\nseason = {SEASON}", euros(100_004 + 8 * more)));
        let (quantity, price) = priced(more);
        let price = format!("{}.{:04}", price / 10_000, price % 10_000);
        costs.push(format!("quantity = {}\nprice = {price}", euros(quantity)));
    }
    for (place, keys) in costs.iter().enumerate() {
        write!(text, "[cost.c{place}]\nname = \"c{place}\"\nper = \"year\"\n{keys}\n")
            .expect("a text");
    }
    text
}

fn euros(cents: i128) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// The yearly cents of which the running total by a month of the third year lies so far beside a half.
///
/// By then they have come in `1 + n + n^2 x month / 12` times, where `n` is `1 + growth`: in parts of
/// which `OVER` make one a whole number without a divisor in common with it.
fn amount(growth: i128, month: i128, beside: i128) -> i128 {
    let n = 10_000 + growth;
    let times = OVER + 12 * 10_000 * n + n * n * month;
    let half = OVER / 2 + beside;
    let amount = (half * inverse(times, OVER)).rem_euclid(OVER);
    assert_eq!((amount * times).rem_euclid(OVER), half);
    amount
}

/// What, times a number, leaves 1 when divided by another.
fn inverse(number: i128, over: i128) -> i128 {
    let ((mut one, mut two), (mut of_one, mut of_two)) = ((number, over), (1, 0));
    while two != 0 {
        let whole = one / two;
        (one, two) = (two, one - whole * two);
        (of_one, of_two) = (of_two, of_one - whole * of_two);
    }
    assert_eq!(one, 1, "a divisor in common");
    of_one
}

/// A quantity of two decimals and a price of four whose product, a twelfth of it, is half a cent more
/// than whole cents.
fn priced(place: i128) -> (i128, i128) {
    let quantity = 125 * (2 * place + 1);
    let prices = 40_000 + 997 * place..;
    let half = |price: &i128| quantity * price % 120_000 == 60_000 && price % 100 != 0;
    (quantity, prices.into_iter().find(half).expect("a price"))
}
