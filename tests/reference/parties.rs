//! Who pays, who benefits, and what follows from it for society: section 5.

use super::actual::counts;
use super::books::{Books, CostBook, FundingBook, LoanMonths};
use super::case::{Case, Group};
use super::exact::{Cents, Exact, whole};
use super::present_value::{Column, present_value};

/// Which funding a run counts, in the order of the case's funding.
pub type Granted = Vec<bool>;

/// A party's columns before discounting.
#[derive(Clone, Debug)]
pub struct Sheet {
    pays: Column,
    repaid: Column,
    saves: Column,
    cashable: Column,
    transfer: Column,
    gains: Column,
    bears: Column,
}

/// A party's columns in present value, each rounded once.
#[derive(Clone, Debug)]
pub struct Present {
    pub pays: Cents,
    pub repaid: Cents,
    pub saves: Cents,
    pub cashable: Cents,
    pub transfer: Cents,
    pub gains: Cents,
    pub bears: Cents,
}

impl Present {
    /// "net = saves + gains + repaid - pays - bears"
    pub fn net(&self) -> Cents {
        self.saves + self.gains + self.repaid - self.pays - self.bears
    }

    /// "the ratio (cashable + repaid) / pays"; none where nothing is paid.
    pub fn ratio(&self) -> Option<Exact> {
        (self.pays != 0).then(|| whole(self.cashable + self.repaid) / whole(self.pays))
    }
}

/// "pays (the cash of every funding entry that names it, loans drawn and equity included; of a loan
/// drawn before the start its balance then, at time zero, factor 1), is repaid (principal and
/// interest), saves (avoided cost accrued, and its cashable part), gains (values), bears
/// (burdens)".
pub fn sheet(case: &Case, books: &Books, granted: &Granted, party: &str) -> Sheet {
    let empty = || Column::empty(case);
    let mut sheet = Sheet {
        pays: empty(),
        repaid: empty(),
        saves: empty(),
        cashable: empty(),
        transfer: empty(),
        gains: empty(),
        bears: empty(),
    };
    for ((funding, book), granted) in
        case.funding.iter().zip(&*books.in_run(case, granted)).zip(counts(case, granted))
    {
        if !granted || funding.party.as_deref() != Some(party) {
            continue;
        }
        match book {
            FundingBook::Income { cash, once, .. } | FundingBook::Equity { cash, once, .. } => {
                sheet.pays.add(cash, *once);
            }
            FundingBook::InKind { .. } => {}
            FundingBook::Loan(table) => {
                let months = LoanMonths::of(table, case);
                sheet.pays.add(&months.draw, true);
                sheet.pays.at_time_zero += table.balance(-1);
                sheet.repaid.add(&months.interest, false);
                let added: Vec<_> = months.added.iter().map(|cents| -cents).collect();
                sheet.repaid.add(&added, false);
                sheet.repaid.add(&months.principal, false);
            }
        }
    }
    for (effect, book) in case.effects.iter().zip(&books.effects) {
        if effect.party != party {
            continue;
        }
        match effect.group {
            Group::Avoided => {
                sheet.saves.add(&book.accrual, false);
                sheet.cashable.add(&book.cashable, false);
                sheet.transfer.add(&book.transfer, false);
            }
            Group::Value => sheet.gains.add(&book.accrual, false),
            Group::Burden => sheet.bears.add(&book.accrual, false),
        }
    }
    sheet
}

impl Sheet {
    pub fn present(&self, case: &Case) -> Present {
        Present {
            pays: present_value(case, &self.pays),
            repaid: present_value(case, &self.repaid),
            saves: present_value(case, &self.saves),
            cashable: present_value(case, &self.cashable),
            transfer: present_value(case, &self.transfer),
            gains: present_value(case, &self.gains),
            bears: present_value(case, &self.bears),
        }
    }

    fn first_years(&self, years: usize) -> Self {
        Self {
            pays: self.pays.first_years(years),
            repaid: self.repaid.first_years(years),
            saves: self.saves.first_years(years),
            cashable: self.cashable.first_years(years),
            transfer: self.transfer.first_years(years),
            gains: self.gains.first_years(years),
            bears: self.bears.first_years(years),
        }
    }
}

/// All parties of the case in the file's order, in present value.
pub fn all(case: &Case, books: &Books, granted: &Granted) -> Vec<Present> {
    let parties = case.parties.iter();
    parties.map(|party| sheet(case, books, granted, &party.id).present(case)).collect()
}

