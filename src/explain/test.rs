//! The verdict and its tests (reference, section 5).

use super::cash::{incomes, loans, lowest};
use super::figure::{CashColumn, EntryColumn, EntryId, Figure, Measure, Period, TestPart};
use super::formula::{Comparison, Formula, Function, count, min, name, round2, sum};
use super::measure::{SocietySums, applicable, nobody_saves, public, society, without_savings};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::party::exact_ratio;
use super::settle;
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use super::worth::amount_of_case;
use crate::case::TestId;
use crate::money::Cents;
use crate::postings::FundingPosting;
use crate::statements::{Counted, Group};
use crate::verdict::Figure as Measured;

/// What a test or a part of it counts.
pub fn unit(id: TestId, part: TestPart) -> ValueUnit {
    match (part, id) {
        (TestPart::Both | TestPart::Result(_), _) => ValueUnit::Result,
        (_, TestId::Liquidity | TestId::Structural | TestId::Repayment) => ValueUnit::Money,
        (
            _,
            TestId::Dscr
            | TestId::Dependence
            | TestId::Payers
            | TestId::PublicReturn
            | TestId::SocialReturn,
        ) => ValueUnit::Ratio,
    }
}

/// How the verdict came about.
pub fn verdict(tracer: &Tracer) -> Node {
    let tests = &tracer.found.verdict.tests;
    let required: Vec<_> = tests.iter().filter(|test| test.required).map(|test| test.id).collect();
    let results = |name: Name, run: Counted| {
        let figure = move |&id| Figure::Test(id, TestPart::Result(run));
        let figures: Vec<_> = required.iter().map(figure).collect();
        figures.into_iter().map(move |figure| tracer.figure(name, figure)).collect::<Vec<_>>()
    };
    let inputs =
        [results(Name::Certain, Counted::Certain), results(Name::All, Counted::All)].concat();
    let with_requests = Formula::from("conditional").when(
        count(Name::All, "fail"),
        Comparison::Is,
        0,
        Formula::from("does_not_close"),
    );
    let formula = Formula::from("closes").when(
        count(Name::Certain, "fail"),
        Comparison::Is,
        0,
        with_requests,
    );
    let value = Value::word(tracer.found.verdict.kind.id());
    Node::step("verdict".to_owned(), ValueUnit::Verdict, formula, inputs).posted(value)
}

/// How a test's result or figure came about.
pub fn explain(tracer: &Tracer, id: TestId, part: TestPart) -> Node {
    let path = Figure::Test(id, part).path(tracer.case);
    match part {
        TestPart::Both => {
            let run = |name, run| {
                let figure = Figure::Test(id, TestPart::Result(run));
                Input::step(name, tracer.explain(figure))
            };
            let inputs = vec![run(Name::Certain, Counted::Certain), run(Name::All, Counted::All)];
            Node::step(path, ValueUnit::Result, name(Name::Certain), inputs)
        }
        TestPart::Result(run) => result(tracer, id, run, path),
        TestPart::Figure(run) => figure(tracer, id, run, path),
    }
}

fn result(tracer: &Tracer, id: TestId, run: Counted, path: String) -> Node {
    let figure = tracer.explain(Figure::Test(id, TestPart::Figure(run)));
    let test = tracer.found.verdict.tests.iter().find(|test| test.id == id);
    let finding = test.and_then(|test| match run {
        Counted::Certain => test.certain,
        Counted::All => test.all,
    });
    let remark = match run {
        _ if tracer.case.requested().is_empty() => None,
        Counted::Certain => Some(Remark::CountsCertain),
        Counted::All => Some(Remark::CountsAll),
    };
    let (node, value) = match finding {
        None => {
            let inputs = vec![Input::step(Name::Figure, figure)];
            let node = Node::step(path, ValueUnit::Result, name(Name::Figure), inputs);
            (node, "not_applicable")
        }
        Some(finding) if finding.rounding => {
            let inputs = vec![Input::step(Name::Figure, figure), threshold(tracer, id)];
            let node = Node::step(path, ValueUnit::Result, Formula::from("pass"), inputs);
            let node = node.with(Remark::OnlyRounding).posted(Value::word("pass"));
            return node;
        }
        Some(finding) => {
            let how = match id {
                TestId::Dependence => Comparison::AtMost,
                _ => Comparison::AtLeast,
            };
            let inputs = vec![Input::step(Name::Figure, figure), threshold(tracer, id)];
            let pass = Formula::from("pass");
            let formula =
                pass.when(name(Name::Figure), how, Name::Threshold, Formula::from("fail"));
            let value = if finding.passes { "pass" } else { "fail" };
            (Node::step(path, ValueUnit::Result, formula, inputs), value)
        }
    };
    Node { remark, ..node.posted(Value::word(value)) }
}

