import { fileIdsIn, renameFiles } from '@tongban/form-model';
import type { WorkingCalendar } from '../../../kernel/calendar/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { copyFiles, nameCopies } from '../../../kernel/files/index.ts';
import { lettersOf, type CaseRecord, type StoredAgent } from '../../cases/index.ts';
import { fileApplication, type BundleChild, type Delivery, type DraftMaterial, type FilingParties, type StandingLicence } from '../../intake/index.ts';
import type { ChildRecord } from '../record.ts';

/** An item of an application that becomes a case, with what it takes of the one form and the one set of materials. */
export interface OpeningChild {
  readonly id: string;
  readonly child: BundleChild;
  readonly answers: Record<string, unknown>;
  readonly materials: readonly DraftMaterial[];
  readonly licences: readonly StandingLicence[];
}

export interface OpeningFor {
  readonly parties: FilingParties;
  readonly channel: string;
  readonly delivery: Delivery;
}

/** Adds the case of one item to the batch, an ordinary case like any other; it gets files of its own. */
export async function openChild(ctx: Context, batch: WriteBatch, calendar: WorkingCalendar, { parties, channel, delivery }: OpeningFor, opening: OpeningChild): Promise<CaseRecord> {
  const { child: { version, needs, substitutes }, materials, answers, licences } = opening;
  const copies = nameCopies([...materials.flatMap(({ files }) => files.map(({ id }) => id)), ...fileIdsIn(answers), ...lettersOf({ agent: parties.agent ?? null })]);
  const own = materials.map((entry) => ({ ...entry, files: entry.files.map((file) => ({ ...file, id: copies.get(file.id) ?? file.id })) }));
  const { opened } = await fileApplication(ctx, batch, calendar, { submissionKey: opening.id, parties: { ...parties, agent: withOwnLetter(parties.agent, copies) }, channel, version, needs, answers: renameFiles(answers, copies), materials: own, licences, substitutes, delivery });
  await copyFiles(ctx, batch, copies, { type: 'case', id: opened.id });
  return opened;
}

function withOwnLetter(agent: StoredAgent | null = null, copies: ReadonlyMap<string, string>): StoredAgent | null {
  if (!agent?.letter) return agent;
  return { ...agent, letter: { ...agent.letter, id: copies.get(agent.letter.id) ?? agent.letter.id } };
}

/** The columns of an item that has become a case. */
export function openedColumns(opened: CaseRecord): Pick<ChildRecord, 'state' | 'caseId' | 'caseNumber' | 'caseVersion' | 'caseStatus' | 'caseOutcome'> {
  return { state: 'opened', caseId: opened.id, caseNumber: opened.number, caseVersion: opened.version, caseStatus: opened.status, caseOutcome: opened.outcome };
}
