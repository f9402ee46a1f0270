//! `syllogist why --help`

use diagnostics::Text;

/// `syllogist why --help`
pub const HELP: Text = Text {
    en: concat!(
        "\
Shows why a fact holds, down to the records it rests on. Of a fact that does not
hold it shows, rule by rule, the first premise that fails (exit code 3).

Usage: syllogist why PROGRAM ATOM|CLUE-ID [options]
       syllogist why PROGRAM --missing [MODEL] [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml
  ATOM              a fact: 'lease(\"L-1\", _)', `_` for any value; named columns
                    may stand for all: 'lease(id: \"L-1\")'
  CLUE-ID           the 16 digits that `run` shows beside a clue
  --questions FILE  instead: a file with one ATOM or CLUE-ID a line (- is
                    standard input); all answers are told as one graph

Options:
  -F DIR            folder of the record files
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings; a missing record file is an empty one
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
      --param NAME=VALUE
                    the value of a parameter; given twice for one name, both
                    readings are evaluated and shown side by side
      --as-of DATE  the day as of which is judged: the parameter `as_of`
",
        sources_help!(en),
        "      --rejects FILE
                    collect rows that cannot be read in FILE and go on, as `run`
  -j N|auto         threads (default: auto); the answer does not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --all         every derivation, numbered: the first in order, then those
                    that differ from it at few facts
      --shortest    the derivation with the fewest steps
      --witnesses   the records that carry the fact: sets of which none can be
                    left out, and what is in every one
      --depth N     conclusions N steps below are named without their premises;
                    of a fact that does not hold, missing premises are followed
                    N steps (default: 3)
      --near N      at most N near misses of a premise that fails (default: 3)
      --missing [MODEL]
                    what the candidates of the model (of all models) lack that
                    are no clues, grouped, those that lack one thing first
      --limit N|all at most N answers, or groups (default: 10)
      --page N      the Nth page of so many answers (default: 1)
      --format text|prose|json|jsonl|html|dot|mermaid|prov
                    prose: in the order of the syllogism, in the words of the
                    program's templates; json: schema syllogist/proof/1
                    (why-not/1, missing/1, witnesses/1), see docs/; jsonl: the
                    same, one step a line, for many answers; html: a page that
                    needs nothing else; dot, mermaid: a graph; prov: W3C
                    PROV-JSON; these three only of a fact that holds
      --level sentence|norms|premises
                    how much prose tells: the answer in one sentence, each norm
                    applied and what it gave (default), or every premise; of a
                    fact that does not hold, a line for each rule, or all
  -o, --output FILE write the answer to FILE, also why a fact does not hold
      --lang zh|en  language of all messages
  -h, --help        this help"
    ),
    zh: concat!(
        "\
说明某个事实为何成立，直到所依据的记录。事实不成立时，逐条规则列出首个不成立的
前提（退出码 3）。

用法：syllogist why PROGRAM ATOM|CLUE-ID [选项]
      syllogist why PROGRAM --missing [MODEL] [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）
  ATOM              一个事实，例如 '租约(\"L-1\", _)'，任意值写 `_`；
                    也可只写列名和值，例如 '租约(编号: \"L-1\")'
  CLUE-ID           `run` 在线索旁显示的 16 位线索号
  --questions FILE  代替上项：文件中每行一个 ATOM 或 CLUE-ID（- 为标准输入），
                    全部回答合为一张图

选项：
  -F DIR            记录文件所在目录
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告；缺少的记录文件视为空
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
      --param NAME=VALUE
                    设定参数的值；同一参数给出两次，则两种读法各推导一次并列显示
      --as-of DATE  以哪一日为准，即参数 `as_of`
",
        sources_help!(zh),
        "      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行，与 `run` 相同
  -j N|auto         线程数（默认 auto），不影响回答
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --all         列出全部推导并编号：先是次序最先的，再是与之差别最小的
      --shortest    只给出步数最少的推导
      --witnesses   支撑该事实的记录：各组记录缺一不可，并指出每组都有的记录
      --depth N     往下第 N 步的结论只列名称，不列依据；事实不成立时，缺少的
                    前提往下追问 N 步（默认 3）
      --near N      每个不成立的前提至多列出 N 个最接近的事实（默认 3）
      --missing [MODEL]
                    该模型（或全部模型）未成为线索的候选对象各缺什么，分组列出，
                    只差一项的在先
      --limit N|all 至多回答 N 个，或列出 N 组（默认 10）
      --page N      显示第 N 页，每页即上述个数（默认 1）
      --format text|prose|json|jsonl|html|dot|mermaid|prov
                    prose：按三段论的次序，用程序模板中的措辞；
                    json：格式 syllogist/proof/1（why-not/1、missing/1、
                    witnesses/1），见 docs/；jsonl：同上，每步一行，适合大量
                    回答；html：单个网页，无需其他文件；
                    dot、mermaid：图；prov：W3C PROV-JSON（这三种只用于成立的
                    事实）
      --level sentence|norms|premises
                    prose 的详略：一句话；所适用的每条规范及其结果（默认）；
                    或者全部前提；事实不成立时，每条规则一行，或全部说明
  -o, --output FILE 把回答写入 FILE，不成立的原因也一样
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助"
    ),
};
