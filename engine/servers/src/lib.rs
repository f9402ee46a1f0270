//! Tables of PostgreSQL and of MySQL or MariaDB servers.
//!
//! One [`Server`] is one connection with one transaction, begun when its first table is opened and ended when it is dropped: all tables
//! that are read through it are seen as they were at one moment. The server chooses rows and columns, and sends them one by one. Nothing
//! here knows the environment or reads a file: passwords are handed in. [`NewTables`] are written in one transaction of their own.
//!
//! The clients of servers are heavy, so they are built with the feature `drivers` only; without it every table is refused (`absent.rs`).
//!
//! *Order.* Rows come in the order of the primary key; of a table or view without one in the order of the bytes of the cells that are read, so
//! that the same rows always have the same numbers.
//!
//! *Times* with a zone are given in the one that the server has for this user, PostgreSQL's with their distance from UTC.

#[cfg(any(test, not(feature = "drivers")))]
#[cfg_attr(feature = "drivers", expect(dead_code, reason = "its tests run in either build"))]
mod absent;
mod address;
#[cfg(feature = "drivers")]
mod clients;

pub use address::{Address, Kind, Password, PasswordFrom};

#[cfg(not(feature = "drivers"))]
pub use absent::{NewTables, Server};
#[cfg(feature = "drivers")]
pub use clients::{NewTables, Server};
