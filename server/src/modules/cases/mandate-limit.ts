import type { Context } from '../../kernel/context.ts';
import { getPinnedVersion } from '../catalog/index.ts';
import { unsafeFindCase, type CaseRecord } from './record.ts';

/** How far an agent's mandate reaches into what the principal has done before. */
export interface MandateLimit {
  allows: (record: Pick<CaseRecord, 'itemVersionId'>) => Promise<boolean>;
  /** Whether what a case led to may be read; what came from no case may. */
  allowsCase: (caseId: string | null) => Promise<boolean>;
}

/** An agent whose mandate names task types sees the principal's cases of these alone; everybody else sees all of the applicant's (IDN-03). */
export function mandateLimit(ctx: Context): MandateLimit {
  const categories = ctx.actor.kind === 'person' ? ctx.actor.actingFor?.itemCategories : undefined;
  const allows: MandateLimit['allows'] = async ({ itemVersionId }) => categories === undefined || categories.includes((await getPinnedVersion(ctx, itemVersionId)).elements.taskType);
  return {
    allows,
    async allowsCase(caseId) {
      if (categories === undefined || caseId === null) return true;
      const record = await unsafeFindCase(ctx, caseId);
      return record !== undefined && allows(record);
    },
  };
}
