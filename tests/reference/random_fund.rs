//! Random valid funds: as the files that the program reads, and as what the reference runs.

use std::fmt::Write;

use super::calendar::CalendarMonth;
use super::case::{Loan, Repayment};
use super::exact::{Cents, Exact, decimal, percentage};
use super::fund::{Fund, Initiative, Lending};
use super::random::{self, Dice};
use super::reading;

/// A fund with its files.
pub struct Drawn {
    pub fund: Fund,
    /// The text of the fund.
    pub toml: String,
    /// Names and texts of the cases that it names.
    pub cases: Vec<(String, String)>,
}

/// The terms of a loan, as lines and as a loan drawn in a month.
struct Terms {
    lines: String,
    loan: Loan,
}

fn terms(dice: &mut Dice, amount: Cents, on: i64) -> Terms {
    let every = dice.pick(&[1, 1, 1, 3, 12]);
    let count = dice.between(1, 48 / every);
    let grace = if dice.percent(40) { dice.between(0, count - 1) } else { 0 };
    let interest = dice.pick(&["0%", "1.5%", "2%", "7%", "3.333%", "12%"]);
    let (word, repayment) = dice.pick(&[
        ("annuity", Repayment::Annuity),
        ("linear", Repayment::Linear),
        ("bullet", Repayment::Bullet),
    ]);
    let rhythm = match every {
        1 => "monthly",
        3 => "quarterly",
        _ => "yearly",
    };
    let (term, grace) = (count * every, grace * every);
    let mut lines = format!(
        "amount = {}\ninterest = \"{interest}\"\nrepayment = \"{word}\"\nterm = \"{term} months\"\n\
         instalments = \"{rhythm}\"\n",
        euros(amount)
    );
    if grace > 0 {
        writeln!(lines, "grace = \"{grace} months\"").unwrap();
    }
    let mut interest = vec![percentage(interest)];
    if dice.percent(25) {
        let later = dice.pick(&["0%", "4%", "1.25%"]);
        let first = lines.find("interest = ").unwrap() + "interest = ".len();
        let end = first + lines[first..].find('\n').unwrap();
        let list = format!("[{}, \"{later}\"]", &lines[first..end]);
        lines.replace_range(first..end, &list);
        interest.push(percentage(later));
    }
    let adds = dice.percent(30);
    if adds {
        lines += "grace_interest = \"added\"\n";
    }
    let mut amortised_over = term;
    if repayment != Repayment::Bullet && dice.percent(25) {
        amortised_over += every * dice.between(0, 20);
        writeln!(lines, "amortised_over = \"{amortised_over} months\"").unwrap();
    }
    let loan = Loan { amount, on, interest, repayment, term, amortised_over, adds, grace, every };
    Terms { lines, loan }
}

fn euros(cents: Cents) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The case of an initiative with its fund loans: any case at all, or a plain one that can pay.
fn case(dice: &mut Dice, seed: u64, unit: Cents) -> (String, Vec<String>) {
    let (mut text, start) = if dice.percent(30) {
        // A fund lends in its own currency.
        let text = random::case(seed);
        let text = text.lines().filter(|line| !line.starts_with("currency"));
        let text = text.flat_map(|line| [line, "\n"]).collect::<String>();
        let start = reading::read(&text).start;
        (text, start)
    } else {
        plain_case(dice, unit)
    };
    let months = reading::read(&text).months();
    text.push_str("\n[party.the_fund]\n");
    let mut paths = Vec::new();
    for number in 0..dice.pick(&[1, 1, 1, 2, 3]) {
        let amount = Cents::from(dice.between(1, 300)) * unit / 100;
        let on = if dice.percent(60) { 0 } else { dice.between(0, months - 1) };
        let status = dice.pick(&["requested", "committed"]);
        let Terms { lines, .. } = terms(dice, amount, on);
        write!(
            text,
            "\n[funding.the_loan_{number}]\nkind = \"loan\"\nparty = \"the_fund\"\nrevolving = \
             true\nstatus = \"{status}\"\non = \"{}\"\n{lines}",
            start.after(on).text()
        )
        .unwrap();
        paths.push(format!("funding.the_loan_{number}"));
    }
    // Neither of these is the fund's: one does not go round, the other is somebody else's.
    if dice.percent(20) {
        let Terms { lines, .. } = terms(dice, unit, 0);
        write!(
            text,
            "\n[funding.not_round]\nkind = \"loan\"\nparty = \"the_fund\"\nstatus = \
             \"committed\"\n{lines}\n[funding.not_ours]\nkind = \"loan\"\nrevolving = \
             true\nstatus = \"committed\"\n{lines}"
        )
        .unwrap();
    }
    (text, paths)
}

fn plain_case(dice: &mut Dice, unit: Cents) -> (String, CalendarMonth) {
    let start = CalendarMonth(dice.between(2024, 2030) * 12 + dice.between(0, 11));
    let ends = dice.percent(40);
    let mut text = format!(
        "format = 1\n[case]\nname = \"Plain\"\nends = {ends}\nstart = \"{}\"\nyears = {}\n\
         opening_cash = {}\n[rate]\nprices = [\"3%\", \"2.5%\"]\n",
        start.text(),
        dice.between(1, 5),
        euros(unit * Cents::from(dice.between(0, 3)))
    );
    write!(
        text,
        "[funding.sales]\nkind = \"sales\"\namount = {}\nper = \"year\"\nindex = \"prices\"\n\
         season = [1, 1, 1, 2, 3, 4, 5, 4, 3, 2, 1, 1]\ndelay = \"{} months\"\n[cost.all]\namount \
         = {}\nper = \"month\"\nindex = \"prices\"\n",
        euros(unit * Cents::from(dice.between(10, 40)) / 10),
        dice.pick(&[0, 0, 2, 5]),
        euros(unit * Cents::from(dice.between(1, 30)) / 120)
    )
    .unwrap();
    (text, start)
}

