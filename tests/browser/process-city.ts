import type { Browser } from 'playwright-core';
import { createProcessDraft, editProcessDraft, publishProcessDraft } from '../../server/src/kernel/workflow/definition.contract.ts';
import { fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { readProcessXml, seedProcesses } from '../../server/src/seed/content/index.ts';
import { applyFor } from '../../server/src/testing/apply.ts';
import { accept, approve, deliver, review } from '../../server/src/testing/office.ts';
import type { Signed, TestCity } from '../../server/src/testing/test-city.ts';
import { countSteps } from '../../server/src/modules/supervision/steps/count-steps.ts';
import { welcome, type viewports, type Visitor } from './open-page.ts';

/** The process that the allowance for the elderly is handled by. */
export const processKey = 'review-and-check';

/** A second version: 现场核查 stands where 审核 stood, and acceptance may take a day longer. */
async function nextVersion(): Promise<string> {
  const process = seedProcesses.find(({ key }) => key === processKey);
  if (!process) throw new Error(`no demonstration process ${processKey}`);
  return (await readProcessXml(process)).replaceAll('"Check"', '"Inspect"').replace('name="审核"', 'name="现场核查"')
    .replace('name="受理" tongban:step="acceptance" tongban:limitWorkingDays="1"', 'name="受理" tongban:step="acceptance" tongban:limitWorkingDays="2"');
}

/** Draws the second version as one administrator and publishes it as another. */
export async function publishNext(city: TestCity): Promise<void> {
  const [author, second] = [await city.itemAdministrator(), await city.itemAdministrator('second')];
  const { draftId } = await author.http.call(createProcessDraft, { params: { key: processKey }, body: {} });
  const { revision } = await author.http.call(editProcessDraft, { params: { draftId }, body: { revision: 1, xml: await nextVersion(), note: '审核改为现场核查，受理放宽到两天' } });
  await second.http.call(publishProcessDraft, { params: { draftId }, body: { revision } });
}

const steps = ['accept', 'review', 'check', 'decide', 'deliver'] as const;
type Step = (typeof steps)[number];

/** A case of the elder's allowance that has been handled up to a step, one day apart; gives its number. */
export async function caseAfter(city: TestCity, serial: number, last: Step | 'nothing', days: readonly string[]): Promise<{ caseId: string; number: string }> {
  await city.moveTo(`${days[0] ?? ''}T09:00`);
  const applicant = await city.person({ name: '王秀兰', documentNumber: fictitiousResidentId(serial, '19410203') });
  const { caseId, number } = await applyFor(city, applicant, 'elderly-allowance', [{ question: 'who', option: 'self' }]);
  await city.server.relay.drain();
  const bureau = '区民政局';
  const act: Readonly<Record<Step, () => Promise<unknown>>> = {
    accept: async () => accept(await city.officer(bureau, 'window'), caseId), review: async () => review(await city.officer(bureau, 'preliminary-review'), caseId),
    check: async () => review(await city.officer(bureau, 'review'), caseId), decide: async () => approve(await city.officer(bureau, 'decision'), caseId), deliver: async () => deliver(await city.officer(bureau, 'delivery'), caseId),
  };
  for (const [index, step] of steps.slice(0, last === 'nothing' ? 0 : steps.indexOf(last) + 1).entries()) {
    await city.moveTo(`${days[index + 1] ?? days.at(-1) ?? ''}T${String(10 + index)}:30`);
    await act[step]();
    await city.server.relay.drain();
  }
  return { caseId, number };
}

/** What the ten-minute job does. */
export const countTimes = (city: TestCity): Promise<void> => countSteps(city.system());

/** Seats somebody of the city, whose clock stands at `now`, in the session that the city gave. */
export async function seatIn(browser: Browser, city: TestCity, { headers }: Signed, now: string, viewport: keyof typeof viewports = 'workbench'): Promise<Visitor> {
  const { hostname } = new URL(city.origin);
  const cookie = { name: 'tb_session', value: headers.authorization.slice('Bearer '.length), domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  const visitor = await welcome(browser, viewport, { origin: city.origin, storageState: { cookies: [cookie], origins: [] } });
  await visitor.page.clock.setFixedTime(new Date(`${now}:00+08:00`));
  return visitor;
}
