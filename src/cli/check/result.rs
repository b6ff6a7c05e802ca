//! What came of a file, for other programs and for the exit code.

use crate::cli::Exit;
use crate::cli::files::Judged;
use crate::cli::options::Options;
use crate::fund as of_fund;
use crate::render::fund;
use crate::render::json::{self, problems};
use crate::whatif::sources::Tally;
use serde_json::Value;

/// Who looks on: at each file, as it was given, and what came of it.
pub(super) type Note<'a> = &'a mut dyn FnMut(&str, &Judged);

/// What came of a file, as an object.
pub(super) fn object(file: &str, judged: &Judged, options: &Options) -> Value {
    let layers = options.laid.layers();
    let subject = options.subject(file, &layers);
    match judged {
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            json::check(subject, document, assessment, Tally::of_case(document, &assessment.case))
        }
        Judged::Fund(found) => {
            let (document, assessment) = &**found;
            fund::json::fund(subject, assessment, of_fund::tally(document))
        }
        Judged::NotRead(not_read) => problems::wrong(file, &not_read.problems()),
    }
}

/// The exit of a file: that of its verdict, unless this is what was expected of it.
pub(super) fn exit(judged: &Judged) -> Exit {
    match judged {
        Judged::Case(found) => Exit::of(found.1.verdict.kind, found.1.case.expect),
        Judged::Fund(found) => Exit::of(found.1.verdict, found.1.fund.expect),
        Judged::NotRead(_) => Exit::WrongInput,
    }
}