/// What public parties can cash, and what they pay "net of what they are repaid".
fn public_sums(case: &Case, presents: &[Present]) -> (Cents, Cents) {
    let public = case.parties.iter().zip(presents).filter(|(party, _)| party.public);
    public.fold((0, 0), |(cashable, paid), (_, present)| {
        (cashable + present.cashable, paid + present.pays - present.repaid)
    })
}

/// "PV of cashable avoided costs of public parties / PV of what public parties pay, net of what
/// they are repaid"; not applicable where they "pay nothing net", or "where no party saves
/// anything", when it is nothing if it is required.
pub fn public_return(case: &Case, presents: &[Present]) -> Option<Exact> {
    if presents.iter().all(|present| present.saves == 0) {
        let required = case.criteria.require.iter().any(|required| required == "public_return");
        return required.then(|| whole(0));
    }
    let (cashable, paid) = public_sums(case, presents);
    (paid > 0).then(|| whole(cashable) / whole(paid))
}

/// "the first case year k by whose end the public parties' cashable savings have reached what they
/// paid net until then, both as present values of the months to the end of year k, rounded per
/// party and column; null when never, and where `public_return` is not applicable".
pub fn public_payback(case: &Case, books: &Books, granted: &Granted) -> Option<usize> {
    let presents = all(case, books, granted);
    public_return(case, &presents)?;
    if presents.iter().all(|present| present.saves == 0) {
        return None;
    }
    let sheets: Vec<Sheet> =
        case.parties.iter().map(|party| sheet(case, books, granted, &party.id)).collect();
    let years = usize::try_from(case.years).expect("a horizon is positive");
    (1..=years).find(|&k| {
        let presents: Vec<Present> =
            sheets.iter().map(|sheet| sheet.first_years(k).present(case)).collect();
        let (cashable, paid) = public_sums(case, &presents);
        cashable >= paid
    })
}

/// "The price counts in `npv`, and lowers society's costs".
fn less_sale(amounts: &[Cents], cost: &CostBook) -> Vec<Cents> {
    let mut less = amounts.to_vec();
    if let Some((month, price, _)) = cost.sale {
        less[month] -= price;
    }
    less
}

/// PV of all avoided costs and values, and PV of all costs, in kind and burdens included: "rounded
/// once per party and column, costs (as accrued, an investment in full at its purchase, no
/// interest) and in-kind once per entry".
pub fn social_sums(case: &Case, books: &Books, presents: &[Present]) -> Society {
    let mut benefits = 0;
    let mut transfers = 0;
    let mut burdens = 0;
    for present in presents {
        benefits += present.saves + present.gains;
        transfers += present.transfer;
        burdens += present.bears;
    }
    let entry = |accrual: &[Cents], once: bool| {
        let mut column = Column::empty(case);
        column.add(accrual, once);
        present_value(case, &column)
    };
    for cost in &books.costs {
        burdens += entry(&less_sale(&cost.accrual, cost), cost.once);
    }
    for funding in &*books.funding {
        if let FundingBook::InKind { accrual, once, .. } = funding {
            burdens += entry(accrual, *once);
        }
    }
    Society { benefits, transfers, costs: burdens }
}

/// "PV of all avoided costs and values / PV of all costs, in kind and burdens included"; not
/// applicable where "costs, or avoided costs and values," have "a present value of zero".
///
/// Of a transfer "society saves what is left": it is taken off, "whether `social_return` applies is
/// asked before".
pub fn social_return(society: &Society) -> Option<Exact> {
    let Society { benefits, transfers, costs } = *society;
    (benefits != 0 && costs > 0).then(|| whole(benefits - transfers) / whole(costs))
}

/// What society gets and puts in, in present value.
pub struct Society {
    pub benefits: Cents,
    pub transfers: Cents,
    pub costs: Cents,
}

impl Society {
    pub fn balance(&self) -> Cents {
        self.benefits - self.transfers - self.costs
    }
}

/// "`npv` is the present value of receipts other than loans and equity less payments other than
/// debt service", one present value, rounded once.
pub fn npv(case: &Case, books: &Books, granted: &Granted) -> Cents {
    let mut column = Column::empty(case);
    for (book, granted) in books.in_run(case, granted).iter().zip(counts(case, granted)) {
        if let (FundingBook::Income { cash, once, .. }, true) = (book, granted) {
            column.add(cash, *once);
        }
    }
    for cost in &books.costs {
        let mut paid = Column::empty(case);
        paid.add(&less_sale(&cost.cash, cost), cost.once);
        column.subtract(&paid);
    }
    present_value(case, &column)
}
