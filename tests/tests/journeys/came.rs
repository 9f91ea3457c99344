//! What came of files that were taken in: told for each, in the language that the window speaks.

use std::fs;

use crate::consultation::Made;
use crate::exchange::{invited, stick};
use crate::window::Window;

const CAME: &str = "[...document.querySelectorAll('#exchange-taken + ul .lines')].map((it) => it.innerText)";

#[tokio::test]
async fn what_came_is_told_again_when_the_window_speaks_another_language() {
    let ana = Made::with_a_round();
    let bea = invited(&ana, "Bea", "facilitator");
    bea.does("record", &["--text", "They kept our passports."]);
    let file = stick(&ana, "bea.handover");
    bea.does("bundle", &["--to", &file]);
    let torn = stick(&ana, "torn.handover");
    let whole = fs::read(&file).unwrap();
    fs::write(&torn, &whole[..whole.len() - 1]).unwrap();

    let window = Window::before(ana).await;
    window.unlocks().await;
    window.display().drops_all(&[&file, &torn]).await;
    let told = window.sees("what came", &format!("{CAME}.length === 2 && {CAME}")).await;
    assert!(told[0].as_str().unwrap().contains("One contribution is new."), "{told}");
    assert!(told[1].as_str().unwrap().contains("torn"), "{told}");
    for (language, [came, refused]) in [
        ("fr", ["Une contribution est nouvelle", "copie est incomplète"]),
        ("ar", ["مساهمة واحدة جديدة", "هذه النسخة مبتورة"]),
    ] {
        window.speaks(language).await;
        window.sees(came, &format!("{CAME}[0].includes('{came}')")).await;
        window.sees(refused, &format!("{CAME}[1].includes('{refused}')")).await;
        window.pictured(&format!("came-{language}")).await;
    }
    window.speaks("en").await;
    window.sees("the same again", &format!("JSON.stringify({CAME}) === JSON.stringify({told})")).await;
}

#[tokio::test]
async fn several_files_are_chosen_at_once_in_the_dialog() {
    let ana = Made::with_a_round();
    let folder = ana.laptop.at("stick");
    fs::create_dir(&folder).unwrap();
    let names = ["Bea", "Cid", "Dov"];
    for name in names {
        let other = invited(&ana, name, "facilitator");
        other.does("record", &["--text", &format!("What {name} noted.")]);
        other.does("bundle", &["--to", folder.join(format!("{name}.handover")).to_str().unwrap()]);
    }
    let window = Window::before(ana).await;
    window.unlocks().await;
    window.goes_to("/exchange").await;
    window.clicks_on("Take in files").await;
    window.display().opens_all_in(folder.to_str().unwrap()).await;
    let told = window.sees("what came", &format!("{CAME}.length === {} && {CAME}", names.len())).await;
    for (name, told) in names.iter().zip(told.as_array().unwrap()) {
        let told = told.as_str().unwrap();
        assert!(told.contains(name) && told.contains("One contribution is new."), "{told}");
    }
    window.pictured("came-several").await;
}
