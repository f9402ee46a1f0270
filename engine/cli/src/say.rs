//! The help of the program as a whole.

use diagnostics::Text;

/// `syllogist --help`
pub const HELP: Text = Text {
    en: "\
syllogist: from rules that state the law and records of agencies to clues, each
with its complete derivation

Usage: syllogist COMMAND ... [--lang zh|en]

Commands:
  run      derive facts and clues from a program and its records
  why      show why a fact holds, or why it does not
  report   write clues, derivations and open questions as a folder of pages
  impact   show which clues rest on a record, or what would change without it
  repl     load once and answer many questions
  check    examine rules without reading records
  test     run the tests of rule files
  outline  show models, elements, norms, parameters and exceptions of a program
  inspect  show columns, types and samples of a file, and how to read it
  sources  list the sources of a program, what rests on them, every row's fate
  verify   verify a sealed run (`run --seal DIR`) without records or engine
  replay   run a sealed run again, and show what differs
  diff     show which clues two sealed runs do not share, and why
  sign     sign a sealed run
  keygen   make the keys of somebody who signs
  explain  tell what the code of a message means

PROGRAM is a rule file (.dl) or a project: a folder with a syllogist.toml.

Options:
      --lang zh|en  language of all messages (default: en, or the project's)
  -h, --help        this help; `syllogist run --help` shows the options of run
  -V, --version     the version

Exit codes: 0 done; 1 the rules or the records are wrong; 2 the command line is
wrong; 3 the answer is no (`why` of a fact that does not hold, `test` of a test
that fails); 4 a limit was reached; 130 interrupted.",
    zh: "\
syllogist：从法律规则和机关记录推出线索，每条线索附完整推导

用法：syllogist 命令 ... [--lang zh|en]

命令：
  run      由程序及其记录推出事实和线索
  why      说明某个事实为何成立，或为何不成立
  report   把线索、推导和待查事项写成网页文件夹
  impact   说明哪些线索以某条记录为依据，或者没有它会有什么变化
  repl     一次载入，逐个回答问题
  check    检查规则，不读取记录
  test     运行规则文件中的测试
  outline  显示程序的模型、要件、规范、参数和例外
  inspect  显示文件的各列、类型和样本，以及读取它的写法
  sources  列出程序的来源、以其为依据的规则和线索、每一行的去向
  verify   核验封存的运行（`run --seal DIR`），无需记录，也不经引擎
  replay   重新运行封存的运行，指出差异
  diff     比较两次封存的运行：哪些线索不同，原因何在
  sign     签署封存的运行
  keygen   为签署人生成密钥
  explain  解释消息代码的含义

PROGRAM 是规则文件（.dl）或项目，即含有 syllogist.toml 的目录。

选项：
      --lang zh|en  所有消息的语言（默认 en，或由项目指定）
  -h, --help        显示本帮助；`syllogist run --help` 显示 run 的选项
  -V, --version     显示版本

退出码：0 完成；1 规则或记录有误；2 命令行有误；3 回答为否（`why` 所问的事实
不成立，或 `test` 有测试未通过）；4 达到上限；130 被中断。",
};
