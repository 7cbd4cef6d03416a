import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { identityCheckLabels } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { getCase, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getCollection, type CollectionView } from '@tongban/server/src/modules/collection/contract.ts';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, StatusTag } from '../../shared/case/tags.tsx';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { Collected } from './Collected.tsx';
import { HandOut } from './HandOut.tsx';
import { Shipment } from './Shipment.tsx';
import { text } from './text.ts';
import './collection.css';

/** Handing out the result of one case: whose document, a signature, done. */
export function HandOutCasePage() {
  const { caseId = '' } = useParams();
  const view = useQuery({ queryKey: [getCase.id, caseId], queryFn: () => api.call(getCase, { params: { caseId } }), refetchInterval: ({ state }) => (state.data?.status === 'decided' && !state.data.abilities.deliver ? 3_000 : false) });
  const collection = useQuery({ queryKey: [getCollection.id, caseId], queryFn: () => api.call(getCollection, { params: { caseId } }) });
  return <PageState query={view}>{(found) => <PageState query={collection}>{(known) => <Desk view={found} collection={known} />}</PageState>}</PageState>;
}

function Desk({ view, collection }: { view: CaseView; collection: CollectionView }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [getCase.id, view.id] });
    void client.invalidateQueries({ queryKey: [getCollection.id, view.id] });
  };
  const { facts, notes } = text;
  return (
    <Page
      title={`${text.one}　${view.applicant.name}`} aside={<StatusTag status={view.status} />}
      actions={<><Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.handOut()); }}>{text.back}</Button><Button onClick={() => { void navigate(links.case(view.id)); }}>{text.openCase}</Button></>}
    >
      <div className="hand-out">
        <div className="hand-out__main">
          {view.deliveryMethod === 'express' || view.timeline.some(({ type }) => type === 'mail-returned') ? <Shipment view={view} onRefresh={refresh} /> : null}
          {collection.collected ? <Collected view={view} collected={collection.collected} /> : view.abilities.deliver || view.abilities.deliverAgain
            ? <HandOut view={view} collection={collection} onRefresh={refresh} />
            : <Panel><p>{view.status === 'decided' && view.outcome === 'approved' && view.licence === null ? text.waiting.licence : view.status === 'closed' ? text.waiting[view.deliveryMethod === 'express' ? 'posted' : 'closed'] : text.waiting.task}</p></Panel>}
        </div>
        <div className="hand-out__side">
          <Panel title={text.case}>
            <Facts items={[
              { label: facts.number, value: <span className="number">{view.number}</span> }, { label: facts.applicant, value: view.applicant.name }, { label: facts.document, value: <span className="number">{view.applicant.documentNumber}</span> },
              { label: facts.item, value: view.itemName }, { label: facts.result, value: view.licence?.name ?? text.none }, { label: facts.way, value: text.ways[view.deliveryMethod] },
              ...(view.returnedOn === null ? [] : [{ label: facts.returned, value: formatDate(view.returnedOn) }]),
              ...(view.deliveryDueOn === null ? [] : [{ label: facts.due, value: <DueDate date={view.deliveryDueOn} /> }]),
            ]} />
            {view.abilities.deliverAgain ? <p className="hand-out__note">{notes.returned}</p> : view.status === 'decided' && collection.collected === null && view.deliveryMethod !== 'counter' ? <p className="hand-out__note">{notes[view.deliveryMethod]}</p> : null}
          </Panel>
          {collection.checks.length > 0 ? <Checks checks={collection.checks} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Checks({ checks }: Pick<CollectionView, 'checks'>) {
  return (
    <Panel title={text.check.record}>
      <ul className="hand-out__checks">
        {checks.toReversed().map((check) => (
          <li key={check.at + check.documentMasked}>
            <p>{check.name}　<span className="number">{check.documentMasked}</span></p>
            <p className={check.matched ? 'muted small' : 'hand-out__wrong small'}>{check.matched ? text.check.matched(check.kindLabel ?? '') : text.check.unmatched}　{identityCheckLabels[check.method]}　{text.check.by(check.by, formatDateTime(check.at))}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
