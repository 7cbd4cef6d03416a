import { dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { facePrefix } from '../../data-elements/contract.ts';
import { recordFaceReading, unsafeReadFaces, type Holder, type LicenceFace } from '../../licences/index.ts';
import { licenceStateLabels } from '../../licences/contract.ts';
import type { PrefillNote } from '../prefill.contract.ts';
import type { MandateLimit } from '../../cases/index.ts';
import type { SourceReading } from './reading.ts';

interface Asked {
  holder: Holder;
  typeCodes: readonly string[];
  names: ReadonlyMap<string, string>;
  limit: MandateLimit;
  /** Whose application it is read for, and why, for the holder's trace. */
  trace: { by: string; purpose: string };
}

/** A date as the face has it, `2026年11月21日`, as a date; anything else as it is. */
function plainDate(text: string): string | undefined {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text.trim());
  if (!match) return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
  return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}

function valueOf(licence: LicenceFace, value: string): string | undefined {
  switch (value) {
    case 'number': return licence.number;
    case 'issuedOn': return licence.issuedOn;
    case 'validFrom': return licence.validFrom;
    case 'validTo': return licence.validTo ?? undefined;
    case 'issuer': return licence.issuerName;
    case 'holder': return licence.holderName;
    default: return value.startsWith(facePrefix) ? licence.face.find(({ label }) => label === value.slice(facePrefix.length))?.value : undefined;
  }
}

function noteOf({ name, number, state, validTo }: LicenceFace): PrefillNote {
  const why = state === 'expired' && validTo !== null ? `有效期到${dateInWords(validTo)}，已过期` : licenceStateLabels[state];
  return { tone: 'warning', message: `“${name}”（${number}）${why}，没有填入，请自行填写。` };
}

/** Reads what the applicant's licences of these types say; what has ended is not used and said so. Each reading leaves a trace for the holder (LIC-06). */
export async function readLicences(ctx: Context, { holder, typeCodes, names, limit, trace }: Asked): Promise<SourceReading> {
  const faces = await unsafeReadFaces(ctx, holder, typeCodes, ({ caseId }) => limit.allowsCase(caseId));
  const usable = new Map(faces.filter(({ state }) => state === 'valid').map((face) => [face.typeCode, face]));
  await Promise.all([...usable.values()].map((licence) => recordFaceReading(ctx, holder, licence, trace)));
  const missing = [...new Set(typeCodes)].filter((code) => !faces.some(({ typeCode }) => typeCode === code));
  return {
    find: (element, source) => {
      const licence = source.kind === 'licence' ? usable.get(source.licenceType) : undefined;
      const text = licence && source.kind === 'licence' ? valueOf(licence, source.value) : undefined;
      if (!licence || text === undefined) return undefined;
      const value = element.type === 'date' ? plainDate(text) : text;
      return value === undefined ? undefined : { value, source: `电子证照“${licence.name}”`, asOf: licence.issuedOn };
    },
    notes: [
      ...faces.filter(({ state }) => state !== 'valid').map(noteOf),
      ...missing.map((code): PrefillNote => ({ tone: 'info', message: `没有查到“${names.get(code) ?? code}”。` })),
    ],
    failed: [],
  };
}
