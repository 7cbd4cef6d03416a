import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventWindow, isAfter, type PlacedEvent } from './event-window.ts';

const kinds = ['a', 'b', 'c'];

function eventAt(tx: number, position: number, type = 'a'): PlacedEvent {
  return { tx, position, type, id: `${position}`, aggregateType: 'thing', aggregateId: '1', occurredAt: new Date(0), actorId: '', traceId: '', data: {} };
}

/** Events in their order, several of one transaction among them. */
const events = fc.array(fc.record({ step: fc.integer({ min: 0, max: 2 }), type: fc.constantFrom(...kinds) }), { maxLength: 60 }).map((drawn) => {
  let tx = 5;
  return drawn.map(({ step, type }, index) => eventAt(tx += step, index + 1, type));
});

describe('已读事件的窗口', () => {
  it('answers as a filter of all events would, also when pages overlap', () => {
    fc.assert(fc.property(events, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 70 }), fc.subarray(kinds), (all, cut, at, types) => {
      const window = new EventWindow({ tx: 0, position: 0 });
      window.add(all.slice(0, cut));
      window.add(all.slice(Math.max(0, cut - 5)));
      const place = all[at] ?? { tx: 0, position: 0 };
      const rest = all.filter((event) => isAfter(event, place));
      expect(window.after(place)).toEqual(rest);
      expect(window.concerns(place, new Set(types))).toBe(rest.some(({ type }) => types.includes(type)));
    }));
  });

  it('forgets the oldest, and says what it does not reach any more', () => {
    const window = new EventWindow({ tx: 0, position: 0 });
    window.add(Array.from({ length: 1_200 }, (_x, index) => eventAt(1, index + 1)));
    expect([window.reaches({ tx: 1, position: 199 }), window.reaches({ tx: 1, position: 200 })]).toEqual([false, true]);
    expect(window.after({ tx: 1, position: 200 }, 2).map(({ position }) => position)).toEqual([201, 202]);
    expect(window.end).toMatchObject({ tx: 1, position: 1_200 });
  });
});
