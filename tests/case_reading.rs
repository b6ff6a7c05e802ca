//! What a valid file means: every key of the format, every default, every digit.

use bizcase::calendar::{Month, Rhythm};
use bizcase::case::{
    self, Achieved, Advance, Case, Cost, Discounting, Effect, Entry, FollowBy, Followed, Form,
    Income, IncomeKind, Investment, Life, Loan, PartyIndex, Promise, Recurring, Repayment,
    Schedule, Stream, TestId, Timing, Unit, VerdictKind,
};
use bizcase::document::{self, Source};
use bizcase::language::Language;
use bizcase::money::{Amount, Quantity, Rate, Share};
use rust_decimal::Decimal;

fn read(text: &str) -> Case {
    let source = Source { name: "case.toml".to_owned(), text: text.to_owned() };
    let document = document::read(source).expect("TOML");
    let checked = case::read(&document).expect("a valid case");
    assert_eq!(checked.warnings, []);
    checked.case
}

/// Something to pay, without which there is no case.
const RENT: &str = "[cost.rent]\namount = 1\nper = 'month'\n";

/// A case of two years with these entries.
fn with(entries: &str) -> Case {
    read(&format!(
        "format = 1\n[case]\nname = 'K'\nstart = '2027-03'\nyears = 2\ninflation = '0%'\n[party.gemeente]\n{entries}"
    ))
}

fn section_three() -> Case {
    read(include_str!("cases/section_three.toml"))
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn amount(text: &str) -> Amount {
    Amount(decimal(text))
}

fn share(text: &str) -> Share {
    Share(decimal(text))
}

fn rate(text: &str) -> Rate {
    Rate(decimal(text))
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn find<'a, T>(entries: &'a [Entry<T>], id: &str) -> &'a Entry<T> {
    entries.iter().find(|entry| entry.id == id).expect("an entry")
}

fn own(schedule: &Schedule) -> &Stream {
    match schedule {
        Schedule::Own(stream) => stream,
        Schedule::Follows(_) => panic!("it follows"),
    }
}

fn recurring(stream: &Stream) -> &Recurring {
    match &stream.timing {
        Timing::Recurring(recurring) => recurring,
        Timing::Once { .. } | Timing::Dated(_) => panic!("it does not recur"),
    }
}

fn only_cost(case: &Case) -> &Cost {
    &case.costs.first().expect("a cost").what
}

fn party(case: &Case, id: &str) -> Option<PartyIndex> {
    find(&case.funding, id).what.party
}

fn promise(case: &Case, id: &str) -> Promise {
    find(&case.funding, id).what.promise
}

fn income<'a>(case: &'a Case, id: &str) -> &'a Income {
    match &find(&case.funding, id).what.form {
        Form::Income(income) => income,
        other => panic!("{other:?}"),
    }
}

fn loan<'a>(case: &'a Case, id: &str) -> &'a Loan {
    match &find(&case.funding, id).what.form {
        Form::Loan(loan) => loan,
        other => panic!("{other:?}"),
    }
}

fn effect<'a>(entries: &'a [Entry<Effect>], id: &str) -> &'a Effect {
    &find(entries, id).what
}

#[test]
fn the_head_of_the_example() {
    let case = section_three();
    assert_eq!(case.name.to_people(Language::En), "Buurtkeuken Kruidenbuurt");
    assert_eq!(case.horizon.start, month("2027-01"));
    assert_eq!(case.horizon.years, 10);
    assert_eq!(case.currency, "EUR");
    assert_eq!(case.opening_cash, amount("2500"));
    assert_eq!(case.discount_rate, rate("0.0225"));
    assert_eq!(case.discounting, Discounting::Start);
    assert_eq!(case.language, Some(Language::Nl));
    assert!(
        case.story
            .is_some_and(|story| story.to_people(Language::En).starts_with("Why this exists"))
    );
    let parties: Vec<_> =
        case.parties.iter().map(|p| (&*p.id, p.name.to_people(Language::En), p.public)).collect();
    assert_eq!(
        parties,
        [
            ("gemeente", "Gemeente Tilburg", true),
            ("fund", "fund", false),
            ("residents", "residents", false),
            ("insurer", "insurer", false),
        ]
    );
    assert_eq!(case.criteria.max_dependence, share("0.5"));
    assert_eq!(case.criteria.min_dscr, decimal("1.2"));
    assert_eq!(case.criteria.require, [TestId::PublicReturn]);
    assert_eq!(case.expect, Some(VerdictKind::DoesNotClose));
}

