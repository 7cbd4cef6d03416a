import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getCase, listCases, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getCollection, getShipment, handToMail, postResult, type ShipmentState, type ShipmentView } from '@tongban/server/src/modules/collection/contract.ts';
import { App, Button } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { CopyText } from '../../shared/CopyText.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Facts, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { Label } from './Label.tsx';
import { NoteReturn, PostAgain } from './PostAgain.tsx';
import { text } from './text.ts';

const words = text.mail;
/** While something is on its way to the mail service or back, the panel looks again by itself, ms. */
const lookAgainMs = 3_000;

const tones: Readonly<Record<ShipmentState, Tone>> = {
  'waiting': 'todo', 'registered': 'todo', 'picked-up': 'neutral', 'in-transit': 'neutral', 'delivered': 'done', 'returned': 'danger', 'refused': 'danger',
};

/** Posting a result: put down, registered with the mail service, labelled, handed over, followed; what came back is posted again (INT-05). */
export function Shipment({ view, onRefresh }: { view: CaseView; onRefresh: () => void }) {
  const query = useQuery({
    queryKey: [getShipment.id, view.id], queryFn: () => api.call(getShipment, { params: { caseId: view.id } }), refetchInterval: ({ state }) => (state.data?.shipment?.state === 'waiting' ? lookAgainMs : false),
  });
  const mayReturn = view.status === 'closed' && view.deliveryMethod === 'express' && view.returnedOn === null && view.revokedOn === null && query.data?.shipment?.state !== 'delivered';
  return (
    <Panel title={words.title} extra={mayReturn ? <NoteReturn caseId={view.id} onDone={onRefresh} /> : undefined}>
      <QueryState query={query} lines={3}>
        {({ shipment, earlier, connected, addressed }) => {
          const failed = shipment === null || shipment.state === 'returned' || shipment.state === 'refused';
          return (
            <div className="hand-out__parcel">
              {shipment === null ? null : <Parcel view={view} shipment={shipment} />}
              {failed && view.abilities.deliverAgain ? <PostAgain view={view} connected={connected} addressed={addressed} />
                : failed && view.status === 'decided' && connected ? <Post view={view} again={shipment !== null} />
                : shipment === null ? <p className="muted">{view.status === 'closed' ? words.typed : connected ? words.none : words.notConnected}</p> : null}
              {earlier.length === 0 ? null : <h3 className="hand-out__earlier">{words.earlier}</h3>}
              {earlier.map((one) => <Parcel key={one.id} view={view} shipment={one} past />)}
            </div>
          );
        }}
      </QueryState>
    </Panel>
  );
}

function Post({ view, again }: { view: CaseView; again: boolean }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(postResult);
  const post = () => {
    void run({ params: { caseId: view.id }, body: {} }, (answer) => {
      void message.success(words.posted);
      client.setQueryData([getShipment.id, view.id], answer);
    });
  };
  return (
    <>
      <ProblemAlert problem={problem} />
      {again ? null : <p className="muted">{words.lead}</p>}
      <div><Button type={again ? 'default' : 'primary'} loading={busy} onClick={post}>{again ? words.postAgain : words.post}</Button></div>
    </>
  );
}

function Parcel({ view, shipment, past = false }: { view: CaseView; shipment: ShipmentView; past?: boolean }) {
  const { facts } = words;
  const posted = !past && shipment.trackingNumber !== null && shipment.state !== 'refused' && shipment.state !== 'returned';
  const mayHandOver = posted && ((view.status === 'decided' && view.abilities.deliver) || view.abilities.deliverAgain);
  return (
    <div className="hand-out__parcel">
      <Facts items={[
        { label: facts.state, value: <Tag tone={tones[shipment.state]}>{shipment.stateLabel}</Tag> }, { label: facts.recipient, value: shipment.recipient },
        { label: facts.tracking, value: shipment.trackingNumber === null ? <span className="faint">{words.noNumber}</span> : <><CopyText value={shipment.trackingNumber} />{shipment.carrier === null ? null : <span className="muted">　{shipment.carrier}</span>}</> },
        { label: facts.made, value: formatDateTime(shipment.madeAt) },
      ]} />
      {shipment.trouble === null ? null : (
        <p className="hand-out__note">{shipment.trouble}{shipment.nextTryAt === null ? '' : words.nextTry(formatDateTime(shipment.nextTryAt))}</p>
      )}
      {posted ? <div className="hand-out__acts"><Label caseId={view.id} />{mayHandOver ? <HandOver view={view} /> : null}</div> : null}
      {shipment.events.length === 0 ? null : (
        <ol className="hand-out__events">
          {shipment.events.map((event) => <li key={event.at + event.text}><span className="number muted">{formatDateTime(event.at)}</span><b>{event.stateLabel}</b><span>{[event.place, event.text].filter(Boolean).join('　')}</span></li>)}
        </ol>
      )}
    </div>
  );
}

function HandOver({ view }: { view: CaseView }) {
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const { run, problem } = useAction(handToMail);
  const again = view.abilities.deliverAgain;
  const task = view.tasks.find((one) => one.mine && one.step === 'delivery');
  if (!task && !again) return null;
  const ask = () => {
    modal.confirm({
      title: words.handOverTitle, content: again ? words.handOverAgainText : words.handOverText, okText: words.handOver, cancelText: words.cancel,
      onOk: async () => {
        await run({ params: { caseId: view.id }, body: task ? { taskId: task.taskId } : {} }, () => {
          void message.success(again ? words.handedOverAgain : words.handedOver);
          for (const key of [getCase.id, getCollection.id, getShipment.id]) void client.invalidateQueries({ queryKey: [key, view.id] });
          void client.invalidateQueries({ queryKey: [listCases.id] });
        });
      },
    });
  };
  return <><ProblemAlert problem={problem} /><Button type="primary" onClick={ask}>{words.handOver}</Button></>;
}