/// The fund that belongs to a seed.
#[allow(clippy::too_many_lines, reason = "one table of the file after another")]
pub fn fund(seed: u64) -> Drawn {
    let mut dice = Dice::of(seed);
    let dice = &mut dice;
    let years = dice.between(1, 8);
    let months = 12 * years;
    let start = CalendarMonth(dice.between(2024, 2030) * 12 + dice.pick(&[0, 0, 3, 8, 11]));
    let unit: Cents = dice.pick(&[700, 100_000, 1_000_000]);
    let capital = unit * Cents::from(dice.between(0, 60)) / 10;
    let reserve = if dice.percent(50) { 0 } else { capital / Cents::from(dice.between(3, 20)) };
    let idle = dice.pick(&["0%", "1%", "0.777%", "3%"]);
    let prices: Vec<&str> =
        dice.pick(&[&[][..], &["2%"][..], &["3%", "1%"][..], &["-1.5%"][..]]).to_vec();
    let refuse = dice.percent(35);
    let mut toml = format!(
        "format = 1\n[fund]\nname = \"F\"\nstart = \"{}\"\nyears = {years}\ncapital = {}\nreserve \
         = {}\nidle_interest = \"{idle}\"\nwhen_full = \"{}\"\n",
        start.text(),
        euros(capital),
        euros(reserve),
        if refuse { "refuse" } else { "wait" }
    );
    if !prices.is_empty() {
        let list: Vec<_> = prices.iter().map(|rate| format!("\"{rate}\"")).collect();
        writeln!(toml, "prices = [{}]", list.join(", ")).unwrap();
    }
    let mut costs = String::new();
    if dice.percent(50) {
        write!(
            costs,
            "[cost.running]\namount = {}\nper = \"{}\"\nindex = \"2%\"\npaid = \"quarterly\"\n",
            euros(unit * Cents::from(dice.between(1, 40)) / 1_000),
            dice.pick(&["month", "year"])
        )
        .unwrap();
    }
    if dice.percent(30) {
        let (bought, kept) = (dice.between(0, months - 1), dice.between(0, 30));
        let [amount, price] = [30, 10].map(|most| unit * Cents::from(dice.between(1, most)) / 100);
        write!(
            costs,
            "[cost.van]\namount = {}\non = \"{}\"\nlife = \"5 years\"\nsold = {{ on = \"{}\", price = \
             {} }}\n",
            euros(amount),
            start.after(bought).text(),
            start.after(bought + kept).text(),
            euros(price)
        )
        .unwrap();
    }
    toml.push_str(&costs);
    let mut contributions = Vec::new();
    for number in 0..dice.pick(&[0, 0, 1, 2]) {
        let on = dice.between(0, months - 1);
        let amount = unit * Cents::from(dice.between(1, 30)) / 10;
        write!(
            toml,
            "[contribution.c{number}]\namount = {}\non = \"{}\"\n",
            euros(amount),
            start.after(on).text()
        )
        .unwrap();
        contributions.push((on, amount));
    }
    let mut cases = Vec::new();
    let mut initiatives = Vec::new();
    for number in 0..dice.between(0, 4) {
        let (text, loans) =
            case(dice, seed.wrapping_mul(31).wrapping_add(number.unsigned_abs()), unit);
        let (on, id) = (dice.between(0, months - 1), format!("i{number}"));
        let every = dice.percent(50).then(|| dice.between(1, 20));
        let up_to = every.filter(|_| dice.percent(50)).map(|_| dice.between(1, 4));
        write!(
            toml,
            "[initiative.{id}]\ncase = \"{id}.toml\"\nparty = \"the_fund\"\non = \"{}\"\n",
            start.after(on).text()
        )
        .unwrap();
        if let Some(every) = every {
            writeln!(toml, "every = \"{every} months\"").unwrap();
        }
        if let Some(up_to) = up_to {
            writeln!(toml, "up_to = {up_to}").unwrap();
        }
        cases.push((format!("{id}.toml"), text.clone()));
        initiatives.push(Initiative { id, case: text, loans, on, every, up_to });
    }
    let mut lending = Vec::new();
    for number in 0..dice.pick(&[0, 1, 1, 2]) {
        let amount = unit * Cents::from(dice.between(1, 40)) / 100;
        let asked: Vec<&str> = dice
            .pick(&[&["3"][..], &["1", "7", "5"][..], &["2.5", "0"][..], &["12", "30"][..]])
            .to_vec();
        let loss = dice.pick(&["0%", "0%", "2%", "33.3%", "100%"]);
        let Terms { lines, loan } = terms(dice, amount, 0);
        write!(
            toml,
            "[lending.l{number}]\nquantity = [{}]\nloss = \"{loss}\"\n{lines}",
            asked.join(", ")
        )
        .unwrap();
        lending.push(Lending {
            id: format!("l{number}"),
            asked: asked.iter().map(|written| decimal(written)).collect(),
            terms: loan,
            loss: percentage(loss),
        });
    }
    let rates =
        |rates: &[&str]| -> Vec<Exact> { rates.iter().map(|rate| percentage(rate)).collect() };
    let of_costs = format!(
        "format = 1\n[case]\nname = \"F\"\nstart = \"{}\"\nyears = {years}\n{costs}",
        start.text()
    );
    let fund = Fund {
        start,
        years,
        capital,
        reserve,
        idle_interest: percentage(idle),
        prices: rates(&prices),
        refuse,
        costs: reading::read(&of_costs),
        contributions,
        initiatives,
        lending,
    };
    Drawn { fund, toml, cases }
}
