//! What a fund comes to, its years, its initiatives and its small loans.

use super::{figures, heading, words};
use crate::fund::{
    Application, Fate, Fund, FundAssessment, Lendable, Refusal, Shortage, Stop, Totals, Year,
};
use crate::language::{
    Column, Fell, FundColumn, FundMeasure, FundPart, FundSay, How, Message, Money, Text, numbers,
};
use crate::money::Cents;
use crate::render::blocks::{Cell, Report, ReportTable, Row};

/// More initiatives than this are shown by kind: nobody reads on.
const ONE_BY_ONE: usize = 100;

/// The measures, each with what it tells.
pub fn measures(report: &mut Report, assessment: &FundAssessment) {
    heading(report, FundPart::Measures);
    let columns = vec![
        report.words(Column::Measure),
        report.figures(Column::Value),
        report.words(Column::Meaning),
    ];
    let rows = values(report, assessment).into_iter().map(|(measure, value)| {
        Row::plain(vec![
            report.cell(&Message::Fund(FundSay::Measure(measure))),
            value,
            report.cell(&Message::Fund(FundSay::MeasureMeans(measure))),
        ])
    });
    let table = ReportTable { columns, rows: rows.collect(), ..ReportTable::default() };
    report.table(table);
}

fn values(report: &Report, assessment: &FundAssessment) -> Vec<(FundMeasure, Cell)> {
    let measures = &assessment.measures;
    let multiplier = measures.multiplier.map_or(Cell::NotApplicable, |ratio| Cell::Ratio(ratio, 2));
    let idle = measures.idle_share.map_or(Cell::NotApplicable, |share| {
        Cell::Text(numbers::percentage(report.language, share))
    });
    let mut values = vec![
        (FundMeasure::PutIn, Cell::Money(measures.put_in)),
        (FundMeasure::PutInReal, Cell::Money(measures.put_in_real)),
        (FundMeasure::NetWorth, Cell::Money(measures.net_worth)),
        (FundMeasure::NetWorthReal, Cell::Money(measures.net_worth_real)),
        (FundMeasure::Lent, Cell::Money(measures.lent)),
        (FundMeasure::Loans, count(measures.loans)),
        (FundMeasure::Repaid, Cell::Money(measures.principal)),
        (FundMeasure::Interest, Cell::Money(measures.interest)),
        (FundMeasure::IdleInterest, Cell::Money(measures.idle_interest)),
        (FundMeasure::Lost, Cell::Money(measures.lost)),
        (FundMeasure::Costs, Cell::Money(measures.costs)),
        (FundMeasure::LowestCash, Cell::Money(measures.lowest.0)),
        (FundMeasure::Multiplier, multiplier),
        (FundMeasure::Idle, idle),
    ];
    if assessment.fund.prices.0.is_empty() {
        let real = [FundMeasure::PutInReal, FundMeasure::NetWorthReal];
        values.retain(|(measure, _)| !real.contains(measure));
    }
    values
}

/// What flows in and out, by year.
pub fn flows(report: &mut Report, assessment: &FundAssessment) {
    heading(report, FundPart::Flows);
    by_year(report, assessment, |year| {
        vec![
            (FundColumn::PutIn, year.page.additions),
            (FundColumn::Lent, year.page.lent),
            (FundColumn::Repaid, year.page.principal),
            (FundColumn::Interest, year.page.interest),
            (FundColumn::IdleInterest, year.page.idle_interest),
            (FundColumn::Lost, year.page.losses),
            (FundColumn::Costs, year.page.costs),
        ]
    });
}

/// What stands at the end of each year.
pub fn stocks(report: &mut Report, assessment: &FundAssessment) {
    heading(report, FundPart::Stocks);
    if assessment.years.iter().any(|year| year.page.set_aside != Cents::ZERO) {
        report.say(&Message::Fund(FundSay::SetAside));
    }
    let prices_rise = !assessment.fund.prices.0.is_empty();
    by_year(report, assessment, |year| {
        let mut stocks = vec![
            (FundColumn::Cash, year.page.cash),
            (FundColumn::SetAside, year.page.set_aside),
            (FundColumn::Outstanding, year.page.outstanding),
            (FundColumn::NetWorth, year.net_worth),
        ];
        stocks.extend(prices_rise.then_some((FundColumn::Real, year.net_worth_real)));
        stocks
    });
}

