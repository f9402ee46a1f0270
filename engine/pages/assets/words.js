// The words of the page in both languages.
const WORDS = {
  en: {
    title: "Derivation", conclusion: "Conclusion", major: "Major premise", minor: "Minor premise", minors: "Minor premises",
    rule: "rule", step: "step", see: "see step", level: "level", outline: "Outline", graph: "Graph", search: "Search",
    search_hint: "Search (press /)", unfold: "Unfold all", fold: "Fold all", print: "Print", help: "Help", language: "中文",
    language_name: "切换为中文", hits: (at, of) => (of === 0 ? "no hit" : `${at} of ${of}`), clue: (id, grade) => `clue ${id}, grade ${grade}`,
    counts: (steps, records, files, norms) =>
      `${steps} step${steps === 1 ? "" : "s"}, ${records} record${records === 1 ? "" : "s"} of ${files} source${files === 1 ? "" : "s"}, ${norms} article${norms === 1 ? "" : "s"} of law`,
    unverified: "not compared with its source", unverified_norms: (n) => `${n} of them not compared with ${n === 1 ? "its" : "their"} source`,
    checked: (on, against) => `compared on ${on} with ${against}`,
    since: (from) => `in force since ${from}`, until: (from, to) => `in force from ${from} to ${to}`,
    no_text: "The program does not quote this article.", article: "text of the article", rule_text: "Rule as written", variables: "Values",
    record: "record", neighbours: "The record and its neighbours in the source", digest: (file, hash) => `${file}: SHA-256 ${hash}`, given: "stated in the rules", details: "details",
    cut: (n) => `cut; ${n} characters in the record`, more: (n, rest) => `Show ${n} more of ${rest}`, answers: (n) => `${n} facts`,
    more_answers: "There are further answers, which are not on this page.", centre: "Centre here", in_outline: "Show in the outline",
    graph_name: "Graph of the derivation", outline_name: "Outline of the derivation",
    graph_hint: "Arrow keys move between steps, Enter unfolds one. The conclusion stands on top; every step rests on those below it.",
    bounded: (n) => `The drawing is limited to ${n} steps; centre it elsewhere to see more.`, hidden: (n) => `+${n}`,
    close: "Close", report: "Report",
    keys: [["↑ ↓", "previous, next step"], ["→ ←", "unfold, fold; to the first premise, to the conclusion"], ["Enter", "article and record of a step"],
      ["Home End", "first, last step"], ["*", "unfold all"], ["/", "search"], ["n N", "next, previous hit"], ["g", "outline or graph"],
      ["l", "language"], ["?", "this help"]],
    legend: "A step is a conclusion from a rule (major premise) and what the rule asks for (minor premises), down to records and to what was found absent.",
    kinds: { record: "record", given: "stated", fact: "conclusion", implied: "implied", repeated: "repeated", comparison: "comparison",
      computation: "computation", parameter: "parameter", in_force: "in force", absence: "absence", exception: "exception",
      precedence: "precedence", aggregate: "aggregate" },
    tags: {},
  },
  zh: {
    title: "推导", conclusion: "结论", major: "大前提", minor: "小前提", minors: "小前提", rule: "规则", step: "步骤", see: "见步骤", level: "层",
    outline: "提纲", graph: "图", search: "查找", search_hint: "查找（按 / 键）", unfold: "全部展开", fold: "全部折叠", print: "打印", help: "帮助",
    language: "English", language_name: "Switch to English", hits: (at, of) => (of === 0 ? "未找到" : `第 ${at} 处，共 ${of} 处`),
    clue: (id, grade) => `线索 ${id}（${grade} 级）`,
    counts: (steps, records, files, norms) => `共 ${steps} 步，依据 ${files} 个来源的 ${records} 条记录、${norms} 个法律条文`,
    unverified: "条文未经核对", unverified_norms: (n) => `其中 ${n} 个未经核对`, checked: (on, against) => `${on} 与${against}核对`,
    since: (from) => `自 ${from} 起施行`, until: (from, to) => `自 ${from} 至 ${to} 施行`, no_text: "程序未引用该条原文。",
    article: "条文原文", rule_text: "规则原文", variables: "取值", record: "记录", neighbours: "该记录及其在来源中的前后记录", digest: (file, hash) => `${file}：SHA-256 ${hash}`, given: "规则文本载明",
    details: "详情", cut: (n) => `已截断，原记录共 ${n} 字`, more: (n, rest) => `再显示 ${n} 项（余 ${rest} 项）`, answers: (n) => `${n} 个事实`,
    more_answers: "另有其他回答，未列入本页。", centre: "以此为中心", in_outline: "在提纲中查看", graph_name: "推导图", outline_name: "推导提纲",
    graph_hint: "方向键在步骤间移动，回车展开。结论在上，每一步以其下方各步为依据。",
    bounded: (n) => `图中至多 ${n} 步；以别处为中心可查看其余部分。`, hidden: (n) => `另 ${n} 步`, close: "关闭",
    report: "报告",
    keys: [["↑ ↓", "上一步、下一步"], ["→ ←", "展开、折叠；到第一个前提、到结论"], ["Enter", "查看该步的条文和记录"], ["Home End", "第一步、最后一步"],
      ["*", "全部展开"], ["/", "查找"], ["n N", "下一处、上一处"], ["g", "提纲或图"], ["l", "切换语言"], ["?", "本帮助"]],
    legend: "每一步都是由规则（大前提）和规则所要求的事实（小前提）得出的结论，直至记录和查无记录之处。",
    kinds: { record: "记录", given: "载明", fact: "结论", implied: "推得", repeated: "重复", comparison: "比较", computation: "计算",
      parameter: "参数", in_force: "时效", absence: "查无", exception: "例外", precedence: "优先", aggregate: "汇总" },
    tags: {},
  },
};

