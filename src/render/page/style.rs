//! What a page looks like, on a screen and on paper.

/// The style sheet.
pub const STYLE: &str = r#"
:root{color-scheme:light dark;--ink:#1a1d21;--paper:#fff;--soft:#4b535e;--line:#b9c0ca;--tint:#f1f4f7;--bad:#a3231f;--mark:#1f5fa8}
@media (prefers-color-scheme:dark){:root{--ink:#e9ebee;--paper:#16191d;--soft:#b3bac4;--line:#4a525d;--tint:#22272e;--bad:#ff9c94;--mark:#8fc1ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
header{padding-top:2rem;border-top:.4rem solid var(--mark)}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .25rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;line-height:1.3;margin:2rem 0 .5rem}
p{margin:.6rem 0}
ul{margin:.6rem 0;padding-left:1.25rem}
li{margin:.25rem 0}
a{color:var(--mark)}
.notes,.about{color:var(--soft)}
.notes span+span::before{content:"· "}
.lead{font-size:1.15rem;line-height:1.45;border-left:.3rem solid var(--mark);padding-left:.9rem;margin:1.25rem 0}
.story{background:var(--tint);padding:.35rem 1rem;margin:1.25rem 0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.letter{border-bottom:1px solid var(--line);padding-bottom:1.5rem}
nav{margin-top:2rem}
nav h2{font-size:1rem;border:0;margin:0;padding:0}
nav ul{columns:16rem;margin-top:.25rem}
pre{overflow:auto;background:var(--tint);padding:.5rem .75rem;white-space:pre-wrap}
figure{margin:1.75rem 0}
figcaption{margin-bottom:.6rem}
figcaption strong{display:block;font-size:1.05rem;line-height:1.35}
figcaption span{color:var(--soft);font-size:.9rem;line-height:1.4;display:block}
svg{display:block;width:100%;height:auto}
.wide{display:none}
.narrow{max-width:30rem}
@media (min-width:43rem){.wide{display:block}.narrow{display:none}}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--mark);padding:.35rem 0}
.scroll{overflow:auto;max-width:100%;margin:.75rem 0}
.scroll.long{max-height:40rem}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.2rem .25rem}
th,td{padding:.25rem .5rem;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--line);overflow-wrap:normal}
td:not(.n){min-width:8rem}
th:first-child,td:first-child{padding-left:.25rem;min-width:6rem}
thead th,thead td{vertical-align:bottom;color:var(--soft);border-bottom:2px solid var(--line)}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
.group th{font-weight:700;padding-top:.9rem}
.detail th{padding-left:1.25rem}
.detail{color:var(--soft)}
.total th,.total td{border-top:1px solid var(--ink);font-weight:600}
.result th,.result td{border-top:2px solid var(--ink);font-weight:700}
.bad{color:var(--bad)}
@media (max-width:30rem){td:not(.n){min-width:5rem}th:first-child,td:first-child{min-width:4.5rem}th,td{padding:.25rem .3rem;hyphens:auto}}
footer{color:var(--soft);margin-top:3rem;padding-bottom:3rem;font-size:.9rem}
@page{size:A4;margin:16mm 18mm}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#40464f;--line:#b9c0ca;--tint:#f1f4f7;--bad:#a3231f;--mark:#1f5fa8}
body{font-size:10.5pt}
header,main,footer{max-width:none;padding:0}
header{padding-top:.5rem}
h2{margin-top:1.5rem}
h1,h2,h3,figcaption,caption,.about{break-after:avoid}
.letter{break-after:page;border:0}
.letter p,.letter ul{margin:.4rem 0}
th,td:not(.n){min-width:0;overflow-wrap:anywhere}
figure,svg,li,tr,.lead{break-inside:avoid}
thead{display:table-header-group}
tbody tr:first-child,p+ul{break-before:avoid}
table{font-size:9pt;width:auto;max-width:100%}
th,td{padding:.15rem .35rem}
.wide{display:block}
.narrow{display:none}
.scroll,.scroll.long{overflow:visible;max-height:none}
summary{list-style:none;color:var(--soft)}
details::details-content{content-visibility:visible;display:block}
a{color:inherit;text-decoration:none}
}
"#;
