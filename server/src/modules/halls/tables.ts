import type { ColumnType, Generated } from 'kysely';
import type { HallRules, OpeningHours } from './configuration.contract.ts';
import type { DeviceRules, SelfCheck } from './devices/contract.ts';
import type { FaultAction, FaultState } from './devices/fault-states.ts';
import type { Behaviour } from './devices/device-kinds.ts';
import type { TicketState } from './states.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of the PostgreSQL schema `halls`. */
export interface HallsTables {
  'halls.hall': {
    id: string; name: string; address: string; telephone: string; regionCode: string; organizationId: string; organizationPath: string;
    hours: OpeningHours; rules: HallRules;
    deviceRules: Generated<DeviceRules>; active: boolean; version: number;
  };
  'halls.zone': { id: string; hallId: string; name: string; prefix: string; sortOrder: number; active: boolean };
  'halls.queue': {
    id: string; hallId: string; zoneId: string; name: string;
    /** Letters of its own numbers; empty for those of its zone. */
    prefix: string;
    /** Minutes a service takes, for the forecast until there is enough of real services. */
    typicalMinutes: number; slotMinutes: number; slotCapacity: number; daysAhead: number; sortOrder: number; active: boolean;
  };
  'halls.queueService': { queueId: string; hallId: string; kind: 'item' | 'organization'; targetId: string; name: string };
  'halls.window': {
    id: string; hallId: string; zoneId: string; number: string; name: string; sortOrder: number; active: boolean;
    /** closed: nobody sits there. */
    state: 'open' | 'paused' | 'closed'; pauseReason: string | null; clerkId: string | null; clerkName: string | null; since: NullableInstant; priorityStreak: Generated<number>;
  };
  /** Lower ranks are called first; the same rank by time. */
  'halls.windowQueue': { windowId: string; queueId: string; hallId: string; rank: number };
  'halls.seat': { id: string; hallId: string; windowId: string; staffId: string; staffName: string; weekdays: number[]; fromTime: string; toTime: string };
  'halls.appointment': {
    id: string; hallId: string; queueId: string; itemId: string | null; itemName: string | null; personId: string; personMasked: string;
    day: string; fromTime: string; toTime: string; state: 'booked' | 'checked-in' | 'cancelled';
    /** What is typed at a kiosk to check in. */
    code: string;
    bookedAt: Instant; version: number;
  };
  'halls.slot': { queueId: string; day: string; fromTime: string; booked: number };
  'halls.ticket': {
    id: string; code: string; hallId: string; day: string; queueId: string; firstQueueId: string; number: string; sequence: number;
    priorityGroup: string | null; state: TicketState; version: Generated<number>; channel: 'kiosk' | 'desk' | 'appointment';
    takenAt: Instant; orderAt: Instant; targetWindowId: string | null; windowId: string | null; clerkId: string | null; calls: Generated<number>;
    calledAt: NullableInstant; servingAt: NullableInstant; missedAt: NullableInstant; finishedAt: NullableInstant; ratedAt: NullableInstant;
    itemId: string | null; itemName: string | null; appointmentId: string | null;
    takerId: string | null; takerMasked: string | null; takerName: string | null; takerNumber: string | null; takerIndex: string | null;
  };
  'halls.ticketStep': {
    id: string; ticketId: string; action: string; state: TicketState; windowId: string | null; actorId: string; actorName: string; detail: Record<string, unknown>; at: Instant;
  };
  /** What is registered from a ticket; the case follows when it is submitted. */
  'halls.ticketCase': { ticketId: string; draftId: string; itemName: string; caseId: string | null; caseNumber: string | null; at: Instant };
  'halls.device': {
    id: string; hallId: string; kind: string; name: string; zoneId: string | null; windowId: string | null; simulated: boolean;
    /** What a simulated device does. */
    behaviour: Generated<Behaviour>;
    keyDigest: string | null; keyIssuedAt: NullableInstant; registeredAt: Instant; version: Generated<number>;
    lastBeatAt: NullableInstant; lastStatus: 'normal' | 'fault' | null; softwareVersion: string | null; selfChecks: Generated<SelfCheck[]>;
  };
  'halls.deviceDay': {
    deviceId: string; day: string; hallId: string; received: Generated<number>; offlineSeconds: Generated<number>;
    /** Null until the day is over. */
    expected: number | null; faults: number | null;
  };
  'halls.deviceFault': {
    id: string; number: Generated<number>; deviceId: string; hallId: string; kind: string; state: FaultState; source: 'device' | 'staff' | 'watch';
    openedAt: Instant; solvedAt: NullableInstant; closedAt: NullableInstant; version: Generated<number>;
  };
  'halls.deviceFaultStep': { id: string; faultId: string; action: FaultAction | 'report'; state: FaultState; actorId: string; actorName: string; note: string; at: Instant };
  'halls.serviceDay': { day: string; hallId: string; queueId: string; hour: number; buckets: number[] };
  'halls.serviceProgress': { single: Generated<boolean>; countedTo: string };
}
