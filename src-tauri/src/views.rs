//! What commands take and answer with, for the list of commands and the client made from it.

pub(crate) use anteroom_app::model::view::{ContributionView, FiltersView, FindContributions, FoundView, OverviewView};

pub(crate) use crate::look::Look;
pub(crate) use crate::room::Threshold;
