import { setTimeout as delay } from 'node:timers/promises';
import { getCase, type CaseView } from '../../modules/cases/contract.ts';
import type { Receipt } from '../../modules/intake/contract.ts';
import { downloadLicence, getLicence, verifyLicenceCode, verifyLicenceFile } from '../../modules/licences/contract.ts';
import { rateCase } from '../../modules/ratings/contract.ts';
import { holdSpecialProcedure, workOn } from './handle.ts';
import type { Participant, People } from './people.ts';

/** What a journey came to. */
export interface CaseOutcome {
  number: string;
  item: string;
  status: string;
  /** Identifier of the licence, null where there is none. */
  licence: string | null;
  /** The public verification found the licence genuine, by code and by file, and an altered file altered. */
  verified: boolean;
  actions: string[];
}

/** Who handles a case, by account name, and whether a special procedure is held on the way. */
export interface Handlers {
  officers: readonly string[];
  special?: { examiner: string; decider: string };
}

const patience = 60;

async function look(applicant: Participant, caseId: string): Promise<CaseView> {
  return applicant.client.call(getCase, { params: { caseId } });
}

/** Lets the officers do their tasks, in turn, until the case is closed. */
async function handleUntilClosed(people: People, applicant: Participant, caseId: string, handlers: Handlers): Promise<string[]> {
  const done: string[] = [];
  let special = handlers.special;
  for (let round = 0; round < patience; round += 1) {
    for (const accountName of handlers.officers) {
      const { status } = await look(applicant, caseId);
      if (status === 'closed') return done;
      if (special && status === 'accepted') {
        const { examiner, decider } = special;
        special = undefined;
        done.push(...await holdSpecialProcedure(await people.officer(examiner), await people.officer(decider), caseId));
      }
      const officer = await people.officer(accountName);
      const action = await workOn(officer, caseId);
      if (action) done.push(`${officer.name} ${action}`);
    }
    await delay(200);
  }
  throw new Error(`办件没有在 ${patience} 轮内办结，停在 ${(await look(applicant, caseId)).tasks.map(({ name, handler }) => `${name}（${handler}）`).join('、')}`);
}

/** Waits for the licence, which follows from the decision's event. */
async function awaitLicence(applicant: Participant, caseId: string): Promise<CaseView['licence']> {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const { licence } = await look(applicant, caseId);
    if (licence) return licence;
    await delay(500);
  }
  return null;
}

/** Verifies as a stranger: by code, by file, and that one changed byte is found. */
async function verify(people: People, applicant: Participant, licenceId: string): Promise<boolean> {
  const { identifier } = await applicant.client.call(getLicence, { params: { licenceId } });
  const byCode = await people.anyone.call(verifyLicenceCode, { params: { code: identifier } });
  const file = new Uint8Array(await (await applicant.client.download(downloadLicence, { params: { licenceId } })).arrayBuffer());
  const check = async (content: Uint8Array<ArrayBuffer>): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'application/pdf' }), 'licence.pdf');
    return (await people.anyone.upload(verifyLicenceFile, {}, form)).verdict;
  };
  const altered = file.slice();
  const middle = Math.floor(altered.length / 2);
  altered[middle] = (altered[middle] ?? 0) ^ 1;
  return byCode.verdict === 'genuine' && await check(file) === 'genuine' && await check(altered) === 'altered';
}

/** Walks a submitted case to its end: handling, licence, verification, rating; gives what happened. */
export async function walkCase(people: People, applicant: Participant, receipt: Receipt, handlers: Handlers, isRated: boolean): Promise<CaseOutcome> {
  const { caseId } = receipt;
  await handleUntilClosed(people, applicant, caseId, handlers);
  const licence = await awaitLicence(applicant, caseId);
  const verified = licence !== null && await verify(people, applicant, licence.id);
  if (isRated) await applicant.client.call(rateCase, { params: { caseId }, body: { level: 1, optionCodes: ['513'], text: '全程网上办，很方便。', anonymous: false } });
  const view = await look(applicant, caseId);
  return {
    number: view.number, item: view.itemName, status: view.status, licence: licence?.identifier ?? null, verified,
    actions: [...view.timeline.map(({ at, label, by }) => `${at} ${label}（${by}）`), ...(isRated ? ['评价：非常满意'] : [])],
  };
}
