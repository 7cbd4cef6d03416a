import { beforeEach, describe, expect, it } from 'vitest';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { advanceAccounts } from '../../kernel/time-accounts/index.ts';
import { applyFor } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { advanceRectification, getCaseRating, getRectification, getRatingStatistics, rateCase, type RectificationStep } from '../ratings/contract.ts';
import { getBoard, listSignals } from './contract.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });

/** Moves to 10 o'clock of a day and does what the minutely job and the relay would have done; everyone stays signed in. */
async function on(date: string): Promise<void> {
  const { clock, database, relay } = city().server;
  clock.set(`${date}T10:00:00+08:00`);
  await database.db.pool.query(`UPDATE identity.session SET last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '1 day'`, [clock.now()]);
  await advanceAccounts(city().system());
  await relay.drain();
}

async function handle(caseId: string): Promise<void> {
  await review(await city().officer('区民政局', 'preliminary-review'), caseId);
  await review(await city().officer('区民政局', 'review'), caseId);
  await approve(await city().officer('区民政局', 'decision'), caseId);
  await city().server.relay.drain();
  await deliver(await city().officer('区民政局', 'delivery'), caseId);
  await city().server.relay.drain();
}

describe('真实办件的监察与评价', () => {
  let supervisor: Signed;
  beforeEach(async () => { supervisor = await city().officer('区民政局', 'supervision'); });
  const counts = async () => (await supervisor.http.call(getBoard, { query: {} })).total;

  it('受理、超过承诺时限、办结、差评、整改，看板和评价始终相符 (SUP-01, SUP-03, RAT-01, RAT-02)', async () => {
    const applicant = await city().person({ name: '王秀兰', documentNumber: fictitiousResidentId(977, '19410203') });
    const { caseId } = await applyFor(city(), applicant, 'elderly-allowance', [{ question: 'who', option: 'self' }]);
    await city().server.relay.drain();
    expect(await counts()).toMatchObject({ waiting: 1, inProgress: 0 });
    await accept(await city().officer('区民政局', 'window'), caseId);
    await city().server.relay.drain();
    expect(await counts()).toMatchObject({ waiting: 0, inProgress: 1, warning: 0 });
    await on('2026-11-10');
    expect(await counts()).toMatchObject({ inProgress: 1, yellow: 1 });
    expect((await look(supervisor, caseId)).clock).toMatchObject({ level: 'yellow', promisedDueOn: '2026-11-09', remainingPromisedDays: -1 });
    const { items: [signal] } = await supervisor.http.call(listSignals, { query: { open: true } });
    expect(signal).toMatchObject({ level: 'yellow', dueOn: '2026-11-09', itemName: expect.stringContaining('高龄') });
    expect(await refusalOf(applicant.http.call(rateCase, { params: { caseId }, body: { level: 5, optionCodes: [], anonymous: false } }))).toMatchObject({ code: 'ratings.not-closed' });
    await handle(caseId);
    expect(await counts()).toMatchObject({ inProgress: 0, yellow: 0, closed: 1, closedOnTime: 0, onTimeShare: 0 });
    expect((await supervisor.http.call(listSignals, { query: { open: true } })).items).toEqual([]);

    expect((await look(applicant, caseId)).rateable).toBe(true);
    const rated = await applicant.http.call(rateCase, { params: { caseId }, body: { level: 4, optionCodes: ['209'], text: '比承诺晚了', anonymous: false } });
    await city().server.relay.drain();
    expect((await look(applicant, caseId)).rateable).toBe(false);
    const rectificationId = rated.rectification?.id ?? '';
    await on('2026-12-02');
    expect(await counts()).toMatchObject({ overdueRectifications: 1 });
    const decider = await city().officer('区民政局', 'decision');
    const step = async (by: Signed, body: { action: 'verify'; contacted: boolean } | { action: 'rectify'; measure: 'at-once' } | { action: 'reply' | 'close' }) => {
      const { version } = await by.http.call(getRectification, { params: { rectificationId } });
      return by.http.call(advanceRectification, { params: { rectificationId }, body: { ...body, version, text: '已致歉并补发津贴。' } as RectificationStep });
    };
    await step(decider, { action: 'verify', contacted: true });
    await step(decider, { action: 'rectify', measure: 'at-once' });
    await step(decider, { action: 'reply' });
    expect(await step(supervisor, { action: 'close' })).toMatchObject({ state: 'closed', level: 'red' });
    expect((await applicant.http.call(getCaseRating, { params: { caseId } })).rating?.rectification).toMatchObject({ stateLabel: '已销号', reply: '已致歉并补发津贴。' });
    expect(await counts()).toMatchObject({ overdueRectifications: 0 });
    expect(await city().stranger().call(getRatingStatistics, { query: { itemId: city().itemId('elderly-allowance') } })).toMatchObject({ total: 1, bad: 1, goodShare: 0, rectifiedInTimeShare: 0 });
  });
});
