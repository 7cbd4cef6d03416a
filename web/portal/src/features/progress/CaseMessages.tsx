import { Notice } from '@tongban/ui';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** What the applicant has to know or do now, before everything else. */
export function CaseMessages({ one }: { one: CaseView }) {
  const { supplement } = one;
  return (
    <>
      {supplement && one.status === 'supplementing' && (
        <Notice
          tone="warning" title={text.supplement.needed(formatDate(supplement.dueOn))}
          actions={one.abilities.supplement && <ButtonLink variant="primary" to={links.supplement(one.id)}>{text.supplement.go}</ButtonLink>}
        >
          <p>{supplement.explanation}</p>
          <ul>{supplement.items.map((item) => <li key={item.kind + item.key}><strong>{item.name}</strong>：{item.reason}</li>)}</ul>
        </Notice>
      )}
      {one.revokedOn && <Notice tone="danger" title={text.outcome.revoked}><p>{text.outcome.revokedLead(formatDate(one.revokedOn))}</p></Notice>}
      {one.outcome === 'approved' && !one.revokedOn && (
        <Notice
          tone="success" title={text.outcome.approved}
          actions={one.licence && <ButtonLink variant="primary" to={`${links.space('licences')}/${one.licence.id}`}>{text.case.openLicence}</ButtonLink>}
        >
          {one.licence && <p>{one.licence.name}</p>}
          {one.status === 'decided' && one.deliveryDueOn && <p>{text.case.delivery(formatDate(one.deliveryDueOn))}</p>}
        </Notice>
      )}
      {one.outcome === 'denied' && <Notice tone="danger" title={text.outcome.denied}><p>{text.outcome.deniedLead}</p></Notice>}
      {one.status === 'refused' && <Notice tone="danger" title={text.outcome.refused}><p>{text.outcome.refusedLead}</p></Notice>}
      {one.rateable && one.abilities.rate && (
        <Notice title={text.rate.title} actions={<ButtonLink variant="primary" to={links.rate(one.id)}>{text.rate.action}</ButtonLink>}>
          <p>{text.rate.lead}</p>
        </Notice>
      )}
    </>
  );
}
