//! What is asked of a case as a whole, after everything is laid.

use super::register::funding_kind;
use crate::calendar::Month;
use crate::case::{
    Case, Cost, Effect, Entry, Follow, FollowBy, Followed, Form, Funding, IncomeKind, Schedule,
    TestId,
};
use crate::document::{EntryKind, EntryMistake, Table, Value, WholeMistake};
use crate::reading::group::{as_table, table_at};
use crate::reading::keys::Problems;
use crate::words::{Key, Word};

/// Notes what is so of the case as a whole: said only when nothing is wrong, for who has mistakes to
/// mend is not done writing.
pub fn check(root: &Table, case: &Case, problems: &mut Problems) {
    check_costs(root, case, problems);
    check_sales(root, case, problems);
    if !case.ends {
        check_temporary(root, case, problems);
    }
    check_rate(root, case, problems);
}

/// Notes what is sold before it was bought, or before the start.
fn check_sales(root: &Table, case: &Case, problems: &mut Problems) {
    for cost in &case.costs {
        let Some(sale) = cost.what.investment.and_then(|investment| investment.sold) else {
            continue;
        };
        let start = case.horizon.start;
        let bought = first_months(case, &cost.what.schedule).into_iter().max();
        let bought = bought.map_or(start, |bought| bought.max(start));
        let keys = table_at(root, Key::Cost).and_then(|costs| table_at(costs, &cost.id));
        let written = keys.and_then(|keys| table_at(keys, Key::Sold)?.item(Key::On));
        if let Some(on) = written.filter(|_| sale.on < bought) {
            let mistake = EntryMistake::SoldBeforeBought { sold: sale.on, bought };
            problems.push(on.node.place, mistake);
        }
    }
}

/// Notes each test that is required of a case that ends, and that asks how it goes on.
pub fn check_required(root: &Table, ends: Option<bool>, problems: &mut Problems) {
    let criteria = table_at(root, Key::Criteria).filter(|_| ends == Some(true));
    let required = criteria.and_then(|criteria| criteria.item(Key::Require));
    let Some(Value::List(nodes)) = required.map(|item| &item.node.value) else { return };
    for node in nodes {
        let Value::Text(written) = &node.value else { continue };
        if let Some(test @ (TestId::Structural | TestId::Dependence)) = TestId::of(written) {
            problems.push(node.place, WholeMistake::EndsRequires { test });
        }
    }
}

/// Warns of prices that rise beside the usual discount rate, which is one without inflation.
fn check_rate(root: &Table, case: &Case, problems: &mut Problems) {
    let Some(head) = root.item(Key::Case) else { return };
    let said = as_table(&head.node.value)
        .is_none_or(|keys| keys.has(Key::Inflation) || keys.has(Key::DiscountRate));
    if let (false, Some(entry)) = (said, first_that_rises(case)) {
        problems.push(head.key, WholeMistake::NominalWithRealRate { entry });
    }
}

/// The path of the first entry whose prices rise or fall at some time.
fn first_that_rises(case: &Case) -> Option<String> {
    let scheduled = |schedule: &Schedule| match schedule {
        Schedule::Own(stream) => !stream.index.is_flat(),
        Schedule::Follows(Follow { by: FollowBy::Price { index, .. }, .. }) => !index.is_flat(),
        Schedule::Follows(_) => false,
    };
    let cost = |cost: &Cost| scheduled(&cost.schedule);
    let funding = |funding: &Funding| match &funding.form {
        Form::Income(income) => scheduled(&income.schedule),
        Form::Equity(equity) => !equity.stream.index.is_flat(),
        Form::InKind(in_kind) => !in_kind.stream.index.is_flat(),
        Form::Outcome(_) | Form::Loan(_) => false,
    };
    let effect = |effect: &Effect| !effect.stream.index.is_flat();
    let effects = || {
        first(Key::Avoided, &case.avoided, effect)
            .or_else(|| first(Key::Value, &case.values, effect))
            .or_else(|| first(Key::Burden, &case.burdens, effect))
            .or_else(|| first(Key::Reserve, &case.reserves, |it| !it.stream.index.is_flat()))
    };
    first(Key::Cost, &case.costs, cost)
        .or_else(|| first(Key::Funding, &case.funding, funding))
        .or_else(effects)
}

