
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let text = if a[2] == "-" { std::io::read_to_string(std::io::stdin()).unwrap() } else { std::fs::read_to_string(&a[2]).unwrap() };
    let d = match bizcase::document::read::read(bizcase::document::Source { name: a[2].clone(), text }) { Ok(d) => d, Err(e) => { println!("{e:#?}"); std::process::exit(2) } };
    match bizcase::assess::assess(&d) {
        Ok(x) => {
            let s = bizcase::render::json::Subject { file: &a[2], scenario: None };
            if a[1] == "check" { println!("{:#}", bizcase::render::json::check(s, &d, &x)); }
            else { 
                let by = bizcase::statements::By::Month;
                let e = bizcase::statements::entries(&x.case, &x.postings, by).unwrap();
                let c = bizcase::statements::ClosingCash::of(&x.case, &x.postings, by).unwrap();
                println!("{}", bizcase::render::json::show(&x.case, &e, &c, by)); }
        }
        Err(p) => { println!("{p:#?}"); std::process::exit(2) }
    }
}
