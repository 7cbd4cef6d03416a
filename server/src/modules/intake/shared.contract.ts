import { DateTime, defineOperation, Id, Nullable, Type, type Static } from '@tongban/contract-kit';
import { ScannedCode, ScannedShare } from '../sharing/contract.ts';

/** A licence or file of a registration that came by a share code of the applicant. */
export const SharedEntry = Type.Object({
  materialKey: Type.String(),
  licenceId: Nullable(Id),
  fileId: Nullable(Id),
  agreedAt: DateTime,
  /** The applicant took the consent back, or it has lapsed: it may not be handed in. */
  ended: Type.Boolean(),
});
export type SharedEntry = Static<typeof SharedEntry>;

/** What became of the things of a share in a registration. */
export const PlacedShare = Type.Object({
  revision: Type.Integer(),
  savedAt: DateTime,
  placed: Type.Array(Type.Object({ name: Type.String(), materialName: Type.String() })),
  /** What matches no material, or cannot be used, with the reason. */
  left: Type.Array(Type.Object({ name: Type.String(), reason: Type.String() })),
});

const params = Type.Object({ draftId: Id });

export const scanShareCode = defineOperation({
  id: 'intake.scan-share-code', method: 'POST', path: '/api/v1/drafts/:draftId/share-scans', permission: 'sharing.code.scan', summary: '为这份登记扫描共享码：必须是本件申请人的，限定了事项的必须是本事项',
  params, body: Type.Object({ code: ScannedCode }), response: ScannedShare,
});
