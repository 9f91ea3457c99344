//! Every sentence that the core says to a person, by its name in the catalogue (`messages/*.ftl`).

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The languages there is a catalogue for, English first. Each is complete.
const CATALOGUES: &[(&str, &str)] = &[
    ("en", include_str!("../messages/en.ftl")),
    ("fr", include_str!("../messages/fr.ftl")),
    ("ar", include_str!("../messages/ar.ftl")),
];

/// Those of them that read from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar"];

type Bundle = FluentBundle<FluentResource>;

fn bundles() -> &'static [(&'static str, Bundle)] {
    static BUNDLES: OnceLock<Vec<(&'static str, Bundle)>> = OnceLock::new();
    BUNDLES.get_or_init(|| CATALOGUES.iter().map(|(language, source)| (*language, bundle(language, source))).collect())
}

fn bundle(language: &str, source: &str) -> Bundle {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of direction belong around what a person reads on a screen (`isolated`); a document and a file's name have none.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The languages there is a catalogue for, English first.
pub fn languages() -> impl Iterator<Item = &'static str> {
    CATALOGUES.iter().map(|(language, _)| *language)
}

/// The sentence called `name` in `language`, or in English where that language lacks it.
pub fn say(language: &str, name: &str, args: &[(&str, &str)]) -> String {
    let asked = base(language);
    let mut filled = FluentArgs::new();
    for (key, value) in args {
        // A count is passed as a number, so that the catalogue can choose a plural; a name stays as it was typed.
        let number = value.parse::<u32>().ok().filter(|number| number.to_string() == *value);
        filled.set(*key, number.map_or_else(|| FluentValue::from(*value), FluentValue::from));
    }
    let mut in_order = bundles().iter().filter(|(known, _)| *known == asked).chain(bundles().first());
    in_order.find_map(|(_, bundle)| format(bundle, name, &filled)).unwrap_or_else(|| name.to_owned())
}

fn base(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}

/// `words` as they stand in a sentence of `language` on a screen: among words from right to left, a path or a name keeps its
/// own direction. A number is left alone, so that the catalogue can choose a plural by it.
pub(crate) fn isolated<'a>(language: &str, words: &'a str) -> Cow<'a, str> {
    let is_number = words.bytes().all(|byte| byte.is_ascii_digit());
    if is_number || !RIGHT_TO_LEFT.contains(&base(language)) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(format!("\u{2068}{words}\u{2069}"))
}

/// `names` one after the other, each as in `isolated`, with what `language` puts between them.
pub(crate) fn list<'a>(language: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| isolated(language, name)).collect();
    names.join(&say(language, "list-comma", &[]))
}