// Of a page that tells why a fact does not hold: what it says in other words.
const WHY_NOT_WORDS = {
  en: {
    title: "Why not", conclusion: "", minor: "Premises", minors: "Premises", answers: (n) => `${n} facts that might hold`,
    counts: (steps, records, files, norms, of) =>
      [[of("attempt"), "rule examined", "rules examined"], [of("near"), "near miss", "near misses"],
        [of("point"), "open point", "open points"], [norms, "article of law", "articles of law"]]
        .filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}`).join(", "),
    outline_name: "Outline of why it does not hold", graph_name: "Graph of why it does not hold",
    graph_hint: "Arrow keys move between steps, Enter unfolds one. What was asked stands on top; below it the rules that could give it, their premises, and what comes near.",
    legend: "For each rule that could give the fact (major premise): the premises that hold, the first one that fails, and what comes nearest to it. A missing conclusion is followed into its own rules.",
    kinds: { lacking: "does not hold", open: "open", attempt: "rule", holds: "premise that holds", fails: "premise that fails", near: "near miss",
      ground: "fact", point: "open point", elements: "elements", met: "element, met", waiting: "element, open", unmet: "element, not met" },
    tags: { holds: "holds", fails: "fails", near: "nearest", ground: "fact", point: "to find out", met: "met", waiting: "open", unmet: "not met" },
  },
  zh: {
    title: "不成立的原因", conclusion: "", minor: "各前提", minors: "各前提", answers: (n) => `${n} 个或可成立的事实`,
    counts: (steps, records, files, norms, of) =>
      [[of("attempt"), "查看规则", "条"], [of("near"), "最接近的情形", "个"], [of("point"), "待查事项", "项"], [norms, "法律条文", "个"]]
        .filter(([n]) => n > 0).map(([n, what, unit]) => `${what} ${n} ${unit}`).join("，"),
    outline_name: "不成立原因的提纲", graph_name: "不成立原因图",
    graph_hint: "方向键在步骤间移动，回车展开。所问的事实在上，其下依次为可能得出它的规则、各前提和最接近的情形。",
    legend: "逐条列出可能得出该事实的规则（大前提）：哪些前提成立，首个不成立的前提是什么，与之最接近的是什么；缺少的结论再追问其自身的规则。",
    kinds: { lacking: "不成立", open: "待定", attempt: "规则", holds: "成立的前提", fails: "不成立的前提", near: "最接近的情形", ground: "事实",
      point: "待查事项", elements: "要件", met: "已具备的要件", waiting: "待查的要件", unmet: "不具备的要件" },
    tags: { holds: "成立", fails: "不成立", near: "最接近", ground: "事实", point: "待查", met: "具备", waiting: "待查", unmet: "不具备" },
  },
};