/// The path of the first entry of a group of which something holds at some time.
fn first<T>(group: Key, entries: &[Entry<T>], holds: impl Fn(&T) -> bool) -> Option<String> {
    let found = entries.iter().find(|entry| !entry.versions().all(|version| !holds(version)));
    found.map(|entry| format!("{group}.{}", entry.id))
}

/// Warns of temporary money that comes again and again and does not say when it stops; a fade says
/// so too.
fn check_temporary(root: &Table, case: &Case, problems: &mut Problems) {
    let Some(written) = table_at(root, Key::Funding) else { return };
    for entry in case.funding.iter().filter(|entry| is_temporary(&entry.what)) {
        let Some(item) = written.0.get(&entry.id) else { continue };
        let says = |key| as_table(&item.node.value).is_some_and(|keys| keys.has(key));
        if !says(Key::Until) && !says(Key::Fade) {
            let entry = format!("{}.{}", Key::Funding, entry.id);
            problems.push(item.key, WholeMistake::TemporaryWithoutEnd { entry });
        }
    }
}

/// Whether it is a subsidy or grant that recurs by itself and is not structural.
fn is_temporary(funding: &Funding) -> bool {
    match &funding.form {
        Form::Income(income) => {
            matches!(income.kind, IncomeKind::Subsidy | IncomeKind::Grant)
                && matches!(&income.schedule, Schedule::Own(stream) if !stream.is_once())
                && !income.structural
        }
        _ => false,
    }
}

/// Notes that there is nothing to pay, where that is so.
fn check_costs(root: &Table, case: &Case, problems: &mut Problems) {
    let Some(head) = root.item(Key::Case).filter(|_| !has_costs(case)) else { return };
    problems.push(head.key, WholeMistake::NoCosts { others: has_any(root) });
}

/// Whether the file has any entry that could cost something or come to anything, off or not.
fn has_any(root: &Table) -> bool {
    let entries = |group| table_at(root, group).into_iter().flat_map(|table| table.0.values());
    let groups = [Key::Cost, Key::Avoided, Key::Value, Key::Burden];
    let is_loan = |entry: &Table| funding_kind(entry) == Some(EntryKind::Loan);
    groups.into_iter().any(|group| entries(group).next().is_some())
        || entries(Key::Funding).filter_map(|item| as_table(&item.node.value)).any(is_loan)
}

/// Whether a cost or a loan counts: it begins before the end.
fn has_costs(case: &Case) -> bool {
    let last = case.horizon.last();
    let loan = |funding: &Funding| match &funding.form {
        Form::Loan(loan) => Some(loan.on),
        _ => None,
    };
    let costs = case.costs.iter().flat_map(|cost| first_months(case, &cost.what.schedule));
    let loans = case.funding.iter().filter_map(|entry| loan(&entry.what));
    costs.chain(loans).any(|month| month <= last)
}

/// The months in which a schedule begins: one for each entry that it leads to.
fn first_months(case: &Case, schedule: &Schedule) -> Vec<Month> {
    let Follow { of, within, .. } = match schedule {
        Schedule::Own(stream) => return stream.begins().into_iter().collect(),
        Schedule::Follows(follow) => follow,
    };
    let schedules = of.iter().filter_map(|of| match *of {
        Followed::Cost(place) => Some(&case.costs.get(place)?.what.schedule),
        Followed::Funding(place) => Some(&case.funding.get(place)?.income()?.first().schedule),
    });
    let months = schedules.flat_map(|schedule| first_months(case, schedule));
    months.map(|month| within.map_or(month, |within| within.from.max(month))).collect()
}
