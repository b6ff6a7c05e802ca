//! The built-in shocks, worked out by hand.

use crate::support::files::toml_files;
use bizcase::case::stress::ColdTurkey;
use bizcase::case::{PartyIndex, VerdictKind};
use bizcase::document::{self, Document, Source};
use bizcase::money::Cents;
use bizcase::postings::FundingPosting;
use bizcase::statements::{Cash, Counted, Granted};
use bizcase::whatif::Trial;
use bizcase::whatif::stress::{Hit, Payer, Shock, Stressed, What, Why, document_after, stress};
use std::fs;
use std::path::PathBuf;

fn document(text: &str) -> Document {
    document::read(Source { name: "case.toml".to_owned(), text: text.to_owned() }).expect("TOML")
}

fn trial_of(document: Document) -> Trial {
    Trial::of(document).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Two years from January 2027: shocks come in January 2028 unless they say so.
fn two_years(entries: &str) -> Trial {
    trial_of(document(&format!(
        "format = 1\n[case]\nname = 'K'\nstart = '2027-01'\nyears = 2\n[party.town]\npublic = true\n\
         [party.fund]\n{entries}"
    )))
}

fn after(shock: Shock, trial: &Trial) -> Trial {
    let document = document_after(shock, trial).expect("not off");
    trial_of(document.unwrap_or_else(|why| panic!("{why:?}")))
}

fn why(shock: Shock, trial: &Trial) -> Option<Why> {
    document_after(shock, trial).expect("not off").err()
}

/// What a funding entry posts, in euros and cents, from a month on.
fn posted(trial: &Trial, place: usize, months: std::ops::Range<usize>) -> Vec<i64> {
    let FundingPosting::Income(flow) = &*trial.journal.all().funding[place] else {
        panic!("no income")
    };
    flow.accrual[months].iter().map(|cents| cents.0).collect()
}

fn closing(trial: &Trial) -> Vec<Cents> {
    let granted = Granted::all(&trial.case);
    let opening = Cents(0);
    Cash::of(&trial.case, opening, trial.journal.all(), &granted).expect("cash").closing
}

fn all(trial: &Trial) -> Stressed {
    stress(trial, Counted::Certain).unwrap_or_else(|failed| panic!("{failed:?}"))
}

fn hit(stressed: &Stressed, shock: Shock) -> &Hit {
    let found = stressed.shocks.iter().find(|shocked| shocked.shock == shock).expect("not off");
    found.outcome.as_ref().unwrap_or_else(|why| panic!("{why:?}"))
}

/// A year of 100 meals x 10 = 1,000 a month, ingredients 100 x 4 = 400, rent 300: 300 a month is
/// 3,600. Then 80 meals x 10 = 800, ingredients 80 x 4.40 = 352, rent 330: 118 a month is 1,416.
/// The loan drawn in the crisis costs 12 + 2 = 14% instead: 600 x 14% = 84.00 in its year, of which
/// the principal goes back. The other was drawn before and keeps its terms: 1,200 x 12% x 2 years =
/// 288, and 1,200 comes and goes.
#[test]
fn a_crisis_sells_less_and_pays_more() {
    let trial = two_years(
        "[cost.ingredients]\nof = 'funding.meals'\nprice = 4\n\
         [cost.rent]\namount = 300\nper = 'month'\n\
         [cost.admin]\nof = 'cost.rent'\nshare = '0%'\n\
         [funding.meals]\nkind = 'sales'\nquantity = 100\nprice = 10\nper = 'month'\n\
         [funding.early]\nkind = 'loan'\namount = 1200\non = '2027-01'\ninterest = '12%'\n\
         term = '2 years'\nrepayment = 'bullet'\nstatus = 'committed'\n\
         [funding.late]\nkind = 'loan'\namount = 600\non = '2028-01'\ninterest = '12%'\n\
         term = '1 year'\nrepayment = 'bullet'\nstatus = 'committed'",
    );
    let before = closing(&trial);
    let shocked = closing(&after(Shock::Crisis, &trial));
    assert_eq!(shocked[..12], before[..12]);
    assert_eq!(before[23], Cents(720_000 - 28_800 - 7_200));
    assert_eq!(shocked[23], Cents(360_000 + 141_600 - 28_800 - 8_400));
}

/// Sales that follow a cost: a share of 50% of 100 x 1.10 is 55; 20% less volume makes it 40% of
/// that, 44. Sales that follow sales go along: 25% of 80 is 20.
#[test]
fn a_crisis_reaches_sales_that_follow_something() {
    let trial = two_years(
        "[cost.rent]\namount = 100\nper = 'month'\n\
         [funding.sublet]\nkind = 'sales'\nof = 'cost.rent'\nshare = '50%'\n\
         [funding.bar]\nkind = 'sales'\namount = 100\nper = 'month'\n\
         [funding.tips]\nkind = 'sales'\nof = 'funding.bar'\nshare = '25%'",
    );
    let shocked = after(Shock::Crisis, &trial);
    assert_eq!(posted(&shocked, 0, 11..13), [5_000, 4_400]);
    assert_eq!(posted(&shocked, 1, 11..13), [10_000, 8_000]);
    assert_eq!(posted(&shocked, 2, 11..13), [2_500, 2_000]);
}

const TEMPORARY: &str = "[cost.cook]\namount = 80\nper = 'month'\n\
     [funding.grant]\nkind = 'grant'\nparty = 'town'\namount = 100\nper = 'month'\n\
     status = 'committed'\n\
     [funding.earmarked]\nkind = 'subsidy'\nparty = 'fund'\namount = 100\nper = 'month'\n\
     covers = ['cost.cook']\nstatus = 'committed'\n\
     [funding.matched]\nkind = 'donation'\nof = 'funding.grant'\nshare = '50%'\n\
     status = 'committed'\n\
     [funding.fee]\nkind = 'contract'\nof = 'funding.grant'\nshare = '30%'\nstatus = 'committed'\n\
     [funding.meals]\nkind = 'sales'\namount = 10\nper = 'month'\n\
     [funding.own]\nkind = 'equity'\namount = 500\non = '2028-06'\nstatus = 'committed'\n";

#[test]
fn cold_turkey_stops_what_is_temporary_and_no_capital() {
    let trial = two_years(TEMPORARY);
    let shocked = after(Shock::ColdTurkey, &trial);
    assert_eq!(posted(&shocked, 0, 10..14), [10_000, 10_000, 0, 0]);
    assert_eq!(posted(&shocked, 1, 10..14), [8_000, 8_000, 0, 0]);
    assert_eq!(posted(&shocked, 2, 10..14), [5_000, 5_000, 0, 0]);
    // A structural income that follows the grant has nothing left to follow.
    assert_eq!(posted(&shocked, 3, 10..14), [3_000, 3_000, 0, 0]);
    assert_eq!(posted(&shocked, 4, 10..14), [1_000; 4]);
    let (before, shocked) = (closing(&trial), closing(&shocked));
    // From January 2028 each month 100 + 80 + 50 + 30 less; the equity of June 2028 still comes.
    assert_eq!(shocked[11], before[11]);
    assert_eq!(shocked[23], Cents(before[23].0 - 12 * 26_000));
}

/// n = 2: in January 2028 two thirds, in February one third, then nothing. 100.00: the running
/// total goes on from 1,200.00 to 1,266.67 and 1,300.00, so 66.67 and 33.33. The earmark leaves
/// 80.00: 53.33 and 26.67. The donation is half of the grant, and so much of what *it* was, once:
/// 33.33 and 16.67. The fee, which is structural, is 30% of what the grant is then: 20.00, 10.00.
#[test]
fn a_transition_steps_down_to_the_cent() {
    let trial = two_years(&format!("{TEMPORARY}[stress.transition]\nmonths = 2\n"));
    let shocked = after(Shock::Transition, &trial);
    assert_eq!(posted(&shocked, 0, 11..15), [10_000, 6_667, 3_333, 0]);
    assert_eq!(posted(&shocked, 1, 11..15), [8_000, 5_333, 2_667, 0]);
    assert_eq!(posted(&shocked, 2, 11..15), [5_000, 3_333, 1_667, 0]);
    assert_eq!(posted(&shocked, 3, 11..15), [3_000, 2_000, 1_000, 0]);
    assert_eq!(posted(&shocked, 4, 11..15), [1_000; 4]);
}

#[test]
fn a_transition_of_no_months_is_cold_turkey() {
    let trial = two_years(&format!("{TEMPORARY}[stress.transition]\nmonths = 0\n"));
    let shocked = |shock| closing(&after(shock, &trial));
    assert_eq!(shocked(Shock::Transition), shocked(Shock::ColdTurkey));
}

/// An outcome payment up to a cap of 600 a case year, reached in June: 100 x 6. With n = 3 from
/// April: 3/4, 2/4, 1/4 of 100.
#[test]
fn a_fade_may_be_written_in_a_case_and_comes_after_a_cap() {
    let trial = two_years(
        "[avoided.care]\nparty = 'town'\namount = 200\nper = 'month'\n\
         [funding.share]\nkind = 'outcome'\nof = 'care'\nshare = '50%'\ncap = 600\n\
         fade = { from = '2027-04', months = 3 }",
    );
    assert_eq!(posted(&trial, 0, 0..7), [10_000, 10_000, 10_000, 7_500, 5_000, 2_500, 0]);
    assert_eq!(posted(&trial, 0, 12..14), [0, 0]);
}

#[test]
fn what_a_transition_costs_is_what_each_pays_more() {
    let trial = two_years(&format!("{TEMPORARY}[stress.transition]\nmonths = 2\n"));
    let stressed = all(&trial);
    let choice = stressed.choice.as_ref().expect("both apply");
    // The town 66.67 + 33.33, the fund 53.33 + 26.67, no party: 50.00 of the donation and 30.00 of
    // the contract. All of it comes in the second case year: / 1.0_225 = 97.80, 78.24 and 78.24.
    let payer = |party, paid, present| Payer { party, paid: Cents(paid), present: Cents(present) };
    assert_eq!(
        choice.payers,
        [
            payer(Some(bizcase::case::PartyIndex(0)), 10_000, 9_780),
            payer(Some(bizcase::case::PartyIndex(1)), 8_000, 7_824),
            payer(None, 8_000, 7_824),
        ]
    );
    assert_eq!((choice.paid, choice.present), (Cents(26_000), Cents(25_428)));
    // Cash goes down 70 a month from January 2028 on under cold turkey, up to the equity of June;
    // 5 months from 12 x (270 - 80) = 2,280. The transition adds 260 before that.
    let lowest = |shock| hit(&stressed, shock).standing.lowest;
    assert_eq!(choice.lowest.0, lowest(Shock::Transition).0 - lowest(Shock::ColdTurkey).0);
}

#[test]
fn an_election_ends_temporary_money_of_public_parties_with_its_december() {
    let trial = two_years(&format!(
        "{TEMPORARY}[funding.later]\nkind = 'equity'\nparty = 'town'\namount = 5\non = '2028-02'\n\
         [stress.election]\nyears = [2026, 2027, 2030]\n"
    ));
    // 2027 begins with the start, not after it, and 2030 lies past the horizon.
    let december = "2031-01".parse().expect("a month");
    assert_eq!(why(Shock::Election, &trial), Some(Why::PastEnd(december)));
    let text = "[stress.election]\nyears = [2026, 2028]\nparties = ['fund']\n";
    let trial = trial_of(document(&format!(
        "format = 1\n[case]\nname = 'K'\nstart = '2027-07'\nyears = 3\n[party.town]\npublic = true\n\
         [party.fund]\n{TEMPORARY}{text}"
    )));
    let shocked = after(Shock::Election, &trial);
    // July 2027 is month 0, so December 2028 is month 17: the last one of the fund's subsidy.
    assert_eq!(posted(&shocked, 1, 16..19), [8_000, 8_000, 0]);
    assert_eq!(posted(&shocked, 0, 16..19), [10_000; 3]);
    let what = hit(&all(&trial), Shock::Election).what.clone();
    let until = "2028-12".parse().expect("a month");
    let parties = vec![bizcase::case::PartyIndex(1)];
    assert_eq!(what, What::Election { parties, until });
}

#[test]
fn the_parent_is_who_brings_most_and_its_loan_is_owed_as_before() {
    let trial = two_years(
        "[funding.rent]\nkind = 'contract'\nparty = 'fund'\namount = 60\nper = 'month'\n\
         status = 'committed'\n\
         [funding.big]\nkind = 'contract'\nparty = 'town'\namount = 100\nper = 'month'\n\
         status = 'committed'\n\
         [funding.loan]\nkind = 'loan'\nparty = 'town'\namount = 240\nterm = '2 years'\n\
         repayment = 'linear'\nstatus = 'committed'\n\
         [funding.second]\nkind = 'loan'\nparty = 'town'\namount = 100\non = '2028-06'\n\
         term = '1 year'\nstatus = 'committed'\n\
         [funding.hours]\nkind = 'in_kind'\nparty = 'town'\namount = 40\nper = 'month'",
    );
    let shocked = after(Shock::ParentLeaves, &trial);
    assert_eq!(posted(&shocked, 1, 11..13), [10_000, 0]);
    assert_eq!(posted(&shocked, 0, 11..13), [6_000, 6_000]);
    let FundingPosting::Loan(loan) = &*shocked.journal.all().funding[2] else { panic!("a loan") };
    assert_eq!(loan.instalments.len(), 24);
    // The loan that was still to be drawn does not come.
    let ids: Vec<_> = shocked.case.funding.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["rent", "big", "loan", "hours"]);
    let FundingPosting::InKind(hours) = &*shocked.journal.all().funding[3] else {
        panic!("in kind")
    };
    assert_eq!(hours.accrual[11..13], [Cents(4_000), Cents(0)]);
}

