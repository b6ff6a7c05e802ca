//! What commands on the numbers of a case or a fund have in common: the file is read and judged, and
//! what there is to say of it is told.

use super::Exit;
use super::asked::of_option;
use super::bar::Bar;
use super::disk::{Disk, open};
use super::files::{self, Judged};
use super::options::Options;
use super::shown;
use super::world::World;
use crate::document::{AskedMistake, Document, Source};
use crate::fund::{self, Ground, OfFund};
use crate::language::{Language, Message, Sensitivity, Show};
use crate::money::Overflow;
use crate::render::sensitivity::Told;
use crate::render::text::Page;
use crate::statements::Counted;
use crate::whatif::Trial;
use crate::whatif::sensitivity::OfCase;
use anyhow::{Result, anyhow};
use clap::ValueEnum;
use std::path::Path;

/// What is read, and what of it counts.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The file.
    pub file: &'a Path,
    /// Which funding the margin of a case counts.
    pub funding: Option<Counted>,
}

/// The work of a command.
pub(crate) trait Work {
    /// Looks for what was asked, and writes it.
    fn on<T: Told>(
        &self,
        told: &T,
        options: &Options,
        page: &Page,
        world: &mut World,
    ) -> Result<Exit>;
}

/// Does the work of a command on the case or the fund in a file.
pub(crate) fn with_hinged(
    asked: Asked<'_>,
    options: &Options,
    world: &mut World,
    work: &impl Work,
) -> Result<Exit> {
    let layers = options.laid.layers();
    let (file, disk) = (asked.file, options.disk(asked.file));
    let judged = match files::laid(file, open(file, world.input), &disk, &layers) {
        Ok(document) if fund::is_fund(&document) => {
            return of_fund(asked, (&document, &disk), options, world, work);
        }
        Ok(document) => files::judge_as_it_is(document, &disk),
        Err(not_read) => Judged::NotRead(not_read),
    };
    let mut exit = Exit::WrongInput;
    if let Judged::Case(found) = &judged {
        let (document, assessment) = &**found;
        let page = options.page(assessment.case.language, &world.surroundings);
        let trial = Trial::judged(document, assessment);
        let counted = asked.funding.unwrap_or(Counted::Certain);
        let of_case = OfCase { trial: &trial, counted };
        exit = work.on(&of_case, options, &page, world)?;
    }
    files::finish(file, &judged, options, world)?;
    Ok(exit)
}

/// The same of a fund.
fn of_fund(
    asked: Asked<'_>,
    (document, disk): (&Document, &Disk),
    options: &Options,
    world: &mut World,
    work: &impl Work,
) -> Result<Exit> {
    let language = fund::language(document);
    let page = options.page(language, &world.surroundings);
    if let Some(funding) = asked.funding.and_then(|funding| funding.to_possible_value()) {
        let wrong = of_option("--funding", funding.get_name(), AskedMistake::FundingOfFund);
        return files::refuse(asked.file, &[wrong], language, options, world);
    }
    let ground =
        match Ground::of(document, &|path: &str, from: &Source| disk.case_of_fund(path, from)) {
            Ok(ground) => ground,
            Err(wrong) => return files::refuse(asked.file, &wrong, language, options, world),
        };
    let exit = match OfFund::of(&ground) {
        Ok(of_fund) => work.on(&of_fund, options, &page, world)?,
        Err(wrong) => return files::refuse(asked.file, &wrong, language, options, world),
    };
    files::tell_problems(&ground.warnings, language, options, world)?;
    shown::write_noted(options.format(), &ground.warnings, page.language, world)?;
    Ok(exit)
}

/// What is found by swinging each number by itself, with a bar while that takes long and somebody
/// watches.
pub(crate) fn swung<T: Told, F>(
    told: &T,
    language: Language,
    watched: bool,
    find: impl FnOnce(&T, &mut dyn FnMut(usize)) -> F,
) -> F {
    let steps = |count| u64::try_from(count).unwrap_or(u64::MAX);
    let words = language.say(&Message::Sensitivity(Sensitivity::Working));
    let mut bar = Bar::new(steps(told.inputs().len()), words, watched);
    let found = find(told, &mut |done| bar.is_at(steps(done)));
    bar.clear();
    found
}

/// What was found, where its sums can be computed.
///
/// # Errors
/// That they grow too large.
pub(crate) fn computed<F>(found: Result<F, Overflow>, page: &Page) -> Result<F> {
    found.map_err(|_| anyhow!("{}", page.language.say(&Message::Show(Show::TooLarge))))
}
