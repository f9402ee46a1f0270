use crate::{Entry, Example, Severity, Text};

/// A symbolic link leads out of the folder of the records.
pub static LINK_OUTSIDE: Entry = Entry {
    code: "SY0413",
    severity: Severity::Error,
    message: Text { en: "`{file}` is a link to `{target}`, outside of the folder of the records", zh: "`{file}` 是指向记录文件夹之外 `{target}` 的链接" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "copy the file into the folder, or allow links with `--follow-links`", zh: "请把文件复制到该文件夹，或用 `--follow-links` 允许链接" },
    explanation: Text { en: "Whoever may put files into the folder could make a run read any file of the machine. Links inside the folder are followed.", zh: "能向该文件夹放文件的人，可借链接使程序读取机器上的任何文件。指向文件夹内部的链接不受限制。" },
    example: Example::Shown { wrong: "records/deal.csv -> /srv/other/deal.csv\n", right: "records/deal.csv\n" },
};