#[test]
fn the_costs_of_the_example() {
    let case = section_three();
    let ids: Vec<_> = case.costs.iter().map(|entry| &*entry.id).collect();
    let in_order =
        ["coordinator", "kitchen", "ingredients", "employer_charges", "salaries_helpers"];
    assert_eq!(ids, in_order);

    let coordinator = find(&case.costs, "coordinator");
    assert_eq!(coordinator.name.to_people(Language::En), "Coordinator, 0.8 fte");
    let stream = own(&coordinator.what.schedule);
    assert!(matches!(stream.unit, Unit::Amount(a) if a == amount("52000")));
    assert_eq!(stream.index.0, [rate("0.035")]);
    assert_eq!(stream.bias, share("0"));
    let times = recurring(stream);
    assert_eq!(times.per, Rhythm::Yearly);
    assert_eq!((times.from, times.until), (month("2027-01"), month("2036-12")));
    assert!(times.ramp.is_empty() && times.season.is_none() && times.growth == rate("0"));
    assert_eq!(coordinator.what.payment.rhythm, Rhythm::Monthly);
    assert_eq!(coordinator.what.payment.delay, 0);

    let kitchen = &find(&case.costs, "kitchen").what;
    assert!(matches!(own(&kitchen.schedule).timing, Timing::Once { on } if on == month("2027-02")));
    let life = Life::Months(120);
    assert!(
        matches!(kitchen.investment, Some(Investment { life: l, renew: true, .. }) if l == life)
    );

    let Schedule::Follows(ingredients) = &find(&case.costs, "ingredients").what.schedule else {
        panic!("ingredients follow the meals")
    };
    assert_eq!(ingredients.of, [Followed::Funding(0)]);
    assert!(!ingredients.once);
    let FollowBy::Price { price, index } = &ingredients.by else { panic!("by a price") };
    assert_eq!(*price, amount("3.10"));
    assert_eq!(index.0, [rate("0.028"), rate("0.022"), rate("0.02")]);

    let Schedule::Follows(charges) = &find(&case.costs, "employer_charges").what.schedule else {
        panic!("charges follow the coordinator")
    };
    assert_eq!(charges.of, [Followed::Cost(0)]);
    assert!(matches!(charges.by, FollowBy::Share(s) if s == share("0.28")));

    let Unit::Amounts(salaries) = &own(&find(&case.costs, "salaries_helpers").what.schedule).unit
    else {
        panic!("amounts by year")
    };
    assert_eq!(*salaries, [amount("18000"), amount("27000"), amount("36000")]);
}

