import { Type, type Static } from '@tongban/contract-kit';

/** One figure; `region` as 12 digits, `at` an ISO instant. No personal data is among them. */
export const Indicator = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 60 }), name: Type.String({ minLength: 1, maxLength: 100 }), region: Type.Union([Type.String({ maxLength: 12 }), Type.Null()]),
  value: Type.Number(), unit: Type.String({ maxLength: 20 }), at: Type.String({ maxLength: 40 }),
});
export type Indicator = Static<typeof Indicator>;

/** What is pushed: figures, or something that happened; the receiver takes the same `id` once. */
export type Push =
  | { readonly kind: 'indicators'; readonly at: string; readonly indicators: readonly Indicator[] }
  | { readonly kind: 'event'; readonly type: string; readonly at: string; readonly data: Readonly<Record<string, string | number | null>> };

/** 城市大脑: takes events and figures of the platform, and gives figures of the city (DEC-09). */
export interface CityBrain {
  readonly name: string;
  readonly version: string;
  /** @throws EngineRefused when it will never be taken, any other error when it is worth a retry */
  push(id: string, push: Push): Promise<void>;
  /** The latest value of a figure; undefined when it has none of the code. */
  find(code: string): Promise<Indicator | undefined>;
}
