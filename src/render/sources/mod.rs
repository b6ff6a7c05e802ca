//! The report of `sources`: each figure with what it rests on, and how far the margin moves with it.

pub mod csv;
pub mod json;

use super::blocks::{Align, Block, Cell, Column, Report, ReportTable, Role, Row};
use super::sensitivity::{Told, figure, value_of};
use super::subject::Subject;
use crate::document::{Place, Places, Source, SourceId};
use crate::language::{Language, Message, Sources as Say, SourcesColumn, numbers};
use crate::overlay::Layers;
use crate::verdict::Figure;
use crate::whatif::Evidence;
use crate::whatif::inputs::Input;
use crate::whatif::sources::{Basis, Register, Registered, Tally};

/// How many figures nobody has confirmed, with the command that lists them.
pub fn listed(report: &mut Report, subject: Subject<'_>, tally: Tally) {
    if tally.figures > 0 {
        report.say(&say(Say::Listed(tally)));
        report.command(subject.command(&["sources"], &[]));
    }
}

/// The report of where the figures come from.
pub fn report<T: Told>(
    told: &T,
    register: &Register<T::Margin>,
    (layers, language): (&Layers, Language),
) -> Report {
    let mut report = Report::new(language);
    report.lead(&say(Say::Title(told.name().to_people(language))));
    report.laid(layers);
    if register.figures.is_empty() {
        report.say(&say(Say::NoFigures));
        return report;
    }
    report.say(&say(Say::Tally(register.tally())));
    for words in told.opening(register.margin) {
        report.say(&Message::Sensitivity(words));
    }
    report.say(&say(Say::Moves));
    let shown = Shown { sources: &told.document().sources, ranges: false };
    figures(&mut report, register, shown, Input::path);
    evidence(&mut report, &register.evidence);
    report
}

/// On what the public return rests, where a price comes from a list.
pub fn evidence(report: &mut Report, evidence: &[Evidence]) {
    if evidence.is_empty() {
        return;
    }
    let words = report.language.say(&say(Say::HeadEvidence));
    report.blocks.push(Block::Heading(words));
    let columns = vec![
        column(report, SourcesColumn::Ground, Align::Left),
        column(report, SourcesColumn::Entries, Align::Right),
        column(report, SourcesColumn::Cashable, Align::Right),
        column(report, SourcesColumn::Part, Align::Right),
    ];
    let row = |row: &Evidence| {
        Row::plain(vec![
            report.cell(&say(Say::Ground(row.ground))),
            Cell::Text(numbers::count(report.language, row.entries)),
            Cell::Money(row.cashable),
            row.share()
                .map_or(Cell::Nothing, |part| Cell::Text(numbers::share(report.language, part, 2))),
        ])
    };
    let rows = evidence.iter().map(row).collect();
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
}

/// What is told of figures besides what they rest on.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The sources in which they stand.
    pub sources: &'a [Source],
    /// Whether their ranges are told: where there is room for them.
    pub ranges: bool,
}

/// Every figure, called by a name, in the sources where it stands: first those that nobody has
/// confirmed.
pub fn figures<M>(
    report: &mut Report,
    register: &Register<M>,
    shown: Shown<'_>,
    name: impl Fn(&Input) -> String,
) {
    let places = Places::of(shown.sources);
    let confirmed = |figure: &Registered| figure.basis.is_confirmed();
    for of_a_kind in register.figures.chunk_by(|one, next| confirmed(one) == confirmed(next)) {
        part(report, of_a_kind, (&places, shown.ranges), &name);
    }
}

fn say(say: Say<'_>) -> Message<'_> {
    Message::Sources(say)
}

/// The figures that somebody, or nobody, has confirmed.
fn part(
    report: &mut Report,
    figures: &[Registered],
    (places, ranges): (&Places<'_>, bool),
    name: &impl Fn(&Input) -> String,
) {
    let confirmed = figures.iter().any(|figure| figure.basis.is_confirmed());
    let head = if confirmed { Say::HeadNamed } else { Say::HeadUnconfirmed };
    let words = report.language.say(&say(head));
    report.blocks.push(Block::Heading(words));
    let columns = vec![
        column(report, SourcesColumn::Input, Align::Left),
        column(report, SourcesColumn::Now, Align::Right),
        column(report, SourcesColumn::Range, Align::Right),
        column(report, SourcesColumn::Moves, Align::Right),
        column(report, SourcesColumn::Place, Align::Right),
    ];
    let mut rows = Vec::new();
    for alike in figures.chunk_by(|one, next| one.basis == next.basis) {
        let basis = alike.first().map_or(&Basis::Unsaid, |figure| &figure.basis);
        rows.push(Row { role: Role::Group, cells: vec![said(report, basis)] });
        rows.extend(
            alike.iter().map(|figure| row(report, figure, (places, ranges), name(&figure.input))),
        );
    }
    let table = ReportTable { columns, rows, ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing));
}

fn column(report: &Report, column: SourcesColumn, align: Align) -> Column {
    Column { head: report.language.say(&say(Say::Column(column))), align }
}

fn said(report: &Report, basis: &Basis) -> Cell {
    match basis.said() {
        Some(said) => Cell::Text(said.to_people(report.language).to_owned()),
        None => report.cell(&say(Say::Unsaid)),
    }
}

fn row(
    report: &Report,
    registered: &Registered,
    (places, ranges): (&Places<'_>, bool),
    name: String,
) -> Row {
    let Registered { input, place, swing, .. } = registered;
    let written = |value| value_of(report.language, input.kind, value);
    let range = input
        .range
        .as_ref()
        .filter(|_| ranges)
        .map(|it| format!("{} – {}", written(it.low), written(it.high)));
    Row::plain(vec![
        Cell::Text(name),
        Cell::Text(written(input.value)),
        range.map_or(Cell::Nothing, Cell::Text),
        moves(report, *swing),
        Cell::Text(line(places, *place)),
    ])
}

fn moves(report: &Report, swing: Option<Figure>) -> Cell {
    match swing {
        Some(swing) if !swing.in_euros_or_times().is_above_zero() => Cell::NoMoney,
        swing => figure(report, swing),
    }
}

/// The line that something stands on, with the name of what it stands in where that is not the file
/// itself.
fn line(places: &Places<'_>, place: Place) -> String {
    match places.told(place) {
        Some((_, line, _)) if place.source == SourceId(0) => line.to_string(),
        Some((name, line, _)) => format!("{name}:{line}"),
        None => String::new(),
    }
}
