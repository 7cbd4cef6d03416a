import type { Context } from '../../kernel/context.ts';
import { listDictionaries } from '../../kernel/dictionary/index.ts';
import { listLicenceTypes } from '../licences/index.ts';
import { fail } from './errors.ts';
import type { MaterialContent } from './library.contract.ts';

const listOf = { type: 'material-type', form: 'material-form', necessity: 'material-necessity', source: 'material-source' } as const;

/** Refuses codes outside their lists and licence types that are not in the licence catalogue. @throws materials.unknown-code, materials.unknown-licence-type */
export async function checkContents(ctx: Context, contents: readonly MaterialContent[]): Promise<void> {
  const lists = await listDictionaries(ctx.kernel, Object.values(listOf));
  for (const field of ['type', 'form', 'necessity', 'source'] as const) {
    const list = lists.get(listOf[field]);
    const known = new Set(list?.entries.filter(({ active }) => active).map(({ code }) => code));
    const wrong = contents.find((content) => !known.has(content[field]));
    if (wrong) throw fail('materials.unknown-code', { code: wrong[field], list: list?.name ?? listOf[field] });
  }
  await checkLicenceTypes(ctx, contents.flatMap(({ licenceTypes }) => licenceTypes));
}

/** @throws materials.unknown-licence-type */
export async function checkLicenceTypes(ctx: Context, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const known = new Set((await listLicenceTypes(ctx.kernel)).map(({ code }) => code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) throw fail('materials.unknown-licence-type', { code: unknown });
}

/** What a material must say before departments may rest on it. @throws materials.incomplete */
export function requireComplete({ acceptanceStandard, source, issuingAuthority }: MaterialContent): void {
  const missing = [
    ...(acceptanceStandard?.trim() ? [] : ['受理标准']),
    ...(source === '20' && !issuingAuthority?.trim() ? ['出具机构'] : []),
  ];
  if (missing.length > 0) throw fail('materials.incomplete', { fields: missing.join('、') });
}
