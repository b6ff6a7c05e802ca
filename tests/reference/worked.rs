//! Sums that a controller can redo by hand: they hold the reference itself to the design.

use serde_json::Value;

use super::exact::{decimal, fraction, money, ratio, round2, whole};
use super::present_value::nearest_with_root;
use super::{Expected, expected};

/// A case of so many years from January 2027 on, with these tables.
fn case(years: u32, tables: &str) -> Expected {
    expected(&format!(
        "format = 1\n[case]\nname = \"Worked\"\nstart = \"2027-01\"\nyears = {years}\n{tables}"
    ))
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// A column of an entry or a loan.
fn column<'e>(expected: &'e Expected, id: &str, name: &str) -> Vec<&'e str> {
    let entries = expected.show["entries"].as_array().unwrap().iter();
    let loans = expected.show["loans"].as_array().unwrap();
    let entry = entries.chain(loans).find(|entry| entry["id"] == id).expect("the entry is shown");
    texts(&entry[name])
}

fn test<'e>(expected: &'e Expected, id: &str, run: &str) -> &'e Value {
    let tests = expected.check["tests"].as_array().unwrap();
    &tests.iter().find(|test| test["id"] == id).unwrap()[run]
}

#[test]
fn cents_are_rounded_away_from_zero() {
    assert_eq!(round2(&decimal("0.005")), 1);
    assert_eq!(round2(&decimal("-0.005")), -1);
    assert_eq!(round2(&decimal("0.004999")), 0);
    assert_eq!(round2(&fraction(1, 3)), 33);
    assert_eq!(money(-5), "-0.05");
    assert_eq!(ratio(&decimal("-1.00005")), "-1.0001");
}

#[test]
fn a_stream_that_does_not_divide_evenly() {
    // 52,000.00 / 12 = 4,333.33 1/3: January .33, to date 8,666.66 2/3 makes February .34, to date
    // 13,000.00 makes March .33.
    let found = case(1, "[cost.coordinator]\namount = 52_000\nper = \"year\"\n");
    let accrual = column(&found, "cost.coordinator", "accrual");
    assert_eq!(accrual[..4], ["4333.33", "4333.34", "4333.33", "4333.33"]);
}

#[test]
fn half_a_cent_a_month() {
    // 0.06 / 12 = 0.005: to date 0.005 -> 0.01, 0.010 -> 0.01, 0.015 -> 0.02, 0.020 -> 0.02.
    let found = case(1, "[cost.stamps]\namount = 0.06\nper = \"year\"\n");
    let accrual = column(&found, "cost.stamps", "accrual");
    assert_eq!(accrual[..4], ["0.01", "0.00", "0.01", "0.00"]);
}

#[test]
fn an_index_steps_each_january() {
    // From July: 600 / 12 = 50.00; from January 2028, x 1.02 = 51.00; from January 2029, x 1.03 =
    // 52.53, and the last rate repeats: 2030 x 1.03 = 54.1059 (to date 2 x 54.1059 = 108.2118).
    let found = expected(
        "[case]\nname = \"July\"\nstart = \"2027-07\"\nyears = 4\n\
         [rate]\nprices = [\"2%\", \"3%\"]\n\
         [cost.rent]\namount = 600\nper = \"year\"\nindex = \"prices\"\n",
    );
    let accrual = column(&found, "cost.rent", "accrual");
    assert_eq!(accrual[5..7], ["50.00", "51.00"]);
    assert_eq!(accrual[17..19], ["51.00", "52.53"]);
    assert_eq!(accrual[29..32], ["52.53", "54.11", "54.10"]);
    let labels: Vec<&Value> =
        found.check["years"].as_array().unwrap().iter().map(|year| &year["label"]).collect();
    assert_eq!(labels, ["2027/28", "2028/29", "2029/30", "2030/31"]);
}

#[test]
fn ramp_growth_and_amounts_go_by_the_entrys_own_year() {
    // From March 2027: its first year 50% of 100, its second 1.1 x 200, its third 1.21 x 200.
    let found = case(
        4,
        "[funding.rent]\nkind = \"sales\"\namounts = [100, 200]\nper = \"month\"\n\
         from = \"2027-03\"\nramp = [\"50%\"]\ngrowth = \"10%\"\n",
    );
    let accrual = column(&found, "funding.rent", "accrual");
    assert_eq!(accrual[1..3], ["0.00", "50.00"]);
    assert_eq!(accrual[13..15], ["50.00", "220.00"]);
    assert_eq!(accrual[25..27], ["220.00", "242.00"]);
}

