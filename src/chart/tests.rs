use super::drawing::{Anchor, width_of};
use super::*;
use crate::language::numbers;
use std::collections::BTreeSet;

const PAPERS: [Paper; 2] = [Paper::Wide, Paper::Narrow];

fn cents(amounts: &[i64]) -> Vec<Cents> {
    amounts.iter().copied().map(Cents).collect()
}

fn periods(count: usize) -> Periods {
    let names: Vec<_> = (0..count).map(|year| format!("{}", 2027 + year)).collect();
    let labels = names.iter().cloned().enumerate().collect();
    Periods { head: "Year".to_owned(), names, labels, months: Vec::new() }
}

fn series(amounts: &[&[i64]]) -> Vec<Series> {
    let one = |(place, amounts): (usize, &&[i64])| Series {
        name: format!("Series {place}"),
        pattern: Pattern::ALL[place % Pattern::ALL.len()],
        amounts: cents(amounts),
    };
    amounts.iter().enumerate().map(one).collect()
}

fn chart(plot: Plot) -> Chart {
    Chart { id: "one", title: "What it says".to_owned(), about: "What is drawn".to_owned(), plot }
}

fn stacked(amounts: &[&[i64]]) -> Chart {
    let count = amounts.first().map_or(0, |amounts| amounts.len());
    chart(Plot::Stacked(Stacked { periods: periods(count), series: series(amounts) }))
}

/// Every kind of chart with amounts of every size, from none to the largest that there are.
fn all() -> Vec<Chart> {
    let sizes = [0, 1, 7, 100, 123_456, 9_999_999_999, 123_456_789_012_345, i64::MAX / 8];
    let mut charts = Vec::new();
    for size in sizes {
        for count in [1, 2, 10, 50] {
            let up: Vec<_> = (0..count).map(|at| size / (at + 1)).collect();
            let down: Vec<_> = (0..count).map(|at| -(size / (count - at))).collect();
            charts.push(stacked(&[&up, &down, &up, &up, &down, &up, &down]));
            charts.push(stacked(&[&down]));
            let count = usize::try_from(count).unwrap();
            charts.push(chart(Plot::Lines(Lines {
                periods: periods(count),
                bands: vec![Band {
                    name: "Band".to_owned(),
                    edges: ["Low".to_owned(), "High".to_owned()],
                    low: cents(&down),
                    high: cents(&up),
                }],
                series: series(&[&up, &down]),
                limit: Some(("At least".to_owned(), Cents(size / 3))),
                spot: Some(Spot { series: 1, period: count / 2, words: "Here".to_owned() }),
            })));
        }
        for count in [1, 5, 20] {
            let name = |at: i64| format!("A party with quite a long name, number {at}");
            let rows = |at: i64| (name(at), cents(&[size / (at + 1), size, size / 2]));
            charts.push(chart(Plot::Across(Across {
                head: "Party".to_owned(),
                series: vec![
                    ("Pays".to_owned(), Pattern::Solid),
                    ("Cashes".to_owned(), Pattern::Dots),
                    ("Saves besides".to_owned(), Pattern::Rising),
                ],
                bars: vec![vec![0], vec![1, 2]],
                rows: (0..count).map(rows).collect(),
            })));
            let heads = ["Number", "At its low", "At its high"].map(str::to_owned);
            let row = |at: i64| (name(at), Cents(-size), Cents(size / (at + 1)));
            let base = ("As it is".to_owned(), Cents(-size / 2));
            let rows = (0..count).map(row).collect();
            charts.push(chart(Plot::Tornado(Tornado { heads, base, rows })));
            let step = |at: i64| Step {
                name: name(at),
                amount: Cents(if at % 2 == 0 { size } else { -(size / 3) } / count),
                is_level: at == 0 || at == count - 1,
            };
            let heads = ["Step", "Amount"].map(str::to_owned);
            charts.push(chart(Plot::Steps(Steps { heads, steps: (0..count).map(step).collect() })));
        }
    }
    for months in [12, 600] {
        charts.push(chart(Plot::Spans(Spans {
            head: "Initiative".to_owned(),
            start: Month::new(2027, 1).unwrap(),
            months,
            labels: (0..months).step_by(12).map(|at| (at, format!("{}", 2027 + at / 12))).collect(),
            series: vec![
                ("Waits".to_owned(), Pattern::Hollow),
                ("Runs".to_owned(), Pattern::Solid),
            ],
            rows: vec![("One".to_owned(), vec![(0, 0, 3), (1, 3, months)])],
        })));
    }
    charts
}

fn words(drawing: &Drawing) -> Vec<(i64, i64, i64, &str)> {
    let words = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Words { at: (x, y), anchor, words } => {
            let width = width_of(words);
            let (left, right) = match anchor {
                Anchor::Start => (*x, x + width),
                // Half of a width that is odd is a whole tenth of a pixel.
                Anchor::Middle => (x - width / 2, x + width / 2),
                Anchor::End => (x - width, *x),
            };
            Some((left, right, *y, words.as_str()))
        }
        _ => None,
    });
    words.collect()
}

