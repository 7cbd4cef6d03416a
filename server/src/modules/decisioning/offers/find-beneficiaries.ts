import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords, elapsedMilliseconds, startOfChinaDay } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, readRows, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { unsafeListPersons, type FullPerson } from '../../../kernel/identity/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { findUsableLicences, listExpiring, type ExpiringLicence } from '../../licences/index.ts';
import { fullYears } from '../engine/gather-inputs.ts';
import type { Finder, SearchReport } from '../contract.ts';
import type { SettingRecord } from '../queries/setting-record.ts';
import type { DecisioningTables } from '../tables.ts';
import { encryptKnown, type KnownFact } from './offer-record.ts';

const pageSize = 500;
/** Days in which an offer that no licence ends is open. */
const openDays = 90;

/** Somebody whom a setting offers its item. */
interface Beneficiary { kind: 'person' | 'company'; id: string; ground: string; why: string; until: string; known: KnownFact[] }

/** What one search came to. */
export type Search = Omit<SearchReport, 'finder'>;

/** Beneficiaries among the licences or persons of one page that was looked through. */
interface Page { looked: number; meant: Beneficiary[]; isLast: boolean }

/** Looks for whom each running proactive setting is meant and offers them its item, each once (DEC-06). */
export async function findBeneficiaries(ctx: Context): Promise<void> {
  const settings = await readRows<SettingRecord>(ctx.kernel.db, `SELECT * FROM decisioning.setting WHERE state = 'active' AND NOT halted AND model = 'proactive' ORDER BY id`, []);
  for (const setting of settings) {
    const { finder } = setting.content;
    if (!finder) continue;
    try {
      await searchForSetting(ctx, setting, finder);
    } catch (error) {
      // One item that cannot be offered must not keep the others from being.
      ctx.kernel.log.error({ err: error, settingId: setting.id }, 'beneficiaries could not be looked for');
    }
  }
}

/** Looks for whom one setting is meant and offers them its item, each once; ends after the page in which `limit` ms have passed. */
export async function searchForSetting(ctx: Context, setting: SettingRecord, finder: Finder, limit = Number.POSITIVE_INFINITY): Promise<Search> {
  const began = elapsedMilliseconds();
  const search: Search = { looked: 0, offered: 0, known: 0, complete: true };
  for await (const { looked, meant, isLast } of finder.kind === 'licence-expiring' ? pagesOfLicences(ctx, setting, finder) : pagesOfPersons(ctx, setting, finder)) {
    const known = await listOffered(ctx, setting, meant);
    const fresh = meant.filter(({ id, ground }) => !known.has(`${id} ${ground}`));
    for (const beneficiary of fresh) await offer(ctx, setting, finder, beneficiary);
    search.looked += looked;
    search.offered += fresh.length;
    search.known += meant.length - fresh.length;
    if (!isLast && elapsedMilliseconds() - began > limit) return { ...search, complete: false };
  }
  return search;
}

async function* pagesOfLicences(ctx: Context, setting: SettingRecord, finder: Finder): AsyncGenerator<Page> {
  const from = chinaDate(ctx.kernel.clock.now());
  const to = addCalendarDays(from, finder.days ?? 0);
  let after: string | undefined;
  for (let isLast = false; !isLast;) {
    const page = await listExpiring(ctx, { typeCode: finder.licenceType ?? '', regionCode: setting.regionCode, from, to, limit: pageSize, ...(after === undefined ? {} : { after }) });
    after = page.at(-1)?.id;
    isLast = page.length < pageSize;
    yield { looked: page.length, meant: page.map(renewalOf), isLast };
  }
}

function renewalOf({ id, typeName, number, holderKind, holderId, validTo }: ExpiringLicence): Beneficiary {
  return {
    kind: holderKind, id: holderId, ground: `licence:${id}`, why: `您的《${typeName}》（${number}）将于${dateInWords(validTo)}到期。`, until: validTo,
    known: [{ label: '证照', value: typeName }, { label: '编号', value: number }, { label: '有效期至', value: dateInWords(validTo) }],
  };
}

