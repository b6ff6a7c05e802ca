//! Random cases that just close, or just do not: bills that are split to the last cent, savings that
//! come back to the cent, debt that is served to the cent. In posted cents many look short.

use std::fmt::Write;

use super::random::Dice;

/// Ways to split a whole, in hundredths of a percent; the last ones leave a hair.
const SPLITS: [&[i64]; 7] = [
    &[5_000, 5_000],
    &[3_333, 3_333, 3_334],
    &[2_500, 2_500, 2_500, 2_500],
    &[1_250, 3_750, 5_000],
    &[10_000],
    &[4_999, 5_000],
    &[3_333, 3_333, 3_333],
];

const PARTIES: [&str; 4] = ["gemeente", "fund", "residents", "insurer"];

pub fn case(dice: &mut Dice) -> String {
    let years = dice.between(1, 4);
    let rate = dice.pick(&["0%", "3%", "25%", "-20%", "44%", "2.25%"]);
    let discounting = dice.pick(&["start", "mid", "end"]);
    let ends = dice.percent(15);
    let mut text = format!(
        "format = 1\n[case]\nname = \"Split bills\"\nstart = \"2027-01\"\nyears = {years}\n\
         ends = {ends}\ndiscount_rate = \"{rate}\"\ndiscounting = \"{discounting}\"\n"
    );
    if dice.percent(30) {
        writeln!(text, "opening_cash = 0.07\n[criteria]\nmin_cash = 0.07").expect("a string");
    } else {
        text.push_str("[criteria]\n");
    }
    let dependence = if ends { "" } else { " \"dependence\"," };
    write!(
        text,
        "require = [\"dscr\",{dependence} \"payers\", \"public_return\", \"social_return\"]\n\
         min_public_return = 1\nmin_social_return = 1\nmin_dscr = 1\nmax_dependence = \"50%\"\n\
         [rate]\nprices = \"2.5%\"\n",
    )
    .expect("a string");
    for party in PARTIES {
        let public = matches!(party, "gemeente" | "insurer");
        writeln!(text, "[party.{party}]\npublic = {public}").expect("a string");
    }
    match dice.between(0, 4) {
        0 => shared(dice, &mut text),
        1 => returned(dice, &mut text),
        2 => covered(dice, &mut text),
        3 => halved(dice, years, &mut text),
        _ => served(dice, &mut text),
    }
    text
}

/// A price, up to six decimals.
fn price(dice: &mut Dice) -> String {
    let cents = dice.pick(&[1, 5, 101, 10_001, 99_999, 123_457]);
    let cents = cents + dice.between(0, 40);
    let more = dice.pick(&["", "", "5", "25", "3333"]);
    let decimals = format!("{:02}{more}", cents % 100);
    // Three decimals would look like thousands.
    let zero = if decimals.len() == 3 { "0" } else { "" };
    format!("{}.{decimals}{zero}", cents / 100)
}

fn percent(hundredths: i64) -> String {
    format!("\"{}.{:02}%\"", hundredths / 100, hundredths % 100)
}

fn payment(dice: &mut Dice) -> &'static str {
    dice.pick(&["", "", "paid = \"quarterly\"\n", "delay = \"1 month\"\n"])
}

/// A recurring or single cost.
fn cost(dice: &mut Dice, text: &mut String, id: &str, paid: &str) {
    let price = price(dice);
    let per = dice.pick(&["year", "month", "quarter"]);
    let index = dice.pick(&["", "index = \"prices\"\n"]);
    writeln!(text, "[cost.{id}]\nquantity = 1\nprice = {price}\nper = \"{per}\"\n{index}{paid}")
        .expect("a string");
}

fn status(dice: &mut Dice) -> &'static str {
    if dice.percent(10) { "requested" } else { "committed" }
}

/// Each cost is paid by parties that bear a share of it, and save as much.
fn shared(dice: &mut Dice, text: &mut String) {
    // Who bears half of everything brings half of the income, but for a cent.
    let halves: &[i64] = dice.pick(&[&[1_250, 3_750, 5_000][..], &[2_500, 2_500, 5_000]]);
    let all_halves = dice.percent(35);
    for number in 0..dice.between(1, 3) {
        let paid = payment(dice);
        cost(dice, text, &format!("c{number}"), paid);
        let shares = if all_halves { halves } else { dice.pick(&SPLITS) };
        for (share, party) in shares.iter().zip(PARTIES) {
            let (share, status) = (percent(*share), status(dice));
            writeln!(
                text,
                "[funding.{party}_{number}]\nkind = \"contribution\"\nof = \"cost.c{number}\"\n\
                 share = {share}\nparty = \"{party}\"\nstatus = \"{status}\"\nstructural = true\n{paid}"
            )
            .expect("a string");
        }
    }
}

