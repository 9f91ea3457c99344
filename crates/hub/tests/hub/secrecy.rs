//! The server's disk holds no readable word.

use std::fs;
use std::path::{Path, PathBuf};

use anteroom_hub::{Memory, Plain};
use anteroom_model::ids::RecordId;

use crate::house::House;

const PLANTED: [&str; 4] =
    ["They kept our passports", "Обещали договор", "jane.doe@example.org", "commit by Table Seven"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The files in which these bytes stand.
fn holding(files: &[PathBuf], bytes: &[u8]) -> Vec<PathBuf> {
    let finder = memchr::memmem::Finder::new(bytes);
    files.iter().filter(|file| finder.find(&fs::read(file).unwrap()).is_some()).cloned().collect()
}

#[tokio::test]
async fn the_data_directory_of_the_stopped_server_holds_no_planted_word() {
    let mut house = House::alone().await;
    let device = house.device(1).await;
    let mut hub = device.connect().await;
    let commits = PLANTED.iter().zip(0..).map(|(says, seq)| device.commit(seq, says)).collect();
    hub.push(&device.seals(), commits).await.unwrap();
    let mut words: Vec<_> = PLANTED.iter().map(|says| device.words(1, says)).collect();
    let record = RecordId([5; 16]);
    words.push(Plain { key: device.hub_key().piece(&record, 0), bytes: PLANTED.join("; ").repeat(500).into_bytes() });
    hub.put_contents(&device.seals(), words.clone()).await.unwrap();
    hub.post(&mut Memory::default(), 0, &[device.commits(0..1)[0].key], device.signs()).await.unwrap();
    hub.erase(&[words[0].key]).await.unwrap();
    drop((hub, house.admin));

    std::sync::Arc::get_mut(&mut house.cluster).unwrap().stop();
    let mut files = files(&house.cluster.data());
    files.push(house.cluster.log());
    assert!(!holding(&files, &device.id.0).is_empty(), "what the server may know is found, so the search works");
    let secrets = PLANTED.iter().map(|says| says.as_bytes()).chain([
        device.login.password.as_bytes(),
        &record.0[..], // names records by a code alone
    ]);
    for secret in secrets {
        assert_eq!(holding(&files, secret), Vec::<PathBuf>::new());
    }
}
