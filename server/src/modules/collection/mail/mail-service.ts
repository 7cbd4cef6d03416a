import { Type, type Static } from '@tongban/contract-kit';

/** What is to be posted; `id` is ours, and the same `id` is registered once. */
export interface Parcel {
  readonly id: string;
  readonly sender: { readonly name: string; readonly phone: string };
  readonly recipient: { readonly name: string; readonly mobile: string; readonly address: string };
  readonly content: string;
}

export const Registered = Type.Object({ trackingNumber: Type.String({ minLength: 4, maxLength: 60 }), carrier: Type.String({ minLength: 1, maxLength: 60 }) });
export type Registered = Static<typeof Registered>;

/** One thing that happened to a parcel; `at` an ISO instant. */
export const TrackedEvent = Type.Object({
  at: Type.String({ maxLength: 40 }), state: Type.Union([Type.Literal('picked-up'), Type.Literal('in-transit'), Type.Literal('delivered'), Type.Literal('returned')]),
  text: Type.String({ maxLength: 200 }), place: Type.String({ maxLength: 100 }),
});
export type TrackedEvent = Static<typeof TrackedEvent>;

/** 邮寄服务: registers what is to be posted and tells where it is (INT-05). */
export interface MailService {
  /** @throws EngineRefused when it will never be taken, any other error when it is worth a retry */
  register(parcel: Parcel): Promise<Registered>;
  /** Everything that has happened to a parcel so far, oldest first. */
  track(trackingNumber: string): Promise<TrackedEvent[]>;
}
