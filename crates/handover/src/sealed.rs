//! Few bytes that only some laptops can open: sealed with age, without a signature of their own.

use std::io::{Cursor, Read as _, Write as _};

use zeroize::Zeroizing;

use crate::error::HandoverError;
use crate::identity::Identity;

/// Seals to each of `recipients`.
///
/// # Errors
/// `Damaged`, where one of them is no recipient or there are none.
pub fn seal_to(recipients: &[String], bytes: &[u8]) -> Result<Vec<u8>, HandoverError> {
    let read = recipients.iter().map(|to| to.parse::<age::x25519::Recipient>().map_err(|_| HandoverError::Damaged));
    let read = read.collect::<Result<Vec<_>, _>>()?;
    let sealing = age::Encryptor::with_recipients(read.iter().map(|to| to as &dyn age::Recipient));
    let mut sealing = sealing.map_err(|_| HandoverError::Damaged)?.wrap_output(Vec::new())?;
    sealing.write_all(bytes)?;
    Ok(sealing.finish()?)
}

/// Opens with any of these.
///
/// # Errors
/// `NotForThisLaptop`, `Damaged`, `Torn`, …
pub fn open_sealed(sealed: &[u8], identities: &[Identity]) -> Result<Zeroizing<Vec<u8>>, HandoverError> {
    let sealed = age::Decryptor::new_buffered(Cursor::new(sealed))?;
    let opened = sealed.decrypt(identities.iter().map(|it| &it.0 as &dyn age::Identity));
    let mut opened = opened.map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => HandoverError::NotForThisLaptop,
        error => error.into(),
    })?;
    let mut bytes = Zeroizing::new(Vec::new());
    opened.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_it_is_for_opens_it_and_nobody_else() {
        let (one, other, third) = (Identity::random(), Identity::random(), Identity::random());
        let sealed = seal_to(&[one.recipient(), other.recipient()], b"a key").unwrap();
        assert_eq!(open_sealed(&sealed, &[one]).unwrap().as_slice(), b"a key");
        assert_eq!(open_sealed(&sealed, &[third.clone(), other.clone()]).unwrap().as_slice(), b"a key");
        assert!(matches!(open_sealed(&sealed, &[third]), Err(HandoverError::NotForThisLaptop)));
        assert!(seal_to(&[], b"a key").is_err() && seal_to(&["nobody".to_owned()], b"a key").is_err());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(
                open_sealed(&changed, std::slice::from_ref(&other))
                    .map_or(true, |opened| opened.as_slice() == b"a key"),
                "{at}"
            );
        }
        assert!(open_sealed(&sealed[..sealed.len() - 1], &[other]).is_err());
    }
}
