//! Options of the dialect's other engines: what they stand for here, or why they are refused.

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches};
use diagnostics::{Diagnostic, Text, catalogue};

/// An option that a command line written for another engine may hold.
struct Foreign {
    short: Option<char>,
    long: &'static str,
    takes_value: bool,
    answer: Answer,
}

/// What is answered to an option.
#[derive(Clone, Copy)]
enum Answer {
    /// It changes no result; why.
    Ignored(Text),
    /// It asks for something that is not here; what to use instead.
    Refused(Text),
    /// As [`Answer::Refused`], unless it has this value, which says what is done anyway.
    Unless(&'static str, Text),
}

const PLANS: Text = Text { en: "plans are made while rules run", zh: "执行计划在运行中自动制定" };
const REWRITING: Text = Text { en: "rules are never rewritten by it", zh: "规则不会因此改写" };
const MESSAGES: Text = Text { en: "everything there is to say is said", zh: "该说明的都会说明" };
const PRAGMAS: Text = Text { en: "no pragma changes a result", zh: "任何 pragma 都不影响结果" };
const DERIVATIONS: Text = Text {
    en: "ask `syllogist why PROGRAM ATOM`; derivations are always kept",
    zh: "请用 `syllogist why PROGRAM ATOM` 提问；推导总是保留的",
};
const CHECK: Text = Text { en: "use `syllogist check PROGRAM`", zh: "请使用 `syllogist check PROGRAM`" };
const PROFILE: Text = Text { en: "use `--profile FILE`", zh: "请使用 `--profile FILE`" };
const BUILT_IN: Text = Text {
    en: "leave it out: the preprocessor is a part of the language; or preprocess the program first and give `--no-preprocessor`",
    zh: "请去掉它：预处理器是语言的一部分；也可先自行预处理，再加 `--no-preprocessor`",
};
const NO_COMPILER: Text = Text {
    en: "leave it out: programs are run at once, nothing is compiled",
    zh: "请去掉它：程序直接运行，不经编译",
};
const NO_LIBRARIES: Text = Text {
    en: "leave it out: functors of shared libraries are not loaded",
    zh: "请去掉它：不载入外部库函数",
};

const FOREIGN: &[Foreign] = &[
    with_value(None, "preprocessor", Answer::Refused(BUILT_IN)),
    with_value(Some('m'), "magic-transform", Answer::Ignored(REWRITING)),
    with_value(None, "magic-transform-exclude", Answer::Ignored(REWRITING)),
    with_value(None, "inline-exclude", Answer::Ignored(REWRITING)),
    with_value(Some('z'), "disable-transformers", Answer::Ignored(REWRITING)),
    with_value(Some('P'), "pragma", Answer::Ignored(PRAGMAS)),
    with_value(Some('a'), "auto-schedule", Answer::Ignored(PLANS)),
    flag(None, "emit-statistics", Answer::Ignored(PLANS)),
    flag(Some('v'), "verbose", Answer::Ignored(MESSAGES)),
    with_value(Some('t'), "provenance", Answer::Unless("none", DERIVATIONS)),
    with_value(None, "show", Answer::Unless("parse-errors", CHECK)),
    flag(None, "parse-errors", Answer::Refused(CHECK)),
    with_value(Some('r'), "debug-report", Answer::Refused(PROFILE)),
    flag(None, "live-profile", Answer::Refused(PROFILE)),
    flag(None, "profile-frequency", Answer::Refused(PROFILE)),
    flag(Some('c'), "compile", Answer::Refused(NO_COMPILER)),
    flag(Some('C'), "compile-many", Answer::Refused(NO_COMPILER)),
    with_value(Some('g'), "generate", Answer::Refused(NO_COMPILER)),
    with_value(Some('G'), "generate-many", Answer::Refused(NO_COMPILER)),
    with_value(Some('N'), "generate-namespace", Answer::Refused(NO_COMPILER)),
    with_value(Some('o'), "dl-program", Answer::Refused(NO_COMPILER)),
    with_value(Some('s'), "swig", Answer::Refused(NO_COMPILER)),
    with_value(Some('l'), "libraries", Answer::Refused(NO_LIBRARIES)),
    with_value(Some('L'), "library-dir", Answer::Refused(NO_LIBRARIES)),
];

const fn with_value(short: Option<char>, long: &'static str, answer: Answer) -> Foreign {
    Foreign { short, long, takes_value: true, answer }
}

const fn flag(short: Option<char>, long: &'static str, answer: Answer) -> Foreign {
    Foreign { short, long, takes_value: false, answer }
}

/// A command that knows these options too, without showing them. What it gives a meaning of its own keeps that.
pub fn with_foreign(command: clap::Command) -> clap::Command {
    let own = command.get_arguments().filter_map(Arg::get_short).collect::<Vec<_>>();
    let others = FOREIGN.iter().filter(|foreign| foreign.short.is_none_or(|short| !own.contains(&short)));
    others.fold(command, |command, foreign| {
        let action = if foreign.takes_value { ArgAction::Append } else { ArgAction::Count };
        let arg = Arg::new(foreign.long).long(foreign.long).action(action).hide(true);
        command.arg(match foreign.short {
            Some(short) => arg.short(short),
            None => arg,
        })
    })
}

/// What there is to say about the options of these that were given.
pub fn answers(matches: &ArgMatches) -> Vec<Diagnostic> {
    let given = |foreign: &&Foreign| {
        let known = matches.try_contains_id(foreign.long).unwrap_or(false);
        known && matches.value_source(foreign.long) == Some(ValueSource::CommandLine)
    };
    FOREIGN.iter().filter(given).filter_map(|foreign| answer(foreign, matches)).collect()
}

fn answer(foreign: &Foreign, matches: &ArgMatches) -> Option<Diagnostic> {
    let values = || matches.get_many::<String>(foreign.long).into_iter().flatten();
    let option = match foreign.short {
        Some(short) => format!("-{short}"),
        None => format!("--{}", foreign.long),
    };
    let (entry, words) = match foreign.answer {
        Answer::Ignored(why) => (&catalogue::IGNORED_OPTION, why),
        Answer::Refused(instead) => (&catalogue::REFUSED_OPTION, instead),
        Answer::Unless(done, instead) => match values().all(|value| value == done) {
            true => return None,
            false => (&catalogue::REFUSED_OPTION, instead),
        },
    };
    Some(Diagnostic::unplaced(entry).arg("option", option).words("words", words))
}
