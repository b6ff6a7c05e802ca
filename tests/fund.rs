//! The fund by worked examples: the sum stands in the comment, section 10 of the reference says why.

use crate::support::bizcase;
use proptest::prelude::*;
use serde_json::Value;

const HEAD: &str = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 2\n";

/// What a fund comes to; cases are seen from tests/fund/.
fn run(fund: &str) -> Value {
    let text = format!("{HEAD}{fund}").replace("case = \"", "case = \"tests/fund/");
    let output = bizcase(&["fund", "-", "--format", "json"], &text);
    assert!(output.code != 2, "{}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

fn months(found: &Value, column: &str, first: usize, count: usize) -> Vec<String> {
    let all = found[column].as_array().expect("a column");
    let texts = all[first..first + count].iter().map(|amount| amount.as_str().expect("a text"));
    texts.map(str::to_owned).collect()
}

/// A column in cents.
fn cents(found: &Value, column: &str) -> Vec<i64> {
    let all = found[column].as_array().expect("a column");
    let texts = all.iter().map(|amount| amount.as_str().expect("a text").replace('.', ""));
    texts.map(|digits| digits.parse().expect("an amount")).collect()
}

/// In every month, over all months to it: additions + interest - costs - losses = cash +
/// outstanding. With neither losses nor costs that is capital plus interest.
fn nothing_is_made_or_lost(found: &Value) {
    let mut sum = 0;
    let column = |name| cents(found, name);
    let [added, idle, interest] = ["additions", "idle_interest", "interest"].map(column);
    let [costs, losses] = ["costs", "losses"].map(column);
    let [cash, outstanding] = ["cash", "outstanding"].map(column);
    for month in 0..cash.len() {
        sum += added[month] + idle[month] + interest[month] - costs[month] - losses[month];
        assert_eq!(sum, cash[month] + outstanding[month], "month {month}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn money_is_never_made(
        capital in 0_u32..500_000,
        (idle, rate, loss) in (0_u32..500, 0_u32..2_000, 0_u32..10_001),
        (asked, amount) in (0_u32..60, 1_u32..900_000),
        (term, grace) in (2_u32..60, 0_u32..2),
        cost in 0_u32..100_000,
        form in prop::sample::select(vec!["annuity", "linear", "bullet"]),
        full in prop::sample::select(vec!["wait", "refuse"]),
    ) {
        let percent = |hundredths: u32| format!("\"{}.{:02}%\"", hundredths / 100, hundredths % 100);
        let money = |cents: u32| format!("{}.{:02}", cents / 100, cents % 100);
        let found = run(&format!(
            "capital = {capital}\nwhen_full = \"{full}\"\nidle_interest = {}\n[cost.c]\namount = \
             {}\nper = \"year\"\n[initiative.a]\ncase = \"plain.toml\"\nevery = \"5 months\"\n\
             [lending.l]\nquantity = {asked}\namount = {}\ninterest = {}\nloss = {}\nterm = \
             \"{term} months\"\ngrace = \"{grace} months\"\nrepayment = \"{form}\"\n",
            percent(idle), money(cost), money(amount), percent(rate), percent(loss),
        ));
        nothing_is_made_or_lost(&found);
    }
}

#[test]
fn without_losses_and_costs_it_keeps_capital_plus_interest() {
    let found = run("capital = 9_000\nidle_interest = \"1%\"\n[initiative.a]\ncase = \
                     \"plain.toml\"\nevery = \"2 months\"\n[lending.l]\namount = 333.33\n\
                     quantity = 30\nterm = \"7 months\"\ninterest = \"7%\"\n");
    nothing_is_made_or_lost(&found);
    let total = |column| cents(&found, column).iter().sum::<i64>();
    let worth = found["measures"]["net_worth"].as_str().expect("a text").replace('.', "");
    let worth: i64 = worth.parse().expect("an amount");
    assert_eq!(worth, 900_000 + total("interest") + total("idle_interest"));
    assert!(total("interest") > 0);
}

#[test]
fn an_initiative_repays_and_the_fund_has_what_it_had() {
    let found = run("capital = 2_000\n[initiative.a]\ncase = \"plain.toml\"\n");
    // 2,000 - 1,200 lent = 800; then 1,200 / 12 = 100 back at the end of each month.
    assert_eq!(months(&found, "cash", 0, 3), ["900.00", "1000.00", "1100.00"]);
    assert_eq!(months(&found, "outstanding", 0, 3), ["1100.00", "1000.00", "900.00"]);
    assert_eq!(months(&found, "cash", 11, 2), ["2000.00", "2000.00"]);
    assert_eq!(found["initiatives"][0]["fate"], "repaid");
    assert_eq!(found["verdict"], "closes");
    // 1,200 lent / 2,000 put in.
    assert_eq!(found["measures"]["multiplier"], "0.6000");
    // Without interest it keeps its capital to the cent, and has nothing to lose.
    assert_eq!(found["measures"]["edge_interest"], "0.00");
    assert_eq!(found["measures"]["edge_loss"], "0.0000");
}

#[test]
fn what_a_fund_sells_lowers_its_costs() {
    let found =
        run("capital = 2_000\n[cost.van]\namount = 900\non = \"2027-02\"\nlife = \"3 years\"\n\
                     sold = { on = \"2027-04\", price = 600 }\n");
    nothing_is_made_or_lost(&found);
    assert_eq!(months(&found, "costs", 0, 5), ["0.00", "900.00", "0.00", "-600.00", "0.00"]);
    assert_eq!(
        months(&found, "cash", 0, 5),
        ["2000.00", "1100.00", "1100.00", "1700.00", "1700.00"]
    );
    // 2,000 - 900 + 600.
    assert_eq!(found["measures"]["net_worth"], "1700.00");
}

#[test]
fn who_cannot_be_served_waits_and_starts_later() {
    let found = run("capital = 2_000\n[initiative.a]\ncase = \"plain.toml\"\n\
                     [initiative.b]\ncase = \"plain.toml\"\n");
    // After the first loan there is 800, and 100 more at the end of each month: 1,200 at the end of
    // April, so the second starts in May.
    let second = &found["initiatives"][1];
    assert_eq!((&second["asked"], &second["started"]), (&"2027-01".into(), &"2027-05".into()));
    // In May 1,200 - 1,200 + 100 + 100.
    assert_eq!(months(&found, "cash", 3, 3), ["1200.00", "200.00", "400.00"]);
}

#[test]
fn with_refuse_who_cannot_be_served_goes_and_the_next_is_tried() {
    let queue = "[initiative.a]\ncase = \"plain.toml\"\n[initiative.b]\ncase = \"plain.toml\"\n\
                 [lending.small]\namount = 700\nquantity = 12\nterm = \"1 month\"\n";
    let waits = run(&format!("capital = 2_000\nreserve = 100\n{queue}"));
    // 2,000 - 100 kept - 1,200 = 700 would do for the small loan, but it stands behind b.
    assert_eq!(waits["lent"][0], "1200.00");
    let refuses = run(&format!("capital = 2_000\nreserve = 100\nwhen_full = \"refuse\"\n{queue}"));
    assert_eq!(refuses["lent"][0], "1900.00");
    assert_eq!(refuses["initiatives"][1]["fate"], "refused");
    assert_eq!(refuses["initiatives"][1]["started"], Value::Null);
}

#[test]
fn more_than_there_can_ever_be_is_refused_at_once() {
    // 1,200 is asked of 1,000 + 300 - 101.
    let found = run("capital = 1_000\nreserve = 101\n[contribution.later]\namount = 300\non = \
                     \"2028-06\"\n[initiative.a]\ncase = \"plain.toml\"\n");
    assert_eq!(found["initiatives"][0]["fate"], "refused");
    // With a euro less in reserve it waits for the addition.
    let found = run("capital = 1_000\nreserve = 100\n[contribution.later]\namount = 300\non = \
                     \"2028-06\"\n[initiative.a]\ncase = \"plain.toml\"\n");
    assert_eq!(found["initiatives"][0]["started"], "2028-06");
}

#[test]
fn another_one_comes_every_so_often_up_to_a_number() {
    let every = |more: &str| {
        let found = run(&format!(
            "capital = 9_000\n[initiative.a]\ncase = \"plain.toml\"\non = \"2027-03\"\nevery = \
             \"5 months\"\n{more}"
        ));
        let asked = found["initiatives"].as_array().expect("a list").clone();
        asked.iter().map(|one| format!("{} {}", one["id"], one["asked"])).collect::<Vec<_>>()
    };
    assert_eq!(every("up_to = 2\n"), [r#""a.1" "2027-03""#, r#""a.2" "2027-08""#]);
    // Months 2, 7, 12, 17 and 22 of the fund's 24.
    assert_eq!(every("").len(), 5);
}

/// Its cash is below zero in its first month, so it stops before it draws: nothing is lost, and
/// nothing was repaid either. The fund has lent nothing, which it says.
#[test]
fn who_stops_before_its_first_draw_is_lost_without_a_loss() {
    let text = "capital = 2_000\n[initiative.a]\ncase = \"stops_at_once.toml\"\n";
    let found = run(text);
    let fate = &found["initiatives"][0];
    assert_eq!((&fate["fate"], &fate["lost"]), (&"lost".into(), &"0.00".into()));
    assert_eq!(months(&found, "set_aside", 0, 2), ["0.00", "0.00"]);
    assert_eq!(found["measures"]["edge_loss"], serde_json::Value::Null);
}

#[test]
fn what_is_drawn_later_is_set_aside_until_then() {
    // 800 at the start and 400 three months later: 1,200 asked of 2,000. It pays back 66.67 a
    // month, so in April there is 1,400 in hand of which 400 is set aside: a request of 1,100 waits.
    let found = run("capital = 2_000\n[initiative.a]\ncase = \"in_two.toml\"\n\
                     [lending.small]\namount = 1_100\nquantity = [12, 0]\nterm = \"1 month\"\n");
    assert_eq!(months(&found, "lent", 0, 4), ["800.00", "0.00", "0.00", "400.00"]);
    assert_eq!(months(&found, "set_aside", 0, 4), ["400.00", "400.00", "400.00", "0.00"]);
}

#[test]
fn an_initiative_stops_when_its_cash_is_below_zero_and_what_it_owes_is_lost() {
    // It loses 200 a month and borrows 600 without interest, bullet: 400, 200, 0, -200 in April.
    // There it stops: the 400 that it would draw in June is free again.
    let found = run("capital = 2_000\n[initiative.a]\ncase = \"stops.toml\"\n");
    assert_eq!(months(&found, "losses", 2, 3), ["0.00", "600.00", "0.00"]);
    assert_eq!(months(&found, "set_aside", 2, 2), ["400.00", "0.00"]);
    assert_eq!(months(&found, "cash", 2, 4), ["1400.00"; 4]);
    let one = &found["initiatives"][0];
    assert_eq!((&one["fate"], &one["lost"]), (&"lost".into(), &"600.00".into()));
    assert_eq!(ended(one), ["2027-04", "out_of_cash", "200.00", "2027-04"]);
    // It keeps 1,400 of 2,000; it lost 600 of 600, and could have lost nothing.
    assert_eq!(found["verdict"], "does_not_close");
    assert_eq!(found["measures"]["edge_loss"], "0.0000");
}

#[test]
fn what_it_owes_at_its_end_is_lost_the_month_after_unless_it_can_repay() {
    // Both owe 600 after their year, due a year later. The one earns 50 a month more than it
    // spends, the other nothing.
    let found = run("capital = 2_000\n[initiative.can]\ncase = \"can_repay.toml\"\n\
                     [initiative.cannot]\ncase = \"cannot_repay.toml\"\n");
    assert_eq!(months(&found, "losses", 11, 3), ["0.00", "600.00", "0.00"]);
    assert_eq!(found["initiatives"][0]["fate"], "repaid");
    assert_eq!(found["initiatives"][1]["fate"], "lost");
    // It has nothing in hand at the end of 2028, when 600 is due.
    assert_eq!(ended(&found["initiatives"][1]), ["2028-01", "cannot_repay", "600.00", "2028-12"]);
    assert_eq!(ended(&found["initiatives"][0]), [""; 4]);
    assert_eq!(found["principal"][23], "600.00");
}

#[test]
fn what_fades_moves_with_the_case() {
    // 60 is lent, 50 a month is spent, and 100 a month comes in until it stops with February, its
    // second month: 110, 160, 110, 60, 10, -40. It starts in March 2027, so that is in August.
    let found = run("capital = 100\n[initiative.a]\ncase = \"fades.toml\"\non = \"2027-03\"\n");
    assert_eq!(ended(&found["initiatives"][0]), ["2027-08", "out_of_cash", "40.00", "2027-08"]);
}

/// When and why an initiative ended without being repaid; empty where it did not.
fn ended(one: &Value) -> [&str; 4] {
    ["ended", "why", "short", "short_month"].map(|key| one[key].as_str().unwrap_or_default())
}

#[test]
fn who_is_refused_is_told_what_there_was_to_lend() {
    // 1,000 is asked, and never more than 900 is put in.
    let found = run("capital = 900\n[initiative.a]\ncase = \"stops.toml\"\non = \"2027-03\"\n");
    assert_eq!(ended(&found["initiatives"][0]), ["2027-03", "above_capital", "100.00", "2027-03"]);
    // The first takes 1,000 of 1,500, so that 500 is missing for the second.
    let found = run("capital = 1_500\nwhen_full = \"refuse\"\n\
                     [initiative.a]\ncase = \"stops.toml\"\n\
                     [initiative.b]\ncase = \"stops.toml\"\n");
    assert_eq!(ended(&found["initiatives"][1]), ["2027-01", "not_enough", "500.00", "2027-01"]);
}

#[test]
fn small_loans_are_asked_through_the_year_halves_up() {
    let found = run("capital = 100_000\n[lending.l]\namount = 100\nquantity = [6, 3]\nterm = \
                     \"24 months\"\nrepayment = \"bullet\"\n");
    // 6 / 12 = 1/2 a month: 1/2 makes 1, 1 makes 1, 3/2 makes 2, 2 makes 2 ...
    assert_eq!(months(&found, "lent", 0, 4), ["100.00", "0.00", "100.00", "0.00"]);
    // In the second year 1/4 a month on top of 6: 6.25, 6.5, 6.75, 7 makes 6, 7, 7, 7.
    assert_eq!(months(&found, "lent", 12, 4), ["0.00", "100.00", "0.00", "0.00"]);
    assert_eq!(found["lending"][0]["asked"], 9);
}

#[test]
fn a_share_of_small_loans_is_lost_after_every_year_but_the_first() {
    let found = run("capital = 1_000\n[lending.l]\namount = 1_000\nquantity = [12, 0]\nterm = \
                     \"36 months\"\nrepayment = \"bullet\"\ninterest = \"12%\"\nloss = \"10%\"\n");
    // One loan of 1,000 in January 2027; none of the other eleven can be served at first. Interest
    // is 1% = 10.00 a month. At the end of 2028 a tenth of it is lost.
    assert_eq!(found["losses"][11], "0.00");
    assert_eq!(found["losses"][23], "100.00");
    assert_eq!(months(&found, "outstanding", 22, 2), ["1000.00", "900.00"]);
    assert_eq!(months(&found, "interest", 22, 2), ["10.00", "10.00"]);
    assert_eq!(found["principal"][23], "0.00");
    assert_eq!(
        (&found["lending"][0]["served"], &found["lending"][0]["waiting"]),
        (&1.into(), &11.into())
    );
}

#[test]
fn cash_earns_interest_after_the_draws_and_costs_come_at_the_end() {
    let found = run("capital = 2_400\nidle_interest = \"1%\"\n[cost.c]\namount = 10\nper = \
                     \"month\"\n[initiative.a]\ncase = \"plain.toml\"\n");
    // (2,400 - 1,200) x 1% / 12 = 1.00; then 100 back and 10 to pay: 1,291.00. February: 1,291 x
    // 1% / 12 = 1.0758.
    assert_eq!(months(&found, "idle_interest", 0, 2), ["1.00", "1.08"]);
    assert_eq!(months(&found, "cash", 0, 2), ["1291.00", "1382.08"]);
}

#[test]
fn a_fund_that_cannot_pay_its_costs_fails_in_that_month() {
    let found =
        run("capital = 100\nidle_interest = \"1%\"\n[cost.c]\namount = 60\nper = \"month\"\n");
    // 100 + 0.08 - 60 = 40.08; + 0.03 - 60 = -19.89, and nothing is earned on that.
    assert_eq!(months(&found, "cash", 0, 3), ["40.08", "-19.89", "-79.89"]);
    assert_eq!(found["measures"]["below_from"], "2027-02");
    assert_eq!(found["verdict"], "does_not_close");
}

#[test]
fn what_prices_rise_decides_between_closing_and_conditional() {
    let with = |prices: &str| {
        run(&format!("capital = 1_000\nidle_interest = \"1.2%\"\nprices = {prices}\n"))
    };
    // 0.1% a month for two years: some 1,024.28. In prices of 2027: / 1.02 = 1,004.20 ...
    assert_eq!(with("\"2%\"")["verdict"], "closes");
    assert_eq!(with("\"2%\"")["measures"]["net_worth_real"], "1004.20");
    // ... and / 1.03 = 994.45.
    assert_eq!(with("\"3%\"")["verdict"], "conditional");
    // An addition of 2028 is in prices of 2028: 103 / 1.03 = 100.
    let later =
        run("capital = 0\nprices = \"3%\"\n[contribution.c]\namount = 103\non = \"2028-12\"\n");
    assert_eq!(later["measures"]["put_in_real"], "100.00");
    assert_eq!(later["verdict"], "closes");
    // 1 of 24 months with anything put in, and all of that idle.
    assert_eq!(later["measures"]["idle_share"], "1.0000");
}

#[test]
fn one_initiative_is_the_loan_table_of_its_case() {
    let fund = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 10\ncapital = \
                60_000\n[initiative.k]\ncase = \"cases/kamers.toml\"\n";
    let fund = fund.replace("60_000", "90_000");
    let found = bizcase(&["fund", "-", "--format", "json"], &fund);
    let found: Value = serde_json::from_str(&found.stdout).expect("JSON");
    let case = ["show", "cases/kamers.toml", "--by", "month", "--format", "json"];
    let case: Value = serde_json::from_str(&bizcase(&case, "").stdout).expect("JSON");
    let loans = case["loans"].as_array().expect("loans");
    let loan = loans.iter().find(|loan| loan["id"] == "funding.fund_loan").expect("its fund loan");
    assert_eq!(found["interest"], loan["interest"]);
    assert_eq!(found["principal"], loan["principal"]);
    assert_eq!(found["outstanding"], loan["balance"]);
    assert_eq!(found["lent"], loan["draw"]);
}

#[test]
fn a_check_of_many_files_takes_funds_for_funds() {
    let output =
        bizcase(&["check", "cases/funds/lochem.toml", "cases/kamers.toml", "--lang", "en"], "");
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert!(output.stdout.contains("1 closes"), "{}", output.stdout);
    let json =
        bizcase(&["check", "cases/funds/lochem.toml", "cases/kamers.toml", "--format", "json"], "");
    let found: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(found[0]["fund"]["name"], "Loans for special initiatives, after Lochem");
    assert_eq!(found[1]["case"]["file"], "cases/kamers.toml");
    let csv =
        bizcase(&["check", "cases/funds/lochem.toml", "cases/kamers.toml", "--format", "csv"], "");
    // A heading, three rows of the fund and eight of the case.
    assert_eq!(csv.stdout.lines().count(), 12, "{}", csv.stdout);
    assert!(csv.stdout.contains("lochem.toml,does_not_close,capital,true,"), "{}", csv.stdout);
}

#[test]
fn exit_codes_are_those_of_a_case() {
    let code = |text: &str| bizcase(&["fund", "-"], &format!("{HEAD}{text}")).code;
    assert_eq!(code("capital = 1\n"), 0);
    assert_eq!(code("capital = 1\nprices = \"2%\"\n"), 3);
    assert_eq!(code("capital = 1\n[cost.c]\namount = 1\nper = \"year\"\n"), 1);
    assert_eq!(code("capital = 1\nprices = \"2%\"\n[expect]\nverdict = \"conditional\"\n"), 0);
    assert_eq!(code("capital = 1\n[expect]\nverdict = \"conditional\"\n"), 1);
    assert_eq!(code("capital = -1\n"), 2);
}

#[test]
fn a_scenario_and_an_argument_are_laid_over_a_fund() {
    let refuse = bizcase(
        &["fund", "cases/funds/wijkfonds.toml", "--scenario", "refuse", "--format", "json"],
        "",
    );
    let found: Value = serde_json::from_str(&refuse.stdout).expect("JSON");
    assert_eq!(found["fund"]["scenario"], "refuse");
    let initiatives = found["initiatives"].as_array().expect("a list");
    assert!(initiatives.iter().any(|one| one["fate"] == "refused"), "{initiatives:?}");
    let set =
        ["fund", "cases/funds/wijkfonds.toml", "--set", "fund.capital=+100%", "--format", "json"];
    let found: Value = serde_json::from_str(&bizcase(&set, "").stdout).expect("JSON");
    assert_eq!(found["additions"][0], "480000.00");
}

/// The report as it is read, in both languages and at two widths: beside the fund itself.
/// `UPDATE_EXPECTED=1` rewrites it.
#[test]
fn the_report_reads_as_it_stands_beside_it() {
    for (name, arguments) in [
        ("wijkfonds.en", &["fund", "cases/funds/wijkfonds.toml", "--lang", "en"][..]),
        ("wijkfonds.nl", &["fund", "cases/funds/wijkfonds.toml", "--lang", "nl"]),
        ("lochem.check.nl", &["check", "cases/funds/lochem.toml", "--lang", "nl"]),
        ("lochem.markdown.en", &["fund", "cases/funds/lochem.toml", "--format", "markdown"]),
        ("lochem.csv", &["fund", "cases/funds/lochem.toml", "--format", "csv"]),
    ] {
        let said = bizcase(arguments, "").stdout;
        let file = format!("tests/fund/{name}.out");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&file, &said).expect("written");
        }
        assert_eq!(said, std::fs::read_to_string(&file).unwrap_or_default(), "{file}");
    }
}