/// What a test asks, where the file says it.
fn threshold(tracer: &Tracer, id: TestId) -> Input {
    let criteria = &tracer.case.criteria;
    let (key, unit, value) = match id {
        TestId::Liquidity => ("min_cash", ValueUnit::Money, criteria.min_cash.0),
        TestId::Structural => ("structural", ValueUnit::Money, 0.into()),
        TestId::Repayment => ("repayment", ValueUnit::Money, 0.into()),
        TestId::Dscr => ("min_dscr", ValueUnit::Ratio, criteria.min_dscr),
        TestId::Dependence => ("max_dependence", ValueUnit::Share, criteria.max_dependence.0),
        TestId::Payers => ("payers", ValueUnit::Ratio, 1.into()),
        TestId::PublicReturn => ("min_public_return", ValueUnit::Ratio, criteria.min_public_return),
        TestId::SocialReturn => ("min_social_return", ValueUnit::Ratio, criteria.min_social_return),
    };
    tracer.key(Name::Threshold, &["criteria", key], unit, value.into())
}

/// What a test measures.
fn figure(tracer: &Tracer, id: TestId, run: Counted, path: String) -> Node {
    let node = match id {
        TestId::Liquidity => {
            let (formula, inputs) = lowest(tracer, run, 0..tracer.case.horizon.end());
            Node::step(path, ValueUnit::Money, formula, inputs)
        }
        TestId::Structural | TestId::Dependence if tracer.case.ends => {
            let nothing = Formula::from("not_applicable");
            return Node::step(path, unit(id, TestPart::Figure(run)), nothing, vec![])
                .with(Remark::Ends);
        }
        TestId::Structural => structural(tracer, run, path),
        TestId::Repayment if tracer.case.ends => settle::repayment(tracer, run, path),
        TestId::Repayment => repayment(tracer, run, path),
        TestId::Dscr => dscr(tracer, run, path),
        TestId::Dependence => dependence(tracer, run, path),
        TestId::Payers | TestId::PublicReturn if nobody_saves(tracer) => {
            without_savings(tracer, path, id)
        }
        TestId::Payers => payers(tracer, run, path),
        TestId::PublicReturn => {
            let (inputs, cashable, paid) = public(tracer, run);
            let formula = applicable(cashable / paid.clone(), paid);
            Node::step(path, ValueUnit::Ratio, formula, inputs)
        }
        TestId::SocialReturn => {
            let SocietySums { inputs, gained, kept, put_in } = society(tracer);
            let above_zero = min(vec![gained, put_in.clone()]);
            Node::step(path, ValueUnit::Ratio, applicable(kept / put_in, above_zero), inputs)
        }
    };
    // Money is what was judged; a ratio is judged exactly, and only shown rounded.
    match posted(tracer, id, run) {
        Some(cents) => node.posted(cents.into()),
        None => node,
    }
}

fn posted(tracer: &Tracer, id: TestId, run: Counted) -> Option<Cents> {
    let test = tracer.found.verdict.tests.iter().find(|test| test.id == id)?;
    let finding = match run {
        Counted::Certain => test.certain,
        Counted::All => test.all,
    };
    match finding?.figure {
        Measured::Money(cents) => Some(cents),
        Measured::Ratio(_) => None,
    }
}

/// The case year that is looked at: the last.
fn last(tracer: &Tracer) -> Period {
    Period::Year(tracer.case.years().saturating_sub(1))
}

