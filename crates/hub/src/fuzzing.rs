//! For hostile bytes alone: what a server says of its heads, which nobody else reads by itself.

use crate::head::{Body, decode_tips, encode_tips};

/// Any bytes as the body of a head and as its tips. What can be read is written as it was read.
pub fn head(bytes: &[u8]) {
    if let Ok(read) = Body::decode(bytes) {
        assert_eq!(Body::decode(&read.encode()), Ok(read));
    }
    if let Ok(read) = decode_tips(bytes) {
        assert_eq!(encode_tips(&read), bytes);
    }
}
