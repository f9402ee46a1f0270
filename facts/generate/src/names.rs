//! Invented names. Persons are a surname and 某; towns, courts, streets and companies do not exist.

use crate::random::Random;

const TOWNS: [&str; 6] = ["青石市", "临湾市", "白榆市", "松溪县", "云门区", "望澜区"];
const STREETS: [&str; 10] =
    ["桂园路", "滨湖大道", "学堂街", "青枫巷", "新桥路", "东阳街", "梧桐路", "盐仓巷", "石坊街", "竹影路"];
const STYLES: [&str; 12] =
    ["云帆", "禾泰", "锦程", "远川", "旭峰", "启禾", "润麦", "澄江", "百穗", "松月", "广陌", "瑞岚"];
const TRADES: [&str; 6] = ["商贸", "物流", "建材", "文化传播", "酒店管理", "仓储"];
const SURNAMES: [&str; 12] = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "沈", "韩"];
const KITCHENS: [&str; 8] = ["味", "食堂", "小厨", "厨房", "饭庄", "小馆", "食铺", "快餐"];

/// Half companies, half persons.
pub(crate) fn party(random: &mut Random) -> String {
    if random.chance(50) {
        format!("{}{}{}有限公司", random.pick(&TOWNS), random.pick(&STYLES), random.pick(&TRADES))
    } else {
        format!("{}某", random.pick(&SURNAMES))
    }
}

pub(crate) fn court(random: &mut Random) -> String {
    format!("{}人民法院", random.pick(&TOWNS))
}

/// Written with a comma now and then, as clerks do.
pub(crate) fn address(random: &mut Random) -> String {
    let comma = if random.chance(15) { "," } else { "" };
    format!(
        "{}{}{}号{comma}{}室",
        random.pick(&TOWNS),
        random.pick(&STREETS),
        random.between(1, 300),
        random.between(101, 2805)
    )
}

pub(crate) fn shop(random: &mut Random) -> String {
    format!("{}{}（{}店）", random.pick(&STYLES), random.pick(&KITCHENS), random.pick(&STREETS))
}
