//! What came of a file: as it is told, and for the exit code.

use crate::cli::Exit;
use crate::cli::files::{self, Judged, NotRead};
use crate::cli::options::Options;
use crate::cli::shown::Listed;
use crate::document::{Unread, printable};
use crate::fund as of_fund;
use crate::language::Language;
use crate::overlay::Layers;
use crate::render::json::problems;
use crate::render::subject::Subject;
use crate::render::summary::{self, Line, LineOutcome};
use crate::render::{check, fund, prices as listed};
use crate::whatif::sources::Tally;
use serde_json::Value;

/// Who looks on: at each file, as it was given, and what came of it.
pub(super) type Note<'a> = &'a mut dyn FnMut(&str, &Judged);

/// A file that was judged, as it is told.
pub(super) struct CheckedFile<'a> {
    name: &'a str,
    judged: &'a Judged,
    asked: (&'a Options, &'a Layers),
}

impl<'a> CheckedFile<'a> {
    pub fn of(name: &'a str, judged: &'a Judged, asked: (&'a Options, &'a Layers)) -> Self {
        Self { name, judged, asked }
    }

    pub fn subject(&self) -> Subject<'_> {
        let (options, layers) = self.asked;
        options.subject(self.name, layers)
    }

    /// The verdict in a sentence; nothing where it has none.
    pub fn verdict(&self, language: Language) -> Option<String> {
        match self.judged {
            Judged::Case(found) => {
                let (_, assessment) = &**found;
                Some(check::answer(self.subject(), &assessment.case, &assessment.verdict, language))
            }
            Judged::Fund(found) => Some(fund::answer(self.subject(), &found.1, language)),
            Judged::Prices(found) => Some(listed::answer(&found.1, language)),
            Judged::NotRead(_) => None,
        }
    }
}

impl Listed for CheckedFile<'_> {
    fn line(&self) -> Line {
        let outcome = match self.judged {
            Judged::Case(found) => {
                LineOutcome::Judged(summary::Judged::of(&found.1.case, &found.1.verdict))
            }
            Judged::Fund(found) => LineOutcome::Judged(summary::Judged::of_fund(&found.1)),
            Judged::Prices(found) => LineOutcome::Listed(found.1.prices.len()),
            Judged::NotRead(NotRead::Wrong(unread, _)) => {
                LineOutcome::Wrong(unread.iter().map(|unread| unread.problems.len()).sum())
            }
            Judged::NotRead(NotRead::Unreadable { .. }) => LineOutcome::Wrong(1),
        };
        Line { file: printable(self.name).into_owned(), outcome }
    }

    fn noted(&self) -> Vec<Unread> {
        files::warnings(self.judged).0
    }

    fn object(&self) -> Value {
        match self.judged {
            Judged::Case(found) => {
                let (document, assessment) = &**found;
                let tally = Tally::of_case(document, &assessment.case);
                check::json::object(self.subject(), document, assessment, tally)
            }
            Judged::Fund(found) => {
                fund::json::object(self.subject(), &found.1, of_fund::tally(&found.0))
            }
            Judged::Prices(found) => listed::json::checked(self.name, &found.1),
            Judged::NotRead(not_read) => problems::wrong(self.name, &not_read.problems()),
        }
    }

    fn table(&self) -> csv::Result<String> {
        match self.judged {
            Judged::Case(found) => {
                let tally = Tally::of_case(&found.0, &found.1.case);
                check::csv::table(self.name, &found.1, tally)
            }
            Judged::Fund(found) => fund::csv::tests(self.name, &found.1, of_fund::tally(&found.0)),
            Judged::Prices(_) => check::csv::listed(self.name),
            Judged::NotRead(_) => check::csv::wrong(self.name),
        }
    }
}

/// The exit of a file: that of its verdict, unless this is what was expected of it.
pub(super) fn exit(judged: &Judged) -> Exit {
    match judged {
        Judged::Case(found) => Exit::of(found.1.verdict.kind, found.1.case.expect),
        Judged::Fund(found) => Exit::of(found.1.verdict, found.1.fund.expect),
        Judged::Prices(_) => Exit::Fine,
        Judged::NotRead(_) => Exit::WrongInput,
    }
}
