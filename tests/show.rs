//! `bizcase show`: each `tests/show/NAME.toml` beside its tables, and sums that hold in every case.
//! `UPDATE_EXPECTED=1 cargo test show` writes the expected tables anew.

use crate::reference::random;
use crate::support::bizcase;
use crate::support::expected::compare;
use crate::support::files::toml_files;
use bizcase::case::{self, Case, Form};
use bizcase::document::{self, Source};
use bizcase::language::Language;
use bizcase::money::Cents;
use bizcase::overlay::Layers;
use bizcase::postings::{FundingPosting, Journal};
use bizcase::render::subject::Subject;
use bizcase::render::text::{self, Page};
use bizcase::render::{markdown, show};
use bizcase::statements::{
    self, By, Counted, Granted, Group, Label, Line, Overview, Sheet, SheetKind, View, Weight,
};
use std::fs;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

const LANGUAGES: [(Language, &str); 2] = [(Language::Nl, "nl"), (Language::En, "en")];
const PERIODS: [By; 3] = [By::Month, By::Quarter, By::Year];

/// Nothing laid over a case.
static NOTHING: Layers = Layers { scenarios: Vec::new(), arguments: Vec::new(), plan: false };

fn as_it_is(file: &str) -> Subject<'_> {
    Subject { file, layers: &NOTHING, outside: false }
}

fn every_case() -> Vec<PathBuf> {
    let open = ["tests/openings", "tests/sold", "tests/reserves"];
    let folders = ["cases", "tests/show", "tests/reports", "tests/ends"].into_iter().chain(open);
    folders.flat_map(toml_files).collect()
}

fn read(path: &Path) -> (Case, Journal) {
    read_text(fs::read_to_string(path).unwrap())
}

fn read_text(text: String) -> (Case, Journal) {
    let source = Source { name: "case.toml".to_owned(), text };
    let document = document::read(source).unwrap_or_else(|unread| panic!("{unread:?}"));
    let case = case::read(&document).unwrap_or_else(|problems| panic!("{problems:?}")).case;
    let journal = Journal::of(&case).unwrap();
    (case, journal)
}

#[test]
fn the_tables_are_as_expected() {
    for path in toml_files("tests/show") {
        let (case, journal) = read(&path);
        let name = path.file_name().unwrap().to_str().unwrap();
        for (language, code) in LANGUAGES {
            let page = Page { language, width: 80, color: false };
            let overview = Overview::of(&case, &journal, By::Year, Counted::All).unwrap();
            let report = show::report(as_it_is(name), &case, &overview, language);
            compare(&path.with_extension(format!("{code}.out")), &text::text(&report, &page));
            let entries = statements::entries(&case, journal.all(), By::Month).unwrap();
            let report = show::entries(&NOTHING, &case, &entries, By::Month, language);
            let shown = text::text(&report, &page);
            compare(&path.with_extension(format!("entries.{code}.out")), &shown);
        }
        let overview = Overview::of(&case, &journal, By::Quarter, Counted::Certain).unwrap();
        let report = show::report(as_it_is(name), &case, &overview, Language::Nl);
        compare(&path.with_extension("md"), &markdown::markdown(&report));
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    for path in every_case() {
        let (case, journal) = read(&path);
        let entries = statements::entries(&case, journal.all(), By::Month).unwrap();
        for by in PERIODS {
            let overview = Overview::of(&case, &journal, by, Counted::All).unwrap();
            for (language, code) in LANGUAGES {
                for width in [60, 80, 140, 240] {
                    let page = Page { language, width, color: false };
                    let all = show::report(as_it_is("case.toml"), &case, &overview, language);
                    let some = show::entries(&NOTHING, &case, &entries, By::Month, language);
                    for report in [all, some] {
                        let text = text::text(&report, &page);
                        let commands = |line: &&str| !line.starts_with("  bizcase ");
                        for line in text.lines().filter(commands) {
                            assert!(line.width() <= width, "{path:?} {code} {width}: {line}");
                        }
                    }
                }
            }
        }
    }
}

/// The amounts of the line with this label.
fn amounts(sheet: &Sheet, label: Label) -> Vec<Cents> {
    let line = sheet.lines.iter().find(|line| line.label == label);
    line.unwrap_or_else(|| panic!("{label:?}")).amounts.clone()
}

fn added<'a>(periods: usize, lines: impl IntoIterator<Item = &'a Line>) -> Vec<Cents> {
    let mut sums = vec![0; periods];
    for line in lines {
        sums.iter_mut().zip(&line.amounts).for_each(|(sum, amount)| *sum += amount.0);
    }
    sums.into_iter().map(Cents).collect()
}

