//! A text becomes a tree with places, whatever its bytes are.

use bizcase::document::{
    Document, Lines, Mistake, Node, Source, Value, line_column, open, open_from, read,
};
use bizcase::language::Language;
use bizcase::render::problems;

fn document(text: &str) -> Document {
    open("case.toml".to_owned(), text.as_bytes().to_vec()).and_then(read).expect("valid TOML")
}

fn slice<'d>(document: &'d Document, node: &Node) -> &'d str {
    &document.sources[node.place.source.0].text[node.place.start..node.place.end]
}

#[test]
fn numbers_arrive_digit_for_digit() {
    let exact = |written: &str| {
        let document = document(&format!("a = {written}"));
        match &document.at(&["a"]).expect("a").value {
            Value::Number(number) => {
                assert_eq!(number.written, written);
                assert!(!number.scaled);
                number.exact.map(|exact| exact.to_string())
            }
            other => panic!("{other:?}"),
        }
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(exact("0.1"), some("0.1"));
    assert_eq!(exact("1_234.56"), some("1234.56"));
    assert_eq!(exact("9007199254740993.12"), some("9007199254740993.12"));
    assert_eq!(exact("999999999999999"), some("999999999999999"));
    assert_eq!(exact("99999999999999999999"), some("99999999999999999999"));
    assert_eq!(exact("7.50"), some("7.50"));
    assert_eq!(exact("1.1250"), some("1.1250"));
    assert_eq!(exact("+7"), some("7"));
    assert_eq!(exact("-7.5"), some("-7.5"));
    for other in ["1e3", "0x10", "0b1", "inf", "-inf", "nan", "1.5e400"] {
        assert_eq!(exact(other), None, "{other}");
    }
    let long = format!("0.{}", "1".repeat(40));
    assert_eq!(exact(&long), None, "more digits than can be kept are never rounded");
}

#[test]
fn everything_knows_its_place() {
    let text = "\u{feff}top = 1\n[case]\nname = \"Één\" # x\nsub.key = true\n\n[cost.kitchen]\n\
                amounts = [1, 2.50]\nrange = { low = 1 }\nday = 2027-01-31\n";
    let document = document(text);
    let shown = |path: &[&str]| slice(&document, document.at(path).expect("a node")).to_owned();
    assert_eq!(shown(&["top"]), "1");
    assert_eq!(shown(&["case"]), "[case]");
    assert_eq!(shown(&["case", "name"]), "\"Één\"");
    assert_eq!(shown(&["case", "sub"]), "sub");
    assert_eq!(shown(&["case", "sub", "key"]), "true");
    assert_eq!(shown(&["cost"]), "cost");
    assert_eq!(shown(&["cost", "kitchen"]), "[cost.kitchen]");
    assert_eq!(shown(&["cost", "kitchen", "range"]), "{ low = 1 }");
    assert_eq!(shown(&["cost", "kitchen", "day"]), "2027-01-31");
    let Value::List(amounts) = &document.at(&["cost", "kitchen", "amounts"]).expect("it").value
    else {
        panic!("no list");
    };
    assert_eq!(amounts.iter().map(|n| slice(&document, n)).collect::<Vec<_>>(), ["1", "2.50"]);
    let item = document.root.0.get("cost").expect("cost");
    assert_eq!(&document.sources[0].text[item.key.start..item.key.end], "cost");
}

#[test]
fn the_order_of_the_file_stays() {
    let document = document("[cost.zebra]\n[cost.aap]\n[cost.mier]\nz = 1\na = 2\n[cost.b]\n");
    let Value::Table(costs) = &document.at(&["cost"]).expect("cost").value else {
        panic!("no table")
    };
    assert_eq!(costs.0.keys().collect::<Vec<_>>(), ["zebra", "aap", "mier", "b"]);
    let Value::Table(mier) = &costs.0["mier"].node.value else { panic!("no table") };
    assert_eq!(mier.0.keys().collect::<Vec<_>>(), ["z", "a"]);
}

#[test]
fn an_empty_file_is_an_empty_document() {
    for text in ["", "\u{feff}", "\n\n", "# only a remark", "\r\n"] {
        assert!(document(text).root.0.is_empty(), "{text:?}");
    }
}

/// Code, line and column of the first problem of these bytes.
fn first(bytes: &[u8]) -> (&'static str, usize, usize) {
    let unread = open("case.toml".to_owned(), bytes.to_vec()).and_then(read).expect_err("wrong");
    let problem = &unread.problems[0];
    let (line, column) = line_column(&unread.sources[0], problem.place.start);
    (problem.mistake.code(), line, column)
}

#[test]
fn bytes_that_are_no_text_are_one_clear_problem() {
    assert_eq!(first(b"a = 1\nb = \"\xc3\xa9\xe9\"\n"), ("not_utf8", 2, 7));
    assert_eq!(first(b"\xef\xbb\xbfa\xff"), ("not_utf8", 1, 2));
    assert_eq!(first(b"a = \"\xe2\x82"), ("not_utf8", 1, 6));
    assert_eq!(first(b"\xff\xfea\0"), ("utf16", 1, 1));
    assert_eq!(first(b"a = \"x\0\""), ("binary_file", 1, 1));
    assert_eq!(first(&[0; 5000]), ("binary_file", 1, 1));
}

#[test]
fn an_endless_stream_is_read_no_further_than_the_limit() {
    let opened = open_from("-".to_owned(), std::io::repeat(b'#')).expect("bytes");
    assert_eq!(opened.expect_err("too big").problems[0].mistake.code(), "file_too_big");
    let opened = open_from("-".to_owned(), "a = 1".as_bytes()).expect("bytes");
    assert_eq!(opened.expect("text").text, "a = 1");
}

#[test]
fn deep_nesting_is_a_problem_and_no_overflow() {
    let deep = |open: &str, close: &str| {
        let text = format!("a = {}1{}\nb = 7,5\n", open.repeat(100_000), close.repeat(100_000));
        first(text.as_bytes()).0
    };
    assert_eq!(deep("[", "]"), "too_deep");
    assert_eq!(deep("{ a = ", "}"), "too_deep");
    assert_eq!(first(format!("a = {}", "[".repeat(100_000)).as_bytes()).0, "too_deep");
    assert_eq!(
        first(format!("b = 1\na{} = 1", ".a".repeat(100_000)).as_bytes()),
        ("too_deep", 2, 1)
    );
    assert_eq!(first(format!("\n[a{}]", ".a".repeat(100_000)).as_bytes()), ("too_deep", 2, 1));
}

#[test]
fn very_many_entries_are_read() {
    let entries: Vec<String> =
        (0..100_000).map(|n| format!("[cost.c{n}]\namount = {n}.50\n")).collect();
    let text = entries.concat();
    let document = document(&text);
    let Value::Table(costs) = &document.at(&["cost"]).expect("cost").value else {
        panic!("no table")
    };
    assert_eq!(costs.0.len(), 100_000);
}

#[test]
fn very_many_problems_are_counted_and_the_first_hundred_shown() {
    let lines: Vec<String> = (0..4_421).map(|key| format!("amount_{key} = 7,50\n")).collect();
    let text = "[a]\n".to_owned() + &lines.concat();
    let unread = open("case.toml".to_owned(), text.into_bytes()).and_then(read).expect_err("wrong");
    assert_eq!(unread.problems.len(), 4_421);
    let shown = |language| problems::text(&unread.problems, &unread.sources, language, false, 80);
    let english = shown(Language::En);
    assert_eq!(english.matches("error[decimal_comma]").count(), 100);
    assert!(english.ends_with("\n\n... and 4,321 more\n"), "{}", &english[english.len() - 100..]);
    assert!(shown(Language::Nl).ends_with("\n\n... en nog 4.321\n"));
}

#[test]
fn columns_count_characters() {
    let source = Source { name: String::new(), text: "één\r\n👩‍👧x\n\ny".to_owned() };
    let at = |needle: &str| line_column(&source, source.text.find(needle).expect("it"));
    assert_eq!(at("é"), (1, 1));
    assert_eq!(at("n"), (1, 3));
    assert_eq!(at("x"), (2, 4));
    assert_eq!(at("y"), (4, 1));
    assert_eq!(line_column(&source, source.text.len()), (4, 2));
    assert_eq!(line_column(&source, usize::MAX), (4, 2), "past the end is at the end");
    assert_eq!(line_column(&source, 1), (1, 1), "within a character is at the character");
    assert_eq!(Lines::of(&source).span(&source, 0), 0..5, "without the end of the line");
}

/// A file that has something of everything.
const VALID: &str = "# Een keuken\n[case]\nname = \"Buurtkeuken — Één\"\nstart = \"2027-01\"\n\
    story = \"\"\"Waarom\ndit bestaat\"\"\"\n[rate]\nprices = [\"2.8%\", '2.2%',\n  \"2%\", # later\n]\n\
    [cost.kitchen]\namount = 45_000.50\nper = \"once\"\nrenew = true\n\
    range = { low = 1, likely = 2.5 }\nday = 2027-01-31\r\nsub.key = -1\n[scenario.\"*\".cost]\n";

/// What is thrown at it: all that TOML gives a meaning, and bytes that are no text.
const PIECES: [&[u8]; 32] = [
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"",
    b"'",
    b"\"\"\"",
    b"'''",
    b"=",
    b",",
    b".",
    b"#",
    b"\n",
    b"\r",
    b"\\",
    b"\\u12",
    b" ",
    b"\t",
    b"\0",
    b"\xff",
    "€".as_bytes(),
    "“".as_bytes(),
    b"%",
    b"1",
    b"-",
    b"_",
    b"[[",
    b"]]",
    "e\u{301}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{202e}".as_bytes(),
    b"a = ",
];

#[test]
fn no_damage_stops_the_reader_or_the_renderer() {
    // An xorshift generator: the same damage every time.
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(limit.max(1)).expect("small")).expect("small")
    };
    let mut read_well = 0;
    for round in 0..6_000 {
        let mut bytes = VALID.as_bytes().to_vec();
        for _ in 0..=below(4) {
            let at = below(bytes.len());
            let end = (at + 1 + below(12)).min(bytes.len());
            match below(5) {
                0 => bytes[at] ^= 1 << below(8),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let copy = bytes[at..end].to_vec();
                    let to = below(bytes.len());
                    bytes.splice(to..to, copy);
                }
                3 => drop(bytes.splice(at..at, PIECES[below(PIECES.len())].iter().copied())),
                _ => bytes.truncate(at.max(1)),
            }
        }
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        match open("case.toml".to_owned(), bytes).and_then(read) {
            Ok(document) => {
                read_well += 1;
                places_hold(
                    &document,
                    &document.root.0.values().map(|i| &i.node).collect::<Vec<_>>(),
                );
            }
            Err(unread) => {
                assert!(!unread.problems.is_empty(), "{round}: {shown:?}");
                let text = &unread.sources[0].text;
                for problem in &unread.problems {
                    let place = problem.place;
                    assert!(place.start <= place.end && place.end <= text.len(), "{shown:?}");
                    assert!(text.get(place.start..place.end).is_some(), "{problem:?}: {shown:?}");
                }
                let starts: Vec<usize> = unread.problems.iter().map(|p| p.place.start).collect();
                assert!(starts.is_sorted(), "{starts:?}: {shown:?}");
                let language = if round % 2 == 0 { Language::En } else { Language::Nl };
                let width = [20, 80, 200][round % 3];
                let out = problems::text(&unread.problems, &unread.sources, language, false, width);
                assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{out:?}");
            }
        }
    }
    assert!(
        (100..5_900).contains(&read_well),
        "the damage is neither harmless nor total: {read_well}"
    );
}

