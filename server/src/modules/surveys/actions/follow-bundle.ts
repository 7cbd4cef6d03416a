import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { readBundleProgress } from '../../bundles/index.ts';
import { stageOfBundle } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

/** Puts a bundle on the board as far as it has come now, under the department that leads it; off the board when it is not combed (CAT-13). Doing it again changes nothing. */
export async function followBundle(ctx: Context, bundleId: string, byName: string): Promise<void> {
  const db = tablesOf<SurveysTables>(ctx.kernel.db);
  const bundle = await readBundleProgress(ctx.kernel, bundleId);
  const stage = bundle && stageOfBundle(bundle.state);
  const leadId = bundle?.leadOrganizationId ?? null;
  const lead = leadId === null ? undefined : (await listOrganizationsById(ctx, [leadId])).get(leadId);
  if (!bundle || stage === undefined || !lead) {
    await db.deleteFrom('surveys.subject').where('id', '=', bundleId).where('kind', '=', 'bundle').execute();
    return;
  }
  const now = {
    name: bundle.name, organizationId: lead.id, organizationName: lead.name, organizationPath: lead.path, regionCode: lead.regionCode, stage,
    updatedAt: ctx.kernel.clock.now(), updatedByName: byName,
  };
  await db.insertInto('surveys.subject').values({ id: bundleId, kind: 'bundle', ...now, revision: 1 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ ...now, revision: eb('surveys.subject.revision', '+', 1) }))).execute();
}
