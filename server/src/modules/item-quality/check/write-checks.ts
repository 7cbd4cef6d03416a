import type { Context } from '../../../kernel/context.ts';
import { createId, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { Track } from '../contract.ts';
import { findingClosed, findingOpened } from '../events.ts';
import type { CheckRow } from './check-row.ts';
import type { FindingChanges, FindingPlace, StandingFinding } from './compare-findings.ts';

/** What a check of one track of an item leads to. */
export interface CheckedItem {
  readonly itemId: string;
  readonly track: Track;
  readonly versionId: string;
  /** Where what it opens stands. */
  readonly place: FindingPlace;
  /** It was never checked before, so what is found is no news. */
  readonly first: boolean;
  /** The new row, when anything about it is different. */
  readonly check: CheckRow | undefined;
  readonly changes: FindingChanges;
}

/** Adds the outcome of checks to a batch: rows, and events about what was opened and closed. */
export function writeChecks(ctx: Context, batch: WriteBatch, checked: readonly CheckedItem[]): void {
  const now = ctx.kernel.clock.now();
  const opened = checked.flatMap((one) => (one.changes.opened.length === 0 ? [] : [openedColumns(one, now)]));
  if (opened.length > 0) batch.call('item_quality.open_findings(?::json)', [JSON.stringify(opened)]);
  const different = checked.flatMap(({ changes }) => [...changes.changed.map((row) => toColumns(row, null)), ...changes.closed.map((row) => toColumns(row, now))]);
  if (different.length > 0) batch.call('item_quality.change_findings(?::json)', [JSON.stringify(different)]);
  const checks = checked.flatMap(({ check }) => check ?? []);
  if (checks.length > 0) batch.call('item_quality.save_checks(?::json)', [JSON.stringify(checks.map(checkColumns))]);
  for (const one of checked) tell(ctx, batch, one);
}

/** The findings of a version with what they share, which a first check of a long list would otherwise send six times. */
function openedColumns({ itemId, track, place, changes }: CheckedItem, openedAt: Date): Record<string, unknown> {
  return {
    item_id: itemId, track, version_id: place.versionId, version_number: place.versionNumber, organization_id: place.organizationId,
    organization_path: place.organizationPath, region_code: place.regionCode, opened_at: openedAt,
    findings: changes.opened.map(({ rule, ruleGroup, path, severity, message, state }) => ({ id: createId(), rule, rule_group: ruleGroup, path, severity, message, state })),
  };
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
    active: row.active, checked_at: row.checkedAt, basis: row.basis, refers_to: row.refersTo,
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