#[test]
fn nothing_leaves_the_paper_and_no_words_lie_over_others() {
    for chart in all() {
        for paper in PAPERS {
            let drawing = chart.drawn(paper, Language::En);
            let inside = |x: i64, y: i64| {
                assert!((0..=drawing.width).contains(&x), "{x} of {}: {chart:?}", drawing.width);
                assert!((0..=drawing.height).contains(&y), "{y} of {}: {chart:?}", drawing.height);
            };
            for mark in &drawing.marks {
                match mark {
                    Mark::Bar { x, y, width, height, .. } => {
                        inside(*x, *y);
                        inside(x + width, y + height);
                    }
                    Mark::Line { points, .. } | Mark::Area { points, .. } => {
                        for &(x, y) in points {
                            inside(x, y);
                        }
                    }
                    Mark::Rule { from, to, .. } => {
                        inside(from.0, from.1);
                        inside(to.0, to.1);
                    }
                    Mark::Spot { at } => inside(at.0, at.1),
                    Mark::Words { .. } => {}
                }
            }
            let words = words(&drawing);
            for (place, &(left, right, y, text)) in words.iter().enumerate() {
                inside(left, y);
                inside(right, y);
                for &(other_left, other_right, other_y, other) in &words[..place] {
                    let apart = right <= other_left || other_right <= left;
                    assert!(apart || (y - other_y).abs() >= 120, "{text} over {other}: {chart:?}");
                }
            }
        }
    }
}

#[test]
fn every_bar_is_as_long_as_its_amount() {
    let rows: [&[i64]; 3] =
        [&[500_000, 0, 2_345_678], &[700_000, 100, 1], &[-900_000, -50, -3_000_000]];
    let chart = stacked(&rows);
    // From -30,000 to 20,000 in steps of 10,000: 50,000 euros over the height of the field.
    for (paper, height) in [(Paper::Wide, 2400), (Paper::Narrow, 2000)] {
        let drawing = chart.drawn(paper, Language::En);
        let key = drawing
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Bar { width: 160, height: 110, .. }));
        assert_eq!(key.count(), 3);
        let bars = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Bar { width: 160, height: 110, .. } => None,
            Mark::Bar { height, pattern, .. } => Some((*pattern, *height)),
            _ => None,
        });
        let bars: Vec<_> = bars.collect();
        let extent = 6_000_000; // from -30,000 to 30,000
        let long = |amount: i64| (amount.abs() * height + extent / 2) / extent;
        for (pattern, row) in Pattern::ALL.iter().zip(rows) {
            for &amount in row.iter().filter(|amount| long(**amount) > 1) {
                let found =
                    bars.iter().any(|(of, tall)| of == pattern && (tall - long(amount)).abs() <= 1);
                assert!(found, "{amount} in {bars:?}");
            }
        }
    }
}

#[test]
fn ticks_stand_at_round_amounts_around_all() {
    for (amounts, ticks) in [
        (vec![0], vec![0]),
        (vec![123_456], vec![0, 50_000, 100_000, 150_000]),
        (
            vec![-6_126_514, 12_026_744],
            vec![-10_000_000, -5_000_000, 0, 5_000_000, 10_000_000, 15_000_000],
        ),
        (vec![-3], vec![-3, -2, -1, 0]),
        (vec![7], vec![0, 2, 4, 6, 8]),
    ] {
        let scale = Scale::of(cents(&amounts), 6);
        assert_eq!(scale.ticks, cents(&ticks), "{amounts:?}");
    }
    for amount in [i64::MAX, i64::MIN, i64::MAX / 3] {
        let scale = Scale::of(cents(&[amount]), 6);
        assert!((0..=1000).contains(&scale.place(Cents(amount), 0, 1000)));
        assert!(scale.ticks.len() > 1);
    }
}

#[test]
fn round_amounts_are_short() {
    let axis = |language, amounts: &[i64]| numbers::axis(language, &cents(amounts)).join(" | ");
    assert_eq!(axis(Language::En, &[-5_000_000, 0, 5_000_000]), "-50,000 | 0 | 50,000");
    assert_eq!(axis(Language::Nl, &[0, 5, 10]), "0,00 | 0,05 | 0,10");
    assert_eq!(axis(Language::Nl, &[0, 2_000_000_000]), "0 | 20\u{a0}mln");
    assert_eq!(
        axis(Language::En, &[-500_000_000_000, 1_000_000_000_000]),
        "-5\u{a0}bn | 10\u{a0}bn"
    );
}

/// The luminance of a colour, as the guidelines for accessible pages compute it.
#[allow(clippy::float_arithmetic, reason = "a formula for colours, not for money")]
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
#[allow(clippy::float_arithmetic, reason = "a formula for colours, not for money")]
fn every_look_stands_out_on_white_and_on_dark() {
    let contrast = |one: f64, other: f64| (one.max(other) + 0.05) / (one.min(other) + 0.05);
    for pattern in Pattern::ALL {
        let colour = luminance(pattern.colour());
        for paper in ["#ffffff", "#16191d"] {
            assert!(contrast(colour, luminance(paper)) >= 3.0, "{pattern:?} on {paper}");
        }
    }
    let colours: BTreeSet<_> = Pattern::ALL.iter().map(|pattern| pattern.colour()).collect();
    assert_eq!(colours.len(), Pattern::ALL.len());
}

#[test]
fn what_a_chart_is_called_cannot_break_out_of_it() {
    let hostile = "</title><script>alert(1)</script>\" onload=\"x";
    let mut chart = stacked(&[&[1, 2]]);
    chart.title = hostile.to_owned();
    if let Plot::Stacked(stacked) = &mut chart.plot {
        stacked.series[0].name = hostile.to_owned();
        stacked.periods.labels[0].1 = hostile.to_owned();
    }
    let svg = chart.svg(Paper::Wide, Language::En).into_string();
    assert!(!svg.contains("<script"), "{svg}");
    assert!(svg.contains("&lt;script&gt;"), "{svg}");
}