#[test]
fn the_funding_of_the_example() {
    let case = section_three();
    let meals = income(&case, "meals");
    assert_eq!((meals.kind, promise(&case, "meals")), (IncomeKind::Sales, Promise::Certain));
    assert!(meals.structural && party(&case, "meals").is_none() && meals.covers.is_none());
    assert_eq!(meals.payment.delay, 1);
    let stream = own(&meals.schedule);
    let unit = (Quantity(decimal("900")), amount("7.50"));
    assert!(matches!(stream.unit, Unit::Priced { quantity, price } if (quantity, price) == unit));
    let times = recurring(stream);
    assert_eq!(times.ramp, [share("0.5"), share("0.8")]);
    assert_eq!(times.growth, rate("0.01"));
    let weights = [8, 8, 9, 9, 9, 8, 4, 4, 9, 10, 10, 12].map(Decimal::from);
    assert_eq!(times.season.as_deref(), Some(&weights));

    let subsidy = income(&case, "wijkimpuls");
    let promised = promise(&case, "wijkimpuls");
    assert_eq!((subsidy.kind, promised), (IncomeKind::Subsidy, Promise::Certain));
    let payer = party(&case, "wijkimpuls");
    assert_eq!((payer, subsidy.structural), (Some(PartyIndex(0)), false));
    assert_eq!(subsidy.payment.rhythm, Rhythm::Quarterly);
    assert!(matches!(subsidy.advance,
        Some(Advance { share: s, settlement: 6, .. }) if s == share("0.8")));
    assert_eq!(subsidy.covers, Some(vec![0]));
    assert_eq!(recurring(own(&subsidy.schedule)).until, month("2029-12"));

    let Form::Outcome(outcome) = &find(&case.funding, "savings_share").what.form else {
        panic!("an outcome payment")
    };
    // Its party is that of the avoided cost.
    let first = Some(Achieved::Avoided(0));
    assert_eq!((party(&case, "savings_share"), outcome.of), (Some(PartyIndex(0)), first));
    assert_eq!((outcome.share, outcome.cap, outcome.delay), (share("0.4"), None, 12));
    assert_eq!((outcome.from, outcome.until), (month("2027-01"), month("2036-12")));
    assert!(outcome.structural);
    assert_eq!(promise(&case, "savings_share"), Promise::Requested { chance: None });

    let fund = loan(&case, "neighbourhood_fund");
    assert_eq!(party(&case, "neighbourhood_fund"), Some(PartyIndex(1)));
    assert_eq!(fund.amount, amount("60000"));
    assert_eq!((fund.on, &fund.terms.interest), (month("2027-01"), &vec![rate("0.02")]));
    assert_eq!(
        (fund.terms.repayment, fund.terms.instalments),
        (Repayment::Annuity, Rhythm::Monthly)
    );
    assert_eq!((fund.terms.term, fund.terms.grace, fund.revolving), (84, 12, true));
    assert_eq!(promise(&case, "neighbourhood_fund"), Promise::Requested { chance: None });

    assert!(matches!(&find(&case.funding, "volunteers").what.form, Form::InKind(_)));
}

#[test]
fn the_effects_of_the_example() {
    let case = section_three();
    let day_care = find(&case.avoided, "day_care");
    let source = day_care.source.as_ref().map(|source| source.to_people(Language::En));
    assert_eq!(source, Some("Municipal price list 2026, p. 4"));
    let less = &day_care.what;
    assert_eq!(less.party, PartyIndex(0));
    assert_eq!((less.deadweight, less.displacement), (share("0.3"), share("0")));
    assert_eq!((less.attribution, less.cashable), (share("0.2"), share("0.6")));
    assert!(less.lag == 0 && less.lasts.is_none());

    let wellbeing = effect(&case.values, "wellbeing");
    assert_eq!((wellbeing.party, wellbeing.cashable), (PartyIndex(2), share("0")));
    let referrals = effect(&case.burdens, "referrals");
    assert_eq!((referrals.party, referrals.cashable), (PartyIndex(3), share("0")));
}

#[test]
fn what_a_case_may_leave_out() {
    let case = read(&format!("format = 1\n[case]\nname = 'K'\nstart = '2027-03'\n{RENT}"));
    assert_eq!((case.horizon.years, &*case.currency), (10, "EUR"));
    assert_eq!((case.opening_cash, case.discount_rate), (amount("0"), rate("0.0225")));
    assert_eq!((case.discounting, case.language), (Discounting::Start, None));
    assert!(case.story.is_none() && case.parties.is_empty() && case.expect.is_none());
    assert_eq!((case.criteria.min_cash, case.criteria.min_dscr), (amount("0"), decimal("1.2")));
    assert_eq!(case.criteria.max_dependence, share("0.5"));
    assert_eq!(case.criteria.min_public_return, Decimal::ONE);
    assert_eq!(case.criteria.min_social_return, Decimal::ONE);
    assert!(case.criteria.require.is_empty());
}

#[test]
fn what_a_kind_of_funding_is_when_nothing_is_said() {
    let asked = Promise::Requested { chance: None };
    let kinds = [
        ("sales", true, Promise::Certain),
        ("contract", true, asked),
        ("contribution", true, asked),
        ("subsidy", false, asked),
        ("grant", false, asked),
        ("donation", false, asked),
    ];
    for (kind, structural, promised) in kinds {
        let until = "until = '2027-12'";
        let entry = format!("[funding.a]\nkind = '{kind}'\namount = 1\nper = 'month'\n{until}\n");
        let case = with(&(entry + RENT));
        let income = income(&case, "a");
        assert_eq!((income.structural, promise(&case, "a")), (structural, promised), "{kind}");
    }
    let case = with("[funding.a]\nkind = 'loan'\namount = 1\nterm = '1 year'");
    let bare = loan(&case, "a");
    assert_eq!(
        (&bare.terms.interest, bare.terms.grace, bare.revolving),
        (&vec![rate("0")], 0, false)
    );
    assert_eq!(
        (bare.terms.repayment, bare.on, bare.terms.term),
        (Repayment::Annuity, month("2027-03"), 12)
    );
    let case = with(&format!("{RENT}[avoided.a]\nparty = 'gemeente'\namount = 1\nper = 'month'"));
    assert_eq!(effect(&case.avoided, "a").cashable, Share::ALL);
}

