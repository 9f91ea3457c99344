//! How many words a brief has, and how many it may have.

use anteroom_model::statement::count_words;

use super::Section;
use super::opened::{Opened, Statement};

impl Statement {
    /// The words that stand in it, quotations included.
    pub(crate) fn words(&self) -> u32 {
        count_words(&self.reads())
    }
}

impl Opened {
    /// The words of a section's paragraphs.
    pub(crate) fn words_of(&self, section: &Section) -> u32 {
        self.of_section(section).map(Statement::words).sum()
    }

    /// The words of all paragraphs.
    pub(crate) fn words(&self) -> u32 {
        self.statements.iter().map(Statement::words).sum()
    }

    /// What all sections together may have; 0 where none has a budget.
    pub(crate) fn budget(&self) -> u32 {
        self.sections.iter().filter_map(|section| section.budget).sum()
    }
}
