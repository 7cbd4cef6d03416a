import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { Candidate } from '../../../kernel/workflow/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import type { DispatchTables } from '../tables.ts';
import { placeName, type Directory } from './directory.ts';
import type { RuleRun, Trouble } from './run-rules.ts';

export type RecordRow = Selectable<DispatchTables['dispatch.record']>;

/** What a record says of the case it belongs to. */
export type AboutCase = Pick<RecordRow, 'caseId' | 'caseNumber' | 'itemId' | 'itemName' | 'organizationId' | 'organizationName' | 'organizationPath' | 'regionCode'>;

export function aboutCase(record: CaseRecord, organizationPath: string): AboutCase {
  const { id, number, itemId, itemName, organizationId, organizationName, regionCode } = record;
  return { caseId: id, caseNumber: number, itemId, itemName, organizationId, organizationName, organizationPath, regionCode };
}

/** The columns that say where a task waits: of several candidates the first stands for all. */
export function targetColumns({ places, posts }: Directory, [first]: readonly Candidate[]): Pick<RecordRow, 'targetOrganizationId' | 'targetOrganizationName' | 'targetOrganizationPath' | 'targetPostCode' | 'targetPostName'> {
  const place = first?.organisation === undefined ? undefined : places.get(first.organisation);
  const post = first?.post === undefined ? undefined : posts.get(first.post);
  return {
    targetOrganizationId: place?.id ?? null, targetOrganizationName: place ? placeName(place) : null, targetOrganizationPath: place?.path ?? null,
    targetPostCode: first?.post ?? null, targetPostName: post?.name ?? null,
  };
}

/** The columns that say by which rule, or what was wrong with it. */
export function ruleColumns(run: RuleRun | undefined, trouble: Trouble | undefined): Pick<RecordRow, 'reasonCode' | 'reason' | 'ruleSetId' | 'ruleSetName' | 'versionId' | 'versionNumber' | 'ruleRows' | 'ruleNote'> {
  return {
    reasonCode: trouble?.code ?? null, reason: trouble?.words ?? null, ruleSetId: run?.rules.ruleSetId ?? null, ruleSetName: run?.rules.name ?? null,
    versionId: run?.rules.versionId ?? null, versionNumber: run?.rules.number ?? null, ruleRows: run ? [...run.rows] : [], ruleNote: run?.note ?? null,
  };
}

/** Adds a record of a dispatch to the batch that makes it; the platform's own unless somebody is named. */
export function addRecord(ctx: Context, batch: WriteBatch, row: Omit<RecordRow, 'id' | 'at' | 'current' | 'byId' | 'byName'> & { by?: { id: string; name: string } }): void {
  const { by, ...columns } = row;
  writesFor<DispatchTables>(batch).insert('dispatch.record', {
    ...columns, id: createId(), at: ctx.kernel.clock.now(), current: true, byId: by?.id ?? null, byName: by?.name ?? null,
  });
}
