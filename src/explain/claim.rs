//! What earmarks claim of costs that others claim too (reference, section 4.2).

use super::amount::{self, faded, income};
use super::claims::{Earmark, fades, in_run};
use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, Function, added, min, name, sum};
use super::name::Name;
use super::node::{Input, Node, Remark, What};
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use crate::case::{Entry, Schedule};
use crate::statements::Group;
use crate::stream::terms;

/// What of an earmarked entry is posted, where that is explained by what it claims.
pub fn posted(tracer: &Tracer, id: EntryId) -> Option<EntryColumn> {
    if id.group != Group::Funding {
        return None;
    }
    let mut claims = tracer.run(id.run).claims.iter();
    claims.find(|claims| claims.claimants.explain(tracer.case, id.place))?;
    Some(if fades(tracer.case, id.place) { EntryColumn::Kept } else { EntryColumn::Claimed })
}

/// What is claimed in a month.
pub fn value(tracer: &Tracer, id: EntryId, month: i32) -> Value {
    let number = |value: &Value| value.number().cloned();
    if id.group == Group::Cost {
        let claims = claims_of_cost(tracer, id, month, None);
        return Value::from(added(claims.iter().filter_map(|input| number(input.value()))));
    }
    let claimed = earmark(tracer, id).into_iter().flat_map(|earmark| {
        let taken = earmark.taken.iter().map(|(_, months)| months);
        taken.chain([&earmark.freed]).filter_map(|months| number(&in_month(months, month)))
    });
    Value::from(added(claimed))
}

fn in_month(months: &[Value], month: i32) -> Value {
    let place = usize::try_from(month).ok();
    place.and_then(|place| months.get(place)).cloned().unwrap_or_else(Value::zero)
}

fn earmark<'t>(tracer: &'t Tracer, id: EntryId) -> Option<&'t Earmark> {
    if id.group != Group::Funding {
        return None;
    }
    tracer.run(id.run).claims.iter().find_map(|claims| claims.earmark(id.place))
}

/// How what is claimed in a month came about: by an earmark, or of a cost.
pub fn claimed(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Claimed, Period::Month(month)).path(tracer.case);
    let node = if let Some(earmark) = earmark(tracer, id) {
        Claim { tracer, id, earmark, month, path }.explained()
    } else {
        let claims = claims_of_cost(tracer, id, month, None);
        Node::step(path, ValueUnit::Money, sum(Name::Claim), claims)
    };
    node.posted(value(tracer, id, month))
}

/// What is claimed of a cost in a month, in the order in which it is; perhaps only what is claimed
/// before one of the claimants.
fn claims_of_cost(tracer: &Tracer, cost: EntryId, month: i32, until: Option<usize>) -> Vec<Input> {
    let input = if until.is_some() { Name::First } else { Name::Claim };
    let claims = tracer.run(cost.run).claims.iter();
    let claimants = claims.flat_map(|claims| &claims.claimants.0);
    let before = claimants.take_while(|claimant| Some(claimant.place) != until);
    let theirs = before.filter(|claimant| claimant.costs().contains(&cost.place));
    let inputs = theirs.map(|claimant| {
        let id = EntryId::of(Group::Funding, claimant.place);
        if claimant.is_earmark() {
            taken(tracer, input, (in_run(tracer.case, id, cost.run), cost.place), month)
        } else {
            share(tracer, input, (id, cost.place), month)
        }
    });
    inputs.filter(|input| !input.value().is_zero()).collect()
}

/// What a share claims of a cost in a month, as an input: all that it brings, where it is of no
/// other entry.
fn share(tracer: &Tracer, name: Name, (id, cost): (EntryId, usize), month: i32) -> Input {
    let figure = Figure::Entry(id, EntryColumn::Exact, Period::Month(month));
    let schedule = amount::schedule(tracer.case, id, month);
    match schedule {
        Some((Schedule::Follows(follow), _)) if follow.of.len() > 1 => {
            let path = format!("{}.{}", figure.path(tracer.case), of_cost(tracer, cost));
            Input::step(name, amount::share_of(tracer, id, cost, month, path))
        }
        _ => tracer.figure(name, figure),
    }
}

/// What an earmark takes of a cost in a month, as an input.
fn taken(tracer: &Tracer, name: Name, (id, cost): (EntryId, usize), month: i32) -> Input {
    let figure = Figure::Entry(id, EntryColumn::Claimed, Period::Month(month));
    let found = earmark(tracer, id);
    let months = found.and_then(|earmark| {
        let mut taken = earmark.taken.iter();
        taken.find_map(|(of, months)| (*of == cost).then_some(months.as_slice()))
    });
    let value = in_month(months.unwrap_or_default(), month);
    let mut path = figure.path(tracer.case);
    if found.is_some_and(|earmark| !takes_of_one(tracer, id, earmark)) {
        path = format!("{path}.{}", of_cost(tracer, cost));
    }
    Input { name, what: What::Given(tracer.step_given(figure, path, value)) }
}

