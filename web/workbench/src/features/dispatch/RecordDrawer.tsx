import { useQuery } from '@tanstack/react-query';
import { getDispatchRecord, type DispatchDetail } from '@tongban/server/src/modules/dispatch/contract.ts';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Explanation } from '../../shared/decisions/Explanation.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { outcomeTones } from './RecordList.tsx';
import { RedispatchDialog } from './RedispatchDialog.tsx';
import { text } from './text.ts';

const words = text.record;

/** One dispatch: where it went, by which row of which version, what was wrong and what to do, and what became of it since. */
export function RecordDrawer({ recordId, onClose }: { recordId: string | undefined; onClose: () => void }) {
  const detail = useQuery({ queryKey: [getDispatchRecord.id, recordId], enabled: recordId !== undefined, queryFn: () => api.call(getDispatchRecord, { params: { recordId: recordId ?? '' } }) });
  return (
    <Drawer open={recordId !== undefined} onClose={onClose} title={words.title} size={640} destroyOnHidden>
      {recordId === undefined ? null : <QueryState query={detail}>{(one) => <Detail detail={one} onDone={onClose} />}</QueryState>}
    </Drawer>
  );
}

function Detail({ detail: { record, explanation, history }, onDone }: { detail: DispatchDetail; onDone: () => void }) {
  const seesCases = useHolds('cases.case.view');
  const [sending, setSending] = useState(false);
  const { rule } = record;
  return (
    <div className="dispatch-detail">
      <Facts
        items={[
          { label: words.number, value: seesCases ? <Link to={links.case(record.caseId)}>{record.caseNumber}</Link> : record.caseNumber },
          { label: words.item, value: record.itemName }, { label: words.department, value: record.organizationName }, { label: words.task, value: record.taskName },
          { label: words.target, value: record.target },
          { label: words.outcome, value: <><Tag tone={outcomeTones[record.outcome]}>{record.outcomeLabel}</Tag>　{formatDateTime(record.at)}</> },
          ...(record.reason ? [{ label: record.outcome === 'by-person' ? words.redispatchReason : words.reason, value: record.reason }] : []),
          ...(record.mend ? [{ label: words.mend, value: record.mend }] : []),
          ...(rule ? [{ label: words.rule, value: <>{rule.name}　{text.rules.version(rule.number)}　{text.records.rows(rule.rows)}　<Link to={links.ruleVersion(rule.versionId)}>{words.openRule}</Link>{rule.note ? <p className="muted">{rule.note}</p> : null}</> }] : []),
          ...(record.state ? [{ label: words.state, value: `${text.records.states[record.state]}${record.handlerName === null ? '' : `　${record.handlerName}`}` }] : []),
        ]}
      />
      <section><h3 className="section-title">{words.explanation}</h3>{explanation ? <Explanation explanation={explanation} /> : <p className="faint">{words.noExplanation}</p>}</section>
      {history.length > 0 ? (
        <section>
          <h3 className="section-title">{words.history}</h3>
          <ol className="dispatch-history">
            {history.map(({ id, at, outcomeLabel, target, byName, reason }) => (
              <li key={id}><span className="number faint">{formatDateTime(at)}</span>　{outcomeLabel}　<b>{target}</b>　<span className="muted">{byName ?? words.automatic}</span>{reason ? <p className="muted">{reason}</p> : null}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {record.abilities.redispatch ? <div><Button type="primary" onClick={() => setSending(true)}>{text.records.redispatch}</Button></div> : null}
      {sending ? <RedispatchDialog records={[record]} onClose={() => { setSending(false); onDone(); }} /> : null}
    </div>
  );
}
