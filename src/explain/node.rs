//! A figure with the steps behind it.

use super::formula::{Formula, Operand};
use super::name::Name;
use super::value::{Value, ValueUnit};
use crate::document::Place;
use crate::words::Text;

/// A figure, or a step on the way to one, that follows from its inputs by a formula.
#[derive(Clone, Debug)]
pub struct Node {
    /// What to ask for to get it: `funding.meals.2027-03`.
    pub path: String,
    /// What it comes to.
    pub value: Value,
    /// What that counts.
    pub unit: ValueUnit,
    /// How it follows from the inputs.
    pub formula: Formula,
    /// What it follows from.
    pub inputs: Vec<Input>,
    /// What is worth saying about it.
    pub remark: Option<Remark>,
}

/// Where only the least of them counts, no more inputs of one name than this tell something.
const MOST_TELLING: usize = 12;

/// How much of what a figure is made of is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// All of it, for programs.
    All,
    /// What tells something, for people.
    Telling,
}

/// Something that a formula names.
#[derive(Clone, Debug)]
pub struct Input {
    /// What the formula calls it; inputs may share a name.
    pub name: Name,
    /// What it is.
    pub what: What,
}

/// What an input is.
#[derive(Clone, Debug)]
pub enum What {
    /// A step, explained in its turn.
    Step(Node),
    /// Something that is not explained further here.
    Given(Given),
}

/// A value that is not explained further here.
#[derive(Clone, Debug)]
pub struct Given {
    /// The key that holds it in the file, `cost.kitchen.amount`, or the figure to ask for.
    pub path: String,
    /// What it comes to.
    pub value: Value,
    /// What that counts.
    pub unit: ValueUnit,
    /// Where it comes from.
    pub origin: Origin,
    /// What the file says about where it comes from.
    pub source: Option<Text>,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was written there.
    File(Place),
    /// Nobody wrote it: it is what holds when nothing is said.
    Default,
    /// It is a figure of its own, of the entry or party that stands there.
    Figure(Option<Place>),
    /// The same, and its steps stand further up already.
    Above(Option<Place>),
}

/// Something that a formula does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// That deadweight, displacement and attribution multiply.
    Multiply,
    /// That the month lies outside those in which the entry runs.
    NotRunning,
    /// That what is followed, or paid for, is switched off.
    FollowsNothing,
    /// That what it covers has not cost more.
    Earmarked,
    /// That others may claim the costs that an earmark covers.
    Shared,
    /// That nothing more comes after the last month of an earmark.
    EarmarkOver,
    /// That it has faded to nothing.
    Faded,
    /// That it is sold, and is there no more.
    Sold,
    /// That it is not sold in the period.
    NotSold,
    /// That nothing is taken from a reserve in the period.
    NothingTaken,
    /// That nothing is paid in the period.
    NothingPaid,
    /// That it is what it was to be before something changed.
    AsItWas,
    /// That it was bought or drawn before the start.
    BeforeStart,
    /// That the loan is in its grace period.
    Grace,
    /// That no instalment is due.
    NoInstalment,
    /// That cents are posted by the running total.
    RunningTotal,
    /// That the case ends, so that nothing is asked of how it goes on.
    Ends,
    /// That no party saves anything, so that nothing can come back.
    NobodySaves,
    /// That exact amounts pass, and only rounding makes the figure look short.
    OnlyRounding,
    /// That all requested funding is counted in it.
    CountsAll,
    /// That only certain funding is counted in it.
    CountsCertain,
    /// That a price stands as it was published.
    AsPublished,
    /// That the index of a price ends before the year that it is brought to.
    IndexEnds,
}

impl Operand for Input {
    fn name(&self) -> Name {
        self.name
    }

    fn value(&self) -> &Value {
        self.value()
    }
}

impl Input {
    /// What it comes to.
    pub fn value(&self) -> &Value {
        match &self.what {
            What::Step(node) => &node.value,
            What::Given(given) => &given.value,
        }
    }

    #[cfg(feature = "inside")]
    /// Its path.
    pub fn path(&self) -> &str {
        match &self.what {
            What::Step(node) => &node.path,
            What::Given(given) => &given.path,
        }
    }

    /// What a step comes to, as an input that is not explained once more.
    pub fn given_by(name: Name, step: &Node) -> Self {
        let (path, value, unit) = (step.path.clone(), step.value.clone(), step.unit);
        let given = Given { path, value, unit, origin: Origin::Figure(None), source: None };
        Self { name, what: What::Given(given) }
    }

    /// A step as an input.
    pub fn step(name: Name, node: Node) -> Self {
        Self { name, what: What::Step(node) }
    }
}

impl Node {
    /// A step, which comes to what its formula makes of its inputs.
    pub fn step(path: String, unit: ValueUnit, formula: Formula, inputs: Vec<Input>) -> Self {
        let value = formula.value(&inputs).unwrap_or_else(|| Value::word("undefined"));
        Self { path, value, unit, formula, inputs, remark: None }
    }

    /// The same, with something said about it.
    #[must_use]
    pub fn with(self, remark: Remark) -> Self {
        Self { remark: Some(remark), ..self }
    }

    /// A figure that the case posts: what it comes to is not computed here.
    #[must_use]
    pub fn posted(self, value: Value) -> Self {
        Self { value, ..self }
    }

    /// The inputs that tell something: where only the least of many counts, of these the first that
    /// is it.
    pub fn telling(&self) -> impl Iterator<Item = &Input> {
        let told = self.tells();
        self.inputs.iter().zip(told).filter_map(|(input, tells)| tells.then_some(input))
    }

    /// Of each input, whether it tells something.
    pub(super) fn tells(&self) -> Vec<bool> {
        let many = |name: &Name| {
            self.inputs.iter().filter(|input| input.name == *name).count() > MOST_TELLING
        };
        let Some(name) = self.formula.least_of().filter(many) else {
            return vec![true; self.inputs.len()];
        };
        let number = |input: &Input| input.value().number().cloned();
        let of = self.inputs.iter().enumerate().filter(|(_, input)| input.name == name);
        let least = of.min_by_key(|(place, input)| (number(input), *place)).map(|(place, _)| place);
        let inputs = self.inputs.iter().enumerate();
        inputs.map(|(place, input)| input.name != name || Some(place) == least).collect()
    }

    /// The step that a path such as `month.index` leads to: by the names of inputs, or by what
    /// stands at the end of their own paths.
    pub fn step_at(&self, path: &str) -> Option<&Self> {
        self.inputs.iter().find_map(|input| {
            let What::Step(node) = &input.what else { return None };
            let rest = path.strip_prefix(node.called(input.name))?;
            match rest.strip_prefix('.') {
                Some(deeper) => node.step_at(deeper),
                None if rest.is_empty() => Some(node),
                None => None,
            }
        })
    }

    /// What the steps to it are called in paths.
    pub fn steps(&self) -> Vec<String> {
        let steps = self.inputs.iter().filter_map(|input| match &input.what {
            What::Step(node) => Some(node.called(input.name).to_owned()),
            What::Given(_) => None,
        });
        steps.collect()
    }

    /// What a step is called: by the end of its own path where several have its name.
    fn called(&self, name: Name) -> &str {
        match name {
            Name::Year
            | Name::Closing
            | Name::Party
            | Name::Ratio
            | Name::Reached
            | Name::Part
            | Name::Claim
            | Name::Investment
            | Name::Cashable
            | Name::Transfer
            | Name::Pays
            | Name::Repaid
            | Name::Purchase => self.path.rsplit('.').next().unwrap_or_default(),
            _ => name.id(),
        }
    }
}
