import { readHolders } from '../../../kernel/access/list-holders.ts';
import type { Context } from '../../../kernel/context.ts';
import { getStaffMember } from '../../../kernel/organization/index.ts';
import type { Handover } from '../../../kernel/workflow/index.ts';
import { partsOf, unsafeFindCase } from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import { placeName, readDirectory } from './directory.ts';
import { staysWithin } from './resolve-target.ts';

/** What an officer needs to do a step, beside seeing the case; any officer may take another step. */
const needed: Readonly<Record<string, string>> = {
  acceptance: 'intake.case.accept', review: 'handling.case.review', decision: 'handling.case.conclude', delivery: 'handling.case.deliver',
};

/**
 * Refuses to pass a task of a case to an officer who could not do it, and a decision to one outside its authority (行政许可法第二十二条).
 * Other steps may go to any department: the officer who has them answers for it. @throws dispatch.handover-unable, dispatch.target-authority
 */
export async function checkHandover(ctx: Context, { subjectId, name, step, candidates, to }: Handover): Promise<void> {
  const record = await unsafeFindCase(ctx, subjectId);
  if (!record) return;
  const { organizationPath } = await getStaffMember(ctx, to.id);
  for (const permission of ['cases.case.view', needed[step] ?? []].flat()) {
    const holders = await readHolders(ctx, permission, to.id);
    if (holders.over({ organizationPath, regionCode: record.regionCode }, 1).length === 0) throw fail('dispatch.handover-unable', { name: to.name, task: name });
  }
  if (step !== 'decision') return;
  const { decision } = partsOf((await getPinnedVersion(ctx, record.itemVersionId)).elements);
  const directory = await readDirectory(ctx);
  const authority = directory.places.get(decision);
  const meant = candidates.flatMap(({ organisation }) => organisation ?? []);
  if (authority && !await staysWithin(ctx, directory, [{ person: to.id }], [decision, ...meant])) throw fail('dispatch.target-authority', { name: placeName(authority) });
}
