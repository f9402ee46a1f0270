//! Takeaway shops and their licences: planted clues, planted innocents, and ordinary shops.

mod clues;
mod innocents;
mod menu;
mod noise;
mod platform;
mod questions;
mod scene;
mod tables;

use crate::random::Random;
use scene::Scene;
use tables::Tables;

/// The files of the data set, in name order.
pub(crate) fn files() -> Vec<(&'static str, String)> {
    let mut random = Random::new(123);
    let mut scenes = Vec::new();
    for (copies, scene) in [clues::repeated(), innocents::repeated(), questions::repeated()].concat() {
        scenes.extend((0..copies).map(|_| varied(&scene, &mut random)));
    }
    scenes.extend([clues::exact(), innocents::exact(), questions::exact(), platform::exact()].concat());
    scenes.extend((0..420).map(|_| noise::scene(&mut random)));
    random.shuffle(&mut scenes);

    let mut tables = Tables::new();
    for scene in &scenes {
        tables.add(scene, &mut random);
    }
    tables.finish()
}

/// A copy whose days all lie a little later.
fn varied(scene: &Scene, random: &mut Random) -> Scene {
    let mut copy = scene.clone();
    copy.shift(random.between(0, 75));
    copy
}

/// `scene` with `edit` applied.
fn with(mut scene: Scene, edit: impl FnOnce(&mut Scene)) -> Scene {
    edit(&mut scene);
    scene
}

/// `scene` with `edit` applied, to be planted so many times.
fn times(copies: usize, scene: Scene, edit: impl FnOnce(&mut Scene)) -> (usize, Scene) {
    (copies, with(scene, edit))
}
