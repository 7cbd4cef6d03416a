import { Card, DescriptionList } from '@tongban/ui';
import type { BundleGuide } from './bundle-guide.ts';
import { text } from './text.ts';

/** Whom to call, as links that a phone dials. */
export function Telephones({ guide: { consultationTelephone, supervisionTelephone } }: { guide: BundleGuide }) {
  if (!consultationTelephone && !supervisionTelephone) return null;
  const call = (number: string | null) => number && <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
  return <Card title={text.telephones}><DescriptionList entries={[{ term: text.consultation, value: call(consultationTelephone) }, { term: text.supervision, value: call(supervisionTelephone) }]} /></Card>;
}
