import { readHolders } from '../../../kernel/access/list-holders.ts';
import type { Context } from '../../../kernel/context.ts';
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

const permissionsFor = (step: string): string[] => ['cases.case.view', needed[step] ?? []].flat();

/** Organisations that a decision must not leave, with how they are called; none for another step (行政许可法第二十二条). */
async function authorityOf(ctx: Context, { step, candidates }: Pick<Handover, 'step' | 'candidates'>, itemVersionId: string) {
  if (step !== 'decision') return undefined;
  const { decision } = partsOf((await getPinnedVersion(ctx, itemVersionId)).elements);
  const directory = await readDirectory(ctx);
  const authority = directory.places.get(decision);
  return authority && { directory, name: placeName(authority), organisations: [decision, ...candidates.flatMap(({ organisation }) => organisation ?? [])] };
}

/** Officers whom `checkHandover` would not refuse. */
export async function listTakers(ctx: Context, task: Pick<Handover, 'subjectId' | 'step' | 'candidates'>): Promise<readonly string[] | undefined> {
  const record = await unsafeFindCase(ctx, task.subjectId);
  if (!record) return undefined;
  const [able = new Map<string, string>(), ...rest] = await Promise.all(permissionsFor(task.step).map(async (permission) => (await readHolders(ctx, permission)).inOwn(record.regionCode)));
  const authority = await authorityOf(ctx, task, record.itemVersionId);
  const within = (path: string): boolean => authority === undefined || authority.organisations.some((id) => path.includes(`/${id}/`));
  return [...able].filter(([id, path]) => rest.every((holders) => holders.has(id)) && within(path)).map(([id]) => id);
}

/**
 * Refuses to pass a task of a case to an officer who could not do it, and a decision to one outside its authority (行政许可法第二十二条).
 * Other steps may go to any department: the officer who has them answers for it. @throws dispatch.handover-unable, dispatch.target-authority
 */
export async function checkHandover(ctx: Context, { subjectId, name, step, candidates, to }: Handover): Promise<void> {
  const record = await unsafeFindCase(ctx, subjectId);
  if (!record) return;
  for (const permission of permissionsFor(step)) {
    const holders = await readHolders(ctx, permission, to.id);
    if (!holders.inOwn(record.regionCode).has(to.id)) throw fail('dispatch.handover-unable', { name: to.name, task: name });
  }
  const authority = await authorityOf(ctx, { step, candidates }, record.itemVersionId);
  if (authority && !await staysWithin(ctx, authority.directory, [{ person: to.id }], authority.organisations)) throw fail('dispatch.target-authority', { name: authority.name });
}
