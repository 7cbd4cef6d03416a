import { type FormDefinition, isFillable, listFields, sameAnswer } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { getForm, getPinnedVersion } from '../../catalog/index.ts';
import { readAnswers, unsafeListCasesOfApplicant, type CaseRecord, type MandateLimit } from '../../cases/index.ts';
import { pastCases } from './bindings.ts';
import type { FoundValue, SourceReading } from './reading.ts';

/** Cases looked at, the newest first. */
const most = 20;

interface Asked {
  applicant: { kind: 'person' | 'company'; id: string };
  /** Codes of the data elements that are wanted. */
  elements: readonly string[];
  limit: MandateLimit;
}

/** What the applicant answered to the same data elements in the newest case that has them. */
export async function readPastCases(ctx: Context, { applicant, elements, limit }: Asked): Promise<SourceReading> {
  const found = new Map<string, FoundValue>();
  const wanted = new Set(elements);
  for (const record of await unsafeListCasesOfApplicant(ctx, applicant, most)) {
    if (wanted.size === 0) break;
    if (!await limit.allows(record)) continue;
    for (const [element, value] of await readCase(ctx, record, wanted)) {
      found.set(element, { value, source: `${pastCases}“${record.itemName}”`, asOf: chinaDate(record.submittedAt), typed: true });
      wanted.delete(element);
    }
  }
  return {
    find: (element, source) => (source.kind === 'past-case' ? found.get(element.code) : undefined),
    notes: found.size === 0 ? [{ tone: 'info', message: '以往的办件里没有可以填入的内容。' }] : [], failed: [],
  };
}

async function readCase(ctx: Context, record: CaseRecord, wanted: ReadonlySet<string>): Promise<[string, unknown][]> {
  const form = getForm(await getPinnedVersion(ctx, record.itemVersionId), record.formKey);
  // Publishing has checked the definition against the model; a pinned version does not change.
  const fields = listFields(form.definition as FormDefinition).filter(isFillable).filter(({ dataElement }) => wanted.has(dataElement));
  if (fields.length === 0) return [];
  const answers = await readAnswers(ctx, record);
  return fields.flatMap(({ id, dataElement }): [string, unknown][] => (sameAnswer(answers[id], undefined) ? [] : [[dataElement, answers[id]]]));
}
