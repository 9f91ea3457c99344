//! What a login may do when somebody speaks to the server with it, and not through Anteroom.

use anteroom_hub::Memory;
use anteroom_model::ids::Digest;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection, Row as _};

use crate::house::{Device, House};

const TABLES: [&str; 6] = ["commits", "contents", "heads", "erasures", "login", "server"];

/// The code with which the server refuses a statement; `None` where it does not.
async fn refused(session: &mut PgConnection, statement: &str) -> Option<String> {
    let error = session.execute(AssertSqlSafe(statement.to_owned())).await.err()?;
    Some(error.as_database_error().unwrap().code().unwrap().into_owned())
}

fn hex(bytes: &[u8]) -> String {
    format!("'\\x{}'", Digest::try_from(bytes).unwrap())
}

/// A row of commits as somebody would write it by hand.
fn insert(consultation: &[u8], device: &[u8], pushed_by: &str, sealed: &str) -> String {
    format!(
        "INSERT INTO anteroom.commits (consultation, device, seq, hash, pushed_by, epoch, sealed)
         VALUES ({}, {}, 7, sha256('x'), {pushed_by}, 1, {sealed})",
        hex(consultation),
        hex(device)
    )
}

const ROW: &str = "decode(repeat('00', 256), 'hex')";
const MINE: &str = "(SELECT anteroom.number())";

async fn two() -> (House, Device, Device) {
    let mut house = House::new().await;
    let (mine, theirs) = (house.device(1).await, house.device(2).await);
    let mut hub = theirs.connect().await;
    hub.push(&theirs.seals(), theirs.commits(0..3)).await.unwrap();
    hub.put_contents(&theirs.seals(), vec![theirs.words(1, "They kept our passports.")]).await.unwrap();
    hub.post(&mut Memory::default(), 0, &[], theirs.signs()).await.unwrap();
    hub.erase(&[theirs.words(1, "They kept our passports.").key]).await.unwrap();
    hub.put_contents(&theirs.seals(), vec![theirs.words(1, "They kept our passports.")]).await.unwrap();
    (house, mine, theirs)
}

#[tokio::test]
async fn another_consultation_cannot_be_seen() {
    let (house, mine, _) = two().await;
    let mut session = mine.session().await;
    let count = |table: &str| AssertSqlSafe(format!("SELECT count(*) AS n FROM anteroom.{table}"));
    for table in ["commits", "contents", "heads", "erasures"] {
        assert_eq!(session.fetch_one(count(table)).await.unwrap().get::<i64, _>("n"), 0, "{table}");
        let all = house.superuser().await.fetch_one(count(table)).await.unwrap().get::<i64, _>("n");
        assert!(all > 0, "{table} holds something of the other");
    }
    let logins = session.fetch_all("SELECT device FROM anteroom.login").await.unwrap();
    assert_eq!(logins.len(), 1, "its own alone");
    assert_eq!(refused(&mut session, "SELECT name FROM anteroom.login").await.as_deref(), Some("42501"));
    assert_eq!(refused(&mut session, "SELECT rolpassword FROM pg_authid").await.as_deref(), Some("42501"));
}

#[tokio::test]
async fn nothing_can_be_changed_or_taken_away() {
    let (_house, _, theirs) = two().await;
    let mut session = theirs.session().await;
    for table in TABLES {
        for statement in [
            format!("DELETE FROM anteroom.{table}"),
            format!("TRUNCATE anteroom.{table}"),
            format!("DROP TABLE anteroom.{table}"),
            format!("DO $$ BEGIN LOCK TABLE anteroom.{table} IN ACCESS EXCLUSIVE MODE; END $$"),
            format!("ALTER TABLE anteroom.{table} DISABLE ROW LEVEL SECURITY"),
        ] {
            assert_eq!(refused(&mut session, &statement).await.as_deref(), Some("42501"), "{statement}");
        }
    }
    for (table, column) in
        [("commits", "sealed"), ("contents", "sealed"), ("heads", "tips"), ("erasures", "digests"), ("login", "device")]
    {
        let statement = format!("UPDATE anteroom.{table} SET {column} = {column}");
        assert_eq!(refused(&mut session, &statement).await.as_deref(), Some("42501"), "{statement}");
    }
    assert_eq!(theirs.connect().await.status().await.unwrap().commits, 3);
}

