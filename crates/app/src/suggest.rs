//! Proposes objectives for a text. Shown to a person, never applied unasked.

use anteroom_insight::language;
use anteroom_insight::suggest::{Clue, Source, Suggestions};
use anteroom_model::view::NodeLabel;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::AppError;
use crate::framework;
use crate::structure::Structure;

/// A text that is perhaps still being typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SuggestObjectives {
    pub text: String,
    /// BCP 47. Empty or `und`: it is guessed.
    #[serde(default)]
    pub language: String,
}

/// An objective, principle or goal that a text may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suggestion {
    pub node: NodeLabel,
    /// Whether it rests on our list of words rather than on the framework's own.
    pub ours: bool,
}

/// What a text may be about, likeliest first: a few, or nothing where too little speaks for any.
///
/// # Errors
/// Those of reading the consultation.
pub async fn suggest(desk: &Desk, request: &SuggestObjectives) -> Result<Vec<Suggestion>, AppError> {
    let structure = desk.structure().await?;
    let language = match request.language.as_str() {
        "" | "und" => language::guess(&request.text).unwrap_or_default(),
        known => known,
    };
    let suggested = structure.suggestions.get_or_init(|| suggestions(&structure)).suggest(&request.text, language);
    Ok(suggested
        .into_iter()
        .map(|suggested| Suggestion { node: structure.node_label(&suggested.node), ours: suggested.ours })
        .collect())
}

/// The clues to all that can be tagged: titles as the consultation holds them, and the list of its framework.
fn suggestions(structure: &Structure) -> Suggestions {
    let lists = framework::keywords(&structure.consultation.framework);
    let taggable = |node: &&crate::structure::Node| structure.level(&node.level).is_some_and(|level| level.taggable);
    let nodes: Vec<_> = structure.nodes.iter().filter(taggable).collect();
    let of_titles = nodes.iter().flat_map(|node| {
        let titles = node.short.0.iter().chain(&node.title.0);
        titles.map(|title| Clue {
            node: &node.key,
            language: &title.language,
            words: &title.text,
            source: Source::Framework,
        })
    });
    let ours = nodes.iter().filter_map(|node| Some((node, lists.get(&node.key)?))).flat_map(|(node, list)| {
        list.iter().flat_map(|(language, words)| {
            words.iter().map(|words| Clue { node: &node.key, language, words, source: Source::Ours })
        })
    });
    Suggestions::of(of_titles.chain(ours), &framework::common_words())
}
