//! In which language a text is written: a guess that a person can correct.

use whatlang::{Lang, Script};

/// How sure the guess must be of a text that several languages could have written, from 0 to 1.
const SURE: f64 = 0.5;

/// The language of `text` (BCP 47), or `None` where it is too short or too mixed to say.
pub fn guess(text: &str) -> Option<&'static str> {
    let info = whatlang::detect(text)?;
    let only_one =
        matches!(info.script(), Script::Mandarin | Script::Hangul | Script::Thai | Script::Georgian | Script::Armenian);
    let long_enough = text.chars().filter(|letter| letter.is_alphabetic()).count() >= 12;
    if only_one || info.confidence() >= SURE && long_enough || info.is_reliable() { tag(info.lang()) } else { None }
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
            ("Die Genehmigung ist an einen einzigen Arbeitgeber gebunden, deshalb beschwert sich niemand.", "de"),
        ] {
            assert_eq!(guess(text), Some(language), "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed_from_nothing() {
        for text in ["", "   ", "42", "OK", "🙂", "https://"] {
            assert_eq!(guess(text), None, "{text:?}");
        }
    }
}