/// Six months later: what began in January 2027 begins in July, with its first year from then on.
#[test]
fn what_is_late_starts_later_and_ends_as_before() {
    let trial = two_years(
        "[cost.rent]\namount = 100\nper = 'month'\n\
         [avoided.care]\nparty = 'town'\namount = 200\nper = 'month'\n\
         [funding.meals]\nkind = 'sales'\namount = 10\nper = 'month'\nramp = ['50%']\n\
         until = '2028-06'\n\
         [funding.short]\nkind = 'sales'\namount = 10\nper = 'month'\nuntil = '2027-05'\n\
         [funding.fair]\nkind = 'sales'\namount = 90\non = '2027-02'\n\
         [funding.care]\nkind = 'outcome'\nof = 'care'\nshare = '50%'\nstatus = 'committed'\n\
         [funding.sublet]\nkind = 'sales'\nof = 'cost.rent'\nshare = '50%'\n\
         [funding.tips]\nkind = 'sales'\nof = 'funding.meals'\nshare = '20%'\n\
         [funding.grant]\nkind = 'grant'\namount = 7\nper = 'month'\nstatus = 'committed'",
    );
    let shocked = after(Shock::Late, &trial);
    let ids: Vec<_> = shocked.case.funding.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["meals", "fair", "care", "sublet", "tips", "grant"]);
    let steps = |place| posted(&shocked, place, 0..24);
    let meals: Vec<i64> = (0..24).map(|m| if (6..18).contains(&m) { 500 } else { 0 }).collect();
    assert_eq!(steps(0), meals);
    assert_eq!(steps(1).iter().position(|posted| *posted > 0), Some(7));
    assert_eq!(posted(&shocked, 2, 5..7), [0, 10_000]);
    assert_eq!(posted(&shocked, 3, 5..7), [0, 5_000]);
    assert_eq!(posted(&shocked, 4, 5..7), [0, 100]);
    assert_eq!(steps(5), [700; 24]);
}

