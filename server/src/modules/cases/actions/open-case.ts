import { composeCaseNumber } from '@tongban/identifiers';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { nextSerial } from '../../../kernel/numbering/index.ts';
import type { CaseRecord } from '../record.ts';
import { begin } from '../states.ts';
import type { CaseFile, CasesTables } from '../tables.ts';
import type { PinnedVersion } from '../../catalog/index.ts';
import { encryptAnswers } from '../answers.ts';
import { startCaseProcess } from '../case-process.ts';
import { participantsWith } from '../participants.ts';
import type { PostalAddress } from '../contract.ts';
import { encryptPostalAddress } from '../postal-address.ts';
import { recordAction } from './change-case.ts';

type Derived = 'postalAddressCipher' | 'id' | 'number' | 'version' | 'status' | 'outcome' | 'state' | 'supplementDueOn' | 'deliveryDueOn' | 'closedAt' | 'ratedAt' | 'result' | 'updatedAt' | 'submittedAt' | 'processInstanceId';

/** One material as it enters a case. */
export interface SubmittedMaterial {
  key: string;
  name: string;
  source: CasesTables['cases.material']['source'];
  files: CaseFile[];
  licence: CasesTables['cases.material']['licence'];
}

export interface NewCase extends Omit<CaseRecord, Derived> {
  /** The version whose process starts. */
  itemVersion: PinnedVersion;
  /** Two digits, part of the number. */
  taskType: string;
  /** To whom and where the result is to be posted; stored encrypted. */
  postalAddress: PostalAddress | undefined;
  /** Answers of the form; stored encrypted. */
  answers: Record<string, unknown>;
  materials: readonly SubmittedMaterial[];
  /** Said of the filing on the record of the case. */
  opinion?: string | undefined;
}

/** Adds the materials of one round to a case. */
export function addMaterials(batch: WriteBatch, caseId: string, round: number, materials: readonly SubmittedMaterial[]): void {
  writesFor<CasesTables>(batch).insert('cases.material', materials.map((material) => ({ id: createId(), caseId, round, ...material })));
}

/** Encrypts and adds the answers of one round to a case; earlier rounds stay readable. */
export function addAnswers(ctx: Context, batch: WriteBatch, caseId: string, round: number, answers: Record<string, unknown>): void {
  const cipher = encryptAnswers(ctx, caseId, round, answers);
  writesFor<CasesTables>(batch).insert('cases.answers', { caseId, round, cipher, at: ctx.kernel.clock.now() });
}

/**
 * Adds a new case with its first action and the first tasks of its process to the batch and gives it; nothing exists until the batch is committed.
 * `submissionKey` is unique: a second submission of the same draft breaks the constraint `case_submission_key`.
 */
export async function openCase(ctx: Context, batch: WriteBatch, input: NewCase): Promise<CaseRecord> {
  const { taskType, answers, materials, itemVersion, postalAddress, opinion, ...columns } = input;
  const now = ctx.kernel.clock.now();
  const on = chinaDate(now);
  const action = { type: 'submit' as const, on };
  const state = begin(on);
  const id = createId();
  const serial = await nextSerial(ctx.kernel, 'cases.number_block');
  const opened: CaseRecord = {
    ...columns, processInstanceId: null, id, version: 1, status: state.status, outcome: null, state,
    number: composeCaseNumber({ regionCode6: columns.regionCode.slice(0, 6), date: on, taskType, sequence: serial }),
    postalAddressCipher: postalAddress === undefined ? null : encryptPostalAddress(ctx, id, postalAddress),
    supplementDueOn: null, deliveryDueOn: null, closedAt: null, ratedAt: null, result: null, submittedAt: now, updatedAt: now,
  };
  const { instanceId, joint } = await startCaseProcess(ctx, batch, opened, itemVersion, answers);
  const record = { ...opened, processInstanceId: instanceId, participantPaths: await participantsWith(ctx, opened, itemVersion.elements, joint) };
  writesFor<CasesTables>(batch).insert('cases.case', record);
  addAnswers(ctx, batch, record.id, 0, answers);
  addMaterials(batch, record.id, 0, materials);
  recordAction(ctx, batch, record, { step: action, ...(opinion === undefined ? {} : { opinion }), detail: { channel: record.channel } });
  return record;
}
