//! `bizcase report`: what it says is what the commands say, its charts are their tables, and it is
//! written whole or not at all.

use crate::support::bizcase;
use crate::support::files::toml_files;
use bizcase::assess::assess;
use bizcase::document::{self, Source};
use bizcase::money::Cents;
use bizcase::statements::{By, Counted, Flows, Granted, View};
use bizcase::verdict::{Figure, Run};
use bizcase::whatif::stress::stress;
use bizcase::whatif::{Chair, Trial};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("bizcase-report-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The report of a file in an ending's form.
fn report(file: &str, ending: &str, more: &[&str]) -> String {
    let name: String = file.chars().filter(char::is_ascii_alphanumeric).collect();
    let folder = folder(&format!("{name}-{}", more.concat().replace(['/', ' '], "")));
    let out = folder.join(format!("out.{ending}"));
    let arguments = [&["report", file, "-o", out.to_str().unwrap()], more].concat();
    let output = bizcase(&arguments, "");
    assert_eq!(output.code, 0, "{file}: {}{}", output.stderr, output.stdout);
    let text = fs::read_to_string(&out).unwrap();
    let left: Vec<_> = fs::read_dir(&folder).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    fs::remove_dir_all(folder).unwrap();
    text
}

fn cases() -> Vec<String> {
    toml_files("cases").iter().map(|path| path.to_str().unwrap().to_owned()).collect()
}

fn funds() -> Vec<String> {
    toml_files("cases/funds").iter().map(|path| path.to_str().unwrap().to_owned()).collect()
}

/// The tags of a page in order, without what stands between them or in their attributes.
fn tags(page: &str) -> Vec<String> {
    let tags = page.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap());
    tags.map(str::to_owned).collect()
}

/// What a reader of a page reads.
fn words(page: &str) -> String {
    let (_, body) = page.split_once("<body>").unwrap();
    let text: Vec<_> =
        body.split('<').map(|rest| rest.split_once('>').map_or(rest, |it| it.1)).collect();
    let text = text.join(" ");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to))
}

#[test]
fn every_page_is_whole_and_asks_nothing_of_a_network() {
    for file in cases().iter().chain(&funds()) {
        for language in ["nl", "en"] {
            let page = report(file, "html", &["--lang", language]);
            assert!(page.starts_with("<!DOCTYPE html><html lang=\""), "{file}");
            assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
            for never in [
                "<script",
                "http-equiv=\"refresh\"",
                "<img",
                "<link",
                "url(",
                "@import",
                "javascript:",
            ] {
                assert!(!page.contains(never), "{file}: {never}");
            }
            assert_eq!(page.matches("<h1>").count(), 1);
            // Each tag is closed by its own.
            let mut open = Vec::new();
            for tag in tags(&page) {
                if let Some(closed) = tag.strip_prefix('/') {
                    assert_eq!(open.pop().as_deref(), Some(closed), "{file}");
                } else if !["!DOCTYPE", "meta", "br"].contains(&tag.as_str()) {
                    open.push(tag);
                }
            }
            assert_eq!(open, Vec::<String>::new());
            let ids: Vec<_> =
                page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{file}: {ids:?}");
            let tables = page.matches("<table>").count();
            assert!(tables > 3, "{file}");
            assert_eq!(page.matches("<caption>").count(), tables);
            // Each chart twice, for wide paper and for a phone, with its words.
            let charts = page.matches("<svg ").count();
            assert_eq!((charts % 2, page.matches("<desc ").count()), (0, charts));
            assert_eq!(page.matches("<details>").count(), charts / 2);
        }
    }
}

/// What stood open when it began is no loan, and what is set apart is not free to spend.
#[test]
fn charts_say_what_else_is_in_them() {
    let hall = report("cases/dorpshuis.toml", "md", &["--lang", "en"]);
    assert!(hall.contains("| Loans, own capital and other receipts |"), "{hall}");
    assert!(hall.contains("| Interest, repayment and other payments |"), "{hall}");
    assert!(
        hall.contains("Cash in hand at the end of each month, in euros, less what is set apart.")
    );
    let laundry = report("cases/wijkwasserij.toml", "md", &["--lang", "en"]);
    assert!(laundry.contains("| Loans and own capital |"), "{laundry}");
    assert!(laundry.contains("| Interest and repayment |"), "{laundry}");
}

