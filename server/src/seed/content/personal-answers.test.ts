import { listPlacedFields, listSensitivePaths } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { seedItems, widerItems } from './index.ts';

const forms = [...seedItems, ...widerItems].flatMap((item) => item.forms.map((form) => [`${item.elements.name}：${form.name}`, form.definition] as const));
/** What identifies or reaches a person. */
const personal: readonly string[] = ['mobile', 'residentId', 'identityDocument'];

describe('申请表里的证件号码和手机号码，经办人默认只看到一部分 (domain.md 脱敏，设计不变量 9)', () => {
  it('有表可查', () => {
    expect(forms.length).toBeGreaterThan(50);
  });

  it.each(forms)('%s', (_name, definition) => {
    const named = listPlacedFields(definition).filter(({ field }) => personal.includes(field.type));
    expect(named.filter(({ field }) => field.sensitive !== true).map(({ field }) => field.label)).toEqual([]);
    expect(listSensitivePaths(definition).length).toBeGreaterThanOrEqual(named.length);
  });
});
