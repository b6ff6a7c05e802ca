//! What is computed, as charts.

use super::findings::Findings;
use super::named::named;
use crate::case::{Case, Entry, Opening, OpeningKind, TestId};
use crate::chart::{
    Across, Band, Chart, Lines, Pattern, Periods, Plot, Series, Spot, Stacked, Step, Steps, Tornado,
};
use crate::exact::to_cents;
use crate::language::{
    ChartSay, Column, Flow, Language, Message, Money, Page, Sensitivity as Say, SensitivityColumn,
    Stride, numbers,
};
use crate::money::{Cents, Overflow};
use crate::render::simulate::SHARE;
use crate::statements::{Counted, Flows};
use crate::verdict::{Figure, Finding, Margin, PartyRow, Structure, Test, Verdict};
use crate::whatif::sensitivity::{Sensitivity, Swing};
use crate::whatif::simulate::{PERCENTAGES, Simulation};

/// The most numbers of a tornado: those that move it less are told, not drawn.
const NUMBERS: usize = 12;

/// The most costs of a waterfall that have a step of their own.
const COSTS: usize = 6;

pub(super) fn say(language: Language, say: ChartSay<'_>) -> String {
    language.say(&Message::Page(Page::Chart(say)))
}

fn money(case: &Case, amount: Cents) -> Money<'_> {
    Money { amount, currency: &case.currency }
}

/// The case years, each named.
pub(super) fn years(language: Language, labels: &[String]) -> Periods {
    Periods {
        head: language.say(&Message::Column(Column::Year)),
        names: labels.to_vec(),
        labels: labels.iter().cloned().enumerate().collect(),
        months: Vec::new(),
    }
}

/// The months of a case, of which the first of each year is named.
fn months(case: &Case, language: Language) -> Periods {
    let horizon = case.horizon;
    let short = |number: i32| numbers::short_month(language, horizon.month(number));
    let year = |year: usize| (year * 12, horizon.label(year));
    // Of a month only its name: the year is that of its row.
    let name = |number: i32| {
        let whole = short(number);
        whole.split(' ').next().map(str::to_owned).unwrap_or_default()
    };
    Periods {
        head: language.say(&Message::Column(Column::Year)),
        names: (0..horizon.end()).map(short).collect(),
        labels: (0..case.years()).map(year).collect(),
        months: (0..12).map(name).collect(),
    }
}

/// Cash by month, on certain funding and on all.
///
/// # Errors
/// [`Overflow`] when the threshold outgrows [`Cents`].
pub fn cash(found: &Findings<'_>, language: Language) -> Result<Chart, Overflow> {
    let Findings { case, verdict, closing, .. } = *found;
    let test = verdict.tests.iter().find(|test| test.id == TestId::Liquidity);
    let short = |run: fn(&Test) -> Option<Finding>| test.and_then(run)?.below_from;
    let (short, short_on_all) = (short(|test| test.certain), short(|test| test.all));
    let lowest = test.and_then(|test| test.certain);
    let amount = match lowest.map(|lowest| lowest.figure) {
        Some(Figure::Money(amount)) => amount,
        Some(Figure::Ratio(_)) | None => Cents::ZERO,
    };
    let promises = verdict.conditions.iter().filter_map(|&place| case.funding.get(place));
    let title = ChartSay::Cash {
        verdict: verdict.kind,
        short,
        short_on_all,
        promises: promises.map(|entry| entry.name.to_people(language)).collect(),
        lowest: money(case, amount),
        month: lowest.and_then(|lowest| lowest.month).unwrap_or(case.horizon.start),
    };
    let both = closing.certain != closing.all;
    let line = |counted, pattern, amounts: &[Cents]| Series {
        name: say(language, ChartSay::CashLine(counted)),
        pattern,
        amounts: amounts.to_vec(),
    };
    let series = if both {
        vec![
            line(Some(Counted::Certain), Pattern::Solid, &closing.certain),
            line(Some(Counted::All), Pattern::Rising, &closing.all),
        ]
    } else {
        vec![line(None, Pattern::Solid, &closing.certain)]
    };
    let spot = short.and_then(|month| {
        let period = usize::try_from(case.horizon.number(month)).ok()?;
        Some(Spot { series: 0, period, words: numbers::short_month(language, month) })
    });
    let least = to_cents(case.criteria.min_cash.0)?;
    let least_name = say(language, ChartSay::Least(money(case, least)));
    Ok(Chart {
        id: "cash",
        title: say(language, title),
        about: say(language, ChartSay::CashAbout { both, apart: !case.reserves.is_empty() }),
        plot: Plot::Lines(Lines {
            periods: months(case, language),
            bands: Vec::new(),
            series,
            limit: Some((least_name, least)),
            spot,
        }),
    })
}

