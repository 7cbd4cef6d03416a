import { DateOnly, DateTime, Id, Nullable, Type, type Static } from '@tongban/contract-kit';

/** A licence in force that its holder may share. */
export const ShareableLicence = Type.Object({ id: Id, name: Type.String(), number: Type.String(), issuerName: Type.String(), validTo: Nullable(DateOnly) });
export type ShareableLicence = Static<typeof ShareableLicence>;

/** A file given in an earlier case. */
export const ShareableFile = Type.Object({
  caseId: Id, fileId: Id, caseNumber: Type.String(), itemName: Type.String(), submittedAt: DateTime, materialName: Type.String(), name: Type.String(), size: Type.Integer(), mediaType: Type.String(),
});
export type ShareableFile = Static<typeof ShareableFile>;