#[test]
fn the_page_and_markdown_tell_the_same() {
    let figures = |text: &str| -> BTreeSet<String> {
        let kept = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let words = text.split(|c| !kept(c)).filter(|word| word.len() > 3 && word.contains('.'));
        words.map(|word| word.trim_matches(['.', ',']).to_owned()).collect()
    };
    for file in cases().iter().chain(&funds()) {
        let page = words(&report(file, "html", &["--lang", "en"]));
        let (markdown, _) = {
            let text = report(file, "md", &["--lang", "en"]);
            let (text, manifest) = text.split_once("<!-- bizcase-manifest").unwrap();
            (text.replace('\\', ""), manifest.to_owned())
        };
        let (of_page, of_markdown) = (figures(&page), figures(&markdown));
        // The page has besides what stands beside axes.
        let missing: Vec<_> = of_markdown.difference(&of_page).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
        for heading in markdown.lines().filter_map(|line| line.strip_prefix("### ")) {
            assert!(page.contains(heading), "{file}: {heading}");
        }
    }
}

#[test]
fn what_check_and_show_say_stands_in_it() {
    for file in cases() {
        let text = report(&file, "md", &["--lang", "nl"]);
        for command in ["check", "show"] {
            let told =
                bizcase(&[command, &file, "--format", "markdown", "--lang", "nl"], "").stdout;
            let rows: Vec<_> = told.lines().filter(|line| line.starts_with("| ")).collect();
            assert!(!rows.is_empty());
            for row in rows {
                // What nets the whole period stands at the head of the report, in another order.
                let net = row.starts_with("| Netto contante waarde");
                assert!(text.contains(row) || net, "{file} {command}: {row}");
            }
        }
    }
}

#[test]
fn the_figures_of_charts_are_those_of_the_statements() {
    for path in toml_files("cases").iter().chain(&toml_files("tests/reports")) {
        let text = fs::read_to_string(path).unwrap();
        let document = document::read(Source { name: "case.toml".to_owned(), text }).unwrap();
        let assessment = assess(&document).unwrap();
        let (case, verdict) = (&assessment.case, &assessment.verdict);
        let trial = Trial::judged(&document, &assessment);
        for counted in [Counted::Certain, Counted::All] {
            let granted = Granted::counting(case, counted);
            let postings = assessment.journal.run(case, &granted).unwrap();
            let view = View { case, postings: &postings, granted: &granted };
            let flows = Flows::of(view, By::Year).unwrap();
            let sum = |parts: &[&Vec<Cents>], year: usize| {
                Cents::total(parts.iter().map(|amounts| amounts[year])).unwrap()
            };
            for (place, year) in verdict.years.iter().enumerate() {
                let cash = if counted == Counted::Certain { year.certain } else { year.all };
                let Flows { structural, temporary, capital, requested, .. } = &flows;
                assert_eq!(sum(&[structural, temporary, capital, requested], place), cash.receipts);
                let Flows { costs, investments, debt_service, .. } = &flows;
                assert_eq!(sum(&[costs, investments, debt_service], place), cash.payments);
                if counted == Counted::Certain {
                    assert_eq!(requested[place], Cents::ZERO, "no request is money");
                }
            }
            let books = trial.books().unwrap();
            let run = Run::of(&books, granted).unwrap();
            let structure = run.structure().unwrap();
            let all =
                |amounts: &[(usize, Cents)]| Cents::total(amounts.iter().map(|it| it.1)).unwrap();
            let result = all(&structure.income).0
                - all(&structure.costs).0
                - structure.replacement.0
                - structure.interest.0;
            assert_eq!(Cents(result), structure.result);
            // Of a case that ends no last year is asked.
            let Some(test) = run.test(bizcase::case::TestId::Structural).unwrap() else {
                continue;
            };
            assert_eq!(test.figure, Figure::Money(structure.result));
        }
    }
}

