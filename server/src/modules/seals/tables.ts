import type { ColumnType } from 'kysely';
import type { SealState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

export interface SealsTables {
  /** The seal maker (制章单位) whose certificate all seals of this installation lead back to. */
  'seals.authority': { id: string; name: string; certificate: Buffer; keyCipher: string; createdAt: Instant };
  'seals.seal': {
    id: string;
    organizationId: string;
    organizationName: string;
    name: string;
    kind: 'official' | 'special';
    /** Words on the seal below the star, e.g. 行政审批专用章. */
    purpose: string | null;
    state: SealState;
    /** SESeal of GB/T 38540. */
    seal: Buffer;
    certificate: Buffer;
    /** The signer's private key, encrypted. */
    keyCipher: string;
    certificateSerial: string;
    validFrom: string;
    validTo: string;
    createdAt: Instant;
  };
  'seals.use': {
    id: string;
    sealId: string;
    sealName: string;
    documentKind: string;
    documentTitle: string;
    caseNumber: string | null;
    /** SM3 of the sealed file, hex. */
    digest: string;
    usedAt: Instant;
    usedBy: string;
  };
}
