import type { ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { ratingLevelNames } from '../../ratings/contract.ts';
import { readBadOptions } from '../../ratings/index.ts';
import { readMatterList } from '../../stuck-matters/index.ts';
import { findingSourceLabels, type FindingSource, type listFindings as operation } from '../rules.contract.ts';
import { spotPoints, type SpotPoint } from '../spot-checks.contract.ts';
import { findingOf } from './findings.ts';

/** Everything that rules of kind `verified` can wait for: points of spot checks, options of bad ratings and root causes of 办不成事, also those out of use. */
export async function listFindings(ctx: Context): Promise<ResponseOf<typeof operation>> {
  const [options, causes] = await Promise.all([readBadOptions(ctx.kernel), readMatterList(ctx.kernel, 'cause')]);
  const group = (source: FindingSource, items: readonly { code: string; name: string; active: boolean }[]) =>
    ({ source, label: findingSourceLabels[source], items: items.map(({ code, name, active }) => ({ finding: findingOf(source, code), name, active })) });
  return { sources: [
    group('spot-check', (Object.keys(spotPoints) as SpotPoint[]).map((code) => ({ code, name: `“${spotPoints[code]}”有问题`, active: true }))),
    group('rating', options.map(({ code, text, level, active }) => ({ code, name: `${text}（${ratingLevelNames[level]}）`, active }))),
    group('stuck-matter', causes),
  ] };
}
