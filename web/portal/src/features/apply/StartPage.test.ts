import type { ActingChoice } from '@tongban/server/src/kernel/identity/contract.ts';
import { describe, expect, it } from 'vitest';
import { eligibleChoices } from './StartPage.tsx';

const choice = (kind: 'person' | 'company', basis: ActingChoice['basis'], itemCategories: string[] | null = null): ActingChoice =>
  ({ mandateId: `${kind}-${basis}-${itemCategories?.join() ?? 'all'}`, kind, id: 'x', name: 'x', basis, itemCategories, validUntil: null });

const all = [choice('company', 'legal-representative'), choice('company', 'granted', ['01']), choice('company', 'granted', ['20']), choice('person', 'granted')];

describe('能为谁申请', () => {
  it.each([
    ['企业事项，可以代理', { audiences: ['company' as const], agentAllowed: true, taskType: '01' }, ['company-legal-representative-all', 'company-granted-01']],
    ['企业事项，不可以代理', { audiences: ['company' as const], agentAllowed: false, taskType: '01' }, ['company-legal-representative-all']],
    ['个人事项', { audiences: ['person' as const], agentAllowed: true, taskType: '05' }, ['person-granted-all']],
    ['没有写服务对象', { audiences: [], agentAllowed: true, taskType: '20' }, ['company-legal-representative-all', 'company-granted-20', 'person-granted-all']],
  ])('%s', (_when, item, expected) => {
    expect(eligibleChoices(item, all).map((one) => one.mandateId)).toEqual(expected);
  });
});