#[test]
fn a_season_moves_the_year_and_keeps_its_total() {
    // 900 x 7.50 = 6,750 a month. The weights add up to 100: January 12 x 8 / 100 x 6,750 =
    // 6,480, July 12 x 4 / 100 = 3,240, December 12 x 12 / 100 = 9,720; the year 12 x 6,750.
    let found = case(
        1,
        "[funding.meals]\nkind = \"sales\"\nquantity = 900\nprice = 7.50\nper = \"month\"\n\
         season = [8, 8, 9, 9, 9, 8, 4, 4, 9, 10, 10, 12]\n\
         [cost.food]\nof = \"funding.meals\"\nprice = 3.1\noptimism_bias = \"10%\"\n\
         [cost.tax]\nof = \"funding.meals\"\nshare = \"21%\"\n",
    );
    let accrual = column(&found, "funding.meals", "accrual");
    assert_eq!([accrual[0], accrual[6], accrual[11]], ["6480.00", "3240.00", "9720.00"]);
    assert_eq!(found.check["years"][0]["all"]["receipts"], "81000.00");
    // What follows: January's 864 meals x 3.10 x 1.1 = 2,946.24, and 21% of 6,480 = 1,360.80.
    assert_eq!(column(&found, "cost.food", "accrual")[0], "2946.24");
    assert_eq!(column(&found, "cost.tax", "accrual")[0], "1360.80");
}

#[test]
fn an_investment_is_renewed_depreciated_and_replaced() {
    // Bought in January 2027 for 1,000.00, in July 2028 for 1,000 x 1.035 = 1,035.00, and in
    // January 2030 for 1,000 x 1.035^3 = 1,108.717875.
    let found = case(
        4,
        "[cost.oven]\namount = 1_000\non = \"2027-01\"\nlife = \"18 months\"\nrenew = true\n\
         index = \"3.5%\"\n",
    );
    let accrual = column(&found, "cost.oven", "accrual");
    assert_eq!([accrual[0], accrual[18], accrual[36]], ["1000.00", "1035.00", "1108.72"]);
    // 1,000 / 18 = 55.55 5/9, to date 111.11 1/9, 166.66 2/3; 1,035 / 18 = 57.50.
    let depreciation = column(&found, "cost.oven", "depreciation");
    assert_eq!(depreciation[..3], ["55.56", "55.55", "55.56"]);
    assert_eq!(depreciation[18..20], ["57.50", "57.50"]);
    // Replacement: 1,000 x 1.035^3 / 1.5 = 739.14525.
    assert_eq!(test(&found, "structural", "all")["figure"], "-739.15");
}

#[test]
fn an_investment_before_the_start_costs_no_cash() {
    // 6,100 over 120 months is 50.83 1/3 a month. January 2027 is its 25th month: 25 x 50.83 1/3 =
    // 1,270.83 1/3 less 24 x 50.83 1/3 = 1,220.00.
    let found = case(
        2,
        "[cost.hall]\namount = 6_100\non = \"2025-01\"\nlife = \"10 years\"\ndelay = \"30 months\"\n\
         [cost.land]\namount = 9_000\nlife = \"unlimited\"\n",
    );
    assert_eq!(column(&found, "cost.hall", "depreciation")[..3], ["50.83", "50.84", "50.83"]);
    assert!(column(&found, "cost.hall", "accrual").iter().all(|cents| *cents == "0.00"));
    assert!(column(&found, "cost.hall", "cash").iter().all(|cents| *cents == "0.00"));
    assert!(column(&found, "cost.land", "depreciation").iter().all(|cents| *cents == "0.00"));
    // Only what wears out is replaced: 6,100 / 10.
    assert_eq!(test(&found, "structural", "all")["figure"], "-610.00");
}

#[test]
fn payment_in_blocks_and_with_delay() {
    // Blocks of three from February on: February to April is paid in March, one month later. The
    // last block, November and December, has only what accrues within the horizon.
    let found = case(
        1,
        "[funding.fees]\nkind = \"sales\"\namount = 100\nper = \"month\"\nfrom = \"2027-02\"\n\
         paid = \"quarterly\"\ndelay = \"1 month\"\n",
    );
    let mut cash = ["0.00"; 12];
    (cash[2], cash[5], cash[8], cash[11]) = ("300.00", "300.00", "300.00", "200.00");
    assert_eq!(column(&found, "funding.fees", "cash"), cash);
}