/// What the step is called that takes of a cost.
fn of_cost(tracer: &Tracer, cost: usize) -> String {
    let id = tracer.case.costs.get(cost).map(|entry| entry.id.as_str()).unwrap_or_default();
    format!("of_{id}")
}

/// Whether an earmark always takes of one and the same cost.
fn takes_of_one(tracer: &Tracer, id: EntryId, earmark: &Earmark) -> bool {
    earmark.taken.len() == 1 && covers_alike(tracer, id)
}

/// Whether an earmark always covers the same costs.
fn covers_alike(tracer: &Tracer, id: EntryId) -> bool {
    let income = tracer.case.funding.get(id.place).and_then(Entry::income);
    income.is_none_or(|income| income.all(|other| other.covers == income.first().covers))
}

/// What an earmark claims in a month.
struct Claim<'t, 'a> {
    tracer: &'t Tracer<'a>,
    id: EntryId,
    earmark: &'t Earmark,
    month: i32,
    path: String,
}

impl Claim<'_, '_> {
    fn explained(self) -> Node {
        let income = self.tracer.case.funding.get(self.id.place).and_then(Entry::income);
        let last = income.and_then(|income| terms::last_month(self.tracer.case, &income));
        if last.is_none_or(|last| self.month > last) {
            let node = Node::step(self.path, ValueUnit::Money, 0.into(), vec![]);
            return node.with(Remark::EarmarkOver);
        }
        let right = self.right();
        if takes_of_one(self.tracer, self.id, self.earmark)
            && let [(cost, _)] = self.earmark.taken.as_slice()
        {
            let unclaimed = self.unclaimed(*cost, &self.path);
            let inputs =
                vec![Input::step(Name::Right, right), Input::step(Name::Unclaimed, unclaimed)];
            let formula = min(vec![name(Name::Right), name(Name::Unclaimed)]);
            return Node::step(self.path, ValueUnit::Money, formula, inputs).with(Remark::Shared);
        }
        let mut claims: Vec<Node> = self.free(&right).into_iter().collect();
        for (cost, _) in &self.earmark.taken {
            let step = self.of_one(*cost, &right, &claims);
            claims.push(step);
        }
        let claims = claims.into_iter().map(|claim| Input::step(Name::Claim, claim));
        let inputs = std::iter::once(Input::step(Name::Right, right)).chain(claims).collect();
        Node::step(self.path, ValueUnit::Money, sum(Name::Claim), inputs).with(Remark::Shared)
    }

    /// What it has a right to and has not claimed before.
    fn right(&self) -> Node {
        let path = format!("{}.right", self.path);
        let (own, inputs) = self.tracer.so_far(self.id.on_all(), EntryColumn::Exact, self.month);
        let (before, earlier) = self.tracer.so_far(self.id, EntryColumn::Claimed, self.month - 1);
        if earlier.is_empty() {
            return Node::step(path, ValueUnit::Money, own, inputs);
        }
        let own = Node::step(format!("{path}.own"), ValueUnit::Money, own, inputs);
        let before = Node::step(format!("{path}.before"), ValueUnit::Money, before, earlier);
        let inputs = vec![Input::step(Name::Own, own), Input::step(Name::Before, before)];
        Node::step(path, ValueUnit::Money, name(Name::Own) - Name::Before, inputs)
    }

    /// A step on the way to this figure as an input of another one.
    fn given(&self, name: Name, node: &Node) -> Input {
        let figure = Figure::Entry(self.id, EntryColumn::Claimed, Period::Month(self.month));
        let given = self.tracer.step_given(figure, node.path.clone(), node.value.clone());
        Input { name, what: What::Given(given) }
    }

    /// What it takes of one of several costs.
    fn of_one(&self, cost: usize, right: &Node, earlier: &[Node]) -> Node {
        let path = format!("{}.{}", self.path, of_cost(self.tracer, cost));
        let unclaimed = self.unclaimed(cost, &path);
        let mut inputs = vec![self.given(Name::Right, right)];
        inputs.extend(earlier.iter().map(|step| self.given(Name::Claim, step)));
        inputs.push(Input::step(Name::Unclaimed, unclaimed));
        let due = if earlier.is_empty() {
            name(Name::Right)
        } else {
            name(Name::Right) - sum(Name::Claim)
        };
        Node::step(path, ValueUnit::Money, min(vec![due, name(Name::Unclaimed)]), inputs)
    }

