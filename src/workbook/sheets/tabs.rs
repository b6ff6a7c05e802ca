//! The tabs, in the order in which they are read.

use crate::language::{Language, Tab, Workbook as Say, workbook};
use crate::statements::SheetKind;
use crate::workbook::book::{Book, SheetId};

/// The sheets.
pub(super) struct Tabs {
    pub(super) read_me: SheetId,
    pub(super) verdict: SheetId,
    pub(super) inputs: SheetId,
    pub(super) statements: [(SheetKind, SheetId); 5],
    pub(super) years: SheetId,
    pub(super) parties: SheetId,
    pub(super) scenarios: SheetId,
    pub(super) sources: SheetId,
    pub(super) hidden: SheetId,
    pub(super) words: SheetId,
}

const BY_MONTH: [u16; 3] = [40, 13, 12];

impl Tabs {
    pub(super) fn of(book: &mut Book, language: Language) -> (Self, [SheetId; 3]) {
        let mut tab = |tab: Tab, frozen: (u32, u16), widths: &[u16]| {
            book.sheet(&workbook(language, Say::Tab(tab)), frozen, widths)
        };
        let read_me = tab(Tab::ReadMe, (0, 0), &[120]);
        let verdict = tab(Tab::Verdict, (2, 0), &[46, 16, 16, 18, 16, 16, 18, 16]);
        let inputs = tab(Tab::Inputs, (4, 2), &[52, 46, 18, 84]);
        let statements = [
            (SheetKind::Plan, tab(Tab::Plan, (3, 1), &BY_MONTH)),
            (SheetKind::Exploitation, tab(Tab::Exploitation, (3, 1), &BY_MONTH)),
            (SheetKind::Liquidity, tab(Tab::Liquidity, (3, 1), &BY_MONTH)),
            (SheetKind::Balance, tab(Tab::Balance, (3, 1), &BY_MONTH)),
            (SheetKind::Loans, tab(Tab::Loans, (3, 1), &BY_MONTH)),
        ];
        let years = tab(Tab::Years, (2, 1), &[40, 14]);
        let parties = tab(Tab::Parties, (1, 0), &[34, 16]);
        let scenarios = tab(Tab::Scenarios, (1, 1), &[40, 20]);
        let sources = tab(Tab::Sources, (3, 1), &[34, 44, 80]);
        let hidden = book.hidden_sheet("N");
        let words = book.hidden_sheet("W");
        let work = ["M", "Y", "L"].map(|name| book.hidden_sheet(name));
        let tabs = Self {
            read_me,
            verdict,
            inputs,
            statements,
            years,
            parties,
            scenarios,
            sources,
            hidden,
            words,
        };
        (tabs, work)
    }
}