fn of_group(sheet: &Sheet, group: Group) -> impl Iterator<Item = &Line> {
    let is_entry = move |line: &&Line| matches!(line.label, Label::Entry(of, _) if of == group);
    sheet.lines.iter().filter(is_entry)
}

/// The items above the line with this label, below what stands over them.
fn above(sheet: &Sheet, label: Label) -> impl Iterator<Item = &Line> {
    let end = sheet.lines.iter().position(|line| line.label == label).unwrap();
    let is_item =
        |line: &&Line| matches!(line.label, Label::Entry(..) | Label::Sale | Label::DebtService);
    sheet.lines[..end].iter().filter(is_item)
}

fn minus(from: &[Cents], less: &[Cents]) -> Vec<Cents> {
    from.iter().zip(less).map(|(from, less)| Cents(from.0 - less.0)).collect()
}

fn sheet(overview: &Overview, kind: SheetKind) -> &Sheet {
    overview.sheets.iter().find(|sheet| sheet.kind == kind).unwrap()
}

fn each_overview(check: impl Fn(&Overview, usize)) {
    for path in every_case() {
        let (case, journal) = read(&path);
        for by in PERIODS {
            for counted in [Counted::Certain, Counted::All] {
                let overview = Overview::of(&case, &journal, by, counted).unwrap();
                check(&overview, case.horizon.months() / by.months());
            }
        }
    }
}

#[test]
fn totals_are_the_sums_of_their_items() {
    each_overview(|overview, periods| {
        let totals = [
            (SheetKind::Plan, Group::Cost, Label::Investments),
            (SheetKind::Plan, Group::Funding, Label::Financing),
            (SheetKind::Exploitation, Group::Funding, Label::Income),
            (SheetKind::Exploitation, Group::Cost, Label::Costs),
        ];
        for (kind, group, total) in totals {
            let sheet = sheet(overview, kind);
            let upto = sheet.lines.iter().position(|line| line.label == total).unwrap();
            let open = sheet.lines[..upto].iter();
            let open = open
                .filter(|line| matches!(line.label, Label::Entry(Group::Opening, _) | Label::Sale));
            let items = of_group(sheet, group).chain(open);
            assert_eq!(added(periods, items), amounts(sheet, total), "{total:?}");
        }
        let cash = sheet(overview, SheetKind::Liquidity);
        let receipts = added(periods, above(cash, Label::Receipts));
        assert_eq!(receipts, amounts(cash, Label::Receipts));

        let plan = sheet(overview, SheetKind::Plan);
        let left = minus(&amounts(plan, Label::Financing), &amounts(plan, Label::Investments));
        assert_eq!(left, amounts(plan, Label::FinancingLeft));

        let exploitation = sheet(overview, SheetKind::Exploitation);
        let less = [Label::Costs, Label::Depreciation, Label::Interest];
        let result = less.iter().fold(amounts(exploitation, Label::Income), |result, &label| {
            minus(&result, &amounts(exploitation, label))
        });
        let gains = exploitation.lines.iter().filter(|line| line.label == Label::Gain);
        let lost: Vec<_> = added(periods, gains).iter().map(|gain| Cents(-gain.0)).collect();
        let result = minus(&result, &lost);
        assert_eq!(result, amounts(exploitation, Label::ExploitationResult));

        for line in overview.sheets.iter().flat_map(|sheet| &sheet.lines) {
            let whole: i64 = line.amounts.iter().map(|amount| amount.0).sum();
            assert_eq!(line.whole, (!line.stock).then_some(Cents(whole)));
        }
        for sort in &overview.worth {
            let sum = |of: fn(&statements::PresentValue) -> Cents| {
                Cents(sort.values.iter().map(|value| of(value).0).sum())
            };
            assert_eq!(sum(|value| value.accrual), sort.accrual);
            assert_eq!(sum(|value| value.cash), sort.cash);
        }
    });
}

