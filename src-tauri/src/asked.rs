//! What the page asks of the open consultation.

use anteroom_app::model::view::{ContributionView, FiltersView, FindContributions, FoundView, OverviewView};
use anteroom_app::{AppError, contributions, programme};

use crate::room::Room;

pub(crate) async fn overview(room: &Room) -> Result<OverviewView, AppError> {
    programme::overview(&*room.desk().await?).await
}

pub(crate) async fn filters(room: &Room) -> Result<FiltersView, AppError> {
    programme::filters(&*room.desk().await?).await
}

/// The page asks as a person scrolls; a longer answer would be a way to take everything at once.
const LONGEST_PAGE: u32 = 200;

pub(crate) async fn find(room: &Room, mut asked: FindContributions) -> Result<FoundView, AppError> {
    asked.limit = asked.limit.min(LONGEST_PAGE);
    contributions::find(&*room.desk().await?, &asked).await
}

pub(crate) async fn show(room: &Room, id: String) -> Result<ContributionView, AppError> {
    contributions::show(&*room.desk().await?, &id).await
}
