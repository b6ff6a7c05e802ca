//! Reports in a real browser: nothing overflows, at a phone's width, a screen's and a page's; letters
//! are large enough as drawn; nothing is told to the console; axe-core finds nothing, in light and
//! dark; a PDF is tagged and has its language and words for every chart.
//!
//! Behind the feature `outside`, for it needs Chromium (`BIZCASE_BROWSER`, else `chromium`) and the
//! file `axe.min.js` of axe-core (`BIZCASE_AXE`). `.ci/run` brings both where it can.

use crate::support::bizcase;
use crate::support::files::toml_files;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

const OPTIONS: [&str; 10] = [
    "--headless",
    // In a container there is no other user to be.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--allow-file-access-from-files",
    "--enable-logging=stderr",
];

fn browser() -> String {
    std::env::var("BIZCASE_BROWSER").unwrap_or_else(|_| "chromium".to_owned())
}

fn folder(name: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("bizcase-browser-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The reports that are looked at: of every case and fund, in one language or the other; of a case of
/// a hundred entries and fifty years, and of one whose texts are hostile; and for a party, in both.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<(PathBuf, Vec<&str>)> = Vec::new();
    for (place, file) in
        toml_files("cases").into_iter().chain(toml_files("cases/funds")).enumerate()
    {
        files.push((file, vec!["--lang", if place % 2 == 0 { "nl" } else { "en" }]));
    }
    files.push(("tests/browser/long.toml".into(), vec![]));
    files.push(("tests/hostile_texts/case.toml".into(), vec![]));
    for language in ["nl", "en"] {
        let more = vec!["--lang", language, "--for", "gemeente", "--draft", "--date", "2026-11-26"];
        files.push(("cases/buurtkeuken.toml".into(), more));
    }
    let made = files.iter().enumerate().map(|(place, (file, more))| {
        let out = folder.join(format!("{place}.html"));
        let arguments =
            [&["report", file.to_str().unwrap(), "-o", out.to_str().unwrap()], &more[..]];
        let output = bizcase(&arguments.concat(), "");
        assert_eq!(output.code, 0, "{}", output.stderr);
        out
    });
    made.collect()
}

/// A page as the browser leaves it, and what it told the console.
fn opened(page: &Path, folder: &Path) -> (String, Vec<String>) {
    let output = Command::new(browser())
        .args(OPTIONS)
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .args(["--virtual-time-budget=120000", "--window-size=2400,1200", "--dump-dom"])
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("a browser");
    let errors = String::from_utf8_lossy(&output.stderr);
    let console =
        errors.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    (String::from_utf8_lossy(&output.stdout).into_owned(), console)
}

/// What a script of ours left in a page, as JSON.
fn left(dom: &str) -> serde_json::Value {
    let (_, rest) =
        dom.split_once("<pre id=\"found\">").unwrap_or_else(|| panic!("nothing found in\n{dom}"));
    let text = rest.split("</pre>").next().unwrap();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    serde_json::from_str(&text).unwrap()
}

/// Looks at a page in frames of several widths, all its parts open.
const LOOK: &str = r#"<!doctype html><meta charset="utf-8"><body><script>
const frames=[FRAMES];
let waiting=frames.length;const found=[];
for(const [name,src,width] of frames){
  const frame=document.createElement('iframe');frame.width=width;frame.height=900;frame.src=src;
  frame.onload=()=>{const d=frame.contentDocument,w=frame.contentWindow;
    d.querySelectorAll('details').forEach(it=>it.open=true);
    const say=(what,it)=>found.push(name+': '+what+': '+(it?it.outerHTML.slice(0,200):''));
    if(d.documentElement.scrollWidth>d.documentElement.clientWidth)say('overflows by '+(d.documentElement.scrollWidth-d.documentElement.clientWidth));
    if(d.querySelectorAll('h1').length!==1)say('h1');
    let drawn=0;
    for(const svg of d.querySelectorAll('svg')){if(!svg.getClientRects().length)continue;drawn++;
      const box=svg.getBoundingClientRect();
      for(const t of svg.querySelectorAll('text')){
        const size=parseFloat(w.getComputedStyle(t).fontSize)*t.getScreenCTM().a;
        if(size<11)say('letters of '+size,t);
        const r=t.getBoundingClientRect();
        if(r.left<box.left-1||r.right>box.right+1||r.top<box.top-1||r.bottom>box.bottom+1)say('leaves its chart',t);
      }}
    if(drawn===0)say('no charts');
    if(drawn*2!==d.querySelectorAll('svg').length)say('both drawings are seen');
    const walk=d.createTreeWalker(d.body,NodeFilter.SHOW_TEXT);
    while(walk.nextNode()){const it=walk.currentNode.parentElement;
      if(!walk.currentNode.data.trim()||it.closest('svg')||!it.getClientRects().length)continue;
      if(parseFloat(w.getComputedStyle(it).fontSize)<11)say('small',it);
      if(it.closest('.unseen'))continue;
      const r=it.getBoundingClientRect();
      if(!it.closest('.scroll')&&r.right>d.documentElement.clientWidth+1)say('leaves the page',it);
      if(name==='paper'&&r.right>d.documentElement.clientWidth+1)say('is cut off on paper',it);
    }
    if(--waiting===0){const pre=document.createElement('pre');pre.id='found';pre.textContent=JSON.stringify(found);document.body.append(pre);}
  };
  document.body.append(frame);
}
</script>"#;

#[test]
fn nothing_overflows_and_all_of_it_can_be_read() {
    let folder = folder("look");
    for page in reports(&folder) {
        let text = fs::read_to_string(&page).unwrap();
        let paper = page.with_extension("paper.html");
        fs::write(&paper, text.replace("@media print{", "@media all{")).unwrap();
        let frame = |name: &str, page: &Path, width: u32| {
            let page = page.file_name().unwrap().to_str().unwrap();
            format!("['{name}','{page}',{width}]")
        };
        // A page of A4 less its margins is 174 millimetres wide.
        let frames = [
            frame("320", &page, 320),
            frame("390", &page, 390),
            frame("1280", &page, 1280),
            frame("paper", &paper, 657),
        ];
        let look = page.with_extension("look.html");
        fs::write(&look, LOOK.replace("FRAMES", &frames.join(","))).unwrap();
        let (dom, console) = opened(&look, &folder);
        assert_eq!(console, Vec::<String>::new(), "{}", page.display());
        assert_eq!(left(&dom), serde_json::json!([]), "{}", page.display());
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn axe_finds_nothing_in_light_and_dark() {
    let axe = std::env::var("BIZCASE_AXE").expect("BIZCASE_AXE is the path of axe.min.js");
    let axe = fs::read_to_string(axe).unwrap();
    let folder = folder("axe");
    for page in reports(&folder) {
        let text = fs::read_to_string(&page).unwrap();
        // The page forbids every script, so the one that looks at it is let in here.
        let (before, rest) =
            text.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
        let (_, rest) = rest.split_once('>').unwrap();
        let run = "document.querySelectorAll('details').forEach(it=>it.open=true);\
            axe.run(document,{resultTypes:['violations']}).then(r=>{const p=document.createElement('pre');p.id='found';\
            p.textContent=JSON.stringify(r.violations.map(v=>v.id+': '+v.nodes.slice(0,3).map(n=>n.html.slice(0,200)+' '+n.failureSummary).join(' | ')));\
            document.body.append(p)})";
        let open = format!("{before}{rest}<script>{axe}</script><script>{run}</script>");
        for (scheme, text) in [
            ("light", open.replace("@media (prefers-color-scheme:dark)", "@media not all")),
            ("dark", open.replace("@media (prefers-color-scheme:dark)", "@media all")),
        ] {
            let look = page.with_extension(format!("{scheme}.html"));
            fs::write(&look, text).unwrap();
            let (dom, console) = opened(&look, &folder);
            assert_eq!(console, Vec::<String>::new(), "{} {scheme}", page.display());
            assert_eq!(left(&dom), serde_json::json!([]), "{} {scheme}", page.display());
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_pdf_is_tagged_and_says_what_its_charts_show() {
    let folder = folder("pdf");
    let wrapper = folder.join("browser");
    fs::write(&wrapper, format!("#!/bin/sh\nexec {} --no-sandbox \"$@\"\n", browser())).unwrap();
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).unwrap();
    for (language, charts) in [("nl", 6), ("en", 6)] {
        let out = folder.join("out.pdf");
        let output = bizcase(
            &[
                "report",
                "cases/buurtkeuken.toml",
                "-o",
                out.to_str().unwrap(),
                "--browser",
                wrapper.to_str().unwrap(),
                "--lang",
                language,
            ],
            "",
        );
        assert_eq!(output.code, 0, "{}", output.stderr);
        let pdf = fs::read(&out).unwrap();
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains(&format!("/Lang ({language})")));
        assert!(text.contains("/StructTreeRoot") && text.contains("/Marked true"));
        assert_eq!(text.matches("/Alt ").count(), charts);
        assert!(text.matches("/TH").count() > 50);
        assert!(pdf.len() < 3_000_000, "{} bytes", pdf.len());
    }
    fs::remove_dir_all(folder).unwrap();
}
