//! Who pays and who benefits (reference, section 5.3).

use super::cash::funded;
use super::figure::{EntryColumn, EntryId, Figure, PartyColumn};
use super::formula::{Comparison, Formula, name, round4};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::Tracer;
use super::value::ValueUnit;
use super::worth::{Column, present_value};
use crate::case::{Form, PartyIndex};
use crate::statements::{Counted, Group};

/// What a column counts.
pub fn unit(column: PartyColumn) -> ValueUnit {
    if column == PartyColumn::Ratio { ValueUnit::Ratio } else { ValueUnit::Money }
}

/// How a figure of a party's row came about.
pub fn explain(tracer: &Tracer, place: usize, run: Counted, column: PartyColumn) -> Node {
    let figure = Figure::Party(place, run, column);
    let path = figure.path(tracer.case);
    let node = match column {
        PartyColumn::Net => net(tracer, place, run, path),
        PartyColumn::Ratio => ratio(tracer, place, run, path),
        _ => over(tracer, place, run, column, path, tracer.case.years()),
    };
    match (run, column) {
        _ if tracer.case.requested().is_empty() => node,
        (Counted::Certain, _) => node.with(Remark::CountsCertain),
        (Counted::All, PartyColumn::Pays | PartyColumn::Net | PartyColumn::Ratio) => {
            node.with(Remark::CountsAll)
        }
        (Counted::All, _) => node,
    }
}

/// The present value of a party's column over the first case years.
pub fn over(
    tracer: &Tracer,
    place: usize,
    run: Counted,
    column: PartyColumn,
    path: String,
    years: usize,
) -> Node {
    present_value(tracer, path, &columns(tracer, place, run, column), years)
}

/// The columns of entries that make a party's column.
fn columns(tracer: &Tracer, place: usize, run: Counted, column: PartyColumn) -> Vec<Column> {
    let party = PartyIndex(place);
    let of = |id, column| Column::of(tracer, id, column);
    let case = tracer.case;
    let effects = |group, column| {
        let theirs = case.of_group(group).filter(|entry| entry.party == Some(party));
        theirs.map(|entry| of(EntryId::of(group, entry.place), column)).collect()
    };
    match column {
        PartyColumn::Pays | PartyColumn::Repaid => {
            let funded = funded(tracer, run).into_iter().filter_map(|id| {
                let funding = &case.funding.get(id.place)?.what;
                let repaid = column == PartyColumn::Repaid;
                let column = match &funding.form {
                    _ if funding.party != Some(party) => return None,
                    Form::Loan(_) if repaid => EntryColumn::Instalment,
                    Form::Loan(_) => EntryColumn::Draw,
                    Form::InKind(_) => return None,
                    _ if repaid => return None,
                    Form::Income(_) | Form::Outcome(_) | Form::Equity(_) => EntryColumn::Cash,
                };
                Some(of(id, column))
            });
            funded.collect()
        }
        PartyColumn::Saves => effects(Group::Avoided, EntryColumn::Accrual),
        PartyColumn::Cashable => effects(Group::Avoided, EntryColumn::Cashable),
        PartyColumn::Transfer => effects(Group::Avoided, EntryColumn::Transfer),
        PartyColumn::Gains => effects(Group::Value, EntryColumn::Accrual),
        PartyColumn::Bears => effects(Group::Burden, EntryColumn::Accrual),
        PartyColumn::Net | PartyColumn::Ratio => Vec::new(),
    }
}

/// Columns of a party's row as inputs.
fn inputs(
    tracer: &Tracer,
    place: usize,
    run: Counted,
    columns: &[(Name, PartyColumn)],
) -> Vec<Input> {
    let input = |&(name, column)| tracer.figure(name, Figure::Party(place, run, column));
    columns.iter().map(input).collect()
}

fn net(tracer: &Tracer, place: usize, run: Counted, path: String) -> Node {
    let columns = [
        (Name::Saves, PartyColumn::Saves),
        (Name::Gains, PartyColumn::Gains),
        (Name::Repaid, PartyColumn::Repaid),
        (Name::Pays, PartyColumn::Pays),
        (Name::Bears, PartyColumn::Bears),
    ];
    let formula =
        name(Name::Saves) + Name::Gains + Name::Repaid - name(Name::Pays) - name(Name::Bears);
    Node::step(path, ValueUnit::Money, formula, inputs(tracer, place, run, &columns))
}

/// What `(cashable + repaid) / pays` is made of.
const RATIO: [(Name, PartyColumn); 3] = [
    (Name::Cashable, PartyColumn::Cashable),
    (Name::Repaid, PartyColumn::Repaid),
    (Name::Pays, PartyColumn::Pays),
];

/// `(cashable + repaid) / pays`, exactly.
pub fn exact_ratio(tracer: &Tracer, place: usize, run: Counted, path: String) -> Node {
    let formula = (name(Name::Cashable) + Name::Repaid) / Name::Pays;
    Node::step(path, ValueUnit::Ratio, formula, inputs(tracer, place, run, &RATIO))
}

fn ratio(tracer: &Tracer, place: usize, run: Counted, path: String) -> Node {
    let ratio = round4((name(Name::Cashable) + Name::Repaid) / Name::Pays);
    let formula =
        ratio.when(name(Name::Pays), Comparison::Above, 0, Formula::from("not_applicable"));
    Node::step(path, ValueUnit::Ratio, formula, inputs(tracer, place, run, &RATIO))
}