#[test]
fn a_handover_is_the_first_scenario_that_holds_from_a_month_on() {
    let text = "format = 1\n[case]\nname = 'K'\nstart = '2027-01'\nyears = 2\n\
         [cost.cook]\namount = 80\nper = 'month'\n\
         [funding.meals]\nkind = 'sales'\namount = 100\nper = 'month'\n\
         [scenario.dear]\n[scenario.dear.cost.cook]\namount = 90\n\
         [scenario.residents]\nname = 'Residents'\nfrom = '2027-07'\n\
         [scenario.residents.cost.cook]\noff = true\n\
         [scenario.other]\nfrom = '2027-10'\n[scenario.other.funding.meals]\namount = 1\n";
    let trial = trial_of(document(text));
    let what = hit(&all(&trial), Shock::Handover).what.clone();
    let from = "2027-07".parse().expect("a month");
    assert_eq!(what, What::Handover { scenario: "Residents".into(), from });
    // 6 x (100 - 80) + 18 x 100.
    assert_eq!(closing(&after(Shock::Handover, &trial))[23], Cents(192_000));
    let trial = trial_of(document(&format!("{text}[stress.handover]\nscenario = 'other'\n")));
    // 9 x 20 + 15 x (1 - 80).
    assert_eq!(closing(&after(Shock::Handover, &trial))[23], Cents(18_000 - 118_500));
}

