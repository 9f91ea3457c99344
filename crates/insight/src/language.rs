//! In which language a text is written: a guess that a person can correct.

use std::sync::OnceLock;

use whatlang::{Detector, Lang, Script};

/// How sure the guess must be of a text that several languages could have written, from 0 to 1.
const SURE: f64 = 0.5;

/// So many letters are too few to tell languages of one script apart.
const FEW: usize = 12;

/// So many bytes say as much as the whole text.
const ENOUGH: usize = 1000;

/// The languages heard most: what is most like one of them, and clearly not like another of them, is taken for it.
const HEARD_MOST: &[Lang] = &[Lang::Ara, Lang::Cmn, Lang::Eng, Lang::Fra, Lang::Rus, Lang::Spa];

struct Detectors {
    all: Detector,
    heard_most: Detector,
}

fn detectors() -> &'static Detectors {
    static DETECTORS: OnceLock<Detectors> = OnceLock::new();
    DETECTORS.get_or_init(|| Detectors {
        all: Detector::with_allowlist(TAGS.iter().map(|(language, _)| *language).collect()),
        heard_most: Detector::with_allowlist(HEARD_MOST.to_vec()),
    })
}

/// The language of `text` (BCP 47), or `None` where it is too short or too mixed to say.
pub fn guess(text: &str) -> Option<&'static str> {
    let text = &text[..text.floor_char_boundary(ENOUGH)];
    let detectors = detectors();
    let info = detectors.all.detect(text)?;
    let only_one =
        matches!(info.script(), Script::Mandarin | Script::Hangul | Script::Thai | Script::Georgian | Script::Armenian);
    if only_one || info.is_reliable() {
        return tag(info.lang());
    }
    text.chars().filter(|letter| letter.is_alphabetic()).nth(FEW - 1)?;
    let is_clear = || {
        let among_few = detectors.heard_most.detect(text);
        among_few.is_some_and(|among| among.lang() == info.lang() && among.confidence() >= SURE)
    };
    if info.confidence() >= SURE || is_clear() { tag(info.lang()) } else { None }
}

fn tag(language: Lang) -> Option<&'static str> {
    TAGS.iter().find(|(known, _)| *known == language).map(|(_, tag)| *tag)
}

/// The languages heard in the region, with their tags. What is not here is not guessed.
const TAGS: &[(Lang, &str)] = &[
    (Lang::Eng, "en"),
    (Lang::Fra, "fr"),
    (Lang::Spa, "es"),
    (Lang::Rus, "ru"),
    (Lang::Ara, "ar"),
    (Lang::Cmn, "zh"),
    (Lang::Deu, "de"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
    (Lang::Nld, "nl"),
    (Lang::Pol, "pl"),
    (Lang::Ukr, "uk"),
    (Lang::Bel, "be"),
    (Lang::Tur, "tr"),
    (Lang::Aze, "az"),
    (Lang::Uzb, "uz"),
    (Lang::Tuk, "tk"),
    (Lang::Kat, "ka"),
    (Lang::Hye, "hy"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Mkd, "mk"),
    (Lang::Srp, "sr"),
    (Lang::Hrv, "hr"),
    (Lang::Slv, "sl"),
    (Lang::Slk, "sk"),
    (Lang::Ces, "cs"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "nb"),
    (Lang::Fin, "fi"),
    (Lang::Est, "et"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Pes, "fa"),
    (Lang::Urd, "ur"),
    (Lang::Amh, "am"),
    (Lang::Heb, "he"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Vie, "vi"),
    (Lang::Tha, "th"),
    (Lang::Hin, "hi"),
    (Lang::Ben, "bn"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_six_languages_and_german_are_told_apart() {
        for (text, language) in [
            ("Seasonal workers tell us the permit is tied to one employer, so nobody reports unpaid hours.", "en"),
            ("La détention des enfants n’a reculé que là où la loi l’a interdite explicitement.", "fr"),
            ("Los trabajadores de temporada no denuncian las horas impagadas por miedo a perder el permiso.", "es"),
            ("Сезонные рабочие не жалуются, потому что разрешение привязано к одному работодателю.", "ru"),
            ("نحتاج إلى معلومات واضحة بلغتنا قبل السفر وليس بعده.", "ar"),
            ("季节工人的许可证只与一个雇主挂钩。", "zh"),
            ("Los trabajadores de temporada no denuncian las horas impagadas por miedo.", "es"),
            ("Die Genehmigung ist an einen einzigen Arbeitgeber gebunden, deshalb beschwert sich niemand.", "de"),
        ] {
            assert_eq!(guess(text), Some(language), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_judged_by_its_beginning() {
        let text = "Les travailleurs ont été privés de leurs passeports à l’arrivée. ".repeat(10_000);
        assert_eq!(guess(&text), Some("fr"));
    }

    #[test]
    fn nothing_is_guessed_from_nothing() {
        for text in ["", "   ", "42", "OK", "🙂", "https://"] {
            assert_eq!(guess(text), None, "{text:?}");
        }
    }
}
