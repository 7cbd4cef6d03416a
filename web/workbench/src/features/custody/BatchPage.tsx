import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { actOnBatch, getBatch, legLabels, resolveCode, type Batch } from '@tongban/server/src/modules/custody/contract.ts';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, problemOf } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { BatchEnvelope } from './BatchEnvelope.tsx';
import { CallBackDialog } from './CallBackDialog.tsx';
import { Labels, Sheet } from './Sheet.tsx';
import { ScanField } from './ScanField.tsx';
import { text } from './text.ts';
import { batchTone } from './tones.ts';
import { isChecked, useSigning } from './use-signing.ts';
import './custody.css';

const words = text.batch;

/** One batch: to be printed and handed over by the sender, looked through and signed for by the receiver. */
export function BatchPage() {
  const { batchId = '' } = useParams();
  const query = useQuery({ queryKey: [getBatch.id, batchId], queryFn: () => api.call(getBatch, { params: { batchId } }) });
  return <PageState query={query}>{(batch) => <Desk key={batch.id} batch={batch} />}</PageState>;
}

function Desk({ batch }: { batch: Batch }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [{ envelope: focused }, setFocus] = useFilters(['envelope']);
  const signing = useSigning();
  const [printed, setPrinted] = useState<'sheet' | 'labels'>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (printed === undefined) return;
    window.print();
    setPrinted(undefined);
  }, [printed]);
  const find = async (code: string) => {
    setFailure(undefined);
    try {
      const { envelopeId } = await api.call(resolveCode, { params: { code } });
      if (envelopeId !== null && batch.envelopes.some(({ id }) => id === envelopeId)) setFocus({ envelope: envelopeId });
      else void message.warning(words.notHere);
    } catch (error) {
      setFailure(error);
    }
  };
  const ready = batch.envelopes.filter((one) => one.abilities.sign && isChecked(one, signing.findings));
  const done = batch.size - batch.waiting;
  return (
    <Page
      title={`${words.one} ${batch.number}`} aside={<><Tag tone={batchTone(batch)}>{batch.stateLabel}</Tag>{batch.state === 'handed-over' ? <span className="muted">{words.progress(done, batch.size)}</span> : null}</>}
      actions={
        <>
          <Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.custody()); }}>{text.back}</Button>
          {batch.state === 'cancelled' ? null : <><Button icon={<PrinterOutlined />} onClick={() => setPrinted('labels')}>{words.printLabels}</Button><Button icon={<PrinterOutlined />} onClick={() => setPrinted('sheet')}>{words.printSheet}</Button></>}
          <Acts batch={batch} onDone={signing.refresh} />
        </>
      }
    >
      <div className="custody-batch">
        <Panel>
          <Facts columns={2} items={[
            { label: words.facts.from, value: batch.from.name }, { label: words.facts.to, value: batch.to.name }, { label: words.facts.leg, value: legLabels[batch.leg] }, { label: words.facts.size, value: batch.size },
            { label: words.facts.made, value: `${batch.madeByName}　${formatDateTime(batch.madeAt)}` }, { label: words.facts.handed, value: batch.handedOverAt === null ? text.none : `${batch.handedOverByName ?? ''}　${formatDateTime(batch.handedOverAt)}` },
            ...(batch.note === '' ? [] : [{ label: words.facts.note, value: batch.note }]),
          ]} />
        </Panel>
        <ProblemAlert problem={signing.problem} onRefresh={() => { signing.clear(); signing.refresh(); }} />
        {failure === undefined ? null : <ProblemAlert problem={problemOf(failure)} />}
        {batch.abilities.sign ? (
          <div className="custody-batch__tools">
            <ScanField ready placeholder={words.scan} onCode={(code) => { void find(code); }} />
            {ready.length > 0 ? <PrimaryButton loading={signing.busy} onPress={() => { void signing.send(ready, 'sign', () => { void message.success(text.sign.signedAll(ready.length)); }); }}>{text.sign.signAll(ready.length)}</PrimaryButton> : null}
            <span className="faint small">{text.sign.rule}</span>
          </div>
        ) : null}
        <ol className="custody-batch__envelopes" aria-label={words.envelopes}>
          {batch.envelopes.map((one, place) => <BatchEnvelope key={one.id} batch={batch} envelope={one} place={place + 1} focused={one.id === focused} signing={signing} />)}
        </ol>
      </div>
      {printed === 'labels' ? <Labels envelopes={batch.envelopes.filter(({ outcome }) => outcome !== 'taken-out')} /> : <Sheet batch={batch} />}
    </Page>
  );
}

/** Handing over, giving up and calling back, for the sender. */
function Acts({ batch, onDone }: { batch: Batch; onDone: () => void }) {
  const { message, modal } = App.useApp();
  const { run, busy, problem, clear } = useAction(actOnBatch);
  const [calling, setCalling] = useState(false);
  const act = (action: 'hand-over' | 'cancel', told: string) => run({ params: { batchId: batch.id }, body: { action, version: batch.version } }, () => { void message.success(told); onDone(); });
  const ask = (action: 'hand-over' | 'cancel', title: string, content: string, told: string, okText: string) => modal.confirm({ title, content, okText, cancelText: sharedText.confirm.cancel, onOk: () => act(action, told) });
  return (
    <>
      {problem ? <ProblemAlert problem={problem} onClose={clear} onRefresh={onDone} /> : null}
      {batch.abilities.callBack ? <Button danger onClick={() => setCalling(true)}>{words.callBack}</Button> : null}
      {batch.abilities.change ? (
        <>
          <Button onClick={() => ask('cancel', words.cancelTitle, words.cancelLead, words.cancelled, words.cancel)}>{words.cancel}</Button>
          <PrimaryButton loading={busy} onPress={() => ask('hand-over', words.handOverTitle, words.handOverLead(batch.size, batch.to.name), words.handed, words.handOver)}>{words.handOver}</PrimaryButton>
        </>
      ) : null}
      {calling ? <CallBackDialog batch={batch} onClose={() => setCalling(false)} onDone={() => { setCalling(false); void message.success(words.calledBack); onDone(); }} /> : null}
    </>
  );
}
