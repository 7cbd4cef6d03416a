import { createKey } from '@tongban/api-client';
import type { HallConfiguration } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { text } from '../text.ts';

export type Draft = HallConfiguration;
export type Change = (change: Partial<HallConfiguration>) => void;
export interface PartProps { draft: Draft; change: Change }

const words = text.settings;

/** The list with one part of it changed. */
export function changed<T extends { id: string }>(parts: readonly T[], id: string, change: Partial<T>): T[] {
  return parts.map((part) => (part.id === id ? { ...part, ...change } : part));
}

export function without<T extends { id: string }>(parts: readonly T[], id: string): T[] {
  return parts.filter((part) => part.id !== id);
}

/** A letter that no zone or queue has yet. */
function freeLetter({ zones, queues }: Draft): string {
  const taken = new Set([...zones, ...queues].map(({ prefix }) => prefix));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? 'ZZ';
}

export function withZone(draft: Draft): Partial<Draft> {
  const prefix = freeLetter(draft);
  return { zones: [...draft.zones, { id: createKey(), name: words.newZone(prefix.charCodeAt(0) - 64), prefix }] };
}

export function withQueue(draft: Draft, zoneId: string): Partial<Draft> {
  return { queues: [...draft.queues, { id: createKey(), zoneId, name: words.newQueue(draft.queues.length + 1), prefix: '', services: [], typicalMinutes: 10, slotMinutes: 60, slotCapacity: 0, daysAhead: 7 }] };
}

/** A queue goes, and from the windows that serve it. */
export function withoutQueue(draft: Draft, queueId: string): Partial<Draft> {
  return { queues: without(draft.queues, queueId), windows: draft.windows.map((window) => ({ ...window, queues: window.queues.filter((one) => one.queueId !== queueId) })) };
}

export function withWindow(draft: Draft): Partial<Draft> {
  const numbers = draft.windows.map(({ number }) => Number(number)).filter(Number.isFinite);
  return { windows: [...draft.windows, { id: createKey(), zoneId: draft.zones[0]?.id ?? '', number: String(Math.max(0, ...numbers) + 1).padStart(2, '0'), name: words.newWindow, queues: [] }] };
}

/** A window goes with the seats at it. */
export function withoutWindow(draft: Draft, windowId: string): Partial<Draft> {
  return { windows: without(draft.windows, windowId), seats: draft.seats.filter((seat) => seat.windowId !== windowId) };
}

export function withSeat(draft: Draft, staff: { id: string; name: string }, windowId: string): Partial<Draft> {
  return { seats: [...draft.seats, { id: createKey(), windowId, staffId: staff.id, staffName: staff.name, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] };
}