#[test]
fn a_party_is_told_what_the_verdict_says_of_it() {
    for file in cases() {
        let text = fs::read_to_string(&file).unwrap();
        let document = document::read(Source { name: file.clone(), text }).unwrap();
        let assessment = assess(&document).unwrap();
        let trial = Trial::judged(&document, &assessment);
        let stressed = stress(&trial, Counted::Certain).unwrap();
        let (mut saves, mut certain) = (0, 0);
        for place in 0..assessment.case.parties.len() {
            let party = bizcase::case::PartyIndex(place);
            let chair = Chair::of(&trial, party, &stressed).unwrap();
            saves += chair.years.iter().map(|year| year.saves.0).sum::<i64>();
            certain += chair.requested.len();
            for year in &chair.years {
                let kept = year.cashable.0 + year.repaid.0 - year.pays.0 - year.asked.0;
                assert_eq!(year.keeps, Cents(kept), "{file} {}", year.label);
            }
            let last: i64 = chair.savings.iter().map(|saving| saving.saves.0).sum();
            assert_eq!(Cents(last), chair.last().unwrap().saves);
            let closes = |run: fn(&bizcase::verdict::Test) -> Option<bizcase::verdict::Finding>| {
                let tests = assessment.verdict.tests.iter().filter(|test| test.required);
                tests.filter_map(run).all(|finding| finding.passes)
            };
            assert_eq!(chair.word.nobody, closes(|test| test.certain), "{file}");
            assert_eq!(chair.word.all, closes(|test| test.all), "{file}");
        }
        let avoided = &assessment.journal.all().avoided;
        let all: i64 = avoided.iter().flat_map(|impact| &impact.accrual).map(|cents| cents.0).sum();
        assert_eq!(saves, all, "{file}");
        let of_parties = assessment.case.funding.iter();
        let asked = of_parties.filter(|it| it.what.is_requested() && it.what.party.is_some());
        assert_eq!(certain, asked.count(), "{file}");
    }
}

#[test]
fn a_letter_claims_no_more_than_the_case_holds() {
    let of = |language: &str| {
        report("cases/buurtkeuken.toml", "md", &["--for", "gemeente", "--lang", language])
    };
    let (nl, en) = (of("nl"), of("en"));
    // Its saving is an assumption, and its share is asked, not given.
    assert!(nl.contains("Geachte Gemeente Tilburg,"), "{nl}");
    assert!(nl.contains("een aanname: nog niemand heeft dit bevestigd"), "{nl}");
    assert!(nl.contains("Van u wordt het volgende gevraagd; het is nog niet toegezegd:\n\n- “Deel van de bespaarde dagbesteding”"), "{nl}");
    assert!(en.contains("an assumption: nobody has confirmed it yet"), "{en}");
    assert!(en.contains("You are asked for the following; it is not promised yet:\n\n- “Share of saved day care”"), "{en}");
    assert!(
        en.contains("with your promise the case closes, and without it the case does not."),
        "{en}"
    );
    // Every entry that rests on an assumption is named before the letter ends.
    let (letter, _) = en.split_once("The decision is yours.").unwrap();
    for entry in ["Less Wmo day care", "Coordinator, 0.55 fte", "Meals", "Less lonely"] {
        assert!(letter.contains(entry), "{entry}");
    }
    // Once it has promised, nothing is asked of it any more.
    let set =
        ["--for", "gemeente", "--lang", "en", "--set", "funding.savings_share.status=committed"];
    let promised = report("cases/buurtkeuken.toml", "md", &set);
    assert!(promised.contains("You are asked for nothing."), "{promised}");
}