#[test]
fn an_advance_and_its_settlement() {
    // Three times 100.01. 80% of 300.03 is 240.024: 240.02 in January, when the quarter begins. The
    // rest, 60.01, comes six months after March.
    let found = case(
        1,
        "[funding.grant]\nkind = \"grant\"\namount = 100.01\nper = \"month\"\n\
         until = \"2027-03\"\npaid = \"quarterly\"\nadvance = \"80%\"\nsettlement = \"6 months\"\n",
    );
    let mut cash = ["0.00"; 12];
    (cash[0], cash[8]) = ("240.02", "60.01");
    assert_eq!(column(&found, "funding.grant", "cash"), cash);
}

#[test]
fn an_earmark_never_runs_ahead_of_its_costs() {
    // To date 300, 600, 900, 1200, 1500, 1800 is granted; the costs to date are 100, 200, 1300 (the
    // roof), 1400, 1500, 1600. The lesser: 100, 200, 900, 1200, 1500, 1600; after June nothing.
    let found = case(
        1,
        "[cost.staff]\namount = 100\nper = \"month\"\n\
         [cost.roof]\namount = 1_000\non = \"2027-03\"\n\
         [funding.subsidy]\nkind = \"subsidy\"\namount = 300\nper = \"month\"\n\
         until = \"2027-06\"\ncovers = [\"cost.staff\", \"cost.roof\"]\n",
    );
    assert_eq!(
        column(&found, "funding.subsidy", "accrual")[..8],
        ["100.00", "100.00", "700.00", "300.00", "300.00", "100.00", "0.00", "0.00"]
    );
    // Once, 250 in February: by then 200 are made, the other 50 in March.
    let found = case(
        1,
        "[cost.staff]\namount = 100\nper = \"month\"\n\
         [funding.gift]\nkind = \"donation\"\namount = 250\non = \"2027-02\"\n\
         covers = [\"cost.staff\"]\n",
    );
    let accrual = column(&found, "funding.gift", "accrual");
    assert_eq!(accrual[..4], ["0.00", "200.00", "50.00", "0.00"]);
}

#[test]
fn a_cohort_with_drop_off_and_lag() {
    // One a month is reached, and saves 1,200 a year for two years: 100 a month, from its 13th
    // month on 50. With a lag of three months the first 100 come in April 2027. In March 2028 there
    // are twelve: 1,200; in April twelve and one old one: 1,250. In March 2029 twelve and twelve
    // old ones: 1,800, and so it stays: each month one begins and one ends. A fifth would have
    // happened anyway: x 0.8. Half can be cashed.
    let found = case(
        3,
        "[party.city]\n\
         [avoided.care]\nparty = \"city\"\nquantity = 12\nprice = 1_200\nper = \"year\"\n\
         lasts = \"2 years\"\ndrop_off = \"50%\"\nlag = \"3 months\"\ndeadweight = \"20%\"\n\
         cashable = \"50%\"\n",
    );
    let accrual = column(&found, "avoided.care", "accrual");
    assert_eq!(accrual[2..5], ["0.00", "80.00", "160.00"]);
    assert_eq!(accrual[14..16], ["960.00", "1000.00"]);
    assert_eq!(accrual[26..28], ["1440.00", "1440.00"]);
    assert_eq!(column(&found, "avoided.care", "cashable")[3..5], ["40.00", "80.00"]);
}

#[test]
fn an_outcome_payment_with_cap_and_delay() {
    // 60% of 1,000 can be cashed, 40% of that is paid: 240 a month. 2,000 a year is the most: eight
    // months, then 80, then nothing until the next case year. Paid two months later.
    let found = case(
        2,
        "[party.city]\n\
         [avoided.care]\nparty = \"city\"\namount = 1_000\nper = \"month\"\ncashable = \"60%\"\n\
         [funding.share]\nkind = \"outcome\"\nof = \"care\"\nshare = \"40%\"\ncap = 2_000\n\
         delay = \"2 months\"\nstatus = \"committed\"\n",
    );
    let accrual = column(&found, "funding.share", "accrual");
    assert_eq!(accrual[7..13], ["240.00", "80.00", "0.00", "0.00", "0.00", "240.00"]);
    let cash = column(&found, "funding.share", "cash");
    assert_eq!(cash[1..3], ["0.00", "240.00"]);
    assert_eq!(cash[9..12], ["240.00", "80.00", "0.00"]);
    // The city pays it: that is all its income of the last year.
    assert_eq!(test(&found, "dependence", "certain")["figure"], "1.0000");
}

