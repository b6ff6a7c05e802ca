//! What section 11 of the design lists for `check --format json` and `show --format json --by
//! month`.

use serde_json::{Map, Value, json};

use super::books::{Books, FundingBook, LoanMonths};
use super::calendar::{CalendarMonth, label};
use super::case::{Case, Group};
use super::cash::{self, CashBook};
use super::exact::{Cents, money, ratio};
use super::parties::{self, Granted};
use super::reserves;
use super::verdict::{self, Finding, TESTS};

/// The object that `check` gives of a file, but for its warnings: those are words.
pub fn check(case: &Case, books: &Books) -> Value {
    let (certain, all) = (verdict::certain(case), verdict::all(case));
    let found = verdict::decide(case, books);
    let presents = parties::all(case, books, &all);
    let social = parties::social_sums(case, books, &presents);
    let payback = parties::public_payback(case, books, &all);
    json!({
        "format": 1,
        "case": {
            "file": "-",
            "name": case.name,
            "scenario": null,
            "start": case.start.text(),
            "years": case.years,
            "currency": case.currency,
        },
        "story": case.story,
        "verdict": found.word,
        "conditions": found.conditions,
        "indispensable": found.indispensable,
        "tests": TESTS.iter().map(|test| json!({
            "id": test,
            "required": verdict::is_required(case, test),
            "certain": finding(case, &verdict::judge(case, books, &certain, test)),
            "all": finding(case, &verdict::judge(case, books, &all, test)),
        })).collect::<Vec<_>>(),
        "years": years(case, books, &certain, &all),
        "parties": case.parties.iter().zip(&presents).map(|(party, present)| json!({
            "id": party.id,
            "name": party.name,
            "public": party.public,
            "pays": money(present.pays),
            "repaid": money(present.repaid),
            "saves": money(present.saves),
            "cashable": money(present.cashable),
            "transfer": money(present.transfer),
            "gains": money(present.gains),
            "bears": money(present.bears),
            "net": money(present.net()),
            "ratio": present.ratio().as_ref().map(ratio),
        })).collect::<Vec<_>>(),
        "measures": {
            "npv": money(parties::npv(case, books, &all)),
            "social_balance": money(social.balance()),
            "public_return": parties::public_return(case, &presents).as_ref().map(ratio),
            "social_return": parties::social_return(&social).as_ref().map(ratio),
            "public_payback": payback,
            "public_payback_year": payback.map(|k| {
                let years = i64::try_from(k).expect("few years") - 1;
                label(case.start.after(12 * years))
            }),
        },
        "not_counted": case.not_counted,
        "assumptions": case.assumptions,
        "expect": case.expected_verdict.as_ref().map(|expected| json!({
            "verdict": expected,
            "met": expected == found.word,
        })),
    })
}

fn finding(case: &Case, finding: &Finding) -> Value {
    let result = match finding.passes {
        Some(true) => "pass",
        Some(false) => "fail",
        None => "not_applicable",
    };
    let mut told = json!({
        "result": result,
        "figure": finding.figure,
        "threshold": finding.threshold,
        "month": finding.month.map(CalendarMonth::text),
        "below_from": finding.below_from.map(CalendarMonth::text),
        "party": finding.party,
        "year": finding.year.map(|year| label(case.start.after(12 * year))),
    });
    if finding.rounding {
        told["rounding"] = json!(true);
    }
    told
}

fn years(case: &Case, books: &Books, certain: &Granted, all: &Granted) -> Vec<Value> {
    let certain = cash::run(case, books, certain);
    let all = cash::run(case, books, all);
    (0..case.years)
        .map(|year| {
            json!({
                "year": year + 1,
                "label": label(case.start.after(12 * year)),
                "certain": year_of_cash(case, &certain, year),
                "all": year_of_cash(case, &all, year),
            })
        })
        .collect()
}

