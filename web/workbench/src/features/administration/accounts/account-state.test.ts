import type { StaffAccount } from '@tongban/server/src/kernel/identity/contract.ts';
import { describe, expect, it } from 'vitest';
import { actionsFor, stateOf } from './account-state.ts';

const account: StaffAccount = {
  staffId: '1', accountName: 'chen.li', name: '陈立', organization: { id: '2', name: '区民政局' }, posts: [], roles: [], administration: null, suspended: false, locked: false,
  totpBound: true, mustChangePassword: false, validTo: null, createdAt: '2026-11-20T02:00:00.000Z', lastSignInAt: null,
};

describe('账号的状态和能做的事（IDN-04, IDN-06）', () => {
  it.each<[string, Partial<StaffAccount>, string, string[]]>([
    ['正常', {}, '正常', ['reset-password', 'reset-totp', 'suspend', 'leave']],
    ['锁定', { locked: true }, '锁定中', ['unlock', 'reset-password', 'reset-totp', 'suspend', 'leave']],
    ['刚开通', { mustChangePassword: true, totpBound: false }, '待改初始密码', ['reset-password', 'suspend', 'leave']],
    ['重置过动态口令', { totpBound: false }, '未绑定动态口令', ['reset-password', 'suspend', 'leave']],
    ['停用，哪怕还锁着', { suspended: true, locked: true }, '已停用', ['resume', 'leave']],
    ['安全管理员，密码不由系统管理员重置（ORG-04）', { administration: 'security' }, '正常', ['suspend', 'leave']],
    ['审计管理员锁定', { administration: 'audit', locked: true }, '锁定中', ['unlock', 'suspend', 'leave']],
    ['另一位系统管理员', { administration: 'system' }, '正常', ['reset-password', 'reset-totp', 'suspend', 'leave']],
    ['离任', { suspended: true, validTo: '2026-11-20' }, '已离任', []],
  ])('%s', (_name, change, label, actions) => {
    expect(stateOf({ ...account, ...change }).label).toBe(label);
    expect(actionsFor({ ...account, ...change })).toEqual(actions);
  });
});