/// Money in and out by year.
pub fn flows(case: &Case, flows: &Flows, language: Language) -> Chart {
    let labels: Vec<_> = (0..case.years()).map(|year| case.horizon.label(year)).collect();
    let last = |amounts: &[Cents]| money(case, amounts.last().copied().unwrap_or_default());
    let title = ChartSay::Flows {
        year: labels.last().map(String::as_str).unwrap_or_default(),
        structural: last(&flows.structural),
        costs: last(&flows.costs),
    };
    let receives = |open: &Entry<Opening>| open.what.kind == OpeningKind::Receivable;
    let sells =
        case.costs.iter().any(|cost| cost.what.investment.is_some_and(|it| it.sold.is_some()));
    let capital = if sells || case.openings.iter().any(receives) {
        Flow::CapitalAndMore
    } else {
        Flow::Capital
    };
    let service = if case.openings.iter().all(receives) {
        Flow::DebtService
    } else {
        Flow::DebtServiceAndMore
    };
    let parts = [
        (Flow::Structural, Pattern::Solid, &flows.structural, false),
        (Flow::Temporary, Pattern::Rising, &flows.temporary, false),
        (capital, Pattern::Dots, &flows.capital, false),
        (Flow::Requested, Pattern::Hollow, &flows.requested, false),
        (Flow::Costs, Pattern::Falling, &flows.costs, true),
        (Flow::Investments, Pattern::Crossed, &flows.investments, true),
        (service, Pattern::Level, &flows.debt_service, true),
    ];
    let happens = |amounts: &[Cents]| amounts.iter().any(|&amount| amount != Cents::ZERO);
    let series = parts.into_iter().filter(|(_, _, amounts, _)| happens(amounts));
    let series = series.map(|(flow, pattern, amounts, goes_out)| Series {
        name: say(language, ChartSay::Flow(flow)),
        pattern,
        amounts: amounts
            .iter()
            .map(|&amount| if goes_out { out(amount) } else { amount })
            .collect(),
    });
    Chart {
        id: "flows",
        title: say(language, title),
        about: say(language, ChartSay::FlowsAbout),
        plot: Plot::Stacked(Stacked {
            periods: years(language, &labels),
            series: series.collect(),
        }),
    }
}

/// What goes out, drawn below the line.
fn out(amount: Cents) -> Cents {
    Cents(amount.0.saturating_neg())
}

/// From structural income to the last year's result; then to that with all that is requested.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn steps(
    case: &Case,
    [certain, all]: [&Structure; 2],
    language: Language,
) -> Result<Chart, Overflow> {
    let both = certain != all;
    let step = |stride, amount, is_level| Step {
        name: say(language, ChartSay::Step(stride)),
        amount,
        is_level,
    };
    let sum = |amounts: &[(usize, Cents)]| Cents::total(amounts.iter().map(|(_, amount)| *amount));
    let income = sum(&certain.income)?;
    let mut steps = vec![step(Stride::Income, income, true)];
    let mut costs: Vec<_> =
        certain.costs.iter().filter(|(_, amount)| *amount != Cents::ZERO).copied().collect();
    costs.sort_by_key(|(_, amount)| std::cmp::Reverse(*amount));
    // One left over has a step as well as a heap of one would.
    let shown = if costs.len() <= COSTS + 1 { costs.len() } else { COSTS };
    let (own, others) = costs.split_at(shown);
    for (place, amount) in own {
        let name =
            case.costs.get(*place).map(|entry| entry.name.to_people(language)).unwrap_or_default();
        steps.push(step(Stride::Cost(name), out(*amount), false));
    }
    if !others.is_empty() {
        steps.push(step(Stride::OtherCosts(others.len()), out(sum(others)?), false));
    }
    for (stride, amount) in
        [(Stride::Replacement, certain.replacement), (Stride::Interest, certain.interest)]
    {
        if amount != Cents::ZERO {
            steps.push(step(stride, out(amount), false));
        }
    }
    let counted = |counted| both.then_some(counted);
    steps.push(step(Stride::Result(counted(Counted::Certain)), certain.result, true));
    if both {
        let more = sum(&all.income)?.minus(income)?;
        let rest = all.result.minus(certain.result)?.minus(more)?;
        for (stride, amount) in [(Stride::Requested, more), (Stride::Rest, rest)] {
            if amount != Cents::ZERO {
                steps.push(step(stride, amount, false));
            }
        }
        steps.push(step(Stride::Result(Some(Counted::All)), all.result, true));
    }
    let title = ChartSay::Steps {
        result: money(case, certain.result),
        all: both.then(|| money(case, all.result)),
    };
    Ok(Chart {
        id: "steps",
        title: say(language, title),
        about: say(language, ChartSay::StepsAbout),
        plot: Plot::Steps(Steps {
            heads: [ChartSay::StepHead, ChartSay::Amount].map(|head| say(language, head)),
            steps,
        }),
    })
}

