import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { Track } from '../contract.ts';
import { findingClosed, findingOpened } from '../events.ts';
import type { ItemQualityTables } from '../tables.ts';
import type { CheckRow } from './check-row.ts';
import type { FindingChanges, StandingFinding } from './compare-findings.ts';

/** What a check of one track of an item leads to. */
export interface CheckedItem {
  readonly itemId: string;
  readonly track: Track;
  readonly versionId: string;
  /** It was never checked before, so what is found is no news. */
  readonly first: boolean;
  /** The new row, when anything about it is different. */
  readonly check: CheckRow | undefined;
  readonly changes: FindingChanges;
}

/** Adds the outcome of checks to a batch: rows, and events about what was opened and closed. */
export function writeChecks(ctx: Context, batch: WriteBatch, checked: readonly CheckedItem[]): void {
  const now = ctx.kernel.clock.now();
  const opened = checked.flatMap(({ itemId, track, changes }) => changes.opened.map((finding) =>
    ({ id: createId(), itemId, track, ...finding, openedAt: now, closedAt: null, rectificationId: null })));
  writesFor<ItemQualityTables>(batch).insert('itemQuality.finding', opened, 'nothing');
  const different = checked.flatMap(({ changes }) => [...changes.changed.map((row) => toColumns(row, null)), ...changes.closed.map((row) => toColumns(row, now))]);
  if (different.length > 0) batch.call('item_quality.change_findings(?::json)', [JSON.stringify(different)]);
  const checks = checked.flatMap(({ check }) => check ?? []);
  if (checks.length > 0) batch.call('item_quality.save_checks(?::json)', [JSON.stringify(checks.map(checkColumns))]);
  for (const one of checked) tell(ctx, batch, one);
}

function toColumns(row: StandingFinding, closedAt: Date | null): Record<string, unknown> {
  return {
    id: row.id, version_id: row.versionId, version_number: row.versionNumber, severity: row.severity, message: row.message, state: row.state,
    organization_id: row.organizationId, organization_path: row.organizationPath, region_code: row.regionCode, closed_at: closedAt,
  };
}

function checkColumns(row: CheckRow): Record<string, unknown> {
  return {
    item_id: row.itemId, track: row.track, version_id: row.versionId, version_number: row.versionNumber, revision: row.revision, name: row.name,
    local_task_code: row.localTaskCode, organization_id: row.organizationId, organization_name: row.organizationName, organization_path: row.organizationPath,
    region_code: row.regionCode, guide_errors: row.guideErrors, material_errors: row.materialErrors, warnings: row.warnings, accepted: row.accepted,
    active: row.active, checked_at: row.checkedAt,
  };
}

function tell(ctx: Context, batch: WriteBatch, { itemId, track, versionId, first, changes }: CheckedItem): void {
  const publish = (type: string, findings: readonly { rule: string }[]): void => {
    if (findings.length === 0) return;
    const rules = [...new Set(findings.map(({ rule }) => rule))];
    publishEvent(ctx, batch, { type, aggregateType: 'item', aggregateId: itemId, data: { itemId, versionId, track, rules } });
  };
  if (!first) publish(findingOpened, changes.opened);
  publish(findingClosed, changes.closed);
}
