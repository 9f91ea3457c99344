//! A released brief as a Word document, with real styles, numbering, languages and directions, and nothing about its authors.
//!
//! The same brief gives the same bytes: no dates, no ids, no revision marks, nothing that depends on the machine.

mod annex;
mod body;
mod language;
mod numbering;
mod package;
mod paragraph;
mod properties;
mod run;
mod stretches;
mod styles;
mod text;
mod xml;

use anteroom_model::release::ReleasedBrief;
use thiserror::Error;

use language::Language;

/// Why a document could not be put together. Writing to memory does not fail by itself; what is left is a document too
/// large for its format.
#[derive(Debug, Error)]
pub enum CannotWrite {
    #[error("a part of the document cannot be written: {0}")]
    Part(#[from] std::io::Error),
    #[error("the parts of the document cannot be packed: {0}")]
    Package(#[from] zip::result::ZipError),
}

impl CannotWrite {
    /// Names the sentence about it in the catalogue; never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Part(_) | Self::Package(_) => "document-too-large",
        }
    }
}

/// Writes the brief as DOCX.
///
/// # Errors
/// Where the format cannot hold it.
pub fn docx(brief: &ReleasedBrief) -> Result<Vec<u8>, CannotWrite> {
    let language = Language::of(brief.language(), brief.title());
    package::pack(&[
        ("[Content_Types].xml", package::CONTENT_TYPES.into()),
        ("_rels/.rels", package::RELATIONS.into()),
        ("docProps/core.xml", properties::core(brief, &language)?),
        ("word/document.xml", body::document(brief, &language)?),
        ("word/_rels/document.xml.rels", package::DOCUMENT_RELATIONS.into()),
        ("word/styles.xml", styles::part_of_styles(&language)?),
        ("word/numbering.xml", numbering::part_of_list(&language)?),
        ("word/settings.xml", properties::settings(&language)?),
        ("word/footer1.xml", body::footer(&language)?),
    ])
}