#[test]
fn a_shock_that_does_not_apply_says_why() {
    let bare = two_years("[cost.rent]\namount = 1\nper = 'month'\n[stress.crisis]\nat = '2030-01'");
    let past_end = "2030-01".parse().expect("a month");
    assert_eq!(why(Shock::Crisis, &bare), Some(Why::PastEnd(past_end)));
    assert_eq!(why(Shock::Election, &bare), Some(Why::NoTemporaryOfParties(vec![PartyIndex(0)])));
    assert_eq!(why(Shock::ColdTurkey, &bare), Some(Why::NoTemporary));
    assert_eq!(why(Shock::Transition, &bare), Some(Why::NoTemporary));
    assert_eq!(why(Shock::ParentLeaves, &bare), Some(Why::NobodyBrings("2028".to_owned())));
    assert_eq!(why(Shock::Late, &bare), Some(Why::NothingToDelay));
    assert_eq!(why(Shock::Handover, &bare), Some(Why::NoScenario));
    assert!(all(&bare).choice.is_none());
    let public = "[cost.rent]\namount = 1\nper = 'month'\n[stress.parent_leaves]\nparty = 'fund'";
    let why = why(Shock::ParentLeaves, &two_years(public));
    assert_eq!(why, Some(Why::BringsNothing(PartyIndex(1))));
}

