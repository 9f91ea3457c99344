//! Who types and on whose laptop are two things: a history tells the laptop where it is somebody else's.

use anteroom_app::contributions::{self, Correction};
use anteroom_app::{capture, consultations};

use crate::planted::opens;
use crate::several::Member;

#[tokio::test]
async fn a_history_tells_on_whose_laptop_somebody_else_typed() {
    let ana = Member::founds("Ana");
    let femi = ana.invites("Femi", "facilitator");
    let own = ana.records("Ana took this down herself.", &[]);
    let id = femi.records("They kept our passports.", &[]);
    let desk = opens(&femi).await;
    capture::hand_over(&desk, "Gus").await.unwrap();
    let correction = Correction { text: Some("They kept our passports in a drawer.".into()), ..Correction::default() };
    contributions::correct(&desk, &id, correction).await.unwrap();
    consultations::close(desk).await.unwrap();
    femi.hands_to(&ana);
    ana.hands_to(&femi);

    for member in [&ana, &femi] {
        let desk = opens(member).await;
        let history = contributions::show(&desk, &id).await.unwrap().history;
        let mut told: Vec<_> = history.iter().map(|it| (it.who.as_str(), it.laptop.as_str())).collect();
        told.dedup();
        assert_eq!(told, [("Femi", ""), ("Gus", "Femi")], "{}", member.name);
        let of_ana = contributions::show(&desk, &own).await.unwrap().history;
        assert!(of_ana.iter().all(|it| it.laptop.is_empty()), "{}: {of_ana:?}", member.name);
        consultations::close(desk).await.unwrap();
    }
}
