//! Tables of PostgreSQL and of MySQL or MariaDB servers.
//!
//! One [`Server`] is one connection with one transaction, begun when its first table is opened and ended when it is dropped: all tables
//! that are read through it are seen as they were at one moment. The server chooses rows and columns, and sends them one by one. Nothing
//! here knows the environment or reads a file: passwords are handed in. [`NewTables`] are written in one transaction of their own.
//!
//! *Order.* Rows come in the order of the primary key; of a table or view without one in the order of the bytes of the cells that are read, so
//! that the same rows always have the same numbers.
//!
//! *Times* with a zone are given in the one that the server has for this user, PostgreSQL's with their distance from UTC.

mod address;
mod driver;
mod key;
mod limits;
mod mariadb;
mod postgresql;
mod refusal;
mod server;
mod sql;

pub use address::{Address, Kind, Password, PasswordFrom};
pub use postgresql::NewTables;
pub use server::Server;
