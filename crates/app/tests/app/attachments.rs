//! Files that are attached to contributions.

use std::fs;

use anteroom_app::attachments::{self, LARGEST, MOST_AT_ONCE};
use anteroom_app::desk::Desk;
use anteroom_app::{consultations, contributions, undo};

use crate::laptop::*;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

#[tokio::test]
async fn a_photo_of_a_flip_chart_is_attached_shown_saved_and_erased() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("As on the flip chart.")).await;
    let photo = laptop.path("flip chart 🙂.png");
    fs::write(&photo, PNG).unwrap();
    let statement = laptop.writes("statement.pdf", "%PDF-1.7 They kept our passports.");
    assert_eq!(attachments::attach(&desk, &row.reference, &[photo, statement]).await.unwrap(), 2);
    let view = contributions::show(&desk, &row.reference).await.unwrap();
    let seen: Vec<_> = view.attachments.iter().map(|it| (it.name.as_str(), it.media_type.as_str(), it.size)).collect();
    assert_eq!(seen, [("flip chart 🙂.png", "image/png", PNG.len() as i64), ("statement.pdf", "application/pdf", 33)]);
    let (photo, statement) = (&view.attachments[0], &view.attachments[1]);
    assert!(photo.is_picture && !statement.is_picture);
    assert!(attachments::picture(&desk, &photo.id).await.unwrap().starts_with("data:image/png;base64,iVBORw0KGgo"));
    assert_eq!(attachments::picture(&desk, &statement.id).await.unwrap(), "");
    let to = laptop.path("copy.pdf");
    attachments::save(&desk, &statement.id, &to).await.unwrap();
    assert_eq!(fs::read(&to).unwrap(), b"%PDF-1.7 They kept our passports.");
    attachments::erase(&desk, &statement.id).await.unwrap();
    assert_eq!(attachments::save(&desk, &statement.id, &to).await.unwrap_err().code, "unknown-attachment");
    let view = contributions::show(&desk, &row.id).await.unwrap();
    assert_eq!((view.attachments.len(), view.row.files), (1, 1));
    let history = view.history.iter().filter(|change| change.field == "attached-to");
    let told: Vec<_> = history.map(|change| (change.deed.as_str(), change.from.as_str(), change.to.as_str())).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.contains(&("attach", "", "flip chart 🙂.png")));
    assert!(told.contains(&("attach", "", "")) && told.contains(&("erase", "", "")), "the name went with the file");
    contributions::erase(&desk, &[row.id]).await.unwrap();
    assert_eq!(attachments::picture(&desk, &photo.id).await.unwrap_err().code, "unknown-attachment");
}

#[tokio::test]
async fn all_are_attached_or_none_and_each_refusal_says_why() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("words")).await;
    let fine = laptop.writes("fine.txt", "fine");
    let large = laptop.path("large.mov");
    // A hole: as long as it is said to be, and no longer on the disk than its end.
    fs::File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
    let cases = [
        (vec![fine.clone(), laptop.writes("empty.pdf", "")], "file-empty", "empty.pdf"),
        (vec![fine.clone(), large], "file-too-large", "26 MB"),
        (vec![fine.clone(), laptop.home()], "not-a-file", "home"),
        (vec![fine.clone(), laptop.path("nowhere.jpg")], "cannot-read", "nowhere.jpg"),
        (vec![fine.clone(); MOST_AT_ONCE + 1], "too-many-files", "21"),
    ];
    for (files, code, said) in cases {
        let refused = attachments::attach(&desk, &row.id, &files).await.unwrap_err();
        assert_eq!(refused.code, code);
        assert!(refused.message.contains(said), "{refused:?}");
    }
    assert_eq!(attachments::attach(&desk, "ZZZ-1", &[fine]).await.unwrap_err().code, "unknown-contribution");
    assert_eq!(contributions::show(&desk, &row.id).await.unwrap().attachments, []);
}

#[tokio::test]
async fn attaching_is_taken_back_by_one_undo() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("words")).await;
    let files = [laptop.writes("a.txt", "a"), laptop.writes("b.txt", "b")];
    attachments::attach(&desk, &row.id, &files).await.unwrap();
    let undoable = undo::undoable(&desk).await.unwrap().undo.unwrap();
    assert_eq!((undoable.deed.as_str(), undoable.records), ("attach", 2));
    let count = async || contributions::show(&desk, &row.id).await.unwrap().attachments.len();
    assert_eq!(count().await, 2);
    undo::undo(&desk).await.unwrap();
    assert_eq!(count().await, 0);
    undo::redo(&desk).await.unwrap();
    assert_eq!(count().await, 2);
}

#[tokio::test]
async fn what_is_attached_is_there_when_the_consultation_is_opened_again() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("words")).await;
    attachments::attach(&desk, &row.id, &[laptop.writes("a.txt", "a")]).await.unwrap();
    attachments::attach(&desk, &row.id, &[laptop.writes("b.txt", "b")]).await.unwrap();
    undo::undo(&desk).await.unwrap();
    undo::redo(&desk).await.unwrap();
    let names = async |desk: &Desk| {
        let view = contributions::show(desk, &row.id).await.unwrap();
        view.attachments.into_iter().map(|it| it.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&desk).await, ["a.txt", "b.txt"]);
    let view = contributions::show(&desk, &row.id).await.unwrap();
    attachments::erase(&desk, &view.attachments[1].id).await.unwrap();
    assert_eq!(names(&desk).await, ["a.txt"]);
    consultations::close(desk).await.unwrap();
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    assert_eq!(names(&desk).await, ["a.txt"]);
}
