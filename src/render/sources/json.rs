//! The object of `sources`.

use crate::document::Places;
use crate::language::Language;
use crate::render::json::{figure, money, place, ratio, tally};
use crate::render::sensitivity::Told;
use crate::render::sensitivity::json::{head, number};
use crate::render::subject::Subject;
use crate::whatif::sources::{Register, Registered};
use crate::whatif::{Evidence, Ground};
use crate::words::Word;
use serde_json::{Value, json};

/// The object of where the figures come from.
pub fn object<T: Told>(subject: Subject, told: &T, register: &Register<T::Margin>) -> Value {
    let places = Places::of(&told.document().sources);
    let mut object = head(subject, told, register.margin);
    object.insert("assumptions".to_owned(), tally(register.tally()));
    let figures =
        register.figures.iter().map(|it| registered(it, told.language(), &places)).collect();
    object.insert("figures".to_owned(), figures);
    if !register.evidence.is_empty() {
        let evidence = register.evidence.iter().map(evidence).collect();
        object.insert("evidence".to_owned(), evidence);
    }
    object.into()
}

fn evidence(evidence: &Evidence) -> Value {
    let (ground, grade) = match evidence.ground {
        Ground::Listed(grade) => ("listed", Some(grade.spelled())),
        Ground::Named => ("named", None),
        Ground::Unconfirmed => ("unconfirmed", None),
    };
    json!({
        "ground": ground,
        "grade": grade,
        "entries": evidence.entries,
        "cashable": money(evidence.cashable),
        "share": evidence.share().map(ratio),
    })
}

fn registered(registered: &Registered, language: Option<Language>, places: &Places<'_>) -> Value {
    let Registered { input, basis, swing, .. } = registered;
    json!({
        "path": input.path(),
        "kind": input.kind.spelled(),
        "value": number(input.value),
        "place": place(places, registered.place),
        "source": basis.said().map(|said| said.to_programs(language)),
        "confirmed": basis.is_confirmed(),
        "swing": swing.map(figure),
    })
}
