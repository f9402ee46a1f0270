//! Scenes as the tables of platform and authority.

use super::menu::dish;
use super::scene::{Expected, Licence, Place, Scene, Shown};
use crate::names;
use crate::random::Random;
use crate::table::{Table, cell};
use crate::truth::{CHINESE, Truth, truth_file};

/// The tables under construction and the numbers given so far.
pub(super) struct Tables {
    shops: Table,
    menus: Table,
    licences: Table,
    scopes: Table,
    renewals: Table,
    filings: Table,
    verifications: Table,
    truths: Vec<Truth>,
    shop: usize,
    licence: usize,
    renewal: usize,
    filing: usize,
}

/// The numbers of one scene's parts.
struct Numbers {
    shop: String,
    operator: String,
    name: String,
    address: String,
    licences: Vec<String>,
    filings: Vec<String>,
}

impl Tables {
    pub(super) fn new() -> Self {
        Self {
            shops: Table::new(&[
                "店铺编号",
                "平台",
                "店名",
                "经营者编号",
                "页面地址",
                "地址码",
                "营业状态",
                "采集日",
                "证照展示",
                "展示证号",
            ]),
            menus: Table::new(&["店铺编号", "菜品", "品类", "价格"]),
            licences: Table::new(&[
                "许可证编号",
                "经营者编号",
                "经营者名称",
                "经营场所",
                "地址码",
                "主体业态",
                "有效期自",
                "有效期至",
                "状态",
            ]),
            scopes: Table::new(&["许可证编号", "经营项目"]),
            renewals: Table::new(&["申请编号", "许可证编号", "原有效期至", "申请日", "决定", "决定日"]),
            filings: Table::new(&["备案编号", "经营者编号", "地址码", "类别"]),
            verifications: Table::new(&["店铺编号", "核验日"]),
            truths: Vec::new(),
            shop: 0,
            licence: 0,
            renewal: 0,
            filing: 0,
        }
    }

    pub(super) fn add(&mut self, scene: &Scene, random: &mut Random) {
        let numbers = self.number(scene, random);
        self.add_shop(scene, &numbers, random);
        for (licence, number) in scene.licences.iter().zip(&numbers.licences) {
            self.add_licence(licence, number, &numbers);
        }
        for renewal in &scene.renewals {
            self.renewal += 1;
            let end = scene.licences[renewal.licence].terms.last().map(|(_, end)| *end);
            self.renewals.row(&[
                &format!("YX{:04}", self.renewal),
                &numbers.licences[renewal.licence],
                &cell(end),
                &renewal.applied,
                &cell(renewal.decision.map(|(decision, _)| decision)),
                &cell(renewal.decision.map(|(_, day)| day)),
            ]);
        }
        for (sort, number) in scene.filings.iter().zip(&numbers.filings) {
            self.filings.row(&[number, &numbers.operator, &code(&numbers, Place::Shop), sort]);
        }
        for day in &scene.verified {
            self.verifications.row(&[&numbers.shop, day]);
        }
        for expected in &scene.expected {
            self.truths.push(truth(scene, expected, &numbers));
        }
    }

    pub(super) fn finish(self) -> Vec<(&'static str, String)> {
        vec![
            ("truth.csv", truth_file(&CHINESE, self.truths)),
            ("备案.csv", self.filings.finish()),
            ("平台核验.csv", self.verifications.finish()),
            ("延续申请.csv", self.renewals.finish()),
            ("店铺.csv", self.shops.finish()),
            ("菜单.csv", self.menus.finish()),
            ("许可证.csv", self.licences.finish()),
            ("许可项目.csv", self.scopes.finish()),
        ]
    }

    fn number(&mut self, scene: &Scene, random: &mut Random) -> Numbers {
        self.shop += 1;
        let licences = (1..=scene.licences.len()).map(|n| licence_number(self.licence + n)).collect();
        let filings = (1..=scene.filings.len()).map(|n| format!("YB299{:07}", self.filing + n)).collect();
        self.licence += scene.licences.len();
        self.filing += scene.filings.len();
        Numbers {
            shop: format!("D{:04}", self.shop),
            operator: format!("ZT{:05}", self.shop),
            name: names::shop(random),
            address: names::address(random),
            licences,
            filings,
        }
    }

    fn add_shop(&mut self, scene: &Scene, numbers: &Numbers, random: &mut Random) {
        let shown = match scene.number {
            Shown::Nothing => String::new(),
            Shown::Licence(licence) => numbers.licences[licence].clone(),
            Shown::Filing(filing) => numbers.filings[filing].clone(),
            Shown::Unknown => unknown_number(numbers),
        };
        // Platforms write addresses in their own way; only the code tells that they are the same.
        let address =
            if random.chance(30) { format!("{}（临街）", numbers.address) } else { numbers.address.clone() };
        self.shops.row(&[
            &numbers.shop,
            &random.pick(&["鹿鸣外卖", "快雀到家"]),
            &numbers.name,
            &numbers.operator,
            &address,
            &cell(scene.place.map(|place| code(numbers, place))),
            &scene.state,
            &scene.seen,
            &scene.shown,
            &shown,
        ]);
        for kind in &scene.menu {
            let price = format!("{}.{}0", random.between(3, 68), random.between(0, 9));
            self.menus.row(&[&numbers.shop, &dish(kind, random), kind, &price]);
        }
    }

    fn add_licence(&mut self, licence: &Licence, number: &str, numbers: &Numbers) {
        let operator = if licence.own { numbers.operator.clone() } else { numbers.operator.replace("ZT", "ZQ") };
        let last = licence.terms.len() - 1;
        for (place, (from, to)) in licence.terms.iter().enumerate() {
            self.licences.row(&[
                &number,
                &operator,
                &numbers.name,
                &numbers.address,
                &code(numbers, licence.place),
                &"餐饮服务经营者",
                from,
                to,
                &if place == last { licence.state } else { "已届满" },
            ]);
        }
        for item in &licence.scope {
            self.scopes.row(&[&number, item]);
        }
    }
}

/// Argument order of the relations: shop, licences, text.
fn truth(scene: &Scene, expected: &Expected, numbers: &Numbers) -> Truth {
    let mut arguments = vec![numbers.shop.clone()];
    arguments.extend(expected.licences.iter().map(|licence| numbers.licences[*licence].clone()));
    arguments.extend(expected.unknown_number.then(|| unknown_number(numbers)));
    arguments.extend(expected.note.map(str::to_owned));
    Truth { relation: expected.relation, arguments, holds: expected.holds, kind: scene.kind }
}

/// JY and 14 digits, of a region that does not exist.
fn licence_number(n: usize) -> String {
    format!("JY2990101{n:06}{}", (n * 7 + 3) % 10)
}

fn unknown_number(numbers: &Numbers) -> String {
    format!("JY2990109{}0", numbers.operator.replace("ZT", "9"))
}

fn code(numbers: &Numbers, place: Place) -> String {
    let place = match place {
        Place::Shop => 1,
        Place::Elsewhere => 2,
    };
    format!("DZ{}{place}", &numbers.operator[2..])
}
