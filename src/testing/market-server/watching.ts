/** The two ends of a test about a fault: an app that watches well, and one that is none the worse. */
import { calmDown } from './fault-schedule.ts';
import { brokenInvariants } from './invariants.ts';
import { createScene } from './scene.ts';
import type { Scene, SceneOptions } from './scene.ts';
import type { SimulatedTab } from './simulated-tab.ts';
import { minutes } from './price-course.ts';

export interface Watching extends Scene {
  readonly tab: SimulatedTab;
}

/** Has watched for two minutes; a candle of a minute is ten seconds old. */
export async function watching(options: SceneOptions = {}): Promise<Watching> {
  const scene = createScene(options);
  const tab = scene.browser.openTab();
  await scene.run(minutes(2) - 5_000);
  return { ...scene, tab };
}

/**
 * Once all is well again: what is not as in a run without faults. Nothing may be: the same alerts,
 * each rung for once, no candle missing, and an exchange with nothing to complain of.
 */
export async function harmTo(scene: Scene): Promise<string[]> {
  await calmDown(scene);
  return brokenInvariants(scene);
}
