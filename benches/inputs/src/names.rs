//! Names of companies as two agencies write them: a register of a million, and a list of ten thousand with slips of the pen.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Towns of two characters from the first of these and the second, and the characters of marks.
const FIRST: &str = "杭宁温绍湖嘉金衢台丽苏无常徐扬镇泰盐淮连合芜蚌淮马铜安黄滁阜南九赣吉宜抚上景萍新青烟潍济临";
const SECOND: &str = "州波兴华水阳山城江海";
const MARKS: &str = "云味新兴华丰盛泰安康德仁和顺达通利源宏宇天成金玉宝福禄寿喜庆隆昌明亮光辉星辰海洋江河湖泊山川林森木草花果\
禾麦稻谷粮油盐茶酒香鲜美嘉佳优良善真诚信义礼智勇俊杰英豪龙凤麒麟鹏鹤虎豹马骏飞腾跃进步升高远博大广阔长久永恒春夏秋冬东南西北中正平\
方圆文武双全国民众群家园乐欢欣荣富贵吉祥如意旺发展创造建设立志恒心力量神州华夏瑞雪晨曦朝阳晚霞彩虹蓝天白云清泉碧水翠竹青松";
const TRADES: [&str; 40] = [
    "餐饮",
    "餐饮管理",
    "食品",
    "食品科技",
    "商贸",
    "贸易",
    "物流",
    "供应链管理",
    "建材",
    "建筑工程",
    "装饰工程",
    "文化传播",
    "广告",
    "酒店管理",
    "仓储",
    "信息技术",
    "网络科技",
    "电子商务",
    "机械设备",
    "汽车服务",
    "医疗器械",
    "生物科技",
    "农业开发",
    "农业科技",
    "环保科技",
    "新能源",
    "教育咨询",
    "企业管理",
    "投资管理",
    "房地产开发",
    "物业管理",
    "劳务派遣",
    "人力资源",
    "纺织品",
    "服饰",
    "家具",
    "印刷",
    "包装",
    "化工",
    "水产",
];
const FORMS: [&str; 5] = ["有限公司", "有限责任公司", "股份有限公司", "（有限公司）", " 有限公司"];
const LISTED: u64 = 10_000;
/// Names of the list for which `truth` says every near one.
const COMPARED: usize = 60;
const APART_MAX: usize = 2;

/// Writes `register(id, name)`, `list(id, name)`, half of which are names of the register with up to two characters changed, and
/// `truth(name, name, distance)`: for the first names of the list, all of the register that are at most two characters apart, found by comparing each
/// with each; names in it are without their legal form.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let mut random = Random::new(17);
    let marks = MARKS.chars().collect::<Vec<_>>();
    let registered = (0..(1_000_000.0 * scale) as u64).map(|_| name(&mut random, &marks)).collect::<Vec<_>>();
    let mut register = Table::facts(folder, "register")?;
    for (id, name) in registered.iter().enumerate() {
        register.row(format_args!("{id}\t{}{}", text(name), FORMS[random.below(5) as usize]))?;
    }
    let listed = (0..LISTED).map(|number| match number % 2 {
        0 => {
            let mut name = registered[random.below(registered.len() as u64) as usize].clone();
            (0..random.below(3)).for_each(|_| slip(&mut name, &mut random, &marks));
            name
        }
        _ => name(&mut random, &marks),
    });
    let listed = listed.collect::<Vec<_>>();
    let mut list = Table::facts(folder, "list")?;
    for (id, name) in listed.iter().enumerate() {
        list.row(format_args!("{id}\t{}{}", text(name), FORMS[random.below(5) as usize]))?;
    }
    let mut truth = Table::facts(folder, "truth")?;
    for a in listed.iter().take(COMPARED) {
        for b in &registered {
            let distance = distance(a, b);
            if distance <= APART_MAX {
                truth.row(format_args!("{}\t{}\t{distance}", text(a), text(b)))?;
            }
        }
    }
    [register, list, truth].into_iter().try_for_each(Table::finish)
}

/// A town, a mark of two to four characters and a trade.
fn name(random: &mut Random, marks: &[char]) -> Vec<char> {
    let mut pick = |of: &str| {
        let count = of.chars().count() as u64;
        of.chars().nth(random.below(count) as usize)
    };
    let mut name = [pick(FIRST), pick(SECOND)].into_iter().flatten().collect::<Vec<_>>();
    for _ in 0..2 + random.below(3) {
        // Some characters are liked more than others.
        name.push(marks[random.skewed(marks.len() as u64, 1.5) as usize]);
    }
    name.extend(TRADES[random.skewed(TRADES.len() as u64, 1.5) as usize].chars());
    name
}

/// A character replaced, left out or put in.
fn slip(name: &mut Vec<char>, random: &mut Random, marks: &[char]) {
    let (at, c) = (random.below(name.len() as u64) as usize, marks[random.below(marks.len() as u64) as usize]);
    match random.below(3) {
        0 => name[at] = c,
        1 if name.len() > 4 => drop(name.remove(at)),
        _ => name.insert(at, c),
    }
}

fn text(name: &[char]) -> String {
    name.iter().collect()
}

/// By the whole table (Wagner and Fischer, 1974).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row = (0..=b.len()).collect::<Vec<_>>();
    for (i, c) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for j in 0..b.len() {
            let replaced = diagonal + usize::from(*c != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