#[test]
fn an_annuity_with_grace_as_in_published_tables() {
    // 100,000 at 6% over 30 years is 599.55 a month in any printed table; its first months are
    // 500.00 + 99.55, 499.50 + 100.05. Before it a year of interest only: 500.00.
    let found = case(
        2,
        "[funding.bank]\nkind = \"loan\"\namount = 100_000\ninterest = \"6%\"\n\
         term = \"31 years\"\ngrace = \"12 months\"\nstatus = \"committed\"\n",
    );
    let interest = column(&found, "funding.bank", "interest");
    let principal = column(&found, "funding.bank", "principal");
    assert_eq!(interest[..14], [["500.00"; 13].as_slice(), &["499.50"]].concat());
    assert_eq!(principal[11..14], ["0.00", "99.55", "100.05"]);
    let balance = column(&found, "funding.bank", "balance");
    assert_eq!([balance[0], balance[13]], ["100000.00", "99800.40"]);
    // To its last instalment the run-off pays 599.55 a month out of a result of nothing.
    assert_eq!(test(&found, "repayment", "all")["result"], "fail");
}

#[test]
fn linear_bullet_and_quarterly_loans() {
    // 1,000 / 3: 333.33, 333.34, 333.33. 4,000 at 4% in four quarters: interest 40, 30, 20, 10 in
    // March, June, September, December. A bullet of 500 at 12%: 5.00 a month, all back in June.
    let found = case(
        1,
        "[funding.linear]\nkind = \"loan\"\namount = 1_000\nrepayment = \"linear\"\n\
         term = \"3 months\"\n\
         [funding.quarters]\nkind = \"loan\"\namount = 4_000\nrepayment = \"linear\"\n\
         interest = \"4%\"\nterm = \"1 year\"\ninstalments = \"quarterly\"\n\
         [funding.bullet]\nkind = \"loan\"\namount = 500\nrepayment = \"bullet\"\n\
         interest = \"12%\"\nterm = \"6 months\"\n",
    );
    let principal = column(&found, "funding.linear", "principal");
    assert_eq!(principal[..4], ["333.33", "333.34", "333.33", "0.00"]);
    let interest = column(&found, "funding.quarters", "interest");
    assert_eq!(interest[1..6], ["0.00", "40.00", "0.00", "0.00", "30.00"]);
    assert_eq!(column(&found, "funding.quarters", "balance")[10..], ["1000.00", "0.00"]);
    assert_eq!(column(&found, "funding.bullet", "principal")[4..7], ["0.00", "500.00", "0.00"]);
    assert_eq!(column(&found, "funding.bullet", "interest")[5..7], ["5.00", "0.00"]);
}

#[test]
fn a_loan_from_before_the_start_is_only_repaid() {
    // 1,200 in twelve, drawn in October 2026: 900 are owed at the start, and paid until September.
    // The bank's column: 900 at time zero, 900 repaid.
    let found = case(
        1,
        "[party.bank]\n[funding.old]\nkind = \"loan\"\nparty = \"bank\"\namount = 1_200\n\
         on = \"2026-10\"\nterm = \"12 months\"\nstatus = \"committed\"\n",
    );
    let principal = column(&found, "funding.old", "principal");
    assert_eq!(principal[8..10], ["100.00", "0.00"]);
    assert_eq!(column(&found, "funding.old", "draw")[0], "0.00");
    assert_eq!(found.check["parties"][0]["pays"], "900.00");
    assert_eq!(found.check["parties"][0]["repaid"], "900.00");
    assert_eq!(found.check["parties"][0]["ratio"], "1.0000");
    // Nothing comes in: cash ends at -900, and is below zero from the first instalment on.
    let liquidity = test(&found, "liquidity", "certain");
    assert_eq!(liquidity["figure"], "-900.00");
    assert_eq!(liquidity["month"], "2027-09");
    assert_eq!(liquidity["below_from"], "2027-01");
    // Debt service 900, nothing to pay it from.
    assert_eq!(test(&found, "dscr", "certain")["figure"], "0.0000");
}

