/** Something that is to happen; earliest first, those of the same millisecond in the order of asking. */
export interface HeapEvent {
  time: number;
  order: number;
}

export interface EventHeap<Event extends HeapEvent> {
  readonly size: number;
  readonly first: Event | undefined;
  push(event: Event): void;
  pop(): Event | undefined;
}

/** A binary heap: a simulated day has hundreds of thousands of events. */
export function createEventHeap<Event extends HeapEvent>(): EventHeap<Event> {
  const events: Event[] = [];

  const isBefore = (one: Event, other: Event): boolean =>
    one.time < other.time || (one.time === other.time && one.order < other.order);

  const rise = (event: Event): void => {
    let index = events.length;
    events.push(event);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = events[above];
      if (!parent || isBefore(parent, event)) break;
      events[index] = parent;
      index = above;
    }
    events[index] = event;
  };

  /** From the top, as far as it has to go. */
  const sink = (event: Event): void => {
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = events[below];
      const right = events[below + 1];
      if (child && right && isBefore(right, child)) {
        child = right;
        below += 1;
      }
      if (!child || isBefore(event, child)) break;
      events[index] = child;
      index = below;
    }
    events[index] = event;
  };

  return {
    get size() {
      return events.length;
    },
    get first() {
      return events[0];
    },
    push: rise,
    pop() {
      const top = events[0];
      const last = events.pop();
      if (last && events.length > 0) sink(last);
      return top;
    },
  };
}
