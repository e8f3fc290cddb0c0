/** CSS pixels: half a label. */
const HALF_LABEL = 7;
/** One that gave way comes back a little farther off, or it would come and go with each trade. */
const SLACK = 3;

/** The tag of the last price as it stands beside the pane, in CSS pixels. */
export interface TagPlace {
  readonly middle: number;
  /** Half of its height. */
  readonly half: number;
}

/** Labels of the axis give way to the price tag: of one that it covers, a half could be read. */
export interface LabelRoom {
  /** A label is about to be drawn at each of these heights: whether it stands clear of the tag. */
  clear(heights: readonly number[], tag: TagPlace | null): readonly boolean[];
  /** Whether one that was drawn is covered now, or one that gave way has room again. */
  isStale(tag: TagPlace | null): boolean;
}

export function createLabelRoom(): LabelRoom {
  let drawn: readonly number[] = [];
  let clear: readonly boolean[] = [];
  return {
    clear(heights, tag) {
      drawn = heights;
      return (clear = heights.map((height) => hasRoom(height, tag, 0)));
    },
    isStale: (tag) =>
      drawn.some((height, index) => {
        const wasClear = clear[index];
        return hasRoom(height, tag, wasClear ? 0 : SLACK) !== wasClear;
      }),
  };
}

function hasRoom(height: number, tag: TagPlace | null, slack: number): boolean {
  return tag === null || Math.abs(height - tag.middle) > tag.half + HALF_LABEL + slack;
}
