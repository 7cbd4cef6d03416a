import { Clock, FileText, Footprints, WalletMinimal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemElements, TimeLimit } from '@tongban/server/src/modules/catalog/contract.ts';
import { formatPromise } from '../../shared/format/limits.ts';
import { useMaterialLibrary } from '../../shared/items/library.ts';
import { text } from './text.ts';

function words(limit: TimeLimit | undefined): string | undefined {
  return limit && formatPromise(limit.days, limit.unit);
}

function materialsFact(item: ItemElements, isFree: (key: string) => boolean): { value: string; hint?: string } {
  if (item.materials.length === 0) return { value: item.noMaterials ? text.facts.noMaterials : text.facts.materialsUnknown };
  const replaceable = item.materials.filter((material) => isFree(material.key)).length;
  const everywhere = item.materials.filter((material) => !material.when?.length && !material.situations).length;
  const situational = everywhere > 0 && everywhere < item.materials.length;
  const hint = [situational ? text.facts.situational : '', replaceable > 0 ? text.facts.replaceable(replaceable) : ''].filter(Boolean).join('；');
  return { value: situational ? text.facts.materialsAtLeast(everywhere) : text.facts.materialCount(item.materials.length), hint };
}

const longestFee = 16;

function moneyFact(item: ItemElements): { value: string; hint?: string | undefined } {
  if (item.charged === undefined) return { value: text.facts.unknown };
  if (!item.charged) return { value: text.facts.free };
  // A long standard is told in full below; here its name says what is paid.
  return { value: text.facts.charged, hint: item.fees.map((fee) => (fee.standard.length <= longestFee ? fee.standard : fee.name)).join('；') };
}

function timeFact(item: ItemElements): { value: string; hint?: string | undefined } {
  const legal = words(item.legalLimit);
  const value = item.projectType === '1' ? text.facts.immediate : words(item.promisedLimit) ?? legal ?? text.facts.unknown;
  return { value, hint: legal && legal !== value ? text.facts.legal(legal) : undefined };
}

function visitsFact(item: ItemElements): { value: string; hint?: string | undefined } {
  if (item.visitCount === undefined) return { value: text.facts.unknown };
  if (item.visitCount === 0) return { value: text.facts.noVisit, hint: item.onlineAvailable ? text.facts.noVisitHint : undefined };
  return { value: text.facts.visitCount(item.visitCount), hint: item.visitReason };
}

function Fact({ icon, name, value, hint }: { icon: ReactNode; name: string; value: string; hint?: string | undefined }) {
  return (
    <div className="fact">
      <dt className="fact__name">{icon}{name}</dt>
      <dd>
        <span className="fact__value">{value}</span>
        {hint && <span className="fact__hint">{hint}</span>}
      </dd>
    </div>
  );
}

/** What a person asks first: what do I need, how long, how often must I come, what does it cost. */
export function Facts({ item, itemId }: { item: ItemElements; itemId: string }) {
  const libraryOf = useMaterialLibrary(itemId);
  const isFree = (key: string): boolean => (libraryOf(key)?.substitutes.length ?? 0) > 0;
  return (
    <dl className="facts" aria-label={text.facts.title}>
      <Fact icon={<FileText size={18} aria-hidden="true" />} name={text.facts.materials} {...materialsFact(item, isFree)} />
      <Fact icon={<Clock size={18} aria-hidden="true" />} name={text.facts.time} {...timeFact(item)} />
      <Fact icon={<Footprints size={18} aria-hidden="true" />} name={text.facts.visits} {...visitsFact(item)} />
      <Fact icon={<WalletMinimal size={18} aria-hidden="true" />} name={text.facts.money} {...moneyFact(item)} />
    </dl>
  );
}
