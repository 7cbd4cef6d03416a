import type { FormDefinition } from '@tongban/form-model';
import { listFields } from '@tongban/form-model';
import { maskAddress, maskIdNumber, maskName } from '@tongban/identifiers';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findUsableLicences, type Holder, type UsableLicence } from '../../licences/index.ts';
import type { FieldKind } from '../catalogue.contract.ts';
import type { DocumentTypeRecord } from '../queries/type-record.ts';

/** An answer of the form that is a known data element. */
export interface KnownAnswer { element: string; label: string; value: string }

/** What a material is compared with. */
export interface KnownValues { answers: readonly KnownAnswer[]; licences: readonly UsableLicence[]; today: string }

/** The answers of a form by data element; identity documents count by their number. */
export function answersByElement(definition: FormDefinition, answers: Readonly<Record<string, unknown>>): KnownAnswer[] {
  return listFields(definition).flatMap(({ id, label, dataElement }): KnownAnswer[] => {
    const answer = answers[id];
    if (dataElement === undefined || answer === undefined || answer === null || answer === '') return [];
    if (typeof answer === 'object') {
      const number = (answer as { number?: unknown }).number;
      return typeof number === 'string' && number !== '' ? [{ element: 'person.idNumber', label, value: number }] : [];
    }
    return [{ element: dataElement, label, value: String(answer) }];
  });
}

/** Reads what the materials of an application are compared with. */
export async function readKnownValues(
  ctx: Context, { definition, answers, holder }: { definition: FormDefinition; answers: Readonly<Record<string, unknown>>; holder: Holder }, types: readonly DocumentTypeRecord[],
): Promise<KnownValues> {
  const licences = await findUsableLicences(ctx, holder, types.flatMap(({ content }) => content.licenceTypes));
  return { answers: answersByElement(definition, answers), licences, today: chinaDate(ctx.kernel.clock.now()) };
}

/** A value as those see it who need not know it in full. */
export function maskValue(kind: FieldKind, value: string): string {
  switch (kind) {
    case 'name': return maskName(value);
    case 'resident-id': return maskIdNumber(value);
    case 'address': return maskAddress(value);
    default: return value;
  }
}
