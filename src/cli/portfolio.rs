//! `bizcase portfolio`: many cases together.

use super::Exit;
use super::files::{self, Judged, NotRead, Scenarios};
use super::folder::{self, Found};
use super::many::{self, Asked};
use super::named::{FilesArguments, Named};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::language::{Language, Message, PortfolioSay};
use crate::money::Overflow;
use crate::portfolio::{Brought, Budget, Naming, NoSpent, Portfolio, brought};
use crate::render::json::problems;
use crate::render::portfolio::{self, csv, json};
use anyhow::{Error, Result, anyhow, bail};
use clap::Args;
use serde_json::Value;

/// Many cases together: what is asked of whom, and what hangs on it
///
/// Adds up a city's cases by calendar year, in cents as they are posted: how many close and what the
/// others lack, what each party is asked, promised, pays and saves, which cases hang on it, how much
/// cash is needed when, and what each request makes stand. Cases in several currencies are kept
/// apart. Exit codes: 0, whatever comes of it; 2 if one of the files is wrong, which then counts in
/// no sum.
#[derive(Args, Debug)]
pub(crate) struct PortfolioArguments {
    #[command(flatten)]
    files: FilesArguments,
    /// Take parties of one name for one, rather than those of one key
    #[arg(long)]
    by_name: bool,
    /// What a party can spend on requests in a calendar year: `gemeente:2028=250_000`; may be given
    /// more than once
    #[arg(id = "budget", long = "budget", value_name = "PARTY:YEAR=AMOUNT")]
    budgets: Vec<String>,
}

/// What came of a file.
enum Came {
    /// It is a case, and brings this.
    Case(Box<Brought>),
    /// A sum of it is too large.
    TooLarge(Overflow),
    /// It is a fund or a price list.
    NoCase,
    /// It is wrong.
    Wrong(String, Box<Judged>),
}

/// What came of many files.
#[derive(Default)]
struct Gathered {
    portfolio: Portfolio,
    wrong: Vec<Value>,
    no_case: usize,
}

pub(crate) fn run(
    arguments: &PortfolioArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    let budgets = budgets(&arguments.budgets, language)?;
    let named = match Named::by(&arguments.files, options, world)? {
        Ok(named) => named,
        Err(failure) => {
            NotRead::unlisted(&arguments.files, failure).tell(options, world)?;
            return Ok(Exit::WrongInput);
        }
    };
    let naming = if arguments.by_name { Naming::Name } else { Naming::Id };
    let search = folder::search(&named.paths, &options.reach(), language);
    search.work(world, |found, world| told(found, (&named, naming, budgets), options, world))
}

/// The budgets that were typed, no two of one party and year.
fn budgets(typed: &[String], language: Language) -> Result<Vec<Budget>> {
    let mut budgets: Vec<Budget> = Vec::with_capacity(typed.len());
    for typed in typed {
        let Some(budget) = Budget::of(typed) else {
            bail!("{}", language.say(&Message::Portfolio(PortfolioSay::NoBudget(typed))));
        };
        let is_same = |other: &Budget| other.party == budget.party && other.year == budget.year;
        if budgets.iter().any(is_same) {
            let both = format!("{}:{}", budget.party, budget.year);
            bail!("{}", language.say(&Message::Portfolio(PortfolioSay::BudgetTwice(&both))));
        }
        budgets.push(budget);
    }
    Ok(budgets)
}

/// Gathers what was found, and tells it.
fn told(
    found: Vec<Found>,
    (named, naming, budgets): (&Named, Naming, Vec<Budget>),
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    let layers = options.laid.layers();
    let asked = Asked { named, options, layers: &layers, scenarios: Scenarios::Left };
    let mut gathered = Gathered::default();
    let make = |name: &str, judged| came(name, naming, judged);
    let looked_at =
        many::each(found, asked, world, &make, |came, world| gathered.add(came, options, world))?;
    if looked_at != Exit::Fine {
        return Ok(looked_at);
    }
    let Gathered { mut portfolio, wrong, no_case } = gathered;
    for budget in budgets {
        let party = budget.party.clone();
        portfolio.hold(budget).map_err(|why| unheld(&portfolio, &party, &why, language))?;
    }
    let page = options.page(None, &world.surroundings);
    let found = portfolio::Found { portfolio: &portfolio, wrong: &wrong, no_case, layers: &layers };
    let report = || Ok(portfolio::report(&found, page.language));
    let (json, csv) = (|| Ok(json::object(&found)), || Ok(csv::table(&portfolio)?));
    shown::write(options.format(), &page, world, report, json, csv)?;
    Ok(if wrong.is_empty() { Exit::Fine } else { Exit::WrongInput })
}

/// What comes of a file that was judged.
fn came(name: &str, naming: Naming, judged: Judged) -> Came {
    match judged {
        Judged::Case(found) => match brought(name, naming, &found.1) {
            Ok(brought) => Came::Case(Box::new(brought)),
            Err(large) => Came::TooLarge(large),
        },
        Judged::Fund(_) | Judged::Prices(_) => Came::NoCase,
        judged @ Judged::NotRead(_) => Came::Wrong(name.to_owned(), Box::new(judged)),
    }
}

impl Gathered {
    fn add(&mut self, came: Came, options: &Options, world: &mut World) -> Result<()> {
        match came {
            Came::Case(brought) => {
                self.portfolio.add(*brought).map_err(|it| large(it, options, world))
            }
            Came::TooLarge(overflow) => Err(large(overflow, options, world)),
            Came::NoCase => {
                self.no_case += 1;
                Ok(())
            }
            Came::Wrong(name, judged) => {
                if let Judged::NotRead(not_read) = &*judged {
                    self.wrong.push(problems::wrong(&name, &not_read.problems()));
                }
                files::tell(&judged, options, world)?;
                Ok(writeln!(world.errors)?)
            }
        }
    }
}

/// That a sum is too large.
fn large(_: Overflow, options: &Options, world: &World) -> Error {
    let language = options.language(None, &world.surroundings);
    anyhow!("{}", language.say(&Message::Portfolio(PortfolioSay::TooLarge)))
}

/// Why a budget holds nothing.
fn unheld(portfolio: &Portfolio, party: &str, why: &NoSpent, language: Language) -> Error {
    let keys = portfolio.currencies.iter().flat_map(|sums| sums.parties.keys());
    let known: Vec<_> = keys.map(String::as_str).take(KNOWN).collect();
    let say = match why {
        NoSpent::Nobody => PortfolioSay::BudgetOfNobody { party, known: &known },
        NoSpent::InSeveral => PortfolioSay::BudgetOfMany(party),
        NoSpent::TooLarge(_) => PortfolioSay::TooLarge,
    };
    anyhow!("{}", language.say(&Message::Portfolio(say)))
}

/// How many parties are named where one is not found.
const KNOWN: usize = 10;
