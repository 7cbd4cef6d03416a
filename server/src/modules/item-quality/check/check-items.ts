import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, WriteBatch } from '../../../kernel/db/index.ts';
import { checkVersions, referencesOf, type CheckedVersion, type RuleSet, type VersionToCheck } from '../../catalog/index.ts';
import type { Track } from '../contract.ts';
import { compareFindings, type FindingChanges, type FindingPlace, type StandingFinding } from './compare-findings.ts';
import { buildCheckRow, isSameCheck, type CheckRow } from './check-row.ts';
import { reportedRule } from '../reported-finding.ts';
import { knowReferences } from './know-references.ts';
import { writeChecks, type CheckedItem } from './write-checks.ts';

export interface CheckSummary {
  readonly opened: number;
  readonly closed: number;
  /** Orders that lost a finding. */
  readonly rectificationIds: readonly string[];
}

/**
 * Checks what some items offer and prepare, and brings their findings up to date in one statement (CAT-04); `also` adds to it.
 * Safe to run twice and side by side: a finding that stands already is not opened again.
 */
export async function checkItems(ctx: Context, itemIds: readonly string[], rules: RuleSet, versions: readonly VersionToCheck[], also?: Also): Promise<CheckSummary> {
  return saveChanges(ctx, await findChanges(ctx, itemIds, rules, versions), also);
}

/** What adds to the statement that saves a check. */
export type Also = (batch: WriteBatch, summary: CheckSummary) => void;

/** Checks items against what is known of them, and writes nothing. */
export async function findChanges(ctx: Context, itemIds: readonly string[], rules: RuleSet, versions: readonly VersionToCheck[]): Promise<CheckedItem[]> {
  const [found, standing, checks] = await Promise.all([
    checkVersions(ctx.kernel, versions, rules, await knowReferences(ctx.kernel, versions.map(({ elements }) => referencesOf(elements)))), readStanding(ctx, itemIds), readChecks(ctx, itemIds),
  ]);
  const asked = new Set(rules.rules.filter(({ severity }) => severity !== 'off').map(({ rule }) => rule.id));
  return [
    ...versions.flatMap((version, index) => {
      const checked = found[index];
      return checked === undefined ? [] : [checkedVersion(ctx, version, checked, standing, checks, asked)];
    }),
    ...goneTracks(ctx, versions, standing, checks),
  ];
}

/** Writes what checks have found, and what `also` adds, in one statement. */
export async function saveChanges(ctx: Context, checked: readonly CheckedItem[], also?: Also): Promise<CheckSummary> {
  const batch = new WriteBatch();
  writeChecks(ctx, batch, checked);
  const summary = summarize(checked);
  also?.(batch, summary);
  await commit(ctx, batch);
  return summary;
}

type Standing = ReadonlyMap<string, readonly StandingFinding[]>;
type Checks = ReadonlyMap<string, CheckRow>;

const keyOf = (itemId: string, track: Track): string => `${itemId} ${track}`;

// A night reads hundreds of thousands of them: as text, since the builder takes longer to name their columns than to read them.
const standingText = `SELECT id, item_id, track, version_id, version_number, rule, path, severity, message, state, organization_id, organization_path, region_code, rectification_id
  FROM item_quality.finding WHERE item_id = ANY($1::uuid[]) AND closed_at IS NULL AND rule <> '${reportedRule}'`;
const checksText = 'SELECT * FROM item_quality.item_check WHERE item_id = ANY($1::uuid[])';

async function readStanding({ kernel: { db } }: Context, itemIds: readonly string[]): Promise<Standing> {
  const rows = itemIds.length === 0 ? [] : await readRowsAlone<StandingFinding & { itemId: string; track: Track }>(db, standingText, [itemIds]);
  const standing = new Map<string, StandingFinding[]>();
  for (const row of rows) {
    const key = keyOf(row.itemId, row.track);
    const of = standing.get(key);
    if (of) of.push(row);
    else standing.set(key, [row]);
  }
  return standing;
}

async function readChecks({ kernel: { db } }: Context, itemIds: readonly string[]): Promise<Checks> {
  const rows = itemIds.length === 0 ? [] : await readRowsAlone<CheckRow>(db, checksText, [itemIds]);
  return new Map(rows.map((row) => [keyOf(row.itemId, row.track), row]));
}

function checkedVersion(
  ctx: Context, version: VersionToCheck, found: CheckedVersion, standing: Standing, checks: Checks, asked: ReadonlySet<string>,
): CheckedItem {
  const track: Track = version.inUse ? 'in-use' : 'in-preparation';
  const before = checks.get(keyOf(version.itemId, track));
  const row = buildCheckRow(version, track, found, ctx.kernel.clock.now());
  const place = placeOf(version);
  return {
    itemId: version.itemId, track, versionId: version.versionId, place, first: before === undefined,
    check: before !== undefined && isSameCheck(before, row) ? undefined : row,
    changes: compareFindings(standing.get(keyOf(version.itemId, track)) ?? [], place, found.findings, asked),
  };
}

function placeOf({ versionId, versionNumber, organizationId, organizationPath, regionCode }: VersionToCheck): FindingPlace {
  return { versionId, versionNumber, organizationId, organizationPath, regionCode };
}

/** Tracks that have no version any more: the item was retired, or its draft was published. */
function goneTracks(ctx: Context, versions: readonly VersionToCheck[], standing: Standing, checks: Checks): CheckedItem[] {
  const present = new Set(versions.map(({ itemId, inUse }) => keyOf(itemId, inUse ? 'in-use' : 'in-preparation')));
  return [...checks].filter(([key, { active }]) => active && !present.has(key)).map(([key, row]) => {
    const changes: FindingChanges = { opened: [], changed: [], closed: (standing.get(key) ?? []).map((finding) => ({ ...finding, state: 'withdrawn' as const })) };
    return { itemId: row.itemId, track: row.track, versionId: row.versionId, place: row, first: false, check: { ...row, active: false, basis: null, checkedAt: ctx.kernel.clock.now() }, changes };
  });
}

function summarize(checked: readonly CheckedItem[]): CheckSummary {
  let [opened, closed] = [0, 0];
  const rectificationIds = new Set<string>();
  for (const { changes } of checked) {
    opened += changes.opened.length;
    closed += changes.closed.length;
    for (const { rectificationId } of [...changes.closed, ...changes.changed]) if (rectificationId !== null) rectificationIds.add(rectificationId);
  }
  return { opened, closed, rectificationIds: [...rectificationIds] };
}
