//! Text cut where the script changes its class: Word wants each run either right-to-left, shaped, or neither.

use super::language::{Script, script_of};

/// Cuts `text`, whose language is written in `base`.
///
/// Figures and accents go with the letter before them; what stands between two stretches of one class goes with them,
/// and otherwise with the text as a whole, as in the Unicode bidirectional algorithm (N1 and N2).
pub(super) fn stretches(text: &str, base: Script) -> Vec<(Script, &str)> {
    let base = class(base);
    let mut cut: Vec<(Script, &str)> = Vec::new();
    let mut from = 0;
    for (at, script) in resolved(text, base) {
        match cut.last_mut() {
            Some((current, _)) if *current == script => {}
            Some((_, stretch)) => {
                *stretch = &text[from..at];
                from = at;
                cut.push((script, ""));
            }
            None => cut.push((script, "")),
        }
    }
    if let Some((_, stretch)) = cut.last_mut() {
        *stretch = &text[from..];
    }
    cut
}

/// The class of each character, with where it stands.
fn resolved(text: &str, base: Script) -> Vec<(usize, Script)> {
    let mut last = base;
    let known: Vec<_> = text
        .char_indices()
        .map(|(at, letter)| {
            let known = script_of(letter).map(class).or_else(|| follows(letter).then_some(last));
            last = known.unwrap_or(last);
            (at, known)
        })
        .collect();
    let mut after = base;
    let mut following = Vec::with_capacity(known.len());
    for (_, known) in known.iter().rev() {
        after = known.unwrap_or(after);
        following.push(after);
    }
    following.reverse();
    let mut before = base;
    let resolve = |((at, known), after): ((usize, Option<Script>), Script)| {
        before = known.unwrap_or(before);
        (at, known.unwrap_or(if before == after { before } else { base }))
    };
    known.into_iter().zip(following).map(resolve).collect()
}

/// East Asian letters share a run with Latin ones: Word chooses the font letter by letter.
fn class(script: Script) -> Script {
    if script == Script::EastAsian { Script::Plain } else { script }
}

/// Whether a character takes after the letter before it: figures, accents, joiners, variation selectors.
fn follows(letter: char) -> bool {
    letter.is_numeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    use Script::{Plain, RightToLeft, Shaped};

    #[test]
    fn text_is_cut_where_the_class_changes() {
        assert_eq!(stretches("They said 护照, twice.", Plain), [(Plain, "They said 护照, twice.")]);
        let cut = stretches("see قانون العمل, 2019.", Plain);
        assert_eq!(cut, [(Plain, "see "), (RightToLeft, "قانون العمل, 2019"), (Plain, ".")]);
        assert_eq!(stretches("ระหว่าง ILO", Shaped), [(Shaped, "ระหว่าง "), (Plain, "ILO")]);
    }

    #[test]
    fn figures_stay_with_their_word() {
        let cut = stretches("جائحة COVID-19 عام 2020.", RightToLeft);
        assert_eq!(cut, [(RightToLeft, "جائحة "), (Plain, "COVID-19"), (RightToLeft, " عام 2020.")]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_in_cutting(text in any::<String>(), base in prop::sample::select(vec![Plain, Shaped, RightToLeft])) {
            let cut = stretches(&text, base);
            prop_assert_eq!(cut.iter().map(|(_, part)| *part).collect::<String>(), text.as_str());
            prop_assert!(cut.windows(2).all(|pair| pair[0].0 != pair[1].0));
        }
    }
}