#[test]
fn a_shock_that_is_off_is_left_out() {
    let trial = two_years(&format!("{TEMPORARY}[stress.transition]\noff = true\n"));
    let stressed = all(&trial);
    assert!(stressed.shocks.iter().all(|shocked| shocked.shock != Shock::Transition));
    assert!(stressed.choice.is_none());
    assert_eq!(stressed.shocks.len(), 6);
}

/// Without the grant 100 a month is 20 short from January 2028 on: 240 a year. The structural test
/// looks at all that is temporary, and it takes 1,200 - 960 a year from the start to close.
#[test]
fn it_tells_what_it_takes_to_survive() {
    let trial = two_years(
        "[cost.cook]\namount = 100\nper = 'month'\n\
         [funding.meals]\nkind = 'sales'\namount = 80\nper = 'month'\n\
         [funding.grant]\nkind = 'grant'\namount = 20\nper = 'month'\nstatus = 'committed'",
    );
    let stressed = all(&trial);
    let standing = hit(&stressed, Shock::ColdTurkey).standing;
    assert_eq!(standing.verdict, VerdictKind::DoesNotClose);
    assert_eq!((standing.lowest, standing.runs_out), (Cents(-24000), "2028-01".parse().ok()));
    assert_eq!(standing.contribution, Some(Cents(24_000)));
}

/// The cases that ship, with their stresses.
fn cases() -> Vec<(String, Trial)> {
    let case = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a text");
        (path.display().to_string(), trial_of(document(&text)))
    };
    toml_files("cases").into_iter().map(case).collect()
}

