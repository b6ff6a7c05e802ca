use std::time::Instant;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&f).unwrap();
    let d = bizcase::document::read::read(bizcase::document::Source { name: f, text: text.clone() }).unwrap();
    let n = 200;
    let t = Instant::now();
    for _ in 0..n { let _ = bizcase::document::read::read(bizcase::document::Source { name: "x".into(), text: text.clone() }).unwrap(); }
    println!("parse {:?}", t.elapsed() / n);
    let t = Instant::now();
    for _ in 0..n { let _ = bizcase::case::read(&d).unwrap(); }
    println!("validate {:?}", t.elapsed() / n);
    let c = bizcase::case::read(&d).unwrap().case;
    let t = Instant::now();
    for _ in 0..n { let _ = bizcase::postings::Postings::of(&c).unwrap(); }
    println!("post {:?}", t.elapsed() / n);
    let p = bizcase::postings::Postings::of(&c).unwrap();
    let t = Instant::now();
    for _ in 0..n { let b = bizcase::verdict::Books::open(&c, &p).unwrap(); let _ = bizcase::verdict::judge(&b).unwrap(); }
    println!("judge {:?}", t.elapsed() / n);
}
