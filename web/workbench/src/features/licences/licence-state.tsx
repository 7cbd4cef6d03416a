import { licenceStateLabels, type LicenceState } from '@tongban/server/src/modules/licences/contract.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatDate } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const tones: Record<LicenceState, Tone> = { valid: 'done', suspended: 'warning', revoked: 'danger', cancelled: 'neutral', superseded: 'neutral', expired: 'neutral' };

/** Whether a licence is in force, and why not. */
export function LicenceStateTag({ state }: { state: LicenceState }) {
  return <Tag tone={tones[state]}>{licenceStateLabels[state]}</Tag>;
}

/** The last day of validity; 长期 for a licence without one. */
export function validUntil(validTo: string | null): string {
  return validTo ? formatDate(validTo) : text.longTerm;
}
