//! What is wrong with a scenario, told where it was written.

use crate::case::{self, Case};
use crate::document::{Document, Node, OverlayMistake, Place, Problem, Severity, Table, Value};
use crate::overlay::{Scenario, lay_all, take_scenarios, touched};
use std::collections::HashSet;

/// What is wrong with the scenarios of a document once each is laid over it, beside what is wrong
/// with the document as it is; nothing is computed. Of a case that is right only what a scenario
/// touches is read again.
pub fn mistakes(document: &Document, case: Option<&Case>, as_it_is: &[Problem]) -> Vec<Problem> {
    let mut bare = document.clone();
    let scenarios = take_scenarios(&mut bare);
    let of_scenarios: HashSet<Place> = scenarios.iter().flat_map(places).collect();
    let of_others = |scenario: &Scenario, problem: &Problem| {
        of_scenarios.contains(&problem.place) && !places(scenario).contains(&problem.place)
    };
    let mistakes = scenarios.iter().flat_map(|scenario| {
        let as_it_is: Vec<_> =
            as_it_is.iter().filter(|problem| !of_others(scenario, problem)).cloned().collect();
        let mut laid = bare.clone();
        lay_all(&mut laid, &[&scenario.table]);
        let read = match case.zip(touched(&[&scenario.table])) {
            Some((case, touched)) => case::again(case, &laid, &touched),
            None => case::read(&laid),
        };
        let problems = match read {
            Ok(checked) => checked.warnings,
            Err(problems) => problems,
        };
        blamed_on(scenario, problems, &as_it_is)
    });
    mistakes.collect()
}

/// Of the problems of a case with a scenario laid over it, those that are the scenario's: what is
/// wrong in its own table, or else what it makes wrong elsewhere, told at its name. What the case
/// has by itself, and what is misspelled in the scenario, is told already.
pub fn blamed_on(
    scenario: &Scenario,
    problems: Vec<Problem>,
    as_it_is: &[Problem],
) -> Vec<Problem> {
    let places = places(scenario);
    let told: HashSet<_> = as_it_is.iter().map(|problem| problem.place).collect();
    let (own, others): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| places.contains(&problem.place));
    let is_wrong_itself = own.iter().any(is_error)
        || as_it_is.iter().any(|problem| places.contains(&problem.place) && is_error(problem));
    let new: Vec<_> = own.into_iter().filter(|problem| !told.contains(&problem.place)).collect();
    // What follows from a mistake of its own, or of the case, is no news.
    if is_wrong_itself || as_it_is.iter().any(is_error) {
        return new;
    }
    let made_wrong = others.into_iter().filter(is_error).map(|problem| {
        let Problem { place: at, mistake } = problem;
        let (id, mistake) = (scenario.id.clone(), Box::new(mistake));
        let mistake = OverlayMistake::MakesWrong { scenario: id, at, mistake };
        Problem { place: scenario.place, mistake: mistake.into() }
    });
    new.into_iter().chain(made_wrong).collect()
}

/// Whether a problem stops the work.
pub fn is_error(problem: &Problem) -> bool {
    problem.mistake.severity() == Severity::Error
}

/// Every place in a scenario.
fn places(scenario: &Scenario) -> HashSet<Place> {
    let mut places = HashSet::from([scenario.place]);
    add_table(&mut places, &scenario.table);
    places
}

fn add_table(places: &mut HashSet<Place>, table: &Table) {
    for item in table.0.values() {
        places.insert(item.key);
        add_node(places, &item.node);
    }
}

fn add_node(places: &mut HashSet<Place>, node: &Node) {
    places.insert(node.place);
    match &node.value {
        Value::Table(table) => add_table(places, table),
        Value::List(nodes) => nodes.iter().for_each(|node| add_node(places, node)),
        Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Change(_) => {
        }
    }
}