/// The costs that recur.
fn recurring_costs<'t>(tracer: &'t Tracer) -> impl Iterator<Item = EntryId> + 't {
    tracer.entries(Group::Cost).filter(|id| {
        let entry = tracer.case.costs.get(id.place);
        entry.is_some_and(|entry| entry.what.counts_each_year())
    })
}

/// The last year's result before interest: its inputs and its formula.
fn before_interest(tracer: &Tracer, run: Counted) -> (Vec<Input>, Formula) {
    let accrued = |id| Figure::Entry(id, EntryColumn::Accrual, last(tracer));
    let structural = incomes(tracer, run).into_iter().filter(|(id, funding)| {
        let entry = tracer.case.funding.get(id.place);
        entry.is_some_and(|entry| entry.last().is_structural()) && !funding.is_once()
    });
    let mut inputs = tracer.figures(Name::Income, structural.map(|(id, _)| accrued(id)));
    inputs.extend(tracer.figures(Name::Cost, recurring_costs(tracer).map(accrued)));
    inputs.push(tracer.figure(Name::Replacement, Figure::Measure(Measure::Replacement)));
    (inputs, sum(Name::Income) - sum(Name::Cost) - Name::Replacement)
}

fn structural(tracer: &Tracer, run: Counted, path: String) -> Node {
    let (mut inputs, result) = before_interest(tracer, run);
    let interest = loans(tracer, run)
        .into_iter()
        .map(|id| Figure::Entry(id, EntryColumn::Interest, last(tracer)));
    inputs.extend(tracer.figures(Name::Interest, interest));
    Node::step(path, ValueUnit::Money, result - sum(Name::Interest), inputs)
}

/// The run-off: cash after the horizon, when the last year goes on and what is owed is repaid.
fn repayment(tracer: &Tracer, run: Counted, path: String) -> Node {
    let end = tracer.case.horizon.end();
    let loans = loans(tracer, run);
    let owed = |&id| Figure::Entry(id, EntryColumn::Balance, Period::Month(end - 1));
    let owed = tracer.figures(Name::Owed, loans.iter().map(owed));
    let owes = !owed.is_empty();
    let nothing = Formula::from("not_applicable");
    let mut inputs = owed;
    if !owes {
        let formula = nothing.when(sum(Name::Owed), Comparison::Is, 0, 0.into());
        return Node::step(path, ValueUnit::Money, formula, inputs);
    }
    let (of_result, result) = before_interest(tracer, run);
    let result_path = format!("{path}.result");
    let result = Node::step(result_path, ValueUnit::Money, result, of_result);
    inputs.push(amount_of_case(
        tracer,
        Name::MinCash,
        &["criteria", "min_cash"],
        tracer.books.min_cash,
    ));
    let spendable = CashColumn::spendable(tracer.case);
    let mut before =
        tracer.figure(Name::Opening, Figure::Cash(run, spendable, Period::Month(end - 1)));
    let result_given = Input::given_by(Name::Result, &result);
    inputs.push(Input::step(Name::Result, result));
    let mut closings = Vec::new();
    for (t, month) in (1_i64..).zip(end..=last_instalment(tracer, &loans)) {
        let due = loans
            .iter()
            .map(|&id| Figure::Entry(id, EntryColumn::Instalment, Period::Month(month)));
        let mut of_month = vec![before, result_given.clone()];
        of_month.extend(tracer.figures(Name::Instalment, due));
        let grown = |t: i64| round2(name(Name::Result) * t / 12);
        let grows = if t == 1 { grown(1) } else { grown(t) - grown(t - 1) };
        let formula = name(Name::Opening) + grows - sum(Name::Instalment);
        let path = format!("{path}.{}", tracer.case.horizon.month(month));
        let step = Node::step(path, ValueUnit::Money, formula, of_month);
        before = Input::given_by(Name::Opening, &step);
        closings.push(Input::step(Name::Closing, step));
    }
    inputs.extend(closings);
    let lowest = min(vec![name(Name::Closing)]) - Name::MinCash;
    let formula = nothing.when(sum(Name::Owed), Comparison::Is, 0, lowest);
    Node::step(path, ValueUnit::Money, formula, inputs)
}

