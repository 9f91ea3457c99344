//! What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803). Made here, so that no password goes to the server or
//! into its log.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::error::HubError;

/// As PostgreSQL makes them itself. The passwords are random, so more would not make them harder to guess.
const ROUNDS: u32 = 4096;

/// # Errors
/// `NoRandomness`.
pub(crate) fn verifier(password: &str) -> Result<String, HubError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt)?;
    Ok(verifier_with(password, &salt, ROUNDS))
}

fn verifier_with(password: &str, salt: &[u8], rounds: u32) -> String {
    let salted = Zeroizing::new(pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(password.as_bytes(), salt, rounds));
    let stored = Sha256::digest(code(&salted, b"Client Key"));
    let server = code(&salted, b"Server Key");
    let [salt, stored, server] = [salt, &stored, &server].map(|bytes| STANDARD.encode(bytes));
    format!("SCRAM-SHA-256${rounds}:{salt}${stored}:{server}")
}

fn code(key: &[u8; 32], text: &[u8]) -> [u8; 32] {
    // A key of any length makes an HMAC.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    mac.chain_update(text).finalize().into_bytes().into()
}

#[test]
fn a_verifier_is_what_postgresql_would_have_made() {
    // Client and server keys of the example in RFC 7677, section 3.
    let salt = STANDARD.decode("W22ZaJ0SNY7soEsUEjb6gQ==").unwrap();
    assert_eq!(
        verifier_with("pencil", &salt, 4096),
        "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="
    );
}
