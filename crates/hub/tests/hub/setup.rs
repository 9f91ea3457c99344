//! Setting a shared server up, and its logins.

use std::ffi::{OsStr, OsString};
use std::process::Command;

use anteroom_hub::{Address, Admin, Hub, HubError, Memory, Noticed, SetUp};
use anteroom_model::ids::{ConsultationId, DeviceId};
use sqlx::{AssertSqlSafe, Executor as _, Row as _};

use crate::cluster::program;
use crate::house::{House, admin_address, empty_database, keys};

#[tokio::test]
async fn setting_up_twice_changes_nothing_and_says_so() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    device.connect().await.push(&device.seals(), device.commits(0..3)).await.unwrap();
    assert_eq!(house.admin.init().await.unwrap(), SetUp::Already);
    assert_eq!(device.connect().await.status().await.unwrap().commits, 3);
}

#[tokio::test]
async fn who_does_not_own_the_database_cannot_set_it_up() {
    let house = House::new().await;
    let mut superuser = house.superuser().await;
    let role = format!("{}_guest", house.database);
    superuser.execute(AssertSqlSafe(format!("CREATE ROLE {role} LOGIN PASSWORD 'guest'"))).await.unwrap();
    let database = empty_database(&house.cluster).await;
    let url = house.cluster.address(&database).replace("://", &format!("://{role}:guest@"));
    let mut guest = Admin::connect(&Address::parse(&url).unwrap()).await.unwrap();
    assert!(matches!(guest.init().await, Err(HubError::NotItsOwner)));
}

#[tokio::test]
async fn a_database_that_was_not_set_up_says_so() {
    let house = House::new().await;
    let database = empty_database(&house.cluster).await;
    let mut admin = Admin::connect(&admin_address(&house.cluster, &database)).await.unwrap();
    let refused = admin.add_login(&ConsultationId([1; 32]), &DeviceId([2; 32])).await;
    assert!(matches!(refused, Err(HubError::NotSetUp)), "{refused:?}");
}

#[tokio::test]
async fn a_second_login_of_a_device_takes_the_place_of_the_first() {
    let mut house = House::new().await;
    let mut device = house.device(1).await;
    let before = device.address();
    device.login = house.admin.add_login(&device.consultation, &device.id).await.unwrap();
    let refused = Hub::connect(&before, device.consultation, device.id, &device.hub_key()).await;
    assert!(matches!(refused, Err(HubError::LoginRefused)), "{refused:?}");
    device.connect().await;
    let logins = house.admin.logins().await.unwrap();
    let dropped: Vec<_> = logins.iter().map(|login| (login.device, login.dropped_at.is_some())).collect();
    assert_eq!(dropped, [(device.id, true), (device.id, false)]);
    assert!(!house.admin.drop_login(&device.consultation, &DeviceId([9; 32])).await.unwrap(), "there was none");
}

#[tokio::test]
async fn no_password_reaches_the_server_or_its_log() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    device.connect().await;
    let log = std::fs::read_to_string(house.cluster.log()).unwrap();
    assert!(log.contains(&device.login.name), "statements are logged");
    assert!(!log.contains(device.login.password.as_str()));
    let shown = house.superuser().await.fetch_one("SELECT count(*) AS n FROM pg_authid WHERE rolname ~ '^anteroom_[0-9a-f]{16}$' AND rolpassword NOT LIKE 'SCRAM-SHA-256$%'").await.unwrap();
    assert_eq!(shown.get::<i64, _>("n"), 0);
}

#[tokio::test]
async fn what_was_dumped_is_a_shared_server_again_where_it_is_restored() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    let mut hub = device.connect().await;
    hub.push(&device.seals(), device.commits(0..3)).await.unwrap();
    let mut memory = Memory::default();
    hub.post(&mut memory, 0, &keys(&device.commits(2..3)), device.signs()).await.unwrap();
    hub.push(&device.seals(), device.commits(3..5)).await.unwrap();

    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("dump");
    let run = |name: &str, database: &str, args: [&OsStr; 2]| {
        let url = format!("{}&sslmode=verify-full", house.cluster.superuser(database));
        let done = Command::new(program(name)).args(["--dbname", &url]).args(args).output();
        let said = String::from_utf8(done.unwrap().stderr).unwrap();
        assert!(said.is_empty(), "{name}: {said}");
    };
    let mut into = OsString::from("--file=");
    into.push(&dump);
    run("pg_dump", &house.database, ["--format=custom".as_ref(), &into]);
    hub.post(&mut memory, 0, &keys(&device.commits(4..5)), device.signs()).await.unwrap();
    let copy = empty_database(&house.cluster).await;
    run("pg_restore", &copy, ["--single-transaction".as_ref(), dump.as_os_str()]);
    let mut admin = Admin::connect(&admin_address(&house.cluster, &copy)).await.unwrap();
    assert_eq!(
        admin.init().await.unwrap(),
        SetUp::Already,
        "it gives the rights on the database, and changes no table"
    );

    let address = Address::parse(&house.cluster.address(&copy)).unwrap().with_login(&device.login);
    let mut restored = Hub::connect(&address, device.consultation, device.id, &device.hub_key()).await.unwrap();
    assert_eq!(restored.status().await.unwrap().commits, 5);
    assert_eq!(restored.push(&device.seals(), device.commits(5..6)).await.unwrap().new, 1, "numbers go on");
    let noticed = restored.look(&memory).await.unwrap().noticed;
    assert_eq!(noticed, [Noticed::WentBack { remembered: 2, there: 1 }]);
}