fn places_hold(document: &Document, nodes: &[&Node]) {
    for node in nodes {
        assert!(!slice(document, node).is_empty());
        match &node.value {
            Value::List(inner) => places_hold(document, &inner.iter().collect::<Vec<_>>()),
            Value::Table(table) => {
                places_hold(document, &table.0.values().map(|i| &i.node).collect::<Vec<_>>());
            }
            _ => {}
        }
    }
}

#[test]
fn a_name_that_stood_first_is_shown_with_the_second() {
    let text = "[a]\nx = 1\n[b]\nx = 2\nx.y = 3\n[b.c.d]\n[b.c]\n[b.c]\n[a.x.z]\n";
    let unread = open("case.toml".to_owned(), text.as_bytes().to_vec()).and_then(read);
    let unread = unread.expect_err("wrong");
    let source = &unread.sources[0];
    let told: Vec<_> = unread
        .problems
        .iter()
        .map(|problem| {
            let Mistake::Syntax(fault) = &problem.mistake else { panic!("{problem:?}") };
            let first = fault.also().map(|(place, _)| line_column(source, place.start).0);
            (fault.code(), line_column(source, problem.place.start).0, first)
        })
        .collect();
    assert_eq!(
        told,
        [("not_a_table", 5, Some(4)), ("duplicate_table", 8, Some(7)), ("not_a_table", 9, Some(2))]
    );
}
