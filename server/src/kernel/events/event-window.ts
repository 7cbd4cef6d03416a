import type { DomainEvent } from './event.ts';

/** Place of an event in the order of delivery. Transaction ids stay below 2^53. */
export interface Place { readonly tx: number; readonly position: number }

export type PlacedEvent = DomainEvent & Place;

/** Events kept in memory; a subscription further behind reads its pages from the database. */
const mostKept = 1_000;

export function isAfter(one: Place, other: Place): boolean {
  return one.tx > other.tx || (one.tx === other.tx && one.position > other.position);
}

export function isSame(one: Place, other: Place | undefined): boolean {
  return one.tx === other?.tx && one.position === other.position;
}

/**
 * The latest events that can be delivered, without a gap, read once for all subscriptions: which of them an event concerns is
 * found here instead of being asked of the database for each.
 */
export class EventWindow {
  /** Everything after this place, up to the last event here, is here. */
  #start: Place;
  #events: PlacedEvent[] = [];

  constructor(start: Place) {
    this.#start = start;
  }

  /** Place of the last event, after which the next ones are read. */
  get end(): Place {
    return this.#events.at(-1) ?? this.#start;
  }

  /** Whether all events after a place that have been read are here. */
  reaches(place: Place): boolean {
    return !isAfter(this.#start, place);
  }

  /** Adds the events that follow the last one, oldest first; one that is here already, because two looked at once, is left out. */
  add(events: readonly PlacedEvent[]): void {
    for (const event of events) if (isAfter(event, this.end)) this.#events.push(event);
    const surplus = this.#events.length - mostKept;
    const last = surplus > 0 ? this.#events[surplus - 1] : undefined;
    if (last === undefined) return;
    this.#start = { tx: last.tx, position: last.position };
    this.#events = this.#events.slice(surplus);
  }

  /** At most `most` events after a place that the window reaches, oldest first. */
  after(place: Place, most = mostKept): PlacedEvent[] {
    const from = this.#indexAfter(place);
    return this.#events.slice(from, from + most);
  }

  /** Whether an event after a place that the window reaches is of one of the types. */
  concerns(place: Place, types: ReadonlySet<string>): boolean {
    for (let index = this.#indexAfter(place); index < this.#events.length; index += 1) {
      if (types.has(this.#events[index]?.type ?? '')) return true;
    }
    return false;
  }

  #indexAfter(place: Place): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const event = this.#events[middle];
      if (event !== undefined && isAfter(event, place)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
