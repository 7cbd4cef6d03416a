import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import {
  advanceRectification, findingStateLabels, getRectification, listFindings, listRectifications, rectificationStateLabels, type Finding, type Rectification, type RectificationStep,
} from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Button, Input, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { useMend } from '../../shared/items/use-mend.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import './item-quality.css';

const { columns: titles } = text;
const kinds = ['reply', 'send-back', 'cancel'] as const;
type Kind = (typeof kinds)[number];

const columnsFor = (mend: ((row: Finding) => void) | undefined): Column<Finding>[] => [
  { key: 'item', title: titles.item, width: '13rem', wrap: true, render: (row) => <span className="list__strong">{row.itemName}</span> },
  { key: 'element', title: titles.element, width: '7.5rem', render: (row) => elementLabel(row.path) },
  { key: 'message', title: titles.message, wrap: true, render: (row) => <>{row.message}<br /><span className="faint small">{text.mend}：{row.mend}</span></> },
  { key: 'state', title: titles.state, width: '6.5rem', render: (row) => <Tag tone={row.closedAt ? 'done' : 'todo'}>{findingStateLabels[row.state]}</Tag> },
  ...(mend ? [{
    key: 'mend', title: '', width: '5.5rem',
    render: (row: Finding) => (row.closedAt === null ? <Button size="small" type="link" aria-label={text.mendAt(row.itemName, elementLabel(row.path))} onClick={() => mend(row)}>{text.goMend}</Button> : null),
  }] : []),
];

/** One order: what is to be mended, what was done, and the step that is due. */
export function RectificationPage() {
  const { rectificationId = '' } = useParams();
  const query = useQuery({ queryKey: [getRectification.id, rectificationId], queryFn: () => api.call(getRectification, { params: { rectificationId } }) });
  return <QueryState query={query}>{(view) => <Order view={view} onRefresh={() => { void query.refetch(); }} />}</QueryState>;
}

function Order({ view, onRefresh }: { view: Rectification; onRefresh: () => void }) {
  const navigate = useNavigate();
  const { mend } = useMend();
  const goMend = useHolds('catalog.item.edit') ? (row: Finding) => { void mend(row.itemId, row.path); } : undefined;
  const filter = { rectificationId: view.id };
  const paged = useListed(listFindings, filter);
  return (
    <Page
      title={`${text.orderPage} ${view.number}`}
      aside={<><Tag tone={view.finishedAt ? 'done' : 'todo'}>{rectificationStateLabels[view.state]}</Tag> {view.organizationName}　{text.dueOn} <DueDate date={view.dueOn} over={view.overdue} />{view.remainingDays === null ? '' : `，${text.remaining(view.remainingDays)}`}</>}
      actions={<Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.quality({ tab: 'rectifications' })); }}>{text.back}</Button>}
    >
      <div className="quality-order">
        <Panel title={`${text.list}：${text.counted(view.findings, view.remaining)}`} flush>
          <ListTable<Finding>
            label={text.list} columns={columnsFor(goMend)} rows={paged.rows} rowKey={(row) => row.id} paged={paged} empty={<Empty title={text.emptyFindings[0] ?? ''} />}
            onOpen={(row) => { if (goMend && row.closedAt === null) goMend(row); else void navigate(`${links.catalogueVersion(row.versionId)}?tab=findings`); }}
          />
        </Panel>
        <div>
          <NextStep key={view.version} view={view} onRefresh={onRefresh} />
          <Panel title={text.process}>
            <ol className="quality-steps">
              {view.steps.toReversed().map((step) => (
                <li key={step.at + step.action}>
                  <p><strong>{step.label}</strong><span className="faint small">　{step.byName}　{formatDateTime(step.at)}</span></p>
                  <p className="pre-line">{step.text}</p>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function NextStep({ view, onRefresh }: { view: Rectification; onRefresh: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const allowed: Record<Kind, boolean> = { reply: view.abilities.reply, 'send-back': view.abilities.sendBack, cancel: view.abilities.cancel };
  const choices = kinds.filter((kind) => allowed[kind]);
  const [picked, setPicked] = useState<Kind>();
  const kind = picked ?? choices[0];
  const [words, setWords, forget] = useTyped(`quality-order.${view.id}.${kind ?? ''}`, '');
  const [workingDays, setWorkingDays] = useState(5);
  const { run, busy, problem } = useAction(advanceRectification);
  const missing = useMissing({ 'order-words': kind !== undefined && words.trim().length < 5 && sharedText.missing.atLeast(text.steps[kind].text, 5) });
  if (kind === undefined) return null;
  const labels = text.steps[kind];
  const common = { version: view.version, text: words.trim() };
  const step: RectificationStep = kind === 'send-back' ? { action: kind, ...common, workingDays } : { action: kind, ...common };
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { rectificationId: view.id }, body: step }, (answer) => {
      forget();
      void message.success(text.done);
      client.setQueryData([getRectification.id, view.id], answer);
      void client.invalidateQueries({ queryKey: [listRectifications.id] });
      void client.invalidateQueries({ queryKey: [listFindings.id] });
    });
  };
  return (
    <Panel title={choices.length > 1 ? <Segmented<Kind> size="small" value={kind} options={choices.map((one) => ({ value: one, label: text.steps[one].label }))} onChange={setPicked} /> : labels.label}>
      <ProblemAlert problem={problem} onRefresh={onRefresh} labels={{ text: labels.text }} />
      <div className="quality-form">
        <label htmlFor="order-words">{labels.text}</label>
        <Input.TextArea id="order-words" rows={4} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
        <Lack text={missing.of('order-words')} />
        {kind === 'send-back' ? (
          <>
            <label htmlFor="order-again">{text.days}</label>
            <InputNumber id="order-again" min={1} max={60} precision={0} value={workingDays} onChange={(value) => setWorkingDays(value ?? 5)} />
          </>
        ) : null}
        <div className="quality-form__foot">
          <span className="faint small">{text.stepRule}</span>
          <Button type="primary" loading={busy} onClick={send}>{labels.confirm}</Button>
        </div>
      </div>
    </Panel>
  );
}