#[test]
fn digits_arrive_as_written() {
    let exactly = |written: &str, digits: &str| {
        let case = with(&format!("[cost.a]\namount = {written}\nper = 'month'"));
        let unit = own(&only_cost(&case).schedule).unit.clone();
        assert!(matches!(unit, Unit::Amount(a) if a.0.to_string() == digits), "{unit:?}");
    };
    exactly("0.1", "0.1");
    exactly("1_234.56", "1234.56");
    exactly("+7", "7");
    exactly("999_999_999_999.99", "999999999999.99");
}

#[test]
fn more_digits_arrive_than_binary_floating_point_keeps() {
    // As a binary float this price would be 123456789012.12346.
    let case = with("[cost.a]\nquantity = 0.000001\nprice = 123_456_789_012.123456\nper = 'month'");
    let unit = own(&only_cost(&case).schedule).unit.clone();
    assert!(matches!(unit, Unit::Priced { quantity, price }
        if quantity.0.to_string() == "0.000001" && price.0.to_string() == "123456789012.123456"));
}

#[test]
fn once_is_the_default_where_on_is_given_and_on_the_start_where_it_is_not() {
    let case = with("[cost.a]\namount = 1\non = '2027-09'");
    let timing = &own(&only_cost(&case).schedule).timing;
    assert!(matches!(timing, Timing::Once { on } if *on == month("2027-09")));
    let case = with("[cost.a]\namount = 1\nper = 'once'");
    let timing = &own(&only_cost(&case).schedule).timing;
    assert!(matches!(timing, Timing::Once { on } if *on == month("2027-03")));
}

#[test]
fn only_loans_and_investments_stand_before_the_start() {
    let case = with(
        "[cost.a]\namount = 1\non = '2020-01'\nlife = 'unlimited'\n\
         [funding.b]\nkind = 'loan'\namount = 1\non = '2020-01'\nterm = '10 years'",
    );
    assert_eq!(only_cost(&case).investment.map(|i| i.life), Some(Life::Unlimited));
    assert_eq!(loan(&case, "b").on, month("2020-01"));
}

#[test]
fn what_is_off_is_not_there_and_is_followed_and_covered_as_nothing() {
    let case = with(
        "[cost.gone]\namount = 1\non = '2027-04'\noff = true\n[cost.rent]\namount = 2\nper = 'month'\n\
         [cost.vat]\nof = 'cost.gone'\nshare = '21%'\n[cost.extra]\nof = 'cost.rent'\nshare = '1%'\n\
         [avoided.gone]\nparty = 'gemeente'\namount = 1\nper = 'month'\noff = true\n\
         [funding.a]\nkind = 'donation'\namount = 1\nper = 'month'\ncovers = ['cost.gone', 'cost.rent']\n\
         [funding.b]\nkind = 'outcome'\nof = 'gone'\nshare = '10%'",
    );
    let ids: Vec<_> = case.costs.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids, ["rent", "vat", "extra"]);
    let follows = |id: &str| match &find(&case.costs, id).what.schedule {
        Schedule::Follows(follow) => (follow.of.clone(), follow.once),
        Schedule::Own(_) => panic!("it has terms of its own"),
    };
    assert_eq!(follows("vat"), (vec![], true));
    assert_eq!(follows("extra"), (vec![Followed::Cost(0)], false));
    assert_eq!(income(&case, "a").covers, Some(vec![0]));
    let Form::Outcome(outcome) = &find(&case.funding, "b").what.form else { panic!("an outcome") };
    assert_eq!((outcome.of, party(&case, "b")), (None, Some(PartyIndex(0))));
}