/// What each party pays against what it can cash and saves besides.
///
/// # Errors
/// [`Overflow`] when a difference outgrows [`Cents`].
pub fn parties(case: &Case, verdict: &Verdict, language: Language) -> Result<Chart, Overflow> {
    let both = || case.parties.iter().zip(&verdict.parties);
    let wrong = both().filter(|(_, row)| row.is_wrong_pocket());
    let wrong = wrong.max_by_key(|(_, row)| row.benefits.saves);
    let most = both().filter(|(_, row)| row.pays > Cents::ZERO).max_by_key(|(_, row)| row.pays);
    let title = match (wrong, most) {
        (Some((party, row)), _) => ChartSay::WrongPocket {
            party: party.name.to_people(language),
            saves: money(case, row.benefits.saves),
        },
        (None, Some((party, row))) => ChartSay::PaysMost {
            party: party.name.to_people(language),
            pays: money(case, row.pays),
            cashable: money(case, row.benefits.cashable),
        },
        (None, None) => ChartSay::NobodyPays,
    };
    let shown = both().filter(|(_, row)| pays_or_saves(row));
    let rows = shown.map(|(party, row)| {
        let besides = row.benefits.saves.minus(row.benefits.cashable)?;
        Ok((
            party.name.to_people(language).to_owned(),
            vec![row.pays, row.benefits.cashable, besides],
        ))
    });
    let column = |column| language.say(&Message::Column(column));
    Ok(Chart {
        id: "parties",
        title: say(language, title),
        about: say(language, ChartSay::PartiesAbout),
        plot: Plot::Across(Across {
            head: column(Column::Party),
            series: vec![
                (column(Column::Pays), Pattern::Rising),
                (column(Column::Cashable), Pattern::Solid),
                (say(language, ChartSay::Besides), Pattern::Dots),
            ],
            bars: vec![vec![0], vec![1, 2]],
            rows: rows.collect::<Result<_, Overflow>>()?,
        }),
    })
}

/// What each number moves; nothing where the margin is no money, or nothing moves it.
pub fn tornado(case: &Case, found: &Sensitivity, language: Language) -> Option<Chart> {
    let Figure::Money(base) = found.margin.by else { return None };
    let ends = |swing: &Swing| {
        let end = |margin: Option<Margin>| match margin?.by {
            Figure::Money(amount) => Some(amount),
            Figure::Ratio(_) => None,
        };
        let name = named(case, &swing.input, language);
        Some((name, end(swing.low.margin)?, end(swing.high.margin)?))
    };
    let moving: Vec<_> = found.swings.iter().filter(|swing| swing.moves()).collect();
    let rows: Vec<_> = moving.iter().filter_map(|swing| ends(swing)).take(NUMBERS).collect();
    let (first, _, _) = rows.first()?;
    let test = language.say(&Message::Test(found.margin.test));
    let left = moving.len() - rows.len();
    let head = |column| language.say(&Message::Sensitivity(Say::Column(column)));
    Some(Chart {
        id: "numbers",
        title: say(language, ChartSay::Tornado { input: first }),
        about: say(language, ChartSay::TornadoAbout { test: &test, left }),
        plot: Plot::Tornado(Tornado {
            heads: [SensitivityColumn::Input, SensitivityColumn::AtLow, SensitivityColumn::AtHigh]
                .map(head),
            base: (say(language, ChartSay::AsItIs), base),
            rows,
        }),
    })
}

/// How far cash spreads by year; nothing where nothing is drawn.
pub fn spread(case: &Case, found: &Simulation, language: Language) -> Option<Chart> {
    if found.closing.is_empty() || found.lottery.is_certain() {
        return None;
    }
    let labels: Vec<_> = (0..case.years()).map(|year| case.horizon.label(year)).collect();
    let at = |place: usize| -> Vec<Cents> {
        found.closing.iter().filter_map(|spread| spread.figures.get(place).copied()).collect()
    };
    let percentage = |place: usize| {
        PERCENTAGES.get(place).and_then(|&it| u8::try_from(it).ok()).unwrap_or_default()
    };
    let band = |low: usize, high: usize| Band {
        name: say(language, ChartSay::Band(percentage(low), percentage(high))),
        edges: [low, high].map(|edge| say(language, ChartSay::Edge(percentage(edge)))),
        low: at(low),
        high: at(high),
    };
    let middle = Series {
        name: say(language, ChartSay::Edge(percentage(2))),
        pattern: Pattern::Solid,
        amounts: at(2),
    };
    let share = found.closes.share().rounded(SHARE);
    Some(Chart {
        id: "spread",
        title: say(language, ChartSay::Spread { share }),
        about: say(language, ChartSay::SpreadAbout),
        plot: Plot::Lines(Lines {
            periods: years(language, &labels),
            bands: vec![band(0, 4), band(1, 3)],
            series: vec![middle],
            limit: None,
            spot: None,
        }),
    })
}

/// Whether a chart of parties has anything to show.
pub fn has_parties(verdict: &Verdict) -> bool {
    verdict.parties.iter().any(pays_or_saves)
}

fn pays_or_saves(row: &PartyRow) -> bool {
    row.pays != Cents::ZERO || row.benefits.saves != Cents::ZERO
}
