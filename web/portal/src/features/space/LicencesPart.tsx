import { Badge, Card } from '@tongban/ui';
import { IdCard } from 'lucide-react';
import { licenceStateLabels, listMyLicences, type LicenceState } from '@tongban/server/src/modules/licences/contract.ts';
import type { Tone } from '@tongban/ui';
import { api } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { PagedList } from './PagedList.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.licences;

/** The colour that repeats a licence's state. */
export function toneOfLicence(state: LicenceState): Tone {
  if (state === 'valid') return 'success';
  return state === 'suspended' || state === 'revoked' || state === 'cancelled' ? 'danger' : 'neutral';
}

export function LicencesPart() {
  return (
    <SpacePart title={text.parts.licences}>
      <PagedList
        queryKey={['licences.list-my-licences']} unit={t.unit} load={(page) => api.call(listMyLicences, { query: page })}
        empty={{ icon: <IdCard size={48} aria-hidden="true" />, title: t.empty, detail: t.emptyDetail }}
      >
        {(items) => (
          <ul className="licence-grid">
            {items.map((licence) => (
              <li key={licence.id}>
                <Card compact title={licence.typeName} aside={<Badge tone={toneOfLicence(licence.state)}>{licenceStateLabels[licence.state]}</Badge>}>
                  <p>{licence.holderName}</p>
                  <p className="muted">{t.number} {licence.number}</p>
                  <p className="muted">{licence.issuerName}</p>
                  <p className="muted">{licence.validTo ? `${t.until} ${formatDate(licence.validTo)}` : t.forever}</p>
                  <ButtonLink block to={`${links.space('licences')}/${licence.id}`} aria-label={`${t.open}：${licence.typeName} ${licence.number}`}>{t.open}</ButtonLink>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </SpacePart>
  );
}
