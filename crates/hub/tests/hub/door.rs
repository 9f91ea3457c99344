//! Who gets in: nobody without TLS, nobody to a server whose certificate is not verified, nobody who was dropped.

use std::fs::read_to_string;

use anteroom_hub::{Address, Cursor, Hub, HubError, Unopened};
use anteroom_model::ids::{ConsultationId, DeviceId};
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use sqlx::{ConnectOptions as _, Executor as _, Row as _};

use crate::house::{House, said};

#[tokio::test]
async fn a_login_without_tls_is_refused_by_the_server_too() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    let plain = PgConnectOptions::new_without_pgpass()
        .host("127.0.0.1")
        .port(house.cluster.port())
        .database(&house.database)
        .username(&device.login.name)
        .password(&device.login.password)
        .ssl_mode(PgSslMode::Disable)
        .connect()
        .await;
    let refused = plain.unwrap_err();
    assert_eq!(refused.as_database_error().unwrap().code().unwrap(), "28000", "{refused}");
}

#[tokio::test]
async fn a_server_without_tls_is_sent_nothing() {
    let mut house = House::alone().await;
    let device = house.device(1).await;
    let address = device.address();
    let (consultation, id, key) = (device.consultation, device.id, device.hub_key());
    drop(house.admin);
    std::sync::Arc::get_mut(&mut house.cluster).unwrap().restart(false);
    let refused = Hub::connect(&address, consultation, id, &key).await.unwrap_err();
    assert!(matches!(refused, HubError::NoTls), "{refused:?}");
    assert!(refused.to_string().ends_with("Nothing was sent to it."));
    let log = std::fs::read_to_string(house.cluster.log()).unwrap();
    assert!(!log.contains(&device.login.name));
}

#[tokio::test]
async fn a_certificate_of_another_authority_or_for_another_name_is_not_trusted() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    let url = format!("postgres://127.0.0.1:{}/{}", house.cluster.port(), house.database);
    let connect = |address: Address| {
        let address = address.with_login(&device.login);
        let key = device.hub_key();
        async move { Hub::connect(&address, device.consultation, device.id, &key).await.unwrap_err() }
    };
    let unknown = connect(Address::parse(&url).unwrap()).await;
    assert!(matches!(unknown, HubError::NotTrusted("nobody known has signed it")), "{unknown:?}");
    let other = connect(
        Address::parse(&url).unwrap().with_authority(read_to_string(house.cluster.another_authority()).unwrap()),
    )
    .await;
    assert!(matches!(other, HubError::NotTrusted(_)), "{other:?}");
    let localhost = url.replace("127.0.0.1", "localhost");
    let name =
        connect(Address::parse(&localhost).unwrap().with_authority(read_to_string(house.cluster.authority()).unwrap()))
            .await;
    assert!(matches!(name, HubError::NotTrusted("it was made for another name")), "{name:?}");
}

#[tokio::test]
async fn a_former_member_is_let_in_no_longer_and_cannot_open_what_came_after() {
    let mut house = House::new().await;
    let (stays, leaves) = (house.device(1).await, house.device(1).await);
    let mut open = leaves.session().await;
    open.execute("SELECT 1").await.unwrap();
    let mut pulling = leaves.connect().await;
    let mut here = stays.connect().await;
    here.push(&stays.seals(), stays.commits(0..1)).await.unwrap();
    let before = pulling.news(&leaves.seals(), Cursor::default()).await.unwrap();
    assert_eq!(said(&before.commits), ["commit 0"]);

    assert!(house.admin.drop_login(&leaves.consultation, &leaves.id).await.unwrap());
    let mut renewed = stays.seals();
    renewed.add(2, &[0xee; 32]);
    here.push(&renewed, stays.commits(1..2)).await.unwrap();

    assert!(open.execute("SELECT count(*) FROM anteroom.commits").await.is_err(), "its session was ended");
    let refused = pulling.news(&leaves.seals(), before.cursor).await.unwrap_err();
    assert!(matches!(refused, HubError::Unreachable(_)), "{refused:?}");
    let refused = Hub::connect(&leaves.address(), leaves.consultation, leaves.id, &leaves.hub_key()).await.unwrap_err();
    assert!(matches!(refused, HubError::LoginRefused), "{refused:?}");

    // Somebody hands the row over: the key of the first epoch does not open it.
    let after = here.news(&leaves.seals(), before.cursor).await.unwrap();
    assert_eq!(after.commits[0].opened, Err(Unopened::UnknownEpoch(2)));
    let roles = house.superuser().await;
    let mut roles = roles;
    let left = sqlx::query("SELECT count(*) AS n FROM pg_roles WHERE rolname = $1").bind(&leaves.login.name);
    assert_eq!(left.fetch_one(&mut roles).await.unwrap().get::<i64, _>("n"), 0, "nothing of the role is left");
}

#[tokio::test]
async fn a_wrong_password_and_a_login_of_another_are_told_apart() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(2).await);
    let mut wrong = one.login.clone();
    wrong.password = other.login.password.clone();
    let refused = Hub::connect(&one.server.clone().with_login(&wrong), one.consultation, one.id, &one.hub_key()).await;
    assert!(matches!(refused, Err(HubError::LoginRefused)), "{refused:?}");
    for (consultation, device) in [(ConsultationId([2; 32]), one.id), (one.consultation, DeviceId([7; 32]))] {
        let refused = Hub::connect(&one.address(), consultation, device, &one.hub_key()).await;
        assert!(matches!(refused, Err(HubError::LoginOfAnother)), "{refused:?}");
    }
}

#[tokio::test]
async fn nobody_there_is_said_to_be_nobody_there() {
    let house = House::new().await;
    let url = house.cluster.address("nowhere").replace("://", "://looks_after:looks-after-it@");
    let refused = anteroom_hub::Admin::connect(&Address::parse(&url).unwrap()).await.unwrap_err();
    assert!(matches!(refused, HubError::NoDatabase), "{refused:?}");
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let gone = Address::parse(&format!("postgres://somebody:x@127.0.0.1:{free}/anteroom")).unwrap();
    let refused = anteroom_hub::Admin::connect(&gone).await.unwrap_err();
    assert!(matches!(refused, HubError::Unreachable(_)) && refused.may_pass(), "{refused:?}");
}