#[test]
fn a_range_counts_as_its_likely_value() {
    let case = with(
        "[cost.a]\nper = 'month'\namount = { low = 4, likely = 5, high = 6, shape = 'pert' }\n\
         index = { low = '1%', likely = '2%', high = '2%', moves_with = 'prices' }\n\
         optimism_bias = { low = '1%', likely = '2%', high = '3%' }",
    );
    let stream = own(&only_cost(&case).schedule);
    assert!(matches!(stream.unit, Unit::Amount(a) if a == amount("5")));
    assert_eq!(
        (stream.index.0.as_slice(), stream.bias),
        ([rate("0.02")].as_slice(), share("0.02"))
    );
}

#[test]
fn pro_memorie_is_zero_in_its_place_and_remembered() {
    let case = with(
        "[cost.a]\namount = 'pm'\nper = 'month'\n[cost.b]\namounts = [1, 'pm']\nper = 'month'\n\
         [cost.c]\nquantity = 3\nprice = 'pm'\nper = 'month'\n[cost.d]\namount = 0\nper = 'month'\n\
         [funding.e]\nkind = 'loan'\namount = 'pm'\nterm = '1 year'",
    );
    let marked: Vec<_> = case.costs.iter().map(|entry| entry.pro_memorie).collect();
    assert_eq!(marked, [true, true, true, false]);
    assert!(find(&case.funding, "e").pro_memorie);
    let unit = |id: &str| own(&find(&case.costs, id).what.schedule).unit.clone();
    assert!(matches!(unit("b"), Unit::Amounts(all) if all == [amount("1"), amount("0")]));
    // Units stay units.
    assert!(matches!(unit("c"), Unit::Priced { quantity, price }
        if quantity.0 == decimal("3") && price == amount("0")));
}

#[test]
fn what_else_funding_and_effects_take() {
    let case = with(
        "[cost.rent]\namount = 1\nper = 'month'\n\
         [funding.a]\nkind = 'grant'\namount = 1\nper = 'month'\nstructural = true\nchance = '60%'\n\
         [funding.b]\nkind = 'equity'\nparty = 'gemeente'\namount = 1\non = '2027-04'\n\
         [avoided.c]\nparty = 'gemeente'\nquantity = 1\nprice = 1.1250\nper = 'quarter'\n\
         lag = '6 months'\nlasts = '3 years'\ndrop_off = '10%'\noptimism_bias = '15%'\n\
         [funding.d]\nkind = 'outcome'\nof = 'c'\nshare = '40%'\ncap = 100\nfrom = '2028-01'\n\
         until = '2040-12'",
    );
    let grant = income(&case, "a");
    let asked = Promise::Requested { chance: Some(share("0.6")) };
    assert_eq!((grant.structural, promise(&case, "a")), (true, asked));
    assert!(matches!(find(&case.funding, "b").what.form, Form::Equity(_)));
    assert_eq!(party(&case, "b"), Some(PartyIndex(0)));
    assert_eq!(promise(&case, "b"), Promise::Requested { chance: None });
    let avoided = effect(&case.avoided, "c");
    let lasts = avoided.lasts.expect("it lasts");
    assert_eq!((avoided.lag, lasts.months, lasts.drop_off), (6, 36, share("0.1")));
    assert_eq!(avoided.stream.bias, share("0.15"));
    let Form::Outcome(outcome) = &find(&case.funding, "d").what.form else { panic!("an outcome") };
    assert_eq!(outcome.cap, Some(amount("100")));
    assert_eq!((outcome.from, outcome.until), (month("2028-01"), month("2040-12")));
}

#[test]
fn what_overlays_hold_is_spelled_right_and_changes_nothing_here() {
    let case = with(
        "[cost.a]\namount = 5\nper = 'month'\n\
         [scenario.dear]\nname = 'Dear'\nfrom = '2027-09'\n[scenario.dear.cost.'*']\namount = '+10%'\n\
         [scenario.dear.case]\nyears = 3\n[stress.crisis]\nsales = '-20%'\n[stress.late]\noff = true",
    );
    let unit = &own(&only_cost(&case).schedule).unit;
    assert!(matches!(unit, Unit::Amount(a) if *a == amount("5")));
}
