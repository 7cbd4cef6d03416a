import type { Context } from '../../kernel/context.ts';
import type { ElementContent } from '../../modules/data-elements/contract.ts';
import { addElement, readElements } from '../../modules/data-elements/index.ts';

const licence = (licenceType: string, value: string): ElementContent['sources'][number] => ({ kind: 'licence', licenceType, value });
const plain = { minLength: null, maxLength: null, dictionary: null, sensitivity: 'general', databaseField: null } as const;

/** Data elements of the demonstration's own licences, which its forms are bound to. */
const demonstrationElements: readonly { code: string; content: ElementContent }[] = [
  { code: 'licence.labour-dispatch-licence.number', content: { ...plain, name: '劳务派遣经营许可证编号', definition: '', type: 'text', format: '', sources: [licence('labour-dispatch-licence', 'number'), { kind: 'past-case' }] } },
  { code: 'licence.labour-dispatch-licence.validTo', content: { ...plain, name: '劳务派遣经营许可证有效期至', definition: '', type: 'date', format: '年月日', sources: [licence('labour-dispatch-licence', 'validTo')] } },
];

/** Adds those that the dictionary does not have; what somebody has changed stays. */
export async function seedDataElements(ctx: Context): Promise<void> {
  const known = new Set((await readElements(ctx, demonstrationElements.map(({ code }) => code))).map(({ code }) => code));
  for (const { code, content } of demonstrationElements) if (!known.has(code)) await addElement(ctx, code, content);
}
