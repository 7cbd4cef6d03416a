import type { Context } from '../../kernel/context.ts';
import type { WriteBatch } from '../../kernel/db/index.ts';
import { addOrganization } from '../../kernel/organization/index.ts';
import { demoDepartments, districtRegion } from '../content/index.ts';

/** An organisation of the demonstration. */
export interface SeededOrganization {
  id: string;
  path: string;
}

/** Adds the district's government, its departments and its service hall to the batch; gives them by short name. */
export function addDemoOrganizations(ctx: Context, batch: WriteBatch): Map<string, SeededOrganization> {
  const validFrom = '2019-03-01';
  const government = addOrganization(ctx, batch, { parent: null, name: '广安市广安区人民政府', shortName: '区政府', kind: 'government', regionCode: districtRegion, validFrom });
  const seeded = new Map<string, SeededOrganization>([['区政府', government]]);
  for (const { name, shortName, code } of demoDepartments) {
    seeded.set(shortName, addOrganization(ctx, batch, { parent: government, name, shortName, code, kind: 'department', regionCode: districtRegion, validFrom }));
  }
  seeded.set('区卫健局', addOrganization(ctx, batch, { parent: government, name: '广安市广安区卫生健康局', shortName: '区卫健局', kind: 'department', regionCode: districtRegion, validFrom }));
  const approval = seeded.get('区行政审批局') ?? government;
  seeded.set('区政务服务中心', addOrganization(ctx, batch, { parent: approval, name: '广安市广安区政务服务中心', shortName: '区政务服务中心', kind: 'hall', regionCode: districtRegion, validFrom }));
  return seeded;
}