/// A bill of the last year that one party pays half of, and two others a quarter each: its half of an
/// odd cent is rounded up, and their quarters down.
fn halved(dice: &mut Dice, years: i64, text: &mut String) {
    let cents = dice.between(0, 9_999) * 4 + 1;
    writeln!(
        text,
        "[cost.bill]\namount = {}.{:02}\non = \"{}-01\"",
        cents / 100,
        cents % 100,
        2026 + years
    )
    .expect("a string");
    for (share, party) in ["50%", "25%", "25%"].iter().zip(PARTIES) {
        writeln!(
            text,
            "[funding.{party}]\nkind = \"contribution\"\nof = \"cost.bill\"\nshare = \"{share}\"\n\
             party = \"{party}\"\nstatus = \"committed\""
        )
        .expect("a string");
    }
}

/// Savings that parts of costs come to together, and that outcome payments take in parts.
fn returned(dice: &mut Dice, text: &mut String) {
    let price = price(dice);
    let per = dice.pick(&["year", "month"]);
    writeln!(
        text,
        "[avoided.care]\nparty = \"insurer\"\nquantity = 1\nprice = {price}\nper = \"{per}\"\n\
         deadweight = \"0%\"\ncashable = \"100%\""
    )
    .expect("a string");
    for (number, share) in dice.pick(&SPLITS).iter().enumerate() {
        let (share, status) = (percent(*share), status(dice));
        writeln!(
            text,
            "[funding.care_{number}]\nkind = \"outcome\"\nof = \"care\"\nshare = {share}\n\
             status = \"{status}\"\nstructural = true"
        )
        .expect("a string");
    }
    for (number, share) in dice.pick(&SPLITS).iter().enumerate() {
        writeln!(
            text,
            "[cost.c{number}]\nquantity = {}.{:04}\nprice = {price}\nper = \"{per}\"",
            share / 10_000,
            share % 10_000
        )
        .expect("a string");
    }
}

/// Costs that one or two grants cover, some in advance.
fn covered(dice: &mut Dice, text: &mut String) {
    let count = dice.between(1, 3);
    let mut ids = Vec::new();
    for number in 0..count {
        cost(dice, text, &format!("c{number}"), "");
        ids.push(format!("\"cost.c{number}\""));
    }
    let ids = ids.join(", ");
    for number in 0..dice.between(1, 2) {
        let (party, status) = (dice.pick(&PARTIES), status(dice));
        let amount = dice.pick(&["50_000", "0.51", "250"]);
        let structural = dice.pick(&["true", "true", "false"]);
        writeln!(
            text,
            "[funding.grant_{number}]\nkind = \"grant\"\namount = {amount}\nper = \"year\"\n\
             covers = [{ids}]\nparty = \"{party}\"\nstatus = \"{status}\"\n\
             structural = {structural}"
        )
        .expect("a string");
        if dice.percent(30) {
            writeln!(text, "advance = \"33.33%\"\nsettlement = \"1 month\"").expect("a string");
        }
    }
}

/// Debt that what is left each year serves to the cent: costs of half cents, in parts.
fn served(dice: &mut Dice, text: &mut String) {
    let service = dice.between(1, 9) * 12;
    let parts = dice.between(2, 5);
    let cents = dice.between(1, 999);
    for number in 0..parts {
        writeln!(
            text,
            "[cost.part_{number}]\nquantity = 1\nprice = {}.{:02}50\nper = \"year\"\npaid = \"yearly\"",
            cents / 100,
            cents % 100
        )
        .expect("a string");
    }
    // In tenths of a cent: what the parts come to, and the service.
    let income = parts * (cents * 10 + 5) + service * 1_000;
    let income = income + dice.pick(&[0, 0, 0, 0, -1, 10]);
    writeln!(
        text,
        "[cost.house]\namount = {principal}\nper = \"once\"\n\
         [funding.mortgage]\nkind = \"loan\"\namount = {principal}\nrepayment = \"linear\"\n\
         term = \"6 years\"\ninstalments = \"yearly\"\nparty = \"fund\"\n\
         [funding.rent]\nkind = \"sales\"\nquantity = 1\nprice = {}.{:03}0\nper = \"year\"\npaid = \"yearly\"",
        income / 1_000,
        income % 1_000,
        principal = service * 6,
    )
    .expect("a string");
}
