import { describe, expect, test } from 'vitest';
import { findAssignmentFault, findMisplacedPermission, type SeparatedRole } from './separation-of-duties.ts';

const role = (code: string, administration: SeparatedRole['administration'] = null): SeparatedRole => ({ code, name: code, administration });
const system = role('系统管理员', 'system');
const security = role('安全管理员', 'security');
const audit = role('审计管理员', 'audit');
const clerk = role('窗口受理员');
const reviewer = role('审查员');

describe('三员分立（ORG-04）', () => {
  test.each<[string, SeparatedRole[], SeparatedRole, string | undefined]>([
    ['没有角色的人可任系统管理员', [], system, undefined],
    ['业务角色可以兼任', [clerk], reviewer, undefined],
    ['系统管理员不能兼安全管理员', [system], security, 'access.administrators-exclude-each-other'],
    ['安全管理员不能兼审计管理员', [security], audit, 'access.administrators-exclude-each-other'],
    ['审计管理员不能兼系统管理员', [audit], system, 'access.administrators-exclude-each-other'],
    ['管理员不能兼业务', [audit], clerk, 'access.administrator-without-business'],
    ['有业务角色的人不能任管理员', [clerk, reviewer], security, 'access.administrator-without-business'],
    ['同一员的另一个角色可以', [system], role('运维系统管理员', 'system'), undefined],
  ])('%s', (_name, held, added, code) => {
    expect(findAssignmentFault(held, added)?.code).toBe(code);
  });

  const permission = (administration: SeparatedRole['administration'], everyStaff = false) => ({ code: 'x', administration, everyStaff });
  test.each([
    ['业务角色含业务权限', null, permission(null), false],
    ['业务角色含管理权限', null, permission('system'), true],
    ['审计管理员含审计权限', 'audit' as const, permission('audit'), false],
    ['审计管理员含授权权限', 'audit' as const, permission('security'), true],
    ['系统管理员含业务权限', 'system' as const, permission(null), true],
    ['人人都有的权限可放进任何角色', 'system' as const, permission(null, true), false],
  ])('%s', (_name, administration, one, misplaced) => {
    expect(findMisplacedPermission(administration, [one]) !== undefined).toBe(misplaced);
  });
});
