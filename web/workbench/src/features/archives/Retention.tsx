import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listRetention, removeRetention, retentionLabel, saveRetention, type RetentionRule } from '@tongban/server/src/modules/archives/contract.ts';
import { App, Button, Form, InputNumber, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { ItemPicker } from '../../shared/items/ItemPicker.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { useEntries } from '../../shared/use-dictionary.ts';
import { text } from './text.ts';

const words = text.retention;
type Scope = RetentionRule['scope'];
interface Edited { scope: Scope; key: string; name: string; years: number | null; isNew: boolean }

const keyOf = ({ scope, key }: Pick<RetentionRule, 'scope' | 'key'>): string => (scope === 'default' ? 'all' : key);

/** 保管期限表: how long cases of which items are kept. */
export function Retention() {
  const client = useQueryClient();
  const edits = useHolds('archives.retention.edit');
  const query = useQuery({ queryKey: [listRetention.id], queryFn: () => api.call(listRetention, {}) });
  const [edited, setEdited] = useState<Edited>();
  const keep = (saved: { items: RetentionRule[] }) => { setEdited(undefined); client.setQueryData([listRetention.id], saved); };
  return (
    <div className="archive-scroll">
      <div className="archive-bar">
        <p className="muted">{words.lead}</p>
        {edits ? <Button type="primary" onClick={() => setEdited({ scope: 'task-type', key: '', name: '', years: 30, isNew: true })}>{words.add}</Button> : null}
      </div>
      <Panel flush>
        <QueryState query={query}>
          {({ items }) => (
            <div className="archive-table">
              <table>
                <thead><tr><th scope="col">{words.columns.scope}</th><th scope="col">{words.columns.name}</th><th scope="col">{words.columns.years}</th><th scope="col">{words.columns.changed}</th>{edits ? <th aria-label={words.edit} /> : null}</tr></thead>
                <tbody>
                  {items.map((rule) => (
                    <tr key={`${rule.scope} ${rule.key}`}>
                      <td>{words.scope[rule.scope]}</td><th scope="row">{rule.name}</th><td>{retentionLabel(rule.years)}</td><td className="muted">{words.by(rule.changedByName, formatDateTime(rule.changedAt))}</td>
                      {edits ? (
                        <td>
                          <Button type="link" size="small" onClick={() => setEdited({ ...rule, isNew: false })}>{words.edit}</Button>
                          {rule.scope === 'default' ? null : <Remove rule={rule} onDone={keep} />}
                        </td>
                      ) : null}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </QueryState>
      </Panel>
      {edited ? <RuleDialog edited={edited} onClose={() => setEdited(undefined)} onSaved={keep} /> : null}
    </div>
  );
}

function Remove({ rule, onDone }: { rule: RetentionRule; onDone: (saved: { items: RetentionRule[] }) => void }) {
  const { modal } = App.useApp();
  const { run } = useAction(removeRetention);
  const ask = () => {
    modal.confirm({
      title: words.removeTitle(rule.name), content: words.removeText, okText: words.remove, cancelText: text.close,
      onOk: async () => { await run({ params: { scope: rule.scope, key: keyOf(rule) } }, onDone); },
    });
  };
  return <Button type="link" size="small" danger onClick={ask}>{words.remove}</Button>;
}

const choices = ['permanent', '30', '10', 'other'] as const;
type Choice = (typeof choices)[number];
const choiceOf = (years: number | null): Choice => (years === null ? 'permanent' : years === 30 || years === 10 ? `${years}` : 'other');

function RuleDialog({ edited, onClose, onSaved }: { edited: Edited; onClose: () => void; onSaved: (saved: { items: RetentionRule[] }) => void }) {
  const { message } = App.useApp();
  const types = useEntries('task-type');
  const { run, busy, problem } = useAction(saveRetention);
  const [rule, setRule] = useState(edited);
  const [choice, setChoice] = useState<Choice>(choiceOf(edited.years));
  const [own, setOwn] = useState<number | null>(edited.years);
  const subject = rule.scope === 'item' ? words.item : words.type;
  const missing = useMissing({ 'retention-key': rule.isNew && rule.key === '' && sharedText.missing.choose(subject), 'retention-years': choice === 'other' && own === null && sharedText.missing.write(words.own) });
  const save = () => {
    if (!missing.check()) return;
    const years = choice === 'permanent' ? null : choice === 'other' ? own : Number(choice);
    void run({ params: { scope: rule.scope, key: keyOf(rule) }, body: { years } }, (saved) => {
      void message.success(words.saved);
      onSaved(saved);
    });
  };
  return (
    <Modal open title={rule.isNew ? words.add : `${words.title}：${rule.name}`} okText={words.save} cancelText={text.close} width={480} confirmLoading={busy} onCancel={onClose} onOk={save}>
      <ProblemAlert problem={problem} />
      <Form layout="vertical">
        {rule.isNew ? (
          <>
            <Form.Item label={words.kind}>
              <Radio.Group value={rule.scope} options={(['task-type', 'item'] as const).map((scope) => ({ value: scope, label: words.scope[scope] }))} onChange={({ target }) => setRule({ ...rule, scope: target.value as Scope, key: '', name: '' })} />
            </Form.Item>
            <Form.Item label={subject} htmlFor="retention-key" {...missing.item('retention-key')}>
              {rule.scope === 'item'
                ? <ItemPicker id="retention-key" value={rule.key === '' ? undefined : rule.key} name={rule.name} onChange={(item) => setRule({ ...rule, key: item?.id ?? '', name: item?.name ?? '' })} />
                : <Select id="retention-key" value={rule.key === '' ? null : rule.key} options={types} style={{ width: '100%' }} onChange={(key: string) => setRule({ ...rule, key })} />}
            </Form.Item>
          </>
        ) : null}
        <Form.Item label={words.years}>
          <Radio.Group value={choice} options={choices.map((one) => ({ value: one, label: words.choices[one] }))} onChange={({ target }) => setChoice(target.value as Choice)} />
        </Form.Item>
        {choice === 'other' ? (
          <Form.Item label={words.own} htmlFor="retention-years" {...missing.item('retention-years')}>
            <InputNumber id="retention-years" min={1} max={100} precision={0} suffix={words.yearsUnit} value={own} onChange={setOwn} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
