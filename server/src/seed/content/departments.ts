import { organizationCodeCheckCharacter, unifiedSocialCreditCheckCharacter } from '@tongban/identifiers';
import type { DepartmentName } from './seed-types.ts';

/** The demonstration district: 四川省广安市广安区. */
export const districtRegion = '511602000000';

/** A department of the demonstration district; codes are well-formed but belong to nobody. */
export interface DemoDepartment {
  readonly name: string;
  readonly shortName: DepartmentName;
  readonly code: string;
}

function creditCode(serial: number): string {
  const organization = `MB9X${String(serial).padStart(4, '0')}`;
  const first17 = `11511602${organization}${organizationCodeCheckCharacter(organization)}`;
  return first17 + unifiedSocialCreditCheckCharacter(first17);
}

const names: readonly (readonly [DepartmentName, string])[] = [
  ['区住建局', '广安市广安区住房和城乡建设局'], ['区公安分局', '广安市公安局广安区分局'], ['区市监局', '广安市广安区市场监督管理局'],
  ['区行政审批局', '广安市广安区行政审批局'], ['区人社局', '广安市广安区人力资源和社会保障局'], ['区综合执法局', '广安市广安区综合行政执法局'],
  ['区交通运输局', '广安市广安区交通运输局'], ['区民政局', '广安市广安区民政局'], ['区应急管理局', '广安市广安区应急管理局'], ['区自然资源局', '广安市广安区自然资源和规划局'],
];

/** Departments that handle the items of this folder. */
export const demoDepartments: readonly DemoDepartment[] = names.map(([shortName, name], index) =>
  ({ shortName, name, code: creditCode(index + 1) }));

/** @throws when the department is not one of the demonstration district */
export function getDemoDepartment(shortName: DepartmentName): DemoDepartment {
  const found = demoDepartments.find((department) => department.shortName === shortName);
  if (!found) throw new Error(`no demonstration department ${shortName}`);
  return found;
}