    /// What is left of a cost when it is this earmark's turn.
    fn unclaimed(&self, cost: usize, path: &str) -> Node {
        let path = format!("{path}.unclaimed");
        let cost = EntryId::of(Group::Cost, cost);
        let (covered, inputs) = self.tracer.so_far(cost, EntryColumn::Exact, self.month);
        let covered = Node::step(format!("{path}.covered"), ValueUnit::Money, covered, inputs);
        let mut inputs = vec![Input::step(Name::Covered, covered)];
        let mut left = name(Name::Covered);
        let in_run = in_run(self.tracer.case, cost, self.id.run);
        let (claimed, earlier) = self.tracer.so_far(in_run, EntryColumn::Claimed, self.month - 1);
        if !earlier.is_empty() {
            let claimed = Node::step(format!("{path}.claimed"), ValueUnit::Money, claimed, earlier);
            inputs.push(Input::step(Name::Claimed, claimed));
            left = left - Name::Claimed;
        }
        let first = claims_of_cost(self.tracer, in_run, self.month, Some(self.id.place));
        if !first.is_empty() {
            inputs.extend(first);
            left = left - sum(Name::First);
        }
        if inputs.len() > 1 {
            // Shares may come to more than all of it.
            left = Formula::Call(Function::Max, vec![left, 0.into()]);
        }
        if !covers_alike(self.tracer, self.id) {
            inputs.push(Input::step(Name::Room, self.room(cost, &path)));
            left = min(vec![left, name(Name::Room)]);
        }
        Node::step(path, ValueUnit::Money, left, inputs)
    }

    /// What a cost came to in the months in which it was covered, less what was taken of it.
    fn room(&self, cost: EntryId, path: &str) -> Node {
        let covers = |month: &i32| {
            let income = income(self.tracer.case, self.id, *month);
            let covers = income.and_then(|income| income.covers.as_ref());
            covers.is_some_and(|covers| covers.contains(&cost.place))
        };
        let months = (0..=self.month).filter(covers);
        let exact = |month| Figure::Entry(cost, EntryColumn::Exact, Period::Month(month));
        let mut inputs = self.tracer.figures(Name::Month, months.map(exact));
        let earlier = (0..self.month)
            .map(|month| taken(self.tracer, Name::Taken, (self.id, cost.place), month));
        inputs.extend(earlier.filter(|input| !input.value().is_zero()));
        let formula = sum(Name::Month) - sum(Name::Taken);
        Node::step(format!("{path}.room"), ValueUnit::Money, formula, inputs)
    }

    /// What comes of what it had a right to while it was not earmarked, which nothing holds back.
    fn free(&self, right: &Node) -> Option<Node> {
        let open = |month: &i32| {
            income(self.tracer.case, self.id, *month).is_some_and(|it| it.covers.is_none())
        };
        if !(0..self.tracer.case.horizon.end()).any(|month| open(&month)) {
            return None;
        }
        let path = format!("{}.free", self.path);
        let exact =
            |month| Figure::Entry(self.id.on_all(), EntryColumn::Exact, Period::Month(month));
        let months = (0..=self.month).filter(open).map(exact);
        let mut inputs = self.tracer.figures(Name::Month, months);
        let earlier = (0..self.month).filter_map(|month| {
            let value = in_month(&self.earmark.freed, month);
            let figure = Figure::Entry(self.id, EntryColumn::Claimed, Period::Month(month));
            let path = format!("{}.free", figure.path(self.tracer.case));
            let given = self.tracer.step_given(figure, path, value);
            (!given.value.is_zero())
                .then_some(Input { name: Name::Taken, what: What::Given(given) })
        });
        inputs.extend(earlier);
        inputs.push(self.given(Name::Right, right));
        let room = sum(Name::Month) - sum(Name::Taken);
        let formula = min(vec![name(Name::Right), room]);
        Some(Node::step(path, ValueUnit::Money, formula, inputs))
    }
}

/// What the fade of an earmark leaves of what it claims in a month.
pub fn kept(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Kept, Period::Month(month)).path(tracer.case);
    let claimed = Figure::Entry(id, EntryColumn::Claimed, Period::Month(month));
    let input = tracer.figure(Name::Claimed, claimed);
    match income(tracer.case, id, month).and_then(|income| income.fade) {
        Some(fade) => faded(tracer, (id, fade), month, path, input),
        None => Node::step(path, ValueUnit::Money, name(Name::Claimed), vec![input]),
    }
}