fn format(bundle: &Bundle, name: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(name)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn names(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(name, _)| name))
            .collect()
    }

    #[test]
    fn every_catalogue_is_well_formed() {
        for (language, source) in CATALOGUES {
            assert!(FluentResource::try_new((*source).to_owned()).is_ok(), "{language} does not parse");
        }
    }

    /// What a catalogue's sentences speak of: each name with the arguments that stand in its sentence.
    fn arguments(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut spoken = BTreeMap::<_, BTreeSet<_>>::new();
        let mut name = "";
        for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let starts = line.starts_with(|letter: char| letter.is_ascii_lowercase());
            name = line.split_once(" =").filter(|_| starts).map_or(name, |(name, _)| name);
            let found = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
            spoken.entry(name).or_default().extend(found);
        }
        spoken
    }

    #[test]
    fn every_language_says_everything_and_of_the_same_things() {
        let english = arguments(CATALOGUES[0].1);
        assert!(english["cli-imported"].len() == 3 && english["table-too-many-cells"].len() == 3, "they are found");
        for (language, source) in CATALOGUES {
            let said = arguments(source);
            let names = |said: &BTreeMap<&'static str, _>| said.keys().copied().collect::<BTreeSet<_>>();
            assert_eq!(names(&said), names(&english), "{language}");
            for (name, spoken) in said {
                assert_eq!(spoken, english[name], "{name} in {language}");
            }
        }
    }

    #[test]
    fn a_sentence_with_a_count_is_said_for_every_count() {
        for (language, source) in CATALOGUES {
            for (name, spoken) in arguments(source) {
                for count in ["0", "1", "2", "3", "11", "100"] {
                    let args: Vec<_> = spoken.iter().map(|arg| (*arg, count)).collect();
                    let said = say(language, name, &args);
                    assert!(said != name && !said.contains("{ $"), "{name} in {language} for {count}: {said}");
                }
            }
        }
    }

    #[test]
    fn among_words_from_right_to_left_a_path_keeps_its_own_direction() {
        assert_eq!(isolated("ar", "/tmp/x.anteroom"), "\u{2068}/tmp/x.anteroom\u{2069}");
        assert_eq!((isolated("ar", "12"), isolated("en", "/tmp")), ("12".into(), "/tmp".into()));
        assert_eq!(list("ar", ["Media", "Unions"]), "\u{2068}Media\u{2069}، \u{2068}Unions\u{2069}");
        assert_eq!(list("fr", ["Media", "Unions"]), "Media, Unions");
    }

    /// The source of everything that names a sentence.
    fn sources() -> Vec<String> {
        let mut folders: Vec<PathBuf> =
            ["app", "cli", "documents", "handover", "hub", "journal", "store", "../src-tauri"]
                .iter()
                .map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src"))
                .collect();
        let mut sources = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let source = fs::read_to_string(path).unwrap();
                    sources.push(source.split("#[cfg(test)]").next().unwrap().to_owned());
                }
            }
        }
        sources
    }

    #[test]
    fn every_sentence_that_is_said_stands_in_the_catalogue() {
        let known = names(CATALOGUES[0].1);
        let mut said = BTreeSet::new();
        for source in sources() {
            for before in ["AppError::new(\"", "Refusal::say(\"", "say(\"en\", \"", "say(language, \"", "unknown(\""] {
                said.extend(source.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
            }
        }
        assert!(said.len() > 60, "{said:?}");
        let missing: Vec<_> = said.iter().filter(|name| !name.is_empty() && !known.contains(name.as_str())).collect();
        assert_eq!(missing, [] as [&String; 0]);
    }

    #[test]
    fn every_sentence_in_the_catalogue_is_said() {
        let sources = sources().concat();
        // The columns of a sheet are named one by one, and each has an explanation.
        let column = |name: &str| name.strip_prefix("sheet-").map(|name| name.trim_end_matches("-how").to_owned());
        let is_said = |name: &str| {
            let spelled = |name: &str| sources.contains(&format!("\"{name}\""));
            spelled(name) || column(name).is_some_and(|column| spelled(&column))
        };
        let unsaid: Vec<_> = names(CATALOGUES[0].1).into_iter().filter(|name| !is_said(name)).collect();
        assert_eq!(unsaid, [] as [&str; 0]);
    }

    #[test]
    fn a_missing_language_is_answered_in_english() {
        assert_eq!(say("xx", "brief-annex", &[]), say("en", "brief-annex", &[]));
        assert_ne!(say("fr", "brief-annex", &[]), say("en", "brief-annex", &[]));
    }

    #[test]
    fn what_a_person_typed_stands_in_the_sentence_as_it_is() {
        assert!(
            say("en", "unknown-group", &[("name", "Ünïons 🙂"), ("near", "1"), ("nearest", "Trade unions")])
                .contains("Ünïons 🙂")
        );
    }

    #[test]
    fn where_nothing_comes_near_nothing_is_said_to() {
        let args = [("name", "Nobodies"), ("near", "0"), ("nearest", "")];
        let said = say("en", "unknown-group", &args);
        assert_eq!(said, "There is no stakeholder group called “Nobodies”.");
        assert!(say("fr", "unknown-group", &args).ends_with("Nobodies\u{202f}»."), "and nothing behind it");
        let near = [("name", "Medla"), ("near", "1"), ("nearest", "Media")];
        assert_eq!(say("en", "unknown-group", &near), "There is no stakeholder group called “Medla”. Nearest: Media.");
    }
}