#[test]
fn a_run_off_to_the_last_instalment() {
    // 100 a month comes in, 2,400 is owed from January 2027 on until the end of 2028. After the
    // year cash is 3,600; the last year's 1,200 goes on: 4,700 in November 2028; December + 100 -
    // 2,400 = 2,400, the lowest.
    let found = case(
        1,
        "[funding.fees]\nkind = \"sales\"\namount = 100\nper = \"month\"\n\
         [funding.loan]\nkind = \"loan\"\namount = 2_400\nrepayment = \"bullet\"\n\
         term = \"2 years\"\nstatus = \"committed\"\n[criteria]\nmin_cash = 50.5\n",
    );
    let repayment = test(&found, "repayment", "certain");
    assert_eq!(repayment["figure"], "2349.50");
    assert_eq!(repayment["month"], "2028-12");
    assert_eq!(repayment["threshold"], "0.00");
    assert_eq!(found.check["verdict"], "closes");
    assert_eq!(found.code, 0);
}

#[test]
fn each_discounting() {
    // Two years of 1,000, and 500 spent at once in month 0, at 25%. Start: 1,000 + 800 - 500. End:
    // 800 + 640 - 500. Mid: 1,800 / sqrt(1.25) = 1,609.9689... - 500.
    for (discounting, npv) in [("start", "1300.00"), ("mid", "1109.97"), ("end", "940.00")] {
        let found = expected(&format!(
            "[case]\nname = \"PV\"\nstart = \"2027-01\"\nyears = 2\ndiscount_rate = \"25%\"\n\
             discounting = \"{discounting}\"\n\
             [funding.fees]\nkind = \"sales\"\namount = 1_000\nper = \"year\"\npaid = \"yearly\"\n\
             [cost.desk]\namount = 500\nper = \"once\"\n"
        ));
        assert_eq!(found.check["measures"]["npv"], npv, "{discounting}");
    }
}

#[test]
fn a_root_is_rounded_exactly() {
    // sqrt(1 / 0.64) = 1.25: twice that is 2.5, which goes away from zero.
    assert_eq!(nearest_with_root(&whole(0), &whole(2), &fraction(100, 64)), 3);
    assert_eq!(nearest_with_root(&whole(0), &whole(-2), &fraction(100, 64)), -3);
    assert_eq!(nearest_with_root(&whole(-3), &whole(2), &fraction(100, 64)), -1);
    // sqrt(2) = 1.41421356...: 2 - sqrt(2) = 0.586, 10^15 x sqrt(2) = 1414213562373095.0488...
    assert_eq!(nearest_with_root(&whole(2), &whole(-1), &whole(2)), 1);
    let large = 10_i128.pow(15);
    assert_eq!(nearest_with_root(&whole(0), &whole(large), &whole(2)), 1_414_213_562_373_095);
    assert_eq!(
        nearest_with_root(&fraction(9, 20), &whole(large), &whole(2)),
        1_414_213_562_373_095
    );
    assert_eq!(
        nearest_with_root(&fraction(46, 100), &whole(large), &whole(2)),
        1_414_213_562_373_096
    );
}

