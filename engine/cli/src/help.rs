//! Lines of help that several commands share.

/// Where records may be, besides the folder.
macro_rules! sources_help {
    (en) => {
        "      --follow-links
                    links in the facts folder may lead out of it
      --connection NAME=URL
                    where the database NAME is (repeatable); no password in it
"
    };
    (zh) => {
        "      --follow-links
                    记录文件夹中的链接可指向文件夹之外
      --connection NAME=URL
                    数据库 NAME 的地址（可重复）；不得含密码
"
    };
}

/// The options of reading for a command that does nothing of its own with them; the help of `$like` says more of the warnings.
macro_rules! reading_help {
    (en, $like:literal) => {
        concat!(
            "  -F DIR            folder of the record files
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings; a missing record file is an empty one
  -W NAMES, --wno NAMES
                    show these warnings, or do not, as `",
            $like,
            "`
      --legacy      accept what older versions of the dialect did
      --param NAME=VALUE
                    the value of a parameter
      --as-of DATE  the day as of which is judged: the parameter `as_of`
",
            sources_help!(en)
        )
    };
    (zh, $like:literal) => {
        concat!(
            "  -F DIR            记录文件所在目录
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告；缺少的记录文件视为空
  -W NAMES, --wno NAMES
                    显示或不显示这些警告，与 `",
            $like,
            "` 相同
      --legacy      接受旧版语言接受的写法
      --param NAME=VALUE
                    设定参数的值
      --as-of DATE  以哪一日为准，即参数 `as_of`
",
            sources_help!(zh)
        )
    };
}