fn by_year(
    report: &mut Report,
    assessment: &FundAssessment,
    of: impl Fn(&Year) -> Vec<(FundColumn, Cents)>,
) {
    let mut columns = vec![words(report, FundColumn::Year)];
    let named = assessment.years.first().map(&of).unwrap_or_default();
    columns.extend(named.into_iter().map(|(column, _)| figures(report, column)));
    let rows = assessment.years.iter().map(|year| {
        let mut cells = vec![Cell::Text(year.label.clone())];
        cells.extend(of(year).into_iter().map(|(_, amount)| self::amount(amount)));
        Row::plain(cells)
    });
    let table = ReportTable { columns, rows: rows.collect(), ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing_or_zero));
}

/// The initiatives: one by one, or by kind where there are very many.
pub fn initiatives(report: &mut Report, assessment: &FundAssessment) {
    let FundAssessment { fund, run, kinds, initiatives: totals, .. } = assessment;
    if run.applications.is_empty() {
        return;
    }
    if run.applications.len() > ONE_BY_ONE {
        heading(report, FundPart::Kinds);
        served(report, totals);
        let names = fund.initiatives.iter().map(|entry| &entry.name);
        by_sort(report, FundColumn::Initiative, names.zip(kinds));
        return fallen(report, assessment);
    }
    heading(report, FundPart::Initiatives);
    served(report, totals);
    let mut columns = vec![words(report, FundColumn::Initiative)];
    columns.extend(
        [
            FundColumn::Amount,
            FundColumn::Asked,
            FundColumn::Waited,
            FundColumn::Started,
            FundColumn::Fate,
            FundColumn::Repaid,
            FundColumn::Interest,
            FundColumn::Lost,
        ]
        .map(|column| figures(report, column)),
    );
    let rows = run.applications.iter().map(|asked| row(report, assessment, asked));
    let table = ReportTable { columns, rows: rows.collect(), ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing_or_zero));
    fallen(report, assessment);
}

/// Of each initiative that was lost, refused, or still waits: when, and why.
fn fallen(report: &mut Report, assessment: &FundAssessment) {
    let all: Vec<_> = assessment
        .run
        .applications
        .iter()
        .filter_map(|asked| Some((asked, how(&assessment.fund, asked)?)))
        .collect();
    if all.is_empty() {
        return;
    }
    report.say(&Message::Fund(FundSay::WithoutEnd));
    let shown = all.iter().take(ONE_BY_ONE).map(|&(asked, how)| {
        let name = name(report, assessment, asked);
        let asked = Money { amount: asked.amount, currency: &assessment.fund.currency };
        (name, asked, how)
    });
    let shown: Vec<_> = shown.collect();
    report.list(shown.iter().map(|(name, asked, how)| {
        Message::Fund(FundSay::Fell(Fell { initiative: name, asked: *asked, how: *how }))
    }));
    if all.len() > ONE_BY_ONE {
        report.say(&Message::Fund(FundSay::MoreFell(all.len() - ONE_BY_ONE)));
    }
}

