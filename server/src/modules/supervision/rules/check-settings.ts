import type { Context } from '../../../kernel/context.ts';
import { findRegion, listOrganizationsById } from '../../../kernel/organization/index.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import { kindsOfRules, thresholdNames, type RuleSettings } from '../rules.contract.ts';
import type { RuleRow } from '../signals/subject.ts';
import { listFindings } from './list-findings.ts';

export type RuleColumns = Omit<RuleRow, 'id' | 'ruleNo' | 'version' | 'changedAt' | 'changedBy'>;

/**
 * The columns of what a supervisor set: thresholds and findings of the kind alone, those left open as usual, and the names of where it holds.
 * @throws supervision.bad-threshold, supervision.findings-missing, supervision.unknown-finding, supervision.bad-scope, supervision.bad-period
 */
export async function checkSettings(ctx: Context, settings: RuleSettings): Promise<RuleColumns> {
  const { regionCode, organizationId, itemId, validFrom, validTo } = settings;
  if (validFrom !== null && validTo !== null && validTo < validFrom) throw fail('supervision.bad-period');
  const [region, organizations, item] = await Promise.all([
    regionCode === null ? undefined : findRegion(ctx, regionCode), listOrganizationsById(ctx, organizationId === null ? [] : [organizationId]),
    itemId === null ? undefined : getPublishedItem(ctx, itemId).catch(() => undefined),
  ]);
  const organization = organizationId === null ? undefined : organizations.get(organizationId);
  if (regionCode !== null && !region) throw fail('supervision.bad-scope', { what: '区划' });
  if (organizationId !== null && !organization) throw fail('supervision.bad-scope', { what: '部门' });
  if (itemId !== null && !item) throw fail('supervision.bad-scope', { what: '事项' });
  return {
    ...settings, name: settings.name.trim(), thresholds: thresholdsOf(settings), findings: await findingsOf(ctx, settings),
    organizationName: organization?.name ?? null, organizationPath: organization?.path ?? null, itemName: item?.elements.name ?? null,
  };
}

async function findingsOf(ctx: Context, { kind, findings }: RuleSettings): Promise<string[]> {
  if (kindsOfRules[kind].names !== 'findings') return [];
  if (findings.length === 0) throw fail('supervision.findings-missing');
  const known = new Set((await listFindings(ctx)).sources.flatMap(({ items }) => items.map(({ finding }) => finding)));
  if (findings.some((finding) => !known.has(finding))) throw fail('supervision.unknown-finding');
  return findings;
}

function thresholdsOf({ kind, thresholds }: RuleSettings): RuleSettings['thresholds'] {
  const own = kindsOfRules[kind].thresholds;
  const checked: RuleSettings['thresholds'] = {};
  for (const name of thresholdNames) {
    const threshold = own[name];
    if (!threshold) continue;
    const { label, usual, min, max } = threshold;
    const value = thresholds[name] ?? usual;
    if (value < min || value > max) throw fail('supervision.bad-threshold', { threshold: label, min, max });
    checked[name] = value;
  }
  return checked;
}