#[test]
fn a_shock_of_nothing_does_not_apply() {
    let mut seen = 0;
    for (name, trial) in cases() {
        let mut trial = trial;
        let stresses = &mut trial.case.stresses;
        if let Some(crisis) = &mut stresses.crisis {
            crisis.sales = rust_decimal::Decimal::ZERO;
            crisis.costs = rust_decimal::Decimal::ZERO;
            crisis.interest = rust_decimal::Decimal::ZERO;
        }
        if let Some(late) = &mut stresses.late {
            late.months = 0;
        }
        let stressed = all(&trial);
        for shock in [Shock::Crisis, Shock::Late] {
            let shocked = stressed.shocks.iter().find(|shocked| shocked.shock == shock);
            match &shocked.expect("not off").outcome {
                Ok(_) => panic!("{name} {}", shock.id()),
                Err(why) => seen += u8::from(matches!(why, Why::ChangesNothing(_))),
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

/// A grant of 2027 has ended by January 2028: there is nothing left to stop then. A month earlier
/// there is its last month.
#[test]
fn a_grant_that_had_ended_is_not_ended_again() {
    let ending = |at: &str| {
        two_years(&format!(
            "[cost.cook]\namount = 100\nper = 'month'\n\
             [funding.meals]\nkind = 'sales'\namount = 80\nper = 'month'\n\
             [funding.grant]\nkind = 'grant'\nparty = 'town'\namount = 20\nper = 'month'\n\
             until = '2027-12'\nstatus = 'committed'\n\
             [stress.cold_turkey]\nat = '{at}'\n[stress.transition]\nat = '{at}'"
        ))
    };
    let ended = all(&ending("2028-01"));
    let cold_turkey = ended.shocks.iter().find(|shocked| shocked.shock == Shock::ColdTurkey);
    let at = "2028-01".parse().expect("a month");
    let why = cold_turkey.expect("not off").outcome.as_ref().err();
    assert_eq!(why, Some(&Why::ChangesNothing(What::ColdTurkey(ColdTurkey { at }))));
    assert!(ended.choice.is_none());
    let running = all(&ending("2027-12"));
    assert_eq!(hit(&running, Shock::ColdTurkey).standing.lowest, Cents(-26_000));
    assert!(running.choice.is_some());
}

/// Whatever a case earns month by month, in a transition it is no less than under cold turkey and no
/// more than without. Its cash need not be: a settlement comes the sooner the sooner money ends.
#[test]
fn a_transition_lies_between_the_case_and_cold_turkey() {
    let mut seen = 0;
    for (name, mut trial) in cases() {
        // Both from the same month on.
        let stresses = &mut trial.case.stresses;
        if let (Some(transition), Some(cold)) = (&mut stresses.transition, &stresses.cold_turkey) {
            transition.at = cold.at;
        }
        let laid = |shock| document_after(shock, &trial)?.ok();
        let Some((cold, slow)) = laid(Shock::ColdTurkey).zip(laid(Shock::Transition)) else {
            continue;
        };
        let (before, cold, slow) =
            (earned(&trial), earned(&trial_of(cold)), earned(&trial_of(slow)));
        for month in 0..before.len() {
            // A step of a rounded running total may be a cent more than that of another.
            let cents = i64::try_from(trial.case.funding.len()).expect("few");
            assert!(cold[month] <= slow[month] + cents, "{name} {month}");
            assert!(slow[month] <= before[month] + cents, "{name} {month}");
        }
        let stressed = all(&trial);
        // Where the money had ended before, neither changes anything.
        if stressed.choice.is_none() {
            assert_eq!(before, cold, "{name}");
            continue;
        }
        let lowest = |shock| hit(&stressed, shock).standing.lowest;
        assert!(lowest(Shock::ColdTurkey) <= lowest(Shock::Transition), "{name}");
        assert!(lowest(Shock::Transition) <= stressed.unshocked.lowest, "{name}");
        seen += 1;
    }
    assert!(seen > 3, "{seen}");
}

/// All income, month by month, in cents.
fn earned(trial: &Trial) -> Vec<i64> {
    let mut earned = vec![0; trial.case.horizon.months()];
    for posting in &trial.journal.all().funding {
        if let FundingPosting::Income(flow) = &**posting {
            earned.iter_mut().zip(&flow.accrual).for_each(|(sum, cents)| *sum += cents.0);
        }
    }
    earned
}