fn how<'a>(fund: &'a Fund, asked: &Application) -> Option<How<'a>> {
    let money = |amount: Cents| Money { amount, currency: &fund.currency };
    let month = |number: usize| fund.horizon.month(i32::try_from(number).unwrap_or(i32::MAX));
    let lost = money(asked.lost);
    Some(match asked.fate {
        Fate::Repaid | Fate::Running => return None,
        Fate::Lost(Stop { after, why: Shortage::Cash { short } }) => {
            How::OutOfCash { month: month(asked.own_month(after)?), short: money(short), lost }
        }
        Fate::Lost(Stop { after, why: Shortage::Repayment { short, after: lowest } }) => {
            How::CannotRepay {
                month: month(asked.own_month(after)?),
                short: money(short),
                short_month: month(asked.own_month(lowest)?),
                lost,
            }
        }
        Fate::Refused(Refusal { month: at, of, there }) => {
            let (month, there) = (month(at), money(there.max(Cents::ZERO)));
            match of {
                Lendable::Ever => How::AboveCapital { month, there },
                Lendable::Then => How::NotEnough { month, there },
            }
        }
        Fate::Waiting => How::Waits { asked: month(asked.asked), last: fund.horizon.last() },
    })
}

/// What an initiative is called; one of several of its kind by its number too.
fn name(report: &Report, assessment: &FundAssessment, asked: &Application) -> String {
    let entry = assessment.fund.initiatives.get(asked.initiative);
    let name = entry.map(|entry| entry.name.to_people(report.language)).unwrap_or_default();
    if assessment.kinds.get(asked.initiative).is_none_or(|kind| kind.asked <= 1) {
        return name.to_owned();
    }
    report.language.say(&Message::Fund(FundSay::Numbered { name, number: asked.number }))
}

fn served(report: &mut Report, totals: &Totals) {
    let number = |count: i64| usize::try_from(count).unwrap_or(usize::MAX);
    report.say(&Message::Fund(FundSay::Served {
        served: number(totals.served),
        waiting: number(totals.waiting),
        refused: number(totals.refused),
    }));
}

fn row(report: &Report, assessment: &FundAssessment, asked: &Application) -> Row {
    let fund = &assessment.fund;
    let name = Cell::Text(name(report, assessment, asked));
    let month =
        |number: usize| Cell::Month(fund.horizon.month(i32::try_from(number).unwrap_or(i32::MAX)));
    let waited = asked
        .waited()
        .map_or(Cell::Nothing, |months| report.cell(&Message::Fund(FundSay::Waited(months))));
    Row::plain(vec![
        name,
        Cell::Money(asked.amount),
        month(asked.asked),
        waited,
        asked.started.map_or(Cell::Nothing, month),
        report.cell(&Message::Fund(FundSay::Fate(asked.fate))),
        amount(asked.principal),
        amount(asked.interest),
        amount(asked.lost),
    ])
}

/// The small loans.
pub fn lending(report: &mut Report, assessment: &FundAssessment) {
    let FundAssessment { fund, run, .. } = assessment;
    if fund.lending.is_empty() {
        return;
    }
    heading(report, FundPart::Lending);
    let names = fund.lending.iter().map(|entry| &entry.name);
    by_sort(report, FundColumn::Lending, names.zip(&run.lending));
}

fn by_sort<'a>(
    report: &mut Report,
    first: FundColumn,
    sorts: impl Iterator<Item = (&'a Text, &'a Totals)>,
) {
    let mut columns = vec![words(report, first)];
    columns.extend(
        [
            FundColumn::Asked,
            FundColumn::Served,
            FundColumn::Waiting,
            FundColumn::Refused,
            FundColumn::Lent,
            FundColumn::Repaid,
            FundColumn::Interest,
            FundColumn::Lost,
        ]
        .map(|column| figures(report, column)),
    );
    let language = report.language;
    let rows = sorts.map(|(name, totals)| {
        Row::plain(vec![
            Cell::Text(name.to_people(language).to_owned()),
            count(totals.asked),
            count(totals.served),
            count(totals.waiting),
            count(totals.refused),
            amount(totals.lent),
            amount(totals.principal),
            amount(totals.interest),
            amount(totals.lost),
        ])
    });
    let table = ReportTable { columns, rows: rows.collect(), ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing_or_zero));
}

fn count(count: i64) -> Cell {
    Cell::Count(usize::try_from(count).unwrap_or(usize::MAX))
}

fn amount(cents: Cents) -> Cell {
    if cents == Cents::ZERO { Cell::NoMoney } else { Cell::Money(cents) }
}