/// The number of the month of the last instalment of any loan drawn before the end.
fn last_instalment(tracer: &Tracer, loans: &[EntryId]) -> i32 {
    let end = tracer.case.horizon.end();
    let last = loans.iter().filter_map(|id| {
        match &**tracer.run(id.run).postings.funding.get(id.place)? {
            FundingPosting::Loan(table) if table.drawn < end => {
                table.instalments.last().map(|due| due.month)
            }
            _ => None,
        }
    });
    last.max().unwrap_or(end).max(end)
}

fn dscr(tracer: &Tracer, run: Counted, path: String) -> Node {
    let loans = loans(tracer, run);
    let years = (0..tracer.case.years()).filter_map(|year| {
        let of = |id, column| Figure::Entry(id, column, Period::Year(year));
        let service = loans.iter().map(|&id| of(id, EntryColumn::Instalment));
        let service = tracer.figures(Name::Service, service);
        if service.is_empty() {
            return None;
        }
        let recurs = incomes(tracer, run).into_iter().filter(|(_, funding)| !funding.is_once());
        let receipts = recurs.map(|(id, _)| of(id, EntryColumn::Cash));
        let payments = recurring_costs(tracer).map(|id| of(id, EntryColumn::Cash));
        let mut inputs = tracer.figures(Name::Receipt, receipts);
        inputs.extend(tracer.figures(Name::Payment, payments));
        inputs.extend(service);
        let formula = (sum(Name::Receipt) - sum(Name::Payment)) / sum(Name::Service);
        let path = format!("{path}.{}", tracer.case.horizon.label(year));
        Some(Input::step(Name::Ratio, Node::step(path, ValueUnit::Ratio, formula, inputs)))
    });
    let years = years.collect();
    least(path, years)
}

/// The lowest ratio, if there is any.
fn least(path: String, ratios: Vec<Input>) -> Node {
    let number = Formula::Call(Function::Count, vec![name(Name::Ratio)]);
    let none = Formula::from("not_applicable");
    let formula = none.when(number, Comparison::Is, 0, min(vec![name(Name::Ratio)]));
    Node::step(path, ValueUnit::Ratio, formula, ratios)
}

fn dependence(tracer: &Tracer, run: Counted, path: String) -> Node {
    let incomes = incomes(tracer, run);
    let accrued = |id| Figure::Entry(id, EntryColumn::Accrual, last(tracer));
    let mut inputs = tracer.figures(Name::Income, incomes.iter().map(|(id, _)| accrued(*id)));
    for (place, party) in tracer.case.parties.iter().enumerate() {
        let theirs = incomes
            .iter()
            .filter(|(_, funding)| funding.party.is_some_and(|party| party.0 == place));
        let theirs = tracer.figures(Name::Income, theirs.map(|(id, _)| accrued(*id)));
        if !theirs.is_empty() {
            let path = format!("{path}.{}", party.id);
            let step = Node::step(path, ValueUnit::Money, sum(Name::Income), theirs);
            inputs.push(Input::step(Name::Party, step));
        }
    }
    let largest = Formula::Call(Function::Max, vec![name(Name::Party), 0.into()]);
    let formula = applicable(largest / sum(Name::Income), sum(Name::Income));
    Node::step(path, ValueUnit::Ratio, formula, inputs)
}

fn payers(tracer: &Tracer, run: Counted, path: String) -> Node {
    use super::figure::PartyColumn;
    let value = |place, column| tracer.value(Figure::Party(place, run, column));
    let above_zero = |value: Value| value.number() > Value::zero().number();
    let ratios = tracer.case.parties.iter().enumerate().filter_map(|(place, party)| {
        let both = above_zero(value(place, PartyColumn::Pays))
            && above_zero(value(place, PartyColumn::Saves));
        let path = format!("{path}.{}", party.id);
        both.then(|| Input::step(Name::Ratio, exact_ratio(tracer, place, run, path)))
    });
    let ratios = ratios.collect();
    least(path, ratios)
}
