//! TOML text as a tree that remembers where everything stands.