#[test]
fn who_pays_and_who_benefits() {
    // At 0%: the city saves 1,200, of which 900 cashable, and pays 600: (900 + 0) / 600. The
    // residents gain 120 and bear 36. Costs 480, in kind 60: 1,320 / (480 + 60 + 36) = 2.2917, and
    // 1,320 - 576 = 744.
    let found = expected(
        "[case]\nname = \"Parties\"\nstart = \"2027-01\"\nyears = 1\ndiscount_rate = \"0%\"\n\
         [party.city]\npublic = true\n[party.residents]\nname = \"De buurt\"\n\
         [cost.staff]\namount = 40\nper = \"month\"\n\
         [avoided.care]\nparty = \"city\"\namount = 100\nper = \"month\"\ncashable = \"75%\"\n\
         [value.joy]\nparty = \"residents\"\namount = 10\nper = \"month\"\n\
         [burden.noise]\nparty = \"residents\"\namount = 3\nper = \"month\"\n\
         [funding.deal]\nkind = \"contribution\"\nparty = \"city\"\namount = 50\nper = \"month\"\n\
         [funding.hands]\nkind = \"in_kind\"\nquantity = 1\nprice = 5\nper = \"month\"\n",
    );
    let city = &found.check["parties"][0];
    assert_eq!(city["pays"], "600.00");
    assert_eq!(city["net"], "600.00");
    assert_eq!(city["ratio"], "1.5000");
    let residents = &found.check["parties"][1];
    assert_eq!(residents["net"], "84.00");
    assert_eq!(residents["ratio"], Value::Null);
    let measures = &found.check["measures"];
    assert_eq!(measures["social_balance"], "744.00");
    assert_eq!(measures["social_return"], "2.2917");
    assert_eq!(measures["public_return"], "1.5000");
    assert_eq!(measures["public_payback"], 1);
    assert_eq!(measures["npv"], "120.00");
    assert_eq!(found.check["verdict"], "conditional");
    assert_eq!(texts(&found.check["conditions"]), ["funding.deal"]);
    assert_eq!(texts(&found.check["indispensable"]), ["funding.deal"]);
    assert_eq!(found.code, 3);
}

/// A roof of so much, and gifts that are asked for it.
fn gifts(roof: u32, amounts: &[u32]) -> Expected {
    let mut tables = vec![format!("[cost.roof]\namount = {roof}\nper = \"once\"")];
    for (number, amount) in amounts.iter().enumerate() {
        tables.push(format!(
            "[funding.g{number}]\nkind = \"donation\"\namount = {amount}\nper = \"once\""
        ));
    }
    case(1, &tables.join("\n"))
}

#[test]
fn conditions_are_the_smallest_set_and_the_first() {
    // 300 by two gifts: 100 + 200 comes first in the file, before 200 + 150.
    let found = gifts(300, &[100, 200, 150, 50]);
    assert_eq!(texts(&found.check["conditions"]), ["funding.g0", "funding.g1"]);
    // Of 500 in all 200 can be missed: no gift is indispensable.
    assert!(texts(&found.check["indispensable"]).is_empty());
    // For 310 the second and third are the smallest set; without the second 300 are left.
    let found = gifts(310, &[100, 200, 150, 50]);
    assert_eq!(texts(&found.check["conditions"]), ["funding.g1", "funding.g2"]);
    assert_eq!(texts(&found.check["indispensable"]), ["funding.g1"]);
}

#[test]
fn the_search_for_conditions_ends_after_4096_sets() {
    // Thirteen gifts have 13 + 78 + 286 + 715 + 1287 + 1716 = 4,095 sets of up to six. 700 and five
    // of 100 are the first that do, one of the 1,716 of six; dropping from the end would have left
    // the twelve of 100.
    let mut amounts = vec![100; 12];
    amounts.push(700);
    let found = gifts(1_200, &amounts);
    let paths = ["g0", "g1", "g2", "g3", "g4", "g12"].map(|id| format!("funding.{id}"));
    assert_eq!(texts(&found.check["conditions"]), paths);
    // Thirteen equal ones, seven needed: the 4,096th set tried is the first of seven.
    let found = gifts(700, &[100; 13]);
    assert_eq!(texts(&found.check["conditions"]).len(), 7);
    // Fourteen, the last of 500, for 1,100: 500 + 6 x 100 would do, but has more than 4,096 sets
    // before it. From all, 1,800, the last is dropped first, then 100 and 100: eleven are left.
    let mut amounts = vec![100; 13];
    amounts.push(500);
    let found = gifts(1_100, &amounts);
    let paths: Vec<String> = (0..11).map(|number| format!("funding.g{number}")).collect();
    assert_eq!(texts(&found.check["conditions"]), paths);
}

#[test]
fn what_is_off_or_pro_memorie_counts_for_nothing() {
    let found = case(
        1,
        "[cost.gone]\namount = 10\nper = \"year\"\noff = true\n\
         [cost.follower]\nof = \"cost.gone\"\nshare = \"50%\"\n\
         [cost.later]\namount = \"pm\"\nper = \"year\"\n",
    );
    let entries = found.show["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert!(column(&found, "cost.follower", "accrual").iter().all(|cents| *cents == "0.00"));
    assert_eq!(texts(&found.check["not_counted"]), ["cost.later"]);
}