#[tokio::test]
async fn nothing_is_put_under_another_name() {
    let (_house, mine, theirs) = two().await;
    let mut session = mine.session().await;
    let (here, there) = (&mine.consultation.0[..], &theirs.consultation.0[..]);
    for (statement, why) in [
        (insert(there, &mine.id.0, MINE, ROW), "into another consultation"),
        (insert(here, &mine.id.0, "2", ROW), "in the name of another login"),
        (
            insert(here, &mine.id.0, MINE, ROW)
                .replace("epoch, sealed)", "epoch, sealed, arrival)")
                .replace(&format!("1, {ROW})"), &format!("1, {ROW}, 1)")),
            "in another's turn",
        ),
        (
            format!(
                "INSERT INTO anteroom.erasures (consultation, login, device, digests) VALUES ({}, 1, {}, '{{}}')",
                hex(here),
                hex(&mine.id.0)
            ),
            "into the log of erasures",
        ),
        (
            format!(
                "INSERT INTO anteroom.login (name, consultation, device) VALUES (session_user, {}, {})",
                hex(there),
                hex(&mine.id.0)
            ),
            "into the list of logins",
        ),
        (
            format!(
                "INSERT INTO anteroom.heads (consultation, position, device, body, signature, tips) VALUES ({}, 1, {}, '', sha512(''), '')",
                hex(here),
                hex(&theirs.id.0)
            ),
            "as another device's head",
        ),
        (
            format!(
                "INSERT INTO anteroom.heads (consultation, position, device, body, signature, tips) VALUES ({}, 5, {}, '', sha512(''), '')",
                hex(here),
                hex(&mine.id.0)
            ),
            "leaving a hole in the chain",
        ),
    ] {
        let code = refused(&mut session, &statement).await;
        assert!(matches!(code.as_deref(), Some("42501" | "428C9")), "{why}: {code:?}");
    }
    // A commit of another device of its own consultation may be brought: hand-over files travel so.
    assert_eq!(refused(&mut session, &insert(here, &theirs.id.0, MINE, ROW)).await, None);
}

#[tokio::test]
async fn rows_that_are_too_large_or_not_padded_are_refused() {
    let (_house, mine, _) = two().await;
    let mut session = mine.session().await;
    for sealed in ["decode(repeat('00', 255), 'hex')", "decode(repeat('00', 257), 'hex')", "''"] {
        let statement = insert(&mine.consultation.0, &mine.id.0, MINE, sealed);
        assert_eq!(refused(&mut session, &statement).await.as_deref(), Some("23514"), "{sealed}");
    }
    let statement = format!(
        "INSERT INTO anteroom.contents (consultation, digest, pushed_by, epoch, sealed)
         VALUES ({}, sha256('x'), {MINE}, 1, decode(repeat('00', 4194304), 'hex'))",
        hex(&mine.consultation.0)
    );
    assert_eq!(refused(&mut session, &statement).await.as_deref(), Some("23514"));
}

#[tokio::test]
async fn a_login_makes_nothing_of_its_own_and_becomes_nobody_else() {
    let (house, mine, theirs) = two().await;
    let mut session = mine.session().await;
    for statement in [
        "CREATE TABLE anteroom.mine (n int)".to_owned(),
        "CREATE TABLE public.mine (n int)".to_owned(),
        "CREATE TEMPORARY TABLE mine (n int)".to_owned(),
        "CREATE SCHEMA mine".to_owned(),
        "CREATE ROLE mine".to_owned(),
        "SET ROLE anteroom_owner".to_owned(),
        format!("SET ROLE {}", theirs.login.name),
        format!("SET SESSION AUTHORIZATION {}", theirs.login.name),
        format!("SELECT anteroom.erase({}, ARRAY[sha256('x')])", hex(&theirs.consultation.0)),
    ] {
        assert_eq!(refused(&mut session, &statement).await.as_deref(), Some("42501"), "{statement}");
    }
    // What its own search path says leads no function of the server elsewhere.
    session.execute("SET search_path = public, anteroom").await.unwrap();
    assert_eq!(refused(&mut session, "SELECT anteroom.consultation()").await, None);
    drop(house);
}

#[tokio::test]
async fn who_looks_after_the_server_sees_only_who_has_a_login() {
    let (house, _, theirs) = two().await;
    let mut superuser = house.superuser().await;
    superuser.execute("SET SESSION AUTHORIZATION looks_after").await.unwrap();
    let rows = superuser.fetch_one("SELECT count(*) AS n FROM anteroom.commits").await.unwrap();
    assert_eq!(rows.get::<i64, _>("n"), 0, "the owner too is held to the rows of its session");
    assert_eq!(theirs.connect().await.status().await.unwrap().commits, 3);
}
