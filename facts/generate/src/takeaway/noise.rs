//! Ordinary shops: no clue and no question follows from any of them.

use super::scene::{Licence, SEEN, Scene, Shown};
use crate::day::Day;
use crate::random::Random;

const HOT: [&str; 4] = ["面饭粥粉", "炒菜炖煮", "火锅烧烤", "油炸食品"];
const COLD: [&str; 3] = ["凉拌素菜", "卤味熟食凉拌", "水果拼盘"];
const CAKE: [&str; 2] = ["面包点心", "裱花蛋糕"];
const DRINK: [&str; 2] = ["茶饮咖啡", "现榨果蔬汁"];

pub(super) fn scene(random: &mut Random) -> Scene {
    let mut scene = Scene::licensed("");
    scene.seen = SEEN + random.between(0, 160);
    scene.state = random.pick(&["营业", "营业", "营业", "营业", "休息中", "停业"]);
    scene.verified = (0..random.between(1, 2)).map(|round| verified(scene.seen, round, random)).collect();
    if random.chance(12) {
        prepackaged(&mut scene, random);
    } else {
        let scope = menu(&mut scene, random);
        scene.licences = vec![licence(scene.seen, scope, random)];
    }
    scene
}

fn verified(seen: Day, round: i64, random: &mut Random) -> Day {
    seen - round * 150 - random.between(1, 140)
}

/// Sells nothing that needs a licence, and says so.
fn prepackaged(scene: &mut Scene, random: &mut Random) {
    scene.menu = (0..random.between(1, 4)).map(|_| random.pick(&["预包装食品", "预包装食品", "食用农产品"])).collect();
    scene.filings = vec!["仅销售预包装食品"];
    scene.licences.clear();
    (scene.shown, scene.number) = ("备案", Shown::Filing(0));
}

/// Fills the menu and returns a scope that covers it.
fn menu(scene: &mut Scene, random: &mut Random) -> Vec<&'static str> {
    let kitchens: [(&[&str], &str); 4] = [
        (&HOT, "热食类食品制售"),
        (&COLD, "冷食类食品制售（含肉类）"),
        (&CAKE, "糕点类食品制售（含裱花蛋糕）"),
        (&DRINK, "自制饮品制售（不含自酿酒）"),
    ];
    scene.menu = vec!["预包装食品"];
    let mut scope = Vec::new();
    for (kinds, item) in kitchens {
        if scope.is_empty() && item.starts_with("自制") || random.chance(45) {
            scope.push(item);
            scene.menu.extend((0..random.between(1, 3)).map(|_| random.pick(kinds)));
        }
    }
    scope
}

/// In force on the day; some in their second term.
fn licence(seen: Day, scope: Vec<&'static str>, random: &mut Random) -> Licence {
    let end = seen + random.between(0, 1_700);
    let mut licence = Licence { scope, ..Licence::until(end) };
    if random.chance(25) {
        let (from, _) = licence.terms[0];
        licence.terms.insert(0, ((from - 1).years(-5) + 1, from - 1));
    }
    licence
}
