import { maskName, maskNumbersIn } from '@tongban/identifiers';
import type { Context } from '../../../kernel/context.ts';
import { findFiles } from '../../../kernel/files/index.ts';
import { licenceStateLabels } from '../../licences/contract.ts';
import { unsafeReadFacesOf, type LicenceFace } from '../../licences/index.ts';
import type { ScannedShare, ScannedThing } from '../contract.ts';
import { getScannedRecord, listThings, shownName, type ShareRecord, type ThingRecord } from '../share-record.ts';
import { usableUntil } from '../states.ts';

/** A thing of a share with what has become of it meanwhile. */
export interface StandingThing {
  thing: ThingRecord;
  licence: LicenceFace | undefined;
  /** Why it cannot be used now; null when it can. */
  note: string | null;
}

/** A value of a face with what is personal in it hidden. */
function masked(value: string): string {
  const without = maskNumbersIn(value);
  return without === value ? maskName(value) : without;
}

function noteOf(thing: ThingRecord, licence: LicenceFace | undefined, file: { scanStatus: string } | undefined): string | null {
  if (thing.kind === 'file') {
    if (!file) return '文件已经清除，不能使用。';
    return file.scanStatus === 'infected' ? '文件带有病毒，不能使用。' : null;
  }
  if (!licence) return '没有找到这份证照，不能使用。';
  return licence.state === 'valid' ? null : `证照${licenceStateLabels[licence.state]}，不能使用。`;
}

/** The things of a share as they stand now: a licence may have been revoked since it was shared. */
export async function readStandingThings(ctx: Context, share: ShareRecord): Promise<StandingThing[]> {
  const things = await listThings(ctx, share.id);
  const [faces, files] = await Promise.all([
    unsafeReadFacesOf(ctx, { kind: share.subjectKind, id: share.subjectId }, things.flatMap(({ licenceId }) => licenceId ?? [])),
    findFiles(ctx, things.flatMap(({ fileId }) => fileId ?? [])),
  ]);
  return things.map((thing) => {
    const licence = faces.find(({ id }) => id === thing.licenceId);
    return { thing, licence, note: noteOf(thing, licence, files.find(({ id }) => id === thing.fileId)) };
  });
}

function presentThing({ thing, licence, note }: StandingThing): ScannedThing {
  const { id, kind, name, caseNumber, itemName, materialName, size, mediaType } = thing;
  return {
    id, kind, name, usable: note === null, note,
    licence: licence ? {
      number: licence.number, issuerName: licence.issuerName, validTo: licence.validTo, state: licence.state,
      face: licence.face.map(({ label, value, personal }) => ({ label, value: personal ? masked(value) : value })), masked: licence.face.some(({ personal }) => personal),
    } : null,
    file: kind === 'file' ? { caseNumber: caseNumber ?? '', itemName: itemName ?? '', materialName: materialName ?? '', size: size ?? 0, mediaType: mediaType ?? '' } : null,
  };
}

/** What the clerk who scanned a code may see: exactly what was agreed to, personal lines masked. */
export async function presentScanned(ctx: Context, share: ShareRecord, things?: readonly StandingThing[]): Promise<ScannedShare> {
  return {
    id: share.id, subject: { kind: share.subjectKind, name: shownName({ kind: share.subjectKind, name: share.subjectName }) },
    purpose: share.purpose, itemId: share.itemId, itemName: share.itemName, consent: share.consent, agreedAt: share.madeAt.toISOString(), until: usableUntil(share).toISOString(),
    things: (things ?? await readStandingThings(ctx, share)).map(presentThing),
  };
}

/** A share that this clerk scanned, as long as it may be used. @throws sharing.not-found, sharing.withdrawn, sharing.mandate-ended, sharing.take-time-over */
export async function viewScanned(ctx: Context, shareId: string): Promise<ScannedShare> {
  return presentScanned(ctx, await getScannedRecord(ctx, shareId));
}