#[test]
fn texts_of_a_file_change_nothing_but_themselves() {
    let hostile =
        "</title></style></textarea>--><script>alert(1)</script><b onload=\\\"x\\\">&amp;'`{{7*7}}";
    let folder = folder("hostile");
    let page = |text: &str, name: &str| {
        let file = folder.join(name);
        fs::write(&file, text).unwrap();
        report(file.to_str().unwrap(), "html", &["--for", "gemeente", "--lang", "en"])
    };
    let harmless = fs::read_to_string("cases/buurtkeuken.toml").unwrap();
    let mut changed = String::new();
    for line in harmless.lines() {
        let line = match line.split_once(" = ").map(|(key, _)| key) {
            Some("name") => format!("name = \"{hostile}\""),
            // An assumption stays one: what it rests on decides what is said.
            Some("source") => format!("source = \"assumption {hostile}\""),
            _ => line.to_owned(),
        };
        changed.push_str(&line);
        changed.push('\n');
    }
    let mut plain = String::new();
    for line in changed.lines() {
        plain.push_str(
            &line.replace(hostile, "Plain words of the same length that break into pieces"),
        );
        plain.push('\n');
    }
    let (hostile_page, plain_page) = (page(&changed, "a.toml"), page(&plain, "b.toml"));
    assert!(!hostile_page.contains("<script") && !hostile_page.contains("<b "));
    // Charts break long names into lines of their own, so only what is no text of theirs is held.
    let outside = |page: &str| {
        let tags = tags(page).into_iter();
        tags.filter(|tag| !["text", "/text"].contains(&tag.as_str())).collect::<Vec<_>>()
    };
    let (one, other) = (outside(&hostile_page), outside(&plain_page));
    let kinds: BTreeSet<_> = one.iter().collect();
    assert_eq!(kinds, other.iter().collect(), "the same tags");
    assert_eq!(one.iter().filter(|tag| *tag == "script").count(), 0);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_large_case_stays_small() {
    let page = report("benches/forty_entries.toml", "html", &["--draws", "200"]);
    assert!(page.len() < 400_000, "{} bytes", page.len());
}

#[test]
fn the_same_files_give_the_same_bytes() {
    for ending in ["html", "md"] {
        let of = || {
            report(
                "cases/kamers.toml",
                ending,
                &["--date", "2026-11-26", "--draft", "--draws", "500"],
            )
        };
        let (one, other) = (of(), of());
        assert_eq!(one, other);
        assert!(one.contains("26 november 2026") || one.contains("26 November 2026"));
    }
}

#[test]
fn a_report_knows_its_files() {
    let folder = folder("held");
    let file = folder.join("keuken.toml");
    fs::copy("cases/buurtkeuken.toml", &file).unwrap();
    let file = file.to_str().unwrap();
    for (ending, more) in [
        ("html", &["--for", "gemeente", "--date", "2026-11-26", "--lang", "nl"][..]),
        ("md", &["--scenario", "headwind", "--set", "funding.meals.price=8", "--draws", "300"]),
    ] {
        let out = folder.join(format!("out.{ending}"));
        let out = out.to_str().unwrap();
        let made = bizcase(&[&["report", file, "-o", out], more].concat(), "");
        assert_eq!(made.code, 0, "{}", made.stderr);
        let check = |more: &[&str]| {
            let arguments = [&["report", file, "--check", out, "--lang", "en"], more].concat();
            let output = bizcase(&arguments, "");
            (output.code, output.stdout)
        };
        assert_eq!(check(&[]), (0, format!("{out} belongs to its files.\n")));
        let (code, told) = check(&["--set", "funding.meals.price=9"]);
        assert_eq!(code, 1);
        assert!(told.contains("- something else was laid over the file, or asked"), "{told}");
        // A comment changes the file and nothing else.
        let before = fs::read_to_string(file).unwrap();
        fs::write(file, format!("{before}# more\n")).unwrap();
        let expected =
            format!("{out} does not belong to its files any more:\n- {file} has changed since\n");
        assert_eq!(check(&[]), (1, expected));
        fs::write(file, before).unwrap();
        let text = fs::read_to_string(out).unwrap();
        fs::write(out, text.replacen("Kruidenbuurt", "Bloemenbuurt", 1)).unwrap();
        let (code, told) = check(&[]);
        assert_eq!(code, 1);
        assert!(told.ends_with("- the report itself was changed\n"), "{told}");
        fs::write(out, text.replace("bizcase-manifest", "nothing")).unwrap();
        assert_eq!(check(&[]).0, 2);
    }
    let out = folder.join("out.md");
    let fund = "cases/funds/wijkfonds.toml";
    assert_eq!(bizcase(&["report", fund, "-o", out.to_str().unwrap()], "").code, 0);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.contains("cases/funds/../buurtkeuken.toml"), "the cases of a fund are its files");
    assert_eq!(bizcase(&["report", fund, "--check", out.to_str().unwrap()], "").code, 0);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_made_leaves_what_was_there() {
    let folder = folder("whole");
    let out = folder.join("out.html");
    fs::write(&out, "before").unwrap();
    let wrong = folder.join("wrong.toml");
    fs::write(&wrong, "format = 1\n[case]\nname = 7\n").unwrap();
    let name = |path: &Path| path.to_str().unwrap().to_owned();
    let kitchen = "cases/buurtkeuken.toml".to_owned();
    let nowhere = name(&folder.join("nowhere/out.html"));
    for (arguments, told) in [
        (vec![name(&wrong), "-o".to_owned(), name(&out)], "error"),
        (
            vec![
                kitchen.clone(),
                "-o".to_owned(),
                name(&out),
                "--for".to_owned(),
                "gemente".to_owned(),
            ],
            "no party is called `gemente` in the file; did you mean `gemeente`?",
        ),
        (
            vec![
                kitchen.clone(),
                "-o".to_owned(),
                name(&out),
                "--date".to_owned(),
                "2026-02-30".to_owned(),
            ],
            "`2026-02-30` is no date",
        ),
        (
            vec![
                kitchen.clone(),
                "-o".to_owned(),
                name(&out),
                "--format".to_owned(),
                "json".to_owned(),
            ],
            "takes no --format",
        ),
        (
            vec![kitchen.clone(), "-o".to_owned(), name(&folder.join("out.docx"))],
            "end it in .html, .pdf, .md or .xlsx",
        ),
        (vec![kitchen.clone(), "-o".to_owned(), nowhere], "No such file"),
        (vec![kitchen.clone()], "--output"),
        (
            vec![
                "cases/funds/lochem.toml".to_owned(),
                "-o".to_owned(),
                name(&out),
                "--for".to_owned(),
                "x".to_owned(),
            ],
            "a fund has no parties",
        ),
    ] {
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let arguments = [&["report"][..], &arguments, &["--lang", "en"]].concat();
        let output = bizcase(&arguments, "");
        assert_eq!(output.code, 2, "{arguments:?}");
        assert!(output.stderr.contains(told), "{arguments:?}: {}", output.stderr);
        assert_eq!(fs::read_to_string(&out).unwrap(), "before");
    }
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["out.html", "wrong.toml"]);
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn a_pdf_is_what_a_browser_makes_of_the_page() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("pdf");
    let browser = |name: &str, script: &str| {
        let path = folder.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path.to_str().unwrap().to_owned()
    };
    // One that prints the page's first line, and one that prints nothing.
    let prints = browser(
        "prints",
        r#"for it; do case $it in --print-to-pdf=*) out=${it#*=};; file://*) page=${it#file://};; esac; done
printf '%%PDF-1.7 ' > "$out"; head -c 40 "$page" >> "$out""#,
    );
    let fails = browser("fails", "exit 1");
    let out = folder.join("out.pdf");
    let run = |browser: &str| {
        let out = out.to_str().unwrap();
        bizcase(
            &[
                "report",
                "cases/kamers.toml",
                "-o",
                out,
                "--browser",
                browser,
                "--draws",
                "100",
                "--lang",
                "en",
            ],
            "",
        )
    };
    let output = run(&prints);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    assert!(
        fs::read_to_string(&out).unwrap().starts_with("%PDF-1.7 <!DOCTYPE html><html lang=\"en\">")
    );
    fs::write(&out, "before").unwrap();
    for browser in [fails.as_str(), "/nowhere/browser"] {
        let output = run(browser);
        assert_eq!(output.code, 2);
        assert!(output.stderr.contains("made no PDF. The page is in"), "{}", output.stderr);
        assert_eq!(fs::read_to_string(&out).unwrap(), "before");
        let page = fs::read_to_string(out.with_extension("html")).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>"));
    }
    fs::remove_dir_all(folder).unwrap();
}