#[test]
fn cash_goes_on_from_period_to_period() {
    each_overview(|overview, periods| {
        let sheet = sheet(overview, SheetKind::Liquidity);
        let all = added(periods, above(sheet, Label::Payments));
        let payments = minus(&all, &amounts(sheet, Label::Receipts));
        assert_eq!(payments, amounts(sheet, Label::Payments));
        let (opening, closing) =
            (amounts(sheet, Label::OpeningCash), amounts(sheet, Label::ClosingCash));
        assert_eq!(opening[1..], closing[..closing.len() - 1]);
        let change = minus(&amounts(sheet, Label::Receipts), &payments);
        assert_eq!(minus(&closing, &opening), change);
        let lowest = sheet.lines.iter().find(|line| line.label == Label::LowestCash);
        if let Some(lowest) = lowest {
            assert!(lowest.amounts.iter().zip(&closing).all(|(low, closing)| low <= closing));
        }
        assert_eq!(lowest.is_none(), overview.by == By::Month);
    });
}

#[test]
fn both_sides_of_the_balance_sheet_are_equal() {
    each_overview(|overview, periods| {
        let sheet = sheet(overview, SheetKind::Balance);
        // How much of equity is set apart is more about that line.
        let counted: Vec<_> =
            sheet.lines.iter().filter(|line| line.weight != Weight::Note).cloned().collect();
        let (owned, owing) = counted.split_at(5);
        for side in [owned, owing] {
            let (total, items) = side.split_last().unwrap();
            assert_eq!(added(periods, items), total.amounts);
            let opening = |line: &Line| line.opening.unwrap().0;
            assert_eq!(items.iter().map(opening).sum::<i64>(), opening(total));
        }
        assert_eq!(owned[4].amounts, owing[4].amounts);
        assert_eq!(owned[4].opening, owing[4].opening);
    });
}

#[test]
fn it_balances_in_every_month() {
    let random = (0..300).map(|seed| (format!("random case {seed}"), random::case(seed)));
    let random = random.map(|(name, text)| (name, read_text(text)));
    let files = every_case().into_iter().map(|path| (path.display().to_string(), read(&path)));
    for (name, (case, journal)) in files.chain(random) {
        for granted in [Granted::certain(&case), Granted::all(&case)] {
            let postings = journal.run(&case, &granted).unwrap();
            let view = View { case: &case, postings: &postings, granted: &granted };
            let sheets = statements::sheets(view).unwrap();
            let balance = sheets.iter().find(|sheet| sheet.kind == SheetKind::Balance).unwrap();
            let sides = [Label::Assets, Label::LiabilitiesAndEquity];
            let [assets, others] = sides.map(|label| amounts(balance, label));
            assert_eq!(assets, others, "{name}");
            assert_eq!(assets.len(), case.horizon.months());
        }
    }
}

/// In a case that ends nothing is paid too late to be seen: parts of all of it are all of it together.
#[test]
fn what_is_paid_in_parts_adds_up() {
    let mut found = 0;
    for seed in 0..800 {
        let (case, journal) = read_text(random::case(seed));
        if !case.ends {
            continue;
        }
        let costs = case.costs.iter().zip(&journal.all().costs);
        let costs = costs.map(|(entry, posting)| (entry.what.milestones.as_ref(), &posting.flow));
        let funding = case.funding.iter().zip(&journal.all().funding);
        let funding = funding.filter_map(|(entry, posting)| match (&entry.what.form, &**posting) {
            (Form::Income(income), FundingPosting::Income(flow)) => {
                Some((income.milestones.as_ref(), flow))
            }
            (Form::Equity(equity), FundingPosting::Equity(flow)) => {
                Some((equity.milestones.as_ref(), flow))
            }
            _ => None,
        });
        for (_, flow) in costs.chain(funding).filter(|(milestones, _)| milestones.is_some()) {
            let total = |months: &[Cents]| months.iter().map(|amount| amount.0).sum::<i64>();
            assert_eq!(total(&flow.cash) + total(&flow.after), total(&flow.accrual), "case {seed}");
            found += 1;
        }
    }
    assert!(found > 40, "{found}");
}