fn year_of_cash(case: &Case, cash: &CashBook, year: i64) -> Value {
    let first = usize::try_from(12 * year).expect("a month");
    let [closing, free] = [&cash.closing, &cash.free].map(|months| &months[first..first + 12]);
    let opening = if first == 0 { case.opening_cash } else { cash.closing[first - 1] };
    json!({
        "opening": money(opening),
        "receipts": money(cash.receipts[first..first + 12].iter().sum()),
        "payments": money(cash.payments[first..first + 12].iter().sum()),
        "closing": money(closing[11]),
        "reserved": money(cash.reserved[first + 11]),
        "lowest": money(*free.iter().min().expect("a year has months")),
    })
}

fn column(postings: &[Cents]) -> Vec<String> {
    postings.iter().map(|cents| money(*cents)).collect()
}

/// The object that `show --by month` gives.
pub fn show(case: &Case, books: &Books) -> Value {
    let nothing = || vec!["0.00".to_owned(); usize::try_from(case.months()).expect("months")];
    let mut entries = Vec::new();
    for (cost, book) in case.costs.iter().zip(&books.costs) {
        let mut entry = Map::new();
        entry.insert("id".into(), json!(cost.path));
        entry.insert("accrual".into(), json!(column(&book.accrual)));
        entry.insert("cash".into(), json!(column(&book.cash)));
        if let Some(depreciation) = &book.depreciation {
            entry.insert("depreciation".into(), json!(column(depreciation)));
            let only = |of: fn(&(usize, Cents, Cents)) -> Cents| {
                let mut months = vec![0; depreciation.len()];
                if let Some(sale) = &book.sale {
                    months[sale.0] = of(sale);
                }
                json!(column(&months))
            };
            entry.insert("sale".into(), only(|sale| sale.1));
            entry.insert("gain".into(), only(|sale| sale.2));
        }
        entries.push(Value::Object(entry));
    }
    let mut loans = Vec::new();
    for (funding, book) in case.funding.iter().zip(&*books.funding) {
        match book {
            FundingBook::Income { accrual, cash, .. }
            | FundingBook::Equity { accrual, cash, .. } => entries.push(json!({
                "id": funding.path, "accrual": column(accrual), "cash": column(cash),
            })),
            FundingBook::InKind { accrual, .. } => entries.push(json!({
                "id": funding.path, "accrual": column(accrual), "cash": nothing(),
            })),
            FundingBook::Loan(table) => {
                let months = LoanMonths::of(table, case);
                loans.push(json!({
                    "id": funding.path,
                    "draw": column(&months.draw),
                    "interest": column(&months.interest),
                    "added": column(&months.added),
                    "principal": column(&months.principal),
                    "balance": column(&months.balance),
                }));
            }
        }
    }
    for (effect, book) in case.effects.iter().zip(&books.effects) {
        let cashable = match effect.group {
            Group::Avoided => column(&book.cashable),
            Group::Value | Group::Burden => nothing(),
        };
        let mut entry = json!({
            "id": effect.path, "accrual": column(&book.accrual), "cashable": cashable,
        });
        if effect.group == Group::Avoided {
            entry["transfer"] = json!(column(&book.transfer));
        }
        entries.push(entry);
    }
    let months = (0..case.months()).map(|month| case.start.after(month).text());
    json!({
        "months": months.collect::<Vec<_>>(),
        "entries": entries,
        "loans": loans,
        "openings": case.openings.iter().map(|opening| json!({
            "id": opening.path,
            "kind": if opening.receivable { "receivable" } else { "payable" },
            "cash": (0..case.months())
                .map(|month| money(if month == opening.on { opening.amount } else { 0 }))
                .collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "reserves": reserves::keep(case, books).iter().map(|reserve| json!({
            "id": reserve.path,
            "set_apart": column(&reserve.set_apart),
            "released": column(&reserve.released),
            "reserved": column(&reserve.reserved),
        })).collect::<Vec<_>>(),
        "cash": {
            "certain": column(&cash::run(case, books, &verdict::certain(case)).closing),
            "all": column(&cash::run(case, books, &verdict::all(case)).closing),
        },
    })
}