async function* pagesOfPersons(ctx: Context, setting: SettingRecord, finder: Finder): AsyncGenerator<Page> {
  const licenceType = setting.itemVersionId === null ? undefined : (await getPinnedVersion(ctx, setting.itemVersionId)).elements.handling.licenceTypeCode;
  const today = chinaDate(ctx.kernel.clock.now());
  let after: string | undefined;
  for (let isLast = false; !isLast;) {
    const page = await unsafeListPersons(ctx, { after, limit: pageSize }, finder.purpose);
    const meant: Beneficiary[] = [];
    for (const person of page) {
      if (!isMeant(person, finder, today)) continue;
      if (licenceType !== undefined && (await findUsableLicences(ctx, { kind: 'person', id: person.id }, [licenceType])).length > 0) continue;
      meant.push(atAgeOf(person, finder, today));
    }
    after = page.at(-1)?.id;
    isLast = page.length < pageSize;
    yield { looked: page.length, meant, isLast };
  }
}

function isMeant({ birthDate, documentNumber }: FullPerson, { age = 0, documentRegion }: Finder, today: string): boolean {
  return birthDate !== null && fullYears(birthDate, today) >= age && (documentRegion === undefined || documentNumber.startsWith(documentRegion));
}

function atAgeOf({ id, name, documentNumberMasked }: FullPerson, { age = 0 }: Finder, today: string): Beneficiary {
  return {
    kind: 'person', id, ground: `age:${age}`, why: `您已年满${age}周岁。`, until: addCalendarDays(today, openDays),
    known: [{ label: '姓名', value: name }, { label: '证件号码', value: documentNumberMasked }, { label: '年龄', value: `已满${age}周岁` }],
  };
}

/** Which of some beneficiaries were offered the item on the same ground before, whatever they answered. */
async function listOffered(ctx: Context, { itemId }: SettingRecord, beneficiaries: readonly Beneficiary[]): Promise<ReadonlySet<string>> {
  const rows = await readRows<{ beneficiaryId: string; ground: string }>(ctx.kernel.db, 'SELECT beneficiary_id, ground FROM decisioning.offer WHERE item_id = $1 AND beneficiary_id = ANY($2::uuid[])', [itemId, beneficiaries.map(({ id }) => id)]);
  return new Set(rows.map(({ beneficiaryId, ground }) => `${beneficiaryId} ${ground}`));
}

/** Offers once: where another search was quicker, its offer and its message stand. */
async function offer(ctx: Context, setting: SettingRecord, finder: Finder, beneficiary: Beneficiary): Promise<void> {
  const id = createId();
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).insert('decisioning.offer', {
    id, settingId: setting.id, itemId: setting.itemId, itemName: setting.itemName, organizationName: setting.organizationName, beneficiaryKind: beneficiary.kind, beneficiaryId: beneficiary.id, ground: beneficiary.ground,
    state: 'offered', why: beneficiary.why, legalBasis: finder.legalBasis, knownCipher: encryptKnown(ctx, id, beneficiary.known), offeredAt: ctx.kernel.clock.now(), until: beneficiary.until,
  }, 'nothing');
  await sendMessage(ctx, batch, {
    templateKey: 'decisioning.offer', recipient: { kind: beneficiary.kind, id: beneficiary.id }, dedupeKey: `${setting.itemId}:${beneficiary.ground}`, about: { itemId: setting.itemId, applicantKind: beneficiary.kind },
    variables: { offerId: id, itemName: setting.itemName, why: beneficiary.why, confirmBy: dateInWords(beneficiary.until) },
    validUntil: startOfChinaDay(addCalendarDays(beneficiary.until, 1)),
  });
  await commit(ctx, batch);
}

export const findBeneficiariesJob: JobDefinition = {
  name: 'decisioning.find-beneficiaries', label: '不申即办：查找可以享受服务的人', cron: '30 3 * * *', handle: findBeneficiaries,
};
