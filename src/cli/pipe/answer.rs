//! What is answered to a line.

use super::asked::{Asked, Given, NotAsked};
use super::line::Line;
use super::{PipeArguments, Work};
use crate::assess::{Assessment, too_large};
use crate::cli::asked::{a_list, not_a_case, not_a_fund};
use crate::cli::check;
use crate::cli::disk::Disk;
use crate::cli::files::{self, Judged};
use crate::cli::options::Options;
use crate::cli::simulate::{DRAWS, SEED};
use crate::document::{self, Document, FundMistake, Mistake, Source, Unread};
use crate::fund::tally;
use crate::language::{Language, problem};
use crate::money::Overflow;
use crate::overlay::{Files, Layers, Opened};
use crate::portfolio::{Naming, brought};
use crate::render::json::{FORMAT, object, problems};
use crate::render::subject::Subject;
use crate::render::{close, fund, portfolio, simulate, stress};
use crate::statements::Counted;
use crate::whatif::simulate::simulate as draw;
use crate::whatif::stress::{Failed, stress as shock};
use crate::whatif::{Closing, Trial};
use serde_json::Value;
use std::num::NonZeroU64;
use std::path::Path;

/// What answers lines.
pub(super) struct Worker<'a> {
    /// What is asked of each.
    pub arguments: &'a PipeArguments,
    /// What holds for each.
    pub options: &'a Options,
    /// The files below its root.
    pub disk: Disk,
}

/// The problems that are the answer where there is no result.
type Wrong = Vec<Value>;

impl Worker<'_> {
    /// The answer to a line.
    pub fn answer(&self, line: &Line) -> Value {
        let (id, result) = match Asked::of(line) {
            Ok(asked) => (Some(asked.id.clone()), self.result(asked)),
            Err(NotAsked { id, problem }) => (id, Err(vec![problem])),
        };
        match result {
            Ok(result) => object!({"id": id, "ok": true, "format": FORMAT, "result": result}),
            Err(wrong) => object!({"id": id, "ok": false, "format": FORMAT, "problems": wrong}),
        }
    }

    fn result(&self, asked: Asked) -> Result<Value, Wrong> {
        let Asked { case, scenarios, arguments, draws, seed, .. } = asked;
        if self.arguments.run != Work::Simulate && (draws.is_some() || seed.is_some()) {
            let message = "`draws` and `seed` are of simulations alone";
            let help = "leave them out, or start `bizcase pipe` with `--run simulate`";
            return Err(vec![problems::said("draws_nothing", message, help)]);
        }
        let mut layers = self.options.laid.layers();
        layers.scenarios.extend(scenarios);
        layers.arguments.extend(arguments);
        let opened = self.opened(case)?;
        let name = match &opened.source {
            Ok(source) => source.name.clone(),
            Err(unread) => return Err(problems::of_all(std::slice::from_ref(unread))),
        };
        let judge = if self.arguments.lint { files::judge_with_scenarios } else { files::judge };
        let judged = judge(Path::new(&name), Ok(opened), &self.disk, &layers);
        let draws = (draws.map_or(DRAWS, NonZeroU64::get), seed.unwrap_or(SEED));
        self.work(&judged, &name, &layers, draws)
    }

    /// The file that a line names, or the text in it, which is as a file in the root.
    fn opened(&self, case: Given) -> Result<Opened, Wrong> {
        let root = self.arguments.root.as_deref().unwrap_or(Path::new(""));
        let name = root.join("-").display().to_string();
        match case {
            Given::Text(text) => {
                let source = document::open(name.clone(), text.into_bytes());
                Ok(Opened { identity: name, source })
            }
            Given::File(_) if self.arguments.root.is_none() && !self.options.allow_outside => {
                let message = "this worker reads no files";
                let help = "start it as `bizcase pipe --root FOLDER`, or write the case as `text`";
                Err(vec![problems::said("no_root", message, help)])
            }
            Given::File(file) => {
                let seen_from = Source { name, text: String::new() };
                self.disk.open(&file, &seen_from).map_err(|cause| {
                    let mistake = Mistake::from(FundMistake::FileUnreadable { path: file, cause });
                    let words = problem(Language::En, &mistake);
                    vec![problems::said(mistake.code(), &words.what, &words.mend)]
                })
            }
        }
    }

    fn work(
        &self,
        judged: &Judged,
        name: &str,
        layers: &Layers,
        draws: (u64, u64),
    ) -> Result<Value, Wrong> {
        let subject = self.options.subject(name, layers);
        let wrong = |unread: Unread| problems::of_all(&[unread]);
        match (self.arguments.run, judged) {
            (_, Judged::NotRead(not_read)) => Err(not_read.problems()),
            (Work::Check, Judged::Case(_) | Judged::Fund(_) | Judged::Prices(_)) => {
                Ok(check::object(name, judged, (self.options, layers)))
            }
            (_, Judged::Prices(found)) => Err(wrong(a_list(&found.0))),
            (Work::Fund, Judged::Fund(found)) => {
                Ok(fund::json::object(subject, &found.1, tally(&found.0)))
            }
            (Work::Fund, Judged::Case(found)) => Err(wrong(not_a_fund(&found.0, subject))),
            (
                Work::Close | Work::Stress | Work::Simulate | Work::Portfolio,
                Judged::Fund(found),
            ) => Err(wrong(not_a_case(&found.0, subject))),
            (Work::Portfolio, Judged::Case(found)) => match brought(name, Naming::Id, &found.1) {
                Ok(brought) => Ok(portfolio::json::brought(&brought)),
                Err(large) => Err(wrong(grew_too_large(&found.0, large))),
            },
            (Work::Close, Judged::Case(found)) => closed(&found.0, &found.1).map_err(wrong),
            (Work::Stress, Judged::Case(found)) => {
                stressed(&found.0, &found.1, subject).map_err(wrong)
            }
            (Work::Simulate, Judged::Case(found)) => {
                simulated(&found.0, &found.1, subject, draws).map_err(wrong)
            }
        }
    }
}

fn closed(document: &Document, assessment: &Assessment) -> Result<Value, Unread> {
    let closing = Closing::of(&Trial::judged(document, assessment));
    let closing = closing.map_err(|large| grew_too_large(document, large))?;
    Ok(close::json::object(&assessment.case, &closing))
}

fn stressed(
    document: &Document,
    assessment: &Assessment,
    subject: Subject<'_>,
) -> Result<Value, Unread> {
    let trial = Trial::judged(document, assessment);
    let stressed = shock(&trial, Counted::Certain).map_err(|failed| match failed {
        Failed::TooLarge => grew_too_large(document, Overflow),
        Failed::Wrong(unfit) => {
            Unread { sources: unfit.document.sources, problems: unfit.problems }
        }
    })?;
    Ok(stress::json::object(subject, &trial.case, &stressed))
}

/// That a sum of a case outgrew what can be computed, once something was changed in it.
fn grew_too_large(document: &Document, large: Overflow) -> Unread {
    let problems = vec![too_large(document, large.into())];
    Unread { sources: document.sources.clone(), problems }
}

fn simulated(
    document: &Document,
    assessment: &Assessment,
    subject: Subject<'_>,
    (draws, seed): (u64, u64),
) -> Result<Value, Unread> {
    let trial = Trial::judged(document, assessment);
    match draw(&trial, draws, seed, |_| ()) {
        Ok(found) => Ok(simulate::json::object(subject, &trial.case, &found)),
        Err(problems) => Err(Unread { sources: trial.document.sources, problems }),
    }
}