#[test]
fn what_is_owed_follows_from_draws_and_principal() {
    each_overview(|overview, periods| {
        let sheet = sheet(overview, SheetKind::Loans);
        let loans: Vec<_> = of_group(sheet, Group::Funding).collect();
        for (at, loan) in sheet.lines.iter().enumerate() {
            if !matches!(loan.label, Label::Entry(..)) {
                continue;
            }
            let [draw, principal] = [&sheet.lines[at + 1], &sheet.lines[at + 3]];
            assert_eq!((draw.label, principal.label), (Label::Draw, Label::Principal));
            let mut owed = loan.opening.unwrap().0;
            for period in 0..periods {
                owed += draw.amounts[period].0 - principal.amounts[period].0;
                assert_eq!(loan.amounts[period], Cents(owed));
            }
        }
        if loans.len() > 1 {
            assert_eq!(added(periods, loans), amounts(sheet, Label::Loans));
            let cash = self::sheet(overview, SheetKind::Liquidity);
            assert_eq!(amounts(cash, Label::DebtService), amounts(sheet, Label::DebtService));
        }
    });
}

const CASE: &str = "tests/show/everything.toml";

#[test]
fn an_entry_that_is_not_there_is_told_with_those_that_are() {
    for (lang, words) in [("nl", "bedoelt u `cost.bikes`?"), ("en", "did you mean `cost.bikes`?")] {
        let output = bizcase(&["show", CASE, "--entry", "cost.bike", "--lang", lang], "");
        assert_eq!((output.code, output.stdout.as_str()), (2, ""));
        assert!(output.stderr.contains(words), "{}", output.stderr);
        assert!(output.stderr.contains("`funding.helpers`"), "{}", output.stderr);
    }
    // Who leaves out the group is understood too.
    let output = bizcase(&["show", CASE, "--entry", "bikes", "--lang", "en"], "");
    assert!(output.stderr.contains("did you mean `cost.bikes`?"), "{}", output.stderr);
}

#[test]
fn an_entry_that_is_off_is_said_to_be() {
    let case = fs::read_to_string(CASE).unwrap();
    let case = case.replace("[cost.cook]\n", "[cost.cook]\noff = true\n");
    let output = bizcase(&["show", "-", "--entry", "cost.cook", "--lang", "en"], &case);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("`cost.cook` is switched off"), "{}", output.stderr);
}

#[test]
fn only_the_entries_that_are_asked_for_are_shown() {
    let asked = ["--entry", "funding.new_loan", "--entry", "cost.bikes"];
    let shown = |format| bizcase(&[&["show", CASE, "--format", format], &asked[..]].concat(), "");
    let json: serde_json::Value = serde_json::from_str(&shown("json").stdout).unwrap();
    assert_eq!(json["entries"].as_array().unwrap().len(), 1);
    assert_eq!(json["entries"][0]["id"], "cost.bikes");
    assert_eq!(json["loans"][0]["id"], "funding.new_loan");
    let csv = shown("csv").stdout;
    let ids: Vec<_> = csv.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(ids, ["cost.bikes", "cost.bikes", "funding.new_loan", "funding.new_loan"]);
    let markdown = shown("markdown").stdout;
    assert_eq!(markdown.matches("## ").count(), 2, "{markdown}");
}

#[test]
fn the_tables_say_on_which_funding_they_are() {
    let shown = |funding| bizcase(&["show", CASE, "--lang", "en", "--funding", funding], "").stdout;
    let (all, certain) = (shown("all"), shown("certain"));
    assert!(all.contains("Subsidy of the municipality (requested)"));
    assert!(all.contains("\u{a0}on certain funding"));
    assert!(certain.contains("Left out, because only requested:\n“Subsidy of the municipality”."));
    assert!(!certain.contains("(requested)"));
    assert!(certain.contains("\u{a0}with all requests"));
}
