import type { KnownLicenceType } from '../know-licence-type.ts';

/**
 * What rules ask about beside the elements. A question that cannot be answered here is absent or answers undefined, and the
 * rules that need it keep silent: the same rules run with and without a database.
 */
export interface Surroundings {
  /** Whether a code is in use in its list, with the list's name. */
  readonly code?: (list: string, code: string) => { known: boolean; listName: string } | undefined;
  /** The organisation of an id; null when there is none. */
  readonly organization?: (id: string) => { closed: boolean; creditCode: string | null } | null | undefined;
  readonly processExists?: (key: string, version: number | undefined) => boolean | undefined;
  /** The licence type of a code; null when the licence catalogue has none. */
  readonly licenceType?: (code: string) => Omit<KnownLicenceType, 'code'> | null | undefined;
  /** The standard material that a code means now; null when the library has none. */
  readonly standardMaterial?: (code: string) => { name: string; retired: boolean } | null | undefined;
  /** Codes of other items in use of the same department and region with the same name. */
  readonly namesakes?: readonly string[];
  /** Whether the item is its own ancestor among handling items. */
  readonly inCycle?: boolean;
  /** 业务办理项 of the item, whether they may be applied for or not. */
  readonly handlingItems?: readonly { readonly id: string; readonly name: string; readonly published: boolean }[];
  /** Whether the department has confirmed guidance of this digest for the item; it takes longer than a rule to work out. */
  readonly guidanceConfirmed?: (digestOf: () => string) => boolean;
}

/** Nothing is known beside the elements. */
export const nothingKnown: Surroundings = {};
